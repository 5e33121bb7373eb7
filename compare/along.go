package compare

import "svod/corpus"

// ByGiven is what a pair of Along was matched by: it was told.
const ByGiven = "given"

// Along compares a text with what was made of it, of which it is known where
// each provision came from: was has the old address of each new provision that
// is an old one. Nothing else is a pair, however alike, but inside of what was
// written anew, as anew has it: what is in such a provision is known to come
// from what was in it before, and is compared as editions are, and by numbers.
func Along(old, new *corpus.Document, was map[corpus.Address]corpus.Address, anew []corpus.Address) *Comparison {
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
	written := map[corpus.Address]bool{}
	for _, a := range anew {
		written[a] = true
	}
	if written[""] {
		m.anew(norms(m.old.roots), norms(m.new.roots))
	}
	for _, n := range m.new.nodes {
		if written[n.addr] && n.mate != nil {
			m.anew(m.old.within(n.mate), m.new.within(n))
		}
	}
	return m.comparison()
}

// anew pairs what is in two counterparts of which one was written anew.
func (m *matcher) anew(os, ns []*node) {
	gapsOf(os, ns, m.align)
	gapsOf(os, ns, m.namesakes)
	gapsOf(os, ns, m.gap)
	for _, n := range ns {
		if n.mate != nil {
			m.anew(n.mate.kids, n.kids)
		}
	}
}

// namesakes pairs what has the same number.
func (m *matcher) namesakes(os, ns []*node) {
	for _, n := range ns {
		if o := named(os, n.label); n.label != "" && o != nil && o.mate == nil && kin(o, n) {
			m.accept(o, n, ByLabel, m.similar(o, n), 0)
		}
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
