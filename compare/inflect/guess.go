package inflect

import (
	"strings"
	"unicode/utf8"

	"svod/corpus/words"
)

// A candidate is a noun that a word in the nominative may be.
type candidate struct {
	noun   noun
	plural bool
}

// nounsOf returns what noun a word in the nominative may be: of nouns.txt, or
// by its ending. What the ending does not tell makes it a guess.
func nounsOf(word string) []candidate {
	if ks := nouns().find(word); ks != nil {
		var out []candidate
		for _, k := range ks {
			if k.table != "" && !strings.Contains(k.table, "|") {
				return []candidate{{k.noun(), true}} // «выборы» are hardly several choices
			}
			out = append(out, candidate{k.noun(), k.plural})
		}
		return out
	}
	if isAbbreviation(word) {
		return []candidate{{still(word), false}, {still(word), true}}
	}
	return guess(words.Fold(word))
}

// still is a word that is not declined.
func still(word string) noun {
	n := noun{gender: neuter, life: thing}
	for i := range n.forms {
		for c := range n.forms[i] {
			n.forms[i][c].form = word
		}
	}
	return n
}

// A rule knows nouns by their ending in the nominative, and what they end with
// in the nominative singular.
type rule struct {
	end, singular string
	plural        bool
	declined
}

// The rules, the more special before the more general. Plurals in -ы, -и can
// be of masculines and feminines; only those stand here that can't.
var rules = []rule{
	{"ость", "ость", false, declined{gender: feminine}},
	{"есть", "есть", false, declined{gender: feminine}},
	{"знь", "знь", false, declined{gender: feminine}},
	{"тель", "тель", false, declined{life: either}},
	{"арь", "арь", false, declined{life: either}},
	{"ция", "ция", false, declined{gender: feminine}},
	{"сия", "сия", false, declined{gender: feminine}},
	{"зия", "зия", false, declined{gender: feminine}},
	{"гия", "гия", false, declined{gender: feminine}},
	{"рия", "рия", false, declined{gender: feminine}},
	{"фия", "фия", false, declined{gender: feminine}},
	{"мия", "мия", false, declined{gender: feminine}},
	{"ение", "ение", false, declined{gender: neuter}},
	{"ание", "ание", false, declined{gender: neuter}},
	{"яние", "яние", false, declined{gender: neuter}},
	{"тие", "тие", false, declined{gender: neuter}},
	{"вие", "вие", false, declined{gender: neuter}},
	{"лие", "лие", false, declined{gender: neuter}},
	{"рие", "рие", false, declined{gender: neuter}},
	{"сие", "сие", false, declined{gender: neuter}},
	{"чие", "чие", false, declined{gender: neuter, guess: true}},
	{"ство", "ство", false, declined{gender: neuter}},
	{"тво", "тво", false, declined{gender: neuter}},
	{"ище", "ище", false, declined{gender: neuter}},
	{"изм", "изм", false, declined{}},
	{"ница", "ница", false, declined{gender: feminine, life: either}},
	{"ика", "ика", false, declined{gender: feminine}},
	{"тура", "тура", false, declined{gender: feminine}},
	{"ина", "ина", false, declined{gender: feminine, life: either}},
	{"мент", "мент", false, declined{life: either}},
	{"ник", "ник", false, declined{life: either}},
	{"инг", "инг", false, declined{}},
	// The plural.
	{"ости", "ость", true, declined{gender: feminine}},
	{"тели", "тель", true, declined{life: either}},
	{"ции", "ция", true, declined{gender: feminine}},
	{"сии", "сия", true, declined{gender: feminine}},
	{"зии", "зия", true, declined{gender: feminine}},
	{"гии", "гия", true, declined{gender: feminine}},
	{"ения", "ение", true, declined{gender: neuter}},
	{"ания", "ание", true, declined{gender: neuter}},
	{"тия", "тие", true, declined{gender: neuter}},
	{"вия", "вие", true, declined{gender: neuter}},
	{"ства", "ство", true, declined{gender: neuter}},
	{"ища", "ище", true, declined{gender: neuter}},
	{"ники", "ник", true, declined{life: either}},
	{"менты", "мент", true, declined{life: either}},
	{"изация", "изация", false, declined{gender: feminine}},
}

// guess goes by the ending of a word that is not known.
func guess(word string) []candidate {
	for _, r := range rules {
		if stem, ok := strings.CutSuffix(word, r.end); ok && utf8.RuneCountInString(stem) >= 2 {
			return []candidate{{r.decline(stem + r.singular), r.plural}}
		}
	}
	if utf8.RuneCountInString(word) < 3 || endsAny(word, oblique...) || isOblique(word) {
		return nil
	}
	last, size := utf8.DecodeLastRuneInString(word)
	stem := word[:len(word)-size]
	d := declined{life: either, guess: true}
	switch last {
	case 'а', 'я':
		d.gender = feminine
		before, n := utf8.DecodeLastRuneInString(stem)
		if second, _ := utf8.DecodeLastRuneInString(stem[:len(stem)-n]); before == 'к' && !strings.ContainsRune("аеиоуыэюя", second) {
			d.zero = inserted(word)
		}
		return []candidate{{d.decline(word), false}}
	case 'о', 'е':
		d.gender = neuter
		return []candidate{{d.decline(word), false}}
	case 'ь':
		f := d
		f.gender = feminine
		return []candidate{{d.decline(word), false}, {f.decline(word), false}}
	case 'ы', 'и':
		f := d
		f.gender = feminine
		end := "а"
		if last == 'и' && !endsIn(stem, "гкхжшчщ") {
			end = "я"
			if endsIn(stem, "аеиоуы") {
				return []candidate{{d.decline(stem + "й"), true}, {f.decline(stem + end), true}}
			}
			return []candidate{{d.decline(stem + "ь"), true}, {f.decline(stem + "ь"), true}, {f.decline(stem + end), true}}
		}
		return []candidate{{d.decline(stem), true}, {f.decline(stem + end), true}}
	case 'у', 'ю', 'э', 'ё':
		return nil
	}
	// A consonant: masculine. What loses a vowel is not told by the ending.
	return []candidate{{d.decline(word), false}}
}

// isOblique reports whether a form is that of a noun of nouns.txt: «залоге» is
// no neuter.
func isOblique(form string) bool {
	stem := form
	for range 3 {
		for _, end := range []string{"", "а", "я", "о", "е", "ь", "й"} {
			for _, k := range nouns()[stem+end] {
				n := k.noun()
				if n.tailLike(form, k.plural) {
					return true
				}
			}
		}
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	return false
}

// oblique are endings that nominatives hardly have: «отделом», «прав[ам]».
var oblique = []string{"ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ами", "ями", "ого", "его", "ому", "ему", "ых", "их", "ым", "им", "ыми", "ими", "ою", "ею", "ей", "ой", "ий", "ью"}

func endsIn(s, letters string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(letters, r)
}

// isAbbreviation reports whether a word is in capitals or foreign: «НПО»,
// «ТОО», «SPV». Such words are not declined.
func isAbbreviation(word string) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return true
		}
		letters++
		if r >= 'А' && r <= 'Я' || r == 'Ё' {
			capitals++
		}
	}
	return letters >= 2 && capitals*2 > letters // «МЧСник» no, «ОРВ» yes, «ГЧП»
}
