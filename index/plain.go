package index

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	bindex "github.com/blevesearch/bleve_index_api"

	"svod/corpus/words"
)

// kazakhFor holds the Kazakh letters that Russian ones are typed for.
var kazakhFor = map[rune]string{'а': "ә", 'г': "ғ", 'к': "қ", 'н': "ң", 'о': "ө", 'у': "ұү", 'х': "һ", 'и': "і"}

// inRussian puts Russian letters for the Kazakh ones.
var inRussian = strings.NewReplacer("ә", "а", "ғ", "г", "қ", "к", "ң", "н", "ө", "о", "ұ", "у", "ү", "у", "һ", "х", "і", "и")

// mostPlain is how many letters of a word may stand for a Kazakh one.
const mostPlain = 12

// plain returns the Kazakh forms of a word that was typed without the letters
// that Russian has not, whatever their suffixes.
func (l *lexicon) plain(ctx context.Context, form string) ([]spelling, error) {
	dict, ok := l.r.(bindex.IndexReaderRegexp)
	if !ok || utf8.RuneCountInString(form) < 3 {
		return nil, nil
	}
	var pattern strings.Builder
	open := 0
	for _, r := range form {
		switch {
		case !unicode.Is(unicode.Cyrillic, r):
			return nil, nil
		case kazakhFor[r] != "":
			pattern.WriteString("[" + string(r) + kazakhFor[r] + "]")
			open++
		default:
			pattern.WriteRune(r)
		}
	}
	if open == 0 || open > mostPlain {
		return nil, nil
	}
	stem := words.Stem(form, "kk")
	var out []spelling
	found, err := dict.FieldDictRegexp(fieldForms, pattern.String()+"[а-яәғқңөұүһі]*")
	err = each(found, err, func(e bindex.DictEntry) error {
		kazakh := words.Stem(e.Term, "kk")
		if e.Term == inRussian.Replace(e.Term) || inRussian.Replace(e.Term) != form && inRussian.Replace(kazakh) != inRussian.Replace(stem) {
			return ctx.Err()
		}
		k, err := l.articles(ctx, e.Term)
		if err != nil || k == 0 {
			return err
		}
		out = append(out, spelling{Term{e.Term, k}, kazakh, likelihood(form, form, 0, k)})
		return nil
	})
	return out, err
}
