package index

import (
	"context"
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	bindex "github.com/blevesearch/bleve_index_api"

	"svod/corpus/query"
	"svod/corpus/words"
)

// A wanted word is one that a question asks for.
type wanted struct {
	form   string
	stems  []string // by languages
	root   string   // of the Russian stem
	kin    []string // other stems of that root in the corpus: «выселен» has «высел»
	weight float64  // more for a rarer word
}

// mostWanted bounds the words of a question that are looked at: nobody asks
// more, and a pasted page is not to keep the search busy.
const mostWanted = 32

// wantedWords looks up the words of a question.
func wantedWords(ctx context.Context, b bleve.Index, q *query.Query) (out []wanted, err error) {
	inner, err := b.Advanced()
	if err != nil {
		return nil, err
	}
	r, err := inner.Reader()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer r.Close()
	total, err := r.DocCount()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	seen := map[string]bool{}
	for _, n := range wordsOf(q.Needs(), nil) {
		if n.Kind != query.NeedStem || seen[n.Stem("ru")] || len(out) == mostWanted {
			continue
		}
		seen[n.Stem("ru")] = true
		w := wanted{form: n.Form, root: words.Root(n.Stem("ru"))}
		has := 0.0
		for _, l := range languages {
			w.stems = append(w.stems, n.Stem(l))
			p, err := r.TermFieldReader(ctx, []byte(n.Stem(l)), l, false, false, false)
			if err != nil {
				return nil, fmt.Errorf("%w: %w", errDamaged, err)
			}
			has += float64(p.Count())
			if err := p.Close(); err != nil {
				return nil, fmt.Errorf("%w: %w", errDamaged, err)
			}
		}
		w.weight = rarity(has, float64(total))
		if w.kin, err = kin(r, w.stems[0], w.root); err != nil {
			return nil, err
		}
		out = append(out, w)
	}
	return out, nil
}

// rarity is the square root of the inverse document frequency that BM25 takes:
// with the frequency itself, one rare word outweighs the rest of a question.
// A word that no article has weighs like one that an eighth of them has: the
// rest must do without it.
func rarity(has, total float64) float64 {
	if has == 0 {
		has = total / 8
	}
	return math.Sqrt(math.Log(1 + max(0, total-has+0.5)/(has+0.5)))
}

// mostKin bounds the kin of a word.
const mostKin = 24

// kin returns the stems of Russian texts that have the root of a stem.
func kin(r bindex.IndexReader, stem, root string) ([]string, error) {
	if utf8.RuneCountInString(root) < 5 {
		return nil, nil // short roots meet by chance
	}
	_, last := utf8.DecodeLastRuneInString(root) // it may alternate
	d, err := r.FieldDictPrefix(languages[0], []byte(root[:len(root)-last]))
	var out []string
	err = each(d, err, func(e bindex.DictEntry) error {
		if len(out) < mostKin && e.Count > 0 && e.Term != stem && words.Root(e.Term) == root {
			out = append(out, e.Term)
		}
		return nil
	})
	return out, err
}
