package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	bindex "github.com/blevesearch/bleve_index_api"

	"svod/corpus/words"
)

const (
	// mostNear is how many letters may be wrong in a long word: bleve's
	// automaton knows no more than two.
	mostNear = 2
	// longWord is the least length, in letters, of a word with two wrong.
	longWord = 6
	// oddWord is the length beyond which a word is no slip of the pen.
	oddWord = 40
	// A letter more that is wrong must be outweighed by a form that is so
	// many times as frequent, as a power of two.
	letterWeight = 4
)

// Near returns the words of the corpus that are spelt nearly as a word that
// may not be there, the likeliest first: few letters differ, and it is
// frequent. One form is given of each word. A word that was typed with the
// keyboard in Latin letters («cjdtn»), or in Latin letters that look Cyrillic
// («COBET»), is tried as the Russian word («совет»), and one in Russian letters
// («казакстан») as the Kazakh word («қазақстан»).
//
// The word itself is never among the answers, nor are other forms of it.
func (ix *Index) Near(ctx context.Context, docs Docs, word string, n int) ([]Term, error) {
	typed := strings.ToLower(strings.TrimSpace(word))
	folded := words.Fold(typed)
	if utf8.RuneCountInString(folded) < 2 || utf8.RuneCountInString(folded) > oddWord {
		return nil, nil
	}
	var out []Term
	err := ix.withLexicon(ctx, docs, func(l *lexicon) error {
		found, err := l.near(ctx, folded)
		if err != nil {
			return err
		}
		for _, other := range otherLayout(typed) {
			meant, err := l.meant(ctx, other)
			if err != nil {
				return err
			}
			found = append(found, meant...)
		}
		if form := words.LookAlike(folded); form != "" {
			meant, err := l.meant(ctx, form)
			if err != nil {
				return err
			}
			found = append(found, meant...)
		}
		plain, err := l.plain(ctx, folded)
		if err != nil {
			return err
		}
		found = append(found, plain...)
		out = nil
		for _, s := range best(found, stemOf(folded)) {
			out = append(out, s.Term)
		}
		return nil
	})
	if n > 0 && len(out) > n {
		out = out[:n]
	}
	return out, err
}

// meant returns a form that was typed in another layout, if the corpus has it,
// or else what is near to it.
func (l *lexicon) meant(ctx context.Context, form string) ([]spelling, error) {
	k, err := l.articles(ctx, form)
	if err != nil {
		return nil, err
	}
	if k > 0 {
		return []spelling{{Term{form, k}, stemOf(form), likelihood(form, form, 0, k)}}, nil
	}
	if utf8.RuneCountInString(form) < longWord {
		return nil, nil
	}
	return l.near(ctx, form)
}

// A spelling is a form beside the one that was asked for.
type spelling struct {
	Term
	stem   string
	weight float64
}

// near returns the forms that differ from a folded one in few letters.
func (l *lexicon) near(ctx context.Context, form string) ([]spelling, error) {
	fuzzy, ok := l.r.(bindex.IndexReaderFuzzy)
	if !ok {
		return nil, nil
	}
	letters := mostNear
	if utf8.RuneCountInString(form) < longWord {
		letters = 1
	}
	var out []spelling
	for d := 1; d <= letters; d++ {
		dict, err := fuzzy.FieldDictFuzzy(fieldForms, form, d, "")
		err = each(dict, err, func(e bindex.DictEntry) error {
			if e.Term == form || !isWord(e.Term) || slices.ContainsFunc(out, func(s spelling) bool { return s.Form == e.Term }) {
				return ctx.Err()
			}
			if shortWord(form, e.Term) {
				return ctx.Err()
			}
			k, err := l.articles(ctx, e.Term)
			if err != nil || k == 0 {
				return err
			}
			out = append(out, spelling{Term{e.Term, k}, stemOf(e.Term), likelihood(form, e.Term, d, k)})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// shortWord reports whether a word is so short that another one with a letter
// more or less, or another first letter, is just another word: нпо and по.
func shortWord(typed, form string) bool {
	a, b := []rune(typed), []rune(form)
	return len(a) < shortest && (len(a) != len(b) || a[0] != b[0])
}

// likelihood tells how likely it is that a form was meant: a power of two.
func likelihood(typed, form string, wrong, articles int) float64 {
	w := math.Log2(float64(1+articles)) - letterWeight*float64(wrong)
	a, _ := utf8.DecodeRuneInString(typed)
	b, _ := utf8.DecodeRuneInString(form)
	if a != b { // the first letter is seldom wrong
		w -= letterWeight
	}
	return w
}

// best leaves the likeliest form of each word, and no form of the word asked
// for, in order.
func best(found []spelling, but string) []spelling {
	slices.SortFunc(found, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.Form, b.Form))
	})
	seen := map[string]bool{but: true}
	return slices.DeleteFunc(found, func(s spelling) bool {
		known := seen[s.stem]
		seen[s.stem] = true
		return known
	})
}

// isWord tells words from numbers and labels.
func isWord(form string) bool {
	return !strings.ContainsFunc(form, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' })
}

// The letters of the Russian keyboard at the places of the Latin one, and of
// the Kazakh one where it has others.
const (
	latinKeys   = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.2345890-="
	russianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю"
	kazakhKeys  = "әіңғүұқөһ"
)

// otherLayout returns what was typed as if the keyboard had been in Russian,
// and in Kazakh; nothing if it has no Latin letter, or others.
func otherLayout(typed string) []string {
	latin := false
	var ru, kk strings.Builder
	for _, r := range typed {
		at := strings.IndexRune(latinKeys, r)
		if at < 0 {
			return nil
		}
		latin = latin || r >= 'a' && r <= 'z'
		ru.WriteRune(keyAt(russianKeys, at, r))
		kk.WriteRune(keyAt(russianKeys+kazakhKeys, at, r))
	}
	if !latin {
		return nil
	}
	out := []string{words.Fold(ru.String())}
	if k := words.Fold(kk.String()); k != out[0] {
		out = append(out, k)
	}
	return out
}

func keyAt(keys string, at int, or rune) rune {
	if rs := []rune(keys); at < len(rs) {
		return rs[at]
	}
	return or
}
