package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// sight is verify by the words that the index keeps: without reading a text it
// finds the same provisions with the same counts and scores. What they say is
// read for those that are shown (reveal).
func (s *search) sight(b bleve.Index, m *query.Matcher, cs []candidate) ([]found, error) {
	results := make([][]found, len(cs))
	err := perDocument(s.ctx, cs, func(ctx context.Context, doc string, which []int) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		v, err := b.GetInternal(hashKey(doc))
		if err != nil {
			return fmt.Errorf("%w: %w", errDamaged, err)
		}
		l, err := s.lists.get(parsePlace(string(v)))
		if err != nil {
			return err
		}
		e := newEye(m, l)
		var unsure []int
		for _, i := range which {
			c := cs[i]
			if c.lo < 1 || c.hi-1 > len(l.units) || c.lo >= c.hi {
				return fmt.Errorf("%w: group %s", errDamaged, c.id())
			}
			for _, p := range pieces(m.Query(), c, func(k int) corpus.Kind { return l.units[c.lo-1+k].kind }) {
				if e.look(p.group); e.unsure() {
					unsure, results[i] = append(unsure, i), nil
					break
				}
				results[i] = append(results[i], e.match(s.query, p)...)
			}
		}
		// What words alone cannot tell.
		return stretches(ctx, s.docs, doc, cs, unsure, func(i int, rows []store.Row) {
			results[i] = read(s.query, cs[i], rows)
		})
	})
	if err != nil {
		return nil, err
	}
	return slices.Concat(results...), nil
}

// An eye looks for a query in one word list.
type eye struct {
	m     *query.Matcher
	l     *wordList
	is    []uint64       // which of the query's words each type is
	stems map[int]string // by type: the stem that it has in Russian
	had   []string       // those of a unit
	text  *query.Text    // of the group, if cut says so
	cut   bool
	alone *query.Text // of a unit

	// The group that is looked at.
	group
	units  []query.Unit
	tokens []query.Token
	bits   []uint64
	types  []int
	behind []int // where the word before ends, if nothing but white space lies between, else -1
	first  []int // by unit: its first token
}

func newEye(m *query.Matcher, l *wordList) *eye {
	e := &eye{m: m, l: l, is: make([]uint64, len(l.types)), stems: map[int]string{}}
	if stems, ok := m.Stems(); ok {
		e.byStem(stems)
		return e
	}
	var is [3]func(form, stem string) uint64
	for i, lang := range languages {
		is[i] = m.In(lang)
	}
	for i := range l.types {
		t := &l.types[i]
		e.is[i] = is[t.lang](l.form(i), l.stem(i))
	}
	return e
}

// byStem tells the types by their stems, which most queries ask for: nearly all
// are passed over by their hash.
func (e *eye) byStem(stems [][3]string) {
	for i, s := range stems {
		var hash [3]uint32
		for lang := range s {
			hash[lang] = stemHash(stemBasis, s[lang])
		}
		for n := range e.l.types {
			if t := &e.l.types[n]; t.hash == hash[t.lang] && e.l.stem(n) == s[t.lang] {
				e.is[n] |= 1 << i
			}
		}
	}
}

// look gathers the words of a group that the query asks for.
func (e *eye) look(g group) {
	e.units, e.first = e.units[:0], e.first[:0]
	e.tokens, e.bits, e.types, e.behind = e.tokens[:0], e.bits[:0], e.types[:0], e.behind[:0]
	e.group, e.cut = g, false
	clause := g.lo
	pos, sentence := 0, 0
	for i := g.lo - 1; i < g.hi-1; i++ {
		u := &e.l.units[i]
		if u.kind <= corpus.KindClause {
			clause = i + 1
		}
		e.units = append(e.units, query.Unit{Clause: clause})
		e.first = append(e.first, len(e.tokens))
		pos, sentence = e.lookAt(u, i-g.lo+1, pos+query.Border, sentence+1)
	}
	e.first = append(e.first, len(e.tokens))
}

// lookAt reads the words of a unit, and returns where it ends.
func (e *eye) lookAt(u *wordUnit, unit, pos, sentence int) (int, int) {
	r := listReader{e.l.data[:u.end], int(u.at)}
	pos-- // every word is behind another
	lo, hi, before := 0, -1, -1
	for first := true; r.i < len(r.s); first = false {
		n := r.int()
		gap, far, size, part := 1, 1, -1, 0
		last, blank := false, !first
		if n < plainWords {
			blank = false
			switch n {
			case markTwo:
				gap = 2
			case markPoint:
				gap = 2
				sentence++
			default:
				flags := r.byte()
				if flags&flagGap != 0 {
					gap = r.int()
					blank = flags&flagBlank != 0
				} else {
					blank = !first
				}
				if flags&flagSize != 0 {
					size = r.int()
				}
				if flags&flagFar != 0 {
					far = r.int()
				}
				if flags&flagPart != 0 {
					part = r.int()
				}
				if flags&flagSentence != 0 {
					sentence++
				}
				last = flags&flagLast != 0
			}
			n = r.int()
		}
		n -= plainWords
		if size < 0 {
			size = int(e.l.types[n].size)
		}
		pos += far
		from := lo + gap
		if part == 0 {
			from = hi + gap
			before = -1
			if blank {
				before = hi
			}
			lo, hi = from, from+size
		}
		if e.is[n] == 0 {
			continue
		}
		behind := before
		if part > 1 {
			behind = -1
		}
		e.tokens = append(e.tokens, query.Token{Unit: unit, Lo: from, Hi: from + size, Pos: pos, Sentence: sentence, Part: part, Last: last})
		e.bits = append(e.bits, e.is[n])
		e.types = append(e.types, n)
		e.behind = append(e.behind, behind)
	}
	return pos, sentence
}

// unsure reports whether the group has a word of which its form doesn't tell
// whether it is asked for.
func (e *eye) unsure() bool {
	bits := e.m.Unsure()
	return bits != 0 && slices.ContainsFunc(e.bits, func(is uint64) bool { return is&bits != 0 })
}

// match is the function match for the group that is looked at.
func (e *eye) match(q asked, c candidate) []found {
	switch {
	case len(e.tokens) == 0:
		return nil
	case e.m.One():
		return e.one(q, c)
	}
	return match(e, q, c)
}

func (e *eye) size() int                 { return len(e.units) }
func (e *eye) kind(unit int) corpus.Kind { return e.l.units[e.lo-1+unit].kind }
func (e *eye) parent(unit int) int       { return int(e.l.units[e.lo-1+unit].parent) }

func (e *eye) find(q *query.Query, lo, hi int) []query.Occurrence {
	if lo == 0 && hi == len(e.units) {
		if !e.cut {
			e.text, e.cut = e.m.Text(e.text, e.units, e.tokens, e.bits), true
		}
		return q.Occurrences(e.text)
	}
	from, to := e.first[lo], e.first[hi]
	e.alone = e.m.Text(e.alone, e.units, e.tokens[from:to], e.bits[from:to])
	return q.Occurrences(e.alone)
}

func (e *eye) found(unit int) found {
	ord := e.lo + unit
	return found{group: e.group, ord: ord, address: e.l.address(ord - 1), said: e.l.units[ord-1].said, unread: true, wording: e.l.wording}
}

func (e *eye) spread(unit int, _ []query.Occurrence) spread { return spread{ord: e.lo + unit} }

// one is match for a query of one word: each is an occurrence.
func (e *eye) one(q asked, c candidate) []found {
	n := 0
	for i := range e.units {
		if e.first[i] < e.first[i+1] {
			n++
		}
	}
	out := make([]found, 0, n)
	var rs [][2]int
	for i := range e.units {
		ks := e.tokens[e.first[i]:e.first[i+1]]
		if len(ks) == 0 {
			continue
		}
		rs = rs[:0]
		for _, k := range ks {
			rs = append(rs, [2]int{k.Lo, k.Hi})
		}
		f := e.found(i)
		f.count = len(ks)
		f.score = quality(e.kind(i), e.measure(i, merged(rs), nil), q.wanted)
		out = append(out, f)
	}
	return weigh(out, c.score)
}

// measure is that of a unit's matched words.
func (e *eye) measure(unit int, rs [][2]int, of map[int]string) measure {
	m := measure{size: int(e.l.units[e.lo-1+unit].size), ranges: len(rs)}
	stems := e.had[:0]
	add := func(stem string) {
		if !slices.Contains(stems, stem) {
			stems = append(stems, stem)
		}
	}
	k, end := e.first[unit], -1
	for _, r := range rs {
		m.matched += r[1] - r[0]
		for k < e.first[unit+1] && e.tokens[k].Lo < r[0] {
			k++
		}
		if s := of[r[0]]; s != "" {
			for _, stem := range wordStems(s) {
				add(stem)
			}
		} else {
			add(e.stem(e.types[k])) // the longest of those that begin here is the whole of them
		}
		if end >= 0 && e.behind[k] == end {
			m.side++
		}
		end = r[1]
	}
	m.stems, e.had = len(stems), stems
	return m
}

// stem is the stem that a type has in Russian.
func (e *eye) stem(n int) string {
	stem, ok := e.stems[n]
	if !ok {
		if stem = e.l.stem(n); e.l.types[n].lang != 0 {
			stem = words.Stem(e.l.form(n), languages[0])
		}
		e.stems[n] = stem
	}
	return stem
}

// reveal reads what a provision says that was found by its words. u is its unit.
func (s *search) reveal(f found, u *corpus.Unit) (found, error) {
	if !f.unread {
		return f, nil
	}
	rows := []store.Row{{Ord: f.ord, Address: f.address, Kind: u.Kind, Label: u.Label, Title: u.Title, Text: u.Text}}
	at := f.group
	if f.units == nil { // it matches by itself
		at.lo, at.hi = f.ord, f.ord+1
	} else {
		var err error
		if rows, err = s.docs.Rows(s.ctx, f.doc, f.lo, f.hi); err != nil {
			return f, err
		}
	}
	if len(rows) == at.hi-at.lo {
		for _, r := range match(newReader(at, rows), s.query, candidate{at, f.score}) {
			if r.ord == f.ord && r.bySynonym == f.bySynonym {
				r.group, r.score = f.group, f.score
				return r, nil
			}
		}
	}
	return f, fmt.Errorf("%w: %s is not what it was", store.ErrNotFound, f.id())
}
