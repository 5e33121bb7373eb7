package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/table"
	"svod/corpus"
)

// A cellWriter puts the text of one side of an entry into a table's cell, so
// that it can be read alone: the heading of the article, the lead-in of the
// clause, what changed, and «…» for what is left out.
type cellWriter struct {
	p    *printer
	olds bool
	runs []table.Run
	gap  bool // something was left out since the last paragraph
	// scraps are lines that were passed over and may tell what the next one is about.
	scraps []*node

	shown map[*node]*Row
	lead  map[*node]bool // on the way down to what is shown
	lone  map[*node]*Row // provisions of the other side that this one has not
	other *node          // the entry's top on the other side
}

func (w *cellWriter) paragraph() {
	if len(w.runs) > 0 {
		w.runs = append(w.runs, table.Run{Text: "\n"})
	}
}

func (w *cellWriter) leave() {
	w.scraps = nil
	if !w.gap {
		w.paragraph()
		w.runs = append(w.runs, table.Run{Text: w.p.t.Left})
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
	w.patch()
	w.paragraph()
	label := printed(n.unit)
	switch {
	case label == "" || !hasWords(body):
	case n.unit.Kind <= corpus.KindArticle && n.unit.Title == "" && !unicode.IsPunct(lastRune(label)):
		label += "\n" // «Статья 71» stood in a line of its own
	default:
		label += " "
	}
	w.text(label, mark)
	for _, r := range body {
		if n.unit.Kind == corpus.KindRow {
			r.Text = strings.ReplaceAll(r.Text, "\t", " | ")
		}
		w.text(r.Text, r.Mark)
	}
	w.gap = false
}

// mostScraps is how many lines stand before one of a table without cells: what
// it is, and its number.
const mostScraps = 2

// scrap reports whether a paragraph is a cell rather than a sentence: some
// sources write tables as a line for each cell, which say nothing alone.
func scrap(n *node) bool {
	const short = 60
	text := strings.TrimSpace(n.own.text)
	return n.unit.Kind == corpus.KindPassage && text != "" && utf8.RuneCountInString(text) <= short && !strings.ContainsRune(".,;:", lastRune(text))
}

// patch writes the last of the scraps that were passed over.
func (w *cellWriter) patch() {
	ns := w.scraps
	if len(ns) > mostScraps {
		w.leave()
		ns = ns[len(ns)-mostScraps:]
	}
	w.scraps = nil
	for _, n := range ns {
		w.paragraph()
		w.text(n.own.text, table.MarkNone)
	}
}

func lastRune(s string) rune {
	rs := []rune(s)
	return rs[len(rs)-1]
}

// printed is a unit's label as one prints it: sources without superscripts
// write «Статья 671» for «Статья 67¹».
func printed(u *corpus.Unit) string {
	label := strings.TrimSpace(u.Label)
	if flat := flat(u.Num); flat != u.Num && !strings.Contains(label, u.Num) {
		label = strings.Replace(label, flat, u.Num, 1)
	}
	return label
}

func flat(num string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(superscripts, r); i >= 0 {
			return '0' + rune(len([]rune(superscripts[:i])))
		}
		return r
	}, num)
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// side writes the old or the new text of an entry.
func (w *cellWriter) side(e *entry) {
	top := e.new
	w.other = e.old
	if w.olds {
		top, w.other = e.old, e.new
	}
	w.shown, w.lead, w.lone = map[*node]*Row{}, map[*node]bool{}, map[*node]*Row{}
	inside := false
	for _, r := range e.rows {
		ns := pick(r, w.olds)
		for _, n := range ns {
			w.shown[n] = r
			inside = inside || top != nil && top.ord <= n.ord && n.ord < top.end
			for p := n.parent; p != nil; p = p.parent {
				w.lead[p] = true
			}
		}
		if len(ns) == 0 && !e.whole {
			if n := first(pick(r, !w.olds)); n.unit.Label != "" && !w.p.again(e, r, n) {
				w.lone[n] = r
				if n.parent == w.other {
					inside = true
				}
			}
		}
	}
	if inside {
		w.chain(top)
	}
	w.elsewhere(e, top)
}

// chain writes the clause or article, and what stands above it.
func (w *cellWriter) chain(top *node) {
	var chain []*node
	for p := top.parent; p != nil; p = p.parent {
		chain = append([]*node{p}, chain...)
	}
	for i, p := range chain {
		next := top
		if i+1 < len(chain) {
			next = chain[i+1]
		}
		w.node(p, []table.Run{{Text: p.own.text}}, table.MarkNone)
		if headOf(p) != nil && next != p.kids[0] {
			w.heading(p)
		} else if len(p.kids) > 0 && p.kids[0] != next {
			w.leave()
		}
	}
	w.lead[top] = true
	w.tree(top)
	if len(w.scraps) > 0 {
		w.leave()
	}
	if len(chain) > 0 {
		last := chain[len(chain)-1]
		if last.kids[len(last.kids)-1] != top {
			w.leave()
		}
	}
}

// elsewhere writes what came from another place, or went to one, under the
// heading that it has there.
func (w *cellWriter) elsewhere(e *entry, top *node) {
	var under *node
	wrote := map[*node]bool{}
	for _, r := range e.rows {
		for _, n := range pick(r, w.olds) {
			if top != nil && top.ord <= n.ord && n.ord < top.end {
				continue
			}
			if n.parent != nil && n.parent != under && !wrote[n.parent] {
				var chain []*node
				for p := n.parent; p != nil; p = p.parent {
					chain = append([]*node{p}, chain...)
				}
				for _, p := range chain {
					head := p.unit.Title
					if n.unit.Label != "" && p == n.parent {
						head = p.own.text
					}
					w.node(p, []table.Run{{Text: head}}, table.MarkNone)
				}
				if n.parent.kids[0] != n || n.unit.Label == "" {
					w.leave()
				}
				under = n.parent
			}
			w.node(n, bodyOf(r, n, w.olds), markOf(r, w.olds))
			wrote[n] = true
		}
	}
}

func pick(r *Row, olds bool) []*node {
	if olds {
		return r.olds
	}
	return r.news
}

func (w *cellWriter) tree(n *node) {
	switch r := w.shown[n]; {
	case r != nil && n.own.text == "" && n.empty() && !w.olds && r.Repealed:
		w.gone(n, r)
	case r != nil && n.own.text == "" && n.empty():
		w.node(n, []table.Run{{Text: w.p.t.Absent, Mark: table.MarkItalic}}, table.MarkNone)
	case r != nil:
		w.node(n, bodyOf(r, n, w.olds), markOf(r, w.olds))
	case w.lead[n]:
		w.node(n, []table.Run{{Text: n.own.text}}, table.MarkNone)
	default:
		switch {
		case n.own.text == "":
		case scrap(n):
			w.scraps = append(w.scraps, n)
		default:
			w.leave()
		}
	}
	if w.headed(n) {
		w.heading(n)
	}
	missing := w.missing(n)
	w.lacks(missing[nil])
	for i, k := range n.kids {
		if i > 0 || n.unit.Kind != corpus.KindTable || !w.headed(n) {
			w.tree(k)
		}
		w.lacks(missing[k])
	}
}

// heading writes the first row of a table above others.
func (w *cellWriter) heading(tab *node) {
	w.node(tab.kids[0], []table.Run{{Text: tab.kids[0].own.text, Mark: table.MarkMuted}}, table.MarkNone)
}

// headed reports whether the heading of a table is written though it stayed: its
// rows say nothing without it.
func (w *cellWriter) headed(n *node) bool {
	return w.lead[n] && headOf(n) != nil && w.shown[n.kids[0]] == nil
}

// missing finds the provisions that the counterpart of n has and n has not:
// after which of its kids each would stand, nil for before the first.
func (w *cellWriter) missing(n *node) map[*node][]*node {
	if len(w.lone) == 0 {
		return nil
	}
	m := n.mate
	if m == nil && w.other != nil && n == w.p.c.twin(w.other) {
		m = w.other
	}
	if m == nil {
		return nil
	}
	out := map[*node][]*node{}
	var after *node
	for _, k := range m.kids {
		switch {
		case w.lone[k] != nil && w.shownAs(n, k.label):
		case w.lone[k] != nil:
			out[after] = append(out[after], k)
		case k.mate != nil && k.mate.parent == n:
			after = k.mate
		}
	}
	return out
}

// shownAs reports whether a provision below n is shown under a number: it went
// on to another one, and what has its number on the other side is not missed.
func (w *cellWriter) shownAs(n *node, label string) bool {
	k := named(n.kids, label)
	return k != nil && w.shown[k] != nil && !k.empty()
}

// lacks says of provisions of the other side that they are not here.
func (w *cellWriter) lacks(ns []*node) {
	if len(ns) > 2 && w.alike(ns) {
		ends := number(ns[0].unit) + "–" + number(ns[len(ns)-1].unit) + " "
		w.paragraph()
		if w.olds {
			w.text(ends, table.MarkNone)
			w.text(w.p.t.AbsentMany, table.MarkItalic)
		} else {
			w.text(ends, table.MarkNone)
			w.text(w.p.removedMany(w.lone[ns[0]]), table.MarkInserted)
		}
		return
	}
	for _, n := range ns {
		if w.olds {
			w.node(n, []table.Run{{Text: w.p.t.Absent, Mark: table.MarkItalic}}, table.MarkNone)
		} else {
			w.gone(n, w.lone[n])
		}
	}
}

// alike reports whether the same is to be said of all of several provisions
// that are not here.
func (w *cellWriter) alike(ns []*node) bool {
	for _, n := range ns {
		if !w.olds && w.p.removedMany(w.lone[n]) != w.p.removedMany(w.lone[ns[0]]) {
			return false
		}
	}
	return true
}

// gone writes the number of what was removed, and that it was.
func (w *cellWriter) gone(n *node, r *Row) {
	d := w.p.c.new
	if w.p.c.old.At(n.addr) == n.unit {
		d = w.p.c.old
	}
	word := w.p.removed(r, w.p.called(d, n).gender)
	w.node(n, []table.Run{{Text: word, Mark: table.MarkInserted}}, table.MarkNone)
}

// markOf returns the mark of a provision's label.
func markOf(r *Row, olds bool) table.Mark {
	switch {
	case r.Change == Removed && olds:
		return table.MarkDeleted
	case r.Change == Added && !olds:
		return table.MarkInserted
	case r.Change == Renumbered, r.Change == Moved && r.olds[0].label != r.news[0].label:
		o, n := r.olds[0].unit.Kind, r.news[0].unit.Kind
		switch {
		case olds && o >= n: // where an article got its first clause, its own number stays
			return table.MarkDeleted
		case !olds && n >= o:
			return table.MarkInserted
		}
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
