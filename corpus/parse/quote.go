package parse

import (
	"strings"

	"svod/corpus"
)

// An amending act quotes the new text of another: «изложить в следующей
// редакции: «Статья 5. …»». The quoted headings are not headings of the
// amending act; its lines stay as passages of the clause that quotes them.

// leadsQuote reports whether a paragraph announces new text.
func leadsQuote(s string) bool {
	if !ends(s, ":") {
		return false
	}
	s = strings.ToLower(s)
	for _, w := range []string{"редакции", "содержания", "словами", "изложить", "дополнить", "мазмұндағы", "редакцияда", "жазылсын"} {
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

// longest is how many lines a quotation may have; a whole code is not quoted.
const longest = 1500

// markQuotes finds quoted new text.
func (p *parser) markQuotes() {
	p.depths = make([]int, len(p.paras))
	for i := range p.paras {
		p.depths[i] = depth(p.paras[i].Text)
	}
	for i := 0; i < len(p.paras); i++ {
		l := &p.paras[i]
		if l.role != plain || l.Table > 0 || !isQuote(firstRune(l.Text)) {
			continue
		}
		inner := readLabel(strings.TrimLeft(l.Text, "«\"“„ "))
		led := i > 0 && leadsQuote(p.paras[i-1].Text)
		if inner.none() && !led {
			continue
		}
		hi, closed := p.quoteEnd(i)
		if !closed {
			p.problem(i+1, "quotes-unbalanced")
		}
		for ; i < hi; i++ {
			if p.paras[i].role == plain || p.paras[i].role == note {
				if p.paras[i].Table == 0 {
					p.paras[i].role, p.paras[i].label = quoted, label{}
				}
			}
		}
		i--
	}
}

// quoteEnd returns the end of the quotation that begins at line lo. If its
// quotes never close, it ends where the amending act visibly goes on.
func (p *parser) quoteEnd(lo int) (hi int, closed bool) {
	outer := p.outerClause(lo)
	d, limit := 0, min(len(p.paras), lo+longest)
	fallback := -1
	for i := lo; i < limit; i++ {
		l := &p.paras[i]
		if l.role == signature || l.role == caption || l.role == contents {
			limit = i
			break
		}
		if i > lo && fallback < 0 {
			if resumes(l, outer) {
				fallback = i
			} else if i > lo+1 && isQuote(firstRune(l.Text)) && leadsQuote(p.paras[i-1].Text) {
				fallback = i - 1
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
	// Unbalanced. A line that ends as quotations do is the next best end.
	for i := lo; i < limit && (fallback < 0 || i < fallback); i++ {
		if (p.depths[i] < 0 || i == lo) && closesLine(p.paras[i].Text) {
			return i + 1, false
		}
	}
	if fallback >= 0 {
		return fallback, false
	}
	// Nothing closes it at all: take the paragraph alone rather than the act.
	return lo + 1, false
}

// closesLine reports whether a line ends with a closing quote.
func closesLine(s string) bool {
	t := strings.TrimRight(s, ".;,: ")
	return strings.HasSuffix(t, "»") || strings.HasSuffix(t, "\"") || strings.HasSuffix(t, "”") || strings.HasSuffix(t, "“")
}

// outerClause returns the number of the clause that quotes at line i.
func (p *parser) outerClause(i int) []int {
	for i--; i >= 0; i-- {
		l := &p.paras[i]
		if l.role == plain && (l.label.kind == corpus.KindClause || l.label.kind == corpus.KindArticle) {
			return l.label.value
		}
	}
	return nil
}

// final are the words with which acts begin their last clauses.
var final = []string{"настоящ", "контроль за исполнением", "признать утратившим", "осы ", "опубликовать", "департамент", "управлени", "комитет"}

// resumes reports whether the amending act goes on at this line: its next
// number, with words that speak of the act itself.
func resumes(l *para, outer []int) bool {
	if l.label.kind != corpus.KindClause && l.label.kind != corpus.KindArticle || len(outer) == 0 {
		return false
	}
	return follows(outer, l.label.value) && hasAny(l.label.rest, final)
}
