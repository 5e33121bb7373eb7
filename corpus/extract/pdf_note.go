package extract

import (
	"math"
	"regexp"
	"slices"
)

// Footnotes stand at the foot of a page under a short line. Text that goes on
// on the next page must not be torn apart by them: they come after the paragraph
// that fills the page.

// noteMark matches how a footnote begins; a clause «1.» or «1)» doesn't so.
var noteMark = regexp.MustCompile(`^(?:\d{1,3}|\*{1,3}|[⁰¹²³⁴-⁹]+)(?:$|[^\d.)\-])`)

const (
	shortest = 36.0 // of the line above footnotes, in points
	longest  = 0.45 // of it, in widths of the page
	footHalf = 0.6  // of the page's height: footnotes lie below
)

// cutNotes takes the footnotes from the lines of a page.
func cutNotes(p *pdfPage, lines []*printed) (text, notes []*printed) {
	at := math.Inf(-1)
	for _, r := range p.rules {
		if w := r.hi - r.lo; !r.vertical && w >= shortest && w <= longest*p.width && r.at < footHalf*p.height {
			if first := uppermost(lines, r.at); first != nil && noteMark.MatchString(first.text) && first.v > r.at-3*first.size {
				at = max(at, r.at)
			}
		}
	}
	for _, l := range lines {
		switch {
		case l.table != nil || l.turn != 0 || l.v >= at:
			text = append(text, l)
		case len(notes) > 0 && besideMark(notes[len(notes)-1], l):
			mark := notes[len(notes)-1]
			mark.glyphs = append(mark.glyphs, l.glyphs...)
			mark.finish()
		default:
			notes = append(notes, l)
		}
	}
	return text, notes
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

// notesOf makes paragraphs of notes.
func notesOf(lines []*printed, h *hyphens) []*paragraph {
	out := paragraphs(lines, h)
	for _, p := range out {
		p.note = true
	}
	return out
}

// lastText returns the last line of a page outside of tables.
func lastText(lines []*printed) *printed {
	for _, l := range slices.Backward(lines) {
		if l.table == nil {
			return l
		}
	}
	return nil
}
