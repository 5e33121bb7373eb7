package index

import (
	"context"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"

	"svod/corpus/words"
)

// NearBeginning returns the words of the corpus that begin nearly as was typed,
// when nothing begins so: what begins with nearly the letters of the last word,
// else what is spelt nearly so.
func (ix *Index) NearBeginning(ctx context.Context, docs Docs, typed string, n int) ([]Term, error) {
	fields := strings.Fields(typed)
	if len(fields) == 0 {
		return nil, nil
	}
	last := fields[len(fields)-1]
	folded := words.Fold(last)
	begin := []rune(folded)
	if len(begin) < longWord-1 || len(begin) > oddWord {
		return ix.Near(ctx, docs, last, n)
	}
	var found []spelling
	err := ix.withLexicon(ctx, docs, func(l *lexicon) error {
		found = nil
		// The first two letters are seldom wrong.
		dict, err := l.r.FieldDictPrefix(fieldForms, []byte(string(begin[:2])))
		return each(dict, err, func(e bindex.DictEntry) error {
			rs := []rune(e.Term)
			if len(rs) < len(begin) || !isWord(e.Term) {
				return ctx.Err()
			}
			wrong := mostNear + 1
			for k := len(begin) - 1; k <= min(len(begin)+1, len(rs)); k++ { // it may be a beginning with a letter more or less
				wrong = min(wrong, words.Distance(folded, string(rs[:k])))
			}
			if most := min(mostNear, len(begin)/4); wrong > most {
				return ctx.Err()
			}
			k, err := l.articles(ctx, e.Term)
			if err != nil || k == 0 {
				return err
			}
			found = append(found, spelling{Term{e.Term, k}, stemOf(e.Term), likelihood(string(begin), e.Term, wrong, k)})
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return ix.Near(ctx, docs, last, n)
	}
	var out []Term
	for _, s := range best(found, "") {
		if out = append(out, s.Term); len(out) == n {
			break
		}
	}
	return out, nil
}
