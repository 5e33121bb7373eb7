package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// listed shows queries as they are to be compared.
func listed(l *queryList) string {
	var out []string
	for _, q := range l.queries {
		out = append(out, strings.Join([]string{q.id, q.query, q.name, q.group, q.note}, "|"))
	}
	return strings.Join(out, "\n")
}

func TestReadQueries(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a query a line", "годовой отчет\n\n\"не допускается\" НЕ отказ\r\nвид:закон,кодекс совет; отчет", "|годовой отчет|||\n|\"не допускается\" НЕ отказ|||\n|вид:закон,кодекс совет; отчет|||"},
		{"a phrase is typed", "\"не допускается\"\nотчет\n", "|\"не допускается\"|||\n|отчет|||"},
		{"Excel", "\ufeffНазвание;Запрос;Группа\r\nОтчёт;\"\"\"годовой отчет\"\" НЕ план\";А\r\n\"Пункт; запятая\";\"а;б\";\r\n", "|\"годовой отчет\" НЕ план|Отчёт|А|\n|а;б|Пункт; запятая||"},
		{"typed into CSV", "запрос;группа\n\"не допускается\" НЕ отказ;запреты\n\"годовой отчет\";отчёты\n", "|\"не допускается\" НЕ отказ||запреты|\n|\"годовой отчет\"||отчёты|"},
		{"everything quoted", "\"query\",\"name\"\n\"годовой отчет\",\"a\"\n\"\"\"не допускается\"\"\",\"b, c\"\n", "|годовой отчет|a||\n|\"не допускается\"|b, c||"},
		{"a line break in a cell", "Запрос;Примечание\n\"годовой\nотчет\";\"первая\nвторая\"\n", "|годовой отчет|||первая\nвторая"},
		{"commas of a list", "query,note\nотчет /5 совет,as in law\n", "|отчет /5 совет|||as in law"},
		{"commas of queries", "вид:закон,кодекс отчет\nотчет\nпп. 3, п. 2 ст. 5\n", "|вид:закон,кодекс отчет|||\n|отчет|||\n|пп. 3, п. 2 ст. 5|||"},
		{"tabs", "запрос\tкод\nотчет\tА1\nсовет\tА2\n", "А1|отчет|||\nА2|совет|||"},
		{"no heading", "1;отчет;Отчёты;А\n2;совет;Советы;Б\n", "1|отчет|Отчёты|А|\n2|совет|Советы|Б|"},
		{"named by the file", "sep=|\nзапрос|имя\nа|б\n", "|а|б||"},
		{"Kazakh", "Р/с №;Сұрау;Топ;Ескертпе\n1;қоғамдық кеңес;А;\n", "1|қоғамдық кеңес||А|"},
		{"English", "Id,Query,Group\nq1,отчет,A\n", "q1|отчет||A|"},
		{"an apostrophe keeps a formula away", "Запрос;Название\n'=отчета;форма\n'отчет;нет\n", "|=отчета|форма||\n|'отчет|нет||"},
		{"a title above", "Запросы на квартал;\n;\n№;Запрос;Название\n1;отчет;Отчёт\n", "1|отчет|Отчёт||"},
		{"a query that names a column", "отчет\nзапрос\nсовет\n", "|отчет|||\n|запрос|||\n|совет|||"},
		{"a name without a query", "Название;Запрос\nЗабыт;\n;\n", "||Забыт||"},
		{"only separators", ";;;\n;;\n", ""},
		{"an open quote", "Запрос;Имя\n\"отчет;а\nсовет;б\n", "|\"отчет|а||\n|совет|б||"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, err := readQueries(t.Context(), "a.csv", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := listed(l); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestReadQueriesCodePage(t *testing.T) {
	text := "Название;Запрос;Группа\r\nОтчётность;\"\"\"годовой отчет\"\" ИЛИ доклад\";Общие\r\nЗапреты;не допускается;Общие\r\n"
	old, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	l, err := readQueries(t.Context(), "a.csv", []byte(old))
	if want := "|\"годовой отчет\" ИЛИ доклад|Отчётность|Общие|\n|не допускается|Запреты|Общие|"; err != nil || listed(l) != want {
		t.Errorf("got %v, %v", l, err)
	}
}

// A spreadsheet keeps its columns: rows of one cell, empty rows and columns,
// merged cells.
func TestReadQueriesWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for at, v := range map[string]string{"B1": "Группа", "C1": "Запрос", "D1": "Название", "B2": "А", "C2": "отчет", "D2": "Отчёты",
		"C3": "=НПО", "C5": "\"не допускается\"", "D6": "Забыт"} {
		if err := f.SetCellStr("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "B2", "B3"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Другой"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr("Другой", "A1", "лишнее"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	l, err := readQueries(t.Context(), "a.xlsx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := listed(l), "|отчет|Отчёты|А|\n|=НПО||А|\n|\"не допускается\"|||\n||Забыт||"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever the bytes, each row gives at most a query, which is one line.
func FuzzReadQueries(f *testing.F) {
	for _, s := range []string{"запрос;имя\n\"a\"\"b\";c\n", "\"не допускается\" НЕ отказ\n", "a,b\nc,d\ne,f\n", "sep=\t\nа\tб", "\"\"\"", "'=x\n", "№;Запрос\n1;\"a\nb\"\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := readQueries(t.Context(), "a.csv", data)
		if err != nil {
			return
		}
		if len(l.queries) > len(l.rows) {
			t.Fatalf("%d queries of %d rows", len(l.queries), len(l.rows))
		}
		for _, q := range l.queries {
			if strings.ContainsAny(q.query, "\n\r") {
				t.Fatalf("a line break in %q", q.query)
			}
		}
	})
}

func BenchmarkReadQueries(b *testing.B) {
	data := []byte("Название;Запрос;Группа\r\n" + strings.Repeat("Отчёт;\"\"\"годовой отчет\"\" НЕ план\";А\r\n", 5000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readQueries(b.Context(), "a.csv", data); err != nil {
			b.Fatal(err)
		}
	}
}
