package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"svod/compare/content"
)

// A dictionary of WordStat is an outline by tabs. A line that ends with a number
// in brackets is a word with its weight, any other a category. Words of a
// phrase are joined by underscores. Words that begin with @ are rules on what
// stands around; they are told and left out.
//
//	ФОРМЫ УЧАСТИЯ
//		СЛУШАНИЯ
//			СЛУШАН* (1)
//			ОБЩЕСТВЕНН*_СЛУШАН* (2)

var (
	weighted   = regexp.MustCompile(`^(.*\S)\s+\((-?\d+(?:[.,]\d+)?)\)$`)
	bracketEnd = regexp.MustCompile(`\((-?\d+(?:[.,]\d+)?)\)$`)
)

func readWordStat(r *reader, text string) error {
	type level struct {
		tabs int
		c    *content.Category
	}
	var open []level
	for i, line := range strings.Split(text, "\n") {
		rest := strings.TrimLeft(line, "\t ")
		tabs := strings.Count(line[:len(line)-len(rest)], "\t")
		rest = strings.TrimSpace(rest)
		if rest == "" {
			continue
		}
		for len(open) > 0 && open[len(open)-1].tabs >= tabs {
			open = open[:len(open)-1]
		}
		var parent *content.Category
		if len(open) > 0 {
			parent = open[len(open)-1].c
		}
		m := weighted.FindStringSubmatch(rest)
		switch {
		case m == nil && strings.HasPrefix(rest, "@"), m != nil && strings.HasPrefix(m[1], "@"):
			r.lose(i+1, parent, rest, "rule")
		case m == nil:
			if len(open) >= mostDepth {
				return r.fail(i+1, "too-deep", strconv.Itoa(mostDepth))
			}
			c, err := r.add(parent, rest)
			if err != nil {
				return err
			}
			open = append(open, level{tabs, c})
		case parent == nil:
			r.lose(i+1, nil, rest, "category", "")
		default:
			pattern, err := r.entry(i+1, parent, strings.ReplaceAll(m[1], "_", " "))
			if err != nil {
				return err
			}
			weight, err := strconv.ParseFloat(strings.Replace(m[2], ",", ".", 1), 64)
			if err == nil && weight != 1 && pattern != "" {
				if parent.Weights == nil {
					parent.Weights = map[string]float64{}
				}
				parent.Weights[pattern] = weight
			}
		}
	}
	return nil
}

func writeWordStat(w *writer) []byte {
	var b strings.Builder
	var walk func(cs []*content.Category, depth int)
	walk = func(cs []*content.Category, depth int) {
		for _, c := range cs {
			name := line(c.Name)
			if bracketEnd.MatchString(name) || strings.HasPrefix(name, "@") { // it would be a word, or a rule
				name = bracketEnd.ReplaceAllString(strings.TrimLeft(name, "@ "), "[$1]")
				w.lose(c, "", "category-name", name)
			}
			b.WriteString(strings.Repeat("\t", depth) + name + "\n")
			for _, e := range w.entries(c, "*") {
				if strings.HasPrefix(e.text, "@") || strings.Contains(e.text, "_") {
					w.lose(c, e.text, "wildcard")
					continue
				}
				b.WriteString(strings.Repeat("\t", depth+1) + strings.ReplaceAll(e.text, " ", "_") + " (" + number(e.weight) + ")\n")
			}
			walk(c.Children, depth+1)
		}
	}
	walk(w.cb.Categories, 0)
	w.left("weights")
	return []byte(b.String())
}
