package remarks

import (
	"math"
	"slices"
)

// A laid is a cell laid along an act: which words of it stand there, and where
// it differs.
type laid struct {
	cost  int
	hunks []hunk
	// covered counts the words of each paragraph that the cell has.
	covered map[int]int
	lo, hi  int // of the scope's words: from the first to behind the last that the cell has
	seq     []int
	full    bool  // laid: false if the texts are too long
	pairs   []int // for each word of the cell the act's word that it is; -1 for none
}

// A hunk is words of the cell in place of words of the act; either may be none.
type hunk struct {
	clo, chi int   // in the quote's words
	law      []int // in the act's words, in order
	at       int   // where it stands: the act's word at or before which, -1 if none
	before   int   // of words that the cell has not: its word before which they are missing
}

// maxCells bounds the work and memory of laying one cell along an act.
const maxCells = 60 << 20

type step uint8

const (
	stepNone  step = iota
	stepMatch      // a word each, the same
	stepSub        // a word each
	stepExtra      // a word of the cell only
	stepMiss       // a word of the act only
	stepSkip       // a word of the act, left out by «…» or before the quote begins
	stepGap        // the gap ends
	stepJoinC      // two words of the cell are one of the act
	stepJoinL      // one word of the cell is two of the act
	stepPara       // a paragraph of the act that the row does not name
)

const (
	// Where what follows is left out by «…», words that are changed could as
	// well be too many, and words that are missing make those behind them too
	// many: that is dearer, so that it is what it looks like to a reader.
	costSub   = 4
	costMiss  = 4
	costExtra = 5
	// A line before «…» on a line of its own ends where a paragraph does, if it
	// can; it is no difference.
	costTorn = 2 * costExtra

	far = math.MaxInt32 / 4
)

// lay finds where a cell stands in a scope at the least cost. The quote may
// begin anywhere, and between two pieces of it anything may be left out.
func lay(q *quote, s scope) *laid {
	f := s.f
	var seq []int
	var ends []int // for each place in seq behind a paragraph that is not named: where that begins; else -1
	for _, p := range s.paras {
		lo := len(seq)
		for w := f.paras[p].lo; w < f.paras[p].hi; w++ {
			seq, ends = append(seq, w), append(ends, -1)
		}
		if len(seq) > lo && s.named != nil && !s.named[p] {
			ends[len(seq)-1] = lo
		}
	}
	m, n := len(q.words), len(seq)
	l := &laid{covered: map[int]int{}, seq: seq}
	if m == 0 || n == 0 || (m+1)*(n+1) > maxCells {
		return l
	}
	l.full = true
	back := make([]step, (m+1)*(n+1))
	prev2, prev, cur := make([]int32, n+1), make([]int32, n+1), make([]int32, n+1)
	for j := range prev {
		prev[j], prev2[j] = 0, far
		if j > 0 {
			back[j] = stepSkip
		}
	}
	for i := 1; i <= m; i++ {
		c := &q.words[i-1]
		row := back[i*(n+1) : (i+1)*(n+1)]
		for j := 0; j <= n; j++ {
			best, by := int32(far), stepNone
			try := func(cost int32, st step) {
				if cost < best {
					best, by = cost, st
				}
			}
			if c.gap {
				end := prev[j]
				if c.first && j > 0 && j < n && f.words[seq[j-1]].para == f.words[seq[j]].para {
					end += costTorn
				}
				try(end, stepGap)
				if j > 0 {
					try(cur[j-1], stepSkip)
				}
				cur[j], row[j] = best, by
				continue
			}
			if j > 0 {
				w := &f.words[seq[j-1]]
				if c.same(w) {
					try(prev[j-1], stepMatch)
				} else {
					cost := int32(costSub)
					if c.stem == w.stem || c.number && w.number {
						cost--
					}
					if c.first && c.number && !w.label { // a number of a provision is no word of its text
						cost += costExtra
					}
					try(prev[j-1]+cost, stepSub)
				}
				if i > 1 && c.bare != "" && w.bare != "" && len(w.bare) > len(c.bare) {
					if b := q.words[i-2].bare; b != "" && b+c.bare == w.bare {
						try(prev2[j-1], stepJoinC)
					}
				}
				if j > 1 && c.bare != "" && w.bare != "" && len(c.bare) > len(w.bare) {
					if b := f.words[seq[j-2]].bare; b != "" && b+w.bare == c.bare {
						try(prev[j-2], stepJoinL)
					}
				}
				try(cur[j-1]+costMiss, stepMiss)
				if lo := ends[j-1]; lo >= 0 {
					try(cur[lo], stepPara)
				}
			}
			extra := int32(costExtra)
			if c.first && c.number {
				extra += costMiss
			}
			try(prev[j]+extra, stepExtra)
			cur[j], row[j] = best, by
		}
		prev2, prev, cur = prev, cur, prev2
	}
	// Of places at the same cost it ends where less of the paragraph is left:
	// else the word before the last, if missing, is one changed and one missing.
	left := func(j int) int {
		if j == 0 {
			return 0
		}
		return f.paras[f.words[seq[j-1]].para].hi - 1 - seq[j-1]
	}
	end := 0
	for j := range prev {
		if prev[j] < prev[end] || prev[j] == prev[end] && left(j) < left(end) {
			end = j
		}
	}
	l.trace(q, f, seq, ends, back, m, n, end)
	return l
}

// trace follows the steps back and gathers what differs.
func (l *laid) trace(q *quote, f *flat, seq, ends []int, back []step, m, n, end int) {
	l.hi = end
	l.pairs = slices.Repeat([]int{-1}, m)
	type diff struct{ c, w, i int } // words of cell and act, -1 for none; how many of the cell stand before
	var rev []diff
	at := map[int]int{} // place in rev → word of the act before it
	i, j := m, end
	for i > 0 {
		st := back[i*(n+1)+j]
		switch st {
		case stepMatch, stepSub:
			if st == stepSub {
				l.cost += costSub
			}
			d := diff{i - 1, seq[j-1], i - 1}
			if st == stepMatch {
				d = diff{-2, 0, 0}
				l.covered[f.words[seq[j-1]].para]++
				l.pairs[i-1] = seq[j-1]
			}
			rev = append(rev, d)
			i, j = i-1, j-1
		case stepExtra:
			l.cost += costExtra
			at[len(rev)] = j
			rev = append(rev, diff{i - 1, -1, i - 1})
			i--
		case stepMiss:
			l.cost += costMiss
			rev = append(rev, diff{-1, seq[j-1], i})
			j--
		case stepSkip:
			rev = append(rev, diff{-2, 0, 0})
			j--
		case stepGap:
			rev = append(rev, diff{-2, 0, 0})
			i--
		case stepJoinC:
			l.covered[f.words[seq[j-1]].para]++
			rev = append(rev, diff{-2, 0, 0})
			i, j = i-2, j-1
		case stepJoinL:
			l.covered[f.words[seq[j-1]].para] += 2
			rev = append(rev, diff{-2, 0, 0})
			i, j = i-1, j-2
		case stepPara:
			rev = append(rev, diff{-2, 0, 0})
			j = ends[j-1]
		default:
			i, j = 0, 0
		}
	}
	l.lo = j
	open := false
	for k := len(rev) - 1; k >= 0; k-- {
		d := rev[k]
		if d.c == -2 {
			open = false
			continue
		}
		if !open {
			l.hunks = append(l.hunks, hunk{clo: -1, at: -1, before: d.i})
			open = true
		}
		h := &l.hunks[len(l.hunks)-1]
		if d.c >= 0 {
			if h.clo < 0 {
				h.clo = d.c
			}
			h.chi = d.c + 1
		}
		if d.w >= 0 {
			h.law = append(h.law, d.w)
			if h.at < 0 {
				h.at = d.w
			}
		} else if j := at[k]; h.at < 0 && len(seq) > 0 {
			h.at = seq[max(0, min(j, len(seq))-1)]
		}
	}
}
