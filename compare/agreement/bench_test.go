package agreement

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// dataFile finds a file of the real data, or skips the test.
func dataFile(t testing.TB, name string) []byte {
	t.Helper()
	root := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); root == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if fi, err := os.Stat(filepath.Join(dir, "shared", "data")); err == nil && fi.IsDir() {
			root = filepath.Join(dir, "shared", "data")
		}
	}
	data, err := os.ReadFile(filepath.Join(root, name))
	if root == "" || err != nil {
		t.Skipf("no %s in the data folder", name)
	}
	return data
}

func analysed(t *testing.T, file string, o ReadOptions, level Level, options Options) *Result {
	t.Helper()
	d, err := Read(t.Context(), file, dataFile(t, "bench/agreement/"+file), o)
	if err != nil {
		t.Fatal(err)
	}
	options.Resamples = -1
	r, err := Analyse(t.Context(), Variables(d.Ratings, nil, level)[0], options)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestBench reproduces what R's package irr gives for the coefficients that we have.
func TestBench(t *testing.T) {
	canonical := analysed(t, "krippendorff_canonical_4x12.csv", ReadOptions{Layout: RatersRows}, Nominal, Options{})
	anxiety := analysed(t, "irr_anxiety.csv", ReadOptions{Layout: RatersColumns}, Ordinal, Options{})
	near := analysed(t, "irr_anxiety.csv", ReadOptions{Layout: RatersColumns}, Ordinal, Options{Tolerance: 1})
	first := map[string]*Coefficient{}
	for i := range anxiety.Pairs[0].Coefficients {
		c := &anxiety.Pairs[0].Coefficients[i]
		first[c.Name] = c
	}
	percent := func(c *Coefficient) *Coefficient {
		x := *c
		x.Value *= 100
		return &x
	}
	ours := map[string]*Coefficient{
		"kripp.alpha canonical 4x12 nominal":  canonical.Get("krippendorff-nominal"),
		"kripp.alpha canonical 4x12 ordinal":  canonical.Get("krippendorff-ordinal"),
		"kripp.alpha canonical 4x12 interval": canonical.Get("krippendorff-interval"),
		"kripp.alpha canonical 4x12 ratio":    canonical.Get("krippendorff-ratio"),
		"kappa2 anxiety r1,r2 unweighted":     first["cohen-kappa"],
		"kappa2 anxiety r1,r2 equal":          first["cohen-kappa-linear"],
		"kappa2 anxiety r1,r2 squared":        first["cohen-kappa-quadratic"],
		"agree anxiety % (tol 0)":             percent(anxiety.Get("percent-all")),
		"agree anxiety % (tol 1)":             percent(near.Get("percent-all")),
		"kripp.alpha anxiety nominal":         anxiety.Get("krippendorff-nominal-irr"),
		"kripp.alpha anxiety ordinal":         anxiety.Get("krippendorff-ordinal-irr"),
		"kripp.alpha anxiety interval":        anxiety.Get("krippendorff-interval-irr"),
	}
	seen := 0
	lines := bufio.NewScanner(bytes.NewReader(dataFile(t, "bench/agreement/expected.txt")))
	for lines.Scan() {
		name, want, _ := strings.Cut(lines.Text(), "\t")
		if c, ok := ours[name]; ok {
			seen++
			wantDigits(t, name, c, want)
		}
	}
	if seen != len(ours) {
		t.Errorf("%d of %d values are in expected.txt", seen, len(ours))
	}
}

// What irr prints for complete data of three coders is not α (see addIrr). A
// coder who coded nothing makes it divide, so that α by definition is what it
// then prints: −0.0237.
func TestComplete(t *testing.T) {
	anxiety := analysed(t, "irr_anxiety.csv", ReadOptions{Layout: RatersColumns}, Ordinal, Options{})
	if got := strconv.FormatFloat(anxiety.Get("krippendorff-nominal").Value, 'f', 4, 64); got != "-0.0237" {
		t.Errorf("α = %s", got)
	}
}
