package extract

import (
	"strconv"
	"strings"

	"svod/corpus"
)

// An htmlGrid is a table of a page while it is read. Pages use tables to hold
// themselves together as well; close tells which is which.
type htmlGrid struct {
	before []corpus.Line // caption, and what stands outside of cells
	rows   [][]htmlCell
	inCell bool
	holds  bool // a cell holds a table: then this one is a frame
	under  int  // the elements open around it
}

type htmlCell struct {
	lines      []corpus.Line
	cols, rows int
}

// longCell is the number of paragraphs in one cell from which a table is
// taken for the frame of a page.
const longCell = 40

// sink is where lines go that stand in the table now.
func (g *htmlGrid) sink() *[]corpus.Line {
	if g.inCell {
		row := g.rows[len(g.rows)-1]
		return &row[len(row)-1].lines
	}
	return &g.before
}

func (g *htmlGrid) startRow() {
	g.inCell = false
	g.rows = append(g.rows, nil)
}

func (g *htmlGrid) startCell(attr map[string]string) {
	if len(g.rows) == 0 {
		g.startRow()
	}
	n := len(g.rows) - 1
	g.rows[n] = append(g.rows[n], htmlCell{cols: span(attr["colspan"]), rows: span(attr["rowspan"])})
	g.inCell = true
}

// span reads how many columns or rows a cell covers; 0 stands for one.
func span(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 2 {
		return 0
	}
	return min(n, 1000)
}

// isData tells a table of data from a frame: some row has two cells with
// text, and no cell holds a table or a piece of a page.
func (g *htmlGrid) isData() bool {
	if g.holds {
		return false
	}
	wide := false
	for _, row := range g.rows {
		filled := 0
		for _, c := range row {
			if c.isPage() {
				return false
			}
			if len(c.lines) > 0 {
				filled++
			}
		}
		wide = wide || filled > 1
	}
	return wide
}

// isPage tells a piece of a page, with a heading over its text, from a cell.
func (c *htmlCell) isPage() bool {
	if len(c.lines) > longCell {
		return true
	}
	for i := range c.lines {
		if c.lines[i].Style.Heading > 0 && len(c.lines) > 1 {
			return true
		}
	}
	return false
}

// close returns the lines of the table: a line a row when it holds data,
// numbered with table, else the paragraphs of its cells one after another.
func (g *htmlGrid) close(table int) []corpus.Line {
	lines := g.before
	data := g.isData()
	for _, row := range g.rows {
		if !data {
			for _, c := range row {
				lines = append(lines, c.lines...)
			}
			continue
		}
		l := corpus.Line{Table: table}
		var texts []string
		st, first := corpus.Style{}, true
		for _, c := range row {
			var paras []string
			for _, p := range c.lines {
				paras = append(paras, p.Text)
				if first {
					st, first = p.Style, false
				}
				st = common(st, p.Style)
			}
			l.Cells = append(l.Cells, corpus.Cell{Text: strings.Join(paras, "\n"), Cols: c.cols, Rows: c.rows})
			texts = append(texts, strings.Join(paras, " "))
		}
		if first {
			continue // nothing in any cell
		}
		l.Text, l.Style = trim(strings.Join(texts, "\t")), st
		lines = append(lines, l)
	}
	return lines
}

// common keeps what two styles have in common.
func common(a, b corpus.Style) corpus.Style {
	return corpus.Style{
		Bold: a.Bold && b.Bold, Italic: a.Italic && b.Italic, Centred: a.Centred && b.Centred, Right: a.Right && b.Right,
		Red: a.Red && b.Red, Note: a.Note && b.Note, Struck: a.Struck && b.Struck, Link: a.Link && b.Link,
	}
}
