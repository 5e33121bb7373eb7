package extract

import "svod/corpus"

const rtfMaxNested = 20 // tables inside of tables

// An rtfTable holds the tables that are open at a place, each in a cell of the
// one before it.
type rtfTable struct {
	levels []*edgeTable
	begun  bool          // a row was announced, and none has ended since
	loose  []corpus.Line // paragraphs since then that don't say that they are in a cell
}

// startRow notes that a row is announced.
func (t *rtfTable) startRow(r *rtfReader) {
	if len(t.levels) <= 1 {
		t.setLoose(r, r.story())
		t.begun = true
	}
}

// setLoose puts paragraphs behind the table that turned out to be in no cell.
func (t *rtfTable) setLoose(r *rtfReader, s *rtfStory) {
	if loose := t.loose; len(loose) > 0 {
		t.loose = nil
		s.closeTables(r, 0)
		s.lines = append(s.lines, loose...)
	}
}

// paragraph takes the lines of a paragraph at a depth of tables.
func (t *rtfTable) paragraph(r *rtfReader, s *rtfStory, depth int, lines []corpus.Line) {
	if depth == 0 {
		if t.begun && len(lines) > 0 {
			t.loose = append(t.loose, lines...)
			return
		}
		if !t.begun {
			s.closeTables(r, 0)
		}
		s.lines = append(s.lines, lines...)
		return
	}
	if depth == 1 {
		t.setLoose(r, s)
	}
	g := s.grid(r, depth)
	g.lines = append(g.lines, lines...)
}

// grid opens the tables down to a depth, and closes those that are deeper.
func (s *rtfStory) grid(r *rtfReader, depth int) *edgeTable {
	s.closeTables(r, depth)
	for t := &s.table; len(t.levels) < depth; {
		t.levels = append(t.levels, &edgeTable{})
	}
	return s.table.levels[depth-1]
}

// endCell ends a cell with the paragraph that is being read.
func (r *rtfReader) endCell(depth int) {
	if r.state.into != rtfBody {
		return
	}
	s := r.story()
	lines := r.finish(&s.para, &r.state.para)
	s.para = rtfPara{}
	r.size += len(lines)
	loose := s.table.loose
	s.table.loose = nil
	g := s.grid(r, depth)
	g.lines = append(append(g.lines, loose...), lines...)
	g.endCell()
}

// endRow ends a row.
func (r *rtfReader) endRow(depth int, shape rowShape) {
	s := r.story()
	if r.state.into != rtfBody && r.state.into != rtfNested {
		return
	}
	if len(s.para.lines) > 0 {
		r.endParagraph(depth)
	}
	if depth == 1 {
		s.table.begun = false
		s.table.setLoose(r, s)
	}
	if len(s.table.levels) < depth {
		return
	}
	g := s.grid(r, depth)
	if len(g.lines) > 0 {
		g.endCell()
	}
	filled := false
	for _, c := range g.cells {
		filled = filled || len(c) > 0
	}
	if filled {
		g.rows = append(g.rows, edgeRow{shape, g.cells})
		r.size++
	}
	g.cells = nil
}

// close ends what a story leaves open.
func (s *rtfStory) close(r *rtfReader) {
	loose := s.table.loose
	s.table.loose = nil
	s.closeTables(r, 0)
	s.lines = append(s.lines, loose...)
}

// closeTables closes the tables deeper than depth. The text of one inside a
// cell stays in that cell.
func (s *rtfStory) closeTables(r *rtfReader, depth int) {
	for n := len(s.table.levels) - 1; n >= depth; n-- {
		g := s.table.levels[n]
		s.table.levels = s.table.levels[:n]
		if len(g.lines) > 0 {
			g.endCell()
		}
		if len(g.cells) > 0 { // a row without an end
			g.rows = append(g.rows, edgeRow{cells: g.cells})
		}
		if n == 0 {
			if len(g.rows) > 0 {
				r.tables++
				s.lines = append(s.lines, g.close(r.tables)...)
			}
			continue
		}
		up := s.table.levels[n-1]
		for _, l := range g.close(0) {
			if l.Style.Note {
				up.lines = append(up.lines, l)
				continue
			}
			for _, c := range l.Cells {
				if c.Text != "" {
					up.lines = append(up.lines, corpus.Line{Text: c.Text, Style: l.Style})
				}
			}
		}
	}
}
