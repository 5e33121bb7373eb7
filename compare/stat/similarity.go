package stat

import "math"

// Cosine is the cosine of the angle between two vectors of counts (Salton 1983).
func Cosine[W comparable](a, b map[W]int) (float64, error) {
	if len(a) == 0 || len(b) == 0 {
		return 0, undefined("empty")
	}
	// Whole numbers: the order of a map does not show in the sum.
	var dot, aa, bb int64
	for w, n := range a {
		dot += int64(n) * int64(b[w])
		aa += int64(n) * int64(n)
	}
	for _, n := range b {
		bb += int64(n) * int64(n)
	}
	if aa == 0 || bb == 0 {
		return 0, undefined("empty")
	}
	return math.Min(1, float64(dot)/math.Sqrt(float64(aa)*float64(bb))), nil
}

// Jaccard is what two sets have in common of all that either has (Jaccard 1901).
func Jaccard[W comparable, V any](a, b map[W]V) (float64, error) {
	both := 0
	for w := range a {
		if _, ok := b[w]; ok {
			both++
		}
	}
	return JaccardOf(float64(both), float64(len(a)), float64(len(b)))
}

// JaccardOf is Jaccard by the sizes of both sets and of what they share.
func JaccardOf(both, a, b float64) (float64, error) {
	if err := amounts(both, a, b); err != nil {
		return 0, err
	}
	switch {
	case a+b == 0:
		return 0, undefined("empty")
	case both > a || both > b:
		return 0, undefined("above-base")
	}
	return both / (a + b - both), nil
}
