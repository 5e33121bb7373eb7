package extract

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"svod/corpus"
)

// zipXLSX builds a workbook of its sheets: in turn, a name, with «!» in front
// of it for a hidden one, and the content of the sheet.
func zipXLSX(tb testing.TB, sheets ...string) []byte {
	tb.Helper()
	var list, rels strings.Builder
	var parts []string
	for i := 0; i < len(sheets); i += 2 {
		name, hidden := strings.CutPrefix(sheets[i], "!")
		state := ""
		if hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="r%d"%s/>`, name, i+1, i, state)
		fmt.Fprintf(&rels, `<Relationship Id="r%d" Type="http://x/worksheet" Target="worksheets/sheet%d.xml"/>`, i, i)
		parts = append(parts, fmt.Sprintf("xl/worksheets/sheet%d.xml", i), `<worksheet>`+sheets[i+1]+`</worksheet>`)
	}
	return zipOf(tb, append(parts,
		"xl/workbook.xml", `<workbook><sheets>`+list.String()+`</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships>`+rels.String()+`<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/SharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml", `<sst><si><t>Совет</t></si><si><r><t>Статья 5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><rPh><t>чтение</t></rPh></si><si><t>первая_x000D_
вторая</t></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="#,##0.00\ &quot;тг&quot;"/></numFmts><fonts><font/><font><b/><color rgb="FFFF0000"/></font></fonts>
			<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf fontId="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`)...)
}

// xc is a cell of a number, xs one of a text.
func xc(ref, style, v string) string {
	return `<c r="` + ref + `" s="` + style + `"><v>` + v + `</v></c>`
}
func xs(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}
func xrow(s string) string { return `<row>` + s + `</row>` }

// sheetText shows lines as they are to be compared: headings and tables marked,
// spans behind cells.
func sheetText(lines []corpus.Line) string {
	var out []string
	for _, l := range lines {
		s := l.Text
		if l.Table > 0 {
			var cells []string
			for _, c := range l.Cells {
				t := strings.ReplaceAll(c.Text, "\n", "¶")
				if c.Cols > 0 || c.Rows > 0 {
					t += fmt.Sprintf("<%d×%d>", max(c.Cols, 1), max(c.Rows, 1))
				}
				cells = append(cells, t)
			}
			s = fmt.Sprintf("%d: %s", l.Table, strings.Join(cells, "|"))
		} else if l.Style.Heading > 0 {
			s = "# " + s
		}
		out = append(out, s)
	}
	return strings.ReplaceAll(strings.Join(out, "\n"), "\u00a0", " ")
}

func TestXLSXText(t *testing.T) {
	merged := func(refs ...string) string {
		s := ""
		for _, r := range refs {
			s += `<mergeCell ref="` + r + `"/>`
		}
		return `<mergeCells>` + s + `</mergeCells>`
	}
	for _, tt := range []struct {
		name   string
		sheets []string
		want   string
	}{
		{"values as they are shown", []string{"Отчёт", xrow(xc("A1", "1", "45292") + xc("B1", "2", "0.125") + xc("C1", "3", "1234.5") + xc("D1", "0", "0.1") +
			`<c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#DIV/0!</v></c><c r="G1" t="str"><f>A1&amp;"x"</f><v>итог</v></c><c r="H1" t="s"><v>1</v></c><c r="I1" t="d"><v>2024-03-05T00:00:00</v></c><c r="J1"/>`)},
			"# Отчёт\n1: 01.01.2024|12,50%|1 234,50 тг|0,1|ИСТИНА|#DIV/0!|итог|Статья 5¹|05.03.2024"},
		{"a line break in a cell", []string{"Отчёт", xrow(`<c t="s"><v>2</v></c><c t="s"><v>0</v></c><c t="s"><v>99</v></c>`)}, "# Отчёт\n1: первая¶вторая|Совет"},
		{"title, tables and text", []string{"Лист1", xrow(xs("B2", "Форма 1")) + `<row r="3">` + xs("B3", "№") + xs("D3", "Год") + `</row><row r="4">` + xs("B4", "1") + xs("C4", "2") + xs("D4", "3") + `</row>` +
			`<row r="900000">` + xs("A900000", "а") + xs("XFD900000", "б") + `</row><row r="900005">` + xs("C900005", "Примечание") + `</row>`},
			"Форма 1\n1: №||Год\n1: 1|2|3\n2: а" + strings.Repeat("|", 16383) + "б\nПримечание"},
		{"merged cells", []string{"Отчёт", xrow(xs("A1", "а")+xs("B1", "б")+xs("D1", "в")) + xrow(xs("B2", "г")+xs("C2", "д")+xs("D2", "е")) + xrow(xs("A3", "ж")+xs("D3", "з")) + merged("A1:A2", "B1:C1", "B3:C3")},
			"# Отчёт\n1: а<1×2>|б<2×1>|в\n1: г|д|е\n1: ж|<2×1>|з"},
		{"a merge over an empty row", []string{"Отчёт", xrow(xs("A1", "а")+xs("B1", "б")) + `<row r="3">` + xs("B3", "в") + `</row>` + merged("A1:A3")}, "# Отчёт\n1: а<1×2>|б\n1: в"},
		{"what is hidden", []string{"Отчёт", `<cols><col min="2" max="3" hidden="1"/></cols>` + xrow(xs("A1", "а")+xs("B1", "нет")+xs("D1", "б")) + `<row r="2" hidden="1">` + xs("A2", "нет") + `</row>`, "!Тайный", xrow(xs("A1", "нет"))},
			"# Отчёт\n1: а|||б"},
		{"several sheets", []string{"Лист1", xrow(xs("A1", "а") + xs("B1", "б")), "Пустой", "<row r='1' s='1'/>", "Лист2", xrow(xs("A1", "в") + xs("B1", "г"))},
			"# Лист1\n1: а|б\n# Лист2\n2: в|г"},
		{"rows and cells out of order", []string{"Отчёт", `<row r="2">` + xs("B2", "г") + xs("A2", "в") + `</row><row r="1">` + xs("A1", "а") + xs("B1", "б") + `</row>`}, "# Отчёт\n1: а|б\n1: в|г"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := zipXLSX(t, tt.sheets...)
			if !isXLSX(data) {
				t.Fatal("not known as XLSX")
			}
			lines, _, err := xlsxLines(&input{ctx: t.Context(), data: data})
			if err != nil {
				t.Fatal(err)
			}
			if got := sheetText(lines); got != tt.want {
				t.Errorf("got\n%.500s\nwant\n%.500s", got, tt.want)
			}
		})
	}
}

func TestXLSXHidden(t *testing.T) {
	_, warnings, err := xlsxLines(&input{ctx: t.Context(), data: zipXLSX(t,
		"Отчёт", `<cols><col min="2" max="3" hidden="1"/></cols>`+xrow(xs("A1", "а")+xs("B1", "б"))+`<row hidden="1">`+xs("A2", "в")+`</row><row hidden="1"/>`, "!Один", "", "!Два", "")})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(warnings); got != "[{sheet-hidden-cells 0 [Отчёт 1 1]} {sheets-hidden 0 [Один Два]}]" {
		t.Error(got)
	}
}

func TestXLSXStyle(t *testing.T) {
	lines, _, err := xlsxLines(&input{ctx: t.Context(), data: zipXLSX(t, "Отчёт", xrow(xc("A1", "4", "1"))+xrow(xc("A2", "4", "10000")+xc("B2", "0", "2")))})
	want := corpus.Style{Bold: true, Red: true, Centred: true}
	if err != nil || len(lines) != 3 || lines[1].Style != want || lines[2].Style != want {
		t.Errorf("%+v, %v", lines, err)
	}
}

func TestXLSXDamage(t *testing.T) {
	whole := zipXLSX(t, "Отчёт", xrow(xs("A1", "а")))
	for _, tt := range []struct {
		name string
		data []byte
		code string
	}{
		{"end of the file missing", whole[:len(whole)-30], ""}, // what there is is read
		{"no workbook", zipOf(t, "xl/workbook.xml.bak", ""), "damaged xlsx"},
		{"sheet cut off", zipXLSX(t, "Отчёт", `<row><c><v>1</row>`), ""},
		{"nothing in it", zipXLSX(t, "Отчёт", ``), "empty"},
	} {
		if _, err := Bytes(t.Context(), "a.xlsx", tt.data); refusal(err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
	// A sheet that claims every row and column takes the room of its text.
	var empty strings.Builder
	for range 100_000 {
		empty.WriteString(`<row s="1" customFormat="1"><c s="1"/></row>`)
	}
	src, err := Bytes(t.Context(), "a.xlsx", zipXLSX(t, "Отчёт", `<dimension ref="A1:XFD1048576"/>`+empty.String()+`<row r="1048576">`+xs("XFD1048576", "а")+`</row><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`))
	if err != nil || len(src.Lines) != 2 {
		t.Errorf("%v", err)
	}
}

func TestNumberFormats(t *testing.T) {
	for _, tt := range []struct {
		code string
		v    float64
		want string
	}{
		{"", 1234567.5, "1234567,5"}, {"", 0.1 + 0.2, "0,3"}, {"", 123456789012, "123456789012"}, {"", 1e20, "1E+20"}, {"", -0.25, "-0,25"}, {"General", 7, "7"},
		{"0", 0.5, "1"}, {"0", -0.2, "0"}, {"0.00", 1.005, "1,01"}, {"0.00", 99.995, "100,00"}, {"0.0##", 2.5, "2,5"}, {"#.##", 0.5, ",5"}, {"000000", 42, "000042"},
		{"#,##0", 1234567, "1 234 567"}, {"#,##0.00", -1234.5, "-1 234,50"}, {`#\ ##0`, 1235, "1 235"}, {"#,##0,", 1234567, "1 235"}, {"0.0,,", 1234567, "1,2"},
		{"0%", 0.125, "13%"}, {"0.00%", 0.5, "50,00%"}, {"0.00E+00", 99.995, "1,00E+02"}, {"0.00E+00", 0.00012, "1,20E-04"}, {"# ?/?", 2.5, "2 1/2"}, {"00-00", 123, "01-23"},
		{`#,##0.00\ "₽"`, 5, "5,00 ₽"}, {`#,##0\ [$₸-43F]`, 5000, "5 000 ₸"}, {`"№ "0`, 7, "№ 7"}, {`_-* #,##0\ _₽_-;\-* #,##0\ _₽_-;_-* "-"??\ _₽_-;_-@_-`, 0, "-"},
		{"0;(0)", -5, "(5)"}, {"0;;", -5, ""}, {`"да";"нет";"ноль"`, 0, "ноль"}, {`[>=1000]#,##0,"к";0`, 12000, "12к"}, {`[>=1000]#,##0,"к";0`, 12, "12"}, {"[Red]0.0", 1, "1,0"},
		{"dd.mm.yyyy", 45292, "01.01.2024"}, {"dd/mm/yy", 45292, "01.01.24"}, {"d mmmm yyyy", 45292, "1 января 2024"}, {"mmmm yyyy", 45292, "Январь 2024"}, {`[$-FC19]dd mmmm yyyy \г\.;@`, 45292, "01 января 2024 г."},
		{"[$-F800]dddd, mmmm dd, yyyy", 45292, "понедельник, января 01, 2024"}, {"yyyy-mm-dd hh:mm", 45292.75, "2024-01-01 18:00"}, {"h:mm AM/PM", 0.75, "6:00 PM"}, {"[h]:mm", 1.5, "36:00"}, {"mm:ss.0", 0.5000058, "00:00,5"}, {"ddd", 45292, "Пн"},
		{"dd.mm.yyyy", 59, "28.02.1900"}, {"dd.mm.yyyy", 61, "01.03.1900"}, {"dd.mm.yyyy", -1, "-1"}, {"dd.mm.yyyy", 1e12, "1000000000000"},
	} {
		if got := strings.ReplaceAll(parseFormat(tt.code, true).number(tt.v, false), "\u00a0", " "); got != tt.want {
			t.Errorf("%q of %v: %q, want %q", tt.code, tt.v, got, tt.want)
		}
	}
	if got := parseFormat("#,##0.00", false).number(1234.5, false); got != "1,234.50" {
		t.Errorf("without Russian: %q", got)
	}
	if got := parseFormat("dd.mm.yyyy", true).number(0, true); got != "01.01.1904" {
		t.Errorf("since 1904: %q", got)
	}
	if got := parseFormat(`0;0;0;"№ "@`, true).textFormat("5а"); got != "№ 5а" {
		t.Errorf("text: %q", got)
	}
}

// What another program writes is read.
func TestXLSXOfExcelize(t *testing.T) {
	f := excelize.NewFile()
	f.SetSheetName("Sheet1", "Реестр")
	f.SetSheetRow("Реестр", "B2", &[]any{"Совет", "Заседаний", true})
	f.SetSheetRow("Реестр", "B3", &[]any{"при министерстве", 12, 0.5})
	f.MergeCell("Реестр", "B4", "C4")
	f.SetCellRichText("Реестр", "B4", []excelize.RichTextRun{{Text: "ито"}, {Text: "го", Font: &excelize.Font{Bold: true}}})
	f.SetCellValue("Реестр", "D4", 3)
	f.AddComment("Реестр", excelize.Comment{Cell: "B2", Text: "замечание"})
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	src, err := Bytes(t.Context(), "a.xlsx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sheetText(src.Lines), "# Реестр\n1: Совет|Заседаний|ИСТИНА\n1: при министерстве|12|0,5\n1: итого<2×1>|3"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDataXLSXKeepsLetters(t *testing.T) {
	for _, name := range dataFiles(t, "reports", "*.xlsx") {
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want, got letterCount
		for _, s := range f.GetSheetList() {
			rows, err := f.GetRows(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				want.add(strings.Join(r, " "))
			}
		}
		f.Close()
		for _, l := range readData(t, name) {
			got.add(l.Text)
		}
		for r, n := range want {
			if got[r] < n {
				t.Errorf("%s: %d of %d %q are lost", filepath.Base(name), n-got[r], n, rune(r))
			}
		}
	}
}

func FuzzXLSXSheet(f *testing.F) {
	f.Add(xrow(xs("A1", "а")+xc("B1", "1", "45292"))+`<mergeCells><mergeCell ref="A1:B9"/></mergeCells>`, "#,##0.00;[Red]-0;@")
	f.Add(`<cols><col min="-5" max="99999999" hidden="1"/></cols><row r="-1"><c r="ZZZZ9" t="s"><v>-1</v></c></row><row r="1048577"/>`, "[h]:mm:ss.000 AM/PM")
	f.Fuzz(func(t *testing.T, sheet, code string) {
		for _, v := range []float64{0, -1.5, 45292.75, 1e300, -1e-300} {
			parseFormat(code, true).number(v, false)
		}
		lines, _, err := xlsxLines(&input{ctx: context.Background(), data: zipXLSX(t, "Отчёт", sheet)})
		if e := (*Error)(nil); err != nil && !errors.As(err, &e) {
			t.Errorf("%v is no Error", err)
		}
		for i, l := range lines {
			if l.Text == "" && l.Cells == nil {
				t.Errorf("line %d is empty", i)
			}
		}
	})
}

func BenchmarkXLSXLines(b *testing.B) {
	var rows strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for k := range 8 {
			rows.WriteString(xc(string(rune('A'+k))+fmt.Sprint(i+1), fmt.Sprint(k%4), fmt.Sprint(40000+i)))
		}
		rows.WriteString(`</row>`)
	}
	data := zipXLSX(b, "Отчёт", rows.String())
	b.SetBytes(int64(rows.Len()))
	for b.Loop() {
		if _, _, err := xlsxLines(&input{ctx: context.Background(), data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
