package compare

import "slices"

const (
	splitWindow = 4    // how far apart the parts of one provision may stand
	splitWords  = 5    // the shortest part
	splitPart   = 0.60 // of a part's threes of words, how many the whole has
	splitWhole  = 0.60 // of the whole's, how many the parts have together
	splitOwn    = 0.30 // of a part's, how many no other part has
)

// splits finds provisions of which several were made, and by looking the
// other way, several of which one was made.
func (m *matcher) splits() {
	m.descend(m.old, func(o, n *node) *group { return &group{old: []*node{o}, new: []*node{n}} })
	m.descend(m.new, func(n, o *node) *group { return &group{old: []*node{o}, new: []*node{n}} })
	for _, g := range m.pieces(m.new) {
		m.join(&group{old: []*node{g.whole}, new: g.parts, score: 1})
	}
	for _, g := range m.pieces(m.old) {
		m.join(&group{old: g.parts, new: []*node{g.whole}, score: 1})
	}
	for _, g := range m.parts(m.old, m.new) {
		m.join(&group{old: []*node{g.whole}, new: g.parts, score: g.score})
	}
	for _, g := range m.parts(m.new, m.old) {
		m.join(&group{old: g.parts, new: []*node{g.whole}, score: g.score})
	}
}

func (m *matcher) join(g *group) {
	for _, n := range slices.Concat(g.old, g.new) {
		if n.group != nil {
			return
		}
	}
	for _, n := range slices.Concat(g.old, g.new) {
		n.group = g
	}
}

type division struct {
	whole *node
	parts []*node
	score float64
}

// pieces finds neighbours of which one has a counterpart that says just what
// they say together, word for word. However short they are, that is no chance.
func (m *matcher) pieces(many *side) []division {
	var out []division
	for _, q := range many.nodes {
		o := q.mate
		if o == nil || o.group != nil || q.group != nil || q.own.words == 0 || q.own.words >= o.own.words {
			continue
		}
		// What has no counterpart on either side of q.
		alone := func(n *node) bool { return n.mate == nil && n.group == nil && n.own.words > 0 && n.parent == q.parent }
		lo, hi := q.ord, q.ord+1
		for lo > 0 && q.ord-lo < splitWindow-1 && alone(many.nodes[lo-1]) {
			lo--
		}
		for hi < len(many.nodes) && hi-q.ord < splitWindow && alone(many.nodes[hi]) {
			hi++
		}
		for from := lo; from <= q.ord; from++ {
			for to := q.ord + 1; to <= hi; to++ {
				if parts := many.nodes[from:to]; len(parts) > 1 && len(parts) <= splitWindow && m.together(parts, o) {
					out = append(out, division{o, slices.Clone(parts), 1})
				}
			}
		}
	}
	return out
}

// together reports whether the parts say the words of the whole, in order.
func (m *matcher) together(parts []*node, whole *node) bool {
	n := 0
	for _, p := range parts {
		n += p.own.words
	}
	if n != whole.own.words {
		return false
	}
	var ids []int32
	for _, p := range parts {
		ids = append(ids, m.stems(p.own.text)...)
	}
	return slices.Equal(ids, m.stems(whole.own.text))
}

// parts finds nodes of one side whose words went to several of the other.
func (m *matcher) parts(one, many *side) []division {
	var loose []*node // parts that have no counterpart
	for _, n := range many.nodes {
		if n.mate == nil && n.group == nil && n.own.words >= splitWords {
			loose = append(loose, n)
		}
	}
	if len(loose) == 0 {
		return nil
	}
	var lost []*node
	for _, o := range one.nodes {
		if o.mate == nil && o.group == nil && o.own.words >= 2*splitWords {
			lost = append(lost, o)
		}
	}
	grams := map[*node]map[[3]int32]bool{}
	of := func(n *node) map[[3]int32]bool {
		g := grams[n]
		if g == nil {
			g = m.threes(n)
			grams[n] = g
		}
		return g
	}
	found := map[*node][]*node{}
	var wholes []*node
	var ix *index
	if len(lost) > 0 {
		ix = newIndex(lost, m.ownVector)
	}
	for _, p := range loose {
		var best *node
		bestShare := splitPart
		try := func(o *node) {
			if o == nil || o.group != nil || o.own.words <= p.own.words {
				return
			}
			if s := share(of(p), of(o)); s > bestShare {
				best, bestShare = o, s
			}
		}
		for at := max(0, p.ord-splitWindow); at < min(len(many.nodes), p.ord+splitWindow+1); at++ {
			try(many.nodes[at].mate)
		}
		if ix != nil {
			for _, c := range ix.near(p) {
				try(lost[c.at])
			}
		}
		if best == nil {
			continue
		}
		if found[best] == nil {
			wholes = append(wholes, best)
		}
		found[best] = append(found[best], p)
	}
	var out []division
	for _, o := range wholes {
		parts := found[o]
		if o.mate != nil {
			if o.mate.group != nil || o.mate.own.words == 0 {
				continue
			}
			parts = append(parts, o.mate)
		}
		slices.SortFunc(parts, func(a, b *node) int { return a.ord - b.ord })
		if d, ok := divide(o, parts, of); ok {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b division) int { return a.whole.ord - b.whole.ord })
	return out
}

// divide checks that the parts make the whole, and each of them something of it.
func divide(o *node, parts []*node, of func(*node) map[[3]int32]bool) (division, bool) {
	if len(parts) < 2 || len(parts) > splitWindow || parts[len(parts)-1].ord-parts[0].ord > 2*splitWindow {
		return division{}, false
	}
	covered := map[[3]int32]int{}
	for _, p := range parts {
		for g := range of(p) {
			if of(o)[g] {
				covered[g]++
			}
		}
	}
	if len(of(o)) == 0 || float64(len(covered)) < splitWhole*float64(len(of(o))) {
		return division{}, false
	}
	for _, p := range parts {
		alone := 0
		for g := range of(p) {
			if covered[g] == 1 {
				alone++
			}
		}
		if float64(alone) < splitOwn*float64(len(of(p))) || alone == 0 {
			return division{}, false
		}
	}
	return division{o, parts, float64(len(covered)) / float64(len(of(o)))}, true
}

// threes returns a node's own text as sequences of three stems.
func (m *matcher) threes(n *node) map[[3]int32]bool {
	ids := m.stems(n.own.text)
	g := map[[3]int32]bool{}
	for i := 0; i+3 <= len(ids); i++ {
		g[[3]int32{ids[i], ids[i+1], ids[i+2]}] = true
	}
	return g
}

// share returns how much of a is in b.
func share(a, b map[[3]int32]bool) float64 {
	if len(a) == 0 {
		return 0
	}
	n := 0
	for g := range a {
		if b[g] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}
