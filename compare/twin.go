package compare

// twins finds the articles and chapters of one number that have nothing but
// that in common: to a reader, the same one written anew. Equal numbers mean
// that only where numbers stand still, which the nearest counterparts before
// and after tell: in an act that took the place of another they move.
func (m *matcher) twins() map[*node]*node {
	lone := map[string]*node{}
	olds, news := fixed(m.old.roots), fixed(m.new.roots)
	for _, o := range m.old.roots {
		if o.mate == nil && o.group == nil && o.label != "" {
			lone[o.label] = o
		}
	}
	out := map[*node]*node{}
	for _, n := range m.new.roots {
		o := lone[n.label]
		if o == nil || n.mate != nil || n.group != nil || o.unit.Kind != n.unit.Kind {
			continue
		}
		if a, b := olds[o], news[n]; meet(a[0], b[0]) && meet(a[1], b[1]) {
			out[o], out[n] = n, o
			delete(lone, n.label)
		}
	}
	return out
}

// meet reports whether two neighbours are counterparts of one number, or both
// are not there.
func meet(o, n *node) bool {
	if o == nil || n == nil {
		return o == n
	}
	return n.mate == o && o.label == n.label
}

// fixed returns for each root the nearest articles before and after it that
// have a counterpart.
func fixed(roots []*node) map[*node][2]*node {
	out := map[*node][2]*node{}
	var last *node
	paired := func(n *node) bool { return n.mate != nil && !n.opened && n.unit.Num != "" }
	for _, n := range roots {
		out[n] = [2]*node{last, nil}
		if paired(n) {
			last = n
		}
	}
	last = nil
	for i := len(roots) - 1; i >= 0; i-- {
		n := roots[i]
		out[n] = [2]*node{out[n][0], last}
		if paired(n) {
			last = n
		}
	}
	return out
}

// twin returns the counterpart of a clause or article; of one that has none,
// that which has its number now.
func (c *Comparison) twin(n *node) *node {
	if t := c.twins[n]; t != nil {
		return t
	}
	if n.mate != nil || n.label == "" || n.parent == nil || n.parent.mate == nil {
		return n.mate
	}
	if k := named(n.parent.mate.kids, n.label); k != nil && k.mate == nil {
		return k
	}
	return nil
}
