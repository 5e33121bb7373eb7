package extract

import (
	"cmp"
	"math"
	"regexp"
	"slices"
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
