package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"svod/compare/content"
)

// A dictionary of LIWC is a legend between two lines of «%», a number and a name
// of a category in each line, tabs in front where there is a hierarchy, and
// below it a word in each line with the numbers of its categories, the outer
// ones included:
//
//	%
//	1	Формы участия
//		2	Слушания
//	%
//	слушан*	1	2
//
// «(02 134)125/464» and «<of>» are conditions on the words around; they are told
// and left out.

var (
	legendLine = regexp.MustCompile(`^([\t ]*)(\d+)[\t ]+(.+)$`)
	classes    = regexp.MustCompile(`^[\d\t ]+$`)
	condition  = regexp.MustCompile(`[\t ](?:\([^)]*\)|<of>|\d*/\d)|<of>`)
)

func readLIWC(r *reader, text string) error {
	lines := strings.Split(text, "\n")
	from := slices.IndexFunc(lines, isPercent)
	if from < 0 {
		return r.fail(1, "no-legend")
	}
	to := slices.IndexFunc(lines[from+1:], isPercent)
	if to < 0 {
		return r.fail(from+1, "no-legend")
	}
	to += from + 1
	byNumber := map[int]*content.Category{}
	above := map[*content.Category]*content.Category{}
	type level struct {
		tabs int
		c    *content.Category
	}
	var open []level
	for i := from + 1; i < to; i++ {
		line := lines[i]
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := legendLine.FindStringSubmatch(line)
		if m == nil {
			r.lose(i+1, nil, strings.TrimSpace(line), "unread")
			continue
		}
		tabs := strings.Count(m[1], "\t")
		for len(open) > 0 && open[len(open)-1].tabs >= tabs {
			open = open[:len(open)-1]
		}
		var parent *content.Category
		if len(open) > 0 {
			parent = open[len(open)-1].c
		}
		if len(open) >= mostDepth {
			return r.fail(i+1, "too-deep", strconv.Itoa(mostDepth))
		}
		c, err := r.add(parent, m[3])
		if err != nil {
			return err
		}
		n, _ := strconv.Atoi(m[2])
		if byNumber[n] != nil {
			r.lose(i+1, c, m[2], "category-number")
		} else {
			byNumber[n] = c
		}
		above[c] = parent
		open = append(open, level{tabs, c})
	}
	for i := to + 1; i < len(lines); i++ {
		if err := r.liwcWord(i+1, strings.TrimSpace(lines[i]), byNumber, above); err != nil {
			return err
		}
	}
	return nil
}

func isPercent(line string) bool { return strings.TrimSpace(line) == "%" }

// liwcWord reads a word with its categories.
func (r *reader) liwcWord(line int, s string, byNumber map[int]*content.Category, above map[*content.Category]*content.Category) error {
	if s == "" {
		return nil
	}
	if condition.MatchString(s) {
		r.lose(line, nil, s, "condition")
		return nil
	}
	// The numbers stand behind a tab; some files have spaces.
	word, numbers, ok := strings.Cut(s, "\t")
	if !ok {
		at := strings.LastIndexFunc(s, func(c rune) bool { return !strings.ContainsRune("0123456789 ", c) }) + 1
		for at < len(s) && s[at] != ' ' {
			at++
		}
		word, numbers = s[:at], s[at:]
	}
	if !classes.MatchString(numbers) {
		r.lose(line, nil, s, "unread")
		return nil
	}
	var in []*content.Category
	for f := range strings.FieldsSeq(numbers) {
		n, err := strconv.Atoi(f)
		c := byNumber[n]
		if err != nil || c == nil {
			r.lose(line, nil, strings.TrimSpace(word), "category", f)
			continue
		}
		in = append(in, c)
	}
	for _, c := range in {
		// What an inner category has, the outer one has by itself.
		if slices.ContainsFunc(in, func(other *content.Category) bool { return within(other, c, above) }) {
			continue
		}
		if _, err := r.entry(line, c, word); err != nil {
			return err
		}
	}
	return nil
}

// within reports whether c stands somewhere below outer.
func within(c, outer *content.Category, above map[*content.Category]*content.Category) bool {
	for c = above[c]; c != nil; c = above[c] {
		if c == outer {
			return true
		}
	}
	return false
}

func writeLIWC(w *writer) []byte {
	var b strings.Builder
	b.WriteString("%\n")
	numbers := map[string][]int{} // of a word
	var words []string            // in their order
	n := 0
	var walk func(cs []*content.Category, outer []int)
	walk = func(cs []*content.Category, outer []int) {
		for _, c := range cs {
			n++
			own := append(slices.Clone(outer), n)
			b.WriteString(strings.Repeat("\t", len(outer)) + strconv.Itoa(n) + "\t" + line(c.Name) + "\n")
			for _, e := range w.entries(c, "") {
				if numbers[e.text] == nil {
					words = append(words, e.text)
				}
				for _, k := range own {
					if !slices.Contains(numbers[e.text], k) {
						numbers[e.text] = append(numbers[e.text], k)
					}
				}
			}
			walk(c.Children, own)
		}
	}
	walk(w.cb.Categories, nil)
	b.WriteString("%\n")
	for _, word := range words {
		b.WriteString(word)
		for _, k := range numbers[word] {
			b.WriteString("\t" + strconv.Itoa(k))
		}
		b.WriteByte('\n')
	}
	w.left()
	return []byte(b.String())
}

// line is a name on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
