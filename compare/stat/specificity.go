package stat

import "math"

// Specificity is Lafon's (1980): a word that occurs F times among T words is
// found f times in a part of t words. P is the hypergeometric probability of so
// many or more, or, where that is less than expected, of so many or fewer; score
// is −log₁₀ P with the sign of the difference. TXM prints the score.
func Specificity(f, F, t, T float64) (p, score float64, err error) {
	for _, v := range [][2]float64{{F, T}, {t, T}, {f, F}, {f, t}} {
		if err := counted(v[0], v[1]); err != nil {
			return 0, 0, err
		}
	}
	switch {
	case f != math.Trunc(f) || F != math.Trunc(F) || t != math.Trunc(t) || T != math.Trunc(T):
		return 0, 0, undefined("not-counts")
	case T > 1e12 || F > 1e7:
		return 0, 0, undefined("too-large")
	}
	lo, hi := math.Max(0, F-(T-t)), math.Min(F, t)
	sign := 1.0
	if f < F*t/T {
		sign, hi = -1, f
	} else {
		lo = f
	}
	// Logarithms of the terms are summed beside the largest of them: a rare
	// word's P would vanish otherwise.
	log := func(k float64) float64 {
		return logChooseOf(t, k) + logChooseOf(T-t, F-k) - logChooseOf(T, F)
	}
	at := f // of the terms on this side the observed one is the largest, or near
	top := log(at)
	s := 0.0
	for k := at; k >= lo && k <= hi; k += sign {
		w := math.Exp(log(k) - top)
		if s += w; w < 1e-17*s {
			break
		}
	}
	logP := math.Min(0, top+math.Log(s))
	return math.Exp(logP), -sign*logP/math.Ln10 + 0, nil // + 0: not «−0»
}

func logChooseOf(n, k float64) float64 {
	a, _ := math.Lgamma(n + 1)
	b, _ := math.Lgamma(k + 1)
	c, _ := math.Lgamma(n - k + 1)
	return a - b - c
}
