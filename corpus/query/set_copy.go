package query

import "slices"

// A copier copies the queries of a set: equal words become one that knows its
// place in the set, and what stands in several queries is found once in a text.
type copier struct {
	s     *Set
	words map[word]*word // by all that makes a word find what it finds
	uses  map[node]int
	done  map[node]node
}

// shared is a node that stands in several queries: a category that others
// refer to, or that counts for its parent as well.
type shared struct {
	node
	at int // among those of the set
}

// nothing is what a shared node has found that found nothing.
var nothing = []hit{}

func (n *shared) find(t *Text) []hit {
	if t.shared[n.at] == nil {
		if t.shared[n.at] = unique(n.node.find(t)); t.shared[n.at] == nil {
			t.shared[n.at] = nothing
		}
	}
	return slices.Clone(t.shared[n.at]) // who asks may sort and mark it
}

func newCopier(s *Set, queries []*Query) *copier {
	c := &copier{s: s, words: map[word]*word{}, uses: map[node]int{}, done: map[node]node{}}
	for _, q := range queries {
		if q != nil && q.root != nil {
			c.count(q.root)
		}
	}
	return c
}

// count counts the places in which a node stands.
func (c *copier) count(n node) {
	if c.uses[n]++; c.uses[n] > 1 {
		return // so do those below it
	}
	for _, below := range below(n) {
		c.count(below)
	}
}

// below returns the nodes of which a node is made, words of phrases apart.
func below(n node) []node {
	switch n := n.(type) {
	case *near:
		return []node{n.a, n.b}
	case *same:
		return []node{n.a, n.b}
	case *and:
		return slices.Concat(n.all, n.not)
	case *or:
		return n.any
	case *ref:
		return []node{n.node}
	case *synonym:
		return []node{n.node}
	case *atLeast:
		return []node{n.in}
	case *without:
		return []node{n.in, n.not}
	case *requiring:
		return append([]node{n.in}, n.all...)
	}
	return nil
}

func (c *copier) copy(n node) node {
	if n == nil {
		return nil
	}
	if own, ok := c.done[n]; ok {
		return own
	}
	own := c.fresh(n)
	if _, leaf := n.(*word); !leaf && c.uses[n] > 1 {
		own = &shared{own, c.s.shared}
		c.s.shared++
	}
	c.done[n] = own
	return own
}

func (c *copier) all(ns []node) []node {
	out := make([]node, len(ns))
	for i, n := range ns {
		out[i] = c.copy(n)
	}
	return out
}

func (c *copier) fresh(n node) node {
	switch n := n.(type) {
	case *word:
		return c.word(n)
	case *phrase:
		ws := make([]*word, len(n.words))
		for i, w := range n.words {
			ws[i] = c.word(w)
		}
		return &phrase{ws}
	case *near:
		return &near{c.copy(n.a), c.copy(n.b), n.n, n.ordered}
	case *same:
		return &same{c.copy(n.a), c.copy(n.b), n.scope}
	case *and:
		return &and{c.all(n.all), c.all(n.not), n.scope}
	case *or:
		return &or{c.all(n.any)}
	case *ref:
		return &ref{n.name, c.copy(n.node)}
	case *synonym:
		own := *n
		own.node = c.copy(n.node)
		return &own
	case *atLeast:
		return &atLeast{c.copy(n.in), n.n, n.scope}
	case *without:
		return &without{c.copy(n.in), c.copy(n.not)}
	case *requiring:
		return &requiring{c.copy(n.in), c.all(n.all), n.scope}
	}
	c.s.whole = true // a regular expression
	return n
}

func (c *copier) word(w *word) *word {
	key := word{kind: w.kind, form: w.form, stems: w.stems, edits: w.edits}
	if w.kind == byStem {
		key.form = ""
	}
	own, ok := c.words[key]
	if !ok {
		own = c.s.add(w)
		c.words[key] = own
	}
	return own
}
