package compare

import (
	"fmt"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// Options say how a table is made. The zero value is ready: only what changed,
// in the language of the new document.
type Options struct {
	// All shows the unchanged provisions too, and those of which only
	// editorial notes changed.
	All bool
	// Notes shows provisions of which only editorial notes changed.
	Notes bool
	// Lang is the language of heads and phrases: ru, kk, en; that of the
	// documents if empty.
	Lang string
	// Template overrides phrases; its empty fields stay as they are.
	Template *Template
}

func (o Options) lang(d *corpus.Document) string {
	if o.Lang != "" {
		return o.Lang
	}
	if d != nil && d.Meta.Language != "" {
		return d.Meta.Language
	}
	return "ru"
}

// Report returns the table of changes: one row per clause or article, which can
// be read alone, with a summary before it and the doubtful pairs after it.
func (c *Comparison) Report(o Options) *table.Report {
	lang := o.lang(c.new)
	t := TemplateFor(lang).with(o.Template)
	p := &printer{c: c, t: &t, lang: lang}
	r := &table.Report{Title: p.title(), Language: lang, Data: c}
	for _, d := range []*corpus.Document{c.old, c.new} {
		r.Made = append(r.Made, made(d))
		r.Blocks = append(r.Blocks, table.Para(p.edition(d)))
	}
	if newer(c.old.Meta, c.new.Meta) {
		r.Blocks = append(r.Blocks, &table.Paragraph{Runs: []table.Run{{Text: t.Reversed, Mark: table.MarkBold}}})
	}
	r.Blocks = append(r.Blocks, table.Para(p.summary()))
	entries := c.gather(func(row *Row) bool {
		switch row.Change {
		case Unchanged:
			return o.All
		case Notes:
			return o.All || o.Notes
		}
		return true
	})
	if len(entries) == 0 {
		return r
	}
	if n := c.Summary[Notes]; n > 0 && !o.All && !o.Notes {
		r.Blocks = append(r.Blocks, table.Para(fmt.Sprintf(t.SkipNotes, n)))
	}
	r.Blocks = append(r.Blocks, &table.Paragraph{Runs: []table.Run{{Text: t.Marks, Mark: table.MarkItalic}}})
	tab := &table.Table{Landscape: true, FontSize: 9, Widths: []float64{4, 13, 28, 28, 9, 9, 9}, Sheet: t.Title, Key: 2, Author: []int{6}}
	before, after := p.heads()
	tab.Head = [][]table.Cell{{table.Bold(t.Number), table.Bold(t.Element), table.Bold(before), table.Bold(after), table.Bold(t.Basis), table.Bold(t.Comment), table.Bold(t.Remarks)}}
	for i, e := range entries {
		tab.Rows = append(tab.Rows, []table.Cell{
			table.Int(i + 1), table.Text(p.element(e)), p.before(e), p.after(e), table.Text(p.basis(e)), {}, table.Text(p.comment(e)),
		})
	}
	r.Blocks = append(r.Blocks, tab)
	r.Blocks = append(r.Blocks, p.doubts()...)
	return r
}

func made(d *corpus.Document) table.Fact {
	f := table.Fact{Name: d.Meta.Title, Value: d.ID}
	if d.Source != nil {
		f.Name, f.Value = d.Source.Name, "sha256:"+d.Source.SHA256
	}
	return f
}

// A printer writes the cells of the table of changes.
type printer struct {
	c    *Comparison
	t    *Template
	lang string
}

func (p *printer) title() string {
	name := p.c.new.Meta.Title
	if name == "" {
		return p.t.Title
	}
	return p.t.Title + "\n" + name
}

func (p *printer) edition(d *corpus.Document) string {
	file := d.ID
	if d.Source != nil {
		file = d.Source.Name
	}
	date := printDate(d.Meta.Edition)
	switch {
	case date == "":
		date = p.t.NoDate
	case d.Meta.Origin["edition"] == "notes":
		date = fmt.Sprintf(p.t.NotEarlier, date)
	}
	return fmt.Sprintf(p.t.EditionOf, d.Meta.Title, date, file)
}

// heads returns the heads of the columns of text, honest about dates.
func (p *printer) heads() (before, after string) {
	m := p.c.new.Meta
	date := printDate(m.Edition)
	switch {
	case date == "" || m.Edition == p.c.old.Meta.Edition || newer(p.c.old.Meta, m):
		return p.t.BeforeUnknown, p.t.AfterUnknown
	case m.Origin["edition"] == "notes":
		return fmt.Sprintf(p.t.BeforeNot, date), fmt.Sprintf(p.t.AfterNot, date)
	case len(date) == len("2021"):
		return fmt.Sprintf(p.t.BeforeYear, date), fmt.Sprintf(p.t.AfterYear, date)
	}
	return fmt.Sprintf(p.t.Before, date), fmt.Sprintf(p.t.After, date)
}

// printDate turns 2021-01-03 into 03.01.2021; a year or a month stays what it is.
func printDate(iso string) string {
	f := strings.Split(iso, "-")
	slices.Reverse(f)
	return strings.Join(f, ".")
}

func (p *printer) summary() string {
	var parts []string
	for _, ch := range Changes() {
		if n := p.c.Summary[ch]; n > 0 && ch != Notes && p.t.Counts[ch] != "" {
			parts = append(parts, fmt.Sprintf(p.t.Counts[ch], n))
		}
	}
	if len(parts) == 0 {
		return p.t.NoChange
	}
	s := fmt.Sprintf(p.t.Summary, strings.Join(parts, ", "))
	tops := func(change Change, d *corpus.Document, ns func(*Row) []*node) string {
		var names []string
		for i := range p.c.Rows {
			r := &p.c.Rows[i]
			if r.Change != change {
				continue
			}
			for _, n := range ns(r) {
				if n.unit.Kind <= corpus.KindArticle && (n.mate == nil || n.mate.own.text == "" || n.own.text == "") && n.unit.Num != "" {
					names = append(names, d.Citation(n.addr, p.lang))
				}
			}
		}
		return strings.Join(names, ", ")
	}
	if names := tops(Added, p.c.new, func(r *Row) []*node { return r.news }); names != "" {
		s += " " + fmt.Sprintf(p.t.AddedUnits, names)
	}
	if names := tops(Removed, p.c.old, func(r *Row) []*node { return r.olds }); names != "" {
		s += " " + fmt.Sprintf(p.t.GoneUnits, names)
	}
	return s
}

// element names what an entry is about: «подпункт 4-1) пункта 1 статьи 5 (новый)».
func (p *printer) element(e *entry) string {
	top, d := e.new, p.c.new
	if top == nil {
		top, d = e.old, p.c.old
	}
	if e.whole || len(e.rows) == 1 && (first(e.rows[0].news) == top || first(e.rows[0].olds) == top) {
		return upper(d.Citation(top.addr, p.lang)) + p.fate(e.rows, p.called(d, top), e) + p.heading(e)
	}
	if len(e.rows) == 1 {
		r := e.rows[0]
		if n := first(r.news); n != nil {
			return upper(p.c.new.Citation(n.addr, p.lang)) + p.fate(e.rows, p.called(p.c.new, n), nil)
		}
		o := first(r.olds)
		return upper(p.c.old.Citation(o.addr, p.lang)) + p.fate(e.rows, p.called(p.c.old, o), nil)
	}
	lines := []string{upper(d.Citation(top.addr, p.lang))}
	var group []string
	var named noun
	own, only := false, true // its own text changed; else only passages did
	flush := func() {
		if len(group) == 0 {
			return
		}
		name := named.one
		if len(group) > 1 {
			name = named.many
		}
		lines = append(lines, name+" "+strings.Join(group, ", "))
		group = nil
	}
	for _, r := range e.rows {
		n, in := first(r.news), p.c.new
		if n == nil {
			n, in = first(r.olds), p.c.old
		}
		if n == top || n == e.old {
			own = true
			continue
		}
		only = only && n.unit.Kind == corpus.KindPassage
		word := nounOf(p.lang, n.unit.Kind)
		if n.unit.Kind != corpus.KindPassage { // those are counted as they are in addresses
			word = p.called(in, n)
		}
		if word != named {
			flush()
			named = word
		}
		name := number(n.unit)
		if name == "" {
			name = string(n.addr[strings.LastIndexByte(string(n.addr), '.')+1:])
		}
		fate := p.fate([]*Row{r}, word, nil)
		if p.again(e, r, n) { // rewritten from scratch: one number, both texts
			if r.Change == Removed {
				continue
			}
			fate = ""
		}
		group = append(group, name+fate)
	}
	flush()
	if len(lines) == 1 || own && only { // «пункт 1: абзац 2» would deny that its beginning changed
		return lines[0]
	}
	return lines[0] + ":\n" + strings.Join(lines[1:], ";\n")
}

// called returns the noun that the citation of a unit begins with: what is a
// clause in one act is a «часть» in another, and so is a passage.
func (p *printer) called(d *corpus.Document, n *node) noun {
	word, _, _ := strings.Cut(d.Citation(n.addr, p.lang), " ")
	for _, noun := range nouns[p.lang] {
		if noun.one == word {
			return noun
		}
	}
	return nounOf(p.lang, n.unit.Kind)
}

// fate returns « (новый)» or « (исключен)» when all rows say so.
func (p *printer) fate(rows []*Row, called noun, e *entry) string {
	g := called.gender
	all := func(c Change) bool {
		return !slices.ContainsFunc(rows, func(r *Row) bool { return r.Change != c })
	}
	switch {
	case all(Added) && (e == nil || e.old == nil || e.old.hollow()):
		return " " + p.t.New[g]
	case all(Removed) && (e == nil || e.new == nil || e.new.hollow()):
		return " " + p.t.Out[g]
	}
	return ""
}

func (p *printer) before(e *entry) table.Cell {
	if !slices.ContainsFunc(e.rows, func(r *Row) bool { return hasText(r.Old) }) {
		return table.Text(p.t.Absent)
	}
	w := &cellWriter{t: p.t}
	w.side(e, e.old, true)
	return table.Cell{Runs: trimmed(w.runs)}
}

func (p *printer) after(e *entry) table.Cell {
	if !slices.ContainsFunc(e.rows, func(r *Row) bool { return hasText(r.New) }) {
		n := first(e.rows[0].olds)
		if len(e.rows) > 1 && e.old != nil {
			n = e.old
		}
		return table.Text(p.t.Gone[nounOf(p.lang, n.unit.Kind).gender])
	}
	w := &cellWriter{t: p.t}
	w.side(e, e.new, false)
	return table.Cell{Runs: trimmed(w.runs)}
}

func hasText(ps []Place) bool {
	return slices.ContainsFunc(ps, func(p Place) bool { return p.Text != "" })
}

func (p *printer) basis(e *entry) string {
	var all []law
	for _, r := range e.rows {
		for _, l := range p.c.basis(r) {
			if !slices.ContainsFunc(all, func(k law) bool { return k.name == l.name }) {
				all = append(all, l)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b law) int { return strings.Compare(a.date, b.date) })
	var names []string
	for _, l := range all {
		names = append(names, l.name)
	}
	return strings.Join(names, ";\n")
}

func (p *printer) comment(e *entry) string {
	var out, numbers []string
	var one string
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, r := range e.rows {
		was := func() string {
			var names []string
			for _, o := range r.olds {
				names = append(names, p.c.old.Citation(o.addr, p.lang))
			}
			return strings.Join(names, ", ")
		}
		switch r.Change {
		case Moved:
			add(fmt.Sprintf(p.t.Moved, was()))
		case Renumbered:
			o, n := r.olds[0].unit, r.news[0].unit
			if numbers == nil {
				one = fmt.Sprintf(p.t.Renumbered, was())
			}
			numbers = append(numbers, number(o)+" → "+number(n))
		case Split:
			add(fmt.Sprintf(p.t.Split, was()))
		case Merged:
			add(fmt.Sprintf(p.t.Merged, was()))
		case Notes:
			add(p.t.NotesOnly)
		}
		if r.Check {
			add(fmt.Sprintf(p.t.Doubt, p.decimal(r.Score)))
		}
	}
	if e.old != nil && e.new != nil && e.old.mate == nil && e.new.mate == nil {
		add(p.t.Rewritten)
	}
	switch {
	case len(numbers) == 1:
		add(one)
	case len(numbers) > 1:
		add(fmt.Sprintf(p.t.Numbers, strings.Join(numbers, ", ")))
	}
	if !slices.ContainsFunc(e.rows, func(r *Row) bool { return !r.Punctuation }) {
		add(p.t.Punctuation)
	}
	return strings.Join(out, ".\n")
}

func (p *printer) doubts() []table.Block {
	var out []table.Block
	for i := range p.c.Rows {
		r := &p.c.Rows[i]
		if !r.Check {
			continue
		}
		if out == nil {
			out = append(out, table.Heading(2, p.t.CheckHead), table.Para(p.t.CheckIntro))
		}
		names := func(d *corpus.Document, ns []*node) string {
			var s []string
			for _, n := range ns {
				s = append(s, d.Citation(n.addr, p.lang))
			}
			return strings.Join(s, ", ")
		}
		out = append(out, table.Para(fmt.Sprintf(p.t.CheckRow, names(p.c.old, r.olds), names(p.c.new, r.news), p.decimal(r.Score))))
	}
	return out
}

func (p *printer) decimal(x float64) string {
	s := fmt.Sprintf("%.2f", x)
	if p.lang == "en" {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// heading says that of an article only the heading changed.
func (p *printer) heading(e *entry) string {
	if len(e.rows) == 1 && e.old != nil && e.new != nil && e.new.unit.Title != "" && e.old.unit.Title != e.new.unit.Title &&
		e.old.unit.Text == e.new.unit.Text && len(e.new.kids)+len(e.new.unit.Text) > 0 {
		return " " + p.t.Head
	}
	return ""
}

// number returns a unit's number as a list of numbers prints it.
func number(u *corpus.Unit) string {
	if u.Num != "" && (u.Kind == corpus.KindSubclause || u.Kind == corpus.KindItem) {
		return u.Num + ")"
	}
	return u.Num
}

// again reports whether a removed and an added provision of an entry have the
// same number: to a reader, one provision in new words.
func (p *printer) again(e *entry, r *Row, n *node) bool {
	if n.label == "" || r.Change != Added && r.Change != Removed {
		return false
	}
	return slices.ContainsFunc(e.rows, func(k *Row) bool {
		if k == r || k.Change != Added && k.Change != Removed || k.Change == r.Change {
			return false
		}
		m := first(k.news)
		if m == nil {
			m = first(k.olds)
		}
		return m.label == n.label && m.parent != nil && m.parent.mate == n.parent
	})
}
