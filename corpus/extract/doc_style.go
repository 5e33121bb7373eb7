package extract

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// A docStyle is a style of the style sheet.
type docStyle struct {
	number    int // of the built-in styles: 1–9 headings, 62 title
	name      string
	kind      int // 1 paragraph, 2 character
	base      int
	paraProps []byte
	charProps []byte

	resolved bool
	para     docParaLook
	char     docChar
	heading  int // 1–9, 0 unsaid, -1 body text
	contents bool
}

const (
	styleContents = 19 // to 27
	styleTitle    = 62
	noStyle       = 0xfff
)

// styles reads the style sheet.
func (f *docFIB) styles() []*docStyle {
	b := f.table(tableStyles)
	head := int(le16(b, 0))
	count, base := int(le16(b, 2)), int(le16(b, 4))
	b = b[min(len(b), 2+head):]
	var styles []*docStyle
	for range min(count, 4096) {
		n := int(le16(b, 0))
		styles = append(styles, f.readStyle(stretch(b, 2, n), base))
		b = b[min(len(b), 2+n+n%2):]
	}
	return styles
}

// readStyle reads one style: what it is based on, its name, then its
// properties. It is nil for a number that no style has.
func (f *docFIB) readStyle(b []byte, size int) *docStyle {
	if len(b) < 8 {
		return nil
	}
	s := &docStyle{number: int(le16(b, 0)) & 0xfff, kind: int(le16(b, 2)) & 15, base: int(le16(b, 2)) >> 4}
	at := size
	if f.old {
		n := 0
		if at < len(b) {
			n = int(b[at])
		}
		s.name = decoded(stretch(b, at+1, n), charmap.Windows1251)
		at += n + 2
	} else {
		n := int(le16(b, at))
		var name []uint16
		for i := range min(n, len(b)/2) {
			name = append(name, le16(b, at+2+2*i))
		}
		s.name = string(utf16.Decode(name))
		at += 2*n + 4
	}
	s.name = strings.ToLower(s.name)
	next := func() []byte {
		at += at % 2
		n := int(le16(b, at))
		part := stretch(b, at+2, n)
		at += 2 + n
		return part
	}
	switch s.kind {
	case 1:
		p := next()
		s.paraProps = p[min(2, len(p)):]
		s.charProps = next()
	case 2:
		s.charProps = next()
	}
	return s
}

// style returns a paragraph style with what it takes over from those it is
// based on.
func (r *docReader) style(n int) *docStyle { return r.resolve(n, 0) }

func (r *docReader) resolve(n, depth int) *docStyle {
	if n < 0 || n >= len(r.styles) || r.styles[n] == nil || depth > 20 {
		return &docStyle{}
	}
	s := r.styles[n]
	if s.resolved || s.kind != 1 {
		return s
	}
	s.resolved = true // at once: a style based on itself ends here
	s.para.style = n
	if s.base != noStyle {
		base := r.resolve(s.base, depth+1)
		s.para, s.char, s.heading, s.contents = base.para, base.char, base.heading, base.contents
	}
	s.para.outline, s.para.ownList = 0, false
	r.applyPara(&s.para, s.paraProps, true)
	s.char = r.applyChars(s.char, s.char, s.charProps, true)
	if n := headingOf(s); n != 0 {
		s.heading = n
	}
	s.contents = s.contents || isContents(s.name) || s.number >= styleContents && s.number < styleContents+9
	if s.para.ownList {
		s.para.listStyle = n
	}
	return s
}

// headingOf is the level that a style of itself gives a heading: by its outline,
// its number, or its name.
func headingOf(s *docStyle) int {
	named := docxStyle{name: s.name, outline: s.para.outline}
	switch {
	case named.outline != 0:
	case s.number >= 1 && s.number <= 9:
		return s.number
	case s.number == styleTitle:
		return 1
	}
	return named.ownHeading()
}

// charStyle changes the look of a paragraph's style as a character style does,
// and those it is based on. Bold and the like are switches: where both say so,
// they cancel each other.
func (r *docReader) charStyle(n int, c docChar) docChar {
	var chain []*docStyle
	for len(chain) < 20 && n >= 0 && n < len(r.styles) && r.styles[n] != nil && r.styles[n].kind == 2 {
		chain = append(chain, r.styles[n])
		n = r.styles[n].base
	}
	var alone docChar
	para := c
	for i := len(chain) - 1; i >= 0; i-- {
		c = r.applyChars(c, c, chain[i].charProps, true)
		alone = r.applyChars(alone, alone, chain[i].charProps, true)
	}
	c.bold, c.italic = para.bold != alone.bold, para.italic != alone.italic
	c.struck, c.hidden = para.struck != alone.struck, para.hidden != alone.hidden
	return c
}
