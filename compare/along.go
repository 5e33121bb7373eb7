package compare

import "svod/corpus"

// ByGiven is what a pair of Along was matched by: it was told.
const ByGiven = "given"

// Along compares a text with what was made of it, of which it is known where
// each provision came from: was has the old address of each new provision that
// is an old one. Nothing else is a pair, however alike, but inside of what was
// written anew: what is in such a provision is known to come from what was in
// it before, and is compared as editions are.
func Along(old, new *corpus.Document, was map[corpus.Address]corpus.Address) *Comparison {
	m := newMatcher(old, new)
	olds := make(map[corpus.Address]*node, len(m.old.nodes))
	for _, o := range m.old.nodes {
		olds[o.addr] = o
	}
	for _, n := range m.new.nodes {
		if a, ok := was[n.addr]; ok && olds[a] != nil && olds[a].mate == nil {
			pair(olds[a], n, ByGiven, 1, 1)
		}
	}
	strange := func(n *node) bool { return n.mate == nil }
	for _, n := range m.new.nodes {
		if n.by != ByGiven {
			continue
		}
		if o := n.mate; all(o.kids, strange) && all(n.kids, strange) {
			m.align(o.kids, n.kids)
		}
	}
	if all(m.old.roots, strange) && all(m.new.roots, strange) {
		m.align(m.old.roots, m.new.roots)
	}
	return m.comparison()
}

func all(ns []*node, is func(*node) bool) bool {
	for _, n := range ns {
		if !is(n) {
			return false
		}
	}
	return true
}
