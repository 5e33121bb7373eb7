package content

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	for _, s := range []string{whole, codebook} {
		cb := mustLoad(t, s)
		rows := cb.Rows()
		again, err := LoadTable("c.csv", nil, rows)
		if err != nil {
			t.Fatal(err)
		}
		if !equal(cb, again) {
			t.Errorf("as a table it differs:\n%s\n%s\n%q", cb.YAML(), again.YAML(), rows)
		}
	}
	if head := strings.Join(mustLoad(t, codebook).Rows()[0], ";"); !strings.HasPrefix(head, "код;родитель;название;определение;шаблон;тип;исключения;тон") {
		t.Error(head)
	}
}

// rowsOf makes rows of lines.
func rowsOf(s string) [][]string {
	var rows [][]string
	for line := range strings.Lines(s) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), ";"))
	}
	return rows
}

// TestTableByHand reads what people make in Excel.
func TestTableByHand(t *testing.T) {
	for _, tt := range []struct{ name, table, want string }{
		{"codes in the first row only", "Код;Название;Шаблон\nа;Отчёты;отчет\n;;доклад\nб;Суд;суд\n", "а[отчет|доклад] б[суд]"},
		{"dots tell parents", "код;шаблон\nа;\nа.б;отчет\n", "а[]( а.б[отчет])"},
		{"parents", "код;родитель;шаблон\nб;а;суд\nа;;отчет\n", "а[отчет]( б[суд])"},
		{"kinds", "код;шаблон;тип\nа;НПО;Точная форма\nа;\\d+;регулярное выражение\n", `а[=НПО|re:\d+]`},
		{"titles above", "Мой кодификатор\n\nкод;шаблон\nа;отчет\n", "а[отчет]"},
		{"English", "id;parent;name;patterns\nа;;A;отчет\n", "а[отчет]"},
		{"no headings", "а;отчет\n", "1:0 columns а, отчет"},
		{"no code", "код;название;шаблон\n;Отчёты;отчет\n", "2:2 id "},
		{"a code for two", "код;название;шаблон\nа;Отчёты;отчет\nа;Суд;суд\n", "3:1 id а"},
		{"no such parent", "код;родитель;шаблон\nа;в;отчет\n", "2:2 orphan а, в"},
		{"a circle", "код;родитель;шаблон\nа;б;отчет\nб;а;суд\n", "2:1 cycle а, б, а"},
		{"kind of row", "код;шаблон;тип\nа;отчет;слава\n", "2:3 row-kind слава"},
		{"pattern", "код;шаблон\nа;отчет\n;отчет /0 совет\n", "3:2 pattern отчет /0 совет"},
		{"setting", "код;шаблон;тип\nединицы;пункт;настройка\n", "2:1 field единицы"},
		{"value", "код;шаблон;тип\nединица;слово;настройка\nа;отчет;\n", "2:2 value unit, слово"},
		{"answer to nothing", "код;родитель;название;шаблон;тип\n1;V1;да;;ответ\n", "2:1 orphan 1, V1"},
	} {
		cb, err := LoadTable("c.csv", nil, rowsOf(tt.table))
		var got string
		var e *Error
		if errors.As(err, &e) {
			got = fmt.Sprintf("%d:%d %s %s", e.Line, e.Column, e.Code, strings.Join(e.Args, ", "))
		} else {
			got = shape(cb.Categories)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func shape(cs []*Category) string {
	var out []string
	for _, c := range cs {
		s := c.ID + "[" + strings.Join(c.Any, "|") + "]"
		if len(c.Children) > 0 {
			s += "( " + shape(c.Children) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// FuzzTable holds that a codebook that was read from a table is the same as a
// table and as YAML.
func FuzzTable(f *testing.F) {
	f.Add("код;родитель;название;шаблон;тип\nа;;А;отчет;\nб;а;;суд;слово\nк;;;x;набор\nV;;;;переменная порядковая\n1;V;да;;ответ\nединица;;;пункт;настройка")
	f.Add("код;шаблон;исключения;включает;требует;где требует;вес\nа;б;в;г;д;статья;2")
	f.Fuzz(func(t *testing.T, s string) {
		cb, err := LoadTable("f.csv", nil, rowsOf(s))
		if err != nil {
			return
		}
		again, err := LoadTable("f.csv", nil, cb.Rows())
		if err != nil || !equal(cb, again) {
			t.Fatalf("%v\n%q\n%s", err, cb.Rows(), cb.YAML())
		}
		if again, err = Load("f.yaml", cb.YAML()); err != nil || !equal(cb, again) {
			t.Fatalf("%v\n%s", err, cb.YAML())
		}
	})
}
