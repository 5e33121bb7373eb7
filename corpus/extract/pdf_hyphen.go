package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphens decides whether a hyphen at the end of a line divides a word or
// belongs to it, by the words of the document itself.
type hyphens struct {
	words  map[string]int // folded words that stand whole within a line
	firsts map[string]int // first parts of its compounds: «социально»
	// divides tells whether the document divides words at all. Word and most
	// browsers don't by default: then each hyphen is a compound's.
	divides bool
}

func newHyphens(lines [][]*printed) *hyphens {
	h := &hyphens{words: map[string]int{}, firsts: map[string]int{}}
	broken, total := 0, 0
	for _, page := range lines {
		for _, l := range page {
			if l.table != nil {
				continue
			}
			fields := strings.Fields(l.text)
			total++
			for i, f := range fields {
				w := bare(f)
				if i == len(fields)-1 && isHyphen(lastRune(f)) {
					if utf8.RuneCountInString(w) > 1 {
						broken++
					}
					continue
				}
				h.words[w]++
				if first, _, ok := strings.Cut(w, "-"); ok {
					h.firsts[first]++
				}
			}
		}
	}
	h.divides = broken >= 3 && broken*25 > total
	return h
}

func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

const softHyphen = '\u00ad'

func isHyphen(r rune) bool { return r == '-' || r == softHyphen || r == '\u2010' }

// join puts two lines of a paragraph together.
func (h *hyphens) join(a, b string) string {
	last := lastRune(a)
	if !isHyphen(last) {
		if b == "," || strings.HasPrefix(b, ", ") || b == ";" || b == "." {
			return a + b // a narrow cell has no room for the sign beside its word
		}
		return a + " " + b
	}
	stem := a[:len(a)-utf8.RuneLen(last)]
	switch before := lastRune(stem); {
	case last == softHyphen:
		return stem + b
	case unicode.IsSpace(before) || stem == "":
		return a + " " + b // a dash
	case !unicode.IsLetter(before) || !unicode.IsLetter(firstRune(b)) || unicode.IsUpper(firstRune(b)) && !unicode.IsUpper(before):
		return a + b // «5-1», «Санкт-Петербург»
	case h.keeps(stem, b):
		return a + b
	}
	return stem + b
}

// keeps reports whether the hyphen between the last word of a and the first of
// b is part of the word.
func (h *hyphens) keeps(a, b string) bool {
	first, rest := bare(lastField(a)), bare(firstField(b))
	whole, compound := h.words[first+rest], h.words[first+"-"+rest]
	switch {
	case whole != compound:
		return compound > whole
	case particles[rest] || prefixes[first]:
		return true
	case strings.Contains(first, "-"):
		return false // «социально-экономи-ческий»
	case !divisible(first) || !divisible(rest):
		return true
	case h.firsts[first] > 0 || compounding[first]:
		return true
	}
	return !h.divides
}

func lastField(s string) string {
	if i := strings.LastIndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[i:]
	}
	return s
}

func firstField(s string) string {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

// divisible reports whether a part of a word may stand alone on a line: it has
// a vowel and two letters.
func divisible(part string) bool {
	return utf8.RuneCountInString(part) >= 2 && strings.ContainsAny(part, "аеёиоуыэюяәөұүіaeiouy")
}

// Parts that Russian joins with hyphens.
var (
	particles   = set("то либо нибудь таки ка бап бабы бабына бабының бапта баптың тармақ тармағы тармағының тармақша тармақшасы")
	prefixes    = set("кое из по во в вице экс обер унтер штаб мини")
	compounding = set(`социально общественно научно учебно финансово материально организационно нормативно информационно культурно
историко правовое административно хозяйственно производственно торгово военно физкультурно лечебно санитарно жилищно
инженерно проектно планово уголовно гражданско государственно морально духовно государство члены член интернет онлайн веб
санкт алма усть южно северо восточно западно юго`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
