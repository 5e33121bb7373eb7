package content

import (
	"cmp"
	"slices"

	"svod/corpus"
	"svod/corpus/query"
)

// A Tally is what counting found in one document. Whatever is computed later is
// computed of tallies: a document is looked at once, and again only for the
// text of a quote.
type Tally struct {
	Units int
	Words int
	Found []Finding // of the categories that occur, in the codebook's order
}

// A Finding is where a category occurs in a document.
type Finding struct {
	Category int // by its place in the codebook's order
	Evidence []Evidence
}

// Evidence is a place in which a category occurs: what of one unit of analysis
// stands in one unit of the document. Matches are byte ranges in that unit's
// text: heading, newline, own text.
type Evidence struct {
	Document    string         `json:"document"`
	Address     corpus.Address `json:"address"`
	Text        string         `json:"text"`
	Matches     [][2]int       `json:"matches"`
	Occurrences int            `json:"occurrences"` // that begin here
	Unit        int            `json:"-"`           // of analysis, numbered through the document
}

// counter is how documents are counted.
type counter struct {
	categories []*Category
	unit       Unit
	nested     Nested
	skip       []Skip
}

// tally counts one document. Its texts are cut into words once for all
// categories.
func (k *counter) tally(d *corpus.Document) Tally {
	var t Tally
	found := make([][]Evidence, len(k.categories))
	seen := map[int]bool{} // units of analysis with text
	sentences := 0         // in the articles before
	for _, a := range articles(d, k.unit.kind(), k.skip) {
		t.Words += a.text.Len()
		unitOf := func(m query.Match) int { return a.passages[m.Unit].counted }
		if k.unit == UnitSentence {
			before := sentences
			unitOf = func(m query.Match) int { return before + a.text.Sentence(m) }
			t.Units += a.text.Sentences()
			sentences += a.text.Sentences() + 1
		} else {
			for _, p := range a.passages {
				seen[p.counted] = true
			}
		}
		for i, cat := range k.categories {
			if os := distinct(cat.query.Occurrences(a.text), k.nested); len(os) > 0 {
				found[i] = append(found[i], evidence(d, a, os, unitOf)...)
			}
		}
	}
	t.Units += len(seen)
	for i, es := range found {
		if len(es) > 0 {
			t.Found = append(t.Found, Finding{i, es})
		}
	}
	return t
}

// evidence gathers occurrences by the places where their words stand.
func evidence(d *corpus.Document, a article, os []query.Occurrence, unitOf func(query.Match) int) []Evidence {
	var ms []query.Match
	type place struct{ passage, unit int }
	begun := map[place]int{}
	for _, o := range os {
		ms = append(ms, o...)
		begun[place{o[0].Unit, unitOf(o[0])}]++
	}
	slices.SortFunc(ms, func(a, b query.Match) int {
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Lo, b.Lo), cmp.Compare(a.Hi, b.Hi))
	})
	var es []Evidence
	last := place{-1, -1}
	for _, m := range slices.Compact(ms) {
		if at := (place{m.Unit, unitOf(m)}); at != last {
			last = at
			es = append(es, Evidence{Document: d.ID, Address: a.passages[m.Unit].address, Text: a.text.Units()[m.Unit].Text,
				Occurrences: begun[at], Unit: at.unit})
		}
		e := &es[len(es)-1]
		e.Matches = append(e.Matches, [2]int{m.Lo, m.Hi})
	}
	return es
}

// distinct applies the rule for matches that overlap.
func distinct(os []query.Occurrence, nested Nested) []query.Occurrence {
	if nested == All || len(os) < 2 {
		return os
	}
	// The longest first, of equals that which begins first; then each that
	// shares no word with one taken before.
	order := slices.Clone(os)
	slices.SortStableFunc(order, func(a, b query.Occurrence) int { return cmp.Compare(len(b), len(a)) })
	taken := map[query.Match]bool{}
	var keep []query.Occurrence
	for _, o := range order {
		if slices.ContainsFunc(o, func(m query.Match) bool { return taken[m] }) {
			continue
		}
		for _, m := range o {
			taken[m] = true
		}
		keep = append(keep, o)
	}
	slices.SortStableFunc(keep, func(a, b query.Occurrence) int {
		return cmp.Or(cmp.Compare(a[0].Unit, b[0].Unit), cmp.Compare(a[0].Lo, b[0].Lo))
	})
	return keep
}
