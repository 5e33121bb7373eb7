package compare

import (
	"math"
	"strings"
	"unicode/utf8"

	"svod/corpus"
	"svod/corpus/words"
)

// An Original is a provision whose copies are looked for in other places. It
// does not change, so that several goroutines may look at once.
type Original struct {
	Text string // of the unit and all below it, a line each

	words   spelling
	ids     map[string]int32 // of its stems
	bag     map[int32]int    // how often it has each
	telling int              // how many different words of it tell something
}

// A Copy is a provision that says what the original says, or nearly.
//
// Common are the words that both have in the same order, endings and case
// aside; a number that stands where the other has another number counts half.
// Share is their share of the original's words, Back of the copy's, and Score
// what twice their number is of the words of both: 1 for a copy word for word.
type Copy struct {
	Unit   *corpus.Unit
	Text   string // as that of the original
	Score  float64
	Common float64
	Share  float64
	Back   float64
	Exact  bool // the same words in the same forms
	// Part says that the original stands inside a longer text: Score is then
	// that of the stretch which holds it, lessened by partWeight.
	Part bool
}

const (
	// copyRun is the number of words in a row that count as common: a single
	// word that two texts have somewhere is no evidence.
	copyRun = 2
	// copyGap is how many other words may part a single word from a run.
	copyGap = 2
	// copyTelling is how many telling words a copy has in common with an
	// original that has as many.
	copyTelling = 3
	// A text of partWords words or more stands inside a longer one if it has
	// partFloor of its words there.
	partWords  = 5
	partWeight = 0.9
	// otherNumber is what a number counts for which the other text has another.
	otherNumber = 0.5
	// copyWords bounds the words of a text that are laid along another.
	copyWords = 5000
)

// NewOriginal takes a unit with all that is below it.
func NewOriginal(u *corpus.Unit) *Original {
	o := &Original{ids: map[string]int32{}, bag: map[int32]int{}}
	o.words = o.spell(u, func(stem string) int32 {
		id, ok := o.ids[stem]
		if !ok {
			id = int32(len(o.ids)) + 1
			o.ids[stem] = id
		}
		return id
	})
	for i, id := range o.words.ids {
		if o.bag[id]++; o.bag[id] == 1 && o.words.telling(i) {
			o.telling++
		}
	}
	o.Text = o.words.text
	return o
}

// A spelling is a text as the words by which it is compared.
type spelling struct {
	text  string
	ids   []int32 // of stems; 0 for numbers, -1 for what the original has not
	forms []string
	stems []string
}

// figure is the id of all numbers: a budget for another year is the same norm.
const figure int32 = 0

func isNumber(form string) bool {
	return form != "" && form[0] >= '0' && form[0] <= '9' && strings.Trim(form, "0123456789.,-") == ""
}

// telling reports whether a word says something by itself: no number and no
// preposition.
func (s *spelling) telling(i int) bool {
	return s.ids[i] != figure && utf8.RuneCountInString(s.forms[i]) > 3
}

// own spells the unit's own words.
func (o *Original) own(u *corpus.Unit, id func(stem string) int32) spelling {
	s := spelling{text: u.Own()}
	for _, w := range words.Split(s.text, words.Language(s.text)) {
		switch {
		case w.Part != 0:
			continue
		case isNumber(w.Stem): // in words, too
			s.ids = append(s.ids, figure)
		default:
			s.ids = append(s.ids, id(w.Stem))
		}
		s.forms, s.stems = append(s.forms, w.Form), append(s.stems, w.Stem)
	}
	return s
}

// with appends a part to what is above it. Labels are printed, but are no words
// of it: a clause that was renumbered is the same.
func (s spelling) with(label string, part spelling) spelling {
	if part.text == "" {
		return s
	}
	if s.text != "" {
		s.text += "\n"
	}
	if label != "" {
		s.text += label + " "
	}
	s.text += part.text
	s.ids = append(s.ids[:len(s.ids):len(s.ids)], part.ids...)
	s.forms = append(s.forms[:len(s.forms):len(s.forms)], part.forms...)
	s.stems = append(s.stems[:len(s.stems):len(s.stems)], part.stems...)
	return s
}

func (o *Original) spell(u *corpus.Unit, id func(stem string) int32) spelling {
	s := o.own(u, id)
	for _, c := range u.Units {
		s = s.with(c.Label, o.spell(c, id))
	}
	return s
}

// Copies finds the units at and below u that say what the original says, with a
// score of at least so much, in their order. Where a unit and its part both
// do, the one is given that says it better; of two that are as good, the part.
func (o *Original) Copies(u *corpus.Unit, least float64) []Copy {
	var out []Copy
	known := func(stem string) int32 {
		if id, ok := o.ids[stem]; ok {
			return id
		}
		return -1
	}
	var look func(u *corpus.Unit) (s spelling, best float64)
	look = func(u *corpus.Unit) (spelling, float64) {
		if u.Kind == corpus.KindContents {
			return spelling{}, 0
		}
		from, best := len(out), 0.0
		s := o.own(u, known)
		for _, c := range u.Units {
			part, score := look(c)
			s = s.with(c.Label, part)
			best = max(best, score)
		}
		if u.Kind < corpus.KindArticle && u.Kind != corpus.KindPreamble || best == 1 {
			return s, best
		}
		if c, ok := o.compare(s); ok && c.Score >= least && c.Score > best {
			c.Unit = u
			out = append(out[:from], c)
			best = c.Score
		}
		return s, best
	}
	look(u)
	return out
}

// compare lays a text along the original.
func (o *Original) compare(s spelling) (Copy, bool) {
	n, k := len(o.words.ids), len(s.ids)
	if n == 0 || k == 0 || n > copyWords || k > copyWords || !o.may(s) {
		return Copy{}, false
	}
	c := Copy{Text: s.text, Exact: n == k}
	told := map[int32]bool{}
	first, last := k, 0
	for _, r := range o.runs(s) {
		c.Exact = c.Exact && r.n == n
		if !r.counts {
			continue
		}
		first, last = min(first, r.b), r.b+r.n
		for i := range r.n {
			if o.words.telling(r.a + i) {
				told[o.words.ids[r.a+i]] = true
			}
			c.Exact = c.Exact && o.words.forms[r.a+i] == s.forms[r.b+i]
			if s.ids[r.b+i] == figure && o.words.stems[r.a+i] != s.stems[r.b+i] {
				c.Common += otherNumber
				continue
			}
			c.Common++
		}
	}
	if len(told) < min(copyTelling, o.telling) || c.Common == 0 {
		return Copy{}, false
	}
	c.Share, c.Back = hundredths(c.Common/float64(n)), hundredths(c.Common/float64(k))
	score := 2 * c.Common / float64(n+k)
	if inside := partWeight * 2 * c.Common / float64(n+last-first); n >= partWords && c.Common >= partFloor*float64(n) && inside > score {
		score, c.Part = inside, true
	}
	if c.Score = hundredths(score); !c.Exact {
		c.Score = min(c.Score, 0.99) // 1 is told of the very words only
	}
	return c, true
}

// A run is a stretch of n words that both texts have, from a and from b on.
type run struct {
	a, b, n int
	counts  bool
}

// runs returns the runs of the original and a text. One counts that has two
// words or more, of which one tells something, and so does one that stands close
// by such a one: «хранитель сада публикует», where the other has «парка».
func (o *Original) runs(s spelling) []run {
	n, k := len(o.words.ids), len(s.ids)
	var out []run
	a, b := 0, 0
	add := func(length int) {
		if length == 0 {
			return
		}
		r := run{a: a, b: b, n: length, counts: length >= min(n, k)}
		for i := 0; i < length && !r.counts; i++ {
			r.counts = length >= copyRun && o.words.telling(a+i)
		}
		out = append(out, r)
	}
	for _, h := range myers(o.words.ids, s.ids) {
		add(h.alo - a)
		a, b = h.ahi, h.bhi
	}
	add(n - a)
	close := func(x, y run) bool { return y.a-x.a-x.n <= copyGap && y.b-x.b-x.n <= copyGap }
	for i := 1; i < len(out); i++ {
		out[i].counts = out[i].counts || out[i-1].counts && close(out[i-1], out[i])
	}
	for i := len(out) - 2; i >= 0; i-- {
		out[i].counts = out[i].counts || out[i+1].counts && close(out[i], out[i+1])
	}
	return out
}

// may reports whether a text has words enough of the original, in whatever
// order, to be a copy at all: most texts have not, which is quickly seen.
func (o *Original) may(s spelling) bool {
	left := make(map[int32]int, len(o.bag))
	n := 0
	for _, id := range s.ids {
		if left[id] < o.bag[id] {
			left[id]++
			n++
		}
	}
	share := float64(n) / float64(len(o.words.ids))
	return float64(2*n)/float64(len(o.words.ids)+len(s.ids)) >= CopyLeast || share >= partFloor
}

// CopyLeast is the least score that Copies may be asked for: what has less in
// common is not alike.
const CopyLeast = 0.3

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
