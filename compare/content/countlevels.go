package content

import "svod/compare/table"

// allUnits are the units of analysis, widest first.
var allUnits = []Unit{UnitDocument, UnitSection, UnitChapter, UnitArticle, UnitClause, UnitSubclause, UnitPassage, UnitSentence}

// levels rolls the categories up the structure of documents: in how many
// sentences, clauses, articles, chapters … each occurs. What a unit has, all
// that it stands in has, too.
func (r *reporter) levels(at int, p part) *table.Table {
	if !r.c.options.Levels {
		return nil
	}
	t := r.table(p, r.t.Levels, "levels")
	t.Landscape, t.Fixed = true, 1
	t.Widths = []float64{3.2}
	head := table.Heads(r.t.Category)
	base := table.Text(r.t.Total)
	base.Head = true
	rows := [][]table.Cell{{base}}
	for i := range r.c.categories {
		rows = append(rows, []table.Cell{r.label(i)})
	}
	for _, u := range allUnits {
		c := r.c
		if u != c.Unit {
			opts := c.options
			opts.Unit, opts.Levels = u, false
			other, err := CountShelf(c.Codebook, c.shelf, opts)
			if err != nil {
				r.c.err = err
				return nil
			}
			c = other
		}
		other := &reporter{c: c, t: r.t}
		head = append(head, table.Bold(r.t.Units[u]))
		t.Widths = append(t.Widths, 1)
		groups := c.parts[at].groups
		rows[0] = append(rows[0], other.base(groups, Presence))
		for i := range c.categories {
			rows[i+1] = append(rows[i+1], other.number(i, groups, Presence))
		}
	}
	t.Head, t.Rows = [][]table.Cell{head}, rows
	t.Notes = []string{r.t.LevelsNote}
	return t
}
