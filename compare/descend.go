package compare

// descend finds the text of an article that became one of its clauses: the
// article has gone on, and its words are now a level deeper.
func (m *matcher) descend(from *side, join func(above, below *node) *group) {
	var left []*node
	for _, a := range from.nodes {
		b := a.mate
		if b == nil || a.own.text == "" || a.group != nil || b.group != nil {
			continue
		}
		var best *node
		score := likeText
		if b.own.text != "" {
			// It says something else now: its words must have gone on elsewhere.
			s := cosine(m.ownVector(a), m.ownVector(b))
			if s >= likeText || a.heading != 0 || b.heading != 0 {
				continue
			}
			score = max(score, s+2*sureMargin)
		}
		for _, k := range b.kids {
			if k.mate != nil || k.group != nil || k.own.text == "" {
				continue
			}
			if s := cosine(m.ownVector(a), m.ownVector(k)); s > score {
				best, score = k, s
			}
		}
		if best != nil {
			g := join(a, best)
			g.score = score
			a.group, best.group = g, g
			if b.own.words >= moveWordsEdits {
				left = append(left, b)
			}
		}
	}
	m.refill(left, from, join)
}

// refill finds where the words came from that an article has in place of those
// that became its clause.
func (m *matcher) refill(left []*node, from *side, join func(above, below *node) *group) {
	if len(left) == 0 {
		return
	}
	var loose []*node
	for _, a := range from.nodes {
		if a.mate == nil && a.group == nil && a.own.words >= moveWordsEdits && a.unit.Text != "" && provides(a.unit.Kind) {
			loose = append(loose, a)
		}
	}
	ix := newIndex(loose, m.ownVector)
	for _, b := range left {
		for _, c := range ix.near(b) {
			a := loose[c.at]
			if s := cosine(m.ownVector(a), m.ownVector(b)); s >= likeMove && a.group == nil {
				a.group = join(a, b)
				b.group, a.group.score = a.group, s
				break
			}
		}
	}
}
