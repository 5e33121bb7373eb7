package amend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// A token is a word, a number, a sign or a quotation of a sentence.
type token struct {
	class class
	text  string // as printed; of a quotation what stands between the quotes
	// form is what grammars compare: of words lower case with ё as е, of numbers
	// as corpus.Number has them, of signs themselves with all dashes as –.
	form   string
	lo, hi int // bytes of the sentence
	// glued says that no space stands before the token: «5-бапта» is the number
	// 5 and the word «бапта», glued.
	glued bool
}

// A class of tokens.
type class uint8

const (
	word   class = iota
	number       // 5, 5-1, 17¹, 3), а), 5-й
	sign         // , ; : . ( ) – №
	quoted
)

// A pairing says how quotes are paired.
type pairing uint8

const (
	nested pairing = iota // «ТОО «Сад»»: each quote that opens is closed
	flat                  // «ТОО «Сад»: the first that closes closes all
	loose                 // one that is never closed is no more than a sign
)

// tokens splits a sentence. It is false if a quotation has no end.
func tokens(s string, how pairing) (ts []token, closed bool) {
	closed = true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		t := token{lo: i, hi: i + n}
		switch {
		case unicode.IsSpace(r) || isMark(r):
			i += n
			continue
		case opens(s, i):
			inner, end, ok := quotation(s[i:], how)
			if !ok && how == loose {
				t.class, t.text, t.form = sign, s[i:i+n], "«"
				break
			}
			t.class, t.hi, t.text, t.form = quoted, i+end, inner, inner
			closed = closed && ok
		case '0' <= r && r <= '9':
			t.class, t.hi = number, i+digits(s[i:])
			t.text = s[i:t.hi]
			t.form = corpus.Number(bareNumber(t.text))
		case unicode.IsLetter(r):
			t.class, t.hi = word, i+letters(s[i:])
			t.text = s[i:t.hi]
			t.form = fold(t.text)
			if t.text == "N" { // as the registers of Russia print it
				t.class, t.form = sign, "№"
			}
			if num := listLetter(s[i:]); num > 0 {
				t.class, t.hi = number, i+num
				t.text = s[i:t.hi]
				t.form = corpus.Number(t.text)
			}
		default:
			t.class, t.text, t.form = sign, s[i:i+n], s[i:i+n]
			if strings.ContainsRune("-‐‑–—−", r) {
				t.form = "–"
			}
		}
		if k := len(ts); k > 0 {
			t.glued = ts[k-1].hi == t.lo
			if last := &ts[k-1]; t.class == word && t.glued && last.form == "–" && last.glued && k > 1 && ts[k-2].class == number {
				ts = ts[:k-1] // the hyphen of «5-бап»
			}
		}
		ts = append(ts, t)
		i = t.hi
	}
	return ts, closed
}

// isMark reports whether a rune only shapes the line.
func isMark(r rune) bool { return r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '*' }

// digits is the length of the number at the beginning of s: 5, 5-1, 17¹, 17.1,
// 7(1), 3), 5-й.
func digits(s string) int {
	const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	run := func(i int) int {
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		return i
	}
	i := run(0)
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if strings.ContainsRune(raised, r) && r != utf8.RuneError || r == '⁻' {
			i += n
			continue
		}
		k := run(i + n)
		if !strings.ContainsRune("-‐‑.^/", r) || k == i+n {
			break
		}
		i = k
	}
	if i < len(s) && s[i] == '(' {
		if k := run(i + 1); k > i+1 && k < len(s) && s[k] == ')' {
			i = k + 1
		}
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); strings.ContainsRune("-‐‑", r) && n > 0 {
		if k := i + n + letters(s[i+n:]); ordinalEndings[fold(s[i+n:k])] {
			i = k
		}
	}
	if i < len(s) && s[i] == ')' {
		i++
	}
	return i
}

// bareNumber is a number without the ending that makes an ordinal of it.
func bareNumber(s string) string {
	if i := strings.IndexFunc(s, unicode.IsLetter); i > 0 {
		return s[:i]
	}
	return s
}

// ordinalEndings make an ordinal of a figure: 5-й, 2-я.
var ordinalEndings = set("й я е ю го му м ой ая ый ий ого ему ом ым")

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// letters is the length of the word at the beginning of s, hyphens inside it
// included.
func letters(s string) int {
	end := 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == '\u00ad':
			end = i + utf8.RuneLen(r)
		case end > 0 && unicode.IsDigit(r) && i == end:
			end = i + utf8.RuneLen(r)
		case end > 0 && i == end && strings.ContainsRune("-‐‑", r):
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !unicode.IsLetter(next) {
				return end
			}
		default:
			return end
		}
	}
	return end
}

// listLetter is the length of the letter of a list at the beginning of s, «а)»
// or «а¹)», 0 if there is none.
func listLetter(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if r == ')' {
			return n + k
		}
		if !strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹.0123456789", r) || r == utf8.RuneError {
			return 0
		}
		n += k
	}
	return 0
}

// fold is a word in lower case, with ё as е and without soft hyphens.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); r {
		case 'ё':
			return 'е'
		case '\u00ad':
			return -1
		case '‐', '‑':
			return '-'
		}
		return r
	}, s)
}

// isFigure reports whether a canonical number begins with a figure.
func isFigure(n string) bool { return n != "" && n[0] >= '0' && n[0] <= '9' }
