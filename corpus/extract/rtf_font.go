package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf8enc "golang.org/x/text/encoding/unicode"
)

// An rtfFont says what the bytes of a text in it mean.
type rtfFont struct {
	charset int // as Windows numbers them; 0 is Western
	page    int // code page, 0 when only the charset is known
	symbols docxFont
}

// rtfCodePages are the encodings by Windows' numbers.
var rtfCodePages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	866: charmap.CodePage866, 874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK,
	949: korean.EUCKR, 950: traditionalchinese.Big5, 1250: charmap.Windows1250, 1251: charmap.Windows1251,
	1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
	1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh,
	10007: charmap.MacintoshCyrillic, 20866: charmap.KOI8R, 21866: charmap.KOI8U, 28595: charmap.ISO8859_5,
	65001: utf8enc.UTF8,
}

// rtfCharsets are the code pages of fonts by their charset.
var rtfCharsets = map[int]int{
	77: 10000, 89: 10007, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
	204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// nameFont takes a piece of the name of the font that is being defined.
func (r *rtfReader) nameFont(s string) {
	name := strings.TrimSuffix(strings.TrimSpace(s), ";")
	if kind := symbolsOf(name); kind != plainFont {
		f := r.fonts[r.font]
		f.symbols = kind
		r.setFont(f)
	}
}

func (r *rtfReader) setFont(f rtfFont) {
	if _, known := r.fonts[r.font]; known || len(r.fonts) < rtfMaxTable {
		r.fonts[r.font] = f
	}
}

// current is the font of the next bytes. A Far Eastern font is meant only for
// bytes of Far Eastern writing: the word for it stands before Russian as well.
func (r *rtfReader) current() rtfFont {
	st := &r.state
	switch st.class {
	case rtfHigh:
		return r.fontOf(st.wide)
	case rtfFar:
		if f := r.fontOf(st.far); f.charset == 128 || f.charset == 129 || f.charset == 134 || f.charset == 136 {
			return f
		}
	}
	return r.fontOf(st.low)
}

func (r *rtfReader) fontOf(n int) rtfFont {
	if f, ok := r.fonts[n]; ok {
		return f
	}
	return rtfFont{charset: 1}
}

// flush decodes the bytes that were gathered.
func (r *rtfReader) flush() {
	if len(r.raw) == 0 {
		return
	}
	raw, bare := r.raw, r.bare
	r.raw, r.bare = r.raw[:0], false
	switch r.state.into {
	case rtfNothing, rtfUnclosed, rtfAnsiHalf:
		return
	}
	r.text(r.decode(raw, bare))
}

func (r *rtfReader) decode(raw []byte, bare bool) string {
	ascii := true
	for _, b := range raw {
		ascii = ascii && b < 0x80
	}
	f := r.current()
	if f.symbols != plainFont || f.charset == 2 {
		var b strings.Builder
		for _, c := range raw {
			b.WriteString(r.symbolChar(c))
		}
		return b.String()
	}
	if bare && !ascii && utf8.Valid(raw) {
		return string(raw) // some programs write UTF-8 and don't say so
	}
	var enc encoding.Encoding
	switch page := f.page; {
	case page > 0 && rtfCodePages[page] != nil:
		enc = rtfCodePages[page]
	case rtfCharsets[f.charset] > 0:
		enc = rtfCodePages[rtfCharsets[f.charset]]
	case f.charset == 0 || r.ansi == charmap.Windows1252:
		enc = r.latin
		if n := 1<<16 - len(r.western); n > 0 && r.state.into == rtfBody {
			r.western = append(r.western, raw[:min(len(raw), n)]...)
		}
	default:
		enc = r.ansi
	}
	if ascii && enc != rtfCodePages[932] {
		return string(raw)
	}
	if p, ok := enc.(*charmap.Charmap); ok {
		b := make([]byte, 0, 2*len(raw))
		for _, c := range raw {
			b = utf8.AppendRune(b, p.DecodeByte(c))
		}
		return string(b)
	}
	return decoded(raw, enc)
}

// isCyrillic tells the bytes of a Russian text, which a program wrote with a
// font that it calls Western.
func isCyrillic(data []byte) bool {
	pairs := 0
	for i := 1; i < len(data); i++ {
		if data[i] >= 0xc0 && data[i-1] >= 0xc0 {
			pairs++
		}
	}
	return pairs > 2 && codePageOf(data).name == "windows-1251" && codePages()[0].score(data) > float32(pairs)/2
}

// symbolChar is a character of a font of symbols.
func (r *rtfReader) symbolChar(c byte) string {
	if c < ' ' {
		return ""
	}
	return symbols(string(rune(0xf000+int(c))), r.current().symbols)
}
