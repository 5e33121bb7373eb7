package table

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// rich is a report with everything that a report can hold.
func rich() *Report {
	old := []Run{{Text: "Статья 5. Отчет совета\n1. Совет "}, {Text: "ежегодно", Mark: MarkDeleted}, {Text: " публикует отчет."}, {Text: "\n…", Mark: MarkMuted}}
	cur := []Run{{Text: "Статья 5. Отчет совета\n1. Совет "}, {Text: "один раз в полугодие", Mark: MarkInserted}, {Text: " публикует отчет."}, {Text: "\n…", Mark: MarkMuted}}
	return &Report{
		Title: "Сравнительная таблица\u00a0– «Об отчетах»", Language: "ru",
		Blocks: []Block{
			Heading(1, "Изменения"),
			&Paragraph{Runs: []Run{{Text: "Редакции сравнены "}, {Text: "пословно", Mark: MarkItalic}, {Text: "; см. "}, {Text: "статью 5", Link: "#ст.5"}, {Text: " и "}, {Text: "источник", Link: "https://example.org/акт?a=1&b=2"}, {Text: "."}}},
			&Table{
				Caption: "Изменения по статьям", Source: "редакции 2019 и 2021 годов", Base: "n = 2", Sheet: "Изменения", Landscape: true,
				Head: [][]Cell{{Text("№"), Text("Структурный элемент"), Text("Редакция до 03.01.2021"), Text("Редакция с изменениями на 03.01.2021"), Text("Комментарий")}},
				Rows: [][]Cell{
					{Group("Глава 2. Отчетность")},
					{Int(1), {Runs: []Run{{Text: "пункт 1 статьи 5"}}, Anchor: "ст.5", Link: "https://example.org/5"}, {Runs: old}, {Runs: cur}, Text("")},
					{Int(2), Text("подпункт 3-1) пункта 2 статьи 5 (новый)"), Text("Отсутствует"), {Runs: []Run{{Text: "3-1) проводит слушания;", Mark: MarkInserted}}}, Text("=1+1")},
					{Int(3), Text("пункт 3 статьи 6"), {Cols: 2, Runs: []Run{{Text: "Срок "}, {Text: "десять", Mark: MarkDeleted}, {Text: "пять", Mark: MarkInserted}, {Text: " дней <до> & после."}}}, {Runs: []Run{{Text: "найдено", Mark: MarkMatch}, {Text: " и "}, {Text: "по синониму", Mark: MarkSynonym}, {Text: ", "}, {Text: "перенесено", Mark: MarkMoved}}, Link: "javascript:alert(1)"}},
				},
			},
			Heading(2, "Показатели"),
			&Table{
				Caption: "Отчеты советов", Base: "n = 23",
				Head: [][]Cell{
					{{Runs: []Run{{Text: "Совет"}}, Rows: 2}, {Runs: []Run{{Text: "Отчеты"}}, Cols: 2}, {Runs: []Run{{Text: "Индекс"}}, Rows: 2}},
					{Text("число"), Text("доля")},
				},
				Rows: [][]Cell{
					{{Runs: []Run{{Text: "Қоғамдық кеңес Ғ Ү Ұ Һ І Ө Ә"}}, Head: true}, Int(1234567), Percent(0.125), Decimal(12.345)},
					{{Runs: []Run{{Text: "Совет | вторая строка"}}, Head: true, Indent: 1}, Missing(), None(), Decimal(-0.1234)},
					{{Runs: []Run{{Text: "Объединение"}}, Head: true, Rows: 2}, Int(5), Decimal(math.NaN()), {Runs: []Run{{Text: "-5"}}}},
					{Int(-7), Percent(1), Text("- тире\u000b\u0001")},
				},
			},
			&Chart{Caption: "Рейтинг советов", Base: "n = 3", Labels: []string{"Первый совет", "Второй совет", "Үшінші кеңес"},
				Series: []Series{{Name: "2020", Values: []float64{12, 7.5, 3}}, {Name: "2021", Values: []float64{14, 5}}}},
			Para("После рисунка."),
		},
		Made: []Fact{{"кодификатор", "sample.yaml"}, {"sha256", "0123456789abcdef"}},
	}
}

func write(t testing.TB, p *Printer, format string, r *Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b, format, r); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// wellFormed fails if data is no XML.
func wellFormed(t testing.TB, name string, data []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, data)
		}
	}
}

// unzip returns the parts of an Office file, each of them well-formed XML.
func unzip(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		rc.Close()
		if strings.HasSuffix(f.Name, ".png") {
			if _, err := png.Decode(bytes.NewReader(b)); err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		} else {
			wellFormed(t, f.Name, b)
		}
		parts[f.Name] = string(b)
	}
	return parts
}

func TestGolden(t *testing.T) {
	r := rich()
	got := map[string]string{}
	for format, name := range map[string]string{"text": "report.txt", "md": "report.md", "html": "report.html", "csv": "report.csv", "csv-plain": "report.plain.csv", "json": "report.json"} {
		got[name] = string(write(t, &Printer{}, format, r))
	}
	// Style sheet and script have files of their own.
	got["report.html"] = strings.NewReplacer(pageCSS, "CSS\n", pageJS, "JS\n").Replace(got["report.html"])
	lines := strings.NewReplacer("<w:p>", "\n<w:p>", "<w:tr>", "\n<w:tr>", "<w:tc>", "\n<w:tc>", "<row", "\n<row", "<w:sectPr", "\n<w:sectPr")
	parts := unzip(t, write(t, &Printer{}, "docx", r))
	got["document.xml"] = lines.Replace(parts["word/document.xml"])
	got["redline.xml"] = lines.Replace(unzip(t, write(t, &Printer{Redline: true}, "docx", r))["word/document.xml"])
	for name, part := range unzip(t, write(t, &Printer{}, "xlsx", r)) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			got[filepath.Base(name)] = lines.Replace(part)
		}
	}
	for name, text := range got {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if text != string(want) {
			t.Errorf("%s differs; run with -update and read the difference\n%s", file, text)
		}
	}
}

func TestSameBytes(t *testing.T) {
	for _, format := range slices.Concat(Formats(), Pictures()) {
		first := write(t, &Printer{}, format, rich())
		for range 4 {
			if !bytes.Equal(first, write(t, &Printer{}, format, rich())) {
				t.Errorf("%s: two runs differ", format)
				break
			}
		}
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]string{"a.docx": "docx", "a/б.XLSX": "xlsx", "x.htm": "html", "x": "", "x.csv": "csv", "x.pdf": "", ".md": "md", "г.SVG": "svg", "x.png": "png", "r.txt": "text"} {
		if got := FormatOf(name); got != want {
			t.Errorf("FormatOf(%q) = %q, want %q", name, got, want)
		}
	}
	var fe *FormatError
	if err := Write(io.Discard, "odt", rich()); !errors.As(err, &fe) || fe.Format != "odt" {
		t.Errorf("unknown format: %v", err)
	}
}

func TestNumbers(t *testing.T) {
	ru, en := languages["ru"], languages["en"]
	for _, c := range []struct {
		v      float64
		f      Format
		ru, en string
	}{
		{1234, FormatInteger, "1\u00a0234", "1,234"},
		{-1234567, FormatInteger, "−1\u00a0234\u00a0567", "−1,234,567"},
		{12.345, FormatDecimal, "12,35", "12.35"},
		{0.1234, FormatDecimal, "0,123", "0.123"},
		{-0.0001, FormatDecimal, "0,000", "0.000"},
		{0.125, FormatPercent, "12,5\u00a0%", "12.5%"},
		{math.Inf(1), FormatDecimal, "н.д.", "n/a"},
		{5, FormatMissing, "н.д.", "n/a"},
		{0, FormatNone, "–", "–"},
	} {
		if got := ru.number(c.v, c.f); got != c.ru {
			t.Errorf("ru %v: %q, want %q", c.v, got, c.ru)
		}
		if got := en.number(c.v, c.f); got != c.en {
			t.Errorf("en %v: %q, want %q", c.v, got, c.en)
		}
	}
}

func TestFormulas(t *testing.T) {
	p := &csvPrinter{}
	for in, want := range map[string]string{"=1+1": "'=1+1", "-5": "-5", "+7,5%": "+7,5%", "- тире": "'- тире", "@x": "'@x", " =x": "' =x", "\t=x": "'\t=x", "а=1": "а=1", "– нет": "– нет", "-5+A1": "'-5+A1", "": ""} {
		if got := p.guard(in); got != want {
			t.Errorf("guard(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWorkbook(t *testing.T) {
	r := rich()
	long := strings.Repeat("слово ", 12000)
	r.Blocks[2].(*Table).Rows[1][4] = Text(long)
	f, err := excelize.OpenReader(bytes.NewReader(write(t, &Printer{}, "xlsx", r)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, want := fmt.Sprint(f.GetSheetList()), "[Сводка Изменения Отчеты советов Рисунок 1 Протокол расчёта]"; got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
	rows, err := f.GetRows("Изменения")
	if err != nil {
		t.Fatal(err)
	}
	var back string
	for _, row := range rows[3:6] {
		if len(row) > 4 {
			back += row[4]
		}
	}
	if back != long {
		t.Errorf("a long cell comes back with %d bytes of %d", len(back), len(long))
	}
	if got, _ := f.GetCellValue("Изменения", "C4"); got != "Статья 5. Отчет совета\n1. Совет ежегодно публикует отчет.\n…" {
		t.Errorf("rich text: %q", got)
	}
	if got, _ := f.GetCellFormula("Изменения", "E7"); got != "" {
		t.Errorf("a formula came through: %q", got)
	}
	if got, _ := f.GetCellValue("Отчеты советов", "B4", excelize.Options{RawCellValue: true}); got != "1234567" {
		t.Errorf("a number is not a number: %q", got)
	}
	if got, _ := f.GetCellValue("Отчеты советов", "C4"); got != "12.5%" {
		t.Errorf("percent: %q", got)
	}
}

func TestLayout(t *testing.T) {
	tab := rich().Blocks[4].(*Table)
	head, body := tab.grids()
	if head.cols != 4 || body.cols != 4 {
		t.Fatalf("columns: %d, %d", head.cols, body.cols)
	}
	for _, g := range []grid{head, body} {
		for i, row := range g.rows {
			next := 0
			for _, q := range row {
				if q.col != next {
					t.Errorf("row %d: a place at %d, want %d", i, q.col, next)
				}
				next += q.cols
			}
			if next != 4 {
				t.Errorf("row %d fills %d columns", i, next)
			}
		}
	}
}

// TestLibreOffice opens the files in another program than those that wrote them.
func TestLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	dir := t.TempDir()
	var files []string
	for _, ext := range []string{"docx", "xlsx"} {
		name := filepath.Join(dir, ext+"."+ext)
		if err := os.WriteFile(name, write(t, &Printer{}, ext, rich()), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless", "--convert-to", "pdf", "--outdir", dir}, files...)
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Skipf("soffice does not run: %v\n%s", err, out)
	}
	for _, name := range files {
		info, err := os.Stat(strings.TrimSuffix(name, filepath.Ext(name)) + ".pdf")
		if err != nil || info.Size() < 1000 {
			t.Errorf("%s was not opened: %v", filepath.Base(name), err)
		}
	}
}

// FuzzWrite puts any strings anywhere: every file stays well-formed.
func FuzzWrite(f *testing.F) {
	f.Add("обычный текст", "#ст.5", uint8(1))
	f.Add("=1+1\x00\xff\ufffe]]>&<\r\n\v|`*_", "java\nscript:1", uint8(2))
	f.Add("\t", "http://[::1", uint8(9))
	f.Add("", "https://пример.рф/а б?\"'<>", uint8(255))
	f.Fuzz(func(t *testing.T, s, link string, n uint8) {
		run := func(m Mark) Run { return Run{Text: s, Mark: m, Link: link} }
		cell := Cell{Runs: []Run{run(Mark(n % 8)), run(MarkDeleted), run(MarkInserted)}, Cols: int(n % 5), Rows: int(n / 5 % 5), Link: link, Anchor: s, Indent: int(n % 3), Group: n%7 == 0, Head: n%2 == 0}
		r := &Report{Title: s, Language: s, Redline: n%4 == 0, Date: s, Made: []Fact{{s, s}}, Blocks: []Block{
			&Paragraph{Level: int(n % 8), Runs: []Run{run(MarkBold)}, Anchor: s, End: Mark(n % 8), Comment: s, Look: Look{Bold: n%2 == 0, Red: n%3 == 0, Centred: n%5 == 0}},
			&Table{Caption: s, Source: s, Base: s, Sheet: s, Landscape: n%2 == 1, Changes: []Mark{Mark(n % 8)}, Head: [][]Cell{{cell, Text(s)}}, Rows: [][]Cell{{cell, Int(int(n))}, {Text(s), cell}, {}, {Text(s)}}},
			&Table{Sheet: s},
			&Chart{Caption: s, Labels: []string{s, s}, Kind: ChartKind(n % 7), Legend: []string{s}, ByColumn: n%2 == 0,
				Series: []Series{{Name: s, Values: []float64{1, math.NaN()}, Texts: []string{s}}, {Name: s}, {Values: []float64{-math.MaxFloat64, math.MaxFloat64}}}},
			&Chart{},
		}}
		for _, format := range slices.Concat(Formats(), Pictures()) {
			data := write(t, &Printer{Redline: n%3 == 0}, format, r)
			switch format {
			case "docx", "xlsx":
				unzip(t, data)
			case "html":
				if _, err := html.Parse(bytes.NewReader(data)); err != nil {
					t.Error(err)
				}
				if strings.Contains(string(data), `href="java`) {
					t.Errorf("a script in a link: %q", link)
				}
			case "svg":
				wellFormed(t, format, data)
			case "png":
				if _, err := png.Decode(bytes.NewReader(data)); err != nil {
					t.Error(err)
				}
			case "json":
				if !json.Valid(data) {
					t.Errorf("bad JSON:\n%s", data)
				}
			case "csv":
				c := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
				c.FieldsPerRecord = -1
				c.Comma = ';'
				if r.lang() == "en" {
					c.Comma = ','
				}
				if _, err := c.ReadAll(); err != nil {
					t.Error(err)
				}
			}
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	r := rich()
	t := r.Blocks[2].(*Table)
	rows := t.Rows[1:]
	t.Rows = nil
	for i := range 10000 {
		t.Rows = append(t.Rows, rows[i%len(rows)])
	}
	r.Blocks = []Block{t}
	for _, format := range Formats() {
		b.Run(format, func(b *testing.B) {
			for range b.N {
				if err := Write(io.Discard, format, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
