package stat

import (
	"math"
	"testing"
)

func TestFisherFourfold(t *testing.T) {
	for _, c := range []struct {
		source     string
		a, b, c, d float64
		p, unit    float64
	}{
		{"Fisher 1935, lady tasting tea: 34/70", 3, 1, 1, 3, 0.4857142857, 1e-10},
		{"Fisher 1935, all cups right: 2/70", 4, 0, 0, 4, 0.0285714286, 1e-10},
		{"Agresti 2002, convictions of twins (R: Convictions)", 2, 15, 10, 3, 0.0005367, 1e-7},
		{"expected_keyness.tsv, quanteda d", 1, 4, 16, 8, 0.1296366469, 1e-10},
		{"no difference", 5, 5, 5, 5, 1, 1e-10},
	} {
		res, err := Fisher([][]float64{{c.a, c.b}, {c.c, c.d}}, FisherOptions{})
		if err != nil || !res.Exact {
			t.Fatalf("%s: %+v, %v", c.source, res, err)
		}
		digits(t, c.source, res.P, c.p, c.unit)
	}
}

// Large numbers lose no precision: χ² and the exact test come near.
func TestFisherLarge(t *testing.T) {
	res, err := Fisher([][]float64{{200_000, 199_000}, {300_000, 300_700}}, FisherOptions{})
	if err != nil {
		t.Fatal(err)
	}
	tab, _ := Crosstab([][]float64{{200_000, 199_000}, {300_000, 300_700}})
	if math.Abs(res.P-tab.YatesP) > 5e-4 {
		t.Errorf("exact %g, χ² with Yates %g", res.P, tab.YatesP)
	}
	if _, err := Fisher([][]float64{{1.5, 2}, {3, 4}}, FisherOptions{}); err == nil {
		t.Error("half an observation was taken")
	}
}

// R's help of fisher.test: job satisfaction by income (Agresti 2002, p. 57),
// p-value = 0.7827. It has 90 million tables, which enumerated give 0.7827 too.
func TestFisherDrawn(t *testing.T) {
	job := [][]float64{{1, 2, 1, 0}, {3, 3, 6, 1}, {10, 10, 14, 9}, {6, 7, 12, 11}}
	drawn, err := Fisher(job, FisherOptions{MaxTables: 1000, Samples: 20_000, Seed: 7})
	if err != nil || drawn.Exact || drawn.Samples != 20_000 || drawn.Seed != 7 {
		t.Fatalf("%+v, %v", drawn, err)
	}
	if math.Abs(drawn.P-0.7827) > 4*drawn.Error {
		t.Errorf("drawn %g ± %g", drawn.P, drawn.Error)
	}
	again, _ := Fisher(job, FisherOptions{MaxTables: 1000, Samples: 20_000, Seed: 7})
	if again != drawn {
		t.Errorf("the same seed gave %+v and %+v", drawn, again)
	}
}

// A plain enumeration of 3 × 3 tables by their four free cells is what the
// other is checked against.
func TestFisherFreemanHalton(t *testing.T) {
	for _, o := range [][][]float64{
		{{3, 1, 0}, {1, 4, 1}, {0, 1, 5}},
		{{2, 0, 3}, {0, 6, 1}, {4, 1, 1}},
		{{0, 5, 0}, {2, 2, 2}, {1, 0, 7}},
	} {
		rows, cols := [3]float64{}, [3]float64{}
		for i := range o {
			for j, v := range o[i] {
				rows[i] += v
				cols[j] += v
			}
		}
		weight := func(m [3][3]float64) float64 {
			w := 1.0
			for _, r := range m {
				for _, v := range r {
					if v < 0 {
						return 0
					}
					w /= math.Gamma(v + 1)
				}
			}
			return w
		}
		seen := weight([3][3]float64{[3]float64(o[0]), [3]float64(o[1]), [3]float64(o[2])})
		rare, all := 0.0, 0.0
		for a := 0.0; a <= rows[0]; a++ {
			for b := 0.0; b <= rows[0]; b++ {
				for c := 0.0; c <= rows[1]; c++ {
					for d := 0.0; d <= rows[1]; d++ {
						w := weight([3][3]float64{{a, b, rows[0] - a - b}, {c, d, rows[1] - c - d},
							{cols[0] - a - c, cols[1] - b - d, rows[2] - (cols[0] - a - c) - (cols[1] - b - d)}})
						all += w
						if w <= seen*(1+1e-7) {
							rare += w
						}
					}
				}
			}
		}
		res, err := Fisher(o, FisherOptions{})
		if err != nil || !res.Exact {
			t.Fatal(res, err)
		}
		digits(t, "p", res.P, rare/all, 1e-9)
	}
}

// All tables with the same totals together have the probability 1: the rarest
// that is, the observed, must make p smallest, and the commonest p = 1.
func TestFisherSumsToOne(t *testing.T) {
	res, err := Fisher([][]float64{{2, 2, 2}, {2, 2, 2}}, FisherOptions{})
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "the commonest table", res.P, 1, 1e-9)
	// The tables of 2 × 3 with rows of 6 and columns of 4 are 19.
	if res.Tables != 19 {
		t.Errorf("%d tables", res.Tables)
	}
}

// Draws have the distribution that they should.
func TestHypergeometricDraws(t *testing.T) {
	res, err := Fisher([][]float64{{12, 3, 5}, {4, 9, 7}, {6, 6, 2}}, FisherOptions{MaxTables: 1 << 30})
	if err != nil || !res.Exact {
		t.Fatal(res, err)
	}
	drawn, _ := Fisher([][]float64{{12, 3, 5}, {4, 9, 7}, {6, 6, 2}}, FisherOptions{MaxTables: 1, Samples: 40_000, Seed: 1})
	if math.Abs(drawn.P-res.P) > 4*drawn.Error {
		t.Errorf("drawn %g ± %g, enumerated %g of %d tables", drawn.P, drawn.Error, res.P, res.Tables)
	}
}
