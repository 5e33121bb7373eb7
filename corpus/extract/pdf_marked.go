package extract

import (
	"math"
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

// Producers mark what they draw: a header or footer as such, and signs that
// stand for other text, like a hyphen at the end of a line, with that text.

// A mark is a piece of marked content that is open.
type mark struct {
	margin bool   // a header, a footer or a watermark
	actual string // the text that the glyphs stand for, "" if it is theirs
	from   int    // how many glyphs were drawn before
}

// begin opens a piece of marked content.
func (in *interpreter) begin(ops []token, resources pdf.Value) {
	m := mark{from: len(in.page.glyphs)}
	if k := len(in.marks) - 1; k >= 0 {
		m.margin = in.marks[k].margin
	}
	if len(ops) >= 2 && ops[0].kind == tokenName {
		p := properties(ops[1], resources)
		m.actual = p.actual
		m.margin = m.margin || ops[0].str == "Artifact" && p.margin
	}
	if len(in.marks) < maxSaved {
		in.marks = append(in.marks, m)
	} else {
		in.deeper++
	}
}

// end closes the innermost piece.
func (in *interpreter) end() {
	if in.deeper > 0 {
		in.deeper--
		return
	}
	k := len(in.marks) - 1
	if k < 0 {
		return
	}
	m := in.marks[k]
	in.marks = in.marks[:k]
	if m.actual != "" && m.from < len(in.page.glyphs) {
		in.page.glyphs = in.page.glyphs[:m.from+say(in.page.glyphs[m.from:], m.actual)]
	}
}

// say gives glyphs their true text and returns how many of them are left. Those
// of several lines keep what they show: who knows where the text breaks.
func say(glyphs []glyph, text string) int {
	first, last := &glyphs[0], &glyphs[len(glyphs)-1]
	for i := range glyphs {
		if g := &glyphs[i]; g.turn != first.turn || math.Abs(g.v-first.v) > 0.8*first.size || g.end < first.u {
			return len(glyphs)
		}
	}
	letters := []rune(text)
	if len(letters) == len(glyphs) {
		for i, r := range letters {
			glyphs[i].text = plainText(string(r))
		}
		return len(glyphs)
	}
	first.text = plainText(text)
	first.end = max(first.end, last.end)
	first.cx, first.cy = (first.cx+last.cx)/2, (first.cy+last.cy)/2
	return 1
}

// What is known about a piece of marked content.
type markProperties struct {
	actual string
	margin bool
}

// properties reads the properties of marked content: a dictionary in the
// stream, or the name of one of the resources.
func properties(t token, resources pdf.Value) (p markProperties) {
	switch t.kind {
	case tokenName:
		v := resources.Key("Properties").Key(t.str)
		p.actual = v.Key("ActualText").Text()
		p.margin = marginal(v.Key("Type").Name(), v.Key("Subtype").Name(), v.Key("Attached").String())
	case tokenDict:
		var kind, subtype, attached string
		for i := 0; i+1 < len(t.list); i += 2 {
			v := t.list[i+1]
			switch t.list[i].str {
			case "ActualText":
				p.actual = textString(v.str)
			case "Type":
				kind = v.str
			case "Subtype":
				subtype = v.str
			case "Attached":
				for _, side := range v.list {
					attached += side.str
				}
			}
		}
		p.margin = marginal(kind, subtype, attached)
	}
	return p
}

func marginal(kind, subtype, attached string) bool {
	if kind != "Pagination" {
		return false
	}
	switch subtype {
	case "Header", "Footer", "Watermark", "PageNum":
		return true
	}
	return strings.Contains(attached, "Top") || strings.Contains(attached, "Bottom")
}

// textString decodes a string for readers, which is UTF-16 with a byte order
// mark, UTF-8 with one, or about Latin-1.
func textString(s string) string {
	if rest, ok := strings.CutPrefix(s, "\xfe\xff"); ok {
		u := make([]uint16, len(rest)/2)
		for i := range u {
			u[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return string(utf16.Decode(u))
	}
	if rest, ok := strings.CutPrefix(s, "\xef\xbb\xbf"); ok {
		return strings.ToValidUTF8(rest, "\ufffd")
	}
	r := make([]rune, len(s))
	for i := range r {
		r[i] = rune(s[i])
	}
	return string(r)
}

// dropMarked leaves out what the producer says is a header, a footer or a
// watermark, unless the page has nothing else.
func (p *pdfPage) dropMarked() {
	body := 0
	for i := range p.glyphs {
		body += count(!p.glyphs[i].margin && !p.glyphs[i].blank())
	}
	if body == 0 {
		return
	}
	kept := p.glyphs[:0]
	for _, g := range p.glyphs {
		if !g.margin {
			kept = append(kept, g)
		}
	}
	p.glyphs = kept
}

// dropOutside leaves out what lies beyond the edges of the page. A line that
// begins on the page and runs over its edge is kept whole.
func (p *pdfPage) dropOutside() {
	const edge = 2.0
	kept := p.glyphs[:0]
	for _, g := range p.glyphs {
		inside := g.cx > -edge && g.cx < p.width+edge && g.cy > -edge && g.cy < p.height+edge
		if !inside && len(kept) > 0 {
			o := &kept[len(kept)-1]
			inside = g.turn == o.turn && near(g.v, o.v, 0.1*g.size) && near(g.u, o.end, 0.5*g.size)
		}
		if inside {
			kept = append(kept, g)
		}
	}
	p.glyphs = kept
}
