package table

import (
	"bytes"
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// A csvPrinter writes the tables of a report as CSV. One table is written
// alone; several get their captions, and an empty line between them.
type csvPrinter struct {
	*Printer
	words phrases
	out   *csv.Writer
	plain bool
}

// csv writes what Excel opens by a double click where the comma is decimal: a
// byte order mark, semicolons, CRLF. In English reports Excel expects commas.
func (p *Printer) csv(w io.Writer, r *Report) error {
	cp := &csvPrinter{Printer: p, words: r.words()}
	return cp.report(w, r)
}

// csvPlain writes RFC 4180 for R and Python: no byte order mark, commas,
// decimal points, one row of headings, spanned values repeated. What is not
// known is NA, what is absent 0.
func (p *Printer) csvPlain(w io.Writer, r *Report) error {
	cp := &csvPrinter{Printer: p, words: r.words(), plain: true}
	return cp.report(w, r)
}

func (p *csvPrinter) report(w io.Writer, r *Report) error {
	var buf bytes.Buffer
	if !p.plain {
		buf.WriteString("\uFEFF")
	}
	p.out = csv.NewWriter(&buf)
	p.out.UseCRLF = true
	if !p.plain && p.words.dec == "," {
		p.out.Comma = ';'
	}
	var tables []*Table
	for _, b := range r.Blocks {
		if t, ok := b.(*Table); ok {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		for _, b := range r.Blocks {
			if c, ok := b.(*Chart); ok {
				tables = append(tables, c.table(p.words))
			}
		}
	}
	n := 0
	for i, t := range tables {
		if len(tables) > 1 {
			if i > 0 {
				p.out.Write(nil)
			}
			if t.Caption != "" {
				n++
				p.out.Write([]string{p.guard(p.words.numbered(p.words.table, n, t.Caption))})
			}
		}
		p.table(t)
		if !p.plain {
			for _, note := range t.Notes {
				p.out.Write([]string{p.guard(note)})
			}
		}
	}
	p.out.Flush()
	if err := p.out.Error(); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}

func (p *csvPrinter) table(t *Table) {
	head, body := t.grids()
	if p.plain && len(head.rows) > 0 {
		p.out.Write(p.guardAll(columnHeads(head, p.words)))
	} else {
		p.rows(head)
	}
	p.rows(body)
}

func (p *csvPrinter) rows(g grid) {
	for _, row := range g.rows {
		record := make([]string, g.cols)
		for _, q := range row {
			if q.Cell != nil && (!q.below || p.plain) {
				record[q.col] = p.cell(q.Cell)
			}
		}
		p.out.Write(record)
	}
}

// cell returns the cell's value: all its digits, not the rounded ones.
func (p *csvPrinter) cell(c *Cell) string {
	switch {
	case c.isNumber():
		v, unit := c.Value, ""
		if c.Format == FormatPercent && !p.plain {
			v, unit = v*100, "%"
		}
		// 15 digits: as many as Excel keeps, and no 12.500000000000002.
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
		s := strconv.FormatFloat(v, 'f', -1, 64)
		if !p.plain {
			s = strings.Replace(s, ".", p.words.dec, 1)
		}
		if !p.plain && c.After != "" {
			unit += " " + c.After
		}
		return s + unit
	case c.Format == FormatText:
		return p.guard(plain(c.Runs))
	case p.plain && c.Format == FormatNone:
		return "0"
	case p.plain:
		return "NA"
	}
	return p.words.number(c.Value, c.Format)
}

var number = regexp.MustCompile(`^[-+]?[0-9]+([.,][0-9]+)?%?$`)

// guard puts an apostrophe before what a spreadsheet would run as a formula.
// Numbers stay numbers.
func (p *csvPrinter) guard(s string) string {
	start := strings.TrimLeft(s, " \t\n\u00a0\uFEFF")
	if start != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0]) && !number.MatchString(s) {
		return "'" + s
	}
	return s
}

func (p *csvPrinter) guardAll(in []string) []string {
	for i := range in {
		in[i] = p.guard(in[i])
	}
	return in
}
