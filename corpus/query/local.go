package query

import "slices"

// Local reports whether the query looks at one unit at a time: what it finds
// in a unit doesn't depend on the units around it. Words, phrases and nearness
// are local; И, НЕ, /п and /ст are not.
func (q *Query) Local() bool { return q != nil && q.root != nil && local(q.root) }

func local(n node) bool {
	switch n := n.(type) {
	case *word, *phrase, *pattern:
		return true
	case *near: // does not reach over a border
		return local(n.a) && local(n.b)
	case *ref:
		return local(n.node)
	case *synonym:
		return local(n.node)
	case *same:
		return n.scope == ScopeSentence && local(n.a) && local(n.b)
	case *or:
		for _, c := range n.any {
			if !local(c) {
				return false
			}
		}
		return true
	case *without:
		return local(n.in) && local(n.not)
	}
	return false
}

// InClause reports whether nothing that the query finds reaches over the
// border of a clause: /п sees to that as well as what is local.
func (q *Query) InClause() bool { return q != nil && q.root != nil && inClause(q.root) }

func inClause(n node) bool {
	switch n := n.(type) {
	case *same:
		return n.scope != ScopeText && inClause(n.a) && inClause(n.b)
	case *ref:
		return inClause(n.node)
	case *or:
		return !slices.ContainsFunc(n.any, func(c node) bool { return !inClause(c) })
	}
	return local(n)
}
