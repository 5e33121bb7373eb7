package query

import "strings"

// A Term is a word of a plain pattern.
type Term struct {
	Text string // folded: the form as it is written, or letters with * and ?
	Stem string // of a word that is meant in all its forms: what they have in common; else ""
}

// mostPlain is how many phrases a plain pattern may come to.
const mostPlain = 1000

// Plain returns a query as a list of phrases, of which it finds any: what
// dictionaries of other programs can hold. It fails for what has more to it,
// and tells the operator or the sign that is in the way.
func (q *Query) Plain() (phrases [][]Term, obstacle string) {
	if q == nil || q.root == nil {
		return nil, ""
	}
	return plainNode(q.root)
}

func plainNode(n node) ([][]Term, string) {
	switch n := n.(type) {
	case *word:
		return [][]Term{{n.term()}}, n.obstacle()
	case *phrase:
		var ts []Term
		for _, w := range n.words {
			if o := w.obstacle(); o != "" {
				return nil, o
			}
			ts = append(ts, w.term())
		}
		return [][]Term{ts}, ""
	case *or:
		var out [][]Term
		for _, c := range n.any {
			ps, o := plainNode(c)
			if o != "" {
				return nil, o
			}
			if out = append(out, ps...); len(out) > mostPlain {
				return nil, "ИЛИ"
			}
		}
		return out, ""
	case *ref:
		if strings.HasPrefix(n.name, "#") { // which has words of its own already
			return nil, n.name
		}
		return plainNode(n.node)
	case *near:
		return nil, n.operator()
	case *same:
		return nil, n.scope.operator()
	case *and:
		if len(n.not) > 0 {
			return nil, "НЕ"
		}
		return nil, "И"
	case *atLeast:
		return nil, "НЕ_МЕНЕЕ"
	case *pattern:
		return nil, "re:"
	}
	return nil, n.String()
}

func (w *word) term() Term {
	t := Term{Text: w.form}
	if w.kind == byStem {
		t.Stem = w.stems[0]
	}
	return t
}

func (w *word) obstacle() string {
	if w.kind == byFuzzy {
		return "~"
	}
	return ""
}
