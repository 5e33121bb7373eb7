package extract

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// Footnotes stand at the foot of a page under a short line. Text that goes on
// on the next page must not be torn apart by them: a note comes after the
// paragraph that has its mark, or after the one that fills the page if none has.

// noteMark matches how a footnote begins; a clause «1.» or «1)» doesn't so.
var noteMark = regexp.MustCompile(`^(?:\d{1,3}|\*{1,3}|[⁰¹²³⁴-⁹]+)(?:$|[^\d.)\-])`)

const (
	shortest = 36.0 // of the line above footnotes, in points
	longest  = 0.45 // of it, in widths of the page
	footHalf = 0.6  // of the page's height: footnotes lie below
)

// A footnote is one note at the foot of a page.
type footnote struct {
	mark  string // digits or stars, "" if it goes on from the page before
	lines []*printed
	plain bool // no note, but a line at the foot of the page that parts the text
}

// cutNotes takes the footnotes from the lines of a page.
func cutNotes(p *pdfPage, lines []*printed) (text []*printed, notes []*footnote) {
	at := math.Inf(-1)
	for _, r := range p.rules {
		if w := r.hi - r.lo; !r.vertical && w >= shortest && w <= longest*p.width && r.at < footHalf*p.height {
			if first := uppermost(lines, r.at); first != nil && noteMark.MatchString(first.text) && first.v > r.at-3*first.size {
				at = max(at, r.at)
			}
		}
	}
	var below []*printed
	for _, l := range lines {
		switch {
		case l.table != nil || l.turn != 0 || l.v >= at:
			text = append(text, l)
		case len(below) > 0 && besideMark(below[len(below)-1], l):
			mark := below[len(below)-1]
			mark.glyphs = append(mark.glyphs, l.glyphs...)
			mark.finish()
		default:
			below = append(below, l)
		}
	}
	next := 0 // the number that the next note should have, if it has one
	for _, l := range below {
		m := markOf(l.text)
		n := number3(m)
		if k := len(notes) - 1; k >= 0 && (m == "" || n > 0 && next > 0 && n != next) {
			notes[k].lines = append(notes[k].lines, l)
			continue
		}
		notes = append(notes, &footnote{mark: m, lines: []*printed{l}})
		next = 0
		if n > 0 {
			next = n + 1
		}
	}
	return text, notes
}

// cutFoot takes a line at the very foot of a page, far below the text, that would
// part a sentence going on on the next page: a number of a document, a stamp.
func cutFoot(p *pdfPage, lines []*printed) (text []*printed, foot *footnote) {
	k := len(lines) - 1
	if k < 1 {
		return lines, nil
	}
	last, above := lines[k], lines[k-1]
	if last.table != nil || above.table != nil || last.turn != 0 || above.turn != 0 || ends(above.text) || above.room(last) ||
		last.v > 0.12*p.height || above.v-last.v < 2.5*max(last.size, above.size) ||
		slices.ContainsFunc(lines[:k], func(l *printed) bool { return l.v < above.v }) {
		return lines, nil
	}
	return lines[:k], &footnote{lines: lines[k:], plain: true}
}

// uppermost returns the highest line below v, the leftmost of those of one height.
func uppermost(lines []*printed, v float64) *printed {
	var best *printed
	for _, l := range lines {
		if l.table == nil && l.turn == 0 && l.v < v && (best == nil || l.v > best.v+0.5*l.size || l.v > best.v-0.5*l.size && l.u0 < best.u0) {
			best = l
		}
	}
	return best
}

// besideMark reports whether l is the text of the note whose mark is m.
func besideMark(m, l *printed) bool {
	return len(m.text) <= 6 && noteMark.MatchString(m.text) && math.Abs(m.v-l.v) < 0.8*l.size && l.u0 > m.u1
}

// markOf is the mark of a line that begins a note, in plain digits or stars.
func markOf(s string) string {
	if !noteMark.MatchString(s) {
		return ""
	}
	s = lowered(s)
	return s[:len(s)-len(strings.TrimLeft(s, s[:1]+"0123456789"))]
}

// lowered turns superscript digits to plain ones.
func lowered(s string) string {
	return strings.Map(func(r rune) rune {
		for d, up := range raised {
			if firstRune(up) == r {
				return firstRune(d)
			}
		}
		return r
	}, s)
}

// number3 is a mark as a number, 0 if it is none.
func number3(mark string) int {
	n := 0
	for _, r := range mark {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// refersTo reports whether the text has a note's mark, raised behind a word or
// a sign. «м²» is no mark, nor is «Статья 53¹», though «в 2001¹» may be one:
// with digits, such count too.
func refersTo(text, mark string, digits bool) bool {
	if mark == "" {
		return false
	}
	up := mark
	if number3(mark) > 0 {
		up = strings.Map(func(r rune) rune { return firstRune(raised[string(r)]) }, mark)
	}
	for i := 0; ; i += len(up) {
		k := strings.Index(text[i:], up)
		if k < 0 {
			return false
		}
		i += k
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after := firstRune(text[i+len(up):])
		if i > 0 && !isRaised(before) && !isRaised(after) && before != '*' && after != '*' && (digits || !unicode.IsDigit(before)) && !unicode.IsSpace(before) && !metre(text[:i]) {
			return true
		}
	}
}

func isRaised(r rune) bool { return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '⁹' }

// metre reports whether the text ends in a unit of length: «25 м».
func metre(s string) bool {
	switch bare(lastField(s)) {
	case "м", "см", "км", "мм", "дм", "m", "cm", "km", "mm":
		return true
	}
	return false
}

// placeNotes finds the line after whose paragraph each note of a page comes.
// Marks stand in the order of their notes.
func (c *composer) placeNotes(text []*printed, notes []*footnote) {
	at := 0
	for _, n := range notes {
		if n.plain {
			host := text[len(text)-1]
			c.notes[host] = append(c.notes[host], n)
			continue
		}
		if n.mark == "" && c.lastNote != nil {
			c.lastNote.lines = append(c.lastNote.lines, n.lines...)
			continue
		}
		k := c.reference(text[at:], n.mark, false)
		if k < 0 {
			k = c.reference(text[at:], n.mark, true)
		}
		host := text[len(text)-1]
		if k >= 0 {
			at += k
			host = text[at]
		}
		c.notes[host] = append(c.notes[host], n)
		c.lastNote = n
	}
}

// reference finds the first of the lines that has a mark, -1 if none has.
func (c *composer) reference(lines []*printed, mark string, digits bool) int {
	return slices.IndexFunc(lines, func(l *printed) bool {
		if l.table == nil {
			return refersTo(l.text, mark, digits)
		}
		l.table.read(c.hyphens)
		return slices.ContainsFunc(l.table.cells, func(cell *gridCell) bool { return refersTo(cell.text, mark, digits) })
	})
}

// addNotes writes notes.
func (c *composer) addNotes(notes []*footnote) {
	for _, n := range notes {
		for _, p := range paragraphs(n.lines, c.hyphens, nil) {
			p.note = !n.plain
			c.out = append(c.out, p.line())
		}
	}
}

// addRows writes the rows of a table, each with the notes that it refers to.
func (c *composer) addRows(rows []corpus.Line, notes []*footnote) {
	for _, row := range rows {
		c.out = append(c.out, row)
		var rest []*footnote
		for _, n := range notes {
			if refersTo(row.Text, n.mark, true) {
				c.addNotes([]*footnote{n})
			} else {
				rest = append(rest, n)
			}
		}
		notes = rest
	}
	c.addNotes(notes)
}
