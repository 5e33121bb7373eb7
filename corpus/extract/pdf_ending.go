package extract

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// endings tells what ends a paragraph in a document whose paragraphs begin
// neither indented nor after a gap, so that one whose last line is full ends
// unseen. The paragraphs that surely end show it: how often a sign ends them,
// and how often it stands within lines. Both fall upon the end of a full line
// equally often, so the more frequent is the better guess.
type endings struct {
	flush   bool           // neither indent nor gap
	gaps    bool           // but gaps, which are not seen where a page ends
	indents bool           // nearly all paragraphs begin indented
	ended   map[rune]int   // paragraphs that surely end with a sign
	within  map[rune]int   // the same sign, and a sentence or item after it, inside lines
	lower   map[string]int // words with a small letter
	capital map[string]int // and those with a capital where no sentence begins
}

const (
	enoughEnds  = 5
	clearlyMore = 2

	maxNoteLines = 500
)

// headed matches the heading of a part of an act.
var headed = regexp.MustCompile(`^(?:Статья|СТАТЬЯ|С т а т ь я|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Подраздел|Параграф|§)\s*[\dIVXLC]|^\d{1,3}(?:-\d{1,3})?-(?:бап|тарау|бөлім|параграф)`)

// editorial matches the beginning of a note in brackets.
var editorial = regexp.MustCompile(`^\((?i:в(?: ред|$)|дополн|исключ|утрат|введ|ввод|пункт|подпункт|стать|част|абзац|глав|раздел|наимен|назван)`)

func newEndings(pages [][]*printed) *endings {
	e := &endings{ended: map[rune]int{}, within: map[rune]int{}, lower: map[string]int{}, capital: map[string]int{}}
	begun, indented, apart := 0, 0, 0
	for _, page := range pages {
		usual, _ := leadings(slices.DeleteFunc(slices.Clone(page), func(l *printed) bool { return l.table != nil }))
		for i, l := range page {
			if l.table != nil || l.turn != 0 {
				continue
			}
			e.words(l.text)
			if i+1 >= len(page) {
				continue
			}
			next := page[i+1]
			if next.table != nil || l.centred || next.centred || !follows(l, next) || l.typeface() != next.typeface() || !l.room(next) {
				continue
			}
			if sign := endSign(l.text); sign != 0 {
				e.ended[sign]++
				begun++
				lead := usual(next)
				indented += count(next.indented())
				apart += count(!next.indented() && (l.v-next.v)/next.size > max(lead*1.3, lead+0.25))
			}
		}
	}
	e.indents = begun >= enoughEnds && indented*10 > begun*9
	if begun >= enoughEnds && indented*4 < begun {
		e.flush = (indented+apart)*4 < begun
		e.gaps = !e.flush
	}
	return e
}

// words counts what stands within a line.
func (e *endings) words(s string) {
	fields := strings.Fields(s)
	for i, f := range fields {
		w := bare(f)
		first := firstRune(strings.TrimLeft(f, `«"“(`))
		if unicode.IsLower(first) {
			e.lower[w]++
		}
		if i == 0 {
			continue
		}
		switch sign := endSign(fields[i-1]); {
		case sign == 0 && unicode.IsUpper(first):
			e.capital[w]++
		case sign == '.' && (!unicode.IsUpper(first) || utf8.RuneCountInString(bare(fields[i-1])) < 4):
			// an abbreviation, a number
		case sign != 0:
			e.within[sign]++
		}
	}
}

// endSign is the sign that ends a text as sentences and items of lists do, 0 if none.
func endSign(s string) rune {
	s = strings.TrimRight(s, `)»"”’`)
	switch r := lastRune(s); r {
	case '.', '!', '?', '…':
		return '.'
	case ';', ':':
		return r
	}
	return 0
}

// between reports whether a paragraph ends with a full line.
func (e *endings) between(para *paragraph, next *printed) bool {
	last := para.lines[len(para.lines)-1]
	if e == nil || !e.flush && !(e.gaps && last.page != next.page) {
		return false
	}
	text := last.text
	start := strings.TrimLeft(next.text, `«"“(`)
	capital := unicode.IsUpper(firstRune(start))
	if sign := endSign(text); sign != 0 {
		often := e.ended[sign] >= enoughEnds && e.ended[sign] > clearlyMore*e.within[sign]
		return often && (sign != '.' || capital)
	}
	if !capital || !headed.MatchString(para.text) {
		return false
	}
	// A heading has no sign at its end: the text below it begins with a word
	// that has a capital only there.
	first, _, _ := strings.Cut(start, " ")
	w := bare(first)
	return e.lower[w] > clearlyMore*e.capital[w]
}

// goesOn reports whether a line goes on with a paragraph although its lines were
// broken by hand: in a note that is still open, or in a heading that is not
// ended, if the line hangs below its words, or is not indented where all that
// begins is.
func (e *endings) goesOn(para *paragraph, next *printed) bool {
	first, last := para.lines[0], para.lines[len(para.lines)-1]
	if e == nil || label.MatchString(next.text) {
		return false
	}
	if para.noteOpen() {
		return last.centred == next.centred &&
			(!next.indented() || math.Abs(next.u0-last.u0) < next.size || next.centred || strings.Contains(next.text, ")"))
	}
	if last.page != next.page || last.centred || next.centred || endSign(last.text) != 0 || !headed.MatchString(para.text) {
		return false
	}
	return next.u0 > first.u0+2*next.size || e.indents && first.indented() && !next.indented()
}

// noteOpen reports whether a paragraph ends inside of a note in brackets. Codes
// have long ones under their names.
func (para *paragraph) noteOpen() bool {
	open := strings.LastIndexByte(para.text, '(')
	return open >= 0 && len(para.lines) < maxNoteLines && editorial.MatchString(para.text[open:]) && !strings.Contains(para.text[open:], ")")
}

// indented reports whether nearly all paragraphs begin indented.
func (e *endings) indented() bool { return e != nil && e.indents }
