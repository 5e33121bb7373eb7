package extract

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// A docFont is a font of the document.
type docFont struct {
	name    string
	charset int
}

// fonts reads the table of fonts.
func (f *docFIB) fonts() []docFont {
	b := f.table(tableFonts)
	name, head := 40, 4
	if f.old {
		name, head = 6, 2
	}
	b = b[min(len(b), head):]
	var fonts []docFont
	for len(b) > 5 && len(fonts) < 4096 {
		n := int(b[0]) + 1
		font := docFont{charset: int(b[4])}
		switch raw := stretch(b, name, n-name); {
		case f.old:
			s, _, _ := strings.Cut(string(raw), "\x00")
			font.name = decoded([]byte(s), charmap.Windows1251)
		default:
			var u []uint16
			for i := 0; le16(raw, i) != 0; i += 2 {
				u = append(u, le16(raw, i))
			}
			font.name = utf16String(u)
		}
		fonts = append(fonts, font)
		b = b[min(len(b), n):]
	}
	return fonts
}

// fontPage is the code page of the font of a run, nil when it says nothing.
func (r *docReader) fontPage(run docProps) *charmap.Charmap {
	n := -1
	for _, props := range [][]byte{run.props, run.piece} {
		for op, v := range sprms(props, r.fib.old) {
			if op == sprmCFont {
				n = int(le16(v, 0))
			}
		}
	}
	if n < 0 || n >= len(r.fonts) {
		return nil
	}
	if strings.HasSuffix(r.fonts[n].name, " Cyr") {
		return charmap.Windows1251
	}
	return map[int]*charmap.Charmap{204: charmap.Windows1251, 238: charmap.Windows1250, 161: charmap.Windows1253,
		162: charmap.Windows1254, 186: charmap.Windows1257}[r.fonts[n].charset]
}

// font tells the fonts of symbols.
func (r *docReader) font(n int) docxFont {
	if n < 0 || n >= len(r.fonts) {
		return plainFont
	}
	return fontOf(r.fonts[n].name)
}
