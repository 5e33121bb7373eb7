package extract

import "unicode/utf16"

// A cmap maps the codes of a font to text (ToUnicode) or to glyph numbers (the
// Encoding of a composite font).
type cmap struct {
	widths [5]bool // lengths of codes in bytes that its code spaces have
	spaces []codespace
	text   map[uint32]string
	cids   []cidRange
}

type codespace struct {
	n      int
	lo, hi uint32
}

type cidRange struct{ lo, hi, cid uint32 }

// maxMappings bounds what a CMap may define: more are no font's.
const maxMappings = 1 << 17

// parseCMap reads a CMap. Faults are skipped.
func parseCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}}
	s := &scanner{b: data}
	var ops []token
	for {
		t := s.next()
		switch t.kind {
		case tokenEnd:
			return m
		case tokenOperator:
			m.define(t.str, ops)
			ops = ops[:0]
		default:
			if len(ops) < maxMappings {
				ops = append(ops, t)
			}
		}
	}
}

func (m *cmap) define(op string, ops []token) {
	switch op {
	case "endcodespacerange":
		for ; len(ops) >= 2; ops = ops[2:] {
			n := len(ops[0].str)
			if n >= 1 && n <= 4 {
				m.spaces = append(m.spaces, codespace{n, codeOf(ops[0].str), codeOf(ops[1].str)})
				m.widths[n] = true
			}
		}
	case "endbfchar":
		for ; len(ops) >= 2; ops = ops[2:] {
			m.set(codeOf(ops[0].str), destination(ops[1], 0))
		}
	case "endbfrange":
		for ; len(ops) >= 3; ops = ops[3:] {
			lo, hi := codeOf(ops[0].str), codeOf(ops[1].str)
			if hi-lo > 0xffff {
				continue
			}
			for n := uint32(0); n <= hi-lo && len(m.text) < maxMappings; n++ {
				m.set(lo+n, destination(ops[2], int(n)))
			}
		}
	case "endcidrange":
		for ; len(ops) >= 3; ops = ops[3:] {
			m.cids = append(m.cids, cidRange{codeOf(ops[0].str), codeOf(ops[1].str), uint32(ops[2].num)})
		}
	case "endcidchar":
		for ; len(ops) >= 2; ops = ops[2:] {
			c := codeOf(ops[0].str)
			m.cids = append(m.cids, cidRange{c, c, uint32(ops[1].num)})
		}
	}
}

func (m *cmap) set(code uint32, text string) {
	if text != "" && len(m.text) < maxMappings {
		m.text[code] = text
	}
}

// destination is the text of the nth code of a range.
func destination(t token, n int) string {
	switch t.kind {
	case tokenArray:
		if n >= len(t.list) {
			return ""
		}
		return destination(t.list[n], 0)
	case tokenName:
		return glyphText(t.str)
	case tokenString:
		b := []byte(t.str)
		if len(b) == 1 {
			b = []byte{0, b[0]}
		}
		u := make([]uint16, len(b)/2)
		for i := range u {
			u[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
		}
		if len(u) == 0 {
			return ""
		}
		u[len(u)-1] += uint16(n)
		return string(utf16.Decode(u))
	}
	return ""
}

func codeOf(s string) uint32 {
	var c uint32
	for i := 0; i < len(s) && i < 4; i++ {
		c = c<<8 | uint32(s[i])
	}
	return c
}

// cid is the glyph number of a code.
func (m *cmap) cid(code uint32) uint32 {
	for _, r := range m.cids {
		if code >= r.lo && code <= r.hi {
			return r.cid + code - r.lo
		}
	}
	return code
}

// split cuts the first code off a string, as the code spaces say.
func (m *cmap) split(s string) (code uint32, n int) {
	for n := 1; n <= 4 && n <= len(s); n++ {
		if !m.widths[n] {
			continue
		}
		c := codeOf(s[:n])
		for _, r := range m.spaces {
			if r.n == n && c >= r.lo && c <= r.hi {
				return c, n
			}
		}
	}
	n = min(2, len(s))
	if m.widths[1] && !m.widths[2] {
		n = 1
	}
	return codeOf(s[:n]), n
}
