package stat

import (
	"math"
	"testing"
)

// CONTENT.md, section 2.
func TestWilson(t *testing.T) {
	for _, c := range []struct{ k, n, low, high float64 }{{8, 10, 49.0, 94.3}, {0, 16, 0, 19.4}} {
		low, high, err := Wilson(c.k, c.n, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		digits(t, "low", low*100, c.low, 0.1)
		digits(t, "high", high*100, c.high, 0.1)
	}
	if low, high, _ := Wilson(16, 16, 0.95); high != 1 || math.Abs(low-0.806) > 0.001 {
		t.Errorf("all of 16: %g to %g", low, high)
	}
	_, _, err := Wilson(0, 0, 0.95)
	reason(t, "no answers", err, "empty")
	_, _, err = Wilson(1, 2, 95)
	reason(t, "a level of 95", err, "out-of-range")
}

// CONTENT.md, section 2: 45/100 vs 30/100 → z 2.19.
func TestProportions(t *testing.T) {
	d, err := Proportions(45, 100, 30, 100)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "z", d.Z, 2.19, 0.01)
	// R: prop.test(c(45, 30), c(100, 100)): X-squared = 4.1813, p = 0.04087.
	digits(t, "z² with correction", d.ZCorrected*d.ZCorrected, 4.1813, 0.0001)
	digits(t, "p with correction", d.PCorrected, 0.04087, 0.00001)
	tab, _ := Crosstab([][]float64{{45, 55}, {30, 70}})
	digits(t, "z² is χ²", d.Z*d.Z, tab.ChiSquare, 1e-9)
	digits(t, "p of χ²", d.P, tab.P, 1e-9)
	back, _ := Proportions(30, 100, 45, 100)
	if back.Z != -d.Z || back.P != d.P {
		t.Errorf("the other way round: %+v", back)
	}
	_, err = Proportions(0, 10, 0, 20)
	reason(t, "nobody at all", err, "no-variance")
}

// CONTENT.md, section 2: n 1 200 → ±2.83 pp; weights 1.4/0.6 at half each → 1.16.
func TestSample(t *testing.T) {
	m, err := MarginOfError(0.5, 1200, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "margin of error", m*100, 2.83, 0.01)
	deff, err := DesignEffect([]float64{1.4, 0.6, 1.4, 0.6})
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "design effect", deff, 1.16, 1e-9)
	_, err = DesignEffect(nil)
	reason(t, "no weights", err, "empty")
}
