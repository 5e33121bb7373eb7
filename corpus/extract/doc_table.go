package extract

import "svod/corpus"

// cellEnd ends a cell, or a row when the mark is a row's.
func (s *docStory) cellEnd(look docParaLook, gone bool) {
	t := s.table
	switch {
	case t == nil || look.depth > 1:
	case !look.rowEnd:
		t.endCell()
	case gone: // the row was deleted, or not yet inserted
		t.cells, t.lines = nil, nil
	default:
		s.endRow(s.rowShape(look))
	}
}

func (s *docStory) endRow(shape rowShape) {
	t := s.table
	if len(t.lines) > 0 { // the mark of the last cell is missing
		t.endCell()
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, edgeRow{shape, t.cells})
	}
	t.cells = nil
}

// closeTable adds the lines of the table that is being read, if one is.
func (s *docStory) closeTable() {
	if s.table == nil {
		return
	}
	s.endRow(rowShape{}) // whose mark is missing
	s.tables++
	s.lines = append(s.lines, s.table.close(s.tables)...)
	s.table = nil
}

// inCell adds the lines of a paragraph to the cell being read. A table inside a
// box inside a cell is text, and so is one inside a cell: its paragraphs are
// some more of that cell.
func (s *docStory) inCell(lines []corpus.Line) {
	if s.table == nil {
		s.table = &edgeTable{}
	}
	s.table.lines = append(s.table.lines, flattened(lines)...)
}

// rowShape reads the edges of a row and the merges of its cells.
func (r *docReader) rowShape(look docParaLook) rowShape {
	b := look.row
	if len(b) == 0 || len(b) < 1+2*(int(b[0])+1) {
		return rowShape{}
	}
	n := int(b[0])
	edge := func(i int) int { return int(int16(le16(b, 1+2*i))) }
	size := 20
	if r.fib.old {
		size = 10
	}
	s := rowShape{left: edge(0)}
	across := make([]uint16, n)
	for i := range n {
		flags := le16(b, 1+2*(n+1)+size*i)
		across[i] = flags & 3
		down := flags >> 5 & 3
		if r.fib.old {
			down = 0
		}
		s.next.top, s.next.below = mergeDown(down)
		s.add(edge(i + 1))
	}
	joinAcross(s.cells, across)
	for _, m := range look.merges {
		first := int(m.to[0])
		switch {
		case len(m.to) < 2:
		case m.op == sprmTMergeDown && first < n:
			s.cells[first].top, s.cells[first].below = mergeDown(uint16(m.to[1]) & 3)
		case m.op != sprmTMergeDown:
			for i := first + 1; i < min(int(m.to[1]), n); i++ {
				s.cells[i].merged = m.op == sprmTMerge
			}
		}
	}
	return s
}

// mergeDown reads how a cell is merged downwards: not, covered by the one above,
// or the first of such cells.
func mergeDown(n uint16) (top, below bool) { return n == 3, n != 0 && n != 3 }

// joinAcross finds the cells that are merged into the one before them. Programs
// differ in which of two bits marks the first of such cells, so the first one
// shows it.
func joinAcross(cells []cellShape, across []uint16) {
	for i := 1; i < len(across); i++ {
		first := i - 1
		for ; i < len(across) && across[first] != 0 && across[i] != 0 && across[i] != across[first]; i++ {
			cells[i].merged = true
		}
	}
}
