package content

import (
	"fmt"

	"svod/compare/table"
)

// tone is the balance of tone of each theme, in the part and in its groups.
func (r *reporter) tone(p part) *table.Table {
	themes := r.c.themes()
	if len(themes) == 0 {
		return nil
	}
	t := r.table(p, r.t.Tone, "tone")
	h := r.t.ToneHeads
	t.Head = [][]table.Cell{append(table.Heads(h[0], r.t.Group), table.Heads(h[1:]...)...)}
	t.Widths = []float64{3, 2.4, 0.8, 0.8, 0.8, 1, 1}
	t.Notes = []string{r.t.ToneNote}
	for _, theme := range themes {
		t.Rows = append(t.Rows, r.toneRow(theme, p.groups, r.t.Total))
		if len(p.groups) > 1 && len(p.groups) <= maxColumns {
			for _, g := range p.groups {
				t.Rows = append(t.Rows, r.toneRow(theme, []int{g}, r.group(r.c.Groups[g])))
			}
		}
	}
	return t
}

func (r *reporter) toneRow(theme int, groups []int, name string) []table.Cell {
	b := r.c.balance(theme, groups)
	title := r.t.AllThemes
	if theme >= 0 {
		title = r.c.categories[theme].Name
	}
	label := table.Text(title)
	label.Head = true
	h := r.t.ToneHeads
	what := title + r.in(groups) + ": "
	f := r.unitsOf(what+h[1], theme, groups, b.favourable, toned.favourable)
	n := r.unitsOf(what+h[2], theme, groups, b.unfavourable, toned.unfavourable)
	with := r.unitsOf(what+h[3], theme, groups, b.with, func(toned) bool { return true })
	t := r.base(groups, Presence)
	row := []table.Cell{label, table.Text(name), f, n, with, t}
	v, err := b.janis()
	if err != nil {
		return append(row, r.undefined(comparison{reason: reasonOf(err)}))
	}
	formula := fmt.Sprintf("(%d² − %d · %d) / (%d · %d)", b.favourable, b.favourable, b.unfavourable, b.with, b.t)
	if b.favourable < b.unfavourable {
		formula = fmt.Sprintf("(%d · %d − %d²) / (%d · %d)", b.favourable, b.unfavourable, b.unfavourable, b.with, b.t)
	}
	c := table.Decimal(v)
	value := c
	c.Basis = because(func() table.Explanation {
		return table.Explanation{What: what + h[5], Value: value, Formula: formula,
			Terms: []table.Term{termOf(h[1], f), termOf(h[2], n), termOf(h[3], with), termOf(h[4], t)}}
	})
	return append(row, c)
}

// unitsOf is the cell of the units of a theme that are as is says.
func (r *reporter) unitsOf(what string, theme int, groups []int, n int, is func(toned) bool) table.Cell {
	c := count(n)
	c.Basis = because(func() table.Explanation {
		x := table.Explanation{What: what, Value: table.Int(n)}
		tones := r.c.tones(theme)
		r.c.each(groups, func(d *tallied) {
			x.In = append(x.In, d.name)
			for _, u := range d.toned(tones) {
				if !is(u) {
					continue
				}
				for _, e := range r.c.places(d, u.category) {
					if e.Occurrences > 0 && int32(e.Unit) == u.unit {
						x.Items = append(x.Items, r.item(d, e, 1))
						break
					}
				}
			}
		})
		if n == 0 {
			for cat := range r.c.categories {
				if tones[cat] != "" {
					x.Tried = append(x.Tried, r.tried(cat)...)
				}
			}
		}
		return x
	})
	return c
}
