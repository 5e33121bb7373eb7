package audit

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"

	"svod/compare/table"
)

// A made is a table of the report made anew, with what the reader saw of it.
type made struct {
	*table.Printed
	grid *Grid
	rows map[int]Row // by index of Printed.Rows
	last int         // the highest index of rows
}

// A remade is a report written and read back.
type remade struct {
	page   *Page
	tables []*made
	lines  []string // outside of the tables
	unread []string // tables that the reader took for text, or for something else
}

// remake writes a report in the format of a page and reads it back. The record
// of the run is left out: it tells of another version and of other folders.
func remake(ctx context.Context, r *table.Report, format string) (*remade, error) {
	bare := *r
	bare.Made, bare.Recipe = nil, nil
	var b bytes.Buffer
	if err := table.Write(&b, format, &bare); err != nil {
		return nil, err
	}
	name := "report." + format
	if format == "csv-plain" {
		name = "report.csv"
	}
	page, err := Read(ctx, name, b.Bytes())
	if err != nil {
		return nil, err
	}
	out := &remade{page: page, lines: page.Lines}
	grids := slices.DeleteFunc(slices.Clone(page.Grids), func(g *Grid) bool { return table.IsRecord(g.Sheet) })
	printed := bare.Printed(format)
	all := len(grids) == len(printed) // the reader took no table for text
	for _, p := range printed {
		i := slices.IndexFunc(grids, func(g *Grid) bool { return all && p.Sheet == "" || shows(g, p) })
		if i < 0 {
			out.unread = append(out.unread, p.Name())
			continue
		}
		m := &made{Printed: p, grid: grids[i], rows: map[int]Row{}}
		for _, row := range grids[i].Rows {
			m.rows[row.At-1] = row
			m.last = max(m.last, row.At-1)
		}
		out.tables = append(out.tables, m)
		if p.Sheet != "" {
			grids = slices.Delete(grids, i, i+1)
		} else {
			grids = grids[i+1:] // tables stand in the order of the report
		}
	}
	for _, g := range grids {
		if format == "xlsx" {
			out.lines = append(out.lines, g.texts()...)
		}
	}
	return out, nil
}

// shows tells whether a grid is what a printed table looks like.
func shows(g *Grid, p *table.Printed) bool {
	if p.Sheet != "" {
		return g.Sheet == tidy(p.Sheet)
	}
	if len(g.Rows) < len(p.Rows) {
		return false
	}
	alike, looked := 0, 0
	for i, row := range p.Rows[:min(p.Head+1, len(p.Rows))] {
		for c, cell := range row {
			if cell != nil && cell.Format == table.FormatText && !g.Rows[i].covered(c) {
				looked++
				if g.Rows[i].cell(c) == tidy(p.Text(cell)) {
					alike++
				}
			}
		}
	}
	return 2*alike >= looked
}

func (r Row) covered(col int) bool { return col < len(r.Covered) && r.Covered[col] }

func (r Row) full(col int) string {
	if col < 0 || col >= len(r.Full) {
		return ""
	}
	return r.Full[col]
}

// texts are all texts of a grid, for a sheet that is no table.
func (g *Grid) texts() []string {
	var out []string
	for _, r := range g.Rows {
		for _, s := range r.Cells {
			if s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

var digits = regexp.MustCompile(`\d+`)

// pair finds for each made table the grid of a file that shows it, -1 for none.
// Tables keep their order unless their author moved them.
func pair(tables []*made, grids []*Grid) []int {
	n, m := len(tables), len(grids)
	score := make([][]float64, n)
	for i, t := range tables {
		score[i] = make([]float64, m)
		for k, g := range grids {
			score[i][k] = t.alike(g)
		}
	}
	// best[i][k] is the highest sum for the tables from i and the grids from k.
	best := make([][]float64, n+1)
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for k := m - 1; k >= 0; k-- {
			best[i][k] = max(best[i+1][k], best[i][k+1], score[i][k]+best[i+1][k+1])
		}
	}
	out := make([]int, n)
	taken := make([]bool, m)
	for i, k := 0, 0; i < n; {
		switch {
		case k < m && score[i][k] > 0 && best[i][k] == score[i][k]+best[i+1][k+1]:
			out[i], taken[k] = k, true
			i, k = i+1, k+1
		case k < m && best[i][k] == best[i][k+1]:
			k++
		default:
			out[i] = -1
			i++
		}
	}
	for i := range out { // what was moved
		for k := range grids {
			if out[i] < 0 && !taken[k] && score[i][k] > 1 {
				out[i], taken[k] = k, true
			}
		}
	}
	return out
}

// alike says how surely a grid shows the table: by its name, its headings and
// its cells. 0 is not at all.
func (t *made) alike(g *Grid) float64 {
	name := func(s string) string { return digits.ReplaceAllString(folded(s), "#") }
	s := 0.0
	if t.grid.Sheet != "" && folded(t.grid.Sheet) == folded(g.Sheet) || t.grid.Caption != "" && name(t.grid.Caption) == name(g.Caption) {
		s++
	}
	heads, found := t.heads(), 0
	if k := headRow(heads, g, t.levels()); k >= 0 {
		theirs := headsOf(g, k, t.levels())
		for _, h := range heads {
			if h != "" && slices.Contains(theirs, h) {
				found++
			}
		}
	}
	if found > 0 {
		s += float64(found) / float64(len(heads))
	}
	if s == 0 && len(heads) > 0 {
		return 0
	}
	have := map[string]int{}
	for _, r := range g.Rows {
		have[strings.Join(r.Cells, "\x00")]++
	}
	same := 0
	for _, r := range t.grid.Rows {
		if key := strings.Join(r.Cells, "\x00"); have[key] > 0 {
			have[key]--
			same++
		}
	}
	return s + float64(same)/float64(max(len(t.grid.Rows), 1))
}

// levels is how many rows of headings the table has.
func (t *made) levels() int {
	n := 0
	for i := range t.Head {
		if t.rows[i].Cells != nil && !t.isCaption(i) {
			n++
		}
	}
	return n
}

// isCaption tells the row of a sheet that is the caption above the table.
func (t *made) isCaption(row int) bool {
	return t.Sheet != "" && !slices.ContainsFunc(t.Rows[row], func(c *table.Cell) bool { return c != nil })
}

// heads are the folded headings of the table's columns, as they were read.
func (t *made) heads() []string {
	for k := t.Head - 1; k >= 0; k-- {
		for i, r := range t.grid.Rows {
			if r.At == k+1 {
				return headsOf(t.grid, i, t.levels())
			}
		}
	}
	return nil
}

// headsOf are the headings of a grid's columns if the last of so many rows of
// them is row k.
func headsOf(g *Grid, k, levels int) []string {
	var out []string
	for i := max(k-levels+1, 0); i <= k; i++ {
		for c, s := range g.Rows[i].Full {
			if c == len(out) {
				out = append(out, "")
			}
			if s = folded(s); !strings.HasSuffix(out[c], s) {
				out[c] = strings.TrimSpace(out[c] + " " + s)
			}
		}
	}
	return out
}

// headRow is the row of a grid where most of the headings stand, -1 if none does.
func headRow(heads []string, g *Grid, levels int) int {
	if levels == 0 {
		return -1
	}
	best, most := -1, 0
	for k := range min(len(g.Rows), 40) {
		theirs, n := headsOf(g, k, levels), 0
		for _, h := range heads {
			if h != "" && slices.Contains(theirs, h) {
				n++
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}
