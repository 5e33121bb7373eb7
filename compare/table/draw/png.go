package draw

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	idraw "image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// maxPixels bounds the memory of a picture: four bytes each.
const maxPixels = 40e6

// PNG writes the picture with scale pixels to a unit, fewer when it would get
// too large. dpi goes into the file: how large it is to be printed.
func (c *Canvas) PNG(w io.Writer, scale, dpi float64) error {
	if n := c.W * c.H * scale * scale; n > maxPixels {
		less := math.Sqrt(maxPixels / n)
		scale, dpi = scale*less, dpi*less
	}
	img := image.NewRGBA(image.Rect(0, 0, max(int(math.Ceil(c.W*scale)), 1), max(int(math.Ceil(c.H*scale)), 1)))
	idraw.Draw(img, img.Bounds(), image.White, image.Point{}, idraw.Src)
	p := &pngPrinter{img: img, scale: scale}
	for _, s := range c.shapes {
		switch s := s.(type) {
		case polygon:
			p.polygon(s)
		case circle:
			p.circle(s)
		case Text:
			p.text(s)
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, paletted(img)); err != nil {
		return err
	}
	_, err := w.Write(withDensity(b.Bytes(), dpi))
	return err
}

// withDensity puts a chunk pHYs behind the header of a PNG file.
func withDensity(data []byte, dpi float64) []byte {
	const header = 8 + 25 // the signature and IHDR
	perMetre := uint32(math.Round(dpi / 0.0254))
	chunk := []byte{0, 0, 0, 9, 'p', 'H', 'Y', 's'}
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(append([]byte(nil), data[:header]...), chunk...), data[header:]...)
}

type pngPrinter struct {
	img   *image.RGBA
	scale float64
}

// A path is closed outlines in pixels, as curves or as points.
type path struct {
	ops []op
	box image.Rectangle
}

type op struct {
	kind byte // m, l, q, c
	at   [3]Point
}

func (t *path) add(kind byte, at ...Point) {
	o := op{kind: kind}
	copy(o.at[:], at)
	t.ops = append(t.ops, o)
	for _, q := range at {
		r := image.Rect(int(math.Floor(q.X)), int(math.Floor(q.Y)), int(math.Floor(q.X))+2, int(math.Floor(q.Y))+2)
		t.box = t.box.Union(r)
	}
}

func (t *path) outline(points []Point) {
	for i, q := range points {
		kind := byte('l')
		if i == 0 {
			kind = 'm'
		}
		t.add(kind, q)
	}
}

// fill paints what a path encloses.
func (p *pngPrinter) fill(t *path, src image.Image) {
	box := t.box.Intersect(p.img.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(q Point) (x, y float32) {
		return float32(q.X - float64(box.Min.X)), float32(q.Y - float64(box.Min.Y))
	}
	for i, o := range t.ops {
		ax, ay := at(o.at[0])
		bx, by := at(o.at[1])
		cx, cy := at(o.at[2])
		switch o.kind {
		case 'm':
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(ax, ay)
		case 'l':
			r.LineTo(ax, ay)
		case 'q':
			r.QuadTo(ax, ay, bx, by)
		case 'c':
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	r.ClosePath()
	r.Draw(p.img, box, src, box.Min)
}

func solid(c Color) image.Image {
	r, g, b := c.rgb()
	return image.NewUniform(color.RGBA{r, g, b, 255})
}

// px returns where a point lies in pixels; far outside of the picture it does
// not matter how far.
func (p *pngPrinter) px(q Point) Point {
	const far = 1e5
	limit := func(v float64) float64 {
		if math.IsNaN(v) {
			return 0
		}
		return math.Min(math.Max(v*p.scale, -far), far)
	}
	return Point{limit(q.X), limit(q.Y)}
}

func (p *pngPrinter) polygon(s polygon) {
	points := make([]Point, len(s.points))
	for i, q := range s.points {
		points[i] = p.px(q)
	}
	if s.Fill != "" && len(points) > 2 {
		var t path
		t.outline(points)
		p.fill(&t, p.source(s.Style))
	}
	if s.closed && len(points) > 0 {
		points = append(points, points[0])
	}
	p.stroke(points, s.Style)
}

func (p *pngPrinter) circle(s circle) {
	n := 48
	points := make([]Point, n)
	for i := range points {
		a := 2 * math.Pi * float64(i) / float64(n)
		points[i] = Point{s.centre.X + s.r*math.Cos(a), s.centre.Y + s.r*math.Sin(a)}
	}
	p.polygon(polygon{points, true, s.Style})
}

// stroke draws a line as thin rectangles, whose ends overlap at corners.
func (p *pngPrinter) stroke(points []Point, s Style) {
	if s.Stroke == "" || s.Width <= 0 {
		return
	}
	src := solid(s.Stroke)
	half := s.Width * p.scale / 2
	var t path
	drawn := func(a, b Point, square bool) {
		dx, dy := b.X-a.X, b.Y-a.Y
		long := math.Hypot(dx, dy)
		if long == 0 {
			return
		}
		dx, dy = dx/long*half, dy/long*half
		if square {
			a, b = Point{a.X - dx, a.Y - dy}, Point{b.X + dx, b.Y + dy}
		}
		t = path{}
		t.outline([]Point{{a.X - dy, a.Y + dx}, {b.X - dy, b.Y + dx}, {b.X + dy, b.Y - dx}, {a.X + dy, a.Y - dx}})
		p.fill(&t, src)
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if len(s.Dash) == 0 {
			drawn(a, b, true)
			continue
		}
		long := math.Hypot(b.X-a.X, b.Y-a.Y)
		at := func(d float64) Point { return Point{a.X + (b.X-a.X)*d/long, a.Y + (b.Y-a.Y)*d/long} }
		for k, d := 0, 0.0; d < long; k++ {
			step := math.Max(s.Dash[k%len(s.Dash)], 0.5) * p.scale
			if k%2 == 0 {
				drawn(at(d), at(math.Min(d+step, long)), false)
			}
			d += step
		}
	}
}

// source returns what a shape is filled with.
func (p *pngPrinter) source(s Style) image.Image {
	if s.Hatch == Plain {
		return solid(s.Fill)
	}
	return &hatched{hatch: s.Hatch, fill: s.Fill, ink: s.Ink, scale: p.scale, bounds: p.img.Bounds()}
}

// A hatched is an image of a pattern.
type hatched struct {
	hatch     Hatch
	fill, ink Color
	scale     float64
	bounds    image.Rectangle
}

func (h *hatched) ColorModel() color.Model { return color.RGBAModel }
func (h *hatched) Bounds() image.Rectangle { return h.bounds }

func (h *hatched) At(x, y int) color.Color {
	u, v := (float64(x)+0.5)/h.scale, (float64(y)+0.5)/h.scale
	share := 0.0
	// line tells how much of the pixel a line of the pattern covers.
	line := func(d float64) float64 {
		d = math.Abs(d - hatchStep*math.Round(d/hatchStep))
		return math.Min(math.Max((hatchWidth/2.0-d)*h.scale+0.5, 0), 1)
	}
	switch h.hatch {
	case Rising:
		share = line((u + v) / math.Sqrt2)
	case Falling:
		share = line((u - v) / math.Sqrt2)
	case Cross:
		share = math.Max(line((u+v)/math.Sqrt2), line((u-v)/math.Sqrt2))
	case Dotted:
		du, dv := u-hatchStep*math.Round(u/hatchStep), v-hatchStep*math.Round(v/hatchStep)
		share = math.Min(math.Max((1-math.Hypot(du, dv))*h.scale+0.5, 0), 1)
	}
	r, g, b := Mix(h.fill, h.ink, share).rgb()
	return color.RGBA{r, g, b, 255}
}

// text draws a text by the outlines of its letters.
func (p *pngPrinter) text(t Text) {
	f := face(t.Bold)
	x := 0.0
	switch w := Width(t.S, t.Size, t.Bold); t.Anchor {
	case Middle:
		x = -w / 2
	case End:
		x = -w
	}
	// place turns a point of a letter into one of the picture.
	place := func(dx, dy float64) Point {
		if t.Turned {
			return p.px(Point{t.X + dy, t.Y - dx})
		}
		return p.px(Point{t.X + dx, t.Y + dy})
	}
	const em = 1000
	k := t.Size / em / 64
	var buf sfnt.Buffer
	var out path
	for _, r := range t.S {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil {
			continue
		}
		segments, err := f.LoadGlyph(&buf, g, fixed.I(em), nil)
		if err == nil {
			for _, s := range segments {
				var at [3]Point
				for i, a := range s.Args {
					at[i] = place(x+float64(a.X)*k, float64(a.Y)*k)
				}
				switch s.Op {
				case sfnt.SegmentOpMoveTo:
					out.add('m', at[0])
				case sfnt.SegmentOpLineTo:
					out.add('l', at[0])
				case sfnt.SegmentOpQuadTo:
					out.add('q', at[0], at[1])
				case sfnt.SegmentOpCubeTo:
					out.add('c', at[0], at[1], at[2])
				}
			}
		}
		x += advance(r, t.Bold) * t.Size
	}
	if t.Halo {
		white := solid("FFFFFF")
		for i := range 12 {
			a := 2 * math.Pi * float64(i) / 12
			p.fill(out.moved(1.5*p.scale*math.Cos(a), 1.5*p.scale*math.Sin(a)), white)
		}
	}
	p.fill(&out, solid(t.Color.or("000000")))
}

// moved returns the path at another place.
func (t *path) moved(dx, dy float64) *path {
	out := &path{}
	for _, o := range t.ops {
		n := map[byte]int{'m': 1, 'l': 1, 'q': 2, 'c': 3}[o.kind]
		for i := range n {
			o.at[i] = Point{o.at[i].X + dx, o.at[i].Y + dy}
		}
		out.add(o.kind, o.at[:n]...)
	}
	return out
}
