package extract

import (
	"math"
	"regexp"
	"slices"
)

// Programs that lay out text draw a table cell by cell: down the lines of one
// cell, then to the right and up again to the next, and back to the left for the
// next row. Prose never goes so, columns of prose but once a page. This shows
// tables without ruled lines whose cells have several lines, wherever these
// stand in their cells, and tells their rows apart, which places alone do not.

const (
	beside        = 0.3     // of the size: the least gap between cells of one row
	rowStep       = 4.0     // of the size: the largest step between rows
	maxDrawnCells = 2000    // of a page; more is a drawing
	maxWeighs     = 1 << 20 // comparisons for a page
)

// A drawnCell is the lines of one cell, as they were drawn.
type drawnCell struct {
	pieces      []piece
	u0, u1      float64
	first, last float64 // baselines
	size        float64
	col, cols   int // the columns it lies in
	rows        int
}

func (b *drawnCell) top() float64    { return b.first + 0.75*b.size }
func (b *drawnCell) bottom() float64 { return b.last - 0.25*b.size }
func (b *drawnCell) middle() float64 { return (b.top() + b.bottom()) / 2 }

// over reports whether both have a place in common from left to right.
func (b *drawnCell) over(o *drawnCell) bool { return b.u0 < o.u1 && o.u0 < b.u1 }

// A drawnPiece is a piece with its line.
type drawnPiece struct {
	piece
	line *printed
}

func (p drawnPiece) cell() *drawnCell {
	return &drawnCell{pieces: []piece{p.piece}, u0: p.u0, u1: p.u1, first: p.line.v, last: p.line.v, size: p.line.size, cols: 1, rows: 1}
}

// follows reports whether a piece goes on where another ended.
func (p drawnPiece) follows(o drawnPiece) bool {
	return p.line == o.line || o.glyphs != nil && p.u0 >= o.u1 && math.Abs(p.line.v-o.line.v) < o.line.size
}

// cellTables puts the tables that were drawn cell by cell in the place of their lines.
func cellTables(p *pdfPage, lines []*printed) []*printed {
	if !stepsUp(lines) {
		return lines
	}
	var all []drawnPiece
	for i, l := range lines {
		if l.table != nil || l.turn != 0 {
			all = append(all, drawnPiece{line: l})
			continue
		}
		for _, part := range pieces(l, i) {
			all = append(all, drawnPiece{part, l})
		}
	}
	if len(all) > maxDrawnCells {
		return lines
	}
	budget := maxWeighs
	for i := 0; i < len(all) && budget > 0; {
		if i > 0 && all[i].follows(all[i-1]) {
			i++ // tables begin with a line
			continue
		}
		t, n := newCellTable(p, growCells(all[i:], &budget))
		if t == nil || i+n < len(all) && all[i+n].line == all[i+n-1].line {
			i++
			continue
		}
		taken := map[*printed]bool{}
		for _, part := range all[i : i+n] {
			taken[part.line] = true
		}
		lines = replaceLines(lines, taken, t)
		i += n
	}
	return lines
}

// stepsUp reports whether any line stands to the right of its forerunner and not
// far below it: where none does, no table was drawn by cells.
func stepsUp(lines []*printed) bool {
	for i := 1; i < len(lines); i++ {
		p, l := lines[i-1], lines[i]
		if l.turn == 0 && p.turn == 0 && l.table == nil && p.table == nil && l.u0 > p.u1 && l.v > p.v-rowStep*l.size {
			return true
		}
	}
	return false
}

// growCells follows the drawing from its first piece as long as it goes like
// that of a table.
func growCells(all []drawnPiece, budget *int) (rows [][]*drawnCell) {
	for i, p := range all {
		if p.glyphs == nil || *budget < 0 {
			return rows
		}
		if i == 0 {
			rows = append(rows, []*drawnCell{p.cell()})
			continue
		}
		row := rows[len(rows)-1]
		b := row[len(row)-1]
		down := (b.last - p.line.v) / max(b.size, p.line.size)
		now := p.cell()
		switch {
		case down > newLineRise && down <= tight && now.over(b) && math.Abs(b.size-p.line.size) < 0.2*b.size:
			if len(row) > 1 && p.u0 < row[len(row)-2].u1 {
				return rows
			}
			b.pieces = append(b.pieces, p.piece)
			b.u0, b.u1, b.last = min(b.u0, p.u0), max(b.u1, p.u1), p.line.v
		case p.u0 >= b.u1+beside*p.line.size && down < rowStep && below(rows[:len(rows)-1], now, budget):
			rows[len(rows)-1] = append(row, now)
		case p.u0 < b.u0 && below(rows, now, budget) && lowest(rows)-now.top() < rowStep*now.size:
			rows = append(rows, []*drawnCell{now})
		default:
			return rows
		}
	}
	return rows
}

// below reports whether a cell lies under all those of the rows that are over
// the same places.
func below(rows [][]*drawnCell, b *drawnCell, budget *int) bool {
	for _, row := range rows {
		for _, o := range row {
			if *budget--; o.over(b) && o.last-newLineRise*b.size < b.first {
				return false
			}
		}
	}
	return true
}

func lowest(rows [][]*drawnCell) float64 {
	low := math.Inf(1)
	for _, row := range rows {
		for _, b := range row {
			low = min(low, b.bottom())
		}
	}
	return low
}

// newCellTable makes a table of the rows, and tells how many pieces it took; nil
// if they surely are not one.
func newCellTable(p *pdfPage, rows [][]*drawnCell) (t *pdfTable, taken int) {
	cols := cellColumns(rows)
	if len(cols) < 2 {
		return nil, 0
	}
	for i, row := range rows {
		if !placeCells(row, cols) {
			rows = rows[:i]
			break
		}
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 1 { // text below it
		rows = rows[:len(rows)-1]
	}
	if len(rows) > 0 && len(rows[0]) == 1 { // text above it
		return nil, 0
	}
	rows = untilTorn(rows)
	if !surelyCells(rows, len(cols)) {
		return nil, 0
	}
	for _, row := range rows {
		for _, b := range row {
			taken += len(b.pieces)
		}
	}
	return gridOf(p, rows, cols), taken
}

// cellColumns are the columns of the rows that have the most cells.
func cellColumns(rows [][]*drawnCell) []column {
	most := 0
	for i, row := range rows {
		for _, o := range rows[i+1:] {
			most = max(most, min(len(row), len(o)))
		}
	}
	if most < 2 {
		return nil
	}
	var cols []column
	for _, row := range rows {
		if len(row) < most {
			continue
		}
		for _, b := range row {
			cols = append(cols, column{b.u0, b.u1})
		}
	}
	if cols = spread(cols); len(cols) < most || len(cols) > maxPieces {
		return nil
	}
	return cols
}

// placeCells finds the columns of the cells of a row: one that comes so near
// to the next column that no edge has room before it covers that too.
func placeCells(row []*drawnCell, cols []column) bool {
	next := 0
	for _, b := range row {
		b.col, b.cols = -1, 0
		for k, c := range cols {
			if b.u0 < c.right && c.left < b.u1+0.1*b.size {
				if b.cols == 0 {
					b.col = k
				}
				b.cols++
			}
		}
		if b.cols == 0 || b.col < next {
			return false
		}
		next = b.col + b.cols
	}
	return true
}

// untilTorn returns the rows up to where they no longer lie one under another.
// A cell that stands lower than its row is one of several rows.
func untilTorn(rows [][]*drawnCell) [][]*drawnCell {
	for i, row := range rows {
		if i == 0 {
			continue
		}
		for _, o := range rows[i-1] {
			_, bottom := extent(rows[i-1], o)
			lower := len(rows[i-1]) > 1 && o.top() < bottom || slices.ContainsFunc(row, func(b *drawnCell) bool { return b.first > o.last-newLineRise*b.size })
			if lower && !spansRows(rows[i-1:], o) {
				return rows[:i]
			}
		}
	}
	return rows
}

// spansRows finds over how many rows a cell of the first of them goes: its
// middle lies in the middle of theirs, and none of them has a cell below it.
func spansRows(rows [][]*drawnCell, b *drawnCell) bool {
	top, bottom := extent(rows[0], b)
	for i := 1; i < len(rows); i++ {
		if slices.ContainsFunc(rows[i], func(o *drawnCell) bool { return o.col < b.col+b.cols && b.col < o.col+o.cols }) {
			return false
		}
		_, low := extent(rows[i], nil)
		bottom = min(bottom, low)
		if math.Abs((top+bottom)/2-b.middle()) < 0.6*b.size || b.bottom() >= bottom-0.3*b.size && near(b.top(), top, 0.6*b.size) {
			b.rows = i + 1
			return true
		}
	}
	return false
}

// extent is the height of a row without one of its cells.
func extent(row []*drawnCell, without *drawnCell) (top, bottom float64) {
	top, bottom = math.Inf(-1), math.Inf(1)
	for _, b := range row {
		if b != without {
			top, bottom = max(top, b.top()), min(bottom, b.bottom())
		}
	}
	return top, bottom
}

// signatory matches a name as it stands beside an office.
var signatory = regexp.MustCompile(`^_*(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}[\p{L}-]+$|^_+$`)

// surelyCells reports whether rows are those of a table: enough of them go to the
// right and up as only cells do, and they are neither signatures nor columns.
func surelyCells(rows [][]*drawnCell, columns int) bool {
	several, steps, names, full := 0, 0, 0, 0
	for _, row := range rows {
		several += count(len(row) > 1)
		full += count(len(row) >= 3)
		names += count(signatory.MatchString(textOf(row[len(row)-1].pieces[0])))
		stepped := false
		for k := 1; k < len(row); k++ {
			a, b := row[k-1], row[k]
			if b.top() < a.bottom() && b.rows == 1 {
				return false
			}
			stepped = stepped || math.Abs(b.first-a.last) > clearly*b.size
		}
		steps += count(stepped)
	}
	switch {
	case several < 2 || names*2 >= len(rows):
		return false
	case columns >= 3:
		return full >= 2 && (steps >= 2 || steps >= 1 && several >= 3)
	}
	return several >= surely && steps >= 2
}

// gridOf makes the table of the rows.
func gridOf(p *pdfPage, rows [][]*drawnCell, cols []column) *pdfTable {
	t := &pdfTable{page: p, xs: []float64{cols[0].left - 1}}
	for k := 1; k < len(cols); k++ {
		t.xs = append(t.xs, (cols[k-1].right+cols[k].left)/2)
	}
	t.xs = append(t.xs, cols[len(cols)-1].right+1)
	top, _ := extent(rows[0], nil)
	t.ys = []float64{top}
	t.of = make([][]*gridCell, len(rows))
	for r := range rows {
		t.of[r] = make([]*gridCell, len(cols))
	}
	for r, row := range rows {
		_, bottom := extent(row, nil)
		t.ys = append(t.ys, min(bottom, t.ys[r]))
		for _, b := range row {
			c := &gridCell{row: r, col: b.col, rows: min(b.rows, len(rows)-r), cols: b.cols}
			for _, part := range b.pieces {
				c.glyphs = append(c.glyphs, part.glyphs...)
			}
			for i := range c.rows {
				for k := range c.cols {
					t.of[r+i][b.col+k] = c
				}
			}
			t.cells = append(t.cells, c)
		}
		for k, c := range t.of[r] {
			if c == nil {
				t.of[r][k] = &gridCell{row: r, col: k, rows: 1, cols: 1}
				t.cells = append(t.cells, t.of[r][k])
			}
		}
	}
	return t
}
