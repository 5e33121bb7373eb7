// Package words knows the words of Russian and Kazakh texts: where they begin
// and end, how they are folded, and what stem they have. Search and analysis
// see the same words because both ask here.
//
// # What is a word
//
// A run of letters, digits and combining marks is a word. What stands between
// two such runs joins them into one word in three cases:
//
//   - a hyphen: «социально-правовой», «123-ФЗ», «5-1-бап». The compound is a
//     word, and so is each of its parts;
//   - a point or a comma between digits: «12.5», «1.2.3», «01.02.2020», «33,5»;
//   - a space between groups of digits that form one number: «33 143,0».
//
// A number of two parts that can only be a label, as «5-1», has no parts of
// its own: who asks for article 5 doesn't mean 5-1. «2015-2018» and «10-15» may
// be ranges, so they have parts.
//
// # Positions
//
// Words are counted from 0 in [Word.Pos]. A compound takes one position, which
// its parts share; [Word.Part] numbers the parts from 1 and is 0 for the whole.
// So «социально-правовая помощь» has two positions, and three words stand at
// the first. The distance of two words is the difference of their positions;
// neighbours are at distance 1.
//
// # Folding
//
// Words are compared by their form, in which this is gone: case; ё (е); soft
// hyphens and other invisible characters; decomposed letters (и + ◌̆ is й) and
// stress marks; Latin look-alikes inside Cyrillic words («cовет» with a Latin
// c), Cyrillic ones inside Latin words and Roman numerals, Latin i in Kazakh
// words; kinds of hyphens; spaces inside numbers and the decimal comma;
// superscripts («53¹» is 53.1, the form of its address). Offsets are always
// those of the text as it was given.
//
// A word all in Latin capitals that look like Cyrillic ones, as «TOO», stays
// Latin, and has a part in Cyrillic letters: both are found.
//
// No word is a stop word: «не», «без», «или», «может» decide what a norm says.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is a word of a text. Lo and Hi are its byte offsets there.
type Word struct {
	Lo, Hi int
	Form   string // folded: lower case, ё→е, look-alikes mended
	Stem   string
	// Pos counts words from 0; the parts of a compound share the position of
	// the whole.
	Pos int
	// Part is 0 for a whole word, and counts the parts of a compound from 1.
	// Parts follow their whole.
	Part int
	// Last is set in the last part of a compound.
	Last bool
}

// Split returns the words of a text with their folded forms and stems, in
// order. lang is ru, kk or en.
func Split(text, lang string) []Word {
	if text == "" {
		return nil
	}
	return Append(make([]Word, 0, len(text)/12+1), text, lang)
}

// Append appends the words of a text to ws, which may be nil. Positions count
// from 0 whatever ws holds.
func Append(ws []Word, text, lang string) []Word {
	l := langOf(lang)
	pos := 0
	var segs []segment
	for i := 0; i < len(text); {
		r, n := decode(text, i)
		if !starts(r) {
			i += n
			continue
		}
		var hi int
		segs, hi = scan(segs[:0], text, i)
		ws = appendWord(ws, text, segs, l, pos)
		pos++
		i = hi
	}
	return ws
}

// A segment is a stretch of a word between hyphens.
type segment struct {
	lo, hi int
	number bool // digits only, with their separators
}

// scan reads the word that begins at lo and returns its segments and the
// offset where reading goes on.
func scan(segs []segment, text string, lo int) ([]segment, int) {
	i := lo
	for {
		s, next := scanSegment(text, i)
		segs = append(segs, s)
		i = next
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isHyphen(r) && !(isDash(r) && !s.number) {
			return segs, i
		}
		after, _ := utf8.DecodeRuneInString(text[i+n:])
		// A dash joins letters only: «5–7» is a range of two words.
		if !starts(after) || isDash(r) && isDigit(after) {
			return segs, i
		}
		i += n
	}
}

// scanSegment reads letters and digits from lo on, where one stands. Invisible
// characters count as inside only when a letter or digit follows.
func scanSegment(text string, lo int) (s segment, next int) {
	digits, letters := 0, false
	i, hi := lo, lo
	for i < len(text) {
		r, n := decode(text, i)
		switch {
		case isCyrillic(r):
			letters = true
		case isDigit(r):
			digits++
		case isLetter(r):
			letters = true
		case unicode.Is(unicode.Mn, r), superscript(r) != 0:
		case invisible(r):
			i += n
			continue
		case digits > 0 && !letters && (r == '.' || r == ',') && i == hi && digitAt(text, i+n):
		case digits > 0 && digits <= 3 && !letters && isSpace(r) && i == hi && thousands(text, lo, i):
			i, digits = groups(text, i)
			hi = i
			continue
		default:
			return segment{lo, hi, digits > 0 && !letters}, i
		}
		i += n
		hi = i
	}
	return segment{lo, hi, digits > 0 && !letters}, i
}

// thousands reports whether the digits from lo to i, at most three of them,
// are the first group of a number whose next group follows the space at i.
func thousands(text string, lo, i int) bool {
	for _, c := range []byte(text[lo:i]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	if text[lo] == '0' {
		return false
	}
	_, ok := group(text, i)
	return ok
}

// group reports whether a space and exactly three digits stand at i, and
// returns the offset behind them.
func group(text string, i int) (int, bool) {
	r, n := utf8.DecodeRuneInString(text[i:])
	if !isSpace(r) {
		return 0, false
	}
	j := i + n
	for k := 0; k < 3; k++ {
		if !digitAt(text, j+k) {
			return 0, false
		}
	}
	j += 3
	after, _ := utf8.DecodeRuneInString(text[j:])
	if starts(after) || superscript(after) != 0 {
		return 0, false
	}
	// «100 200-V» and «100 200.5.1» are no numbers, but «33 143,0» is one.
	if isHyphen(after) {
		return 0, false
	}
	return j, true
}

// groups skips the groups of three digits that stand at i. It returns a count
// of digits that keeps a further group from being looked for.
func groups(text string, i int) (int, int) {
	for {
		j, ok := group(text, i)
		if !ok {
			return i, 4
		}
		i = j
	}
}

func appendWord(ws []Word, text string, segs []segment, l lang, pos int) []Word {
	lo, hi := segs[0].lo, segs[len(segs)-1].hi
	known := memo.get(text[lo:hi], l)
	ws = append(ws, Word{Lo: lo, Hi: hi, Form: known.form, Stem: known.stem, Pos: pos})
	if len(segs) == 1 && l != englishLang && lo < len(text) && text[lo] >= 'A' && text[lo] <= 'Z' && capitals(text[lo:hi]) {
		// «TOO» in Latin letters may be meant as it is, or as ТОО.
		if form := LookAlike(known.form); form != "" {
			ws = append(ws, Word{Lo: lo, Hi: hi, Form: form, Stem: stem(form, l), Pos: pos, Part: 1, Last: true})
		}
	}
	if len(segs) == 1 || isLabel(text, segs) {
		return ws
	}
	part := 0
	for i := 0; i < len(segs); {
		j := i + 1
		if j < len(segs) && isLabel(text, segs[i:j+1]) {
			j++
		}
		part++
		lo, hi := segs[i].lo, segs[j-1].hi
		known := memo.get(text[lo:hi], l)
		ws = append(ws, Word{Lo: lo, Hi: hi, Form: known.form, Stem: known.stem, Pos: pos, Part: part, Last: j == len(segs)})
		i = j
	}
	return ws
}

// isLabel reports whether segments can only be the number of a unit: «5-1»,
// not «2015-2018» or «10-15», which may be ranges.
func isLabel(text string, segs []segment) bool {
	if len(segs) != 2 || !segs[0].number || !segs[1].number {
		return false
	}
	a, b := text[segs[0].lo:segs[0].hi], text[segs[1].lo:segs[1].hi]
	if len(b) > 2 || strings.ContainsAny(b, ".,") {
		return false
	}
	return len(a) > len(b) || len(a) == len(b) && a >= b
}

// The letters of Cyrillic with the Kazakh ones lie between these but for the
// signs in their midst.
const (
	cyrillic    = 0x0400
	cyrillicEnd = 0x0530
)

// isCyrillic is what most letters of our texts are: it spares a search in the
// tables of Unicode.
func isCyrillic(r rune) bool { return r >= cyrillic && r < cyrillicEnd && (r < 0x0482 || r > 0x0489) }

func starts(r rune) bool { return isLetter(r) || isDigit(r) }

// isLetter takes the apostrophe that Unicode counts among the letters for what
// it looks like.
func isLetter(r rune) bool { return isCyrillic(r) || unicode.IsLetter(r) && r != 'ʼ' }

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= utf8.RuneSelf && !isCyrillic(r) && unicode.IsDigit(r)
}

// decode is utf8.DecodeRuneInString of s[i:], quicker where letters take two
// bytes.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	} else if c >= 0xc2 && c < 0xe0 && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
		return rune(c&0x1f)<<6 | rune(s[i+1]&0x3f), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// isSpace reports whether r may stand inside a number.
func isSpace(r rune) bool {
	return r == ' ' || r == '\u00a0' || r == '\u2007' || r == '\u2009' || r == '\u202f'
}
