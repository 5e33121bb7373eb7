package parse

import "svod/corpus"

// passageDepth decides to which open unit an unnumbered paragraph belongs, by
// the rule of legal technique:
//
//   - between subclauses 4) and 5) it belongs to 4);
//   - after the last subclause it is a new part («часть вторая») of the clause
//     when it begins with a capital after a full stop, else it goes on with
//     the subclause;
//   - after a dash it is said of the clause with its whole list.
//
// So what matters is which list the next label goes on with.
func (b *builder) passageDepth(i int) int {
	p := b.p
	deepest := len(b.open) - 1
	home := deepest
	for home > 0 && b.open[home].Kind > corpus.KindClause {
		home--
	}
	if home == deepest || b.open[deepest].dash && len(b.open[deepest].Units) == 0 {
		return home // «б) группой лиц, -» ⏎ «наказывается …» is the sanction of the whole part
	}
	if next := p.nextLabel[i]; next < len(p.paras) && p.paras[next].role == numbered {
		l := p.paras[next].label
		for d := deepest; d > home; d-- {
			n := b.open[d]
			if n.Kind == l.kind && follows(n.value, l.value) || n.Kind == corpus.KindItem && l.kind == n.Kind && n.Num < l.num && len(n.value) == 0 {
				home = d
				break
			}
		}
	}
	s := p.paras[i].Text
	if p.paras[i].role == quoted || startsLower(s) || !b.open[deepest].ended {
		return deepest
	}
	return home
}
