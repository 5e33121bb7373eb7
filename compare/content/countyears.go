package content

import (
	"fmt"
	"strconv"

	"svod/compare/stat"
	"svod/compare/table"
)

// trend are the years of a part: a table, lines, and tests of trend.
func (r *reporter) trend(p part) []table.Block {
	years, undated := r.c.years(p)
	if !r.c.hasTrend(p, years) || len(years) == 0 {
		return nil
	}
	t := r.table(p, r.t.TrendTable, "trend")
	if undated > 0 {
		t.Notes = append(t.Notes, with(r.t.Undated, strconv.Itoa(undated)))
	}
	out := []table.Block{t}
	if len(years) > maxYears {
		out = r.yearsDown(t, years)
	} else {
		r.yearsAcross(t, years)
	}
	if len(years) > 1 {
		out = append(out, r.lines(p, years))
	}
	return append(out, r.trendTests(p, years))
}

func (r *reporter) yearName(y year) string {
	return fmt.Sprintf("%s (n = %d)", y.name, y.base.Documents)
}

func (r *reporter) yearsAcross(t *table.Table, years []year) {
	corner := table.Bold(r.t.Category)
	corner.Rows = 2
	t.Head = [][]table.Cell{{corner}, nil}
	t.Widths = []float64{3.2}
	for _, y := range years {
		c := table.Bold(r.yearName(y))
		c.Cols = 2
		t.Head[0] = append(t.Head[0], c)
		t.Head[1] = append(t.Head[1], table.Heads(r.t.Count, r.t.PerThousand)...)
		t.Widths = append(t.Widths, 1, 1)
	}
	t.Landscape = len(years) > 3
	t.Fixed = 1
	if len(years) > 5 {
		t.FontSize = 8
	}
	for cat := range r.c.categories {
		row := []table.Cell{r.label(cat)}
		for _, y := range years {
			row = append(row, r.inYear(y, cat)...)
		}
		t.Rows = append(t.Rows, row)
	}
}

// maxYears is how many years stand side by side.
const maxYears = 6

func (r *reporter) yearsDown(t *table.Table, years []year) []table.Block {
	rows := make([][]table.Cell, len(years))
	for i, y := range years {
		n := table.Int(y.base.Documents)
		n.Basis = because(func() table.Explanation {
			x := table.Explanation{What: r.t.Documents[""] + ", " + y.name, Value: table.Int(y.base.Documents)}
			for _, d := range y.docs {
				x.Items = append(x.Items, table.Evidence{Document: r.c.tallied[d].name, Count: 1})
			}
			return x
		})
		rows[i] = []table.Cell{table.Text(y.name), n}
	}
	return r.across(t, []string{r.t.Year, "n"}, rows, []string{r.t.Count, r.t.PerThousand}, func(cat, at int) []table.Cell { return r.inYear(years[at], cat) })
}

// inYear are the mentions of a category in a year and their rate.
func (r *reporter) inYear(y year, cat int) []table.Cell {
	name := r.c.categories[cat].Name + ", " + y.name
	row := y.rows[cat]
	n := count(row.Occurrences)
	n.Basis = because(func() table.Explanation {
		x := table.Explanation{What: name + ": " + r.t.measure(Occurrences), Value: table.Int(row.Occurrences)}
		for _, i := range y.docs {
			d := &r.c.tallied[i]
			x.In = append(x.In, d.name)
			for _, e := range r.c.places(d, cat) {
				if e.Occurrences > 0 {
					x.Items = append(x.Items, r.item(d, e, e.Occurrences))
				}
			}
		}
		if row.Occurrences == 0 {
			x.Tried = r.tried(cat)
		}
		return x
	})
	words := table.Int(y.base.Words)
	words.Basis = because(func() table.Explanation {
		x := table.Explanation{What: r.t.AllWords + ", " + y.name, Value: table.Int(y.base.Words)}
		for _, i := range y.docs {
			x.Items = append(x.Items, table.Evidence{Document: r.c.tallied[i].name, Count: r.c.tallied[i].Words})
		}
		return x
	})
	return []table.Cell{n, r.quotient(name+": "+r.t.PerThousand, n, r.t.measure(Occurrences), words, r.t.AllWords, 1000)}
}

// maxLines is how many lines can be told apart in grey.
const maxLines = 8

// lines show the rates of the categories of the highest level by years; of
// many, those that are mentioned most.
func (r *reporter) lines(p part, years []year) *table.Chart {
	ch := &table.Chart{Kind: table.Lines, Caption: r.t.TrendChart, Source: with(r.t.Source, r.c.Codebook.title()),
		Base: fmt.Sprintf("n = %d", p.base.Documents), Format: table.FormatDecimal}
	for _, y := range years {
		ch.Labels = append(ch.Labels, y.name)
	}
	for _, cat := range r.c.foremost(p, maxLines) {
		s := table.Series{Name: r.c.categories[cat].Name}
		for _, y := range years {
			s.Values = append(s.Values, float64(y.rows[cat].Occurrences)*1000/float64(max(y.base.Words, 1)))
		}
		ch.Series = append(ch.Series, s)
	}
	return ch
}

// foremost are at most n categories of the highest level in the codebook's
// order: those with most mentions.
func (c *Counts) foremost(p part, n int) []int {
	var top []int
	for i, cat := range c.categories {
		if cat.Level == 0 {
			top = append(top, i)
		}
	}
	for len(top) > n {
		least := 0
		for i := range top {
			if c.total(top[i], p.groups, Occurrences) <= c.total(top[least], p.groups, Occurrences) {
				least = i
			}
		}
		top = append(top[:least], top[least+1:]...)
	}
	return top
}

// trendTests is the table of the tests of trend.
func (r *reporter) trendTests(p part, years []year) *table.Table {
	t := r.table(p, r.t.TrendTests, "trend-tests")
	k := r.t.Kendall
	t.Head = [][]table.Cell{append(table.Heads(r.t.Category), table.Heads(k[0], k[1], k[2], k[3], r.t.Adjusted, k[4])...)}
	t.Widths = []float64{3, 0.8, 0.8, 1, 1, 1, 1.2}
	trends := make([]stat.Trend, len(r.c.categories))
	reasons := make([]string, len(trends))
	var ps []float64
	for cat := range r.c.categories {
		if trends[cat], reasons[cat] = trend(years, cat); reasons[cat] == "" {
			ps = append(ps, trends[cat].P)
		}
	}
	adjusted := r.c.correction().Adjust(ps)
	for cat, x := range trends {
		row := []table.Cell{r.label(cat)}
		if reasons[cat] != "" {
			c := r.undefined(comparison{reason: reasons[cat]})
			c.Cols = 6
			t.Rows = append(t.Rows, append(row, c))
			continue
		}
		name := r.c.categories[cat].Name
		cell := func(what string, c table.Cell, formula string) table.Cell {
			return r.ofYears(name+": "+what, c, formula, years, cat)
		}
		t.Rows = append(t.Rows, append(row, cell(k[0], table.Int(x.N), decimal(float64(x.N))),
			cell(k[1], table.Int(int(x.S)), "S = Σ sign(yⱼ − yᵢ), i < j"), cell(k[2], table.Decimal(x.Tau), "τ-b"),
			cell(k[3], table.Probability(x.P), "Mann – Kendall"),
			cell(r.t.Adjusted, table.Probability(adjusted[0]), fmt.Sprintf("%s, m = %d, p = %s", r.t.Corrections[string(r.c.correction())], len(ps), decimal(x.P))),
			cell(k[4], table.Decimal(x.Slope), "Sen")))
		adjusted = adjusted[1:]
	}
	t.Notes = []string{fill(r.t.TrendNote, "correction", r.t.Corrections[string(r.c.correction())], "tests", strconv.Itoa(len(ps)))}
	return t
}

// ofYears is a number that is computed of the rates of all years.
func (r *reporter) ofYears(what string, c table.Cell, formula string, years []year, cat int) table.Cell {
	value := c
	c.Basis = because(func() table.Explanation {
		x := table.Explanation{What: what, Value: value, Formula: formula}
		for _, y := range years {
			x.Terms = append(x.Terms, termOf(y.name, r.inYear(y, cat)[1]))
		}
		return x
	})
	return c
}
