package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
)

const (
	// maxColumns is how many groups stand side by side; more make rows.
	maxColumns = 8
	// maxTested is how many groups leave room for the tests beside them.
	maxTested = 4
	// maxGroups is how many groups a printed table has.
	maxGroups = 60
	// maxHeat is how many rows and columns a heat map has.
	maxHeat = 40
)

// byDocuments is the table of categories by groups: documents with the
// category, their share, and whether the groups differ.
func (r *reporter) byDocuments(p part, tests []comparison) []table.Block {
	t := r.table(p, fill(r.t.ByDocuments, "by", r.by(), "documents", r.ofDocuments(p)), "documents")
	tested := r.c.tested() == Documents && len(p.groups) <= maxTested
	cells := func(cat, at, g int) []table.Cell {
		share := r.share(cat, []int{g}, Documents)
		share.Head = r.c.tested() == Documents && tests[cat].deviates(at)
		return []table.Cell{r.number(cat, []int{g}, Documents), share}
	}
	var beside func(cat int) []table.Cell
	var extra []string
	if tested {
		extra = []string{"χ²", "p", r.t.V}
		beside = func(cat int) []table.Cell { return r.testCells(p, tests[cat]) }
	}
	if tested {
		t.Notes = append(t.Notes, r.testNote(p, tests))
	}
	if r.c.tested() == Documents {
		t.Notes = append(t.Notes, r.t.MarkNote)
	}
	if slices.ContainsFunc(p.groups, func(g int) bool { return r.c.Groups[g].Documents < 30 }) {
		t.Notes = append(t.Notes, r.t.SmallNote)
	}
	return r.wide(t, p, []string{r.t.Count, r.t.Share}, extra, cells, beside)
}

// byMeasure is the table of categories by groups in the unit of count, with its
// rate.
func (r *reporter) byMeasure(p part) []table.Block {
	m := r.c.Measure
	t := r.table(p, fill(r.t.ByMeasure, "by", r.by(), "measure", strings.ToLower(r.t.measure(m))), "measure")
	rate := m
	if m == Presence {
		rate = Occurrences
	}
	names := []string{r.t.Count, r.t.PerThousand}
	cells := func(cat, _, g int) []table.Cell {
		return []table.Cell{r.number(cat, []int{g}, m), r.rate(cat, []int{g}, rate)}
	}
	return r.wide(t, p, names, nil, cells, nil)
}

// byPercent is the table of categories by groups with per cents of rows or
// columns.
func (r *reporter) byPercent(p part) []table.Block {
	m := r.c.Measure
	caption, note := r.t.ByRow, r.t.RowNote
	if r.c.options.Percent == OfColumn {
		caption, note = r.t.ByColumn, r.t.ColumnNote
	}
	t := r.table(p, fill(caption, "by", r.by(), "measure", strings.ToLower(r.t.measure(m))), "percent")
	t.Notes = []string{note}
	cells := func(cat, _, g int) []table.Cell {
		n := r.number(cat, []int{g}, m)
		whole := r.number(cat, p.groups, m)
		if r.c.options.Percent == OfColumn {
			whole = r.column(g, m)
		}
		what := r.c.categories[cat].Name + r.in([]int{g}) + ": %"
		return []table.Cell{n, r.quotient(what, n, r.t.measure(m), whole, r.t.Total, 0)}
	}
	return r.wide(t, p, []string{r.t.Count, r.t.Share}, nil, cells, nil)
}

// column is the sum of the categories of the highest level in a group.
func (r *reporter) column(g int, m Measure) table.Cell {
	n := 0
	var terms []table.Term
	var parts []string
	for i, cat := range r.c.categories {
		if cat.Level == 0 {
			c := r.number(i, []int{g}, m)
			n += int(c.Value)
			terms = append(terms, termOf(cat.Name, c))
			parts = append(parts, decimal(c.Value))
		}
	}
	cell := table.Int(n)
	cell.Basis = because(func() table.Explanation {
		return table.Explanation{What: r.t.Total + r.in([]int{g}), Value: table.Int(n), Formula: strings.Join(parts, " + "), Terms: terms}
	})
	return cell
}

// wide fills a table of categories by groups: the groups side by side, or below
// each other where there are many. cells are those of a category in a group;
// beside stands what a category has besides.
func (r *reporter) wide(t *table.Table, p part, names, extra []string, cells func(cat, at, g int) []table.Cell, beside func(cat int) []table.Cell) []table.Block {
	if len(p.groups) > maxGroups {
		t.Use = table.Workbook
	}
	if len(p.groups) > maxColumns {
		return r.down(t, p, names, cells)
	}
	r.wideHead(t, p, names, extra)
	t.Landscape = len(t.Widths) > 7 || len(r.c.By) == 0 && len(p.groups) > 3 // names of documents are long
	t.Fixed = 1
	if len(t.Widths) > 12 {
		t.FontSize = 8
	}
	for cat := range r.c.categories {
		row := []table.Cell{r.label(cat)}
		for at, g := range p.groups {
			row = append(row, cells(cat, at, g)...)
		}
		if beside != nil {
			row = append(row, beside(cat)...)
		}
		t.Rows = append(t.Rows, row)
	}
	return []table.Block{t}
}

// wideHead names the groups, those of several attributes in several rows, and
// below them their columns.
func (r *reporter) wideHead(t *table.Table, p part, names, extra []string) {
	levels := 1
	if len(r.c.By) > 1 {
		levels = len(r.c.By)
	}
	t.Head = make([][]table.Cell, levels+1)
	corner := table.Bold(r.t.Category)
	corner.Rows = levels + 1
	t.Head[0] = []table.Cell{corner}
	t.Widths = []float64{3.2}
	for l := range levels {
		for i := 0; i < len(p.groups); {
			g := r.c.Groups[p.groups[i]]
			j := i + 1
			title := fmt.Sprintf("%s (n = %d)", r.group(g), g.Documents)
			if levels > 1 {
				title = r.value(r.c.By[l], g.Values[l])
				if l == levels-1 {
					title += fmt.Sprintf(" (n = %d)", g.Documents)
				}
			}
			for l < levels-1 && j < len(p.groups) && slices.Equal(r.c.Groups[p.groups[j]].Values[:l+1], g.Values[:l+1]) {
				j++
			}
			c := table.Bold(title)
			c.Cols = len(names) * (j - i)
			t.Head[l] = append(t.Head[l], c)
			i = j
		}
	}
	for range p.groups {
		t.Head[levels] = append(t.Head[levels], table.Heads(names...)...)
		for range names {
			t.Widths = append(t.Widths, 1)
		}
	}
	for _, s := range extra {
		c := table.Bold(s)
		c.Rows = levels + 1
		t.Head[0] = append(t.Head[0], c)
		t.Widths = append(t.Widths, 1)
	}
}

// down has a row for each group, and the categories side by side.
func (r *reporter) down(t *table.Table, p part, names []string, cells func(cat, at, g int) []table.Cell) []table.Block {
	var keys []string
	for _, key := range r.c.By {
		keys = append(keys, cmp.Or(r.t.Attributes[key], key))
	}
	if len(keys) == 0 {
		keys = []string{r.t.Document}
	} else {
		keys = append(keys, "n")
	}
	rows := make([][]table.Cell, len(p.groups))
	for at, g := range p.groups {
		group := r.c.Groups[g]
		for i, v := range group.Values {
			rows[at] = append(rows[at], table.Text(r.value(r.c.By[i], v)))
		}
		if len(group.Values) == 0 {
			rows[at] = []table.Cell{table.Text(group.Title)}
		} else {
			rows[at] = append(rows[at], r.base([]int{g}, Documents))
		}
	}
	return r.across(t, keys, rows, names, func(cat, at int) []table.Cell { return cells(cat, at, p.groups[at]) })
}

// across sets the categories side by side, as many as a page holds: it returns
// as many tables as that takes. rows have what stands before, under keys.
func (r *reporter) across(t *table.Table, keys []string, rows [][]table.Cell, names []string, cells func(cat, at int) []table.Cell) []table.Block {
	size := maxDown / len(names)
	all := len(r.c.categories)
	var out []table.Block
	for lo := 0; lo < all; lo += size {
		hi := min(lo+size, all)
		part := *t
		if size < all {
			part.Caption += fill(r.t.Some, "from", strconv.Itoa(lo+1), "to", strconv.Itoa(hi), "of", strconv.Itoa(all))
			part.Sheet += " " + strconv.Itoa(lo/size+1)
		}
		part.Landscape, part.FontSize, part.Fixed = true, 9, 1
		r.acrossHead(&part, keys, names, lo, hi)
		for at, lead := range rows {
			row := slices.Clone(lead)
			for cat := lo; cat < hi; cat++ {
				row = append(row, cells(cat, at)...)
			}
			part.Rows = append(part.Rows, row)
		}
		out = append(out, &part)
	}
	return out
}

// maxDown is how many columns of numbers stand beside the names of groups.
const maxDown = 10

func (r *reporter) acrossHead(t *table.Table, keys, names []string, lo, hi int) {
	high := min(len(names), 2)
	t.Head = make([][]table.Cell, high)
	t.Widths = nil
	for i, key := range keys {
		c := table.Bold(key)
		c.Rows = high
		t.Head[0] = append(t.Head[0], c)
		width := 2.6
		if i > 0 && i == len(keys)-1 {
			width = 0.8
		}
		t.Widths = append(t.Widths, width)
	}
	for cat := lo; cat < hi; cat++ {
		c := table.Bold(r.c.categories[cat].Name)
		c.Cols = len(names)
		t.Head[0] = append(t.Head[0], c)
		if high > 1 {
			t.Head[1] = append(t.Head[1], table.Heads(names...)...)
		}
		for range names {
			t.Widths = append(t.Widths, 1)
		}
	}
}

// heatMap shows categories by groups: the share of documents, or, where each
// group is a document, the rate.
func (r *reporter) heatMap(p part) *table.Chart {
	ch := &table.Chart{Kind: table.HeatMap, Source: with(r.t.Source, r.c.Codebook.title()), Base: r.table(p, "", "").Base, Format: table.FormatPercent}
	value := func(cat, g int) float64 {
		return float64(r.c.row(cat, g).Documents) / float64(r.c.Groups[g].Documents)
	}
	measure := r.ofDocuments(p)
	if len(r.c.By) == 0 {
		ch.Format, measure = table.FormatDecimal, strings.ToLower(r.t.PerThousand)
		value = func(cat, g int) float64 {
			return float64(r.c.row(cat, g).Occurrences) * 1000 / float64(max(r.c.Groups[g].Words, 1))
		}
	}
	ch.Caption = fill(r.t.HeatMap, "by", r.by(), "measure", measure)
	n := len(r.c.categories)
	if n > maxHeat || len(p.groups) > maxHeat || n < 2 {
		return nil
	}
	group := func(g int) string {
		return r.group(r.c.Groups[g]) + " (n = " + strconv.Itoa(r.c.Groups[g].Documents) + ")"
	}
	if len(r.c.By) == 0 {
		group = func(g int) string { return r.group(r.c.Groups[g]) }
	}
	// The longer list makes the rows.
	if len(p.groups) > n {
		for _, g := range p.groups {
			ch.Labels = append(ch.Labels, group(g))
		}
		for cat, c := range r.c.categories {
			s := table.Series{Name: c.Name}
			for _, g := range p.groups {
				s.Values = append(s.Values, value(cat, g))
			}
			ch.Series = append(ch.Series, s)
		}
		return ch
	}
	for _, c := range r.c.categories {
		ch.Labels = append(ch.Labels, c.Name)
	}
	for _, g := range p.groups {
		s := table.Series{Name: group(g)}
		for cat := range r.c.categories {
			s.Values = append(s.Values, value(cat, g))
		}
		ch.Series = append(ch.Series, s)
	}
	return ch
}
