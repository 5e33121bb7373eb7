package amend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
	"svod/corpus/words"
)

// A token is a word, a number, a sign, or all that stands between quotes or
// brackets: grammars see what is quoted as one thing.
type token0 struct {
	kind   tokenKind0
	text   string // as printed; of a quotation what is inside
	word   string // of a word: folded
	num    string // of a number: canonical
	marked bool   // of a number: a bracket stands behind it
	open   bool   // of a quotation: nothing closes it
	lo, hi int    // bytes of the sentence
}

type tokenKind0 uint8

const (
	aWord0 tokenKind0 = iota
	aNumber0
	aQuote0
	aBracket0
	aSign0
)

const (
	openingQuotes0 = "«“„"
	closingQuotes0 = "»”"
)

// tokens splits a sentence.
func tokens0(s string) []token0 {
	var ts []token0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			i += n
		case isOpening0(s, i):
			hi, end, open := quotation0(s, i)
			ts = append(ts, token0{kind: aQuote0, text: strings.TrimSpace(s[i+n : end]), open: open, lo: i, hi: hi})
			i = hi
		case r == '(':
			hi := bracketed0(s, i)
			ts = append(ts, token0{kind: aBracket0, text: s[i:hi], lo: i, hi: hi})
			i = hi
		case unicode.IsDigit(r):
			t := number0(s, i)
			ts = append(ts, t)
			i = t.hi
		case unicode.IsLetter(r):
			t := letters0(s, i)
			ts = append(ts, t)
			i = t.hi
		default:
			ts = append(ts, token0{kind: aSign0, text: s[i : i+n], lo: i, hi: i + n})
			i += n
		}
	}
	return ts
}

// isOpening reports whether an opening quote stands at i. A straight one opens
// at the beginning, after a space or bracket, and before what is no space.
func isOpening0(s string, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	if strings.ContainsRune(openingQuotes0, r) {
		return true
	}
	if r != '"' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return (i == 0 || unicode.IsSpace(before) || strings.ContainsRune("(["+openingQuotes0, before)) && i+n < len(s) && !unicode.IsSpace(after)
}

// quotation finds the end of what is quoted from i on: hi is behind the
// closing quote, end before it. Quotes stand inside quotes; two may close by
// one sign («ТОО «Сад» and what follows), so the last sign that can close does
// where the depth is never 0 again.
func quotation0(s string, i int) (hi, end int, open bool) {
	depth0, lastEnd, lastHi := 0, -1, -1
	for j := i; j < len(s); {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case isOpening0(s, j):
			depth0++
		case strings.ContainsRune(closingQuotes0, r) || r == '"':
			depth0--
			lastEnd, lastHi = j, j+n
			if depth0 == 0 {
				return j + n, j, false
			}
			if closesBefore0(s[j+n:]) {
				return j + n, j, false
			}
		}
		j += n
	}
	if lastEnd >= 0 {
		return lastHi, lastEnd, false
	}
	return len(s), len(s), true
}

// closesBefore reports whether what stands behind a closing quote goes on with
// the order: one sign has closed two quotes.
func closesBefore0(s string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(s, " ,\u00a0"), " ")
	switch words.Fold(strings.Trim(word, ".;:,")) {
	case "заменить", "исключить", "дополнить", "соответственно", "деген":
		return true
	}
	return false
}

// bracketed returns the end of a remark in brackets, which may hold others.
func bracketed0(s string, i int) int {
	depth0 := 0
	for j, r := range s[i:] {
		switch r {
		case '(':
			depth0++
		case ')':
			if k := strings.LastIndexAny(s[i:i+j], " (;,\u00a0"); depth0 == 1 && j > 0 && strings.Contains(s[i+max(0, j-60):i+j], "пункт") && isListMark0(s[i+k+1:i+j]) {
				continue // «(подпункт 3) пункта 2)»
			}
			if depth0--; depth0 == 0 {
				return i + j + 1
			}
		}
	}
	return i + 1 // it is no remark
}

func isListMark0(s string) bool {
	return s != "" && len(s) < 6 && strings.Trim(s, "0123456789-–") == ""
}

// number reads «5», «5-1», «17¹», «17.1», «3)», «4-1)», «005», «1,21».
func number0(s string, i int) token0 {
	j := i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		next0, _ := utf8.DecodeRuneInString(s[j+n:])
		switch {
		case unicode.IsDigit(r), strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r):
		case strings.ContainsRune("-‐‑.^,", r) && unicode.IsDigit(next0):
		default:
			goto done
		}
		j += n
	}
done:
	t := token0{kind: aNumber0, text: s[i:j], num: corpus.Number(s[i:j]), lo: i, hi: j}
	if rest := strings.TrimLeft(s[j:], " "); strings.HasPrefix(rest, ")") {
		t.marked, t.hi = true, len(s)-len(rest)+1
	}
	return t
}

// letters reads a word, or the letter of a list: «а)».
func letters0(s string, i int) token0 {
	j := i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		next0, _ := utf8.DecodeRuneInString(s[j+n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00ad' && !(strings.ContainsRune("-‐‑", r) && (unicode.IsLetter(next0) || unicode.IsDigit(next0))) && !unicode.IsDigit(r) {
			break
		}
		j += n
	}
	if utf8.RuneCountInString(s[i:j]) == 1 && strings.HasPrefix(s[j:], ")") {
		return token0{kind: aNumber0, text: s[i:j], num: corpus.Number(s[i:j]), marked: true, lo: i, hi: j + 1}
	}
	return token0{kind: aWord0, text: s[i:j], word: words.Fold(s[i:j]), lo: i, hi: j}
}
