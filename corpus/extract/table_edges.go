package extract

import (
	"slices"
	"strings"

	"svod/corpus"
)

// An edgeTable is a table of RTF or DOC while it is read. Its cells have no
// columns, only edges in twentieths of a point; the edges of all rows together
// are its grid.
type edgeTable struct {
	rows  []edgeRow
	cells [][]corpus.Line // of the row being read
	lines []corpus.Line   // of the cell being read
}

type edgeRow struct {
	shape rowShape
	cells [][]corpus.Line
}

// A rowShape is what a row says of its cells: where they end, and which are
// merged.
type rowShape struct {
	left  int
	cells []cellShape
	next  cellShape // the one being defined
}

type cellShape struct {
	right         int
	first, merged bool // with the cells to its right, with the one to its left
	top, below    bool // with the cells below, with the one above
}

// maxRowCells is more than the cells of any row.
const maxRowCells = 1000

func (s *rowShape) add(right int) {
	if len(s.cells) < maxRowCells {
		s.next.right = right
		s.cells = append(s.cells, s.next)
	}
	s.next = cellShape{}
}

func (t *edgeTable) endCell() {
	if n := len(t.cells); n == maxRowCells {
		t.cells[n-1] = append(t.cells[n-1], t.lines...)
	} else {
		t.cells = append(t.cells, t.lines)
	}
	t.lines = nil
}

// close returns the rows of a table as lines, each with its footnotes behind it.
func (t *edgeTable) close(table int) []corpus.Line {
	edges := t.edges()
	at := func(x int) int {
		i, _ := slices.BinarySearch(edges, x-sameEdge)
		return i
	}
	open := map[int]*mergedCell{} // cells that go on in the rows below, by their left edge
	type row struct {
		style corpus.Style
		cells []*mergedCell
		notes []corpus.Line
	}
	rows := make([]row, len(t.rows))
	for i, raw := range t.rows {
		var look docxCount
		left := at(raw.shape.left)
		if left > 0 && len(raw.shape.cells) > 0 { // the row begins further in than others
			rows[i].cells = append(rows[i].cells, &mergedCell{Cell: corpus.Cell{Cols: columns(left)}})
		}
		for k, lines := range raw.cells {
			var shape cellShape
			if k < len(raw.shape.cells) {
				shape = raw.shape.cells[k]
			}
			c := &mergedCell{}
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
				to.add(c.Text)
				to.Cols = max(to.Cols, 1) + right - left
			case shape.below && above != nil:
				above.Rows = max(above.Rows, 1) + 1
				above.add(c.Text)
			default:
				c.Cols = columns(max(right-left, 1))
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
		filled := false
		for _, c := range row.cells {
			whole := c.whole()
			l.Cells = append(l.Cells, whole)
			filled = filled || whole.Text != ""
		}
		if filled {
			l.Text = cellTexts(l.Cells)
			lines = append(lines, l)
		}
		lines = append(lines, row.notes...)
	}
	return lines
}

// sameEdge is how far apart, in twentieths of a point, edges of cells may lie
// that are drawn as one.
const sameEdge = 20

// edges are the places where a cell of the table begins or ends.
func (t *edgeTable) edges() []int {
	var all []int
	for _, row := range t.rows {
		if len(row.shape.cells) == 0 { // a row without an end
			continue
		}
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
