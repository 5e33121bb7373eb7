package parse

import (
	"strings"

	"svod/corpus"
)

// markTitles gives headings the lines that go on with them: the title under
// «ГЛАВА 1», the second line of a title that was broken in two.
func (p *parser) markTitles() {
	for i := 0; i < len(p.paras); i++ {
		l := &p.paras[i]
		if l.role != heading || p.textual(l) {
			continue
		}
		have := l.label.rest
		j := i + 1
		for ; j < len(p.paras) && j <= i+4; j++ {
			t := &p.paras[j]
			if t.role != plain || t.Table > 0 || !(have == "" && p.opensTitle(l, j) || have != "" && (wraps(l, have, t) || p.fills(l, j))) {
				break
			}
			t.role = title
			have = t.Text
		}
		i = j - 1
	}
}

// opensTitle reports whether line j is the title of a heading that has only a
// number.
func (p *parser) opensTitle(h *para, j int) bool {
	t := &p.paras[j]
	if runeLen(t.Text) > 300 || startsLower(t.Text) {
		return false
	}
	styled := t.Style.Bold && h.Style.Bold || t.Style.Heading > 0 || t.Style.Centred && h.Style.Centred
	if allCaps(t.Text) || styled && !h.plainStyle() {
		return true
	}
	if ends(t.Text, ".;:,") {
		return false
	}
	return h.label.kind != corpus.KindArticle || runeLen(t.Text) < 160
}

// fills reports whether line j stands alone between the title of a chapter
// and the next heading, where only more of the title can stand.
func (p *parser) fills(h *para, j int) bool {
	s := p.paras[j].Text
	return h.label.kind < corpus.KindArticle && j+1 < len(p.paras) && p.paras[j+1].role == heading && p.paras[j+1].label.kind > h.label.kind &&
		runeLen(s) < 160 && startsUpper(s) && !ends(s, ".;:,")
}

func (l *para) plainStyle() bool { return !l.Style.Bold && !l.Style.Centred && l.Style.Heading == 0 }

// wraps reports whether line t goes on with the title that ends with have.
func wraps(h *para, have string, t *para) bool {
	if runeLen(t.Text) > 160 || ends(have, ".;:") && !strings.HasSuffix(have, " г.") {
		return false
	}
	alike := t.Style.Bold == h.Style.Bold && t.Style.Centred == h.Style.Centred && t.Style.Heading == h.Style.Heading
	if allCaps(have) && allCaps(t.Text) && alike {
		return true
	}
	if !alike || ends(t.Text, ".;:") {
		return false
	}
	if startsLower(t.Text) && !isDash(firstRune(t.Text)) {
		return true
	}
	return h.Style.Bold && t.Style.Bold && runeLen(have) > 40
}

// textual reports whether what follows the number of an article is its text
// and no title, as in the Constitution of Belarus: it ends as sentences do.
func (p *parser) textual(l *para) bool {
	if l.label.kind != corpus.KindArticle || l.label.rest == "" {
		return false
	}
	return ends(l.label.rest, ".:;") && (p.sentences() || ends(l.label.rest, ":;") || runeLen(l.label.rest) > 300)
}

// sentences reports whether most articles of the document have text in their
// first line.
func (p *parser) sentences() bool {
	if p.sentence == 0 {
		p.sentence = -1
		all, yes := 0, 0
		for i := range p.paras {
			if l := &p.paras[i]; l.role == heading && l.label.kind == corpus.KindArticle && l.label.rest != "" && !isRepealed(l.label.rest) {
				all++
				if ends(l.label.rest, ".:;") {
					yes++
				}
			}
		}
		if yes*2 > all {
			p.sentence = 1
		}
	}
	return p.sentence > 0
}
