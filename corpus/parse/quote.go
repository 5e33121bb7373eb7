package parse

import (
	"strings"

	"svod/corpus"
)

// An amending act quotes the new text of another: «изложить в следующей
// редакции: «Статья 5. …»». The quoted headings are not headings of the
// amending act; its lines stay as passages of the clause that quotes them.
//
// Where the quotes do not balance, or none were set, the end is where the
// amending act visibly goes on: see amend.go.

// longest is how many lines a quotation may have; a whole code is not quoted.
const longest = 1500

// leads are the words by which new text is announced.
var leads = []string{"редакции", "содержания", "словами", "изложить", "изложив", "дополнить", "дополнив", "мазмұндағы", "редакцияда", "жазылсын", "толықтырылсын", "ауыстырылсын"}

// leadsQuote reports whether a paragraph announces new text.
func leadsQuote(s string) bool {
	if !ends(s, ":") {
		return false
	}
	s = strings.ToLower(s)
	for _, w := range leads {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func isQuote(r rune) bool { return r == '«' || r == '"' || r == '“' || r == '„' }

// depth counts the quotes that a line leaves open. A straight quote opens
// before a letter and after a space, else it closes.
func depth(s string) int {
	d := 0
	prev := ' '
	if !strings.ContainsAny(s, "«»„“”\"") {
		return 0
	}
	rs := []rune(s)
	for i, r := range rs {
		switch r {
		case '«', '„', '“':
			d++
		case '»', '”':
			d--
		case '"':
			if (isSpace(prev) || prev == '(' || isQuote(prev)) && i+1 < len(rs) && !isSpace(rs[i+1]) {
				d++
			} else {
				d--
			}
		}
		prev = r
	}
	return d
}

// closesLine reports whether a line ends with a closing quote.
func closesLine(s string) bool {
	t := strings.TrimRight(s, ".;,: ")
	return strings.HasSuffix(t, "»") || strings.HasSuffix(t, "\"") || strings.HasSuffix(t, "”") || strings.HasSuffix(t, "“")
}

// markQuotes finds quoted new text. It comes before the passes that look for
// appendices and signatures, which may be quoted too.
func (p *parser) markQuotes() {
	p.depths = make([]int, len(p.paras))
	for i := range p.paras {
		p.depths[i] = depth(p.paras[i].Text)
	}
	amending := p.isAmending()
	for i := 0; i < len(p.paras); i++ {
		open, ok := p.opensQuote(i)
		if !ok {
			if amending && p.unquoted(i) {
				if hi := p.unquotedEnd(i); hi > i {
					p.problem(i+1, "quotes-missing")
					p.claimQuoted(i, hi)
					i = hi - 1
				}
			}
			continue
		}
		lo := i
		if open > 0 { // the quotation begins on the line that announces it
			lo++
		}
		hi, closed := p.quoteEnd(lo, open)
		if !closed {
			p.problem(i+1, "quotes-unbalanced")
		}
		p.claimQuoted(lo, hi)
		i = max(i, hi-1)
	}
}

// claimQuoted gives the lines of a quotation their role. Its tables stay tables.
func (p *parser) claimQuoted(lo, hi int) {
	for i := lo; i < hi; i++ {
		l := &p.paras[i]
		switch {
		case l.Table > 0:
			if l.role == plain {
				l.role = row
				l.first = i == 0 || p.paras[i-1].Table != l.Table || p.paras[i-1].role != row
			}
		case l.role == plain || l.role == note:
			if l.label.kind == corpus.KindArticle && !l.label.weak {
				p.articles--
			}
			l.role, l.label = quoted, label{}
		}
	}
}

// opensQuote reports whether new text is quoted from line i on, or from the
// next line on after open quotes of this one: «статью 5 изложить в следующей
// редакции: «Статья 5. …».
func (p *parser) opensQuote(i int) (open int, ok bool) {
	l := &p.paras[i]
	if l.role != plain || l.Table > 0 {
		return 0, false
	}
	if isQuote(firstRune(l.Text)) {
		inner := readLabel(strings.TrimLeft(l.Text, "«\"“„ "))
		return 0, !inner.none() || i > 0 && leadsQuote(p.paras[i-1].Text)
	}
	if p.depths[i] <= 0 || i+1 == len(p.paras) {
		return 0, false
	}
	at := strings.Index(l.Text, ": «")
	if at < 0 {
		at = strings.Index(l.Text, ": \"")
	}
	return p.depths[i], at > 0 && leadsQuote(l.Text[:at+1])
}

// quoteEnd returns the end of the quotation whose first whole line is lo, with
// open quotes before it.
func (p *parser) quoteEnd(lo, open int) (hi int, closed bool) {
	outer := p.outerLabels(lo)
	d, limit := open, min(len(p.paras), lo+longest)
	fallback := -1
	for i := lo; i < limit; i++ {
		l := &p.paras[i]
		if p.effort++; p.effort > 40*len(p.paras)+10*longest {
			limit = min(limit, i+1) // thousands of quotes, and none closes
		}
		if i > lo {
			if l.role == contents || p.signsAct(i) {
				limit = i
				break
			}
			if isQuote(firstRune(l.Text)) && leadsQuote(p.paras[i-1].Text) && !p.paras[i-1].label.heading() {
				limit = i - 1 // the next quotation: this one was not closed
				break
			}
			if fallback < 0 && p.resumes(i, outer) {
				fallback = i
			}
			if p.depths[i] == 1 && d > 0 && isQuote(firstRune(l.Text)) {
				continue // each paragraph of a long quotation may open anew
			}
		}
		d += p.depths[i]
		if d <= 0 && closesLine(l.Text) {
			return i + 1, true
		}
		if fallback >= 0 && i-fallback > 400 {
			break
		}
	}
	if fallback >= 0 {
		limit = min(limit, fallback)
	}
	// Unbalanced. A line that ends as quotations do is the best end, if the act
	// goes on after it; else where it goes on.
	last := -1
	for i := lo; i < limit; i++ {
		if (p.depths[i] < 0 || i == lo && open == 0) && closesLine(p.paras[i].Text) {
			if last = i + 1; i+1 < len(p.paras) && p.goesOnAfter(i+1, outer) {
				return last, false
			}
		}
	}
	switch {
	case fallback >= 0 || limit < min(len(p.paras), lo+longest):
		return max(limit, lo), false
	case last >= 0:
		return last, false
	}
	// Nothing closes it at all: take the paragraph alone rather than the act.
	return min(lo+1, len(p.paras)), false
}
