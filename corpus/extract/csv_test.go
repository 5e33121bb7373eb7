package extract

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func TestCSV(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"semicolons", "№;Совет;Год\r\n1;при министерстве;2024\r\n2;\"при акимате;\nгородской «совет»\";2025\r\n;;\r\n", "1: №|Совет|Год\n1: 1|при министерстве|2024\n1: 2|при акимате;¶городской «совет»|2025"},
		{"commas", "name,year,sum\nа,2024,1\n\"б, в\",2025,\"1,5\"\n", "1: name|year|sum\n1: а|2024|1\n1: б, в|2025|1,5"},
		{"decimal commas", "а;б\n1,5;2,5\n3,5;4,5\n", "1: а|б\n1: 1,5|2,5\n1: 3,5|4,5"},
		{"tabs", "а\tб\tв\n1\t\"2\n3\"\t4\n", "1: а|б|в\n1: 1|2¶3|4"},
		{"a title and short rows", "\ufeffРеестр советов;;\nа;б;в\n1;2;3\n4;5;6\n", "Реестр советов\n1: а|б|в\n1: 1|2|3\n1: 4|5|6"},
		{"named by the file", "sep=|\nа|б\n1|2\n", "1: а|б\n1: 1|2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Bytes(t.Context(), "a.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := sheetText(src.Lines); got != tt.want || src.Format != "csv" {
				t.Errorf("%s: got\n%s\nwant\n%s", src.Format, got, tt.want)
			}
		})
	}
	table := "Номер;Название совета;Город\n1;Общественный совет;Астана\n2;Общественный совет;Алматы\n"
	old, err := charmap.Windows1251.NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	src, err := Bytes(t.Context(), "a.csv", []byte(old))
	if err != nil || src.Format != "csv" || src.Lines[2].Cells[2].Text != "Алматы" {
		t.Errorf("windows-1251: %+v, %v", src, err)
	}
}

// Prose is never taken for a register.
func TestCSVIsNotProse(t *testing.T) {
	for name, text := range map[string]string{
		"one comma in each line":    "Совет создаётся, если есть решение.\nСовет собирается, когда нужно.\nСовет отчитывается, если спросят.\nСовет распускается, если решено.\nСовет молчит, если нечего сказать.\n",
		"a list":                    "1) первое;\n2) второе;\n3) третье;\n4) четвёртое;\n",
		"a list in one line":        "цели: а; б; в\nзадачи: г; д; е\nитоги: ж; з; и\n",
		"no spaces, other numbers":  "а,б,в\nг,д\nе\nж,з,и,к,л\n",
		"a table of contents":       "Глава 1\t5\nГлава 2\t10\nГлава 3\t15\n",
		"two lines":                 "Иванов,Петров\nСидоров,Козлов\n",
		"numbers with commas":       "1,5\n2,5\n3,5\n",
		"an address and its number": "Статья 1. Предмет\n1. Закон регулирует отношения, возникающие в связи.\nСтатья 2. Понятия\n1. Понятия, используемые в законе:\n1) совет;\n2) орган.\n",
	} {
		if isCSV([]byte(text)) {
			t.Errorf("%s is taken for a register", name)
		}
	}
}

// No text among the real documents is a register.
func TestDataTextIsNotCSV(t *testing.T) {
	for _, folder := range []string{"acts", "reports"} {
		for _, name := range dataFiles(t, folder, "*.txt", "*.md") {
			src, err := File(t.Context(), name)
			if err == nil && src.Format == "csv" {
				t.Errorf("%s is taken for a register", name)
			}
		}
	}
}

func FuzzCSVLines(f *testing.F) {
	f.Add("а;б\n1;\"2\n3\"\n")
	f.Add("sep=,\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		lines, _, err := csvLines(&input{ctx: context.Background(), data: []byte(text)})
		if err != nil || !utf8.ValidString(text) { // in another encoding its letters are others
			t.Skip()
		}
		var want, got letterCount
		if delimiter(text, false) != 0 && !strings.HasPrefix(strings.ToLower(text), "sep=") {
			want.add(text)
			for _, l := range lines {
				got.add(l.Text)
			}
			for r, n := range want {
				if got[r] < n {
					t.Errorf("%d of %q are lost", n-got[r], rune(r))
				}
			}
		}
	})
}

func BenchmarkCSVLines(b *testing.B) {
	data := []byte(strings.Repeat("1;Общественный совет при министерстве;Астана;2024;1 234,50\n", 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := csvLines(&input{ctx: context.Background(), data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
