package audit

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

// A Query points at a cell as people do: B7, Таблица!B7, or by the table, the
// row and the column in words or in numbers.
type Query struct{ Ref, Table, Row, Column string }

// A Place is a cell of a report.
type Place struct {
	Table    *table.Printed
	Row, Col int // of Table.Rows
	match    *match
	twin     *table.Cell
}

// Cell is the cell of the report; of a chart, the cell of a table that the chart
// shows, if there is one.
func (p Place) Cell() *table.Cell {
	c := p.Table.Rows[p.Row][p.Col]
	if p.twin != nil {
		return p.twin
	}
	return c
}

// Label is what people call the row.
func (p Place) Label() string { return p.Table.Label(p.Row) }

// Column is what people call the column.
func (p Place) Column() string {
	if p.Col < len(p.Table.Heads) && p.Table.Heads[p.Col] != "" {
		return p.Table.Heads[p.Col]
	}
	return strconv.Itoa(p.Col + 1)
}

// Ref is the address of the cell in the report made anew: «Таблица!B7» in XLSX,
// «3!B7» elsewhere.
func (p Place) Ref() string {
	name := p.Table.Sheet
	if name == "" {
		name = strconv.Itoa(p.Table.Number)
	}
	if strings.ContainsAny(name, " !'") {
		name = "'" + name + "'"
	}
	return fmt.Sprintf("%s!%s%d", name, letters(p.Col), p.Row+1)
}

func letters(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// Shown is what the file shows there; ok tells whether the place is in the file.
func (p Place) Shown() (text string, ok bool) {
	if p.match == nil {
		return "", false
	}
	k, found := p.match.rows[p.Row]
	if !found || p.Col >= len(p.match.cols) || p.match.cols[p.Col] < 0 {
		return "", false
	}
	return p.match.file.Rows[k].cell(p.match.cols[p.Col]), true
}

// Differs tells whether the file shows something else than the report.
func (p Place) Differs() bool {
	text, ok := p.Shown()
	return ok && !same(text, p.match.made.rows[p.Row].cell(p.Col))
}

// A Finder finds cells of a report, also by where a file shows them.
type Finder struct {
	tables  []*table.Printed
	matches map[*table.Printed]*match
	bases   map[twinKey]*table.Cell // cells of tables that have a basis
}

// A chart shows numbers of tables: the same value in a row or a column of the
// same name.
type twinKey struct {
	name  string
	value float64
}

func (f *Finder) place(t *table.Printed, row, col int) Place {
	p := Place{Table: t, Row: row, Col: col, match: f.matches[t]}
	if c := t.Rows[row][col]; t.Chart && c != nil && c.Basis == nil && c.IsNumber() {
		for _, name := range names(t, row, col) {
			if p.twin == nil {
				p.twin = f.bases[twinKey{name, c.Value}]
			}
		}
	}
	return p
}

// names are what a cell may be known by: the texts of its row and its column,
// without the number that a chart gives them and the base.
func names(t *table.Printed, row, col int) []string {
	all := strings.Split(t.Label(row), " / ")
	if col < len(t.Heads) {
		all = append(all, strings.Split(t.Heads[col], " / ")...)
	}
	for i, s := range all {
		all[i] = folded(base.ReplaceAllString(numbering.ReplaceAllString(s, ""), ""))
	}
	return slices.DeleteFunc(all, func(s string) bool { return len(s) < 3 })
}

var (
	numbering = regexp.MustCompile(`^\d+\.\s+`)
	base      = regexp.MustCompile(`\s*\(n\s*=.*`)
)

// NewFinder returns a finder in a report as a format prints it; res, which may
// be nil, tells where a file shows the cells.
func NewFinder(r *table.Report, format string, res *Result) *Finder {
	f := &Finder{matches: map[*table.Printed]*match{}}
	if res != nil {
		for _, m := range res.matches {
			f.tables = append(f.tables, m.Printed)
			f.matches[m.Printed] = m
		}
	}
	if len(f.tables) == 0 {
		f.tables = r.Printed(format)
	}
	f.bases = map[twinKey]*table.Cell{}
	for _, t := range f.tables {
		for i := t.Head; i < len(t.Rows) && !t.Chart; i++ {
			for col, c := range t.Rows[i] {
				if c == nil || c.Basis == nil || !c.IsNumber() && c.Format != table.FormatNone {
					continue
				}
				for _, name := range names(t, i, col) {
					if key := (twinKey{name, c.Value}); f.bases[key] == nil {
						f.bases[key] = c
					}
				}
			}
		}
	}
	return f
}

// All returns the places of all cells in the bodies of the tables, each cell
// once.
func (f *Finder) All() []Place {
	var out []Place
	for _, t := range f.tables {
		seen := map[*table.Cell]bool{}
		for i := t.Head; i < len(t.Rows); i++ {
			for c, cell := range t.Rows[i] {
				if cell != nil && !seen[cell] {
					seen[cell] = true
					out = append(out, f.place(t, i, c))
				}
			}
		}
	}
	return out
}

// Tables are the names of the tables that can be asked for.
func (f *Finder) Tables() []string {
	var out []string
	for _, t := range f.tables {
		out = append(out, t.Name())
	}
	return out
}

var reference = regexp.MustCompile(`^(?:(.+)!)?\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$`)

// IsRef tells an address such as B7 from words.
func IsRef(s string) bool { return reference.MatchString(s) }

// Find returns the cells that a query may mean: one if it is clear. Cells with
// numbers go before texts.
func (f *Finder) Find(q Query) []Place {
	name := q.Table
	m := reference.FindStringSubmatch(q.Ref)
	if m != nil && m[1] != "" {
		name = strings.Trim(m[1], "'")
	}
	var out []Place
	for _, t := range f.named(name) {
		if m != nil {
			row, _ := strconv.Atoi(m[3])
			if p, ok := f.at(t, row, columnOf(m[2])); ok {
				out = append(out, p)
			}
			continue
		}
		rows := f.rowsNamed(t, q.Row)
		cols := chosen(len(t.Heads), func(c int) []string { return []string{t.Heads[c]} }, q.Column, 0)
		seen := map[*table.Cell]bool{}
		for _, i := range rows {
			for _, c := range cols {
				if c < len(t.Rows[i]) && t.Rows[i][c] != nil && !seen[t.Rows[i][c]] {
					seen[t.Rows[i][c]] = true
					out = append(out, f.place(t, i, c))
				}
			}
		}
	}
	numbers := slices.DeleteFunc(slices.Clone(out), func(p Place) bool { return p.Cell().Basis == nil && p.Cell().Format == table.FormatText })
	if len(numbers) > 0 {
		out = numbers
	}
	if q.Table == "" && name == "" { // a chart shows what a table says
		if tables := slices.DeleteFunc(slices.Clone(out), func(p Place) bool { return p.Table.Chart }); len(tables) > 0 {
			return tables
		}
	}
	return out
}

// columnOf is the column, from 0, of letters such as AB.
func columnOf(s string) int {
	n := 0
	for _, r := range strings.ToUpper(s) {
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}

// at returns the cell that stands in a row, from 1, and a column of a sheet or a
// table as the file has it.
func (f *Finder) at(t *table.Printed, row, col int) (Place, bool) {
	i := row - 1
	if m := f.matches[t]; m != nil {
		i, col = -1, slices.Index(m.cols, col)
		for made, k := range m.rows {
			if m.file.Rows[k].At == row {
				i = made
			}
		}
	}
	if i < 0 || i >= len(t.Rows) || col < 0 || col >= len(t.Rows[i]) || t.Rows[i][col] == nil {
		return Place{}, false
	}
	return f.place(t, i, col), true
}

// named returns the tables that a name means: its number, its sheet, its
// caption or the beginning of these; all for "".
func (f *Finder) named(name string) []*table.Printed {
	if name == "" {
		return f.tables
	}
	if n, err := strconv.Atoi(strings.TrimSpace(name)); err == nil {
		var out []*table.Printed
		for i, t := range f.tables {
			if !t.Chart && (t.Number == n || t.Number == 0 && i+1 == n) {
				out = append(out, t)
			}
		}
		return out
	}
	var out []*table.Printed
	for _, i := range chosen(len(f.tables), func(i int) []string {
		t := f.tables[i]
		return []string{t.Sheet, t.Table.Caption, t.Name()}
	}, name, -1) {
		out = append(out, f.tables[i])
	}
	return out
}

// rowsNamed returns the rows of a table's body that a name means: by their
// label or one of the texts in front of their numbers.
func (f *Finder) rowsNamed(t *table.Printed, name string) []int {
	rows := chosen(len(t.Rows)-t.Head, func(i int) []string {
		names := []string{t.Label(t.Head + i)}
		return append(names, strings.Split(names[0], " / ")...)
	}, name, 0)
	for i := range rows {
		rows[i] += t.Head
	}
	return rows
}

// chosen returns which of n things a name means: those that are called exactly
// so, else those whose names begin with it, else those that have it; else, when
// it is a number, the thing in that place counted from first+1. All for "".
func chosen(n int, names func(int) []string, name string, first int) []int {
	want := folded(name)
	var exact, begin, within, all []int
	for i := range n {
		all = append(all, i)
		is := 0
		for _, s := range names(i) {
			switch s = folded(s); {
			case s == "":
			case s == want:
				is = max(is, 3)
			case strings.HasPrefix(s, want):
				is = max(is, 2)
			case strings.Contains(s, want):
				is = max(is, 1)
			}
		}
		switch is {
		case 3:
			exact = append(exact, i)
		case 2:
			begin = append(begin, i)
		case 1:
			within = append(within, i)
		}
	}
	k, err := strconv.Atoi(want)
	switch {
	case want == "":
		return all
	case exact != nil:
		return exact
	case err == nil && first == 0:
		if k < 1 || k > n {
			return nil
		}
		return []int{k - 1}
	case begin != nil:
		return begin
	}
	return within
}
