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
	queries []*Query
	whole   bool // some query looks at more than words: texts keep all of theirs

	// The words of all queries, equal ones once.
	place  map[*word]int
	words  []*word
	byStem [len(languages)]map[string][]int32 // places in words
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
	s := &Set{queries: queries, place: map[*word]int{}, byForm: map[string][]int32{}, byPrefix: map[string][]int32{}}
	for i := range s.byStem {
		s.byStem[i] = map[string][]int32{}
	}
	same := map[word]int{} // words by all that makes them find what they find
	for i, q := range queries {
		if q == nil || q.root == nil {
			continue
		}
		m := Matcher{q: q}
		if !m.gather(q.root) {
			s.whole = true
		}
		for _, w := range m.words {
			s.add(w, same)
		}
		if start, ok := s.start(q.root); ok {
			for _, w := range start {
				if !slices.Contains(s.triggers[w], int32(i)) {
					s.triggers[w] = append(s.triggers[w], int32(i))
				}
			}
		} else {
			s.always = append(s.always, int32(i))
		}
	}
	return s
}

// add gives a word its place.
func (s *Set) add(w *word, same map[word]int) {
	if _, ok := s.place[w]; ok {
		return
	}
	key := word{kind: w.kind, form: w.form, stems: w.stems, edits: w.edits}
	if w.kind == byStem {
		key.form = ""
	}
	if at, ok := same[key]; ok {
		s.place[w] = at
		return
	}
	at := len(s.words)
	same[key], s.place[w] = at, at
	s.words = append(s.words, w)
	s.triggers = append(s.triggers, nil)
	switch w.kind {
	case byStem:
		for lang, stem := range w.stems {
			s.byStem[lang][stem] = append(s.byStem[lang][stem], int32(at))
		}
	case byForm, byCapitals:
		s.byForm[w.form] = append(s.byForm[w.form], int32(at))
	case byWildcard:
		begin, _, _ := strings.Cut(w.form, "*")
		begin, _, _ = strings.Cut(begin, "?")
		if p := prefix(begin); p != "" {
			s.byPrefix[p] = append(s.byPrefix[p], int32(at))
			return
		}
		s.loose = append(s.loose, int32(at))
	default:
		s.loose = append(s.loose, int32(at))
	}
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
func (s *Set) start(n node) ([]int32, bool) {
	switch n := n.(type) {
	case *word:
		return []int32{int32(s.place[n])}, true
	case *phrase:
		// The longest word is seldom the commonest.
		w := slices.MaxFunc(n.words, func(a, b *word) int { return len(a.form) - len(b.form) })
		return []int32{int32(s.place[w])}, true
	case *near:
		return s.fewest(n.a, n.b)
	case *same:
		return s.fewest(n.a, n.b)
	case *and:
		return s.fewest(n.all...)
	case *requiring:
		return s.fewest(append([]node{n.in}, n.all...)...)
	case *without:
		return s.start(n.in)
	case *atLeast:
		return s.start(n.in)
	case *ref:
		return s.start(n.node)
	case *synonym:
		return s.start(n.node)
	case *or:
		var all []int32
		for _, c := range n.any {
			ws, ok := s.start(c)
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
func (s *Set) fewest(ns ...node) (best []int32, ok bool) {
	for _, n := range ns {
		if ws, found := s.start(n); found && (!ok || len(ws) < len(best)) {
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
		t = &Text{set: s, of: s.place, at: make([][]int32, len(s.words))}
		t.once.Do(func() {}) // there is no more to be known of its words
	}
	for _, w := range t.have {
		t.at[w] = t.at[w][:0]
	}
	t.units, t.tokens, t.have = units, t.tokens[:0], t.have[:0]
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
// by its place among those that the set was made of, in order.
func (s *Set) Find(t *Text, found func(query int, os []Occurrence)) {
	try := slices.Clone(s.always)
	for _, w := range t.have {
		try = append(try, s.triggers[w]...)
	}
	slices.Sort(try)
	for _, q := range slices.Compact(try) {
		if os := s.queries[q].Occurrences(t); len(os) > 0 {
			found(int(q), os)
		}
	}
}
