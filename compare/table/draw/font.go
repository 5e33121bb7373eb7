package draw

import (
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// family names the font for programs that draw SVG: Liberation Sans is as
// wide as Arial, letter by letter, so that measured texts fit there too.
const family = "Liberation Sans, Arial, Helvetica, sans-serif"

var regular, bold = sync.OnceValue(load(liberationsansregular.TTF)), sync.OnceValue(load(liberationsansbold.TTF))

func load(ttf []byte) func() *sfnt.Font {
	return func() *sfnt.Font {
		f, err := sfnt.Parse(ttf)
		if err != nil { // the font comes with the program
			panic(err)
		}
		return f
	}
}

func face(isBold bool) *sfnt.Font {
	if isBold {
		return bold()
	}
	return regular()
}

// advances holds the widths of letters, of a font 1 unit high.
var advances sync.Map // of letter: [2]float64

func advance(r rune, isBold bool) float64 {
	k := 0
	if isBold {
		k = 1
	}
	if w, ok := advances.Load(r); ok {
		return w.([2]float64)[k]
	}
	var w [2]float64
	var buf sfnt.Buffer
	const em = 1000
	for i, f := range []*sfnt.Font{regular(), bold()} {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil {
			continue
		}
		if a, err := f.GlyphAdvance(&buf, g, fixed.I(em), font.HintingNone); err == nil {
			w[i] = float64(a) / 64 / em
		}
	}
	advances.Store(r, w)
	return w[k]
}

// Width returns how wide a text is.
func Width(s string, size float64, isBold bool) float64 {
	w := 0.0
	for _, r := range s {
		w += advance(r, isBold)
	}
	return w * size
}

// Wrap breaks a text into lines no wider than width: at spaces, behind
// hyphens, and within words where nothing else helps. Beyond most lines it
// ends with «…».
func Wrap(s string, size float64, isBold bool, width float64, most int) []string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if cut := 400; len(s) > 4*cut { // nobody reads more on a picture
		if r := []rune(s); len(r) > cut {
			s = string(r[:cut]) + "…"
		}
	}
	var lines []string
	line := ""
	fits := func(s string) bool { return Width(strings.TrimRight(s, " "), size, isBold) <= width }
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line = ""
	}
	for para := range strings.SplitSeq(s, "\n") {
		for _, piece := range pieces(para) {
			if line != "" && !fits(line+piece) {
				flush()
			}
			for !fits(line+piece) && len([]rune(piece)) > 1 {
				at := tear(piece, func(s string) bool { return fits(s + "-") })
				line = piece[:at]
				if last := line[len(line)-1]; last != '-' {
					line += "-"
				}
				flush()
				piece = piece[at:]
			}
			line += piece
		}
		if strings.TrimSpace(line) != "" {
			flush()
		}
		line = ""
	}
	if most > 0 && len(lines) > most {
		last := []rune(strings.TrimRight(lines[most-1], " ,;–-"))
		for len(last) > 1 && !fits(string(last)+"…") {
			last = last[:len(last)-1]
		}
		lines = append(lines[:most-1], strings.TrimRight(string(last), " ")+"…")
	}
	return lines
}

// pieces cuts a text at the places where lines may break: not behind words of
// one or two letters, as «о» and «на», which go with the next.
func pieces(s string) []string {
	var out []string
	from, letters := 0, 0
	for i, r := range s {
		end := i + len(string(r))
		switch {
		case (r == ' ' || r == '\t') && (letters > 2 || letters == 0), r == '-', r == '–', r == '/':
			out = append(out, s[from:end])
			from = end
			fallthrough
		case r == ' ':
			letters = 0
		default:
			letters++
		}
	}
	return append(out, s[from:])
}

// tear returns where a word may be torn so that its beginning fits: where both
// sides have a vowel, if there is such a place.
func tear(word string, fits func(string) bool) int {
	best, soft := 0, 0
	runes := []rune(word)
	at := 0
	for i, r := range runes {
		if i > 0 {
			if !fits(word[:at]) && best > 0 {
				break
			}
			best = at
			if hasVowel(runes[:i]) && hasVowel(runes[i:]) && i > 1 && len(runes)-i > 1 && unicode.IsLetter(r) && !strings.ContainsRune("ьъйЬЪЙ", r) {
				soft = at
			}
		}
		at += len(string(r))
	}
	if soft > 0 {
		return soft
	}
	return best
}

func hasVowel(rs []rune) bool {
	for _, r := range rs {
		if strings.ContainsRune("аеёиоуыэюяәөұүіaeiouy", unicode.ToLower(r)) {
			return true
		}
	}
	return false
}
