package agreement

import "math"

// A pairing is what two coders have in common: the units that both coded.
type pairing struct {
	v          *Variable
	a, b       int
	n, alike   float64
	na, nb     float64 // units that each coded, alone too
	of, with   []float64
	apart      [2]float64 // sums of distances and of their squares
	tolerated  float64    // units whose values differ by no more than tolerance
	incomplete bool       // a unit was coded by one of them only
}

// A weighing are the distances of values in weighted κ.
type weighing struct {
	x      []float64
	reason Reason
}

// mostWeighed is the most values that weighted κ is computed of.
const mostWeighed = 200

// weighing are ranks for an ordinal scale, numbers for what has them.
func (v *Variable) weighing() weighing {
	switch {
	case v.Level == Nominal && v.numbers == nil, !v.ordered:
		return weighing{reason: NotOrdered}
	case v.Level != Nominal && v.Level != Ordinal && v.numbers == nil:
		return weighing{reason: NotNumbers}
	case len(v.Values) > mostWeighed:
		return weighing{reason: TooManyValues}
	}
	if v.Level == Interval || v.Level == Ratio {
		return weighing{x: v.numbers}
	}
	x := make([]float64, len(v.Values))
	for i := range x {
		x[i] = float64(i)
	}
	return weighing{x: x}
}

// pairing compares coders a and b over units that count w times each.
func (v *Variable) pairing(a, b int, w []int, x []float64, tolerance float64) *pairing {
	p := &pairing{v: v, a: a, b: b, of: make([]float64, len(v.Values)), with: make([]float64, len(v.Values))}
	for u, row := range v.Codes {
		f := float64(w[u])
		i, j := row[a], row[b]
		if i != Missing {
			p.na += f
		}
		if j != Missing {
			p.nb += f
		}
		if i == Missing || j == Missing {
			p.incomplete = p.incomplete || i != j && f > 0
			continue
		}
		p.n += f
		p.of[i] += f
		p.with[j] += f
		if i == j {
			p.alike += f
		}
		if i == j || v.numbers != nil && math.Abs(v.numbers[i]-v.numbers[j]) <= tolerance+tiny {
			p.tolerated += f
		}
		if x != nil {
			d := math.Abs(x[i] - x[j])
			p.apart[0] += f * d
			p.apart[1] += f * d * d
		}
	}
	return p
}

func (p *pairing) percent() Estimate {
	if p.n == 0 {
		return undefined(NoPairs)
	}
	return Estimate{Value: p.tolerated / p.n, Observed: p.tolerated / p.n}
}

func (p *pairing) holsti() Estimate {
	if p.n == 0 {
		return undefined(NoPairs)
	}
	both := (p.na + p.nb) / 2
	return Estimate{Value: p.alike / both, Observed: p.alike, Expected: both}
}

func (p *pairing) cohen() Estimate {
	if p.n == 0 {
		return undefined(NoPairs)
	}
	expected := 0.0
	for k := range p.of {
		expected += p.of[k] * p.with[k]
	}
	return beyondChance(p.alike/p.n, expected/(p.n*p.n))
}

// weighted is κ with weights that fall linearly (power 1) or by the square
// (power 2) of the distance between two values.
func (p *pairing) weighted(wg weighing, power int) Estimate {
	switch {
	case wg.reason != "":
		return undefined(wg.reason)
	case p.n == 0:
		return undefined(NoPairs)
	}
	most := math.Abs(wg.x[len(wg.x)-1] - wg.x[0])
	if power == 2 {
		most *= most
	}
	expected := 0.0
	for i, f := range p.of {
		if f == 0 {
			continue
		}
		for j, g := range p.with {
			d := math.Abs(wg.x[i] - wg.x[j])
			if power == 2 {
				d *= d
			}
			expected += f * g * d
		}
	}
	if most == 0 || expected == 0 {
		return undefined(NoVariation)
	}
	// As weights of agreement, which is how p_o and p_e are printed.
	return beyondChance(1-p.apart[power-1]/(p.n*most), 1-expected/(p.n*p.n*most))
}

func (p *pairing) scott() Estimate {
	if p.n == 0 {
		return undefined(NoPairs)
	}
	expected := 0.0
	for k := range p.of {
		share := (p.of[k] + p.with[k]) / (2 * p.n)
		expected += share * share
	}
	return beyondChance(p.alike/p.n, expected)
}

func (p *pairing) pabak() Estimate {
	q := float64(len(p.v.Values))
	switch {
	case p.n == 0:
		return undefined(NoPairs)
	case q < 2:
		return undefined(NoVariation)
	}
	return beyondChance(p.alike/p.n, 1/q)
}
