package extract

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// A pdfFont turns the codes of a font into text and widths.
type pdfFont struct {
	composite bool
	encoding  *cmap // of a composite font whose Encoding is a stream
	unicode   bool  // the codes are UTF-16: Encoding UniXX-UCS2-H
	toUnicode *cmap
	table     [256]string
	widths    map[uint32]float64 // in thousandths of the size
	missing   float64
	bold      bool
	italic    bool
	symbols   docxFont // whose signs it has at U+F020–U+F0FF

	// What the font's program says, where nothing else tells: read when first
	// needed.
	descriptor pdf.Value
	program    *program
	asked      bool
	glyphs     []byte // of a composite font: the glyph of each CID, if not its own

	// A font that names a western encoding and gives no ToUnicode may hold
	// cp1251 all the same: Russian programs of old did so. Its letters decide.
	numbers       map[byte]rune // in names of glyphs that say nothing else
	unsure        bool
	tex           bool // if it does, it has TeX's Cyrillic encoding instead
	high, letters int
}

// newFont reads a font dictionary.
func newFont(v pdf.Value) *pdfFont {
	f := &pdfFont{widths: map[uint32]float64{}}
	f.toUnicode = readCMap(v.Key("ToUnicode"))
	name := v.Key("BaseFont").Name()
	f.symbols = symbolsOf(name)
	descriptor := v.Key("FontDescriptor")
	if v.Key("Subtype").Name() == "Type0" {
		f.composite = true
		d := v.Key("DescendantFonts").Index(0)
		descriptor = d.Key("FontDescriptor")
		f.glyphs = streamData(d.Key("CIDToGIDMap"))
		f.readEncodingCMap(v.Key("Encoding"))
		f.readCIDWidths(d)
	} else {
		f.readSimpleEncoding(v, descriptor)
		f.readSimpleWidths(v, descriptor)
	}
	f.descriptor = descriptor
	low := strings.ToLower(name)
	f.bold = strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy") ||
		descriptor.Key("FontWeight").Float64() >= 600 || descriptor.Key("Flags").Int64()&(1<<18) != 0
	f.italic = strings.Contains(low, "italic") || strings.Contains(low, "oblique") || descriptor.Key("Flags").Int64()&(1<<6) != 0
	return f
}

// symbolsOf knows a font of symbols by its name, as «ABCDEF+Wingdings-Regular».
func symbolsOf(name string) docxFont {
	if _, n, ok := strings.Cut(name, "+"); ok {
		name = n
	}
	name = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(name), "-regular"), "mt")
	return fontOf(strings.NewReplacer("-", "", "wingdings2", "wingdings 2").Replace(name))
}

func readCMap(v pdf.Value) *cmap {
	if v.Kind() != pdf.Stream {
		return nil
	}
	return parseCMap(streamData(v))
}

func (f *pdfFont) readEncodingCMap(v pdf.Value) {
	switch v.Kind() {
	case pdf.Stream:
		f.encoding = readCMap(v)
	case pdf.Name:
		n := v.Name()
		f.unicode = strings.HasPrefix(n, "Uni") && (strings.Contains(n, "UCS2") || strings.Contains(n, "UTF16"))
	}
}

func (f *pdfFont) readCIDWidths(d pdf.Value) {
	f.missing = 1000
	if dw := d.Key("DW"); dw.Kind() != pdf.Null {
		f.missing = dw.Float64()
	}
	w := d.Key("W")
	for i := 0; i+1 < w.Len(); {
		first := uint32(w.Index(i).Int64())
		next := w.Index(i + 1)
		if next.Kind() == pdf.Array {
			for k := 0; k < next.Len(); k++ {
				f.widths[first+uint32(k)] = next.Index(k).Float64()
			}
			i += 2
			continue
		}
		last := uint32(next.Int64())
		width := w.Index(i + 2).Float64()
		for n := uint32(0); first <= last && n <= min(last-first, 0xffff); n++ {
			f.widths[first+n] = width
		}
		i += 3
	}
}

func (f *pdfFont) readSimpleEncoding(v, descriptor pdf.Value) {
	enc := v.Key("Encoding")
	base := encodings[enc.Name()]
	if base == nil {
		base = encodings[enc.Key("BaseEncoding").Name()]
	}
	if base == nil {
		base = encodings["StandardEncoding"]
		if v.Key("Subtype").Name() == "TrueType" {
			base = encodings["WinAnsiEncoding"]
		}
	}
	f.table = *base
	f.unsure = f.toUnicode == nil
	if f.unsure && f.symbols != plainFont && enc.IsNull() {
		for c := 0x20; c < len(f.table); c++ {
			f.table[c] = string(rune(0xf000 + c))
		}
		f.unsure = false
	}
	if enc.Kind() != pdf.Name && enc.Key("BaseEncoding").IsNull() && f.toUnicode == nil {
		f.readOwnEncoding(descriptor)
	}
	diff := enc.Key("Differences")
	if diff.Len() == 0 {
		return
	}
	fallback := (&pdf.Font{V: v}).Encoder() // knows the whole Adobe glyph list
	code := 0
	for i := 0; i < diff.Len(); i++ {
		switch x := diff.Index(i); x.Kind() {
		case pdf.Integer:
			code = int(x.Int64())
		case pdf.Name:
			if code >= 0 && code < 256 {
				t := glyphText(x.Name())
				switch {
				case x.Name() == ".notdef":
				case t != "":
					// A name that says something else than its code is to be believed.
					f.unsure = f.unsure && (code < 0x80 || t == encodings["WinAnsiEncoding"][code])
				case v.Key("Subtype").Name() == "Type3" && x.Name() == "a"+strconv.Itoa(code):
					f.tex = true // so bitmaps of TeX are called
					if t = encodings["WinAnsiEncoding"][code]; t == "" {
						t = "\ufffd"
					}
				default:
					// The library gives the code itself for names that it doesn't know.
					if t = fallback.Decode(string([]byte{byte(code)})); t == string(rune(code)) {
						t = encodings["WinAnsiEncoding"][code]
					}
					if t == "" {
						t = "\ufffd" // a letter, but who knows which
					}
					if f.numbers == nil {
						f.numbers = map[byte]rune{}
					}
					f.numbers[byte(code)] = glyphNumber(x.Name())
				}
				f.table[code] = t
			}
			code++
		}
	}
}

// readOwnEncoding takes the encoding that the font's program has.
func (f *pdfFont) readOwnEncoding(descriptor pdf.Value) {
	p := readProgram(descriptor)
	for c := range uint32(256) {
		if t := p.ofCode(c); t != "" {
			f.table[c] = t
			f.unsure = f.unsure && (c < 0x80 || t == encodings["WinAnsiEncoding"][c])
		} else if _, ok := p.glyph(c); ok && c < ' ' {
			f.table[c] = "\ufffd" // a letter, but who knows which
		}
	}
}

// ofGlyph is the text of a CID by the font's program.
func (f *pdfFont) ofGlyph(cid uint32) string {
	if !f.asked {
		f.asked = true
		f.program = readProgram(f.descriptor)
	}
	if f.program == nil {
		return ""
	}
	if f.glyphs != nil {
		cid = uint32(be(f.glyphs, 2*int(cid), 2))
	}
	return f.program.text[cid]
}

func (f *pdfFont) readSimpleWidths(v, descriptor pdf.Value) {
	scale := 1.0
	if v.Key("Subtype").Name() == "Type3" {
		scale = v.Key("FontMatrix").Index(0).Float64() * 1000
	}
	first := int(v.Key("FirstChar").Int64())
	widths := v.Key("Widths")
	for i := 0; i < widths.Len() && i < 256; i++ {
		f.widths[uint32(first+i)] = widths.Index(i).Float64() * scale
	}
	f.missing = descriptor.Key("MissingWidth").Float64()
	if len(f.widths) > 0 {
		return
	}
	// One of the standard fonts, whose widths every reader is to know. The
	// classes below are near enough to tell spaces from gaps.
	for c := range uint32(256) {
		f.widths[c] = standardWidth(v.Key("BaseFont").Name(), f.table[c])
	}
}

func standardWidth(font, text string) float64 {
	if strings.Contains(font, "Courier") {
		return 600
	}
	switch {
	case text == "" || strings.ContainsAny(text, " .,:;!|'ijlIftr()[]/-"):
		return 290
	case strings.ContainsAny(text, "mwMW@%—"):
		return 850
	case strings.ToLower(text) != text:
		return 680
	}
	return 530
}

// A code is one character of a string that is shown.
type code struct {
	text  string
	width float64 // in thousandths of the size
	byte  byte    // of a simple font
	space bool    // word spacing applies to it
}

// codes cuts a shown string into codes and calls yield with each.
func (f *pdfFont) codes(s string, yield func(code)) {
	if !f.composite {
		for i := 0; i < len(s); i++ {
			b := s[i]
			w, ok := f.widths[uint32(b)]
			if !ok {
				w = f.missing
			}
			c := code{text: f.simpleText(b), width: w, byte: b, space: b == ' '}
			if f.unsure {
				f.count(b)
			}
			yield(c)
		}
		return
	}
	for len(s) > 0 {
		var n int
		var k uint32
		if f.encoding != nil {
			k, n = f.encoding.split(s)
		} else {
			n = min(2, len(s))
			k = codeOf(s[:n])
		}
		cid := k
		if f.encoding != nil {
			cid = f.encoding.cid(k)
		}
		w, ok := f.widths[cid]
		if !ok {
			w = f.missing
		}
		yield(code{text: f.compositeText(k, cid), width: w, space: n == 1 && k == ' '})
		s = s[n:]
	}
}

func (f *pdfFont) simpleText(b byte) string {
	if f.toUnicode != nil {
		if t, ok := f.toUnicode.text[uint32(b)]; ok {
			return f.plain(t)
		}
	}
	return f.plain(f.table[b])
}

func (f *pdfFont) compositeText(k, cid uint32) string {
	if f.toUnicode != nil {
		if t, ok := f.toUnicode.text[k]; ok {
			return f.plain(t)
		}
	}
	if f.unicode {
		return f.plain(string(rune(k)))
	}
	if t := f.ofGlyph(cid); t != "" {
		return f.plain(t)
	}
	return "\ufffd"
}

func (f *pdfFont) count(b byte) {
	switch {
	case b >= 0xc0:
		f.high++
		f.letters++
	case b|0x20 >= 'a' && b|0x20 <= 'z':
		f.letters++
	}
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\x00", "", "\t", " ", "\n", " ", "\r", " ")

func (f *pdfFont) plain(s string) string {
	if f.symbols != plainFont {
		s = symbols(s, f.symbols)
	}
	return plainText(s)
}

// plainText writes out ligatures. Signs of fonts that nobody knows are bullets.
func plainText(s string) string {
	if strings.IndexByte(s, 0xef) >= 0 { // the first byte of U+F000–U+FFFF
		s = strings.Map(func(r rune) rune {
			if r > 0xf020 && r <= 0xf0ff {
				return '•'
			}
			return r
		}, s)
	}
	return ligatures.Replace(s)
}
