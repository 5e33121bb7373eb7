package index

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/errgroup"

	"svod/corpus/store"
	"svod/corpus/words"
)

// A Suggestion is a word or phrase of the corpus that begins as was typed, all
// its forms taken together.
type Suggestion struct {
	Text        string // in one of its forms, as the texts write it
	Words       int    // 1 for a word, 2 or 3 for a phrase
	Occurrences int
	Provisions  int
	Documents   int
	Defined     bool // an article on terms defines it
}

// Suggest returns the words and phrases that begin as the request's Query does,
// at most Limit of them: first those that most provisions have, what is defined
// counting twice. After a whole word and a space come the phrases that go on
// from it in any of its forms. Case and ё do not matter.
func (ix *Index) Suggest(ctx context.Context, req Request, docs Docs) ([]Suggestion, error) {
	p, ok := parsePrefix(req.Query)
	if !ok {
		return nil, nil
	}
	list, err := docs.List(ctx)
	if err != nil {
		return nil, err
	}
	list = req.documents(list)
	tallies := make([]map[termKey]*tallied, len(list))
	err = ix.read(ctx, docs, func(b bleve.Index) error {
		g, ctx := errgroup.WithContext(ctx)
		g.SetLimit(runtime.GOMAXPROCS(0))
		for i, e := range list {
			g.Go(func() error {
				if err := ctx.Err(); err != nil {
					return err
				}
				v, err := b.GetInternal(hashKey(e.ID))
				if err != nil {
					return fmt.Errorf("%w: %w", errDamaged, err)
				}
				if len(v) == 0 { // added since
					return nil
				}
				l, err := ix.lists.get(parsePlace(string(v)))
				if err != nil {
					return err
				}
				tallies[i] = p.tally(l)
				return nil
			})
		}
		return g.Wait()
	})
	if err != nil {
		return nil, err
	}
	return merge(ctx, docs, list, tallies, req.Limit)
}

// A prefix is what was typed: whole words by their stems in each language, and
// the beginning of the next one.
type prefix struct {
	stems [][]string // by language, as in languages
	last  string
}

// mostTyped is how many whole words are looked at.
const mostTyped = 2

func parsePrefix(typed string) (prefix, bool) {
	folded := words.Fold(strings.TrimLeft(typed, " \u00a0"))
	fields := strings.Fields(folded)
	if len(fields) == 0 {
		return prefix{}, false
	}
	p := prefix{stems: make([][]string, len(languages))}
	if !strings.HasSuffix(folded, " ") {
		p.last = fields[len(fields)-1]
		fields = fields[:len(fields)-1]
	}
	if len(fields) > mostTyped {
		return prefix{}, false
	}
	for i, lang := range languages {
		for _, f := range fields {
			p.stems[i] = append(p.stems[i], words.Stem(f, lang))
		}
	}
	return p, true
}

// fits reports whether words, by their types, begin as was typed.
func (p *prefix) fits(l *wordList, types []int) bool {
	whole := p.stems[l.types[types[0]].lang]
	if len(types) < len(whole)+1 {
		return false
	}
	for i, s := range whole {
		if l.stem(types[i]) != s {
			return false
		}
	}
	return strings.HasPrefix(l.form(types[len(whole)]), p.last)
}

// merge adds up what the documents have, and puts the best into words.
func merge(ctx context.Context, docs Docs, list []store.Entry, tallies []map[termKey]*tallied, limit int) ([]Suggestion, error) {
	all := map[termKey]*tallied{}
	for i, m := range tallies {
		for k, x := range m {
			for _, f := range x.forms {
				for j := range f.places {
					f.places[j].doc = list[i].ID
				}
			}
			sum := all[k]
			if sum == nil {
				all[k] = x
				continue
			}
			sum.occurrences += x.occurrences
			sum.provisions += x.provisions
			sum.documents++
			sum.defined = sum.defined || x.defined
			for form, f := range x.forms {
				if had := sum.forms[form]; had != nil {
					had.count += f.count
					had.places = append(had.places, f.places[:min(len(f.places), max(0, mostPlaces-len(had.places)))]...)
				} else {
					sum.forms[form] = f
				}
			}
		}
	}
	type named struct {
		*tallied
		form string
	}
	var out []named
	for k, x := range all {
		// A phrase that occurs once is no term.
		if x.words > 1 && x.occurrences < 2 && !x.defined {
			continue
		}
		out = append(out, named{x, x.shown(languages[k.lang])})
	}
	slices.SortFunc(out, func(a, b named) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(b.occurrences, a.occurrences), strings.Compare(a.form, b.form))
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	var ss []Suggestion
	for _, x := range out {
		text, err := writtenAs(ctx, docs, x.form, x.forms[x.form].places)
		if err != nil {
			return nil, err
		}
		ss = append(ss, Suggestion{text, x.words, x.occurrences, x.provisions, x.documents, x.defined})
	}
	return ss, nil
}

// definedWeight is how much more a term counts that an act defines.
const definedWeight = 2

func (x *tallied) weight() int {
	if x.defined {
		return definedWeight * x.provisions
	}
	return x.provisions
}

// seldom is the share of the commonest form's count below which no other form
// is printed in its stead.
const seldom = 0.05

// shown is the form to print: the commonest, but of what begins with an
// adjective the commonest in the nominative, and of Kazakh words the shortest,
// if they aren't seldom: «общественный совет», though most acts say «совета».
func (x *tallied) shown(lang string) string {
	most := 0
	for _, f := range x.forms {
		most = max(most, f.count)
	}
	best, rank := "", 0.0
	for form, f := range x.forms {
		r := float64(f.count)
		if r >= seldom*float64(most) {
			first, _, _ := strings.Cut(form, " ")
			switch {
			case lang == "kk":
				r += float64(most) * float64(100-min(99, utf8.RuneCountInString(form)))
			case roleOf(first, lang) == adjective && nominative(first):
				r += float64(most)
			}
		}
		if r > rank || r == rank && form < best {
			best, rank = form, r
		}
	}
	return best
}
