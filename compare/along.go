package compare

import (
	"slices"

	"svod/corpus"
)

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
	for _, n := range m.new.nodes {
		if n.by == ByGiven {
			m.anew(m.old.within(n.mate), m.new.within(n))
		}
	}
	m.anew(norms(m.old.roots), norms(m.new.roots))
	return m.comparison()
}

// anew aligns what is in two counterparts if nothing of either is known to be
// in the other.
func (m *matcher) anew(os, ns []*node) {
	paired := func(n *node) bool { return n.mate != nil }
	if !slices.ContainsFunc(os, paired) && !slices.ContainsFunc(ns, paired) {
		m.align(os, ns)
	}
}

// within returns what stands right under a unit in the tree of nodes: of a
// chapter, and the like, its articles stand beside it.
func (s *side) within(n *node) []*node {
	if !n.opened {
		return n.kids
	}
	var out []*node
	for i := n.ord + 1; i < n.end; i = s.nodes[i].end {
		k := s.nodes[i]
		out = append(out, k)
		if k.opened {
			out = append(out, s.within(k)...)
		}
	}
	return out
}

// norms leaves out what stands before and behind the provisions of an act.
func norms(roots []*node) []*node {
	var out []*node
	for _, n := range roots {
		switch n.unit.Kind {
		case corpus.KindRequisite, corpus.KindPreamble, corpus.KindContents, corpus.KindSignature:
		default:
			out = append(out, n)
		}
	}
	return out
}
