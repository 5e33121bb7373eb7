package extract

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// This file knows what glyphs are called and which bytes stand for them.

// glyphNames are the names that are not a letter, a letter with an accent or a
// number of some list.
var glyphNames = func() map[string]string {
	m := map[string]string{}
	for _, f := range strings.Fields(`exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( parenright=)
asterisk=* plus=+ comma=, hyphen=- period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=:
semicolon=; less=< greater=> question=? at=@ bracketleft=[ backslash=\ bracketright=] asciicircum=^ underscore=_ grave=` + "`" + `
braceleft={ bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£ currency=¤ yen=¥ brokenbar=¦ section=§ dieresis=¨
copyright=© ordfeminine=ª guillemotleft=« logicalnot=¬ registered=® macron=¯ degree=° plusminus=± twosuperior=² threesuperior=³
acute=´ mu=µ paragraph=¶ periodcentered=· cedilla=¸ onesuperior=¹ ordmasculine=º guillemotright=» onequarter=¼ onehalf=½
threequarters=¾ questiondown=¿ AE=Æ ae=æ Eth=Ð eth=ð multiply=× divide=÷ Oslash=Ø oslash=ø Thorn=Þ thorn=þ germandbls=ß OE=Œ oe=œ
dotlessi=ı Lslash=Ł lslash=ł fraction=⁄ florin=ƒ quoteleft=‘ quoteright=’ quotesinglbase=‚ quotedblleft=“ quotedblright=” quotedblbase=„
guilsinglleft=‹ guilsinglright=› endash=– emdash=— minus=− bullet=• ellipsis=… dagger=† daggerdbl=‡ perthousand=‰ trademark=™
fi=fi fl=fl ff=ff ffi=ffi ffl=ffl Euro=€ circumflex=ˆ tilde=˜ lessequal=≤ greaterequal=≥ notequal=≠ infinity=∞
numero=№ afii61352=№ afii10023=Ё afii10071=ё afii10050=Ґ afii10098=ґ afii10145=Џ afii10193=џ afii00208=― afii61289=ℓ
foursuperior=⁴ fivesuperior=⁵ sixsuperior=⁶ sevensuperior=⁷ eightsuperior=⁸ ninesuperior=⁹ zerosuperior=⁰`) {
		name, text, _ := strings.Cut(f, "=")
		m[name] = text
	}
	m["equal"] = "="
	m["space"], m["nbspace"], m["nonbreakingspace"] = " ", "\u00a0", "\u00a0"
	for i := range 32 { // А–Я and а–я stand in the list of AFII without Ё
		skip := 0
		if i > 5 {
			skip = 1
		}
		m["afii"+strconv.Itoa(10017+i+skip)] = string(rune('А' + i))
		m["afii"+strconv.Itoa(10065+i+skip)] = string(rune('а' + i))
	}
	for i, r := range []rune("ЂЃЄЅІЇЈЉЊЋЌЎ") {
		m["afii"+strconv.Itoa(10051+i)] = string(r)
	}
	for i, r := range []rune("ђѓєѕіїјљњћќў") {
		m["afii"+strconv.Itoa(10099+i)] = string(r)
	}
	m["sfthyphen"] = "\u00ad"
	return m
}()

var accents = map[string]rune{
	"grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304, "breve": 0x306, "dotaccent": 0x307,
	"dieresis": 0x308, "ring": 0x30a, "hungarumlaut": 0x30b, "caron": 0x30c, "cedilla": 0x327, "ogonek": 0x328,
}

// glyphText returns the text of a glyph by its name, "" if the name tells nothing.
func glyphText(name string) string {
	if base, _, ok := strings.Cut(name, "."); ok && base != "" {
		name = base // «a.sc», «one.oldstyle»
	}
	if t, ok := glyphNames[name]; ok {
		return t
	}
	if len(name) == 1 {
		return name
	}
	if a, ok := accents[name[min(1, len(name)):]]; ok && name[0] < 0x80 {
		return norm.NFC.String(name[:1] + string(a))
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var out []rune
		for ; len(hex) > 0; hex = hex[4:] {
			n, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return ""
			}
			out = append(out, rune(n))
		}
		return string(out)
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil {
			return string(rune(n))
		}
	}
	if strings.Contains(name, "_") {
		var out strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			out.WriteString(glyphText(part))
		}
		return out.String()
	}
	return ""
}

// encodings are the base encodings of simple fonts by their names.
var encodings = map[string]*[256]string{
	"WinAnsiEncoding":  table(charmap.Windows1252),
	"MacRomanEncoding": table(charmap.Macintosh),
	"StandardEncoding": standardEncoding(),
}

var cp1251 = table(charmap.Windows1251)

// t2a is TeX's Cyrillic encoding, known as T2A.
var t2a = func() *[256]string {
	t := *cp1251
	for i, r := range []rune("ҐҒЂЋҺҖҘЉЇҚҠҜӔҢҤЅӨҪЎҮҰҲЏҸҶЄӘЊЁ№¤§ґғђћһҗҙљїқҡҝӕңҥѕөҫўүұҳџҹҷєәњё„«»") {
		t[0x80+i] = string(r)
	}
	for c, s := range map[int]string{0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—", 0x1b: "ff", 0x1c: "fi", 0x1d: "fl", 0x1e: "ffi", 0x1f: "ffl", 0x7f: "-"} {
		t[c] = s
	}
	return &t
}()

func table(m *charmap.Charmap) *[256]string {
	var t [256]string
	for c := 32; c < 256; c++ {
		if r := m.DecodeByte(byte(c)); r != 0xfffd && (r < 0x7f || r > 0x9f) {
			t[c] = string(r)
		}
	}
	return &t
}

func standardEncoding() *[256]string {
	var t [256]string
	for c := 32; c < 127; c++ {
		t[c] = string(rune(c))
	}
	t['\''], t['`'] = "’", "‘"
	for i, r := range []rune("¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ") {
		t[0xa1+i] = string(r)
	}
	for c, r := range map[int]string{0xb1: "–", 0xb2: "†", 0xb3: "‡", 0xb4: "·", 0xb6: "¶", 0xb7: "•", 0xb8: "‚", 0xb9: "„", 0xba: "”",
		0xbb: "»", 0xbc: "…", 0xbd: "‰", 0xbf: "¿", 0xd0: "—", 0xe1: "Æ", 0xe3: "ª", 0xe8: "Ł", 0xe9: "Ø", 0xea: "Œ", 0xeb: "º",
		0xf1: "æ", 0xf5: "ı", 0xf8: "ł", 0xf9: "ø", 0xfa: "œ", 0xfb: "ß"} {
		t[c] = r
	}
	return &t
}
