package query

import (
	"slices"
	"strings"
)

// A Token is a word of a text in its place, as a Text has it.
type Token struct {
	Form, Stem string
	Unit       int // by its place in the text
	Lo, Hi     int // bytes in the unit's text
	// Pos and Sentence count words and sentences through the text, Pos with a
	// step at each border of a line or unit that no nearness reaches over.
	Pos, Sentence int
	Part          int // of a compound, from 1; 0 is a whole word
	Last          bool
}

// Tokens returns the words of a text in their order.
func (t *Text) Tokens() []Token {
	out := make([]Token, len(t.tokens))
	for i, k := range t.tokens {
		out[i] = Token{k.form, k.stem, k.unit, k.lo, k.hi, k.pos, k.sentence, k.part, k.last}
	}
	return out
}

// Languages returns the languages of a text's units, those that were told from
// their text included.
func (t *Text) Languages() []string {
	out := make([]string, len(t.langs))
	for i, l := range t.langs {
		out[i] = languages[l]
	}
	return out
}

// A Matcher finds a query in texts that were cut into words before and of
// which it sees only the words that the query asks for: an index that keeps
// words spares reading and cutting texts. What it finds is what the query
// finds in the whole texts.
//
// It never changes and may be used by many goroutines.
type Matcher struct {
	q     *Query
	words []*word
	place map[*word]int // in words
}

// Matcher returns the matcher of a query, nil if the query looks at more than
// words and their places, as a regular expression does.
func (q *Query) Matcher() *Matcher {
	if q == nil || q.root == nil {
		return nil
	}
	m := &Matcher{q: q}
	if !m.gather(q.root) || len(m.words) > 64 {
		return nil
	}
	m.place = make(map[*word]int, len(m.words))
	for i, w := range m.words {
		m.place[w] = i
	}
	return m
}

// gather collects the words below a node. It fails at what is not known to be
// made of words.
func (m *Matcher) gather(n node) bool {
	all := func(ns ...node) bool {
		return !slices.ContainsFunc(ns, func(n node) bool { return !m.gather(n) })
	}
	switch n := n.(type) {
	case *word:
		if !slices.Contains(m.words, n) {
			m.words = append(m.words, n)
		}
		return n.kind <= byCapitals
	case *phrase:
		for _, w := range n.words {
			if !m.gather(w) {
				return false
			}
		}
		return true
	case *near:
		return all(n.a, n.b)
	case *same:
		return all(n.a, n.b)
	case *and:
		return all(n.all...) && all(n.not...)
	case *or:
		return all(n.any...)
	case *atLeast:
		return all(n.in)
	case *ref:
		return all(n.node)
	case *synonym:
		return all(n.node)
	case *without:
		return all(n.in, n.not)
	case *requiring:
		return all(n.in) && all(n.all...)
	}
	return false
}

// Query returns what is looked for.
func (m *Matcher) Query() *Query { return m.q }

// In returns what tells which of the query's words a word of a text in lang is,
// a bit for each; 0 is a word that the query doesn't ask for.
func (m *Matcher) In(lang string) func(form, stem string) uint64 {
	l := languageIndex(lang)
	plain := make([]string, len(m.words)) // what a word begins with, before * and ?
	for i, w := range m.words {
		plain[i] = w.form
		if at := strings.IndexAny(w.form, "*?"); at >= 0 {
			plain[i] = w.form[:at]
		}
	}
	return func(form, stem string) uint64 {
		var bits uint64
		for i, w := range m.words {
			var is bool
			switch w.kind {
			case byForm, byCapitals:
				is = form == w.form
			case byWildcard:
				is = form != "" && strings.HasPrefix(form, plain[i]) && Wild(w.form, form)
			case byFuzzy:
				is = Close(w.form, form, w.edits)
			default:
				is = stem == w.stems[l]
			}
			if is {
				bits |= 1 << i
			}
		}
		return bits
	}
}

// Stems returns the stems of the query's words, by the languages ru, kk and en
// of a text; it fails if the query looks at more of them than stems.
func (m *Matcher) Stems() (stems [][3]string, ok bool) {
	for _, w := range m.words {
		if w.kind != byStem {
			return nil, false
		}
		stems = append(stems, w.stems)
	}
	return stems, true
}

// One reports whether the query is one word: then each such word of a text is
// an occurrence.
func (m *Matcher) One() bool {
	_, ok := m.q.root.(*word)
	return ok
}

// Unsure tells of which words, a bit for each, folded words cannot tell whether
// they are meant: abbreviations, which are told by their capitals. A text that
// has such a word is to be looked at itself.
func (m *Matcher) Unsure() uint64 {
	var bits uint64
	for i, w := range m.words {
		if w.kind == byCapitals {
			bits |= 1 << i
		}
	}
	return bits
}

// Text is a text by the words that the query asks for: words[i] tells which
// tokens[i] is, and is not 0. Of units, only the clauses are looked at. The text
// is made in the place of old, which may be nil or a Text of this method that is
// of no use any more.
func (m *Matcher) Text(old *Text, units []Unit, tokens []Token, words []uint64) *Text {
	t := old
	if t == nil {
		t = &Text{of: m.place, at: make([][]int32, len(m.words))}
		t.once.Do(func() {}) // there is no more to be known of its words
	}
	t.units, t.tokens = units, t.tokens[:0]
	for w := range t.at {
		t.at[w] = t.at[w][:0]
	}
	for i, k := range tokens {
		t.tokens = append(t.tokens, token{k.Lo, k.Hi, k.Form, k.Stem, k.Unit, k.Pos, k.Sentence, k.Part, k.Last})
		for w := range t.at {
			if words[i]&(1<<w) != 0 {
				t.at[w] = append(t.at[w], int32(i))
			}
		}
	}
	return t
}
