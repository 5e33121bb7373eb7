package content

import (
	"math"
	"strconv"
	"strings"

	"svod/compare/table"
)

// noValue is what a chart has where there is no data.
var noValue = math.NaN()

// maxQuote is the length of a quote in characters.
const maxQuote = 300

// usualQuotes is how many quotes illustrate a category.
const usualQuotes = 3

// illustrations is the table of some quotes of each category.
func (r *reporter) illustrations(p part) *table.Table {
	n := r.c.options.Quotes
	if n <= 0 {
		n = usualQuotes
	}
	t := r.table(p, r.t.Quotes, "illustrations")
	t.Head = [][]table.Cell{heads(r.t.Category, r.t.Quote, r.t.Place)}
	t.Widths = []float64{2, 6, 2.6}
	t.FontSize = 10
	t.Notes = []string{fill(r.t.QuotesNote, "n", strconv.Itoa(n), "sheet", r.t.Sheets["quotes"])}
	for cat, c := range r.c.categories {
		if len(c.Children) > 0 && c.own == nil {
			continue // the children's quotes are its own
		}
		for _, q := range r.c.illustrate(p, cat, n) {
			t.Rows = append(t.Rows, []table.Cell{r.label(cat), {Runs: runs(flat(q.Text), q.Matches, maxQuote)}, table.Text(q.doc.name + "\n" + r.c.citation(q.Evidence))})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// flat makes one paragraph of a heading and a text, and of the cells of a row,
// without moving anything.
func flat(text string) string { return strings.NewReplacer("\n", " ", "\t", " ").Replace(text) }

// citation names the place of a piece of evidence.
func (c *Counts) citation(e Evidence) string {
	d := c.byID[e.Document]
	return d.ShortCitation(e.Address, d.Meta.Language)
}

// allQuotes lists all evidence: each row of it is one place.
func (r *reporter) allQuotes() *table.Table {
	t := &table.Table{Sheet: r.t.Sheets["quotes"], Landscape: true, FontSize: 9, Use: table.Workbook,
		Head:   [][]table.Cell{heads(r.t.Number, r.t.Category, r.t.Group, r.t.Document, r.t.Citation, r.t.Quote, r.t.Measures[string(Occurrences)])},
		Widths: []float64{0.6, 2, 1.6, 2.5, 2, 8, 1}}
	n := 0
	for cat, c := range r.c.categories {
		if len(c.Children) > 0 && c.own == nil {
			continue // the children's quotes are its own
		}
		for g := range r.c.Groups {
			r.c.each([]int{g}, func(d *tallied) {
				f := d.finding(cat)
				if f == nil {
					return
				}
				for _, e := range f.Evidence {
					if n++; n > maxRows {
						continue
					}
					k := table.Int(e.Occurrences)
					k.Basis = because(func() table.Explanation {
						return table.Explanation{What: c.Name, Value: table.Int(e.Occurrences), Items: []table.Evidence{r.item(d, e, e.Occurrences)}}
					})
					t.Rows = append(t.Rows, []table.Cell{table.Text(strconv.Itoa(n)), table.Text(c.Name), table.Text(r.group(r.c.Groups[g])), table.Text(d.name),
						table.Text(r.c.citation(e)), {Runs: runs(e.Text, e.Matches, maxQuote)}, k})
				}
			})
		}
	}
	if n > maxRows {
		t.Notes = []string{fill(r.t.Cut, "n", digits(maxRows), "of", digits(n))}
	}
	return t
}

// maxRows is how long a sheet of all quotes may be.
const maxRows = 100_000

// codebook prints the codebook itself.
func (r *reporter) codebook() *table.Table {
	t := &table.Table{Caption: r.t.Codebook, Sheet: r.t.Sheets["codebook"], Head: [][]table.Cell{heads(r.t.BookHeads...)},
		Widths: []float64{1.2, 2, 3, 3, 2, 3}, Landscape: true, FontSize: 9}
	for _, cat := range r.c.categories {
		name := table.Text(cat.Name)
		name.Indent = cat.Level
		not := append([]string{}, cat.Not...)
		not = append(not, cat.Exclude...)
		t.Rows = append(t.Rows, []table.Cell{table.Text(cat.ID), name, table.Text(cat.Definition), table.Text(strings.Join(cat.Any, "\n")),
			table.Text(strings.Join(not, "\n")), table.Text(strings.Join(cat.Include, "\n"))})
	}
	return t
}
