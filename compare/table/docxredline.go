package table

import (
	"fmt"
	"strings"
	"time"
)

// redline prints a text with its changes tracked, and nothing else: accepting
// them all gives one text, rejecting them all the other.
func (p *docxPrinter) redline(blocks []Block) {
	table := false // the last block was one
	for _, b := range settle(blocks) {
		switch b := b.(type) {
		case *Paragraph:
			table = false
			p.clause(b)
		case *Table:
			if table { // two tables that touch are one to Word
				p.out.WriteString("<w:p/>")
			}
			table = true
			p.table(b)
		}
	}
	if table || len(blocks) == 0 {
		p.out.WriteString("<w:p/>")
	}
}

// settle gives a text an end that stays: Word cannot take away the end of the
// last paragraph. So the end before the first of the last changes goes, and
// that of the last one stays. Where both deleted and inserted paragraphs stand
// there, the last of each share one.
func settle(blocks []Block) []Block {
	from := len(blocks)
	for from > 0 {
		p, ok := blocks[from-1].(*Paragraph)
		if !ok || p.End == MarkNone {
			break
		}
		from--
	}
	var gone, added []*Paragraph
	for _, b := range blocks[from:] {
		c := *b.(*Paragraph)
		if c.End == MarkDeleted {
			gone = append(gone, &c)
		} else {
			added = append(added, &c)
		}
	}
	out := append([]Block(nil), blocks[:from]...)
	add := func(ps []*Paragraph) {
		for _, p := range ps {
			out = append(out, p)
		}
	}
	switch {
	case len(gone) > 0 && len(added) > 0:
		last := *added[len(added)-1]
		last.Runs = append(append([]Run(nil), gone[len(gone)-1].Runs...), last.Runs...)
		last.End = MarkNone
		add(gone[:len(gone)-1])
		add(added[:len(added)-1])
		return append(out, &last)
	case len(gone)+len(added) == 0:
		return out
	}
	if p, ok := lastParagraph(out); ok {
		c := *p
		c.End = append(gone, added...)[0].End
		out[len(out)-1] = &c
		add(gone)
		add(added)
		end := *out[len(out)-1].(*Paragraph)
		end.End = MarkNone
		out[len(out)-1] = &end
		return out
	}
	add(gone)
	add(added)
	return append(out, &Paragraph{})
}

func lastParagraph(blocks []Block) (*Paragraph, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	p, ok := blocks[len(blocks)-1].(*Paragraph)
	return p, ok
}

// clause prints a paragraph of a text with its look, its tracked end and its
// remark.
func (p *docxPrinter) clause(b *Paragraph) {
	p.clauses++
	var pr strings.Builder
	switch {
	case b.Level > 0:
		fmt.Fprintf(&pr, `<w:pStyle w:val="Heading%d"/>`, min(b.Level, 6))
	case b.Look.Contents:
		pr.WriteString(`<w:pStyle w:val="TOC1"/>`)
	}
	if p.act && b.Level == 0 {
		before := 0
		if b.Look.Apart {
			before = 280
		}
		fmt.Fprintf(&pr, `<w:spacing w:before="%d" w:after="0"/>`, before)
		if !b.Look.Centred && !b.Look.Right && !b.Look.Left {
			pr.WriteString(`<w:ind w:firstLine="709"/>`)
		}
	}
	switch {
	case b.Look.Centred:
		pr.WriteString(`<w:jc w:val="center"/>`)
	case b.Look.Right:
		pr.WriteString(`<w:jc w:val="right"/>`)
	case b.Level == 0 && !b.Look.Left:
		pr.WriteString(`<w:jc w:val="both"/>`)
	}
	if b.Outline > 0 && b.Level == 0 {
		fmt.Fprintf(&pr, `<w:outlineLvl w:val="%d"/>`, min(b.Outline, 9)-1)
	}
	if mark := p.tracked(b.End); mark != "" {
		pr.WriteString("<w:rPr>" + mark + "</w:rPr>")
	}
	p.out.WriteString("<w:p><w:pPr>" + pr.String() + "</w:pPr>")
	p.bookmark(b.Anchor)
	id := p.comment(b.Comment)
	if id != "" {
		p.out.WriteString(`<w:commentRangeStart w:id="` + id + `"/>`)
	}
	l := look{bold: b.Look.Bold, italic: b.Look.Italic, red: b.Look.Red, crossed: b.Look.Struck, whole: b.End != MarkNone}
	p.runs(b.Runs, l)
	if id != "" {
		open, end := "", ""
		switch b.End { // a remark on what goes is to go with it
		case MarkInserted:
			open, end = "<w:ins"+p.change(true)+">", "</w:ins>"
		case MarkDeleted:
			open, end = "<w:del"+p.change(true)+">", "</w:del>"
		}
		p.out.WriteString(`<w:commentRangeEnd w:id="` + id + `"/>` + open + `<w:r><w:commentReference w:id="` + id + `"/></w:r>` + end)
	}
	p.out.WriteString("</w:p>")
}

// tracked returns what says that the end of a paragraph or a row was inserted
// or deleted.
func (p *docxPrinter) tracked(m Mark) string {
	switch m {
	case MarkInserted:
		return "<w:ins" + p.change(true) + "/>"
	case MarkDeleted:
		return "<w:del" + p.change(true) + "/>"
	}
	return ""
}

// change returns the attributes of a tracked change. LibreOffice joins changes
// of one time that touch across the end of a paragraph, and with them the
// paragraphs: so what lies within one has another time than what lies within
// the next, and whole ones a third. There is no clock: it is the day of the
// report, that of SOURCE_DATE_EPOCH, or the first that a zip file can say.
func (p *docxPrinter) change(whole bool) string {
	p.ids++
	if !p.document {
		date := ""
		if when, ok := stamp(); ok {
			date = ` w:date="` + when.Format(time.RFC3339) + `"`
		}
		return fmt.Sprintf(` w:id="%d" w:author="svod"%s`, p.ids, date)
	}
	minutes := 10 * (p.clauses % 2)
	if whole {
		minutes = 20
	}
	when := p.day.Add(time.Duration(minutes) * time.Minute)
	return fmt.Sprintf(` w:id="%d" w:author="svod" w:date="%s"`, p.ids, when.Format(time.RFC3339))
}

// dayOf returns the day that a redline's changes carry.
func dayOf(r *Report) time.Time {
	if when, ok := stamp(); ok {
		return when
	}
	if when, err := time.Parse(time.DateOnly, r.Date); err == nil {
		return when
	}
	return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
}

// comment keeps a remark for the margin and returns its number, "" for none.
func (p *docxPrinter) comment(s string) string {
	if s == "" {
		return ""
	}
	id := fmt.Sprint(p.ncomments)
	p.ncomments++
	fmt.Fprintf(&p.comments, `<w:comment w:id="%s" w:author="svod" w:initials="svod">`, id)
	for line := range strings.SplitSeq(clean(s), "\n") {
		p.comments.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + escape(line) + `</w:t></w:r></w:p>`)
	}
	p.comments.WriteString("</w:comment>")
	return id
}

// A clauseEnd is a paragraph of a cell and the mark of its end.
type clauseEnd struct {
	runs []Run
	end  Mark
}

// ends splits the runs of a cell at newlines, which are inserted or deleted
// with the run in which they stand. The end of the last is that of the row.
func ends(runs []Run, row Mark) []clauseEnd {
	paras := paragraphs(runs)
	out := make([]clauseEnd, 0, len(paras))
	for _, p := range paras {
		out = append(out, clauseEnd{p, row})
	}
	i := 0
	for _, r := range runs {
		for range strings.Count(clean(r.Text), "\n") {
			if i < len(out)-1 {
				out[i].end = MarkNone
				if r.Mark == MarkInserted || r.Mark == MarkDeleted {
					out[i].end = r.Mark
				}
			}
			i++
		}
	}
	return out
}
