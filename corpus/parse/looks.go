package parse

import (
	"strings"

	"svod/corpus"
)

// levels are the kinds that headings without words of law become, outermost
// first.
var levels = []corpus.Kind{corpus.KindSection, corpus.KindSubsection, corpus.KindChapter, corpus.KindParagraph}

// markLooks finds headings that only their look tells: in reports all that is
// set like one (report.go), and so in charters and rules without articles; in acts those that the format marks, and «1. Общие
// положения» over «1.1. …» where there are no articles.
func (p *parser) markLooks() {
	if p.report || p.articles == 0 && !p.commands() {
		p.markReport()
		return
	}
	level, start := p.formalLevels()
	inAppendix, structured, inArticle := false, false, false
	for i := range p.paras {
		l := &p.paras[i]
		switch l.role {
		case caption:
			inAppendix, inArticle = true, false
		case heading:
			structured = true
			inArticle = inArticle || l.label.kind == corpus.KindArticle
		}
		if l.Table > 0 || l.role != plain && l.role != numbered {
			continue
		}
		switch {
		case l.role == plain && l.Style.Heading > 0 && p.namesAbove(i):
		case l.role == plain && l.Style.Heading > 0:
			if h := min(l.Style.Heading, 6); h >= start && (structured || inAppendix) && !isCaptionLike(l.Text) {
				p.makeHeading(l, levels[level[h]])
			}
		case inArticle || p.articles > 0 && !inAppendix:
		case l.role == numbered && l.label.kind == corpus.KindClause:
			if short(l.label.rest) && !ends(l.Text, ":,") && (l.Style.Bold && l.Style.Heading == 0 || p.decimals(i) || l.Style.Heading > 0 && allCaps(l.label.rest)) {
				p.makeHeading(l, levels[min(len(l.label.value)-1, 3)])
			}
		}
	}
}

// namesAbove reports whether line i is the title of the number above it, or its
// next line: Word documents mark «Глава 1» and what is below it as headings of
// one level.
func (p *parser) namesAbove(i int) bool {
	t := &p.paras[i]
	h := i - 1
	for h > 0 && i-h < 4 && p.paras[h].role == plain && p.paras[h].Style.Heading == t.Style.Heading {
		h--
	}
	if h < 0 || p.paras[h].role != heading || p.paras[h].label.num == "" || p.paras[h].Style.Heading != t.Style.Heading {
		return false
	}
	have := p.paras[i-1].Text
	if h == i-1 {
		have = p.paras[h].label.rest
	}
	return have == "" && p.opensTitle(&p.paras[h], i) || have != "" && (wraps(&p.paras[h], have, t) || p.fills(&p.paras[h], i))
}

// commands reports whether the document orders anything: «ПРИКАЗЫВАЮ:». The
// numbers of its paragraphs are those of its orders then.
func (p *parser) commands() bool {
	for i := range p.paras[:min(len(p.paras), 60)] {
		if l := &p.paras[i]; l.Table == 0 && l.role != quoted && decrees.MatchString(l.Text) {
			return true
		}
	}
	return false
}

// formalLevels maps the levels of headings that the format marks to levels of
// the tree, without gaps; start is the first that is not the document's title.
func (p *parser) formalLevels() (level [7]int, start int) {
	var used [7]bool
	for i := range p.paras {
		if l := &p.paras[i]; l.role == plain || l.role == numbered && p.report {
			used[min(l.Style.Heading, 6)] = true
		}
	}
	n := 0
	start = 1
	if p.single(1) {
		start = 2 // the title
	}
	for h := start; h < 7; h++ {
		level[h] = min(n, len(levels)-1)
		if used[h] {
			n++
		}
	}
	return level, start
}

func (p *parser) makeHeading(l *para, kind corpus.Kind) {
	l.role = heading
	if l.label.none() {
		l.label.rest = l.Text
	}
	l.label.kind = kind
}

// single reports whether the document has one heading of a level only, before
// all others: its title.
func (p *parser) single(h int) bool {
	n := 0
	for i := range p.paras {
		switch g := p.paras[i].Style.Heading; {
		case g == h:
			n++
		case g > 0 && n == 0 && p.paras[i].role != contents:
			return false
		}
	}
	return n == 1
}

func short(s string) bool { return s != "" && runeLen(s) < 120 && !ends(s, ".;") }

// decimals reports whether «1.1.» is the next number after «1.» on line i.
func (p *parser) decimals(i int) bool {
	for j := i + 1; j < len(p.paras) && j < i+6; j++ {
		l := &p.paras[j]
		if l.role == numbered {
			v, w := l.label.value, p.paras[i].label.value
			return l.label.kind == corpus.KindClause && len(v) == len(w)+1 && len(w) > 0 && v[0] == w[0] && strings.Contains(l.label.num, ".")
		}
	}
	return false
}
