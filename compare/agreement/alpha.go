package agreement

// Krippendorff's α is 1 − D_o/D_e over the matrix of coincidences, in which each
// pair of values of a unit with m values counts 1/(m − 1). With N values of which
// n(k) are k, and the distance δ² of two values,
//
//	D_o = Σ_units Σ_pairs δ² / (m − 1) / N
//	D_e = Σ_c Σ_k n(c)·n(k)·δ²(c, k) / (N·(N − 1))
//
// (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). For ordinal
// data δ is the difference of the values' middle ranks, for interval data that
// of numbers, so that sums of squares do instead of the matrix: the bootstrap
// computes α thousands of times.

// alpha is α of a variable whose units count w times each.
func (v *Variable) alpha(level Level, w []int) Estimate {
	switch {
	case len(v.Coders) < 2:
		return undefined(OneCoder)
	case level == Ordinal && !v.ordered:
		return undefined(NotOrdered)
	case level == Interval && v.numbers == nil, level == Ratio && v.numbers == nil:
		return undefined(NotNumbers)
	}
	if level == Ratio {
		for _, n := range v.numbers {
			if n < 0 {
				return undefined(Negative)
			}
		}
	}
	n := make([]float64, len(v.Values)) // of values in units that can be paired
	total := 0.0
	for u, row := range v.Codes {
		if w[u] == 0 || given(row) < 2 {
			continue
		}
		for _, c := range row {
			if c != Missing {
				n[c] += float64(w[u])
				total += float64(w[u])
			}
		}
	}
	if total == 0 {
		return undefined(NoPairs)
	}
	distance := v.distances(level, n)
	observed := 0.0
	values := make([]int, 0, len(v.Coders))
	for u, row := range v.Codes {
		if w[u] == 0 {
			continue
		}
		values = values[:0]
		for _, c := range row {
			if c != Missing {
				values = append(values, c)
			}
		}
		if m := len(values); m > 1 {
			observed += float64(w[u]) * distance.within(values) / float64(m-1)
		}
	}
	e := Estimate{Observed: observed / total, Expected: distance.between(n) / (total * (total - 1))}
	if e.Expected < tiny*tiny {
		e.Reason = NoVariation
		return e
	}
	e.Value = 1 - e.Observed/e.Expected
	return e
}

// A distance sums δ² over ordered pairs of values.
type distance struct {
	level Level
	x     []float64 // what differs between values; nil for nominal
}

// distances are those of a level, given how often each value occurs.
func (v *Variable) distances(level Level, n []float64) distance {
	d := distance{level: level, x: v.numbers}
	switch level {
	case Nominal:
		d.x = nil
	case Ordinal:
		d.x = make([]float64, len(n))
		below := 0.0
		for k := 0; k < len(n); {
			same := k // spellings of one number share their rank
			sum := 0.0
			for ; same < len(n) && (same == k || v.numbers != nil && v.numbers[same] == v.numbers[k]); same++ {
				sum += n[same]
			}
			for ; k < same; k++ {
				d.x[k] = below + sum/2
			}
			below += sum
		}
	}
	return d
}

// of is δ² of two values.
func (d distance) of(a, b int) float64 {
	switch {
	case a == b:
		return 0
	case d.x == nil:
		return 1
	case d.level == Ratio:
		sum := d.x[a] + d.x[b]
		if sum == 0 {
			return 0
		}
		r := (d.x[a] - d.x[b]) / sum
		return r * r
	}
	diff := d.x[a] - d.x[b]
	return diff * diff
}

// within is the sum over the ordered pairs of a unit's values.
func (d distance) within(values []int) float64 {
	sum := 0.0
	for i, a := range values {
		for _, b := range values[:i] {
			sum += d.of(a, b)
		}
	}
	return 2 * sum
}

// between is the sum over all ordered pairs of values, of which n are each.
func (d distance) between(n []float64) float64 {
	total, sum, squares := 0.0, 0.0, 0.0
	switch d.level {
	case Nominal:
		for _, k := range n {
			total += k
			squares += k * k
		}
		return total*total - squares
	case Ratio:
		for a := range n {
			for b := range n[:a] {
				if n[a] > 0 && n[b] > 0 {
					sum += n[a] * n[b] * d.of(a, b)
				}
			}
		}
		return 2 * sum
	}
	for k, f := range n {
		total += f
		sum += f * d.x[k]
	}
	if total == 0 {
		return 0
	}
	middle := sum / total // squares about the mean lose no digits
	for k, f := range n {
		squares += f * (d.x[k] - middle) * (d.x[k] - middle)
	}
	return 2 * total * squares
}

// A Coincidences is the matrix of coincidences: how often values meet in units,
// each pair of a unit with m values counting 1/(m − 1).
type Coincidences [][]float64

// Coincidences returns the matrix that α is computed of.
func (v *Variable) Coincidences() Coincidences {
	o := make(Coincidences, len(v.Values))
	for k := range o {
		o[k] = make([]float64, len(v.Values))
	}
	for _, row := range v.Codes {
		m := given(row)
		if m < 2 {
			continue
		}
		for i, a := range row {
			for j, b := range row {
				if i != j && a != Missing && b != Missing {
					o[a][b] += 1 / float64(m-1)
				}
			}
		}
	}
	return o
}
