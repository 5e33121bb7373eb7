package apply

import (
	"slices"

	"svod/corpus"
)

// A tree is the act while it is worked on: a copy of its units that may be
// changed, and the lines of each. The act itself is never touched.
type tree struct {
	old    *corpus.Document
	root   *corpus.Unit
	of     map[*corpus.Unit]*corpus.Unit // of units of the act: their copies
	was    map[*corpus.Unit]*corpus.Unit // the other way
	above  map[*corpus.Unit]*corpus.Unit // parents of what stands in the tree; the root's is nil
	pieces map[*corpus.Unit][]piece
	looks  map[corpus.Kind]look
	tables int              // the greatest number of a table
	now    *corpus.Document // the tree as it is, without spans; nil after a change
}

// A piece is a run of lines of a unit itself: its own words, or a note.
type piece struct {
	after *corpus.Unit // the child behind which it stands; nil before all children
	note  int          // place among the unit's notes, from 1; 0 its own words
	lines []corpus.Line
}

// A look is how lines of a kind of unit look in the act.
type look struct {
	first, text corpus.Style
	together    bool // the text stands on the line of the label
	known       bool
}

func newTree(d *corpus.Document) *tree {
	t := &tree{old: d, of: map[*corpus.Unit]*corpus.Unit{}, was: map[*corpus.Unit]*corpus.Unit{}, above: map[*corpus.Unit]*corpus.Unit{},
		pieces: map[*corpus.Unit][]piece{}, looks: map[corpus.Kind]look{}}
	root := d.Root
	if root == nil {
		root = &corpus.Unit{}
	}
	t.root = t.copy(root, nil)
	return t
}

// copy copies a unit of the act with all that is in it.
func (t *tree) copy(u, above *corpus.Unit) *corpus.Unit {
	c := *u
	c.Notes, c.Units = slices.Clone(u.Notes), make([]*corpus.Unit, 0, len(u.Units))
	t.of[u], t.was[&c], t.above[&c] = &c, u, above
	var own []piece
	at := u.Span.Lo
	var after *corpus.Unit
	notes := spannedNotes(u)
	lines := func(hi int) { // those before line hi that belong to no child
		for at < hi {
			n := piece{after: after}
			end := hi
			if len(notes) > 0 && u.Notes[notes[0]].Span.Lo < hi {
				if end = u.Notes[notes[0]].Span.Lo; end <= at {
					end, n.note, notes = u.Notes[notes[0]].Span.Hi, notes[0]+1, notes[1:]
				}
			}
			if n.lines = t.sourceLines(at, end); len(n.lines) > 0 {
				own = append(own, n)
			}
			at = max(at+1, end)
		}
	}
	for _, k := range u.Units {
		lines(k.Span.Lo)
		copied := t.copy(k, &c)
		c.Units = append(c.Units, copied)
		after, at = copied, max(at, k.Span.Hi)
	}
	lines(u.Span.Hi)
	if t.old.Source == nil && c.Label+c.Title+c.Text != "" {
		own = []piece{{lines: t.newLines(&c)}}
	}
	t.pieces[&c] = own
	t.learn(&c)
	return &c
}

// spannedNotes are the places of a unit's notes that have lines, in their order.
func spannedNotes(u *corpus.Unit) []int {
	var at []int
	for i, n := range u.Notes {
		if !n.Span.Empty() {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return u.Notes[a].Span.Lo - u.Notes[b].Span.Lo })
	return at
}

func (t *tree) sourceLines(lo, hi int) []corpus.Line {
	if t.old.Source == nil {
		return nil
	}
	all := t.old.Source.Lines
	lo, hi = min(lo, len(all)), min(hi, len(all))
	for _, l := range all[lo:hi] {
		t.tables = max(t.tables, l.Table)
	}
	return slices.Clone(all[lo:hi])
}

// changed is to be called after each change of the tree.
func (t *tree) changed() { t.now = nil }

// current returns the tree as a document in which provisions can be found.
func (t *tree) current() *corpus.Document {
	if t.now == nil {
		t.now = &corpus.Document{ID: t.old.ID, Meta: t.old.Meta, Root: t.root}
		t.now.CiteAs(t.old.Wording())
	}
	return t.now
}

// alive reports whether a unit still stands in the tree.
func (t *tree) alive(u *corpus.Unit) bool {
	for u != t.root {
		above, ok := t.above[u]
		if !ok || above == nil {
			return false
		}
		u = above
	}
	return true
}

// insert puts a unit with all that is in it before the i-th child of another.
func (t *tree) insert(above *corpus.Unit, i int, u *corpus.Unit) {
	if last := len(above.Units) - 1; i == last+1 && last >= 0 {
		// Notes at the end of a provision stay at its end.
		for j := range t.pieces[above] {
			if p := &t.pieces[above][j]; p.after == above.Units[last] && p.note > 0 {
				p.after = u
			}
		}
	}
	above.Units = slices.Insert(above.Units, i, u)
	t.adopt(u, above)
	t.changed()
}

// adopt enters a unit that came into the tree.
func (t *tree) adopt(u, above *corpus.Unit) {
	t.above[u] = above
	if u.Kind == corpus.KindTable && t.pieces[u] == nil {
		t.tables++
	}
	if t.pieces[u] == nil {
		if lines := t.newLines(u); len(lines) > 0 {
			t.pieces[u] = []piece{{lines: lines}}
		}
	}
	if u.Kind == corpus.KindRow {
		n := t.tables
		for _, k := range above.Units {
			if p := t.pieces[k]; k != u && len(p) > 0 && len(p[0].lines) > 0 && p[0].lines[0].Table > 0 {
				n = p[0].lines[0].Table
				break
			}
		}
		for i := range t.pieces[u] {
			for j := range t.pieces[u][i].lines {
				t.pieces[u][i].lines[j].Table = n
			}
		}
	}
	for _, k := range u.Units {
		t.adopt(k, u)
	}
}

// take takes a unit out of the tree.
func (t *tree) take(u *corpus.Unit) {
	above := t.above[u]
	i := slices.Index(above.Units, u)
	var before *corpus.Unit
	if i > 0 {
		before = above.Units[i-1]
	}
	for j := range t.pieces[above] {
		if p := &t.pieces[above][j]; p.after == u {
			p.after = before
		}
	}
	above.Units = slices.Delete(above.Units, i, i+1)
	delete(t.above, u)
	t.changed()
}

// empty takes out all that is in a unit.
func (t *tree) empty(u *corpus.Unit) {
	for len(u.Units) > 0 {
		t.take(u.Units[len(u.Units)-1])
	}
}

// place is where a unit stands among the children of the unit around it.
func (t *tree) place(u *corpus.Unit) int { return slices.Index(t.above[u].Units, u) }

// oldUnit is the nearest unit of the act at or around one of the tree.
func (t *tree) oldUnit(u *corpus.Unit) *corpus.Unit {
	for ; u != nil; u = t.above[u] {
		if o := t.was[u]; o != nil {
			return o
		}
	}
	return t.old.Root
}
