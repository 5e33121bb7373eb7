package content

import (
	"cmp"
	"strings"

	"svod/compare/table"
)

// codebookTable prints the codebook itself.
func codebookTable(cb *Codebook, caption string, heads []string) *table.Table {
	t := &table.Table{
		Caption: caption, Head: [][]table.Cell{table.Heads(heads...)},
		Widths: []float64{1.2, 2, 3, 3, 2, 3}, Landscape: true, FontSize: 9,
	}
	for cat := range cb.All() {
		name := table.Text(cat.Name)
		name.Indent = cat.Level
		not := append([]string{}, cat.Not...)
		not = append(not, cat.Exclude...)
		t.Rows = append(t.Rows, []table.Cell{table.Text(cat.ID), name, table.Text(cat.Definition), table.Text(strings.Join(cat.Any, "\n")),
			table.Text(strings.Join(not, "\n")), table.Text(strings.Join(cat.Include, "\n"))})
	}
	return t
}

// Report returns the codebook itself as a table, for an appendix.
func (cb *Codebook) Report(lang string) *table.Report {
	p := phrasesOf(lang)
	r := &table.Report{Title: cb.title(), Language: cmp.Or(lang, "ru"), Blocks: []table.Block{codebookTable(cb, p.CodebookTable, []string{p.ID, p.Name, p.Definition, p.Patterns, p.Not, p.Example})}}
	r.Made = made(p, cb, nil)
	return r
}
