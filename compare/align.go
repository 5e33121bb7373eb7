package compare

import (
	"math"
	"slices"

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
	likeAnchor = 0.60 // for an edited unit with the same number, to hold its place
	likeGap    = 0.33 // between the same neighbours, when little else is left there
	likeLast   = 0.20 // same number, and neither has found anything better
	labelBonus = 0.30
	labelDoubt = 0.15 // by how much another pair may be better before a number is no evidence
	locality   = 0.30 // × distance by which a unit changed its place among its neighbours
)

type matcher struct {
	*texts
	old, new *side
	tables   map[*node]*columnMap // of new tables
	swapped  bool                 // pairs are made with the new document taken for the old one
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
// by label and text, then by text that occurs as often on both sides. Those
// that were edited and have the number or the heading still have a say in
// which siblings kept their order and which one went past them.
func (m *matcher) anchors(os, ns []*node) []link {
	type identity struct {
		label string
		text  int32
	}
	var links []link
	oldTaken, newTaken := make([]bool, len(os)), make([]bool, len(ns))
	find := func(id func(*node) (identity, bool), worth func(o, n *node) (float64, bool)) {
		byNew := map[identity][]int{}
		for j, n := range ns {
			if x, ok := id(n); ok && !newTaken[j] {
				byNew[x] = append(byNew[x], j)
			}
		}
		byOld := map[identity][]int{}
		var order []identity
		for i, o := range os {
			if x, ok := id(o); ok && !oldTaken[i] {
				if byOld[x] == nil {
					order = append(order, x)
				}
				byOld[x] = append(byOld[x], i)
			}
		}
		for _, x := range order {
			a, b := byOld[x], byNew[x]
			if len(a) != len(b) {
				continue
			}
			for k, i := range a {
				o, n := os[i], ns[b[k]]
				if !kin(o, n) {
					continue
				}
				if w, ok := worth(o, n); ok {
					oldTaken[i], newTaken[b[k]] = true, true
					links = append(links, link{i: i, j: b[k], weight: w / float64(len(a))})
				}
			}
		}
	}
	find(func(n *node) (identity, bool) { return identity{n.label, n.all}, n.label != "" },
		func(o, n *node) (float64, bool) { return 2 * weight(o, n), true })
	find(func(n *node) (identity, bool) { return identity{"", n.all}, !n.hollow() },
		func(o, n *node) (float64, bool) { return weight(o, n), true })
	exact := len(links)
	find(func(n *node) (identity, bool) { return identity{"", n.own.key}, n.own.words > 2 && len(n.kids) > 0 },
		func(o, n *node) (float64, bool) { return weight(o, n), true })
	find(func(n *node) (identity, bool) { return identity{n.label, 0}, n.label != "" },
		func(o, n *node) (float64, bool) {
			s := m.similar(o, n)
			return 2 * s * weight(o, n), s >= likeAnchor
		})
	witness := map[[2]int]bool{}
	for _, l := range links[exact:] {
		witness[[2]int{l.i, l.j}] = true
	}
	return slices.DeleteFunc(heaviest(links), func(l link) bool { return witness[[2]int{l.i, l.j}] })
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
		if s, ok := m.likely(os[i], ns[j]); ok {
			links = append(links, link{i: i, j: j, score: s})
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
	for k, l := range links {
		distance := math.Abs(float64(l.i)/float64(len(os)) - float64(l.j)/float64(len(ns)))
		links[k].weight = weigh(os[l.i], ns[l.j], l.score, second(l), distance)
	}
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

// likely tells whether two siblings may be one unit, and how alike they are.
func (m *matcher) likely(o, n *node) (score float64, ok bool) {
	if !kin(o, n) {
		return 0, false
	}
	if namesake(o, n) && (o.empty() || n.empty()) {
		return 0, true // repealed, or not yet in force: only its number is left
	}
	if o.hollow() || n.hollow() {
		return 0, false
	}
	s := m.similar(o, n)
	if o.heading != 0 && o.heading == n.heading && (namesake(o, n) || m.old.headings[o.heading] == 1 && m.new.headings[n.heading] == 1) {
		s = 0.5 + s/2 // a heading that stands once in each is a name, and so is one with its number
	}
	if namesake(o, n) {
		return s, s >= likeLabel
	}
	return s, s >= likeText
}

func namesake(o, n *node) bool { return o.label != "" && o.label == n.label }

// weigh tells what a likely pair is worth against others. other is the score
// of the best other pair of either: the better that one, the less a number
// says. distance is by how much the unit changed its
// place, as a share of the way.
func weigh(o, n *node, score, other, distance float64) float64 {
	if namesake(o, n) && (o.empty() || n.empty()) {
		return 0.36
	}
	trust := 0.0 // in the number
	if namesake(o, n) {
		if trust = min(1, max(0, 1-(other-score)/labelDoubt)); o.own.key == n.own.key && o.own.words > 0 {
			trust = 1 // its own words stayed, whatever came under it
		}
	}
	v := score + trust*labelBonus - (1-trust)*locality*distance
	if o.unit.Kind != n.unit.Kind {
		v -= 0.05
	}
	v = max(v, 0)
	return v * v * (1 + math.Log1p(float64(min(o.words, n.words)))/16)
}

// weight is what a sure pair is worth in a chain. Many short provisions that
// kept their order outweigh a long one that went past them.
func weight(o, n *node) float64 { return 1 + math.Log1p(float64(min(o.words, n.words)))/4 }

// kin reports whether units of these kinds may be one unit in two editions.
func kin(o, n *node) bool {
	a, b := o.unit.Kind, n.unit.Kind
	if a == b {
		return true
	}
	if opens(a) || opens(b) {
		return opens(a) && opens(b) && (a == corpus.KindAppendix) == (b == corpus.KindAppendix)
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
