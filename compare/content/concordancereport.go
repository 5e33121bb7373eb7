package content

import (
	"strings"

	"svod/compare/table"
	"svod/corpus/query"
)

// concordanceJSON is the stable form of a concordance.
type concordanceJSON struct {
	Query string `json:"query"`
	Total struct {
		Occurrences int `json:"occurrences"`
		Units       int `json:"units"`
		Documents   int `json:"documents"`
	} `json:"total"`
	Window     int             `json:"window"`
	Sort       []string        `json:"sort"`
	Lines      []Line          `json:"lines"`
	ByDocument []DocumentCount `json:"documents"`
}

// Report returns the concordance as tables: its lines, and how many there are in
// each document.
func (c *Concordance) Report() *table.Report {
	p, lang := wordPhrasesOf(c.options.Language, c.lex.docs)
	data := concordanceJSON{Query: c.Query, Window: c.Window, Sort: c.sorted(), Lines: c.Lines, ByDocument: c.ByDocument}
	data.Total.Occurrences, data.Total.Units, data.Total.Documents = c.Occurrences, c.Units, c.Documents
	if data.Lines == nil {
		data.Lines = []Line{}
	}
	return &table.Report{Title: with(p.Concordance, c.Query), Language: lang, Data: data,
		Blocks: []table.Block{c.lines(p), c.byDocument(p)}}
}

func (c *Concordance) sorted() []string {
	out := []string{}
	for _, k := range c.options.Sort {
		out = append(out, k.String())
	}
	return out
}

func (c *Concordance) base(p *wordPhrases) string {
	return strings.NewReplacer("{n}", digits(c.Occurrences), "{u}", digits(c.Units), "{d}", digits(c.Documents), "{all}", digits(len(c.lex.docs))).Replace(p.ConcordanceBase)
}

func (c *Concordance) lines(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: with(p.Concordance, c.Query), Source: p.Source, Base: c.base(p), Landscape: true, FontSize: 9,
		Notes: []string{with(p.ConcordanceNote, digits(c.Window))}}
	if len(c.options.Sort) > 0 {
		t.Notes = append(t.Notes, with(p.Sorted, strings.Join(c.sorted(), ", ")))
	}
	if len(c.Lines) < c.Occurrences {
		t.Notes = append(t.Notes, p.limited(len(c.Lines), c.Occurrences))
	}
	head := table.Heads(p.Number, p.Document)
	t.Widths = []float64{0.7, 3}
	for _, a := range c.Attributes {
		head = append(head, table.Bold(a))
		t.Widths = append(t.Widths, 1.5)
	}
	t.Head = [][]table.Cell{append(head, table.Heads(p.Provision, p.Left, p.Match, p.Right)...)}
	t.Widths = append(t.Widths, 2, 5, 2, 5)
	for i, l := range c.Lines {
		row := []table.Cell{table.Text(itoa(i + 1)), table.Text(l.Title)}
		for _, a := range c.Attributes {
			row = append(row, table.Text(l.Attributes[a]))
		}
		left := table.Cell{Runs: context(l.Left, l.cutLeft, false), Right: true}
		t.Rows = append(t.Rows, append(row, table.Text(l.Citation), left,
			table.Cell{Runs: []table.Run{{Text: l.Match, Mark: table.MarkMatch}}}, table.Cell{Runs: context(l.Right, false, l.cutRight)}))
	}
	return t
}

// context marks that a stretch of text was cut before or behind.
func context(s string, before, behind bool) []table.Run {
	rs := []table.Run{{Text: s}}
	if before {
		rs = append([]table.Run{{Text: ellipsis + " ", Mark: table.MarkMuted}}, rs...)
	}
	if behind {
		rs = append(rs, table.Run{Text: " " + ellipsis, Mark: table.MarkMuted})
	}
	return rs
}

func (c *Concordance) byDocument(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: with(p.ByDocument, c.Query), Source: p.Source, Base: c.base(p), Widths: []float64{6, 1.5, 1.5, 1.8, 1.8},
		Head: [][]table.Cell{table.Heads(p.Document, p.Occurrences, p.Units, p.WordsBase, p.PerThousand)}}
	for i, d := range c.ByDocument {
		n := basis(count(d.Occurrences), func() table.Explanation { return c.explain(p.Occurrences, i, false) })
		units := basis(count(d.Units), func() table.Explanation { return c.explain(p.Units, i, true) })
		words := c.lex.words(d.Words, func(doc int) bool { return doc == i })
		t.Rows = append(t.Rows, []table.Cell{table.Text(d.Title), n, units, words, rate(p, n, words)})
	}
	return t
}

// explain gathers the occurrences of one document, or the units that have any.
func (c *Concordance) explain(what string, i int, units bool) table.Explanation {
	x := table.Explanation{What: c.lex.names[i] + ": " + what, Tried: []string{c.Query}, In: []string{c.lex.names[i]}}
	c.lex.each(c.lex.docs[i], func(a article, _ []query.Token) {
		for _, e := range c.lex.occurrences(i, a, c.query) {
			if e.Count == 0 {
				continue // more words of an occurrence that begins elsewhere
			}
			if units {
				e.Count = 1
			}
			x.Items = append(x.Items, e)
		}
	})
	return x
}

// limited says how many rows of how many are shown.
func (p *wordPhrases) limited(n, of int) string {
	return strings.NewReplacer("{n}", digits(n), "{m}", digits(of)).Replace(p.Limited)
}

// groupName is the value of an attribute, for people.
func (p *wordPhrases) groupName(name string) string {
	if name == Missing {
		return p.NoValue
	}
	return name
}
