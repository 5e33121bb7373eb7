package query

import (
	"cmp"
	"slices"
	"strings"
)

// A Match is a matched word: a unit, by its place in the text, and the word's
// byte offsets in that unit's text. A match of a regular expression may be
// more than a word. Of a synonym's words, Of is what was asked for.
type Match struct {
	Unit, Lo, Hi int
	Of           string
}

// An Occurrence is the matched words of one occurrence, in order.
type Occurrence []Match

// A hit is an occurrence by its tokens, in order. A match of a regular
// expression knows the tokens that it touches and its own offsets.
type hit struct {
	tokens []int32
	exact  *Match
	syn    []synonymToken // those of its tokens that are a synonym's
}

// Find returns every matched word once, in order; nil if the query doesn't
// match.
func (q *Query) Find(t *Text) []Match {
	var ms []Match
	for _, o := range q.Occurrences(t) {
		ms = append(ms, o...)
	}
	// A word that was asked for, too, goes before the synonym that it is.
	slices.SortFunc(ms, func(a, b Match) int { return cmp.Or(compareMatches(a, b), cmp.Compare(a.Of, b.Of)) })
	return slices.CompactFunc(ms, func(a, b Match) bool { return compareMatches(a, b) == 0 })
}

func compareMatches(a, b Match) int {
	return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Lo, b.Lo), cmp.Compare(a.Hi, b.Hi))
}

// Matches reports whether the query occurs in the text.
func (q *Query) Matches(t *Text) bool {
	if q == nil || q.root == nil {
		return false
	}
	t.index()
	return len(q.root.find(t)) > 0
}

// Occurrences returns the occurrences of the query in order of their first
// words, the longer first.
func (q *Query) Occurrences(t *Text) []Occurrence {
	if q == nil || q.root == nil {
		return nil
	}
	t.index()
	hits := q.root.find(t)
	if len(hits) == 0 {
		return nil
	}
	return t.occurrences(unique(hits), nil, nil)
}

// occurrences are hits by their words, in the places of os and ms.
func (t *Text) occurrences(hits []hit, os []Occurrence, ms []Match) []Occurrence {
	n := 0
	for _, h := range hits {
		n += max(1, len(h.tokens))
	}
	os, ms = slices.Grow(os[:0], len(hits)), slices.Grow(ms[:0], n)
	for _, h := range hits {
		from := len(ms)
		if h.exact != nil {
			ms = append(ms, *h.exact)
		} else {
			for _, k := range h.tokens {
				ms = append(ms, Match{t.tokens[k].unit, t.tokens[k].lo, t.tokens[k].hi, h.of(k)})
			}
		}
		os = append(os, ms[from:len(ms):len(ms)])
	}
	return os
}

// unique sorts hits by their first word, the longer first, and drops doubles.
func unique(hits []hit) []hit {
	sorted := true // as those of a word are, and most others
	for i := 1; i < len(hits) && sorted; i++ {
		sorted = compareHits(hits[i-1], hits[i]) < 0
	}
	if sorted {
		return hits
	}
	slices.SortStableFunc(hits, compareHits)
	return slices.CompactFunc(hits, func(a, b hit) bool {
		return slices.Equal(a.tokens, b.tokens) && a.exact == b.exact
	})
}

func compareHits(a, b hit) int {
	if c := cmp.Compare(a.tokens[0], b.tokens[0]); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(len(b.tokens), len(a.tokens)), slices.Compare(a.tokens, b.tokens))
}

// tokens returns the tokens that are the word, in order.
func (w *word) tokens(t *Text) []int32 {
	switch {
	case t.set != nil && t.set != w.set:
		panic("query: the text knows the words of its set only")
	case t.set != nil:
		return t.at[w.at]
	case t.of != nil:
		return t.at[t.of[w]]
	}
	switch w.kind {
	case byForm:
		return t.byForm[w.form]
	case byCapitals:
		return slices.DeleteFunc(slices.Clone(t.byForm[w.form]), func(k int32) bool {
			token := &t.tokens[k]
			return !isAbbreviation(t.units[token.unit].Text[token.lo:token.hi])
		})
	case byWildcard:
		return t.withForm(func(form string) bool { return Wild(w.form, form) })
	case byFuzzy:
		return t.withForm(func(form string) bool { return Close(w.form, form, w.edits) })
	}
	if len(t.units) == 0 {
		return nil
	}
	if w.stems[0] == w.stems[1] && w.stems[1] == w.stems[2] {
		return t.byStem[w.stems[0]]
	}
	var ks []int32
	for lang, stem := range w.stems {
		if lang > 0 && !slices.Contains(t.langs, lang) {
			continue
		}
		for _, k := range t.byStem[stem] {
			if t.langs[t.tokens[k].unit] == lang {
				ks = append(ks, k)
			}
		}
	}
	slices.Sort(ks)
	return ks
}

// withForm returns the tokens whose form fits, in order.
func (t *Text) withForm(fits func(form string) bool) []int32 {
	var ks []int32
	for form, at := range t.byForm {
		if fits(form) {
			ks = append(ks, at...)
		}
	}
	slices.Sort(ks)
	return ks
}

// Wild reports whether a form fits a pattern of letters, * and ?.
func Wild(pattern, form string) bool {
	p, f := []rune(pattern), []rune(form)
	i, j, star, mark := 0, 0, -1, 0
	for j < len(f) {
		switch {
		case i < len(p) && p[i] == '*':
			star, mark = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == f[j]):
			i++
			j++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(string(p[i:]), "*") == ""
}

func (w *word) find(t *Text) []hit {
	ks := w.tokens(t)
	hs := t.hits(len(ks))
	for i := range ks {
		hs[i].tokens = ks[i : i+1 : i+1]
	}
	return hs
}

// follows reports whether token b stands directly behind a: the next word, or
// the next part of one compound.
func (t *Text) follows(a, b *token) bool {
	if a.pos == b.pos {
		return a.part > 0 && b.part == a.part+1
	}
	return a.pos+1 == b.pos && (a.part == 0 || a.last) && b.part <= 1
}

func (p *phrase) find(t *Text) []hit {
	var at [8][]int32
	words := at[:0] // the tokens of each word
	for _, w := range p.words {
		ks := w.tokens(t)
		if len(ks) == 0 {
			return nil
		}
		words = append(words, ks)
	}
	// Each way of reading the words so far, by its last token.
	hs := t.hits(len(words[0]))
	for i := range hs {
		hs[i].tokens = words[0][i : i+1 : i+1]
	}
	for _, ks := range words[1:] {
		if len(hs) == 0 {
			return nil
		}
		var longer []hit
		for _, h := range hs {
			last := h.tokens[len(h.tokens)-1]
			i, _ := slices.BinarySearch(ks, last+1)
			for ; i < len(ks) && t.tokens[ks[i]].pos <= t.tokens[last].pos+1; i++ {
				if t.follows(&t.tokens[last], &t.tokens[ks[i]]) {
					longer = append(longer, hit{tokens: append(slices.Clip(h.tokens), ks[i])})
				}
			}
		}
		hs = longer
	}
	return hs
}

func (t *Text) first(h hit) *token { return &t.tokens[h.tokens[0]] }
func (t *Text) last(h hit) *token  { return &t.tokens[h.tokens[len(h.tokens)-1]] }

// maxPairs is how many partners a hit is given within its window, the nearest
// first. It only limits texts that repeat one word hundreds of times.
const maxPairs = 16

// maxHits is how many hits nearness makes of one text. Beyond it, hits are
// given fewer partners, but one at least: «с* /9 п* /9 о*» means nothing
// sensible in a long article, and must not eat all memory.
const maxHits = 1 << 16

func (n *near) find(t *Text) []hit {
	as, bs := n.a.find(t), n.b.find(t)
	if len(as) == 0 || len(bs) == 0 {
		return nil
	}
	bs = unique(bs)
	most := min(maxPairs, max(1, maxHits/len(as)))
	longest := 0 // positions that a hit of b spans
	for _, b := range bs {
		longest = max(longest, t.last(b).pos-t.first(b).pos)
	}
	var hs []hit
	type pair struct{ i, d int }
	var pairs []pair
	for _, a := range as {
		lo, hi := t.first(a).pos, t.last(a).pos
		i, _ := slices.BinarySearchFunc(bs, lo-n.n-longest, func(b hit, pos int) int { return cmp.Compare(t.first(b).pos, pos) })
		pairs = pairs[:0]
		for ; i < len(bs) && t.first(bs[i]).pos <= hi+n.n; i++ {
			if d, ok := t.distance(a, bs[i], n.ordered); ok && d <= n.n {
				pairs = append(pairs, pair{i, d})
			}
		}
		if len(pairs) > most {
			slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.d, b.d) })
			pairs = pairs[:most]
		}
		for _, p := range pairs {
			hs = append(hs, join(a, bs[p.i]))
		}
	}
	return unique(hs)
}

// distance is the difference of the positions of the words of a and b that are
// next to each other. It fails where a and b share a word, lie in different
// lines, or stand in the wrong order.
func (t *Text) distance(a, b hit, ordered bool) (int, bool) {
	if t.overlap(a, b) {
		return 0, false
	}
	a0, a1, b0, b1 := t.first(a), t.last(a), t.first(b), t.last(b)
	switch {
	case a1.pos < b0.pos:
		return b0.pos - a1.pos, true
	case a1.pos == b0.pos && a1.part < b0.part:
		return 0, true
	case ordered:
		return 0, false
	case b1.pos < a0.pos:
		return a0.pos - b1.pos, true
	}
	return 0, true // one inside the other
}

// overlap reports whether two hits share a word, a compound and its part
// included.
func (t *Text) overlap(a, b hit) bool {
	for i, j := 0, 0; i < len(a.tokens) && j < len(b.tokens); {
		x, y := &t.tokens[a.tokens[i]], &t.tokens[b.tokens[j]]
		switch {
		case x.pos < y.pos:
			i++
		case x.pos > y.pos:
			j++
		case x.part == y.part || x.part == 0 || y.part == 0:
			return true
		case x.part < y.part:
			i++
		default:
			j++
		}
	}
	return false
}

func join(a, b hit) hit {
	ks := slices.Concat(a.tokens, b.tokens)
	slices.Sort(ks)
	return hit{tokens: slices.Compact(ks), syn: slices.Concat(a.syn, b.syn)}
}

// group returns the number of the scope that a hit lies in; it fails for a hit
// that lies in several.
func (t *Text) group(h hit, s Scope) (int, bool) {
	of := func(k *token) int {
		switch s {
		case ScopeSentence:
			return k.sentence
		case ScopeClause:
			return t.units[k.unit].Clause
		}
		return 0
	}
	g := of(t.first(h))
	return g, of(t.last(h)) == g
}

// byGroup sorts hits into scopes, and returns the scopes in order.
func (t *Text) byGroup(hs []hit, s Scope) (map[int][]hit, []int) {
	m := map[int][]hit{}
	var order []int
	for _, h := range hs {
		if g, ok := t.group(h, s); ok {
			if m[g] == nil {
				order = append(order, g)
			}
			m[g] = append(m[g], h)
		}
	}
	return m, order
}

func (n *same) find(t *Text) []hit {
	as := n.a.find(t)
	if len(as) == 0 {
		return nil
	}
	inA, order := t.byGroup(as, n.scope)
	inB, _ := t.byGroup(n.b.find(t), n.scope)
	var hs []hit
	for _, g := range order {
		if !t.apart(inA[g], inB[g]) {
			continue
		}
		h := hit{}
		for _, o := range append(inA[g], inB[g]...) {
			h.tokens = append(h.tokens, o.tokens...)
			h.syn = append(h.syn, o.syn...)
		}
		slices.Sort(h.tokens)
		h.tokens = slices.Compact(h.tokens)
		hs = append(hs, h)
	}
	return hs
}

// apart reports whether some hit of each side share no word: «совет /с совет»
// asks for two.
func (t *Text) apart(as, bs []hit) bool {
	for _, a := range as {
		for _, b := range bs {
			if !t.overlap(a, b) {
				return true
			}
		}
	}
	return false
}

func (n *and) find(t *Text) []hit {
	found := make([]map[int][]hit, len(n.all))
	var order []int
	for i, c := range n.all {
		hs := c.find(t)
		if len(hs) == 0 {
			return nil
		}
		var o []int
		if found[i], o = t.byGroup(hs, n.scope); i == 0 {
			order = o
		}
	}
	order = slices.DeleteFunc(order, func(g int) bool {
		return slices.ContainsFunc(found, func(m map[int][]hit) bool { return len(m[g]) == 0 })
	})
	for _, c := range n.not {
		if len(order) == 0 {
			return nil
		}
		bad, _ := t.byGroup(c.find(t), n.scope)
		order = slices.DeleteFunc(order, func(g int) bool { return len(bad[g]) > 0 })
	}
	var hs []hit
	for _, g := range order {
		for _, m := range found {
			hs = append(hs, m[g]...)
		}
	}
	return hs
}

func (n *or) find(t *Text) []hit {
	var hs []hit
	for _, c := range n.any {
		if more := c.find(t); hs == nil {
			hs = more
		} else {
			hs = append(hs, more...)
		}
	}
	return unique(hs)
}

func (n *pattern) find(t *Text) []hit {
	var hs []hit
	k := 0
	for u, unit := range t.units {
		for k < len(t.tokens) && t.tokens[k].unit < u {
			k++
		}
		from := k
		for _, m := range n.matches(unit.Text) {
			if m[0] == m[1] {
				continue
			}
			h := hit{exact: &Match{Unit: u, Lo: m[0], Hi: m[1]}}
			for from < len(t.tokens) && t.tokens[from].unit == u && t.tokens[from].hi <= m[0] {
				from++
			}
			for i := from; i < len(t.tokens) && t.tokens[i].unit == u && t.tokens[i].lo < m[1]; i++ {
				if t.tokens[i].hi > m[0] {
					h.tokens = append(h.tokens, int32(i))
				}
			}
			// A match of nothing but punctuation touches no word and is none.
			if len(h.tokens) > 0 {
				hs = append(hs, h)
			}
		}
	}
	return hs
}

func (n *without) find(t *Text) []hit {
	hs := n.in.find(t)
	if len(hs) == 0 {
		return nil
	}
	bad := n.not.find(t)
	return slices.DeleteFunc(slices.Clone(hs), func(h hit) bool {
		return slices.ContainsFunc(bad, func(b hit) bool { return t.overlap(h, b) })
	})
}

func (n *requiring) find(t *Text) []hit {
	hs := n.in.find(t)
	for _, c := range n.all {
		if len(hs) == 0 {
			return nil
		}
		have, _ := t.byGroup(c.find(t), n.scope)
		hs = slices.DeleteFunc(slices.Clone(hs), func(h hit) bool {
			g, ok := t.group(h, n.scope)
			return !ok || len(have[g]) == 0
		})
	}
	return hs
}
