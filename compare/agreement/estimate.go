package agreement

import "math"

// An Estimate is the value of a coefficient, with what it was computed of, or
// the reason why there is none.
type Estimate struct {
	Value float64
	// Observed and Expected are p_o and p_e, of α D_o and D_e, of Holsti M and the
	// mean of N₁ and N₂; per cents have an Observed only.
	Observed, Expected float64
	Reason             Reason // "" if there is a value
}

// A Reason is why a coefficient is undefined.
type Reason string

// The reasons.
const (
	OneCoder      Reason = "one-coder"       // there is nobody to agree with
	NoPairs       Reason = "no-pairs"        // no unit has two values
	NoVariation   Reason = "no-variation"    // one value only: chance agrees, too
	NotNumbers    Reason = "not-numbers"     // the level wants numbers
	Negative      Reason = "negative"        // a ratio of what is below zero means nothing
	NotOrdered    Reason = "not-ordered"     // the level wants an order of values
	HasMissing    Reason = "missing"         // wants that all coders coded each unit
	Unequal       Reason = "unequal"         // wants as many values of each unit
	PairUndefined Reason = "pair-undefined"  // the mean of pairs of which one is undefined
	TooManyValues Reason = "too-many-values" // weights of so many values are no use
	FewResamples  Reason = "few-resamples"   // of the interval: undefined in too many resamples
	TooLarge      Reason = "too-large"       // of the interval: it would take hours
	AsIrr         Reason = "as-irr"          // of the interval: see that of α
)

func undefined(r Reason) Estimate { return Estimate{Reason: r} }

// beyondChance is (p_o − p_e) / (1 − p_e).
func beyondChance(observed, expected float64) Estimate {
	e := Estimate{Observed: observed, Expected: expected}
	if 1-expected < tiny {
		e.Reason = NoVariation
		return e
	}
	e.Value = (observed - expected) / (1 - expected)
	return e
}

// tiny is less than any difference of shares that data have, and more than
// what is left of zero when they are added up.
const tiny = 1e-12

// mean is the mean of the estimates of pairs.
func mean(es []Estimate) Estimate {
	var m Estimate
	for _, e := range es {
		if e.Reason != "" {
			if len(es) == 1 {
				return e
			}
			return undefined(PairUndefined)
		}
		m.Value += e.Value
		m.Observed += e.Observed
		m.Expected += e.Expected
	}
	n := float64(len(es))
	if n == 0 {
		return undefined(NoPairs)
	}
	m.Value, m.Observed, m.Expected = m.Value/n, m.Observed/n, m.Expected/n
	if math.Abs(m.Value) < tiny {
		m.Value = 0 // never −0
	}
	return m
}
