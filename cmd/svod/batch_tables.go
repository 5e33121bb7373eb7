package main

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/index"
)

// hits are those of a query as they stand in the table: by document, unless
// the user chose an order.
func (t *batchTables) hits(a *answer) []index.Hit {
	hs := slices.Clone(a.res.Hits)
	if !a.ordered {
		slices.SortStableFunc(hs, func(x, y index.Hit) int {
			return cmp.Or(cmp.Compare(t.place[x.Document], t.place[y.Document]), cmp.Compare(x.Order, y.Order))
		})
	}
	return hs
}

// provisions has a row for each provision of each query; whole, also one for
// each query that found none.
func (t *batchTables) provisions(whole bool) *table.Table {
	w := t.w
	out := &table.Table{Caption: t.s.Provisions, Sheet: t.s.Provisions, Landscape: true, Fixed: 2, Notes: []string{w.NormNote},
		Widths: []float64{1, 4, 4, 2, 4, 4, 12, 1.5, 1.5, 3, 2, 3}}
	head := []string{w.Number, w.Query, t.s.Act, w.Edition, t.s.Provision, t.s.Path, t.s.Text, w.Mentions, w.Norm, t.s.Address, t.s.Code, t.s.Other}
	if t.grouped {
		head = slices.Insert(head, 2, w.Group)
		out.Widths = slices.Insert(out.Widths, 2, 3)
	}
	out.Head = [][]table.Cell{table.Heads(head...)}
	put := func(x *answered, i int, cells ...table.Cell) {
		row := []table.Cell{t.numbered(i), table.Text(x.label())}
		if t.grouped {
			row = append(row, table.Text(x.group))
		}
		out.Rows = append(out.Rows, append(row, cells...))
	}
	for i := range t.answered {
		x := &t.answered[i]
		if x.a == nil || len(x.a.res.Hits) == 0 {
			if whole {
				n := table.Missing()
				if x.a != nil {
					n = table.Int(0)
				}
				put(x, i, table.Cell{}, table.Cell{}, table.Cell{}, table.Cell{}, table.Text(t.remark(i, true)), n, table.Cell{}, table.Cell{}, table.Cell{}, table.Cell{})
			}
			continue
		}
		seen := map[string]bool{}
		for _, h := range t.hits(x.a) {
			en := t.entries[h.Document]
			cite := table.Text(h.Citation)
			if !seen[h.Document] {
				seen[h.Document] = true
				cite.Anchor = t.cellAnchor(i, h.Document)
			}
			put(x, i, table.Text(t.s.title(en)), table.Text(printDate(en.Meta.Edition)), cite, table.Text(oneLine(strings.Join(h.Path, " › "))),
				table.Cell{Runs: hitRuns(h)}, table.Int(h.Count), table.Int(h.Group+1), table.Text(string(h.Address)), table.Text(h.Document),
				table.Text(t.s.editionsLine(x.a.editions(h), printDate)))
		}
	}
	return out
}

// queries says how each query was understood.
func (t *batchTables) queries() *table.Table {
	w := t.w
	out := &table.Table{Caption: w.QueriesCaption, Sheet: w.Queries, Landscape: true, Widths: []float64{1, 4, 3, 6, 6, 2, 2, 2, 2, 5, 4},
		Head: [][]table.Cell{table.Heads(w.Number, w.Name, w.Group, w.Text, w.Understood, w.Units, w.Norms, w.Mentions, w.Found, w.Remark, w.Note)}}
	for i := range t.answered {
		x := &t.answered[i]
		understood := ""
		if x.a != nil {
			if understood = x.a.res.Understood; len(x.a.res.Synonyms) > 0 {
				understood += "\n" + t.s.Synonyms + ": " + synonymsOf(x.a.res.Synonyms)
			}
		}
		text := table.Text(x.query)
		text.Anchor = queryAnchor(i)
		row := append([]table.Cell{t.numbered(i), table.Text(x.name), table.Text(x.group), text, table.Text(understood)}, t.totals(x)...)
		out.Rows = append(out.Rows, append(row, table.Text(t.remark(i, true)), table.Text(x.note)))
	}
	return out
}

// documents are all that were asked, those without anything too.
func (t *batchTables) documents() *table.Table {
	w := t.w
	out := &table.Table{Caption: w.Documents, Sheet: w.Documents, Landscape: true, Widths: []float64{1, 8, 5, 2, 2, 2, 4},
		Head: [][]table.Cell{table.Heads(w.Number, t.s.Act, t.s.Requisites, w.Units, w.Mentions, w.Queries, w.File)}}
	for i, en := range t.chosen {
		units, occurrences, queries := 0, 0, 0
		for k := range t.answered {
			if y := t.answered[k].tally[en.ID]; y.Units > 0 {
				units, occurrences, queries = units+y.Units, occurrences+y.Occurrences, queries+1
			}
		}
		name := table.Text(t.s.actName(en))
		name.Anchor = documentAnchor(en.ID)
		out.Rows = append(out.Rows, []table.Cell{table.Int(i + 1), name, table.Text(t.s.requisites(en)), t.number(units), t.number(occurrences), t.number(queries), table.Text(en.File)})
	}
	return out
}
