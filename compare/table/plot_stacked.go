package table

import (
	"math"

	"svod/compare/table/draw"
)

// stacked draws bars whose parts are the series. Shares are as long as they
// say; other numbers are drawn as shares of their sum. With answers, the
// number of series from the lowest to the highest answer, bars stand around
// the middle of these.
func (p *plot) stacked(answers int) {
	const high, gap, above = 20.0, 10.0, 12.0
	style := func(k int) draw.Style { return stackFill(k, len(p.c.Series)) }
	if answers > 0 {
		style = func(k int) draw.Style { return answerFill(k, answers) }
	}
	p.boxes(style)
	col := p.labels(0.36)
	before, behind := 0.0, 0.0 // the longest parts on both sides of the middle
	for i := range p.c.Labels {
		a, b := p.sides(i, answers)
		before, behind = math.Max(before, a), math.Max(behind, b)
	}
	if answers == 0 {
		behind = math.Max(behind, 1)
	}
	left, right := col.width, p.W-12
	at := func(v float64) float64 { return left + (v+before)/math.Max(before+behind, 1e-9)*(right-left) }
	// Values that do not fit into their part stand above it.
	type part struct {
		a, b float64
		k    int
		text string
	}
	type bar struct {
		inside, over []part
		row          float64
	}
	bars := make([]bar, p.to-p.from)
	bottom := p.y
	for n := range bars {
		i := p.from + n
		b := &bars[n]
		back, _ := p.sides(i, answers)
		v := -back
		for k, share := range p.parts(i) {
			q := part{at(v), at(v + share), k, p.written(k, i)}
			v += share
			switch {
			case share == 0:
			case draw.Width(q.text, smallSize, false)+5 <= q.b-q.a:
				b.inside = append(b.inside, q)
			default:
				b.over = append(b.over, q)
			}
		}
		if b.row = math.Max(high, col.high(n)); len(b.over) > 0 {
			b.row = math.Max(high+above, b.row)
		}
		bottom += b.row + gap
	}
	// The line stands behind the bars, whose values it would cross.
	p.Line([]draw.Point{{X: at(0), Y: p.y}, {X: at(0), Y: bottom}}, draw.Style{Stroke: inkColor, Width: 1})
	for n, b := range bars {
		y := p.y + gap/2 + (b.row-high)/2
		if len(b.over) > 0 {
			y = p.y + gap/2 + b.row - high
		}
		p.label(col, n, y+high/2)
		for _, q := range append(b.inside[:len(b.inside):len(b.inside)], b.over...) {
			p.Rect(q.a, y, q.b-q.a, high, style(q.k))
		}
		for _, q := range b.inside {
			color, halo := on(style(q.k))
			p.Text(draw.Text{X: (q.a + q.b) / 2, Y: y + high/2 + 3.8, S: q.text, Size: smallSize, Anchor: draw.Middle, Color: color, Halo: halo})
		}
		p.spread(len(b.over), func(n int) (float64, string) { return (b.over[n].a + b.over[n].b) / 2, b.over[n].text }, left, y-3)
		if len(b.inside)+len(b.over) == 0 {
			s := p.w.missing
			if p.known(p.from + n) {
				s = p.w.number(0, p.format)
			}
			p.Text(draw.Text{X: at(0) + 5, Y: y + high/2 + 3.8, S: s, Size: smallSize, Color: mutedColor, Halo: true})
		}
		p.y += b.row + gap
	}
	p.y += 4
}

// known tells whether a label has any value.
func (p *plot) known(i int) bool {
	for k := range p.c.Series {
		if _, ok := p.c.value(k, i); ok {
			return true
		}
	}
	return false
}

// parts returns the lengths of a bar's parts, 0 where there is nothing.
func (p *plot) parts(i int) []float64 {
	out := make([]float64, len(p.c.Series))
	sum := 0.0
	for k := range out {
		if v, ok := p.c.value(k, i); ok && v > 0 {
			out[k] = v
			sum += v
		}
	}
	if p.format == FormatPercent && sum <= 1.005 || sum == 0 {
		return out
	}
	for k := range out {
		out[k] /= sum
	}
	return out
}

// sides returns how much of a bar lies before the middle and behind it.
func (p *plot) sides(i, answers int) (before, behind float64) {
	for k, v := range p.parts(i) {
		switch {
		case 2*k+1 == answers: // the middle answer
			before, behind = before+v/2, behind+v/2
		case 2*k+1 < answers:
			before += v
		default:
			behind += v
		}
	}
	return before, behind
}

// spread writes small texts in one line, moved apart where they would touch.
func (p *plot) spread(n int, at func(int) (x float64, s string), left, y float64) {
	const size = 9.0
	end := left - 3
	for i := range n {
		x, s := at(i)
		w := draw.Width(s, size, false)
		x = math.Max(x-w/2, end+5)
		x = math.Min(x, p.W-4-w)
		p.Text(draw.Text{X: x, Y: y, S: s, Size: size, Color: inkColor, Halo: true})
		end = x + w
	}
}

// stackFill shades parts of a whole from dark to light, and hatches them when
// they are too many for shades alone.
func stackFill(k, n int) draw.Style {
	if n > 5 {
		return fill(k)
	}
	s := draw.Style{Fill: darkColor, Stroke: "333333", Width: 0.6}
	if n > 1 {
		s.Fill = draw.Mix(darkColor, "FFFFFF", float64(k)/float64(n-1)*0.94)
	}
	return s
}

// answerFill shades answers from the lowest to the highest: the lower ones are
// hatched, so that the sides are told apart without colour.
func answerFill(k, n int) draw.Style {
	s := draw.Style{Fill: "EDEDED", Stroke: "333333", Width: 0.6}
	far := math.Abs(float64(2*k+1-n)) / float64(max(n-1, 1)) // 1 at the ends, 0 in the middle
	switch {
	case 2*k+1 < n:
		s.Fill, s.Ink, s.Hatch = draw.Mix("FDF0E2", "E9AE74", far*far), draw.Mix("B9783F", "7A3E0C", far), draw.Rising
		if far == 1 && n > 3 {
			s.Hatch = draw.Cross
		}
	case 2*k+1 > n:
		s.Fill = draw.Mix("DCE9F5", darkColor, far*far)
	}
	return s
}
