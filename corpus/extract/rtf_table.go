package extract

import (
	"slices"
	"sort"
	"strings"

	"svod/corpus"
)

const (
	rtfMaxNested = 20   // tables inside of tables
	rtfMaxCells  = 1000 // in a row
)

// An rtfRowShape is what a row says of its cells: where they end, and which
// are merged.
type rtfRowShape struct {
	left  int
	cells []rtfCellShape
	next  rtfCellShape // the one being defined
}

type rtfCellShape struct {
	right         int
	first, merged bool // with the cells to its right, with the one to its left
	top, below    bool // with the cells below, with the one above
}

func (s *rtfRowShape) add(right int) {
	if len(s.cells) < rtfMaxCells {
		s.next.right = right
		s.cells = append(s.cells, s.next)
	}
	s.next = rtfCellShape{}
}

// An rtfTable holds the tables that are open at a place, each in a cell of the
// one before it.
type rtfTable struct {
	levels []*rtfGrid
	begun  bool          // a row was announced, and none has ended since
	loose  []corpus.Line // paragraphs since then that don't say that they are in a cell
}

// An rtfGrid is a table while it is read.
type rtfGrid struct {
	rows  []rtfRow
	cells [][]corpus.Line // of the row being read
	lines []corpus.Line   // of the cell being read
}

type rtfRow struct {
	shape rtfRowShape
	cells [][]corpus.Line
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
func (s *rtfStory) grid(r *rtfReader, depth int) *rtfGrid {
	s.closeTables(r, depth)
	for t := &s.table; len(t.levels) < depth; {
		t.levels = append(t.levels, &rtfGrid{})
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

func (g *rtfGrid) endCell() {
	if n := len(g.cells); n == rtfMaxCells {
		g.cells[n-1] = append(g.cells[n-1], g.lines...)
	} else {
		g.cells = append(g.cells, g.lines)
	}
	g.lines = nil
}

// endRow ends a row.
func (r *rtfReader) endRow(depth int, shape rtfRowShape) {
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
		g.rows = append(g.rows, rtfRow{shape, g.cells})
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
			g.rows = append(g.rows, rtfRow{cells: g.cells})
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

// close returns the rows of a table as lines, each with its footnotes behind it.
func (g *rtfGrid) close(table int) []corpus.Line {
	edges := g.edges()
	at := func(x int) int { return sort.Search(len(edges), func(i int) bool { return edges[i] >= x-sameEdge }) }
	open := map[int]*corpus.Cell{} // cells that go on in the rows below, by their left edge
	type row struct {
		style corpus.Style
		cells []*corpus.Cell
		notes []corpus.Line
	}
	rows := make([]row, len(g.rows))
	for i, raw := range g.rows {
		var look docxCount
		left := at(raw.shape.left)
		for k, lines := range raw.cells {
			var shape rtfCellShape
			if k < len(raw.shape.cells) {
				shape = raw.shape.cells[k]
			}
			c := &corpus.Cell{}
			var texts []string
			for _, l := range lines {
				if l.Style.Note {
					rows[i].notes = append(rows[i].notes, l)
					continue
				}
				texts = append(texts, strings.ReplaceAll(l.Text, "\t", " "))
				look.add(l)
			}
			c.Text = strings.Join(texts, "\n")
			right := left + 1
			if shape.right > 0 || k < len(raw.shape.cells) {
				right = max(at(shape.right), left)
			}
			above := open[left]
			switch n := len(rows[i].cells); {
			case shape.merged && n > 0:
				to := rows[i].cells[n-1]
				to.Text = joinParas(to.Text, c.Text)
				to.Cols = max(to.Cols, 1) + right - left
			case shape.below && above != nil:
				above.Rows = max(above.Rows, 1) + 1
				above.Text = joinParas(above.Text, c.Text)
			default:
				if right-left > 1 {
					c.Cols = right - left
				}
				rows[i].cells = append(rows[i].cells, c)
				delete(open, left)
				if shape.top {
					open[left] = c
				}
			}
			left = right
		}
		rows[i].style = look.style()
	}
	var lines []corpus.Line
	for _, row := range rows {
		l := corpus.Line{Style: row.style, Table: table}
		var texts []string
		for _, c := range row.cells {
			l.Cells = append(l.Cells, *c)
			texts = append(texts, strings.ReplaceAll(c.Text, "\n", " "))
		}
		if l.Text = trim(strings.Join(texts, "\t")); l.Text != "" {
			lines = append(lines, l)
		}
		lines = append(lines, row.notes...)
	}
	return lines
}

func joinParas(a, b string) string { return trim(a + "\n" + b) }

// sameEdge is how far apart, in twentieths of a point, edges of cells may lie
// that are drawn as one.
const sameEdge = 20

// edges are the places where a cell of the table begins or ends.
func (g *rtfGrid) edges() []int {
	var all []int
	for _, row := range g.rows {
		all = append(all, row.shape.left)
		for _, c := range row.shape.cells {
			all = append(all, c.right)
		}
	}
	slices.Sort(all)
	var edges []int
	for _, x := range all {
		if n := len(edges); n == 0 || x-edges[n-1] > sameEdge {
			edges = append(edges, x)
		}
	}
	return edges
}
