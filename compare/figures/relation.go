package figures

import (
	"math"

	"svod/corpus/lazy"

	"svod/corpus"
)

// A Figure is a number in its place.
type Figure struct {
	Label   string // what it is called: the head of its row or column
	Of      string // the head of the other direction
	Value   float64
	Text    string // as printed
	Address corpus.Address
	Line    int // of the source, from 1
	Page    int
}

// A relation is a whole and the parts that should make it up.
type relation struct {
	g      *grid
	across bool // parts stand in columns of one row; else in rows of one column
	fixed  int  // the row, or the column
	whole  int
	parts  []int
	among  bool // parts are «в том числе»: they need not make up the whole
	sum    float64
	value  float64
	places int
	state  state
}

type state uint8

const (
	unreadable state = iota // a part is not a number
	holds
	rounded // holds but for rounding
	fails
)

func (r *relation) cell(k int) *cell {
	if r.across {
		return r.g.at(r.fixed, k)
	}
	return r.g.at(k, r.fixed)
}

// work adds up.
func (r *relation) work() {
	w := r.cell(r.whole)
	if w.value.kind != isNumber || w.covered {
		return
	}
	r.value, r.places, r.sum = w.value.number, w.value.places, 0
	numbers, positive := 0, 0
	for _, p := range r.parts {
		c := r.cell(p)
		if c.covered {
			continue
		}
		switch c.value.kind {
		case isNumber:
			r.sum += c.value.number
			r.places = max(r.places, c.value.places)
			numbers++
			if c.value.number != 0 {
				positive++
			}
		case isEmpty, isNothing:
		default:
			return
		}
	}
	if numbers < 2 || positive == 0 && r.value != 0 {
		return
	}
	switch d := math.Abs(r.difference()); {
	case d < 1e-9*math.Max(1, math.Abs(r.value)):
		r.state = holds
	case d <= r.tolerance(numbers):
		r.state = rounded
	default:
		r.state = fails
	}
}

// difference is the sum less the whole, without the dust of binary fractions.
func (r *relation) difference() float64 { return clean(r.sum-r.value, r.places) }

func clean(v float64, places int) float64 {
	p := math.Pow10(places)
	return math.Round(v*p) / p
}

// tolerance is by how much rounding alone can part a sum from its total: half a
// unit of the last place for each number. Small whole numbers are not rounded.
func (r *relation) tolerance(n int) float64 {
	if r.places == 0 && math.Abs(r.value) < 10_000 && !thousands.MatchString(r.g.units()) {
		return 0
	}
	if r.places >= 2 && exact.MatchString(r.g.units()) && !thousands.MatchString(r.g.units()) {
		return 0 // kopecks are the last of a sum of money
	}
	return float64(n+1)/2*math.Pow10(-r.places) + 1e-9
}

var exact = lazy.New(`(?i)(^|[^\p{L}])(рубл|руб\.|тенге|теңге)`)

// plausible reports whether the parts of a sum that fails look like parts: none
// is more than the whole, and together they are neither a fraction nor a
// multiple of it.
func (r *relation) plausible() bool {
	for _, p := range r.parts {
		if c := r.cell(p); c.value.kind == isNumber && math.Abs(c.value.number) > math.Abs(r.value) {
			return false
		}
	}
	return r.halves() || r.sum >= r.value/2 && r.sum <= 3*r.value
}

// halves reports whether the parts are men and women: no one is left out.
func (r *relation) halves() bool {
	if len(r.parts) != 2 {
		return false
	}
	has := [2]bool{}
	for _, p := range r.parts {
		f := r.figure(p)
		has[0] = has[0] || men.MatchString(f.Label)
		has[1] = has[1] || women.MatchString(f.Label)
	}
	return has[0] && has[1]
}

var (
	men   = lazy.New(`(?i)(^|[^\p{L}])(мужчин|муж|мальчик|юнош|ерлер|еркек|ұлдар|men|male|boys)`)
	women = lazy.New(`(?i)(^|[^\p{L}])(женщин|жен|девоч|девуш|әйелдер|қыздар|women|female|girls)`)
)

// odd returns the part without which the sum holds, -1 for none.
func (r *relation) odd() int {
	if r.state != fails {
		return -1
	}
	for _, p := range r.parts {
		if c := r.cell(p); c.value.kind == isNumber && !c.covered && c.value.number != 0 &&
			math.Abs(r.difference()-c.value.number) < 1e-9*math.Max(1, math.Abs(r.value)) {
			return p
		}
	}
	return -1
}
