package content

import (
	"fmt"
	"strconv"
	"strings"

	"svod/compare/table"
)

// tests is the table of the tests of each category between the groups.
func (r *reporter) tests(p part, tests []comparison) *table.Table {
	t := r.table(p, fill(r.t.Tests, "by", r.by()), "tests")
	t.Head = [][]table.Cell{table.Heads(r.t.Category, r.t.Test, "χ²", "df", "p", r.t.Adjusted, r.t.Significant, r.t.V, r.t.MinExpected)}
	t.Widths = []float64{3, 2.2, 1, 0.7, 1, 1, 0.9, 1, 1.2}
	t.Landscape = true
	for _, x := range tests {
		t.Rows = append(t.Rows, append([]table.Cell{r.label(x.category)}, r.testRow(p, x, len(defined(tests)))...))
	}
	t.Notes = []string{r.testNote(p, tests)}
	if r.c.tested() == Presence {
		t.Notes = append(t.Notes, r.t.UnitsNote)
	}
	return t
}

func defined(tests []comparison) (out []comparison) {
	for _, x := range tests {
		if x.reason == "" {
			out = append(out, x)
		}
	}
	return out
}

// testNote says in words what was tested and how.
func (r *reporter) testNote(p part, tests []comparison) string {
	what := byType(r.t.Documents, r.c.kind(p))
	if r.c.tested() == Presence {
		what = r.t.measure(Presence)
	}
	groups, left := r.c.comparable(p)
	note := fill(r.t.TestNote, "groups", strconv.Itoa(groups), "what", strings.ToLower(what),
		"correction", r.t.Corrections[string(r.c.correction())], "tests", strconv.Itoa(len(defined(tests))))
	if left > 0 {
		note += " " + with(r.t.LeftGroups, strconv.Itoa(left))
	}
	return note
}

// testRow is a test without its category.
func (r *reporter) testRow(p part, x comparison, tests int) []table.Cell {
	if x.table == nil {
		c := r.undefined(x)
		c.Cols = 8
		return []table.Cell{c}
	}
	name := r.t.TestNames["chi"]
	if x.fisher != nil {
		if name = r.t.TestNames["fisher"]; !x.fisher.Exact {
			name = with(r.t.TestNames["drawn"], digits(x.fisher.Samples))
		}
	}
	yes := r.t.No
	if x.adjusted < level {
		yes = r.t.Yes
	}
	df := table.Int(x.table.DF)
	df.Basis = because(func() table.Explanation {
		return table.Explanation{What: "df", Value: table.Int(x.table.DF), Formula: fmt.Sprintf("%d", x.table.DF)}
	})
	return []table.Cell{table.Text(name), r.chiSquare(p, x), df, r.p(p, x), r.adjusted(p, x, tests), table.Text(yes), r.cramer(p, x), r.least(p, x)}
}

// testCells are the tests that stand beside the groups: χ², p, V.
func (r *reporter) testCells(p part, x comparison) []table.Cell {
	if x.table == nil {
		c := r.undefined(x)
		c.Cols = 3
		return []table.Cell{c}
	}
	return []table.Cell{r.chiSquare(p, x), r.p(p, x), r.cramer(p, x)}
}

// undefined says why there is no test.
func (r *reporter) undefined(x comparison) table.Cell {
	return table.Cell{Runs: []table.Run{{Text: with(r.t.Undefined, byType(r.t.Reasons, x.reason)), Mark: table.MarkMuted}}}
}

// observed are the terms of a test: what is observed and what is expected, by
// groups.
func (r *reporter) observed(p part, x comparison) []table.Term {
	m := r.c.tested()
	var out []table.Term
	for at, g := range p.groups {
		if r.c.Groups[g].missing() {
			continue
		}
		group := r.group(r.c.Groups[g])
		with := r.number(x.category, []int{g}, m)
		out = append(out, termOf(group+", "+r.t.With+": "+r.t.Observed, with),
			termOf(group+", "+r.t.Without+": "+r.t.Observed, r.without(x.category, g, m)),
			termOf(group+", "+r.t.With+": "+r.t.Expected, r.expected(x, 0, at)),
			termOf(group+", "+r.t.Without+": "+r.t.Expected, r.expected(x, 1, at)))
	}
	return out
}

// without is the cell of what of a group does not have a category.
func (r *reporter) without(cat, g int, m Measure) table.Cell {
	with, base := r.number(cat, []int{g}, m), r.base([]int{g}, m)
	c := table.Int(int(base.Value - with.Value))
	value := c
	c.Basis = because(func() table.Explanation {
		return table.Explanation{What: r.c.categories[cat].Name + r.in([]int{g}) + ": " + r.t.Without, Value: value,
			Formula: decimal(base.Value) + " − " + decimal(with.Value), Terms: []table.Term{termOf(r.t.baseName(m), base), termOf(r.t.With, with)}}
	})
	return c
}

// expected is the count of a cell if the category did not depend on the group.
func (r *reporter) expected(x comparison, row, col int) table.Cell {
	v := x.table
	c := table.Decimal(v.Expected[row][col])
	c.Basis = because(func() table.Explanation {
		return table.Explanation{What: r.t.Expected, Value: table.Decimal(v.Expected[row][col]),
			Formula: fmt.Sprintf("%s · %s / %s", decimal(v.Rows[row]), decimal(v.Cols[col]), decimal(v.N))}
	})
	return c
}

// computed is the number of a test with the table that it is computed of.
func (r *reporter) computed(p part, x comparison, name string, c table.Cell, formula string) table.Cell {
	value := c
	c.Basis = because(func() table.Explanation {
		return table.Explanation{What: r.c.categories[x.category].Name + ": " + name, Value: value, Formula: formula, Terms: r.observed(p, x)}
	})
	return c
}

func (r *reporter) chiSquare(p part, x comparison) table.Cell {
	return r.computed(p, x, "χ²", table.Decimal(x.table.ChiSquare), "χ² = Σ (O − E)² / E")
}

func (r *reporter) cramer(p part, x comparison) table.Cell {
	return r.computed(p, x, r.t.V, table.Decimal(x.table.V), fmt.Sprintf("V = √(χ² / (N · min(r − 1, c − 1))), χ² = %s, N = %s", decimal(x.table.ChiSquare), decimal(x.table.N)))
}

func (r *reporter) least(p part, x comparison) table.Cell {
	return r.computed(p, x, r.t.MinExpected, table.Decimal(x.table.MinExpected), "min E")
}

func (r *reporter) p(p part, x comparison) table.Cell {
	formula := fmt.Sprintf("P(χ² ≥ %s), df = %d", decimal(x.table.ChiSquare), x.table.DF)
	if x.fisher != nil {
		formula = r.t.TestNames["fisher"]
		if !x.fisher.Exact {
			formula = with(r.t.TestNames["drawn"], strconv.Itoa(x.fisher.Samples)) + fmt.Sprintf(", seed = %d, SE = %s", x.fisher.Seed, decimal(x.fisher.Error))
		}
	}
	return r.computed(p, x, "p", table.Probability(x.p), formula)
}

func (r *reporter) adjusted(p part, x comparison, tests int) table.Cell {
	c := table.Probability(x.adjusted)
	raw := r.p(p, x)
	value := c
	c.Basis = because(func() table.Explanation {
		return table.Explanation{What: r.c.categories[x.category].Name + ": " + r.t.Adjusted, Value: value,
			Formula: r.t.Corrections[string(r.c.correction())] + fmt.Sprintf(", m = %d", tests), Terms: []table.Term{termOf("p", raw)}}
	})
	return c
}

// residuals is the table of adjusted residuals.
func (r *reporter) residuals(p part, tests []comparison) []table.Block {
	if len(defined(tests)) == 0 {
		return nil
	}
	t := r.table(p, fill(r.t.Residuals, "by", r.by()), "residuals")
	cells := func(cat, at, g int) []table.Cell {
		x := tests[cat]
		v, ok := x.residual(at)
		if !ok {
			return []table.Cell{{Runs: []table.Run{{Text: r.t.NotDefined, Mark: table.MarkMuted}}}}
		}
		c := table.Decimal(v)
		c.Head = x.deviates(at)
		e := x.table
		c.Basis = because(func() table.Explanation {
			o, n := e.Observed[0][at], e.N
			return table.Explanation{What: r.c.categories[cat].Name + r.in([]int{g}) + ": " + r.t.Residual, Value: table.Decimal(v),
				Formula: fmt.Sprintf("(%s − %s) / √(%s · (1 − %s / %s) · (1 − %s / %s))", decimal(o), decimal(e.Expected[0][at]), decimal(e.Expected[0][at]),
					decimal(e.Rows[0]), decimal(n), decimal(e.Cols[at]), decimal(n)),
				Terms: []table.Term{termOf(r.t.Observed, r.number(cat, []int{g}, r.c.tested())), termOf(r.t.Expected, r.expected(x, 0, at))}}
		})
		return []table.Cell{c}
	}
	t.Notes = []string{r.t.MarkNote}
	if len(r.c.By) == 0 && len(p.groups) > maxColumns {
		t.Use = table.Workbook
	}
	out := r.wide(t, p, []string{r.t.Residual}, nil, cells, nil)
	if len(p.groups) <= maxColumns { // one column a group needs no row of heads of its own
		last := len(t.Head) - 1
		t.Head[0][0].Rows = last
		t.Head = t.Head[:last]
	}
	return out
}
