package write

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/parse"
)

// tariffs is a law whose appendix is a table of the rows, cells divided by «|».
func tariffs(rows []string) *corpus.Document {
	src := &corpus.Source{Name: "act.html", Format: "html"}
	for _, s := range []string{"ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН", "О пошлинах", "10 мая 2020 года № 15-VI", "Статья 1. Пошлины", "Пошлины взимаются по ставкам согласно приложению.",
		"Статья 2. Введение в действие", "Настоящий Закон вводится в действие с 1 июня 2020 года.", "Приложение", "к Закону Республики Казахстан «О пошлинах»", "Ставки пошлин"} {
		src.Lines = append(src.Lines, corpus.Line{Text: s})
	}
	for _, r := range append([]string{"№|Действие|Ставка"}, rows...) {
		var cells []corpus.Cell
		for c := range strings.SplitSeq(r, "|") {
			cells = append(cells, corpus.Cell{Text: c})
		}
		src.Lines = append(src.Lines, corpus.Line{Text: strings.ReplaceAll(r, "|", "\t"), Table: 1, Cells: cells})
	}
	d, _ := parse.Parse(src)
	return d
}

func TestRows(t *testing.T) {
	was := []string{"1|Выдача справки|10", "2|Выдача копии|20", "3|Замена бланка|30", "4|Учёт|40", "5|Снятие с учёта|50"}
	for _, c := range []struct {
		name string
		is   []string
		want string
	}{
		{"one row", []string{was[0], was[1], was[2], "4|Учёт|45", was[4]}, "строку, порядковый номер 4, таблицы 1 приложения изложить в следующей редакции:"},
		{"a row goes", []string{was[0], was[2], was[3], was[4]}, "строку, порядковый номер 2, таблицы 1 приложения исключить"},
		{"rows come", append(slices.Clone(was), "6|Отзыв|60", "7|Обмен|70"), "таблицу 1 приложения дополнить строками, порядковые номера 6 и 7, следующего содержания:"},
		{"a row between", slices.Insert(slices.Clone(was), 2, "2-1|Дубликат|25"), "таблицу 1 приложения дополнить строкой, порядковый номер 2-1, следующего содержания:"},
		{"most rows", []string{was[0], "2|А|1001", "3|Б|1002", "4|В|1003", "5|Г|1004"}, "таблицу 1 приложения изложить в следующей редакции:"},
		{"not in order", []string{was[1], was[0], was[2], was[3], was[4]}, "таблицу 1 приложения изложить в следующей редакции:"},
		{"a number above in another cell", []string{was[0], "2|Выдача копии|5", was[2], was[3], "5|Снятие|55"}, "таблицу 1 приложения изложить в следующей редакции:"},
	} {
		d := Write(tariffs(was), tariffs(c.is), nil)
		_, differ, read := roundTrip(d)
		var got []string
		for _, op := range d.Operations {
			got = append(got, op.Text)
		}
		if len(got) != 1 || got[0] != c.want || len(differ)+len(read.Unread) > 0 {
			t.Errorf("%s: %q, differ %v, unread %v\nwant %q", c.name, got, differ, read.Unread, c.want)
		}
	}
}

// Tables changed at random come out as they should, through the text.
func TestRowsRound(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	byRow := 0
	for range 150 {
		var was, is []string
		for i := range 4 + rnd.IntN(8) {
			row := fmt.Sprintf("%d|Действие %c|%d", i+1, 'а'+rune(i), 1+rnd.IntN(200))
			was = append(was, row)
			switch rnd.IntN(9) {
			case 0:
				is = append(is, row+"0")
			case 1:
			case 2:
				is = append(is, row, fmt.Sprintf("%d-1|Новое|%d", i+1, 300+i))
			default:
				is = append(is, row)
			}
		}
		if len(is) == 0 {
			continue
		}
		d := Write(tariffs(was), tariffs(is), nil)
		_, differ, read := roundTrip(d)
		if len(differ)+len(read.Unread)+len(d.Left) > 0 {
			t.Fatalf("%q → %q: differ %v, left %v", was, is, differ, d.Left)
		}
		if slices.ContainsFunc(d.Operations, func(op amend.Operation) bool { return op.Object == amend.Rows }) {
			byRow++
		}
	}
	if byRow < 30 {
		t.Errorf("only %d tables were changed row by row", byRow)
	}
}
