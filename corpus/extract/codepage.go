package extract

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// A codePage is a one-byte encoding of Russian with what each byte says for or
// against a text being in it.
type codePage struct {
	name string
	enc  *charmap.Charmap

	worth [256]float32
	class [256]letterClass
}

type letterClass uint8

const (
	noLetter letterClass = iota
	small
	capital
	foreignLetter // neither Latin of ASCII nor Russian
)

// codePages are told apart by how common their letters are in Russian, the
// commonest page first. chardet was measured as well: it knows neither cp866
// nor Macintosh texts.
var codePages = sync.OnceValue(func() []*codePage {
	pages := []*codePage{
		{name: "windows-1251", enc: charmap.Windows1251},
		{name: "koi8-r", enc: charmap.KOI8R},
		{name: "cp866", enc: charmap.CodePage866},
		{name: "iso-8859-5", enc: charmap.ISO8859_5},
		{name: "x-mac-cyrillic", enc: charmap.MacintoshCyrillic},
	}
	for _, p := range pages {
		for i := range 256 {
			p.worth[i], p.class[i] = weigh(p.enc.DecodeByte(byte(i)))
		}
	}
	return pages
})

// often are the Russian letters from the commonest to the rarest; a letter's
// worth falls with its place, that of the last ones is below nothing.
const often = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"

// weigh says what a character is worth to a Russian text.
func weigh(r rune) (float32, letterClass) {
	low := unicode.ToLower(r)
	place := strings.IndexRune(often, low) / 2
	switch {
	case r < 0x80:
		return 0, noLetter
	case strings.ContainsRune(often, low) && low == r:
		return 1 - float32(place)/20, small
	case strings.ContainsRune(often, low):
		return 0.9 * (1 - float32(place)/20), capital
	case strings.ContainsRune("«»№–—“”„…’\u00a0§°", r):
		return 0, noLetter
	case unicode.IsLetter(r):
		return -1, foreignLetter
	}
	return -1.5, noLetter
}

// score says how much bytes look like Russian in this code page. A capital
// behind a small letter is against it: in KOI8 small and capital letters stand
// where Windows has them the other way round.
func (p *codePage) score(data []byte) float32 {
	var sum float32
	before := noLetter
	for _, b := range data {
		c := p.class[b]
		if c == capital && before == small {
			sum -= 2
		} else {
			sum += p.worth[b]
		}
		before = c
	}
	return sum
}

// western is the encoding of texts in the languages of Western Europe.
var western = &codePage{name: "windows-1252", enc: charmap.Windows1252}

// codePageOf returns the code page that bytes are most likely in.
func codePageOf(data []byte) *codePage {
	best := codePages()[0]
	most := best.score(data)
	for _, p := range codePages()[1:] {
		if s := p.score(data); s > most {
			best, most = p, s
		}
	}
	if isWestern(data) {
		return western
	}
	return best
}

// isWestern tells a text whose letters above ASCII stand alone among Latin
// ones, as in «Zürich» or «l’année», from one with words of Cyrillic.
func isWestern(data []byte) bool {
	ascii, pairs := 0, 0
	for i, b := range data {
		if b|0x20 >= 'a' && b|0x20 <= 'z' {
			ascii++
		}
		if b >= 0xc0 && i > 0 && data[i-1] >= 0xc0 {
			pairs++
		}
	}
	return ascii > 200*pairs && ascii > 20
}

// contradicts tells whether bytes are clearly Russian in another encoding than
// the declared one: many servers declare one for all of their pages.
func contradicts(data []byte, declared encoding.Encoding) bool {
	page, ok := declared.(*charmap.Charmap)
	if !ok {
		return false
	}
	best := codePageOf(data)
	if best == western || best.enc == page {
		return false
	}
	most := best.score(data)
	for _, p := range codePages() {
		if p.enc == page {
			return most > 2*p.score(data)+20
		}
	}
	switch page {
	case charmap.KOI8U, charmap.CodePage855, charmap.Windows1253, charmap.ISO8859_7:
		return false // languages that we don't weigh
	}
	return most > 20
}
