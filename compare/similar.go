package compare

import (
	"math"
	"slices"
)

// A term is a stem with its count in a text, or its weight in a vector.
type term struct {
	id int32
	w  float32
}

// A vector is a text as a bag of stems: terms sorted by id, of length one.
// Weights grow with a stem's count and its rareness in the two acts.
type vector []term

func countTerms(ids []int32) []term {
	slices.Sort(ids)
	var ts []term
	for _, id := range ids {
		if n := len(ts); n > 0 && ts[n-1].id == id {
			ts[n-1].w++
		} else {
			ts = append(ts, term{id, 1})
		}
	}
	return ts
}

// idf is the weight of a stem by how few texts have it.
func (t *texts) idf(id int32) float64 {
	df := 0
	if int(id) < len(t.df) {
		df = int(t.df[id])
	}
	return math.Log(1 + float64(t.count)/float64(1+df))
}

func (t *texts) weigh(counts []term) vector {
	v := make(vector, len(counts))
	sum := 0.0
	for i, c := range counts {
		w := math.Sqrt(float64(c.w)) * t.idf(c.id)
		v[i] = term{c.id, float32(w)}
		sum += w * w
	}
	if sum > 0 {
		norm := float32(1 / math.Sqrt(sum))
		for i := range v {
			v[i].w *= norm
		}
	}
	return v
}

// vector returns the vector of a node and its kids.
func (t *texts) vector(n *node) vector {
	if n.vec == nil {
		n.vec = t.weigh(counts(n))
	}
	return n.vec
}

// ownVector returns the vector of a node without its kids.
func (t *texts) ownVector(n *node) vector {
	if n.own.vec == nil {
		n.own.vec = t.weigh(n.own.terms)
	}
	return n.own.vec
}

func counts(n *node) []term {
	if len(n.kids) == 0 {
		return n.own.terms
	}
	all := slices.Clone(n.own.terms)
	for _, k := range n.kids {
		all = append(all, counts(k)...)
	}
	slices.SortFunc(all, func(x, y term) int { return int(x.id) - int(y.id) })
	out := all[:0]
	for _, x := range all {
		if n := len(out); n > 0 && out[n-1].id == x.id {
			out[n-1].w += x.w
		} else {
			out = append(out, x)
		}
	}
	return out
}

// cosine returns how alike two vectors are, from 0 to 1.
func cosine(a, b vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += float64(a[i].w) * float64(b[j].w)
			i++
			j++
		}
	}
	return math.Min(sum, 1)
}

// containment returns the share of the smaller vector's weight that the other
// one has too, whatever else it says.
func containment(a, b vector) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	shared, total := 0.0, 0.0
	j := 0
	for _, x := range a {
		w := float64(x.w) * float64(x.w)
		total += w
		for j < len(b) && b[j].id < x.id {
			j++
		}
		if j < len(b) && b[j].id == x.id {
			shared += w
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}

// similar returns how alike two nodes are with all that they hold, from 0 to 1.
func (t *texts) similar(a, b *node) float64 {
	if a.all == b.all {
		return 1
	}
	va, vb := t.vector(a), t.vector(b)
	s := cosine(va, vb)
	if isRow(a.own.text) && isRow(b.own.text) {
		return rowLikeness(a, b, s)
	}
	// An old clause that the new one quotes whole and continues is the same
	// clause, however long the continuation.
	if len(va) >= 5 && len(vb) >= 5 {
		if c := containment(va, vb); c >= 0.8 {
			s = math.Max(s, 0.75*c)
		}
	}
	return s
}

// An index finds the nodes that share rare stems with a node.
type index struct {
	of    func(*node) vector
	nodes []*node
	lists map[int32][]posting
	score []float64
	hits  []int32
}

type posting struct {
	node int32
	w    float32
}

// A candidate is a node of an index, by its place there.
type candidate struct {
	at    int
	score float64
}

const (
	// maxList is the length of the longest list of nodes that is walked: a
	// stem that more nodes have is no evidence, and costs time without bound.
	maxList = 64
	// maxCandidates is how many of the best nodes are looked at closely.
	maxCandidates = 16
	// rareStems is how many of a node's weightiest stems are looked up.
	rareStems = 24
)

func newIndex(nodes []*node, of func(*node) vector) *index {
	ix := &index{of: of, nodes: nodes, lists: map[int32][]posting{}, score: make([]float64, len(nodes))}
	for i, n := range nodes {
		for _, x := range of(n) {
			if l := ix.lists[x.id]; len(l) <= maxList {
				ix.lists[x.id] = append(l, posting{int32(i), x.w})
			}
		}
	}
	return ix
}

// near returns the best candidates for a node, best first.
func (ix *index) near(n *node) []candidate {
	v := ix.of(n)
	if len(v) > rareStems {
		v = slices.Clone(v)
		slices.SortStableFunc(v, func(x, y term) int {
			switch {
			case x.w > y.w:
				return -1
			case x.w < y.w:
				return 1
			}
			return 0
		})
		v = v[:rareStems]
	}
	ix.hits = ix.hits[:0]
	for _, x := range v {
		list := ix.lists[x.id]
		if len(list) > maxList {
			continue
		}
		for _, p := range list {
			if ix.score[p.node] == 0 {
				ix.hits = append(ix.hits, p.node)
			}
			ix.score[p.node] += float64(x.w) * float64(p.w)
		}
	}
	cs := make([]candidate, len(ix.hits))
	for i, h := range ix.hits {
		cs[i] = candidate{int(h), ix.score[h]}
		ix.score[h] = 0
	}
	slices.SortFunc(cs, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.at - b.at
	})
	if len(cs) > maxCandidates {
		cs = cs[:maxCandidates]
	}
	return cs
}
