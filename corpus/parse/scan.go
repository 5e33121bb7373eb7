package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// This file reads the small things that labels are made of: words in any case
// and with letter-spacing, and numbers in digits, Roman figures and words.

// lookalikes maps Latin letters that typists put into Cyrillic words.
var lookalikes = map[rune]rune{
	'a': 'а', 'e': 'е', 'o': 'о', 'p': 'р', 'c': 'с', 'x': 'х', 'y': 'у', 'k': 'к', 'm': 'м', 't': 'т', 'h': 'н', 'b': 'в',
}

// fold returns the letter by which letters are compared: lower case, ё as е,
// Latin look-alikes as Cyrillic.
func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		if c, ok := lookalikes[r]; ok {
			return c
		}
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	case 'а' <= r && r <= 'я':
		return r
	case r == 'ё' || r == 'Ё':
		return 'е'
	}
	return unicode.ToLower(r)
}

// cutFold removes a word given in lower case from the beginning of s. What
// follows may be anything, even a letter.
func cutFold(s, lower string) (rest string, ok bool) {
	for lower != "" {
		if s == "" {
			return "", false
		}
		r, n := utf8.DecodeRuneInString(s)
		w, m := utf8.DecodeRuneInString(lower)
		if r != w && fold(r) != w {
			return "", false
		}
		s, lower = s[n:], lower[m:]
	}
	return s, true
}

// cutWord is cutFold for a whole word: no letter may follow. Letter-spaced
// words («С т а т ь я») are read too.
func cutWord(s, lower string) (rest string, ok bool) {
	if rest, ok = cutFold(s, lower); ok {
		return rest, !startsWithLetter(rest)
	}
	return cutSpaced(s, lower)
}

// cutSpaced removes a word whose letters are set apart by single spaces.
func cutSpaced(s, lower string) (rest string, ok bool) {
	first := true
	for _, w := range lower {
		if !first {
			r, n := utf8.DecodeRuneInString(s)
			if !isSpace(r) {
				return "", false
			}
			s = s[n:]
		}
		r, n := utf8.DecodeRuneInString(s)
		if fold(r) != w {
			return "", false
		}
		s, first = s[n:], false
	}
	return s, !startsWithLetter(s)
}

// hasAny reports whether s begins with any of the words, in any case; the
// words are in lower case and may be beginnings of longer ones.
func hasAny(s string, lower []string) bool {
	for _, w := range lower {
		if _, ok := cutFold(s, w); ok {
			return true
		}
	}
	return false
}

func isSpace(r rune) bool { return r == ' ' || r == '\u00a0' || unicode.IsSpace(r) }

func trimLeft(s string) string { return strings.TrimLeftFunc(s, isSpace) }
func trim(s string) string     { return strings.TrimFunc(s, isSpace) }

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && unicode.IsLetter(r)
}

// startsUpper reports whether the first letter or digit of s, after opening
// quotes and brackets, is a capital.
func startsUpper(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return unicode.IsUpper(r)
		case unicode.IsDigit(r):
			return false
		case strings.ContainsRune("«\"“„(['’ \u00a0", r):
		default:
			return false
		}
	}
	return false
}

// startsLower reports whether s begins with a small letter, or with a dash,
// as the members of unnumbered lists do.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "«\"“„('"))
	return unicode.IsLower(r) || strings.ContainsRune("-–—−•·*", r)
}

// allCaps reports whether s has letters and none is small.
func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// ends reports whether the last sign of s that is not a closing quote or
// bracket is among the given ones.
func ends(s, signs string) bool {
	s = strings.TrimRight(s, "»\"”“)] \u00a0")
	r, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && strings.ContainsRune(signs, r)
}

// runeLen is the length of a line as a reader sees it.
func runeLen(s string) int { return utf8.RuneCountInString(s) }

var superscripts = map[rune]int{'⁰': 0, '¹': 1, '²': 2, '³': 3, '⁴': 4, '⁵': 5, '⁶': 6, '⁷': 7, '⁸': 8, '⁹': 9}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isHyphen(r rune) bool { return r == '-' || r == '‑' || r == '‐' }

// scanDigits reads a number made of digits: 5, 5-1, 53¹, 53.1, 4-1.2. It
// returns the number as printed, "" if there is none, and what follows it.
func scanDigits(s string) (num, rest string) {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i == 0 || i > 4 {
		return "", s
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if _, ok := superscripts[r]; ok {
			i += n
			continue
		}
		if !isHyphen(r) && r != '.' && r != '^' {
			break
		}
		j := i + n
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if j == i+n || j > i+n+3 {
			break
		}
		i = j
	}
	if k := i + len(inserted(s[i:])); k > i && k < len(s) && (s[k] == '.' || s[k] == ')') {
		i = k
	}
	return s[:i], s[i:]
}

// inserted is the «(1)» with which acts of the Russian government number what
// they insert: «7(1). …», «к(1)) …».
func inserted(s string) string {
	const longest = len("(99)")
	for i := 1; s != "" && s[0] == '(' && i < min(len(s), longest); i++ {
		switch {
		case s[i] == ')' && i > 1:
			return s[:i+1]
		case !isDigit(s[i]):
			return ""
		}
	}
	return ""
}

const romanFigures = "IVXLCІХ"

// scanRoman reads a Roman figure in capitals. Cyrillic Х and І count as
// figures, but not where the next word is glued to the figure: «IХОЗЯЙСТВО».
func scanRoman(s string) (num, rest string) {
	hi := 0
	for i, r := range s {
		if strings.ContainsRune(romanFigures, r) {
			hi = i + utf8.RuneLen(r)
			continue
		}
		break
	}
	if hi == 0 {
		return "", s
	}
	num, rest = s[:hi], s[hi:]
	if startsWithLetter(rest) {
		latin := len(num) - len(strings.TrimLeft(num, "IVXLC"))
		num, rest = s[:latin], s[latin:]
		if r, _ := utf8.DecodeRuneInString(rest); num != "" && unicode.Is(unicode.Latin, r) {
			return "", s
		}
	}
	if num == "" || roman(num) == 0 {
		return "", s
	}
	return cutSuper(s, len(num))
}

// scanSpaced reads figures set apart by single spaces, «I I» or «1 2», after
// a letter-spaced word, and returns them without the spaces.
func scanSpaced(s string) (num, rest string) {
	figures := "0123456789"
	if startsWithLetter(s) {
		figures = romanFigures
	}
	rest = s
	for {
		r, n := utf8.DecodeRuneInString(s)
		if n == 0 || !strings.ContainsRune(figures, r) || startsWithLetter(strings.TrimLeft(s, figures)) {
			return num, rest
		}
		num, rest = num+string(r), s[n:]
		if s = rest; isSpace(firstRune(s)) {
			_, n := utf8.DecodeRuneInString(s)
			s = s[n:]
		}
	}
}

// roman returns the value of a Roman figure, 0 if it is none.
func roman(s string) int {
	values := map[rune]int{'I': 1, 'І': 1, 'V': 5, 'X': 10, 'Х': 10, 'L': 50, 'C': 100}
	sum, prev := 0, 0
	for _, r := range s {
		v, ok := values[r]
		if !ok {
			return 0
		}
		sum += v
		if prev < v {
			sum -= 2 * prev
		}
		prev = v
	}
	if sum > 89 {
		return 0
	}
	return sum
}

// ordinalEndings are those of numbers in words where they name a unit:
// «первый», «третья», «пункта второго», «бірінші».
var ordinalEndings = []string{"ый", "ий", "ой", "ая", "ья", "ое", "ье", "ого", "ьего", "інші", "ншы"}

// scanOrdinal reads a number of one or two words: «ПЕРВЫЙ», «двадцать
// вторая», «четырнадцатая-1», «он бірінші».
func scanOrdinal(s string) (num, rest string) {
	first := wordLen(s)
	if first == 0 {
		return "", s
	}
	gap := len(s[first:]) - len(trimLeft(s[first:]))
	for _, hi := range []int{first + gap + wordLen(s[first+gap:]), first} {
		word := s[:hi]
		if len(word) > 100 || !slices.ContainsFunc(ordinalEndings, func(e string) bool { return hasEnding(word, e) }) {
			continue
		}
		if n := corpus.Number(word); n == "" || !isDigit(n[0]) {
			continue
		}
		num, rest = cutSuper(s, hi)
		return num, rest
	}
	return "", s
}

// hasEnding reports whether a word ends with letters given in lower case.
func hasEnding(word, lower string) bool {
	return len(word) > len(lower) && strings.EqualFold(word[len(word)-len(lower):], lower)
}

// wordLen is the length of the word with which s begins.
func wordLen(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s)
}

// cutSuper cuts s after the number that ends at hi and what was added to it
// for an inserted unit: IV-1, V¹.
func cutSuper(s string, hi int) (num, rest string) {
	for i, r := range s[hi:] {
		if _, ok := superscripts[r]; ok {
			continue
		}
		if isHyphen(r) {
			if n, after := scanDigits(s[hi+i+utf8.RuneLen(r):]); n != "" {
				return s[:len(s)-len(after)], after
			}
		}
		return s[:hi+i], s[hi+i:]
	}
	return s, ""
}

// numberValue returns the parts of a printed number, by which numbers are
// ordered: 5-1 and 53¹ and 4.1 have two. It is nil for what is no number.
func numberValue(num string) []int {
	var vs []int
	inDigits := false
	if startsWithLetter(num) { // IV, первый
		num = corpus.Number(num)
	}
	super, hyphen := false, false
	for _, r := range num {
		if r == ',' { // «8, 12»: the list stands where its first unit would
			break
		}
		if d, ok := superscripts[r]; ok {
			if !super {
				vs = append(vs, 0)
			}
			vs[len(vs)-1] = vs[len(vs)-1]*10 + d
			super, inDigits = true, false
			continue
		}
		super = false
		if '0' <= r && r <= '9' {
			if !inDigits {
				vs = append(vs, 0)
			}
			vs[len(vs)-1] = vs[len(vs)-1]*10 + int(r-'0')
			inDigits = true
			continue
		}
		if inDigits = false; hyphen && 'а' <= r && r <= 'я' { // «3-а» comes after 3
			vs = append(vs, int(r-'а')+1)
		}
		hyphen = isHyphen(r)
	}
	return vs
}

// follows reports whether number b is the one that comes next after a in a
// list: 4 → 5, 4 → 4-1, 4-1 → 4-2, 4-3 → 5. Nothing is followed by 1.
func follows(a, b []int) bool {
	if len(b) == 0 {
		return false
	}
	if len(a) == 0 {
		return len(b) == 1 && b[0] == 1
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if i == len(b) {
		return false
	}
	if i == len(a) {
		return len(b) == len(a)+1 && b[i] <= 2
	}
	return i == len(b)-1 && b[i] == a[i]+1
}

// less orders numbers: 4 < 4-1 < 5.
func less(a, b []int) bool {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return len(a) < len(b)
}
