package query

// A Weaker query is another one with one of its conditions left out, or
// loosened, so that it finds the same and more. What it finds tells what the
// condition costs.
type Weaker struct {
	Query *Query
	Code  string // see Weaken
	Text  string // the condition, in the language: «/5», «"годовой отчет"», «НЕ проект»

	near *near // of "distance"
}

// mostWeaker bounds the number of weaker queries.
const mostWeaker = 10

// Weaken returns the query less each of its conditions in turn, in the order
// in which they stand:
//
//	word      И слово             is left out
//	not       НЕ слово            is left out
//	phrase    "годовой отчет"     its words may stand anywhere in the article
//	form      =отчета             in any form
//	order     +4                  in any order
//	distance  /5 +4               anywhere in the article
//	sentence  /с                  anywhere in the article
//	clause    /п                  anywhere in the article
//	times     НЕ_МЕНЕЕ5( … )      as often as it is there
//	all       several of these    all words anywhere in the article
//
// Conditions on documents are the caller's.
func (q *Query) Weaken() []Weaker {
	if q == nil || q.root == nil {
		return nil
	}
	var out []Weaker
	add := func(w weak) {
		if len(out) < mostWeaker {
			c := *q
			c.root = w.node
			out = append(out, Weaker{Query: &c, Code: w.code, Text: w.text, near: w.near})
		}
	}
	ws := weaken(q.root, false)
	for _, w := range ws {
		add(w)
	}
	structure := 0
	for _, w := range ws {
		if w.code != "word" && w.code != "not" {
			structure++
		}
	}
	if structure > 1 {
		if leaves := bare(q.root, nil); len(leaves) > 1 {
			a := &and{all: leaves, scope: ScopeText}
			if r, ok := q.root.(*and); ok {
				a.not = r.not
			}
			add(weak{node: a, code: "all"})
		}
	}
	return out
}

// weak is a node in place of another.
type weak struct {
	node
	code, text string
	near       *near
}

// weaken returns what a node may be replaced by. Inside nearness, words have
// to stay where they are: there phrases cannot be taken apart.
func weaken(n node, nearness bool) []weak {
	var out []weak
	// within puts what replaces a part of n into n.
	within := func(part node, nearness bool, put func(node) node) {
		for _, w := range weaken(part, nearness) {
			w.node = put(w.node)
			out = append(out, w)
		}
	}
	switch n := n.(type) {
	case *word:
		if n.kind == byForm {
			out = append(out, weak{node: newWord(byStem, n.form), code: "form", text: n.String()})
		}
	case *phrase:
		if !nearness {
			out = append(out, weak{node: apart(n), code: "phrase", text: n.String()})
		}
	case *near:
		if n.ordered {
			any := *n
			any.ordered = false
			out = append(out, weak{node: &any, code: "order", text: n.operator()})
		}
		out = append(out, weak{node: &same{n.a, n.b, ScopeText}, code: "distance", text: n.operator(), near: n})
		within(n.a, true, func(m node) node { c := *n; c.a = m; return &c })
		within(n.b, true, func(m node) node { c := *n; c.b = m; return &c })
	case *same:
		if n.scope != ScopeText {
			code := "clause"
			if n.scope == ScopeSentence {
				code = "sentence"
			}
			out = append(out, weak{node: &same{n.a, n.b, ScopeText}, code: code, text: n.scope.operator()})
		}
		within(n.a, true, func(m node) node { c := *n; c.a = m; return &c })
		within(n.b, true, func(m node) node { c := *n; c.b = m; return &c })
	case *and:
		for i, c := range n.all {
			if len(n.all) > 1 {
				out = append(out, weak{node: n.less(i), code: "word", text: operand(c, levelAnd+1)})
			}
			within(c, false, func(m node) node { c := *n; c.all = replaced(n.all, i, m); return &c })
		}
		for i, c := range n.not {
			less := *n
			less.not = append(append([]node(nil), n.not[:i]...), n.not[i+1:]...)
			out = append(out, weak{node: &less, code: "not", text: "НЕ " + operand(c, levelAnd+1)})
		}
	case *atLeast: // what is weaker inside may occur less often
		out = append(out, weak{node: n.in, code: "times", text: n.operator()})
	case *or:
		for i, c := range n.any {
			within(c, nearness, func(m node) node { return &or{replaced(n.any, i, m)} })
		}
	}
	return out
}

// less is the conjunction without one of its operands.
func (n *and) less(i int) node {
	c := *n
	c.all = append(append([]node(nil), n.all[:i]...), n.all[i+1:]...)
	if len(c.all) == 1 && len(c.not) == 0 {
		return c.all[0]
	}
	return &c
}

func replaced(ns []node, i int, n node) []node {
	out := append([]node(nil), ns...)
	out[i] = n
	return out
}

// apart is the words of a phrase anywhere in the article.
func apart(p *phrase) node {
	a := &and{scope: ScopeText}
	for _, w := range p.words {
		a.all = append(a.all, w)
	}
	return a
}

// bare appends the words of a node, without what holds them together; an
// alternative stays what it is.
func bare(n node, to []node) []node {
	switch n := n.(type) {
	case *word:
		if n.kind == byForm {
			return append(to, newWord(byStem, n.form))
		}
		return append(to, n)
	case *phrase:
		for _, w := range n.words {
			to = bare(w, to)
		}
		return to
	case *near:
		return bare(n.b, bare(n.a, to))
	case *same:
		return bare(n.b, bare(n.a, to))
	case *atLeast:
		return bare(n.in, to)
	case *and:
		for _, c := range n.all {
			to = bare(c, to)
		}
		return to
	}
	return append(to, n)
}

// Nearest returns the least distance at which the operands stand whose
// distance was left out, 0 where they don't stand in one line. A distance that
// large would have found the text.
func (w Weaker) Nearest(t *Text) int {
	if w.near == nil {
		return 0
	}
	t.index()
	least := 0
	bs := w.near.b.find(t)
	for _, a := range w.near.a.find(t) {
		for _, b := range bs {
			if d, ok := t.distance(a, b, w.near.ordered); ok && d <= maxDistance && (least == 0 || d < least) {
				least = max(d, 1)
			}
		}
	}
	return least
}
