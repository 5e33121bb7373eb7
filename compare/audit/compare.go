package audit

import (
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

// A Kind is what kind of difference there is.
type Kind string

// The kinds of differences between a file and the report made anew.
const (
	Changed       Kind = "changed"        // a cell shows something else
	RowMissing    Kind = "row-missing"    // the file has not the row
	RowAdded      Kind = "row-added"      // it has a row that the report has not
	ColumnMissing Kind = "column-missing" // it has not the column
	TableMissing  Kind = "table-missing"
	TableAdded    Kind = "table-added"
	LineMissing   Kind = "line-missing" // a line of text with numbers
	Value         Kind = "value"        // of JSON that has no tables; Row is its path
)

// A Difference is one thing that a file shows otherwise than the report.
type Difference struct {
	Kind               Kind
	Table, Row, Column string // what people call them
	File, Made         string // what the file shows, and the report made anew
}

// A Result says how a file stands beside the report made anew.
type Result struct {
	Tables, Numbers, Texts int // compared: tables, cells with numbers, other cells
	Lines                  int // of text outside of tables
	Values                 int // of JSON that has no tables
	Charts                 int // drawn, and not compared
	Differences            []Difference
	Unread                 []string // tables that could not be read back, and were not compared
	Columns                []string // of the author, not compared
	Rows                   int      // of the author, not compared
	Sorted                 []string // tables whose rows were put into another order
	matches                []*match
}

// A match is a table of the report with the grid that shows it in the file.
type match struct {
	*made
	file *Grid
	rows map[int]int // from the index of a made row to that of the file's
	cols []int       // from the made column to the file's, -1 for none
}

// Compare sets a file's page beside the report made anew.
func Compare(ctx context.Context, file *Page, r *table.Report) (*Result, error) {
	re, err := remake(ctx, r, file.Format)
	if err != nil {
		return nil, err
	}
	res := &Result{Unread: re.unread}
	if file.data != nil || re.page.data != nil {
		res.values("", file.data, re.page.data)
		return res, nil
	}
	for _, b := range r.Blocks {
		if c, ok := b.(*table.Chart); ok && !slices.ContainsFunc(re.tables, func(m *made) bool { return m.Chart && m.Table.Caption == c.Caption }) {
			res.Charts++
		}
	}
	grids := slices.DeleteFunc(slices.Clone(file.Grids), func(g *Grid) bool { return table.IsRecord(g.Sheet) || table.IsRecord(g.Caption) })
	pairs := pair(re.tables, grids)
	lines := slices.Clone(file.Lines)
	for i, m := range re.tables {
		if pairs[i] < 0 {
			res.Differences = append(res.Differences, Difference{Kind: TableMissing, Table: m.name()})
			continue
		}
		res.Tables++
		x := &match{made: m, file: grids[pairs[i]]}
		res.matches = append(res.matches, x)
		x.compare(res)
	}
	unread := len(re.unread)
	for k, g := range grids {
		switch {
		case slices.Contains(pairs, k):
		case unread > 0:
			unread--
		case file.Format == "xlsx" && slices.ContainsFunc(re.page.Grids, func(o *Grid) bool { return o.Sheet == g.Sheet }):
			lines = append(lines, g.texts()...) // a sheet of text, as in the report
		default:
			res.Differences = append(res.Differences, Difference{Kind: TableAdded, Table: g.name()})
		}
	}
	res.lines(lines, re.lines, len(re.tables) == 0)
	return res, nil
}

func (t *made) name() string {
	if s := t.Name(); s != "" {
		return s
	}
	return t.grid.name()
}

// name is what people call a grid: its sheet, what stands above it, its first texts.
func (g *Grid) name() string {
	switch {
	case g.Sheet != "":
		return g.Sheet
	case g.Caption != "":
		return g.Caption
	case len(g.Rows) > 0:
		return strings.TrimSpace(strings.Join(g.Rows[0].Cells, " "))
	}
	return ""
}

// compare sets the cells of a table beside those of the file.
func (x *match) compare(res *Result) {
	x.columns(res)
	x.align(res)
	for i := 0; i <= x.last; i++ {
		row, ok := x.made.rows[i]
		if !ok {
			continue
		}
		k, found := x.rows[i]
		if !found {
			if x.key(row, nil) != "" {
				res.Differences = append(res.Differences, Difference{Kind: RowMissing, Table: x.name(), Row: x.label(i), Made: x.show(row)})
			}
			continue
		}
		for c := range row.Cells {
			if x.cols[c] < 0 || row.covered(c) || x.authors(c) {
				continue
			}
			cell := x.cell(i, c)
			if cell != nil && cell.Format != table.FormatText {
				res.Numbers++
			} else if row.Cells[c] != "" {
				res.Texts++
			}
			a, b := x.file.Rows[k].cell(x.cols[c]), row.Cells[c]
			if i < x.Head && x.isCaption(i) && tableCaption.ReplaceAllString(a, "") == tableCaption.ReplaceAllString(b, "") {
				continue // an author may put a table in front
			}
			if !same(a, b) {
				res.Differences = append(res.Differences, Difference{Changed, x.name(), x.label(i), x.column(c), a, b})
			}
		}
	}
}

// cell is the cell of the report at a place, nil for none.
func (t *made) cell(row, col int) *table.Cell {
	if row < 0 || row >= len(t.Rows) || col >= len(t.Rows[row]) {
		return nil
	}
	return t.Rows[row][col]
}

// label is what people call a row, also one that is no row of the table: a note.
func (t *made) label(row int) string {
	if s := t.Label(row); s != "" {
		return s
	}
	for _, s := range t.rows[row].Cells {
		if s != "" {
			return short(s)
		}
	}
	return strconv.Itoa(row + 1)
}

func (t *made) column(col int) string {
	if col < len(t.Heads) && t.Heads[col] != "" {
		return t.Heads[col]
	}
	return strconv.Itoa(col + 1)
}

// authors tells a column that the program leaves to the author.
func (t *made) authors(col int) bool { return slices.Contains(t.Table.Author, col+1) }

// columns finds the report's columns in the file.
func (x *match) columns(res *Result) {
	wide := 0
	for _, r := range x.grid.Rows {
		wide = max(wide, len(r.Cells))
	}
	x.cols = make([]int, wide)
	heads := x.heads()
	k := headRow(heads, x.file, x.levels())
	if k < 0 {
		for c := range x.cols {
			x.cols[c] = c
		}
		return
	}
	theirs := headsOf(x.file, k, x.levels())
	taken := make([]bool, len(theirs))
	for c := range x.cols {
		x.cols[c] = -1
		for d := range theirs {
			if c < len(heads) && !taken[d] && theirs[d] == heads[c] {
				x.cols[c], taken[d] = d, true
				break
			}
		}
	}
	for c := range x.cols { // a heading that was changed
		if d := c; x.cols[c] < 0 && d < len(taken) && !taken[d] {
			x.cols[c], taken[d] = d, true
		}
		if x.cols[c] < 0 && !x.authors(c) {
			res.Differences = append(res.Differences, Difference{Kind: ColumnMissing, Table: x.name(), Column: x.column(c)})
		}
	}
	for d, h := range theirs {
		if !taken[d] && h != "" {
			res.Columns = append(res.Columns, h)
		}
	}
}

// key joins what a row shows in the program's columns. cols finds them in a row
// of the file; nil: the row is the report's.
func (x *match) key(r Row, cols []int) string {
	var b strings.Builder
	filled := false
	for c, d := range x.cols {
		if d < 0 || x.authors(c) {
			continue
		}
		if cols == nil {
			d = c
		}
		s := r.cell(d)
		filled = filled || s != ""
		b.WriteString(s + "\x00")
	}
	if !filled {
		return ""
	}
	return b.String()
}

// show is a row for people.
func (x *match) show(r Row) string {
	var out []string
	for _, s := range r.Cells {
		if s != "" {
			out = append(out, short(s))
		}
	}
	return strings.Join(out, " | ")
}

func short(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}

// align finds the rows of the report in the file: first those that are alike,
// in any order, as one sorts tables; then the likest of the others.
func (x *match) align(res *Result) {
	x.rows = map[int]int{}
	byKey := map[string][]int{}
	taken := make([]bool, len(x.file.Rows))
	for k, r := range x.file.Rows {
		if key := x.key(r, x.cols); key != "" {
			byKey[key] = append(byKey[key], k)
		}
	}
	var rest []int
	last, sorted := -1, true
	for i := 0; i <= x.last; i++ {
		r, ok := x.made.rows[i]
		if !ok {
			continue
		}
		key := x.key(r, nil)
		if ks := byKey[key]; key != "" && len(ks) > 0 {
			byKey[key] = ks[1:]
			x.rows[i], taken[ks[0]] = ks[0], true
			sorted = sorted && ks[0] > last
			last = ks[0]
		} else if key != "" {
			rest = append(rest, i)
		}
	}
	if !sorted {
		res.Sorted = append(res.Sorted, x.name())
	}
	var left []int
	for k, r := range x.file.Rows {
		if !taken[k] && x.key(r, x.cols) != "" {
			left = append(left, k)
		}
	}
	x.likest(rest, left, taken)
	beyond := false // behind the author's texts to rows that are no more
	for k, r := range x.file.Rows {
		beyond = beyond || table.IsHomeless(r.full(0))
		if taken[k] || x.key(r, x.cols) == "" {
			continue
		}
		if beyond || !x.counts(r) {
			res.Rows++
			continue
		}
		res.Differences = append(res.Differences, Difference{Kind: RowAdded, Table: x.name(), Row: short(x.show(r)), File: x.show(r)})
	}
}

// counts tells whether a row of the file has a number where the report has
// numbers.
func (x *match) counts(r Row) bool {
	for c, d := range x.cols {
		if d < 0 {
			continue
		}
		if _, _, ok := numberOf(r.cell(d)); !ok {
			continue
		}
		for i := x.Head; i < len(x.Rows); i++ {
			if cell := x.cell(i, c); cell != nil && cell.Format != table.FormatText {
				return true
			}
		}
	}
	return false
}

// mostTried bounds the pairs of rows that are looked at.
const mostTried = 4_000_000

// likest pairs rows that differ: those with most cells alike, texts before
// numbers. Where nothing is alike, rows as many as are left go in their order.
func (x *match) likest(rest, left []int, taken []bool) {
	var lone []int
	tried := 0
	for _, i := range rest {
		best, most := -1, 0
		for _, k := range left {
			if taken[k] {
				continue
			}
			if tried++; tried > mostTried {
				break
			}
			n := 0
			for c, d := range x.cols {
				a, b := x.made.rows[i].full(c), x.file.Rows[k].full(d)
				if d < 0 || a == "" || a != b {
					continue
				}
				if n++; x.cell(i, c) != nil && x.cell(i, c).Format == table.FormatText {
					n += 2
				}
			}
			if n > most {
				best, most = k, n
			}
		}
		if best < 0 {
			lone = append(lone, i)
			continue
		}
		x.rows[i], taken[best] = best, true
	}
	var free []int
	for _, k := range left {
		if !taken[k] {
			free = append(free, k)
		}
	}
	if len(free) == len(lone) {
		for n, i := range lone {
			x.rows[i], taken[free[n]] = free[n], true
		}
	}
}

// lines looks for the lines that the report has outside of its tables: those
// with numbers, or all.
func (res *Result) lines(file, made []string, all bool) {
	have := map[string]int{}
	for _, l := range file {
		have[tidy(l)]++
	}
	for _, l := range made {
		l = tidy(l)
		if !all && !digits.MatchString(l) || tableCaption.MatchString(l) {
			continue
		}
		res.Lines++
		if have[l] > 0 {
			have[l]--
			continue
		}
		res.Differences = append(res.Differences, Difference{Kind: LineMissing, Made: l, File: nearest(l, file)})
	}
}

// nearest is the line that begins as l does, "" if none does for long.
func nearest(l string, lines []string) string {
	best, most := "", 12
	for _, o := range lines {
		n := 0
		o = tidy(o)
		for n < len(o) && n < len(l) && o[n] == l[n] {
			n++
		}
		if n > most && o != l {
			best, most = o, n
		}
	}
	return best
}

// same tells whether two cells show the same: the same words, or a number with
// more or fewer decimals, as one may show it in a spreadsheet.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, dx, ok1 := numberOf(a)
	y, dy, ok2 := numberOf(b)
	return ok1 && ok2 && strings.HasSuffix(a, "%") == strings.HasSuffix(b, "%") &&
		math.Abs(x-y) <= 0.5000001*math.Pow10(-min(dx, dy)) && !(dx == dy && x != y)
}

// numberOf reads a number as people print it, with how many decimals it has.
func numberOf(s string) (v float64, decimals int, ok bool) {
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	s = strings.TrimPrefix(s, "+")
	if s == "" || len(s) > 40 {
		return 0, 0, false
	}
	whole, frac, cut := strings.Cut(s, ",")
	if strings.Contains(s, ".") { // then commas part thousands
		whole, frac, cut = strings.Cut(strings.ReplaceAll(s, ",", ""), ".")
	}
	whole = strings.Join(strings.Fields(whole), "")
	if cut {
		whole += "." + frac
	}
	v, err := strconv.ParseFloat(whole, 64)
	return v, len(frac), err == nil && !strings.ContainsAny(whole, "eExXnN")
}
