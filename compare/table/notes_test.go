package table

import (
	"slices"
	"testing"
)

// Signs are explained below a table where they occur, unless its author did.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		name  string
		table Table
		want  []string
	}{
		{"numbers only", Table{Rows: [][]Cell{{Int(1), Text("–")}}}, nil},
		{"both", Table{Source: "отчеты", Rows: [][]Cell{{None()}, {Missing()}}}, []string{"Источник: отчеты", "«–» – явление отсутствует; н.д. – нет данных"}},
		{"said of one", Table{Notes: []string{"Число – отчетов; «–» – отчета нет."}, Rows: [][]Cell{{None(), Missing()}}}, []string{"Число – отчетов; «–» – отчета нет.", "н.д. – нет данных"}},
		{"no number", Table{Rows: [][]Cell{{Decimal(nan)}}}, []string{"н.д. – нет данных"}},
	} {
		if got := c.table.notes(languages["ru"]); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
