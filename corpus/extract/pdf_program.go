package extract

import (
	"bytes"
	"strconv"

	"github.com/ledongthuc/pdf"
)

// A font that gives no ToUnicode often carries its program, which knows the
// Unicode of its glyphs, or their names. Of the programs only these tables are
// read: cmap and post of TrueType, charset and encoding of CFF, the encoding of
// Type 1.

// A program is what a font's program says about its glyphs.
type program struct {
	text  map[uint32]string // by glyph
	codes map[uint32]uint32 // the glyphs of codes, when the font has an encoding of its own
}

// readProgram reads the program of a font, nil if it has none that tells anything.
func readProgram(descriptor pdf.Value) *program {
	if data := streamData(descriptor.Key("FontFile2")); data != nil {
		return parseSfnt(data)
	}
	if data := streamData(descriptor.Key("FontFile3")); data != nil {
		if bytes.HasPrefix(data, []byte("OTTO")) || bytes.HasPrefix(data, []byte("\x00\x01\x00\x00")) {
			return parseSfnt(data)
		}
		return parseCFF(data)
	}
	if data := streamData(descriptor.Key("FontFile")); data != nil {
		return parseType1(data)
	}
	return nil
}

// glyph is the glyph of a code in the font's own encoding.
func (p *program) glyph(code uint32) (g uint32, ok bool) {
	if p == nil {
		return 0, false
	}
	g, ok = p.codes[code]
	return g, ok
}

// ofCode is the text of a code in the font's own encoding.
func (p *program) ofCode(code uint32) string {
	if g, ok := p.glyph(code); ok {
		return p.text[g]
	}
	return ""
}

// name notes the text that a glyph's name tells.
func (p *program) name(glyph uint32, text string) {
	if text != "" && p.text[glyph] == "" {
		p.text[glyph] = text
	}
}

// bytesAt cuts bytes out, none where there are not so many.
func bytesAt(data []byte, offset, length int) []byte {
	if offset < 0 || length < 0 || offset > len(data) {
		return nil
	}
	return data[offset:min(len(data), offset+min(length, len(data)))]
}

// be reads n bytes as a number, 0 beyond the end.
func be(data []byte, at, n int) int {
	if at < 0 || at+n > len(data) {
		return 0
	}
	v := 0
	for _, b := range data[at : at+n] {
		v = v<<8 | int(b)
	}
	return v
}

// parseSfnt reads TrueType and OpenType.
func parseSfnt(data []byte) *program {
	tables := map[string][]byte{}
	for i := range min(be(data, 4, 2), 64) {
		if at := 12 + 16*i; at+16 <= len(data) {
			tables[string(data[at:at+4])] = bytesAt(data, be(data, at+8, 4), be(data, at+12, 4))
		}
	}
	p := &program{text: map[uint32]string{}, codes: map[uint32]uint32{}}
	if cff := tables["CFF "]; cff != nil {
		p = parseCFF(cff)
	}
	cmap := tables["cmap"]
	for i := range min(be(cmap, 2, 2), 32) {
		at := 4 + 8*i
		platform, encoding := be(cmap, at, 2), be(cmap, at+2, 2)
		sub := bytesAt(cmap, be(cmap, at+4, 4), len(cmap))
		switch {
		case platform == 0 || platform == 3 && (encoding == 1 || encoding == 10):
			eachMapping(sub, func(code, glyph uint32) {
				if code >= ' ' {
					p.name(glyph, string(rune(code)))
				}
			})
		case platform == 3 && encoding == 0, platform == 1 && encoding == 0:
			eachMapping(sub, func(code, glyph uint32) {
				if code&^0xff == 0xf000 { // where symbol fonts have their codes
					code &= 0xff
				}
				p.codes[code] = glyph
			})
		}
	}
	p.readPost(tables["post"])
	return p
}

// eachMapping goes through a subtable of cmap.
func eachMapping(sub []byte, yield func(code, glyph uint32)) {
	n := 0
	put := func(code, glyph int) {
		if n++; glyph != 0 && n <= maxMappings {
			yield(uint32(code), uint32(glyph))
		}
	}
	switch be(sub, 0, 2) {
	case 0:
		for c := range 256 {
			put(c, be(sub, 6+c, 1))
		}
	case 4:
		segments := be(sub, 6, 2) / 2
		for i := range segments {
			end, start := be(sub, 14+2*i, 2), be(sub, 16+2*(segments+i), 2)
			delta, at := be(sub, 16+2*(2*segments+i), 2), 16+2*(3*segments+i)
			offset := be(sub, at, 2)
			for c := start; c <= end && c < 0xffff && n <= maxMappings; c++ {
				g := c
				if offset != 0 {
					g = be(sub, at+offset+2*(c-start), 2)
				}
				if g != 0 || offset == 0 {
					g = (g + delta) & 0xffff
				}
				put(c, g)
			}
		}
	case 6:
		for i := range be(sub, 8, 2) {
			put(be(sub, 6, 2)+i, be(sub, 10+2*i, 2))
		}
	case 12:
		for i := range min(be(sub, 12, 4), len(sub)/12) {
			start, end, glyph := be(sub, 16+12*i, 4), be(sub, 20+12*i, 4), be(sub, 24+12*i, 4)
			for c := start; c <= end && c <= 0x10ffff && n <= maxMappings; c++ {
				put(c, glyph+c-start)
			}
		}
	}
}

// readPost reads the names of the glyphs of TrueType.
func (p *program) readPost(post []byte) {
	if be(post, 0, 4) != 0x20000 {
		return
	}
	n := be(post, 32, 2)
	var names []string
	for at := 34 + 2*n; at < len(post); {
		k := be(post, at, 1)
		names = append(names, string(bytesAt(post, at+1, k)))
		at += 1 + k
	}
	const given = 258 // names that all fonts share: of these those of ASCII stand at 3
	for g := range n {
		switch k := be(post, 34+2*g, 2); {
		case k >= given && k-given < len(names):
			p.name(uint32(g), glyphText(names[k-given]))
		case k >= 3 && k < 98:
			p.name(uint32(g), string(rune(' '+k-3)))
		}
	}
}

// parseType1 reads the encoding in the head of a Type 1 font; its codes are
// their own glyphs here.
func parseType1(data []byte) *program {
	p := &program{text: map[uint32]string{}, codes: map[uint32]uint32{}}
	if i := bytes.Index(data, []byte("eexec")); i >= 0 {
		data = data[:i]
	}
	i := bytes.Index(data, []byte("/Encoding"))
	if i < 0 {
		return p
	}
	f := bytes.Fields(bytes.ReplaceAll(data[i:], []byte("/"), []byte(" /")))
	for k := 0; k+2 < len(f); k++ {
		if string(f[k]) != "dup" || f[k+2][0] != '/' {
			continue
		}
		if code, err := strconv.ParseUint(string(f[k+1]), 10, 8); err == nil {
			p.name(uint32(code), glyphText(string(f[k+2][1:])))
			p.codes[uint32(code)] = uint32(code)
		}
	}
	return p
}
