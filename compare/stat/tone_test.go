package stat

import (
	"math"
	"testing"
)

// CONTENT.md, section 2.
func TestJanis(t *testing.T) {
	for _, c := range []struct{ f, n, r, t, want float64 }{
		{30, 10, 50, 100, 0.12},
		{10, 30, 50, 100, -0.12},
		{20, 20, 50, 100, 0},
		{50, 0, 50, 50, 1},
	} {
		got, err := Janis(c.f, c.n, c.r, c.t)
		if err != nil || math.Abs(got-c.want) > 1e-12 {
			t.Errorf("Janis(%g, %g, %g, %g) = %g, %v, want %g", c.f, c.n, c.r, c.t, got, err, c.want)
		}
	}
	_, err := Janis(0, 0, 0, 100)
	reason(t, "no theme", err, "empty")
	_, err = Janis(0, 0, 0, 0)
	reason(t, "no units", err, "empty")
	_, err = Janis(3, 0, 2, 10)
	reason(t, "more tones than units", err, "above-base")
}

// CONTENT.md, section 2: weights 3, 2, 1; (1·1·0.8), (1·0.7·1), absent → 63.3 %.
func TestWeightedIndex(t *testing.T) {
	got, err := WeightedIndex([]Scored{{3, 1, []float64{1, 0.8}}, {2, 1, []float64{0.7, 1}}, {Weight: 1}})
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "index", got*100, 63.3, 0.1)
	_, err = WeightedIndex([]Scored{{Weight: 0, Score: 1}})
	reason(t, "no weights", err, "empty")
	_, err = WeightedIndex([]Scored{{Weight: 1, Score: 2}})
	reason(t, "score above one", err, "out-of-range")
}
