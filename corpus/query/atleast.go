package query

import (
	"regexp"
	"strconv"
	"strings"
)

// atLeast is its operand where that occurs at least n times in one scope: an
// article in a search, a clause in a pattern.
type atLeast struct {
	in    node
	n     int
	scope Scope
}

// maxTimes bounds what can be asked for.
const maxTimes = 10000

// atLeastWord is the operator: «НЕ_МЕНЕЕ5(отчет)», «ATLEAST5(отчет)». No word of
// a text looks so, in small letters either.
var atLeastWord = regexp.MustCompile(`(?i)^(?:НЕ_?МЕНЕЕ|AT_?LEAST|КЕМІНДЕ)_?(\d+)$`)

// AtLeast returns the query that finds what q finds, in articles where it
// occurs at least n times. Filters stay what they are.
func AtLeast(q *Query, n int) *Query {
	if q == nil || q.root == nil || n <= 1 {
		return q
	}
	out := *q
	out.root = &atLeast{q.root, n, ScopeText}
	return &out
}

func (n *atLeast) operator() string { return "НЕ_МЕНЕЕ" + strconv.Itoa(n.n) }

func (n *atLeast) String() string {
	return n.operator() + "(" + n.in.String() + ")"
}

func (n *atLeast) needs() Need { return n.in.needs() }

func (n *atLeast) find(t *Text) []hit {
	hs := unique(n.in.find(t))
	if len(hs) < n.n {
		return nil
	}
	in, order := t.byGroup(hs, n.scope)
	var out []hit
	for _, g := range order {
		if len(in[g]) >= n.n {
			out = append(out, in[g]...)
		}
	}
	return out
}

// times reads how often an operator wants its operand.
func times(op string) (int, bool) {
	digits := strings.TrimLeftFunc(op, func(r rune) bool { return r < '0' || r > '9' })
	n, err := strconv.Atoi(digits)
	return n, err == nil && n >= 1 && n <= maxTimes
}
