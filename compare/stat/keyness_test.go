package stat

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// CONTENT.md, section 2.
func TestKeyness(t *testing.T) {
	k, err := Keyness(52, 50_000, 57, 75_000)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "two-cell (Lancaster course)", k.TwoCell, 2.65, 0.01)
	digits(t, "four-cell", k.FourCell, 2.654, 0.001)
	digits(t, "χ²", k.ChiSquare, 2.70, 0.01)
	digits(t, "log-ratio", k.LogRatio, 0.4525, 0.0001)
	if k.TwoCell >= 3.84 || k.TwoCellP <= 0.05 || k.Smoothed {
		t.Errorf("%+v is significant or smoothed", k)
	}
	if k, err = Keyness(23, 263, 551, 8870); err != nil {
		t.Fatal(err)
	}
	digits(t, "four-cell", k.FourCell, 2.507, 0.001)
	digits(t, "two-cell", k.TwoCell, 2.331, 0.001)
	digits(t, "χ² GOF", k.GoodnessOfFit, 2.608, 0.001)
}

func TestKeynessUndefined(t *testing.T) {
	for _, c := range []struct {
		a, n1, b, n2 float64
		reason       string
	}{
		{0, 10, 0, 20, "empty"}, {0, 0, 1, 20, "empty"}, {11, 10, 1, 20, "above-base"},
		{-1, 10, 1, 20, "negative"}, {1, math.Inf(1), 1, 20, "not-finite"},
	} {
		_, err := Keyness(c.a, c.n1, c.b, c.n2)
		reason(t, "keyness", err, c.reason)
	}
	k, err := Keyness(10, 10, 20, 20)
	if err != nil || k.TwoCell != 0 || k.FourCell != 0 || k.ChiSquare != 0 || k.LogRatio != 0 {
		t.Errorf("texts of one word differ: %+v, %v", k, err)
	}
}

// A few rows of bench/expected_keyness.tsv, which were computed by quanteda's
// and R's implementations; the test below reads all.
func TestKeynessRows(t *testing.T) {
	for _, row := range []string{
		"quanteda d1/d2\td\t1\t4\t17\t12\t-3.123254178066\t-3.779440532859\t-3.715032680e+00\t-2.040247141e+00\t0.1296366469\t-2.50250034053",
		"quanteda d1/d2\tg\t1\t0\t17\t12\t1.068164971861\t1.093290983166\t7.310924370e-01\t2.207169664e-31\t1.0000000000\t0.49749965947",
		"Key-BNC ll_2\tx\t200\t2546\t80000\t1.0e+07\t542.187152406053\t542.587701210463\t1.469248370e+03\t1.461015290e+03\tNA\t3.29562377054",
	} {
		keynessRow(t, strings.Split(row, "\t"))
	}
}

// bench/expected_keyness.tsv: every row. The values that other programs'
// READMEs print, and which the file calls published, cannot be reproduced where
// they differ from it.
func TestKeynessBench(t *testing.T) {
	data, err := os.ReadFile(benchFile(t, "expected_keyness.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
	if len(rows) < 12 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		keynessRow(t, strings.Split(row, "\t"))
	}
}

func keynessRow(t *testing.T, f []string) {
	t.Helper()
	if len(f) != 12 {
		t.Fatalf("%d columns in %q", len(f), f)
	}
	num := func(i int) float64 {
		v, err := strconv.ParseFloat(strings.TrimSpace(f[i]), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	name := f[0] + " " + f[1] + ": "
	a, b, n1, n2 := num(2), num(3), num(4), num(5)
	k, err := Keyness(a, n1, b, n2)
	if err != nil {
		t.Fatal(name, err)
	}
	digits(t, name+"two-cell", k.TwoCell, num(6), 1e-12*10)
	digits(t, name+"four-cell", k.FourCell, num(7), 1e-12*10)
	digits(t, name+"χ²", k.ChiSquare, num(8), unit(f[8]))
	digits(t, name+"Yates", k.Yates, num(9), math.Max(unit(f[9]), 1e-12)) // 1e-31 is R's rounding of 0
	digits(t, name+"log ratio", k.LogRatio, num(11), 1e-11)
	if strings.TrimSpace(f[10]) == "NA" {
		return
	}
	res, err := Fisher([][]float64{{a, n1 - a}, {b, n2 - b}}, FisherOptions{})
	if err != nil {
		t.Fatal(name, err)
	}
	digits(t, name+"Fisher", res.P, num(10), 1e-10)
}

// unit is one in the last digit of a number in exponential form.
func unit(s string) float64 {
	mantissa, exp, _ := strings.Cut(strings.TrimSpace(s), "e")
	_, frac, _ := strings.Cut(mantissa, ".")
	e, _ := strconv.Atoi(exp)
	return math.Pow10(e - len(frac))
}

// benchFile finds a file of reference values in the folder of real documents;
// without it the test is skipped.
func benchFile(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); root == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if d := filepath.Join(dir, "shared", "data"); exists(d) {
			root = d
		}
	}
	file := filepath.Join(root, "bench", name)
	if root == "" || !exists(file) {
		t.Skipf("no bench/%s in the data folder", name)
	}
	return file
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// CONTENT.md, section 2 (Sketch Engine's example): «shard».
func TestSimpleMaths(t *testing.T) {
	digits(t, "fpm", PerMillion(35, 112_289_776), 0.3117, 0.0001)
	digits(t, "fpm of the reference", PerMillion(263, 1_559_716_979), 0.1686, 0.0001)
	got, err := SimpleMaths(35, 112_289_776, 263, 1_559_716_979, 1)
	if err != nil {
		t.Fatal(err)
	}
	digits(t, "simple maths", got, 1.1224, 0.0001)
	_, err = SimpleMaths(1, 10, 0, 10, 0)
	reason(t, "nothing below", err, "empty")
}
