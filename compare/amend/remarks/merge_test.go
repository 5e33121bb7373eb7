package remarks

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/words"
)

// source is a file with a table, cells divided by «|», lines above it first.
func source(name string, lines ...string) *corpus.Source {
	src := &corpus.Source{Name: name}
	for _, l := range lines {
		if !strings.Contains(l, "|") {
			src.Lines = append(src.Lines, corpus.Line{Text: l})
			continue
		}
		var cells []corpus.Cell
		for c := range strings.SplitSeq(l, "|") {
			cells = append(cells, corpus.Cell{Text: strings.TrimSpace(c)})
		}
		src.Lines = append(src.Lines, corpus.Line{Table: 1, Cells: cells})
	}
	return src
}

func remarksOfFive() []*corpus.Source {
	return []*corpus.Source{
		source("minjust.docx", "Замечания Министерства юстиции к проекту Закона «О советах»",
			"№ п/п|Структурный элемент|Редакция проекта|Предлагаемая редакция|Обоснование", "1|2|3|4|5",
			"1|Пункт 2 статьи 7|2. Совет отчитывается раз в год.|2. Совет отчитывается раз в полугодие.|Раз в год мало.",
			"2|Статья 5-1 (новая)|Отсутствует|Статья 5-1. Права членов|Пробел."),
		source("minfin.xlsx", "№|Статья, пункт|Замечание, предложение|Автор|Примечание",
			"1|ст. 7 п. 2|Уточнить срок.|Министерство финансов|срочно", "2|ст. 12|Назвать источник.|Министерство финансов|",
			"||Исключить слова о премиях.|Комитет казначейства|", "3|По всему тексту|Писать одинаково.|Министерство финансов|"),
		source("Замечания_ОФ Зертте.docx", "№|Элемент|Замечание", "1|пункт 2 статьи 7|Уточнить срок.", "2|статья 5, пункт 1|Сохранить.", "3|О разделе|Нет раздела."),
		source("kaz.docx", "Мәдениет министрлігінің заң жобасына ескертулері",
			"Р/с №|Құрылымдық элемент|Жобаның редакциясы|Ескерту, ұсыныс|Негіздеме", "1|7-баптың 2-тармағы|2. Кеңес есеп береді.|Мерзімін нақтылау.|Анық емес."),
		source("soyuz.docx", "Автор: Гражданский альянс", "№|Структурный элемент|Предлагаемая редакция|Замечание|Решение",
			"1|статья 12||Назвать источник.|", "2|п. 10 ст. 7|10. Члены.|Уточнить термин.|Принято", "3|п. 9 ст. 7||Согласовать.|"),
	}
}

func TestMerge(t *testing.T) {
	var tables []*Table
	rows := 0
	for _, src := range remarksOfFive() {
		tab := Read(src)
		if tab == nil {
			t.Fatalf("%s: no table", src.Name)
		}
		tables = append(tables, tab)
		rows += len(tab.Rows)
	}
	m := Merge(tables, nil)
	var got []string
	sources := 0
	for _, r := range m.Rows {
		got = append(got, r.Element+": "+strings.Join(r.Authors, ", "))
		sources += len(r.Sources)
	}
	want := []string{
		"По всему тексту: Министерство финансов",
		"статья 5, пункт 1: ОФ Зертте",
		"Статья 5-1 (новая): Министерство юстиции",
		"Пункт 2 статьи 7: Министерство юстиции",
		"ст. 7 п. 2: Министерство финансов, ОФ Зертте",
		"7-баптың 2-тармағы: Мәдениет министрлігі",
		"п. 9 ст. 7: Гражданский альянс",
		"п. 10 ст. 7: Гражданский альянс",
		"ст. 12: Министерство финансов, Гражданский альянс",
		"ст. 12: Комитет казначейства",
		"О разделе: ОФ Зертте",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if sources != rows {
		t.Errorf("%d rows of the tables, %d sources", rows, sources)
	}

	// All words of the cells are found again in the file that is written.
	var b bytes.Buffer
	if err := table.Write(&b, "docx", m.Report("ru", "")); err != nil {
		t.Fatal(err)
	}
	src, err := extract.Bytes(context.Background(), "svod.docx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, l := range src.Lines {
		all.WriteString(" " + flatText(l.Text))
	}
	for _, tab := range tables {
		for _, r := range tab.Rows {
			for c, cell := range r.Cells {
				if tab.Roles[c] == Number || tab.Roles[c] == Element {
					continue
				}
				for _, w := range words.Split(cell, "ru") {
					if !strings.Contains(all.String(), w.Form) {
						t.Errorf("%s row %d: %q is lost", tab.Name, r.Line, cell)
					}
				}
			}
		}
	}
}

// Rows of one act stand together under one heading, whoever made them; articles
// of different acts have the same numbers.
func TestMergeActs(t *testing.T) {
	group := func(src *corpus.Source, at int, name string) {
		src.Lines = slices.Insert(src.Lines, at, corpus.Line{Table: 1, Cells: []corpus.Cell{{Text: name, Cols: 4}}})
	}
	one := source("one.docx", "№|Элемент|Замечание|Автор", "1|Статья 2|Сохранить отчет.|А", "2|ст. 1 п. 1|Уточнить число.|А", "3|Статья 1|Назвать заказчика.|А", "4|По тексту|Писать одинаково.|А")
	group(one, 1, "Закон «О советах»")
	group(one, 4, "Закон «О заказе»")
	two := source("two.docx", "№|Элемент|Замечание|Автор", "1|Статья 3|Исключить.|Б", "2|пункт 1 статьи 1|Уточнить число.|Б", "3|По тексту|Проверить ссылки.|Б", "4|пункт 1 статьи 1|Уточнить число.|Б")
	group(two, 1, "Закон «О заказе»")
	group(two, 5, "ЗАКОН «О СОВЕТАХ»")
	loose := source("loose.docx", "№|Элемент|Замечание|Автор", "1|Статья 9|Без акта.|В")
	m := Merge([]*Table{Read(one), Read(two), Read(loose)}, nil)
	var got []string
	for _, row := range m.Report("ru", "").Blocks[0].(*table.Table).Rows {
		if len(row) == 1 {
			got = append(got, "= "+row[0].Printed("ru"))
			continue
		}
		got = append(got, row[1].Printed("ru")+": "+row[2].Printed("ru")+" "+row[3].Printed("ru"))
	}
	want := []string{
		"= " + PhrasesFor("ru").General, "= Закон «О заказе»", "По тексту: Писать одинаково. А", "По тексту: Проверить ссылки. Б",
		"= " + PhrasesFor("ru").ByProvision, "Статья 9: Без акта. В",
		"= Закон «О советах»", "ст. 1 п. 1: Уточнить число. А;\nБ", "Статья 2: Сохранить отчет. А",
		"= Закон «О заказе»", "Статья 1: Назвать заказчика. А", "пункт 1 статьи 1: Уточнить число. Б", "Статья 3: Исключить. Б",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Two rows of headings, a row of numbers, groups, merged and continued cells.
func TestRead(t *testing.T) {
	src := source("t.docx", "Таблица")
	add := func(table int, cells ...corpus.Cell) {
		src.Lines = append(src.Lines, corpus.Line{Table: table, Cells: cells, Page: table})
	}
	c := func(s string) corpus.Cell { return corpus.Cell{Text: s} }
	add(1, corpus.Cell{Text: "№ п/п", Rows: 2}, corpus.Cell{Text: "Структурный элемент", Rows: 2}, corpus.Cell{Text: "Редакция", Cols: 2}, corpus.Cell{Text: "Обоснование", Rows: 2})
	add(1, c("действующая"), c("предлагаемая"))
	add(1, c("1"), c("2"), c("3"), c("4"), c("5"))
	add(1, corpus.Cell{Text: "Закон «О советах»", Cols: 5})
	add(1, c("1"), c("Пункт 1 статьи 2"), c("1. Совет"), c("1. Советы"), c(""))
	add(1, c(""), c(""), c("отчитывается."), c("отчитываются."), c(""))
	add(2, c("2"), c("Статья 3"), c("Статья 3. А"), c("Исключить"), c("Лишняя"))
	tab := Read(src)
	if tab == nil {
		t.Fatal("no table")
	}
	if len(tab.Rows) != 2 || tab.At(&tab.Rows[0], Before) != "1. Совет\nотчитывается." || tab.Rows[0].Group != "Закон «О советах»" || tab.At(&tab.Rows[1], After) != "Исключить" || tab.Rows[1].Page != 2 {
		t.Errorf("%+v %v", tab.Rows, tab.Roles)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("№|Статья|Действующая редакция|Предлагаемая редакция\n1|ст. 5|Статья 5. … 2) а|Исключить\n||…|", uint8(0))
	f.Add("№|Элемент|Замечание|Автор\n|п. 1 ст. 2 (новый)|Нет|А", uint8(3))
	f.Fuzz(func(t *testing.T, text string, span uint8) {
		src := source("f", strings.Split(text, "\n")...)
		for i := range src.Lines {
			for c := range src.Lines[i].Cells {
				if (i+c)%5 == 1 {
					src.Lines[i].Cells[c].Cols, src.Lines[i].Cells[c].Rows = int(span%7), int(span%5)
				}
			}
		}
		tab := Read(src)
		if tab == nil {
			return
		}
		m := Merge([]*Table{tab}, nil)
		n := 0
		for _, r := range m.Rows {
			n += len(r.Sources)
		}
		if n != len(tab.Rows) {
			t.Fatalf("%d rows, %d sources", len(tab.Rows), n)
		}
		d := &corpus.Document{Root: &corpus.Unit{Units: []*corpus.Unit{{Kind: corpus.KindArticle, Label: "Статья 5.", Num: "5", Title: "А", Text: "Б"}}}}
		if _, err := Check(context.Background(), tab, []*corpus.Document{d}, nil); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	src := remarksOfFive()[0]
	for range b.N {
		Read(src)
	}
}

// Bodies name the columns of one thing differently, and the title of the draft
// is no general remark: it stands above the preamble.
func TestMergeOtherHeadings(t *testing.T) {
	m := Merge([]*Table{
		Read(source("a.xlsx", "Орган|Замечания и предложения|Причина|Элемент",
			"Министерство труда|Уточнить предмет.|Неясно.|Преамбула", "Акимат области|Сократить.|Длинно.|Заголовок проекта")),
		Read(source("b.xlsx", "№|Структурный элемент|Замечание|Аргументация|Ведомство", "1|законопроект в целом|Провести слушания.|Важно.|Палата")),
	}, nil)
	var got []string
	for _, r := range m.Rows {
		got = append(got, string(r.Placed)+" "+r.Element+": "+strings.Join(r.Authors, ", ")+": "+strings.Join(r.Reasons, " "))
	}
	want := []string{
		"general законопроект в целом: Палата: Важно.",
		"act Заголовок проекта: Акимат области: Длинно.",
		"act Преамбула: Министерство труда: Неясно.",
	}
	if !slices.Equal(got, want) || len(m.Extra) > 0 {
		t.Errorf("got %q, other columns %q\nwant %q", got, m.Extra, want)
	}
}

func TestMergeTellsWhoseReason(t *testing.T) {
	m := Merge([]*Table{
		Read(source("a.docx", "Структурный элемент|Замечание|Обоснование|Автор", "ст. 5|Исключить.|Лишнее.|Комитет")),
		Read(source("b.docx", "Структурный элемент|Замечание|Обоснование|Автор", "статья 5|Исключить.|Повтор.|Палата")),
	}, nil)
	if want := "Комитет: Лишнее.\nПалата: Повтор."; len(m.Rows) != 1 || m.Rows[0].reason() != want {
		t.Errorf("got %+v, want %q", m.Rows, want)
	}
}
