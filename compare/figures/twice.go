package figures

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"svod/corpus/lazy"

	"svod/corpus"
	"svod/corpus/words"
)

// twice compares what a document gives more than once: totals under the same
// words in several tables, people counted in text and in tables, shares in text
// with their counts beside them.
func (c *Checked) twice(d *corpus.Document, gs []*grid) {
	people := c.sameTotals(d, gs)
	for p := range passages(d) {
		c.shareInText(d, p)
		c.peopleInText(d, p, people)
	}
}

// sameTotals compares the totals of tables with one row of numbers, and returns
// those that count people.
func (c *Checked) sameTotals(d *corpus.Document, gs []*grid) []Figure {
	var people []Figure
	first := map[string]Figure{}
	for _, g := range gs {
		cols := g.series()
		for _, col := range cols {
			if !col.whole || col.numbers != 1 || col.kind != seriesCounts {
				continue
			}
			for i := g.head; i < len(g.rows); i++ {
				if v := g.at(i, col.index); v.value.kind != isNumber || v.covered {
					continue
				}
				f := g.figure(i, col.index)
				f.Label = col.label
				if g.countsPeople(cols) {
					people = append(people, f)
				}
				name := words.Fold(col.label)
				if len(strings.Fields(name)) < 2 {
					break // «Всего» may be of anything
				}
				if before, ok := first[name]; !ok {
					first[name] = f
				} else if before.Value == f.Value {
					c.Holds = append(c.Holds, Sum{d, FindingSame, g.address, g.caption, f, []Figure{before}, false})
				} else {
					c.Findings = append(c.Findings, Finding{Document: d, Code: FindingSame, Table: g.address, Caption: g.caption, Whole: f, Parts: []Figure{before},
						Computed: before.Value, Places: max(g.at(i, col.index).value.places, decimals(before.Value)), Odd: -1, Doubtful: true})
				}
				break
			}
		}
	}
	return people
}

func decimals(v float64) int {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return len(s) - i - 1
	}
	return 0
}

var (
	peopleHead = lazy.New(`(?i)(^|[^\p{L}])(человек|чел|участник\p{L}*|получател\p{L}*|слушател\p{L}*|мужчин\p{L}*|женщин\p{L}*|лиц|граждан|адам|қатысушы\p{L}*|ерлер|әйелдер)([^\p{L}]|$)`)
	peopleUnit = lazy.New(`(?i)^[  ]*(чел\p{L}*|участник\p{L}*|слушател\p{L}*|получател\p{L}*|адам\p{L}*|қатысушы\p{L}*)`)
	reached    = lazy.New(`(?i)(охват\p{L}*|всего|в общей сложности|общ(ее|им) (количеств|числ)\p{L}*( участник\p{L}*)?|барлығы)[  ]*[–—:-]?[  ]*(составил\p{L}*|составляет)?[  ]*$`)
)

// countsPeople: the heads of a table, or the line above it, say people.
func (g *grid) countsPeople(cols []series) bool {
	if peopleHead.MatchString(g.caption) {
		return true
	}
	for _, c := range cols {
		if peopleHead.MatchString(c.label) {
			return true
		}
	}
	return false
}

// peopleInText compares «с охватом 145 чел.» with the totals of the tables.
func (c *Checked) peopleInText(d *corpus.Document, p *passage, people []Figure) {
	if len(people) == 0 {
		return
	}
	for _, n := range p.counts.numbers {
		if n.Hedge != "" || !peopleUnit.MatchString(p.text[n.Hi:]) || !reached.MatchString(p.text[:n.Lo]) {
			continue
		}
		stated := Figure{Label: one(p.text[max(0, strings.LastIndexByte(p.text[:n.Lo], ' ')):n.Hi]), Value: n.Value, Text: n.Text,
			Address: p.address, Line: p.line, Page: p.page}
		stated.Label = strings.TrimSpace(reached.FindString(p.text[:n.Lo])) + " " + n.Text + peopleUnit.FindString(p.text[n.Hi:])
		agree, alike := false, true
		for _, f := range people {
			agree = agree || f.Value == n.Value
			alike = alike && f.Value == people[0].Value
		}
		switch {
		case agree:
			c.Holds = append(c.Holds, Sum{d, FindingText, "", "", stated, people[:1], false})
		case alike:
			c.Findings = append(c.Findings, Finding{Document: d, Code: FindingText, Whole: stated, Parts: people[:1], Computed: people[0].Value,
				Odd: -1, Doubtful: true, Quote: p.text, Matches: [][2]int{{n.Lo, n.Hi}}})
		}
	}
}

// A count, a base and a share of it in one sentence: «52 из 145 (35,9 %)», «из 145
// участников 52 (36 %)».
var (
	countOfBase = spacedOut(`(?i)(N)(?: \p{L}+){0,2},? (?:из|от общего числа|out of|of) (?:общего числа )?(N)(?: \p{L}+){0,4},? ?\(?(?:или |что составляет |это |– )?(N) ?%`)
	baseOfCount = spacedOut(`(?i)(?:^|\(| )из (?:общего числа )?(N)(?: \p{L}+){0,3},? (?:– )?(N)(?: \p{L}+){0,3},? ?\(?(?:или |что составляет )?(N) ?%`)
)

// spacedOut compiles a pattern in which a space is any space, and N a number.
func spacedOut(pattern string) *regexp.Regexp {
	return regexp.MustCompile(strings.ReplaceAll(strings.ReplaceAll(pattern, " ", `[\s\x{a0}]`), "N", digits))
}

func (c *Checked) shareInText(d *corpus.Document, p *passage) {
	if len(p.shares.numbers) == 0 || len(p.counts.numbers) < 2 {
		return
	}
	text := p.text
	for _, way := range []struct {
		re          *regexp.Regexp
		count, base int
	}{{countOfBase, 2, 4}, {baseOfCount, 4, 2}} {
		for _, m := range way.re.FindAllStringSubmatchIndex(text, -1) {
			get := func(k int) (float64, int, Figure, bool) {
				s := text[m[k]:m[k+1]]
				v, places, ok := parsed(s, false)
				return v, places, Figure{Label: s, Value: v, Text: s, Address: p.address, Line: p.line, Page: p.page}, ok && quantityAt(p, m[k])
			}
			n, _, count, ok1 := get(way.count)
			b, _, base, ok2 := get(way.base)
			share, places, stated, ok3 := get(6)
			if !ok1 || !ok2 || !ok3 || b <= 0 || n > b {
				continue
			}
			x := 100 * n / b
			stated.Label = text[m[0]:m[1]]
			if diff := clean(x, 6) - share; diff > -1.001*math.Pow10(-places) && diff < 1.001*math.Pow10(-places) {
				c.Holds = append(c.Holds, Sum{d, FindingShare, "", "", stated, []Figure{count, base}, true})
				continue
			}
			c.Findings = append(c.Findings, Finding{Document: d, Code: FindingShare, Whole: stated, Parts: []Figure{count, base},
				Computed: clean(x, max(places, 1)), Places: max(places, 1), Percent: true, Odd: -1, Quote: p.text,
				Matches: [][2]int{{m[way.count], m[way.count+1]}, {m[way.base], m[way.base+1]}, {m[6], m[7]}}})
		}
	}
}

// quantityAt: what begins at an offset was read as a quantity.
func quantityAt(p *passage, at int) bool {
	for _, ns := range [][]Number{p.counts.numbers, p.shares.numbers} {
		for _, n := range ns {
			if n.Lo == at {
				return true
			}
		}
	}
	return false
}
