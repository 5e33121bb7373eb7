package extract

import (
	"strings"

	"svod/corpus"
)

// A docxTable is a table while it is read. A cell merged downwards is counted
// on the first of its rows and absent from the others.
type docxTable struct {
	rows  []docxRow
	merge map[int]*mergedCell // open vertical merges by grid column
}

// A docxRow keeps its cells by pointer, for those below may still add to them.
type docxRow struct {
	style corpus.Style
	cells []*mergedCell
	notes []corpus.Line // of its paragraphs
}

// A mergedCell is a cell with the text of the cells that were merged into it.
type mergedCell struct {
	corpus.Cell
	more []string
}

// whole is the cell with all its text.
func (c mergedCell) whole() corpus.Cell {
	if c.more != nil {
		c.Text = trim(c.Text + "\n" + strings.Join(c.more, "\n"))
	}
	return c.Cell
}

// maxSpan is more than the columns of any table.
const maxSpan = 1000

// table reads a table whose start was just given: a line a row, and after it
// the notes that the row refers to.
func (r *docxReader) table(x *xmlReader, depth int) []corpus.Line {
	t := &docxTable{merge: map[int]*mergedCell{}}
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:tr":
			r.row(x, t, depth)
		case "w:tblPr", "w:tblGrid", "w:sdtPr", "w:sdtEndPr":
			x.skip()
		case "w:del", "w:moveFrom", "w:ins", "w:moveTo":
			if r.unseen(x.name) {
				x.skip()
			}
		}
	}
	no := 0 // of a table in a cell, whose rows become text
	if r.inCell == 0 {
		no = r.tables + 1
	}
	var lines []corpus.Line
	for _, row := range t.rows {
		line := corpus.Line{Style: row.style, Table: no}
		filled := false
		for _, c := range row.cells {
			whole := c.whole()
			line.Cells = append(line.Cells, whole)
			filled = filled || whole.Text != ""
		}
		if filled {
			line.Text = cellTexts(line.Cells)
			lines = append(lines, line)
			r.tables = max(r.tables, no) // those that are empty or deleted don't count
		}
		lines = append(lines, row.notes...)
	}
	return lines
}

func (r *docxReader) row(x *xmlReader, t *docxTable, depth int) {
	var row docxRow
	var look docxCount
	col, gone := 0, false
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:gridBefore":
			if n := min(x.number("val"), maxSpan); n > 0 {
				row.cells = append(row.cells, &mergedCell{Cell: corpus.Cell{Cols: columns(n)}})
				col += n
			}
		case "w:del", "w:moveFrom", "w:ins", "w:moveTo": // of the whole row, in its w:trPr
			gone = gone || r.unseen(x.name)
			x.skip()
		case "aml:annotation":
			gone = gone || r.unseen(amlChanges[x.attr("type")])
		case "w:trPrChange", "w:tblPrEx", "w:sdtPr", "w:sdtEndPr":
			x.skip()
		case "w:tc":
			if gone {
				x.skip()
				continue
			}
			c := r.cell(x, depth)
			if c.gone {
				continue
			}
			row.notes = append(row.notes, c.notes...)
			width := max(c.Cols, 1)
			switch open := t.merge[col]; {
			case c.joins && len(row.cells) > 0:
				last := row.cells[len(row.cells)-1]
				last.Cols = max(last.Cols, 1) + width
				last.add(c.Text)
			case c.continues && open != nil:
				open.Rows = max(open.Rows, 1) + 1
				open.add(c.Text)
			default:
				cell := &mergedCell{Cell: c.Cell}
				row.cells = append(row.cells, cell)
				delete(t.merge, col)
				if c.begins {
					t.merge[col] = cell
				}
			}
			for _, l := range c.lines {
				look.add(l)
			}
			col += width
		}
	}
	if !gone {
		row.style = look.style()
		t.rows = append(t.rows, row)
	}
}

// columns is a span as a Cell has it: 0 for one.
func columns(n int) int {
	if n == 1 {
		return 0
	}
	return n
}

// add adds the text of a cell that is merged into it.
func (c *mergedCell) add(s string) {
	if s != "" {
		c.more = append(c.more, s)
	}
}

// A docxCell is a cell with what it says of merging.
type docxCell struct {
	corpus.Cell
	begins, continues bool // a merge downwards
	joins             bool // it is merged into the cell on its left
	gone              bool // it is not part of the table in the wanted view
	lines, notes      []corpus.Line
}

func (r *docxReader) cell(x *xmlReader, depth int) docxCell {
	var c docxCell
	r.inCell++
	lines := flattened(r.blocks(x, depth+1, &c))
	r.inCell--
	var text []string
	for _, l := range lines {
		if l.Style.Note {
			c.notes = append(c.notes, l)
			continue
		}
		c.lines = append(c.lines, l)
		text = append(text, l.Text)
	}
	c.Text = strings.Join(text, "\n")
	return c
}

// cellProps reads w:tcPr.
func (r *docxReader) cellProps(x *xmlReader, c *docxCell) {
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:gridSpan":
			c.Cols = columns(min(max(x.number("val"), 1), maxSpan))
		case "w:vMerge":
			c.begins = x.attr("val") == "restart"
			c.continues = !c.begins
		case "w:hMerge":
			c.joins = x.attr("val") != "restart"
		case "w:cellIns":
			c.gone = c.gone || r.unseen("w:ins")
		case "w:cellDel":
			c.gone = c.gone || r.unseen("w:del")
		case "w:cellMerge": // a tracked merge downwards, as it was or as it is
			v := x.attr("vMerge")
			if r.in.Original {
				v = x.attr("vMergeOrig")
			}
			c.begins, c.continues = v == "rest", v == "cont"
		case "w:tcPrChange": // the former properties stand in it
			if !r.in.Original {
				x.skip()
				continue
			}
			c.Cols, c.begins, c.continues, c.joins = 0, false, false, false
		}
	}
}

// A docxCount weighs the looks of a row's lines by their lengths.
type docxCount struct {
	all, bold, italic, centred, right, red, struck int
}

func (c *docxCount) add(l corpus.Line) {
	n := len(l.Text)
	c.all += n
	for _, f := range []struct {
		on  bool
		sum *int
	}{{l.Style.Bold, &c.bold}, {l.Style.Italic, &c.italic}, {l.Style.Centred, &c.centred},
		{l.Style.Right, &c.right}, {l.Style.Red, &c.red}, {l.Style.Struck, &c.struck}} {
		if f.on {
			*f.sum += n
		}
	}
}

func (c *docxCount) style() corpus.Style {
	most := func(n int) bool { return 2*n > c.all }
	return corpus.Style{Bold: most(c.bold), Italic: most(c.italic), Centred: most(c.centred),
		Right: most(c.right), Red: most(c.red), Struck: most(c.struck)}
}
