package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/compare/table"
	"svod/corpus"
)

// Redline returns both editions as one text with the changes marked in it.
// It goes by the lines of the sources: without the inserted words it is the old
// text, without the deleted ones the new, line for line, notes included. What
// moved is deleted at its old place and inserted at the new one; remarks say so.
// Documents without a source have no lines and make an empty redline.
func (c *Comparison) Redline(o Options) *table.Report {
	t, lang := o.Words(c.new)
	r := &table.Report{Title: o.Title, Language: lang, Redline: true, Date: c.new.Meta.Edition, Data: c, Made: []table.Fact{made(c.old), made(c.new)}}
	if r.Title == "" {
		r.Title = strings.TrimSuffix(t.Redline+": "+c.new.Meta.Title, ": ")
	}
	if c.old.Source == nil || c.new.Source == nil {
		return r
	}
	w := &redliner{old: newEdition(c.old), new: newEdition(c.new)}
	rank := ranks(c.old, c.new)
	w.old.levels(rank)
	w.new.levels(rank)
	w.remarks(c, &printer{c: c, t: t, lang: lang})
	for _, s := range c.strips() {
		w.strip(s)
	}
	w.endTable()
	r.Blocks = w.blocks
	return r
}

// A redliner writes strips of lines as paragraphs and tables.
type redliner struct {
	old, new *edition
	blocks   []table.Block
	rows     []strip // of the table that is being gathered
}

// An edition is one of the two sources with what is known of its lines.
type edition struct {
	doc     *corpus.Document
	lines   []corpus.Line
	level   []int
	outline map[int]int    // of lines that are text, too
	remark  map[int]string // by line
	table   int            // of the rows that are being gathered, 0 for none
}

func newEdition(d *corpus.Document) *edition {
	ls := d.Source.Lines
	return &edition{doc: d, lines: ls, level: make([]int, len(ls)), remark: map[int]string{}, outline: map[int]int{}}
}

// ranks orders the kinds of headings that either document has. The first level
// is left to the title.
func ranks(docs ...*corpus.Document) map[corpus.Kind]int {
	out := map[corpus.Kind]int{}
	for _, d := range docs {
		for _, u := range d.All() {
			if u.Kind >= corpus.KindAppendix && u.Kind <= corpus.KindArticle {
				out[u.Kind] = 0
			}
		}
	}
	level := 2
	for k := corpus.KindAppendix; k <= corpus.KindArticle; k++ {
		if _, ok := out[k]; ok {
			out[k] = min(level, 6)
			level++
		}
	}
	return out
}

// levels finds the lines that are headings: those that the source marks, or if
// it marks no section, chapter or article, those that begin one. A line that
// holds the text of an article beside its number keeps the look of a text.
func (t *edition) levels(rank map[corpus.Kind]int) {
	marked := false
	for i, l := range t.lines {
		t.level[i] = l.Style.Heading
	}
	begins := func(f func(line, level int, text bool)) {
		for _, u := range t.doc.All() {
			level := rank[u.Kind]
			own := ownLines(u)
			if level == 0 || len(own) == 0 || u.Label == "" {
				continue
			}
			body, _, _ := strings.Cut(u.Text, "\n")
			for i := own[0].Lo; i < own[0].Hi; i++ {
				l := t.lines[i]
				text := body != "" && strings.Contains(l.Text, body)
				if i > own[0].Lo && (text || u.Kind == corpus.KindAppendix || !strings.Contains(u.Title, l.Text)) || l.Cells != nil {
					break
				}
				f(i, level, text)
			}
		}
	}
	begins(func(line, _ int, _ bool) { marked = marked || t.level[line] > 0 })
	if marked {
		return
	}
	begins(func(line, level int, text bool) {
		if text {
			t.outline[line] = level
		} else {
			t.level[line] = level
		}
	})
}

// remarks notes at the margin what marks in the text cannot say.
func (w *redliner) remarks(c *Comparison, p *printer) {
	for i := range c.Rows {
		r := &c.Rows[i]
		if r.Change != Moved && r.Change != Split && r.Change != Merged && !r.Check {
			continue
		}
		if own := ownLines(first(r.news).unit); len(own) > 0 {
			w.new.remark[own[0].Lo] = p.remarks(&entry{rows: []*Row{r}})
		}
		if own := ownLines(first(r.olds).unit); len(own) > 0 && r.Change == Moved {
			w.old.remark[own[0].Lo] = Fill(p.t.MovedTo, "now", c.new.Citation(first(r.news).addr, p.lang))
		}
	}
}

func (w *redliner) strip(s strip) {
	if !s.old.Empty() && w.old.lines[s.old.Lo].Cells != nil || !s.new.Empty() && w.new.lines[s.new.Lo].Cells != nil {
		w.row(s)
		return
	}
	w.endTable()
	runs := redRuns(joined(w.old.lines[s.old.Lo:s.old.Hi]), joined(w.new.lines[s.new.Lo:s.new.Hi]))
	if !spaced(runs) {
		for _, s := range apart(s.old, s.new) {
			w.strip(s)
		}
		return
	}
	end := table.MarkNone
	switch {
	case s.new.Empty():
		end = table.MarkDeleted
	case s.old.Empty():
		end = table.MarkInserted
	}
	i, j := s.old.Lo, s.new.Lo
	p := &table.Paragraph{}
	finish := func(m table.Mark) {
		t, at := w.new, j
		if m == table.MarkDeleted {
			t, at = w.old, i
		}
		p.Level, p.Outline, p.Look, p.Comment, p.End = t.level[at], t.outline[at], look(t.lines[at].Style), t.remark[at], m
		w.blocks = append(w.blocks, p)
		p = &table.Paragraph{}
	}
	for _, r := range runs {
		parts := strings.Split(r.Text, "\n")
		for k, part := range parts {
			if part != "" {
				p.Runs = append(p.Runs, table.Run{Text: part, Mark: r.Mark})
			}
			if k == len(parts)-1 {
				break
			}
			m := r.Mark
			if end != table.MarkNone {
				m = end
			}
			finish(m)
			if m != table.MarkInserted {
				i++
			}
			if m != table.MarkDeleted {
				j++
			}
		}
	}
	finish(end)
}

// spaced reports whether white space stands wherever the end of a paragraph
// comes or goes: readers put some there, lest words run together.
func spaced(runs []table.Run) bool {
	for _, gone := range []table.Mark{table.MarkInserted, table.MarkDeleted} {
		last, open := ' ', false
		for _, r := range runs {
			switch first, _ := utf8.DecodeRuneInString(r.Text); {
			case r.Mark != gone:
				if open && !unicode.IsSpace(last) && !unicode.IsSpace(first) {
					return false
				}
				last, _ = utf8.DecodeLastRuneInString(r.Text)
				open = false
			case strings.Contains(r.Text, "\n"):
				open = true
			}
		}
	}
	return true
}

// redRuns returns two texts as one with marks: even what no reader counts as a
// change is marked, so that both can be had again to the letter.
func redRuns(was, is string) []table.Run {
	var out []table.Run
	for _, e := range diffRow(was, is) {
		m := table.MarkNone
		switch e.Op {
		case Delete:
			m = table.MarkDeleted
		case Insert:
			m = table.MarkInserted
		}
		if k := len(out); k > 0 && out[k-1].Mark == m {
			out[k-1].Text += e.Text
		} else if e.Text != "" {
			out = append(out, table.Run{Text: e.Text, Mark: m})
		}
	}
	return out
}

func look(s corpus.Style) table.Look {
	return table.Look{Bold: s.Bold, Italic: s.Italic, Centred: s.Centred, Right: s.Right, Red: s.Red || s.Note, Struck: s.Struck, Contents: s.Link}
}

// row gathers rows of one table: a row of another one, old or new, begins the next.
func (w *redliner) row(s strip) {
	other := func(t *edition, s corpus.Span) bool {
		return !s.Empty() && t.table > 0 && t.table != t.lines[s.Lo].Table
	}
	if other(w.old, s.old) || other(w.new, s.new) {
		w.endTable()
	}
	if !s.old.Empty() {
		w.old.table = w.old.lines[s.old.Lo].Table
	}
	if !s.new.Empty() {
		w.new.table = w.new.lines[s.new.Lo].Table
	}
	w.rows = append(w.rows, s)
}

func (w *redliner) endTable() {
	if len(w.rows) == 0 {
		return
	}
	t := &table.Table{}
	var gone, added table.Table
	merged, torn, kept := false, false, false // cells span rows; rows came or went; rows stayed
	deleted := func(t *table.Table, cells []corpus.Cell) { addRow(t, cells, nil, table.MarkDeleted) }
	inserted := func(t *table.Table, cells []corpus.Cell) { addRow(t, nil, cells, table.MarkInserted) }
	for _, s := range w.rows {
		var was, is []corpus.Cell
		if !s.old.Empty() {
			was = w.old.lines[s.old.Lo].Cells
			deleted(&gone, was)
		}
		if !s.new.Empty() {
			is = w.new.lines[s.new.Lo].Cells
			inserted(&added, is)
		}
		merged = merged || slices.ContainsFunc(slices.Concat(was, is), func(c corpus.Cell) bool { return c.Rows > 1 })
		if sameShape(was, is) {
			addRow(t, was, is, table.MarkNone)
			kept = true
			continue
		}
		torn = true
		if was != nil {
			deleted(t, was)
		}
		if is != nil {
			inserted(t, is)
		}
	}
	w.rows, w.old.table, w.new.table = nil, 0, 0
	if !torn || !merged && kept {
		w.blocks = append(w.blocks, t)
		return
	}
	// Rows that others reach into cannot come and go by themselves, and where
	// none stayed, it is another table.
	if gone.Rows != nil {
		w.blocks = append(w.blocks, &gone)
	}
	if added.Rows != nil {
		w.blocks = append(w.blocks, &added)
	}
}

func sameShape(a, b []corpus.Cell) bool {
	return slices.EqualFunc(a, b, func(x, y corpus.Cell) bool { return x.Cols == y.Cols && x.Rows == y.Rows })
}

func addRow(t *table.Table, was, is []corpus.Cell, m table.Mark) {
	var row []table.Cell
	for i := range max(len(was), len(is)) {
		var c corpus.Cell
		var old, new string
		if i < len(was) {
			c, old = was[i], was[i].Text
		}
		if i < len(is) {
			c, new = is[i], is[i].Text
		}
		runs := redRuns(old, new)
		if !spaced(runs) {
			runs = []table.Run{{Text: old, Mark: table.MarkDeleted}, {Text: new, Mark: table.MarkInserted}}
		}
		row = append(row, table.Cell{Runs: runs, Cols: c.Cols, Rows: c.Rows})
	}
	t.Rows, t.Changes = append(t.Rows, row), append(t.Changes, m)
}
