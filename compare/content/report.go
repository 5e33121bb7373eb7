package content

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// maxColumns is how many groups stand side by side; more make rows.
const maxColumns = 8

// JSON is the stable form of the counts that other programs rely on.
type JSON struct {
	Codebook string  `json:"codebook"`
	Unit     string  `json:"unit"`
	Count    string  `json:"count"`
	By       string  `json:"by,omitempty"`
	Groups   []Group `json:"groups"`
	Rows     []Row   `json:"rows"`
	Totals   []Row   `json:"totals"`
}

// JSON returns the stable form.
func (c *Counts) JSON() JSON {
	return JSON{c.Codebook.Name, string(c.Unit), string(c.Measure), strings.Join(c.By, ", "), c.Groups, c.Rows, c.Totals}
}

// Report returns the counts as tables: totals, categories by groups (raw, per
// 1 000 words, share of documents), quotes, the codebook, and the record.
func (c *Counts) Report() *table.Report {
	p := phrasesOf(c.options.Language)
	r := &table.Report{
		Title:    with(p.CountTitle, cmp.Or(c.Codebook.Name, c.Codebook.File)),
		Language: cmp.Or(c.options.Language, "ru"),
		Data:     c.JSON(),
	}
	r.Blocks = append(r.Blocks, c.totals(p))
	if len(c.Groups) > 1 || len(c.By) > 0 {
		m := c.Measure
		name := p.MeasureNames[m]
		r.Blocks = append(r.Blocks,
			c.byGroup(p, with(p.ByGroup, name), func(row Row, g Group) table.Cell { return count(row.Value(m)) }, true),
			c.byGroup(p, p.PerThousand, func(row Row, g Group) table.Cell { return perThousand(row.Occurrences, g.Words) }, false))
	}
	if len(c.By) > 0 {
		r.Blocks = append(r.Blocks,
			c.byGroup(p, p.ShareOfDocuments, func(row Row, g Group) table.Cell { return share(row.Documents, g.Documents) }, false))
	}
	r.Blocks = append(r.Blocks, c.quotes(p), codebookTable(p, c.Codebook))
	r.Made = made(p, c.Codebook, c.docs)
	r.Made = append(r.Made, table.Fact{Name: p.MadeUnit, Value: p.UnitNames[c.Unit]},
		table.Fact{Name: p.MadeMeasure, Value: p.MeasureNames[c.Measure]},
		table.Fact{Name: p.MadeNested, Value: string(c.Nested)})
	if len(c.By) > 0 {
		r.Made = append(r.Made, table.Fact{Name: p.MadeBy, Value: strings.Join(c.By, ", ")})
	}
	return r
}

// made is the part of a record that all analyses share.
func made(p *phrases, cb *Codebook, docs []*corpus.Document) []table.Fact {
	fs := []table.Fact{{Name: p.MadeCodebook, Value: fmt.Sprintf("%s, SHA-256 %s", strings.TrimSpace(filepath.Base(cb.File)+" "+cb.Version), cb.SHA256)}}
	for _, d := range docs {
		v := d.ID + " " + Title(d)
		if d.Source != nil {
			v = d.Source.Name + ", SHA-256 " + d.Source.SHA256
		}
		fs = append(fs, table.Fact{Name: p.MadeDocument, Value: v})
	}
	if len(cb.Skip) > 0 {
		var ss []string
		for _, s := range cb.Skip {
			ss = append(ss, p.SkipNames[s])
		}
		fs = append(fs, table.Fact{Name: p.MadeSkip, Value: strings.Join(ss, ", ")})
	}
	return fs
}

// count prints zero as «–»: the phenomenon is absent.
func count(n int) table.Cell {
	if n == 0 {
		return table.None()
	}
	return table.Int(n)
}

func perThousand(n, words int) table.Cell {
	switch {
	case words == 0:
		return table.Missing()
	case n == 0:
		return table.None()
	}
	return table.Decimal(float64(n) * 1000 / float64(words))
}

func share(n, of int) table.Cell {
	switch {
	case of == 0:
		return table.Missing()
	case n == 0:
		return table.None()
	}
	return table.Percent(float64(n) / float64(of))
}

// base is what all groups have together.
func (c *Counts) base() Group {
	var b Group
	for _, g := range c.Groups {
		b.Documents += g.Documents
		b.Units += g.Units
		b.Words += g.Words
	}
	return b
}

func heads(ss ...string) []table.Cell {
	cs := make([]table.Cell, len(ss))
	for i, s := range ss {
		cs[i] = table.Bold(s)
	}
	return cs
}

func (c *Counts) label(cat *Category) table.Cell {
	l := table.Text(cat.Name)
	l.Head, l.Indent = true, cat.Level
	return l
}

func (c *Counts) totals(p *phrases) *table.Table {
	b := c.base()
	t := &table.Table{
		Caption: p.Shares, Source: with(p.Source, cmp.Or(c.Codebook.Name, c.Codebook.File)), Base: c.baseline(p, b),
		Head:   [][]table.Cell{heads(p.Category, p.Occurrences, p.Units, p.Documents, p.PercentDocuments, p.PerThousandWords)},
		Widths: []float64{3.4, 1.6, 1.4, 1.6, 1.6, 1.3},
	}
	i := 0
	for cat := range c.Codebook.All() {
		r := c.Totals[i]
		t.Rows = append(t.Rows, []table.Cell{c.label(cat), count(r.Occurrences), count(r.Units), count(r.Documents),
			share(r.Documents, b.Documents), perThousand(r.Occurrences, b.Words)})
		i++
	}
	return t
}

// baseline says what the numbers are of: «n = 5 (пункт: 478; слова: 20 130)».
func (c *Counts) baseline(p *phrases, b Group) string {
	return with(p.Base, fmt.Sprintf("%d (%s: %s; %s: %s)", b.Documents, p.UnitNames[c.Unit], digits(b.Units), p.MeasureNames[Words], digits(b.Words)))
}

// digits prints a number in groups of three: 20 130.
func digits(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u00a0" + s[i:]
	}
	return s
}

func (c *Counts) groupName(p *phrases, g Group) string {
	if g.Title == "" {
		return p.NoValue
	}
	return g.Title
}

// byGroup is a table of categories by groups, or of one row for each pair when
// there are many groups.
func (c *Counts) byGroup(p *phrases, caption string, cell func(Row, Group) table.Cell, totals bool) *table.Table {
	t := &table.Table{Caption: caption, Source: with(p.Source, cmp.Or(c.Codebook.Name, c.Codebook.File)), Base: c.baseline(p, c.base())}
	n := len(c.Groups)
	if n > maxColumns {
		t.Head = [][]table.Cell{heads(p.Category, p.Group, caption)}
		i := 0
		for cat := range c.Codebook.All() {
			for j, g := range c.Groups {
				t.Rows = append(t.Rows, []table.Cell{c.label(cat), table.Text(c.groupName(p, g)), cell(c.Rows[i*n+j], g)})
			}
			i++
		}
		return t
	}
	head := heads(p.Category)
	t.Widths = []float64{3}
	for _, g := range c.Groups {
		head = append(head, table.Bold(fmt.Sprintf("%s (n = %d)", c.groupName(p, g), g.Documents)))
		t.Widths = append(t.Widths, 1.4)
	}
	if totals {
		head = append(head, heads(p.Occurrences, p.Units, p.Documents)...)
		t.Widths = append(t.Widths, 1, 1, 1)
	}
	t.Head = [][]table.Cell{head}
	t.Landscape = n > 3
	i := 0
	for cat := range c.Codebook.All() {
		row := []table.Cell{c.label(cat)}
		for j, g := range c.Groups {
			row = append(row, cell(c.Rows[i*n+j], g))
		}
		if totals {
			r := c.Totals[i]
			row = append(row, count(r.Occurrences), count(r.Units), count(r.Documents))
		}
		t.Rows = append(t.Rows, row)
		i++
	}
	return t
}

// quotes lists the evidence: each row of it is one unit.
func (c *Counts) quotes(p *phrases) *table.Table {
	t := &table.Table{
		Caption: p.Quotes, Sheet: p.SheetQuotes, Landscape: true, FontSize: 9,
		Head:   [][]table.Cell{heads(p.Number, p.Category, p.Document, p.Citation, p.Quote)},
		Widths: []float64{0.6, 2, 2.5, 2, 8},
	}
	titles := map[string]string{}
	for i, name := range names(c.docs) {
		titles[c.docs[i].ID] = name
	}
	n, i := 0, 0
	for cat := range c.Codebook.All() {
		rows := c.Rows[i*len(c.Groups) : (i+1)*len(c.Groups)]
		i++
		if len(cat.Children) > 0 && cat.own == nil {
			continue // the children's quotes are its own
		}
		for _, r := range rows {
			for k, e := range r.Evidence {
				if c.options.Quotes > 0 && k == c.options.Quotes {
					break
				}
				n++
				t.Rows = append(t.Rows, []table.Cell{table.Text(strconv.Itoa(n)), table.Text(cat.Name), table.Text(titles[e.Document]),
					table.Text(c.citation(e)), {Runs: runs(e.Text, e.Matches, maxQuote)}})
			}
		}
	}
	return t
}

// citation names the place of a piece of evidence.
func (c *Counts) citation(e Evidence) string {
	d := c.document(e.Document)
	return d.ShortCitation(e.Address, d.Meta.Language)
}

// document returns a document that was counted.
func (c *Counts) document(id string) *corpus.Document {
	return c.byID[id]
}

// maxQuote is the length of a quote in characters.
const maxQuote = 300

// codebookTable prints the codebook itself.
func codebookTable(p *phrases, cb *Codebook) *table.Table {
	t := &table.Table{
		Caption: p.CodebookTable, Head: [][]table.Cell{heads(p.ID, p.Name, p.Definition, p.Patterns, p.Not, p.Example)},
		Widths: []float64{1.2, 2, 3, 3, 2, 3}, Landscape: true, FontSize: 9,
	}
	for cat := range cb.All() {
		name := table.Text(cat.Name)
		name.Indent = cat.Level
		not := append([]string{}, cat.Not...)
		not = append(not, cat.Exclude...)
		t.Rows = append(t.Rows, []table.Cell{table.Text(cat.ID), name, table.Text(cat.Definition), table.Text(strings.Join(cat.Any, "\n")),
			table.Text(strings.Join(not, "\n")), table.Text(strings.Join(cat.Include, "\n"))})
	}
	return t
}
