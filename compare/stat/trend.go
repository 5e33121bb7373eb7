package stat

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// A Trend says whether a series rises or falls.
type Trend struct {
	S     float64 // pairs that rise less pairs that fall
	Tau   float64 // Kendall's τ-b of values and time, −1 to 1
	P     float64 // two-sided
	Exact bool    // P is by counting orders; else by the normal distribution, with ties and continuity corrected
	Slope float64 // the median of the pairs' slopes, for a step of 1 in time (Sen 1968)
	N     int
}

// exactKendall is the longest series whose orders are counted.
const exactKendall = 60

// MannKendall tests a series for a monotone trend (Mann 1945, Kendall 1975).
// times must grow; nil means 0, 1, 2 …
func MannKendall(times, values []float64) (Trend, error) {
	n := len(values)
	if times != nil && len(times) != n {
		return Trend{}, undefined("ragged")
	}
	at := func(i int) float64 {
		if times == nil {
			return float64(i)
		}
		return times[i]
	}
	for i, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) || math.IsNaN(at(i)) || math.IsInf(at(i), 0) {
			return Trend{}, undefined("not-finite")
		}
		if i > 0 && at(i) <= at(i-1) {
			return Trend{}, undefined("out-of-range")
		}
	}
	switch {
	case n < 3:
		return Trend{}, undefined("too-short")
	case n > 5000: // pairs grow with the square
		return Trend{}, undefined("too-large")
	}
	t := Trend{N: n}
	slopes := make([]float64, 0, n*(n-1)/2)
	for i := range values {
		for j := i + 1; j < n; j++ {
			d := values[j] - values[i]
			switch {
			case d > 0:
				t.S++
			case d < 0:
				t.S--
			}
			slopes = append(slopes, d/(at(j)-at(i)))
		}
	}
	pairs := float64(len(slopes))
	untied := pairs
	v := float64(n*(n-1)) * float64(2*n+5)
	for _, k := range ties(values) {
		untied -= k * (k - 1) / 2
		v -= k * (k - 1) * (2*k + 5)
	}
	if untied == 0 {
		return Trend{}, undefined("no-variance")
	}
	t.Tau = t.S / math.Sqrt(pairs*untied)
	t.Slope = median(slopes)
	if t.Exact = untied == pairs && n <= exactKendall; t.Exact {
		t.P = kendallP(n, t.S)
	} else {
		t.P = normalP(math.Max(0, math.Abs(t.S)-1) / math.Sqrt(v/18))
	}
	return t, nil
}

// kendallP is the share of the orders of n different values whose |S| is that
// large or larger.
func kendallP(n int, s float64) float64 {
	// p[k] is the share of orders with k pairs out of order, of 1, 2 … n values.
	p := []float64{1}
	for m := 2; m <= n; m++ {
		next := make([]float64, m*(m-1)/2+1)
		for k, v := range p {
			for j := range m {
				next[k+j] += v / float64(m)
			}
		}
		p = next
	}
	out := 0.0
	for k, v := range p {
		if math.Abs(float64(len(p)-1-2*k)) >= math.Abs(s) {
			out += v
		}
	}
	return math.Min(1, out)
}

// ties are the sizes of the groups of equal values.
func ties(values []float64) []float64 {
	vs := slices.Sorted(slices.Values(values))
	var out []float64
	for i := 0; i < len(vs); {
		j := i
		for j < len(vs) && vs[j] == vs[i] {
			j++
		}
		if j-i > 1 {
			out = append(out, float64(j-i))
		}
		i = j
	}
	return out
}

// median sorts vs.
func median(vs []float64) float64 {
	slices.Sort(vs)
	n := len(vs)
	return (vs[(n-1)/2] + vs[n/2]) / 2
}

// exactSpearman is the longest series all of whose orders are gone through.
const exactSpearman = 9

// Spearman is the correlation of ranks (Spearman 1904), ties having their mean
// rank. exact says that p is of all orders, as up to nine pairs; for more it is
// by Student's t with n−2 degrees of freedom.
func Spearman(xs, ys []float64) (rho, p float64, exact bool, err error) {
	n := len(xs)
	if len(ys) != n {
		return 0, 0, false, undefined("ragged")
	}
	for i := range xs {
		if v := xs[i] + ys[i]; math.IsNaN(v) || math.IsInf(v, 0) {
			return 0, 0, false, undefined("not-finite")
		}
	}
	if n < 3 {
		return 0, 0, false, undefined("too-short")
	}
	rx, ry := ranks(xs), ranks(ys)
	xx, yy := product(rx, rx), product(ry, ry)
	if xx == 0 || yy == 0 {
		return 0, 0, false, undefined("no-variance")
	}
	seen := product(rx, ry)
	rho = math.Max(-1, math.Min(1, seen/math.Sqrt(xx*yy)))
	if n <= exactSpearman {
		as, all := 0, 0
		permute(ry, n, func() {
			if all++; math.Abs(product(rx, ry)) >= math.Abs(seen)-1e-9 {
				as++
			}
		})
		return rho, float64(as) / float64(all), true, nil
	}
	if math.Abs(rho) == 1 {
		return rho, 0, false, nil
	}
	df := float64(n - 2)
	t := rho * math.Sqrt(df/(1-rho*rho))
	return rho, 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Survival(math.Abs(t)), false, nil
}

// product is the sum of products of two rows of ranks, their mean taken off.
func product(xs, ys []float64) float64 {
	mean := float64(len(xs)+1) / 2
	s := 0.0
	for i := range xs {
		s += (xs[i] - mean) * (ys[i] - mean)
	}
	return s
}

// permute calls f with each order of the first n values (Heap 1963).
func permute(vs []float64, n int, f func()) {
	if n == 1 {
		f()
		return
	}
	for i := range n {
		permute(vs, n-1, f)
		if j := i * (1 - n%2); i < n-1 {
			vs[j], vs[n-1] = vs[n-1], vs[j]
		}
	}
}

// ranks are the places of values in their order, from 1; equals share the mean.
func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	out := make([]float64, len(values))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && values[order[j]] == values[order[i]] {
			j++
		}
		for _, k := range order[i:j] {
			out[k] = float64(i+j+1) / 2
		}
		i = j
	}
	return out
}
