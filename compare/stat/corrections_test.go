package stat

import "testing"

// R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), method).
func TestAdjust(t *testing.T) {
	ps := []float64{0.01, 0.04, 0.03, 0.005, 0.5}
	for _, c := range []struct {
		correction Correction
		want       []float64
	}{
		{Bonferroni, []float64{0.05, 0.2, 0.15, 0.025, 1}},
		{Holm, []float64{0.04, 0.09, 0.09, 0.025, 0.5}},
		{BenjaminiHochberg, []float64{0.025, 0.05, 0.05, 0.025, 0.5}},
		{NoCorrection, ps},
	} {
		for i, got := range c.correction.Adjust(ps) {
			digits(t, string(c.correction), got, c.want[i], 1e-9)
		}
	}
	if got := Holm.Adjust(nil); len(got) != 0 {
		t.Error("corrected nothing to", got)
	}
}
