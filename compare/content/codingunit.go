package content

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/words"
)

// A CodingUnit is a unit of analysis as people code it: its text, where it
// begins, and how often the categories of the codebook occur in it.
type CodingUnit struct {
	Document *corpus.Document
	Address  corpus.Address // of its first element; «ст.5/п.2;3» is the third sentence in it
	Element  corpus.Address // the element itself
	Text     string
	Found    map[string]int // occurrences by category
}

// CodingUnits returns the units of analysis of a document, numbered and cut as
// Count does it, but for those that are only headings: there is nothing in them
// to be coded. unit is the codebook's when empty.
func CodingUnits(cb *Codebook, d *corpus.Document, unit Unit) []CodingUnit {
	if unit == "" {
		unit = cb.Unit
	}
	var categories []*Category
	for c := range cb.All() {
		categories = append(categories, c)
	}
	var out []CodingUnit
	at := map[int]int{} // number of a unit of analysis: place in out
	said := map[int]bool{}
	add := func(number int, element, address corpus.Address, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		if i, ok := at[number]; ok {
			out[i].Text += "\n" + text
			return
		}
		at[number] = len(out)
		out = append(out, CodingUnit{Document: d, Element: element, Address: address, Text: text, Found: map[string]int{}})
	}
	before := 0
	cut := cutter{d: d, kind: unit.kind(), skip: skipSet(cb.Skip)}
	for _, g := range cut.cut() {
		if unit != UnitSentence {
			for i, p := range g.passages {
				add(p.counted, p.address, p.address, g.units[i].Text)
				said[p.counted] = said[p.counted] || !p.heads(g.units[i].Text)
			}
			continue
		}
		text := query.NewText(g.units)
		sentencesOf(text, g, func(sentence, n int, p *passage, s string) {
			address := p.address
			if n > 1 {
				address += corpus.Address(";" + strconv.Itoa(n))
			}
			add(before+sentence, p.address, address, s)
			said[before+sentence] = said[before+sentence] || !p.heads(s)
		})
		before += text.Sentences() + 1
	}
	t := newCounter(categories, unit, cb.Nested, cb.Skip, nil).tally(d)
	for _, f := range t.Found {
		for _, e := range f.Evidence {
			if i, ok := at[e.Unit]; ok {
				out[i].Found[categories[f.Category].ID] += e.Occurrences
			}
		}
	}
	kept := make([]CodingUnit, 0, len(out))
	for number, i := range at {
		if !said[number] {
			out[i].Text = ""
		}
	}
	for _, u := range out {
		if u.Text != "" {
			kept = append(kept, u)
		}
	}
	return kept
}

// mostHeading is how many words a heading has at most.
const mostHeading = 20

// heads tells whether a stretch of a passage's text only heads what follows: it
// is the passage's title, or has paragraphs below it and doesn't end as a
// sentence or the beginning of a list does.
func (p *passage) heads(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || s == strings.TrimSpace(p.unit.Title) {
		return true
	}
	return len(p.unit.Units) > 0 && p.unit.Kind > corpus.KindDocument && !strings.ContainsRune(".,;:!?…", lastRune(s)) && len(strings.Fields(s)) <= mostHeading
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// sentencesOf yields the stretches of a group's units by sentence: its number,
// its number in its unit, and what of it stands there.
func sentencesOf(text *query.Text, g *group, yield func(sentence, n int, p *passage, s string)) {
	for i, u := range g.units {
		from, last, n := 0, -1, 0
		for _, w := range words.Split(u.Text, "") {
			s := text.Sentence(query.Match{Unit: i, Lo: w.Lo, Hi: w.Hi})
			if last >= 0 && s != last {
				n++
				to := len(strings.TrimRight(u.Text[:w.Lo], "«\"(“ \n")) // what opens belongs to the next
				yield(last, n, g.passages[i], u.Text[from:to])
				from = to
			}
			last = s
		}
		if last >= 0 {
			yield(last, n+1, g.passages[i], u.Text[from:])
		}
	}
}
