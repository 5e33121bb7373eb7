package parse

import (
	"strings"
	"unicode"
)

// A bracket or a quote that is opened and not closed is a slip of the typist or
// of the reader of the file, and may hide that a line was lost. Acts close two
// quotes with one («ТОО «Сад») and write «1)» without an opening bracket, so
// only what has no partner at all is told, and in acts only: the lines of a
// report's PDF are torn too often.

// near is how many lines on a partner may stand: quotations and remarks in
// brackets run over paragraphs.
const near = 12

// checkUnclosed reports the brackets and quotes of the law's own text that
// have no partner in their paragraph or in those around it.
func (p *parser) checkUnclosed() {
	if p.report {
		return
	}
	for _, pair := range []func(string) int{openBrackets, openQuotes} {
		var open []int // lines that wait for a partner
		spare := -1    // the last line that closed fewer quotes than it opened
		for i := range p.paras {
			text := p.paras[i].Text
			if p.paras[i].role == numbered {
				text = p.paras[i].label.rest
			}
			if !p.ownWords(i) {
				open = p.unclosed(open, i, true)
				continue
			}
			open = p.unclosed(open, i, p.paras[i].role == heading)
			switch n := pair(text); {
			case n == 1:
				open = append(open, i)
			case n > 1:
				spare = i
			case n < 0 && len(open) > 0:
				open = open[:len(open)-1]
			case n == -1 && spare >= 0 && i-spare <= near:
				spare = -1
			case n == -1:
				p.problem(i+1, "unopened")
			}
		}
		p.unclosed(open, len(p.paras), true)
	}
}

// unclosed reports the lines that have waited too long before line i, or all.
func (p *parser) unclosed(open []int, i int, all bool) []int {
	for len(open) > 0 && (all || i-open[0] > near) {
		// New text that is quoted from the next line on has its own check.
		if next := open[0] + 1; next >= len(p.paras) || p.paras[next].role != quoted {
			p.problem(open[0]+1, "unclosed")
		}
		open = open[1:]
	}
	return open
}

// ownWords reports whether line i is the text of a unit.
func (p *parser) ownWords(i int) bool {
	switch p.paras[i].role {
	case plain, heading, title, numbered, preamble, name, requisite:
		return p.paras[i].Table == 0
	}
	return false
}

// openBrackets returns 1 for a text that leaves a bracket open, -1 for one
// that closes one it did not open, else 0. «1)» and «а)» close nothing, or what is
// open, above them too: then it is -2.
func openBrackets(s string) int {
	depth, marks, surplus := 0, 0, false
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r != ')':
		case isMark(s[:i]):
			marks++
		case depth > 0:
			depth--
		default:
			surplus = true
		}
	}
	switch {
	case depth > marks && !surplus:
		return 1
	case surplus && depth == 0:
		return -1
	case marks > 0:
		return -2 // «(участки № 3,» ⏎ «№ 20) поливают»
	}
	return 0
}

// isMark reports whether a text ends with what may be the number of a
// subclause: a number, Roman too, or a letter or two.
func isMark(s string) bool {
	word := s[strings.LastIndexFunc(s, func(r rune) bool {
		_, super := superscripts[r]
		return !super && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isHyphen(r) && r != '.'
	})+1:]
	return strings.ContainsAny(word, "0123456789") || runeLen(word) < 3 || strings.Trim(word, "ivxIVX") == ""
}

// openQuotes is openBrackets for quotes; -2 is a text that closes one above it
// beside its own, 2 one that may be closed below it. Straight ones do not tell how they stand.
func openQuotes(s string) int {
	opened := strings.Count(s, "«")
	closed := strings.Count(s, "»")
	if strings.ContainsAny(s, "\"„“”'") { // mixed
		return 0
	}
	switch {
	case opened > 0 && closed == 0:
		return 1
	case closed > 0 && opened == 0:
		return -1
	case closed > opened:
		return -2
	case opened > closed:
		return 2
	}
	return 0
}
