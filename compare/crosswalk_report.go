package compare

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// CrosswalkReport returns the table of old and new numbers, and fills
// c.Crosswalk.
func (c *Comparison) CrosswalkReport(o Options) *table.Report {
	t, lang := o.Words(c.new)
	p := &printer{c: c, t: t, lang: lang}
	c.Crosswalk = c.crosswalk(lang)
	r := &table.Report{Title: cmp.Or(o.Title, p.title(t.CrosswalkTitle)), Language: lang, Data: c}
	for _, d := range []*corpus.Document{c.old, c.new} {
		r.Made = append(r.Made, made(d))
		r.Blocks = append(r.Blocks, table.Para(p.edition(d)))
	}
	for _, s := range p.summary(Options{All: true}) {
		r.Blocks = append(r.Blocks, table.Para(s))
	}
	tab := &table.Table{FontSize: 10, Sheet: firstLine(p.title(t.CrosswalkTitle)), Widths: []float64{28, 30, 16, 18, 8},
		Head: [][]table.Cell{nil}}
	for _, h := range []string{t.CrosswalkOld, t.CrosswalkNew, t.CrosswalkText, t.CrosswalkHow, t.CrosswalkScore} {
		tab.Head[0] = append(tab.Head[0], table.Bold(h))
	}
	for i := range c.Crosswalk {
		tab.Rows = append(tab.Rows, p.crosswalk(&c.Crosswalk[i]))
	}
	r.Blocks = append(r.Blocks, tab)
	return r
}

func (p *printer) crosswalk(row *CrosswalkRow) []table.Cell {
	remark := func(s string) table.Cell { return table.Cell{Runs: []table.Run{{Text: s, Mark: table.MarkItalic}}} }
	cells := []table.Cell{table.Text(upper(row.OldCitation)), table.Text(upper(row.NewCitation)), {}, {}, table.None()}
	cells[0].Indent = row.depth
	switch {
	case len(row.Old) == 0:
		cells[0] = remark(p.t.CrosswalkFrom)
		cells[0].Indent = row.depth
		return cells
	case row.Repealed:
		cells[1] = remark(p.t.CrosswalkRepealed)
		return cells
	case len(row.New) == 0:
		cells[1] = remark(p.t.CrosswalkGone)
		if len(row.Parts) > 0 {
			var s []string
			for _, a := range row.Parts {
				s = append(s, p.c.new.Citation(a, p.lang))
			}
			cells[1] = remark(p.t.CrosswalkGone + "; " + Fill(p.t.CrosswalkInPart, "now", strings.Join(s, ", ")))
		}
		if row.Nearest != "" && !slices.Contains(row.Parts, row.Nearest) {
			cells[1].Runs[0].Text += "; " + Fill(p.t.CrosswalkNearest, "now", p.c.new.Citation(row.Nearest, p.lang), "score", p.decimal(row.Nearness))
		}
		return cells
	}
	cells[2] = table.Text(p.t.CrosswalkSame)
	if row.Edited {
		cells[2] = table.Text(p.t.CrosswalkChanged)
	}
	if row.Check {
		cells[2].Runs = append(cells[2].Runs, table.Run{Text: "; " + p.t.CrosswalkCheck, Mark: table.MarkBold})
	}
	how := map[string]string{ByExact: p.t.ByExact, ByLabel: p.t.ByLabel, ByText: p.t.ByText, ByMove: p.t.ByMove, BySplit: p.t.BySplit, ByMerge: p.t.ByMerge, "": p.t.Rewritten}
	cells[3], cells[4] = table.Text(how[row.MatchedBy]), table.Decimal(row.Score)
	return cells
}
