package extract

import (
	"strings"
	"testing"
)

// rows places texts at the given places of each row, from 700 down.
func rowsAt(step float64, xs []float64, rows ...[]string) string {
	var b strings.Builder
	for i, row := range rows {
		for k, s := range row {
			if s != "" {
				b.WriteString(place(xs[k], 700-step*float64(i), 10, s))
			}
		}
	}
	return b.String()
}

// checkTables reads content and wants lines, unless nil, and so many tables.
func checkTables(t *testing.T, content string, want []string, tables int) {
	t.Helper()
	lines, _, err := readPDF(makePDF(content, simpleFont))
	if err != nil {
		t.Fatal(err)
	}
	got := linesText(lines)
	if want != nil && strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	n := 0
	for _, l := range lines {
		n = max(n, l.Table)
	}
	if n != tables {
		t.Errorf("%d tables, want %d: %q", n, tables, got)
	}
}

func TestPDFTablesWithoutRules(t *testing.T) {
	three := []float64{60, 260, 380}
	prose := strings.Repeat("слово ", 4) + "дело"
	for _, test := range []struct {
		name, content string
		want          []string
		tables        int
	}{
		{"three columns", place(60, 730, 10, "Таблица 1") + rowsAt(20, three, []string{"Область", "Доля", "Год"}, []string{"Акмолинская", "12,5", "2022"}, []string{"Абайская", "-7,1", "2023"}) + place(60, 600, 10, "Итог."),
			[]string{"Таблица 1", "Область\tДоля\tГод", "Акмолинская\t12,5\t2022", "Абайская\t-7,1\t2023", "Итог."}, 1},
		{"cells of several lines", rowsAt(12, three, []string{"кража", "1", "2"}, []string{""}, []string{"незаконный", "3", "4"}, []string{"оборот"}, []string{""}, []string{"грабеж", "5", "6"}),
			[]string{"кража\t1\t2", "незаконный оборот\t3\t4", "грабеж\t5\t6"}, 1},
		{"figures beside names", rowsAt(14, []float64{60, 260}, []string{"Астана", "15"}, []string{"Алматы", "20"}, []string{"Шымкент", "7"}, []string{"Тараз", "4"}),
			[]string{"Астана\t15", "Алматы\t20", "Шымкент\t7", "Тараз\t4"}, 1},
		{"first lines of a cell", rowsAt(12, three, []string{"вождение"}, []string{"в нетрезвом виде", "1", "2"}, []string{""}, []string{"кража"}, []string{"со взломом", "3", "4"}, []string{""}, []string{"грабеж", "5", "6"}),
			[]string{"вождение в нетрезвом виде\t1\t2", "кража со взломом\t3\t4", "грабеж\t5\t6"}, 1},
		{"rows between lines", rowsAt(12, three, []string{"Организация", "1", "помогла"}, []string{"первая", "", "уборке"}, []string{"Организация", "2", "помогла"}, []string{"вторая", "", "празднику"}, []string{"Организация", "3", "нет"}) +
			"50 685 m 450 685 l 50 661 m 450 661 l S\n",
			[]string{"Организация первая\t1\tпомогла уборке", "Организация вторая\t2\tпомогла празднику", "Организация\t3\tнет"}, 1},
		{"cells that can't be told from rows", rowsAt(12, three, []string{"Совет", "сделал", "много дел"}, []string{"ветеранов", "уборку", "на этом"}, []string{"города", "двора", "участке"}, []string{"Храм", "принял", "гостей"}),
			[]string{"Совет сделал много дел", "ветеранов уборку на этом", "города двора участке", "Храм принял гостей"}, 0},
		{"two rows are none", rowsAt(20, three, []string{"Председатель", "подпись", "Иванов"}, []string{"Секретарь", "подпись", "Петров"}),
			[]string{"Председатель подпись Иванов", "Секретарь подпись Петров"}, 0},
		{"columns of prose are none", columnOf(700, prose, prose, prose, "конец.") +
			place(260, 700, 10, prose) + place(260, 686, 10, prose) + place(260, 672, 10, prose) + place(260, 658, 10, "второй.") +
			place(460, 700, 10, "третий") + place(460, 686, 10, "столбец") + place(460, 672, 10, "короче,") + place(460, 658, 10, "увы."),
			nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkTables(t, test.content, test.want, test.tables)
		})
	}
}

// Cells whose lines stand anywhere in their rows, drawn one after another.
func TestPDFTablesDrawnByCells(t *testing.T) {
	cell := func(x, top float64, lines ...string) string {
		var b strings.Builder
		for i, l := range lines {
			b.WriteString(place(x, top-12*float64(i), 10, l))
		}
		return b.String()
	}
	head := cell(60, 700, "п/п") + cell(100, 706, "Категория", "членов") + cell(220, 700, "Доля") + cell(300, 706, "Срок", "полномочий")
	first := cell(60, 664, "1") + cell(100, 676, "Представители", "организаций", "граждан") + cell(220, 664, "66,7")
	second := cell(60, 606, "2") + cell(100, 618, "Представители", "государственных", "органов") + cell(220, 606, "33,3")
	for _, test := range []struct {
		name, content string
		want          []string
		tables        int
	}{
		{"with a cell over two rows", place(60, 740, 12, "Статья 3. Состав") + head + first + cell(300, 635, "3 года") + second + cell(60, 570, "Итого") + cell(220, 570, "100,0"),
			[]string{"Статья 3. Состав", "п/п\tКатегория членов\tДоля\tСрок полномочий", "1\tПредставители организаций граждан\t66,7\t3 года",
				"2\tПредставители государственных органов\t33,3", "Итого\t\t100,0\t"}, 1},
		{"columns are none", cell(60, 700, "раз два", "три", "конец.") + cell(220, 700, "четыре", "пять", "конец."), nil, 0},
		{"signatures are none", cell(60, 700, "Министр", "обороны") + cell(220, 694, "И. Иванов") + cell(60, 660, "Министр", "финансов") + cell(220, 654, "П. Петров") + cell(60, 620, "Министр", "труда") + cell(220, 614, "С. Сидоров"), nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkTables(t, test.content, test.want, test.tables)
		})
	}
}

// No table begins in the middle of a row, with a raised sign of its first cell.
func TestDrawnPieceFollows(t *testing.T) {
	at := func(u0, u1, v float64) drawnPiece {
		return drawnPiece{piece{u0: u0, u1: u1, glyphs: []glyph{{}}}, &printed{v: v, size: 10}}
	}
	word := at(60, 114, 688)
	for _, test := range []struct {
		name string
		next drawnPiece
		want bool
	}{
		{"a raised sign", at(115, 119, 693), true},
		{"the next line", at(60, 114, 676), false},
		{"the next column", at(240, 300, 712), false},
	} {
		if got := test.next.follows(word); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestPDFTextOverItsCell(t *testing.T) {
	grid := "100 600 200 60 re 100 630 m 300 630 l 160 600 m 160 660 l S\n"
	content := grid + place(105, 640, 10, "Наименование объекта") + place(105, 610, 10, "Имя") + place(165, 610, 10, "Сумма")
	want := "Наименование объекта\t|Имя\tСумма"
	if got := texts(t, makePDF(content, simpleFont)); strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
