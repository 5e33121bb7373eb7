package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A wrappedPara is a paragraph put together from the lines raw[from:to] of a
// page that was set on a typewriter's grid.
type wrappedPara struct {
	text           string
	from, to       int
	centred, right bool
}

var (
	// gridLabel is the label a hanging title stands behind, letter-spaced or not.
	gridLabel = regexp.MustCompile(`^\s*(\S+|\S(?: \S)+)\s+[0-9IVXLCDM¹²³⁰-⁹-]+\.\s+`)
	gridItem  = regexp.MustCompile(`^([0-9]{1,3}|\p{L})[.)]\s`)
	spaced    = regexp.MustCompile(`(^|\s)\p{L} \p{L} \p{L}(\s|$)`)
	runs      = regexp.MustCompile(` {2,8}`)
)

// unwrap joins the lines of a page of fixed width into paragraphs. It goes by
// the indents: a paragraph starts further to the right than it goes on, a title
// hangs behind its label, headers stand at the right or in the middle.
func unwrap(raw []string) []wrappedPara {
	width, body := gridWidth(raw), gridIndent(raw)
	var out []wrappedPara
	for i, r := range raw {
		t := trim(r)
		if t == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].to == i && sameGridPara(raw, &out[n-1], i, width) {
			out[n-1].text, out[n-1].to = rejoin(out[n-1].text, t), i+1
			continue
		}
		p := wrappedPara{text: t, from: i, to: i + 1}
		in, end := indent(r), indent(r)+utf8.RuneCountInString(t)
		gap := width - end
		p.centred = in > body && in > 3 && gap >= 3 && in-gap <= 4 && gap-in <= 4
		p.right = !p.centred && in >= width/2-4 && gap <= 6
		out = append(out, p)
	}
	for i := range out {
		if p := &out[i]; p.to-p.from > 1 && !spaced.MatchString(p.text) {
			p.text = runs.ReplaceAllString(p.text, " ") // the words were spread to fill the line
		}
	}
	return out
}

// gridWidth is the width of the page: what the longest lines have in common,
// not the longest of all.
func gridWidth(raw []string) int {
	var have [200]int
	all := 0
	for _, r := range raw {
		if n := utf8.RuneCountInString(strings.TrimRight(r, " \t\u00a0")); 0 < n && n < len(have) {
			have[n]++
			all++
		}
	}
	over := 0
	for n := len(have) - 1; n > 0; n-- {
		if over += have[n]; over*100 > all {
			return n
		}
	}
	return 66
}

// gridIndent is the commonest indent of lines that have one: a paragraph's.
func gridIndent(raw []string) int {
	have, best := map[int]int{}, 0
	for _, r := range raw {
		if n := indent(r); n > 0 {
			if have[n]++; have[n] > have[best] || have[n] == have[best] && n < best {
				best = n
			}
		}
	}
	return best
}

// sameGridPara tells whether line i goes on with the paragraph that the line
// above it belongs to.
func sameGridPara(raw []string, p *wrappedPara, i, width int) bool {
	t, above := trim(raw[i]), raw[i-1]
	first, _ := utf8.DecodeRuneInString(t)
	last, _ := utf8.DecodeLastRuneInString(trim(above))
	in, start := indent(raw[i]), indent(raw[p.from])
	stopped := strings.ContainsRune(".;:!?", last)
	item := gridItem.MatchString(t)

	if open(p.text) && p.to-p.from < 40 {
		return true // «(В редакции федеральных законов от …; ⏎ от …)»
	}
	if l := gridLabel.FindString(raw[p.from]); l != "" {
		if col := utf8.RuneCountInString(l); in > start+2 && in >= col-2 && in <= col+2 {
			return true
		}
	}
	if p.centred && !stopped && in > 4 && gridLabel.MatchString(raw[p.from]+" ") && in+utf8.RuneCountInString(t)+in/2 < width+4 && !gridLabel.MatchString(raw[i]) {
		return true // «РАЗДЕЛ II. ПРАВО СОБСТВЕННОСТИ ⏎ И ДРУГИЕ ПРАВА»
	}
	if p.centred || p.right {
		return unicode.IsLower(first) && !stopped && in > 4
	}
	switch {
	case in > indent(above)+1:
		return unicode.IsLower(first) && !stopped && !item && in > start+8
	case in < start:
		return true
	case in > 1: // not less than the first line, whose indent opens a paragraph
		return unicode.IsLower(first) && !stopped && !item && full(above, t, width)
	}
	reached := full(above, t, width)
	return !item && unicode.IsLower(first) && (reached || !stopped) || !stopped && reached || reached && !item
}

// full tells whether the first word of the next line would not have fitted
// behind a line.
func full(above, next string, width int) bool {
	word, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(strings.TrimRight(above, " \t\u00a0"))+1+utf8.RuneCountInString(word) > width-2
}

// open tells whether a text that starts with a bracket hasn't closed it yet.
func open(s string) bool {
	return strings.HasPrefix(s, "(") && strings.Count(s, "(") > strings.Count(s, ")")
}
