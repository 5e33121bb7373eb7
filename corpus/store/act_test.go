package store

import (
	"errors"
	"strings"
	"testing"

	"svod/corpus"
)

// entries are texts of four acts and two reports:
//
//	a1, a2  a law in two editions, which print no number
//	a3      its Kazakh text, known by the name of the file
//	b1, b2  a law whose number one edition prints
//	c1      a law of the same title and another number
//	d1      a code
//	r1, r2  reports of one title
var entries = []Entry{
	{ID: "a1", File: "rus-77_councils_ed-2019.md", Meta: corpus.Meta{Title: "Об общественных советах", Type: "law", Jurisdiction: "KZ", Language: "ru", Edition: "2019-01-21"}},
	{ID: "a2", File: "rus-77_councils_ed-2021.md", Meta: corpus.Meta{Title: "Об  общественных советах", Type: "law", Jurisdiction: "KZ", Language: "ru", Edition: "2021-01-03"}},
	{ID: "a3", File: "kaz-77_councils_ed-2019.md", Meta: corpus.Meta{Title: "Қоғамдық кеңестер туралы", Type: "law", Jurisdiction: "KZ", Language: "kk", Edition: "2019-01-21"}},
	{ID: "b1", File: "b1.docx", Meta: corpus.Meta{Title: "О государственном заказе", Type: "law", Number: "36-III", Date: "2005-04-12", Language: "ru", Edition: "2005"}},
	{ID: "b2", File: "b2.docx", Meta: corpus.Meta{Title: "О государственном заказе", Type: "law", Language: "ru", Edition: "2022-07"}},
	{ID: "c1", File: "c1.docx", Meta: corpus.Meta{Title: "Об изменениях", Type: "law", Number: "№ 5-VI", Date: "2016-01-10", Language: "ru"}},
	{ID: "c2", File: "c2.docx", Meta: corpus.Meta{Title: "Об изменениях", Type: "law", Number: "9-VI", Date: "2017-01-10", Language: "ru"}},
	{ID: "c3", File: "c3.docx", Meta: corpus.Meta{Title: "Об изменениях", Type: "law", Language: "ru"}},
	{ID: "d1", File: "d1.docx", Meta: corpus.Meta{Title: "О налогах и других платежах в бюджет (Налоговый кодекс)", Type: "code", Jurisdiction: "KZ", Language: "ru", Date: "2025-07-18"}},
	{ID: "r1", File: "otchet_2021.pdf", Meta: corpus.Meta{Title: "Отчет о деятельности совета", Type: "report", Language: "ru", Edition: "2021"}},
	{ID: "r2", File: "otchet_2022.pdf", Meta: corpus.Meta{Title: "Отчет о деятельности совета", Type: "report", Language: "ru", Edition: "2022"}},
}

func ids(list []Entry) string {
	var s []string
	for _, e := range list {
		s = append(s, e.ID)
	}
	return strings.Join(s, " ")
}

func TestActs(t *testing.T) {
	var got []string
	for _, a := range Acts(entries) {
		got = append(got, ids(a))
	}
	// c3 may be a text of either law and so is of none.
	want := "a2 a1 a3 | b2 b1 | c1 | c2 | c3 | d1 | r1 | r2"
	if s := strings.Join(got, " | "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestInForce(t *testing.T) {
	for at, want := range map[string]string{
		"2018":       "b1 c1 c2 c3",
		"2020-05-01": "a1 a3 b1 c1 c2 c3",
		"2021":       "a2 a3 b1 c1 c2 c3 r1",
		"2021-01-02": "a1 a3 b1 c1 c2 c3 r1",
		"2022-07-15": "a2 a3 b2 c1 c2 c3 r1 r2",
		"":           ids(entries),
	} {
		if got := ids(InForce(entries, at)); got != want {
			t.Errorf("%s: got %s, want %s", at, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct{ name, at, want, others string }{
		{"об общественных советах", "", "a2", "a1 a3"},
		{"общественные советы", "", "a2", "a1 a3"},
		{"закона РК об общественных советах", "", "a2", "a1 a3"},
		{"общественные советы@2019", "", "a1", "a2 a3"},
		{"общественные советы@2021-01", "", "a2", "a1 a3"},
		{"общественные советы:kk", "", "a3", "a2 a1"},
		{"общественные советы@2019:kk", "", "a3", "a2 a1"},
		{"общественные советы:kk@2019", "", "a3", "a2 a1"},
		{"общественные советы", "2020-01-01", "a1", "a2 a3"},
		{"қоғамдық кеңестер", "", "a3", "a2 a1"},
		{"36-III", "", "b1", "b2"},
		{"№ 36-iii", "", "b1", "b2"},
		{"госзаказ", "", "b2", "b1"},
		{"закон о гос. заказе", "", "b2", "b1"},
		{"закон об ОС", "", "a2", "a1 a3"},
		{"НК РК", "", "d1", ""},
		{"НК РФ", "", "", ""},
		{"об общественных советах в редакции 2019 года", "", "a1", "a2 a3"},
		{"общественные советы 2021", "", "a2", "a1 a3"},
		{"отчет 2022", "", "r2", ""},
		{"кодекс РК от 18 июля 2025 года", "", "d1", ""},
		{"кодекс РК от 18.07.2024 г.", "", "", ""},
		{"Закон РК от 12 апреля 2005 года № 36-III «О государственном заказе»", "", "b2", "b1"},
		{"закон № 5-VI", "", "c1", ""},
		{"закон № 99-VI об изменениях", "", "c3", ""},
		{"госкомиссия", "", "", ""},
		{"Налоговый кодекс", "", "d1", ""},
		{"кодекс РК о налогах", "", "d1", ""},
		{"d1.docx", "", "d1", ""},
		{"закон", "", "", ""},
		{"5-VI", "", "c1", ""},
		{"Об изменениях", "", "c1 c2 c3", "?"},
		{"Об изменениях@2016", "", "c1", ""},
		{"общественные советы@1999", "", "", ""},
		{"", "", "", ""},
	} {
		f, err := Lookup(entries, c.name, c.at)
		var many *AmbiguousError
		got, others := f.Entry.ID, ids(f.Others)
		switch {
		case errors.As(err, &many):
			got, others = ids(many.Candidates), "?"
		case errors.Is(err, ErrNotFound):
		case err != nil:
			t.Fatal(err)
		}
		if got != c.want || others != c.others {
			t.Errorf("%q at %q: %s (%s), want %s (%s)", c.name, c.at, got, others, c.want, c.others)
		}
	}
}

func TestOutcomes(t *testing.T) {
	s := open(t)
	kk := func(d *corpus.Document) { d.Meta.Language = "kk" }
	if a := add(t, s, "rus-77_x_ed-2019.md", law("О советах", 2), nil); a.Outcome != OutcomeAdded {
		t.Error(a.Outcome)
	}
	if a := add(t, s, "rus-77_x_ed-2021.md", law("О советах", 3), nil); a.Outcome != OutcomeEdition || len(a.Others) != 1 {
		t.Error(a.Outcome, a.Others)
	}
	if a := add(t, s, "kaz-77_x_ed-2021.md", law("Кеңестер туралы", 3), kk); a.Outcome != OutcomeLanguage || len(a.Others) != 2 {
		t.Error(a.Outcome, a.Others)
	}
	if a := add(t, s, "other.md", law("О других советах", 3), nil); a.Outcome != OutcomeAdded {
		t.Error(a.Outcome, a.Others)
	}
}

func TestFileKey(t *testing.T) {
	for name, want := range map[string]string{
		"rus-95138_public-councils_ed-2019.md": "95138 public councils",
		"kaz-95138_public-councils_ed-2021.md": "95138 public councils",
		"Z1500000383.25-08-2025.rus.docx":      "z1500000383",
		"z1500000383.01-01-2020.kaz.docx":      "z1500000383",
		"отчет.docx":                           "",
		"otchet_2021.pdf":                      "",
		"закон № 12 (ред. 2020).txt":           "закон 12",
	} {
		if got := fileKey(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestNamesAct(t *testing.T) {
	for s, want := range map[string]bool{
		"закона о недрах": true, "Правил перевозок": true, "УК РК": true, "ук рк": true, "НК": true, "№ 5-VI": true, "ФЗ": true,
		"Заңның": true, "кодекса": true, "от 12 января 2016 года": true,
		"договор": false, "аренда": false, "": false, "нк": false, "годовой отчет": false, "отчета": false,
	} {
		if NamesAct(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func TestNearest(t *testing.T) {
	for s, want := range map[string]string{
		"закона об обшественных советах":  "a2",
		"закона о гасударственном заказе": "b2",
		"закона о недрах":                 "",
		"налоговый кодекс РФ":             "d1",
		"закона № 36-VI о заказе":         "b2",
	} {
		if got := ids(Nearest(entries, s, 2)); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestGeneric(t *testing.T) {
	for s, want := range map[string]string{
		"закона": "a1 a2 a3 b1 b2 c1 c2 c3 d1", "закона РК": "a1 a2 a3 b1 b2 c1 c2 c3 d1", "настоящего Кодекса": "d1", "закона о советах": "", "": "", "закона 2016 года": "",
		"кодекса РФ": "",
	} {
		if got := ids(Generic(entries, s)); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// Whatever is typed for a name, it is read to the end, and a name that fits an
// act names one.
func FuzzName(f *testing.F) {
	for _, s := range []string{"НК РК", "закон о гос. заказе", "ФЗ-59", "№ 8С 37/8", "от 12 апреля 2005 года № 36-III", "2005 жылғы 12 сәуірдегі № 36-III",
		"в ред. от 21.01.2019", "(2021)", "№", "N ", "гос", "н", "\xff\xfe", "закон о 2019 г.", "59 - фз"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range Match(entries, s) {
			if strings.TrimSpace(s) == "" {
				t.Errorf("%q names %s", s, e.ID)
			}
		}
		if len(Nearest(entries, s, 2)) > 2 {
			t.Error("too many")
		}
		Generic(entries, s)
		NamesAct(s)
	})
}
