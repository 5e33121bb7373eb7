package corpus

import (
	"strconv"
	"strings"
	"unicode"
)

// superscripts are the digits that inserted units carry: 53¹.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// Number returns the canonical form of a printed number, in which addresses
// have it and references are looked up:
//
//	"5-1." → "5-1"   "53¹" → "53.1"   "IV" → "4"   "ПЕРВЫЙ" → "1"   "7(1)" → "7.1"
//	"бірінші" → "1"  "Общая" → "общ"  "А)" → "а"   "4) – 6)" → "4–6"
//	"двадцать первая" → "21"          "четырнадцатая-1" → "14-1"
//	"8), 12)" → "8,12", units that one line repeals together
//
// Roman figures count only in capitals: «х)» and «i)» are letters of a list.
func Number(printed string) string {
	s := strings.TrimSpace(printed)
	if strings.Trim(s, "0123456789") == "" { // nearly all are; «» too
		return s
	}
	if first, more, ok := strings.Cut(s, ","); ok {
		return strings.Trim(Number(first)+","+Number(more), ",")
	}
	if lo, hi, ok := cutRange(s); ok {
		return lo + "–" + hi
	}
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		switch w := foldWord(s); {
		case strings.HasPrefix(w, "общ"), strings.HasPrefix(w, "жалпы"):
			return "общ"
		case strings.HasPrefix(w, "особ"), strings.HasPrefix(w, "ерекше"):
			return "особ"
		}
	}
	return clean(s)
}

// cutRange splits «15–18», several units that stand in one line. A hyphen
// does not make a range: 15-18 is an inserted unit.
func cutRange(s string) (lo, hi string, ok bool) {
	i := strings.IndexAny(s, "–—")
	if i < 0 {
		return "", "", false
	}
	lo, hi = clean(s[:i]), clean(strings.TrimLeft(s[i:], "–—"))
	return lo, hi, lo != "" && hi != "" && isDigit(lo[0]) && isDigit(hi[0])
}

// clean keeps the letters and digits of a number in lower case, and the signs
// inside it. Superscripts follow a full stop, leading Roman figures and words
// become Arabic.
func clean(s string) string {
	var b strings.Builder
	n, rest := cutRoman(s)
	if n == 0 {
		n, rest = cutOrdinal(s)
	}
	if n > 0 {
		b.WriteString(strconv.Itoa(n))
		s = rest
	}
	super := false
	for _, r := range s {
		digit, raised := -1, false
		if i := strings.IndexRune(superscripts, r); i >= 0 {
			digit, raised = len([]rune(superscripts[:i])), true
		}
		switch {
		case raised:
			if !super && b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteByte(byte('0' + digit))
		case r == '^', r == '(' && b.Len() > 0:
			b.WriteByte('.')
		case isHyphen(r), r == '⁻':
			b.WriteByte('-')
		case r == '.':
			b.WriteByte('.')
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(foldLetter(r))
		}
		super = raised || super && r == '⁻'
	}
	return strings.Trim(b.String(), ".-")
}

// cutOrdinal reads a number in words at the beginning of s.
func cutOrdinal(s string) (n int, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsSpace(r) })
	if end < 0 {
		end = len(s)
	}
	return ordinalValue(foldWord(s[:end])), s[end:]
}

// cutRoman reads a Roman figure in capitals at the beginning of s; Cyrillic
// letters that look like one count too. A single letter must be I, V or X,
// because «С» and «М» are letters.
func cutRoman(s string) (n int, rest string) {
	values := map[rune]int{'I': 1, 'І': 1, 'V': 5, 'X': 10, 'Х': 10, 'L': 50, 'C': 100, 'С': 100}
	end, prev, last := len(s), 0, 0
	for i, r := range s {
		v, ok := values[r]
		if !ok {
			if unicode.IsLetter(r) {
				return 0, s
			}
			end = i
			break
		}
		n += v
		if prev < v {
			n -= 2 * prev
		}
		prev, last = v, last+1
	}
	if n == 0 || last == 1 && n > 10 || n > 199 || roman(n) != latin(s[:end]) {
		return 0, s
	}
	return n, s[end:]
}

// latin writes a Roman figure in Latin letters.
func latin(s string) string {
	return strings.NewReplacer("І", "I", "Х", "X", "С", "C").Replace(s)
}

// roman writes a number in Roman figures.
func roman(n int) string {
	var b strings.Builder
	for _, f := range []struct {
		n int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= f.n {
			b.WriteString(f.s)
			n -= f.n
		}
	}
	return b.String()
}

// between reports whether a canonical number lies in a range, ends included:
// 4-1 lies in 4–6 and 6-1 does not.
func between(num, lo, hi string) bool {
	return !lessNumber(num, lo) && !lessNumber(hi, num)
}

// lessNumber orders canonical numbers as acts do: 5 < 5-1 < 5-2 < 6 < 6.1.
func lessNumber(a, b string) bool {
	for a != "" && b != "" {
		var x, y string
		x, a = cutField(a)
		y, b = cutField(b)
		m, err1 := strconv.Atoi(x)
		n, err2 := strconv.Atoi(y)
		switch {
		case err1 == nil && err2 == nil && m != n:
			return m < n
		case x != y && (err1 != nil || err2 != nil):
			return x < y
		}
	}
	return a == "" && b != ""
}

func cutField(s string) (field, rest string) {
	if i := strings.IndexAny(s, ".-"); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isHyphen(r rune) bool {
	return r == '-' || r == '‐' || r == '‑' || r == '−' || r == '\u00ad'
}

// foldWord returns a word in lower case, with ё as е, Latin look-alikes as
// Cyrillic when it has Cyrillic letters, and the Kazakh і that old texts
// print as a Latin one.
func foldWord(s string) string {
	cyrillic := strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	return strings.Map(func(r rune) rune {
		r = foldLetter(r)
		if cyrillic {
			if i := strings.IndexRune("aeopcxykmthbi", r); i >= 0 {
				return []rune("аеорсхукмтнві")[i]
			}
		}
		return r
	}, s)
}

func foldLetter(r rune) rune {
	if r = unicode.ToLower(r); r == 'ё' {
		return 'е'
	}
	return r
}
