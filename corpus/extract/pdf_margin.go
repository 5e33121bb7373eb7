package extract

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Headers and footers are lines near the edges of the page that stand at the
// same height with the same text, numbers aside, on at least half of the pages,
// or of the odd or even ones.

const (
	marginLines = 3    // so many lines from either edge can be header or footer
	marginBand  = 0.15 // of the page's height: they lie within it
	sameHeight  = 4.0  // points
)

var anyDigits = regexp.MustCompile(`\d+|\b[ivxlc]+\b`)

// dropMargins removes headers and footers from the lines of each page.
func dropMargins(pages []*pdfPage, lines [][]*printed) {
	if len(pages) < 2 {
		return
	}
	seen := map[string][]sighting{}
	candidates := make([]map[*printed]string, len(pages))
	for i := range pages {
		candidates[i] = map[*printed]string{}
		for _, l := range edges(pages[i], lines[i]) {
			text := anyDigits.ReplaceAllString(l.text, "#")
			candidates[i][l] = text
			seen[text] = append(seen[text], sighting{i, l.v, pages[i].height, l.text})
		}
	}
	for i := range pages {
		lines[i] = slices.DeleteFunc(lines[i], func(l *printed) bool {
			text, ok := candidates[i][l]
			return ok && repeated(seen[text], i, l, len(pages))
		})
	}
}

// pageNumber matches a line that may be the number of its page.
var pageNumber = regexp.MustCompile(`^(?:[-–—~]\s?)?(?:(?:стр|с|page|p|бет|лист)\.?\s)?(\d{1,4})(?:\s?(?:из|of|/)\s?\d{1,4})?(?:\s?[-–—~])?$`)

// dropNumbers removes the numbers of pages: those that stand alone at an edge
// and go up with the pages. One that stands alone in the document, as the «2» of
// a letter whose first page has none, is known by its place in the middle.
func dropNumbers(pages []*pdfPage, lines [][]*printed) {
	type found struct {
		page int
		line *printed
	}
	byOffset := map[int][]found{}
	for i, p := range pages {
		for _, l := range outermost(lines[i]) {
			m := pageNumber.FindStringSubmatch(strings.ToLower(l.text))
			if m == nil || l.v > numberBand*p.height && l.v < (1-numberBand)*p.height {
				continue
			}
			n, _ := strconv.Atoi(m[1])
			byOffset[n-i] = append(byOffset[n-i], found{i, l})
		}
	}
	for offset, all := range byOffset {
		for _, f := range all {
			p := pages[f.page]
			middle := math.Abs(f.line.u0+f.line.u1-p.width) < 0.1*p.width
			if len(all) > 1 && len(all)*4 >= len(pages) || offset == 1 && middle {
				lines[f.page] = slices.DeleteFunc(lines[f.page], func(l *printed) bool { return l == f.line })
			}
		}
	}
}

const numberBand = 0.12 // of the page's height: numbers of pages lie within it

// outermost returns the uppermost and the lowest line of a page, if nothing
// stands beside them.
func outermost(lines []*printed) []*printed {
	var out []*printed
	for _, up := range []float64{1, -1} {
		var best *printed
		alone := false
		for _, l := range lines {
			if l.turn != 0 {
				continue
			}
			v := l.v
			if l.table != nil && up < 0 {
				v = l.table.ys[len(l.table.ys)-1]
			}
			switch {
			case best == nil || up*(v-best.v) > 0.5*l.size && up*(v-best.v) > sameHeight:
				best, alone = l, true
			case math.Abs(v-best.v) <= max(sameHeight, 0.5*l.size):
				alone = false
			}
		}
		if best != nil && alone && best.table == nil {
			out = append(out, best)
		}
	}
	return out
}

type sighting struct {
	page      int
	v, height float64
	text      string
}

// repeated reports whether the line of page i is seen on enough pages.
func repeated(all []sighting, i int, l *printed, pages int) bool {
	n, parity := 0, 0
	last := -1
	for _, s := range all {
		high := math.Abs(s.v-l.v) <= sameHeight
		low := math.Abs((s.height-s.v)-(l.page.height-l.v)) <= sameHeight
		if !high && !low || s.page == last {
			continue
		}
		last = s.page
		n++
		if s.page%2 == i%2 {
			parity++
		}
	}
	if pages == 2 {
		band := 0.07 * l.page.height
		return n == 2 && (l.v < band || l.v > l.page.height-band)
	}
	return n >= 2 && n*2 >= pages || parity >= 3 && parity*2 >= (pages+1)/2 && parity*4 >= pages
}

// edges returns the lines of a page that may be header or footer.
func edges(p *pdfPage, lines []*printed) []*printed {
	var in []*printed
	for _, l := range lines {
		if l.table == nil && l.turn == 0 {
			in = append(in, l)
		}
	}
	slices.SortStableFunc(in, func(a, b *printed) int { return cmp.Compare(b.v, a.v) })
	var out []*printed
	heights := 0
	for k, l := range in {
		if k == 0 || in[k-1].v-l.v > sameHeight {
			heights++
		}
		if heights <= marginLines && l.v > (1-marginBand)*p.height {
			out = append(out, l)
		}
	}
	heights = 0
	for k := len(in) - 1; k >= 0; k-- {
		l := in[k]
		if k == len(in)-1 || l.v-in[k+1].v > sameHeight {
			heights++
		}
		if heights <= marginLines && l.v < marginBand*p.height {
			out = append(out, l)
		}
	}
	return out
}
