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
	Units   int
	Loose   int  // units of analysis that are paragraphs, or what a document has for want of larger ones
	Lacking bool // the document has no element of the kind asked for
	Words   int
	Found   []Finding // of the categories that occur, in the codebook's order
	Left    map[Skip]Amount
	Met     []bool // which of the sections that are left out it has
}

// A Finding is where a category occurs in a document.
type Finding struct {
	Category    int // by its place in the codebook's order
	Occurrences int
	Words       int
	Units       []int32 // of analysis in which it occurs, in order
	Places      int     // how much evidence there is
	Evidence    []Evidence
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

// counter is how documents are counted, one after the other.
type counter struct {
	categories *query.Set // the categories' queries, in the codebook's order
	unit       Unit
	nested     Nested
	skip       map[Skip]bool
	sections   []Section

	// Of the article before: their places are used again.
	text    *query.Text
	matched []matched
	found   [][]Evidence // by category, of the document before
}

// matched is a word of an occurrence.
type matched struct {
	query.Match
	first bool // of its occurrence
}

func newCounter(categories []*Category, unit Unit, nested Nested, skip []Skip, sections []Section) *counter {
	queries := make([]*query.Query, len(categories))
	for i, c := range categories {
		queries[i] = c.query
	}
	return &counter{categories: query.NewSet(queries), found: make([][]Evidence, len(categories)), unit: unit, nested: nested, skip: skipSet(skip), sections: sections}
}

// tally counts one document. Its texts are cut into words once for all
// categories.
func (k *counter) tally(d *corpus.Document) Tally {
	var t Tally
	for i := range k.found {
		k.found[i] = k.found[i][:0]
	}
	seen := map[int]bool{} // units of analysis with text
	sentences := 0         // in the articles before
	cut := cutter{d: d, kind: k.unit.kind(), skip: k.skip, sections: sectionsOf(d, k.sections), weighs: true}
	for _, g := range cut.cut() {
		k.text = k.categories.Text(k.text, g.units)
		a := article{k.text, g.passages}
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
		k.categories.Find(a.text, func(i int, os []query.Occurrence) {
			k.found[i] = k.evidence(k.found[i], d, a, distinct(os, k.nested), unitOf)
		})
	}
	t.Units += len(seen)
	t.Loose, t.Lacking, t.Left, t.Met = len(cut.loose), !cut.exact, cut.left, make([]bool, len(k.sections))
	for i := range t.Met {
		t.Met[i] = cut.met[i]
	}
	some := 0
	for _, es := range k.found {
		some += min(1, len(es))
	}
	t.Found = make([]Finding, 0, some)
	for i, es := range k.found {
		if len(es) > 0 {
			t.Found = append(t.Found, findingOf(i, es))
		}
	}
	return t
}

// findingOf sums evidence up.
func findingOf(category int, es []Evidence) Finding {
	f := Finding{Category: category, Places: len(es), Evidence: slices.Clone(es)}
	for _, e := range es {
		f.Occurrences += e.Occurrences
		f.Words += len(e.Matches)
		if e.Occurrences > 0 {
			f.Units = append(f.Units, int32(e.Unit))
		}
	}
	slices.Sort(f.Units)
	f.Units = slices.Clip(slices.Compact(f.Units))
	return f
}

// evidence adds occurrences, gathered by the places where their words stand.
func (k *counter) evidence(es []Evidence, d *corpus.Document, a article, os []query.Occurrence, unitOf func(query.Match) int) []Evidence {
	ws := k.matched[:0]
	for _, o := range os {
		for i, m := range o {
			ws = append(ws, matched{m, i == 0})
		}
	}
	k.matched = ws
	slices.SortFunc(ws, func(a, b matched) int {
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Lo, b.Lo), cmp.Compare(a.Hi, b.Hi))
	})
	var e *Evidence
	all := make([][2]int, 0, len(ws)) // of which each has a part
	for i, w := range ws {
		unit := unitOf(w.Match)
		again := i > 0 && w.Match == ws[i-1].Match // a word of two occurrences
		if i == 0 || w.Unit != ws[i-1].Unit || unit != e.Unit {
			es = append(es, Evidence{Document: d.ID, Address: a.passages[w.Unit].address, Text: a.text.Units()[w.Unit].Text, Unit: unit})
			e = &es[len(es)-1]
		}
		if !again {
			all = append(all, [2]int{w.Lo, w.Hi})
			e.Matches = all[len(all)-len(e.Matches)-1 : len(all) : len(all)]
		}
		if w.first {
			e.Occurrences++
		}
	}
	return es
}

// distinct applies the rule for matches that overlap.
func distinct(os []query.Occurrence, nested Nested) []query.Occurrence {
	if nested == All || disjoint(os) {
		return os
	}
	// The longest first, of equals that which begins first; then each that
	// shares no word with one taken before.
	order := slices.Clone(os)
	slices.SortStableFunc(order, func(a, b query.Occurrence) int { return cmp.Compare(len(b), len(a)) })
	taken := map[int][]query.Match{} // by unit; a compound and its part are one word
	var keep []query.Occurrence
	for _, o := range order {
		if slices.ContainsFunc(o, func(m query.Match) bool {
			return slices.ContainsFunc(taken[m.Unit], func(t query.Match) bool { return m.Lo < t.Hi && t.Lo < m.Hi })
		}) {
			continue
		}
		for _, m := range o {
			taken[m.Unit] = append(taken[m.Unit], m)
		}
		keep = append(keep, o)
	}
	slices.SortStableFunc(keep, func(a, b query.Occurrence) int {
		return cmp.Or(cmp.Compare(a[0].Unit, b[0].Unit), cmp.Compare(a[0].Lo, b[0].Lo))
	})
	return keep
}

// disjoint reports whether occurrences stand one behind the other.
func disjoint(os []query.Occurrence) bool {
	var last query.Match
	for i, o := range os {
		if m := o[0]; i > 0 && (m.Unit < last.Unit || m.Unit == last.Unit && m.Lo < last.Hi) {
			return false
		}
		last = o[len(o)-1]
	}
	return true
}
