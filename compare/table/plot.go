package table

import (
	"math"
	"strings"

	"svod/compare/table/draw"
)

// Sizes of a picture, in units. A page's text is as wide as narrowPicture, so
// that letters of 12 units are printed with some 9 points.
const (
	narrowPicture, widePicture = 640, 1000
	textSize, smallSize        = 12, 10.5
	lineHigh                   = 14
)

// Colours that stay apart on a black-and-white printer.
const (
	inkColor, axisColor, gridColor, mutedColor draw.Color = "1A1A1A", "7F7F7F", "DDDDDD", "555555"
	darkColor, lightColor, paleColor           draw.Color = "1F4E79", "BDD7EE", "F4F8FC"
)

// A frame is what a picture of a chart is made for.
type frame struct {
	alone    bool   // a file of its own: the caption and the base stand in it
	id       string // begins the names in the picture
	from, to int    // the labels that it shows; 0, 0 for all
}

// A plot is a chart that is being drawn.
type plot struct {
	*draw.Canvas
	frame
	c      *Chart
	w      phrases
	format Format
	places int      // of decimals, once they are known
	legend []string // what was not yet said of Chart.Legend
	y      float64  // where the next thing goes
}

// Bounds of what is drawn: nobody reads more on a picture.
const maxLabels, maxSeries, maxMarks = 500, 60, 3000

// picture draws the chart.
func (c *Chart) picture(w phrases, fr frame) *draw.Canvas {
	p := &plot{Canvas: &draw.Canvas{W: narrowPicture, Title: clean(c.Caption), ID: fr.id}, frame: fr, c: c, w: w, format: c.format(), legend: c.Legend}
	if c.wide(w) {
		p.W = widePicture
	}
	series := min(len(c.Series), maxSeries)
	most := maxLabels
	if series > 0 {
		most = min(most, maxMarks/series)
	}
	if p.to == 0 || p.to > len(c.Labels) {
		p.to = len(c.Labels)
	}
	left := 0
	if c.Kind != Lines && p.to-p.from > most {
		left = p.to - p.from - most
		p.to = p.from + most
	}
	if series < len(c.Series) {
		cut := *c
		cut.Series = c.Series[:series]
		p.c = &cut
	}
	if p.alone {
		p.y = 8
		p.lines(p.c.Caption, 14, true, inkColor)
		p.lines(p.c.Base, textSize, false, mutedColor)
	}
	p.y += 6
	if p.to > p.from && series > 0 {
		switch c.Kind {
		case Stacked:
			p.stacked(0)
		case Diverging:
			p.stacked(series)
		case Lines:
			p.trend()
		case HeatMap:
			p.heat()
		case Dots:
			p.dots()
		default:
			p.bars()
		}
	} else {
		p.lines(w.missing, textSize, false, inkColor)
	}
	if left > 0 {
		p.lines("… + "+w.number(float64(left), FormatInteger), smallSize, false, mutedColor)
	}
	if len(p.legend) > 0 {
		p.y += 4
		p.lines(strings.Join(p.legend, "; "), smallSize, false, inkColor)
	}
	if p.alone && c.Source != "" {
		p.y += 2
		p.lines(w.note(c.Source, ""), smallSize, false, mutedColor)
	}
	p.H = math.Ceil(p.y + 6)
	return p.Canvas
}

// lines writes a text over the whole width.
func (p *plot) lines(s string, size float64, bold bool, color draw.Color) {
	for _, l := range draw.Wrap(clean(s), size, bold, p.W-16, 6) {
		p.y += size * 1.25
		p.Text(draw.Text{X: 8, Y: p.y - size*0.25, S: l, Size: size, Bold: bold, Color: color})
	}
	if s != "" {
		p.y += 3
	}
}

// value returns a value of a series that can be drawn.
func (c *Chart) value(k, i int) (float64, bool) {
	s := c.Series[k]
	if i >= len(s.Values) {
		return 0, false
	}
	v := s.Values[i]
	return v, math.Abs(v) < 1e300 // which NaN is not either
}

// written returns what is written for a value.
func (p *plot) written(k, i int) string {
	if s := p.c.Series[k]; i < len(s.Texts) && s.Texts[i] != "" {
		const most = 120 // letters: a value, no text
		if r := []rune(s.Texts[i]); len(r) > most {
			return clean(string(r[:most]) + "…")
		}
		return clean(s.Texts[i])
	}
	v, ok := p.c.value(k, i)
	if !ok {
		return p.w.missing
	}
	return p.number(v)
}

// number writes a value with as many places as all others: a picture compares
// them.
func (p *plot) number(v float64) string {
	if p.format != FormatDecimal {
		return p.w.number(v, p.format)
	}
	if v == 0 {
		return "0"
	}
	if p.places == 0 {
		most := 2
		if lo, hi := p.extent(); math.Max(-lo, hi) < 0.1 {
			most = 3
		}
		for p.places = 1; p.places < most && !p.exact(p.places); p.places++ {
		}
	}
	return p.w.decimal(v, p.places)
}

// exact tells whether all values can be written with so many places.
func (p *plot) exact(places int) bool {
	scale := math.Pow10(places)
	for k := range p.c.Series {
		for i := range p.c.Labels {
			if v, ok := p.c.value(k, i); ok && math.Abs(v*scale-math.Round(v*scale)) > 1e-7 {
				return false
			}
		}
	}
	return true
}

// extent returns the least and the greatest value of all labels, those of the
// chart's other pictures too, and 0.
func (p *plot) extent() (lo, hi float64) {
	for k := range p.c.Series {
		for i := range p.c.Labels {
			if v, ok := p.c.value(k, i); ok {
				lo, hi = math.Min(lo, v), math.Max(hi, v)
			}
		}
	}
	if lo == hi {
		hi = lo + 1
	}
	return lo, hi
}

// A labelColumn is the labels at the left, wrapped.
type labelColumn struct {
	lines [][]string
	width float64
}

// labels wraps the labels into a column of at most a share of the width.
func (p *plot) labels(share float64) labelColumn {
	var l labelColumn
	for _, s := range p.c.Labels[p.from:p.to] {
		lines := draw.Wrap(clean(s), textSize, false, p.W*share, 5)
		for _, line := range lines {
			l.width = math.Max(l.width, draw.Width(line, textSize, false))
		}
		l.lines = append(l.lines, lines)
	}
	l.width += 16
	return l
}

// high returns how high a label is.
func (l labelColumn) high(n int) float64 { return float64(max(len(l.lines[n]), 1)) * lineHigh }

// label writes a label at the right edge of its column, its middle at y.
func (p *plot) label(l labelColumn, n int, y float64) {
	top := y - l.high(n)/2
	for i, s := range l.lines[n] {
		p.Text(draw.Text{X: l.width - 8, Y: top + float64(i)*lineHigh + 11, S: s, Size: textSize, Anchor: draw.End, Color: inkColor})
	}
}

// A key is an entry of a legend.
type key struct {
	name string
	mark func(x, y float64) // draws a sample, 14 wide, its middle at y
	wide float64            // of the sample
	rank float64            // what it stands by in a legend that is sorted
}

// keys writes a legend, as many lines as it needs.
func (p *plot) keys(keys []key) {
	x := 8.0
	for i, k := range keys {
		lines := draw.Wrap(clean(k.name), smallSize, false, p.W-40-k.wide, 3)
		w := 0.0
		for _, l := range lines {
			w = math.Max(w, draw.Width(l, smallSize, false))
		}
		w += k.wide + 6
		if x > 8 && (x+w > p.W-8 || len(lines) > 1) {
			x = 8
			p.y += lineHigh + 2
		}
		k.mark(x, p.y+7)
		for n, l := range lines {
			p.Text(draw.Text{X: x + k.wide + 6, Y: p.y + 10.5 + float64(n)*lineHigh, S: l, Size: smallSize, Color: inkColor})
		}
		if x += w + 16; len(lines) > 1 {
			p.y += float64(len(lines)-1) * lineHigh
			if i < len(keys)-1 {
				x = 8
				p.y += lineHigh + 2
			}
		}
	}
	p.y += lineHigh + 8
}

// boxes writes a legend of filled boxes.
func (p *plot) boxes(style func(k int) draw.Style) {
	var ks []key
	for k, s := range p.c.Series {
		ks = append(ks, key{s.Name, func(x, y float64) { p.Rect(x, y-6, 14, 12, style(k)) }, 14, 0})
	}
	p.keys(ks)
}

// fills tell series apart by lightness and by hatch, without colour too.
var fills = []draw.Style{
	{Fill: darkColor},
	{Fill: lightColor},
	{Fill: "FFFFFF", Hatch: draw.Rising, Ink: darkColor},
	{Fill: "7397BB"},
	{Fill: "FFFFFF", Hatch: draw.Dotted, Ink: "1A1A1A"},
	{Fill: "C9C9C9", Hatch: draw.Falling, Ink: "333333"},
	{Fill: "FFFFFF"},
	{Fill: "FFFFFF", Hatch: draw.Cross, Ink: "333333"},
}

func fill(k int) draw.Style {
	s := fills[k%len(fills)]
	s.Stroke, s.Width = "333333", 0.6
	return s
}

// on returns the colour of a text on a fill, and whether it needs a halo.
func on(s draw.Style) (draw.Color, bool) {
	switch {
	case s.Hatch != draw.Plain:
		return inkColor, true
	case s.Fill.Light() < 0.55:
		return "FFFFFF", false
	}
	return inkColor, false
}

// ticks returns round numbers from below lo to above hi, about n of them.
func ticks(lo, hi float64, n int) []float64 {
	step := math.Pow(10, math.Floor(math.Log10((hi-lo)/float64(n))))
	for _, m := range []float64{1, 2, 5, 10} {
		if (hi-lo)/(step*m) <= float64(n) {
			step *= m
			break
		}
	}
	from, to := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	if !(step > 0) || !(to-from < 100) { // values that no axis can hold
		return []float64{lo, hi}
	}
	var out []float64
	for i := from; i <= to; i++ {
		out = append(out, i*step)
	}
	return out
}

// tick prints the number at an axis with no more places than it needs.
func (p *plot) tick(v, step float64) string {
	unit := ""
	if p.format == FormatPercent {
		v, step, unit = v*100, step*100, p.w.percent
	}
	places := 0
	for step > 0 && places < 6 && math.Abs(step-math.Round(step)) > 1e-6*step {
		step *= 10
		places++
	}
	return p.w.decimal(v, places) + unit
}
