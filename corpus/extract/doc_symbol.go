package extract

import "strings"

// wingdings are the characters of the fonts Wingdings that texts use.
var wingdings = map[byte]rune{0x22: '✂', 0x28: '☎', 0x2a: '✉', 0x4a: '☺', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '☐',
	0x70: '❐', 0x71: '☐', 0x72: '☐', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x78: '☒', 0x9f: '•', 0xa1: '○', 0xa7: '▪', 0xa8: '☐',
	0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '→', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☒'}

// symbolRune is the character that one of a symbol font looks like, 0 when that
// is not known. Such characters stand at U+F000 and above, under the bytes that
// the fonts had.
func symbolRune(font string, r rune) rune {
	c := byte(r)
	if strings.HasPrefix(font, "wingdings") {
		return wingdings[c]
	}
	if s := symbolFont[c]; s != "" {
		return []rune(s)[0]
	}
	if i := int(c) - 'A'; i >= 0 && i < len(symbolGreek) && symbolGreek[i] != 0 {
		return symbolGreek[i]
	}
	if c >= ' ' && c < 0x7f {
		return rune(c)
	}
	return 0
}
