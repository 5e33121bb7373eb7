package query

import (
	"strings"
	"testing"
)

func TestBare(t *testing.T) {
	for in, want := range map[string]bool{
		"ст. 5 закона «Об общественных советах»": true,
		"пп. 3) п. 2 ст. 5-1": true, // no query at all
		"статья 5 и 6":        true,
		"«О советах» ст. 5":   true,
		"№ 383-V, ст. 5":      true,
		"пункт /5 статья":     false,
		`"статья 5"`:          false,
		"статья 5 И закон":    false,
		"=статья 5":           false,
		"стат* 5":             false,
		"статья~ 5":           false,
		"re:ст. 5":            false,
	} {
		if got := Bare(in); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

func TestHints(t *testing.T) {
	for _, tt := range []struct{ in, small, loud string }{
		{"отчет и доклад", "и", ""},
		{"отчет или доклад не проект", "или не", ""},
		{"не допускается", "не", ""},
		{`"не допускается"`, "", ""},
		{"отчет И доклад", "", ""},
		{"отчет вид:закон или доклад", "или", ""},
		{"и отчет", "", ""},
		{"есеп және баяндама", "және", ""},
		{"report or plan", "or", ""},
		{"he shall report", "", ""},
		{"ОТКАЗ НЕ ДОПУСКАЕТСЯ", "", "НЕ"},
		{"ОТКАЗ НЕ допускается", "", ""},
		{"НПО И МИО", "", ""},
		{"(отчет", "", ""},
		{"re:и или", "", ""},
	} {
		if got := strings.Join(Small(tt.in), " "); got != tt.small {
			t.Errorf("%s: small %q, want %q", tt.in, got, tt.small)
		}
		if got := strings.Join(Loud(tt.in), " "); got != tt.loud {
			t.Errorf("%s: loud %q, want %q", tt.in, got, tt.loud)
		}
	}
}
