package compare

import (
	"cmp"
	"slices"

	"svod/corpus"
)

// A UnitCount says what became of the units of a kind: articles or, in acts
// without them, clauses count as a whole, all else by its own text.
type UnitCount struct {
	Kind string `json:"kind"` // article, clause, …
	// Top says that the units stand under no other: articles, a preamble.
	Top        bool `json:"top"`
	Changed    int  `json:"changed"`
	Added      int  `json:"added"`
	Removed    int  `json:"removed"` // repealed ones, too
	Moved      int  `json:"moved"`
	Split      int  `json:"split"`
	Merged     int  `json:"merged"`
	Renumbered int  `json:"renumbered"` // changed or not

	kind           corpus.Kind
	noun           noun
	added, removed []*node // of tops, to be named
}

func (u *UnitCount) add(c Change, n int) {
	switch c {
	case Changed:
		u.Changed += n
	case Added:
		u.Added += n
	case Removed:
		u.Removed += n
	case Moved:
		u.Moved += n
	case Split:
		u.Split += n
	case Merged:
		u.Merged += n
	}
}

// units counts what became of tops and of what stands in those that changed.
// called, if not nil, divides kinds further by what units are called.
func (c *Comparison) units(called func(*node) noun) []UnitCount {
	type key struct {
		kind corpus.Kind
		top  bool
		noun noun
	}
	byKey := map[key]*UnitCount{}
	count := func(n *node, top bool) *UnitCount {
		k := key{kind: n.unit.Kind, top: top}
		if called != nil {
			k.noun = called(n)
		}
		u := byKey[k]
		if u == nil {
			u = &UnitCount{Kind: n.unit.Kind.String(), Top: top, kind: n.unit.Kind, noun: k.noun}
			byKey[k] = u
		}
		return u
	}
	tops := map[*node][]*Row{} // by the new top, or the old one if it has none
	var order []*node
	for i := range c.Rows {
		r := &c.Rows[i]
		n := first(r.news)
		if n == nil {
			n = first(r.olds)
		}
		for n.parent != nil {
			n = n.parent
		}
		if len(r.news) == 0 {
			switch {
			case n.mate != nil:
				n = n.mate
			case c.twins[n] != nil:
				n = c.twins[n]
			}
		}
		if tops[n] == nil {
			order = append(order, n)
		}
		tops[n] = append(tops[n], r)
	}
	for _, n := range order {
		rows := tops[n]
		change := topChange(n, rows)
		u := count(n, true)
		u.add(change, 1)
		if o := n.mate; o != nil && renumbered(o, n) {
			u.Renumbered++
		}
		switch change {
		case Added:
			u.added = append(u.added, n)
		case Removed:
			u.removed = append(u.removed, n)
		case Changed, Moved, Split, Merged:
			for _, r := range rows {
				c.below(r, count)
			}
		}
	}
	out := []UnitCount{}
	for _, u := range byKey {
		if u.Changed+u.Added+u.Removed+u.Moved+u.Split+u.Merged+u.Renumbered > 0 {
			byPlace := func(a, b *node) int { return cmp.Compare(a.ord, b.ord) }
			slices.SortFunc(u.removed, byPlace)
			out = append(out, *u)
		}
	}
	slices.SortFunc(out, func(a, b UnitCount) int {
		return cmp.Or(-cmp.Compare(btoi(a.Top), btoi(b.Top)), cmp.Compare(a.rank(), b.rank()), -cmp.Compare(a.noun.gender, b.noun.gender))
	})
	return out
}

// rank puts articles first, then what stands in and around them.
func (u *UnitCount) rank() int {
	if u.kind >= corpus.KindArticle {
		return int(u.kind)
	}
	return 100 + int(u.kind)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// topChange is what became of an article as a whole.
func topChange(n *node, rows []*Row) Change {
	touched := slices.DeleteFunc(slices.Clone(rows), func(r *Row) bool { return r.Change == Unchanged || r.Change == Notes })
	if len(touched) == 0 {
		return Unchanged
	}
	all := func(c Change) bool {
		return !slices.ContainsFunc(rows, func(r *Row) bool { return r.Change != c })
	}
	old := n.mate
	switch {
	case n.group != nil:
		return groupChange(n.group)
	case all(Added) && (old == nil || old.hollow()):
		return Added
	case all(Removed) && (old == nil || n.hollow()):
		return Removed
	}
	if !slices.ContainsFunc(touched, edited) {
		if slices.ContainsFunc(touched, func(r *Row) bool { return r.Change == Moved && first(r.news) == n }) {
			return Moved
		}
		if !slices.ContainsFunc(touched, func(r *Row) bool { return r.Change != Renumbered || first(r.news) != n }) {
			return Renumbered
		}
	}
	return Changed
}

// edited reports whether a row's text is another now.
func edited(r *Row) bool {
	switch r.Change {
	case Changed, Added, Removed, Split, Merged:
		return true
	}
	return slices.ContainsFunc(r.Edits, func(e Edit) bool { return e.Op != Equal && !e.Cosmetic })
}

func groupChange(g *group) Change {
	switch {
	case len(g.old) > 1:
		return Merged
	case len(g.new) > 1:
		return Split
	}
	return Changed
}

// below counts a row of something inside an article. What was added or removed
// with its parent is part of that.
func (c *Comparison) below(r *Row, count func(*node, bool) *UnitCount) {
	n := first(r.news)
	if n == nil {
		n = first(r.olds)
	}
	if n.parent == nil {
		return
	}
	change := r.Change
	switch change {
	case Unchanged, Notes:
		return
	case Added, Removed:
		if p := n.parent; p.parent != nil && (p.mate == nil || p.mate.hollow() || p.hollow()) {
			return
		}
	case Moved, Renumbered:
		if edited(r) {
			change = Changed
		}
	}
	u := count(n, false)
	u.add(change, 1)
	if r.Change == Renumbered && r.olds[0].unit.Kind == r.news[0].unit.Kind {
		u.Renumbered++
	}
}
