package table

import (
	"math"
	"strconv"
	"strings"

	"svod/compare/table/draw"
)

// trend draws a line for each series over labels such as years. Lines are told
// apart by their marks and strokes.
func (p *plot) trend() {
	const high = 250.0
	if len(p.c.Series) > 1 {
		var ks []key
		for k, s := range p.c.Series {
			ks = append(ks, key{s.Name, func(x, y float64) {
				p.Line([]draw.Point{{X: x, Y: y}, {X: x + 30, Y: y}}, stroke(k))
				p.mark(k, x+15, y)
			}, 30, 0})
		}
		p.keys(ks)
	}
	lo, hi := p.extent()
	ts := ticks(lo, hi, 5)
	lo, hi = ts[0], ts[len(ts)-1]
	step := ts[1] - ts[0]
	left := 0.0
	for _, t := range ts {
		left = math.Max(left, draw.Width(p.tick(t, step), smallSize, false))
	}
	left += 16
	wide := 0.0 // of the values at the points, some of which stand beside the lines' ends
	for k := range p.c.Series {
		for i := range p.c.Labels {
			wide = math.Max(wide, draw.Width(p.written(k, i), pointSize, false))
		}
	}
	beside := 12.0
	if len(p.c.Series) > 1 {
		beside += wide
	}
	xs := p.across(left+math.Max(beside, 24), p.W-8-math.Max(beside, 26))
	p.y += 12 // for the values of the highest points
	bottom := p.y + high
	at := func(v float64) float64 { return bottom - (v-lo)/(hi-lo)*high }
	for _, t := range ts {
		color := gridColor
		if t == 0 {
			color = axisColor
		}
		p.Line([]draw.Point{{X: left, Y: at(t)}, {X: p.W - 8, Y: at(t)}}, draw.Style{Stroke: color, Width: 0.8})
		p.Text(draw.Text{X: left - 6, Y: at(t) + 3.8, S: p.tick(t, step), Size: smallSize, Anchor: draw.End, Color: inkColor})
	}
	for k := range p.c.Series {
		var line []draw.Point
		flush := func() {
			if len(line) > 1 {
				p.Line(line, stroke(k))
			}
			line = nil
		}
		for i := range p.c.Labels {
			if v, ok := p.c.value(k, i); ok {
				line = append(line, draw.Point{X: xs[i], Y: at(v)})
			} else {
				flush()
			}
		}
		flush()
	}
	for k := range p.c.Series {
		for i := range p.c.Labels {
			if v, ok := p.c.value(k, i); ok {
				p.mark(k, xs[i], at(v))
			}
		}
	}
	p.pointValues(xs, at, wide)
	p.y = bottom + 4
	p.years(xs)
}

// across returns where labels stand between two places: years as far apart as
// they are, others evenly.
func (p *plot) across(left, right float64) []float64 {
	xs := make([]float64, len(p.c.Labels))
	years := make([]float64, len(xs))
	even := len(xs) < 2
	for i, l := range p.c.Labels {
		v, err := strconv.Atoi(strings.TrimSpace(l))
		even = even || err != nil || v < 1000 || v > 9999
		if years[i] = float64(v); i > 0 && years[i] <= years[i-1] {
			even = true
		}
	}
	for i := range xs {
		switch {
		case len(xs) == 1:
			xs[i] = (left + right) / 2
		case even:
			xs[i] = left + (right-left)*float64(i)/float64(len(xs)-1)
		default:
			xs[i] = left + (right-left)*(years[i]-years[0])/(years[len(years)-1]-years[0])
		}
	}
	return xs
}

// years writes the labels below, wrapped, or as many of them as fit.
func (p *plot) years(xs []float64) {
	room := p.W
	for i := 1; i < len(xs); i++ {
		room = math.Min(room, xs[i]-xs[i-1])
	}
	every := max(int(math.Ceil(34/math.Max(room, 0.5))), 1)
	most := 0
	for i, l := range p.c.Labels {
		if i%every != 0 {
			continue
		}
		lines := draw.Wrap(clean(l), smallSize, false, math.Max(room*float64(every)-4, 30), 4)
		for n, s := range lines {
			p.Text(draw.Text{X: xs[i], Y: p.y + 12 + float64(n)*13, S: s, Size: smallSize, Anchor: draw.Middle, Color: inkColor})
		}
		most = max(most, len(lines))
	}
	p.y += float64(most)*13 + 6
	// Below, where a series has no value: its mark and «н.д.».
	low := p.y
	for i := range p.c.Labels {
		if i%every != 0 {
			continue
		}
		y := p.y
		for k := range p.c.Series {
			if _, ok := p.c.value(k, i); ok {
				continue
			}
			w := draw.Width(p.w.missing, 9, false)
			x := xs[i] - w/2
			if len(p.c.Series) > 1 {
				p.mark(k, x-4, y+7)
				x += 4
			}
			p.Text(draw.Text{X: x, Y: y + 10, S: p.w.missing, Size: 9, Color: mutedColor})
			y += lineHigh
		}
		low = math.Max(low, y)
	}
	if p.y < low {
		p.y = low + 4
	}
}

// stroke is the line of a series.
func stroke(k int) draw.Style {
	dashes := [][]float64{nil, {7, 4}, {2, 3}, {9, 3, 2, 3}}
	colors := []draw.Color{darkColor, "5A5A5A", "2E75B6", "1A1A1A"}
	return draw.Style{Stroke: colors[k%len(colors)], Width: 1.8, Dash: dashes[k%len(dashes)]}
}

// mark draws the mark of a series; its shape tells which.
func (p *plot) mark(k int, x, y float64) {
	const r = 4.5
	s := draw.Style{Fill: darkColor, Stroke: darkColor, Width: 1.2}
	if k/5%2 == 1 || k%5%2 == 1 { // hollow
		s.Fill = "FFFFFF"
	}
	switch k % 5 {
	case 0:
		p.Circle(x, y, r-0.5, s)
	case 1:
		p.Rect(x-r+0.7, y-r+0.7, 2*r-1.4, 2*r-1.4, s)
	case 2:
		p.Polygon([]draw.Point{{X: x, Y: y - r}, {X: x + r, Y: y + r - 1}, {X: x - r, Y: y + r - 1}}, s)
	case 3:
		p.Polygon([]draw.Point{{X: x, Y: y - r - 1}, {X: x + r + 1, Y: y}, {X: x, Y: y + r + 1}, {X: x - r - 1, Y: y}}, s)
	case 4:
		p.Polygon([]draw.Point{{X: x, Y: y + r}, {X: x + r, Y: y - r + 1}, {X: x - r, Y: y - r + 1}}, s)
	}
}
