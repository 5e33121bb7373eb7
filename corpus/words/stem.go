package words

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// Stem returns the stem of a folded form: what its inflected forms have in
// common. Russian has the Snowball stemmer behind a table of exceptions (see
// exceptions.txt), Kazakh a light stemmer of suffixes, English Snowball. The
// stem of a compound is made of its parts' stems.
//
// Words in Latin letters stay as they are in a Russian or Kazakh text, and so
// do numbers.
func Stem(form, lang string) string { return stem(form, langOf(lang)) }

func stem(form string, l lang) string {
	if i := strings.IndexByte(form, '-'); i > 0 && i < len(form)-1 {
		if form[0] >= '0' && form[0] <= '9' && strings.Trim(form[:i], "0123456789") == "" {
			if s, ok := digitsWith(form[:i], form[i+1:]); ok {
				return s
			}
		}
		return stem(form[:i], l) + "-" + stem(form[i+1:], l)
	}
	if form == "" || form[0] >= '0' && form[0] <= '9' || len(form) > maxWord {
		return form
	}
	if l == englishLang {
		if form[0] < 0x80 {
			return english.Stem(form, true)
		}
		l = russianLang
	}
	if form[0] < 0x80 {
		return form
	}
	if strings.IndexByte(form, ' ') > 0 {
		return stemOfNumber(form, l)
	}
	if l == kazakhLang {
		return kazakhStem(form)
	}
	if s, ok := excepted(form); ok {
		return s
	}
	if s, ok := numberFirst(form); ok {
		return s
	}
	return russian.Stem(form, true)
}
