package table

import (
	"math"

	"svod/compare/table/draw"
)

// bars draws a bar for each label and series from the line of zero, with its
// value at the end.
func (p *plot) bars() {
	const high, gap = 16.0, 10.0
	n := len(p.c.Series)
	if n > 1 {
		p.boxes(fill)
	}
	col := p.labels(0.4)
	lo, hi := p.extent()
	before, behind := 0.0, 0.0 // room for values
	for k := range p.c.Series {
		for i := p.from; i < p.to; i++ {
			w := draw.Width(p.written(k, i), smallSize, false) + 8
			if v, ok := p.c.value(k, i); ok && v < 0 {
				before = math.Max(before, w)
			} else {
				behind = math.Max(behind, w)
			}
		}
	}
	left, right := col.width+before, p.W-8-behind
	at := func(v float64) float64 { return left + (v-lo)/(hi-lo)*math.Max(right-left, 20) }
	top := p.y
	for i := p.from; i < p.to; i++ {
		row := math.Max(float64(n)*high, col.high(i-p.from))
		p.label(col, i-p.from, p.y+row/2+gap/2)
		y := p.y + gap/2 + (row-float64(n)*high)/2
		for k := range p.c.Series {
			v, ok := p.c.value(k, i)
			text := draw.Text{X: at(0) + 5, Y: y + high/2 + 3.5, S: p.written(k, i), Size: smallSize, Color: inkColor}
			if ok {
				a, b := at(math.Min(v, 0)), at(math.Max(v, 0))
				p.Rect(a, y+1, b-a, high-2, fill(k))
				if text.X = b + 5; v < 0 {
					text.X, text.Anchor = a-5, draw.End
				}
			} else {
				text.Color = mutedColor
			}
			p.Text(text)
			y += high
		}
		p.y += row + gap
	}
	p.Line([]draw.Point{{X: at(0), Y: top}, {X: at(0), Y: p.y}}, draw.Style{Stroke: axisColor, Width: 1})
	p.y += 4
}
