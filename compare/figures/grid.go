package figures

import (
	"strings"

	"svod/corpus"
)

// A grid is a table of a document as rows and columns, with what spans several
// of them written into each.
type grid struct {
	doc     *corpus.Document
	address corpus.Address
	caption string // the line above it
	rows    []row
	head    int // rows of the head
	columns int
	english bool // 16,130,203.7
}

// A row is a line of the source.
type row struct {
	address corpus.Address
	line    int // from 1
	page    int
	cells   []cell
}

// A cell is what stands in one row and one column.
type cell struct {
	text    string
	value   value
	covered bool // by a cell above it or to its left
}

// most are limits of what is read: a table beyond them is not a report's.
const (
	mostColumns = 200
	mostRows    = 20_000
)

// grids returns the tables of a document.
func grids(d *corpus.Document) []*grid {
	if d.Root == nil || d.Source == nil {
		return nil
	}
	var gs []*grid
	last := ""
	add := func(g *grid) {
		if n := len(gs); n > 0 && gs[n-1].goesOn(g) {
			gs[n-1].rows = append(gs[n-1].rows, g.rows...)
			return
		}
		gs = append(gs, g)
	}
	for a, u := range d.All() {
		switch u.Kind {
		case corpus.KindTable:
			add(gridOf(d, a, u, last))
		case corpus.KindRow:
		default:
			if own := u.Own(); own != "" {
				last = own
			}
		}
	}
	return gs
}

// goesOn reports whether a table is the rest of this one on the next page.
func (g *grid) goesOn(next *grid) bool {
	return len(g.rows) > 0 && len(next.rows) > 0 && g.head > 0 && next.head == 0 && g.columns > 2 && g.columns == next.columns &&
		g.rows[0].page > 0 && next.rows[0].page == g.rows[len(g.rows)-1].page+1
}

func gridOf(d *corpus.Document, a corpus.Address, u *corpus.Unit, caption string) *grid {
	g := &grid{doc: d, address: a, caption: caption}
	if u.Title != "" {
		g.caption = u.Title
	}
	covered := map[int]int{} // rows still to be covered, by column
	texts := map[int]string{}
	for i := u.Span.Lo; i < u.Span.Hi && i < len(d.Source.Lines) && len(g.rows) < mostRows; i++ {
		line := &d.Source.Lines[i]
		if line.Table == 0 || len(line.Cells) == 0 {
			continue
		}
		r := row{line: i + 1, page: line.Page, address: a}
		down := func() { // what reaches here from above
			for covered[len(r.cells)] > 0 && len(r.cells) < mostColumns {
				covered[len(r.cells)]--
				r.cells = append(r.cells, cell{text: texts[len(r.cells)], covered: true})
			}
		}
		for _, c := range line.Cells {
			down()
			for k := range max(1, c.Cols) {
				if len(r.cells) == mostColumns {
					break
				}
				if c.Rows > 1 {
					covered[len(r.cells)], texts[len(r.cells)] = c.Rows-1, c.Text
				}
				r.cells = append(r.cells, cell{text: strings.TrimSpace(c.Text), covered: k > 0})
			}
		}
		down()
		g.columns = max(g.columns, len(r.cells))
		g.rows = append(g.rows, r)
	}
	n := 0
	for _, c := range u.Units {
		if c.Kind == corpus.KindRow && n < len(g.rows) {
			g.rows[n].address = d.AddressOf(c)
			n++
		}
	}
	for i := range g.rows {
		for _, c := range g.rows[i].cells {
			g.english = g.english || d.Meta.Language == "en" || definitelyEnglish(c.text)
		}
	}
	for i := range g.rows {
		for j := range g.rows[i].cells {
			c := &g.rows[i].cells[j]
			c.value = read(c.text, g.english)
		}
	}
	g.head = g.heads()
	return g
}

// at returns the cell of a row and a column; rows may be short.
func (g *grid) at(i, j int) *cell {
	if i < 0 || i >= len(g.rows) || j < 0 || j >= len(g.rows[i].cells) {
		return &cell{}
	}
	return &g.rows[i].cells[j]
}

// heads counts the rows of the head: those above the first number that is not a
// year, as far as they look like heads.
func (g *grid) heads() int {
	n, begun := 0, false
	for n < len(g.rows) {
		switch {
		case g.counts(n):
			return n + 1 // «1 2 3 4» closes the head
		case g.numbers(n), begun && !g.continues(n):
			return n
		}
		begun = begun || !g.title(n) // a title over all columns, «в рублях»
		n++
	}
	return min(n, 1)
}

// counts reports whether a row only numbers the columns: 1 2 3, А Б 1 2.
func (g *grid) counts(i int) bool {
	next, seen := 1.0, 0
	for _, c := range g.rows[i].cells {
		switch {
		case c.covered, c.text == "":
		case c.value.kind == isNumber && c.value.number == next:
			next++
			seen++
		case len([]rune(c.text)) == 1 && seen == 0: // А Б
		default:
			return false
		}
	}
	return seen >= 2 && g.at(i, 0).text != "" && i <= 8 && (seen > 2 || i+1 < len(g.rows) && i > 0)
}

// numbers reports whether a row has a number that is not a year.
func (g *grid) numbers(i int) bool {
	for _, c := range g.rows[i].cells {
		if !c.covered && c.value.kind == isNumber && !c.value.year {
			return true
		}
	}
	return false
}

// continues reports whether a row without numbers belongs to the head above it:
// cells above reach into it, or its first cell is empty and others aren't.
func (g *grid) continues(i int) bool {
	full := 0
	for _, c := range g.rows[i].cells {
		if c.covered && c.text != "" && full == 0 {
			return true
		}
		if c.text != "" && !c.covered {
			full++
		}
	}
	return g.at(i, 0).text == "" && full >= 2
}

// label is what the head says of a column, from the outermost.
func (g *grid) label(j int) []string {
	var out []string
	for i := range g.head {
		if i > 0 && g.counts(i) {
			continue
		}
		t := one(g.spanned(i, j))
		if t != "" && (len(out) == 0 || out[len(out)-1] != t) {
			out = append(out, t)
		}
	}
	return out
}

// spanned is the text of a cell, or of the one to its left that covers it.
func (g *grid) spanned(i, j int) string {
	c := g.at(i, j)
	for c.covered && c.text == "" && j > 0 {
		j--
		c = g.at(i, j)
	}
	return c.text
}

// one is a text in one line.
func one(s string) string { return strings.Join(strings.Fields(s), " ") }
