package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare"
	"svod/compare/norm"
	"svod/corpus/words"
)

// Turns returns what of two texts that are nearly the same turns the norm: a
// modal word or a negation, a time, a number, the one it is addressed to. Where
// one has nothing in the place of the other's words, A or B is empty.
//
// A member of a list has what leads it in: «Совет вправе:» says of each what it
// does, and whom it addresses.
func Turns(leadA, a, leadB, b string) []Difference {
	m, ta, tb := newMapping(a, b), turnsOf(a), turnsOf(b)
	lm, la, lb := m, ta, tb
	if leadA != leadB {
		a, b = leadA+"\n"+a, leadB+"\n"+b
		lm, la, lb = newMapping(a, b), behindLead(turnsOf(a), len(leadA)), behindLead(turnsOf(b), len(leadB))
	}
	out := lm.changed(ofModality, of(ofModality, la), of(ofModality, lb))
	for _, kind := range []string{ofDeadline, ofNumber} {
		out = append(out, m.changed(kind, of(kind, ta), of(kind, tb))...)
	}
	if x, y, ok := apart(addressees(a), addressees(b)); ok {
		out = append(out, Difference{ofAddressee, x, y})
	}
	var once []Difference
	for _, d := range out {
		if !slices.Contains(once, d) {
			once = append(once, d)
		}
	}
	return once
}

// behindLead leaves out the negations of a lead-in that negate no modal word: «не
// реже одного раза в год» is not said of what it does.
func behindLead(ts []turn, lead int) []turn {
	return slices.DeleteFunc(ts, func(t turn) bool { return t.lo < lead && negation[t.key] })
}

var negation = map[string]bool{"не": true, "емес": true}

// A turn is a stretch of a text on which a norm turns.
type turn struct {
	kind    string
	lo, hi  int
	key     string // equal for what is the same to a reader
	negates string // of a negation that is no modal word's: the form of the word behind it
}

// turnsOf finds them, in order; of two that overlap the first kind counts.
func turnsOf(text string) []turn {
	var out []turn
	add := func(t turn) {
		if !slices.ContainsFunc(out, func(o turn) bool { return t.lo < o.hi && o.lo < t.hi }) {
			out = append(out, t)
		}
	}
	lang := words.Language(text)
	read, ws := norm.Read(text, lang), words.Split(text, lang)
	not := map[int]int{} // where a word begins that «не» stands before: where that does
	for i, w := range ws {
		if i > 0 && ws[i-1].Form == "не" {
			not[w.Lo] = ws[i-1].Lo
		}
	}
	for _, d := range read.Deadlines() {
		add(turn{kind: ofDeadline, lo: d.Lo, hi: d.Hi, key: d.Key()})
	}
	for _, m := range modalMarks(text) {
		if class := modalClass(m.modality); class != "" {
			lo, negated := not[m.lo]
			if !negated {
				lo = m.lo
			}
			add(turn{kind: ofModality, lo: lo, hi: m.hi, key: class})
		}
	}
	for i, w := range ws {
		switch {
		case w.Part != 0 || w.Form == "":
		case negation[w.Form]:
			t := turn{kind: ofModality, lo: w.Lo, hi: w.Hi, key: w.Form}
			if w.Form == "не" && i+1 < len(ws) {
				t.negates = ws[i+1].Form
			}
			add(t)
		case w.Stem != "" && w.Stem[0] >= '0' && w.Stem[0] <= '9' && !isLabel(text, w): // in words, too
			add(turn{kind: ofNumber, lo: w.Lo, hi: w.Hi, key: w.Stem})
		}
	}
	for _, q := range read.Quantities() {
		add(turn{kind: ofNumber, lo: q.Lo, hi: q.Hi, key: q.Of + " " + itoa(q.N)})
	}
	slices.SortStableFunc(out, func(a, b turn) int { return cmp.Compare(a.lo, b.lo) })
	return out
}

// isLabel reports whether a number begins a line of a list: «7-1) утверждает …».
func isLabel(text string, w words.Word) bool {
	return (w.Lo == 0 || text[w.Lo-1] == '\n') && w.Hi < len(text) && (text[w.Hi] == ')' || text[w.Hi] == '.')
}

func of(kind string, ts []turn) []turn {
	return slices.DeleteFunc(slices.Clone(ts), func(t turn) bool { return t.kind != kind })
}

// modalClass is the same for words that do the same: «обязан представлять» and
// «представляет», «вправе» and «может».
func modalClass(m Modality) string {
	switch m {
	case Prohibited:
		return "no"
	case Obliged, Prescribed:
		return "must"
	case Entitled, May:
		return "may"
	case exempt:
		return "need not"
	}
	return ""
}

func addressees(text string) []string {
	var who []string
	read := norm.Read(text, words.Language(text))
	for _, m := range read.Modals() {
		who = append(who, read.Subjects(m)...)
	}
	slices.Sort(who)
	return slices.Compact(who)
}

// A mapping tells for each place of text a where it is in text b.
type mapping struct {
	a, b     string
	steps    []step
	from, to [2]int // what both have in common lies between, in a and in b
}

// A step is a stretch of a and what stands for it in b.
type step struct {
	alo, ahi, blo, bhi int
	same               bool
}

// anchorWords is how many words that both texts have in a row show that they
// have begun to say the same.
const anchorWords = 2

// longTurn is the length, in words, of what only one text has and that is no
// other wording but another norm.
const longTurn = 12

func newMapping(a, b string) *mapping {
	m := &mapping{a: a, b: b, from: [2]int{len(a), len(b)}}
	at := step{}
	for _, e := range compare.Diff(a, b) {
		same := e.Op == compare.Equal || e.Cosmetic
		if n := len(m.steps); n == 0 || m.steps[n-1].same != same {
			m.steps = append(m.steps, step{at.ahi, at.ahi, at.bhi, at.bhi, same})
		}
		s := &m.steps[len(m.steps)-1]
		if e.Op != compare.Insert {
			s.ahi += len(e.Text)
		}
		if e.Op != compare.Delete {
			s.bhi += len(e.Text)
		}
		at = *s
	}
	for _, s := range m.steps {
		if s.same && len(strings.Fields(a[s.alo:s.ahi])) >= anchorWords {
			m.from = [2]int{min(m.from[0], s.alo), min(m.from[1], s.blo)}
			m.to = [2]int{s.ahi, s.bhi}
		}
	}
	return m
}

// stand returns the stretch of b that stands for one of a.
func (m *mapping) stand(lo, hi int) (blo, bhi int) {
	blo, bhi = len(m.b), 0
	for _, s := range m.steps {
		if s.alo >= hi || s.ahi <= lo {
			continue
		}
		if s.same && s.ahi-s.alo == s.bhi-s.blo {
			blo, bhi = min(blo, s.blo+max(0, lo-s.alo)), max(bhi, s.bhi-max(0, s.ahi-hi))
		} else {
			blo, bhi = min(blo, s.blo), max(bhi, s.bhi)
		}
	}
	return blo, bhi
}

// changed pairs turns of one kind by where they stand, and returns those that
// are not the same.
func (m *mapping) changed(kind string, as, bs []turn) []Difference {
	var out []Difference
	var gone []turn
	met := make([]bool, len(bs))
	for _, x := range as {
		lo, hi := m.stand(x.lo, x.hi)
		at := -1
		for i, y := range bs {
			if !met[i] && y.lo < hi && lo < y.hi && !saidBoth(x, y, as, bs) && (at < 0 || y.key == x.key && bs[at].key != x.key) {
				at = i
			}
		}
		if at < 0 {
			gone = append(gone, x)
			continue
		}
		met[at] = true
		if y := bs[at]; y.key != x.key {
			out = append(out, Difference{kind, m.a[x.lo:x.hi], m.b[y.lo:y.hi]})
		}
	}
	// What stands elsewhere in the other text is not gone.
	for _, x := range gone {
		if i := unmet(bs, met, x.key); i >= 0 {
			met[i] = true
		} else if m.short(x.lo, true) && (x.negates == "" || says(m.b, x.negates)) {
			out = append(out, Difference{kind, m.a[x.lo:x.hi], ""})
		}
	}
	for i, y := range bs {
		if !met[i] && m.short(y.lo, false) && (y.negates == "" || says(m.a, y.negates)) {
			out = append(out, Difference{kind, "", m.b[y.lo:y.hi]})
		}
	}
	return out
}

// saidBoth reports whether x negates something else than a modal word, and
// the modal words of y are in both texts: «не соответствующие … не допускаются»
// and «не допускаются … в случаях несоответствия» forbid the same.
func saidBoth(x, y turn, as, bs []turn) bool {
	if x.negates == "" && y.negates == "" || x.key == y.key {
		return false
	}
	times := func(ts []turn, key string) (n int) {
		for _, t := range ts {
			if t.key == key {
				n++
			}
		}
		return n
	}
	if x.negates != "" {
		return times(as, y.key) >= times(bs, y.key)
	}
	return times(bs, x.key) >= times(as, x.key)
}

// says reports whether a text has a word: a negation of what the other text
// doesn't say at all turns nothing.
func says(text, form string) bool {
	return slices.ContainsFunc(words.Split(text, words.Language(text)), func(w words.Word) bool { return w.Form == form })
}

// unmet returns the place of the first turn with a key that has no counterpart
// yet, -1 for none.
func unmet(ts []turn, met []bool, key string) int {
	for i, t := range ts {
		if !met[i] && t.key == key {
			return i
		}
	}
	return -1
}

// short reports whether a place that has nothing to stand for it in the other
// text is amid what both say, and is not a norm of its own.
func (m *mapping) short(at int, inA bool) bool {
	for _, s := range m.steps {
		lo, hi, text, side := s.alo, s.ahi, m.a, 0
		if !inA {
			lo, hi, text, side = s.blo, s.bhi, m.b, 1
		}
		if lo <= at && at < hi {
			return m.from[side] <= at && at < m.to[side] && len(strings.Fields(text[lo:hi])) <= longTurn
		}
	}
	return false
}
