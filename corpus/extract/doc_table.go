package extract

import (
	"slices"
	"strings"

	"svod/corpus"
)

// A docTable is a table while it is read. Its cells have no columns, only edges
// in twentieths of a point: the edges of all rows together are its grid.
type docTable struct {
	number int
	rows   []docRow
	cells  [][]corpus.Line // of the row being read
	cell   []corpus.Line   // of the cell being read
	notes  []corpus.Line   // that hang on the row being read
}

// A docRow is a row with what its end says of its cells.
type docRow struct {
	cells [][]corpus.Line
	notes []corpus.Line
	docRowShape
}

// A docRowShape is the edges of a row's cells and how they are merged.
type docRowShape struct {
	edges []int  // one more than cells
	flags []byte // of each cell
}

const (
	cellJoined  = 1 << iota // to the one before it
	cellBegins              // a merge downwards
	cellCovered             // by the one above
)

// cellEnd ends a cell, or a row when the mark is a row's.
func (s *docStory) cellEnd(look docParaLook, gone bool) {
	t := s.table
	switch {
	case t == nil || look.depth > 1:
	case !look.rowEnd:
		t.cells = append(t.cells, t.cell)
		t.cell = nil
	case gone: // the row was deleted, or not yet inserted
		t.cells, t.cell, t.notes = nil, nil, nil
	default:
		t.endRow(s.rowShape(look))
	}
}

func (t *docTable) endRow(shape docRowShape) {
	if len(t.cell) > 0 { // the mark of the last cell is missing
		t.cells = append(t.cells, t.cell)
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, docRow{t.cells, t.notes, shape})
	}
	t.cells, t.cell, t.notes = nil, nil, nil
}

// rowShape reads the edges of a row and the merges of its cells.
func (r *docReader) rowShape(look docParaLook) docRowShape {
	b := look.row
	if len(b) == 0 {
		return docRowShape{}
	}
	n := int(b[0])
	if len(b) < 1+2*(n+1) {
		return docRowShape{}
	}
	s := docRowShape{edges: make([]int, n+1), flags: make([]byte, n)}
	for i := range s.edges {
		s.edges[i] = int(int16(le16(b, 1+2*i)))
	}
	size := 20
	if r.fib.old {
		size = 10
	}
	across := make([]uint16, n)
	for i := range n {
		flags := le16(b, 1+2*(n+1)+size*i)
		across[i] = flags & 3
		switch {
		case r.fib.old:
		case flags>>5&3 == 3:
			s.flags[i] |= cellBegins
		case flags>>5&3 != 0:
			s.flags[i] |= cellCovered
		}
	}
	joinAcross(s.flags, across)
	for _, m := range look.merges {
		first := int(m.to[0])
		switch last := 0; m.op {
		case sprmTMerge, sprmTSplit:
			if len(m.to) > 1 {
				last = int(m.to[1])
			}
			for i := first + 1; i < min(last, n); i++ {
				s.flags[i] &^= cellJoined
				if m.op == sprmTMerge {
					s.flags[i] |= cellJoined
				}
			}
		case sprmTMergeDown:
			if first < n && len(m.to) > 1 {
				s.flags[first] = s.flags[first]&cellJoined | map[byte]byte{1: cellCovered, 3: cellBegins}[m.to[1]&3]
			}
		}
	}
	return s
}

// joinAcross finds the cells that are merged into the one before them. Programs
// differ in which of two bits marks the first of such cells, so the first one
// shows it.
func joinAcross(flags []byte, across []uint16) {
	for i := 1; i < len(across); i++ {
		first := i - 1
		for ; i < len(across) && across[first] != 0 && across[i] != 0 && across[i] != across[first]; i++ {
			flags[i] |= cellJoined
		}
	}
}

// closeTable adds the lines of the table that is being read, if one is.
func (s *docStory) closeTable() {
	t := s.table
	if t == nil {
		return
	}
	s.table = nil
	t.endRow(docRowShape{}) // whose mark is missing
	grid := t.grid()
	open := map[int]*corpus.Cell{} // merges downwards by their column
	type row struct {
		cells []*corpus.Cell
		style corpus.Style
		notes []corpus.Line
	}
	var rows []row
	for _, tr := range t.rows {
		var out row
		var look docxCount
		for i, lines := range tr.cells {
			var texts []string
			for _, l := range lines {
				texts = append(texts, l.Text)
				look.add(l)
			}
			text := strings.Join(texts, "\n")
			col, width, flags := tr.place(i, grid)
			if i == 0 && col > 0 { // the row begins further in than others
				out.cells = append(out.cells, &corpus.Cell{Cols: columns(col)})
			}
			last := len(out.cells) - 1
			switch {
			case flags&cellJoined != 0 && last >= 0:
				c := out.cells[last]
				c.Cols = max(c.Cols, 1) + max(width, 1)
				c.Text = joinParas(c.Text, text)
			case flags&cellCovered != 0 && open[col] != nil:
				c := open[col]
				c.Rows = max(c.Rows, 1) + 1
				c.Text = joinParas(c.Text, text)
			default:
				c := &corpus.Cell{Text: text, Cols: columns(max(width, 1))}
				out.cells = append(out.cells, c)
				delete(open, col)
				if flags&cellBegins != 0 {
					open[col] = c
				}
			}
		}
		out.style, out.notes = look.style(), tr.notes
		rows = append(rows, out)
	}
	for _, row := range rows {
		line := corpus.Line{Style: row.style, Table: t.number}
		for _, c := range row.cells {
			line.Cells = append(line.Cells, *c)
		}
		if slices.ContainsFunc(line.Cells, func(c corpus.Cell) bool { return c.Text != "" }) {
			line.Text = cellTexts(line.Cells)
			s.lines = append(s.lines, line)
		}
		s.lines = append(s.lines, row.notes...)
	}
}

// grid is the edges of all rows, those that lie together as one.
func (t *docTable) grid() []int {
	var edges []int
	for _, row := range t.rows {
		edges = append(edges, row.edges...)
	}
	slices.Sort(edges)
	var grid []int
	for _, e := range edges {
		if len(grid) == 0 || e-grid[len(grid)-1] > sameEdge {
			grid = append(grid, e)
		}
	}
	return grid
}

// place is the column of a row's cell, how many it spans, and how it is merged.
func (row *docRow) place(i int, grid []int) (col, width int, flags byte) {
	if i >= len(row.flags) {
		return -1 - i, 1, 0
	}
	at := func(edge int) int {
		n, exact := slices.BinarySearch(grid, edge)
		if !exact {
			n-- // the edge that it was taken as one with lies before it
		}
		return n
	}
	col = at(row.edges[i])
	return col, at(row.edges[i+1]) - col, row.flags[i]
}
