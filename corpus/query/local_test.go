package query

import (
	"strings"
	"testing"
)

func TestLocal(t *testing.T) {
	for text, want := range map[string]bool{
		"отчет":                    true,
		`"годовой отчет"`:          true,
		"отчет /5 совет":           true,
		"отчет /с совет":           true,
		"отчет ИЛИ доклад":         true,
		"общественн*":              true,
		"отчет /п совет":           false,
		"отчет /ст совет":          false,
		"отчет совет":              false,
		"отчет НЕ совет":           false,
		"отчет /5 (совет /п суд)":  false,
		"(отчет /п суд) ИЛИ совет": false,
	} {
		q, err := Parse(text, "ru")
		if err != nil {
			t.Logf("%s: %v", text, err)
			continue
		}
		if q.Local() != want {
			t.Errorf("%s: local %v", text, !want)
		}
		if clause := want || strings.Contains(text, "/п") && !strings.Contains(text, "/5"); q.InClause() != clause {
			t.Errorf("%s: in a clause %v", text, !clause)
		}
	}
}
