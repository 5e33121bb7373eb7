package extract

// parseCFF reads names and encoding of a font in the Compact Font Format.
func parseCFF(data []byte) *program {
	p := &program{text: map[uint32]string{}, codes: map[uint32]uint32{}}
	_, at := cffIndex(data, be(data, 2, 1)) // names of fonts
	tops, at := cffIndex(data, at)
	strings, _ := cffIndex(data, at)
	if len(tops) == 0 {
		return p
	}
	top := cffDict(tops[0])
	if _, byNumber := top[1230]; byNumber { // glyphs of such a font have no names
		return p
	}
	glyphs, _ := cffIndex(data, top[17])
	names := cffCharset(data, top[15], len(glyphs))
	for g, sid := range names {
		p.name(uint32(g), cffText(sid, strings))
	}
	p.readCFFEncoding(data, top[16], names, strings)
	return p
}

// cffIndex reads a list of byte strings and returns where it ends.
func cffIndex(data []byte, at int) (items [][]byte, end int) {
	n, size := be(data, at, 2), be(data, at+2, 1)
	if n == 0 || size < 1 || size > 4 || at+3+(n+1)*size > len(data) {
		return nil, at + 2
	}
	base := at + 2 + (n+1)*size
	offset := func(i int) int { return base + be(data, at+3+i*size, size) }
	for i := range n {
		items = append(items, bytesAt(data, offset(i), offset(i+1)-offset(i)))
	}
	return items, offset(n)
}

// cffDict reads the numbers of a dictionary by their operators, the last of
// each; two-byte operators count from 1200.
func cffDict(d []byte) map[int]int {
	out := map[int]int{}
	last := 0
	for i := 0; i < len(d); {
		b := int(d[i])
		i++
		switch {
		case b == 12:
			out[1200+be(d, i, 1)] = last
			i++
		case b <= 21:
			out[b] = last
		case b == 28:
			last = int(int16(be(d, i, 2)))
			i += 2
		case b == 29:
			last = int(int32(be(d, i, 4)))
			i += 4
		case b == 30: // a real number, to the nibble that ends it
			for i < len(d) && d[i]&0xf != 0xf && d[i]>>4 != 0xf {
				i++
			}
			i++
		case b >= 32 && b <= 246:
			last = b - 139
		case b >= 247 && b <= 250:
			last = (b-247)*256 + be(d, i, 1) + 108
			i++
		case b >= 251 && b <= 254:
			last = -(b-251)*256 - be(d, i, 1) - 108
			i++
		}
	}
	return out
}

// cffCharset returns the numbers of the names of n glyphs.
func cffCharset(data []byte, at, n int) []int {
	names := make([]int, 0, min(n, 1<<16))
	names = append(names, 0)
	if at <= 2 { // one of the given ones; the first is that of all letters in order
		for len(names) < min(n, 229) {
			names = append(names, len(names))
		}
		return names
	}
	format := be(data, at, 1)
	for at++; len(names) < n && at < len(data); {
		first := be(data, at, 2)
		at += 2
		more := 0
		switch format {
		case 1:
			more = be(data, at, 1)
			at++
		case 2:
			more = be(data, at, 2)
			at += 2
		}
		for k := 0; k <= more && len(names) < n; k++ {
			names = append(names, first+k)
		}
	}
	return names
}

// standardNames are the texts of the names that every font has, by number.
var standardNames = func() (out []string) {
	out = append(out, "")
	for c, t := range encodings["StandardEncoding"] {
		if accent := c > 0xc0 && c < 0xd0 && c != 0xc9 && c != 0xcc; t != "" || accent {
			out = append(out, t)
		}
	}
	return append(out, "¹", "¬", "µ", "™", "Ð", "½", "±", "Þ", "¼", "÷", "¦", "°", "þ", "¾", "²", "®", "−", "ð", "×", "³", "©")
}()

const givenNames = 391 // numbers from here on are the font's own names

// cffText is what the name of a number tells.
func cffText(sid int, own [][]byte) string {
	switch {
	case sid >= givenNames && sid-givenNames < len(own):
		return glyphText(string(own[sid-givenNames]))
	case sid > 0 && sid < len(standardNames):
		return standardNames[sid]
	}
	return ""
}

// readCFFEncoding notes which codes the glyphs have.
func (p *program) readCFFEncoding(data []byte, at int, names []int, own [][]byte) {
	if at <= 1 { // the standard one
		for g, sid := range names {
			for c, t := range encodings["StandardEncoding"] {
				if sid > 0 && sid < 150 && t == standardNames[sid] {
					p.codes[uint32(c)] = uint32(g)
				}
			}
		}
		return
	}
	format, n := be(data, at, 1), be(data, at+1, 1)
	at += 2
	g := uint32(1)
	for range n {
		code, more := be(data, at, 1), 0
		at++
		if format&0x7f == 1 {
			more = be(data, at, 1)
			at++
		}
		for k := 0; k <= more; k++ {
			p.codes[uint32(code+k)] = g
			g++
		}
	}
	if format&0x80 != 0 { // codes that glyphs have besides
		for i := range be(data, at, 1) {
			code, sid := be(data, at+1+3*i, 1), be(data, at+2+3*i, 2)
			for g, s := range names {
				if s == sid {
					p.codes[uint32(code)] = uint32(g)
				}
			}
		}
	}
}
