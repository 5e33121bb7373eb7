package stat

import (
	"errors"
	"math"
	"testing"
)

// near tells whether two numbers agree to the digits given: half a unit of the
// last one.
func digits(t *testing.T, name string, got, want, unit float64) {
	t.Helper()
	if !(math.Abs(got-want) <= unit/2+1e-12) {
		t.Errorf("%s = %.12g, want %.12g", name, got, want)
	}
}

// reason checks that an error is Undefined for a reason.
func reason(t *testing.T, name string, err error, want string) {
	t.Helper()
	u := (*Undefined)(nil)
	if !errors.As(err, &u) || u.Reason != want {
		t.Errorf("%s: %v, want reason %s", name, err, want)
	}
}

// CONTENT.md, section 2: [[40,60],[70,30]] → χ² 18.182, V 0.3015, residuals ±4.264.
func TestCrosstab(t *testing.T) {
	tab, err := Crosstab([][]float64{{40, 60}, {70, 30}})
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "χ²", tab.ChiSquare, 18.182, 1e-3)
	digits(t, "V", tab.V, 0.3015, 1e-4)
	digits(t, "χ² with Yates", tab.Yates, 16.99, 0.01) // R: chisq.test(matrix(c(40,70,60,30),2)) 16.99
	if tab.DF != 1 || tab.Small != 0 || tab.MinExpected != 45 {
		t.Errorf("df %d, %d small, smallest %g", tab.DF, tab.Small, tab.MinExpected)
	}
	for i, row := range [][]float64{{-4.264, 4.264}, {4.264, -4.264}} {
		for j, want := range row {
			got, ok := tab.Residual(i, j)
			if !ok {
				t.Fatal("no residual")
			}
			digits(t, "residual", got, want, 1e-3)
		}
	}
	digits(t, "p", tab.P, 2.008e-5, 1e-8)
}

// Agresti 2002, table 3.2 (religious fundamentalism by degree): X² = 69.2, df 4;
// residuals of table 3.8.
func TestCrosstabAgresti(t *testing.T) {
	tab, err := Crosstab([][]float64{{178, 138, 108}, {570, 648, 442}, {138, 252, 252}})
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "X²", tab.ChiSquare, 69.2, 0.1)
	if tab.DF != 4 {
		t.Errorf("df %d", tab.DF)
	}
	for i, row := range [][]float64{{4.5, -2.6, -1.9}, {2.6, 1.3, -4.0}, {-6.8, 0.7, 6.3}} {
		for j, want := range row {
			got, _ := tab.Residual(i, j)
			digits(t, "residual", got, want, 0.1)
		}
	}
}

func TestCrosstabEmptyRows(t *testing.T) {
	with, err := Crosstab([][]float64{{40, 0, 60}, {0, 0, 0}, {70, 0, 30}})
	if err != nil {
		t.Fatal(err)
	}
	without, _ := Crosstab([][]float64{{40, 60}, {70, 30}})
	if with.ChiSquare != without.ChiSquare || with.DF != 1 || with.V != without.V || with.MinExpected != 45 || with.Cells != 4 || with.Yates != without.Yates {
		t.Errorf("empty row and column change the test: %+v", with)
	}
	if _, ok := with.Residual(1, 1); ok {
		t.Error("an empty cell has a residual")
	}
}

func TestCrosstabUndefined(t *testing.T) {
	for _, c := range []struct {
		name   string
		table  [][]float64
		reason string
	}{
		{"nothing", nil, "empty"},
		{"no columns", [][]float64{{}}, "empty"},
		{"zeros", [][]float64{{0, 0}, {0, 0}}, "empty"},
		{"one row", [][]float64{{3, 4}}, "one-group"},
		{"one column with counts", [][]float64{{3, 0}, {4, 0}}, "one-group"},
		{"ragged", [][]float64{{3, 4}, {5}}, "ragged"},
		{"negative", [][]float64{{3, -4}, {5, 6}}, "negative"},
		{"NaN", [][]float64{{3, math.NaN()}, {5, 6}}, "not-finite"},
	} {
		_, err := Crosstab(c.table)
		reason(t, c.name, err, c.reason)
		_, err = Fisher(c.table, FisherOptions{})
		reason(t, c.name+", Fisher", err, c.reason)
	}
}
