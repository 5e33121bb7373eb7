package stat

import (
	"math"
	"testing"
)

// Hollander and Wolfe 1973, p. 187 (R's help of cor.test): τ = 0.444, p = 0.1194;
// by ranks ρ = 0.6, p = 0.0968.
func TestTrendHollander(t *testing.T) {
	lightness := []float64{41.9, 44.1, 44.4, 44.7, 45.2, 45.9, 50.7, 53.3, 60.1}
	quality := []float64{2.5, 4.0, 2.6, 3.6, 2.8, 3.1, 5.2, 5.0, 3.8}
	tr, err := MannKendall(lightness, quality)
	if err != nil || !tr.Exact || tr.S != 16 {
		t.Fatalf("%+v, %v", tr, err)
	}
	digits(t, "τ", tr.Tau, 0.4444, 0.0001)
	digits(t, "p", tr.P, 0.1194, 0.0001)
	rho, p, exact, err := Spearman(lightness, quality)
	if err != nil || !exact {
		t.Fatal(err)
	}
	digits(t, "ρ", rho, 0.6, 1e-9)
	digits(t, "p of ρ", p, 0.0968, 0.0001)
}

func TestTrendOrders(t *testing.T) {
	// Of the 4! orders two are monotone.
	tr, err := MannKendall(nil, []float64{1, 3, 5, 7})
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "p", tr.P, 2.0/24, 1e-12)
	if tr.Tau != 1 || tr.Slope != 2 {
		t.Errorf("%+v", tr)
	}
	_, p, _, _ := Spearman([]float64{1, 2, 3, 4}, []float64{9, 7, 5, 3})
	digits(t, "p of ρ", p, 2.0/24, 1e-12)
	// Years that are missing stretch the slope.
	if tr, _ = MannKendall([]float64{2015, 2017, 2021}, []float64{10, 14, 22}); tr.Slope != 2 {
		t.Errorf("slope %g", tr.Slope)
	}
	// With ties: S = 12 of 15 pairs less three equal ones, variance corrected.
	tr, err = MannKendall(nil, []float64{1, 2, 2, 2, 3, 4})
	if err != nil || tr.Exact || tr.S != 12 {
		t.Fatalf("%+v, %v", tr, err)
	}
	digits(t, "z with ties", tr.P, normalP(11/math.Sqrt((6*5*17-3*2*11)/18.0)), 1e-12)
	// The normal distribution comes near what counting orders gives.
	long := make([]float64, exactKendall)
	for i := range long {
		long[i] = math.Mod(float64(i)*17, 61) + float64(i)/3
	}
	exact, _ := MannKendall(nil, long)
	v := float64(len(long)*(len(long)-1)*(2*len(long)+5)) / 18
	if z := normalP((math.Abs(exact.S) - 1) / math.Sqrt(v)); !exact.Exact || math.Abs(z-exact.P) > 0.002 {
		t.Errorf("exact %g, normal %g", exact.P, z)
	}
}

func TestTrendUndefined(t *testing.T) {
	_, err := MannKendall(nil, []float64{1, 2})
	reason(t, "two years", err, "too-short")
	_, err = MannKendall(nil, []float64{2, 2, 2})
	reason(t, "no change", err, "no-variance")
	_, err = MannKendall([]float64{2015, 2014, 2016}, []float64{1, 2, 3})
	reason(t, "time goes back", err, "out-of-range")
	_, _, _, err = Spearman([]float64{1, 2, 3}, []float64{5, 5, 5})
	reason(t, "no change", err, "no-variance")
}

// More than nine pairs are by Student's t: R's cor.test(exact = FALSE).
func TestSpearmanLong(t *testing.T) {
	xs := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	rho, p, exact, err := Spearman(xs, []float64{2, 1, 4, 3, 6, 5, 8, 7, 10, 9})
	if err != nil || exact {
		t.Fatal(exact, err)
	}
	digits(t, "ρ", rho, 1-6*10/990.0, 1e-12)
	// t = 7.7... with 8 degrees of freedom: below 0.0001, above a millionth.
	if p > 1e-4 || p < 1e-6 {
		t.Errorf("p = %g", p)
	}
}
