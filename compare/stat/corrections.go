package stat

import (
	"cmp"
	"slices"
)

// A Correction makes p-values of several tests comparable with one level.
type Correction string

// The corrections for many tests.
const (
	NoCorrection      Correction = "none"
	Holm              Correction = "holm"       // Holm 1979, step-down
	Bonferroni        Correction = "bonferroni" // p · number of tests
	BenjaminiHochberg Correction = "bh"         // Benjamini and Hochberg 1995: the rate of false discoveries
)

// Corrections lists all, for messages.
var Corrections = []Correction{NoCorrection, Holm, Bonferroni, BenjaminiHochberg}

// Adjust returns the p-values corrected for their number, in their order. An
// unknown correction changes nothing.
func (c Correction) Adjust(ps []float64) []float64 {
	out := slices.Clone(ps)
	n := len(ps)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ps[a], ps[b]) })
	switch c {
	case Bonferroni:
		for i, p := range ps {
			out[i] = min(1, p*float64(n))
		}
	case Holm:
		most := 0.0 // a larger p never gets a smaller corrected one
		for rank, i := range order {
			most = max(most, min(1, ps[i]*float64(n-rank)))
			out[i] = most
		}
	case BenjaminiHochberg:
		least := 1.0
		for rank := n - 1; rank >= 0; rank-- {
			i := order[rank]
			least = min(least, ps[i]*float64(n)/float64(rank+1))
			out[i] = least
		}
	}
	return out
}
