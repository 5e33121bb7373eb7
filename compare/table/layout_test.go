package table

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A heading stands with its table, and the text to the end upright.
func TestOrientation(t *testing.T) {
	long := Text(strings.Repeat("слова нормы ", 60))
	wide, narrow := &Table{Landscape: true, Rows: [][]Cell{{long, long}}}, &Table{}
	few := &Table{Landscape: true, Head: [][]Cell{{Text("Орган"), Text("n")}}, Rows: [][]Cell{{Text("Область"), Int(3)}}}
	head, para := Heading(1, "Г"), Para("т")
	for _, c := range []struct {
		name   string
		blocks []Block
		want   []bool
	}{
		{"a heading goes with its table", []Block{head, wide}, []bool{true, true}},
		{"a paragraph stays", []Block{wide, para}, []bool{true, true}},
		{"text to the end", []Block{wide, para, head, para}, []bool{true, true, false, false}},
		{"up to the next table", []Block{wide, head, para, narrow}, []bool{true, false, false, false}},
		{"what fits upright stands so", []Block{head, few}, []bool{false, false}},
		{"a chart is no page of its own", []Block{narrow, head, &Chart{}}, []bool{false, false, false}},
	} {
		if got := orientation(c.blocks, languages["ru"]); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// A bare workbook begins with its first table, and links between its sheets
// lead on; columns may stay in view.
func TestBareWorkbook(t *testing.T) {
	link := Int(3)
	link.Link = "#there"
	there := Text("норма")
	there.Anchor = "there"
	r := &Report{Bare: true, Blocks: []Block{
		&Table{Sheet: "Сводка", Fixed: 1, Head: [][]Cell{{Bold("Запрос"), Bold("Нормы")}}, Rows: [][]Cell{{Text("отчет"), link}}},
		&Table{Sheet: "Нормы", Head: [][]Cell{{Bold("Норма")}}, Rows: [][]Cell{{there}}},
	}, Made: []Fact{{"Список", "q.csv"}}}
	var b bytes.Buffer
	if err := Write(&b, "xlsx", r); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, want := f.GetSheetList(), []string{"Сводка", "Нормы", "Протокол расчёта"}; !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	if ok, to, err := f.GetCellHyperLink("Сводка", "B2"); err != nil || !ok || to != "'Нормы'!A2" {
		t.Errorf("link %v %q, %v", ok, to, err)
	}
	panes, err := f.GetPanes("Сводка")
	if err != nil || panes.XSplit != 1 || panes.YSplit != 1 || panes.TopLeftCell != "B2" {
		t.Errorf("panes %+v, %v", panes, err)
	}
}

// A workbook of many sheets says what the colours of its tabs mean, and a table
// that a sheet can't hold is refused before it is written.
func TestManySheets(t *testing.T) {
	tables := func(n int) *Report {
		r := &Report{Language: "ru", Title: "Обзор"}
		for range n {
			r.Blocks = append(r.Blocks, &Table{Sheet: "Лист", Use: Data, Head: [][]Cell{{Text("Орган")}}, Rows: [][]Cell{{Text("совет")}}})
		}
		return r
	}
	for _, n := range []int{2, fewSheets} {
		parts := unzip(t, write(t, &Printer{}, "xlsx", tables(n)))
		if said := strings.Contains(parts["xl/worksheets/sheet1.xml"], languages["ru"].tabs); said != (n == fewSheets) {
			t.Errorf("%d tables: colours are told of: %v", n, said)
		}
		if !strings.Contains(parts["xl/worksheets/sheet2.xml"], `<tabColor rgb="`+dataTab+`"`) {
			t.Errorf("%d tables: a sheet of data has no colour", n)
		}
	}
	p := newXLSX(&Printer{}, &Report{})
	defer p.file.Close()
	var tooMany *RowsError
	if err := p.write(0, &sheet{name: "Данные", rows: make([]sheetRow, excelize.TotalRows+1)}); !errors.As(err, &tooMany) || tooMany.Sheet != "Данные" {
		t.Errorf("a sheet of too many rows: %v", err)
	}
}
