package compare

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"io"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// A page shows both editions whole, side by side: one HTML file that needs
// nothing from the net. Everything can be read without its script, which folds
// what did not change, filters, and jumps from change to change.
type page struct {
	Lang, TextLang   string // of its words, and of the acts
	Title, Name      string
	W                *PageWords
	CSS              template.CSS
	JS               template.JS
	All              bool // what did not change is shown from the start
	Reversed         string
	Summary          []string
	Kinds            []pageKind
	Before, After    string
	OldName, NewName string
	Blocks           []pageBlock
	Made             []table.Fact
}

// A pageKind is a kind of change that the page has, to be filtered by.
type pageKind struct {
	Kind       Change
	Name, Sign string
	N          int
}

// A pageBlock is a part, or several that did not change.
type pageBlock struct {
	Same  bool
	Name  string // of what is the same: «статьи 3–7»
	Parts []*pagePart
}

// A pagePart is an article, a clause of an act without articles, or the
// heading of a chapter.
type pagePart struct {
	ID, Name, Short string
	Level           int
	Chapter         bool
	Kind            Change
	KindName, Sign  string
	Kinds           string // of its rows
	Changes         int
	ChangesName     string
	Remark          template.HTML
	Runs            []pageRun
	W               *PageWords

	top *node
}

// A pageRun is rows that changed with what is needed to understand them, or
// rows that did not.
type pageRun struct {
	Same bool
	Name string
	Rows []pageRow
}

// A pageRow is one provision in both editions.
type pageRow struct {
	ID, OldID string
	Cite      string // of what changed
	Kind      Change
	KindName  string
	Remark    template.HTML
	Old, New  template.HTML
	Stop      bool // one jumps here
	Short     bool // it can be kept on one page of paper

	node *node
	same bool
}

//go:embed page
var pageFiles embed.FS

// SideBySide writes both editions as a page with two columns, provision by
// provision.
func (c *Comparison) SideBySide(w io.Writer, o Options) error {
	read := func(name string) string {
		b, err := pageFiles.ReadFile("page/" + name)
		if err != nil {
			panic(err) // it is in the program
		}
		return string(b)
	}
	t, err := template.New("page").Parse(read("page.html"))
	if err != nil {
		return err
	}
	p := c.page(o)
	p.CSS, p.JS = template.CSS(read("page.css")), template.JS(read("page.js"))
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

func (c *Comparison) page(o Options) *page {
	t, lang := o.template(c.new)
	words := &t.Page
	b := &pageBuilder{printer: &printer{c: c, t: t, lang: lang}, w: words}
	p := &page{Lang: lang, TextLang: c.new.Meta.Language, W: words, All: o.All, Name: cmp.Or(o.Title, c.new.Meta.Title, c.old.Meta.Title)}
	p.Title = words.Title
	if p.Name != "" {
		p.Title += ": " + p.Name
	}
	p.Before, p.After = b.heads()
	p.OldName, p.NewName = fileName(c.old), fileName(c.new)
	if newer(c.old.Meta, c.new.Meta) {
		p.Reversed = t.Reversed
	}
	p.Made = []table.Fact{made(c.old), made(c.new)}
	parts := b.parts()
	p.Blocks = b.blocks(parts)
	o.Notes = true // they are on the page
	if p.Summary = b.summary(o); len(c.Summary) == 0 {
		p.Summary = []string{t.NoChange}
	}
	for _, k := range Changes() {
		if n := c.Summary[k]; n > 0 {
			p.Kinds = append(p.Kinds, pageKind{Kind: k, Name: words.kind(k), Sign: signs[k], N: n})
		}
	}
	return p
}

// signs tell kinds of change apart without colours.
var signs = map[Change]string{Changed: "±", Added: "+", Removed: "−", Moved: "⇄", Renumbered: "№", Split: "÷", Merged: "&", Notes: "*"}

func fileName(d *corpus.Document) string {
	if d.Source != nil {
		return d.Source.Name
	}
	return d.ID
}

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
		p.Name = put(b.w.Old, "name", p.Name)
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
	var kinds []Change
	var laws []*Row
	var rows []pageRow
	for _, it := range items {
		r := b.row(p, it)
		if r.Kind != Unchanged {
			if !it.away && (!it.notes || it.row.Change == Notes) {
				p.Changes++
				laws = append(laws, it.row)
			}
			if !slices.Contains(kinds, r.Kind) {
				kinds = append(kinds, r.Kind)
			}
			last := len(rows) - 1
			r.Stop = last < 0 || rows[last].Kind != r.Kind || r.Kind != Added && r.Kind != Removed
		}
		r.same = r.Kind == Unchanged && !context[r.node]
		if r.Old == "" && r.New == "" && r.Kind == Unchanged { // a heading that stands above
			continue
		}
		rows = append(rows, r)
	}
	p.Kind = partKind(p.top, items)
	p.Sign, p.KindName = signs[p.Kind], b.w.kind(p.Kind)
	if p.Kind == Moved && p.Changes == 0 {
		p.Sign, p.KindName = "→", b.w.Away
	}
	if p.Kind == Added || p.Kind == Removed {
		rows = b.whole(p, rows)
	}
	none := template.HTML(`<p class="none" aria-label="` + template.HTMLEscapeString(b.w.Nothing) + `">–</p>`)
	for i := range rows {
		switch r := &rows[i]; {
		case r.Cite == "":
		case r.Kind == Added && r.Old == "":
			r.Old = none
		case r.Kind == Removed && r.New == "":
			r.New = none
		}
	}
	for _, k := range kinds {
		p.Kinds = strings.TrimSpace(p.Kinds + " " + string(k))
	}
	if p.Changes > 0 {
		p.ChangesName = b.counted(b.w.Changes, p.Changes)
		if s := b.basis(&entry{rows: laws}); s != "" {
			p.Remark = template.HTML(template.HTMLEscapeString(put(b.w.Basis, "basis", strings.ReplaceAll(s, "\n", " "))))
		}
	}
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].same == rows[0].same {
			n++
		}
		run := pageRun{Same: rows[0].same && p.Changes > 0, Rows: rows[:n]}
		if run.Same {
			var tops []*node
			for _, r := range run.Rows {
				tops = append(tops, r.node)
			}
			run.Name = put(b.w.Same, "what", b.several(tops))
		}
		p.Runs = append(p.Runs, run)
		rows = rows[n:]
	}
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

// leadIn returns the paragraph that begins the list in which a unit stands.
func leadIn(n *node) *node {
	if n.parent == nil {
		return nil
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
			out[i].Name = put(b.w.Same, "what", b.several(tops))
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
