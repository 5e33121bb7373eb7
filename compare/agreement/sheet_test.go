package agreement

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"svod/compare/content"
	"svod/corpus"
	"svod/corpus/parse"
)

const sheetCodebook = `
codebook: Советы
unit: пункт
categories:
  - {id: совет, name: Советы, any: [совет]}
variables:
  - {id: V1, name: Отчет опубликован, type: nominal, values: {1: да, 2: "нет, но обещан", 0: нет}}
  - {id: V2, name: Заседаний, type: ratio, missing: 99}
  - {id: V3, name: Упомянут совет, type: nominal, values: {1: да, 0: нет}, category: совет}
`

func sheetUnits(t testing.TB) (*content.Codebook, []content.CodingUnit) {
	t.Helper()
	cb, err := content.Load("cb.yaml", []byte(sheetCodebook))
	if err != nil {
		t.Fatal(err)
	}
	src := &corpus.Source{Name: "a.txt", Format: "text", SHA256: strings.Repeat("ab", 32)}
	for i := range 12 {
		text := fmt.Sprintf("%d. Совет рассматривает отчет за %d год. Сведения размещаются.", i+1, 2010+i)
		if i%3 == 0 {
			text = fmt.Sprintf("%d. Отчет публикуется до %d марта.", i+1, i+1)
		}
		src.Lines = append(src.Lines, corpus.Line{Text: text})
	}
	doc, _ := parse.Parse(src)
	return cb, content.CodingUnits(cb, doc, "")
}

// TestDraw: the same seed draws the same; strata get their share; units that all
// code are as many as was asked, and nobody else's are doubled.
func TestDraw(t *testing.T) {
	_, units := sheetUnits(t)
	odd := func(u content.CodingUnit) string { return fmt.Sprint(u.Found["совет"] > 0) }
	plan := Plan{Size: 5, Seed: 7, Stratum: odd, Coders: []string{"А", "Б"}, Overlap: 0.4}
	a, b := Draw(units, plan), Draw(units, plan)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same seed draws otherwise")
	}
	if got := fmt.Sprint(a.Strata); got != "[{false 4 2 2} {true 8 3 3}]" { // 5·4/12 = 1⅔, 5·8/12 = 3⅓
		t.Error(got)
	}
	seen := map[int]int{}
	for _, of := range a.For {
		for _, i := range of {
			seen[i]++
		}
	}
	twice := 0
	for _, n := range seen {
		if n == 2 {
			twice++
		}
	}
	if len(seen) != 5 || twice != 2 || a.Shared != 2 {
		t.Errorf("%d units, %d of them twice", len(seen), twice)
	}
}

func sheetOf(t testing.TB, coder string, prefill bool) *Sheet {
	cb, units := sheetUnits(t)
	s := &Sheet{Codebook: cb, Variables: Questions(cb, "ru"), Coder: coder, Prefilled: prefill, Title: "Лист"}
	for _, u := range units {
		s.Rows = append(s.Rows, Row(u, s.Variables, "ru", prefill))
	}
	return s
}

// TestSheetBack: what is written is read back with all its keys and texts, as a
// workbook and as CSV; prefilled answers are those of the count.
func TestSheetBack(t *testing.T) {
	s := sheetOf(t, "Иванова", true)
	for _, c := range []struct {
		file  string
		write func(*bytes.Buffer) error
	}{{"a.xlsx", func(b *bytes.Buffer) error { return s.WriteXLSX(b) }}, {"a.csv", func(b *bytes.Buffer) error { return s.WriteCSV(b) }}} {
		var one, two bytes.Buffer
		if err := c.write(&one); err != nil {
			t.Fatal(err)
		}
		if c.write(&two); !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s: other bytes", c.file)
		}
		d, err := Read(t.Context(), c.file, one.Bytes(), ReadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if !d.Sheet || len(d.Ratings) != 3*len(s.Rows) {
			t.Fatalf("%s: %d ratings", c.file, len(d.Ratings))
		}
		for i, r := range d.Ratings {
			row := s.Rows[i/3]
			if unit, _ := splitKey(row.Key); r.Unit != unit || r.Coder != "Иванова" || r.Text != row.Text || r.Citation != row.Citation {
				t.Errorf("%s: %+v of %+v", c.file, r, row)
			}
			if want := map[bool]string{true: "1", false: "0"}[strings.Contains(row.Text, "Совет ")]; c.file == "a.xlsx" && i%3 == 2 && r.Value != want {
				t.Errorf("%q prefilled %s", row.Text, r.Value)
			}
		}
		for _, p := range d.Problems {
			if p.Code != "value-empty" {
				t.Errorf("%s: %+v", c.file, p)
			}
		}
	}
}

// TestSheetFaults fills a sheet in wrongly: each fault is told with its row.
func TestSheetFaults(t *testing.T) {
	var b bytes.Buffer
	if err := sheetOf(t, "Иванова", false).WriteXLSX(&b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"E2": "да", "E3": "Нет, но обещан", "E4": "может быть", "F2": 4, "F3": 99, "F4": "много", "D5": "Другой текст", "J6": "чужой#00000000", "G2": 1} {
		if err := f.SetCellValue("Кодирование", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.RemoveRow("Кодирование", 12); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	d, err := Read(t.Context(), "a.xlsx", out.Bytes(), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range d.Problems {
		if p.Code != "value-empty" {
			got = append(got, fmt.Sprintf("%s %d", p.Code, p.Row))
		}
	}
	if s := strings.Join(got, ", "); s != "value-unknown 4, value-unknown 4, text-changed 5, unit-unknown 6, unit-gone 0" {
		t.Error(s)
	}
	var values []string
	for _, r := range d.Ratings[:9] {
		values = append(values, r.Value)
	}
	if s := strings.Join(values, "|"); s != "1|4|1|2|99||может быть|много|" {
		t.Error(s)
	}
	if vs := Variables(d.Ratings, d.Scales, ""); vs[1].Level != Ratio || vs[1].Codes[1][0] != Missing {
		t.Errorf("%+v", vs[1])
	}
}

func BenchmarkSheet(b *testing.B) {
	s := sheetOf(b, "Иванова", true)
	for b.Loop() {
		var out bytes.Buffer
		if err := s.WriteXLSX(&out); err != nil {
			b.Fatal(err)
		}
	}
}
