package remarks

import (
	"strings"

	"svod/compare"
	"svod/compare/table"
	"svod/corpus"
)

// Data is a check as other programs read it.
type Data struct {
	Table     string             `json:"table"`
	Documents []compare.Document `json:"documents"`
	Rows      int                `json:"rows"`
	Findings  []Finding          `json:"findings"`
	Unchecked []Unchecked        `json:"unchecked"`
}

// Report tells the findings as a table.
func (c *Checked) Report(lang string) *table.Report {
	p := PhrasesFor(lang)
	data := &Data{Table: c.Table.Name, Documents: []compare.Document{}, Rows: c.Rows, Findings: c.Findings, Unchecked: c.Unchecked}
	if data.Findings == nil {
		data.Findings = []Finding{}
	}
	if data.Unchecked == nil {
		data.Unchecked = []Unchecked{}
	}
	r := &table.Report{Title: put(p.CheckTitle, "file", c.Table.Name), Language: lang, Data: data}
	for _, d := range c.documents() {
		data.Documents = append(data.Documents, compare.Named(d))
		r.Made = append(r.Made, made(d))
	}
	r.Blocks = append(r.Blocks, table.Para(put(p.Found, "rows", itoa(c.Rows), "findings", itoa(len(c.Findings)), "unchecked", itoa(len(c.Unchecked)))), table.Para(p.Scope))
	if len(c.Findings) == 0 {
		r.Blocks = append(r.Blocks, table.Para(p.Clean))
	} else {
		t := &table.Table{Head: [][]table.Cell{table.Heads(p.CheckHeads...)}, Widths: []float64{4, 14, 9, 14, 13, 24, 24}, Landscape: true, FontSize: 9}
		for i, f := range c.Findings {
			t.Rows = append(t.Rows, f.cells(i+1, p, lang))
		}
		r.Blocks = append(r.Blocks, t)
	}
	if len(c.Unchecked) > 0 {
		t := &table.Table{Head: [][]table.Cell{table.Heads(p.UncheckedHeads...)}, Widths: []float64{20, 40, 40}}
		for _, u := range c.Unchecked {
			t.Rows = append(t.Rows, []table.Cell{table.Text(place1(p, u.Row, u.Page, "")), table.Text(u.Element), table.Text(p.Why[u.Why])})
		}
		r.Blocks = append(r.Blocks, table.Heading(2, p.UncheckedTitle), t)
	}
	return r
}

func (c *Checked) documents() []*corpus.Document {
	out := append([]*corpus.Document(nil), c.Laws...)
	if c.Draft != nil && c.Draft.Document != nil {
		out = append(out, c.Draft.Document)
	}
	return out
}

func made(d *corpus.Document) table.Fact {
	if d.Source != nil {
		return table.Fact{Name: d.Source.Name, Value: "sha256:" + d.Source.SHA256}
	}
	return table.Fact{Name: d.Meta.Title, Value: d.ID}
}

// place1 says where a row stands.
func place1(p *Phrases, row, page int, n string) string {
	if row == 0 {
		return ""
	}
	parts := []string{put(p.Row, "row", itoa(row))}
	if n != "" {
		parts = append(parts, put(p.Numbered, "n", n))
	}
	if page > 0 {
		parts = append(parts, put(p.Page, "page", itoa(page)))
	}
	return strings.Join(parts, ", ")
}

func (f *Finding) cells(n int, p *Phrases, lang string) []table.Cell {
	what := p.Kinds[f.Kind]
	if c := p.Columns[f.Column]; c != "" {
		what += " (" + c + ")"
	}
	law, quote := table.Text(f.Text), table.Text(f.Quote)
	if f.Text != "" && f.Quote != "" && f.Kind != Same && f.Kind != Exists && f.Kind != NoOperation && f.Kind != Twice {
		law.Runs, quote.Runs = nil, nil
		for _, e := range compare.Diff(f.Text, f.Quote) {
			mark := table.MarkNone
			switch {
			case e.Op == compare.Delete && (!e.Cosmetic || f.Kind == Signs):
				mark = table.MarkDeleted
			case e.Op == compare.Insert && (!e.Cosmetic || f.Kind == Signs):
				mark = table.MarkInserted
			}
			if e.Op != compare.Insert {
				law.Runs = append(law.Runs, table.Run{Text: e.Text, Mark: mark})
			}
			if e.Op != compare.Delete {
				quote.Runs = append(quote.Runs, table.Run{Text: e.Text, Mark: mark})
			}
		}
	}
	return []table.Cell{table.Int(n), table.Text(what), table.Text(place1(p, f.Row, f.Page, f.N)), table.Text(f.Element), table.Text(f.Citation), law, quote}
}
