package parse

import (
	"strconv"

	"svod/corpus"
)

// Some copies of acts lose the superscripts of inserted units: between 53 and
// 54 stands 531, which is 53¹. The number is mended where its neighbours
// prove it; the label stays as it is printed.

var superDigits = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// mendNumbers mends the lists below u, and the articles, which run on through
// chapters.
func (p *parser) mendNumbers(u *corpus.Unit) {
	var articles []*corpus.Unit
	u.Walk(func(c *corpus.Unit) bool {
		if c.Kind == corpus.KindAppendix {
			p.mendList(articles)
			articles = nil
		}
		if c.Kind == corpus.KindArticle {
			articles = append(articles, c)
		}
		for _, kind := range []corpus.Kind{corpus.KindChapter, corpus.KindClause, corpus.KindSubclause} {
			var list []*corpus.Unit
			for _, g := range c.Units {
				if g.Kind == kind {
					list = append(list, g)
				}
			}
			p.mendList(list)
		}
		return true
	})
	p.mendList(articles)
}

// mendList mends the numbers of one list.
func (p *parser) mendList(list []*corpus.Unit) {
	base := 0
	for i, u := range list {
		n, tail, ok := leading(u.Num)
		if !ok {
			continue
		}
		k := n - base*10
		if base > 0 && 1 <= k && k <= 9 && n != base+1 && p.provesSuper(list[i+1:], base, n) {
			printed := u.Num
			u.Num = strconv.Itoa(base) + string(superDigits[k]) + tail
			p.problem(u.Span.Lo+1, "superscript-lost", u.Kind.String(), printed, u.Num)
			continue
		}
		base = n
	}
}

// provesSuper reports whether what comes after number n goes on from base, at
// once or after further inserted numbers.
func (p *parser) provesSuper(rest []*corpus.Unit, base, n int) bool {
	for _, u := range rest {
		m, _, ok := leading(u.Num)
		switch {
		case !ok:
			return false
		case m == n: // 11-1 after 11
		case m == base+1:
			return true
		case m != n+1:
			return false
		}
		n = m
	}
	return false
}

// leading splits 11-1 into 11 and «-1».
func leading(num string) (n int, tail string, ok bool) {
	i := 0
	for i < len(num) && isDigit(num[i]) {
		i++
	}
	n, err := strconv.Atoi(num[:i])
	return n, num[i:], err == nil
}
