package table

import (
	"math"
	"strings"
)

// chart prints bars of «#», which every console has, dots on a line, or the
// values as a table, a heat map with its shades.
func (p *textPrinter) chart(c *Chart) {
	switch c.Kind {
	case HeatMap, Lines, Stacked, Diverging:
		t := c.table(p.words)
		if c.Kind == HeatMap {
			shades(c, t, p.words)
		}
		p.table(t)
		for _, l := range c.Legend {
			p.lines(l, "")
		}
		return
	}
	label, most := 0, 0.0
	for _, l := range c.Labels {
		label = min(max(label, textWidth(l)), p.width()/2)
	}
	for k := range c.Series {
		for i := range c.Labels {
			if v, ok := c.value(k, i); ok {
				most = math.Max(most, math.Abs(v))
			}
		}
	}
	pl := &plot{c: c, w: p.words, format: c.format()}
	room := float64(max(p.width()-label-14, 10))
	for i, l := range c.Labels {
		for k, s := range c.Series {
			if i >= len(s.Values) {
				continue
			}
			name := clean(l)
			if k > 0 {
				name = ""
			}
			if textWidth(name) > label {
				name = string([]rune(name)[:max(label-1, 0)]) + "…"
			}
			bar := 0
			v, ok := c.value(k, i)
			if ok && most > 0 {
				bar = int(math.Round(math.Abs(v) / most * room))
			}
			strokes := strings.Repeat("#", bar)
			switch {
			case c.Kind == Dots && ok:
				strokes = strings.Repeat("·", bar) + "o"
			case v < 0:
				strokes = strings.Repeat("-", bar)
			}
			p.out.WriteString(name + strings.Repeat(" ", max(label-textWidth(name), 0)) + " | " + strokes + " " + pl.written(k, i))
			if len(c.Series) > 1 {
				p.out.WriteString(" " + clean(s.Name))
			}
			p.out.WriteByte('\n')
		}
	}
	if c.Kind == Dots {
		for k, s := range c.Series {
			if m, ok := c.median(k); ok {
				p.lines(strings.TrimSpace(s.Name+": "+p.words.median+" "+pl.number(m)), "")
			}
		}
	}
}

// shades puts signs before the values of a heat map, the darker the more.
func shades(c *Chart, t *Table, w phrases) {
	signs := []string{" ", "░", "▒", "▓", "█"}
	for i := range t.Rows {
		for k := range c.Series {
			sign := " "
			if v, ok := c.value(k, i); ok {
				if lo, hi := c.span(k); hi > lo {
					sign = signs[int(math.Round((v-lo)/(hi-lo)*float64(len(signs)-1)))]
				}
			}
			cell := &t.Rows[i][k+1]
			*cell = Text(sign + " " + plain(cell.runs(w)))
		}
	}
}
