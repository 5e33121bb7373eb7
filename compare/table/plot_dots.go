package table

import (
	"math"
	"slices"
	"strings"

	"svod/compare/table/draw"
)

// dots draws a dot for each value, and the median of each series as a line.
func (p *plot) dots() {
	const gap = 8.0
	n := len(p.c.Series)
	if n > 1 {
		var ks []key
		for k, s := range p.c.Series {
			ks = append(ks, key{s.Name, func(x, y float64) { p.mark(k, x+7, y) }, 14, 0})
		}
		p.keys(ks)
	}
	col := p.labels(0.4)
	lo, hi := p.extent()
	ts := ticks(lo, hi, 5)
	lo, hi = ts[0], ts[len(ts)-1]
	behind := 0.0
	for k := range p.c.Series {
		for i := p.from; i < p.to; i++ {
			behind = math.Max(behind, draw.Width(p.written(k, i), smallSize, false)+14)
		}
	}
	left, right := col.width+8, p.W-behind
	at := func(v float64) float64 { return left + (v-lo)/(hi-lo)*math.Max(right-left, 20) }
	p.medians(at)
	top := p.y
	bottom := top
	for i := p.from; i < p.to; i++ {
		bottom += math.Max(float64(n)*lineHigh, col.high(i-p.from)) + gap
	}
	for _, t := range ts {
		color := gridColor
		if t == 0 {
			color = axisColor
		}
		p.Line([]draw.Point{{X: at(t), Y: top}, {X: at(t), Y: bottom}}, draw.Style{Stroke: color, Width: 0.8})
		p.Text(draw.Text{X: at(t), Y: bottom + 13, S: p.tick(t, ts[1]-ts[0]), Size: smallSize, Anchor: draw.Middle, Color: inkColor})
	}
	for k := range p.c.Series {
		if m, ok := p.c.median(k); ok {
			p.Line([]draw.Point{{X: at(m), Y: top - 4}, {X: at(m), Y: bottom}}, draw.Style{Stroke: "333333", Width: 1.3, Dash: medianDash(k)})
		}
	}
	for i := p.from; i < p.to; i++ {
		row := math.Max(float64(n)*lineHigh, col.high(i-p.from))
		p.label(col, i-p.from, p.y+gap/2+row/2)
		y := p.y + gap/2 + (row-float64(n)*lineHigh)/2 + lineHigh/2
		for k := range p.c.Series {
			v, ok := p.c.value(k, i)
			text := draw.Text{X: at(math.Max(lo, 0)) + 5, Y: y + 3.7, S: p.written(k, i), Size: smallSize, Color: inkColor, Halo: true}
			if ok {
				p.Line([]draw.Point{{X: at(math.Max(lo, 0)), Y: y}, {X: at(v), Y: y}}, draw.Style{Stroke: "BBBBBB", Width: 1})
				p.mark(k, at(v), y)
				text.X = at(v) + 9
			} else {
				text.Color = mutedColor
			}
			p.Text(text)
			y += lineHigh
		}
		p.y += row + gap
	}
	p.y = bottom + 22
}

func medianDash(k int) []float64 { return [][]float64{{6, 4}, {2, 3}, {9, 3, 2, 3}}[k%3] }

// medians writes the medians above their lines.
func (p *plot) medians(at func(float64) float64) {
	var names []string
	x, count := 0.0, 0
	for k, s := range p.c.Series {
		m, ok := p.c.median(k)
		if !ok {
			continue
		}
		name := p.w.median + " " + p.number(m)
		if p.format == FormatInteger && m != math.Trunc(m) {
			name = p.w.median + " " + p.w.decimal(m, 1)
		}
		if len(p.c.Series) > 1 {
			name = clean(s.Name) + ": " + name
		}
		names = append(names, name)
		x, count = at(m), count+1
	}
	if count == 0 {
		return
	}
	if count > 1 {
		p.lines(strings.Join(names, "; "), smallSize, false, inkColor)
		p.y += 2
		return
	}
	w := draw.Width(names[0], smallSize, false)
	p.Text(draw.Text{X: math.Max(math.Min(x-w/2, p.W-8-w), 8), Y: p.y + 10, S: names[0], Size: smallSize, Color: inkColor})
	p.y += 20
}

// median returns the median of a series.
func (c *Chart) median(k int) (float64, bool) {
	var vs []float64
	for i := range c.Labels {
		if v, ok := c.value(k, i); ok {
			vs = append(vs, v)
		}
	}
	if len(vs) == 0 {
		return 0, false
	}
	slices.Sort(vs)
	n := len(vs)
	return vs[(n-1)/2]/2 + vs[n/2]/2, true
}
