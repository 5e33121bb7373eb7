package parse

import (
	"cmp"
	"slices"

	"svod/corpus"
)

// A Problem is something doubtful in a document. Its code is one of
//
//	number-gap kind from to      numbers are missing between two units
//	number-repeated kind num     a number occurs twice in one list
//	number-order kind from to    a number goes backwards
//	superscript-lost kind printed num  53¹ is printed as 531
//	quotes-unbalanced            quoted new text has no end
//	title-unknown                no title was found
//	edition-unknown              the text is as of no known date
//	edition-notes file notes     the file's name gives an earlier edition than the notes
//	empty                        the source has no lines
type Problem struct {
	Line int // 1-based, 0 when it is about the whole document
	Code string
	Args []string
}

func (p *parser) problem(line int, code string, args ...string) {
	p.problems = append(p.problems, Problem{line, code, args})
}

func (p *parser) sorted() []Problem {
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return p.problems
}

// check looks for what is doubtful in the numbering of a unit's children and
// below.
func (p *parser) check(u *corpus.Unit) {
	if len(p.paras) == 0 {
		p.problem(0, "empty")
	}
	p.checkNumbers(u)
	p.checkArticles(u)
}

// checkNumbers checks the lists of clauses, subclauses and items. A new list
// may begin with 1 at any time.
func (p *parser) checkNumbers(u *corpus.Unit) {
	last := map[corpus.Kind]*corpus.Unit{}
	for _, c := range u.Units {
		if corpus.KindClause <= c.Kind && c.Kind <= corpus.KindSubclause {
			p.checkPair(last[c.Kind], c)
			last[c.Kind] = c
		}
		p.checkNumbers(c)
	}
}

// checkArticles checks the numbers of articles, which run on through the
// chapters of an act, and anew in each appendix.
func (p *parser) checkArticles(u *corpus.Unit) {
	var last *corpus.Unit
	u.Walk(func(c *corpus.Unit) bool {
		switch c.Kind {
		case corpus.KindAppendix:
			last = nil
		case corpus.KindArticle:
			p.checkPair(last, c)
			last = c
		}
		return c.Kind < corpus.KindArticle
	})
}

func (p *parser) checkPair(a, b *corpus.Unit) {
	if a == nil {
		return
	}
	x, y := lastValue(a.Num), numberValue(b.Num)
	kind, line := b.Kind.String(), b.Span.Lo+1
	switch {
	case len(x) == 0 || len(y) == 0 || len(y) == 1 && y[0] == 1:
	case slices.Equal(x, y):
		p.problem(line, "number-repeated", kind, b.Num)
	case less(y, x):
		p.problem(line, "number-order", kind, a.Num, b.Num)
	case y[0] > x[0]+1:
		p.problem(line, "number-gap", kind, a.Num, b.Num)
	}
}

// lastValue is numberValue for the end of a range: «4–6».
func lastValue(num string) []int {
	for i, r := range num {
		if isDash(r) && !isHyphen(r) {
			return numberValue(num[i:])
		}
	}
	return numberValue(num)
}
