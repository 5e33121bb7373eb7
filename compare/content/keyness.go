package content

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"svod/compare/stat"
	"svod/corpus"
	"svod/corpus/query"
)

// KeynessOptions say how words of two sets of texts are compared.
type KeynessOptions struct {
	Target, Reference string // names for people
	Rest              bool   // the reference is all other documents
	Exact             bool   // words are written forms, not stems
	Content           bool   // without function words and numbers
	Without           []string
	Min               int // occurrences in both together, at least
	Limit             int // words on each side, 0 all
	Correction        stat.Correction
	Language          string
}

// Keyness is what words tell one set of texts from another.
type Keyness struct {
	Target, Reference Side
	Tests             int // words that were compared
	Rows              []KeyWord

	options     KeynessOptions
	more, fewer int // words more, and less frequent in the target
	lex         *lexis
	several     bool // documents on a side
	targets     int  // so many of the documents are the target's, the first ones
	once        sync.Once
	seen        map[string][]sighting
}

// A Side is one of the two sets of texts.
type Side struct {
	Name      string `json:"name"`
	Documents int    `json:"documents"`
	Words     int    `json:"words"`
}

// A KeyWord is a word with its frequencies and what they tell.
type KeyWord struct {
	Word               string      `json:"word"`
	Stem               string      `json:"stem,omitempty"`
	A                  int         `json:"target"`
	B                  int         `json:"reference"`
	TargetDocuments    int         `json:"target_documents"`
	ReferenceDocuments int         `json:"reference_documents"`
	TwoCell            float64     `json:"g2_two_cell"`
	FourCell           float64     `json:"g2_four_cell"`
	ChiSquare          float64     `json:"chi_square"`
	LogRatio           float64     `json:"log_ratio"`
	Smoothed           bool        `json:"log_ratio_smoothed,omitempty"`
	P                  float64     `json:"p"`
	Adjusted           float64     `json:"p_adjusted"`
	Fisher             bool        `json:"p_by_fisher,omitempty"`
	Forms              []FormCount `json:"forms,omitempty"`

	key string
}

// FindKeyness compares the words of target with those of reference. Rows are the
// words that are more frequent in the target, by G², and then those that are
// less so.
func FindKeyness(target, reference []*corpus.Document, opts KeynessOptions) *Keyness {
	k := &Keyness{options: opts, targets: len(target), lex: newLexis(slices.Concat(target, reference), opts.Exact, nil)}
	k.Target = Side{opts.Target, len(target), 0}
	k.Reference = Side{opts.Reference, len(reference), 0}
	type both struct {
		n, documents [2]int
		last         int
		forms        forms
	}
	all := map[string]*both{}
	for i, d := range k.lex.docs {
		side := 0
		if i >= k.targets {
			side = 1
		}
		k.lex.each(d, func(a article, ws []query.Token) {
			*[]*int{&k.Target.Words, &k.Reference.Words}[side] += len(ws)
			for _, w := range ws {
				key := k.lex.key(a, w)
				x := all[key]
				if x == nil {
					x = &both{forms: forms{}}
					all[strings.Clone(key)] = x
				}
				x.n[side]++
				if x.last != i+1 {
					x.last = i + 1
					x.documents[side]++
				}
				x.forms.add(form(a, w), written(a, w))
			}
		})
	}
	without := map[string]bool{}
	for _, w := range opts.Without {
		without[k.lex.keyOf(w)] = true
	}
	var ps []float64
	for _, key := range slices.Sorted(maps.Keys(all)) {
		x := all[key]
		list := x.forms.list()
		if x.n[0]+x.n[1] < opts.Min || without[key] || opts.Content && functional(list[0].Form) {
			continue
		}
		a, n1, b, n2 := float64(x.n[0]), float64(k.Target.Words), float64(x.n[1]), float64(k.Reference.Words)
		c, err := stat.Keyness(a, n1, b, n2)
		if err != nil {
			continue // one side has no words at all: nothing can be compared
		}
		row := KeyWord{key: key, Word: list[0].Form, A: x.n[0], B: x.n[1], TargetDocuments: x.documents[0], ReferenceDocuments: x.documents[1],
			TwoCell: c.TwoCell, FourCell: c.FourCell, ChiSquare: c.ChiSquare, LogRatio: c.LogRatio, Smoothed: c.Smoothed, P: c.FourCellP, Forms: list}
		if !opts.Exact {
			row.Stem = key
		}
		if math.Min(n1, n2)*(a+b)/(n1+n2) < 5 {
			if f, err := stat.Fisher([][]float64{{a, n1 - a}, {b, n2 - b}}, stat.FisherOptions{}); err == nil {
				row.P, row.Fisher = f.P, true
			}
		}
		k.Rows = append(k.Rows, row)
		ps = append(ps, row.P)
	}
	k.Tests = len(ps)
	for i, p := range opts.Correction.Adjust(ps) {
		k.Rows[i].Adjusted = p
	}
	slices.SortStableFunc(k.Rows, func(a, b KeyWord) int {
		if (a.FourCell < 0) != (b.FourCell < 0) {
			return cmp.Compare(b.FourCell, a.FourCell)
		}
		return cmp.Or(cmp.Compare(math.Abs(b.FourCell), math.Abs(a.FourCell)), cmp.Compare(a.Word, b.Word))
	})
	k.fewer = len(k.Rows)
	for i, r := range k.Rows {
		if r.FourCell < 0 {
			k.fewer = i
			break
		}
	}
	k.more, k.fewer = k.fewer, len(k.Rows)-k.fewer
	k.limit()
	return k
}

// limit leaves the first words of each side.
func (k *Keyness) limit() {
	n := k.options.Limit
	if n <= 0 {
		return
	}
	more, fewer := k.Rows[:k.more], k.Rows[k.more:]
	k.Rows = slices.Concat(more[:min(n, len(more))], fewer[:min(n, len(fewer))])
}
