package apply

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// Drafts quote the words of an act as their authors typed them, so that words
// are looked for without regard to kinds of quotes, dashes and spaces, ё and е,
// soft hyphens, Latin letters among Cyrillic ones, and the case of the first
// letter. What is found are bytes of the text as it is: the rest of it stays.

// A folded text is what is compared, rune by rune, with the place of each rune
// in the text itself.
type folded struct {
	runes  []rune
	at     []int // byte offsets, and the end of the text
	raised []bool
	joins  []bool // it is a hyphen, no dash
}

// fold folds a text. White space of any length is one space.
func fold(s string) *folded {
	f := &folded{}
	put := func(r rune, at int, raised, joins bool) {
		f.runes, f.at = append(f.runes, r), append(f.at, at)
		f.raised, f.joins = append(f.raised, raised), append(f.joins, joins)
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case invisible(r):
		case unicode.IsSpace(r):
			if k := len(f.runes); k == 0 || f.runes[k-1] != ' ' {
				put(' ', i, false, false)
			}
		case wordRune(r):
			end := i
			plain := true
			for end < len(s) {
				r, m := utf8.DecodeRuneInString(s[end:])
				if !wordRune(r) && !invisible(r) {
					break
				}
				plain = plain && !invisible(r)
				end += m
			}
			w := s[i:end]
			same := []rune(words.Fold(w))
			if !plain || len(same) != utf8.RuneCountInString(w) {
				same = nil
			}
			k := 0
			for j, r := range w {
				if invisible(r) {
					continue
				}
				c := lower(r)
				if same != nil {
					c = same[k]
				}
				put(c, i+j, unicode.IsUpper(r), false)
				k++
			}
			n = end - i
		default:
			put(sign(r), i, false, r == '-' || r == '\u2010' || r == '\u2011')
		}
		i += n
	}
	f.at = append(f.at, len(s))
	return f
}

func lower(r rune) rune {
	if r = unicode.ToLower(r); r == 'ё' {
		return 'е'
	}
	return r
}

// sign folds what is no letter.
func sign(r rune) rune {
	switch {
	case strings.ContainsRune("«»„“”‟″", r):
		return '"'
	case strings.ContainsRune("‐‑‒–—―−", r):
		return '-'
	case strings.ContainsRune("‘’‚‛′", r):
		return '\''
	}
	return r
}

func invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r >= '⁰' && r <= '⁹' || r == '¹' || r == '²' || r == '³'
}

// A match is a stretch of a text, in bytes.
type match struct {
	lo, hi int
	// other says that its first letter is a capital and that of what was sought
	// is not, or the other way; capitals that all its letters are capitals.
	other, capitals bool
}

// search returns where words stand in a text, whole words and whole numbers,
// without overlaps.
func search(text, words *folded) []match {
	needle := trimSpaces(words)
	if len(needle.runes) == 0 {
		return nil
	}
	var out []match
	for i := 0; i+len(needle.runes) <= len(text.runes); i++ {
		if text.runes[i] != needle.runes[0] || !text.begins(i, needle) {
			continue
		}
		end := i + len(needle.runes)
		if !text.border(i, needle.runes[0], true) || !text.border(end, needle.runes[len(needle.runes)-1], false) {
			continue
		}
		m, ok := text.cases(i, needle)
		if !ok {
			continue
		}
		m.lo, m.hi = text.at[i], text.at[end]
		out = append(out, m)
		i = end - 1
	}
	return out
}

func trimSpaces(f *folded) *folded {
	lo, hi := 0, len(f.runes)
	for lo < hi && f.runes[lo] == ' ' {
		lo++
	}
	for hi > lo && f.runes[hi-1] == ' ' {
		hi--
	}
	return &folded{runes: f.runes[lo:hi], at: f.at[lo : hi+1], raised: f.raised[lo:hi], joins: f.joins[lo:hi]}
}

func (f *folded) begins(at int, needle *folded) bool {
	for k, r := range needle.runes {
		if f.runes[at+k] != r {
			return false
		}
	}
	return true
}

// cases compares capitals: all must agree but the first, or all of the text is
// in capitals, as headings are.
func (f *folded) cases(at int, needle *folded) (m match, ok bool) {
	differ, first, letters, capitals := 0, -1, 0, 0
	for k := range needle.runes {
		if !unicode.IsLetter(needle.runes[k]) {
			continue
		}
		if first < 0 {
			first = k
			m.other = f.raised[at+k] != needle.raised[k]
		} else if f.raised[at+k] != needle.raised[k] {
			differ++
		}
		letters++
		if f.raised[at+k] {
			capitals++
		}
	}
	if differ == 0 {
		return m, true
	}
	m.capitals = capitals == letters
	return m, m.capitals
}

// border reports whether what was sought begins or ends at a place of the
// text: edge is its first or last rune there. «орган» is not in «органов», «10»
// not in «100», «10,5», «10 000» or «10-1».
func (f *folded) border(at int, edge rune, begin bool) bool {
	if !wordRune(edge) {
		return true
	}
	step, next := 1, at // next is the rune beyond the border
	if begin {
		step, next = -1, at-1
	}
	get := func(k int) rune {
		if k < 0 || k >= len(f.runes) {
			return 0
		}
		return f.runes[k]
	}
	r, beyond := get(next), get(next+step)
	if wordRune(r) {
		return false
	}
	if unicode.IsDigit(edge) {
		switch {
		case (r == '.' || r == ',') && unicode.IsDigit(beyond):
			return false
		case r == ' ' && unicode.IsDigit(beyond) && f.thousands(next):
			return false
		case r == '-' && f.joins[next] && unicode.IsDigit(beyond) && f.inserted(next):
			return false
		}
		return true
	}
	return !(r == '-' && f.joins[next] && wordRune(beyond))
}

// thousands reports whether the space at a place is within a number: «10 000».
func (f *folded) thousands(space int) bool {
	digits := func(k, step int) int {
		n := 0
		for k >= 0 && k < len(f.runes) && unicode.IsDigit(f.runes[k]) {
			n++
			k += step
		}
		return n
	}
	return digits(space+1, 1) == 3 && digits(space-1, -1) <= 3
}

// inserted reports whether the hyphen at a place is within the number of a
// provision, as 5-1, and joins no two numbers, as 10-15.
func (f *folded) inserted(hyphen int) bool {
	number := func(k, step int) (n, digits int) {
		for k >= 0 && k < len(f.runes) && unicode.IsDigit(f.runes[k]) && digits < 9 {
			digits++
			k += step
		}
		if step > 0 {
			k = hyphen
		}
		for i := range digits {
			n = n*10 + int(f.runes[k+1+i]-'0')
		}
		return n, digits
	}
	a, _ := number(hyphen-1, -1)
	b, digits := number(hyphen+1, 1)
	return digits <= 2 && a >= b
}

// loose returns a folded text without spaces and hyphens, which typists and
// the ends of lines put into words: «административно- территориальной».
func (f *folded) loose() *folded {
	out := &folded{}
	for i, r := range f.runes {
		if r == ' ' || r == '-' {
			continue
		}
		out.runes, out.at = append(out.runes, r), append(out.at, f.at[i])
		out.raised, out.joins = append(out.raised, f.raised[i]), append(out.joins, false)
	}
	out.at = append(out.at, f.at[len(f.at)-1])
	return out
}

// searchLoose is search for words that are there but for spaces and hyphens.
func searchLoose(text, words *folded) []match {
	lt, needle := text.loose(), words.loose()
	if len(needle.runes) < 6 { // «не» and «по» would be found in anything
		return nil
	}
	var out []match
	for i := 0; i+len(needle.runes) <= len(lt.runes); i++ {
		if lt.runes[i] != needle.runes[0] || !lt.begins(i, needle) {
			continue
		}
		m, ok := lt.cases(i, needle)
		m.lo = lt.at[i]
		last := lt.at[i+len(needle.runes)-1]
		// Borders are those of the text as it is.
		lo := index(text.at, m.lo)
		hi := index(text.at, last) + 1
		if !ok || !text.border(lo, needle.runes[0], true) || !text.border(hi, needle.runes[len(needle.runes)-1], false) {
			continue
		}
		m.hi = text.at[hi]
		out = append(out, m)
		i += len(needle.runes) - 1
	}
	return out
}

// index is the place of an offset among ascending ones that have it.
func index(at []int, offset int) int {
	lo, hi := 0, len(at)
	for lo < hi {
		if mid := (lo + hi) / 2; at[mid] < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// fitCase gives the first letter of new words the case that the old ones have
// in the text.
func fitCase(m match, was, is string) string {
	if m.capitals {
		return strings.ToUpper(is)
	}
	if !m.other {
		return is
	}
	a, b := firstLetter(was), firstLetter(is)
	if unicode.IsUpper(a) != unicode.IsUpper(b) {
		return is // the draft itself changes the case
	}
	i := strings.IndexFunc(is, unicode.IsLetter)
	if i < 0 || strings.ContainsFunc(is[:i], unicode.IsDigit) {
		return is
	}
	r, n := utf8.DecodeRuneInString(is[i:])
	if unicode.IsUpper(r) {
		r = unicode.ToLower(r)
	} else {
		r = unicode.ToUpper(r)
	}
	return is[:i] + string(r) + is[i+n:]
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}
