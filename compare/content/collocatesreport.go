package content

import (
	"strings"

	"svod/compare/table"
	"svod/corpus/query"
)

// Report returns the collocates as a table.
func (c *Collocates) Report() *table.Report {
	p, lang := wordPhrasesOf(c.options.Language, c.lex.docs)
	rows := c.Rows
	if rows == nil {
		rows = []Collocate{}
	}
	return &table.Report{Title: with(p.Collocates, c.Query), Language: lang, Blocks: []table.Block{c.table(p)},
		Data: struct {
			Query     string      `json:"query"`
			FX        int         `json:"f_x"`
			N         int         `json:"n"`
			Documents int         `json:"documents"`
			Left      int         `json:"window_left"`
			Right     int         `json:"window_right"`
			Rows      []Collocate `json:"rows"`
		}{c.Query, c.Node, c.Words, c.Documents, c.options.Left, c.options.Right, rows}}
}

func (c *Collocates) table(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: with(p.Collocates, c.Query), Source: p.Source, Landscape: true,
		Base: strings.NewReplacer("{x}", digits(c.Node), "{n}", digits(c.Words), "{d}", digits(c.Documents)).Replace(p.CollocateBase),
		Head: [][]table.Cell{table.Heads(p.Number, p.Collocate, p.Together, p.OnLeft, p.OnRight, p.OfNode, p.Of, p.WordsN, "logDice", "MI", "t", "LL")}}
	window := digits(c.options.Left)
	if c.options.Left != c.options.Right {
		window = "L" + window + ", R" + digits(c.options.Right)
	}
	t.Notes = append(t.Notes, strings.NewReplacer("{q}", c.Query, "{w}", window).Replace(p.CollocateNote))
	if c.options.Exact {
		t.Notes = append(t.Notes, p.Exact)
	} else {
		t.Notes = append(t.Notes, p.Stems)
	}
	if c.options.Content {
		t.Notes = append(t.Notes, p.ContentOnly)
	}
	if c.options.Min > 1 {
		t.Notes = append(t.Notes, with(p.Least, digits(c.options.Min)))
	}
	if len(c.Rows) < c.all {
		t.Notes = append(t.Notes, p.limited(len(c.Rows), c.all))
	}
	for i, w := range c.Rows {
		t.Rows = append(t.Rows, c.row(p, i, w))
	}
	return t
}

func (c *Collocates) row(p *wordPhrases, i int, w Collocate) []table.Cell {
	explain := func(n int, what string, items func() []sighting) table.Cell {
		return basis(count(n), func() table.Explanation {
			c.look()
			return table.Explanation{What: w.Word + ": " + what, Items: evidenceOf(items(), nil), Tried: []string{w.key, c.Query}, In: c.lex.names}
		})
	}
	xy := explain(w.FXY, p.Together, func() []sighting { return c.meet[w.key] })
	x := explain(w.FX, p.OfNode, func() []sighting { return c.nodes })
	y := explain(w.FY, p.Of, func() []sighting { return c.seen[w.key] })
	n := c.lex.words(w.N, nil)
	left := explain(w.Left, p.OnLeft, func() []sighting { return c.sides[w.key][0] })
	right := explain(w.Right, p.OnRight, func() []sighting { return c.sides[w.key][1] })
	e := formula(table.Decimal(w.expected), "E", "f(x)·f(y)/N", termOf(p.OfNode, x), termOf(p.Of, y), termOf("N", n))
	fxy, fe := termOf(p.Together, xy), termOf("E", e)
	return []table.Cell{table.Text(itoa(i + 1)), label(w.Word), xy, left, right, x, y, n,
		formula(table.Decimal(w.LogDice), w.Word+": logDice", "14 + log₂(2·f(xy)/(f(x)+f(y)))", fxy, termOf(p.OfNode, x), termOf(p.Of, y)),
		formula(table.Decimal(w.MI), w.Word+": MI", "log₂(f(xy)/E)", fxy, fe),
		formula(table.Decimal(w.T), w.Word+": t", "(f(xy)−E)/√f(xy)", fxy, fe),
		formula(table.Decimal(w.LL), w.Word+": LL", w.likelihood(), fxy, termOf(p.OfNode, x), termOf(p.Of, y), termOf("N", n)),
	}
}

// likelihood is the formula of LL. A cell of the table that is empty adds
// nothing, and a minus says that the words avoid each other.
func (w Collocate) likelihood() string {
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{
		{w.FXY, "f(xy)·ln(f(xy)·N/(f(x)·f(y)))"},
		{w.FX - w.FXY, "(f(x)−f(xy))·ln((f(x)−f(xy))·N/(f(x)·(N−f(y))))"},
		{w.FY - w.FXY, "(f(y)−f(xy))·ln((f(y)−f(xy))·N/((N−f(x))·f(y)))"},
		{w.N - w.FX - w.FY + w.FXY, "(N−f(x)−f(y)+f(xy))·ln((N−f(x)−f(y)+f(xy))·N/((N−f(x))·(N−f(y))))"},
	} {
		if c.n > 0 {
			parts = append(parts, c.what)
		}
	}
	sign := ""
	if w.LL < 0 {
		sign = "−"
	}
	return sign + "2·(" + strings.Join(parts, " + ") + ")"
}

// look finds the places of all that the table counts, when the first number is
// to be explained.
func (c *Collocates) look() {
	c.once.Do(func() {
		keys := map[string]bool{}
		for _, r := range c.Rows {
			keys[r.key] = true
		}
		c.seen = c.lex.places(keys)
		c.meet, c.sides = map[string][]sighting{}, map[string][2][]sighting{}
		for i, d := range c.lex.docs {
			c.lex.each(d, func(a article, ws []query.Token) {
				for _, e := range c.lex.occurrences(i, a, c.query) {
					c.nodes = append(c.nodes, sighting{i, e})
				}
				for key, ms := range c.meetings(a, ws, c.occurrences(a, ws)) {
					if !keys[key] {
						continue
					}
					for _, m := range ms {
						s := sighting{i, c.lex.place(i, a, ws[m.word].Unit)}
						s.Matches, s.Count = [][2]int{{ws[m.node].Lo, ws[m.node].Hi}, {ws[m.word].Lo, ws[m.word].Hi}}, 1
						if m.left || ws[m.word].Lo < ws[m.node].Lo {
							s.Matches[0], s.Matches[1] = s.Matches[1], s.Matches[0]
						}
						c.meet[key] = append(c.meet[key], s)
						side, sides := 1, c.sides[key]
						if m.left {
							side = 0
						}
						sides[side] = append(sides[side], s)
						c.sides[key] = sides
					}
				}
			})
		}
	})
}
