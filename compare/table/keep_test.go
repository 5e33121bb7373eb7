package table_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
)

// report is a table as an analysis makes it: the last column is the author's.
func report(rows ...[3]string) *table.Report {
	t := &table.Table{Key: 2, Author: []int{5}, Head: [][]table.Cell{{table.Bold("№"), table.Bold("Структурный элемент"),
		table.Bold("Редакция до 03.01.2021"), table.Bold("Редакция с изменениями на 03.01.2021"), table.Bold("Обоснование")}}}
	for i, r := range rows {
		t.Rows = append(t.Rows, []table.Cell{table.Int(i + 1), table.Text(r[0]), table.Text(r[1]), table.Text(r[2]), {}})
	}
	return &table.Report{Title: "Таблица", Language: "ru", Blocks: []table.Block{t}, Made: []table.Fact{{Name: "акт", Value: "sha256:0"}}}
}

func tableOf(r *table.Report) *table.Table { return r.Blocks[0].(*table.Table) }

func text(c table.Cell) string {
	s := ""
	for _, r := range c.Runs {
		s += r.Text
	}
	return s
}

// write puts a report into a file and reads that back.
func write(t *testing.T, r *table.Report, format string) *corpus.Source {
	t.Helper()
	var b bytes.Buffer
	if err := table.Write(&b, format, r); err != nil {
		t.Fatal(err)
	}
	return read(t, b.Bytes(), "table."+format)
}

func read(t *testing.T, data []byte, name string) *corpus.Source {
	t.Helper()
	src, err := extract.Bytes(context.Background(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

var first = [][3]string{
	{"Пункт 1 статьи 3", "1. Совет состоит из пяти членов.", "1. Совет состоит из семи членов."},
	{"Статья 5:\nподпункты 2), 4) (новый)", "Статья 5. Права", "Статья 5. Права и обязанности"},
	{"Статья 6 (исключена)", "Статья 6. Сборы совета взимаются ежегодно.", "Исключена"},
}

func TestKeep(t *testing.T) {
	for _, format := range []string{"docx", "xlsx"} {
		t.Run(format, func(t *testing.T) {
			edited := report(first...)
			tab := tableOf(edited)
			tab.Rows[0][4] = table.Text("Первое обоснование.\nВторой абзац: | «да»")
			tab.Rows[1][4] = table.Text("Второе")
			tab.Rows[2][4] = table.Text("Третье")
			src := write(t, edited, format)

			// Newer documents: a row before, other words, one row gone.
			r := report([3]string{"Статья 1", "а", "б"},
				[3]string{"Пункт 1 статьи 3", "1. Совет состоит из пяти членов.", "1. Совет состоит из восьми членов."},
				[3]string{"Статья 5:\nподпункт 2)", "Статья 5. Права", "Статья 5. Полномочия"})
			tableOf(r).Head[0][2] = table.Bold("Редакция до 07.07.2025")
			kept := r.Keep(table.ReadBack(src))
			if kept.Texts != 2 || len(kept.Homeless) != 1 || kept.Homeless[0] != "Статья 6 (исключена)" || kept.Columns != nil {
				t.Errorf("%+v", kept)
			}
			for i, want := range []string{"", "Первое обоснование.\nВторой абзац: | «да»", "Второе"} {
				if got := text(tableOf(r).Rows[i][4]); got != want {
					t.Errorf("row %d: %q, want %q", i+1, got, want)
				}
			}
			rest := r.Blocks[len(r.Blocks)-1].(*table.Table)
			if len(rest.Rows) != 1 || text(rest.Rows[0][0]) != "Статья 6 (исключена)" || text(rest.Rows[0][1]) != "Третье" {
				t.Errorf("at the end: %v", rest.Rows)
			}

			// Once more, with the row that had gone: its text comes home.
			again := report(first...)
			kept = again.Keep(table.ReadBack(write(t, r, format)))
			if kept.Texts != 3 || kept.Homeless != nil || text(tableOf(again).Rows[2][4]) != "Третье" {
				t.Errorf("%+v %v", kept, tableOf(again).Rows[2])
			}
		})
	}
}

// An author moves columns, adds some, divides rows and adds his own.
func TestKeepLayout(t *testing.T) {
	cell := func(s string) corpus.Cell { return corpus.Cell{Text: s} }
	line := func(cells ...corpus.Cell) corpus.Line { return corpus.Line{Table: 1, Text: "x", Cells: cells} }
	src := &corpus.Source{Lines: []corpus.Line{
		{Text: "Таблица, дополненная автором"},
		line(corpus.Cell{Text: "Рабочий вариант", Cols: 6}),
		line(cell("№"), cell("Обоснование"), cell("Структурный  элемент"), cell("Редакция до 01.01.2020"), cell("Срок"), cell("")),
		line(corpus.Cell{Text: "1", Rows: 2}, cell("верхняя"), corpus.Cell{Text: "пункт 1 статьи 3", Rows: 2}, cell("1. Совет"), cell("до июля"), cell("")),
		line(cell("нижняя"), cell("состоит"), cell(""), cell("без заголовка")),
		line(cell("2"), cell(""), cell("Статья 6 (новая)"), cell("Отсутствует"), cell("до мая"), cell("")),
		line(corpus.Cell{Text: "Глава 2", Cols: 6}),
		line(cell("3"), cell(""), cell("Статья 5"), corpus.Cell{Text: "объединил", Cols: 2}, cell("")),
		line(cell(""), cell("моя строка"), cell("Статья 99"), cell("Предложение автора"), cell(""), cell("")),
	}}
	r := report(first...)
	kept := r.Keep(table.ReadBack(src))
	tab := tableOf(r)
	if got := []string{text(tab.Head[0][5]), text(tab.Head[0][6])}; len(tab.Head[0]) != 7 || got[0] != "Срок" || got[1] != "Записи автора" {
		t.Errorf("heads %q", got)
	}
	want := [][]string{{"верхняя\nнижняя", "до июля", "без заголовка"}, {"", "объединил"}, {"", "до мая"}}
	for i, row := range tab.Rows {
		var got []string
		for _, c := range row[4:] {
			got = append(got, text(c))
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("row %d: %q, want %q", i+1, got, want[i])
		}
	}
	if len(kept.Homeless) != 1 || len(kept.Guessed) != 1 || kept.Guessed[0] != "Статья 6 (новая) → Статья 6 (исключена)" {
		t.Errorf("%+v", kept)
	}
	rest := r.Blocks[len(r.Blocks)-1].(*table.Table)
	if len(rest.Rows) != 1 || text(rest.Rows[0][1])+"|"+text(rest.Rows[0][2]) != "моя строка|Редакция до 01.01.2020: Предложение автора" {
		t.Errorf("at the end: %v", rest.Rows)
	}
}

// An author may cut a table in two.
func TestKeepCutTable(t *testing.T) {
	edited := report(first...)
	tab := tableOf(edited)
	tab.Rows[0][4], tab.Rows[2][4] = table.Text("первое"), table.Text("третье")
	rest := &table.Table{Rows: tab.Rows[2:], Key: 2, Author: []int{5}}
	other := &table.Table{Head: [][]table.Cell{{table.Text("а"), table.Text("б"), table.Text("в"), table.Text("г"), table.Text("д")}},
		Rows: [][]table.Cell{{table.Text("1"), table.Text("Статья 1"), table.Text("x"), table.Text("y"), table.Text("чужое")}}}
	tab.Rows = tab.Rows[:2]
	edited.Blocks = append(edited.Blocks, table.Para("Продолжение"), rest, other)
	r := report(first...)
	kept := r.Keep(table.ReadBack(write(t, edited, "docx")))
	if kept.Texts != 2 || kept.Homeless != nil || text(tableOf(r).Rows[2][4]) != "третье" {
		t.Errorf("%+v", kept)
	}
}

// Rows that changed their names are known by their texts, and said to be so.
func TestKeepByText(t *testing.T) {
	edited := report(first...)
	tableOf(edited).Rows[2][4] = table.Text("Третье")
	r := report([3]string{"Статья 8 (исключена)", "Статья 8. Сборы совета взимаются ежегодно.", "Исключена"})
	kept := r.Keep(table.ReadBack(write(t, edited, "docx")))
	if text(tableOf(r).Rows[0][4]) != "Третье" || len(kept.Guessed) != 1 {
		t.Errorf("%+v", kept)
	}
}

// What was a row of its own may now be part of one, and the other way round.
func TestKeepPart(t *testing.T) {
	edited := report([3]string{"Пункт «о» статьи 71 (исключен)", "о) суды;", "Исключен"}, [3]string{"Статья 8:\nабзац первый", "Совет собирается.", "Совет заседает."},
		[3]string{"128-баптың 2-тармағы", "а", "б"})
	for i, s := range []string{"первое", "второе", "третье"} {
		tableOf(edited).Rows[i][4] = table.Text(s)
	}
	r := report([3]string{"Статья 7", "", ""}, [3]string{"Статья 71:\nпункты «о», «п»", "о) суды; п) планы", "п) программы"},
		[3]string{"Пункт 2 статьи 8", "Совет собирается.", "Совет заседает."}, [3]string{"128-бап", "", ""}, [3]string{"12-бап", "", ""})
	kept := r.Keep(table.ReadBack(write(t, edited, "xlsx")))
	var got []string
	for _, row := range tableOf(r).Rows {
		got = append(got, text(row[4]))
	}
	want := []string{"", "Пункт «о» статьи 71 (исключен): первое", "Статья 8: второе", "128-баптың 2-тармағы: третье", ""}
	if !slices.Equal(got, want) || len(kept.Guessed) != 3 || kept.Homeless != nil {
		t.Errorf("%q %+v", got, kept)
	}
}

// What the author wrote in a column that the program fills now stays apart.
func TestKeepColumnOfProgram(t *testing.T) {
	edited := report(first...)
	tableOf(edited).Rows[0][4] = table.Text("моё")
	r := report(first...)
	tab := tableOf(r)
	tab.Author, tab.Rows[0][4] = nil, table.Text("Закон № 1")
	r.Keep(table.ReadBack(write(t, edited, "docx")))
	if text(tab.Head[0][5]) != "Обоснование (автор)" || text(tab.Rows[0][5]) != "моё" || text(tab.Rows[0][4]) != "Закон № 1" {
		t.Errorf("%v %v", tab.Head[0], tab.Rows[0])
	}
	again := report(first...)
	tableOf(again).Author = nil
	again.Keep(table.ReadBack(write(t, r, "docx")))
	if got := tableOf(again); len(got.Head[0]) != 6 || text(got.Rows[0][5]) != "моё" {
		t.Errorf("the second time: %v", got.Rows[0])
	}
}

// A table of the program's that names its rows alike is not the author's.
func TestKeepOtherTable(t *testing.T) {
	edited := report(first...)
	tableOf(edited).Rows[0][4] = table.Text("моё")
	edited.Blocks = append(edited.Blocks, &table.Table{Head: [][]table.Cell{{table.Bold("Структурный элемент"), table.Bold("Подсказка")}},
		Rows: [][]table.Cell{{table.Text(first[0][0]), table.Text("слова программы")}}})
	for _, format := range []string{"docx", "xlsx"} {
		src := write(t, edited, format)
		for range 2 { // with the record of columns, and where its author deleted that
			r := report(first...)
			if kept := r.Keep(table.ReadBack(src)); kept.Texts != 1 || kept.Columns != nil || text(tableOf(r).Rows[0][4]) != "моё" {
				t.Errorf("%s: %+v", format, kept)
			}
			src.Lines = slices.DeleteFunc(src.Lines, func(l corpus.Line) bool { return strings.Contains(l.Text, "Столбцы программы") })
		}
	}
}

// An author's changes of the program's own words are not lost unsaid.
func TestKeepTellsOfEdits(t *testing.T) {
	edited := report(first...)
	tableOf(edited).Rows[1][3] = table.Text("Статья 5. Права и обязанности (исправлено)")
	for _, format := range []string{"docx", "xlsx"} {
		src := write(t, edited, format)
		r := report(first...)
		if kept := r.Keep(table.ReadBack(src)); !slices.Equal(kept.Edited, []string{"Статья 5"}) {
			t.Errorf("%s: %+v", format, kept)
		}
		r = report(first...)
		r.Made[0].Value = "sha256:1"
		if kept := r.Keep(table.ReadBack(src)); kept.Edited != nil {
			t.Errorf("%s: of other inputs: %+v", format, kept)
		}
	}
}

func TestKeepStrangeFile(t *testing.T) {
	r := report(first...)
	src := &corpus.Source{Lines: []corpus.Line{{Text: "Закон"}, {Table: 1, Text: "а", Cells: []corpus.Cell{{Text: "Показатель"}, {Text: "5"}}}}}
	if kept := r.Keep(table.ReadBack(src)); !kept.Strange {
		t.Errorf("%+v", kept)
	}
}

// Word splits what one types into runs, and marks it as a change if so asked.
func TestKeepTyped(t *testing.T) {
	var b bytes.Buffer
	if err := table.Write(&b, "docx", report(first...)); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			s := string(data)
			at := strings.Index(s, "семи членов")
			at += strings.Index(s[at:], `<w:pStyle w:val="Cell"/></w:pPr>`) + len(`<w:pStyle w:val="Cell"/></w:pPr>`)
			data = []byte(s[:at] + `<w:r><w:rPr><w:i/></w:rPr><w:t>При</w:t></w:r><w:proofErr w:type="spellStart"/><w:ins w:id="900" w:author="А"><w:r><w:t xml:space="preserve">нято </w:t></w:r></w:ins><w:del w:id="901" w:author="А"><w:r><w:delText>ранее</w:delText></w:r></w:del><w:r><w:t>советом</w:t></w:r></w:p><w:p><w:r><w:t>Второй абзац</w:t></w:r>` + s[at:])
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		to.Write(data)
	}
	w.Close()
	r := report(first...)
	r.Keep(table.ReadBack(read(t, out.Bytes(), "table.docx")))
	if got := text(tableOf(r).Rows[0][4]); got != "Принято советом\nВторой абзац" {
		t.Errorf("%q", got)
	}
}

func FuzzReadBack(f *testing.F) {
	f.Add("№\tСтруктурный элемент\tОбоснование\n1\tСтатья 6\tда", 2, 3)
	f.Add("Структурный элемент\tx\n\t\nСтатья 5\tнет\nСтатья 5\tда", 1, 0)
	f.Add("Столбцы программы: №\nа\tб\nв", 0, -5)
	f.Fuzz(func(t *testing.T, s string, cols, rows int) {
		src := &corpus.Source{}
		for i, line := range strings.Split(s, "\n") {
			l := corpus.Line{Text: line}
			for k, c := range strings.Split(line, "\t") {
				cell := corpus.Cell{Text: c}
				if (i+k)%3 == 2 {
					cell.Cols, cell.Rows = cols, rows
				}
				l.Table, l.Cells = 1, append(l.Cells, cell)
			}
			if len(l.Cells) == 1 {
				l.Table, l.Cells = 0, nil
			}
			src.Lines = append(src.Lines, l)
		}
		r := report(first...)
		r.Keep(table.ReadBack(src))
		for _, b := range r.Blocks {
			if tab, ok := b.(*table.Table); ok {
				for _, row := range tab.Rows {
					if len(row) > len(tab.Head[0]) {
						t.Fatalf("a row of %d cells under %d heads", len(row), len(tab.Head[0]))
					}
				}
			}
		}
	})
}

func BenchmarkKeep(b *testing.B) {
	rows := make([][3]string, 2000)
	for i := range rows {
		rows[i] = [3]string{"Статья " + strings.Repeat("1", i%7+1) + "-" + string(rune('а'+i%32)), strings.Repeat("слово ", 40), "новое"}
	}
	src := &corpus.Source{Lines: []corpus.Line{{Table: 1, Cells: []corpus.Cell{{Text: "№"}, {Text: "Структурный элемент"}, {Text: "Обоснование"}}}}}
	for _, r := range rows {
		src.Lines = append(src.Lines, corpus.Line{Table: 1, Cells: []corpus.Cell{{Text: "1"}, {Text: r[0]}, {Text: "текст"}}})
	}
	for b.Loop() {
		report(rows...).Keep(table.ReadBack(src))
	}
}

// Two groups may have rows of one name; a text goes back to its own.
func TestKeepGroups(t *testing.T) {
	grouped := func(rows ...[3]string) *table.Report {
		r := report(rows...)
		tab := tableOf(r)
		tab.Rows = slices.Insert(tab.Rows, 1, []table.Cell{table.Group("Закон о партиях")})
		tab.Rows = slices.Insert(tab.Rows, 0, []table.Cell{table.Group("Закон о советах")})
		return r
	}
	for _, format := range []string{"docx", "xlsx"} {
		edited := grouped(first[0], first[0], first[2])
		tableOf(edited).Rows[3][4] = table.Text("О партиях")
		src := write(t, edited, format)
		again := grouped([3]string{first[0][0], first[0][1], first[0][2]}, [3]string{first[0][0], "совсем", "иное"}, first[2])
		again.Keep(table.ReadBack(src))
		tab := tableOf(again)
		if a, b := text(tab.Rows[1][4]), text(tab.Rows[3][4]); a != "" || b != "О партиях" {
			t.Errorf("%s: %q, %q", format, a, b)
		}
	}
}

// What the program puts into the author's column gives way to what he wrote.
func TestKeepReplaces(t *testing.T) {
	edited := report(first...)
	tab := tableOf(edited)
	tab.Rows[0][4] = table.Text("Из записки, дополненное автором")
	tab.Rows[1][4] = table.Text("Из записки")
	src := write(t, edited, "docx")
	again := report(first...)
	tab = tableOf(again)
	tab.Rows[0][4], tab.Rows[1][4], tab.Rows[2][4] = table.Text("Из записки"), table.Text("Из записки"), table.Text("Новое в записке")
	kept := again.Keep(table.ReadBack(src))
	for i, want := range []string{"Из записки, дополненное автором", "Из записки", "Новое в записке"} {
		if got := text(tab.Rows[i][4]); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
	if !slices.Equal(kept.Replaced, []string{first[0][0]}) {
		t.Error(kept.Replaced)
	}
}
