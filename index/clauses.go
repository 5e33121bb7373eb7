package index

import (
	"svod/corpus"
	"svod/corpus/query"
)

// pieces cuts a group into its clauses for a query that doesn't look beyond
// one, as «отчет /п совет» does: the words in one clause and the words in
// another are two hits, not one around both. kind tells the kind of the group's
// units.
func pieces(q *query.Query, c candidate, kind func(i int) corpus.Kind) []candidate {
	if q.Local() || !q.InClause() {
		return []candidate{c}
	}
	var out []candidate
	for lo := c.lo; lo < c.hi; {
		p := c
		p.lo, p.hi = lo, lo+1
		for p.hi < c.hi && kind(p.hi-c.lo) > corpus.KindClause {
			p.hi++
		}
		out = append(out, p)
		lo = p.hi
	}
	return out
}
