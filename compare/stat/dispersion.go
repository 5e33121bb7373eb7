package stat

import "math"

// DP is the deviation of proportions (Gries 2008): half the sum of the
// differences between the share of a word's occurrences that each part has and
// the part's share of the corpus. 0 is an even spread, near 1 one part has all.
func DP(counts, sizes []float64) (float64, error) {
	if len(counts) != len(sizes) {
		return 0, undefined("ragged")
	}
	for i := range counts {
		if err := amounts(counts[i], sizes[i]); err != nil {
			return 0, err
		}
		if counts[i] > 0 && sizes[i] == 0 {
			return 0, undefined("above-base")
		}
	}
	all, size := sum(counts), sum(sizes)
	if all == 0 || size == 0 {
		return 0, undefined("empty")
	}
	d := 0.0
	for i := range counts {
		d += math.Abs(counts[i]/all - sizes[i]/size)
	}
	return d / 2, nil
}
