package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare"
	"svod/compare/stat"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
)

// LikenessOptions say how documents are set beside each other.
type LikenessOptions struct {
	Exact    bool
	Limit    int // pairs at most, 0 all
	Language string
}

// Likeness is how like documents are, pair by pair, by their words.
type Likeness struct {
	Pairs []Pair // the most alike first

	options LikenessOptions
	lex     *lexis
	bags    []bag
	all     int
}

// bag is the words of a document, and the pairs of neighbours.
type bag struct {
	words map[string]int
	pairs map[[2]string]int
}

// A Pair is two documents and how like they are. Scores that are not defined are
// nil.
type Pair struct {
	A       string   `json:"a"`
	B       string   `json:"b"`
	TitleA  string   `json:"title_a"`
	TitleB  string   `json:"title_b"`
	Cosine  *float64 `json:"cosine"`
	Jaccard *float64 `json:"jaccard"`
	Bigrams *float64 `json:"bigram_jaccard"`
	Common  int      `json:"common"` // different words of both
	OnlyA   int      `json:"only_a"`
	OnlyB   int      `json:"only_b"`
	// Looked says that the texts are near enough for their norms to be set beside
	// each other; Turns are what turns them.
	Looked bool   `json:"compared"`
	Turns  []Turn `json:"turns,omitempty"`

	a, b int
}

// A Turn is a difference of modality, number, time or addressee between two
// texts that are otherwise alike.
type Turn struct {
	Kind string `json:"kind"`
	At   string `json:"at,omitempty"` // the citation, in B where there is one
	A    string `json:"a"`
	B    string `json:"b"`
}

// How like texts must be for their norms to be compared: pairs of words show
// that sentences are the same, words by themselves that the matter is.
const (
	nearCosine  = 0.75
	nearBigrams = 0.25
	mostTurns   = 40 // of a pair
	mostLooked  = 60 // pairs that are compared
)

// FindLikeness compares each document with each other.
func FindLikeness(docs []*corpus.Document, opts LikenessOptions) *Likeness {
	l := &Likeness{options: opts, lex: newLexis(docs, opts.Exact, nil)}
	for _, d := range docs {
		b := bag{map[string]int{}, map[[2]string]int{}}
		l.lex.each(d, func(a article, ws []query.Token) {
			for i, w := range ws {
				k := l.lex.key(a, w)
				b.words[k]++
				if i > 0 && w.Pos-ws[i-1].Pos == 1 {
					b.pairs[[2]string{l.lex.key(a, ws[i-1]), k}]++
				}
			}
		})
		l.bags = append(l.bags, b)
	}
	for i := range docs {
		for j := i + 1; j < len(docs); j++ {
			l.Pairs = append(l.Pairs, l.pair(i, j))
		}
	}
	slices.SortStableFunc(l.Pairs, func(a, b Pair) int { return cmp.Compare(score(b.Cosine), score(a.Cosine)) })
	l.all = len(l.Pairs)
	if opts.Limit > 0 && len(l.Pairs) > opts.Limit {
		l.Pairs = l.Pairs[:opts.Limit]
	}
	looked := 0
	for i := range l.Pairs {
		p := &l.Pairs[i]
		if looked < mostLooked && (score(p.Cosine) >= nearCosine || score(p.Bigrams) >= nearBigrams) {
			looked++
			p.Looked, p.Turns = true, turnsBetween(docs[p.a], docs[p.b])
		}
	}
	return l
}

func score(v *float64) float64 {
	if v == nil {
		return -1
	}
	return *v
}

func (l *Likeness) pair(i, j int) Pair {
	a, b := l.bags[i], l.bags[j]
	p := Pair{A: l.lex.docs[i].ID, B: l.lex.docs[j].ID, TitleA: l.lex.names[i], TitleB: l.lex.names[j], a: i, b: j}
	for w := range a.words {
		if b.words[w] > 0 {
			p.Common++
		}
	}
	p.OnlyA, p.OnlyB = len(a.words)-p.Common, len(b.words)-p.Common
	if v, err := stat.Cosine(a.words, b.words); err == nil {
		p.Cosine = &v
	}
	if v, err := stat.Jaccard(a.words, b.words); err == nil {
		p.Jaccard = &v
	}
	if v, err := stat.Jaccard(a.pairs, b.pairs); err == nil {
		p.Bigrams = &v
	}
	return p
}

// turnsBetween sets the provisions of two documents beside each other, and
// returns what turns those that are nearly the same.
func turnsBetween(a, b *corpus.Document) []Turn {
	var out []Turn
	c := compare.Compare(a, b)
	for _, r := range c.Rows {
		if len(r.Old) == 0 || len(r.New) == 0 {
			continue
		}
		old, now := sideText(r.Old), sideText(r.New)
		if old == now {
			continue
		}
		for _, d := range Turns("", old, "", now) {
			out = append(out, Turn{d.Kind, b.ShortCitation(r.New[0].Address, b.Meta.Language), d.A, d.B})
			if len(out) == mostTurns {
				return out
			}
		}
	}
	return out
}

// sideText is what one side of a row says.
func sideText(ps []compare.Place) string {
	ss := make([]string, len(ps))
	for i, p := range ps {
		ss[i] = p.Text
	}
	return strings.Join(ss, "\n")
}

// Report returns the pairs as a table, and, for a dozen documents or less, the
// scores as matrices.
func (l *Likeness) Report() *table.Report {
	p, lang := wordPhrasesOf(l.options.Language, l.lex.docs)
	pairs := l.Pairs
	if pairs == nil {
		pairs = []Pair{}
	}
	r := &table.Report{Title: p.Pairs, Language: lang, Blocks: []table.Block{l.table(p)}, Data: struct {
		Pairs []Pair `json:"pairs"`
	}{pairs}}
	if n := len(l.lex.docs); n > 2 && n <= mostMatrix {
		for _, m := range []struct {
			name string
			of   func(Pair) (*float64, string)
		}{
			{p.Cosine, func(x Pair) (*float64, string) { return x.Cosine, cosineFormula }},
			{p.Jaccard, func(x Pair) (*float64, string) { return x.Jaccard, jaccardFormula }},
			{p.Bigrams, func(x Pair) (*float64, string) { return x.Bigrams, "" }},
		} {
			r.Blocks = append(r.Blocks, l.matrix(p, m.name, m.of))
		}
	}
	return r
}

// mostMatrix is how many documents a matrix shows.
const mostMatrix = 12

const (
	cosineFormula  = "Σ aᵢ·bᵢ / √(Σ aᵢ² · Σ bᵢ²)"
	jaccardFormula = "c / (c + a + b)"
)

func (l *Likeness) note(p *wordPhrases) string {
	kind := p.Stems
	if l.options.Exact {
		kind = p.Exact
	}
	return strings.ReplaceAll(p.SimilarityNote, "{k}", kind)
}

func (l *Likeness) cell(p *wordPhrases, x Pair, v *float64, what, how string) table.Cell {
	if v == nil {
		return table.Missing()
	}
	c := table.Decimal(*v)
	c.Places = 3
	terms := []table.Term{termOf("c", l.shared(x, x.Common, p.Common, common)), termOf("a", l.shared(x, x.OnlyA, p.OnlyA, onlyA)), termOf("b", l.shared(x, x.OnlyB, p.OnlyB, onlyB))}
	switch how {
	case cosineFormula:
		dot, aa, bb := products(l.bags[x.a].words, l.bags[x.b].words)
		terms = []table.Term{value("Σ aᵢ·bᵢ", float64(dot)), value("Σ aᵢ²", float64(aa)), value("Σ bᵢ²", float64(bb))}
	case "":
		common := 0
		for k := range l.bags[x.a].pairs {
			if l.bags[x.b].pairs[k] > 0 {
				common++
			}
		}
		how = jaccardFormula
		terms = []table.Term{value("c", float64(common)), value("a", float64(len(l.bags[x.a].pairs)-common)), value("b", float64(len(l.bags[x.b].pairs)-common))}
	}
	return formula(c, what+": "+x.TitleA+" – "+x.TitleB, how, terms...)
}

// products are the sums of which a cosine is made.
func products(a, b map[string]int) (dot, aa, bb int) {
	for w, n := range a {
		dot += n * b[w]
		aa += n * n
	}
	for _, n := range b {
		bb += n * n
	}
	return dot, aa, bb
}

// shared is how many different words both documents have, or one alone, each
// shown where it stands first.
func (l *Likeness) shared(x Pair, n int, what string, fits func(inA, inB bool) bool) table.Cell {
	return basis(count(n), func() table.Explanation {
		out := table.Explanation{What: x.TitleA + " – " + x.TitleB + ": " + what, Tried: []string{what}, In: []string{x.TitleA, x.TitleB}}
		seen := map[string]bool{}
		for _, doc := range []int{x.a, x.b} {
			l.lex.each(l.lex.docs[doc], func(a article, ws []query.Token) {
				for _, w := range ws {
					k := l.lex.key(a, w)
					if seen[k] || !fits(l.bags[x.a].words[k] > 0, l.bags[x.b].words[k] > 0) {
						continue
					}
					seen[k] = true
					e := l.lex.place(doc, a, w.Unit)
					e.Matches, e.Count = [][2]int{{w.Lo, w.Hi}}, 1
					out.Items = append(out.Items, e)
				}
			})
		}
		return out
	})
}

func common(inA, inB bool) bool { return inA && inB }
func onlyA(inA, inB bool) bool  { return inA && !inB }
func onlyB(inA, inB bool) bool  { return inB && !inA }

func (l *Likeness) table(p *wordPhrases) *table.Table {
	t := &table.Table{Caption: p.Pairs, Source: p.Source, Base: "n = " + digits(len(l.lex.docs)), Landscape: true, FontSize: 9, Notes: []string{l.note(p)},
		Head: [][]table.Cell{table.Heads(p.A, p.B, p.Cosine, p.Jaccard, p.Bigrams, p.Common, p.OnlyA, p.OnlyB, p.Turning)}, Widths: []float64{3, 3, 1.2, 1.2, 1.4, 1.2, 1.2, 1.2, 5}}
	if len(l.Pairs) < l.all {
		t.Notes = append(t.Notes, p.limited(len(l.Pairs), l.all))
	}
	for _, x := range l.Pairs {
		t.Rows = append(t.Rows, []table.Cell{table.Text(x.TitleA), table.Text(x.TitleB), l.cell(p, x, x.Cosine, p.Cosine, cosineFormula),
			l.cell(p, x, x.Jaccard, p.Jaccard, jaccardFormula), l.cell(p, x, x.Bigrams, p.Bigrams, ""), l.shared(x, x.Common, p.Common, common), l.shared(x, x.OnlyA, p.OnlyA, onlyA), l.shared(x, x.OnlyB, p.OnlyB, onlyB), turning(p, x)})
	}
	return t
}

// turning lists what turns the norms of a pair: «ст. 5: модальность: обязаны → вправе».
func turning(p *wordPhrases, x Pair) table.Cell {
	switch {
	case !x.Looked:
		return table.Cell{Runs: []table.Run{{Text: p.NotLooked, Mark: table.MarkMuted}}}
	case len(x.Turns) == 0:
		return table.Text(p.NoTurning)
	}
	var lines []string
	for _, t := range x.Turns {
		s := p.Turns[t.Kind] + ": " + cmp.Or(t.A, "–") + " → " + cmp.Or(t.B, "–")
		if t.At != "" {
			s = t.At + ", " + s
		}
		lines = append(lines, s)
	}
	if len(x.Turns) == mostTurns {
		lines = append(lines, ellipsis)
	}
	return table.Text(strings.Join(lines, "\n"))
}

// matrix has the documents as rows and columns, which are numbered.
func (l *Likeness) matrix(p *wordPhrases, name string, of func(Pair) (*float64, string)) *table.Table {
	n := len(l.lex.docs)
	t := &table.Table{Caption: with(p.Similarity, strings.ToLower(name)), Source: p.Source, Base: "n = " + digits(n), Landscape: n > 6}
	head := table.Heads(p.Number, p.Document)
	t.Widths = []float64{0.6, 4}
	for i := range n {
		head = append(head, table.Bold(itoa(i+1)))
		t.Widths = append(t.Widths, 1)
	}
	t.Head = [][]table.Cell{head}
	at := map[[2]int]Pair{}
	for i := range n {
		for j := i + 1; j < n; j++ {
			at[[2]int{i, j}] = l.pair(i, j)
		}
	}
	for i := range n {
		row := []table.Cell{table.Text(itoa(i + 1)), label(l.lex.names[i])}
		for j := range n {
			if i == j {
				row = append(row, table.Text("×"))
				continue
			}
			x := at[[2]int{min(i, j), max(i, j)}]
			v, how := of(x)
			row = append(row, l.cell(p, x, v, name, how))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
