package extract

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The standard ST RK 1048 (KZ-1048) is windows-1251 with the Kazakh letters in
// the places of Ukrainian, Belarusian, Serbian and Macedonian ones.
var kazakhLetters = [256]rune{
	0x8d: 'Қ', 0x8e: 'Һ', 0x9d: 'қ', 0x9e: 'һ', 0xa1: 'Ұ', 0xa2: 'ұ', 0xa3: 'Ә', 0xa5: 'Ө', 0xaa: 'Ғ', 0xaf: 'Ү',
	0xb4: 'ө', 0xba: 'ғ', 0xbc: 'ә', 0xbd: 'Ң', 0xbe: 'ң', 0xbf: 'ү',
}

// kazakh decodes KZ-1048.
func kazakh(data []byte) string {
	out := make([]byte, 0, 2*len(data))
	for _, b := range data {
		r := kazakhLetters[b]
		if r == 0 {
			r = charmap.Windows1251.DecodeByte(b)
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// isKazakh tells Kazakh in KZ-1048 from other languages in windows-1251. What
// Kazakh has for қ, ң and ә are letters of Macedonian there, what it has for
// ғ, ү, ө and ұ are those of Ukrainian and Belarusian: no language but Kazakh
// needs both kinds. Russian needs none of them.
func isKazakh(data []byte) bool {
	var have [256]int
	letters := 0
	for i, b := range data {
		if b < 0xc0 {
			if kazakhLetters[b] == 0 || !(i > 0 && isLetter1251(data[i-1]) || i+1 < len(data) && isLetter1251(data[i+1])) {
				continue
			}
		}
		letters++
		have[b]++
	}
	south := have[0x9d] + have[0x8d] + have[0xbe] + have[0xbc] + have[0xa3]
	west := have[0xba] + have[0xaa] + have[0xbf] + have[0xaf] + have[0xb4] + have[0xa5] + have[0xa2] + have[0xa1]
	return south >= 3 && west >= 2 && (south+west)*500 > letters && south*10 > west && west*10 > south
}

// isLetter1251 tells the letters that Russian and Kazakh share, і too.
func isLetter1251(b byte) bool { return b >= 0xc0 || b == 0xb3 || b == 0xb2 || kazakhLetters[b] != 0 }
