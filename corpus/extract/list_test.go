package extract

import (
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
)

// TestHiddenInLists reads lists that are filtered: nothing of them is lost, and
// each line knows its row.
func TestHiddenInLists(t *testing.T) {
	ods := flatODS(ot(`table:name="Отчёт"`, `<table:table-column/><table:table-column table:visibility="collapse"/>`+
		or("", oc("", "а")+oc("", "б"))+or("", `<table:table-cell/>`)+or(`table:visibility="filter"`, oc("", "в"))) + ot(`table:name="Тайный" table:style-name="Hidden"`, or("", oc("", "нет"))))
	xlsx := zipXLSX(t, "Отчёт", `<cols><col min="2" max="2" hidden="1"/></cols><row r="1">`+xs("A1", "а")+xs("B1", "б")+`</row><row r="3" hidden="1">`+xs("A3", "в")+`</row>`,
		"!Тайный", xrow(xs("A1", "нет")))
	for _, tt := range []struct {
		name  string
		data  []byte
		lines func(*input) ([]corpus.Line, []corpus.Warning, error)
	}{{"ods", ods, odsLines}, {"xlsx", xlsx, xlsxLines}} {
		lines, warnings, err := tt.lines(&input{ctx: t.Context(), data: tt.data, Reader: Reader{Grid: true, Hidden: true}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range lines {
			got = append(got, fmt.Sprint(l.Row, " ", strings.ReplaceAll(l.Text, "\t", "|")))
		}
		if want := "0 Отчёт, 1 а|б, 3 в, 0 Тайный, 1 нет"; strings.Join(got, ", ") != want {
			t.Errorf("%s: %s, want %s", tt.name, strings.Join(got, ", "), want)
		}
		if len(warnings) > 0 { // nothing was left out
			t.Errorf("%s: %v", tt.name, warnings)
		}
	}
}
