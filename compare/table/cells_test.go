package table

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Cells of statistics: p-values, numbers with their places, context flush right.
func TestCellsOfStatistics(t *testing.T) {
	left := Text("перед словом")
	left.Right = true
	four := Decimal(0.45251)
	four.Places = 4
	r := &Report{Language: "ru", Bare: true, Blocks: []Block{&Table{Head: [][]Cell{{Text("a"), Text("b"), Text("c"), Text("d")}},
		Rows: [][]Cell{{left, four, Probability(0.0342), Probability(2e-5)}}}}}
	want := map[string][]string{
		"text":      {"перед словом", "0,4525", "0,034", "< 0,001"},
		"md":        {"0,4525", "0,034", "0,001"},
		"html":      {`<td class="right">перед словом`, "0,4525", `data-v="2e-05" class="n">&lt; 0,001`},
		"csv":       {"0,45251;0,0342;0,00002"},
		"csv-plain": {"0.45251,0.0342,0.00002"},
		"json":      {`"value": 0.00002`, `"text": "< 0,001"`},
	}
	for format, parts := range want {
		var b bytes.Buffer
		if err := Write(&b, format, r); err != nil {
			t.Fatal(err)
		}
		for _, part := range parts {
			if !strings.Contains(b.String(), part) {
				t.Errorf("%s lacks %q:\n%s", format, part, b.String())
			}
		}
	}
	var b bytes.Buffer
	if err := Write(&b, "xlsx", r); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetList()[0]
	for at, want := range map[string]string{"B2": "#,##0.0000", "C2": `[<0.001]"< 0,001";0.000`} {
		id, err := f.GetCellStyle(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if st, err := f.GetStyle(id); err != nil || st.CustomNumFmt == nil || *st.CustomNumFmt != want {
			t.Errorf("%s has the format %v, %v; want %s", at, st.CustomNumFmt, err, want)
		}
	}
	if v, err := f.GetCellValue(sheet, "D2", excelize.Options{RawCellValue: true}); err != nil || v != "2e-05" && v != "0.00002" {
		t.Errorf("a number is %q, %v", v, err)
	}
}
