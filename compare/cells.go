package compare

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"svod/corpus"
)

// A CellChange is a cell of a table that changed in a row that stayed. Where
// both are numbers, the difference is told too.
type CellChange struct {
	Column string `json:"column"` // its heading in the new table, else its number
	Old    string `json:"old"`
	New    string `json:"new"`
	// Difference is New − Old, to as many decimals as the two have; Percent is
	// it as a share of Old, nil where Old is 0.
	Difference *float64 `json:"difference,omitempty"`
	Percent    *float64 `json:"percent,omitempty"`

	decimals int
}

// cellsOf returns the cells of a table's row.
func cellsOf(text string) []string { return strings.Split(text, "\t") }

// isRow reports whether a text is a row of several cells.
func isRow(text string) bool { return strings.Contains(text, "\t") }

// rowKey returns what is equal for rows that are equal to a reader: the same
// words in the same cells.
func (t *texts) rowKey(text string) string {
	var b strings.Builder
	for _, c := range cellsOf(text) {
		b.WriteString(fold(tokenize(c, t.lang)))
		b.WriteByte(1)
	}
	return b.String()
}

// names returns the cells of a row that say what it is about, without its
// numbers; all cells of a row that has nothing but numbers.
func names(text string) string {
	if !isRow(text) {
		return text
	}
	var b strings.Builder
	for _, c := range cellsOf(text) {
		if strings.ContainsFunc(c, unicode.IsLetter) {
			b.WriteString(c)
			b.WriteByte('\t')
		}
	}
	if b.Len() == 0 {
		return text
	}
	return b.String()
}

// An amount is the value of a cell that holds a number and nothing else.
type amount struct {
	value    float64
	decimals int
}

// amountOf reads a cell: «33 143,0», «−6 561,7», «47,5 %». A code with leading
// zeros («001») is a name, not a number.
func amountOf(cell string) (amount, bool) {
	ts := tokenize(cell, "ru")
	sign := 1.0
	if len(ts) > 1 && ts[0].key == "-" {
		sign, ts = -1, ts[1:]
	}
	if len(ts) == 2 && ts[1].key == "%" {
		ts = ts[:1]
	}
	if len(ts) != 1 {
		return amount{}, false
	}
	s := ts[0].key
	whole, fraction, _ := strings.Cut(s, ".")
	if len(whole) > 1 && whole[0] == '0' || strings.Trim(whole+fraction, "0123456789") != "" {
		return amount{}, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return amount{sign * v, len(fraction)}, err == nil
}

// rowLikeness is how alike two rows of tables are: mostly by what names them,
// and by the cells they share, so that of rows with one name the one that kept
// its numbers is the nearest.
func rowLikeness(a, b *node, byNames float64) float64 {
	x, y := cellsOf(a.own.text), cellsOf(b.own.text)
	same := 0
	for i := range min(len(x), len(y)) {
		if x[i] == y[i] {
			same++
		}
	}
	return 0.9*byNames + 0.1*float64(same)/float64(max(len(x), len(y)))
}

// A columnMap tells which columns of an old table go on in a new one. Columns
// are the same where rows agree in them.
type columnMap struct {
	pairs map[[2]int][]link // by the numbers of cells in the two rows
	seen  map[[2]int][][]float64
	turn  bool // the new table is taken for the old one, so that ties are mirrored
}

func newColumnMap(turn bool) *columnMap {
	return &columnMap{pairs: map[[2]int][]link{}, seen: map[[2]int][][]float64{}, turn: turn}
}

// mostColumns is the number of columns up to which each is compared with each.
const mostColumns = 64

// learn counts in which columns two rows agree.
func (c *columnMap) learn(old, new string) {
	a, b := cellsOf(old), cellsOf(new)
	if len(a) > mostColumns || len(b) > mostColumns {
		return
	}
	k := [2]int{len(a), len(b)}
	if c.seen[k] == nil {
		c.seen[k] = make([][]float64, len(a))
		for i := range c.seen[k] {
			c.seen[k][i] = make([]float64, len(b))
		}
	}
	for i, x := range a {
		for j, y := range b {
			if x == y && x != "" {
				c.seen[k][i][j]++
			}
		}
	}
}

// of returns the pairs of columns of two rows, in order.
func (c *columnMap) of(a, b int) []link {
	k := [2]int{a, b}
	if ls, ok := c.pairs[k]; ok {
		return ls
	}
	var ls []link
	if max(a, b) > mostColumns {
		for i := range min(a, b) {
			ls = append(ls, link{i: i, j: i})
		}
		c.pairs[k] = ls
		return ls
	}
	for i := range a {
		for j := range b {
			w := 0.0
			if m := c.seen[k]; m != nil {
				w = m[i][j]
			}
			if a == b && i == j {
				w += 0.5 // nothing says otherwise
			} else if a != b && (i == j || a-i == b-j) {
				w += 0.1
			}
			if w > 0 {
				ls = append(ls, link{i: i, j: j, weight: w})
			}
		}
	}
	turn := func() {
		for x, l := range ls {
			ls[x].i, ls[x].j = l.j, l.i
		}
	}
	if c.turn {
		turn()
	}
	ls = heaviest(ls)
	if c.turn {
		turn()
	}
	c.pairs[k] = ls
	return ls
}

// diffCells compares two rows cell by cell; no edit crosses the border of a
// cell.
func diffCells(old, new string, columns *columnMap) []Edit {
	a, b := cellsOf(old), cellsOf(new)
	var es script
	// A cell brings the tab before it along.
	tab := func(i int) string { return "\t"[:min(i, 1)] }
	i, j := 0, 0
	for _, l := range append(columns.of(len(a), len(b)), link{i: len(a), j: len(b)}) {
		for ; i < l.i; i++ {
			es.add(Delete, tab(i)+a[i], false)
		}
		for ; j < l.j; j++ {
			es.add(Insert, tab(j)+b[j], false)
		}
		if i == len(a) {
			break
		}
		switch {
		case i > 0 && j > 0:
			es.add(Equal, "\t", false)
		case i > 0:
			es.add(Delete, "\t", false)
		case j > 0:
			es.add(Insert, "\t", false)
		}
		for _, e := range diffRow(a[i], b[j]) {
			es.add(e.Op, e.Text, e.Cosmetic)
		}
		i, j = i+1, j+1
	}
	return es
}

// cellChanges lists the cells that changed in a row that stayed. head is the
// new table's heading row, nil if it has none.
func cellChanges(old, new string, columns *columnMap, head []string) []CellChange {
	a, b := cellsOf(old), cellsOf(new)
	var out []CellChange
	name := func(j int) string {
		if len(head) == len(b) && strings.TrimSpace(head[j]) != "" {
			return head[j]
		}
		return strconv.Itoa(j + 1)
	}
	i, j := 0, 0
	for _, l := range append(columns.of(len(a), len(b)), link{i: len(a), j: len(b)}) {
		for ; i < l.i; i++ {
			out = append(out, CellChange{Old: a[i]})
		}
		for ; j < l.j; j++ {
			out = append(out, CellChange{Column: name(j), New: b[j]})
		}
		if i == len(a) {
			break
		}
		if fold(tokenize(a[i], "ru")) != fold(tokenize(b[j], "ru")) {
			c := CellChange{Column: name(j), Old: a[i], New: b[j]}
			c.measure()
			out = append(out, c)
		}
		i, j = i+1, j+1
	}
	return out
}

// measure tells the difference of two numbers.
func (c *CellChange) measure() {
	was, ok := amountOf(c.Old)
	is, too := amountOf(c.New)
	if !ok || !too {
		return
	}
	c.decimals = max(was.decimals, is.decimals)
	scale := math.Pow10(c.decimals)
	d := math.Round((is.value-was.value)*scale) / scale
	c.Difference = &d
	if was.value != 0 {
		p := math.Round(d/math.Abs(was.value)*1e6) / 1e4
		c.Percent = &p
	}
}

// headOf returns the cells of a table's heading: its first row, if there are
// no numbers in it.
func headOf(tab *node) []string {
	if tab == nil || tab.unit.Kind != corpus.KindTable || len(tab.kids) < 2 {
		return nil
	}
	cells := cellsOf(tab.kids[0].own.text)
	for _, c := range cells {
		if _, ok := amountOf(c); ok {
			return nil
		}
	}
	return cells
}
