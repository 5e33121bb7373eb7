package compare

import (
	"html/template"
	"slices"
	"strings"

	"svod/corpus"
)

// A pageBuilder makes the parts of a page of the rows of a comparison.
type pageBuilder struct {
	*printer
	w *PageWords
}

// parts gathers the items of each article.
func (b *pageBuilder) parts() []*pagePart {
	context := b.context()
	byTop := map[*node]*pagePart{}
	items := map[*pagePart][]item{}
	var out []*pagePart
	for _, it := range b.c.items() {
		top := b.c.top(it)
		p := byTop[top]
		if n := len(out) - 1; p == nil && n >= 0 && uncounted(top.unit.Kind) && out[n].top.unit.Kind == top.unit.Kind {
			p = out[n] // requisites, paragraphs before the first article
			byTop[top] = p
		}
		if p == nil {
			p = b.part(top)
			byTop[top] = p
			out = append(out, p)
		}
		items[p] = append(items[p], it)
	}
	for _, p := range out {
		b.fill(p, notesLast(p.top, items[p]), context)
	}
	return out
}

// part begins the part of an article.
func (b *pageBuilder) part(top *node) *pagePart {
	p := &pagePart{top: top, Level: 3, W: b.w, ID: b.id(top), Chapter: opens(top.unit.Kind)}
	if p.Chapter {
		p.Level = 2
	}
	d := b.doc(top)
	name := nounOf(b.lang, top.unit.Kind)
	switch {
	case uncounted(top.unit.Kind):
		p.Name = upper(name.one)
	case top.unit.Title != "":
		p.Name = strings.TrimSpace(top.unit.Label + " " + strings.ReplaceAll(top.unit.Title, "\n", " "))
	case top.unit.Kind < corpus.KindClause && top.unit.Label != "":
		p.Name = strings.TrimRight(top.unit.Label, ". ")
	default:
		p.Name = upper(d.Citation(top.addr, b.lang))
	}
	if top.gone && b.c.new.At(top.addr) != nil {
		p.Name = Fill(b.w.Old, "name", p.Name)
	}
	p.Short = p.Name
	if top.unit.Kind >= corpus.KindClause && top.unit.Label != "" {
		p.Short = quote(top.unit.Label+" "+top.own.text, 60)
	}
	return p
}

// doc returns the document that a node is of.
func (b *pageBuilder) doc(n *node) *corpus.Document {
	if n.gone {
		return b.c.old
	}
	return b.c.new
}

// id returns the anchor of a node.
func (b *pageBuilder) id(n *node) string {
	if n.gone {
		return "old:" + string(n.addr)
	}
	return string(n.addr)
}

// fill makes the rows of a part, in runs of what changed and what did not.
func (b *pageBuilder) fill(p *pagePart, items []item, context map[*node]bool) {
	var rows []pageRow
	var changed []*Row
	for _, it := range items {
		r := b.row(p, it)
		r.same = r.Kind == Unchanged && !context[r.node]
		if r.Kind != Unchanged {
			if !it.away && (!it.notes || it.row.Change == Notes) {
				changed = append(changed, it.row)
			}
			if !slices.Contains(p.Kinds, r.Kind) {
				p.Kinds = append(p.Kinds, r.Kind)
			}
			last := len(rows) - 1
			r.Stop = last < 0 || rows[last].Kind != r.Kind || r.Kind != Added && r.Kind != Removed
		}
		if r.Old == "" && r.New == "" { // a heading that stands above; a table, whose rows follow
			continue
		}
		if last := len(rows) - 1; last >= 0 && !r.Stop && r.node.unit.Kind == corpus.KindRow && rows[last].node.unit.Kind == corpus.KindRow && r.Kind == rows[last].Kind {
			r.Cite = "" // further rows of a table
		}
		rows = append(rows, r)
	}
	p.Changes = len(changed)
	p.Kind = partKind(p.top, items)
	p.Sign, p.KindName = signs[p.Kind], b.w.kind(p.Kind)
	if p.Kind == Moved && p.Changes == 0 {
		p.Sign, p.KindName = "→", b.w.Away
	}
	if p.Kind == Added || p.Kind == Removed {
		rows = b.whole(p, rows)
	}
	b.dashes(rows)
	if p.Changes > 0 {
		p.ChangesName = b.counted(b.w.Changes, p.Changes)
		if s := b.basis(&entry{rows: changed}); s != "" {
			p.Basis = Fill(b.w.Basis, "basis", strings.ReplaceAll(s, "\n", " "))
		}
	}
	p.Runs = b.runs(rows, p.Changes > 0)
}

// dashes fills what is empty because it was not there or is gone.
func (b *pageBuilder) dashes(rows []pageRow) {
	none := template.HTML(`<p class="none" aria-label="` + template.HTMLEscapeString(b.w.Nothing) + `">–</p>`)
	for i := range rows {
		switch r := &rows[i]; {
		case r.Cite == "" && r.node.unit.Kind != corpus.KindRow:
		case r.Kind == Added && r.Old == "":
			r.Old = none
		case r.Kind == Removed && r.New == "":
			r.New = none
		}
	}
}

// runs divides the rows of a part; they are folded only where others changed.
func (b *pageBuilder) runs(rows []pageRow, fold bool) []pageRun {
	var out []pageRun
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].same == rows[0].same {
			n++
		}
		run := pageRun{Same: rows[0].same && fold, Rows: rows[:n]}
		if run.Same {
			var nodes []*node
			for _, r := range run.Rows {
				nodes = append(nodes, r.node)
			}
			run.Name = Fill(b.w.Same, "what", b.several(nodes))
		}
		out = append(out, run)
		rows = rows[n:]
	}
	return out
}

// whole takes from the rows of a part that is new or gone as a whole what its
// heading says already.
func (b *pageBuilder) whole(p *pagePart, rows []pageRow) []pageRow {
	if p.Chapter && p.top.unit.Text == "" && len(p.top.unit.Notes) == 0 && len(rows) == 1 {
		return nil
	}
	for i := range rows {
		if rows[i].Kind == p.Kind && rows[i].Remark == "" {
			rows[i].Cite = ""
		}
	}
	return rows
}

// partKind says what happened to an article as a whole.
func partKind(top *node, items []item) Change {
	var rows []*Row
	kind := Unchanged
	for _, it := range items {
		switch {
		case it.away && first(it.row.olds) == top:
			return Moved
		case it.away, it.notes:
			continue
		case it.row.Change == Notes:
			kind = Notes
		}
		rows = append(rows, it.row)
	}
	if c := topChange(top, rows); c != Unchanged {
		return c
	}
	return kind
}

// context returns what is shown even though it did not change, because what
// did cannot be understood without it: the beginnings of lists.
func (b *pageBuilder) context() map[*node]bool {
	out := map[*node]bool{}
	for i := range b.c.Rows {
		r := &b.c.Rows[i]
		if r.Change == Unchanged {
			continue
		}
		for _, n := range slices.Concat(r.news, r.olds) {
			if l := leadIn(n); l != nil {
				out[l] = true
			}
			for p := n.parent; p != nil; p = p.parent {
				out[p] = true
				if p.mate != nil {
					out[p.mate] = true
				}
			}
		}
	}
	return out
}

// leadIn returns the paragraph that begins the list in which a unit stands, or
// the first row of its table: its head.
func leadIn(n *node) *node {
	if n.parent == nil {
		return nil
	}
	if n.unit.Kind == corpus.KindRow {
		return n.parent.kids[0]
	}
	var out *node
	for _, k := range n.parent.kids {
		if k == n {
			break
		}
		if k.unit.Kind == corpus.KindPassage && strings.HasSuffix(k.unit.Text, ":") {
			out = k
		}
	}
	return out
}

// blocks joins neighbouring parts that did not change.
func (b *pageBuilder) blocks(parts []*pagePart) []pageBlock {
	var out []pageBlock
	for _, p := range parts {
		same := p.Kind == Unchanged && !p.Chapter
		if n := len(out) - 1; n >= 0 && same && out[n].Same {
			out[n].Parts = append(out[n].Parts, p)
			continue
		}
		out = append(out, pageBlock{Same: same, Parts: []*pagePart{p}})
	}
	for i := range out {
		if out[i].Same {
			var tops []*node
			for _, p := range out[i].Parts {
				tops = append(tops, p.top)
			}
			out[i].Name = Fill(b.w.Same, "what", b.several(tops))
		}
	}
	return out
}

// several names provisions that stand in a row: «статьи 3–7», «5 элементов».
func (b *pageBuilder) several(ns []*node) string {
	depth := ns[0].depth
	for _, n := range ns {
		depth = min(depth, n.depth)
	}
	ns = slices.DeleteFunc(slices.Clone(ns), func(n *node) bool { return n.depth > depth })
	kind := ns[0].unit.Kind
	for _, n := range ns {
		switch {
		case n.unit.Kind == kind && n.unit.Num != "":
		case len(ns) == 1:
			return b.doc(n).Citation(n.addr, b.lang)
		default:
			return b.counted(b.w.Units, len(ns))
		}
	}
	one, last := number(ns[0].unit), number(ns[len(ns)-1].unit)
	word := b.called(b.doc(ns[0]), ns[0])
	if len(ns) == 1 {
		return word.one + " " + one
	}
	return word.many + " " + one + "–" + last
}
