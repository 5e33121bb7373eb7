package compare

import (
	"cmp"

	"svod/compare/table"
)

// A Line is what a form makes a row of a table of.
type Line struct {
	Group         string // the heading under which it stands, "" for none
	Element       string
	Before, After table.Cell
	Basis         string
	Remarks       string
	Effect        string
	Reason        string // what is put into the first of the author's columns
}

// Table puts lines into the columns of the form. before and after are what the
// heads of the columns of text may name.
func (t *Template) Table(lines []Line, before, after string) *table.Table {
	out := &table.Table{Landscape: true, FontSize: 9, Strike: t.Marks == "strike", Head: [][]table.Cell{nil}}
	rows := make([][]table.Cell, len(lines))
	authors := 0
	for _, col := range t.Columns {
		if col.Holds == "author" {
			authors++
		}
		filled := false
		cells := make([]table.Cell, len(lines))
		for i := range lines {
			cells[i] = lines[i].cell(col.Holds, i+1, authors == 1)
			filled = filled || cells[i].Format != table.FormatText || hasWords(cells[i].Runs)
		}
		if col.HideEmpty && !filled {
			continue
		}
		out.Head[0] = append(out.Head[0], table.Bold(Fill(col.Head, "before", before, "after", after)))
		out.Widths = append(out.Widths, cmp.Or(col.Width, 10))
		n := len(out.Head[0])
		switch {
		case col.Holds == "element" && out.Key == 0:
			out.Key = n
		case col.Holds == "author", col.Holds == "basis" && !filled: // what no note tells, its author may know
			out.Author = append(out.Author, n)
		}
		for i := range rows {
			rows[i] = append(rows[i], cells[i])
		}
	}
	if len(out.Head[0]) < 6 {
		out.FontSize = 10
	}
	last := ""
	for i, l := range lines {
		if l.Group != last && l.Group != "" {
			out.Rows = append(out.Rows, []table.Cell{table.Group(l.Group)})
			last = l.Group
		}
		out.Rows = append(out.Rows, rows[i])
	}
	return out
}

// cell is what a line has for a column.
func (l *Line) cell(holds string, number int, reasons bool) table.Cell {
	switch holds {
	case "number":
		return table.Int(number)
	case "element":
		return table.Text(l.Element)
	case "before":
		return l.Before
	case "after":
		return l.After
	case "basis":
		return table.Text(l.Basis)
	case "remarks":
		return table.Text(l.Remarks)
	case "effect":
		return table.Text(l.Effect)
	case "author":
		if reasons && l.Reason != "" {
			return table.Text(l.Reason)
		}
	}
	return table.Cell{}
}
