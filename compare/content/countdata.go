package content

import "svod/compare/table"

// maxFacts is how many rows the data have; beyond it, those of nothing found are
// left out.
const maxFacts = 200_000

// data is the counts for machines: one fact a row.
func (r *reporter) data() *table.Table {
	t := &table.Table{Sheet: r.t.Sheets["data"], Use: table.Data, Widths: []float64{1.4, 3, 1.6, 2, 2, 1, 1}}
	h := r.t.DataHeads
	// Kinds of councils are a column only where there are any.
	kinds := r.c.apart
	row := func(cat *Category, kind, group, measure string, value, base table.Cell) {
		cells := []table.Cell{table.Text(cat.ID), table.Text(cat.Name)}
		if kinds {
			cells = append(cells, table.Text(kind))
		}
		t.Rows = append(t.Rows, append(cells, table.Text(group), table.Text(measure), value, base))
	}
	if kinds {
		t.Head = [][]table.Cell{table.Heads(h...)}
	} else {
		t.Head = [][]table.Cell{table.Heads(append([]string{h[0], h[1]}, h[3:]...)...)}
		t.Widths = append(t.Widths[:2], t.Widths[3:]...)
	}
	facts := func(cat int, kind, name string, groups []int) {
		c := r.c.categories[cat]
		row(c, kind, name, r.t.Measures[string(Occurrences)], zero(r.number(cat, groups, Occurrences)), r.base(groups, Words))
		row(c, kind, name, r.t.Measures[string(Words)], zero(r.number(cat, groups, Words)), r.base(groups, Words))
		row(c, kind, name, r.t.Measures[string(Presence)], zero(r.number(cat, groups, Presence)), r.base(groups, Presence))
		row(c, kind, name, r.t.Documents[""], zero(r.number(cat, groups, Documents)), r.base(groups, Documents))
		row(c, kind, name, r.t.PerThousand, exact(r.rate(cat, groups, Occurrences)), r.base(groups, Words))
		row(c, kind, name, r.t.OfDocuments[""], exact(r.share(cat, groups, Documents)), r.base(groups, Documents))
	}
	many := len(r.c.categories)*len(r.c.Groups)*6 > maxFacts
	for _, p := range r.c.parts {
		kind := r.value(KindOfCouncil, p.name)
		for cat := range r.c.categories {
			facts(cat, kind, r.t.Total, p.groups)
		}
	}
	all := len(t.Rows)
	for _, p := range r.c.parts {
		kind := r.value(KindOfCouncil, p.name)
		for cat := range r.c.categories {
			for _, g := range p.groups {
				if len(r.c.Groups) < 2 || many && r.c.row(cat, g).Documents == 0 {
					continue
				}
				if all += 6; len(t.Rows) < maxFacts {
					facts(cat, kind, r.group(r.c.Groups[g]), []int{g})
				}
			}
		}
	}
	if all > len(t.Rows) {
		t.Notes = []string{fill(r.t.Cut, "n", digits(len(t.Rows)), "of", digits(all))}
	}
	for _, p := range r.c.compared() {
		if len(p.groups) < 2 {
			continue
		}
		tests := r.c.compare(p)
		for _, x := range tests {
			if x.table == nil {
				continue
			}
			c, kind, base := r.c.categories[x.category], r.value(KindOfCouncil, p.name), r.base(p.groups, r.c.tested())
			row(c, kind, r.by(), "χ²", r.chiSquare(p, x), base)
			row(c, kind, r.by(), "p", r.p(p, x), base)
			row(c, kind, r.by(), r.t.Adjusted, r.adjusted(p, x, len(defined(tests))), base)
			row(c, kind, r.by(), r.t.V, r.cramer(p, x), base)
		}
	}
	return t
}

// zero is a number for machines: nothing is 0, not a dash.
func zero(c table.Cell) table.Cell {
	c.Format = table.FormatInteger
	return c
}

// exact is a computed number for machines: nothing is 0, not a dash.
func exact(c table.Cell) table.Cell {
	if c.Format == table.FormatNone {
		c.Format = table.FormatDecimal
	}
	return c
}
