package extract

import (
	"strconv"
	"strings"
)

// Fonts of symbols show signs where others have letters. Their characters stand
// at U+F020–U+F0FF, which no other font can show.
type docxFont int

const (
	plainFont docxFont = iota
	greekFont          // Symbol
	dingsFont          // Wingdings
	dings2Font
	webFont
)

func fontOf(name string) docxFont {
	switch strings.ToLower(name) {
	case "symbol":
		return greekFont
	case "wingdings":
		return dingsFont
	case "wingdings 2":
		return dings2Font
	case "webdings":
		return webFont
	}
	return plainFont
}

var greekSymbols = map[bool][]rune{
	false: []rune(` !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼`),
	true:  []rune(`€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪•〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭`),
}

// Those that documents use; other signs of these fonts are shown as a bullet.
var dings = map[docxFont]map[rune]rune{
	dingsFont: {0x20: ' ', 0x22: '✂', 0x28: '☎', 0x2a: '✉', 0x3f: '✍', 0x45: '☜', 0x46: '☞', 0x4a: '☺', 0x4c: '☹', 0x51: '✈', 0x6c: '●',
		0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '❑', 0x72: '❒', 0x74: '⧫', 0x75: '◆', 0x76: '❖', 0x78: '☒', 0x9f: '•',
		0xa1: '○', 0xa4: '◉', 0xa7: '▪', 0xa8: '☐', 0xab: '★', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔',
		0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑'},
	dings2Font: {0x20: ' ', 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x97: '●', 0xa3: '☐'},
	webFont:    {0x20: ' ', 0x61: '✓', 0x63: '☐', 0x67: '■', 0x72: '✗'},
}

// symbols puts characters that all fonts have in place of those of symbol fonts.
func symbols(s string, font docxFont) string {
	if strings.IndexByte(s, 0xef) < 0 { // the first byte of U+F000–U+FFFF
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < 0xf020 || r > 0xf0ff {
			return r
		}
		r -= 0xf000
		if m := dings[font]; m != nil {
			switch c := m[r]; {
			case c != 0:
				return c
			case font == dingsFont && 0x81 <= r && r <= 0x8a:
				return '①' + r - 0x81
			case font == dingsFont && 0x8c <= r && r <= 0x95:
				return '❶' + r - 0x8c
			}
			return '•'
		}
		row, i := greekSymbols[r >= 0xa0], r-0x20
		if r >= 0xa0 {
			i = r - 0xa0
		}
		if int(i) < len(row) {
			return row[i]
		}
		return '•'
	}, s)
}

// symbol returns the character of w:sym.
func symbol(char, font string) string {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return ""
	}
	f := fontOf(font)
	if f != plainFont && n < 0x100 {
		n += 0xf000
	}
	return symbols(string(rune(n)), f)
}
