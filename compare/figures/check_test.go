package figures

import (
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		holds int
		want  string // findings
	}{
		{"a total and its parts in one row", []string{"Всего\tМужчин\tЖенщин", "145\t52\t93"}, 1, ""},
		{"men and women are all", []string{"Всего\tМужчин\tЖенщин", "145\t52\t13"}, 0, "сумма 65 ≠ 145 (−80): неполнота или ошибка"},
		{"a row whose groups overlap", []string{
			"Количество получателей всего\tДети (в том числе сироты)\tСлужащие\tПредставители НПО\tДругие категории", "80\t7\t40\t50\t-"}, 0,
			"сумма 97 ≠ 80 (+17): двойной учёт или ошибка"},
		{"a group that holds the total", []string{"Участников всего\t8-12 лет\t13-16 лет\t17-22 года\t23 года и выше", "60\t10\t20\t30\t60"}, 0,
			"сумма 120 ≠ 60 (+60): двойной учёт или ошибка; в графе «23 года и выше» стоит 60, то же число, что «Участников всего»; без неё сумма 60 = 60"},
		{"behind the parts stands something else", []string{"Всего участников\tМужчин\tЖенщин\tСертификатов выдано", "60\t25\t35\t60"}, 1, ""},
		{"of another kind, greater than the total", []string{"Всего мероприятий\tУчастников\tПубликаций", "4\t120\t7"}, 0, ""},
		{"those of whom need not make up the total", []string{"Всего\tиз них женщин\tиз них молодежи", "100\t60\t70"}, 0, ""},
		{"a total below", []string{"Мероприятие\tУчастников", "Семинар\t36", "Тренинг\t56", "Форум\t14", "ИТОГО\t116"}, 0,
			"сумма 106 ≠ 116 (−10): неполнота или ошибка"},
		{"totals of sections and of all", []string{"Мероприятие\tУчастников\tЧасов", "Семинар\t36\t4", "Тренинг\t56\t6", "Итого\t92\t10", "Форум\t14\t2", "Лекция\t6\t3", "Итого\t20\t5", "Всего\t112\t15"}, 6, ""},
		{"one wrong column among right ones", []string{"Регион\tМужчин\tЖенщин\tВсего", "Север\t10\t20\t30", "Юг\t5\t6\t11", "Запад\t7\t8\t16", "Итого\t22\t34\t57"}, 5,
			"сумма 15 ≠ 16 (−1): неполнота или ошибка; сумма 56 ≠ 57 (−1): неполнота или ошибка"},
		{"numbered rows", []string{"№\tЗатраты\tПлан, тыс. тенге\tФакт, тыс. тенге", "1\tМатериалы, всего\t300,5\t310,1", "1.1\tсырье\t200,2\t210,0", "1.2\tтопливо\t100,3\t100,1",
			"2\tОплата труда, всего\t50\t60", "2.1\tзаработная плата\t40\t47", "2.2\tналог\t10\t10"}, 3, "сумма 57 ≠ 60 (−3): неполнота или ошибка"},
		{"rounding", []string{"Статья\tСумма, млн", "А\t10,3", "Б\t20,3", "В\t30,3", "Итого\t61,0"}, 1, ""},
		{"overlapping kinds below a total are no parts", []string{"Преступления\tВсего\tРаскрыто", "ВСЕГО ПРЕСТУПЛЕНИЙ\t500\t300", "кражи\t300\t200", "тяжкие\t250\t170", "в группе\t90\t60"}, 0, ""},
		{"years, numbers of rows and codes are no numbers", []string{"№\tКод\tГод\tИтого", "1\t101\t2019\t5", "2\t102\t2020\t6", "3\t103\t2021\t7"}, 0, ""},
		{"averages", []string{"Показатель\tСредняя оценка", "А\t4,5", "Б\t4,1", "Итого\t4,3"}, 0, ""},
		{"shares of the total", []string{"Ответ\tЧисло\tДоля, %", "да\t50\t50,0", "нет\t30\t30,0", "не знаю\t15\t15,0", "отказ\t5\t6,5", "Всего\t100\t100"}, 4,
			"5 от 100 – это 5,0 %, указано 6,5 % (−1,5 п. п.)"},
		{"one figure in two tables", []string{"Получателей услуг всего\tМужчин\tЖенщин", "145\t52\t93", "по возрасту", "Получателей услуг всего\tдо 30 лет\tот 30 лет", "150\t50\t100"}, 2,
			"показатель дан дважды: 145 и 150 (−5); проверьте, об одном ли показателе речь"},
		{"a figure in text and in a table", []string{"Проведены семинары с охватом 146 чел.", "Участников всего\tМужчин\tЖенщин", "145\t52\t93"}, 1,
			"в таблице 145, в тексте 146 (−1); проверьте, об одном ли показателе речь"},
		{"shares in text", []string{"Обучено 52 из 145 участников (35,9 %). Из 40 членов 10 женщин (20 %)."}, 1, "10 от 40 – это 25,0 %, указано 20,0 % (+5,0 п. п.)"},
		{"a cell with several numbers can't be added", []string{"Мероприятие\tУчастников", "А\t12, 14", "Б\t10", "Итого\t30"}, 0, ""},
		{"not known is not zero", []string{"Мероприятие\tУчастников", "А\tн.д.", "Б\t10", "В\t5", "Итого\t30"}, 0, ""},
		{"Kazakh", []string{"Барлығы\tЕрлер\tӘйелдер", "40\t15\t20"}, 0, "сома 35 ≠ 40 (−5): толымсыздық немесе қате"},
	} {
		d := document(c.lines...)
		lang := "ru"
		if c.name == "Kazakh" {
			lang = "kk"
		}
		checked := Check([]*corpus.Document{d})
		var got []string
		for i := range checked.Findings {
			f := &checked.Findings[i]
			got = append(got, f.Message(lang))
			if f.Whole.Line == 0 || f.Whole.Text == "" {
				t.Errorf("%s: a finding without a place: %+v", c.name, f)
			}
		}
		if s := strings.ReplaceAll(strings.Join(got, "; "), "\u00a0", " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
		if len(checked.Holds) != c.holds {
			t.Errorf("%s: %d hold, want %d: %+v", c.name, len(checked.Holds), c.holds, checked.Holds)
		}
	}
}

// A sum that is said to hold holds, and one that fails fails, by the numbers
// given with it.
func FuzzCheck(f *testing.F) {
	f.Add("Всего\tМужчин\tЖенщин\n145\t52\t93")
	f.Add("№\tА\tБ\n1\t1,5\t2\n1.1\t1\t1\n1.2\t0,5\t1\nИтого\t3\t4")
	f.Add("Ответ\tЧисло\tДоля, %\nда\t5\t50\nнет\t5\t50\nВсего\t10\t100")
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
		for i, l := range lines {
			if strings.Trim(l, " \t\v\f\u0085\u00a0") == "" {
				lines[i] = "x"
			}
		}
		c := Check([]*corpus.Document{document(lines...)})
		for _, h := range c.Holds {
			if h.Rounded || h.Code != FindingAcross && h.Code != FindingDown {
				continue
			}
			sum := 0.0
			for _, p := range h.Parts {
				sum += p.Value
			}
			if d := sum - h.Whole.Value; d > 1e-6*(1+sum) || -d > 1e-6*(1+sum) {
				t.Fatalf("%q: %+v", s, h)
			}
		}
		for i := range c.Findings {
			if f := &c.Findings[i]; f.Difference() == 0 && f.Code != FindingShare {
				t.Fatalf("%q: %+v", s, f)
			}
		}
		c.Report("ru")
	})
}

func BenchmarkCheck(b *testing.B) {
	lines := []string{"Регион\tМужчин\tЖенщин\tВсего"}
	for i := range 500 {
		lines = append(lines, fmt.Sprintf("Регион %c\t%d\t%d\t%d", 'А'+rune(i%30), i, 2*i, 3*i))
	}
	d := document(lines...)
	for b.Loop() {
		Check([]*corpus.Document{d})
	}
}
