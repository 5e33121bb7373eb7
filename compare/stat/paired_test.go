package stat

import "testing"

// R's help of wilcox.test: depression scale factors of nine patients (Hollander
// and Wolfe 1973, p. 29 f.): V = 40, one-sided p = 0.01953.
func TestWilcoxon(t *testing.T) {
	x := []float64{1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30}
	y := []float64{0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29}
	w, err := Wilcoxon(y, x)
	if err != nil || w.V != 40 || w.N != 9 || !w.Exact {
		t.Fatalf("%+v, %v", w, err)
	}
	digits(t, "p", w.P, 2*0.01953, 0.00002)

	// By hand: differences 1, 1, 1, −1, 2: ranks 2.5 four times and 5; V = 12.5,
	// mean 7.5, variance 5·6·11/24 − (4³−4)/48 = 12.5; z = 4.5/√12.5 = 1.2728.
	w, err = Wilcoxon([]float64{1, 2, 3, 4, 5, 3}, []float64{2, 3, 4, 3, 7, 3})
	if err != nil || w.V != 12.5 || w.N != 5 || w.Exact {
		t.Fatalf("%+v, %v", w, err)
	}
	digits(t, "p with ties", w.P, 0.2031, 0.0001)

	_, err = Wilcoxon([]float64{1, 2}, []float64{1, 2})
	reason(t, "no change", err, "no-variance")
}

// Exact binomial tails by hand: 2·(1+5)/2⁵ and so on.
func TestMcNemar(t *testing.T) {
	for _, c := range []struct{ b, c, want float64 }{{1, 4, 0.375}, {0, 5, 0.0625}, {3, 3, 1}, {10, 2, 0.0385742}} {
		p, err := McNemar(c.b, c.c)
		if err != nil {
			t.Fatal(err)
		}
		digits(t, "McNemar", p, c.want, 0.000001)
	}
	_, err := McNemar(0, 0)
	reason(t, "nobody changed", err, "no-variance")
}
