package draw

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SVG writes the picture as SVG that needs nothing from elsewhere. It may stand
// inside HTML.
func (c *Canvas) SVG(w io.Writer) error {
	p := svgPrinter{Canvas: c, patterns: map[string]bool{}}
	for _, s := range c.shapes {
		p.shape(s)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" role="img" aria-label="%s" font-family="%s">`+"\n",
		num(c.W), num(c.H), escape(c.Title), family)
	fmt.Fprintf(&b, "<title>%s</title>\n", escape(c.Title))
	if p.defs.Len() > 0 {
		b.WriteString("<defs>\n" + p.defs.String() + "</defs>\n")
	}
	fmt.Fprintf(&b, `<rect width="%s" height="%s" fill="#FFFFFF"/>`+"\n", num(c.W), num(c.H))
	b.Write(p.out.Bytes())
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

type svgPrinter struct {
	*Canvas
	out, defs bytes.Buffer
	patterns  map[string]bool
}

func (p *svgPrinter) shape(s shape) {
	switch s := s.(type) {
	case polygon:
		if x, y, w, h, ok := s.rect(); ok {
			fmt.Fprintf(&p.out, `<rect x="%s" y="%s" width="%s" height="%s"%s/>`+"\n", num(x), num(y), num(w), num(h), p.style(s.Style))
			return
		}
		tag := "polyline"
		if s.closed {
			tag = "polygon"
		}
		var at []string
		for _, q := range s.points {
			at = append(at, num(q.X)+","+num(q.Y))
		}
		fmt.Fprintf(&p.out, `<%s points="%s"%s/>`+"\n", tag, strings.Join(at, " "), p.style(s.Style))
	case circle:
		fmt.Fprintf(&p.out, `<circle cx="%s" cy="%s" r="%s"%s/>`+"\n", num(s.centre.X), num(s.centre.Y), num(s.r), p.style(s.Style))
	case Text:
		p.text(s)
	}
}

// rect tells whether a polygon is an upright rectangle.
func (s polygon) rect() (x, y, w, h float64, ok bool) {
	q := s.points
	if !s.closed || len(q) != 4 || q[0].Y != q[1].Y || q[1].X != q[2].X || q[2].Y != q[3].Y || q[3].X != q[0].X {
		return
	}
	w, h = q[1].X-q[0].X, q[2].Y-q[1].Y
	return q[0].X, q[0].Y, w, h, w >= 0 && h >= 0
}

func (p *svgPrinter) text(t Text) {
	var attr strings.Builder
	if t.Bold {
		attr.WriteString(` font-weight="bold"`)
	}
	switch t.Anchor {
	case Middle:
		attr.WriteString(` text-anchor="middle"`)
	case End:
		attr.WriteString(` text-anchor="end"`)
	}
	if t.Turned {
		fmt.Fprintf(&attr, ` transform="rotate(-90 %s %s)"`, num(t.X), num(t.Y))
	}
	if t.Halo {
		attr.WriteString(` stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`)
	}
	fmt.Fprintf(&p.out, `<text x="%s" y="%s" font-size="%s" fill="#%s"%s>%s</text>`+"\n",
		num(t.X), num(t.Y), num(t.Size), t.Color.or("000000"), attr.String(), escape(t.S))
}

func (c Color) or(other Color) Color {
	if c == "" {
		return other
	}
	return c
}

func (p *svgPrinter) style(s Style) string {
	var b strings.Builder
	switch {
	case s.Fill == "":
		b.WriteString(` fill="none"`)
	case s.Hatch == Plain:
		b.WriteString(` fill="#` + string(s.Fill) + `"`)
	default:
		b.WriteString(` fill="url(#` + p.pattern(s) + `)"`)
	}
	if s.Stroke != "" {
		fmt.Fprintf(&b, ` stroke="#%s" stroke-width="%s"`, s.Stroke, num(s.Width))
		if len(s.Dash) > 0 {
			var ds []string
			for _, d := range s.Dash {
				ds = append(ds, num(d))
			}
			b.WriteString(` stroke-dasharray="` + strings.Join(ds, " ") + `"`)
		}
	}
	return b.String()
}

// pattern returns the name of a hatch, which it defines on its first use.
func (p *svgPrinter) pattern(s Style) string {
	name := fmt.Sprintf("%shatch%d-%s-%s", p.ID, s.Hatch, s.Fill, s.Ink)
	if p.patterns[name] {
		return name
	}
	p.patterns[name] = true
	turn := map[Hatch]string{Rising: ` patternTransform="rotate(45)"`, Falling: ` patternTransform="rotate(-45)"`, Cross: ` patternTransform="rotate(45)"`}[s.Hatch]
	fmt.Fprintf(&p.defs, `<pattern id="%s" patternUnits="userSpaceOnUse" width="%d" height="%[2]d"%[3]s><rect width="%[2]d" height="%[2]d" fill="#%[4]s"/>`, name, hatchStep, turn, s.Fill)
	switch s.Hatch {
	case Dotted:
		fmt.Fprintf(&p.defs, `<circle cx="%[1]v" cy="%[1]v" r="1" fill="#%[2]s"/>`, hatchStep/2.0, s.Ink)
	case Cross:
		fmt.Fprintf(&p.defs, `<rect width="%d" height="%d" fill="#%s"/>`, hatchStep, hatchWidth, s.Ink)
		fallthrough
	default:
		fmt.Fprintf(&p.defs, `<rect width="%d" height="%d" fill="#%s"/>`, hatchWidth, hatchStep, s.Ink)
	}
	p.defs.WriteString("</pattern>\n")
	return name
}

// num prints a measure in hundredths.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape returns s as text of XML, without what XML forbids.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF:
			return 0xFFFD
		case r == '\n', r == '\t', r == '\r':
			return ' '
		case r < ' ':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return escaper.Replace(s)
}
