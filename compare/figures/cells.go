package figures

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus/query"
	"svod/corpus/words"
)

// cells finds an indicator in a table: in a row whose label names it, or under
// a head that does.
func (in *Indicator) cells(g *grid) []Mention {
	var out []Mention
	seen := map[[2]int]bool{}
	add := func(i, j int, whole bool) {
		c := g.at(i, j)
		if seen[[2]int{i, j}] || c.covered || !c.states() || in.Percent != (c.value.percent || percentHead.MatchString(strings.Join(g.label(j), " "))) {
			return
		}
		if !in.takes(g, i, j) {
			return
		}
		seen[[2]int{i, j}] = true
		out = append(out, g.mention(i, j, whole))
	}
	for i := g.head; i < len(g.rows); i++ {
		label, last := g.rowLabel(i)
		if label == "" || !in.names(label) {
			continue
		}
		var js []int
		for j := last + 1; j < len(g.rows[i].cells); j++ {
			if g.at(i, j).states() && !g.at(i, j).covered {
				js = append(js, j)
			}
		}
		whole := total.MatchString(label)
		for _, j := range js {
			add(i, j, whole || len(js) > 1 && total.MatchString(strings.Join(g.label(j), " ")))
		}
	}
	for j := range g.columns {
		head := strings.Join(g.ownLabel(j), " ")
		if head == "" || !in.names(head) {
			continue
		}
		numbers := 0
		sums := -1
		for i := g.head; i < len(g.rows); i++ {
			if g.at(i, j).value.kind == isNumber {
				numbers++
				if label, _ := g.rowLabel(i); total.MatchString(label) {
					sums = i
				}
			}
		}
		for i := g.head; i < len(g.rows); i++ {
			if g.at(i, j).states() && (sums < 0 || i == sums) {
				add(i, j, i == sums || numbers == 1 && total.MatchString(head))
			}
		}
	}
	return out
}

// states reports whether a cell states a number, or says in words that there is
// none.
func (c *cell) states() bool { return c.value.kind == isNumber || denialCell.MatchString(c.text) }

var (
	total       = lazy.New(`(?i)(^|[^\p{L}])(всего|итого|барлығы|жиыны|total)([^\p{L}]|$)`)
	percentHead = lazy.New(`(?i)%|процент|(^|[^\p{L}])доля|уд(ельный|\.) вес|пайыз`)
)

// longestHead is the length in characters of what can name a number; more is a
// text that stands in the table.
const longestHead = 120

// names reports whether a head names the indicator.
func (in *Indicator) names(head string) bool {
	if utf8.RuneCountInString(head) > longestHead {
		return false
	}
	t := query.NewText([]query.Unit{{Text: head, Lang: words.Language(head)}})
	for _, q := range in.not {
		if q.Matches(t) {
			return false
		}
	}
	return slices.ContainsFunc(in.any, func(p pattern) bool {
		return p.words != nil && slices.ContainsFunc(p.words.Occurrences(t), func(o query.Occurrence) bool {
			lo, hi := bounds(o)
			return !oneOf.MatchString(head[hi:]) && (p.slot != nil || leads(head[:lo]))
		})
	})
}

// rowLabel is the text of a row before its first number, less its own number,
// and the column in which it ends.
func (g *grid) rowLabel(i int) (label string, last int) {
	last = -1
	for j := range g.rows[i].cells {
		c := g.at(i, j)
		n := len([]rune(c.text))
		word := n > 1 && c.value.kind != isNumber && strings.ContainsFunc(c.text, unicode.IsLetter) && !codedLike(c.text)
		if c.value.kind == isNumber && (j > 0 || len(g.rows[i].cells) == 1) || (c.value.kind == isNothing || c.value.kind == isMissing) && (!word || label != "") {
			break
		}
		if word && !c.covered {
			last = j
			if label == "" {
				label = one(c.text)
			} else if n > longestUnit {
				label += " " + one(c.text)
			}
		} else if word && c.covered && j == 0 {
			label, last = one(c.text), j
		}
	}
	return label, last
}

// longestUnit is the length of what stands behind a label and is no label, as
// «тыс. тенге».
const longestUnit = 14

// mention is a number of a table as a row that one can read.
func (g *grid) mention(i, j int, whole bool) Mention {
	c := g.at(i, j)
	label, _ := g.rowLabel(i)
	head := strings.Join(g.label(j), ", ")
	m := Mention{Number: Number{Value: c.value.number, Places: c.value.places, Text: c.text, Percent: c.value.percent, Said: c.value.kind == isNothing},
		Address: g.rows[i].address, Line: g.rows[i].line, Page: g.rows[i].page, Row: label, Column: head, Whole: whole,
		Norm: planHead.MatchString(head), Past: past.MatchString(head)}
	var b strings.Builder
	for _, part := range []string{label, head} {
		if part != "" {
			b.WriteString(part)
			b.WriteString(" | ")
		}
	}
	m.Lo = b.Len()
	b.WriteString(one(c.text))
	m.Hi = b.Len()
	m.Sentence = b.String()
	m.Matches = [][2]int{{m.Lo, m.Hi}}
	return m
}

// planHead heads what was planned, not what was done.
var planHead = lazy.New(`(?i)(^|[^\p{L}])(план|плана|запланировано|по плану|предусмотрено|жоспар)([^\p{L}]|$)`)
