package amend

import (
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// Report is the table of a draft's operations, grouped by act, and what was not
// understood. lang is that of its headings, the draft's own if empty.
func (d *Draft) Report(lang string) *table.Report {
	if lang == "" {
		lang = d.Document.Meta.Language
	}
	p := phrasesFor(lang)
	r := &table.Report{Title: p.Untitled, Language: p.Language, Data: d.Data(p.Language)}
	if t := d.Document.Meta.Title; t != "" {
		r.Title = put(p.Title, "title", "«"+t+"»")
	}
	if src := d.Document.Source; src != nil {
		r.Made = []table.Fact{{Name: src.Name, Value: "sha256:" + src.SHA256}}
	}
	if len(d.Operations)+len(d.Unread) == 0 {
		r.Blocks = []table.Block{table.Para(p.Nothing)}
		return r
	}
	r.Blocks = append(r.Blocks, table.Para(put(p.Summary, "acts", strconv.Itoa(len(d.Acts)), "operations", strconv.Itoa(len(d.Operations)), "unread", strconv.Itoa(len(d.Unread)))))
	if len(d.Operations) > 0 {
		r.Blocks = append(r.Blocks, d.operations(p))
	}
	r.Blocks = append(r.Blocks, table.Heading(2, p.Unread))
	if len(d.Unread) == 0 {
		r.Blocks = append(r.Blocks, table.Para(p.UnreadNone))
	} else {
		r.Blocks = append(r.Blocks, d.unread(p))
	}
	return r
}

func (d *Draft) operations(p *phrases) *table.Table {
	t := &table.Table{Caption: p.Caption, Landscape: true, FontSize: 9, Head: [][]table.Cell{table.Heads(p.Number, p.Place, p.Where, p.Deed, p.Old, p.New, p.Effect)},
		Widths: []float64{4, 13, 17, 14, 16, 26, 10}}
	last := -2
	for i := range d.Operations {
		op := &d.Operations[i]
		if op.Act != last {
			last = op.Act
			name := p.NoAct
			if op.Act >= 0 && op.Act < len(d.Acts) {
				name = d.Acts[op.Act].Name
			}
			t.Rows = append(t.Rows, []table.Cell{table.Group(name)})
		}
		t.Rows = append(t.Rows, []table.Cell{table.Int(i + 1), table.Text(d.Document.Citation(op.Place, p.Language)), table.Text(op.touches(p)),
			table.Text(op.deed(p)), table.Text(op.Old), table.Text(d.news(op, p)), table.Text(op.Effect.words(p))})
	}
	return t
}

// touches names what an operation is on.
func (op *Operation) touches(p *phrases) string {
	var names []string
	for _, w := range op.Where {
		names = append(names, w.Name(p.Language))
	}
	if len(names) == 0 {
		return p.ActItself
	}
	return strings.Join(names, ";\n")
}

// Name cites what is meant in a language, as one prints it: «пункт 2 статьи 5».
func (w Where) Name(lang string) string {
	p := phrasesFor(lang)
	var names []string
	for _, l := range w.Levels {
		if l.Noun != "" {
			name := strings.TrimSpace(l.Noun + " " + strings.Join(l.Nums, ", "))
			if l.Title != "" && l.Title != l.Noun {
				name += " «" + l.Title + "»"
			}
			names = append(names, name)
		} else if len(l.Nums) == 0 && l.Title != "" && l.Kind <= corpus.KindParagraph && l.Kind != corpus.KindAppendix {
			names = append(names, "«"+l.Title+"»") // «раздел «Общие положения»»
		}
	}
	if c := w.Reference().Citation(p.Language); c != "" {
		names = append([]string{c}, names...)
	}
	of := strings.Join(names, ", ")
	if of == "" {
		of = p.ActItself
	}
	switch w.Part {
	case PartHeading:
		return put(p.PartHeading, "of", of)
	case PartNote:
		return put(p.PartNote, "of", of)
	case PartSentence:
		if w.Sentence < 1 {
			return put(p.PartLast, "of", of)
		}
		return put(p.PartSentence, "n", strconv.Itoa(w.Sentence), "of", of)
	}
	return of
}

// deed says what is done.
func (op *Operation) deed(p *phrases) string {
	s := p.Kinds[op.Kind]
	if o := p.Objects[op.Object]; o != "" {
		s = put(p.DeedObject, "kind", s, "object", o)
	}
	var more []string
	if side := p.Sides[op.Side]; side != "" {
		more = append(more, side)
	}
	if op.Everywhere {
		more = append(more, p.Everywhere)
	}
	if op.Cases {
		more = append(more, p.Cases)
	}
	if len(op.Nums) > 0 {
		more = append(more, put(p.Numbers, "nums", strings.Join(op.Nums, ", ")))
	}
	if op.Until != "" {
		more = append(more, put(p.Until, "date", printDate(op.Until)))
	}
	if len(more) > 0 {
		s += " (" + strings.Join(more, "; ") + ")"
	}
	for _, d := range op.Doubts {
		s += "\n" + p.Doubts[d]
	}
	return s
}

// news is the new text, or where it stands.
func (d *Draft) news(op *Operation, p *phrases) string {
	if op.Appendix != "" {
		return put(p.FromAppendix, "place", d.Document.Citation(op.Appendix, p.Language))
	}
	return op.New
}

func (e Effect) words(p *phrases) string {
	n := strconv.Itoa(e.Days)
	switch {
	case e.Date != "":
		return put(p.OnDate, "date", printDate(e.Date))
	case !e.Published:
		return p.NoEffect
	case e.Months > 0:
		return put(p.Months, "n", strconv.Itoa(e.Months))
	case e.Days == 0:
		return p.Published
	case e.Working:
		return put(p.Working, "n", n)
	}
	return put(p.Days, "n", n)
}

// printDate turns 2021-01-03 into 03.01.2021.
func printDate(iso string) string {
	if len(iso) != len("2021-01-03") {
		return iso
	}
	return iso[8:] + "." + iso[5:7] + "." + iso[:4]
}

func (d *Draft) unread(p *phrases) *table.Table {
	t := &table.Table{Caption: p.Unread, Landscape: true, FontSize: 9, Head: [][]table.Cell{table.Heads(p.Number, p.Place, p.Line, p.Text, p.Why)}, Widths: []float64{4, 16, 6, 50, 24}}
	for i, u := range d.Unread {
		t.Rows = append(t.Rows, []table.Cell{table.Int(i + 1), table.Text(d.Document.Citation(u.Place, p.Language)), table.Int(u.Lines.Lo + 1), table.Text(u.Text), table.Text(p.Whys[u.Why])})
	}
	return t
}

// page is the page of a line of the draft, 0 where there are none.
func (d *Draft) page(line int) int {
	if src := d.Document.Source; src != nil && line < len(src.Lines) {
		return src.Lines[line].Page
	}
	return 0
}

// Data is the draft in the form on which other programs rely; citations and
// names are in the language.
func (d *Draft) Data(lang string) Data {
	out := Data{Document: documentJSON{ID: d.Document.ID, Title: d.Document.Meta.Title, Language: d.Document.Meta.Language},
		Acts: []actJSON{}, Operations: []operationJSON{}, Unread: []unreadJSON{}}
	for _, a := range d.Acts {
		out.Acts = append(out.Acts, actJSON{a.Name, a.Type, a.Title, a.Number, a.Date, a.Body})
	}
	for i := range d.Operations {
		op := &d.Operations[i]
		o := operationJSON{N: i + 1, Address: op.Place, Citation: d.Document.Citation(op.Place, lang), Text: op.Text, Act: op.Act, Kind: op.Kind, Object: op.Object,
			Where: []whereJSON{}, Side: op.Side, Old: op.Old, New: op.New, Units: []unitJSON{}, Nums: append([]string{}, op.Nums...), Everywhere: op.Everywhere, Cases: op.Cases,
			Appendix: op.Appendix, Until: op.Until, Page: d.page(op.Lines.Lo), Line: op.Lines.Lo + 1, Doubts: append([]Doubt{}, op.Doubts...)}
		o.Effect = effectJSON{op.Effect.Date, op.Effect.Days, op.Effect.Months, op.Effect.Working, op.Effect.Published, op.Effect.Text}
		for _, w := range op.Where {
			o.Where = append(o.Where, whereJSON{Path: w.Path(), Part: w.Part, Sentence: w.Sentence, Name: w.Name(lang), Text: w.Text})
		}
		tree := &corpus.Document{Root: &corpus.Unit{Kind: corpus.KindDocument, Units: op.Units}}
		for a, u := range tree.All() {
			o.Units = append(o.Units, unitJSON{a, u.Kind, u.Num, u.Title, u.Text})
		}
		out.Operations = append(out.Operations, o)
	}
	for _, u := range d.Unread {
		out.Unread = append(out.Unread, unreadJSON{u.Place, d.Document.Citation(u.Place, lang), d.page(u.Lines.Lo), u.Lines.Lo + 1, u.Text, u.Why})
	}
	return out
}

// Data is what a draft orders, as JSON has it.
type Data struct {
	Document   documentJSON    `json:"document"`
	Acts       []actJSON       `json:"acts"`
	Operations []operationJSON `json:"operations"`
	Unread     []unreadJSON    `json:"unread"`
}

type (
	documentJSON struct {
		ID       string `json:"id"`
		Title    string `json:"title"`
		Language string `json:"language"`
	}
	actJSON struct {
		Name   string `json:"name"`
		Type   string `json:"type"`
		Title  string `json:"title"`
		Number string `json:"number"`
		Date   string `json:"date"`
		Body   string `json:"body"`
	}
	operationJSON struct {
		N          int            `json:"n"`
		Address    corpus.Address `json:"address"`
		Citation   string         `json:"citation"`
		Text       string         `json:"text"`
		Act        int            `json:"act"` // place in acts, from 0
		Kind       Kind           `json:"kind"`
		Object     Object         `json:"object"`
		Where      []whereJSON    `json:"where"`
		Side       Side           `json:"side"`
		Old        string         `json:"old"`
		New        string         `json:"new"`
		Units      []unitJSON     `json:"units"`
		Nums       []string       `json:"nums"`
		Everywhere bool           `json:"everywhere"`
		Cases      bool           `json:"cases"`
		Appendix   corpus.Address `json:"appendix,omitempty"`
		Until      string         `json:"until,omitempty"`
		Effect     effectJSON     `json:"effect"`
		Page       int            `json:"page"`
		Line       int            `json:"line"`
		Doubts     []Doubt        `json:"doubts"`
	}
	whereJSON struct {
		Path     string `json:"path"`
		Part     Part   `json:"part"`
		Sentence int    `json:"sentence,omitempty"`
		Name     string `json:"name"`
		Text     string `json:"text"`
	}
	unitJSON struct {
		Address corpus.Address `json:"address"`
		Kind    corpus.Kind    `json:"kind"`
		Num     string         `json:"num"`
		Title   string         `json:"title"`
		Text    string         `json:"text"`
	}
	effectJSON struct {
		Date      string `json:"date"`
		Days      int    `json:"days"`
		Months    int    `json:"months,omitempty"`
		Working   bool   `json:"working"`
		Published bool   `json:"published"`
		Text      string `json:"text"`
	}
	unreadJSON struct {
		Address  corpus.Address `json:"address"`
		Citation string         `json:"citation"`
		Page     int            `json:"page"`
		Line     int            `json:"line"`
		Text     string         `json:"text"`
		Why      Why            `json:"why"`
	}
)
