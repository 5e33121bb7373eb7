package compare

import (
	"slices"
	"strings"

	"svod/corpus"
)

// A strip is a run of lines of the old source and the run of lines of the new
// one that it became. One of them is empty for lines that were removed or added.
type strip struct{ old, new corpus.Span }

// weightKept is how much more a provision that stayed weighs than one that
// Compare holds to be moved: where both cannot stay in order, the second is
// shown as gone at its old place and new at the other.
const weightKept = 1000

// strips lays the lines of both sources along each other: in their order they
// cover each line of either exactly once. What the rows say is followed as far
// as it can be without crossing.
func (c *Comparison) strips() []strip {
	var ls []link
	at := map[[2]int]strip{}
	for _, s := range c.pairs() {
		weight := 1.0
		for _, l := range c.new.Source.Lines[s.new.Lo:s.new.Hi] {
			weight += float64(len(l.Text))
		}
		if !s.moved {
			weight *= weightKept
		}
		ls = append(ls, link{i: s.old.Lo, j: s.new.Lo, weight: weight})
		at[[2]int{s.old.Lo, s.new.Lo}] = s.strip
	}
	old, new := c.old.Source.Lines, c.new.Source.Lines
	var out []strip
	i, j := 0, 0
	for _, l := range heaviest(ls) {
		s := at[[2]int{l.i, l.j}]
		out = append(out, gap(old, new, corpus.Span{Lo: i, Hi: s.old.Lo}, corpus.Span{Lo: j, Hi: s.new.Lo})...)
		out = append(out, within(old, new, s)...)
		i, j = s.old.Hi, s.new.Hi
	}
	return append(out, gap(old, new, corpus.Span{Lo: i, Hi: len(old)}, corpus.Span{Lo: j, Hi: len(new)})...)
}

// A paired strip holds the lines of two provisions, or of two notes of theirs.
type paired struct {
	strip
	moved bool
}

// pairs returns the lines that belong together by what Compare has found.
func (c *Comparison) pairs() []paired {
	var out []paired
	done := map[*group]bool{}
	for _, n := range c.news {
		o := n.mate
		switch {
		case n.group != nil:
			if !done[n.group] {
				done[n.group] = true
				if s, ok := n.group.strip(); ok {
					out = append(out, paired{s, false})
				}
			}
		case o != nil && o.group == nil:
			moved := went(n) || movedAbove(n)
			a, b := ownLines(o.unit), ownLines(n.unit)
			for k := range min(len(a), len(b)) {
				out = append(out, paired{strip{a[k], b[k]}, moved})
			}
			for _, s := range noteStrips(o.unit, n.unit) {
				out = append(out, paired{s, moved})
			}
		}
	}
	return out
}

func movedAbove(n *node) bool {
	for p := n.parent; p != nil; p = p.parent {
		if p.moved {
			return true
		}
	}
	return false
}

// strip returns the lines of a split or merge, if its parts stand side by side.
func (g *group) strip() (strip, bool) {
	side := func(ns []*node) (corpus.Span, bool) {
		var all corpus.Span
		for i, n := range ns {
			own := ownLines(n.unit)
			if len(own) == 0 || i > 0 && own[0].Lo != all.Hi {
				return all, false
			}
			if i == 0 {
				all.Lo = own[0].Lo
			}
			all.Hi = own[0].Hi
		}
		return all, true
	}
	old, ok := side(g.old)
	new, also := side(g.new)
	return strip{old, new}, ok && also
}

// ownLines returns the runs of lines that hold a unit's own words: neither
// those of the units below it nor notes.
func ownLines(u *corpus.Unit) []corpus.Span {
	var taken []corpus.Span
	for _, k := range u.Units {
		taken = append(taken, k.Span)
	}
	for _, n := range u.Notes {
		if !n.Span.Empty() {
			taken = append(taken, n.Span)
		}
	}
	slices.SortFunc(taken, func(a, b corpus.Span) int { return a.Lo - b.Lo })
	var out []corpus.Span
	at := u.Span.Lo
	for _, s := range append(taken, corpus.Span{Lo: u.Span.Hi, Hi: u.Span.Hi}) {
		if s.Lo > at {
			out = append(out, corpus.Span{Lo: at, Hi: s.Lo})
		}
		at = max(at, s.Hi)
	}
	return out
}

// noteStrips pairs the notes of two units: equal ones, and between them those
// that share most words, as long as they keep their order.
func noteStrips(o, n *corpus.Unit) []strip {
	lines := func(u *corpus.Unit) (spans []corpus.Span, texts []string) {
		for _, x := range u.Notes {
			if !x.Span.Empty() {
				spans, texts = append(spans, x.Span), append(texts, x.Text)
			}
		}
		return spans, texts
	}
	a, at := lines(o)
	b, bt := lines(n)
	var out []strip
	along(at, bt, func(equal bool, alo, ahi, blo, bhi int) {
		if equal || ahi-alo == bhi-blo || (ahi-alo)*(bhi-blo) > mostNotes {
			for k := range min(ahi-alo, bhi-blo) {
				out = append(out, strip{a[alo+k], b[blo+k]})
			}
			return
		}
		var ls []link
		for i := alo; i < ahi; i++ {
			for j := blo; j < bhi; j++ {
				if w := sharedWords(at[i], bt[j]); w > 0 {
					ls = append(ls, link{i: i, j: j, weight: w})
				}
			}
		}
		for _, l := range heaviest(ls) {
			out = append(out, strip{a[l.i], b[l.j]})
		}
	})
	return out
}

// mostNotes is how many pairs of notes are weighed before they are taken in order.
const mostNotes = 1000

// sharedWords returns which part of the words of two texts they share.
func sharedWords(a, b string) float64 {
	x, y := wordsOnly(a), wordsOnly(b)
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	n := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(x)+len(y)))
}

// along calls f for each run of equal texts and each run of others between them.
func along(a, b []string, f func(equal bool, alo, ahi, blo, bhi int)) {
	ids := map[string]int32{}
	number := func(ts []string) []int32 {
		ns := make([]int32, len(ts))
		for i, t := range ts {
			id, ok := ids[t]
			if !ok {
				id = int32(len(ids))
				ids[t] = id
			}
			ns[i] = id
		}
		return ns
	}
	i, j := 0, 0
	for _, h := range append(myers(number(a), number(b)), hunk{len(a), len(a), len(b), len(b)}) {
		if h.alo > i {
			f(true, i, h.alo, j, h.blo)
		}
		if h.alo < h.ahi || h.blo < h.bhi {
			f(false, h.alo, h.ahi, h.blo, h.bhi)
		}
		i, j = h.ahi, h.bhi
	}
}

func lineTexts(ls []corpus.Line, s corpus.Span) []string {
	out := make([]string, 0, s.Hi-s.Lo)
	for _, l := range ls[s.Lo:s.Hi] {
		out = append(out, l.Text)
	}
	return out
}

// gap lays lines along each other of which nothing is known but their words:
// equal ones are paired, the rest is gone and new.
func gap(old, new []corpus.Line, a, b corpus.Span) []strip {
	var out []strip
	along(lineTexts(old, a), lineTexts(new, b), func(equal bool, alo, ahi, blo, bhi int) {
		x, y := corpus.Span{Lo: a.Lo + alo, Hi: a.Lo + ahi}, corpus.Span{Lo: b.Lo + blo, Hi: b.Lo + bhi}
		if equal {
			out = append(out, oneByOne(old, new, x, y)...)
			return
		}
		out = append(out, apart(x, y)...)
	})
	return out
}

// apart is lines that are gone, and lines that are new.
func apart(x, y corpus.Span) []strip {
	var out []strip
	for i := x.Lo; i < x.Hi; i++ {
		out = append(out, strip{old: corpus.Span{Lo: i, Hi: i + 1}, new: corpus.Span{Lo: y.Lo, Hi: y.Lo}})
	}
	for j := y.Lo; j < y.Hi; j++ {
		out = append(out, strip{old: corpus.Span{Lo: x.Hi, Hi: x.Hi}, new: corpus.Span{Lo: j, Hi: j + 1}})
	}
	return out
}

// oneByOne pairs as many lines as there are of both. A row of a table and a
// paragraph are never one.
func oneByOne(old, new []corpus.Line, x, y corpus.Span) []strip {
	var out []strip
	for x.Lo < x.Hi && y.Lo < y.Hi {
		a, b := corpus.Span{Lo: x.Lo, Hi: x.Lo + 1}, corpus.Span{Lo: y.Lo, Hi: y.Lo + 1}
		x.Lo++
		y.Lo++
		if (old[a.Lo].Cells == nil) == (new[b.Lo].Cells == nil) {
			out = append(out, strip{a, b})
		} else {
			out = append(out, apart(a, b)...)
		}
	}
	return append(out, apart(x, y)...)
}

// within divides two provisions into lines that became each other. Where a
// paragraph became several, or several one, they stay in one strip.
func within(old, new []corpus.Line, s strip) []strip {
	var out []strip
	along(lineTexts(old, s.old), lineTexts(new, s.new), func(_ bool, alo, ahi, blo, bhi int) {
		x, y := corpus.Span{Lo: s.old.Lo + alo, Hi: s.old.Lo + ahi}, corpus.Span{Lo: s.new.Lo + blo, Hi: s.new.Lo + bhi}
		rows := func(l corpus.Line) bool { return l.Cells != nil }
		if ahi-alo == bhi-blo || slices.ContainsFunc(old[x.Lo:x.Hi], rows) || slices.ContainsFunc(new[y.Lo:y.Hi], rows) {
			out = append(out, oneByOne(old, new, x, y)...)
			return
		}
		if x.Empty() || y.Empty() {
			out = append(out, apart(x, y)...)
			return
		}
		out = append(out, strip{x, y})
	})
	return out
}

// joined returns lines as one text.
func joined(ls []corpus.Line) string {
	ts := make([]string, len(ls))
	for i, l := range ls {
		ts[i] = l.Text
	}
	return strings.Join(ts, "\n")
}
