package index

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/query"
	"svod/corpus/store"
)

func TestFiltered(t *testing.T) {
	list := []store.Entry{
		{ID: "a1", Meta: corpus.Meta{Title: "О советах", Type: "law", Number: "383-V ЗРК", Date: "2015-11-02", Language: "ru", Edition: "2021-01-03", Body: "Министерство юстиции"}},
		{ID: "a0", Meta: corpus.Meta{Title: "О советах", Type: "law", Number: "383-V ЗРК", Date: "2015-11-02", Language: "ru", Edition: "2019"}},
		{ID: "b1", Meta: corpus.Meta{Title: "Бюджетный кодекс", Type: "code", Date: "2008-12-04", Language: "kk"}, Attributes: map[string]string{"region": "Акмолинская", "балл": "7"}},
		{ID: "c1", Meta: corpus.Meta{Title: "Отчет", Type: "report", Language: "ru"}, Attributes: map[string]string{"регион": "Алматы", "год": "2016", "срок": "2021-05-01"}},
	}
	for in, want := range map[string]string{
		"вид:закон":                            "a1 a0",
		"type:law":                             "a1 a0",
		"түрі:заң":                             "a1 a0",
		"НЕ вид:закон":                         "b1 c1",
		"вид:законы,кодекс":                    "a1 a0 b1",
		"номер:383-V":                          "a1 a0",
		"дата:2015":                            "a1 a0",
		"дата:2015-12..":                       "",
		"дата:..2014":                          "b1",
		"дата:01.11.2015..2018":                "a1 a0",
		"редакция:2019-05":                     "a0", // known to the year: it may be
		"язык:казахский":                       "b1",
		"орган:юстиции":                        "a1",
		"название:совет":                       "a1 a0",
		"регион:акмолинской":                   "b1",
		"region:ал*":                           "c1",
		"год:2016":                             "c1",
		"год:2015..2016":                       "a1 a0 c1",
		"балл:5..8":                            "b1",
		"балл:8..":                             "",
		"действует:да":                         "a1 b1 c1",
		"действует:нет":                        "a0",
		"действует:2020":                       "a0 b1 c1",
		"вид:закон НЕ дата:2015":               "",
		"дата:2015-2016":                       "a1 a0",
		"дата:2014…2016":                       "a1 a0",
		`дата:"2 ноября 2015 года"`:            "a1 a0",
		`дата:"1 марта 2015 г. .. 1 дек 2015"`: "a1 a0",
		`дата:"2 мая 2015"`:                    "",
		"номер:383*":                           "a1 a0",
		"срок:2021":                            "c1",
		"срок:2021-06..":                       "",
		`дата:"2015 .. 2016"`:                  "a1 a0",
		"дата:2009..сегодня":                   "a1 a0",
		"действует:сегодня":                    "a1 b1 c1",
		"страна:РФ":                            "",
		"документ:советы":                      "a1 a0",
		"документ:советы@2019":                 "a0",
		"документ:383-V":                       "a1 a0",
		`документ:"о советах@2021",c1`:         "a1 c1",
	} {
		_, fs, err := query.Cut(in)
		if err != nil {
			t.Fatal(in, err)
		}
		today(fs)
		got, err := filtered(list, list, fs)
		var ids []string
		for _, e := range got {
			ids = append(ids, e.ID)
		}
		if s := strings.Join(ids, " "); err != nil || s != want {
			t.Errorf("%s: %s, %v, want %s", in, s, err, want)
		}
	}
	for in, want := range map[string]string{
		"цвет:красный":        "no-field цвет",
		"вид:роман":           "bad-value роман",
		"вид:закон,роман":     "bad-value роман",
		"дата:вчера":          "bad-date вчера",
		"дата:2015..вчера":    "bad-date вчера",
		"дата:вчера..2015":    "bad-date вчера",
		"балл:>7":             "comparison >7",
		"дата:2018..2015":     "reversed 2018..2015",
		`дата:" 2018..2015 "`: "reversed 2018..2015",
		"дата:..":             "bad-date ..",
		"язык:немецкий":       "bad-value немецкий",
		"страна:Бразилия":     "bad-value Бразилия",
		"действует:может":     "bad-value может",
	} {
		_, fs, _ := query.Cut(in)
		_, err := filtered(list, list, fs)
		var se *query.SyntaxError
		if !errors.As(err, &se) {
			t.Errorf("%s: %v, want %s", in, err, want)
			continue
		}
		// The caret stands under what is wrong.
		code, at, _ := strings.Cut(want, " ")
		if se.Code != code || !strings.HasPrefix(in[se.Offset:], at) {
			t.Errorf("%s: %s at %q, want %s", in, se.Code, in[se.Offset:], want)
		}
		if code == "no-field" && !slices.Contains(se.Args, "балл") {
			t.Errorf("%s: the attributes of the corpus are not among %q", in, se.Args)
		}
	}
}
