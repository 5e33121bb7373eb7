package content

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"svod/compare/table"
)

// A reporter makes the report of counts.
type reporter struct {
	c *Counts
	t *CountTemplate

	once       sync.Once
	vocabulary map[string]string // forms of the texts' words by stem
}

// Report returns the counts as tables and charts: categories, categories by
// groups with tests, years, co-occurrence, tone, quotes, the codebook, and the
// record. XLSX has all facts and all quotes, too.
func (c *Counts) Report() *table.Report {
	r := &reporter{c: c}
	r.t = overridden(countTemplate(r.language()), c.options.Template)
	out := &table.Report{
		Title:    with(r.t.Title, c.Codebook.title()),
		Language: r.language(),
		Points:   true,
		Data:     lazyJSON{c},
		Made:     r.made(),
		Summary:  r.summary(),
	}
	add := func(bs ...table.Block) {
		for _, b := range bs {
			switch t := b.(type) {
			case *table.Table:
				if t == nil {
					continue
				}
			case *table.Chart:
				if t == nil {
					continue
				}
			}
			out.Blocks = append(out.Blocks, b)
		}
	}
	if c.apart {
		note := r.t.Apart
		if c.auto {
			note = r.t.ApartAuto
		}
		add(table.Para(note))
	}
	for i, p := range c.parts {
		if c.apart {
			add(table.Heading(2, with(r.t.Kind, r.value(KindOfCouncil, p.name))))
		}
		add(r.passport(p), r.shares(p), r.sharesChart(p), r.levels(i, p))
		if len(c.compared()) == len(c.parts) {
			add(r.groups(p)...)
		}
		add(r.trend(p)...)
		add(r.together(p)...)
		add(r.tone(p), r.illustrations(p))
	}
	if len(c.compared()) != len(c.parts) {
		add(table.Heading(2, r.t.Compared))
		add(r.groups(c.compared()[0])...)
	}
	add(r.data(), r.allQuotes(), r.codebook())
	return out
}

// language is that of the report: the one asked for, else that of all documents,
// else Russian.
func (r *reporter) language() string {
	if l := r.c.options.Language; l != "" {
		return l
	}
	lang := ""
	for i, d := range r.c.docs {
		if i > 0 && d.Meta.Language != lang {
			return "ru"
		}
		lang = d.Meta.Language
	}
	return cmp.Or(lang, "ru")
}

// groups are the tables of a part by groups.
func (r *reporter) groups(p part) []table.Block {
	if len(p.groups) < 2 {
		return nil
	}
	tests := r.c.compare(p)
	var out []table.Block
	if len(r.c.By) > 0 {
		out = append(out, r.byDocuments(p, tests)...)
	}
	out = append(out, r.byMeasure(p)...)
	if r.c.options.Percent == OfRow || r.c.options.Percent == OfColumn {
		out = append(out, r.byPercent(p)...)
	}
	out = append(out, r.heatMap(p), r.tests(p, tests))
	return append(out, r.residuals(p, tests)...)
}

// by names what makes the groups: «по признаку «уровень»».
func (r *reporter) by() string {
	if len(r.c.By) == 0 {
		return r.t.ByDocument
	}
	var ss []string
	for _, key := range r.c.By {
		ss = append(ss, cmp.Or(r.t.Attributes[key], key))
	}
	return with(r.t.By, strings.Join(ss, " × "))
}

// value prints a value of an attribute.
func (r *reporter) value(key, v string) string {
	switch {
	case v == Missing:
		return r.t.NoValue
	case key == "type" || key == "тип":
		return cmp.Or(r.t.Types[v], v)
	}
	return v
}

// group names a group.
func (r *reporter) group(g Group) string {
	if len(g.Values) == 0 {
		return g.Title
	}
	var ss []string
	for i, v := range g.Values {
		ss = append(ss, r.value(r.c.By[i], v))
	}
	return strings.Join(ss, ", ")
}

// table returns a table of a part with what all of them say below.
func (r *reporter) table(p part, caption, sheet string) *table.Table {
	b := p.base
	if b.Documents == 0 { // of several parts
		return &table.Table{Caption: caption, Sheet: r.t.Sheets[sheet], Source: with(r.t.Source, r.c.Codebook.title()), Base: r.apartBase()}
	}
	return &table.Table{Caption: caption, Sheet: r.sheet(p, sheet), Source: with(r.t.Source, r.c.Codebook.title()), Base: r.baseline(b)}
}

// sheet names a sheet; each part has its own.
func (r *reporter) sheet(p part, name string) string {
	s := r.t.Sheets[name]
	if r.c.apart {
		for i, other := range r.c.parts {
			if other.name == p.name {
				s = strconv.Itoa(i+1) + " " + s
			}
		}
	}
	return s
}

// baseline says what the numbers are of: «n = 5 (единица анализа – пункт: 478;
// слов: 20 130)».
func (r *reporter) baseline(b Group) string {
	return fill(r.t.Base, "documents", strconv.Itoa(b.Documents), "unit", r.t.Units[r.c.Unit], "units", digits(b.Units), "words", digits(b.Words))
}

// apartBase gives the bases of parts that are not summed.
func (r *reporter) apartBase() string {
	var ss []string
	for _, p := range r.c.parts {
		ss = append(ss, r.value(KindOfCouncil, p.name)+": "+r.baseline(p.base))
	}
	return strings.Join(ss, "; ")
}

func (r *reporter) label(cat int) table.Cell {
	l := table.Text(r.c.categories[cat].Name)
	l.Head, l.Indent = true, r.c.categories[cat].Level
	return l
}

// ofDocuments is the head of a column: «% отчетов».
func (r *reporter) ofDocuments(p part) string { return byType(r.t.OfDocuments, r.c.kind(p)) }

// shares is the distribution of mentions by categories.
func (r *reporter) shares(p part) *table.Table {
	t := r.table(p, r.t.Shares, "shares")
	head := table.Heads(r.t.Category, r.t.Measures[string(Occurrences)])
	t.Widths = []float64{3.2, 1.3}
	if r.c.Measure == Words {
		head = append(head, table.Bold(r.t.Measures[string(Words)]))
		t.Widths = append(t.Widths, 1.3)
	}
	head = append(head, table.Heads(r.t.Measures[string(Presence)], r.t.OfUnits, byType(r.t.Documents, r.c.kind(p)), r.ofDocuments(p), r.t.PerThousand)...)
	t.Widths = append(t.Widths, 1.3, 1.2, 1.4, 1.3, 1.2)
	t.Head = [][]table.Cell{head}
	rate := Occurrences
	if r.c.Measure == Words {
		rate = Words
	}
	for i := range r.c.categories {
		row := []table.Cell{r.label(i), r.number(i, p.groups, Occurrences)}
		if r.c.Measure == Words {
			row = append(row, r.number(i, p.groups, Words))
		}
		t.Rows = append(t.Rows, append(row, r.number(i, p.groups, Presence), r.share(i, p.groups, Presence),
			r.number(i, p.groups, Documents), r.share(i, p.groups, Documents), r.rate(i, p.groups, rate)))
	}
	t.Rows = append(t.Rows, r.any(p))
	t.Notes = append([]string{with(r.t.AnyNote, r.t.Any)}, r.unitNotes(p)...)
	if p.base.Documents < 30 {
		t.Notes = append(t.Notes, r.t.SmallNote)
	}
	return t
}

// any is the row of what all categories have together.
func (r *reporter) any(p part) []table.Cell {
	label := table.Text(r.t.Any)
	label.Head = true
	sum := func(m Measure) table.Cell {
		var terms []table.Term
		var parts []string
		n := 0.0
		for i, cat := range r.c.categories {
			if cat.Level == 0 {
				c := r.number(i, p.groups, m)
				n += c.Value
				terms = append(terms, termOf(cat.Name, c))
				parts = append(parts, decimal(c.Value))
			}
		}
		cell := count(int(n))
		cell.Basis = because(func() table.Explanation {
			return table.Explanation{What: r.t.Any + r.in(p.groups) + ": " + r.t.measure(m), Value: table.Int(int(n)), Formula: strings.Join(parts, " + "), Terms: terms}
		})
		return cell
	}
	row := []table.Cell{label, sum(Occurrences)}
	rate := sum(Occurrences)
	if r.c.Measure == Words {
		rate = sum(Words)
		row = append(row, rate)
	}
	units, docs := r.union(p, Presence), r.union(p, Documents)
	what := r.t.Any + r.in(p.groups) + ": "
	return append(row,
		units, r.quotient(what+r.t.OfUnits, units, r.t.measure(Presence), r.base(p.groups, Presence), r.t.baseName(Presence), 0),
		docs, r.quotient(what+r.ofDocuments(p), docs, r.t.measure(Documents), r.base(p.groups, Documents), r.t.baseName(Documents), 0),
		r.quotient(what+r.t.PerThousand, rate, r.t.Any, r.base(p.groups, Words), r.t.baseName(Words), 1000))
}

// union counts units or documents in which any category occurs.
func (r *reporter) union(p part, m Measure) table.Cell {
	places := func() []table.Evidence {
		var out []table.Evidence
		r.c.each(p.groups, func(d *tallied) {
			seen := map[int]bool{}
			for _, f := range r.c.again(d.at).Found {
				for _, e := range f.Evidence {
					if e.Occurrences > 0 && !seen[e.Unit] && (m == Presence || len(seen) == 0) {
						seen[e.Unit] = true
						out = append(out, r.item(d, e, 1))
					}
				}
			}
		})
		return out
	}
	n := 0
	r.c.each(p.groups, func(d *tallied) {
		seen := map[int32]bool{}
		for _, f := range d.Found {
			for _, u := range f.Units {
				seen[u] = true
			}
		}
		switch {
		case m == Presence:
			n += len(seen)
		case len(seen) > 0:
			n++
		}
	})
	cell := count(n)
	cell.Basis = because(func() table.Explanation {
		x := table.Explanation{What: r.t.Any + r.in(p.groups) + ": " + r.t.measure(m), Value: table.Int(n), Items: places()}
		if n == 0 {
			for i, cat := range r.c.categories {
				if cat.Level == 0 {
					x.Tried = append(x.Tried, r.tried(i)...)
				}
			}
			r.c.each(p.groups, func(d *tallied) { x.In = append(x.In, d.name) })
		}
		return x
	})
	return cell
}

// unitNotes say what was counted where documents have no element of the kind
// that is the unit of analysis.
func (r *reporter) unitNotes(p part) []string {
	loose, lacking := 0, 0
	for _, i := range p.docs {
		loose += r.c.tallied[i].Loose
		if r.c.tallied[i].Lacking {
			lacking++
		}
	}
	unit := r.t.Units[r.c.Unit]
	switch r.c.Unit {
	case UnitArticle, UnitClause, UnitSubclause:
		if loose > 0 {
			return []string{fill(r.t.LooseNote, "unit", unit, "units", digits(loose), "documents", strconv.Itoa(lacking))}
		}
	case UnitSection, UnitChapter:
		if lacking > 0 {
			return []string{fill(r.t.LackingNote, "unit", unit, "documents", strconv.Itoa(lacking))}
		}
	}
	return nil
}

// maxBars is how many categories a chart of bars shows.
const maxBars = 40

// sharesChart shows the categories as bars, by the unit of count.
func (r *reporter) sharesChart(p part) *table.Chart {
	ch := &table.Chart{Kind: table.Bars, Caption: fill(r.t.SharesChart, "measure", strings.ToLower(r.t.measure(r.c.Measure))),
		Source: with(r.t.Source, r.c.Codebook.title()), Base: fmt.Sprintf("n = %d", p.base.Documents), Format: table.FormatInteger}
	s := table.Series{Name: r.t.measure(r.c.Measure)}
	for i, cat := range r.c.categories {
		if len(cat.Children) > 0 && len(r.c.leaves()) > 1 && cat.own == nil {
			continue // its children are there
		}
		ch.Labels = append(ch.Labels, cat.Name)
		s.Values = append(s.Values, float64(r.c.total(i, p.groups, r.c.Measure)))
	}
	if len(ch.Labels) > maxBars {
		return nil
	}
	ch.Series = []table.Series{s}
	return ch
}

// total is a measure of a category in groups.
func (c *Counts) total(cat int, groups []int, m Measure) int {
	n := 0
	for _, g := range groups {
		n += c.row(cat, g).measured(m)
	}
	return n
}
