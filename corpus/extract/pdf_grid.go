package extract

import (
	"math"
	"slices"
	"strings"

	"svod/corpus"
)

// A pdfTable is a grid of ruled lines with text in it.
type pdfTable struct {
	page   *pdfPage
	xs, ys []float64 // edges from the left, from above
	cells  []*gridCell
	of     [][]*gridCell // [row][column]: the cell that covers it
	number int
	isRead bool // its cells have their texts
}

type gridCell struct {
	row, col, rows, cols int
	glyphs               []glyph
	text                 string
}

const (
	touch     = 3.0  // how near ends of lines must come to meet
	maxGrid   = 2000 // lines of a page beyond which they are a drawing
	maxCells  = 20000
	wholePage = 0.6 // of the page: a larger cell is a frame around the text
)

// findTables finds the grids of a page and puts glyphs into their cells. It
// returns for each glyph its table, nil outside of tables.
func findTables(p *pdfPage) []*pdfTable {
	rules := joinRules(p.rules)
	if len(rules) < 4 || len(rules) > maxGrid {
		return nil
	}
	var tables []*pdfTable
	for _, group := range connected(rules) {
		if t := newTable(p, group); t != nil {
			tables = append(tables, t)
		}
	}
	return tables
}

// joinRules joins pieces of one line.
func joinRules(rules []rule) []rule {
	rules = slices.Clone(rules)
	slices.SortFunc(rules, func(a, b rule) int {
		switch {
		case a.vertical != b.vertical:
			return count(a.vertical) - count(b.vertical)
		case math.Abs(a.at-b.at) > 0.01:
			return int(sign(a.at - b.at))
		}
		return int(sign(a.lo - b.lo))
	})
	var out []rule
	for _, r := range rules {
		joined := false
		for i := len(out) - 1; i >= 0 && out[i].vertical == r.vertical && r.at-out[i].at <= 1.5; i-- {
			if o := &out[i]; r.lo <= o.hi+touch && o.lo <= r.hi+touch {
				o.lo, o.hi = min(o.lo, r.lo), max(o.hi, r.hi)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, r)
		}
	}
	return out
}

func meets(a, b rule) bool {
	return a.vertical != b.vertical && a.at >= b.lo-touch && a.at <= b.hi+touch && b.at >= a.lo-touch && b.at <= a.hi+touch
}

// connected groups the lines that hang together.
func connected(rules []rule) [][]rule {
	group := make([]int, len(rules))
	for i := range group {
		group[i] = -1
	}
	var out [][]rule
	for i := range rules {
		if group[i] >= 0 {
			continue
		}
		id := len(out)
		out = append(out, nil)
		group[i] = id
		for todo := []int{i}; len(todo) > 0; {
			k := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			out[id] = append(out[id], rules[k])
			for j := range rules {
				if group[j] < 0 && meets(rules[k], rules[j]) {
					group[j] = id
					todo = append(todo, j)
				}
			}
		}
	}
	return out
}

// newTable makes a table of lines that hang together, nil if they are none.
func newTable(p *pdfPage, rules []rule) *pdfTable {
	var xs, ys []float64
	nv, nh := 0, 0
	for _, r := range rules {
		if r.vertical {
			nv++
			xs = append(xs, r.at)
			ys = append(ys, r.lo, r.hi)
		} else {
			nh++
			ys = append(ys, r.at)
			xs = append(xs, r.lo, r.hi)
		}
	}
	if nv < 1 || nh < 2 {
		return nil
	}
	t := &pdfTable{page: p, xs: distinct(xs), ys: distinct(ys)}
	slices.Reverse(t.ys)
	nc, nr := len(t.xs)-1, len(t.ys)-1
	if nc < 2 || nr < 1 || nc*nr > maxCells {
		return nil
	}
	t.merge(rules, nr, nc)
	wide := 0
	for _, c := range t.cells {
		if t.area(c) > wholePage*p.width*p.height {
			return nil
		}
		if c.cols < nc {
			wide++
		}
	}
	if wide < 2 {
		return nil
	}
	return t
}

func (t *pdfTable) area(c *gridCell) float64 {
	return (t.xs[c.col+c.cols] - t.xs[c.col]) * (t.ys[c.row] - t.ys[c.row+c.rows])
}

// distinct sorts places and takes those for one that nearly are.
func distinct(at []float64) []float64 {
	slices.Sort(at)
	var out []float64
	for _, a := range at {
		if k := len(out); k == 0 || a-out[k-1] > touch {
			out = append(out, a)
		}
	}
	return out
}

// merge joins the fields of the grid that no line parts, into rectangles.
func (t *pdfTable) merge(rules []rule, nr, nc int) {
	parted := func(vertical bool, at, mid float64) bool {
		for _, r := range rules {
			if r.vertical == vertical && math.Abs(r.at-at) <= touch && r.lo < mid && mid < r.hi {
				return true
			}
		}
		return false
	}
	t.of = make([][]*gridCell, nr)
	for r := range t.of {
		t.of[r] = make([]*gridCell, nc)
	}
	for r := range nr {
		for c := range nc {
			if t.of[r][c] != nil {
				continue
			}
			cell := &gridCell{row: r, col: c, rows: 1, cols: 1}
			for midY := (t.ys[r] + t.ys[r+1]) / 2; c+cell.cols < nc && t.of[r][c+cell.cols] == nil && !parted(true, t.xs[c+cell.cols], midY); {
				cell.cols++
			}
			for midX := (t.xs[c] + t.xs[c+1]) / 2; r+cell.rows < nr && t.free(r+cell.rows, c, cell.cols) && !parted(false, t.ys[r+cell.rows], midX); {
				cell.rows++
			}
			for i := range cell.rows {
				for k := range cell.cols {
					t.of[r+i][c+k] = cell
				}
			}
			t.cells = append(t.cells, cell)
		}
	}
}

func (t *pdfTable) free(row, col, n int) bool {
	for k := range n {
		if t.of[row][col+k] != nil {
			return false
		}
	}
	return true
}

// at returns the cell at a place of the page, nil outside of the table.
func (t *pdfTable) at(x, y float64) *gridCell {
	n := len(t.ys) - 1
	if x < t.xs[0] || x > t.xs[len(t.xs)-1] || y > t.ys[0] || y < t.ys[n] {
		return nil
	}
	c, _ := slices.BinarySearch(t.xs, x)
	r, _ := slices.BinarySearchFunc(t.ys, y, func(edge, y float64) int { return int(sign(y - edge)) })
	return t.of[min(max(r-1, 0), n-1)][min(max(c-1, 0), len(t.xs)-2)]
}

// fill puts glyphs of the page into cells. Tables with less than two cells of
// text are none: their glyphs stay outside. It returns for each glyph its table.
func fill(p *pdfPage, tables []*pdfTable) []*pdfTable {
	of := make([]*pdfTable, len(p.glyphs))
	cells := make([]*gridCell, len(p.glyphs))
	for lo := 0; lo < len(p.glyphs); {
		hi := runEnd(p.glyphs, lo)
		placeRun(p.glyphs[lo:hi], tables, of[lo:hi], cells[lo:hi])
		lo = hi
	}
	for i, c := range cells {
		if c != nil && !p.glyphs[i].blank() {
			c.glyphs = append(c.glyphs, p.glyphs[i])
		}
	}
	for _, t := range tables {
		n := 0
		for _, c := range t.cells {
			n += count(len(c.glyphs) > 0)
			c.glyphs = nil
		}
		if n >= 2 {
			continue
		}
		for i := range of {
			if of[i] == t {
				of[i], cells[i] = nil, nil
			}
		}
	}
	for i, c := range cells {
		if c != nil {
			c.glyphs = append(c.glyphs, p.glyphs[i])
		}
	}
	return of
}

// runEnd returns where the run of glyphs that begins at lo ends: text that was
// drawn without a step.
func runEnd(glyphs []glyph, lo int) int {
	for i := lo + 1; i < len(glyphs); i++ {
		a, b := &glyphs[i-1], &glyphs[i]
		if a.turn != b.turn || math.Abs(a.v-b.v) > 0.1*b.size || math.Abs(b.u-a.end) > 0.6*b.size {
			return i
		}
	}
	return len(glyphs)
}

// placeRun finds the cells of a run. A line that parts the letters of one word
// parts no cells there: the text was too long for its cell and runs over it.
func placeRun(run []glyph, tables []*pdfTable, of []*pdfTable, cells []*gridCell) {
	over, last := false, -1
	for i := range run {
		for _, t := range tables {
			if c := t.at(run[i].cx, run[i].cy); c != nil {
				of[i], cells[i] = t, c
				break
			}
		}
		if run[i].blank() {
			last = -1
			continue
		}
		over = over || last >= 0 && cells[last] != cells[i] && run[i].u-run[last].end < wordGap*run[i].size
		last = i
	}
	if over {
		for i := range run {
			of[i], cells[i] = of[0], cells[0]
		}
	}
}

// read turns the glyphs of the cells into their texts.
func (t *pdfTable) read(h *hyphens) {
	if t.isRead {
		return
	}
	t.isRead = true
	for _, c := range t.cells {
		lines := printedLines(t.page, c.glyphs)
		left, right := math.Inf(1), t.xs[c.col+c.cols]
		for _, l := range lines {
			left = min(left, l.u0)
		}
		right -= max(0, min(left-t.xs[c.col], 12)) // as much padding as on the left
		for _, l := range lines {
			l.column = column{left, max(right, l.u1)}
			if l.turn != 0 {
				l.column = column{l.u0, l.u1}
			}
		}
		markCentred(lines)
		var texts []string
		for _, para := range paragraphs(lines, h, nil) {
			texts = append(texts, para.text)
		}
		c.text = strings.Join(texts, "\n")
	}
}

// lines returns the rows of the table.
func (t *pdfTable) lines(skipHead bool) []corpus.Line {
	var out []corpus.Line
	for r := range t.of {
		var cells []corpus.Cell
		var texts []string
		spanned := false
		for c := 0; c < len(t.of[r]); {
			cell := t.of[r][c]
			spanned = spanned || cell.rows > 1
			if cell.row == r && cell.col == c {
				out := corpus.Cell{Text: cell.text}
				if cell.cols > 1 {
					out.Cols = cell.cols
				}
				if cell.rows > 1 {
					out.Rows = cell.rows
				}
				cells = append(cells, out)
				texts = append(texts, strings.ReplaceAll(cell.text, "\n", " "))
			}
			c += cell.cols
		}
		text := strings.Join(texts, "\t")
		blank := strings.TrimSpace(text) == ""
		if len(cells) == 0 || blank && !spanned || skipHead && len(out) == 0 && r == 0 {
			continue
		}
		if blank {
			text = ""
		}
		out = append(out, corpus.Line{Text: text, Page: t.page.number, Table: t.number, Cells: cells})
	}
	return out
}

// continues reports whether t goes on with the columns of o.
func (t *pdfTable) continues(o *pdfTable) bool {
	if o == nil || len(t.xs) != len(o.xs) || t.page.number != o.page.number+1 {
		return false
	}
	for i := range t.xs {
		if math.Abs(t.xs[i]-o.xs[i]) > touch {
			return false
		}
	}
	return true
}

// sameHead reports whether both tables begin with the same row: a heading that
// was repeated on the new page.
func (t *pdfTable) sameHead(o *pdfTable) bool {
	a, b := t.of[0], o.of[0]
	some := false
	for i := range a {
		if a[i].text != b[i].text || a[i].rows > 1 {
			return false
		}
		some = some || a[i].text != ""
	}
	return some && len(t.of) > 1
}
