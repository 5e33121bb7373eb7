package bodies

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"svod/compare/sheet"
)

// sheetOf numbers rows as a spreadsheet does.
func sheetOf(rows [][]string) []sheet.Row {
	var out []sheet.Row
	for i, r := range rows {
		out = append(out, sheet.Row{N: i + 1, Cells: r})
	}
	return out
}

func count(bs []*Body, l Level) int {
	n := 0
	for _, b := range bs {
		if b.Level == l {
			n++
		}
	}
	return n
}

// 14 regions and 2 cities before 19 June 2018, then Shymkent, then three more
// regions on 8 June 2022.
func TestRegionsOfKazakhstan(t *testing.T) {
	r := Kazakhstan()
	for date, want := range map[string]int{"2015-01-01": 16, "2018-06-18": 16, "2018-06-19": 17, "2022-06-07": 17, "2022-06-08": 20, "": 20} {
		if got := count(r.At(date), Regional); got != want {
			t.Errorf("%d regions on %q, want %d", got, date, want)
		}
	}
	names := map[string][]string{"astana": {"2018-01-01 город Астана", "2020-01-01 город Нур-Султан", "2023-01-01 город Астана"},
		"turkestan": {"2017-05-01 Южно-Казахстанская область", "2018-06-19 Туркестанская область"}}
	for id, ns := range names {
		for _, n := range ns {
			if got := r.find(id).NameAt(n[:10], "ru"); got != n[11:] {
				t.Errorf("%s on %s: %q, want %q", id, n[:10], got, n[11:])
			}
		}
	}
	if got := r.find("turkestan").NameAt("2017-01-01", "kk"); got != "Оңтүстік Қазақстан облысы" {
		t.Errorf("in Kazakh: %q", got)
	}
}

func TestLoad(t *testing.T) {
	rows := [][]string{
		{"код", "уровень", "Название", "название_каз", "варианты", "прежние_названия", "с", "по", "проверить", "вид_совета"},
		{"se", "областной", "Северная область", "Солтүстік облысы", "Северная | СО", "Полярная область / Поляр облысы (2001–2010-05-01)", "2001", "", "да", "общественный совет|совет по НПО"},
		{},
		{"", "республиканский", "Министерство культуры"},
	}
	r, err := Load("реестр.csv", sheetOf(rows))
	if err != nil {
		t.Fatal(err)
	}
	b := r.Bodies[0]
	if b.Level != Regional || !b.Check || !slices.Equal(b.Aliases, []string{"Северная", "СО"}) || b.NameAt("2005", "kk") != "Поляр облысы" ||
		b.NameAt("2011-01-01", "ru") != "Северная область" || !b.Has("вид_совета", "Совет по НПО") || b.Has("вид_совета", "иной") || !b.Has("сайт", "есть") {
		t.Errorf("%+v", b)
	}
	if c := r.Bodies[1]; c.Level != Central || c.ID != "Министерство культуры" {
		t.Errorf("%+v", c)
	}
}

func TestLoadErrors(t *testing.T) {
	head := []string{"код", "уровень", "название", "с", "по"}
	for _, c := range []struct {
		code string
		line int
		rows [][]string
	}{
		{"empty", 1, nil},
		{"empty", 1, [][]string{head}},
		{"columns", 1, [][]string{{"код", "название"}, {"a", "b"}}},
		{"name", 2, [][]string{head, {"a", "областной", ""}}},
		{"value", 3, [][]string{head, {"a", "областной", "А"}, {"b", "сельский", "Б"}}},
		{"id", 3, [][]string{head, {"a", "областной", "А"}, {"a", "областной", "Б"}}},
		{"date", 2, [][]string{head, {"a", "областной", "А", "19.06.2018"}}},
		{"dates", 2, [][]string{head, {"a", "областной", "А", "2020-01-01", "2019-01-01"}}},
	} {
		_, err := Load("r.csv", sheetOf(c.rows))
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || e.Line != c.line {
			t.Errorf("%v: %v, want %s in line %d", c.rows, err, c.code, c.line)
		}
	}
	for text, code := range map[string]string{"bodies: [{lvl: 1}]": "field", "bodies: [": "yaml", "register: x": "empty", "\xff": "encoding",
		"bodies: *x": "alias", "bodies: " + strings.Repeat("[", 5000): "too-deep"} {
		_, err := LoadYAML("r.yaml", []byte(text))
		var e *Error
		if !errors.As(err, &e) || e.Code != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
}

func FuzzLoadYAML(f *testing.F) {
	f.Add("register: x\nbodies:\n  - {id: a, level: областной, name: А, former: [{name: Б, to: 2018}]}")
	f.Add("bodies: [{level: !!binary")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := LoadYAML("r.yaml", []byte(text))
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%T %v", err, err)
		}
		if err == nil {
			for _, b := range r.Bodies {
				b.NameAt("2018-06-19", "kk")
			}
			newMatcher(r).find(text)
		}
	})
}
