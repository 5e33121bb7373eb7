package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A text layer may be gibberish while the page looks well: the font says wrong
// letters, or the file was recognised in another language. Each font is judged
// by the pairs of letters in its words (pdf_bigram.go). If a simple rule turns
// its gibberish into words, it is mended and a warning says so:
//
//	a shift          «M]heh\guc» is «Уголовный» 0x3d6 places below
//	two rows in one  «A"8H» is «Пакт» in a font whose places hold АаБбВв…
//	a code page      «Ïðîåêò» is «Проект» in cp1251 read as cp1252
//	UTF-8            «РџСЂРѕРµРєС‚» is «Проект» in UTF-8 read as cp1251
//
// All else is left, and pages that hold mostly gibberish are recognised anew.

// In documents of all kinds at least 73 of a hundred pairs are common ones, in
// English with program text 62; in the worst gibberish, a Russian page that was
// recognised as English, 49.
const (
	wordy     = 0.55 // below, it is gibberish
	wordyPage = 0.68 // above, a mended text is believed
	enough    = 40   // pairs needed to judge
)

// A reading tells what a sign stands for; glyphs of which it can't tell stay.
type reading func(rune) (rune, bool)

// A fontText is what a font shows in the document.
type fontText struct {
	font   *pdfFont
	glyphs []*glyph
	starts []bool // the glyph begins a word
}

// repairText mends fonts that say wrong letters, and marks the pages whose text
// is gibberish all the same.
func (r *pdfReading) repairText() {
	fonts := r.fontTexts()
	mended := map[*pdfFont]bool{}
	mend := func(rule reading) {
		for _, s := range fonts {
			if !mended[s.font] && s.fits(rule) {
				s.mend(rule)
				mended[s.font] = true
			}
		}
	}
	// Usually all fonts have one fault. Those that show little, or capitals only,
	// are judged together with the others.
	if rule := together(fonts).rule(); rule != nil {
		mend(rule)
	}
	for _, s := range fonts {
		if mended[s.font] {
			continue
		}
		if rule := s.rule(); rule != nil {
			mend(rule)
		}
	}
	r.repairUTF8(fonts, mended)
	var pages []int
	for _, p := range r.pages {
		if slices.ContainsFunc(p.glyphs, func(g glyph) bool { return mended[g.font] && !g.blank() }) {
			pages = append(pages, p.number)
		}
		p.garbage = p.gibberish()
	}
	if len(pages) > 0 {
		r.warn("text-repaired", 0, pageRanges(pages)...)
	}
}

// fontTexts gathers what each font shows, in the order of the document.
func (r *pdfReading) fontTexts() []*fontText {
	var all []*fontText
	of := map[*pdfFont]*fontText{}
	for _, p := range r.pages {
		var last *glyph
		for i := range p.glyphs {
			g := &p.glyphs[i]
			if g.font == nil || g.blank() && g.font.numbers[g.code] == 0 {
				last = nil
				continue
			}
			s := of[g.font]
			if s == nil {
				s = &fontText{font: g.font}
				of[g.font] = s
				all = append(all, s)
			}
			next := last != nil && last.font == g.font && last.turn == g.turn && last.v == g.v && g.u-last.end < 0.15*g.size && g.u-last.end > -g.size
			s.glyphs = append(s.glyphs, g)
			s.starts = append(s.starts, !next)
			last = g
		}
	}
	return all
}

// together is what all fonts show that need a rule.
func together(fonts []*fontText) *fontText {
	all := &fontText{}
	for _, s := range fonts {
		if s.wanting() {
			all.glyphs = append(all.glyphs, s.glyphs[:min(len(s.glyphs), maxSample)]...)
			all.starts = append(all.starts, s.starts[:min(len(s.starts), maxSample)]...)
		}
	}
	return all
}

// wanting reports whether what the font shows is gibberish.
func (s *fontText) wanting() bool {
	share, n := s.pairs(nil).score(asIs)
	return n >= enough && share < wordy || n < enough && s.numbered()
}

// sign is the rune to interpret: the number in the glyph's name, if it has one.
func (g *glyph) sign() rune {
	if n := g.font.numbers[g.code]; n > 0 {
		return n
	}
	r, _ := utf8.DecodeRuneInString(g.text)
	return r
}

// maxSample is how many glyphs of a font are looked at.
const maxSample = 1 << 13

// pairs counts the pairs in what the font shows, as a rule reads it.
func (s *fontText) pairs(rule reading) pairs {
	p := pairs{}
	var word strings.Builder
	for i, g := range s.glyphs[:min(len(s.glyphs), maxSample)] {
		if s.starts[i] {
			p.add(word.String())
			word.Reset()
		}
		if rule == nil {
			word.WriteString(g.text)
		} else if r, ok := rule(g.sign()); ok {
			word.WriteRune(r)
		} else {
			word.WriteString(g.text)
		}
	}
	p.add(word.String())
	return p
}

// numbered reports whether the font only gives numbers of glyphs.
func (s *fontText) numbered() bool {
	n := 0
	for _, g := range s.glyphs {
		n += count(g.font.numbers[g.code] > 0)
	}
	return n*2 > len(s.glyphs)
}

// rule finds the rule by which the font's gibberish becomes words, nil if it is
// no gibberish or none does it.
func (s *fontText) rule() reading {
	if !s.wanting() {
		return nil
	}
	var best reading
	most := wordyPage
	for _, rule := range slices.Concat(s.shifts(), []reading{twoRows}, misreadings) {
		if share, n := s.pairs(rule).score(asIs); n >= enough && share > most && s.cyrillic(rule) {
			most, best = share, rule
		}
	}
	return best
}

// cyrillic reports whether most of what a rule reads are Cyrillic letters.
func (s *fontText) cyrillic(rule reading) bool {
	letters, n := 0, 0
	for _, g := range s.glyphs[:min(len(s.glyphs), maxSample)] {
		r, ok := rule(g.sign())
		n += count(!ok || !unicode.IsDigit(r))
		letters += count(ok && unicode.Is(unicode.Cyrillic, r))
	}
	return letters*4 > n*3
}

// fits reports whether a rule found for another font mends this one too.
func (s *fontText) fits(rule reading) bool {
	before, n := s.pairs(nil).score(asIs)
	if n > 0 && before >= wordy || n == 0 && !s.numbered() {
		return false
	}
	after, m := s.pairs(rule).score(asIs)
	return s.numbered() || m >= 5 && after >= wordyPage && s.cyrillic(rule)
}

func (s *fontText) mend(rule reading) {
	for _, g := range s.glyphs {
		if r, ok := rule(g.sign()); ok {
			g.text = string(r)
		}
	}
}

// shifts are the rules by which the commonest signs of the font become the
// commonest letters.
func (s *fontText) shifts() []reading {
	often := map[rune]int{}
	for _, g := range s.glyphs {
		often[g.sign()]++
	}
	signs := make([]rune, 0, len(often))
	for r := range often {
		signs = append(signs, r)
	}
	slices.SortFunc(signs, func(a, b rune) int {
		if often[a] != often[b] {
			return often[b] - often[a]
		}
		return int(a - b)
	})
	var rules []reading
	numbers := s.numbered()
	seen := map[rune]bool{0: true}
	for _, r := range signs[:min(3, len(signs))] {
		for _, letter := range "оеаинтсрлыОЕАИНТ" {
			if by := letter - r; !seen[by] {
				seen[by] = true
				rules = append(rules, shift(by, numbers))
			}
		}
	}
	return rules
}

// shift moves signs to the Cyrillic alphabet. What lies below it are signs and
// figures: numbers of glyphs begin with the space as number 3.
func shift(by rune, numbers bool) reading {
	return func(r rune) (rune, bool) {
		switch s := r + by; {
		case 'А' <= s && s <= 'я':
			return s, true
		case (numbers || r < ' ') && 3 <= r && r <= '~'-29:
			return r + 29, true
		}
		return r, false
	}
}

// twoRows reads fonts of WordPerfect, which hold АаБбВв… from the exclamation
// mark on. The places of Ё and ё are those of the hyphen and the full stop, which
// are likelier.
func twoRows(r rune) (rune, bool) {
	if r == '-' || r == '.' {
		return r, false
	}
	const alphabet = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя"
	if i := int(r-'!') * 2; i >= 0 && i < len(alphabet) {
		s, _ := utf8.DecodeRuneInString(alphabet[i:])
		return s, true
	}
	return r, false
}

// misreadings are the rules for text in one code page that was read as another.
var misreadings = func() []reading {
	var rules []reading
	for _, from := range []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Macintosh, charmap.Windows1251, charmap.KOI8R} {
		for _, to := range []*charmap.Charmap{charmap.Windows1251, charmap.KOI8R, charmap.CodePage866, charmap.MacintoshCyrillic} {
			if from == to {
				continue
			}
			rules = append(rules, func(r rune) (rune, bool) {
				b, ok := from.EncodeRune(r)
				if !ok || b < 0x80 {
					return r, false
				}
				s := to.DecodeByte(b)
				return s, s != utf8.RuneError
			})
		}
	}
	return rules
}()

// repairUTF8 joins the glyphs of letters whose two bytes were shown as two.
func (r *pdfReading) repairUTF8(fonts []*fontText, mended map[*pdfFont]bool) {
	joined := false
	for _, s := range fonts {
		if share, n := s.pairs(nil).score(asIs); mended[s.font] || n < enough || share >= wordy {
			continue
		}
		for _, page := range []*charmap.Charmap{charmap.Windows1251, charmap.Windows1252} {
			if s.joinUTF8(page) {
				mended[s.font], joined = true, true
				break
			}
		}
	}
	if !joined {
		return
	}
	for _, p := range r.pages {
		p.glyphs = slices.DeleteFunc(p.glyphs, func(g glyph) bool { return g.text == taken })
	}
}

// taken marks the glyph of a letter's second byte.
const taken = "\x00"

// joinUTF8 joins pairs of glyphs if most of them make Cyrillic letters.
func (s *fontText) joinUTF8(page *charmap.Charmap) bool {
	letter := func(i int) rune {
		if i+1 >= len(s.glyphs) {
			return 0
		}
		a, ok1 := byteOf(page, s.glyphs[i].sign())
		b, ok2 := byteOf(page, s.glyphs[i+1].sign())
		r, n := utf8.DecodeRune([]byte{a, b})
		if !ok1 || !ok2 || n != 2 || !unicode.Is(unicode.Cyrillic, r) {
			return 0
		}
		return r
	}
	pairs, n := 0, 0
	for i := 0; i < len(s.glyphs); i++ {
		n++
		if letter(i) != 0 {
			pairs++
			i++
		}
	}
	if pairs*2 < n {
		return false
	}
	for i := 0; i < len(s.glyphs); i++ {
		if r := letter(i); r != 0 {
			a, b := s.glyphs[i], s.glyphs[i+1]
			a.text, a.end, b.text = string(r), b.end, taken
			i++
		}
	}
	return true
}

// byteOf is the byte of a rune in a code page; its unused places are bytes too.
func byteOf(page *charmap.Charmap, r rune) (byte, bool) {
	if r < 0x100 && r >= 0x80 {
		return byte(r), true
	}
	return page.EncodeRune(r)
}

// gibberish reports whether most of the page's text is no words.
func (p *pdfPage) gibberish() bool {
	words, unknown, n := pairs{}, 0, 0
	var word strings.Builder
	for i := range p.glyphs {
		g := &p.glyphs[i]
		if !g.blank() {
			n++
			unknown += count(!legible(g.text))
		}
		if i > 0 {
			if last := &p.glyphs[i-1]; g.blank() || last.v != g.v || g.u-last.end > 0.15*g.size || g.u < last.u {
				words.add(word.String())
				word.Reset()
			}
		}
		word.WriteString(trim(g.text))
	}
	words.add(word.String())
	share, k := words.score(asIs)
	return n >= enough && unknown*5 > n || k >= enough && share < wordy
}

// glyphNumber is the number in a glyph's name that says nothing else: G4A, g74.
func glyphNumber(name string) rune {
	name, _, _ = strings.Cut(name, ".")
	digits := strings.TrimLeftFunc(name, unicode.IsLetter)
	base := 10
	if len(name) == 3 && name[0] == 'G' {
		digits, base = name[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 16)
	if err != nil {
		return 0
	}
	return rune(n)
}
