package compare

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"unicode/utf8"

	"svod/compare/table"
	"svod/corpus"
)

// shortCell is how many letters a column of a page of paper has room for
// without the row being torn anyway.
const shortCell = 900

// row makes the row of an item.
func (b *pageBuilder) row(p *pagePart, it item) pageRow {
	r := it.row
	n := first(r.news)
	if n == nil || it.away {
		n = first(r.olds)
	}
	out := pageRow{ID: b.id(n), Kind: it.kind(), node: n}
	switch {
	case it.notes:
		out.ID += "~notes"
	case n == p.top:
		out.ID += "~" // the part has the plain name
	}
	if it.away {
		out.Old = b.away(r)
	} else {
		was, is := b.notes(r)
		if it.plain {
			was, is = nil, nil
		}
		out.Old = b.cell(p, it, true, was)
		out.New = b.cell(p, it, false, is)
	}
	if out.Kind == Unchanged {
		return out
	}
	out.Cite = upper(b.doc(n).Citation(n.addr, b.lang))
	out.KindName = b.w.kind(out.Kind)
	if it.away {
		out.KindName = b.w.Away
	}
	if !it.notes {
		out.Remark = b.remark(it)
	}
	out.Short = letters(r.olds) < shortCell && letters(r.news) < shortCell
	return out
}

func letters(ns []*node) (size int) {
	for _, n := range ns {
		size += utf8.RuneCountInString(n.own.text)
	}
	return size
}

// Marked reports whether a row shows a change.
func (r pageRow) Marked() bool { return r.Kind != Unchanged }

// remark says of a row what its columns don't show.
func (b *pageBuilder) remark(it item) template.HTML {
	r := it.row
	var out []string
	link := func(n *node) string {
		at := n
		if n.gone {
			at = mover(n)
		}
		return fmt.Sprintf(`<a href="#%s">%s</a>`, url.PathEscape(b.id(at)), template.HTMLEscapeString(b.doc(n).Citation(n.addr, b.lang)))
	}
	links := func(ns []*node) string {
		var s []string
		for _, n := range ns {
			s = append(s, link(n))
		}
		return strings.Join(s, ", ")
	}
	say := func(phrase, name, value string) {
		out = append(out, strings.ReplaceAll(template.HTMLEscapeString(phrase), "{"+name+"}", value))
	}
	switch {
	case it.away:
		say(b.w.Now, "now", links(r.news))
	case r.Change == Moved:
		say(b.w.Formerly, "was", links(r.olds))
	case r.Change == Renumbered || r.Change == Merged || r.Change == Split:
		var s []string
		for _, o := range r.olds {
			s = append(s, template.HTMLEscapeString(b.c.old.Citation(o.addr, b.lang)))
		}
		say(b.w.Formerly, "was", strings.Join(s, ", "))
	}
	if r.Punctuation && r.Change != Notes {
		say(b.w.Punctuation, "", "")
	}
	if r.Check && !it.away {
		out = append(out, `<strong class="check">`+template.HTMLEscapeString(Fill(b.w.Check, "score", b.decimal(r.Score)))+`</strong>`)
	}
	return template.HTML(strings.Join(out, "; "))
}

// away is what stands at the old place of what moved: its beginning.
func (b *pageBuilder) away(r *Row) template.HTML {
	var s strings.Builder
	for _, o := range r.olds {
		s.WriteString(`<p class="none">` + template.HTMLEscapeString(quote(strings.TrimSpace(o.unit.Label+" "+o.own.text), 120)) + "</p>")
	}
	return template.HTML(s.String())
}

// notes returns the notes of both sides with the words marked that differ.
func (b *pageBuilder) notes(r *Row) (was, is []table.Run) {
	text := func(ns []*node) string {
		var s []string
		for _, n := range ns {
			for _, x := range n.unit.Notes {
				s = append(s, x.Text)
			}
		}
		return strings.Join(s, "\n")
	}
	o, n := text(r.olds), text(r.news)
	if len(r.olds) == 0 || len(r.news) == 0 {
		return []table.Run{{Text: o}}, []table.Run{{Text: n}}
	}
	row := &Row{Edits: diffRow(o, n)}
	return runsOf(row, true), runsOf(row, false)
}

// cell is one side of a row.
func (b *pageBuilder) cell(p *pagePart, it item, olds bool, notes []table.Run) template.HTML {
	r := it.row
	ns := pick(r, olds)
	var s strings.Builder
	for _, n := range ns {
		if it.notes {
			break
		}
		depth := n.depth - p.top.depth
		if n.unit.Kind == corpus.KindPassage {
			depth-- // as its beginning
		}
		if n.unit.Kind == corpus.KindRow {
			s.WriteString(cells(bodyOf(r, n, olds)))
			continue
		}
		var paras [][]table.Run
		if n.own.text != "" {
			paras = paragraphs(bodyOf(r, n, olds))
		}
		title := n.unit.Title != "" && len(paras) > 0
		label := n.unit.Label
		if quiet := r.Change == Unchanged || r.Change == Notes; quiet && (n == p.top || n.mate == p.top) && !uncounted(n.unit.Kind) {
			if title || n.own.text == "" { // it stands above
				label = ""
			}
			if title {
				paras, title = paras[1:], false
			}
		}
		if label != "" {
			run := table.Run{Text: label + " ", Mark: markOf(r, olds)}
			if r.Change == Moved && renumbered(r.olds[0], r.news[0]) {
				run.Mark = markOf(&Row{Change: Renumbered, olds: r.olds, news: r.news}, olds)
			}
			if len(paras) == 0 {
				paras = [][]table.Run{nil}
			}
			paras[0] = append([]table.Run{run}, paras[0]...)
		}
		for i, para := range paras {
			class := ""
			if depth > 1 && n.unit.Kind > corpus.KindArticle {
				class = fmt.Sprintf("d%d", min(depth-1, 3))
			}
			if title && i == 0 {
				class += " title"
			}
			s.WriteString(opening(class) + spans(para) + "</p>")
		}
	}
	for _, para := range paragraphs(notes) {
		if len(para) > 0 {
			s.WriteString(opening("note") + spans(para) + "</p>")
		}
	}
	return template.HTML(s.String())
}

func opening(class string) string {
	if class = strings.TrimSpace(class); class == "" {
		return "<p>"
	}
	return `<p class="` + class + `">`
}

// paragraphs splits runs at newlines.
func paragraphs(runs []table.Run) [][]table.Run {
	out := [][]table.Run{nil}
	for _, r := range runs {
		for i, s := range strings.Split(r.Text, "\n") {
			if i > 0 {
				out = append(out, nil)
			}
			if s != "" {
				out[len(out)-1] = append(out[len(out)-1], table.Run{Text: s, Mark: r.Mark})
			}
		}
	}
	return out
}

// spans writes runs with their marks.
func spans(runs []table.Run) string {
	var s strings.Builder
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		for i+1 < len(runs) && runs[i+1].Mark == r.Mark {
			i++
			r.Text += runs[i].Text
		}
		text := template.HTMLEscapeString(r.Text)
		switch r.Mark {
		case table.MarkInserted:
			text = "<ins>" + text + "</ins>"
		case table.MarkDeleted:
			text = "<del>" + text + "</del>"
		}
		s.WriteString(text)
	}
	return s.String()
}

// cells writes the row of a table.
func cells(runs []table.Run) string {
	var s strings.Builder
	s.WriteString(`<table class="cells"><tr><td>`)
	for _, r := range runs {
		for i, part := range strings.Split(r.Text, "\t") {
			if i > 0 {
				s.WriteString("</td><td>")
			}
			if part != "" {
				s.WriteString(strings.ReplaceAll(spans([]table.Run{{Text: part, Mark: r.Mark}}), "\n", "<br>"))
			}
		}
	}
	s.WriteString("</td></tr></table>")
	return s.String()
}
