package compare

import (
	"cmp"
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
	// template, then of the documents, if empty.
	Lang string
	// Form is one of the built-in forms, the first if empty.
	Form string
	// Template is a form of the user's own, nil for a built-in one.
	Template *Template
	// Strike strikes out what is gone, whatever the template says.
	Strike bool
	// Title is printed instead of the form's.
	Title string
	// Taken, if not nil, says what stands where the text of a row that was
	// removed would: for he, she, it and several. Where it says nothing, and if
	// it is nil, that is what the form says.
	Taken func(*Row) []string
}

// Words returns the form to use for a document, and the language.
func (o Options) Words(d *corpus.Document) (*Template, string) {
	lang := o.Lang
	if lang == "" && o.Template != nil {
		lang = o.Template.Language
	}
	if lang == "" && d != nil {
		lang = d.Meta.Language
	}
	if _, ok := nouns[lang]; !ok {
		lang = "ru"
	}
	t := cmp.Or(o.Template, builtIn(o.Form, lang))
	if o.Strike {
		struck := *t
		struck.Marks = "strike"
		t = &struck
	}
	return t, lang
}

// Report returns the table of changes: one row per clause or article, which can
// be read alone, with a summary before it and the doubtful pairs after it.
func (c *Comparison) Report(o Options) *table.Report {
	t, lang := o.Words(c.new)
	p := &printer{c: c, t: t, lang: lang, taken: o.Taken}
	r := &table.Report{Title: cmp.Or(o.Title, p.title(t.Title)), Language: lang, Data: c}
	for _, d := range []*corpus.Document{c.old, c.new} {
		r.Made = append(r.Made, made(d))
	}
	entries := c.gather(func(row *Row) bool {
		switch row.Change {
		case Unchanged:
			return o.All
		case Notes:
			return o.All || o.Notes
		}
		return true
	})
	r.Blocks = p.intro(o, len(entries) > 0)
	if len(entries) == 0 {
		return r
	}
	r.Blocks = append(r.Blocks, p.table(entries))
	r.Blocks = append(r.Blocks, p.doubts()...)
	r.Blocks = append(r.Blocks, p.announced()...)
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
	c     *Comparison
	t     *Template
	lang  string
	taken func(*Row) []string
}

// title fills a title. Of an act without one, lines that are nothing else are
// dropped.
func (p *printer) title(phrase string) string {
	m := p.meta()
	unnamed := m.Title == ""
	if unnamed {
		m.Title = p.t.Left
	}
	var lines []string
	for line := range strings.SplitSeq(phrase, "\n") {
		if unnamed && (line == "{title}" || line == "{act}") {
			continue
		}
		lines = append(lines, Fill(line, "title", m.Title, "act", p.act(m)))
	}
	return strings.Join(lines, "\n")
}

// meta is what the new document says of itself, or the old one if that has no
// title.
func (p *printer) meta() corpus.Meta {
	if p.c.new.Meta.Title == "" {
		return p.c.old.Meta
	}
	return p.c.new.Meta
}

// act names an act with its kind where its title needs that: «О советах».
func (p *printer) act(m corpus.Meta) string {
	k := p.t.Kinds
	kind := map[string]string{"law": k.Law, "decree": k.Decree, "resolution": k.Resolution, "order": k.Order, "decision": k.Decision}[m.Type]
	first, _, _ := strings.Cut(strings.ToLower(m.Title), " ")
	switch {
	case kind == "":
	case first == "о", first == "об", first == "обо", first == "on", strings.HasSuffix(m.Title, " туралы"):
		return Fill(p.t.ActName, "kind", kind, "title", m.Title)
	}
	return m.Title
}

// intro is what stands above the table.
func (p *printer) intro(o Options, changed bool) []table.Block {
	var out []table.Block
	if slices.Contains(p.t.Intro, "editions") {
		out = append(out, table.Para(p.edition(p.c.old)), table.Para(p.edition(p.c.new)))
	}
	if newer(p.c.old.Meta, p.c.new.Meta) {
		out = append(out, &table.Paragraph{Runs: []table.Run{{Text: p.t.Reversed, Mark: table.MarkBold}}})
	}
	if !changed {
		return append(out, table.Para(p.t.NoChange))
	}
	if slices.Contains(p.t.Intro, "summary") {
		for _, s := range p.summary(o) {
			out = append(out, table.Para(s))
		}
	}
	if slices.Contains(p.t.Intro, "marks") && p.t.Marks != "none" {
		out = append(out, &table.Paragraph{Runs: []table.Run{{Text: p.t.MarksNote, Mark: table.MarkItalic}}})
	}
	return out
}

func (p *printer) edition(d *corpus.Document) string {
	file := d.ID
	if d.Source != nil {
		file = d.Source.Name
	}
	return Fill(p.t.EditionOf, "title", cmp.Or(d.Meta.Title, file), "date", p.dated(d.Meta), "file", file)
}

// dated prints the date of an edition with how sure it is.
func (p *printer) dated(m corpus.Meta) string {
	date := printDate(m.Edition)
	switch {
	case date == "":
		return p.t.NoDate
	case m.Origin["edition"] == "notes":
		return Fill(p.t.NotEarlier, "date", date)
	}
	return date
}

// heads returns the heads of the columns of text, honest about dates.
func (p *printer) heads() (before, after string) {
	was, is := p.c.old.Meta, p.c.new.Meta
	date := printDate(is.Edition)
	if date == "" || is.Edition == was.Edition || newer(was, is) {
		before, after = p.t.BeforeUnknown, p.t.AfterUnknown
		if was.Edition != "" {
			before = Fill(p.t.BeforeDated, "date", p.dated(was))
		}
		if date != "" {
			after = Fill(p.t.AfterDated, "date", p.dated(is))
		}
		return before, after
	}
	before, after = p.t.Before, p.t.After
	switch {
	case is.Origin["edition"] == "notes":
		before, after = p.t.BeforeNot, p.t.AfterNot
	case len(date) == len("2021"):
		before, after = p.t.BeforeYear, p.t.AfterYear
	}
	return Fill(before, "date", date), Fill(after, "date", date)
}

// printDate turns 2021-01-03 into 03.01.2021; a year or a month stays what it is.
func printDate(iso string) string {
	f := strings.Split(iso, "-")
	slices.Reverse(f)
	return strings.Join(f, ".")
}

// table puts the entries into the columns of the form.
func (p *printer) table(entries []*entry) *table.Table {
	group := p.groups()
	lines := make([]Line, len(entries))
	for i, e := range entries {
		lines[i] = Line{Group: group(e), Element: p.element(e), Before: p.before(e), After: p.after(e), Basis: p.basis(e), Remarks: p.remarks(e)}
	}
	before, after := p.heads()
	out := p.t.Table(lines, before, after)
	out.Sheet = firstLine(p.title(p.t.Title))
	return out
}

func hasWords(runs []table.Run) bool {
	return slices.ContainsFunc(runs, func(r table.Run) bool { return r.Text != "" })
}

// groups returns the heading under which an entry stands, by the form.
func (p *printer) groups() func(*entry) string {
	switch p.t.Group {
	case "act":
		name := p.act(p.meta())
		return func(*entry) string { return name }
	case "chapter":
		olds, news := chapters(p.c.old), chapters(p.c.new)
		return func(e *entry) string {
			n, in := e.new, news
			if n == nil {
				n, in = e.old, olds
			}
			for n.parent != nil {
				n = n.parent
			}
			return in[n.unit]
		}
	}
	return func(*entry) string { return "" }
}

// chapters returns the headings of the chapters and sections that units stand in.
func chapters(d *corpus.Document) map[*corpus.Unit]string {
	out := map[*corpus.Unit]string{}
	var walk func(us []*corpus.Unit, above string)
	walk = func(us []*corpus.Unit, above string) {
		for _, u := range us {
			out[u] = above
			if opens(u.Kind) {
				walk(u.Units, strings.TrimSpace(u.Label+" "+u.Title))
			}
		}
	}
	if d.Root != nil {
		walk(d.Root.Units, "")
	}
	return out
}

func (p *printer) before(e *entry) table.Cell {
	switch had := slices.ContainsFunc(e.rows, func(r *Row) bool { return hasText(r.Old) }); {
	case had:
		return p.side(e, true)
	case e.whole && e.old != nil && e.old.own.text != "": // it stands there by its heading alone
		w := &cellWriter{p: p, olds: true}
		w.node(e.old, []table.Run{{Text: e.old.own.text}}, table.MarkNone)
		return table.Cell{Runs: trimmed(w.runs)}
	}
	return table.Text(p.t.Absent)
}

func (p *printer) after(e *entry) table.Cell {
	if !slices.ContainsFunc(e.rows, func(r *Row) bool { return hasText(r.New) }) {
		n := first(e.rows[0].olds)
		if len(e.rows) > 1 && e.old != nil {
			n = e.old
		}
		return table.Text(p.removed(e.rows[0], p.called(p.c.old, n).gender))
	}
	return p.side(e, false)
}

// side writes a cell of text with the marks of the form.
func (p *printer) side(e *entry, olds bool) table.Cell {
	w := &cellWriter{p: p, olds: olds}
	w.side(e)
	runs := trimmed(w.runs)
	for i := range runs {
		switch m := &runs[i].Mark; {
		case p.t.Marks == "none", p.t.Marks == "bold" && *m == table.MarkMoved:
			*m = table.MarkNone
		case p.t.Marks == "bold" && (*m == table.MarkInserted || *m == table.MarkDeleted):
			*m = table.MarkBold
		}
	}
	return table.Cell{Runs: runs}
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

// doubts lists the pairs at which a person should look.
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
		out = append(out, table.Para(Fill(p.t.CheckRow, "was", p.cite(p.c.old, r.olds), "now", p.cite(p.c.new, r.news), "score", p.decimal(r.Score))))
	}
	return out
}

// cite names several provisions.
func (p *printer) cite(d *corpus.Document, ns []*node) string {
	var s []string
	for _, n := range ns {
		s = append(s, d.Citation(n.addr, p.lang))
	}
	return strings.Join(s, ", ")
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

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
