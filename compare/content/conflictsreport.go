package content

import (
	"fmt"
	"strings"

	"svod/compare/table"
)

// maxConflicts is how many pairs the table shows, the surest.
const maxConflicts = 500

// Report returns the pairs to be checked.
func (c *Conflicts) Report(o SectionOptions) *table.Report {
	w, r := o.report(c.docs, c.names)
	r.Title, r.Data = w.Conflicts, c
	if len(c.Rows) == 0 {
		r.Blocks = append(r.Blocks, table.Para(with(w.NoConflicts, itoa(c.Pairs))), remark(w.ConflictsNote))
		return r
	}
	tab := w.heading(w.ConflictTable, []string{w.Number, w.First, w.Second, w.What2}, []float64{4, 38, 38, 20}, 0)
	for i, x := range c.Rows {
		if i == maxConflicts {
			tab.Rows = append(tab.Rows, []table.Cell{table.Group(with(w.MoreRows, itoa(len(c.Rows)-i)))})
			break
		}
		tab.Rows = append(tab.Rows, []table.Cell{table.Int(i + 1), c.statement(x.A, x, 0), c.statement(x.B, x, 1), c.said(w, r.Language, x)})
	}
	r.Blocks = append(r.Blocks, remark(w.ConflictsNote), tab)
	return r
}

// statement quotes one side of a pair, with the words that differ marked.
func (c *Conflicts) statement(s Statement, x Conflict, side int) table.Cell {
	rs := []table.Run{{Text: c.names[s.Document] + ", " + s.Citation + "\n", Mark: table.MarkBold}}
	var differs [][2]int
	for _, d := range x.Differences {
		words := [2]string{d.A, d.B}[side]
		if at := strings.Index(s.Text, words); at >= 0 && d.Kind != ofAddressee {
			differs = append(differs, [2]int{at, at + len(words)})
		}
	}
	for i := range differs { // in order
		for k := i; k > 0 && differs[k][0] < differs[k-1][0]; k-- {
			differs[k], differs[k-1] = differs[k-1], differs[k]
		}
	}
	if s.Lead != "" {
		rs = append(rs, table.Run{Text: strings.TrimSpace(s.Lead) + " " + ellipsis + " ", Mark: table.MarkMuted})
	}
	return table.Cell{Runs: append(rs, runs(s.Text, differs, 2*maxQuote)...)}
}

// said puts the differences into words.
func (c *Conflicts) said(w *sectionPrinter, lang string, x Conflict) table.Cell {
	var rs []table.Run
	for i, d := range x.Differences {
		if i > 0 {
			rs = append(rs, table.Run{Text: "\n"})
		}
		rs = append(rs, table.Run{Text: w.Differs[d.Kind] + ": ", Mark: table.MarkBold},
			table.Run{Text: strings.NewReplacer("{a}", d.A, "{b}", d.B).Replace(w.Against)})
	}
	score := fmt.Sprintf("%.2f", x.Score)
	if lang != "en" {
		score = strings.Replace(score, ".", ",", 1)
	}
	remarks := []string{w.Check, with(w.Likeness, score)}
	if x.Dates {
		remarks = append(remarks, w.OtherDates)
	}
	return table.Cell{Runs: append(rs, table.Run{Text: "\n" + strings.Join(remarks, "; "), Mark: table.MarkItalic})}
}
