package audit

import (
	"math"

	"svod/compare/table"
)

// A Standing is how a number is borne out by its basis.
type Standing string

// The standings of a cell.
const (
	NoNumber Standing = "text"     // the cell holds no number
	NoBasis  Standing = "none"     // a number whose analysis gives no basis
	Added    Standing = "evidence" // the counts of the evidence add up to it
	Computed Standing = "formula"  // the formula gives it, as was computed here
	Told     Standing = "told"     // there is a formula that is not arithmetic
	Absent   Standing = "absence"  // nothing was found; what was tried is told
	Stated   Standing = "stated"   // a text, such as «да» or «не определён», with what it rests on
	Mismatch Standing = "mismatch" // the basis gives another number
)

// A Verdict is what came of checking a number against its basis.
type Verdict struct {
	Standing
	Sum float64 // of the evidence, or what the formula gives
}

// maxTerms is how deep the terms of formulas are followed.
const maxTerms = 8

// CheckCell checks a cell against its basis; x is the basis explained.
func CheckCell(c *table.Cell) (x table.Explanation, v Verdict) {
	if c == nil || c.Basis == nil {
		if c == nil || c.Format == table.FormatText || c.Format == table.FormatMissing {
			return x, Verdict{Standing: NoNumber}
		}
		return x, Verdict{Standing: NoBasis}
	}
	x = c.Basis.Explain()
	shown := *c
	if shown.Format == table.FormatText {
		shown = x.Value // a number within a text, such as «12 (3 %)»
	}
	return x, check(x, shown, 0)
}

// Check checks an explanation against its own number.
func Check(x table.Explanation) Verdict { return check(x, x.Value, 0) }

func check(x table.Explanation, c table.Cell, depth int) Verdict {
	number := c.IsNumber()
	value := c.Value
	if c.Format == table.FormatNone {
		value, number = 0, true
	}
	sum := 0.0
	for _, it := range x.Items {
		sum += float64(it.Count)
	}
	switch {
	case x.Formula != "":
		if depth < maxTerms {
			for _, t := range x.Terms {
				if t.Basis == nil {
					continue
				}
				if v := check(t.Basis.Explain(), t.Value, depth+1); v.Standing == Mismatch {
					return v
				}
			}
		}
		got, ok := evaluate(x.Formula, x.Terms)
		switch {
		case !number:
			return Verdict{Standing: Stated}
		case !ok:
			return Verdict{Standing: Told}
		case near(got, value, c), c.Format == table.FormatPercent && near(got/100, value, c):
			return Verdict{Computed, got}
		}
		return Verdict{Mismatch, got}
	case len(x.Items) == 0 && (len(x.Tried) > 0 || len(x.In) > 0) && (!number || value == 0):
		return Verdict{Standing: Absent}
	case !number:
		return Verdict{Standing: Stated}
	case sum == value:
		return Verdict{Added, sum}
	}
	return Verdict{Mismatch, sum}
}

// near tells whether a computed number is printed as the cell's is. A formula
// may name rounded terms.
func near(got, value float64, c table.Cell) bool {
	half := 0.005
	switch {
	case c.Format == table.FormatInteger:
		half = 0.5
	case c.Format == table.FormatPercent, math.Abs(value) < 1:
		half = 0.0005
	}
	return math.Abs(got-value) <= half*1.0001
}
