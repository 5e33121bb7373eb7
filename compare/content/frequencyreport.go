package content

import (
	"strings"

	"svod/compare/table"
	"svod/corpus/query"
)

// Report returns the frequencies as tables: all words with their numbers, and
// the words by groups.
func (f *Frequencies) Report() *table.Report {
	p, lang := wordPhrasesOf(f.options.Language, f.lex.docs)
	r := &table.Report{Title: p.Frequencies, Language: lang, Data: f.data()}
	r.Blocks = append(r.Blocks, f.table(p))
	if f.options.By != "" {
		r.Blocks = append(r.Blocks, f.byGroup(p))
	}
	return r
}

func (f *Frequencies) data() any {
	rows := f.Rows
	if rows == nil {
		rows = []Frequency{}
	}
	groups := f.Groups
	if f.options.By == "" {
		groups = nil
	}
	return struct {
		Words      int         `json:"words"`
		Types      int         `json:"types"`
		Documents  int         `json:"documents"`
		By         string      `json:"by,omitempty"`
		Groups     []WordGroup `json:"groups,omitempty"`
		Dispersion string      `json:"dispersion_over"`
		Rows       []Frequency `json:"rows"`
	}{f.Words, f.Types, len(f.lex.docs), f.options.By, groups, f.Parts, rows}
}

// notes say what a row is, and what was left out.
func (f *Frequencies) notes(p *wordPhrases) []string {
	var ns []string
	switch {
	case f.options.Patterns != nil:
		ns = append(ns, with(p.PatternNote, digits(len(f.options.Patterns))))
	case f.options.Exact:
		ns = append(ns, p.Exact)
	default:
		ns = append(ns, p.Stems)
	}
	if f.options.Patterns == nil {
		if f.options.Content {
			ns = append(ns, p.ContentOnly)
		} else {
			ns = append(ns, p.NoFunctionLeftOut)
		}
	}
	if len(f.options.Without) > 0 {
		ns = append(ns, with(p.WithoutList, digits(len(f.options.Without))))
	}
	if f.options.Min > 1 {
		ns = append(ns, with(p.Least, digits(f.options.Min)))
	}
	if len(f.Rows) < f.all {
		ns = append(ns, p.limited(len(f.Rows), f.all))
	}
	return ns
}

func (f *Frequencies) base(p *wordPhrases) string {
	return strings.NewReplacer("{d}", digits(len(f.lex.docs)), "{n}", digits(f.Words), "{t}", digits(f.Types)).Replace(p.FrequencyBase)
}

func (f *Frequencies) table(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: p.Frequencies, Source: p.Source, Base: f.base(p), Notes: f.notes(p)}
	switch {
	case len(f.sizes) < 2:
		t.Notes = append(t.Notes, p.DPUndefined)
	case f.Parts == "articles":
		t.Notes = append(t.Notes, p.DPArticles)
	default:
		t.Notes = append(t.Notes, p.DPNote)
	}
	stems := !f.options.Exact && f.options.Patterns == nil
	head := table.Heads(p.Number, p.Word)
	if stems {
		head = append(head, table.Bold(p.Stem))
	}
	t.Head = [][]table.Cell{append(head, table.Heads(p.N, p.Documents, p.PerThousand, p.DP)...)}
	if f.options.Forms {
		t.Head[0] = append(t.Head[0], table.Bold(p.Forms))
		t.Landscape = true
	}
	all := f.lex.words(f.Words, nil)
	for i, w := range f.Rows {
		row := []table.Cell{table.Text(itoa(i + 1)), label(w.Word)}
		if stems {
			row = append(row, table.Text(w.Stem))
		}
		n := f.cell(p, i, -1)
		row = append(row, n, f.lex.documents(w.Documents, w.Word+": "+p.Documents, []string{w.key}, func() []sighting { return f.places()[w.key] }, nil), rate(p, n, all), f.dispersion(w, n, all))
		if f.options.Forms {
			row = append(row, table.Text(merged(w.Forms)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// dispersion is DP with the share of each part that has the word.
func (f *Frequencies) dispersion(w Frequency, n, all table.Cell) table.Cell {
	if w.DP == nil {
		return table.Missing()
	}
	return basis(table.Decimal(*w.DP), func() table.Explanation {
		x := table.Explanation{What: w.Word + ": DP", Formula: "½ · Σ |nᵢ/n − Nᵢ/N|", Terms: []table.Term{termOf("n", n), termOf("N", all)}}
		for i, k := range w.parts {
			if k > 0 {
				x.Terms = append(x.Terms, value("n"+subscript(i+1), k), value("N"+subscript(i+1), f.sizes[i]))
			}
		}
		return x
	})
}

func subscript(n int) string {
	return strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉").Replace(itoa(n))
}

// cell is how often a word stands in a group, in all if group < 0.
func (f *Frequencies) cell(p *wordPhrases, row, group int) table.Cell {
	w := f.Rows[row]
	n, what := w.N, w.Word
	var which func(doc int) bool
	if group >= 0 {
		n, what = w.Groups[group], w.Word+", "+p.groupName(f.Groups[group].Name)
		which = func(doc int) bool { return f.groupOf[doc] == group }
	}
	return basis(count(n), func() table.Explanation {
		return table.Explanation{What: what + ": n", Items: evidenceOf(f.places()[w.key], which), Tried: []string{w.key}, In: f.lex.among(which)}
	})
}

// places are where the words of the table stand. They are looked for once, when
// the first number is to be explained.
func (f *Frequencies) places() map[string][]sighting {
	f.once.Do(func() {
		if f.options.Patterns == nil {
			keys := map[string]bool{}
			for _, w := range f.Rows {
				keys[w.key] = true
			}
			f.seen = f.lex.places(keys)
			return
		}
		f.seen = map[string][]sighting{}
		for i, d := range f.lex.docs {
			f.lex.each(d, func(a article, _ []query.Token) {
				for _, pattern := range f.options.Patterns {
					for _, e := range f.lex.occurrences(i, a, pattern.Query) {
						f.seen[pattern.Text] = append(f.seen[pattern.Text], sighting{i, e})
					}
				}
			})
		}
	})
	return f.seen
}

// byGroup has the numbers of each word in each group: side by side, or in rows
// when there are many groups.
func (f *Frequencies) byGroup(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: with(p.FrequenciesByGroup, f.options.By), Source: p.Source, Base: f.base(p), Notes: f.notes(p)}
	words := func(group int) table.Cell {
		return f.lex.words(f.Groups[group].Words, func(doc int) bool { return f.groupOf[doc] == group })
	}
	name := func(g WordGroup) string {
		return p.groupName(g.Name) + " (n = " + digits(g.Documents) + "; " + strings.ToLower(p.Running) + ": " + digits(g.Words) + ")"
	}
	if len(f.Groups) > maxColumns {
		t.Head = [][]table.Cell{table.Heads(p.Word, p.Group, p.N, p.PerThousand)}
		for i, w := range f.Rows {
			for j, g := range f.Groups {
				n := f.cell(p, i, j)
				t.Rows = append(t.Rows, []table.Cell{table.Text(w.Word), table.Text(name(g)), n, rate(p, n, words(j))})
			}
		}
		return t
	}
	top, below := []table.Cell{{Runs: table.Bold(p.Word).Runs, Rows: 2}}, []table.Cell{}
	t.Widths = []float64{3}
	for _, g := range f.Groups {
		top = append(top, table.Cell{Runs: table.Bold(name(g)).Runs, Cols: 2})
		below = append(below, table.Heads(p.N, p.PerThousand)...)
		t.Widths = append(t.Widths, 1, 1.3)
	}
	t.Head = [][]table.Cell{top, below}
	t.Landscape = len(f.Groups) > 3
	for i, w := range f.Rows {
		row := []table.Cell{label(w.Word)}
		for j := range f.Groups {
			n := f.cell(p, i, j)
			row = append(row, n, rate(p, n, words(j)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
