package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// quantile is the z of a two-sided interval at a level: 1.96 at 0.95.
func quantile(level float64) (float64, error) {
	if !(level > 0 && level < 1) {
		return 0, undefined("out-of-range")
	}
	return distuv.UnitNormal.Quantile(0.5 + level/2), nil
}

// Wilson is the interval of a share of k in n at a level (Wilson 1927), without
// a correction for continuity. n may be an effective size, and no whole number.
func Wilson(k, n, level float64) (low, high float64, err error) {
	if err := counted(k, n); err != nil {
		return 0, 0, err
	}
	z, err := quantile(level)
	if err != nil {
		return 0, 0, err
	}
	p := k / n
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	low, high = math.Max(0, mid-half), math.Min(1, mid+half)
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high, nil
}

// A Difference is the test of two shares by z.
type Difference struct {
	P1, P2     float64 // the shares
	Z          float64 // (p₁−p₂) / √(p(1−p)(1/n₁+1/n₂)), p of both together
	P          float64 // of Z, two-sided
	ZCorrected float64 // with the correction for continuity ½(1/n₁+1/n₂)
	PCorrected float64
}

// Proportions compares k1 of n1 with k2 of n2 (Fleiss 1981, 2.4).
func Proportions(k1, n1, k2, n2 float64) (Difference, error) {
	if err := counted(k1, n1); err != nil {
		return Difference{}, err
	}
	if err := counted(k2, n2); err != nil {
		return Difference{}, err
	}
	d := Difference{P1: k1 / n1, P2: k2 / n2}
	p := (k1 + k2) / (n1 + n2)
	if p == 0 || p == 1 {
		return Difference{}, undefined("no-variance")
	}
	se := math.Sqrt(p * (1 - p) * (1/n1 + 1/n2))
	diff := d.P1 - d.P2
	d.Z = diff / se
	d.ZCorrected = math.Copysign(math.Max(0, math.Abs(diff)-(1/n1+1/n2)/2), diff) / se
	d.P, d.PCorrected = normalP(d.Z), normalP(d.ZCorrected)
	return d, nil
}

// MarginOfError is half the width of the normal interval of a share p of n at a
// level, for a random sample. p = 0.5 gives the largest.
func MarginOfError(p, n, level float64) (float64, error) {
	if err := counted(p, 1); err != nil {
		return 0, err
	}
	if err := counted(0, n); err != nil {
		return 0, err
	}
	z, err := quantile(level)
	if err != nil {
		return 0, err
	}
	return z * math.Sqrt(p*(1-p)/n), nil
}

// DesignEffect is by how much weights enlarge the variance: n·Σw² / (Σw)² (Kish
// 1965). n divided by it is the effective size of the sample.
func DesignEffect(weights []float64) (float64, error) {
	if err := amounts(weights...); err != nil {
		return 0, err
	}
	all, squares := 0.0, 0.0
	for _, w := range weights {
		all += w
		squares += w * w
	}
	if all == 0 {
		return 0, undefined("empty")
	}
	return float64(len(weights)) * squares / (all * all), nil
}
