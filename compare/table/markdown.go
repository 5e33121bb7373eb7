package table

import (
	"bytes"
	"io"
	"strings"
)

// A mdPrinter writes a report as Markdown with tables (GitHub's).
type mdPrinter struct {
	*Printer
	redline         bool
	words           phrases
	out             bytes.Buffer
	tables, figures int
}

func (p *Printer) markdown(w io.Writer, r *Report) error {
	mp := &mdPrinter{Printer: p, redline: r.Redline, words: r.words()}
	if r.Title != "" {
		mp.out.WriteString("# " + mp.inline([]Run{{Text: r.Title}}, " ") + "\n\n")
	}
	for _, b := range r.Blocks {
		mp.block(b)
	}
	if len(r.Made) > 0 {
		mp.out.WriteString("## " + mp.words.log + "\n\n")
		for _, f := range r.Made {
			mp.out.WriteString("- " + mp.inline([]Run{{Text: f.Name + ": " + f.Value}}, " ") + "\n")
		}
	}
	if r.Recipe != nil {
		mp.out.WriteString("\n" + r.Recipe.comment())
	}
	_, err := w.Write(bytes.TrimRight(append(mp.out.Bytes(), '\n'), "\n"))
	if err == nil {
		_, err = w.Write([]byte("\n"))
	}
	return err
}

// block prints the block b.
func (p *mdPrinter) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		if b.Level > 0 {
			p.out.WriteString(strings.Repeat("#", min(b.Level+1, 6)) + " ")
			p.out.WriteString(p.inline(b.Runs, " ") + "\n\n")
		} else {
			p.out.WriteString(p.inline(b.Runs, "\n\n") + "\n\n")
		}
		if b.Comment != "" {
			p.out.WriteString("<small>" + p.inline([]Run{{Text: b.Comment}}, " ") + "</small>\n\n")
		}
	case *Table:
		if b.Caption != "" {
			p.tables++
			p.caption(p.words.numbered(p.words.table, p.tables, b.Caption))
		}
		p.table(b)
		p.notes(b.notes(p.words)...)
	case *Chart:
		p.figures++
		p.table(b.table(p.words))
		p.caption(p.words.numbered(p.words.figure, p.figures, b.Caption))
		p.notes(p.words.note(b.Source, b.Base))
	}
}

func (p *mdPrinter) caption(s string) {
	p.out.WriteString("**" + p.inline([]Run{{Text: strings.TrimSpace(s)}}, " ") + "**\n\n")
}

func (p *mdPrinter) notes(notes ...string) {
	for _, s := range notes {
		if s != "" {
			p.out.WriteString("<small>" + p.inline([]Run{{Text: s}}, " ") + "</small>\n\n")
		}
	}
}

func (p *mdPrinter) table(t *Table) {
	head, body := t.grids()
	p.out.WriteByte('|')
	for _, h := range columnHeads(head, p.words) {
		p.out.WriteString(" " + p.inline([]Run{{Text: h}}, " ") + " |")
	}
	p.out.WriteString("\n|")
	for c := range body.cols {
		if numeric(body, c) {
			p.out.WriteString(" ---: |")
		} else {
			p.out.WriteString(" --- |")
		}
	}
	p.out.WriteByte('\n')
	for _, row := range body.rows {
		p.out.WriteByte('|')
		for _, q := range row {
			if q.Cell != nil && !q.below {
				s := p.inline(q.runs(p.words), "<br>")
				if (q.Head || q.Group) && s != "" {
					s = "<b>" + s + "</b>"
				}
				if _, href := target(q.Link); href != "" {
					s = "[" + s + "](<" + href + ">)"
				}
				p.out.WriteString(" " + strings.Repeat("&emsp;", q.Indent) + s)
			}
			p.out.WriteString(strings.Repeat(" |", q.cols))
		}
		p.out.WriteByte('\n')
	}
	p.out.WriteByte('\n')
}

var mdEscaper = strings.NewReplacer("\\", "\\\\", "|", "\\|", "*", "\\*", "_", "\\_", "`", "\\`",
	"[", "\\[", "]", "\\]", "~", "\\~", "&", "&amp;", "<", "&lt;", ">", "&gt;", "#", "\\#")

// inline returns runs as Markdown; newlines become sep. Marks are HTML tags:
// asterisks beside Cyrillic quotes are not always read as marks.
func (p *mdPrinter) inline(runs []Run, sep string) string {
	tags := map[Mark]string{MarkBold: "b", MarkItalic: "i", MarkInserted: "ins", MarkDeleted: "del", MarkMoved: "em", MarkMatch: "mark"}
	var out []string
	for _, para := range paragraphs(runs) {
		var b strings.Builder
		for _, r := range para {
			s := mdEscaper.Replace(r.Text)
			if r.Mark == MarkSynonym {
				s = "<mark><i>" + s + "</i></mark>"
			}
			if tag := tags[r.Mark]; tag != "" {
				s = "<" + tag + ">" + s + "</" + tag + ">"
			}
			if _, href := target(r.Link); href != "" {
				s = "[" + s + "](<" + href + ">)"
			}
			b.WriteString(s)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, sep)
}

// columnHeads returns one heading per column: «Регион / число».
func columnHeads(head grid, w phrases) []string {
	out := make([]string, head.cols)
	for _, row := range head.rows {
		for _, q := range row {
			if q.Cell == nil || q.below {
				continue
			}
			s := strings.ReplaceAll(plain(q.runs(w)), "\n", " ")
			for c := q.col; c < q.col+q.cols; c++ {
				if out[c] != "" && s != "" {
					out[c] += " / "
				}
				out[c] += s
			}
		}
	}
	return out
}

// numeric says whether a column holds only numbers and signs for their lack.
func numeric(g grid, col int) bool {
	any := false
	for _, row := range g.rows {
		for _, q := range row {
			if q.Cell == nil || q.col != col || q.cols > 1 {
				continue
			}
			if q.Format == FormatText && len(q.Runs) > 0 {
				return false
			}
			any = any || q.isNumber()
		}
	}
	return any
}
