package table

import (
	"bytes"
	"io"
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// A textPrinter writes a report for a terminal.
type textPrinter struct {
	*Printer
	redline         bool
	words           phrases
	out             bytes.Buffer
	tables, figures int
}

func (p *Printer) text(w io.Writer, r *Report) error {
	tp := &textPrinter{Printer: p, redline: r.Redline, words: r.words()}
	if r.Title != "" {
		tp.paragraph(&Paragraph{Level: 1, Runs: []Run{{Text: r.Title}}})
	}
	for _, b := range r.Blocks {
		tp.block(b)
	}
	if len(r.Made) > 0 {
		tp.paragraph(&Paragraph{Level: 2, Runs: []Run{{Text: tp.words.log}}})
		for _, f := range r.Made {
			tp.lines(f.Name+": "+f.Value, "")
		}
	}
	_, err := w.Write(tp.out.Bytes())
	return err
}

// block prints the block b.
func (p *textPrinter) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		p.paragraph(b)
	case *Table:
		if b.Caption != "" {
			p.tables++
			p.lines(p.words.numbered(p.words.table, p.tables, b.Caption), "")
		}
		p.table(b)
		for _, note := range b.notes(p.words) {
			p.lines(note, "")
		}
		p.out.WriteByte('\n')
	case *Chart:
		p.figures++
		p.chart(b)
		p.lines(p.words.numbered(p.words.figure, p.figures, b.Caption), "")
		if note := p.words.note(b.Source, b.Base); note != "" {
			p.lines(note, "")
		}
		p.out.WriteByte('\n')
	}
}

func (p *textPrinter) paragraph(b *Paragraph) {
	if b.Level > 0 && p.out.Len() > 0 && !bytes.HasSuffix(p.out.Bytes(), []byte("\n\n")) {
		p.out.WriteByte('\n')
	}
	s := plain(b.Runs)
	if p.redline {
		s = signed(b.Runs)
	}
	p.lines(s, "")
	if b.Comment != "" {
		p.lines("["+b.Comment+"]", "")
	}
	if (b.Level == 1 || b.Level == 2) && !p.redline {
		p.out.WriteString(strings.Repeat("=-"[b.Level-1:b.Level], min(textWidth(s), p.width())) + "\n")
	}
	p.out.WriteByte('\n')
}

func (p *textPrinter) width() int {
	if p.Width > 0 {
		return max(p.Width, 20)
	}
	return 100
}

// lines prints s, wrapped.
func (p *textPrinter) lines(s, indent string) {
	for _, l := range wrap([]Run{{Text: s}}, p.width()-len(indent)) {
		p.out.WriteString(indent + strings.TrimRight(plain(l), " ") + "\n")
	}
}

// cell returns what is printed in a cell; in a redline, with the signs of all
// changes.
func (p *textPrinter) cell(q place) []Run {
	runs := q.runs(p.words)
	if p.redline {
		return []Run{{Text: signed(runs)}}
	}
	return runs
}

func (p *textPrinter) table(t *Table) {
	head, body := t.grids()
	room := p.width() - 3*(body.cols-1)
	widths := make([]int, body.cols)
	// Ragged rather than stretched: a column is never wider than its text.
	need := make([]int, body.cols)
	number := make([]int, body.cols) // of the longest number: it is never torn
	word := make([]int, body.cols)   // of the longest word: it is torn where there is no room
	for _, g := range []grid{head, body} {
		for _, row := range g.rows {
			for _, q := range row {
				if q.Cell == nil || q.below || q.cols > 1 {
					continue
				}
				for line := range strings.SplitSeq(plain(p.cell(q)), "\n") {
					need[q.col] = max(need[q.col], textWidth(line)+2*q.Indent)
				}
				word[q.col] = max(word[q.col], longestWord(plain(p.cell(q)))+2*q.Indent)
				if q.isNumber() {
					number[q.col] = max(number[q.col], textWidth(plain(p.cell(q))))
				}
			}
		}
	}
	for _, q := range spanning(head) {
		for lack := longestWord(plain(p.cell(q))) - span(word, q); lack > 0; lack-- {
			word[q.col+lack%q.cols]++
		}
	}
	for i, share := range t.shares(p.words, float64(room)) {
		widths[i] = max(min(int(math.Floor(share*float64(room))), need[i]), 3)
	}
	makeRoom(widths, wholeWords(word, number, room), room)
	// What narrow columns left over goes to those that wrap.
	spare := room
	for _, w := range widths {
		spare -= w
	}
	for changed := true; changed && spare > 0; {
		changed = false
		for i := range widths {
			if spare > 0 && widths[i] < need[i] {
				widths[i]++
				spare--
				changed = true
			}
		}
	}
	for _, row := range head.rows {
		p.row(row, widths, false)
	}
	if len(head.rows) > 0 {
		p.rule(widths, "=")
	}
	wrapped := false
	for _, row := range body.rows {
		for _, q := range row {
			if q.Cell != nil && !q.below && len(wrap(p.cell(q), span(widths, q))) > 1 {
				wrapped = true
			}
		}
	}
	for i, row := range body.rows {
		if wrapped && i > 0 {
			p.rule(widths, "-")
		}
		p.row(row, widths, true)
	}
	p.out.WriteByte('\n')
}

// wholeWords returns the least width of each column: that of its longest word,
// but where all the words find no room, of the longest number, and of no more of
// a word than there is room for.
func wholeWords(word, number []int, room int) []int {
	least := make([]int, len(word))
	for most := room; most > 0; most-- {
		sum := 0
		for i := range word {
			least[i] = max(min(word[i], most), number[i], 3)
			sum += least[i]
		}
		if sum <= room {
			break
		}
	}
	return least
}

// makeRoom widens columns to their least widths, at the cost of those that have
// most to lose. Where that is not enough, the table is wider than room.
func makeRoom(widths, least []int, room int) {
	over := -room
	for i := range widths {
		widths[i] = max(widths[i], least[i])
		over += widths[i]
	}
	for ; over > 0; over-- {
		widest := 0
		for i := range widths {
			if widths[i]-least[i] > widths[widest]-least[widest] {
				widest = i
			}
		}
		if widths[widest] <= least[widest] {
			return
		}
		widths[widest]--
	}
}

func (p *textPrinter) rule(widths []int, stroke string) {
	for i, w := range widths {
		if i > 0 {
			p.out.WriteString(stroke + "+" + stroke)
		}
		p.out.WriteString(strings.Repeat(stroke, w))
	}
	p.out.WriteByte('\n')
}

func span(widths []int, q place) int {
	n := 3 * (q.cols - 1)
	for _, w := range widths[q.col : q.col+q.cols] {
		n += w
	}
	return n
}

// row prints a row of a grid, as many lines as its highest cell needs.
func (p *textPrinter) row(row []place, widths []int, body bool) {
	cells := make([][][]Run, len(row))
	high := 1
	for i, q := range row {
		if q.Cell != nil && !q.below {
			cells[i] = wrap(p.cell(q), span(widths, q)-2*q.Indent)
			high = max(high, len(cells[i]))
		}
	}
	for n := range high {
		var line strings.Builder
		for i, q := range row {
			if i > 0 {
				line.WriteString(" | ")
			}
			w := span(widths, q)
			s, size := "", 0
			if n < len(cells[i]) {
				s, size = p.marked(cells[i][n])
			}
			pad, indent := w-size, 0
			if q.Cell != nil && !q.below {
				indent = min(2*q.Indent, max(pad, 0))
				if body && (q.Format != FormatText || q.Right) {
					indent = max(pad, 0)
				}
			}
			line.WriteString(strings.Repeat(" ", indent) + s + strings.Repeat(" ", max(pad-indent, 0)))
		}
		p.out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// marked returns a line of runs with its marks, and its width in columns.
func (p *textPrinter) marked(runs []Run) (string, int) {
	if !p.Color {
		s := plain(runs)
		return s, textWidth(s)
	}
	var b strings.Builder
	n := 0
	for _, r := range runs {
		n += textWidth(r.Text)
		code := map[Mark]string{MarkBold: "1", MarkItalic: "3", MarkInserted: "32", MarkDeleted: "31;9", MarkMoved: "36", MarkMatch: "1;33", MarkSynonym: "1;36", MarkMuted: "2"}[r.Mark]
		if code == "" {
			b.WriteString(r.Text)
			continue
		}
		b.WriteString("\x1b[" + code + "m" + r.Text + "\x1b[0m")
	}
	return b.String(), n
}

// format is how the chart's values are printed. When the chart does not say,
// they are whole numbers if all of them are.
func (c *Chart) format() Format {
	if c.Format != FormatText {
		return c.Format
	}
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v != math.Trunc(v) && v == v { // not of what is missing
				return FormatDecimal
			}
		}
	}
	return FormatInteger
}

// textWidth returns the columns that s takes on a terminal. Cyrillic letters
// take one; East Asian wide letters take two.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x1100:
			n++
		case r == 0x200B || r == 0xFEFF:
		default:
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
			n++
		}
	}
	return n
}

// wrap breaks runs into lines of at most n columns, at spaces where it can.
// Old and new words side by side get their signs first, so that they are
// never torn from what they mark.
func wrap(runs []Run, n int) [][]Run {
	n = max(n, 1)
	if redlined(runs) {
		runs = []Run{{Text: plain(runs)}}
	}
	var lines [][]Run
	for _, para := range paragraphs(runs) {
		var line []Run
		room := n
		put := func(s string, r Run) {
			room -= textWidth(s)
			if k := len(line); k > 0 && line[k-1].Mark == r.Mark {
				line[k-1].Text += s
				return
			}
			line = append(line, Run{Text: s, Mark: r.Mark})
		}
		for _, r := range para {
			text := strings.ReplaceAll(r.Text, "\t", " ")
			for text != "" {
				word := text
				if i := strings.IndexByte(text[1:], ' '); i >= 0 {
					word = text[:i+1]
				}
				text = text[len(word):]
				if textWidth(word) > room && len(line) > 0 {
					lines, line, room = append(lines, line), nil, n
					word = strings.TrimPrefix(word, " ")
				}
				for textWidth(word) > room { // a word longer than a line
					cut, size := 0, 0
					for i, c := range word {
						size += textWidth(string(c))
						if size > room && i > 0 {
							break
						}
						cut = i + utf8.RuneLen(c)
					}
					put(word[:cut], r)
					word = word[cut:]
					if word == "" {
						break
					}
					lines, line, room = append(lines, line), nil, n
				}
				if word != "" {
					put(word, r)
				}
			}
		}
		lines = append(lines, line)
	}
	return lines
}
