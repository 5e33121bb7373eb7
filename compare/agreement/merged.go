package agreement

import (
	"strconv"

	"svod/compare/table"
)

// Merged is the table of all codes of all coders, a row a code: what Read reads
// again, and what R and Python read.
func Merged(ratings []Rating, lang string) *table.Report {
	p := sheetPhrasesOf(lang)
	heads := map[string][]string{"ru": {"единица", "кодировщик"}, "kk": {"бірлік", "кодтаушы"}, "en": {"unit", "coder"}}[lang]
	if heads == nil {
		heads = []string{"единица", "кодировщик"}
	}
	t := &table.Table{Landscape: true}
	var head []table.Cell
	for _, h := range []string{heads[0], heads[1], p.Variable, p.Answer, p.Document, p.Citation, p.Text, p.Note, p.File, p.Sheet, p.Row} {
		head = append(head, table.Bold(h))
	}
	t.Head = [][]table.Cell{head}
	for _, r := range ratings {
		row := ""
		if r.Row > 0 {
			row = strconv.Itoa(r.Row)
		}
		var cells []table.Cell
		for _, v := range []string{r.Unit, r.Coder, r.Variable, r.Value, r.Document, r.Citation, r.Text, r.Note, r.File, r.Place.Sheet, row} {
			cells = append(cells, table.Text(v))
		}
		t.Rows = append(t.Rows, cells)
	}
	return &table.Report{Language: lang, Blocks: []table.Block{t}}
}
