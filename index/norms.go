package index

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/store"
)

// arrange orders what was found: by score; the editions of one norm together,
// at the place of the best of them, the newest first.
//
// What has the same words at the same address is one norm; what is left, with
// the same words elsewhere (it was renumbered); what is left, at the same
// address with other words (it was amended). In this order, as after an
// insertion another norm stands at the old address.
func (s *search) arrange(fs []found) [][]found {
	entry := map[string]*store.Entry{}
	for i := range s.all {
		entry[s.all[i].ID] = &s.all[i]
	}
	text := map[string]normKey{} // the act and language of each document
	for i, a := range s.sorted.of(s.all) {
		for _, e := range a {
			text[e.ID] = normKey{act: i + 1, lang: e.Meta.Language}
		}
	}
	fs = byScore(slices.DeleteFunc(fs, func(f found) bool { return entry[f.doc] == nil }))

	n := newNorms(fs)
	n.unite(func(f *found) normKey {
		k := text[f.doc]
		k.address, k.said = f.address, f.said
		return k
	})
	n.unite(func(f *found) normKey {
		if f.said == 0 {
			return normKey{}
		}
		k := text[f.doc]
		k.said = f.said
		return k
	})
	n.unite(func(f *found) normKey {
		k := text[f.doc]
		k.address = f.address
		return k
	})

	groups := n.groups()
	for _, g := range groups {
		best := g[0].score
		if len(g) > 1 {
			slices.SortStableFunc(g, func(a, b found) int {
				return strings.Compare(since(entry[b.doc]), since(entry[a.doc]))
			})
		}
		for i := range g {
			g[i].score = best
		}
	}
	return groups
}

func since(e *store.Entry) string { return cmp.Or(e.Meta.Edition, e.Meta.Date) }

// A normKey is what the texts of a norm share.
type normKey struct {
	act     int
	lang    string
	address corpus.Address
	said    uint64
}

// byScore sorts what was found, the best first.
func byScore(fs []found) []found {
	order := make([]int, len(fs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(fs[j].score, fs[i].score), i-j) })
	out := make([]found, len(fs))
	for k, i := range order {
		out[k] = fs[i]
	}
	return out
}

// norms gathers what is one norm in several documents. A document has a norm
// but once: a sentence that stands twice in one text is two norms.
type norms struct {
	fs   []found
	of   []int   // by found: the norm it belongs to
	have [][]int // by norm: what belongs to it
}

func newNorms(fs []found) *norms {
	n := &norms{fs, make([]int, len(fs)), make([][]int, len(fs))}
	self := make([]int, len(fs))
	for i := range fs {
		self[i] = i
		n.of[i], n.have[i] = i, self[i:i+1:i+1]
	}
	return n
}

// mostAlike is how many norms with one key are tried: cells of a table may
// have the same words a thousand times.
const mostAlike = 50

// unite makes one norm of those that have a member with the same key, if no
// document has both. Those with the zero key stay.
func (n *norms) unite(key func(*found) normKey) {
	byKey := make(map[normKey][]int, len(n.fs))
	for i := range n.fs {
		k := key(&n.fs[i])
		if k == (normKey{}) {
			continue
		}
		alike := byKey[k]
		united := slices.ContainsFunc(alike[:min(len(alike), mostAlike)], func(j int) bool { return n.join(n.of[j], n.of[i]) })
		if !united {
			byKey[k] = append(alike, i)
		}
	}
}

// join puts norm b into norm a, and reports whether they are one now.
func (n *norms) join(a, b int) bool {
	if a == b {
		return true
	}
	for _, i := range n.have[a] {
		for _, j := range n.have[b] {
			if n.fs[i].doc == n.fs[j].doc {
				return false
			}
		}
	}
	for _, j := range n.have[b] {
		n.of[j] = a
	}
	n.have[a] = append(n.have[a], n.have[b]...)
	n.have[b] = nil
	return true
}

// groups returns the norms in the order of their best members.
func (n *norms) groups() [][]found {
	var out [][]found
	done := make([]bool, len(n.fs))
	for i := range n.fs {
		k := n.of[i]
		if done[k] {
			continue
		}
		done[k] = true
		slices.Sort(n.have[k])
		g := make([]found, len(n.have[k]))
		for j, at := range n.have[k] {
			g[j] = n.fs[at]
		}
		out = append(out, g)
	}
	return out
}

// others are the other texts of a hit's act, with what the norm's group knows
// of them.
func (s *search) others(f found, group []found, texts []store.Entry) []Other {
	var own store.Entry
	for _, e := range texts {
		if e.ID == f.doc {
			own = e
		}
	}
	var out []Other
	for _, e := range texts {
		if e.ID == f.doc {
			continue
		}
		o := Other{Document: e.ID, Language: e.Meta.Language, Edition: e.Meta.Edition, Newer: since(&e) > since(&own),
			Searched: slices.ContainsFunc(s.list, func(x store.Entry) bool { return x.ID == e.ID })}
		for _, g := range group {
			if g.doc == e.ID {
				o.Address, o.Same = g.address, g.said == f.said
			}
		}
		out = append(out, o)
	}
	return out
}
