package compare

import (
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

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
			e.old = twin(e.new)
			key = e.new
		} else {
			e.old = clauseOf(o, whole)
			e.new = twin(e.old)
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
	return out
}

// twin returns the counterpart of a clause or article; of one that has none,
// that which has its number now: to a reader, the same provision rewritten.
func twin(n *node) *node {
	if n.mate != nil || n.label == "" || n.parent == nil || n.parent.mate == nil {
		return n.mate
	}
	if k := named(n.parent.mate.kids, n.label); k != nil && k.mate == nil {
		return k
	}
	return nil
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

// A cellWriter puts the text of one side of an entry into a table's cell.
type cellWriter struct {
	runs []table.Run
	gap  bool // something was left out since the last paragraph
	t    *Template
}

func (w *cellWriter) paragraph() {
	if len(w.runs) > 0 {
		w.runs = append(w.runs, table.Run{Text: "\n"})
	}
}

func (w *cellWriter) leave() {
	if !w.gap {
		w.paragraph()
		w.runs = append(w.runs, table.Run{Text: w.t.Left, Mark: table.MarkMuted})
		w.gap = true
	}
}

func (w *cellWriter) text(s string, m table.Mark) {
	if s == "" {
		return
	}
	w.runs = append(w.runs, table.Run{Text: s, Mark: m})
	w.gap = false
}

// node writes a provision: label, then heading and text with their marks.
func (w *cellWriter) node(n *node, body []table.Run, mark table.Mark) {
	w.paragraph()
	if n.unit.Label != "" {
		w.text(n.unit.Label+" ", mark)
	}
	for _, r := range body {
		w.text(r.Text, r.Mark)
	}
	w.gap = false
}

// side writes the old or the new text of an entry.
func (w *cellWriter) side(e *entry, top *node, olds bool) {
	shown := map[*node]*Row{}
	for _, r := range e.rows {
		for _, n := range pick(r, olds) {
			shown[n] = r
		}
	}
	// The way down to what is shown: headings and lead-ins are printed too.
	lead := map[*node]bool{}
	for n := range shown {
		for p := n.parent; p != nil; p = p.parent {
			lead[p] = true
		}
	}
	var chain []*node
	if top != nil {
		for p := top.parent; p != nil; p = p.parent {
			chain = append([]*node{p}, chain...)
		}
		for i, p := range chain {
			next := top
			if i+1 < len(chain) {
				next = chain[i+1]
			}
			w.node(p, []table.Run{{Text: p.own.text}}, table.MarkNone)
			if len(p.kids) > 0 && p.kids[0] != next {
				w.leave()
			}
		}
		w.tree(top, shown, lead, olds, e)
		if len(chain) > 0 {
			last := chain[len(chain)-1]
			if last.kids[len(last.kids)-1] != top {
				w.leave()
			}
		}
	}
	// What came from elsewhere.
	for _, r := range e.rows {
		for _, n := range pick(r, olds) {
			if top == nil || n.ord < top.ord || n.ord >= top.end {
				w.node(n, bodyOf(r, n, olds), markOf(r, olds))
			}
		}
	}
}

func pick(r *Row, olds bool) []*node {
	if olds {
		return r.olds
	}
	return r.news
}

func (w *cellWriter) tree(n *node, shown map[*node]*Row, lead map[*node]bool, olds bool, e *entry) {
	switch r := shown[n]; {
	case r != nil && n.own.text == "" && n.empty() && !olds && r.Repealed:
		w.node(n, []table.Run{{Text: w.t.Gone[nounOf("ru", n.unit.Kind).gender], Mark: table.MarkInserted}}, table.MarkNone)
	case r != nil && n.own.text == "" && n.empty():
		w.node(n, []table.Run{{Text: w.t.Absent, Mark: table.MarkItalic}}, table.MarkNone)
	case r != nil:
		w.node(n, bodyOf(r, n, olds), markOf(r, olds))
	case lead[n]:
		w.node(n, []table.Run{{Text: n.own.text}}, table.MarkNone)
	default:
		if n.own.text != "" {
			w.leave()
		}
	}
	for _, k := range n.kids {
		w.tree(k, shown, lead, olds, e)
	}
}

// markOf returns the mark of a provision's label.
func markOf(r *Row, olds bool) table.Mark {
	switch {
	case r.Change == Removed && olds:
		return table.MarkDeleted
	case r.Change == Added && !olds:
		return table.MarkInserted
	case r.Change == Renumbered && olds:
		return table.MarkDeleted
	case r.Change == Renumbered:
		return table.MarkInserted
	}
	return table.MarkNone
}

// bodyOf returns the words of one side of a row, its own marked.
func bodyOf(r *Row, n *node, olds bool) []table.Run {
	ns := pick(r, olds)
	if len(ns) > 1 { // of a split or a merge: this part of the joined texts
		return cutPart(runsOf(r, olds), ns, n)
	}
	return runsOf(r, olds)
}

func runsOf(r *Row, olds bool) []table.Run {
	var out []table.Run
	add := func(s string, m table.Mark) {
		if k := len(out); k > 0 && out[k-1].Mark == m {
			out[k-1].Text += s
			return
		}
		out = append(out, table.Run{Text: s, Mark: m})
	}
	for _, e := range r.Edits {
		switch {
		case e.Op == Equal:
			m := table.MarkNone
			if r.Change == Moved {
				m = table.MarkMoved
			}
			add(e.Text, m)
		case e.Op == Delete && olds && e.Cosmetic, e.Op == Insert && !olds && e.Cosmetic:
			add(e.Text, table.MarkNone)
		case e.Op == Delete && olds:
			add(e.Text, table.MarkDeleted)
		case e.Op == Insert && !olds:
			add(e.Text, table.MarkInserted)
		}
	}
	return out
}

// cutPart returns the runs of one of several texts joined by newlines.
func cutPart(runs []table.Run, ns []*node, n *node) []table.Run {
	lo := 0
	for _, k := range ns {
		if k == n {
			break
		}
		lo += len(k.own.text) + 1
	}
	hi := lo + len(n.own.text)
	var out []table.Run
	at := 0
	for _, r := range runs {
		a, b := max(lo, at), min(hi, at+len(r.Text))
		if a < b {
			out = append(out, table.Run{Text: r.Text[a-at : b-at], Mark: r.Mark})
		}
		at += len(r.Text)
	}
	return out
}

// trimmed returns runs without the label's trailing space and the like.
func trimmed(runs []table.Run) []table.Run {
	for len(runs) > 0 && strings.TrimSpace(runs[len(runs)-1].Text) == "" {
		runs = runs[:len(runs)-1]
	}
	return runs
}
