package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"svod/compare/table"
)

const (
	// maxMatrix is how many categories a matrix has; more make a list of pairs.
	maxMatrix = 16
	// maxPairs is how long that list is.
	maxPairs = 100
)

// together is the co-occurrence of categories in units of analysis: a matrix of
// units, one of Jaccard coefficients, a heat map; of many categories, a list.
func (r *reporter) together(p part) []table.Block {
	leaves := r.c.leaves()
	if len(leaves) < 2 {
		return nil
	}
	pairs := r.c.cooccurrence(p)
	if len(leaves) > maxMatrix {
		return []table.Block{r.pairs(p, pairs, len(leaves))}
	}
	at := map[[2]int]couple{}
	for _, x := range pairs {
		at[[2]int{x.a, x.b}] = x
		at[[2]int{x.b, x.a}] = couple{x.b, x.a, x.both, x.nb, x.na}
	}
	units := r.matrix(p, leaves, r.t.Together, "together", func(a, b int) table.Cell {
		if a == b {
			return r.number(a, p.groups, Presence)
		}
		return r.both(p, at[[2]int{a, b}])
	})
	units.Notes = []string{r.t.TogetherNote}
	jaccard := r.matrix(p, leaves, r.t.Jaccard, "jaccard", func(a, b int) table.Cell {
		if a == b {
			return table.Text("")
		}
		return r.jaccard(p, at[[2]int{a, b}])
	})
	jaccard.Notes = []string{r.t.JaccardNote}
	ch := &table.Chart{Kind: table.HeatMap, Caption: r.t.JaccardHeat, Source: units.Source, Base: units.Base, Format: table.FormatDecimal}
	for i, a := range leaves {
		ch.Labels = append(ch.Labels, fmt.Sprintf("%d. %s", i+1, r.c.categories[a].Name))
		s := table.Series{Name: strconv.Itoa(i + 1)}
		for _, b := range leaves {
			v, ok := at[[2]int{a, b}].jaccard()
			if a == b && r.c.total(a, p.groups, Presence) > 0 {
				v, ok = 1, true
			}
			if !ok {
				v = noValue
			}
			s.Values = append(s.Values, v)
		}
		ch.Series = append(ch.Series, s)
	}
	return []table.Block{units, jaccard, ch}
}

// matrix is a table of categories by the same categories, whose columns have
// the numbers of the rows for heads.
func (r *reporter) matrix(p part, leaves []int, caption, sheet string, cell func(a, b int) table.Cell) *table.Table {
	t := r.table(p, caption, sheet)
	head := table.Heads(r.t.Number, r.t.Category)
	t.Widths = []float64{0.6, 3.2}
	for i := range leaves {
		head = append(head, table.Bold(strconv.Itoa(i+1)))
		t.Widths = append(t.Widths, 0.9)
	}
	t.Head = [][]table.Cell{head}
	t.Fixed = 2
	t.Landscape = len(leaves) > 8
	if len(leaves) > 10 {
		t.FontSize = 9
	}
	for i, a := range leaves {
		row := []table.Cell{table.Text(strconv.Itoa(i + 1)), r.label(a)}
		for _, b := range leaves {
			row = append(row, cell(a, b))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (r *reporter) pairName(x couple) string {
	return r.c.categories[x.a].Name + " + " + r.c.categories[x.b].Name
}

// both is the cell of the units that have both categories.
func (r *reporter) both(p part, x couple) table.Cell {
	c := count(x.both)
	c.Basis = because(func() table.Explanation {
		e := table.Explanation{What: r.pairName(x) + r.in(p.groups) + ": " + r.t.measure(Presence), Value: table.Int(x.both)}
		r.c.each(p.groups, func(d *tallied) {
			e.In = append(e.In, d.name)
			for _, place := range r.c.common(d, x.a, x.b) {
				e.Items = append(e.Items, r.item(d, place, 1))
			}
		})
		if x.both == 0 {
			e.Tried = append(r.tried(x.a), r.tried(x.b)...)
		}
		return e
	})
	return c
}

// jaccard is the cell of the coefficient of a pair.
func (r *reporter) jaccard(p part, x couple) table.Cell {
	v, ok := x.jaccard()
	if !ok {
		c := r.undefined(comparison{reason: "empty"})
		c.Runs[0].Text = r.t.NoValue
		return c
	}
	c := table.Decimal(v)
	if x.both == 0 {
		c = table.None()
	}
	value := c
	c.Basis = because(func() table.Explanation {
		both := r.both(p, x)
		e := table.Explanation{What: r.pairName(x) + r.in(p.groups) + ": " + r.t.Jaccard, Value: value,
			Formula: fmt.Sprintf("%d / (%d + %d − %d)", x.both, x.na, x.nb, x.both),
			Terms: []table.Term{termOf(r.pairName(x), both), termOf(r.c.categories[x.a].Name, r.number(x.a, p.groups, Presence)),
				termOf(r.c.categories[x.b].Name, r.number(x.b, p.groups, Presence))}}
		if x.both == 0 {
			e.Tried, e.In = both.Basis.Explain().Tried, both.Basis.Explain().In
		}
		return e
	})
	return c
}

// pairs lists the pairs that occur together, the closest first.
func (r *reporter) pairs(p part, pairs []couple, leaves int) *table.Table {
	all := len(pairs)
	pairs = slices.DeleteFunc(pairs, func(x couple) bool { return x.both == 0 })
	met := len(pairs)
	slices.SortStableFunc(pairs, func(x, y couple) int {
		a, _ := x.jaccard()
		b, _ := y.jaccard()
		return cmp.Or(cmp.Compare(b, a), cmp.Compare(y.both, x.both))
	})
	t := r.table(p, r.t.Pairs, "jaccard")
	t.Head = [][]table.Cell{table.Heads(r.t.PairHeads...)}
	t.Widths = []float64{3, 3, 1, 1, 1, 1}
	for _, x := range pairs[:min(len(pairs), maxPairs)] {
		t.Rows = append(t.Rows, []table.Cell{table.Text(r.c.categories[x.a].Name), table.Text(r.c.categories[x.b].Name),
			r.number(x.a, p.groups, Presence), r.number(x.b, p.groups, Presence), r.both(p, x), r.jaccard(p, x)})
	}
	t.Notes = []string{fill(r.t.PairsNote, "n", strconv.Itoa(maxMatrix), "pairs", strconv.Itoa(met), "none", strconv.Itoa(all-met)), r.t.JaccardNote}
	return t
}
