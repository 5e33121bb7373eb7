package compare

// fewLeft is how many units of each side a gap may hold for its place to be
// evidence.
const fewLeft = 4

// lastGaps pairs the few that are left between the same neighbours, where the
// place says that a provision was rewritten rather than replaced.
func (m *matcher) lastGaps() {
	gapsOf(m.old.roots, m.new.roots, m.gap)
	for _, o := range m.old.nodes {
		if o.mate != nil {
			gapsOf(o.kids, o.mate.kids, m.gap)
		}
	}
}

// gapsOf calls fill for what has no counterpart between the same neighbours.
func gapsOf(os, ns []*node, fill func(os, ns []*node)) {
	if len(os) == 0 || len(ns) == 0 {
		return
	}
	at := make(map[*node]int, len(ns))
	for j, n := range ns {
		at[n] = j
	}
	i, j := 0, 0 // where the gap begins
	for k := 0; k <= len(os); k++ {
		end := len(ns)
		if k < len(os) {
			o := os[k]
			if o.mate == nil || o.moved {
				continue
			}
			e, ok := at[o.mate]
			if !ok || e < j {
				continue
			}
			end = e
		}
		fill(loose(os[i:k]), loose(ns[j:end]))
		i, j = k+1, end+1
	}
}

func (m *matcher) gap(os, ns []*node) {
	if len(os) > fewLeft || len(ns) > fewLeft {
		return
	}
	var links []link
	for i, o := range os {
		for j, n := range ns {
			if !kin(o, n) {
				continue
			}
			if s := m.similar(o, n); s >= likeGap {
				links = append(links, link{i: i, j: j, weight: s, score: s})
			}
		}
	}
	second := runnersUp(links, len(os), len(ns))
	for _, l := range heaviest(links) {
		m.accept(os[l.i], ns[l.j], ByText, l.score, l.score-second(l))
	}
}

// loose returns those that have words and no counterpart.
func loose(ns []*node) []*node {
	var out []*node
	for _, n := range ns {
		if n.mate == nil && !n.hollow() {
			out = append(out, n)
		}
	}
	return out
}
