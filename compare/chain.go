package compare

import "slices"

// A link is a possible pair: places in two sequences, and what it is worth.
type link struct {
	i, j   int
	weight float64
	score  float64
}

// heaviest returns the increasing chain of links with the greatest weight:
// what can be paired without crossing. It takes n log n time; ties go to the
// links that come first.
func heaviest(ls []link) []link {
	slices.SortStableFunc(ls, func(a, b link) int {
		if a.i != b.i {
			return a.i - b.i
		}
		return b.j - a.j // links of one i cannot follow each other
	})
	width := 0
	for _, l := range ls {
		width = max(width, l.j+1)
	}
	// best[j] is, for the links seen with places below j, the last link of
	// the heaviest chain: a Fenwick tree of maxima.
	best := make([]int, width+1)
	for i := range best {
		best[i] = -1
	}
	total := make([]float64, len(ls))
	prev := make([]int, len(ls))
	end := -1
	for x, l := range ls {
		prev[x] = -1
		for k := l.j; k > 0; k -= k & -k {
			if b := best[k]; b >= 0 && (prev[x] < 0 || total[b] > total[prev[x]]) {
				prev[x] = b
			}
		}
		total[x] = l.weight
		if prev[x] >= 0 {
			total[x] += total[prev[x]]
		}
		for k := l.j + 1; k <= width; k += k & -k {
			if b := best[k]; b < 0 || total[x] > total[b] {
				best[k] = x
			}
		}
		if end < 0 || total[x] > total[end] {
			end = x
		}
	}
	var chain []link
	for x := end; x >= 0; x = prev[x] {
		chain = append(chain, ls[x])
	}
	slices.Reverse(chain)
	return chain
}
