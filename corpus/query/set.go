package query

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Set is many queries that are looked for together, as those of a codebook.
// What each finds is what it finds alone; but a text is cut into words once,
// only the words that some query asks for are kept of it, and only the queries
// that have a word in it are tried.
//
// It never changes and may be used by many goroutines.
type Set struct {
	queries []*Query // copies that know the places of their words
	shared  int      // nodes that stand in several queries
	whole   bool     // some query looks at more than words: texts keep all of theirs

	words  []*word // of all queries, equal ones once
	byStem [len(languages)]map[string][]int32
	byForm map[string][]int32
	// Patterns with * and ? by what they begin with, cut to prefixLen letters;
	// those that begin with less, and words with slips, are tried on each form.
	byPrefix map[string][]int32
	loose    []int32

	triggers [][]int32 // by word: the queries to try in a text that has it
	always   []int32   // queries to try in each text
}

const prefixLen = 3

// NewSet makes a set of queries; nil ones find nothing.
func NewSet(queries []*Query) *Set {
	s := &Set{byForm: map[string][]int32{}, byPrefix: map[string][]int32{}}
	for i := range s.byStem {
		s.byStem[i] = map[string][]int32{}
	}
	c := newCopier(s, queries)
	for i, q := range queries {
		if q == nil || q.root == nil {
			s.queries = append(s.queries, nil)
			continue
		}
		root := c.copy(q.root)
		s.queries = append(s.queries, &Query{root: root})
		start, ok := start(root)
		if !ok {
			s.always = append(s.always, int32(i))
		}
		for _, w := range start {
			s.triggers[w] = append(s.triggers[w], int32(i))
		}
	}
	return s
}

// add makes a word of the set.
func (s *Set) add(w *word) *word {
	own := *w
	own.set, own.at = s, int32(len(s.words))
	s.words = append(s.words, &own)
	s.triggers = append(s.triggers, nil)
	switch w.kind {
	case byStem:
		for lang, stem := range w.stems {
			s.byStem[lang][stem] = append(s.byStem[lang][stem], own.at)
		}
	case byForm, byCapitals:
		s.byForm[w.form] = append(s.byForm[w.form], own.at)
	case byWildcard:
		begin, _, _ := strings.Cut(w.form, "*")
		begin, _, _ = strings.Cut(begin, "?")
		if p := prefix(begin); p != "" {
			s.byPrefix[p] = append(s.byPrefix[p], own.at)
			return &own
		}
		s.loose = append(s.loose, own.at)
	default:
		s.loose = append(s.loose, own.at)
	}
	return &own
}

// prefix returns the first letters of a form, "" if it has fewer.
func prefix(form string) string {
	at := 0
	for range prefixLen {
		if at == len(form) {
			return ""
		}
		_, n := utf8.DecodeRuneInString(form[at:])
		at += n
	}
	return form[:at]
}

// start returns words of which a text must have one for the node to find
// anything; it fails where none need be there.
func start(n node) ([]int32, bool) {
	switch n := n.(type) {
	case *word:
		return []int32{n.at}, true
	case *phrase:
		// The longest word is seldom the commonest.
		return []int32{slices.MaxFunc(n.words, func(a, b *word) int { return len(a.form) - len(b.form) }).at}, true
	case *near:
		return fewest(n.a, n.b)
	case *same:
		return fewest(n.a, n.b)
	case *and:
		return fewest(n.all...)
	case *requiring:
		return fewest(append([]node{n.in}, n.all...)...)
	case *without:
		return start(n.in)
	case *atLeast:
		return start(n.in)
	case *ref:
		return start(n.node)
	case *synonym:
		return start(n.node)
	case *shared:
		return start(n.node)
	case *or:
		var all []int32
		for _, c := range n.any {
			ws, ok := start(c)
			if !ok {
				return nil, false
			}
			all = append(all, ws...)
		}
		slices.Sort(all)
		return slices.Compact(all), true
	}
	return nil, false
}

// fewest returns the shortest list of words of nodes that all must be there.
func fewest(ns ...node) (best []int32, ok bool) {
	for _, n := range ns {
		if ws, found := start(n); found && (!ok || len(ws) < len(best)) {
			best, ok = ws, true
		}
	}
	return best, ok
}

// Text cuts units into words for Find. It is made in the place of old, which may be
// nil or a Text of this method that is of no use any more.
func (s *Set) Text(old *Text, units []Unit) *Text {
	t := old
	if t == nil || t.set != s {
		t = &Text{set: s, at: make([][]int32, len(s.words)), shared: make([][]hit, s.shared)}
		t.once.Do(func() {}) // there is no more to be known of its words
	}
	for _, w := range t.have {
		t.at[w] = t.at[w][:0]
	}
	clear(t.shared)
	t.units, t.tokens, t.have, t.arena = units, t.tokens[:0], t.have[:0], t.arena[:0]
	t.cut()
	return t
}

// keep adds a token to a text if some query asks for it.
func (s *Set) keep(t *Text, k token, lang int) {
	n := int32(len(t.tokens))
	kept := s.whole
	is := func(ws []int32) {
		for _, w := range ws {
			if len(t.at[w]) == 0 {
				t.have = append(t.have, w)
			}
			t.at[w] = append(t.at[w], n)
			kept = true
		}
	}
	if k.stem != "" {
		is(s.byStem[lang][k.stem])
	}
	if k.form != "" {
		for _, w := range s.byForm[k.form] {
			if s.words[w].kind == byForm || isAbbreviation(t.units[k.unit].Text[k.lo:k.hi]) {
				is([]int32{w})
			}
		}
		if len(s.byPrefix) > 0 {
			for _, w := range s.byPrefix[prefix(k.form)] {
				if Wild(s.words[w].form, k.form) {
					is([]int32{w})
				}
			}
		}
		for _, w := range s.loose {
			if v := s.words[w]; v.kind == byWildcard && Wild(v.form, k.form) || v.kind == byFuzzy && Close(v.form, k.form, v.edits) {
				is([]int32{w})
			}
		}
	}
	if kept {
		t.tokens = append(t.tokens, k)
	}
}

// Find calls found with each query that occurs in a text that the set has cut,
// by its place among those that the set was made of, in order. The occurrences
// are those of Query.Occurrences, and good until found returns.
func (s *Set) Find(t *Text, found func(query int, os []Occurrence)) {
	t.try = append(t.try[:0], s.always...)
	for _, w := range t.have {
		t.try = append(t.try, s.triggers[w]...)
	}
	slices.Sort(t.try)
	for _, q := range slices.Compact(t.try) {
		hits := s.queries[q].root.find(t)
		if len(hits) == 0 {
			continue
		}
		t.found.os = t.occurrences(unique(hits), t.found.os, t.found.ms)
		if last := t.found.os[0]; cap(last) > 0 {
			t.found.ms = last[:0]
		}
		found(int(q), t.found.os)
	}
}

// hits is a place for n hits, of a set's text one that the next text takes
// again.
func (t *Text) hits(n int) []hit {
	if t.set == nil {
		return make([]hit, n)
	}
	if len(t.arena)+n > cap(t.arena) {
		t.arena = make([]hit, 0, max(n, 2*cap(t.arena), 256)) // the old one lives as long as its hits
	}
	from := len(t.arena)
	t.arena = t.arena[:from+n]
	hs := t.arena[from : from+n : from+n]
	clear(hs)
	return hs
}
