package compare

import "svod/corpus"

// An entry is one row of the table of changes: the changed provisions of one
// clause or article, with what a reader needs to understand them.
type entry struct {
	old, new *node // the clause or article; one may be nil
	rows     []*Row
	whole    bool // nothing in it stayed
}

// gather joins rows into entries, in the order of the rows.
func (c *Comparison) gather(keep func(*Row) bool) []*entry {
	whole := c.wholes()
	byKey := map[*node]*entry{}
	var out []*entry
	for i := range c.Rows {
		r := &c.Rows[i]
		if !keep(r) {
			continue
		}
		n, o := first(r.news), first(r.olds)
		var key *node
		e := &entry{}
		if n != nil {
			e.new = clauseOf(n, whole)
			e.old = c.twin(e.new)
			key = e.new
		} else {
			e.old = clauseOf(o, whole)
			// What is gone from an article that is part of another now, is told
			// by its own name.
			if t := c.twin(e.old); t != nil && clauseOf(t, whole) == t {
				e.new = t
			}
			key = e.old
			if e.new != nil {
				key = e.new
			}
		}
		if had := byKey[key]; had != nil {
			e = had
		} else {
			byKey[key] = e
			out = append(out, e)
			e.whole = whole[key]
		}
		e.rows = append(e.rows, r)
	}
	return rowByRow(out)
}

// longRows is how many letters the changed rows of one table may have to be
// read in one place.
const longRows = 1500

// rowByRow makes an entry of each row of a table whose rows are long: a budget is
// read as a whole, a plan of measures row by row.
func rowByRow(es []*entry) []*entry {
	var out []*entry
	for _, e := range es {
		letters := 0
		for _, r := range e.rows {
			for _, p := range append(r.Old, r.New...) {
				letters += len(p.Text) / 2 // of Cyrillic
			}
			if !inTable(r) || e.whole {
				letters = 0
				break
			}
		}
		if letters <= longRows {
			out = append(out, e)
			continue
		}
		for _, r := range e.rows {
			out = append(out, &entry{old: first(r.olds), new: first(r.news), rows: []*Row{r}})
		}
	}
	return out
}

func inTable(r *Row) bool {
	n := first(r.news)
	if n == nil {
		n = first(r.olds)
	}
	return n.unit.Kind == corpus.KindRow
}

// clauseOf returns the node under which a node's row is gathered: its article
// if the article changed throughout, else its clause, else its article, else
// itself.
func clauseOf(n *node, whole map[*node]bool) *node {
	clause := n
	for p := n; p != nil; p = p.parent {
		if whole[p] {
			return p
		}
		if p.parent == nil {
			break
		}
		clause = p
	}
	// clause is now the child of a root, or a root.
	if clause.parent != nil && clause.unit.Kind != corpus.KindClause {
		return clause.parent
	}
	return clause
}

// wholes returns the articles, new and old ones, of which nothing stayed.
func (c *Comparison) wholes() map[*node]bool {
	stayed, changed := map[*node]bool{}, map[*node]int{}
	root := func(n *node) *node {
		for n.parent != nil {
			n = n.parent
		}
		return n
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		for _, ns := range [][]*node{r.news, r.olds} {
			for _, n := range ns {
				top := root(n)
				switch {
				case n == top && len(n.kids) > 0:
				case n == top && n.unit.Text == "" && n.mate != nil && len(n.mate.kids) > 0: // a heading that got its article
				case r.Change == Unchanged || r.Change == Notes:
					stayed[top] = true
				default:
					changed[top]++
				}
			}
		}
	}
	out := map[*node]bool{}
	for top, n := range changed {
		if stayed[top] || n < 2 && top.mate != nil || len(top.kids) == 0 {
			continue
		}
		if top.mate == nil || !stayed[top.mate] {
			out[top] = true
		}
	}
	return out
}
