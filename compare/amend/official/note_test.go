package official

import (
	"testing"

	"svod/corpus"
)

func TestReadNote(t *testing.T) {
	for _, c := range []struct{ line, lead, about, text string }{
		{"По пункту 2 статьи 5: срок мал.", "пункту 2 статьи 5", "", "срок мал."},
		{"1) По подпункту 4-1) пункта 1 статьи 5 (новому) – уточнение.", "подпункту 4-1) пункта 1 статьи 5 (новому)", "", "уточнение."},
		{"В статье 7 уточняется порядок, установленный пунктом 3.", "статье 7", "", "В статье 7 уточняется порядок, установленный пунктом 3."},
		{"Изменения в статьи 5, 7 и 9: единый термин.", "статьи 5, 7 и 9", "", "единый термин."},
		{"Статья 12. Исключается как устаревшая.", "Статья 12", "", "Исключается как устаревшая."},
		{"По части второй пункта 1 статьи 4-2: описка.", "части второй пункта 1 статьи 4-2", "", "описка."},
		{"По статье 5 Закона «О советах»: описка.", "статье 5", "Закона «О советах»", "описка."},
		{"По подпункту 3) пункта 1 статьи 1 проекта: описка.", "подпункту 3) пункта 1 статьи 1", "проекта", "описка."},
		{"5-баптың 2-тармағы бойынша: мерзім аз.", "5-баптың 2-тармағы", "", "мерзім аз."},
		{"5-бап бойынша мерзім аз.", "5-бап", "", "5-бап бойынша мерзім аз."},
		{"По всему тексту: термин уточняется.", "всему тексту", "", "термин уточняется."},
		{"Часть населения не знает о советах.", "", "", ""},
		{"В 2024 году советы собирались редко.", "", "", ""},
		{"Проект разработан по поручению.", "", "", ""},
	} {
		n := ReadNote(&corpus.Source{Lines: []corpus.Line{{Text: c.line}}})
		if len(n.Reasons) == 0 {
			if c.lead != "" {
				t.Errorf("%s: not read", c.line)
			}
			continue
		}
		if r := n.Reasons[0]; r.Lead != c.lead || r.About != c.about || r.Text != c.text {
			t.Errorf("%s: %q, %q, %q", c.line, r.Lead, r.About, r.Text)
		}
	}
}

// Rows of tables name the provision in a cell; the last one is the reason.
func TestReadNoteTable(t *testing.T) {
	row := func(cells ...string) corpus.Line {
		l := corpus.Line{Table: 1}
		for _, c := range cells {
			l.Cells = append(l.Cells, corpus.Cell{Text: c})
		}
		return l
	}
	n := ReadNote(&corpus.Source{Lines: []corpus.Line{
		row("№", "Структурный элемент", "Обоснование"), row("1", "Пункт 2 статьи 5", "Срок мал."), row("2", "подпункт 4-1) статьи 6 (новый)", "прежняя", "новая", "Уточнение.")}})
	if len(n.Reasons) != 2 || n.Reasons[0].Text != "Срок мал." || n.Reasons[1].Text != "Уточнение." {
		t.Errorf("%+v", n.Reasons)
	}
}

func FuzzReadNote(f *testing.F) {
	for _, s := range []string{"По пункту 2 статьи 5: срок.", "5-бап бойынша", "1) В статье (новой) 7-1 – :", "статья статья 5 , и к", "По статье 5 Закона «О: советах»: а"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		n := ReadNote(&corpus.Source{Lines: []corpus.Line{{Text: a}, {Text: b}, {Cells: []corpus.Cell{{Text: a}, {Text: b}}}}})
		for _, r := range n.Reasons {
			if r.Lead == "" || len(r.Ref.Steps) == 0 && !r.Everywhere {
				t.Errorf("%+v", r)
			}
		}
	})
}

func BenchmarkReadNote(b *testing.B) {
	src := &corpus.Source{}
	for range 500 {
		src.Lines = append(src.Lines, corpus.Line{Text: "По подпункту 4-1) пункта 1 статьи 5: срок сокращается, потому что сведения запрашивают к заседанию."}, corpus.Line{Text: "Проект разработан по итогам обсуждения отчетов."})
	}
	for b.Loop() {
		ReadNote(src)
	}
}
