package agreement

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// byCoder makes a variable of one string a coder, a value a field; «-» is missing.
func byCoder(level Level, coders ...string) *Variable {
	var rs []Rating
	for c, line := range coders {
		for u, value := range strings.Fields(line) {
			if value == "-" {
				value = ""
			}
			rs = append(rs, Rating{Unit: strconv.Itoa(u + 1), Coder: "coder " + strconv.Itoa(c+1), Variable: "V", Value: value})
		}
	}
	return Variables(rs, nil, level)[0]
}

// square makes two coders of a table of counts: row the first one's value.
func square(rows ...[]int) *Variable {
	var a, b strings.Builder
	for i, row := range rows {
		for j, n := range row {
			a.WriteString(strings.Repeat(strconv.Itoa(i+1)+" ", n))
			b.WriteString(strings.Repeat(strconv.Itoa(j+1)+" ", n))
		}
	}
	return byCoder(Nominal, a.String(), b.String())
}

func letters(s string) string { return strings.Join(strings.Split(s, ""), " ") }

// fleissTable makes coders of how many gave each value to each unit.
func fleissTable(rows ...[]int) *Variable {
	coders := make([]string, 14)
	for _, row := range rows {
		c := 0
		for k, n := range row {
			for range n {
				coders[c] += strconv.Itoa(k+1) + " "
				c++
			}
		}
	}
	return byCoder(Nominal, coders...)
}

// The data that Krippendorff (Computing Krippendorff's Alpha-Reliability, 2011,
// section C) computes α of.
func canonical(level Level) *Variable {
	return byCoder(level,
		"1 2 3 3 2 1 4 1 2 - - -",
		"1 2 3 3 2 2 4 1 2 5 - -",
		"- 3 3 3 2 3 4 2 2 5 1 3",
		"1 2 3 3 2 4 4 1 2 5 1 -")
}

// TestKnown holds values that others have published or computed.
func TestKnown(t *testing.T) {
	pairs := square([]int{20, 5}, []int{10, 15})
	fleiss := fleissTable([]int{0, 0, 0, 0, 14}, []int{0, 2, 6, 4, 2}, []int{0, 0, 3, 5, 6}, []int{0, 3, 9, 2, 0}, []int{2, 2, 8, 1, 1},
		[]int{7, 7, 0, 0, 0}, []int{3, 2, 6, 3, 0}, []int{2, 5, 3, 2, 2}, []int{6, 5, 2, 1, 0}, []int{0, 2, 2, 3, 7})
	wikipedia := byCoder(Nominal,
		"- - - - - 3 4 1 2 1 1 3 3 - 3",
		"1 - 2 1 3 3 4 3 - - - - - - -",
		"- - 2 1 3 4 4 - 2 1 1 3 3 - 4")
	for _, c := range []struct {
		source string
		v      *Variable
		name   string
		want   string // the digits printed there
	}{
		{"Krippendorff 2011, C", canonical(Nominal), "krippendorff-nominal", "0.743"},
		{"Krippendorff 2011, C", canonical(Nominal), "krippendorff-ordinal", "0.815"},
		{"Krippendorff 2011, C", canonical(Nominal), "krippendorff-interval", "0.849"},
		{"Krippendorff 2011, C", canonical(Nominal), "krippendorff-ratio", "0.797"},
		{"R irr, kripp.alpha", canonical(Nominal), "krippendorff-nominal", "0.7434210526"},
		{"R irr, kripp.alpha", canonical(Nominal), "krippendorff-ordinal", "0.8153875038"},
		{"R irr, kripp.alpha", canonical(Nominal), "krippendorff-interval", "0.8491071429"},
		{"R irr, kripp.alpha", canonical(Nominal), "krippendorff-ratio", "0.7974027747"},
		{"Krippendorff 2011, A", byCoder(Nominal, letters("0100000010"), letters("1110010000")), "krippendorff-nominal", "0.095"},
		{"Krippendorff 2011, B", byCoder(Nominal, letters("aabbdcccedda"), letters("babbbccceddd")), "krippendorff-nominal", "0.692"},
		{"Wikipedia, Krippendorff's alpha", wikipedia, "krippendorff-nominal", "0.691"},
		{"Wikipedia, Krippendorff's alpha", wikipedia, "krippendorff-interval", "0.811"},
		{"Wikipedia, Cohen's kappa", pairs, "cohen-kappa", "0.400"},
		{"by hand", pairs, "percent", "0.70"},
		{"by hand: p = 0.55", pairs, "scott-pi", "0.394"},
		{"by hand: p_e = 0.495", pairs, "gwet-ac1", "0.406"},
		{"by hand: 2·0.70 − 1", pairs, "pabak", "0.40"},
		{"by hand: 2·35 / (50 + 50)", pairs, "holsti", "0.70"},
		{"Wikipedia, Fleiss' kappa, 10 × 14 × 5", fleiss, "fleiss-kappa", "0.210"},
	} {
		r, err := Analyse(t.Context(), c.v, Options{Resamples: -1})
		if err != nil {
			t.Fatal(err)
		}
		wantDigits(t, c.source+", "+c.name, r.Get(c.name), c.want)
	}
	r, _ := Analyse(t.Context(), pairs, Options{Resamples: -1})
	if k := r.Get(CohenName); math.Abs(k.Observed-0.70) > 1e-9 || math.Abs(k.Expected-0.50) > 1e-9 {
		t.Errorf("p_o %v, p_e %v of 20/5/10/15", k.Observed, k.Expected)
	}
}

// wantDigits compares to the digits that are printed.
func wantDigits(t *testing.T, what string, c *Coefficient, want string) {
	t.Helper()
	if c == nil {
		t.Errorf("%s: there is none", what)
		return
	}
	_, decimals, _ := strings.Cut(want, ".")
	if got := strconv.FormatFloat(c.Value, 'f', len(decimals), 64); c.Reason != "" || got != want {
		t.Errorf("%s = %s %s, want %s", what, got, c.Reason, want)
	}
}
