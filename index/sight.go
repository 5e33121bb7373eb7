package index

import (
	"fmt"
	"runtime"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/errgroup"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
	"svod/corpus/words"
)

// sight is verify by the words that the index keeps: without reading a text it
// finds the same provisions with the same counts and scores. What they say is
// read for those that are shown (reveal).
func (s *search) sight(b bleve.Index, m *query.Matcher, cs []candidate) ([]found, error) {
	byDoc := map[string][]int{}
	var order []string
	for i, c := range cs {
		if byDoc[c.doc] == nil {
			order = append(order, c.doc)
		}
		byDoc[c.doc] = append(byDoc[c.doc], i)
	}
	results := make([][]found, len(cs))
	g, ctx := errgroup.WithContext(s.ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, id := range order {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			v, err := b.GetInternal(hashKey(id))
			if err != nil {
				return fmt.Errorf("%w: %w", errDamaged, err)
			}
			l, err := s.lists.get(parsePlace(string(v)))
			if err != nil {
				return err
			}
			e := newEye(m, l)
			for _, i := range byDoc[id] {
				c := cs[i]
				if c.lo < 1 || c.hi-1 > len(l.units) || c.lo >= c.hi {
					return fmt.Errorf("%w: group %s", errDamaged, c.id())
				}
				for _, p := range pieces(m.Query(), c, func(k int) corpus.Kind { return l.units[c.lo-1+k].kind }) {
					results[i] = append(results[i], e.match(p)...)
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return slices.Concat(results...), nil
}

// An eye looks for a query in one word list.
type eye struct {
	m     *query.Matcher
	l     *wordList
	asked int
	is    []uint64       // which of the query's words each type is
	stems map[int]string // by type: the stem that it has in Russian
	had   []string       // those of a unit
	text  *query.Text    // of a group
	alone *query.Text    // of a unit

	// Of the group that is looked at.
	lo     int // ord of its first unit
	units  []query.Unit
	tokens []query.Token
	bits   []uint64
	types  []int
	behind []int // where the word before ends, if nothing but white space lies between, else -1
	first  []int // by unit: its first token
}

func newEye(m *query.Matcher, l *wordList) *eye {
	e := &eye{m: m, l: l, asked: leaves(m.Query().Needs()), is: make([]uint64, len(l.types)), stems: map[int]string{}}
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
	e.lo = g.lo
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

// match is as the function match: every unit that matches by itself, else the
// smallest around all the matches.
func (e *eye) match(c candidate) []found {
	e.look(c.group)
	if len(e.tokens) == 0 {
		return nil
	}
	if e.m.One() {
		return e.one(c)
	}
	q := e.m.Query()
	e.text = e.m.Text(e.text, e.units, e.tokens, e.bits)
	os := q.Occurrences(e.text)
	if len(os) == 0 {
		return nil
	}
	var out []found
	put := func(i int, alone []query.Occurrence) {
		u := &e.l.units[c.lo-1+i]
		f := e.found(c, c.lo+i, len(alone))
		f.score = quality(u.kind, e.measure(i, ranges(alone, i)), e.asked)
		out = append(out, f)
	}
	if q.Local() || len(e.units) == 1 {
		// Each lies in one unit, and they are in order.
		for n := 0; len(os) > 0; os = os[n:] {
			i := os[0][0].Unit
			for n = 1; n < len(os) && os[n][0].Unit == i; n++ {
			}
			put(i, os[:n])
		}
		return weigh(out, c.score)
	}
	hit := make([]bool, len(e.units))
	for _, o := range os {
		for _, m := range o {
			hit[m.Unit] = true
		}
	}
	var at []int
	var all []spread
	for i := range hit {
		if !hit[i] {
			continue
		}
		lo, hi := e.first[i], e.first[i+1]
		e.alone = e.m.Text(e.alone, e.units, e.tokens[lo:hi], e.bits[lo:hi])
		if alone := q.Occurrences(e.alone); len(alone) > 0 {
			put(i, alone)
		}
		at = append(at, i)
		all = append(all, spread{ord: c.lo + i})
	}
	if len(out) > 0 {
		return weigh(out, c.score)
	}
	parents := make([]int, len(e.units))
	for i := range parents {
		parents[i] = int(e.l.units[c.lo-1+i].parent)
	}
	f := e.found(c, c.lo+around(parents, c.lo, at), len(os))
	said := []uint64{f.said}
	for _, i := range at {
		said = append(said, e.l.units[c.lo-1+i].said)
	}
	f.said = saidTogether(said...)
	f.units, f.score = all, c.score*spreadQuality
	return []found{f}
}

// one is match for a query of one word: each is an occurrence.
func (e *eye) one(c candidate) []found {
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
		f := e.found(c, c.lo+i, len(ks))
		f.score = quality(e.l.units[c.lo-1+i].kind, e.measure(i, merged(rs)), e.asked)
		out = append(out, f)
	}
	return weigh(out, c.score)
}

func (e *eye) found(c candidate, ord, count int) found {
	return found{group: c.group, ord: ord, address: e.l.address(ord - 1), said: e.l.units[ord-1].said, count: count, unread: true, wording: e.l.wording}
}

// measure is that of a unit's matched words.
func (e *eye) measure(unit int, rs [][2]int) measure {
	m := measure{size: int(e.l.units[e.lo-1+unit].size), ranges: len(rs)}
	stems := e.had[:0]
	k, end := e.first[unit], -1
	for _, r := range rs {
		m.matched += r[1] - r[0]
		for k < e.first[unit+1] && e.tokens[k].Lo < r[0] {
			k++
		}
		// The longest of those that begin here is the whole of them.
		n := e.types[k]
		stem, ok := e.stems[n]
		if !ok {
			if stem = e.l.stem(n); e.l.types[n].lang != 0 {
				stem = words.Stem(e.l.form(n), languages[0])
			}
			e.stems[n] = stem
		}
		if !slices.Contains(stems, stem) {
			stems = append(stems, stem)
		}
		if end >= 0 && e.behind[k] == end {
			m.side++
		}
		end = r[1]
	}
	m.stems, e.had = len(stems), stems
	return m
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
		for _, r := range match(s.query, candidate{at, f.score}, rows) {
			if r.ord == f.ord {
				r.group, r.score = f.group, f.score
				return r, nil
			}
		}
	}
	return f, fmt.Errorf("%w: %s is not what it was", store.ErrNotFound, f.id())
}
