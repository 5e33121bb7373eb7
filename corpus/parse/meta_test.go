package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
)

// metaLine is what a document says about itself, on one line.
func metaLine(m corpus.Meta) string {
	edition := m.Edition
	if edition != "" {
		edition += " " + m.Origin["edition"]
	}
	return strings.Join([]string{m.Type, m.Number, m.Date, edition, m.Jurisdiction, m.Language, m.Body, m.Title}, " | ")
}

// TestMeta checks heads that we made up after those of real acts.
func TestMeta(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"law of Kazakhstan as adilet prints it", "# О садах\nЗакон Республики Казахстан от 2 ноября 2015 года № 383-V ЗРК.\nНастоящий Закон регулирует отношения.\nСтатья 1. Цель\nСады открыты.",
			"law | 383-V | 2015-11-02 |  | KZ | ru |  | О садах"},
		{"law of Kazakhstan in Kazakh", "# Бақтар туралы\nҚазақстан Республикасының 2015 жылғы 2 қарашадағы № 383-V ҚРЗ Заңы.\nОсы Заң қоғамдық қатынастарды реттейді.\n1-бап. Мақсат\nБақтар ашық.",
			"law | 383-V | 2015-11-02 |  | KZ | kk |  | Бақтар туралы"},
		{"order with registration", "Об утверждении Правил ухода за садами\nПриказ Министра садов Республики Казахстан от 17 марта 2015 года № 212. Зарегистрирован в Министерстве юстиции Республики Казахстан 22 апреля 2015 года № 10467.\nПРИКАЗЫВАЮ:\n1. Утвердить прилагаемые Правила.\n2. Настоящий приказ вводится в действие с 1 мая 2015 года.",
			"order | 212 | 2015-03-17 |  | KZ | ru | Министра садов Республики Казахстан | Об утверждении Правил ухода за садами"},
		{"order of a ministry with letters in its number", "О садах\nПриказ Министра садов Республики Казахстан от 5 мая 2020 года № ҚР ДСМ-12/2020.\nПРИКАЗЫВАЮ:\n1. Открыть сады.",
			"order | ҚР ДСМ-12/2020 | 2020-05-05 |  | KZ | ru | Министра садов Республики Казахстан | О садах"},
		{"amending decision prints no number of its own", "О внесении изменений в решение Садового районного маслихата\nот 18 декабря 2025 года № 8С 34/15 «О бюджете сада на 2026-2028 годы»\nСадовый районный маслихат РЕШИЛ:\n1. Внести изменения.\n2. Настоящее решение вводится в действие с 1 января 2026 года.",
			"decision |  |  |  |  | ru | Садовый районный маслихат | О внесении изменений в решение Садового районного маслихата от 18 декабря 2025 года № 8С 34/15 «О бюджете сада на 2026-2028 годы»"},
		{"decision with a number of two parts", "О бюджете сада\nРешение Садового районного маслихата Северной области от 25 декабря 2020 года № 60/2\nВ соответствии с законом, Садовый районный маслихат РЕШИЛ:\n1. Утвердить бюджет.",
			"decision | 60/2 | 2020-12-25 |  |  | ru | Садового районного маслихата Северной области | О бюджете сада"},
		{"decree", "О дне сада\nУказ Президента Республики Казахстан от 3 мая 2019 года № 15.\nПОСТАНОВЛЯЮ:\n1. Праздновать день сада.",
			"decree | 15 | 2019-05-03 |  | KZ | ru | Президента Республики Казахстан | О дне сада"},
		{"federal law: the day of signing, not of adoption", "РОССИЙСКАЯ ФЕДЕРАЦИЯ\nФЕДЕРАЛЬНЫЙ ЗАКОН\nО садах\nПринят Государственной Думой 8 июля 2006 года\nОдобрен Советом Федерации 14 июля 2006 года\nСтатья 1. Цель\nСады открыты.\nПрезидент Российской Федерации В. Иванов\nМосква, Кремль\n27 июля 2006 года\n№ 149-ФЗ",
			"law | 149-ФЗ | 2006-07-27 |  | RU | ru |  | О садах"},
		{"federal law in one line", "Федеральный закон Российской Федерации от 27 июля 2006 г. N 149-ФЗ О садах и дворах\nОпубликовано 29 июля 2006 г.\nСтатья 1. Цель\nСады открыты.",
			"law | 149-ФЗ | 2006-07-27 |  | RU | ru |  | О садах и дворах"},
		{"law of Kyrgyzstan", "САДОВЫЙ КОДЕКС КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 2 июня 1999 года № 45\n(В редакции Законов КР от 28 декабря 2000 года № 93, 4 января 2001 года № 2)\n(Введен в действие Законом КР от 2 июня 1999 года № 46)\nСтатья 1. Цель\nСады открыты.",
			"code | 45 | 1999-06-02 | 2001-01-04 notes | KG | ru |  | САДОВЫЙ КОДЕКС КЫРГЫЗСКОЙ РЕСПУБЛИКИ"},
		{"law of Kyrgyzstan under its place", "г. Бишкек, от 2 июня 1999 года № 45\nЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО садах\nСтатья 1. Цель\nСады открыты.",
			"law | 45 | 1999-06-02 |  | KG | ru |  | О садах"},
		{"law of Belarus", "ЗАКОН РЕСПУБЛИКИ БЕЛАРУСЬ\n15 марта 1994 г. № 2875-XІІ\nО садах\nСтатья 1. Цель\nСады открыты.",
			"law | 2875-XІІ | 1994-03-15 |  | BY | ru |  | О садах"},
		{"edition as of", "О садах\nЗакон Республики Казахстан от 2 ноября 2015 года № 383-V\n(с изменениями и дополнениями по состоянию на 08.06.2024 г.)\nСтатья 1. Цель\nСады открыты.",
			"law | 383-V | 2015-11-02 | 2024-06-08 text | KZ | ru |  | О садах"},
		{"ratification", "О ратификации Соглашения о садах\nРатифицировать Соглашение о садах, совершенное в Астане 28 февраля 2025 года.\nПрезидент\nРеспублики Казахстан\nК. ИВАНОВ",
			"law |  |  |  | KZ | ru |  | О ратификации Соглашения о садах"},
		{"letter-spaced regional resolution", "ПРАВИТЕЛЬСТВО СЕВЕРНОЙ ОБЛАСТИ\nП О С Т А Н О В Л Е Н И Е\nот 21.12.2015 № 571-п\nг. Северный\nО садах\nПравительство области п о с т а н о в л я е т:\n1. Открыть сады.",
			"resolution | 571-п | 2015-12-21 |  |  | ru | Правительство области | О садах"},
		{"report of a council", "# Отчёт о деятельности Общественного совета города Садовый за 2019 год\nСовет провёл пять заседаний.",
			"report |  | 2019 |  |  | ru | Общественного совета города Садовый | Отчёт о деятельности Общественного совета города Садовый за 2019 год"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := Parse(read("act.txt", c.text))
			if got := metaLine(d.Meta); got != c.want {
				t.Errorf("got  %s\nwant %s\n%s", got, c.want, dump(d.Root))
			}
			for _, f := range []string{"title", "type", "number", "date", "body", "jurisdiction", "language", "edition"} {
				if d.Meta.Origin[f] == "" {
					t.Errorf("%s has no origin", f)
				}
			}
		})
	}
}

func TestEditionOfName(t *testing.T) {
	for name, want := range map[string]string{
		"z1100000413.25-08-2025.rus (1).docx":       "2025-08-25",
		"rus-95138_public-councils_ed-2021.md":      "2021",
		"00_1993-edition.txt":                       "1993",
		"14_21.07.2014.txt":                         "2014-07-21",
		"КОДЕКС О САДАХ ОТ 20.06.2003 № 442-II.doc": "",
		"Закон (редакция 2019-05-03).docx":          "2019-05-03",
		"Семейный кодекс Кыргызской Республики.txt": "",
		"102038209.html":                            "",
		"redline_2020.docx":                         "",
	} {
		if got := editionOfName(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestRealMeta compares the meta data of the real acts with a list that was
// checked by hand, testdata/meta.golden; documents that are not here are skipped.
func TestRealMeta(t *testing.T) {
	const golden = "testdata/meta.golden"
	dir := filepath.Join(dataDir(t), "acts")
	data, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(data)) {
		file, meta, _ := strings.Cut(strings.TrimSpace(line), ": ")
		want[file] = meta
	}
	if *update {
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*"))
		deep, _ := filepath.Glob(filepath.Join(dir, "*", "*", "*"))
		var b strings.Builder
		for _, f := range append(files, deep...) {
			if isDir(f) {
				continue
			}
			if src, err := extract.File(t.Context(), f); err == nil {
				d, _ := Parse(src)
				fmt.Fprintf(&b, "%s: %s\n", filepath.ToSlash(f[len(dir)+1:]), metaLine(d.Meta))
			}
		}
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for file, meta := range want {
		t.Run(file, func(t *testing.T) {
			d, _ := Parse(realSource(t, filepath.Join(dir, filepath.FromSlash(file))))
			if got := strings.TrimSpace(metaLine(d.Meta)); got != meta {
				t.Errorf("got  %s\nwant %s", got, meta)
			}
		})
	}
}
