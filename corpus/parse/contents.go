package parse

import (
	"strings"
	"unicode"
)

// contentsWords are the headings of tables of contents.
var contentsWords = []string{"оглавление", "содержание", "мазмұны", "мазмұн", "contents"}

func isContentsWord(s string) bool {
	s = strings.Trim(s, " .:*\u00a0")
	for _, w := range contentsWords {
		if rest, ok := cutWord(s, w); ok && rest == "" {
			return true
		}
	}
	return false
}

// markContents finds tables of contents: a run of headings without text
// between them, which all come again later. Its first heading's second
// occurrence is where the act begins.
func (p *parser) markContents() {
	n, words := len(p.paras), 0
	for i := 0; i < n; i++ {
		l := &p.paras[i]
		switch {
		case isContentsWord(l.Text):
			hi := p.contentsEnd(i + 1)
			if words++; words < 20 && p.isText(i+1, hi) {
				hi = i + 1
			}
			p.claimContents(i, hi)
			i = hi - 1
		case l.label.heading() && !l.label.weak:
			if hi := p.contentsEnd(i); hi-i >= 4 && p.repeats(i, hi) {
				p.claimContents(i, hi)
			}
			// What follows the first heading is the act itself; only a word
			// («Оглавление») can announce a table of contents later on.
			i = p.nextContentsWord(i) - 1
		}
	}
}

// isText reports whether the run that seems a table of contents is the act
// itself: the word stands there, but the entries were left out, as portals do
// that make a table of their own. No heading of such a run comes again.
func (p *parser) isText(lo, hi int) bool {
	entries := map[string]bool{}
	headings := false
	for i := lo; i < hi; i++ {
		l := &p.paras[i]
		if l.Style.Link || hasPageNumber(l.Text) {
			return false
		}
		headings = headings || l.label.heading() && !l.label.roman
		entries[entryKey(l.Text)] = true
	}
	if !headings || hi == len(p.paras) {
		return false
	}
	for i := hi; i < len(p.paras); i++ {
		if entries[entryKey(p.paras[i].Text)] {
			return false
		}
	}
	return true
}

func (p *parser) nextContentsWord(i int) int {
	for i++; i < len(p.paras) && !isContentsWord(p.paras[i].Text); i++ {
	}
	return i
}

func (p *parser) claimContents(lo, hi int) {
	for i := lo; i < hi; i++ {
		p.paras[i].role = contents
	}
	p.paras[lo].first = true
}

// contentsEnd returns the end of the table of contents whose entries begin at
// lo: where an entry comes again, or no entry follows.
func (p *parser) contentsEnd(lo int) int {
	seen := map[string]bool{}
	hi := lo
	for i := lo; i < len(p.paras); i++ {
		l := &p.paras[i]
		key := entryKey(l.Text)
		switch {
		case seen[key]:
			// Chapters that the table leaves out, right above the first article.
			for hi > lo+1 && hi == i && p.paras[hi-1].label.heading() && p.paras[hi-1].label.kind < l.label.kind {
				hi, i = hi-1, i-1
			}
			return hi
		case l.label.heading(), l.Style.Link, hasPageNumber(l.Text), !l.label.none() && !ends(l.Text, ".;:") && runeLen(l.Text) < 150:
			seen[key] = true
			hi = i + 1
		case i-hi < 2 && runeLen(l.Text) < 150 && !ends(l.Text, ".;:") && l.Style.Heading == 0:
			// a wrapped entry, if entries go on after it
		default:
			return hi
		}
	}
	return hi
}

// entryKey folds an entry so that it equals the heading it stands for: no
// page number, no «(статьи 1 – 5)», no spaces, no case.
func entryKey(s string) string {
	for _, w := range []string{" (ст", " (Ст"} {
		if i := strings.LastIndex(s, w); i > 0 && strings.HasSuffix(s, ")") {
			s = s[:i]
		}
	}
	s = strings.TrimRight(s, "0123456789 .…\t\u00a0_")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return fold(r)
		}
		return -1
	}, s)
}

// hasPageNumber reports whether a line ends with a page number after dots, a
// tab or a wide gap.
func hasPageNumber(s string) bool {
	t := strings.TrimRight(s, "0123456789")
	if t == s || len(s)-len(t) > 3 {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(t, " "), "..") || strings.HasSuffix(t, "\t") || strings.HasSuffix(t, "   ") ||
		strings.HasSuffix(strings.TrimRight(t, " "), "…")
}

// repeats reports whether most headings of a run come again after it.
func (p *parser) repeats(lo, hi int) bool {
	want := map[string]bool{}
	for i := lo; i < hi; i++ {
		if l := &p.paras[i]; l.label.heading() {
			want[headingKey(l.label)] = true
		}
	}
	found := 0
	for i := hi; i < len(p.paras); i++ {
		if l := &p.paras[i]; l.label.heading() {
			if k := headingKey(l.label); want[k] {
				delete(want, k)
				found++
			}
		}
	}
	return found > 2 && found > len(want)
}

func headingKey(l label) string { return l.kind.String() + " " + l.num }
