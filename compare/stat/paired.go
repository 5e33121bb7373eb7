package stat

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// McNemar tests whether a share changed, by those who changed their answer (McNemar
// 1947): b to yes, c to no. The p-value is exact, two-sided, of the binomial
// distribution of b among b+c at one half.
func McNemar(b, c float64) (p float64, err error) {
	if err := amounts(b, c); err != nil {
		return 0, err
	}
	if b != math.Trunc(b) || c != math.Trunc(c) {
		return 0, undefined("not-counts")
	}
	if b+c == 0 {
		return 0, undefined("no-variance")
	}
	return math.Min(1, 2*distuv.Binomial{N: b + c, P: 0.5}.CDF(math.Min(b, c))), nil
}

// A SignedRank is Wilcoxon's test of paired values.
type SignedRank struct {
	V     float64 // sum of the ranks of the differences above zero
	N     int     // differences other than zero
	P     float64 // two-sided
	Exact bool    // else by the normal distribution, corrected for ties and continuity
}

// maxExactPairs is up to how many differences without ties Wilcoxon's test is
// exact, as in R.
const maxExactPairs = 49

// Wilcoxon compares values before and after of the same units (Wilcoxon 1945).
// Differences of zero are left out, equal ones share their ranks.
func Wilcoxon(before, after []float64) (SignedRank, error) {
	if len(before) != len(after) {
		return SignedRank{}, undefined("ragged")
	}
	var ds []float64
	for i := range before {
		if d := after[i] - before[i]; d != d || math.IsInf(d, 0) {
			return SignedRank{}, undefined("not-finite")
		} else if d != 0 {
			ds = append(ds, d)
		}
	}
	if len(ds) == 0 {
		return SignedRank{}, undefined("no-variance")
	}
	slices.SortFunc(ds, func(a, b float64) int { return cmp.Compare(math.Abs(a), math.Abs(b)) })
	n := float64(len(ds))
	w := SignedRank{N: len(ds)}
	ties := 0.0
	for i := 0; i < len(ds); {
		j := i
		// Differences of decimal fractions are seldom equal to the last bit.
		for j < len(ds) && math.Abs(ds[j])-math.Abs(ds[i]) <= 1e-9*math.Abs(ds[i]) {
			j++
		}
		t, rank := float64(j-i), float64(i+j+1)/2
		ties += t*t*t - t
		for ; i < j; i++ {
			if ds[i] > 0 {
				w.V += rank
			}
		}
	}
	if ties == 0 && len(ds) <= maxExactPairs {
		w.Exact, w.P = true, exactSignedRank(len(ds), w.V)
		return w, nil
	}
	diff := w.V - n*(n+1)/4
	sd := math.Sqrt(n*(n+1)*(2*n+1)/24 - ties/48)
	w.P = normalP(math.Max(0, math.Abs(diff)-0.5) / sd)
	return w, nil
}

// exactSignedRank is the two-sided probability of a sum of ranks as far out as v: each
// rank is above zero or not with equal chance.
func exactSignedRank(n int, v float64) float64 {
	most := n * (n + 1) / 2
	ways := make([]float64, most+1) // shares of the ways to a sum
	ways[0] = 1
	for rank := 1; rank <= n; rank++ {
		for s := most; s >= 0; s-- {
			ways[s] /= 2
			if s >= rank {
				ways[s] += ways[s-rank] / 2
			}
		}
	}
	tail := 0.0
	for s := 0; s <= int(math.Min(v, float64(most)-v)); s++ {
		tail += ways[s]
	}
	return math.Min(1, 2*tail)
}
