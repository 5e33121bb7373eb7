package content

import (
	"cmp"
	"strings"

	"svod/compare/table"
)

// Report returns the key words as a table: those of the target first.
func (k *Keyness) Report() *table.Report {
	p, lang := wordPhrasesOf(k.options.Language, k.lex.docs)
	if k.options.Rest {
		k.Reference.Name = p.Others
	}
	r := &table.Report{Title: k.title(p), Language: lang, Blocks: []table.Block{k.table(p)}}
	r.Data = k.Data()
	return r
}

// Data is the stable form of the key words.
func (k *Keyness) Data() any {
	rows := k.Rows
	if rows == nil {
		rows = []KeyWord{}
	}
	return struct {
		Target     Side      `json:"target"`
		Reference  Side      `json:"reference"`
		Tests      int       `json:"tests"`
		Correction string    `json:"correction"`
		Rows       []KeyWord `json:"rows"`
	}{k.Target, k.Reference, k.Tests, string(k.options.Correction), rows}
}

func (k *Keyness) title(p *wordPhrases) string {
	return strings.NewReplacer("{a}", cmp.Or(k.Target.Name, strings.ToLower(p.Target)), "{b}", cmp.Or(k.Reference.Name, strings.ToLower(p.Reference))).Replace(p.Keyness)
}

func (k *Keyness) table(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: k.title(p), Source: p.Source, Landscape: true, FontSize: 9,
		Base: strings.NewReplacer("{a}", digits(k.Target.Words), "{b}", digits(k.Reference.Words), "{c}", digits(k.Target.Documents), "{d}", digits(k.Reference.Documents)).Replace(p.KeyBase)}
	if k.options.Exact {
		t.Notes = append(t.Notes, p.Exact)
	} else {
		t.Notes = append(t.Notes, p.Stems)
	}
	if k.options.Content {
		t.Notes = append(t.Notes, p.ContentOnly)
	}
	if len(k.options.Without) > 0 {
		t.Notes = append(t.Notes, with(p.WithoutList, digits(len(k.options.Without))))
	}
	if k.options.Min > 1 {
		t.Notes = append(t.Notes, with(p.Least, digits(k.options.Min)))
	}
	t.Notes = append(t.Notes, p.KeyNote, p.KeyP,
		strings.NewReplacer("{c}", p.Corrections[string(k.options.Correction)], "{n}", digits(k.Tests)).Replace(p.Correction), p.LogRatioNote)
	// How many documents have a word says something where there are several.
	k.several = k.Target.Documents > 1 || k.Reference.Documents > 1
	below := table.Heads(p.N, p.PerThousand)
	if k.several {
		below = table.Heads(p.N, p.PerThousand, p.TargetDocuments)
	}
	side := func(s Side, other string) table.Cell {
		c := table.Bold(cmp.Or(s.Name, other) + " (" + strings.ToLower(p.Running) + ": " + digits(s.Words) + ")")
		c.Cols = len(below)
		return c
	}
	tall := func(s string) table.Cell {
		c := table.Bold(s)
		c.Rows = 2
		return c
	}
	t.Head = [][]table.Cell{
		{tall(p.Word), side(k.Target, p.Target), side(k.Reference, p.Reference), tall(p.G2Two), tall(p.G2Four), tall(p.ChiSquare), tall(p.LogRatio), tall(p.P), tall(p.PAdjusted)},
		append(below, below...),
	}
	more := true
	for i, w := range k.Rows {
		if i == 0 && w.FourCell >= 0 {
			t.Rows = append(t.Rows, []table.Cell{table.Group(with(p.More, digits(k.more)))})
		}
		if more && w.FourCell < 0 {
			more = false
			t.Rows = append(t.Rows, []table.Cell{table.Group(with(p.Fewer, digits(k.fewer)))})
		}
		t.Rows = append(t.Rows, k.row(p, w))
	}
	return t
}

func (k *Keyness) row(p *wordPhrases, w KeyWord) []table.Cell {
	target, reference := k.side(false), k.side(true)
	a, b := k.count(p, w, w.A, false), k.count(p, w, w.B, true)
	n1, n2 := k.lex.words(k.Target.Words, target), k.lex.words(k.Reference.Words, reference)
	terms := []table.Term{termOf("a", a), termOf("N₁", n1), termOf("b", b), termOf("N₂", n2)}
	share := float64(w.A+w.B) / (n1.Value + n2.Value)
	expected := append(terms[:4:4],
		termOf("E₁", formula(table.Decimal(n1.Value*share), "E₁", "N₁·(a+b)/(N₁+N₂)", terms...)),
		termOf("E₂", formula(table.Decimal(n2.Value*share), "E₂", "N₂·(a+b)/(N₁+N₂)", terms...)))
	all := append(expected[:6:6],
		termOf("F₁", formula(table.Decimal(n1.Value*(1-share)), "F₁", "N₁−N₁·(a+b)/(N₁+N₂)", terms...)),
		termOf("F₂", formula(table.Decimal(n2.Value*(1-share)), "F₂", "N₂−N₂·(a+b)/(N₁+N₂)", terms...)))
	// A word that one side lacks adds nothing there; a minus says that the target
	// has less of it.
	two := ""
	for _, part := range []struct {
		n    int
		what string
	}{{w.A, "a·ln(a/E₁)"}, {w.B, "b·ln(b/E₂)"}} {
		if part.n > 0 {
			two += " + " + part.what
		}
	}
	two = strings.TrimPrefix(two, " + ")
	sign := ""
	if w.FourCell < 0 {
		sign = "−"
	}
	four := formula(table.Decimal(w.FourCell), w.Word+": "+p.G2Four, sign+"2·("+two+" + (N₁−a)·ln((N₁−a)/F₁) + (N₂−b)·ln((N₂−b)/F₂))", all...)
	prob := formula(table.Probability(w.P), w.Word+": p", "P(χ²(1) ≥ G² (4))", termOf(p.G2Four, four))
	if w.Fisher {
		prob = formula(table.Probability(w.P), w.Word+": p", "Fisher (a, N₁−a; b, N₂−b)", terms...)
	}
	ratio := "log₂((a/N₁)/(b/N₂))"
	switch {
	case w.A == 0:
		ratio = "log₂((0,5/N₁)/(b/N₂))"
	case w.B == 0:
		ratio = "log₂((a/N₁)/(0,5/N₂))"
	}
	row := []table.Cell{label(w.Word), a, rate(p, a, n1)}
	if k.several {
		row = append(row, k.documents(p, w, w.TargetDocuments, target))
	}
	row = append(row, b, rate(p, b, n2))
	if k.several {
		row = append(row, k.documents(p, w, w.ReferenceDocuments, reference))
	}
	return append(row,
		formula(table.Decimal(w.TwoCell), w.Word+": "+p.G2Two, sign+"2·("+two+")", expected...),
		four,
		formula(table.Decimal(w.ChiSquare), w.Word+": χ²", sign+"((a−E₁)²/E₁ + (b−E₂)²/E₂ + (N₁−a−F₁)²/F₁ + (N₂−b−F₂)²/F₂)", all...),
		formula(table.Decimal(w.LogRatio), w.Word+": log₂", ratio, terms...),
		prob,
		formula(table.Probability(w.Adjusted), w.Word+": "+p.PAdjusted, p.Corrections[string(k.options.Correction)]+" (p, n)", termOf("p", prob), value("n", float64(k.Tests))))
}

// side tells the documents of the target from those of the reference.
func (k *Keyness) side(reference bool) func(doc int) bool {
	return func(doc int) bool { return doc >= k.targets == reference }
}

func (k *Keyness) documents(p *wordPhrases, w KeyWord, n int, which func(doc int) bool) table.Cell {
	return k.lex.documents(n, w.Word+": "+p.TargetDocuments, []string{w.key}, func() []sighting { return k.places()[w.key] }, which)
}

// places are where the words of the table stand.
func (k *Keyness) places() map[string][]sighting {
	k.once.Do(func() {
		keys := map[string]bool{}
		for _, r := range k.Rows {
			keys[r.key] = true
		}
		k.seen = k.lex.places(keys)
	})
	return k.seen
}

// count is how often a word stands on one side.
func (k *Keyness) count(p *wordPhrases, w KeyWord, n int, reference bool) table.Cell {
	which, name := k.side(reference), cmp.Or(k.Target.Name, p.Target)
	if reference {
		name = cmp.Or(k.Reference.Name, p.Reference)
	}
	return basis(count(n), func() table.Explanation {
		return table.Explanation{What: w.Word + ", " + name + ": n", Tried: []string{w.key}, In: k.lex.among(which), Items: evidenceOf(k.places()[w.key], which)}
	})
}
