package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	utf16 "golang.org/x/text/encoding/unicode"
)

// decode returns the text of bytes in any of the encodings that Russian and
// Kazakh files come in, and the name of the encoding. declared is what the
// file says of itself, or empty; it is believed unless the bytes contradict.
func decode(data []byte, declared string) (text, charset string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd"), "utf-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decoded(data[2:], littleEndian), "utf-16le"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decoded(data[2:], bigEndian), "utf-16be"
	}
	if e, ok := utf16Order(data); ok {
		if e == littleEndian {
			return decoded(data, e), "utf-16le"
		}
		return decoded(data, e), "utf-16be"
	}
	if utf8.Valid(data) {
		return string(data), "utf-8"
	}
	if e, err := htmlindex.Get(declared); err == nil && declared != "" {
		if name, _ := htmlindex.Name(e); name != "utf-8" {
			return decoded(data, e), name
		}
	}
	// A UTF-8 text with a few broken bytes is still UTF-8.
	if broken, letters := utf8Faults(data); letters > 20*broken {
		return strings.ToValidUTF8(string(data), "\ufffd"), "utf-8"
	}
	best, most := codePages[0], -1e18
	sample := data[:min(len(data), 1<<16)]
	for _, p := range codePages {
		if s := russian(decoded(sample, p.enc)); s > most {
			best, most = p, s
		}
	}
	return decoded(data, best.enc), best.name
}

var (
	littleEndian = utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	bigEndian    = utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
)

// codePages are the one-byte encodings of Russian, the commonest first.
var codePages = []struct {
	name string
	enc  encoding.Encoding
}{
	{"windows-1251", charmap.Windows1251},
	{"koi8-r", charmap.KOI8R},
	{"cp866", charmap.CodePage866},
	{"iso-8859-5", charmap.ISO8859_5},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic},
}

func decoded(data []byte, e encoding.Encoding) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(out)
}

// utf16Order tells UTF-16 without a mark by its high bytes: zero for ASCII,
// 4 for Cyrillic, nearly always on the same side.
func utf16Order(data []byte) (encoding.Encoding, bool) {
	if len(data) < 4 || len(data)%2 == 1 {
		return nil, false
	}
	sample := data[:min(len(data), 4096)&^1]
	var side [2]int
	for i, b := range sample {
		if b == 0 || b == 4 {
			side[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case side[1] > half*8/10 && side[0] < half/10:
		return littleEndian, true
	case side[0] > half*8/10 && side[1] < half/10:
		return bigEndian, true
	}
	return nil, false
}

// utf8Faults counts the bytes that are not UTF-8 and the characters of more
// than one byte that are.
func utf8Faults(data []byte) (broken, letters int) {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			letters++
		}
		data = data[n:]
	}
	return broken, letters
}

// often are the Russian letters from the commonest to the rarest (order of
// the National Corpus); a letter's worth falls with its place.
const often = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"

var worth = func() map[rune]float64 {
	m := map[rune]float64{}
	i := 0
	for _, r := range often {
		m[r] = 1 - float64(i)/20
		i++
	}
	return m
}()

// russian scores how much a text looks like Russian: common letters count for
// it, capitals after small letters and signs that no text has against it.
func russian(s string) float64 {
	score := 0.0
	var before rune
	for _, r := range s {
		low := unicode.ToLower(r)
		w, letter := worth[low]
		switch {
		case r < 0x80:
		case letter && r == low:
			score += w
		case letter && unicode.IsLower(before):
			score -= 2
		case letter:
			score += w / 2
		case strings.ContainsRune("«»№–—“”„…\u00a0§°", r):
		case unicode.IsLetter(r):
			score--
		default:
			score -= 1.5
		}
		before = r
	}
	return score
}
