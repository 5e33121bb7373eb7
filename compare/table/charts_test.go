package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"svod/compare/table/draw"
)

var nan = math.NaN()

// charts is a report with charts of every kind, as a study of councils has them.
func charts() *Report {
	regions := []string{"Акмолинская область", "Актюбинская область", "Алматинская область", "Атырауская область", "Восточно-Казахстанская область", "Жамбылская область",
		"Западно-Казахстанская область", "Карагандинская область", "Костанайская область", "Кызылординская область", "Мангистауская область", "Павлодарская область",
		"Северо-Казахстанская область", "Туркестанская область", "город Алматы", "город Нур-Султан"}
	asked := []string{"Положение о совете", "Состав совета", "План работы на год", "Протоколы заседаний", "Отчет о работе", "Рекомендации совета", "Ответы государственных органов на рекомендации",
		"Сведения об общественных слушаниях", "Сведения об общественном мониторинге", "Контакты секретариата", "Версия на казахском языке", "Обратная связь"}
	heat := &Chart{Kind: HeatMap, Caption: "Тепловая карта «совет × показатель»: доступность сведений на сайтах", Source: "сайты акиматов, обследование автора", Base: "n = 16 советов",
		Labels: regions, Legend: []string{"да – сведения опубликованы полностью", "частично – устарели или неполны", "нет – не найдены", "н.д. – сайт не открывался"}}
	states := []string{"да", "частично", "нет", "н.д."}
	for k, name := range asked {
		s := Series{Name: name}
		for i := range regions {
			n := (i*7 + k*k*3 + i*k) % 9
			n = []int{0, 0, 0, 1, 1, 2, 2, 0, 3}[n]
			s.Values = append(s.Values, []float64{1, 0.5, 0, nan}[n])
			s.Texts = append(s.Texts, states[n])
		}
		heat.Series = append(heat.Series, s)
	}
	rating := &Chart{Kind: Bars, Caption: "Рейтинг советов по индексу открытости", Base: "n = 16 советов", Source: "расчёт по сайтам акиматов", Labels: regions, Format: FormatPercent, Series: []Series{{Name: "Индекс"}}}
	for i := range regions {
		rating.Series[0].Values = append(rating.Series[0].Values, 0.913-0.0517*float64(i))
	}
	rating.Series[0].Values[15] = nan
	cells := func(vs ...float64) []float64 { return vs }
	return &Report{Title: "Открытость советов", Language: "ru", Points: true, Blocks: []Block{
		rating,
		&Chart{Kind: Bars, Caption: "Упоминания категорий по уровню совета", Base: "n = 41 отчет", Format: FormatDecimal, Labels: []string{"Общественный мониторинг и общественная экспертиза проектов нормативных правовых актов",
			"Слушания", "Рекомендации государственным органам", "Жалобы и обращения граждан"},
			Series: []Series{{Name: "Республиканский уровень", Values: cells(3.21, 1.04, 5.87, 0)}, {Name: "Областной уровень", Values: cells(1.92, 0.4, 4.11, nan)}, {Name: "Районный уровень", Values: cells(0.18, 0.37, 2.9, 1.25)}}},
		&Chart{Kind: Bars, Caption: "Изменение числа заседаний к предыдущему году", Labels: []string{"Акмолинская область", "Алматинская область", "Қостанай облысы", "Область Ұлытау"}, Series: []Series{{Values: cells(12, -7, 0, -1250)}}},
		&Chart{Kind: Stacked, Caption: "Исполнение рекомендаций советов", Base: "n = 1 204 рекомендации", Labels: []string{"Центральные органы", "Областные акиматы", "Районные акиматы", "Города"}, Format: FormatPercent,
			Series: []Series{{Name: "Приняты полностью", Values: cells(0.512, 0.431, 0.02, nan)}, {Name: "Приняты частично", Values: cells(0.203, 0.3, 0.03, nan)}, {Name: "Отклонены", Values: cells(0.025, 0.12, 0.9, nan)}, {Name: "Ответа нет", Values: cells(0.26, 0.149, 0.05, nan)}}},
		&Chart{Kind: Stacked, Caption: "Модальность норм пяти актов, число норм", Labels: []string{"Закон о государственном социальном заказе", "Закон об общественных советах", "Закон о некоммерческих организациях"},
			Series: []Series{{Name: "обязан", Values: cells(46, 120, 33)}, {Name: "вправе", Values: cells(21, 30, 51)}, {Name: "запрещено", Values: cells(2, 7, 15)}, {Name: "обеспечивает", Values: cells(9, 17, 1)}, {Name: "осуществляет", Values: cells(12, 47, 6)}, {Name: "не определена", Values: cells(1, 2, 1)}}},
		&Chart{Kind: Lines, Caption: "Динамика отчетов по годам", Base: "n = 41 отчет", Labels: []string{"2014", "2015", "2016", "2018", "2019", "2020"},
			Series: []Series{{Name: "Заседания", Values: cells(120, 145, 151, 170, 240, 233)}, {Name: "Рекомендации", Values: cells(80, 95, nan, 160, 231, 260)}, {Name: "Общественные слушания, проведенные советами всех уровней", Values: cells(12, 15, 17, 11, 25, 30)}}},
		heat,
		&Chart{Kind: HeatMap, Caption: "Сходство актов (Жаккар)", Labels: []string{"Закон о НКО", "Закон о ГСЗ", "Закон об ОС", "Закон о благотворительности", "ГК"}, Format: FormatDecimal,
			Series: []Series{{Name: "Закон о НКО", Values: cells(1, 0.21, 0.12, 0.08, 0.3)}, {Name: "Закон о ГСЗ", Values: cells(0.21, 1, 0.19, 0.14, 0.05)}, {Name: "Закон об ОС", Values: cells(0.12, 0.19, 1, 0.07, 0.02)}, {Name: "Закон о благотворительности", Values: cells(0.08, 0.14, 0.07, 1, nan)}, {Name: "ГК", Values: cells(0.3, 0.05, 0.02, nan, 1)}}},
		&Chart{Kind: Dots, Caption: "Заседания советов за год", Base: "n = 16 советов", Labels: regions, Series: []Series{{Name: "Заседания", Values: cells(4, 6, 12, 3, 7, nan, 5, 8, 10, 2, 4, 4, 9, 11, 21, 6)}}},
		&Chart{Kind: Dots, Caption: "Доля НПО в составе совета, два года", Format: FormatPercent, Labels: regions[:5], Series: []Series{{Name: "2019", Values: cells(0.4, 0.55, 0.61, 0.3, 0.44)}, {Name: "2021", Values: cells(0.5, 0.52, 0.7, nan, 0.6)}}},
		&Chart{Kind: Diverging, Caption: "Оценка взаимодействия с государственными органами", Base: "n = 1 200 опрошенных", Format: FormatPercent, Labels: []string{"Доступность информации на сайтах государственных органов", "Учет предложений НПО", "Государственный социальный заказ", "Работа общественного совета"},
			Series: []Series{{Name: "Совсем не удовлетворён", Values: cells(0.05, 0.2, 0.15, 0.02)}, {Name: "Скорее не удовлетворён", Values: cells(0.15, 0.3, 0.2, 0.08)}, {Name: "Затрудняюсь ответить", Values: cells(0.1, 0.1, 0.25, 0.4)}, {Name: "Скорее удовлетворён", Values: cells(0.4, 0.3, 0.25, 0.3)}, {Name: "Полностью удовлетворён", Values: cells(0.3, 0.1, 0.15, 0.2)}}},
	}}
}

// A chart of every kind draws the values that the tables have: each is written
// on it, letter by letter, in SVG.
func TestChartsSayTheirValues(t *testing.T) {
	r := charts()
	kinds := map[ChartKind]bool{}
	for i, c := range r.Charts() {
		kinds[c.Kind] = true
		svg := string(write(t, &Printer{Chart: i + 1}, "svg", r))
		p := &plot{c: c, w: r.words(), format: c.format()}
		for k := range c.Series {
			for n := range c.Labels {
				if v, ok := c.value(k, n); !ok && (c.Kind == Stacked || c.Kind == Diverging) || v == 0 && c.Kind == Stacked {
					continue // a part that is not there; a bar without any says «н.д.»
				}
				if want := ">" + escape(p.written(k, n)) + "</text>"; !strings.Contains(svg, want) {
					t.Errorf("%s: %s of %s is not written: %s", c.Caption, c.Series[k].Name, c.Labels[n], want)
				}
			}
		}
		if !strings.Contains(svg, escape(c.Base)) {
			t.Errorf("%s: the base is missing", c.Caption)
		}
	}
	for k := Bars; k <= Diverging; k++ {
		if !kinds[k] {
			t.Errorf("no chart of kind %d", k)
		}
	}
}

// Series, parts and shades differ in lightness or in hatch, so that they are
// told apart on a black-and-white printer.
func TestGray(t *testing.T) {
	apart := func(name string, n int, style func(k int) draw.Style) {
		for k := range n {
			for m := range k {
				a, b := style(k), style(m)
				if a.Hatch == b.Hatch && math.Abs(a.Fill.Light()-b.Fill.Light()) < 0.1 {
					t.Errorf("%s: %d and %d of %d look alike in print: %v, %v", name, m, k, n, a.Fill.Light(), b.Fill.Light())
				}
			}
		}
	}
	apart("bars", len(fills), fill)
	for n := 2; n <= 8; n++ {
		apart("stacked", n, func(k int) draw.Style { return stackFill(k, n) })
	}
	for n := 2; n <= 5; n++ {
		apart("answers", n, func(k int) draw.Style { return answerFill(k, n) })
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		want   []float64
	}{
		{0, 21, []float64{0, 5, 10, 15, 20, 25}},
		{0, 0.62, []float64{0, 0.2, 0.4, 0.6, 0.8}},
		{-7, 12, []float64{-10, -5, 0, 5, 10, 15}},
		{0, 1, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
	} {
		got := ticks(c.lo, c.hi, 5)
		if len(got) != len(c.want) {
			t.Errorf("ticks(%v, %v) = %v, want %v", c.lo, c.hi, got, c.want)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-9 {
				t.Errorf("ticks(%v, %v) = %v, want %v", c.lo, c.hi, got, c.want)
				break
			}
		}
	}
}

func TestMedian(t *testing.T) {
	c := &Chart{Labels: []string{"a", "b", "c", "d", "e"}, Series: []Series{{Values: []float64{4, nan, 1, 7, 2}}, {Values: []float64{nan}}}}
	if m, ok := c.median(0); !ok || m != 3 {
		t.Errorf("median %v", m)
	}
	if _, ok := c.median(1); ok {
		t.Error("a median of nothing")
	}
}

// A chart that is higher than a page goes on upon the next ones, all labels
// once and in order.
func TestPages(t *testing.T) {
	c := &Chart{Series: []Series{{}}}
	for i := range 120 {
		c.Labels = append(c.Labels, fmt.Sprintf("Совет № %d", i+1))
		c.Series[0].Values = append(c.Series[0].Values, float64(i))
	}
	pics := c.pages(languages["ru"], 9354, 13070)
	if len(pics) < 3 {
		t.Fatalf("%d pictures", len(pics))
	}
	var all bytes.Buffer
	for _, p := range pics {
		if p.H > 13070*p.W/9354/0.8 {
			t.Errorf("a picture %v high", p.H)
		}
		p.SVG(&all)
	}
	last := 0
	for _, l := range c.Labels {
		if n := strings.Count(all.String(), ">"+l+"</text>"); n != 1 {
			t.Errorf("%s stands %d times", l, n)
		}
		at := strings.Index(all.String(), ">"+l+"</text>")
		if at < last {
			t.Errorf("%s stands too early", l)
		}
		last = at
	}
}

func TestNoChart(t *testing.T) {
	var none *ChartError
	if err := Write(io.Discard, "svg", &Report{}); !errors.As(err, &none) || none.Have != 0 {
		t.Errorf("a report without charts: %v", err)
	}
	if err := (&Printer{Chart: 3}).Write(io.Discard, "png", rich()); !errors.As(err, &none) || none.Want != 3 || none.Have != 1 {
		t.Errorf("the third of one: %v", err)
	}
}

// TestLook writes the charts into files to look at, in the folder $SVOD_LOOK.
func TestLook(t *testing.T) {
	dir := os.Getenv("SVOD_LOOK")
	if dir == "" {
		t.Skip("SVOD_LOOK names no folder")
	}
	r := charts()
	save := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for i := range r.Charts() {
		for _, f := range Pictures() {
			save(fmt.Sprintf("chart-%02d.%s", i+1, f), write(t, &Printer{Chart: i + 1}, f, r))
		}
	}
	for _, f := range Formats() {
		save("charts."+f, write(t, &Printer{}, f, r))
	}
}
