package agreement

// Coefficients of all coders at once.

// counts returns how many coders gave each value to a unit.
func (v *Variable) counts(row []int, into []float64) (m float64) {
	clear(into)
	for _, c := range row {
		if c != Missing {
			into[c]++
			m++
		}
	}
	return m
}

// fleiss is Fleiss' κ. It wants the same number of values of each unit.
func (v *Variable) fleiss(w []int) Estimate {
	if len(v.Coders) < 2 {
		return undefined(OneCoder)
	}
	k := make([]float64, len(v.Values))
	all := make([]float64, len(v.Values))
	units, observed, each := 0.0, 0.0, 0.0
	for u, row := range v.Codes {
		m := v.counts(row, k)
		if w[u] == 0 || m < 2 {
			continue
		}
		if each != 0 && m != each {
			return undefined(Unequal)
		}
		each = m
		f := float64(w[u])
		units += f
		for i, n := range k {
			observed += f * n * (n - 1) / (m * (m - 1))
			all[i] += f * n / m
		}
	}
	if units == 0 {
		return undefined(NoPairs)
	}
	expected := 0.0
	for _, n := range all {
		expected += n / units * n / units
	}
	return beyondChance(observed/units, expected)
}

// gwet is Gwet's AC1 (Gwet 2008), for any number of coders and with missing
// values: the shares of values are those of all units, agreement that of units
// with two values at least.
func (v *Variable) gwet(w []int) Estimate {
	if len(v.Coders) < 2 {
		return undefined(OneCoder)
	}
	k := make([]float64, len(v.Values))
	all := make([]float64, len(v.Values))
	units, pairable, observed := 0.0, 0.0, 0.0
	for u, row := range v.Codes {
		m := v.counts(row, k)
		if w[u] == 0 || m == 0 {
			continue
		}
		f := float64(w[u])
		units += f
		if m > 1 {
			pairable += f
		}
		for i, n := range k {
			all[i] += f * n / m
			if m > 1 {
				observed += f * n * (n - 1) / (m * (m - 1))
			}
		}
	}
	switch q := float64(len(v.Values)); {
	case pairable == 0:
		return undefined(NoPairs)
	case q < 2:
		return undefined(NoVariation)
	default:
		expected := 0.0
		for _, n := range all {
			share := n / units
			expected += share * (1 - share)
		}
		return beyondChance(observed/pairable, expected/(q-1))
	}
}

// all is the share of units that everybody coded alike who coded them.
func (v *Variable) all(w []int, tolerance float64) Estimate {
	if len(v.Coders) < 2 {
		return undefined(OneCoder)
	}
	units, alike := 0.0, 0.0
	for u, row := range v.Codes {
		if w[u] == 0 || given(row) < 2 {
			continue
		}
		units += float64(w[u])
		if v.alike(row, tolerance) {
			alike += float64(w[u])
		}
	}
	if units == 0 {
		return undefined(NoPairs)
	}
	return Estimate{Value: alike / units, Observed: alike / units}
}

// alike tells whether the values of a unit are one, or numbers that differ by no
// more than tolerance.
func (v *Variable) alike(row []int, tolerance float64) bool {
	least, most := -1, -1 // values stand in the order of numbers
	for _, c := range row {
		if c == Missing {
			continue
		}
		if least < 0 || c < least {
			least = c
		}
		most = max(most, c)
	}
	return least == most || v.numbers != nil && v.numbers[most]-v.numbers[least] <= tolerance+tiny
}

// against is α of one value against all others, and the share of it that is
// agreed on.
func (v *Variable) against(value int, w []int) (alpha Estimate, specific float64, used int) {
	n, total, apart, together := 0.0, 0.0, 0.0, 0.0
	for u, row := range v.Codes {
		m, k := given(row), 0
		for _, c := range row {
			if c == value {
				k++
			}
		}
		used += w[u] * k
		if m < 2 {
			continue
		}
		f := float64(w[u])
		n += f * float64(k)
		total += f * float64(m)
		apart += f * float64(2*k*(m-k)) / float64(m-1)
		together += f * float64(k*(k-1)) / float64(m-1)
	}
	switch {
	case len(v.Coders) < 2:
		return undefined(OneCoder), 0, used
	case total == 0:
		return undefined(NoPairs), 0, used
	case n == 0 || n == total:
		return undefined(NoVariation), together / max(n, 1), used
	}
	e := Estimate{Observed: apart / total, Expected: 2 * n * (total - n) / (total * (total - 1))}
	e.Value = 1 - e.Observed/e.Expected
	return e, together / n, used
}
