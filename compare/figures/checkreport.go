package figures

import (
	"fmt"
	"strings"

	"svod/compare"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/words"
)

// JSON is the stable form of the findings of one document.
type JSON struct {
	Tables   int           `json:"tables"` // with sums and shares that were checked
	Holds    int           `json:"holds"`  // sums and shares that hold
	Rounded  int           `json:"rounded"`
	Findings []FindingJSON `json:"findings"`
	Right    []SumJSON     `json:"right"` // what holds
}

// SumJSON is a sum or another comparison that holds.
type SumJSON struct {
	Code    string         `json:"code"`
	Address corpus.Address `json:"address"`
	Line    int            `json:"line"`
	Page    int            `json:"page"`
	Label   string         `json:"label"`
	Stated  float64        `json:"stated"`
	Parts   []FigureJSON   `json:"parts"`
	Rounded bool           `json:"rounded"`
}

// FindingJSON is one finding.
type FindingJSON struct {
	Code       string         `json:"code"`
	Address    corpus.Address `json:"address"`
	Line       int            `json:"line"`
	Page       int            `json:"page"`
	Label      string         `json:"label"`
	Stated     float64        `json:"stated"`
	Computed   float64        `json:"computed"`
	Difference float64        `json:"difference"`
	Parts      []FigureJSON   `json:"parts"`
	Odd        *int           `json:"odd,omitempty"` // the part without which the sum holds
	Check      bool           `json:"check"`
	Message    string         `json:"message"`
}

// FigureJSON is a number in its place.
type FigureJSON struct {
	Label   string         `json:"label"`
	Value   float64        `json:"value"`
	Address corpus.Address `json:"address"`
	Line    int            `json:"line"`
}

// Of returns the findings of one document, with messages in a language: ru, kk, en.
func (c *Checked) Of(d *corpus.Document, lang string) JSON {
	p := phrasesOf(lang)
	j := JSON{Findings: []FindingJSON{}, Right: []SumJSON{}}
	for i, o := range c.Documents {
		if o == d {
			j.Tables = c.Tables[i]
		}
	}
	for _, s := range c.Holds {
		if s.Document == d {
			j.Holds++
			j.Rounded += b2i(s.Rounded && s.Code != FindingShare)
			j.Right = append(j.Right, SumJSON{string(s.Code), s.Whole.Address, s.Whole.Line, s.Whole.Page, labelOf(s.Code, s.Caption, s.Whole),
				s.Whole.Value, figuresJSON(s.Parts), s.Rounded})
		}
	}
	for _, f := range c.Findings {
		if f.Document != d {
			continue
		}
		x := FindingJSON{Code: string(f.Code), Address: f.Whole.Address, Line: f.Whole.Line, Page: f.Whole.Page, Label: f.label(p), Stated: f.Whole.Value,
			Computed: f.Computed, Difference: f.Difference(), Check: f.Doubtful, Message: f.message(p, lang), Parts: figuresJSON(f.Parts)}
		if f.Odd >= 0 {
			x.Odd = &f.Odd
		}
		j.Findings = append(j.Findings, x)
	}
	return j
}

func figuresJSON(fs []Figure) []FigureJSON {
	out := []FigureJSON{}
	for _, f := range fs {
		out = append(out, FigureJSON{f.Label, f.Value, f.Address, f.Line})
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Report returns the findings and what holds as tables.
func (c *Checked) Report(lang string) *table.Report {
	if lang == "" {
		lang = "ru"
	}
	p := phrasesOf(lang)
	r := &table.Report{Title: p.CheckTitle, Language: lang}
	names := compare.Names(c.Documents)
	nameOf := map[*corpus.Document]string{}
	for i, d := range c.Documents {
		nameOf[d] = names[i]
	}
	if len(c.Findings) > 0 {
		t := &table.Table{Caption: p.Findings, Notes: []string{p.FindingsNote}, Landscape: true, FontSize: 10,
			Base:   with(p.Base, "n", fmt.Sprint(len(c.Documents))),
			Head:   [][]table.Cell{table.Heads(p.Number, p.Document, p.Place, p.Indicator, p.Stated, p.Computed, p.Diff, p.Remark)},
			Widths: []float64{0.5, 2.2, 2, 2.4, 1.1, 1.1, 1, 4}}
		for i := range c.Findings {
			f := &c.Findings[i]
			t.Rows = append(t.Rows, []table.Cell{table.Text(fmt.Sprint(i + 1)), table.Text(nameOf[f.Document]), table.Text(f.place(p)), table.Text(f.label(p)),
				f.number(f.Whole.Value, table.Explanation{What: f.label(p), Value: f.number(f.Whole.Value, nil), Items: []table.Evidence{evidenceOf(f.Document, f.Whole)}, Formula: f.decimal(f.Whole.Value)}), f.number(f.Computed, explained{f, p, lang}),
				{Runs: []table.Run{{Text: f.signed(lang)}}, Basis: explained{f, p, lang}}, table.Text(f.message(p, lang))})
		}
		r.Blocks = append(r.Blocks, t)
	} else {
		r.Blocks = append(r.Blocks, table.Para(words.Capital(p.NoFindings)+"."))
	}
	r.Blocks = append(r.Blocks, c.holds(p, names))
	for _, d := range c.Documents {
		r.Made = append(r.Made, made(p, d))
	}
	return r
}

// holds counts what adds up, by document.
func (c *Checked) holds(p *phrases, names []string) *table.Table {
	t := &table.Table{Caption: p.Holds, Base: with(p.Base, "n", fmt.Sprint(len(c.Documents))),
		Head: [][]table.Cell{table.Heads(p.Document, p.Tables, p.Sums, p.Rounded, p.Failed)}, Widths: []float64{4, 1.3, 1.2, 1.3, 1.2}}
	columns := []string{p.Tables, p.Sums, p.Rounded, p.Failed}
	var all [4][]table.Evidence
	row := func(name string, counted [4][]table.Evidence) []table.Cell {
		label := table.Text(name)
		label.Head = true
		cells := []table.Cell{label}
		for k, items := range counted {
			n := 0
			for _, it := range items {
				n += it.Count
			}
			cell := table.Int(n)
			if n == 0 {
				cell = table.None()
			}
			e := table.Explanation{What: name + ": " + columns[k], Value: cell, Items: items}
			if n == 0 {
				e.Tried, e.In = []string{columns[k]}, []string{name}
			}
			cell.Basis = e
			cells = append(cells, cell)
		}
		return cells
	}
	for i, d := range c.Documents {
		var n [4][]table.Evidence
		if c.Tables[i] > 0 {
			n[0] = []table.Evidence{{Document: names[i], Count: c.Tables[i]}}
		}
		once := func(k int, whole Figure) {
			e := evidenceOf(d, whole)
			e.Count = 1
			n[k] = append(n[k], e)
		}
		for _, s := range c.Holds {
			if s.Document != d {
				continue
			}
			once(1, s.Whole)
			if s.Rounded && s.Code != FindingShare {
				once(2, s.Whole)
			}
		}
		for j := range c.Findings {
			if c.Findings[j].Document == d {
				once(3, c.Findings[j].Whole)
			}
		}
		for k := range n {
			all[k] = append(all[k], n[k]...)
		}
		t.Rows = append(t.Rows, row(names[i], n))
	}
	if len(c.Documents) > 1 {
		t.Rows = append(t.Rows, row(p.AllDocuments, all))
	}
	return t
}

func made(p *phrases, d *corpus.Document) table.Fact {
	v := d.ID
	if d.Source != nil {
		v = d.Source.Name + ", SHA-256 " + d.Source.SHA256
	}
	return table.Fact{Name: p.MadeDocument, Value: v}
}

// place is where a finding stands: line 60, п.2/табл.1.
func (f *Finding) place(p *phrases) string {
	s := with(p.Line, "n", fmt.Sprint(f.Whole.Line))
	if f.Whole.Page > 0 {
		s = with(p.Page, "n", fmt.Sprint(f.Whole.Page)) + ", " + s
	}
	if f.Whole.Address != "" {
		s += "\n" + string(f.Whole.Address)
	}
	return s
}

// label names what does not agree: table, row, column.
func (f *Finding) label(p *phrases) string { return labelOf(f.Code, f.Caption, f.Whole) }

func labelOf(code FindingCode, caption string, whole Figure) string {
	var parts []string
	of, label := shorten(whole.Of), shorten(whole.Label)
	if code != FindingAcross && code != FindingDown {
		of = ""
	}
	if code == FindingDown {
		of, label = label, of
	}
	for _, s := range []string{shorten(strings.TrimRight(one(caption), " :")), strings.TrimRight(of, " :"), label} {
		if s != "" && !strings.HasSuffix(s, "…") {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return label
	}
	return strings.Join(parts, ": ")
}

// longest is how much of a label a remark repeats.
const longest = 120

func shorten(s string) string {
	rs := []rune(s)
	if len(rs) <= longest {
		return s
	}
	return strings.TrimRight(string(rs[:longest-1]), " ,;") + "…"
}

// number is a cell with one of both numbers.
func (f *Finding) number(v float64, b table.Basis) table.Cell {
	c := table.Cell{Value: v, Format: table.FormatInteger, Basis: b}
	switch {
	case f.Percent:
		c.Value, c.Format = v/100, table.FormatPercent
	case f.Places > 0:
		c = table.Cell{Runs: []table.Run{{Text: unsigned(v, f.Places, "ru")}}, Basis: b}
	}
	return c
}

// decimal is a number that isn't whole as a formula, as evidence is counted in
// whole numbers; "" for those.
func (f *Finding) decimal(v float64) string {
	if f.Places == 0 && !f.Percent {
		return ""
	}
	return number(v)
}

func (f *Finding) signed(lang string) string { return table.Signed(lang, f.Difference(), f.Places) }

// unsigned prints a number as texts of a language do.
func unsigned(v float64, places int, lang string) string {
	return strings.TrimPrefix(table.Signed(lang, v, places), "+")
}

// Message says what does not agree, in a language: ru, kk, en.
func (f *Finding) Message(lang string) string { return f.message(phrasesOf(lang), lang) }

func (f *Finding) message(p *phrases, lang string) string {
	values := func(phrase string, more ...string) string {
		return with(phrase, append(more, "sum", unsigned(f.Computed, f.Places, lang), "whole", unsigned(f.Whole.Value, f.Places, lang), "diff", f.signed(lang))...)
	}
	var s string
	switch f.Code {
	case FindingShare:
		s = values(p.Share, "count", f.Parts[0].Text, "base", f.Parts[1].Text)
	case FindingSame:
		s = values(p.Same)
	case FindingText:
		s = values(p.Text)
	default:
		s = f.sums(p, values)
	}
	if f.Doubtful {
		s += "; " + p.Check
	}
	return s
}

// sums says by how much a sum fails, and which part alone makes it fail.
func (f *Finding) sums(p *phrases, values func(string, ...string) string) string {
	s := values(p.Over)
	if f.Difference() < 0 {
		s = values(p.Under)
	}
	if f.Odd < 0 {
		return s
	}
	odd := f.Parts[f.Odd]
	phrase := p.WithoutRow
	switch across, same := f.Code == FindingAcross, odd.Value == f.Whole.Value; {
	case across && same:
		phrase = p.OddColumn
	case same:
		phrase = p.OddRow
	case across:
		phrase = p.WithoutColumn
	}
	return s + "; " + values(phrase, "label", shorten(odd.Label), "value", odd.Text, "of", shorten(f.Whole.Label))
}

// explained is the basis of a computed number.
type explained struct {
	f    *Finding
	p    *phrases
	lang string
}

func (x explained) Explain() table.Explanation {
	f := x.f
	e := table.Explanation{What: f.label(x.p) + ": ", Value: f.number(f.Computed, nil)}
	var terms []string
	for i, part := range f.Parts {
		e.Terms = append(e.Terms, table.Term{Name: part.Label, Value: f.term(part.Value),
			Basis: table.Explanation{What: part.Label, Value: f.term(part.Value), Items: []table.Evidence{f.evidence(i)}}})
		terms = append(terms, part.Text)
	}
	switch f.Code {
	case FindingShare:
		e.What += x.p.ShareOf
		e.Formula = "100 · " + strings.Join(terms, " / ")
	case FindingSame, FindingText:
		e.What += x.p.Twice
		e.Formula = strings.Join(terms, "")
	default:
		e.What += x.p.SumOf
		e.Formula = strings.Join(terms, " + ")
	}
	return e
}

func (f *Finding) term(v float64) table.Cell {
	return table.Cell{Runs: []table.Run{{Text: unsigned(v, decimals(v), "ru")}}}
}

func (f *Finding) evidence(i int) table.Evidence {
	e := evidenceOf(f.Document, f.Parts[i])
	if f.Quote != "" && f.Code == FindingShare {
		e.Text, e.Matches = f.Quote, f.Matches[i:i+1]
	}
	return e
}

// evidenceOf is a number in its place in a document.
func evidenceOf(d *corpus.Document, part Figure) table.Evidence {
	e := table.Evidence{Address: string(part.Address), Count: int(part.Value), Document: d.Meta.Title}
	if d.Source != nil {
		e.Document = d.Source.Name
	}
	label := part.Label
	if part.Of != "" {
		label = part.Of + " | " + label
	}
	e.Text = label + " | " + part.Text
	e.Matches = [][2]int{{len(e.Text) - len(part.Text), len(e.Text)}}
	return e
}
