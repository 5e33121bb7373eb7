package extract

import (
	"strconv"
	"strings"

	"svod/corpus"
)

// An htmlGrid is a table of a page while it is read. Pages use tables to hold
// themselves together as well; close tells which is which. The lines in a table
// stand with all others of the page, in their order: a table that only holds
// them leaves them where they are.
type htmlGrid struct {
	from   int // the first of its lines
	rows   [][]htmlCell
	inCell bool
	holds  bool // a cell holds a table: then this one is a frame
}

type htmlCell struct {
	from, to   int // its lines
	lines      []corpus.Line
	cols, rows int
	head       bool // <th>
}

// longCell is the number of paragraphs in one cell from which a table is
// taken for the frame of a page.
const longCell = 40

// startRow begins a row; at is the number of lines that the page has so far.
func (g *htmlGrid) startRow(at int) {
	g.endCell(at)
	g.rows = append(g.rows, nil)
}

func (g *htmlGrid) startCell(at int, head bool, attr map[string]string) {
	g.endCell(at)
	if len(g.rows) == 0 {
		g.startRow(at)
	}
	n := len(g.rows) - 1
	g.rows[n] = append(g.rows[n], htmlCell{from: at, to: at, head: head, cols: span(attr["colspan"]), rows: span(attr["rowspan"])})
	g.inCell = true
}

func (g *htmlGrid) endCell(at int) {
	if g.inCell {
		row := g.rows[len(g.rows)-1]
		row[len(row)-1].to = at
	}
	g.inCell = false
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
	wide, headed := false, g.isHeaded()
	for _, row := range g.rows {
		filled := 0
		for _, c := range row {
			if !headed && c.isPage() {
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

// isHeaded reports whether the first row names three columns and more: no frame
// of a page does, however long the cells below are.
func (g *htmlGrid) isHeaded() bool {
	heads := 0
	if len(g.rows) > 1 {
		for _, c := range g.rows[0] {
			if c.head && len(c.lines) > 0 && len(c.lines) < 4 {
				heads++
			}
		}
	}
	return heads > 2
}

// isPage tells a piece of a page, with a heading over its text, from a cell.
func (c *htmlCell) isPage() bool {
	if len(c.lines) > longCell {
		return true
	}
	labels := 0
	for i := range c.lines {
		if c.lines[i].Style.Heading > 0 && len(c.lines) > 1 {
			return true
		}
		if actLabel.MatchString(c.lines[i].Text) {
			labels++
		}
	}
	return labels > 3
}

// isParallel tells a table that holds two texts side by side, Kazakh and
// Russian, a row a paragraph.
func (g *htmlGrid) isParallel() bool {
	articles, kazakh := 0, [2]int{}
	for _, row := range g.rows {
		if len(row) != 2 {
			return false
		}
		both := true
		for i, c := range row {
			is := false
			for _, l := range c.lines {
				is = is || strings.ContainsAny(l.Text, "әғқңөұүһіӘҒҚҢӨҰҮҺІ")
				both = both && actLabel.MatchString(c.lines[0].Text)
			}
			if is {
				kazakh[i]++
			}
			both = both && len(c.lines) > 0
		}
		if both {
			articles++
		}
	}
	n := len(g.rows)
	return n >= 3 && articles*2 > n && (kazakh[0]*2 > n && kazakh[1]*4 < n || kazakh[1]*2 > n && kazakh[0]*4 < n)
}

// close puts the table into the page's lines: a line a row when it holds data,
// numbered with table, else the paragraphs of its cells one after another. It
// tells whether it holds data.
func (g *htmlGrid) close(all []corpus.Line, table int) (lines []corpus.Line, data bool) {
	g.endCell(len(all))
	var outside []corpus.Line // caption, and what stands outside of cells
	at := g.from
	for _, row := range g.rows {
		for i := range row {
			c := &row[i]
			outside = append(outside, all[at:c.from]...)
			c.lines, at = all[c.from:c.to], c.to
		}
	}
	outside = append(outside, all[at:]...)
	switch {
	case !g.holds && g.isParallel():
		for side := range 2 {
			for _, row := range g.rows {
				outside = append(outside, row[side].lines...)
			}
		}
		return append(all[:g.from], outside...), false
	case !g.isData():
		return all, false
	}
	for _, row := range g.rows {
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
		outside = append(outside, l)
	}
	return append(all[:g.from], outside...), true
}

// common keeps what two styles have in common.
func common(a, b corpus.Style) corpus.Style {
	return corpus.Style{
		Bold: a.Bold && b.Bold, Italic: a.Italic && b.Italic, Centred: a.Centred && b.Centred, Right: a.Right && b.Right,
		Red: a.Red && b.Red, Note: a.Note && b.Note, Struck: a.Struck && b.Struck, Link: a.Link && b.Link,
	}
}
