package remarks

import (
	"slices"
	"strings"
	"testing"

	"svod/corpus"
)

func TestActNamed(t *testing.T) {
	for text, want := range map[string]string{
		"ст. 9 п. 3 Закона РК от 2 мая 2015 года «О садах»": "Закон РК от 2 мая 2015 года «О садах»",
		"Закон о садах и парках, ст. 9":                     "Закон о садах и парках",
		"Закона о садах и парках ст. 9":                     "Закон о садах и парках",
		"пункт 1 статьи 2 Закона «О фонде «Сад»»":           "Закон «О фонде «Сад»»",
		"ст. 12 Гражданского процессуального кодекса":       "Гражданский процессуальный кодекс",
		"статья 4 проекта Закона «О садах»":                 "",
		"«Бақтар туралы» Қазақстан Республикасының Заңы":    "«Бақтар туралы» Заңы",
		"пункт 2 статьи 5":                                  "",
		"статья 5 (законные представители)":                 "",
	} {
		if _, name := actNamed(text); name != want {
			t.Errorf("%s: %q, want %q", text, name, want)
		}
	}
}

// mergedRows are the rows of a summary: act, provision, who.
func mergedRows(m *Merged) []string {
	var out []string
	for _, r := range m.Rows {
		out = append(out, strings.Join([]string{string(r.Placed), r.Group, r.Element, strings.Join(r.Authors, ", ")}, "|"))
	}
	return out
}

// One act is called differently by a heading and by the provisions of others.
func TestMergeOneActManyNames(t *testing.T) {
	m := Merge([]*Table{
		Read(source("а.docx", "№|Элемент|Замечание", "1|п. 2 ст. 5 Закона о садах и парках|Уточнить.", "2|ст. 3 проекта Закона «О садах и парках города»|Убрать.")),
		Read(source("б.docx", "№|Элемент|Замечание", "|2. Закон РК «О садах и парках города»|", "1|Статья 7|Исключить.", "2|Статья 4|Сократить.")),
		Read(source("в.docx", "№|Элемент|Замечание", "|Закон Республики Казахстан от 2 мая 2015 года «О садах и парках города»|", "1|ст. 5, п. 2|Уточнить это.")),
	}, nil)
	act := "Закон РК «О садах и парках города»"
	want := []string{
		"act||ст. 3 проекта Закона «О садах и парках города»|а",
		"act|" + act + "|Статья 4|б", "act|" + act + "|п. 2 ст. 5 Закона о садах и парках|а", "act|" + act + "|ст. 5, п. 2|в", "act|" + act + "|Статья 7|б",
	}
	if got := mergedRows(m); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Headings of groups name provisions, bodies, kinds of remarks; the table may
// have no column of provisions at all.
func TestMergeGroups(t *testing.T) {
	src := source("т.docx", "№|Суть замечания|Довод|Позиция органа-разработчика", "1|Провести слушания.|Важно.|", "2|Сузить круг.|Широк.|", "3|Уточнить срок.|Неясно.|", "4|Поставить тире.|Правописание.|")
	for i, head := range []string{"Министерство культуры", "Концептуальные замечания", "Статья 5", "ОФ «Сад»", "Пункт 2 статьи 3", "Редакционные замечания"} {
		at := []int{1, 2, 4, 6, 7, 9}[i]
		src.Lines = slices.Insert(src.Lines, at, corpus.Line{Table: 1, Cells: []corpus.Cell{{Text: head, Cols: 4}}})
	}
	tab := Read(src)
	if tab == nil {
		t.Fatal("no table")
	}
	m := Merge([]*Table{tab}, nil)
	want := []string{"general||Концептуальные замечания|Министерство культуры", "act||Пункт 2 статьи 3|ОФ «Сад»", "act||Статья 5|Министерство культуры", "unplaced|||ОФ «Сад»"}
	if got := mergedRows(m); !slices.Equal(got, want) || len(m.Extra) > 0 || !slices.Equal(m.Rows[3].Sections, []string{"Редакционные замечания"}) {
		t.Errorf("got\n%s\nwant\n%s\n%v %v", strings.Join(got, "\n"), strings.Join(want, "\n"), m.Extra, m.Rows[3].Sections)
	}
}

// Texts of an act in two languages make its rows in either one act.
func TestMergeTwoLanguages(t *testing.T) {
	law := func(title, lang, number string) *corpus.Document {
		return &corpus.Document{Meta: corpus.Meta{Title: title, Language: lang, Number: number, Date: "2015-05-02"}, Root: &corpus.Unit{}}
	}
	tables := []*Table{
		Read(source("а.docx", "№|Элемент|Замечание", "|Закон «О садах и парках»|", "1|Статья 7|Исключить.", "2|Статья 4|Сократить.")),
		Read(source("б.docx", "№|Элемент|Ескертпе", "|«Бақтар мен саябақтар туралы» Қазақстан Республикасының Заңы|", "1|5-бап|Нақтылау.")),
	}
	m := Merge(tables, nil, law("О садах и парках", "ru", "7-V"), law("Бақтар мен саябақтар туралы", "kk", "7-V ҚРЗ"))
	act := "Закон «О садах и парках»"
	if got, want := mergedRows(m), []string{"act|" + act + "|Статья 4|а", "act|" + act + "|5-бап|б", "act|" + act + "|Статья 7|а"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadsWithSlash(t *testing.T) {
	for head, want := range map[string]Role{
		"Статья / пункт": Element, "Бап, тармақ, тармақша": Element, "Структурный элемент/Статья, пункт": Element, "Замечания": Remark, "Замечание/Предложение": Remark,
		"Автор/Орган": Author, "Мотивы": Reason, "Позиция государственного органа-разработчика": Decision, "Әзірлеушінің ұстанымы": Decision, "Мнение разработчика": Decision,
		"Редакция с учетом предложений": Remark,
	} {
		if got := roleOf(head); got != want {
			t.Errorf("%s: %s, want %s", head, got, want)
		}
	}
}

// A remark that stands over all columns is no heading.
func TestMergeRemarkAcross(t *testing.T) {
	long := "По проекту в целом: " + strings.Repeat("следует описать, кто ведёт сады и парки; ", 8)
	src := source("т.docx", "№|Элемент|Замечание|Обоснование", "1|Статья 5|Сократить.|")
	for i, text := range []string{long, "Замечаний и предложений не имеется"} {
		src.Lines = slices.Insert(src.Lines, 1+2*i, corpus.Line{Table: 1, Cells: []corpus.Cell{{Text: text, Cols: 4}}})
	}
	m := Merge([]*Table{Read(src)}, nil)
	if got, want := mergedRows(m), []string{"general||По проекту|т", "act||Статья 5|т", "unplaced|||т"}; !slices.Equal(got, want) || m.Rows[0].Remark != strings.TrimSpace(long) {
		t.Errorf("got %q, want %q", got, want)
	}
}
