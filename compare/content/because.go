package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

// because is a basis that is worked out when somebody asks for it.
type because func() table.Explanation

// Explain makes it a basis.
func (b because) Explain() table.Explanation { return b() }

// measured returns what a measure counts.
func (r Row) measured(m Measure) int {
	if m == Documents {
		return r.Documents
	}
	return r.Value(m)
}

// baseOf returns what a measure is counted in.
func (g Group) baseOf(m Measure) int {
	switch m {
	case Documents:
		return g.Documents
	case Presence:
		return g.Units
	}
	return g.Words
}

// number is the cell of a count with its evidence; zero says that nothing was
// found and where it was looked for.
func (r *reporter) number(cat int, groups []int, m Measure) table.Cell {
	n := 0
	for _, g := range groups {
		n += r.c.row(cat, g).measured(m)
	}
	cell := count(n)
	cell.Basis = because(func() table.Explanation { return r.evidence(cat, groups, m, n) })
	return cell
}

// evidence are the places that add up to a count.
func (r *reporter) evidence(cat int, groups []int, m Measure, n int) table.Explanation {
	x := table.Explanation{What: r.what(r.c.categories[cat].Name, groups, m), Value: table.Int(n)}
	r.c.each(groups, func(d *tallied) {
		x.In = append(x.In, d.name)
		counted := map[int]bool{} // units of analysis
		for _, e := range r.c.places(d, cat) {
			k := 0
			switch {
			case m == Words:
				k = len(e.Matches)
			case m == Occurrences:
				k = e.Occurrences
			case e.Occurrences > 0 && !counted[e.Unit] && (m == Presence || len(counted) == 0):
				counted[e.Unit] = true
				k = 1
			}
			if k > 0 {
				x.Items = append(x.Items, r.item(d, e, k))
			}
		}
	})
	if n == 0 {
		x.Tried = r.tried(cat)
	}
	return x
}

func (r *reporter) item(d *tallied, e Evidence, k int) table.Evidence {
	return table.Evidence{Document: d.name, Address: string(e.Address), Citation: r.c.citation(d, e), Text: e.Text, Matches: e.Matches, Count: k}
}

// what names a number: «Общественные слушания, Астана: упоминания».
func (r *reporter) what(name string, groups []int, m Measure) string {
	return name + r.in(groups) + ": " + r.t.measure(m)
}

// in names groups: «, Астана», or nothing if they are all that there is.
func (r *reporter) in(groups []int) string {
	if len(groups) == len(r.c.Groups) && len(groups) > 1 {
		return ""
	}
	for _, p := range r.c.parts {
		if len(groups) > 1 && slices.Equal(groups, p.groups) {
			return ", " + r.value(KindOfCouncil, p.name)
		}
	}
	var ss []string
	for _, g := range groups {
		ss = append(ss, r.group(r.c.Groups[g]))
	}
	return ", " + strings.Join(ss, " + ")
}

// base is the cell of what is counted in: documents, units or words.
func (r *reporter) base(groups []int, m Measure) table.Cell {
	n := 0
	for _, g := range groups {
		n += r.c.Groups[g].baseOf(m)
	}
	cell := table.Int(n)
	cell.Basis = because(func() table.Explanation {
		x := table.Explanation{What: r.t.baseName(m) + r.in(groups), Value: table.Int(n)}
		r.c.each(groups, func(d *tallied) {
			k := Group{Documents: 1, Units: d.Units, Words: d.Words}.baseOf(m)
			x.Items = append(x.Items, table.Evidence{Document: d.name, Count: k})
		})
		return x
	})
	return cell
}

// rate is the cell of a count per 1 000 words.
func (r *reporter) rate(cat int, groups []int, m Measure) table.Cell {
	return r.quotient(r.c.categories[cat].Name+r.in(groups)+": "+r.t.PerThousand, r.number(cat, groups, m), r.t.measure(m), r.base(groups, Words), r.t.baseName(Words), 1000)
}

// share is the cell of the part that a count is of its base.
func (r *reporter) share(cat int, groups []int, m Measure) table.Cell {
	return r.quotient(r.c.categories[cat].Name+r.in(groups)+": "+r.t.measure(m)+", %", r.number(cat, groups, m), r.t.measure(m), r.base(groups, m), r.t.baseName(m), 0)
}

// quotient is n of base as a share, or per so many.
func (r *reporter) quotient(what string, n table.Cell, nName string, base table.Cell, baseName string, per int) table.Cell {
	formula := fmt.Sprintf("%.0f / %.0f", n.Value, base.Value)
	v := n.Value / base.Value
	var cell table.Cell
	switch {
	case base.Value == 0:
		cell = table.Missing()
	case n.Value == 0:
		cell = table.None()
	case per > 0:
		v = n.Value * float64(per) / base.Value
		cell = table.Decimal(v)
	default:
		cell = table.Percent(v)
	}
	if per > 0 {
		formula = fmt.Sprintf("%.0f · %d / %.0f", n.Value, per, base.Value)
	}
	value := cell
	cell.Basis = because(func() table.Explanation {
		x := table.Explanation{What: what, Value: value, Formula: formula, Terms: []table.Term{termOf(nName, n), termOf(baseName, base)}}
		if n.Value == 0 && n.Basis != nil {
			x.Tried, x.In = n.Basis.Explain().Tried, n.Basis.Explain().In
		}
		return x
	})
	return cell
}

// termOf is a number of a formula with the basis of its cell.
func termOf(name string, c table.Cell) table.Term {
	return table.Term{Name: name, Value: c, Basis: c.Basis}
}

// decimal prints a number of a formula.
func decimal(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// each calls f for the documents of groups.
func (c *Counts) each(groups []int, f func(*tallied)) {
	for _, g := range groups {
		for _, i := range c.members[g] {
			f(&c.tallied[i])
		}
	}
}

// row is what was found of a category in a group.
func (c *Counts) row(cat, group int) Row { return c.Rows[cat*len(c.Groups)+group] }

// finding is where a category occurs in the document, nil if nowhere.
func (t *Tally) finding(cat int) *Finding {
	i, ok := slices.BinarySearchFunc(t.Found, cat, func(f Finding, cat int) int { return f.Category - cat })
	if !ok {
		return nil
	}
	return &t.Found[i]
}
