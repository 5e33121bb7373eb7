package compare

import (
	"math"

	"svod/corpus"
)

// What a pair was matched by.
const (
	ByExact = "exact" // equal texts
	ByLabel = "label" // the same number, and texts alike
	ByText  = "text"  // texts alike
	ByMove  = "move"  // texts alike or equal, elsewhere in the act
	BySplit = "split"
	ByMerge = "merge"
)

// The thresholds of likeness. They were set on pairs of editions of real acts
// and on mutations of them; see the package's tests.
const (
	likeLabel  = 0.35 // for units with the same number
	likeText   = 0.50 // for units between the same neighbours
	likeMove   = 0.80 // anywhere in the act
	likeInside = 0.70 // out of order, inside the same parent
	likeLast   = 0.20 // same number, and neither has found anything better
	labelBonus = 0.30
	locality   = 0.30 // × distance by which a unit changed its place among its neighbours
)

type matcher struct {
	*texts
	old, new *side
}

func pair(o, n *node, by string, score, margin float64) {
	o.mate, n.mate = n, o
	o.by, n.by = by, by
	o.score, n.score = score, score
	o.margin, n.margin = margin, margin
}

// align pairs siblings of two aligned parents, in order, and then their kids.
func (m *matcher) align(os, ns []*node) {
	chain := m.anchors(os, ns)
	i, j := 0, 0
	for _, l := range append(chain, link{i: len(os), j: len(ns)}) {
		m.fill(os[i:l.i], ns[j:l.j])
		if l.i < len(os) {
			m.accept(os[l.i], ns[l.j], ByExact, 1, 1)
		}
		i, j = l.i+1, l.j+1
	}
}

// accept pairs two nodes and goes on inside them.
func (m *matcher) accept(o, n *node, by string, score, margin float64) {
	pair(o, n, by, score, margin)
	m.align(free(o.kids), free(n.kids))
}

func free(ns []*node) []*node {
	var out []*node
	for _, n := range ns {
		if n.mate == nil {
			out = append(out, n)
		}
	}
	return out
}

// anchors returns the chain of siblings that are equal with all they hold:
// by label and text, then by text that occurs as often on both sides.
func (m *matcher) anchors(os, ns []*node) []link {
	type identity struct {
		label string
		all   int32
	}
	var links []link
	taken := map[int]bool{}
	find := func(id func(*node) identity, skip func(*node) bool, bonus float64) {
		byOld := map[identity][]int{}
		byNew := map[identity][]int{}
		for i, o := range os {
			if !skip(o) {
				byOld[id(o)] = append(byOld[id(o)], i)
			}
		}
		for j, n := range ns {
			if !skip(n) {
				byNew[id(n)] = append(byNew[id(n)], j)
			}
		}
		rank := map[identity]int{}
		for i, o := range os {
			if skip(o) {
				continue
			}
			a, b := byOld[id(o)], byNew[id(o)]
			k := rank[id(o)]
			rank[id(o)]++
			if len(a) == len(b) && !taken[i] && kin(o, ns[b[k]]) {
				taken[i] = true
				links = append(links, link{i: i, j: b[k], weight: (1 + float64(o.words)) * bonus / float64(len(a))})
			}
		}
	}
	find(func(n *node) identity { return identity{n.label, n.all} },
		func(n *node) bool { return n.label == "" }, 2)
	find(func(n *node) identity { return identity{"", n.all} },
		func(n *node) bool { return n.hollow() }, 1)
	return heaviest(links)
}

// fullSearch is the greatest product of lengths at which every pair of a gap
// is looked at.
const fullSearch = 200 * 200

// fill pairs what lies between two anchors, in order.
func (m *matcher) fill(os, ns []*node) {
	// Equal units at both ends first: long runs of equal boilerplate differ
	// in number, not in place.
	for len(os) > 0 && len(ns) > 0 && same(os[0], ns[0]) {
		m.accept(os[0], ns[0], ByExact, 1, 1)
		os, ns = os[1:], ns[1:]
	}
	for len(os) > 0 && len(ns) > 0 && same(os[len(os)-1], ns[len(ns)-1]) {
		m.accept(os[len(os)-1], ns[len(ns)-1], ByExact, 1, 1)
		os, ns = os[:len(os)-1], ns[:len(ns)-1]
	}
	if len(os) == 0 || len(ns) == 0 {
		return
	}
	var links []link
	consider := func(i, j int) {
		if s, w, ok := m.worth(os[i], ns[j], i, j, len(os), len(ns)); ok {
			links = append(links, link{i: i, j: j, weight: w, score: s})
		}
	}
	if len(os)*len(ns) <= fullSearch {
		for i := range os {
			for j := range ns {
				consider(i, j)
			}
		}
	} else {
		byLabel := map[string]int{}
		for i, o := range os {
			if _, seen := byLabel[o.label]; !seen && o.label != "" {
				byLabel[o.label] = i
			}
		}
		ix := newIndex(os, m.vector)
		for j, n := range ns {
			named, ok := byLabel[n.label]
			if ok {
				consider(named, j)
			}
			for _, c := range ix.near(n) {
				if !ok || c.at != named {
					consider(c.at, j)
				}
			}
		}
	}
	second := runnersUp(links, len(os), len(ns))
	for _, l := range heaviest(links) {
		o, n := os[l.i], ns[l.j]
		by := ByText
		switch {
		case same(o, n):
			by = ByExact
		case o.label == n.label && o.label != "":
			by = ByLabel
		}
		m.accept(o, n, by, l.score, l.score-second(l))
	}
}

func same(o, n *node) bool { return o.all == n.all && o.label == n.label && kin(o, n) }

// worth tells whether two siblings may be one unit, how alike they are, and
// what their pair weighs against others.
func (m *matcher) worth(o, n *node, i, j, lo, ln int) (score, weight float64, ok bool) {
	if !kin(o, n) {
		return 0, 0, false
	}
	named := o.label == n.label && o.label != ""
	if named && (o.empty() || n.empty()) {
		return 0, 0.36, true // repealed, or not yet in force: only its number is left
	}
	if o.hollow() || n.hollow() {
		return 0, 0, false
	}
	s := m.similar(o, n)
	v := s
	if named {
		if s < likeLabel {
			return 0, 0, false
		}
		v += labelBonus
	} else {
		if s < likeText {
			return 0, 0, false
		}
		v -= locality * math.Abs(float64(i)/float64(lo)-float64(j)/float64(ln))
		if o.unit.Kind != n.unit.Kind {
			v -= 0.05
		}
	}
	return s, v * v * (1 + math.Log1p(float64(min(o.words, n.words)))/16), v > 0
}

// kin reports whether units of these kinds may be one unit in two editions.
func kin(o, n *node) bool {
	a, b := o.unit.Kind, n.unit.Kind
	if a == b {
		return true
	}
	if o.opened || n.opened {
		return o.opened && n.opened && (a == corpus.KindAppendix) == (b == corpus.KindAppendix)
	}
	inner := func(k corpus.Kind) bool {
		return k >= corpus.KindClause && k <= corpus.KindPassage
	}
	front := func(k corpus.Kind) bool {
		return k == corpus.KindRequisite || k == corpus.KindPreamble || k == corpus.KindSignature || k == corpus.KindPassage
	}
	return inner(a) && inner(b) || front(a) && front(b)
}

// runnersUp returns for a link the score of the best other link of either of
// its ends.
func runnersUp(ls []link, lo, ln int) func(link) float64 {
	type top struct {
		first, second float64
		with          int
	}
	a, b := make([]top, lo), make([]top, ln)
	note := func(t *top, s float64, with int) {
		if s > t.first || t.first == 0 {
			t.first, t.second, t.with = s, t.first, with
		} else if s > t.second {
			t.second = s
		}
	}
	for _, l := range ls {
		note(&a[l.i], l.score, l.j)
		note(&b[l.j], l.score, l.i)
	}
	other := func(t top, with int) float64 {
		if t.with == with {
			return t.second
		}
		return t.first
	}
	return func(l link) float64 { return math.Max(other(a[l.i], l.j), other(b[l.j], l.i)) }
}
