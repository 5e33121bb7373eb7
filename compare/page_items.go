package compare

// An item is a row of a page.
type item struct {
	row   *Row
	away  bool // of what moved, the place where it was
	notes bool // only its notes, at the end of their article
	plain bool // without its notes: they stand in an item of their own
}

// kind returns what changed of what the item shows.
func (it item) kind() Change {
	r := it.row
	switch {
	case it.plain && r.Change == Notes:
		return Unchanged
	case !it.notes || r.Change == Added || r.Change == Removed:
		return r.Change
	case len(r.olds) == 0 || len(r.news) == 0 || notes(r.olds[0]) != notes(r.news[0]):
		return Notes
	}
	return Unchanged
}

// top returns the article or the like under which an item stands.
func (c *Comparison) top(it item) *node {
	n := first(it.row.news)
	if n == nil || it.away {
		n = first(it.row.olds)
	}
	r := outermost(n)
	switch {
	case !r.gone || it.away && (r == n || r.mate != nil && went(r.mate)):
		return r
	case r.mate != nil:
		return outermost(r.mate)
	case c.twins[r] != nil: // written anew under its number
		return c.twins[r]
	case r.group != nil:
		return outermost(r.group.new[0])
	}
	return r
}

func outermost(n *node) *node {
	for n.parent != nil {
		n = n.parent
	}
	return n
}

// items returns the rows of the comparison in reading order, with what no row
// holds: units that have only a number, and the old places of what moved.
func (c *Comparison) items() []item {
	has := map[*node]bool{}
	for i := range c.Rows {
		for _, n := range c.Rows[i].news {
			has[n] = true
		}
	}
	at := 0
	var out []item
	bare := func(until int) {
		for ; at < until; at++ {
			n := c.news[at]
			switch {
			case has[n]:
			case n.mate != nil && n.mate.group != nil: // whose text is now below it
				out = append(out, item{row: &Row{Change: Unchanged, news: []*node{n}}})
			default:
				out = append(out, item{row: wordless(n.mate, n)})
			}
		}
	}
	for i := range c.Rows {
		if n := first(c.Rows[i].news); n != nil {
			bare(n.ord)
			at = max(at, n.ord+1)
		}
		out = append(out, item{row: &c.Rows[i]})
	}
	bare(len(c.news))
	return c.withOld(out)
}

// wordless makes a row of units that have only a number.
func wordless(o, n *node) *Row {
	r := &Row{Change: Unchanged}
	switch {
	case o == nil:
		r.Change, r.news = Added, []*node{n}
	case n == nil:
		r.Change, r.olds = Removed, []*node{o}
	default:
		r.olds, r.news = []*node{o}, []*node{n}
		switch {
		case went(n):
			r.Change = Moved
		case renumbered(o, n):
			r.Change = Renumbered
		case notes(o) != notes(n):
			r.Change = Notes
		}
	}
	return r
}

// mover returns the outermost unit with which an old one has moved: itself, or
// its article.
func mover(o *node) *node {
	for o.parent != nil && o.mate != nil && !o.mate.moved && o.parent.mate != nil && o.parent.mate == o.mate.parent {
		o = o.parent
	}
	return o
}

// withOld puts what only the old document has behind the item of the provision
// that stood before it.
func (c *Comparison) withOld(items []item) []item {
	of := map[*node]int{}
	for i, it := range items {
		for _, o := range it.row.olds {
			of[o] = i
		}
	}
	behind := map[int][]item{}
	cur := -1
	for _, o := range c.olds {
		i, ok := of[o]
		switch {
		case ok && items[i].row.Change == Moved && mover(o) != o: // its article has gone with it
		case ok && items[i].row.Change == Moved:
			behind[cur] = append(behind[cur], item{row: items[i].row, away: true})
		case ok:
			cur = i
		case o.mate == nil && o.group == nil:
			behind[cur] = append(behind[cur], item{row: wordless(o, nil)})
		case o.mate != nil && o.mate.group != nil && hasNotes([]*node{o}): // whose text now is above
			behind[cur] = append(behind[cur], item{row: &Row{Change: Notes, olds: []*node{o}}})
		}
	}
	out := append([]item(nil), behind[-1]...)
	for i, it := range items {
		out = append(append(out, it), behind[i]...)
	}
	return out
}

// notesLast puts the notes of an article behind its last provision, where they
// are printed.
func notesLast(top *node, items []item) []item {
	if opens(top.unit.Kind) || len(items) < 2 {
		return items
	}
	for i, it := range items {
		if it.away || first(it.row.news) != top && first(it.row.olds) != top {
			continue
		}
		if !hasNotes(it.row.olds) && !hasNotes(it.row.news) {
			return items
		}
		items[i].plain = true
		return append(items, item{row: it.row, notes: true})
	}
	return items
}

func hasNotes(ns []*node) bool {
	for _, n := range ns {
		if len(n.unit.Notes) > 0 {
			return true
		}
	}
	return false
}
