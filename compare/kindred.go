package compare

import "slices"

// kinShare is the share of a unit's words that equal kids must make for it to
// be the same unit when its own words don't tell.
const kinShare = 0.40

// kindred pairs what kept its place and some of its kids, but lost or gained
// so many others that as a whole it is no longer like itself: an article of
// two clauses of which the longer one was repealed.
func (m *matcher) kindred() {
	at := map[int32][]*node{} // unpaired parents by what their kids say
	for _, n := range m.new.nodes {
		if n.mate != nil {
			continue
		}
		for _, k := range n.kids {
			if k.mate == nil && !k.hollow() {
				at[k.all] = append(at[k.all], n)
			}
		}
	}
	for _, o := range m.old.nodes {
		if o.mate != nil {
			continue
		}
		shared := map[*node]int{}
		var best *node
		for _, k := range o.kids {
			homes := at[k.all]
			if k.mate != nil || len(homes) == 0 || len(homes) > maxList {
				continue
			}
			for _, n := range homes {
				if n.mate != nil || !kin(o, n) || !m.inOrder(o, n) {
					continue
				}
				shared[n] += k.words
				if best == nil || shared[n] > shared[best] {
					best = n
				}
			}
		}
		if best == nil {
			continue
		}
		named := o.own.key == best.own.key && o.own.words > 0
		if named || float64(shared[best]) >= kinShare*float64(min(o.words, best.words)) {
			s := m.similar(o, best)
			m.accept(o, best, ByText, s, s)
		}
	}
}

// inOrder reports whether two units stand between the same paired neighbours.
// It looks no further than maxList siblings either way: the cost stays linear.
func (m *matcher) inOrder(o, n *node) bool {
	olds, news := m.old.roots, m.new.roots
	if o.parent != nil && n.parent != nil {
		if o.parent.mate != n.parent {
			return false
		}
		olds, news = o.parent.kids, n.parent.kids
	} else if o.parent != n.parent {
		return false
	}
	lo, hi := m.bounds(olds, o)
	// The same is asked of the new side, whose neighbours may have gone away.
	back, on := m.bounds(news, n)
	return lo < n.ord && n.ord < hi && back < o.ord && o.ord < on
}

// bounds returns the places of the counterparts of the nearest paired siblings
// before and after a unit.
func (m *matcher) bounds(siblings []*node, n *node) (lo, hi int) {
	lo, hi = -1, len(m.old.nodes)+len(m.new.nodes)
	at, _ := slices.BinarySearchFunc(siblings, n.ord, func(k *node, ord int) int { return k.ord - ord })
	for i := at - 1; i >= max(0, at-maxList); i-- {
		if k := siblings[i]; k.mate != nil && !k.moved {
			lo = k.mate.ord
			break
		}
	}
	for i := at + 1; i < min(len(siblings), at+maxList); i++ {
		if k := siblings[i]; k.mate != nil && !k.moved {
			hi = k.mate.ord
			break
		}
	}
	return lo, hi
}
