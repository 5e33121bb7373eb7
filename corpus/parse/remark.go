package parse

import (
	"svod/corpus/lazy"

	"svod/corpus"
)

// «Примечание. 1. …» under an article or a table is the legislator's own and
// no editor's. Its numbers are not those of clauses, which the article may
// have beside them: its paragraphs are passages.

// remark matches its first words and the number that may follow.
var remark = lazy.New(`^(?:Примечани[ея]|ПРИМЕЧАНИ[ЕЯ]|Ескертпе(?:лер)?|ЕСКЕРТПЕ(?:ЛЕР)?)(?:[.:]\s*(1[.)])?|$)`)

// markRemarks finds the notes that are law.
func (p *parser) markRemarks() {
	for i := 0; i < len(p.paras); i++ {
		l := &p.paras[i]
		m := remark.FindStringSubmatchIndex(l.Text)
		if m == nil || l.role != plain || l.Table > 0 {
			continue
		}
		l.role, l.label, l.first = remarked, label{}, true
		var last []int
		if m[2] >= 0 {
			last = []int{1}
		}
		for i+1 < len(p.paras) {
			next := &p.paras[i+1]
			if next.role != plain || next.Table > 0 || next.label.none() || next.label.heading() {
				break
			}
			if next.label.kind == corpus.KindClause {
				if !follows(last, next.label.value) {
					break
				}
				last = next.label.value
			}
			next.role, next.label = remarked, label{}
			i++
		}
	}
}

// remark places a paragraph of the act's own note. Under a table, or where
// clauses go on after it, it belongs to what stands before it; at the end of
// an article it speaks of the whole article.
func (b *builder) remark(i int) {
	l := &b.p.paras[i]
	table := b.top().Kind == corpus.KindTable
	b.leave()
	next := b.p.nextLabel[i]
	goesOn := next < len(b.p.paras) && b.p.paras[next].role == numbered
	d := len(b.open) - 1
	switch {
	case !l.first || table:
	case goesOn:
		d = b.passageDepth(i)
	default:
		for b.open[d].Kind > corpus.KindArticle {
			d--
		}
	}
	b.passage(i, d)
}
