package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	bindex "github.com/blevesearch/bleve_index_api"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// An Explanation tells how a query was understood.
type Explanation struct {
	// Address is the query as an address, "" if it is none; then NoAddress says
	// why not: "words" (no provision is named), "act" (no act has the name that
	// stands with it), "number" (neither a number nor an act), "operators" (the
	// language of queries is spoken).
	Address, NoAddress string
	Steps              []corpus.Step // of the address
	Act                string        // the other words of it, as they were typed
	Acts               []store.Entry // that the address' words mean, the newest text of each
	// Tree is a query of words; Question, that it ended with «?».
	Tree     query.Tree
	Question bool
	Words    []WordExplained
	Filters  []FilterCount // how many documents each leaves
	// Documents are those of the corpus, Searched those that the filters left.
	Documents, Searched int
}

// A WordExplained is what a word of a query finds.
type WordExplained struct {
	Word     string
	Stems    []Stem // by which it is compared; none of a word in an exact form
	Articles int    // of the documents searched that have it
	// Forms are the written words of the corpus that it finds, the commonest
	// first, at most mostForms of Found.
	Forms []Term
	Found int
}

// A Stem is what words of a language have in common.
type Stem struct{ Language, Stem string }

const mostForms = 30

// explain tells how the search was understood; q is nil for an address.
func (s *search) explain(ix *Index, q *query.Query) (*Explanation, error) {
	x := &Explanation{Documents: len(s.all), Searched: len(s.list)}
	for _, c := range s.conditions() {
		x.Filters = append(x.Filters, FilterCount{Text: c.text, Field: c.field, Documents: len(c.keep(s.all))})
	}
	ref, ok := s.reference()
	switch acts, _ := s.acts(ref.Rest); {
	case q == nil:
		x.Address, x.Steps, x.Act = understood(ref, nil), ref.Steps, ref.Rest
		acts, _ := s.acts(ref.Rest)
		for _, a := range acts {
			if len(x.Acts) < mostActs {
				x.Acts = append(x.Acts, a[0])
			}
		}
		return x, nil
	case !ok:
		x.NoAddress = "words"
	case !query.Bare(s.words):
		x.NoAddress = "operators"
	case ref.Rest != "" && len(acts) == 0:
		x.NoAddress = "act"
	default:
		x.NoAddress = "number"
	}
	x.Tree, x.Question = q.Tree(), q.Question
	counts := &Diagnosis{}
	if err := s.countWords(ix, q, counts); err != nil {
		return nil, err
	}
	err := ix.withLexicon(s.ctx, s.docs, func(l *lexicon) error {
		x.Words = nil
		for _, c := range counts.Words {
			w := WordExplained{Word: c.Word, Articles: c.Articles}
			if c.need.Kind == query.NeedStem {
				w.Stems = stemsByLanguage(c.need)
			}
			forms, err := l.forms(s.ctx, c.need)
			if err != nil {
				return err
			}
			w.Found = len(forms)
			w.Forms = forms[:min(len(forms), mostForms)]
			x.Words = append(x.Words, w)
		}
		return nil
	})
	return x, err
}

// stemsByLanguage are the stems of a word, once if they are the same.
func stemsByLanguage(n query.Need) []Stem {
	var out []Stem
	for _, lang := range languages {
		st := n.Stem(lang)
		if i := slices.IndexFunc(out, func(s Stem) bool { return s.Stem == st }); i >= 0 {
			out[i].Language += ", " + lang
			continue
		}
		out = append(out, Stem{lang, st})
	}
	return out
}

// forms are the written words that a word finds, the commonest first. Words of
// one stem begin alike in their first letter at least.
func (l *lexicon) forms(ctx context.Context, n query.Need) ([]Term, error) {
	fits := func(form string) bool { return form == n.Form }
	first := n.Form
	switch n.Kind {
	case query.NeedStem:
		fits = func(form string) bool {
			lang := words.Language(form)
			return words.Stem(form, lang) == n.Stem(lang)
		}
		_, size := utf8.DecodeRuneInString(n.Form)
		first = n.Form[:size]
		if isNumber(n.Stem("ru")) || isNumber(n.Stem("kk")) {
			first = "" // «десять» is another form of 10
		}
	case query.NeedWildcard:
		fits = func(form string) bool { return query.Wild(n.Form, form) }
		first = n.Form[:strings.IndexAny(n.Form+"*", "*?")]
	case query.NeedFuzzy:
		fits = func(form string) bool { return query.Close(n.Form, form, n.Slips) }
		first = ""
	case query.NeedForm:
	default:
		return nil, nil
	}
	var out []Term
	d, err := l.r.FieldDictPrefix(fieldForms, []byte(first))
	err = each(d, err, func(e bindex.DictEntry) error {
		if !fits(e.Term) {
			return ctx.Err()
		}
		n, err := l.articles(ctx, e.Term)
		if err != nil || n == 0 {
			return err
		}
		out = append(out, Term{e.Term, n})
		return nil
	})
	slices.SortFunc(out, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Form, b.Form))
	})
	return out, err
}

// isNumber reports whether a stem is that of a number.
func isNumber(stem string) bool { return stem != "" && stem[0] >= '0' && stem[0] <= '9' }
