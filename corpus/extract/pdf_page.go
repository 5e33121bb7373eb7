package extract

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// This file runs the content streams of a page and notes which glyphs stand
// where, in the order in which they are drawn, and which straight lines are.

// A matrix is [a b c d e f] of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul returns the matrix that applies m first and n then.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// A glyph is one shown character. Its place is given in the direction of the
// text: u runs along the line, v upwards from it.
type glyph struct {
	text   string
	u, v   float64 // of the origin on the baseline
	end    float64 // u of the pen after the glyph
	size   float64
	turn   int     // quarter turns of the text against the page
	cx, cy float64 // about the middle of the glyph, on the page
	bold   bool
	italic bool
	red    bool
	margin bool // marked as a header or footer
	code   byte // with font, when the font's encoding is unsure
	font   *pdfFont
}

// blank reports whether the glyph shows nothing. It is asked often: the letters
// of Europe, which begin with bytes from C3 to D4, are answered at once.
func (g *glyph) blank() bool {
	if len(g.text) > 1 && g.text[0] >= 0xc3 && g.text[0] <= 0xd4 {
		return false
	}
	return strings.TrimSpace(g.text) == ""
}

// A pdfPage is what was drawn on a page.
type pdfPage struct {
	number        int
	width, height float64
	glyphs        []glyph
	rules         []rule
	seen
}

// A seen is what a page shows beside the glyphs whose text is known: it tells
// whether the page was read, see pdf_way.go.
type seen struct {
	lost    int     // codes that show something that has no text
	broken  bool    // a stream did not decode
	endless bool    // forms draw forms beyond all bounds
	drawn   bool    // shapes that may be letters
	picture float64 // share of the page that the largest picture covers
	garbage bool    // the text is gibberish, see pdf_garbage.go
}

// A rule is a straight line along the page's edges.
type rule struct {
	vertical bool
	at       float64 // x of a vertical, y of a horizontal
	lo, hi   float64
}

// maxFormDepth is how deep form XObjects may lie in each other.
const maxFormDepth = 8

// maxGlyphs bounds the glyphs of a page; no printed page comes near.
const maxGlyphs = 1 << 18

// graphics is the part of the graphics state that is followed.
type graphics struct {
	ctm              matrix
	font             *pdfFont
	size             float64
	charSpace        float64
	wordSpace        float64
	scale            float64 // Tz / 100
	leading          float64
	rise             float64
	mode             int
	red              bool
	subpaths         []subpath // of the path under construction
	x, y, startX, sY float64
}

type subpath struct {
	x0, y0, x1, y1 float64
	points         int
	curved         bool
	segments       [][4]float64
}

// interpreter runs content streams of one page.
type interpreter struct {
	page  *pdfPage
	fonts map[string]*pdfFont // of the document, by the printed dictionary
	g     graphics
	stack []graphics
	tm    matrix
	tlm   matrix

	marks  []mark // marked content that is open
	deeper int    // how much more is, beyond the bound
	spent  int    // bytes of content that were run
}

// readPage runs the page's content.
func readPage(p pageNode, number int, fonts map[string]*pdfFont) *pdfPage {
	page := &pdfPage{number: number}
	var base matrix
	base, page.width, page.height = frame(p)
	in := &interpreter{page: page, fonts: fonts, tm: identity, tlm: identity}
	in.g = graphics{ctm: base, scale: 1}
	var content []byte
	if c := p.dict.Key("Contents"); c.Kind() == pdf.Array {
		for i := 0; i < c.Len(); i++ {
			content = append(append(content, in.stream(c.Index(i))...), '\n')
		}
	} else {
		content = in.stream(c)
	}
	in.run(content, p.resources, 0)
	in.g, in.stack, in.marks, in.deeper = graphics{ctm: base, scale: 1}, nil, nil, 0
	in.annotations(p.dict.Key("Annots"))
	page.dropMarked()
	page.dropOutside()
	return page
}

// frame returns the matrix from user space to a page whose lower left corner
// is 0, 0 and which is turned as it is shown.
func frame(p pageNode) (m matrix, width, height float64) {
	box := [4]float64{0, 0, 595, 842}
	if p.box.Len() == 4 {
		for i := range box {
			box[i] = p.box.Index(i).Float64()
		}
	}
	x0, x1 := min(box[0], box[2]), max(box[0], box[2])
	y0, y1 := min(box[1], box[3]), max(box[1], box[3])
	if x1-x0 < 1 || y1-y0 < 1 {
		x0, y0, x1, y1 = 0, 0, 595, 842
	}
	if p.crop.Len() == 4 {
		a0, b0, a1, b1 := bounds(identity, p.crop)
		if a0, b0, a1, b1 = max(a0, x0), max(b0, y0), min(a1, x1), min(b1, y1); a1-a0 >= 1 && b1-b0 >= 1 {
			x0, y0, x1, y1 = a0, b0, a1, b1
		}
	}
	return turned(x0, y0, x1, y1, p.rotate)
}

// turned returns the matrix and the size for a page of a box and a rotation.
func turned(x0, y0, x1, y1 float64, rotate int) (m matrix, width, height float64) {
	switch ((rotate % 360) + 360) % 360 {
	case 90:
		return matrix{0, -1, 1, 0, -y0, x1}, y1 - y0, x1 - x0
	case 180:
		return matrix{-1, 0, 0, -1, x1, y1}, x1 - x0, y1 - y0
	case 270:
		return matrix{0, 1, -1, 0, y1, -x0}, y1 - y0, x1 - x0
	}
	return matrix{1, 0, 0, 1, -x0, -y0}, x1 - x0, y1 - y0
}

// stream decodes a stream of the page's content.
func (in *interpreter) stream(v pdf.Value) []byte {
	data, err := decodeStream(v)
	in.page.broken = in.page.broken || err != nil
	return data
}

// maxSpent bounds the content that is run for a page: forms that draw forms can
// make a little content endless. A form costs so many bytes at least.
const (
	maxSpent = 64 << 20
	formCost = 8 << 10
)

func (in *interpreter) run(content []byte, resources pdf.Value, depth int) {
	if in.spent += len(content) + formCost; in.spent > maxSpent && depth > 0 {
		return
	}
	s := &scanner{b: content}
	local := map[string]*pdfFont{}
	var ops []token
	for {
		t := s.next()
		switch t.kind {
		case tokenEnd:
			return
		case tokenOperator:
			switch t.str {
			case "BI":
				s.skipImage()
				in.picture()
			case "Tf":
				in.setFont(ops, resources, local)
			case "Do":
				in.do(ops, resources, depth)
			case "BDC", "BMC":
				in.begin(ops, resources)
			case "EMC":
				in.end()
			default:
				in.operator(t.str, ops)
			}
			ops = ops[:0]
		default:
			if len(ops) < 64 {
				ops = append(ops, t)
			}
		}
	}
}

func (in *interpreter) setFont(ops []token, resources pdf.Value, local map[string]*pdfFont) {
	if len(ops) < 2 {
		return
	}
	in.g.size = ops[1].num
	name := ops[0].str
	f := local[name]
	if f == nil {
		v := resources.Key("Font").Key(name)
		key := v.String() // references are printed as such: it names the font
		if f = in.fonts[key]; f == nil {
			f = newFont(v)
			in.fonts[key] = f
		}
		local[name] = f
	}
	in.g.font = f
}

// do draws a form XObject.
func (in *interpreter) do(ops []token, resources pdf.Value, depth int) {
	if len(ops) == 0 {
		return
	}
	x := resources.Key("XObject").Key(ops[0].str)
	switch x.Key("Subtype").Name() {
	case "Form":
	case "Image":
		in.picture()
		return
	default:
		return
	}
	if depth >= maxFormDepth {
		in.page.endless = true
		return
	}
	in.form(x, resources, depth)
}

func (in *interpreter) form(x, resources pdf.Value, depth int) {
	if in.spent > maxSpent {
		in.page.endless = true
		return
	}
	saved, stack, tm, tlm := in.g, in.stack, in.tm, in.tlm
	in.stack = nil
	in.g.ctm = formMatrix(x).mul(in.g.ctm)
	inner := x.Key("Resources")
	if inner.IsNull() {
		inner = resources
	}
	in.run(in.stream(x), inner, depth+1)
	in.g, in.stack, in.tm, in.tlm = saved, stack, tm, tlm
}

// formMatrix is the matrix of a form XObject.
func formMatrix(x pdf.Value) matrix {
	v := x.Key("Matrix")
	if v.Len() != 6 {
		return identity
	}
	var m matrix
	for i := range m {
		m[i] = v.Index(i).Float64()
	}
	return m
}

// picture notes a picture, which fills the unit square.
func (in *interpreter) picture() {
	m := in.g.ctm
	share := math.Abs(m[0]*m[3]-m[1]*m[2]) / (in.page.width * in.page.height)
	in.page.seen.picture = max(in.page.seen.picture, share)
}

// maxSaved bounds the stack of graphics states.
const maxSaved = 512

func (in *interpreter) operator(op string, ops []token) {
	n := func(i int) float64 {
		if i < len(ops) {
			return ops[i].num
		}
		return 0
	}
	switch op {
	case "q":
		if len(in.stack) < maxSaved {
			saved := in.g
			saved.subpaths = nil
			in.stack = append(in.stack, saved)
		}
	case "Q":
		if k := len(in.stack) - 1; k >= 0 {
			in.g = in.stack[k]
			in.stack = in.stack[:k]
		}
	case "cm":
		in.g.ctm = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}.mul(in.g.ctm)
	case "BT":
		in.tm, in.tlm = identity, identity
	case "Tc":
		in.g.charSpace = n(0)
	case "Tw":
		in.g.wordSpace = n(0)
	case "Tz":
		in.g.scale = n(0) / 100
	case "TL":
		in.g.leading = n(0)
	case "Ts":
		in.g.rise = n(0)
	case "Tr":
		in.g.mode = int(n(0))
	case "Td":
		in.newLine(n(0), n(1))
	case "TD":
		in.g.leading = -n(1)
		in.newLine(n(0), n(1))
	case "Tm":
		in.tlm = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
		in.tm = in.tlm
	case "T*":
		in.newLine(0, -in.g.leading)
	case "Tj":
		in.show(ops)
	case "'":
		in.newLine(0, -in.g.leading)
		in.show(ops)
	case "\"":
		in.g.wordSpace, in.g.charSpace = n(0), n(1)
		in.newLine(0, -in.g.leading)
		in.show(ops[min(2, len(ops)):])
	case "TJ":
		if len(ops) > 0 {
			in.show(ops[0].list)
		}
	case "rg":
		in.g.red = redFill(n(0), n(1), n(2))
	case "sc", "scn":
		in.g.red = len(ops) == 3 && redFill(n(0), n(1), n(2))
	case "k":
		in.g.red = n(0) < 0.2 && n(1) > 0.7 && n(2) > 0.7 && n(3) < 0.3
	case "g", "cs":
		in.g.red = false
	default:
		in.path(op, ops, n)
	}
}

func redFill(r, g, b float64) bool { return r > 0.6 && g < 0.3 && b < 0.3 }

func (in *interpreter) newLine(x, y float64) {
	in.tlm = matrix{1, 0, 0, 1, x, y}.mul(in.tlm)
	in.tm = in.tlm
}

// show shows strings; numbers among them move the pen back.
func (in *interpreter) show(list []token) {
	f := in.g.font
	if f == nil {
		return
	}
	for _, t := range list {
		switch t.kind {
		case tokenNumber:
			in.advance(-t.num / 1000 * in.g.size * in.g.scale)
		case tokenString:
			f.codes(t.str, in.showCode)
		}
	}
}

func (in *interpreter) advance(x float64) { in.tm = matrix{1, 0, 0, 1, x, 0}.mul(in.tm) }

func (in *interpreter) showCode(c code) {
	g := &in.g
	step := c.width/1000*g.size + g.charSpace
	if c.space {
		step += g.wordSpace
	}
	step *= g.scale
	m := in.tm.mul(g.ctm)
	x, y := m.apply(0, g.rise)
	ex, ey := m.apply(step, g.rise)
	in.advance(step)
	size := math.Abs(g.size) * math.Hypot(m[2], m[3])
	if c.text == "" && c.width > 0 && !c.space {
		in.page.lost++
	}
	if c.text == "" || size < 0.1 || len(in.page.glyphs) >= maxGlyphs {
		return
	}
	dx, dy := m[0]*sign(g.size), m[1]*sign(g.size)
	turn := 0
	if math.Abs(dy) > math.Abs(dx) {
		turn = 1
		if dy < 0 {
			turn = 3
		}
	} else if dx < 0 {
		turn = 2
	}
	gl := glyph{text: c.text, size: size, turn: turn, cx: (x + ex) / 2, cy: (y + ey) / 2,
		bold: g.font.bold || g.mode == 2, italic: g.font.italic, red: g.red, code: c.byte, font: g.font,
		margin: len(in.marks) > 0 && in.marks[len(in.marks)-1].margin}
	switch turn {
	case 0:
		gl.u, gl.v, gl.end, gl.cy = x, y, ex, gl.cy+size*0.3
	case 1:
		gl.u, gl.v, gl.end, gl.cx = y, -x, ey, gl.cx-size*0.3
	case 2:
		gl.u, gl.v, gl.end, gl.cy = -x, -y, -ex, gl.cy-size*0.3
	case 3:
		gl.u, gl.v, gl.end, gl.cx = -y, x, -ey, gl.cx+size*0.3
	}
	in.page.glyphs = append(in.page.glyphs, gl)
}

func sign(f float64) float64 {
	if f < 0 {
		return -1
	}
	return 1
}

// path follows paths: straight lines along the edges of the page and thin
// rectangles are rules.
func (in *interpreter) path(op string, ops []token, n func(int) float64) {
	g := &in.g
	switch op {
	case "m":
		g.x, g.y = g.ctm.apply(n(0), n(1))
		g.startX, g.sY = g.x, g.y
		g.subpaths = append(g.subpaths, subpath{x0: g.x, x1: g.x, y0: g.y, y1: g.y, points: 1})
	case "l":
		x, y := g.ctm.apply(n(0), n(1))
		in.lineTo(x, y)
	case "h":
		in.lineTo(g.startX, g.sY)
	case "c", "v", "y":
		if k := len(g.subpaths); k > 0 {
			g.subpaths[k-1].curved = true
		}
		if k := len(ops); k >= 2 {
			g.x, g.y = g.ctm.apply(ops[k-2].num, ops[k-1].num)
		}
	case "re":
		x, y, w, h := n(0), n(1), n(2), n(3)
		in.path("m", nil, at(x, y))
		for _, p := range [][2]float64{{x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}} {
			px, py := g.ctm.apply(p[0], p[1])
			in.lineTo(px, py)
		}
	case "S", "s", "B", "B*", "b", "b*":
		if op == "s" || op == "b" || op == "b*" {
			in.lineTo(g.startX, g.sY)
		}
		in.stroke()
		g.subpaths = nil
	case "f", "F", "f*":
		in.fill()
		g.subpaths = nil
	case "n":
		g.subpaths = nil
	}
	if len(g.subpaths) > 1<<14 {
		g.subpaths = nil // a drawing, not a table
	}
}

func at(x, y float64) func(int) float64 {
	return func(i int) float64 {
		if i == 0 {
			return x
		}
		return y
	}
}

func (in *interpreter) lineTo(x, y float64) {
	g := &in.g
	k := len(g.subpaths) - 1
	if k < 0 {
		return
	}
	p := &g.subpaths[k]
	p.segments = append(p.segments, [4]float64{g.x, g.y, x, y})
	p.points++
	p.x0, p.x1 = min(p.x0, x), max(p.x1, x)
	p.y0, p.y1 = min(p.y0, y), max(p.y1, y)
	g.x, g.y = x, y
}

// thin is the width up to which a drawn rectangle is a line.
const thin = 3.0

func (in *interpreter) stroke() {
	for _, p := range in.g.subpaths {
		if p.curved {
			continue
		}
		for _, s := range p.segments {
			in.rule(min(s[0], s[2]), min(s[1], s[3]), max(s[0], s[2]), max(s[1], s[3]))
		}
	}
}

func (in *interpreter) fill() {
	for _, p := range in.g.subpaths {
		in.page.drawn = in.page.drawn || p.curved
		if !p.curved && min(p.x1-p.x0, p.y1-p.y0) <= thin {
			in.rule(p.x0, p.y0, p.x1, p.y1)
		}
	}
}

// maxRules bounds the rules of a page: more are a drawing.
const maxRules = 1 << 14

func (in *interpreter) rule(x0, y0, x1, y1 float64) {
	if len(in.page.rules) >= maxRules {
		return
	}
	w, h := x1-x0, y1-y0
	switch {
	case h <= thin && w > h && w >= 1:
		in.page.rules = append(in.page.rules, rule{at: (y0 + y1) / 2, lo: x0, hi: x1})
	case w <= thin && h > w && h >= 1:
		in.page.rules = append(in.page.rules, rule{vertical: true, at: (x0 + x1) / 2, lo: y0, hi: y1})
	}
}
