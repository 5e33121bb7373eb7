package index

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

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
	act := map[string]int{}
	for i, a := range store.Acts(s.all) {
		for _, e := range a {
			act[e.ID] = i
		}
	}
	fs = slices.DeleteFunc(fs, func(f found) bool { return entry[f.doc] == nil })
	slices.SortStableFunc(fs, func(a, b found) int { return cmp.Compare(b.score, a.score) })

	n := newNorms(fs)
	text := func(f found) string { return strconv.Itoa(act[f.doc]) + " " + entry[f.doc].Meta.Language + " " }
	n.unite(func(f found) string { return text(f) + string(f.address) + "\n" + strconv.FormatUint(f.said, 36) })
	n.unite(func(f found) string {
		if f.said == 0 {
			return ""
		}
		return text(f) + "\n" + strconv.FormatUint(f.said, 36)
	})
	n.unite(func(f found) string { return text(f) + string(f.address) })

	groups := n.groups()
	for _, g := range groups {
		best := g[0].score
		slices.SortStableFunc(g, func(a, b found) int {
			return strings.Compare(since(entry[b.doc]), since(entry[a.doc]))
		})
		for i := range g {
			g[i].score = best
		}
	}
	return groups
}

func since(e *store.Entry) string { return cmp.Or(e.Meta.Edition, e.Meta.Date) }

// norms gathers what is one norm in several documents. A document has a norm
// but once: a sentence that stands twice in one text is two norms.
type norms struct {
	fs   []found
	of   []int   // by found: the norm it belongs to
	have [][]int // by norm: what belongs to it
}

func newNorms(fs []found) *norms {
	n := &norms{fs, make([]int, len(fs)), make([][]int, len(fs))}
	for i := range fs {
		n.of[i], n.have[i] = i, []int{i}
	}
	return n
}

// mostAlike is how many norms with one key are tried: cells of a table may
// have the same words a thousand times.
const mostAlike = 50

// unite makes one norm of those that have a member with the same key, if no
// document has both. Those with an empty key stay.
func (n *norms) unite(key func(found) string) {
	byKey := map[string][]int{}
	for i, f := range n.fs {
		k := key(f)
		if k == "" {
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
	done := map[int]bool{}
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
