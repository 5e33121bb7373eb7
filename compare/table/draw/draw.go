// Package draw makes small pictures of rectangles, lines and texts, and writes
// them as SVG, whose text stays text, or as PNG. It knows nothing of charts.
package draw

import "math"

// A Canvas is a picture. Shapes are drawn over one another in the order in
// which they were added; y grows downwards.
type Canvas struct {
	W, H   float64
	Title  string // what a screen reader says
	ID     string // begins the names of patterns: pictures share a page
	shapes []shape
}

// A Color is six hexadecimal digits, "" for none.
type Color string

// A Hatch is a pattern over a fill, by which shades are told apart in print.
type Hatch uint8

// The hatches.
const (
	Plain   Hatch = iota
	Rising        // ////
	Falling       // \\\\
	Cross         // both
	Dotted
)

// A Style is how a shape is filled and outlined.
type Style struct {
	Fill   Color
	Hatch  Hatch
	Ink    Color // of the hatch
	Stroke Color
	Width  float64   // of the stroke
	Dash   []float64 // lengths of strokes and gaps, nil for none
}

// A Point is a place on a canvas.
type Point struct{ X, Y float64 }

// An Anchor says which end of a text stands at its place.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// A Text is one line of text. X, Y is on its base line.
type Text struct {
	X, Y   float64
	S      string
	Size   float64
	Bold   bool
	Anchor Anchor
	Color  Color // "" for black
	Turned bool  // reads from below to above
	Halo   bool  // with a white edge, over lines
}

type shape interface{ kind() }

type polygon struct {
	points []Point
	closed bool
	Style
}

type circle struct {
	centre Point
	r      float64
	Style
}

func (polygon) kind() {}
func (circle) kind()  {}
func (Text) kind()    {}

// Rect adds a rectangle.
func (c *Canvas) Rect(x, y, w, h float64, s Style) {
	c.Polygon([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, s)
}

// Line adds a line through points.
func (c *Canvas) Line(points []Point, s Style) {
	c.shapes = append(c.shapes, polygon{points: points, Style: s})
}

// Polygon adds a closed shape.
func (c *Canvas) Polygon(points []Point, s Style) {
	c.shapes = append(c.shapes, polygon{points: points, closed: true, Style: s})
}

// Circle adds a circle.
func (c *Canvas) Circle(x, y, r float64, s Style) {
	c.shapes = append(c.shapes, circle{Point{x, y}, r, s})
}

// Text adds a line of text.
func (c *Canvas) Text(t Text) {
	if t.S != "" {
		c.shapes = append(c.shapes, t)
	}
}

// hatchStep is the distance between a hatch's lines, hatchWidth their width.
const hatchStep, hatchWidth = 5, 1

// rgb returns the parts of a colour; what is no colour is black.
func (c Color) rgb() (r, g, b uint8) {
	n := 0
	if len(c) != 6 {
		return 0, 0, 0
	}
	for _, d := range c {
		switch {
		case d >= '0' && d <= '9':
			n = n<<4 | int(d-'0')
		case d >= 'A' && d <= 'F':
			n = n<<4 | int(d-'A'+10)
		case d >= 'a' && d <= 'f':
			n = n<<4 | int(d-'a'+10)
		}
	}
	return uint8(n >> 16), uint8(n >> 8), uint8(n)
}

// Light returns how light a colour looks, from 0 to 1.
func (c Color) Light() float64 {
	r, g, b := c.rgb()
	return (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(b)) / 255
}

// Mix returns the colour that is the share t of the way from a to b.
func Mix(a, b Color, t float64) Color {
	t = math.Min(math.Max(t, 0), 1)
	ar, ag, ab := a.rgb()
	br, bg, bb := b.rgb()
	part := func(x, y uint8) byte { return byte(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	const digits = "0123456789ABCDEF"
	out := make([]byte, 0, 6)
	for _, v := range []byte{part(ar, br), part(ag, bg), part(ab, bb)} {
		out = append(out, digits[v>>4], digits[v&15])
	}
	return Color(out)
}
