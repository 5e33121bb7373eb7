package compare

import (
	"slices"

	"svod/corpus"
)

// A move needs words: short provisions («иные полномочия») recur everywhere.
const (
	moveWords      = 6 // in a unit that went to another parent
	moveWordsEdits = 8 // if it was edited too
)

// moves looks for what has no counterpart among its neighbours anywhere in
// the act, whole articles first, so that their clauses go with them.
func (m *matcher) moves() {
	deepest := 0
	for _, s := range []*side{m.old, m.new} {
		for _, n := range s.nodes {
			deepest = max(deepest, n.depth)
		}
	}
	copies := map[int32]int{}
	for _, s := range []*side{m.old, m.new} {
		for _, n := range s.nodes {
			copies[n.all]++
		}
	}
	for level := 0; level <= deepest; level++ {
		m.movesAt(level, copies)
	}
	m.reorder()
	m.movesOfWords()
	m.lastLabels()
	m.lastGaps()
}

// movesAt pairs whole units of which one stands at the level, and none deeper.
func (m *matcher) movesAt(level int, copies map[int32]int) {
	able := func(n *node) bool { return n.depth <= level && !n.opened && n.words >= moveWords }
	m.moved(able, m.vector, func(o, n *node) (float64, bool) {
		if o.depth != level && n.depth != level || !kin(o, n) {
			return 0, false
		}
		if o.all == n.all {
			return 1, copies[o.all] <= 2 // text that the act repeats did not move, it is said twice
		}
		s := cosine(m.vector(o), m.vector(n))
		return s, s >= likeMove && min(o.words, n.words) >= moveWordsEdits
	})
}

// movesOfWords looks for the words of a provision in one of another kind: an
// article that became a paragraph of its neighbour, a clause of which an
// article was made.
func (m *matcher) movesOfWords() {
	able := func(n *node) bool {
		return n.own.words >= moveWordsEdits && n.unit.Text != "" && provides(n.unit.Kind)
	}
	m.moved(able, m.ownVector, func(o, n *node) (float64, bool) {
		if o.own.key == n.own.key {
			return 1, true
		}
		s := cosine(m.ownVector(o), m.ownVector(n))
		return s, s >= likeMove
	})
}

// moved pairs units that are able to move and have no counterpart, by what
// vectors bring near and like then measures.
func (m *matcher) moved(able func(*node) bool, vector func(*node) vector, like func(o, n *node) (score float64, ok bool)) {
	pool := func(s *side) []*node {
		var out []*node
		for _, n := range s.nodes {
			if n.vacant() && able(n) {
				out = append(out, n)
			}
		}
		return out
	}
	os, ns := pool(m.old), pool(m.new)
	if len(os) == 0 || len(ns) == 0 {
		return
	}
	var links []link
	ix := newIndex(os, vector)
	for j, n := range ns {
		for _, c := range ix.near(n) {
			if s, ok := like(os[c.at], n); ok {
				links = append(links, link{i: c.at, j: j, score: s})
			}
		}
	}
	m.take(links, os, ns, ByMove)
}

// provides reports whether units of a kind say what is to be done, each with
// words of its own, so that one may become another.
func provides(k corpus.Kind) bool {
	return k == corpus.KindArticle || k >= corpus.KindClause && k <= corpus.KindPassage
}

// vacant reports whether a unit has no counterpart, or one that is only a
// number: «исключен» is left behind by what went to another article, too.
func (n *node) vacant() bool { return n.mate == nil || n.mate.empty() && !n.empty() }

func (n *node) leave() {
	if n.mate != nil {
		n.mate.mate, n.mate = nil, nil
	}
}

// reorder pairs siblings of paired parents that crossed each other.
func (m *matcher) reorder() {
	var os, ns []*node
	for _, o := range m.old.nodes {
		if o.mate == nil && !o.hollow() {
			os = append(os, o)
		}
	}
	byParent := map[*node][]*node{}
	for _, n := range m.new.nodes {
		if n.mate == nil && !n.hollow() && n.parent != nil {
			byParent[n.parent] = append(byParent[n.parent], n)
		}
	}
	places := map[*node]int{}
	var links []link
	for i, o := range os {
		if o.parent == nil || o.parent.mate == nil {
			continue
		}
		rivals := byParent[o.parent.mate]
		if len(rivals) > maxList {
			continue
		}
		for _, n := range rivals {
			if !kin(o, n) || n.own.text == "" {
				continue
			}
			s := m.similar(o, n)
			if s < likeInside || s < 1 && min(o.words, n.words) < 3 {
				continue
			}
			j, ok := places[n]
			if !ok {
				j = len(ns)
				places[n] = j
				ns = append(ns, n)
			}
			links = append(links, link{i: i, j: j, score: s})
		}
	}
	m.take(links, os, ns, ByText)
}

// take accepts links greedily, the surest first.
func (m *matcher) take(links []link, os, ns []*node, by string) {
	second := runnersUp(links, len(os), len(ns))
	slices.SortStableFunc(links, func(a, b link) int {
		switch {
		case a.score != b.score:
			if a.score > b.score {
				return -1
			}
			return 1
		case os[a.i].words != os[b.i].words:
			return os[b.i].words - os[a.i].words
		case a.i != b.i:
			return a.i - b.i
		}
		return a.j - b.j
	})
	for _, l := range links {
		o, n := os[l.i], ns[l.j]
		if !o.vacant() || !n.vacant() {
			continue
		}
		o.leave()
		n.leave()
		m.accept(o, n, by, l.score, l.score-second(l))
		o.moved, n.moved = true, true
	}
}

// lastLabels pairs what is left by number inside paired parents: drafters
// keep the number of a provision that they rewrite.
func (m *matcher) lastLabels() {
	roots := map[string]*node{}
	for _, n := range m.new.roots {
		if roots[n.label] == nil {
			roots[n.label] = n
		}
	}
	for _, o := range m.old.nodes {
		if o.mate != nil || o.label == "" {
			continue
		}
		n := roots[o.label]
		if o.parent != nil {
			n = nil
			if o.parent.mate != nil {
				n = named(o.parent.mate.kids, o.label)
			}
		}
		if n == nil || n.mate != nil || !kin(o, n) {
			continue
		}
		s := 0.0
		if !o.empty() && !n.empty() && !o.hollow() && !n.hollow() {
			if s = m.similar(o, n); s < likeLast && !only(o.unit.Kind) {
				continue
			}
		}
		m.accept(o, n, ByLabel, s, s)
	}
}

// only reports whether an act has one unit of the kind, which is that of the
// other edition whatever it says: two presidents signed one constitution.
func only(k corpus.Kind) bool { return k == corpus.KindSignature || k == corpus.KindPreamble }

func named(ns []*node, label string) *node {
	for _, n := range ns {
		if n.label == label {
			return n
		}
	}
	return nil
}
