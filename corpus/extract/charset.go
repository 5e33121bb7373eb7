package extract

import (
	"bytes"
	"strings"
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
	sample := data[:min(len(data), 1<<16)]
	e, err := htmlindex.Get(declared)
	if name, _ := htmlindex.Name(e); err == nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") && !contradicts(sample, e) {
		if e == charmap.Windows1251 && isKazakh(data) {
			return kazakh(data), "kz-1048"
		}
		return decoded(data, e), name
	}
	// A UTF-8 text with a few broken bytes is still UTF-8.
	if broken, letters := utf8Faults(data); letters > 20*broken {
		return strings.ToValidUTF8(string(data), "\ufffd"), "utf-8"
	}
	p := codePageOf(sample)
	if p.enc == charmap.Windows1251 && isKazakh(data) {
		return kazakh(data), "kz-1048"
	}
	return decoded(data, p.enc), p.name
}

var (
	littleEndian = utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	bigEndian    = utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
)

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
