package extract

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A printed line is a row of glyphs on one baseline, as wide as one column of
// the page lets it be.
type printed struct {
	page   *pdfPage
	turn   int
	glyphs []glyph
	u0, u1 float64 // extent without blanks at the ends
	v      float64 // baseline of most of its letters
	size   float64 // of most of its letters
	text   string
	first  float64 // width of the first word
	gap    float64 // the widest gap between words
	tracks float64 // the gap between all letters of a line set wide
	column column

	centred bool // in its column

	letters, bold, italic, red int
	table                      *pdfTable // in its place in the order of lines, then all else is empty
}

// A column is the extent that a line could have filled.
type column struct{ left, right float64 }

func (l *printed) allBold() bool { return l.letters > 0 && l.bold*10 > l.letters*9 }

const (
	newLineRise = 0.45 // of the size: a larger step up or down starts a line
	jumpBack    = 0.6  // of the size: a larger step back starts a line
	wordGap     = 0.17 // of the size: a wider gap is a space
)

// printedLines makes lines of glyphs, in the order in which they were drawn:
// columns and cells come right by it, since programs write them one by one.
func printedLines(page *pdfPage, glyphs []glyph) []*printed {
	var lines []*printed
	var cur *printed
	from := 0 // where the line begins among the glyphs, while it has all of them
	for i := range glyphs {
		g := glyphs[i]
		if cur != nil {
			last := cur.glyphs[len(cur.glyphs)-1]
			size := max(cur.size, g.size)
			rise, step := math.Abs(g.v-cur.v), g.u-last.end
			switch {
			case g.turn != cur.turn || rise > newLineRise*size && !cur.takesRaised(&g):
				cur = nil
			case step < -0.3*size && cur.overprints(&g):
				from = -1
				continue
			case step < -jumpBack*size:
				cur = nil
			}
		}
		if cur == nil {
			cur = &printed{page: page, turn: g.turn, v: g.v, size: g.size}
			lines = append(lines, cur)
			from = i
		}
		if g.size > cur.size*1.05 && !g.blank() { // the line began with something small
			cur.size, cur.v = g.size, g.v
		}
		if from >= 0 {
			cur.glyphs = glyphs[from : i+1 : i+1] // no copies: a code has millions
		} else {
			cur.glyphs = append(cur.glyphs, g)
		}
	}
	for _, l := range lines {
		l.finish()
	}
	lines = slices.DeleteFunc(lines, func(l *printed) bool { return l.text == "" })
	lines = mergeFragments(withoutDoubles(lines))
	if disordered(lines) {
		lines = sorted(lines)
	}
	return lines
}

// takesRaised reports whether g and the line belong together though they stand
// far apart in height: a footnote's mark high above the line, or a line that
// begins with one.
func (l *printed) takesRaised(g *glyph) bool {
	last := l.glyphs[len(l.glyphs)-1]
	near := math.Abs(g.u-last.end) < 0.6*max(l.size, g.size)
	mark := func(t string) bool { return raised[t] != "" || strings.TrimSpace(t) == "" }
	switch {
	case !near:
		return false
	case g.v > l.v:
		return mark(g.text) && g.size <= 0.87*l.size && g.v-l.v < 0.8*l.size
	case g.size*0.87 >= l.size:
		return l.v-g.v < 0.8*g.size && !slices.ContainsFunc(l.glyphs, func(o glyph) bool { return !mark(o.text) })
	}
	return false
}

// overprints reports whether the glyph was already drawn at its place: programs
// make letters bold so. They become bold here too.
func (l *printed) overprints(g *glyph) bool {
	for i := len(l.glyphs) - 1; i >= 0; i-- {
		o := &l.glyphs[i]
		if o.text == g.text && math.Abs(o.u-g.u) < 0.15*g.size && math.Abs(o.v-g.v) < 0.15*g.size {
			o.bold = true
			return true
		}
	}
	return false
}

// bound are signs that stay on the line of the word behind them.
var bound = map[string]bool{"№": true, "–": true, "—": true}

// finish computes what the glyphs say together.
func (l *printed) finish() {
	l.measure()
	var b strings.Builder
	var prev *glyph
	firstEnd := math.NaN()
	begun := false
	l.gap, l.tracks = 0, tracking(l.glyphs)
	l.letters, l.bold, l.italic, l.red = 0, 0, 0, 0
	for i := range l.glyphs {
		g := &l.glyphs[i]
		blank := g.blank()
		space := blank || prev != nil && l.apart(prev, g, &b)
		if space && begun && !endsInSpace(&b) {
			if math.IsNaN(firstEnd) && g.text != "\u00a0" && !bound[b.String()] { // where a line may break
				firstEnd = l.u1
			}
			b.WriteByte(' ')
		}
		if !blank {
			if begun {
				l.gap = max(l.gap, g.u-l.u1)
			} else {
				l.u0, begun = g.u, true
			}
			l.u1 = g.end
			b.WriteString(l.render(g))
			l.letters++
			l.bold += count(g.bold)
			l.italic += count(g.italic)
			l.red += count(g.red)
		}
		prev = g
	}
	l.text = twoPart(strings.TrimSpace(b.String()))
	if math.IsNaN(firstEnd) {
		firstEnd = l.u1
	}
	l.first = firstEnd - l.u0
}

// apart reports whether a space stands between two glyphs. Behind the number of
// a list's item a hair's breadth tells as much: the number is set apart from the
// text, but leaves the tabulator behind it hardly any room.
func (l *printed) apart(prev, g *glyph, before *strings.Builder) bool {
	gap, size := g.u-prev.end-l.tracks, max(prev.size, g.size)
	if gap > wordGap*size {
		return true
	}
	return gap > 0.02*size && before.Len() < 6 && numeral.MatchString(before.String()) && unicode.IsLetter(firstRune(g.text))
}

// tracking returns the gap that a line has between its letters when they are set
// wide, like headings are, each on its own: no space is meant by it. 0 if they
// are not.
func tracking(glyphs []glyph) float64 {
	const enough = 6
	var gaps []float64
	letters := 0
	for i := 1; i < len(glyphs); i++ {
		a, b := &glyphs[i-1], &glyphs[i]
		if a.blank() || b.blank() {
			continue
		}
		gaps = append(gaps, (b.u-a.end)/b.size)
		letters += count(unicode.IsLetter(firstRune(b.text)))
	}
	if len(gaps) < enough || letters*5 < len(gaps)*4 {
		return 0
	}
	slices.Sort(gaps)
	low, high := gaps[len(gaps)/5], gaps[len(gaps)*3/5]
	if low < wordGap || low > 1 || high-low > 0.15 {
		return 0
	}
	return low * glyphs[0].size
}

// numeral matches the number of an item of a list.
var numeral = regexp.MustCompile(`^\d{1,3}[.)]$`)

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func endsInSpace(b *strings.Builder) bool {
	s := b.String()
	return s == "" || s[len(s)-1] == ' '
}

// measure finds the size of most letters and their baseline.
func (l *printed) measure() {
	sizes := map[float64]int{}
	best := 0
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if g.blank() {
			continue
		}
		k := math.Round(g.size*10) / 10
		sizes[k]++
		if n := sizes[k]; n > best || n == best && k > l.size {
			best, l.size = n, k
		}
	}
	var vs []float64
	for i := range l.glyphs {
		if g := &l.glyphs[i]; !g.blank() && math.Abs(g.size-l.size) < 0.1*l.size {
			vs = append(vs, g.v)
		}
	}
	if len(vs) > 0 {
		slices.Sort(vs)
		l.v = vs[len(vs)/2]
	}
}

var raised = map[string]string{"0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹"}

// render is the text of a glyph in its line: small raised digits are superscripts.
func (l *printed) render(g *glyph) string {
	if s, ok := raised[g.text]; ok && g.size <= 0.87*l.size && g.v-l.v > 0.12*l.size {
		return s
	}
	return g.text
}

var raisedTwice = regexp.MustCompile(`[⁰¹²³⁴⁵⁶⁷⁸⁹]-[⁰¹²³⁴⁵⁶⁷⁸⁹]+`)

// twoPart writes raised numbers of two parts as other formats give them: 52¹-1.
func twoPart(s string) string {
	if !strings.Contains(s, "-") {
		return s
	}
	return raisedTwice.ReplaceAllStringFunc(s, func(m string) string {
		head, tail, _ := strings.Cut(m, "-")
		return head + "-" + lowered(tail)
	})
}

// mergeFragments joins pieces of one line that were drawn one after another but
// not from left to right: bold words after the others, or the letters that one
// font lacks after those that it has.
func mergeFragments(lines []*printed) []*printed {
	out := lines[:0]
	for _, l := range lines {
		if k := len(out) - 1; k >= 0 {
			if all := interleave(out[k], l); all != nil {
				out[k].glyphs = all
				out[k].finish()
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// interleave returns the glyphs of both lines from left to right, nil if they
// are not on one baseline, get in each other's way or stand far apart.
func interleave(a, b *printed) []glyph {
	size := max(a.size, b.size)
	if a.turn != b.turn || a.page != b.page || math.Abs(a.v-b.v) > 0.25*size || max(a.u0-b.u1, b.u0-a.u1) > 1.5*size {
		return nil
	}
	all := make([]glyph, 0, len(a.glyphs)+len(b.glyphs))
	for _, l := range []*printed{a, b} {
		for _, g := range l.glyphs {
			if !g.blank() { // blanks of one piece lie where letters of the other are; gaps tell as much
				all = append(all, g)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b glyph) int { return cmp.Compare(a.u, b.u) })
	for i := 1; i < len(all); i++ {
		if all[i].u-all[i-1].end < -0.3*size {
			return nil
		}
	}
	return all
}

// disordered reports whether the order of drawing is visibly not that of
// reading: lines that stand above their forerunners, over the same columns.
func disordered(lines []*printed) bool {
	up, steps := 0, 0
	for i := 1; i < len(lines); i++ {
		p, l := lines[i-1], lines[i]
		if p.turn != l.turn {
			continue
		}
		steps++
		if overlap(p, l) && l.v > p.v+0.5*l.size || math.Abs(p.v-l.v) < 0.25*l.size && l.u1 < p.u0 {
			up++
		}
	}
	return up >= 3 && up*4 > steps
}

func overlap(a, b *printed) bool { return a.u0 < b.u1 && b.u0 < a.u1 }

// sorted puts lines in order from above, those on one baseline from the left,
// and joins what stands side by side.
func sorted(lines []*printed) []*printed {
	slices.SortStableFunc(lines, func(a, b *printed) int {
		return cmp.Or(cmp.Compare(a.turn, b.turn), cmp.Compare(b.v, a.v), cmp.Compare(a.u0, b.u0))
	})
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].turn == lines[lo].turn && lines[lo].v-lines[hi].v < 0.3*lines[lo].size {
			hi++
		}
		slices.SortStableFunc(lines[lo:hi], func(a, b *printed) int { return cmp.Compare(a.u0, b.u0) })
		lo = hi
	}
	return mergeFragments(lines)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// ends reports whether a text ends as sentences and items of lists do.
func ends(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return strings.ContainsRune(`)»"”’`, r) || r >= '⁰' && r <= '⁹' || unicode.IsSpace(r)
	})
	return strings.ContainsRune(".;:!?…", lastRune(s))
}
