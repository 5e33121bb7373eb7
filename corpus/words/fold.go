package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form by which texts are compared, as the package's
// documentation lists it. It takes whole texts as well as words: spaces of all
// kinds become a space, quotation marks ", apostrophes ', dashes -.
// Folding what is folded changes nothing.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	s = norm.NFC.String(dropInvisible(s))
	rs := make([]rune, 0, len(s))
	for _, r := range s {
		rs = append(rs, r)
	}
	// Capitals and small letters look alike differently: Н is like H but н not
	// like h. So both are tried.
	mendRuns(rs)
	for i, r := range rs {
		rs[i] = foldRune(r)
	}
	mendRuns(rs)
	var b strings.Builder
	b.Grow(len(s))
	raised := false // the last rune written came from a superscript
	for i, r := range rs {
		if d := superscript(r); d != 0 {
			// 53¹ is 53.1; a superscript without a number before it is a mark
			// of a footnote and stands alone.
			if !raised && i > 0 && isDigit(rs[i-1]) {
				b.WriteByte('.')
			}
			b.WriteByte(d)
			raised = true
			continue
		}
		raised = false
		if r != stress {
			b.WriteRune(r)
		}
	}
	// Lower case may compose anew with a mark that its capital had not.
	return norm.NFC.String(b.String())
}

// isFolded is the fast path: lower-case Cyrillic and ASCII need nothing.
// Latin letters beside Cyrillic ones may be look-alikes.
func isFolded(s string) bool {
	latin, cyrillic := false, false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' {
				return false
			}
			latin = latin || c >= 'a' && c <= 'z'
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !(r >= 'а' && r <= 'я') && !kazakhLetter(r) {
			return false
		}
		cyrillic = true
		i += n
	}
	return !latin || !cyrillic
}

// mendRuns mends each run of letters; marks belong to their letters.
func mendRuns(rs []rune) {
	for lo := 0; lo < len(rs); {
		if !unicode.IsLetter(rs[lo]) {
			lo++
			continue
		}
		hi := lo + 1
		for hi < len(rs) && (unicode.IsLetter(rs[hi]) || unicode.Is(unicode.Mn, rs[hi])) {
			hi++
		}
		mend(rs[lo:hi])
		lo = hi
	}
}

// stress is the mark that dictionaries put on vowels.
const stress = '\u0301'

// foldRune folds one character.
func foldRune(r rune) rune {
	switch {
	case r == 'ё' || r == 'Ё':
		return 'е'
	case r == '«' || r == '»' || r >= '“' && r <= '‟' || r == '″':
		return '"'
	case r >= '‘' && r <= '‛' || r == 'ʼ' || r == '′':
		return '\''
	case isHyphen(r) || isDash(r):
		return '-'
	case r != ' ' && unicode.IsSpace(r):
		return ' '
	}
	return unicode.ToLower(r)
}

// invisible reports whether a reader doesn't see the character and a word goes
// on behind it.
func invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}

func dropInvisible(s string) string {
	if strings.IndexFunc(s, invisible) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

func isDash(r rune) bool { return r >= '\u2012' && r <= '\u2015' || r == '\u2212' }

// superscript returns the digit of a superscript character, 0 for others.
func superscript(r rune) byte {
	switch {
	case r == '¹':
		return '1'
	case r == '²':
		return '2'
	case r == '³':
		return '3'
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return byte('0' + r - '⁰')
	}
	return 0
}

// The look-alikes, in both cases. Latin i is the Kazakh і.
var toCyrillic = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У',
	'a': 'а', 'c': 'с', 'e': 'е', 'i': 'і', 'k': 'к', 'm': 'м', 'n': 'п', 'o': 'о', 'p': 'р', 't': 'т', 'u': 'и', 'x': 'х', 'y': 'у', 'h': 'һ',
	'ə': 'ә', 'Ə': 'Ә', 'ë': 'ё', 'Ë': 'Ё',
}

var toLatin = map[rune]rune{
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P', 'Т': 'T', 'Х': 'X', 'У': 'Y',
	'а': 'a', 'с': 'c', 'е': 'e', 'і': 'i', 'о': 'o', 'р': 'p', 'х': 'x', 'у': 'y', 'к': 'k', 'т': 't', 'м': 'm', 'ё': 'e', 'Ё': 'E',
}

// mend puts a run of letters that mixes Latin and Cyrillic into one script:
// into that whose letters have no double in the other, into Cyrillic if both
// can be, but Roman numerals stay Latin.
func mend(w []rune) {
	var latin, cyrillic bool
	canLatin, canCyrillic, roman := true, true, true
	for _, r := range w {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin = true
			canCyrillic = canCyrillic && toCyrillic[r] != 0
			roman = roman && strings.ContainsRune("IVXLCDM", r)
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic = true
			canLatin = canLatin && toLatin[r] != 0
			roman = roman && (r == 'І' || r == 'Х')
		}
	}
	if !latin || !cyrillic {
		return
	}
	to := toCyrillic
	switch {
	case roman, canLatin && !canCyrillic:
		to = toLatin
	case !canCyrillic:
		return
	}
	for i, r := range w {
		if t := to[r]; t != 0 {
			w[i] = t
		}
	}
}

// Latin letters whose capitals look as Cyrillic ones do.
var likeCapitals = map[rune]rune{
	'a': 'а', 'b': 'в', 'c': 'с', 'e': 'е', 'h': 'н', 'i': 'і', 'k': 'к', 'm': 'м', 'o': 'о', 'p': 'р', 't': 'т', 'x': 'х', 'y': 'у',
}

// LookAlike returns the Cyrillic form of a word that is written in Latin
// letters only, all of which look like Cyrillic ones in capitals: «COBET»,
// «TOO». It returns "" for others.
func LookAlike(form string) string {
	if form == "" || form[0] >= utf8.RuneSelf {
		return ""
	}
	var b strings.Builder
	for _, r := range form {
		c := likeCapitals[r]
		if c == 0 {
			return ""
		}
		b.WriteRune(c)
	}
	return b.String()
}

// capitals reports whether an ASCII word is written in capitals.
func capitals(raw string) bool {
	for i := 0; i < len(raw); i++ {
		if raw[i] < 'A' || raw[i] > 'Z' {
			return false
		}
	}
	return true
}

// wordForm folds a word, and makes numbers one: «33 143,0» is 33143.0.
func wordForm(raw string) string {
	f := Fold(raw)
	if f == "" || f[0] < '0' || f[0] > '9' {
		return f
	}
	if strings.Contains(f, " ") {
		f = strings.ReplaceAll(f, " ", "")
	}
	if strings.Count(f, ",") == 1 && !strings.Contains(f, ".") {
		f = strings.Replace(f, ",", ".", 1)
	}
	return f
}

// Capital returns a text with its first letter large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
