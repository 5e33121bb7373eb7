package compare

import (
	"strings"

	"svod/corpus/words"
)

// An Op says what happened to a stretch of text.
type Op string

// The operations of an Edit.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// An Edit is a stretch of text that two texts share, or that one of them has.
//
// Edits are exact: without the insertions they make the old text, without the
// deletions the new one, byte by byte. Where the texts differ only in what no
// reader counts as a change (quotation marks, spaces, ё), a deletion and an
// insertion are marked Cosmetic.
type Edit struct {
	Op       Op     `json:"op"`
	Text     string `json:"text"`
	Cosmetic bool   `json:"cosmetic,omitempty"`
}

// Diff returns the edits that make the new text of the old one: what a person
// would mark. Words, numbers and dates are replaced whole; a rewritten
// sentence is replaced as a sentence, not peppered with marks.
func Diff(old, new string) []Edit {
	if old > new { // the mirror of Diff(new, old), whatever ties there are
		es := Diff(new, old)
		for i := range es {
			switch es[i].Op {
			case Delete:
				es[i].Op = Insert
			case Insert:
				es[i].Op = Delete
			}
		}
		return deletionsFirst(es)
	}
	lang := words.Language(new)
	a, b := tokenize(old, lang), tokenize(new, lang)
	hunks := myers(keys(a, b))
	hunks = slide(hunks, b, a)
	hunks = calm(hunks, a)
	return edits(hunks, old, new, a, b)
}

// deletionsFirst orders each run of changes: deletions, then insertions.
func deletionsFirst(es []Edit) []Edit {
	for i := 0; i+1 < len(es); i++ {
		if es[i].Op == Insert && es[i+1].Op == Delete && es[i].Cosmetic == es[i+1].Cosmetic {
			es[i], es[i+1] = es[i+1], es[i]
		}
	}
	return es
}

// keys numbers the tokens of two texts: equal numbers, equal keys.
func keys(a, b []token) (x, y []int32) {
	ids := map[string]int32{}
	number := func(ts []token) []int32 {
		ns := make([]int32, len(ts))
		for i, t := range ts {
			id, ok := ids[t.key]
			if !ok {
				id = int32(len(ids))
				ids[t.key] = id
			}
			ns[i] = id
		}
		return ns
	}
	return number(a), number(b)
}

// A hunk is a maximal run of tokens that differ: a[alo:ahi] became b[blo:bhi].
type hunk struct{ alo, ahi, blo, bhi int }

// maxEdits caps the search of Myers, whose time grows with the square of the
// number of edits. Texts that differ more are replaced whole, which is also
// what a reader wants to see.
const maxEdits = 1024

// myers returns the shortest list of hunks between two sequences.
func myers(a, b []int32) []hunk {
	lo := 0
	for lo < len(a) && lo < len(b) && a[lo] == b[lo] {
		lo++
	}
	ahi, bhi := len(a), len(b)
	for ahi > lo && bhi > lo && a[ahi-1] == b[bhi-1] {
		ahi--
		bhi--
	}
	if lo == ahi && lo == bhi {
		return nil
	}
	hs, ok := shortest(a[lo:ahi], b[lo:bhi])
	if !ok {
		return []hunk{{lo, ahi, lo, bhi}}
	}
	for i := range hs {
		hs[i].alo += lo
		hs[i].ahi += lo
		hs[i].blo += lo
		hs[i].bhi += lo
	}
	return hs
}

func shortest(a, b []int32) ([]hunk, bool) {
	if len(a) == 0 || len(b) == 0 {
		return []hunk{{0, len(a), 0, len(b)}}, true
	}
	limit := min(len(a)+len(b), maxEdits)
	v := make([]int32, 2*limit+3)
	off := limit + 1
	var trace [][]int32 // trace[d] holds v[-d … d] before step d
	for d := 0; d <= limit; d++ {
		trace = append(trace, append([]int32(nil), v[off-d-1:off+d+2]...))
		for k := -d; k <= d; k += 2 {
			var x int
			if k == -d || k != d && v[off+k-1] < v[off+k+1] {
				x = int(v[off+k+1])
			} else {
				x = int(v[off+k-1]) + 1
			}
			y := x - k
			for x < len(a) && y < len(b) && a[x] == b[y] {
				x++
				y++
			}
			v[off+k] = int32(x)
			if x >= len(a) && y >= len(b) {
				return backtrack(trace, len(a), len(b)), true
			}
		}
	}
	return nil, false
}

func backtrack(trace [][]int32, x, y int) []hunk {
	var rev []hunk
	add := func(h hunk) {
		if n := len(rev); n > 0 && rev[n-1].alo == h.ahi && rev[n-1].blo == h.bhi {
			rev[n-1].alo, rev[n-1].blo = h.alo, h.blo
			return
		}
		rev = append(rev, h)
	}
	for d := len(trace) - 1; d > 0; d-- {
		v := trace[d]
		at := func(k int) int { return int(v[k+d+1]) }
		k := x - y
		prev := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			prev = k + 1
		}
		px := at(prev)
		py := px - prev
		for x > px && y > py && x > 0 && y > 0 && !(x == px+1 && y == py) && !(x == px && y == py+1) {
			x--
			y--
		}
		add(hunk{px, x, py, y})
		x, y = px, py
	}
	for i, j := 0, len(rev)-1; i < j; i, j = i+1, j-1 {
		rev[i], rev[j] = rev[j], rev[i]
	}
	return rev
}

// slide moves a pure insertion or deletion that could as well stand some
// tokens earlier or later to where a drafter would put it: «…, субъектами
// сектора» begins with its comma, a sentence with its first word.
func slide(hs []hunk, b, a []token) []hunk {
	for i := range hs {
		h := &hs[i]
		lowest, highest := 0, len(a)
		if i > 0 {
			lowest = hs[i-1].ahi + 1
		}
		if i+1 < len(hs) {
			highest = hs[i+1].alo - 1
		}
		switch {
		case h.alo == h.ahi && h.blo < h.bhi:
			by := bestShift(b, h.blo, h.bhi, h.alo-lowest, highest-h.ahi)
			*h = hunk{h.alo + by, h.ahi + by, h.blo + by, h.bhi + by}
		case h.blo == h.bhi && h.alo < h.ahi:
			by := bestShift(a, h.alo, h.ahi, h.alo-lowest, highest-h.ahi)
			*h = hunk{h.alo + by, h.ahi + by, h.blo + by, h.bhi + by}
		}
	}
	return hs
}

// bestShift returns by how many tokens ts[lo:hi] is best shifted, at most left
// to the left and right to the right.
func bestShift(ts []token, lo, hi, left, right int) int {
	best, score := 0, boundary(ts, lo, hi)
	for by := 1; by <= left && lo-by >= 0 && ts[lo-by].key == ts[hi-by].key; by++ {
		if s := boundary(ts, lo-by, hi-by); s > score {
			best, score = -by, s
		}
	}
	for by := 1; by <= right && hi+by <= len(ts) && ts[lo+by-1].key == ts[hi+by-1].key; by++ {
		if s := boundary(ts, lo+by, hi+by); s > score {
			best, score = by, s
		}
	}
	return best
}

// boundary rates a stretch of tokens by where it begins and ends.
func boundary(ts []token, lo, hi int) int {
	s := 0
	if lo == 0 || ends(ts[lo-1].key) {
		s += 3
	}
	if hi == len(ts) || hi > 0 && ends(ts[hi-1].key) {
		s += 2
	}
	if lo < hi && (ts[lo].key == "," || ts[lo].key == "(" || ts[lo].key == "и" || ts[lo].key == "или") {
		s += 2
	}
	if hi == len(ts) || !ts[hi].word {
		s++
	}
	return s
}

func ends(key string) bool { return key == "." || key == ";" || key == ":" }

// calm joins hunks between which too little is left for a reader to see that
// it stayed: fewer letters than either neighbour changed.
func calm(hs []hunk, a []token) []hunk {
	letters := func(ts []token) (n int) {
		for _, t := range ts {
			if t.word {
				n += t.hi - t.lo
			}
		}
		return n
	}
	for again := true; again; {
		again = false
		out := hs[:0:0]
		for _, h := range hs {
			if n := len(out); n > 0 {
				p := out[n-1]
				kept := letters(a[p.ahi:h.alo])
				rewritten := p.ahi > p.alo && p.bhi > p.blo || h.ahi > h.alo && h.bhi > h.blo ||
					(p.ahi > p.alo) != (h.ahi > h.alo)
				small := min(max(p.ahi-p.alo, p.bhi-p.blo), max(h.ahi-h.alo, h.bhi-h.blo))
				if kept == 0 && rewritten || rewritten && kept <= 16 && h.alo-p.ahi <= min(small, 3) {
					out[n-1].ahi, out[n-1].bhi = h.ahi, h.bhi
					again = true
					continue
				}
			}
			out = append(out, h)
		}
		hs = out
	}
	return hs
}

// A script is edits on their way: what joins on to the last one becomes part
// of it.
type script []Edit

func (s *script) add(op Op, text string, cosmetic bool) {
	if text == "" {
		return
	}
	if n := len(*s); n > 0 && (*s)[n-1].Op == op && (*s)[n-1].Cosmetic == cosmetic {
		(*s)[n-1].Text += text
		return
	}
	*s = append(*s, Edit{op, text, cosmetic})
}

// edits turns hunks of tokens into stretches of text.
func edits(hs []hunk, old, new string, a, b []token) []Edit {
	var es script
	same := func(alo, ahi, blo int) {
		for i := alo; i < ahi; i++ {
			s, t := old[a[i].lo:a[i].hi], new[b[blo+i-alo].lo:b[blo+i-alo].hi]
			if s == t {
				es.add(Equal, s, false)
				continue
			}
			// What is equal at the beginning stays, so that a mark falls on the
			// comma's missing space and not on the comma.
			n := 0
			for n < len(s) && n < len(t) && s[n] == t[n] {
				n++
			}
			for n > 0 && (!startsRune(s, n) || !startsRune(t, n)) {
				n--
			}
			es.add(Equal, s[:n], false)
			es.add(Delete, s[n:], true)
			es.add(Insert, t[n:], true)
		}
	}
	ai, bi := 0, 0
	for _, h := range hs {
		same(ai, h.alo, bi)
		s, t := text(old, a[h.alo:h.ahi]), text(new, b[h.blo:h.bhi])
		cosmetic := strings.TrimSpace(s) == "" && strings.TrimSpace(t) == ""
		es.add(Delete, s, cosmetic)
		es.add(Insert, t, cosmetic)
		ai, bi = h.ahi, h.bhi
	}
	same(ai, len(a), bi)
	return es
}

func text(s string, ts []token) string {
	if len(ts) == 0 {
		return ""
	}
	return s[ts[0].lo:ts[len(ts)-1].hi]
}

func startsRune(s string, i int) bool { return i >= len(s) || s[i]&0xC0 != 0x80 }
