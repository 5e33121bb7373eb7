package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/words"
	"svod/index"
)

// selectionReport is «подборка норм»: for Word, a page or a reader, document by
// document, each provision under its citation; for a spreadsheet, a table.
func (e *env) selectionReport(c *cli.Context, a *answer, format string) *table.Report {
	lang := c.String("table-lang")
	if lang == "" {
		lang = a.language()
	}
	w := selectionWordsOf(lang)
	r := &table.Report{Title: fill(w.Title, a.query), Language: lang, Data: a.data(),
		Made: []table.Fact{{Name: w.Query, Value: a.query}, {Name: w.Understood, Value: a.res.Understood}}}
	if len(a.res.Synonyms) > 0 {
		r.Made = append(r.Made, table.Fact{Name: w.Synonyms, Value: synonymsOf(a.res.Synonyms)})
	}
	if len(a.where) > 0 {
		r.Made = append(r.Made, table.Fact{Name: w.Filter, Value: strings.Join(a.where, "; ")})
	}
	for _, hs := range a.byDocument() {
		if en := a.entries[hs[0].Document]; en.ID != "" {
			r.Made = append(r.Made, table.Fact{Name: en.File, Value: "SHA-256 " + en.SHA256})
		}
	}
	preface := a.preface(w)
	if len(a.res.Hits) == 0 && a.res.Total.Units == 0 {
		for _, l := range append(e.whyNothing(a, a.res.Diagnosis), e.notSearched(a.unread)...) {
			preface = append(preface, table.Para(strings.TrimSpace(l)))
		}
	}
	switch format {
	case "csv", "csv-plain":
		r.Blocks = []table.Block{a.provisionTable(w)}
	case "xlsx":
		r.Blocks = append(preface, a.provisionTable(w))
		r.Blocks = append(r.Blocks, a.tables(w)...)
	default:
		r.Blocks = append(preface, a.provisions(w)...)
		r.Blocks = append(r.Blocks, a.tables(w)...)
	}
	return r
}

// language is that of the documents found: Kazakh or English if all are.
func (a *answer) language() string {
	lang := ""
	for _, h := range a.res.Hits {
		if lang != "" && lang != h.Language {
			return "ru"
		}
		lang = h.Language
	}
	if lang == "" {
		return "ru"
	}
	return lang
}

// preface says what was asked, how it was understood, what came of it, and
// what was left out.
func (a *answer) preface(w *selectionWords) []table.Block {
	t := a.res.Total
	out := []table.Block{fact(w.Query, a.query)}
	if a.res.Understood != a.query {
		out = append(out, fact(w.Understood, a.res.Understood))
	}
	if len(a.res.Synonyms) > 0 {
		out = append(out, fact(w.Synonyms, synonymsOf(a.res.Synonyms)))
	}
	if len(a.where) > 0 {
		out = append(out, fact(w.Filter, strings.Join(a.where, "; ")))
	}
	said := []string{fillInts(w.Totals, t.Occurrences, t.Units, t.Documents)}
	switch {
	case a.res.Question:
		said = append([]string{w.Question}, said...)
	case a.res.Relaxed:
		said = append([]string{w.Relaxed}, said...)
	}
	if t.BySynonym > 0 {
		said = append(said, fillInts(w.OnlySynonyms, t.BySynonym))
	}
	if t.More {
		said = append(said, w.AtLeast)
	}
	if a.folded() {
		said = append(said, fillInts(w.Folded, t.Norms))
	}
	if a.offset > 0 {
		said = append(said, fillInts(w.Skipped, a.offset))
	}
	if left := a.leftOut(); left > 0 {
		said = append(said, fillInts(w.Left, left, len(a.res.Hits)))
	}
	return append(out, table.Para(strings.Join(said, " ")), table.Para(w.NotSearched))
}

// fact is a line of a name and its value.
func fact(name, text string) *table.Paragraph {
	return &table.Paragraph{Runs: []table.Run{{Text: name + ": ", Mark: table.MarkBold}, {Text: text}}}
}

// leftOut is how many hits come after those shown.
func (a *answer) leftOut() int {
	all := a.res.Total.Units
	if a.fold {
		all = a.res.Total.Norms
	}
	return max(all-a.offset-len(a.res.Hits), 0)
}

// folded reports whether editions of one norm were taken as one.
func (a *answer) folded() bool { return a.fold && a.res.Total.Norms < a.res.Total.Units }

// provisions are the hits under headings of their documents.
func (a *answer) provisions(w *selectionWords) []table.Block {
	var out []table.Block
	for _, hs := range a.byDocument() {
		en := a.entries[hs[0].Document]
		head := &table.Paragraph{Level: a.level + 1, Runs: []table.Run{{Text: w.actName(en)}}}
		if a.under != "" {
			head.Anchor = a.under + en.ID
		}
		out = append(out, head, &table.Paragraph{Runs: []table.Run{{Text: w.requisites(en), Mark: table.MarkMuted}}})
		for _, h := range hs {
			out = append(out, a.provision(w, h)...)
		}
	}
	return out
}

func (a *answer) provision(w *selectionWords, h index.Hit) []table.Block {
	muted := func(s string) table.Block {
		return &table.Paragraph{Runs: []table.Run{{Text: s, Mark: table.MarkMuted}}}
	}
	out := []table.Block{&table.Paragraph{Level: a.level + 2, Runs: []table.Run{{Text: words.Capital(h.Citation)}}, Anchor: a.under + h.Document + " " + string(h.Address)}}
	if len(h.Path) > 0 {
		out = append(out, muted(oneLine(strings.Join(h.Path, " › "))))
	}
	for _, l := range h.Lead {
		out = append(out, muted(apart(l)))
	}
	for _, l := range before(h) {
		out = append(out, muted(lineText(l)))
	}
	runs := matchRuns(h)
	if h.Label != "" && !strings.Contains(h.Text, "\n") {
		runs = append([]table.Run{{Text: h.Label + " "}}, runs...)
	}
	out = append(out, &table.Paragraph{Runs: runs})
	for _, l := range h.After {
		out = append(out, muted(lineText(l)))
	}
	if s := w.synonymsLine(h); s != "" {
		out = append(out, &table.Paragraph{Runs: []table.Run{{Text: s, Mark: table.MarkItalic}}})
	}
	if s := w.editionsLine(a.editions(h), printDate); s != "" {
		out = append(out, &table.Paragraph{Runs: []table.Run{{Text: s, Mark: table.MarkItalic}}})
	}
	return out
}

// matchRuns is a hit's text with what was asked for marked.
func matchRuns(h index.Hit) []table.Run {
	var runs []table.Run
	at := 0
	for _, m := range h.Matches {
		if m[0] < at || m[1] > len(h.Text) {
			continue
		}
		if at < m[0] {
			runs = append(runs, table.Run{Text: apart(h.Text[at:m[0]])})
		}
		mark := table.MarkMatch
		if isSynonym(h, m) {
			mark = table.MarkSynonym
		}
		runs = append(runs, table.Run{Text: apart(h.Text[m[0]:m[1]]), Mark: mark})
		at = m[1]
	}
	return append(runs, table.Run{Text: apart(h.Text[at:])})
}

// hitRuns is a hit's text with what stands around it, for one cell.
func hitRuns(h index.Hit) []table.Run {
	var runs []table.Run
	for _, l := range h.Lead {
		runs = append(runs, table.Run{Text: apart(l) + "\n", Mark: table.MarkMuted})
	}
	for _, l := range before(h) {
		runs = append(runs, table.Run{Text: lineText(l) + "\n", Mark: table.MarkMuted})
	}
	runs = append(runs, matchRuns(h)...)
	for _, l := range h.After {
		runs = append(runs, table.Run{Text: "\n" + lineText(l), Mark: table.MarkMuted})
	}
	return runs
}

// provisionTable is a row per hit, in the order of the search.
func (a *answer) provisionTable(w *selectionWords) *table.Table {
	t := &table.Table{Caption: w.Provisions, Sheet: w.Provisions, Landscape: true, Widths: []float64{1, 5, 4, 4, 5, 12, 2, 4, 3}}
	head := []string{w.Number, w.Act, w.Requisites, w.Provision, w.Path, w.Text, w.Occurrences, w.Other, w.Address}
	// A column that says nothing is left out.
	bySynonyms := len(a.res.Synonyms) > 0
	if bySynonyms {
		head = append(head, w.Synonyms)
		t.Widths = append(t.Widths, 4)
	}
	t.Head = [][]table.Cell{table.Heads(head...)}
	for i, h := range a.res.Hits {
		en := a.entries[h.Document]
		row := []table.Cell{table.Int(a.offset + i + 1), table.Text(w.actName(en)), table.Text(w.requisites(en)), table.Text(h.Citation),
			table.Text(oneLine(strings.Join(h.Path, " › "))), {Runs: hitRuns(h)}, table.Int(h.Count), table.Text(w.editionsLine(a.editions(h), printDate)), table.Text(string(h.Address))}
		if bySynonyms {
			row = append(row, table.Text(w.synonymsLine(h)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// tables say how what was found is spread: over documents, and what else was
// asked for.
func (a *answer) tables(w *selectionWords) []table.Block {
	shown := map[string]int{}
	for _, h := range a.res.Hits {
		shown[h.Document]++
	}
	t := &table.Table{Caption: w.DocumentTable, Sheet: w.Documents, Widths: []float64{8, 2, 2, 2},
		Head: [][]table.Cell{table.Heads(w.Act, w.Occurrences, w.Provisions, w.Shown)}}
	total := a.res.Total
	for _, y := range a.res.Tallies {
		t.Rows = append(t.Rows, []table.Cell{table.Text(w.actName(a.entries[y.Document])), table.Int(y.Occurrences), table.Int(y.Units), table.Int(shown[y.Document])})
	}
	t.Rows = append(t.Rows, []table.Cell{table.Bold(w.Total), table.Int(total.Occurrences), table.Int(total.Units), table.Int(len(a.res.Hits))})
	out := []table.Block{t}
	for _, f := range a.facets {
		if f.Key == "document" {
			continue // the table above
		}
		name := words.Capital(w.key(f.Key))
		t := &table.Table{Caption: fill(w.By, w.key(f.Key)), Sheet: name, Widths: []float64{6, 2, 2, 2},
			Head: [][]table.Cell{table.Heads(name, w.Occurrences, w.Provisions, w.Documents)}}
		for _, v := range f.Values {
			t.Rows = append(t.Rows, []table.Cell{table.Text(a.facetName(w, f.Key, v.Value)), table.Int(v.Occurrences), table.Int(v.Units), table.Int(v.Documents)})
		}
		out = append(out, t)
	}
	return out
}
