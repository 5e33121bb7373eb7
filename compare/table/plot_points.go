package table

import (
	"cmp"
	"slices"

	"svod/compare/table/draw"
)

// pointSize is the height of the values at the points of a line.
const pointSize = 9.5

// A box is what a text or a mark covers.
type box struct{ left, top, right, bottom float64 }

func (b box) touches(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// pointValues writes the values at their points, where they touch neither each
// other nor the marks: above, below or beside; outside of the lines at their
// ends. Where labels stand too close for that, only the first, the last, the
// least and the greatest value of a line are written.
func (p *plot) pointValues(xs []float64, at func(float64) float64, wide float64) {
	chosen := func(k, i int) bool { return true }
	for i := 1; i < len(xs); i++ {
		if xs[i]-xs[i-1] < wide+2 {
			chosen = p.turning
		}
	}
	for i, x := range xs {
		type point struct {
			y    float64
			text string
		}
		var points []point
		var taken []box
		for k := range p.c.Series {
			v, ok := p.c.value(k, i)
			if !ok {
				continue
			}
			taken = append(taken, box{x - 5, at(v) - 5, x + 5, at(v) + 5})
			if chosen(k, i) {
				points = append(points, point{at(v), p.written(k, i)})
			}
		}
		slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.y, b.y) })
		for _, q := range points {
			w := draw.Width(q.text, pointSize, false)
			at := func(x, y float64) box { return box{x, y - pointSize + 1, x + w, y + 1} }
			above, below := at(x-w/2, q.y-7), at(x-w/2, q.y+15)
			before, behind := at(x-8-w, q.y+3.5), at(x+8, q.y+3.5)
			places := []box{above, below, behind, before}
			if n := len(p.c.Series); n > 1 && i == 0 {
				places = []box{before, above, below}
			} else if n > 1 && i == len(xs)-1 {
				places = []box{behind, above, below}
			}
			place := free(places, taken)
			taken = append(taken, place)
			p.Text(draw.Text{X: place.left, Y: place.bottom - 1, S: q.text, Size: pointSize, Color: inkColor, Halo: true})
		}
	}
}

// free returns the first of places that touches nothing, else the first one as
// far below as it must be.
func free(places, taken []box) box {
	clear := func(b box) bool { return !slices.ContainsFunc(taken, b.touches) }
	if i := slices.IndexFunc(places, clear); i >= 0 {
		return places[i]
	}
	b := places[0]
	for range 200 {
		b.top++
		b.bottom++
		if clear(b) {
			return b
		}
	}
	return places[0]
}

// turning tells whether a value is the first, the last, the least or the
// greatest of its series.
func (p *plot) turning(k, i int) bool {
	first, last, least, most := -1, -1, -1, -1
	for n := range p.c.Labels {
		v, ok := p.c.value(k, n)
		if !ok {
			continue
		}
		if first < 0 {
			first, least, most = n, n, n
		}
		last = n
		if w, _ := p.c.value(k, least); v < w {
			least = n
		}
		if w, _ := p.c.value(k, most); v > w {
			most = n
		}
	}
	return i == first || i == last || i == least || i == most
}
