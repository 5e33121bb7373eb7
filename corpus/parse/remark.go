package parse

import (
	"regexp"

	"svod/corpus"
)

// «Примечание. 1. …» under an article or a table is the legislator's own and
// no editor's. Its paragraphs are passages of the article: its numbers are
// not those of clauses, which the article may have beside them.

// remark matches its first words and the number that may follow.
var remark = regexp.MustCompile(`^(?:Примечани[ея]|ПРИМЕЧАНИ[ЕЯ]|Ескертпе(?:лер)?|ЕСКЕРТПЕ(?:ЛЕР)?)(?:[.:]\s*(1[.)])?|$)`)

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
