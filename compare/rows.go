package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"svod/corpus"
)

// Doubt begins below these scores and margins.
const (
	sureText   = 0.60
	sureLabel  = 0.40
	sureSplit  = 0.80
	sureMargin = 0.10
)

// rows makes a row of every pair, group and single unit that has words.
func (m *matcher) rows() []Row {
	type placed struct {
		Row
		at, rank, seq int
	}
	var all []placed
	done := map[*group]bool{}
	for _, n := range m.new.nodes {
		switch {
		case n.group != nil:
			if !done[n.group] {
				done[n.group] = true
				all = append(all, placed{m.groupRow(n.group), n.ord, 1, 0})
			}
		case n.mate != nil && n.mate.group == nil:
			if n.own.text != "" || n.mate.own.text != "" {
				all = append(all, placed{m.pairRow(n.mate, n), n.ord, 1, 0})
			}
		case n.own.text != "":
			all = append(all, placed{single(Added, nil, n), n.ord, 1, 0})
		}
	}
	at := m.oldPlaces()
	for _, o := range m.old.nodes {
		if o.group == nil && (o.mate == nil || o.mate.group != nil) && o.own.text != "" {
			all = append(all, placed{single(Removed, o, nil), at[o.ord], 0, o.ord})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.rank, b.rank), cmp.Compare(a.seq, b.seq))
	})
	rows := make([]Row, len(all))
	for i, p := range all {
		rows[i] = p.Row
	}
	return rows
}

// oldPlaces returns for each old node before which new node it would stand if
// it were still there: after the counterpart of the sibling before it.
func (m *matcher) oldPlaces() []int {
	at := make([]int, len(m.old.nodes))
	var place func(ns []*node, start int)
	place = func(ns []*node, start int) {
		for _, o := range ns {
			at[o.ord] = start
			inside := start
			if n := o.mate; n != nil {
				inside = n.ord + 1
			}
			place(o.kids, inside)
			if o.mate != nil && !o.moved {
				start = o.mate.end
				if o.opened {
					start = o.mate.ord + 1
				}
			}
		}
	}
	place(m.old.roots, 0)
	return at
}

func single(c Change, o, n *node) Row {
	r := Row{Change: c, Old: []Place{}, New: []Place{}, Edits: []Edit{}}
	if o != nil {
		r.olds, r.Old = []*node{o}, []Place{{o.addr, o.own.text}}
		r.Edits = []Edit{{Op: Delete, Text: o.own.text}}
	}
	if n != nil {
		r.news, r.New = []*node{n}, []Place{{n.addr, n.own.text}}
		r.Edits = []Edit{{Op: Insert, Text: n.own.text}}
	}
	return r
}

func (m *matcher) pairRow(o, n *node) Row {
	r := Row{
		Old: []Place{{o.addr, o.own.text}}, New: []Place{{n.addr, n.own.text}},
		olds: []*node{o}, news: []*node{n},
		MatchedBy: n.by, Margin: round(n.margin),
	}
	if isRow(o.own.text) || isRow(n.own.text) {
		columns := m.columns(o.parent, n.parent)
		r.Edits = diffCells(o.own.text, n.own.text, columns)
		if o.own.key != n.own.key {
			r.Cells = cellChanges(o.own.text, n.own.text, columns, headOf(n.parent))
		}
	} else {
		r.Edits = diffUnits(o, n)
	}
	equal := o.own.key == n.own.key
	switch {
	case equal:
		r.Score = 1
	case o.own.text != "" && n.own.text != "":
		r.Score = round(cosine(m.ownVector(o), m.ownVector(n)))
		r.Punctuation = slices.Equal(wordsOnly(o.own.text), wordsOnly(n.own.text))
	}
	switch {
	case n.own.text == "":
		r.Change, r.Repealed = Removed, n.unit.Repealed
	case o.own.text == "":
		r.Change = Added
	case went(n):
		r.Change = Moved
	case renumbered(o, n):
		r.Change = Renumbered
	case !equal:
		r.Change = Changed
	case notes(o) != notes(n):
		r.Change = Notes
	default:
		r.Change = Unchanged
	}
	if !equal && o.own.text != "" && n.own.text != "" {
		switch n.by {
		case ByLabel:
			r.Check = n.score < sureLabel && r.Score < sureLabel || r.Score < likeLast && n.unit.Kind != corpus.KindSignature
		case ByText:
			r.Check = n.score < sureText || n.margin < sureMargin && n.score < likeMove
		case ByMove:
			r.Check = n.margin < sureMargin
		}
	}
	return r
}

// columns returns which columns of a table are which in its counterpart.
func (m *matcher) columns(o, n *node) *columnMap {
	if n == nil || o == nil || o.mate != n {
		return newColumnMap(m.swapped)
	}
	if c := m.tables[n]; c != nil {
		return c
	}
	c := newColumnMap(m.swapped)
	for _, k := range n.kids {
		if k.mate != nil && k.mate.parent == o {
			c.learn(k.mate.own.text, k.own.text)
		}
	}
	m.tables[n] = c
	return c
}

func (m *matcher) groupRow(g *group) Row {
	r := Row{MatchedBy: BySplit, Change: Split, Score: round(g.score), Margin: round(g.score), Check: g.score < sureSplit}
	switch {
	case len(g.old) == 1 && len(g.new) == 1:
		r.MatchedBy, r.Change, r.Check = ByText, Renumbered, g.score < sureText
		if g.old[0].own.key == g.new[0].own.key {
			r.MatchedBy = ByExact
		}
	case len(g.old) > 1:
		r.MatchedBy, r.Change = ByMerge, Merged
	}
	side := func(ns []*node) (ps []Place, text string) {
		var ts []string
		for _, n := range ns {
			ps = append(ps, Place{n.addr, n.own.text})
			ts = append(ts, n.own.text)
		}
		return ps, strings.Join(ts, "\n")
	}
	var was, is string
	r.Old, was = side(g.old)
	r.New, is = side(g.new)
	r.olds, r.news = g.old, g.new
	r.Edits = diffRow(was, is)
	return r
}

// diffUnits compares heading with heading and text with text.
func diffUnits(o, n *node) []Edit {
	a, b := o.unit, n.unit
	if a.Title == "" || b.Title == "" || a.Text == "" || b.Text == "" {
		return diffRow(o.own.text, n.own.text)
	}
	es := script(diffRow(a.Title, b.Title))
	es.add(Equal, "\n", false)
	for _, e := range diffRow(a.Text, b.Text) {
		es.add(e.Op, e.Text, e.Cosmetic)
	}
	return es
}

func diffRow(was, is string) []Edit {
	if was == is {
		return []Edit{{Op: Equal, Text: is}}
	}
	return Diff(was, is)
}

// went reports whether a unit is now elsewhere. What went with its parent did
// not move by itself, unless the parent has no row to say so.
func went(n *node) bool {
	if n.moved {
		return true
	}
	p := n.parent
	return p != nil && p.mate != nil && p.own.text == "" && p.mate.own.text == "" && went(p)
}

// renumbered reports whether a unit is now called by another number, or by a
// number for the first time.
func renumbered(o, n *node) bool {
	a, b := o.unit, n.unit
	if uncounted(a.Kind) && uncounted(b.Kind) {
		return false
	}
	return a.Kind != b.Kind || corpus.Number(a.Num) != corpus.Number(b.Num)
}

func uncounted(k corpus.Kind) bool {
	switch k {
	case corpus.KindRequisite, corpus.KindPreamble, corpus.KindContents, corpus.KindSignature,
		corpus.KindPassage, corpus.KindTable, corpus.KindRow:
		return true
	}
	return false
}

func notes(n *node) string {
	var b strings.Builder
	for _, x := range n.unit.Notes {
		b.WriteString(fold(tokenize(x.Text, "ru")))
		b.WriteByte(1)
	}
	return b.String()
}

func wordsOnly(s string) []string {
	var out []string
	for _, t := range tokenize(s, "ru") {
		if t.word {
			out = append(out, t.key)
		}
	}
	return out
}

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
