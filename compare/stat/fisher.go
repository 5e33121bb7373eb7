package stat

import (
	"math"
	"math/rand/v2"
	"slices"
)

// FisherOptions say how far to go; the zero value is ready.
type FisherOptions struct {
	MaxTables int    // enumerated at most; 0 means two million
	Samples   int    // drawn where there are more; 0 means 10 000
	Seed      uint64 // of the draw
}

// A FisherResult is the p-value of Fisher's exact test and how it came about.
type FisherResult struct {
	P float64
	// Exact says that all tables with the same totals were looked at. Otherwise
	// P is estimated of Samples tables drawn by Seed, with this standard error.
	Exact   bool
	Tables  int
	Samples int
	Seed    uint64
	Error   float64
}

// near is how much more probable than the observed table another may be and
// still count as equally rare: sums of logarithms are not exact. R takes it too.
const near = 1e-7

// Fisher is the exact test of independence, two-sided: the probability, with all
// totals given, of the observed table and of all that are as rare or rarer.
// 2 × 2 tables are always exact (Fisher 1935); larger ones are enumerated
// (Freeman and Halton 1951), and where there are too many tables they are drawn
// by lot: P = (1 + as rare or rarer) / (1 + drawn), as Davison and Hinkley 1997.
func Fisher(observed [][]float64, opts FisherOptions) (FisherResult, error) {
	if _, _, err := rectangle(observed); err != nil {
		return FisherResult{}, err
	}
	rows, cols := make([]int, len(observed)), make([]int, len(observed[0]))
	n := 0.0
	for i, row := range observed {
		for j, v := range row {
			if v != math.Trunc(v) {
				return FisherResult{}, undefined("not-counts")
			}
			if n += v; n > 1e9 {
				return FisherResult{}, undefined("too-large")
			}
			rows[i] += int(v)
			cols[j] += int(v)
		}
	}
	if n == 0 {
		return FisherResult{}, undefined("empty")
	}
	f := &fisher{cols: make([]int, 0, len(cols)), limit: opts.MaxTables}
	if f.limit == 0 {
		f.limit = 2_000_000
	}
	for _, v := range cols {
		if v > 0 {
			f.cols = append(f.cols, v)
		}
	}
	log := 0.0 // of the observed table, but for what all tables share
	for i, row := range observed {
		if rows[i] == 0 {
			continue
		}
		f.rows = append(f.rows, rows[i])
		for _, v := range row {
			log -= logFactorial(int(v))
		}
	}
	f.log = log + near
	if len(f.rows) < 2 || len(f.cols) < 2 {
		return FisherResult{}, undefined("one-group")
	}
	f.log0 = -logFactorial(int(n))
	for _, v := range append(append([]int{}, f.rows...), f.cols...) {
		f.log0 += logFactorial(v)
	}
	if len(f.rows) == 2 && len(f.cols) == 2 {
		if min(slices.Min(f.rows), slices.Min(f.cols)) > 1e7 {
			return FisherResult{}, undefined("too-large")
		}
		p, tables := f.fourfold(observedCorner(observed))
		return FisherResult{P: p, Exact: true, Tables: tables}, nil
	}
	f.row(0, f.rows[0], 0, append([]int{}, f.cols...), 0)
	if f.tables <= f.limit {
		return FisherResult{P: math.Min(1, f.p), Exact: true, Tables: f.tables}, nil
	}
	return f.draw(opts), nil
}

// A fisher enumerates or draws the tables that have the totals rows and cols.
type fisher struct {
	rows, cols []int
	log        float64 // −Σ ln cell! of the observed table
	log0       float64 // what all tables share: Σ ln total! − ln N!
	limit      int
	tables     int
	p          float64
}

// observedCorner is the first cell of a 2 × 2 table among rows and columns of
// zeros.
func observedCorner(observed [][]float64) int {
	for _, row := range observed {
		if sum(row) == 0 {
			continue
		}
		for j := range row {
			col := 0.0
			for _, r := range observed {
				col += r[j]
			}
			if col > 0 {
				return int(row[j])
			}
		}
	}
	return 0
}

// fourfold goes through the tables of 2 × 2 by their first cell. Each follows
// from the one before by one multiplication, so that no precision is lost in
// large numbers.
func (f *fisher) fourfold(observed int) (p float64, tables int) {
	r, c, n := f.rows[0], f.cols[0], f.rows[0]+f.rows[1]
	lo, hi := max(0, r+c-n), min(r, c)
	// ln of each table's weight relative to the observed one's.
	as, all := 0.0, 0.0
	step := func(k int) float64 { // from k to k+1
		return math.Log(float64(r-k)) + math.Log(float64(c-k)) - math.Log(float64(k+1)) - math.Log(float64(n-r-c+k+1))
	}
	// The most probable table lends its weight as the unit: nothing overflows.
	mode := min(max(int(float64(r+1)*float64(c+1)/float64(n+2)), lo), hi)
	at := 0.0 // of the observed table, the mode's being 0
	for k := mode; k < observed; k++ {
		at += step(k)
	}
	for k := mode; k > observed; k-- {
		at -= step(k - 1)
	}
	add := func(log float64) {
		w := math.Exp(log)
		all += w
		if log <= at+near {
			as += w
		}
	}
	add(0)
	log := 0.0
	for k := mode; k < hi; k++ {
		log += step(k)
		add(log)
	}
	log = 0
	for k := mode; k > lo; k-- {
		log -= step(k - 1)
		add(log)
	}
	return math.Min(1, as/all), hi - lo + 1
}

// row fills row i from column j on, of which left observations are to be
// placed; free is what the columns still hold, log the weight so far.
func (f *fisher) row(i, left, j int, free []int, log float64) {
	if f.tables > f.limit {
		return
	}
	if i == len(f.rows)-1 { // the last row follows from the totals
		for _, v := range free {
			log -= logFactorial(v)
		}
		if f.tables++; log <= f.log {
			f.p += math.Exp(log + f.log0)
		}
		return
	}
	if j == len(f.cols)-1 { // and so does the last cell of a row
		if left > free[j] {
			return
		}
		free[j] -= left
		f.row(i+1, f.rows[i+1], 0, free, log-logFactorial(left))
		free[j] += left
		return
	}
	after := 0
	for _, v := range free[j+1:] {
		after += v
	}
	for k := max(0, left-after); k <= min(left, free[j]); k++ {
		free[j] -= k
		f.row(i, left-k, j+1, free, log-logFactorial(k))
		free[j] += k
		if f.tables > f.limit {
			return
		}
	}
}

// draw estimates the p-value of tables drawn by lot.
func (f *fisher) draw(opts FisherOptions) FisherResult {
	res := FisherResult{Samples: opts.Samples, Seed: opts.Seed}
	if res.Samples <= 0 {
		res.Samples = 10_000
	}
	rng := rand.New(rand.NewPCG(opts.Seed, 0))
	rare := 0
	free := make([]int, len(f.cols))
	for range res.Samples {
		copy(free, f.cols)
		log := 0.0
		rest := 0
		for _, v := range f.cols {
			rest += v
		}
		for _, r := range f.rows {
			left, among := r, rest
			for j := range free {
				k := hypergeometric(rng, free[j], among-free[j], left)
				among -= free[j]
				free[j] -= k
				left -= k
				log -= logFactorial(k)
			}
			rest -= r
		}
		if log <= f.log {
			rare++
		}
	}
	res.P = float64(rare+1) / float64(res.Samples+1)
	res.Error = math.Sqrt(res.P * (1 - res.P) / float64(res.Samples))
	return res
}

// hypergeometric draws how many of n things taken out of good and bad ones are
// good: by inversion, going outwards from the most probable number.
func hypergeometric(rng *rand.Rand, good, bad, n int) int {
	lo, hi := max(0, n-bad), min(good, n)
	if lo == hi {
		return lo
	}
	mode := min(max(int(float64(n+1)*float64(good+1)/float64(good+bad+2)), lo), hi)
	u := rng.Float64()
	pm := math.Exp(logChoose(good, mode) + logChoose(bad, n-mode) - logChoose(good+bad, n))
	if u -= pm; u < 0 {
		return mode
	}
	up, down := pm, pm
	for i, j := mode, mode; i < hi || j > lo; {
		if i < hi {
			up *= float64(good-i) * float64(n-i) / (float64(i+1) * float64(bad-n+i+1))
			i++
			if u -= up; u < 0 {
				return i
			}
		}
		if j > lo {
			down *= float64(j) * float64(bad-n+j) / (float64(good-j+1) * float64(n-j+1))
			j--
			if u -= down; u < 0 {
				return j
			}
		}
	}
	return mode // the probabilities' sum was short of 1 by rounding
}

func logFactorial(n int) float64 {
	if n < len(logFactorials) {
		return logFactorials[n]
	}
	v, _ := math.Lgamma(float64(n) + 1)
	return v
}

var logFactorials = func() (t [1024]float64) {
	for i := 2; i < len(t); i++ {
		t[i] = t[i-1] + math.Log(float64(i))
	}
	return t
}()

func logChoose(n, k int) float64 { return logFactorial(n) - logFactorial(k) - logFactorial(n-k) }
