package agreement

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// TestUndefined: what can't be computed says why, and is never a number.
func TestUndefined(t *testing.T) {
	for _, c := range []struct {
		name string
		v    *Variable
		want map[string]Reason
	}{
		{"all alike", byCoder(Nominal, "1 1 1 1", "1 1 1 1"), map[string]Reason{"krippendorff-nominal": NoVariation, "cohen-kappa": NoVariation,
			"scott-pi": NoVariation, "fleiss-kappa": NoVariation, "gwet-ac1": NoVariation, "pabak": NoVariation, "percent": "", "holsti": "", "percent-all": ""}},
		{"one coder", byCoder(Nominal, "1 2 3"), map[string]Reason{"krippendorff-nominal": OneCoder, "cohen-kappa": OneCoder, "percent": OneCoder, "gwet-ac1": OneCoder, "holsti": OneCoder}},
		{"no unit in common", byCoder(Nominal, "1 2 - -", "- - 1 2"), map[string]Reason{"krippendorff-nominal": NoPairs, "cohen-kappa": NoPairs, "percent": NoPairs, "fleiss-kappa": NoPairs}},
		{"words", byCoder(Nominal, "да нет да", "да нет нет"), map[string]Reason{"krippendorff-nominal": "", "krippendorff-ordinal": NotOrdered,
			"krippendorff-interval": NotNumbers, "krippendorff-ratio": NotNumbers, "cohen-kappa-linear": NotOrdered}},
		{"below zero", byCoder(Ratio, "-1 2 3", "1 2 3"), map[string]Reason{"krippendorff-ratio": Negative, "krippendorff-interval": ""}},
		{"missing values of three", canonical(Nominal), map[string]Reason{"cohen-kappa": HasMissing, "fleiss-kappa": Unequal, "krippendorff-nominal": "", "gwet-ac1": ""}},
		{"missing values of two", byCoder(Nominal, "1 2 1 -", "1 2 2 1"), map[string]Reason{"cohen-kappa": "", "fleiss-kappa": "", "holsti": ""}},
		{"zeros", byCoder(Ratio, "0 0 0", "0 0 0"), map[string]Reason{"krippendorff-ratio": NoVariation}},
	} {
		r, err := Analyse(t.Context(), c.v, Options{Resamples: 50})
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range c.want {
			if got := r.Get(name).Reason; got != want {
				t.Errorf("%s: %s is %q, want %q", c.name, name, got, want)
			}
		}
		wantNumbers(t, c.name, r)
	}
}

// wantNumbers wants that nothing in a result is NaN or infinite.
func wantNumbers(t *testing.T, what string, r *Result) {
	t.Helper()
	all := r.Coefficients
	for _, c := range r.Categories {
		all = append(all, c.Alpha)
	}
	for _, p := range r.Pairs {
		all = append(all, p.Coefficients...)
	}
	for _, c := range all {
		for _, v := range []float64{c.Value, c.Low, c.High, c.Observed, c.Expected} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("%s: %s has %v", what, c.Name, v)
			}
		}
		if c.NoBounds == "" && c.Reason == "" && c.Low > c.High {
			t.Errorf("%s: %s from %v to %v", what, c.Name, c.Low, c.High)
		}
	}
}

// random makes ratings of coders who often agree.
func random(r *rand.Rand, units, coders, values int) *Variable {
	lines := make([]string, coders)
	for range units {
		truth := r.IntN(values)
		for c := range lines {
			v := truth
			if r.IntN(3) == 0 {
				v = r.IntN(values)
			}
			s := strconv.Itoa(v)
			if r.IntN(10) == 0 {
				s = "-"
			}
			lines[c] += s + " "
		}
	}
	return byCoder(Interval, lines...)
}

// TestAlphaByMatrix computes α the plain way, from the matrix of coincidences,
// and wants the same.
func TestAlphaByMatrix(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		v := random(r, 5+r.IntN(20), 2+r.IntN(4), 2+r.IntN(5))
		o := v.Coincidences()
		q := len(o)
		n := make([]float64, q)
		total := 0.0
		for i := range o {
			for _, x := range o[i] {
				n[i] += x
				total += x
			}
		}
		for _, level := range Levels {
			do, de := 0.0, 0.0
			for i := range o {
				for j := range o {
					d := 1.0
					switch a, b := v.numbers[i], v.numbers[j]; level {
					case Ordinal:
						lo, hi := min(i, j), max(i, j)
						d = -(n[lo] + n[hi]) / 2
						for k := lo; k <= hi; k++ {
							d += n[k]
						}
						d *= d
					case Interval:
						d = (a - b) * (a - b)
					case Ratio:
						if a+b != 0 {
							d = (a - b) / (a + b) * (a - b) / (a + b)
						}
					}
					if i == j {
						d = 0
					}
					do += o[i][j] * d
					de += n[i] * n[j] * d
				}
			}
			want := 1 - (total-1)*do/de
			once := make([]int, len(v.Units))
			for i := range once {
				once[i] = 1
			}
			if got := v.alpha(level, once); got.Reason != "" || math.Abs(got.Value-want) > 1e-9 {
				t.Errorf("%s: %v %s, by the matrix %v", level, got.Value, got.Reason, want)
			}
		}
	}
}

// TestOrderIsNoMatter turns coders and units around: nothing changes.
func TestOrderIsNoMatter(t *testing.T) {
	a := byCoder(Ordinal, "1 2 3 3 2 1", "1 2 2 3 - 1", "2 2 3 3 2 1")
	b := byCoder(Ordinal, "1 2 3 3 2 2", "1 - 3 2 2 1", "1 2 3 3 2 1") // units from the last, coders 3, 2, 1
	x, _ := Analyse(t.Context(), a, Options{Resamples: -1})
	y, _ := Analyse(t.Context(), b, Options{Resamples: -1})
	for i := range x.Coefficients {
		if p, q := x.Coefficients[i], y.Coefficients[i]; math.Abs(p.Value-q.Value) > 1e-12 || p.Reason != q.Reason {
			t.Errorf("%s: %v, turned around %v", p.Name, p.Value, q.Value)
		}
	}
}

// TestBootstrap: the same seed, the same interval, whatever else is analysed;
// more resamples come near the interval that theory gives.
func TestBootstrap(t *testing.T) {
	v := square([]int{40, 10}, []int{20, 30})
	a, _ := Analyse(t.Context(), v, Options{Seed: 7})
	b, _ := Analyse(t.Context(), v, Options{Seed: 7})
	if !reflect.DeepEqual(a.Coefficients, b.Coefficients) {
		t.Error("the same seed gives another interval")
	}
	c, _ := Analyse(t.Context(), v, Options{Seed: 8})
	if k := c.Get(CohenName); k.Low == a.Get(CohenName).Low && k.High == a.Get(CohenName).High {
		t.Error("another seed gives the same interval")
	}
	// Per cent agreement is a share: 0.70 of 100 ± 1.96·√(0.7·0.3/100).
	p := a.Get(PercentName)
	if math.Abs(p.Low-0.61) > 0.02 || math.Abs(p.High-0.79) > 0.02 {
		t.Errorf("per cent from %v to %v", p.Low, p.High)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Analyse(ctx, v, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestDisagreements(t *testing.T) {
	r, _ := Analyse(t.Context(), byCoder(Interval, "1 1 5 2", "1 2 1 2", "1 1 1 -"), Options{Resamples: -1})
	var got []string
	for _, d := range r.Disagreements {
		got = append(got, d.ID+":"+strconv.Itoa(d.Pairs)+":"+strconv.FormatFloat(d.Apart, 'f', 3, 64))
	}
	if s := strings.Join(got, " "); s != "3:2:1.000 2:2:0.062" {
		t.Error(s)
	}
}

// TestCategories: of 20/5/10/15, «1» is agreed on in 2·20 of 25 + 30 codes.
func TestCategories(t *testing.T) {
	r, _ := Analyse(t.Context(), square([]int{20, 5}, []int{10, 15}), Options{Resamples: -1})
	c := r.Categories[0]
	if c.Used != 55 || math.Abs(c.Specific-40.0/55) > 1e-12 || math.Abs(c.Alpha.Value-r.Get("krippendorff-nominal").Value) > 1e-12 {
		t.Errorf("%+v", c)
	}
}

func TestScale(t *testing.T) {
	rs := []Rating{{Unit: "1", Coder: "А", Variable: "V", Value: "Низкая"}, {Unit: "1", Coder: "Б", Variable: "V", Value: "высокая "},
		{Unit: "2", Coder: "А", Variable: "V", Value: "99"}, {Unit: "2", Coder: "Б", Variable: "V", Value: "1,0"}}
	v := Variables(rs, []Scale{{ID: "V", Name: "Открытость", Level: Ordinal, Values: []Value{{"1", "низкая"}, {"2", "средняя"}, {"3", "высокая"}}, Missing: []string{"99"}}}, "")[0]
	if v.Level != Ordinal || len(v.Values) != 3 || !reflect.DeepEqual(v.Codes, [][]int{{0, 2}, {Missing, 0}}) {
		t.Errorf("%+v", v)
	}
	codes := byCoder(Nominal, "1.1 1.10 + -1", "1.1 1.1 - −1")
	if len(codes.Values) != 4 {
		t.Errorf("values %v", codes.Values)
	}
}

func BenchmarkAnalyse(b *testing.B) {
	v := random(rand.New(rand.NewPCG(1, 2)), 500, 3, 5)
	for b.Loop() {
		if _, err := Analyse(b.Context(), v, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
