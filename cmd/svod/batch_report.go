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
	if len(x.why) > 0 {
		out = append(out, table.Para(strings.Join(x.why, " ")))
	}
	x.a.under, x.a.level = queryAnchor(i)+" ", 1
	return append(out, x.a.provisions(t.s)...)
}
