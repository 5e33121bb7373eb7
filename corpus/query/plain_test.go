package query

import (
	"fmt"
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	sets := func(string) (*Query, error) { return ParsePattern("не ИЛИ без", "", nil) }
	for pattern, want := range map[string]string{
		"общественные слушания": "общественные[обществен] слушания[слушан]",
		"=НПО":            "нпо",
		"консульт* совет": "консульт* совет[совет]",
		"отчет ИЛИ «годовой доклад»": "отчет[отчет] | годовой[годов] доклад[доклад]",
		"@отрицание":                 "не[не] | без[без]",
		"а /3 б":                     "! /3",
		"а +3 б":                     "! +3",
		"а /с б":                     "! /с",
		"а И б":                      "! И",
		"а НЕ б":                     "! НЕ",
		"НЕ_МЕНЕЕ2(а)":               "! НЕ_МЕНЕЕ",
		"re:а":                       "! re:",
		"отчет~":                     "! ~",
		"#категория":                 "! #категория",
	} {
		q, err := ParsePattern(pattern, "", sets)
		if err != nil {
			t.Fatal(err)
		}
		ps, o := q.Plain()
		var out []string
		for _, p := range ps {
			var ws []string
			for _, w := range p {
				s := w.Text
				if w.Stem != "" {
					s += fmt.Sprintf("[%s]", w.Stem)
				}
				ws = append(ws, s)
			}
			out = append(out, strings.Join(ws, " "))
		}
		got := strings.Join(out, " | ")
		if o != "" {
			got = "! " + o
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", pattern, got, want)
		}
	}
}
