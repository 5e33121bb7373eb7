package main

import (
	"slices"
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus/store"
	"svod/corpus/words"
	"svod/index"
)

// number is a count in a cell.
func (t *batchTables) number(n int) table.Cell {
	if n == 0 && t.dash {
		return table.None()
	}
	return table.Int(n)
}

// numbered is the number of a query, the list's own if it has some.
func (t *batchTables) numbered(i int) table.Cell {
	id := t.answered[i].id
	if id == "" {
		return table.Int(i + 1)
	}
	if n, err := strconv.Atoi(id); err == nil && strconv.Itoa(n) == id {
		return table.Int(n)
	}
	return table.Text(id)
}

// A column is one of the columns between which a query's numbers are spread.
type column struct {
	head string
	id   string // of the document, if it is one
}

// documentColumns gives each document a column; in tells a document's column.
func (t *batchTables) documentColumns() (columns []column, in func(store.Entry) int) {
	for i, en := range t.chosen {
		head := strconv.Itoa(i + 1)
		if !t.dash {
			head += ". " + t.s.shortName(en)
		}
		columns = append(columns, column{head, en.ID})
	}
	return columns, func(en store.Entry) int { return t.place[en.ID] - 1 }
}

// summary counts provisions by query and document. With more documents than
// most it counts only in all.
func (t *batchTables) summary(most int) *table.Table {
	columns, in := t.documentColumns()
	if len(columns) > most {
		columns, in = nil, nil
	}
	out := t.matrix(columns, in, func(y index.Tally) int { return y.Units })
	out.Caption, out.Sheet = t.w.SummaryCaption, t.w.Summary
	if len(columns) > 0 && t.dash {
		out.Notes = append(out.Notes, t.w.Columns)
	}
	if len(columns) > 0 {
		out.Notes = append(out.Notes, t.w.Zero)
	}
	out.Notes = append(out.Notes, t.w.NormsNote, t.w.TotalNote)
	return out
}

func (t *batchTables) occurrences() *table.Table {
	columns, in := t.documentColumns()
	out := t.matrix(columns, in, func(y index.Tally) int { return y.Occurrences })
	out.Caption, out.Sheet = t.w.OccurrencesCaption, t.w.Occurrences
	return out
}

// spread counts provisions by query and the values of what else was asked for.
func (t *batchTables) spread() []table.Block {
	var out []table.Block
	for _, key := range t.facets {
		if key == "document" {
			continue // the summary
		}
		var values []string
		for _, en := range t.chosen {
			if v := facetOf(en, key); !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
		slices.Sort(values)
		var columns []column
		for _, v := range values {
			columns = append(columns, column{head: (&answer{entries: t.entries}).facetName(t.s, key, v)})
		}
		in := func(en store.Entry) int { return slices.Index(values, facetOf(en, key)) }
		m := t.matrix(columns, in, func(y index.Tally) int { return y.Units })
		m.Caption, m.Sheet = fill(t.w.By, t.s.key(key)), words.Capital(t.s.key(key))
		out = append(out, m)
	}
	return out
}

// matrix has a row for each query and the numbers of each column, then those
// of all documents. in tells the column of a document.
func (t *batchTables) matrix(columns []column, in func(store.Entry) int, count func(index.Tally) int) *table.Table {
	out := &table.Table{Landscape: true, Fixed: 2, Widths: []float64{1, 6}}
	head := []table.Cell{table.Bold(t.w.Number), table.Bold(t.w.Query)}
	if t.grouped {
		head = slices.Insert(head, 1, table.Bold(t.w.Group))
		out.Widths, out.Fixed = []float64{1, 3, 6}, 3
	}
	for _, h := range []string{t.w.Units, t.w.Norms, t.w.Mentions, t.w.Found, t.w.Remark} {
		head = append(head, table.Bold(h))
		out.Widths = append(out.Widths, 2.4)
	}
	out.Widths[len(out.Widths)-1] = 4
	for _, c := range columns {
		h := table.Bold(c.head)
		if c.id != "" && t.dash { // a spreadsheet does not wrap what is linked
			h.Link = "#" + documentAnchor(c.id)
		}
		head = append(head, h)
		out.Widths = append(out.Widths, 1.5)
	}
	out.Head = [][]table.Cell{head}
	sums := make([]int, len(columns))
	var units, norms, mentions int
	for i := range t.answered {
		x := &t.answered[i]
		number := t.numbered(i)
		number.Link = "#" + queryAnchor(i)
		row := []table.Cell{number, table.Text(x.label())}
		if t.grouped {
			row = slices.Insert(row, 1, table.Text(x.group))
		}
		row = append(append(row, t.totals(x)...), table.Text(t.remark(i, false)))
		if x.a != nil {
			n := x.a.res.Total
			units, norms, mentions = units+n.Units, norms+n.Norms, mentions+n.Occurrences
		}
		counts, asked := make([]int, len(columns)), make([]bool, len(columns))
		for _, en := range t.chosen {
			if in != nil && x.in[en.ID] {
				k := in(en)
				asked[k] = true
				counts[k] += count(x.tally[en.ID])
			}
		}
		for k, c := range columns {
			sums[k] += counts[k]
			switch cell := t.number(counts[k]); {
			case x.a == nil:
				row = append(row, table.Missing())
			case !asked[k]:
				row = append(row, table.Text(t.w.NotAsked))
			default:
				if counts[k] > 0 && c.id != "" {
					cell.Link = "#" + t.cellAnchor(i, c.id)
				}
				row = append(row, cell)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	last := []table.Cell{{}, table.Bold(t.w.Total)}
	if t.grouped {
		last = slices.Insert(last, 1, table.Cell{})
	}
	last = append(last, t.number(units), t.number(norms), t.number(mentions), table.Cell{}, table.Cell{})
	for _, n := range sums {
		last = append(last, t.number(n))
	}
	out.Rows = append(out.Rows, last)
	return out
}

// totals are a query's numbers over all documents.
func (t *batchTables) totals(x *answered) []table.Cell {
	if x.a == nil {
		return []table.Cell{table.Missing(), table.Missing(), table.Missing(), table.Missing()}
	}
	n := x.a.res.Total
	return []table.Cell{t.number(n.Units), t.number(n.Norms), t.number(n.Occurrences), t.number(n.Documents)}
}

// remark is what one must know of a query's numbers; whole also says at length
// why there is nothing.
func (t *batchTables) remark(i int, whole bool) string {
	x := &t.answered[i]
	var out []string
	if x.a == nil {
		out = append(out, x.fault)
	} else {
		r := x.a.res
		if r.Relaxed {
			out = append(out, t.w.Relaxed)
		}
		if r.Total.More {
			out = append(out, t.w.AtLeast)
		}
		if n := r.Total.BySynonym; n > 0 {
			out = append(out, strings.TrimRight(fillInts(t.s.OnlySynonyms, n), "."))
		}
		if r.Total.Units == 0 {
			nothing := t.w.Nothing
			if why := strings.Join(x.why, " "); why != "" && whole {
				nothing += ": " + strings.TrimRight(why, ".")
			} else if why != "" {
				nothing += ": " + strings.TrimRight(x.why[0], ".")
			}
			out = append(out, nothing)
		}
		if left := x.a.leftOut(); left > 0 && !t.brief {
			out = append(out, fillInts(t.w.Cut, len(r.Hits), len(r.Hits)+left))
		}
	}
	for k := range i {
		if t.answered[k].query == x.query {
			out = append(out, fillInts(t.w.Repeats, k+1))
			break
		}
	}
	return strings.Join(out, "; ")
}

func queryAnchor(i int) string        { return "query " + strconv.Itoa(i+1) }
func documentAnchor(id string) string { return "document " + id }

// cellAnchor is where the provisions of a query in a document stand; of those
// that are shown by a newer edition, where the query's do.
func (t *batchTables) cellAnchor(i int, id string) string {
	if !t.answered[i].shown[id] {
		return queryAnchor(i)
	}
	return queryAnchor(i) + " " + id
}
