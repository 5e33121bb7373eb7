package table

import "strings"

// A Printed is a table of a report as a format prints it: which cell stands in
// which row and column.
type Printed struct {
	Table  *Table
	Number int    // in its caption, 0 if it has none
	Chart  bool   // it is the values of a chart
	Sheet  string // of XLSX
	// Rows hold the cells by row and column, from the first row of the table, in
	// XLSX of the sheet. A cell that spans several places stands in each of them;
	// where nothing of the report stands, there is nil.
	Rows [][]*Cell
	Head int // rows in front of the body
	// Heads are what people call the columns.
	Heads []string
	words phrases
}

// Printed returns the tables of a report as a format prints them, in order.
// Charts are among them where the format prints their values as a table.
func (r *Report) Printed(format string) []*Printed {
	r = r.in(format)
	if format == "xlsx" {
		return r.printedXLSX()
	}
	words := r.words()
	var out []*Printed
	tables, figures := 0, 0
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case *Table:
			p := &Printed{Table: b}
			if b.Caption != "" {
				tables++
				p.Number = tables
			}
			out = append(out, p.lay(format, words))
		case *Chart:
			figures++
			if format == "md" || format == "json" {
				out = append(out, (&Printed{Table: b.table(words), Number: figures, Chart: true}).lay(format, words))
			}
		}
	}
	if strings.HasPrefix(format, "csv") && len(out) == 0 { // then it has the charts
		for i, b := range r.Blocks {
			if c, ok := b.(*Chart); ok {
				out = append(out, (&Printed{Table: c.table(words), Number: i + 1, Chart: true}).lay(format, words))
			}
		}
	}
	return out
}

// lay puts the cells where a format other than XLSX puts them.
func (p *Printed) lay(format string, words phrases) *Printed {
	head, body := p.Table.grids()
	p.words, p.Heads = words, columnHeads(head, words)
	if format == "md" || format == "csv-plain" && len(head.rows) > 0 { // one row of headings
		p.Rows = append(p.Rows, make([]*Cell, body.cols))
	} else {
		for _, row := range head.rows {
			p.Rows = append(p.Rows, dense(row, body.cols))
		}
	}
	p.Head = len(p.Rows)
	for _, row := range body.rows {
		p.Rows = append(p.Rows, dense(row, body.cols))
	}
	return p
}

// dense is a row with a cell in each place that it covers.
func dense(row []place, cols int) []*Cell {
	out := make([]*Cell, cols)
	for _, q := range row {
		for c := q.col; c < min(q.col+q.cols, cols); c++ {
			out[c] = q.Cell
		}
	}
	return out
}

// printedXLSX lays the workbook out without writing it.
func (r *Report) printedXLSX() []*Printed {
	xp := newXLSX(&Printer{}, r)
	defer xp.file.Close()
	xp.layout(r)
	var out []*Printed
	for _, s := range xp.sheets {
		if s.of == nil {
			continue
		}
		head, _ := s.of.grids()
		p := &Printed{Table: s.of, Number: s.number, Chart: s.chart != nil, Sheet: s.name, Rows: s.cells, Head: s.frozen,
			Heads: columnHeads(head, xp.words), words: xp.words}
		out = append(out, p)
	}
	return out
}

// Text is what is printed in a cell.
func (p *Printed) Text(c *Cell) string {
	if c == nil {
		return ""
	}
	return plain(c.runs(p.words))
}

// Name is what people call the table: «Таблица 3 – caption», else its sheet.
func (p *Printed) Name() string {
	switch {
	case p.Number > 0 && p.Chart:
		return p.words.numbered(p.words.figure, p.Number, p.Table.Caption)
	case p.Number > 0:
		return p.words.numbered(p.words.table, p.Number, p.Table.Caption)
	}
	return p.Sheet
}

// Label is what people call a row: the texts that stand in front of the first
// cell which was computed.
func (p *Printed) Label(row int) string {
	if row < 0 || row >= len(p.Rows) {
		return ""
	}
	var parts []string
	var last *Cell
	for _, c := range p.Rows[row] {
		if c == nil || c == last {
			continue
		}
		last = c
		if (c.Format != FormatText || c.Basis != nil) && len(parts) > 0 {
			break
		}
		if s := strings.Join(strings.Fields(p.Text(c)), " "); s != "" && c.Format == FormatText {
			parts = append(parts, s)
		}
		if len(parts) == 3 {
			break
		}
	}
	return strings.Join(parts, " / ")
}

// IsNumber says whether the cell holds a number that can be counted with.
func (c *Cell) IsNumber() bool { return c.isNumber() }
