package table

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"svod/compare/table/draw"
)

// heat draws a square for each label and series, the darker the greater, with
// its value in it.
func (p *plot) heat() {
	n := float64(len(p.c.Series))
	col := p.labels(0.34)
	left, right := col.width, p.W-8
	wide := math.Min((right-left)/n, 120)
	p.heads(left, wide)
	least := 0.0 // what the widest value needs
	for k := range p.c.Series {
		for i := p.from; i < p.to; i++ {
			least = math.Max(least, draw.Width(p.written(k, i), smallSize, false))
		}
	}
	size := smallSize
	if least > wide-4 {
		size = math.Max(smallSize*(wide-4)/least, 6)
	}
	for i := p.from; i < p.to; i++ {
		wrapped := make([][]string, len(p.c.Series))
		row := math.Max(col.high(i-p.from)+6, 22)
		for k := range p.c.Series {
			wrapped[k] = draw.Wrap(p.written(k, i), size, false, wide-3, 3)
			row = math.Max(row, float64(len(wrapped[k]))*(size+1)+6)
		}
		p.label(col, i-p.from, p.y+row/2)
		for k := range p.c.Series {
			x := left + float64(k)*wide
			s := p.c.shade(k, i)
			p.Rect(x, p.y, wide, row, s)
			color, halo := on(s)
			y := p.y + row/2 - float64(len(wrapped[k])-1)*(size+1)/2 + size*0.36
			for _, l := range wrapped[k] {
				p.Text(draw.Text{X: x + wide/2, Y: y, S: l, Size: size, Anchor: draw.Middle, Color: color, Halo: halo})
				y += size + 1
			}
		}
		p.y += row
	}
	p.y += 8
	p.scale()
}

// heads writes the names of the columns, from below to above where they would
// not fit otherwise.
func (p *plot) heads(left, wide float64) {
	flat, most := true, 1
	for _, s := range p.c.Series {
		name := clean(s.Name)
		lines := draw.Wrap(name, smallSize, false, wide-4, 0)
		flat = flat && len(lines) <= 4 && !torn(name, lines)
		most = max(most, len(lines))
	}
	if flat {
		for k, s := range p.c.Series {
			lines := draw.Wrap(clean(s.Name), smallSize, false, wide-4, 4)
			for i, l := range lines {
				y := p.y + float64(most-len(lines)+i)*12.5 + 10
				p.Text(draw.Text{X: left + (float64(k)+0.5)*wide, Y: y, S: l, Size: smallSize, Anchor: draw.Middle, Color: inkColor})
			}
		}
		p.y += float64(most)*12.5 + 6
		return
	}
	// As many lines as the column is wide, as high as needed up to a limit.
	room, high := max(int(wide/12.5), 1), 0.0
	for long := 70.0; long <= 190; long += 20 {
		high = long
		fits := true
		for _, s := range p.c.Series {
			name := clean(s.Name)
			lines := draw.Wrap(name, smallSize, false, long, 0)
			fits = fits && len(lines) <= room && !torn(name, lines)
		}
		if fits {
			break
		}
	}
	for k, s := range p.c.Series {
		lines := draw.Wrap(clean(s.Name), smallSize, false, high, room)
		x := left + (float64(k)+0.5)*wide - float64(len(lines))*12.5/2 + 10
		for _, l := range lines {
			p.Text(draw.Text{X: x, Y: p.y + high, S: l, Size: smallSize, Turned: true, Color: inkColor})
			x += 12.5
		}
	}
	p.y += high + 6
}

// torn tells whether wrapping tore a word.
func torn(s string, lines []string) bool {
	n, m := 0, 0
	for _, r := range s {
		if r != ' ' && r != '\n' && r != '\t' {
			n++
		}
	}
	for _, l := range lines {
		for _, r := range l {
			if r != ' ' {
				m++
			}
		}
	}
	return n != m
}

var unknownFill = draw.Style{Fill: "FFFFFF", Hatch: draw.Rising, Ink: "CFCFCF", Stroke: axisColor, Width: 0.6}

// shade returns the fill of a cell of a heat map: lighter for less, hatched
// where there is no data.
func (c *Chart) shade(k, i int) draw.Style {
	s := draw.Style{Fill: "FFFFFF", Stroke: axisColor, Width: 0.6}
	v, ok := c.value(k, i)
	if !ok {
		return unknownFill
	}
	lo, hi := c.span(k)
	if hi > lo {
		s.Fill = draw.Mix(paleColor, darkColor, (v-lo)/(hi-lo))
	} else if v != 0 {
		s.Fill = lightColor
	}
	return s
}

// span returns between which values a column's shades run: those of the
// column, or of the whole map; from 0 unless there are negative ones.
func (c *Chart) span(col int) (lo, hi float64) {
	for k := range c.Series {
		if c.ByColumn && k != col {
			continue
		}
		for i := range c.Labels {
			if v, ok := c.value(k, i); ok {
				lo, hi = math.Min(lo, v), math.Max(hi, v)
			}
		}
	}
	return lo, hi
}

// scale writes what the shades mean: the words that stand in the cells, or the
// ends of the range.
func (p *plot) scale() {
	var ks []key
	sample := func(s draw.Style) func(x, y float64) {
		return func(x, y float64) { p.Rect(x, y-6, 20, 12, s) }
	}
	missing := false
	seen := map[string]bool{}
	texts := false
	for i := range p.c.Labels {
		for k, s := range p.c.Series {
			rank, ok := p.c.value(k, i)
			if !ok {
				rank = math.Inf(-1)
			}
			if i < len(s.Texts) && s.Texts[i] != "" {
				texts = true
				if name := clean(s.Texts[i]); !seen[name] && len(seen) < 8 {
					seen[name] = true
					ks = append(ks, key{name, sample(p.c.shade(k, i)), 20, rank})
				}
			} else {
				missing = missing || !ok
			}
		}
	}
	if len(ks) > 7 { // values written otherwise, not a few states: they say what shades do
		ks, missing = nil, false
	}
	slices.SortStableFunc(ks, func(a, b key) int { return cmp.Compare(b.rank, a.rank) })
	for i := range ks {
		ks[i].name = p.explained(ks[i].name)
	}
	if !texts && !p.c.ByColumn {
		lo, hi := p.c.span(0)
		const steps = 5
		for n := range steps {
			v := lo + (hi-lo)*float64(n)/(steps-1)
			f := draw.Style{Fill: draw.Mix(paleColor, darkColor, float64(n)/(steps-1)), Stroke: axisColor, Width: 0.6}
			name := p.tick(v, (hi-lo)/(steps-1))
			ks = append(ks, key{name, sample(f), 20, 0})
		}
	}
	if missing {
		ks = append(ks, key{p.explained(p.w.missing), sample(unknownFill), 20, 0})
	}
	if len(ks) > 0 {
		p.keys(ks)
	}
}

// explained returns what the chart's legend says of a mark, else the mark.
func (p *plot) explained(mark string) string {
	for i, l := range p.legend {
		if after, ok := strings.CutPrefix(l, mark); ok && strings.HasPrefix(strings.TrimLeft(after, " \u00a0"), "–") {
			p.legend = slices.Delete(slices.Clone(p.legend), i, i+1)
			return clean(l)
		}
	}
	return mark
}

// wide tells whether the chart needs a landscape page: where the words in a
// heat map would be too small to read.
func (c *Chart) wide(w phrases) bool {
	if c.Landscape || c.Kind != HeatMap || len(c.Series) == 0 {
		return c.Landscape
	}
	p := &plot{Canvas: &draw.Canvas{W: narrowPicture}, c: c, w: w, format: c.format(), frame: frame{to: min(len(c.Labels), maxLabels)}}
	room := (narrowPicture-p.labels(0.34).width)/float64(len(c.Series)) - 4
	for k := range c.Series[:min(len(c.Series), maxSeries)] {
		for i := range c.Labels[:p.to] {
			if draw.Width(p.written(k, i), 8.5, false) > room {
				return true
			}
		}
	}
	return false
}
