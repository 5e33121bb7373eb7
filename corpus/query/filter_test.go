package query

import (
	"errors"
	"testing"
)

func TestFilters(t *testing.T) {
	for in, want := range map[string]string{
		"отчет вид:закон":                "отчет вид:закон",
		"вид:закон отчет":                "отчет вид:закон",
		"вид:закон И отчет":              "отчет вид:закон",
		"отчет И НЕ вид:кодекс":          "отчет НЕ вид:кодекс",
		"годовой дата:2015..2018 отчет":  "годовой И отчет дата:2015..2018",
		"отчет орган:«Минюст РК» язык:k": `отчет орган:"Минюст РК" язык:k`,
		"отчет вид:закон,кодекс":         "отчет вид:закон,кодекс",
		`отчет орган:"а, б"`:             `отчет орган:"а, б"`,
		`отчет орган:"а б",в,«г»`:        `отчет орган:"а б",в,г`,
		"отчет вид:,закон,":              "отчет вид:закон",
		`"вид:закон"`:                    `"вид закон"`, // in quotes: words
		"Предмет: отчет":                 "предмет И отчет",
		"отчет 10:30":                    `отчет И "10 30"`,
	} {
		q, err := Parse(in, "ru")
		if err != nil || q.String() != want {
			t.Errorf("%s: %v, %v, want %s", in, q, err, want)
			continue
		}
		if again, err := Parse(q.String(), "ru"); err != nil || again.String() != want {
			t.Errorf("%s: printed %s, read again %v, %v", in, q, again, err)
		}
	}
	for in, want := range map[string]SyntaxError{
		"вид:закон":           {Code: "only-filters", Offset: 17},
		"отчет вид:":          {Code: "no-value", Offset: 18},
		"(отчет вид:закон)":   {Code: "filter-place", Offset: 12},
		"отчет ИЛИ вид:закон": {Code: "filter-place", Offset: 18},
		"вид:закон /5 отчет":  {Code: "filter-place", Offset: 0},
	} {
		_, err := Parse(in, "ru")
		var se *SyntaxError
		if !errors.As(err, &se) || se.Code != want.Code || se.Offset != want.Offset {
			t.Errorf("%s: %v, want %s at %d", in, err, want.Code, want.Offset)
		}
	}
}

func TestCutKeepsPlaces(t *testing.T) {
	rest, fs, err := Cut("ст. 5 номер:383-V закона")
	if err != nil || len(fs) != 1 || rest != "ст. 5                  закона" {
		t.Errorf("%q, %v, %v", rest, fs, err)
	}
}
