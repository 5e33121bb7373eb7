package compare

// twins finds the articles and chapters of one number that have nothing but
// that in common: to a reader, the same one written anew. In an act that took
// the place of another, equal numbers mean nothing: there only chapters are.
func (m *matcher) twins() map[*node]*node {
	same, other := 0, 0
	for _, n := range m.new.roots {
		switch {
		case n.mate == nil || n.opened || n.label == "":
		case n.mate.label == n.label:
			same++
		default:
			other++
		}
	}
	lone := map[string]*node{}
	for _, o := range m.old.roots {
		if o.mate == nil && o.group == nil && o.label != "" && (o.opened || same > other) {
			lone[o.label] = o
		}
	}
	out := map[*node]*node{}
	for _, n := range m.new.roots {
		if o := lone[n.label]; o != nil && n.mate == nil && n.group == nil && o.unit.Kind == n.unit.Kind {
			out[o], out[n] = n, o
			delete(lone, n.label)
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
