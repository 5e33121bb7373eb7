package content

import (
	"cmp"
	"strings"

	"svod/compare/table"
)

// Report returns the key words as a table: those of the target first.
func (k *Keyness) Report() *table.Report {
	p, lang := wordPhrasesOf(k.options.Language, k.lex.docs)
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
	side := func(s Side, other string) table.Cell {
		c := table.Bold(cmp.Or(s.Name, other) + " (" + strings.ToLower(p.Running) + ": " + digits(s.Words) + ")")
		c.Cols = 3
		return c
	}
	tall := func(s string) table.Cell {
		c := table.Bold(s)
		c.Rows = 2
		return c
	}
	t.Head = [][]table.Cell{
		{tall(p.Number), tall(p.Word), side(k.Target, p.Target), side(k.Reference, p.Reference),
			tall(p.G2Two), tall(p.G2Four), tall(p.ChiSquare), tall(p.LogRatio), tall(p.P), tall(p.PAdjusted)},
		heads(p.N, p.PerThousand, p.TargetDocuments, p.N, p.PerThousand, p.TargetDocuments),
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
		t.Rows = append(t.Rows, k.row(p, i, w))
	}
	return t
}

func (k *Keyness) row(p *wordPhrases, i int, w KeyWord) []table.Cell {
	a, b := k.count(p, w, w.A, false), k.count(p, w, w.B, true)
	n1, n2 := float64(k.Target.Words), float64(k.Reference.Words)
	terms := []table.Term{termOf("a", a), value("N₁", n1), termOf("b", b), value("N₂", n2)}
	expected := append(terms[:4:4], value("E₁", n1*float64(w.A+w.B)/(n1+n2)), value("E₂", n2*float64(w.A+w.B)/(n1+n2)))
	word := table.Text(w.Word)
	word.Head = true
	four := formula(table.Decimal(w.FourCell), w.Word+": "+p.G2Four, "2·Σ O·ln(O/E), O = a, b, N₁−a, N₂−b", expected...)
	prob := formula(table.Probability(w.P), w.Word+": p", "P(χ²(1) ≥ G² (4))", termOf(p.G2Four, four))
	if w.Fisher {
		prob = formula(table.Probability(w.P), w.Word+": p", "Fisher (a, N₁−a; b, N₂−b)", terms...)
	}
	return []table.Cell{table.Int(i + 1), word,
		a, rate(p, a, w.A, k.Target.Words), count(w.TargetDocuments), b, rate(p, b, w.B, k.Reference.Words), count(w.ReferenceDocuments),
		formula(table.Decimal(w.TwoCell), w.Word+": "+p.G2Two, "2·(a·ln(a/E₁) + b·ln(b/E₂))", expected...),
		four,
		formula(table.Decimal(w.ChiSquare), w.Word+": χ²", "Σ (O−E)²/E, O = a, b, N₁−a, N₂−b", expected...),
		formula(table.Decimal(w.LogRatio), w.Word+": log₂", "log₂((a/N₁) / (b/N₂))", terms...),
		prob,
		formula(table.Probability(w.Adjusted), w.Word+": "+p.PAdjusted, string(k.options.Correction), termOf("p", prob), value("n", float64(k.Tests)))}
}

// count is how often a word stands on one side.
func (k *Keyness) count(p *wordPhrases, w KeyWord, n int, reference bool) table.Cell {
	return basis(count(n), func() table.Explanation {
		k.once.Do(func() {
			keys := map[string]bool{}
			for _, r := range k.Rows {
				keys[r.key] = true
			}
			k.seen = k.lex.places(keys)
		})
		in, side := k.lex.names[:k.targets], cmp.Or(k.Target.Name, p.Target)
		if reference {
			in, side = k.lex.names[k.targets:], cmp.Or(k.Reference.Name, p.Reference)
		}
		return table.Explanation{What: w.Word + ", " + side + ": n", Tried: []string{w.key}, In: in,
			Items: evidenceOf(k.seen[w.key], func(doc int) bool { return doc >= k.targets == reference })}
	})
}
