package query

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestWithin(t *testing.T) {
	sets := func(string) (*Query, error) { return ParsePattern("отчет ИЛИ доклад", "", nil) }
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"годовой отчет", "отчет", true}, {"отчет", "годовой отчет", false}, {"=отчета", "отчет", true}, {"отчет", "=отчета", false},
		{"=отчета", "отч*", true}, {"отчет", "отч*", false}, {"отчет*", "отч*", true}, {"отч*", "отчет*", false},
		{"а +2 б", "а /3 б", true}, {"а /2 б", "б /3 а", true}, {"а /3 б", "а +3 б", false}, {"а /4 б", "а /3 б", false},
		{"а б", "а /1 б", true}, {"а б в", "б в", true}, {"а б", "б а", false}, {"а /3 б", "б", true},
		{"отчет", "@х", true}, {"@х", "отчет", false}, {"а ИЛИ б", "а ИЛИ б ИЛИ в", true}, {"отчеты", "отчет", true},
		{"а /с б", "а", true}, {"re:а", "re:а", true}, {"re:а", "а", false}, {"а И б", "а", false},
	} {
		a, err := ParsePattern(tt.a, "", sets)
		if err != nil {
			t.Fatal(err)
		}
		b, err := ParsePattern(tt.b, "", sets)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Within(b); got != tt.want {
			t.Errorf("%s within %s: %v", tt.a, tt.b, got)
		}
	}
}

// TestWithinHolds: in texts of chance, what is within occurs with the other.
func TestWithinHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2026))
	proven := 0
	for range 20000 {
		a, err := ParsePattern(randomNode(r, r.IntN(3)).String(), "ru", nil)
		b, err2 := ParsePattern(randomNode(r, r.IntN(3)).String(), "ru", nil)
		if err != nil || err2 != nil || !a.Within(b) {
			continue
		}
		proven++
		text := NewText(randomText(r).units)
		bs := b.Occurrences(text)
		for _, o := range a.Occurrences(text) {
			if !slices.ContainsFunc(bs, func(p Occurrence) bool {
				return slices.ContainsFunc(o, func(m Match) bool { return slices.Contains(p, m) })
			}) {
				t.Fatalf("%s within %s, but %v stands alone in %v", a, b, o, text.units)
			}
		}
	}
	if proven < 200 {
		t.Errorf("only %d pairs", proven)
	}
}
