package extract

import (
	"slices"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// A docPiece is a stretch of the text as it lies in the main stream. Word saved
// fast by adding pieces at the end and telling their order.
type docPiece struct {
	lo, hi int    // of the text
	at     int    // of the stream
	wide   bool   // two bytes a character
	props  []byte // of the whole piece, set when it was saved fast
}

// width is the number of bytes a character takes.
func (p *docPiece) width() int {
	if p.wide {
		return 2
	}
	return 1
}

// readPieces finds the pieces and decodes the text in them; there may be none.
func (r *docReader) readPieces() bool {
	f := r.fib
	total := f.storyStart(storyCount-1) + f.lengths[storyCount-1]
	if f.old && !f.fast {
		r.pieces = []docPiece{{hi: total, at: f.start}}
	} else {
		r.pieces = f.pieceTable()
	}
	// No document has more characters than bytes; one that says so repeats them.
	limit := len(f.main) + 1<<16
	n := 0
	for i := range r.pieces {
		p := &r.pieces[i]
		most := 0
		if p.at >= 0 {
			most = max((len(f.main)-p.at)/p.width(), 0)
		}
		if hi := min(p.hi, p.lo+most, max(limit, p.lo)); hi < p.hi {
			r.warn("file-damaged")
			p.hi = hi
		}
		if p.lo < p.hi {
			n = p.hi
		}
	}
	if n == 0 {
		return false
	}
	r.text = make([]uint16, n)
	page := r.page()
	for i := range r.pieces {
		p := &r.pieces[i]
		if p.hi <= p.lo {
			continue
		}
		if p.wide {
			for cp := p.lo; cp < p.hi; cp++ {
				r.text[cp] = le16(f.main, p.at+2*(cp-p.lo))
			}
			continue
		}
		r.decodeBytes(p, page)
	}
	return true
}

// pieceTable reads the pieces, which tile the text in order.
func (f *docFIB) pieceTable() []docPiece {
	clx := f.table(tablePieces)
	var props [][]byte
	for len(clx) > 0 {
		switch clx[0] {
		case 1: // properties that pieces refer to by number
			n := int(le16(clx, 1))
			props = append(props, stretch(clx, 3, n))
			clx = clx[min(3+n, len(clx)):]
		case 2:
			return f.piecesOf(stretch(clx, 5, int(le32(clx, 1))), props)
		default:
			return nil
		}
	}
	return nil
}

func (f *docFIB) piecesOf(b []byte, props [][]byte) []docPiece {
	t := readPLC(b, 8)
	var pieces []docPiece
	for i := range len(t.at) - 1 {
		if t.at[i] < 0 || t.at[i+1] < t.at[i] || i > 0 && t.at[i] < pieces[len(pieces)-1].hi {
			break
		}
		d := t.datum(i)
		p := docPiece{lo: t.at[i], hi: t.at[i+1], at: int(le32(d, 2))}
		switch {
		case f.old:
		case p.at&(1<<30) != 0:
			p.at = p.at &^ (1 << 30) / 2
		default:
			p.wide = true
		}
		if prm := le16(d, 6); prm&1 == 1 {
			if n := int(prm >> 1); n < len(props) {
				p.props = props[n]
			}
		} else {
			p.props = f.pieceSprm(byte(prm>>1&0x7f), byte(prm>>8))
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// pieceSprm is the one property that a piece may have of itself.
func (f *docFIB) pieceSprm(number, operand byte) []byte {
	if f.old {
		return []byte{number, operand}
	}
	op := shortSprms[number]
	switch number {
	case 12:
		op = sprmPLevel
	case 120:
		op = sprmPOutline
	}
	return []byte{byte(op), byte(op >> 8), operand}
}

// decodeBytes decodes a piece of one byte a character. Word 6 goes by the
// charset of the font; Word 97 says windows-1252, and Russian programs that
// wrote its files did not always keep to that.
func (r *docReader) decodeBytes(p *docPiece, page *charmap.Charmap) {
	for cp := p.lo; cp < p.hi; {
		hi, enc := p.hi, page
		if r.fib.old {
			run := r.charProps(cp)
			hi = max(min(run.hi, p.hi), cp+1)
			if e := r.fontPage(run); e != nil {
				enc = e
			}
		}
		for ; cp < hi; cp++ {
			c := enc.DecodeByte(r.fib.main[p.at+cp-p.lo])
			if c > 0xffff || c == 0xfffd {
				c = ' '
			}
			r.text[cp] = uint16(c)
		}
	}
}

// page is the code page of the pieces of one byte a character.
func (r *docReader) page() *charmap.Charmap {
	var sample []byte
	for i := range r.pieces {
		p := &r.pieces[i]
		if !p.wide && p.hi > p.lo && len(sample) < 1<<16 {
			sample = append(sample, r.fib.main[p.at:p.at+min(p.hi-p.lo, 1<<16)]...)
		}
	}
	high := 0
	for _, b := range sample {
		if b >= 0xc0 {
			high++
		}
	}
	cyrillic := r.fib.charset == 204 || slices.ContainsFunc(r.fonts, func(f docFont) bool { return f.charset == 204 })
	switch r.fib.lang & 0x3ff {
	case 0x19, 0x22, 0x23, 0x3f, 0x40, 0x02: // Russian, Ukrainian, Belarusian, Kazakh, Kyrgyz, Bulgarian
		cyrillic = true
	}
	switch {
	case r.fib.old && cyrillic && !isWestern(sample):
		return charmap.Windows1251
	case (cyrillic && high > 0 || high > 20) && codePageOf(sample).enc == charmap.Windows1251:
		return charmap.Windows1251
	}
	return charmap.Windows1252
}

// piece returns the piece of a place in the text, nil outside.
func (r *docReader) piece(cp int) *docPiece {
	i, ok := slices.BinarySearchFunc(r.pieces, cp, func(p docPiece, cp int) int {
		switch {
		case p.hi <= cp:
			return -1
		case p.lo > cp:
			return 1
		}
		return 0
	})
	if !ok {
		return nil
	}
	return &r.pieces[i]
}

// fc is the place in the stream of a place in the text.
func (p *docPiece) fc(cp int) int { return p.at + (cp-p.lo)*p.width() }

// utf16String is the text of UTF-16 units.
func utf16String(u []uint16) string { return string(utf16.Decode(u)) }
