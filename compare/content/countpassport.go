package content

import (
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

// passport says what was analysed and how: what a reader asks of a content
// analysis first.
func (r *reporter) passport(p part) *table.Table {
	c := r.c
	t := r.table(p, r.t.Passport, "passport")
	t.Widths = []float64{3, 6}
	add := func(name string, cell table.Cell) {
		label := table.Text(r.t.PassportRows[name])
		label.Head = true
		t.Rows = append(t.Rows, []table.Cell{label, cell})
	}
	text := func(name string, parts ...string) {
		if s := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; "); s != "" {
			add(name, table.Text(s))
		}
	}
	what := func(name string) string { return r.t.PassportRows[name] + r.in(p.groups) }
	documents := table.Int(p.base.Documents)
	documents.Basis = because(func() table.Explanation {
		x := table.Explanation{What: what("documents"), Value: documents}
		r.c.each(p.groups, func(d *tallied) { x.Items = append(x.Items, table.Evidence{Document: d.name, Count: 1}) })
		return x
	})
	add("documents", documents)
	years, undated := map[string]bool{}, 0
	r.c.each(p.groups, func(d *tallied) {
		if y := Attribute(d.doc, "year"); y != Missing {
			years[y] = true
		} else {
			undated++
		}
	})
	if ys := sortedKeys(years); len(ys) > 0 {
		period := ys[0]
		if len(ys) > 1 {
			period += "–" + ys[len(ys)-1]
		}
		if undated > 0 {
			period += "; " + with(r.t.Undated, strconv.Itoa(undated))
		}
		text("period", period)
	}
	each := func(name string, n int, of func(*tallied) int) {
		cell := table.Int(n)
		cell.Basis = because(func() table.Explanation {
			x := table.Explanation{What: what(name), Value: cell}
			r.c.each(p.groups, func(d *tallied) { x.Items = append(x.Items, table.Evidence{Document: d.name, Count: of(d)}) })
			return x
		})
		add(name, cell)
	}
	each("words", p.base.Words, func(d *tallied) int { return d.Words })
	text("unit", r.t.Units[c.Unit])
	each("units", p.base.Units, func(d *tallied) int { return d.Units })
	text("count", r.t.measure(c.Measure))
	text("nested", r.t.Rules[c.Nested])
	if len(c.By) > 0 {
		var groups []string
		for _, g := range p.groups {
			groups = append(groups, r.group(c.Groups[g])+" ("+strconv.Itoa(c.Groups[g].Documents)+")")
		}
		text("groups", r.by()+": "+strings.Join(groups, ", "))
	}
	left := c.leftOut()
	var out []string
	for _, s := range skipped {
		if _, ok := left[s]; ok {
			out = append(out, r.t.Skips[s])
		}
	}
	text("left", strings.Join(out, ", "))
	version := ""
	if c.Codebook.Version != "" {
		version = with(r.t.VersionOf, c.Codebook.Version)
	}
	text("codebook", "«"+c.Codebook.title()+"»", version)
	lines := func(name string, of func(*Category) int) {
		x := table.Explanation{What: what(name)}
		n := 0
		for _, cat := range c.categories {
			if k := of(cat); k > 0 {
				n += k
				x.Items = append(x.Items, table.Evidence{Document: c.Codebook.title(), Citation: cat.ID, Text: cat.Name, Count: k})
			}
		}
		cell := table.Int(n)
		x.Value = cell
		cell.Basis = x
		add(name, cell)
	}
	lines("categories", func(*Category) int { return 1 })
	lines("patterns", func(cat *Category) int { return len(cat.Any) })
	return t
}
