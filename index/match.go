package index

import (
	"cmp"
	"slices"

	"svod/corpus"
	"svod/corpus/query"
)

// An asked query is what was typed, and the same with its synonyms.
type asked struct {
	typed, query *query.Query
	any          bool // any of the words will do
	wanted       int  // words, without their synonyms
}

func newAsked(typed, withSynonyms *query.Query, any bool) asked {
	return asked{typed, withSynonyms, any, max(1, leaves(typed.Needs()))}
}

// A view is a group as a query looks at it: by its text, or by the words that
// the index keeps of it.
type view interface {
	size() int // units
	kind(unit int) corpus.Kind
	parent(unit int) int // its ord
	// find returns the occurrences in the units from lo to hi, hi not included,
	// as if there were no others.
	find(q *query.Query, lo, hi int) []query.Occurrence
	// measure tells what there is to be told of matched words of a unit; of
	// says, by where they begin, what those stand for that are synonyms.
	measure(unit int, rs [][2]int, of map[int]string) measure

	found(unit int) found
	spread(unit int, os []query.Occurrence) spread
}

// match finds the provisions of a group that match: every unit that matches by
// itself; if none does, the smallest unit around all the matches.
//
// What is found by synonyms only neither hides nor outweighs what was typed:
// that stands as it would without them.
func match(v view, q asked, c candidate) []found {
	var typed, other []found
	for _, f := range matchUnits(v, c.lo, q.query, q.wanted) {
		if !f.synonymous {
			typed = append(typed, f)
			continue
		}
		lo, hi := 0, v.size()
		if !f.spread {
			lo = f.ord - c.lo
			hi = lo + 1
		}
		os := v.find(q.typed, lo, hi)
		if f.bySynonym = len(os) == 0; f.bySynonym {
			other = append(other, f)
			continue
		}
		if !f.spread && !q.any { // it has all as it was typed: the rest adds nothing
			f.score = quality(v.kind(lo), v.measure(lo, ranges(os, lo), nil), q.wanted)
		}
		typed = append(typed, f)
	}
	if len(typed) == 0 && len(other) > 0 {
		typed = matchUnits(v, c.lo, q.typed, q.wanted)
	}
	return append(weigh(typed, c.score), weigh(other, c.score)...)
}

// matchUnits finds them for one query, with what they are worth in their group,
// whose first unit is at lo.
func matchUnits(v view, lo int, q *query.Query, wanted int) []found {
	n := v.size()
	os := v.find(q, 0, n)
	if len(os) == 0 {
		return nil
	}
	var out []found
	put := func(i int, alone []query.Occurrence) {
		f := v.found(i)
		if f.count = len(alone); !f.unread {
			f.units = []spread{v.spread(i, alone)}
		}
		of := standsFor(alone, i)
		f.synonymous = len(of) > 0
		f.score = quality(v.kind(i), v.measure(i, ranges(alone, i), of), wanted)
		out = append(out, f)
	}
	if q.Local() || n == 1 {
		// Each lies in one unit, and they are in order.
		for k := 0; len(os) > 0; os = os[k:] {
			i := os[0][0].Unit
			for k = 1; k < len(os) && os[k][0].Unit == i; k++ {
			}
			put(i, os[:k])
		}
		return out
	}
	hit := make([]bool, n)
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
		at = append(at, i)
		if alone := v.find(q, i, i+1); len(alone) > 0 {
			put(i, alone)
		} else {
			all = append(all, v.spread(i, os))
		}
	}
	if len(out) > 0 {
		return out
	}
	parents := make([]int, n)
	for i := range parents {
		parents[i] = v.parent(i)
	}
	f := v.found(around(parents, lo, at))
	f.units, f.count, f.spread, f.score = all, len(os), true, spreadQuality
	said := []uint64{f.said}
	for _, i := range at {
		said = append(said, v.found(i).said)
		f.synonymous = f.synonymous || len(standsFor(os, i)) > 0
	}
	f.said = saidTogether(said...)
	return []found{f}
}

// weigh shares a group's score among its units: the best of them has it whole,
// so that articles stand in the order of their scores.
func weigh(fs []found, score float64) []found {
	if len(fs) == 0 {
		return nil
	}
	best := max(enough, slices.MaxFunc(fs, func(a, b found) int { return cmp.Compare(a.score, b.score) }).score)
	if fs[0].spread {
		best = 1
	}
	for i := range fs {
		fs[i].score *= score / best
	}
	return fs
}
