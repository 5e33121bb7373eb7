package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/content"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/store"
	"svod/corpus/words"
)

// A similarJSON is `similar --format json`: what was found to be like the
// provision asked for, then, with --parts, like each part of it.
type similarJSON struct {
	Asked askedJSON        `json:"asked"`
	Min   float64          `json:"min"`
	Total similarTotalJSON `json:"total"`
	Hits  []similarHitJSON `json:"hits"`
	Parts []similarJSON    `json:"parts,omitempty"`
}

type askedJSON struct {
	Document string           `json:"document"`
	Title    string           `json:"title"`
	Edition  string           `json:"edition"`
	Address  []corpus.Address `json:"addresses"`
	Citation string           `json:"citation"`
	Text     string           `json:"text"`
}

type similarTotalJSON struct {
	Units     int  `json:"units"`
	Documents int  `json:"documents"`
	Norms     int  `json:"norms"`
	More      bool `json:"more"`
}

// A similarHitJSON is a provision. Share is how much of the provision asked for
// it has, back how much of it that one has; edits make its text of that one's.
type similarHitJSON struct {
	Document    string               `json:"document"`
	Title       string               `json:"title"`
	Address     corpus.Address       `json:"address"`
	Citation    string               `json:"citation"`
	Score       float64              `json:"score"`
	Share       float64              `json:"share"`
	Back        float64              `json:"back"`
	Exact       bool                 `json:"exact"`
	Part        bool                 `json:"part"`
	Itself      bool                 `json:"itself"`
	Differences []content.Difference `json:"differences"`
	Text        string               `json:"text"`
	Edits       []compare.Edit       `json:"edits"`
	Path        []string             `json:"path"`
	Edition     string               `json:"edition"`
	Language    string               `json:"language"`
	Number      string               `json:"number"`
	Date        string               `json:"date"`
	Label       string               `json:"label"`
	Lead        []string             `json:"lead"`
	Editions    []otherJSON          `json:"editions"`
	Twins       []twinJSON           `json:"twins"`
}

// A twinJSON is another place with a hit's very words.
type twinJSON struct {
	Document string         `json:"document"`
	Address  corpus.Address `json:"address"`
}

func (r *resemblance) data() similarJSON {
	t := r.res.Total
	j := similarJSON{Asked: askedJSON{Text: r.text, Address: r.asked.addresses}, Min: r.least,
		Total: similarTotalJSON{t.Units, t.Documents, t.Norms, t.More}, Hits: []similarHitJSON{}}
	if d := r.asked.doc; d != nil {
		j.Asked.Document, j.Asked.Title, j.Asked.Edition = d.ID, d.Meta.Title, d.Meta.Edition
		j.Asked.Citation = d.Citation(r.asked.addresses[0], d.Meta.Language)
	} else {
		j.Asked.Address = []corpus.Address{}
	}
	for _, h := range r.hits {
		x := similarHitJSON{Document: h.Document, Title: h.Title, Address: h.Address, Citation: h.Citation, Score: h.Score,
			Share: h.copy.Share, Back: h.copy.Back, Exact: h.copy.Exact, Part: h.copy.Part, Itself: h.Itself, Differences: h.differences,
			Text: h.Text, Edits: h.edits, Path: h.Path, Edition: h.Edition, Language: h.Language, Number: h.Number, Date: h.Date,
			Label: h.Label, Lead: h.Lead, Editions: []otherJSON{}, Twins: []twinJSON{}}
		if x.Differences == nil {
			x.Differences = []content.Difference{}
		}
		if x.Path == nil {
			x.Path = []string{}
		}
		if x.Lead == nil {
			x.Lead = []string{}
		}
		for _, o := range h.Others {
			x.Editions = append(x.Editions, otherJSON{o.Document, o.Edition, o.Language, o.Newer, o.Address, o.Same})
		}
		for _, t := range h.Twins {
			x.Twins = append(x.Twins, twinJSON{t.Document, t.Address})
		}
		j.Hits = append(j.Hits, x)
	}
	return j
}

// similarReport is a table per provision asked for, the nearest first.
func (e *env) similarReport(c *cli.Context, answers []*resemblance, format string) *table.Report {
	lang := c.String("table-lang")
	if lang == "" {
		lang = answers[0].language()
	}
	w := similarWordsOf(lang)
	data := answers[0].data()
	for _, r := range answers[1:] {
		data.Parts = append(data.Parts, r.data())
	}
	r := &table.Report{Title: w.Title, Language: w.lang, Data: data, Made: made(w, answers)}
	alone := format == "csv" || format == "csv-plain"
	for i, a := range answers {
		if !alone {
			r.Blocks = append(r.Blocks, table.Heading(1+min(i, 1), w.name(a)))
			for _, l := range a.lead {
				r.Blocks = append(r.Blocks, &table.Paragraph{Runs: []table.Run{{Text: l, Mark: table.MarkMuted}}})
			}
			for _, l := range strings.Split(shorten(spaced(a.label(), a.text), reportQuote), "\n") {
				r.Blocks = append(r.Blocks, table.Para(l))
			}
			if len(a.hits) == 0 {
				r.Blocks = append(r.Blocks, table.Para(w.None))
				continue
			}
			r.Blocks = append(r.Blocks, table.Para(w.said(a)))
		}
		if len(a.hits) > 0 {
			r.Blocks = append(r.Blocks, w.table(a, alone || format == "xlsx"))
		}
	}
	if !alone {
		r.Blocks = append(r.Blocks, &table.Paragraph{Runs: []table.Run{{Text: w.Scale, Mark: table.MarkItalic}}})
	}
	return r
}

// reportQuote is how many characters of the provision asked for are printed.
const reportQuote = 3000

func (w *similarWords) said(r *resemblance) string {
	s := w.totals(r)
	if left := r.res.Total.Norms - len(r.hits); left > 0 {
		s += " " + fillInts(w.Left, left)
	}
	return s
}

// table is a row per hit. For calculation the likeness is a number by itself.
func (w *similarWords) table(r *resemblance, numbers bool) *table.Table {
	t := &table.Table{Caption: w.Title, Sheet: w.Provision, Landscape: true, FontSize: 9, Widths: []float64{4, 8, 20, 14, 40}, Notes: []string{w.Legend},
		Head: [][]table.Cell{table.Heads(w.Number, w.Score, w.Provision, w.Changed, w.Text)}}
	others := slices.ContainsFunc(r.hits, func(h likeness) bool { return w.editions(r, h, printDate) != "" })
	if others {
		t.Head[0], t.Widths = append(t.Head[0], table.Bold(w.Other)), append(t.Widths, 14)
	}
	for i, h := range r.hits {
		score, changed := table.Text(w.score(h)), w.differences(h)
		if numbers {
			score = table.Decimal(h.Score)
			changed = strings.Trim(strings.Join(w.remarks(h), ", ")+"; "+changed, "; ")
		}
		where := []table.Run{{Text: words.Capital(h.Citation) + "\n", Mark: table.MarkBold}, {Text: w.actName(r.entries[h.Document])}}
		if len(h.Path) > 0 {
			where = append(where, table.Run{Text: "\n" + oneLine(strings.Join(h.Path, " › ")), Mark: table.MarkMuted})
		}
		var text []table.Run
		for _, l := range h.Lead {
			text = append(text, table.Run{Text: l + "\n", Mark: table.MarkMuted})
		}
		if l := h.label(); l != "" {
			text = append(text, table.Run{Text: l + " "})
		}
		row := []table.Cell{table.Int(i + 1), score, {Runs: where}, table.None(), {Runs: append(text, w.text(h)...)}}
		if changed != "" {
			row[3] = table.Text(changed)
		}
		if others {
			row = append(row, table.Text(w.editions(r, h, printDate)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// made is the record of what the report was made from.
func made(w *similarWords, answers []*resemblance) []table.Fact {
	facts := []table.Fact{{Name: w.Score, Value: "≥ " + w.decimal(answers[0].least)}}
	seen := map[string]bool{}
	add := func(en store.Entry) {
		if en.ID != "" && !seen[en.ID] {
			seen[en.ID] = true
			facts = append(facts, table.Fact{Name: en.File, Value: "SHA-256 " + en.SHA256})
		}
	}
	for _, r := range answers {
		if r.asked.doc != nil {
			add(entryOf(r.asked.doc))
		}
		for _, h := range r.hits {
			add(r.entries[h.Document])
		}
	}
	return facts
}

// entryOf is a document as the corpus lists it.
func entryOf(d *corpus.Document) store.Entry {
	return store.Entry{ID: d.ID, File: d.Source.Name, SHA256: d.Source.SHA256, Meta: d.Meta}
}

// label is what is printed before a provision; that of an article stands in
// its citation.
func label(k corpus.Kind, label string) string {
	if k == corpus.KindArticle {
		return ""
	}
	return label
}

func (r *resemblance) label() string { return label(r.asked.unit.Kind, r.asked.unit.Label) }
func (h *likeness) label() string    { return label(h.Kind, h.Label) }

// language is that of the provision asked for, of a quoted text that of the
// first hit.
func (r *resemblance) language() string {
	lang := ""
	if len(r.hits) > 0 {
		lang = r.hits[0].Language
	}
	if r.asked.doc != nil {
		lang = cmp.Or(r.asked.doc.Meta.Language, lang)
	}
	return cmp.Or(lang, "ru")
}
