package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/store"
	"svod/index"
)

// A batchTables makes the tables of a batch for one format.
type batchTables struct {
	*batch
	w       *batchWords
	s       *selectionWords
	dash    bool           // zeros are dashes; a spreadsheet counts with them
	grouped bool           // some query has a group
	place   map[string]int // of the documents asked, from 1
}

// batchReport is the workbook of a batch; for Word, a page or a reader, the
// summary with the provisions of each query under it.
func (e *env) batchReport(c *cli.Context, b *batch, format string) *table.Report {
	lang := c.String("table-lang")
	if lang == "" {
		lang = b.language()
	}
	t := &batchTables{batch: b, w: batchWordsOf(lang), s: selectionWordsOf(lang), place: map[string]int{},
		dash: !slices.Contains(sheets, format)}
	for i, en := range b.chosen {
		t.place[en.ID] = i + 1
	}
	for i := range b.answered {
		t.grouped = t.grouped || b.answered[i].group != ""
	}
	r := &table.Report{Title: fill(t.w.Title, b.file), Language: lang, Data: b.data(), Made: t.record()}
	switch {
	case format == "csv" || format == "csv-plain":
		r.Blocks = []table.Block{t.provisions(true)}
	case format == "xlsx":
		r.Bare = true
		r.Blocks = []table.Block{t.summary(len(b.chosen)), t.occurrences(), t.provisions(false), t.queries(), t.documents()}
		r.Blocks = append(r.Blocks, t.spread()...)
	case b.brief:
		r.Title, r.Made = "", nil
		r.Blocks = []table.Block{t.summary(0)}
	default:
		r.Blocks = t.preface()
		r.Blocks = append(r.Blocks, t.summary(widest), t.documents())
		r.Blocks = append(r.Blocks, t.spread()...)
		for i := range b.answered {
			r.Blocks = append(r.Blocks, t.section(i)...)
		}
	}
	return r
}

// sheets are the formats that are counted on with.
var sheets = []string{"xlsx", "csv", "csv-plain", "json"}

// widest is how many documents are columns of a table on paper.
const widest = 12

// language is that of all documents found.
func (b *batch) language() string {
	lang := ""
	for i := range b.answered {
		if a := b.answered[i].a; a != nil && len(a.res.Hits) > 0 {
			if l := a.language(); lang != "" && lang != l {
				return "ru"
			} else {
				lang = l
			}
		}
	}
	return cmp.Or(lang, "ru")
}

// data is the JSON form: what each query would have given by itself.
func (b *batch) data() map[string]any {
	queries := []map[string]any{}
	for i := range b.answered {
		x := &b.answered[i]
		one := map[string]any{"query": x.query}
		if x.a != nil {
			one = x.a.data()
			docs := []map[string]any{}
			for _, t := range x.a.res.Tallies {
				docs = append(docs, map[string]any{"document": t.Document, "occurrences": t.Occurrences, "units": t.Units})
			}
			one["documents"] = docs
		}
		one["id"], one["name"], one["group"], one["note"], one["error"] = x.id, x.name, x.group, x.note, x.fault
		queries = append(queries, one)
	}
	docs := []map[string]any{}
	for _, en := range b.chosen {
		docs = append(docs, map[string]any{"id": en.ID, "file": en.File, "title": en.Meta.Title, "edition": en.Meta.Edition, "language": en.Meta.Language})
	}
	return map[string]any{"queries": queries, "documents": docs, "corpus": b.corpusHash()}
}

// corpusHash is a hash of all that was searched.
func (b *batch) corpusHash() string {
	h := sha256.New()
	for _, en := range b.chosen {
		fmt.Fprintln(h, en.ID, en.Hash)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// record says what the tables were made from.
func (t *batchTables) record() []table.Fact {
	out := []table.Fact{{Name: t.w.Program, Value: "svod " + version}, {Name: t.w.List, Value: t.file + ", SHA-256 " + t.sha256},
		{Name: t.w.Corpus, Value: strconv.Itoa(len(t.chosen)) + ", SHA-256 " + t.corpusHash()}}
	options := slices.Clone(t.where)
	if t.sort != "" {
		options = append(options, "sort="+t.sort)
	}
	if t.limit > 0 {
		options = append(options, "limit="+strconv.Itoa(t.limit))
	}
	if t.context > 0 {
		options = append(options, "context="+strconv.Itoa(t.context))
	}
	if !t.fold {
		options = append(options, "editions")
	}
	for _, k := range t.facets {
		options = append(options, "by="+k)
	}
	if len(options) > 0 {
		out = append(out, table.Fact{Name: t.w.Options, Value: strings.Join(options, "; ")})
	}
	for _, en := range t.chosen {
		out = append(out, table.Fact{Name: en.File, Value: "SHA-256 " + en.SHA256})
	}
	return out
}

func (t *batchTables) preface() []table.Block {
	found, none := 0, 0
	for i := range t.answered {
		switch x := &t.answered[i]; {
		case x.a == nil:
		case x.a.res.Total.Units > 0:
			found++
		default:
			none++
		}
	}
	said := fillInts(t.w.Asked, len(t.answered), found, none)
	if n := len(t.answered) - found - none; n > 0 {
		said += " " + fillInts(t.w.Faulty, n)
	}
	out := []table.Block{table.Para(said)}
	if len(t.where) > 0 {
		out = append(out, fact(t.s.Filter, strings.Join(t.where, "; ")))
	}
	return append(out, table.Para(t.s.NotSearched))
}

// number is a count in a cell.
func (t *batchTables) number(n int) table.Cell {
	if n == 0 && t.dash {
		return table.None()
	}
	return table.Int(n)
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
		m.Caption, m.Sheet = fill(t.w.By, t.s.key(key)), capital(t.s.key(key))
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
	for _, c := range columns {
		h := table.Bold(c.head)
		if c.id != "" && t.dash { // a spreadsheet does not wrap what is linked
			h.Link = "#" + documentAnchor(c.id)
		}
		head = append(head, h)
		out.Widths = append(out.Widths, 1.5)
	}
	for _, h := range []string{t.w.Units, t.w.Norms, t.w.Mentions, t.w.Found, t.w.Remark} {
		head = append(head, table.Bold(h))
		out.Widths = append(out.Widths, 2.4)
	}
	out.Widths[len(out.Widths)-1] = 5
	out.Head = [][]table.Cell{head}
	sums := make([]int, len(columns)+3)
	for i := range t.answered {
		x := &t.answered[i]
		number := table.Text(cmp.Or(x.id, strconv.Itoa(i+1)))
		number.Link = "#" + queryAnchor(i)
		row := []table.Cell{number, table.Text(x.label())}
		if t.grouped {
			row = slices.Insert(row, 1, table.Text(x.group))
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
					cell.Link = "#" + cellAnchor(i, c.id)
				}
				row = append(row, cell)
			}
		}
		if x.a == nil {
			row = append(row, table.Missing(), table.Missing(), table.Missing(), table.Missing())
		} else {
			total := x.a.res.Total
			row = append(row, t.number(total.Units), t.number(total.Norms), t.number(total.Occurrences), t.number(total.Documents))
			for k, n := range []int{total.Units, total.Norms, total.Occurrences} {
				sums[len(columns)+k] += n
			}
		}
		out.Rows = append(out.Rows, append(row, table.Text(t.remark(i))))
	}
	last := []table.Cell{{}, table.Bold(t.w.Total)}
	if t.grouped {
		last = slices.Insert(last, 1, table.Cell{})
	}
	for _, n := range sums {
		last = append(last, t.number(n))
	}
	out.Rows = append(out.Rows, append(last, table.Cell{}, table.Cell{}))
	return out
}

// remark is what one must know of a query's numbers.
func (t *batchTables) remark(i int) string {
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
		if r.Total.Units == 0 {
			nothing := t.w.Nothing
			if x.why != "" {
				nothing += ": " + strings.TrimRight(x.why, ".")
			}
			out = append(out, nothing)
		}
		all := r.Total.Units
		if x.a.fold {
			all = r.Total.Norms
		}
		if len(r.Hits) < all && !t.brief {
			out = append(out, fillInts(t.w.Cut, len(r.Hits), all))
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

func queryAnchor(i int) string           { return "query " + strconv.Itoa(i+1) }
func cellAnchor(i int, id string) string { return queryAnchor(i) + " " + id }
func documentAnchor(id string) string    { return "document " + id }

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
	out.Head = [][]table.Cell{boldCells(head...)}
	put := func(x *answered, i int, cells ...table.Cell) {
		row := []table.Cell{table.Text(cmp.Or(x.id, strconv.Itoa(i+1))), table.Text(x.label())}
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
				put(x, i, table.Cell{}, table.Cell{}, table.Cell{}, table.Cell{}, table.Text(t.remark(i)), n, table.Cell{}, table.Cell{}, table.Cell{}, table.Cell{})
			}
			continue
		}
		seen := map[string]bool{}
		for _, h := range t.hits(x.a) {
			en := t.entries[h.Document]
			cite := table.Text(h.Citation)
			if !seen[h.Document] {
				seen[h.Document] = true
				cite.Anchor = cellAnchor(i, h.Document)
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
		Head: [][]table.Cell{boldCells(w.Number, w.Name, w.Group, w.Text, w.Understood, w.Units, w.Norms, w.Mentions, w.Found, w.Remark, w.Note)}}
	for i := range t.answered {
		x := &t.answered[i]
		numbers := []table.Cell{table.Missing(), table.Missing(), table.Missing(), table.Missing()}
		understood := ""
		if x.a != nil {
			n := x.a.res.Total
			understood = x.a.res.Understood
			numbers = []table.Cell{t.number(n.Units), t.number(n.Norms), t.number(n.Occurrences), t.number(n.Documents)}
		}
		text := table.Text(x.query)
		text.Anchor = queryAnchor(i)
		row := append([]table.Cell{table.Text(cmp.Or(x.id, strconv.Itoa(i+1))), table.Text(x.name), table.Text(x.group), text, table.Text(understood)}, numbers...)
		out.Rows = append(out.Rows, append(row, table.Text(t.remark(i)), table.Text(x.note)))
	}
	return out
}

// documents are all that were asked, those without anything too.
func (t *batchTables) documents() *table.Table {
	w := t.w
	out := &table.Table{Caption: w.Documents, Sheet: w.Documents, Landscape: true, Widths: []float64{1, 8, 5, 2, 2, 2, 4},
		Head: [][]table.Cell{boldCells(w.Number, t.s.Act, t.s.Requisites, w.Units, w.Mentions, w.Queries, w.File)}}
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

// section is a query with its provisions.
func (t *batchTables) section(i int) []table.Block {
	x := &t.answered[i]
	head := strconv.Itoa(i+1) + ". " + x.label()
	out := []table.Block{&table.Paragraph{Level: 1, Runs: []table.Run{{Text: head}}, Anchor: queryAnchor(i)}}
	if x.note != "" {
		out = append(out, table.Para(x.note))
	}
	if x.a == nil {
		return append(out, fact(t.s.Query, x.query), fact(t.w.Remark, x.fault))
	}
	out = append(out, x.a.preface(t.s)...)
	out = out[:len(out)-1] // what was not searched is said once
	x.a.under, x.a.level = queryAnchor(i)+" ", 1
	return append(out, x.a.provisions(t.s)...)
}
