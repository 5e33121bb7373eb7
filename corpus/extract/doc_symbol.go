package extract

import "strings"

// Characters of symbol fonts stand at U+F000 and above, under the bytes that
// the fonts had. What they look like is what a reader sees.
var (
	symbolLetters = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	symbolSmall   = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
	symbolSigns   = map[rune]rune{0x22: '∀', 0x24: '∃', 0x27: '∋', 0x2a: '∗', 0x2d: '−', 0x40: '≅', 0x5c: '∴', 0x5e: '⊥',
		0x7e: '∼', 0xa2: '′', 0xa3: '≤', 0xa4: '⁄', 0xa5: '∞', 0xab: '↔', 0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓',
		0xb0: '°', 0xb1: '±', 0xb2: '″', 0xb3: '≥', 0xb4: '×', 0xb5: '∝', 0xb6: '∂', 0xb7: '•', 0xb8: '÷', 0xb9: '≠',
		0xba: '≡', 0xbb: '≈', 0xbc: '…', 0xc5: '⊕', 0xc6: '∅', 0xc7: '∩', 0xc8: '∪', 0xc9: '⊃', 0xcc: '⊂', 0xce: '∈',
		0xcf: '∉', 0xd0: '∠', 0xd1: '∇', 0xd2: '®', 0xd3: '©', 0xd4: '™', 0xd5: '∏', 0xd6: '√', 0xd7: '⋅', 0xd8: '¬',
		0xd9: '∧', 0xda: '∨', 0xdb: '⇔', 0xdc: '⇐', 0xde: '⇒', 0xe2: '®', 0xe3: '©', 0xe4: '™', 0xe5: '∑', 0xf2: '∫'}
	wingdings = map[rune]rune{0x22: '✂', 0x28: '☎', 0x2a: '✉', 0x4a: '☺', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□',
		0x70: '❐', 0x71: '❑', 0x72: '❒', 0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x9f: '•', 0xa1: '○', 0xa7: '▪', 0xa8: '◻',
		0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑'}
)

// symbolRune is the character that one of a font in lower case looks like, 0
// when it is not known.
func symbolRune(font string, c rune) rune {
	c &= 0xff
	switch {
	case strings.HasPrefix(font, "wingdings"):
		return wingdings[c]
	case font != "symbol" && font != "":
		return 0
	case c >= 'A' && c <= 'Z':
		return []rune(symbolLetters)[c-'A']
	case c >= 'a' && c <= 'z':
		return []rune(symbolSmall)[c-'a']
	case symbolSigns[c] != 0:
		return symbolSigns[c]
	case c >= ' ' && c < 0x7f:
		return c
	}
	return 0
}
