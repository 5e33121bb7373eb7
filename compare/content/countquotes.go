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
	t.Head = [][]table.Cell{table.Heads(r.t.Category, r.t.Quote, r.t.Place)}
	t.Widths = []float64{2, 6, 2.6}
	t.FontSize = 10
	t.Notes = []string{fill(r.t.QuotesNote, "n", strconv.Itoa(n), "sheet", r.t.Sheets["quotes"])}
	read := r.c.quotable(p)
	for cat, c := range r.c.categories {
		if len(c.Children) > 0 && c.own == nil {
			continue // the children's quotes are its own
		}
		for _, q := range r.c.illustrate(p, cat, n, read) {
			t.Rows = append(t.Rows, []table.Cell{r.label(cat), {Runs: runs(flat(q.Text), q.Matches, maxQuote)}, table.Text(q.doc.name + "\n" + r.c.citation(q.doc, q.Evidence))})
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
func (c *Counts) citation(d *tallied, e Evidence) string {
	return c.again(d.at).doc.ShortCitation(e.Address, d.doc.Meta.Language)
}

// allQuotes lists all evidence: each row of it is one place.
func (r *reporter) allQuotes() *table.Table {
	t := &table.Table{Sheet: r.t.Sheets["quotes"], Landscape: true, FontSize: 9, Use: table.Workbook,
		Head:   [][]table.Cell{table.Heads(r.t.Number, r.t.Category, r.t.Group, r.t.Document, r.t.Citation, r.t.Quote, r.t.Measures[string(Occurrences)])},
		Widths: []float64{0.6, 2, 1.6, 2.5, 2, 8, 1}}
	// Documents are read in their own order, each once, and quoted in that of the
	// categories and groups.
	type place struct {
		cat int
		d   *tallied
	}
	var order []place
	wanted := map[int][]int{} // categories by document
	n, taken := 0, 0
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
				n += f.Places
				if taken < maxRows {
					taken += f.Places
					order = append(order, place{cat, d})
					wanted[d.at] = append(wanted[d.at], cat)
				}
			})
		}
	}
	t.Later = func() (out [][]table.Cell) {
		rows := map[place][][]table.Cell{}
		for i := range r.c.tallied {
			d := &r.c.tallied[i]
			for _, cat := range wanted[d.at] {
				for _, e := range r.c.places(d, cat) {
					k := table.Int(e.Occurrences)
					item := r.item(d, e, e.Occurrences)
					k.Basis = because(func() table.Explanation {
						return table.Explanation{What: r.c.categories[cat].Name, Value: table.Int(e.Occurrences), Items: []table.Evidence{item}}
					})
					rows[place{cat, d}] = append(rows[place{cat, d}], []table.Cell{{}, table.Text(r.c.categories[cat].Name), table.Text(r.group(r.c.Groups[d.group])), table.Text(d.name),
						table.Text(item.Citation), {Runs: runs(e.Text, e.Matches, maxQuote)}, k})
				}
			}
		}
		for _, at := range order {
			for _, row := range rows[at] {
				if len(out) == maxRows {
					break
				}
				row[0] = table.Text(strconv.Itoa(len(out) + 1))
				out = append(out, row)
			}
		}
		return out
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
	t := codebookTable(r.c.Codebook, r.t.Codebook, r.t.BookHeads)
	t.Sheet = r.t.Sheets["codebook"]
	return t
}
