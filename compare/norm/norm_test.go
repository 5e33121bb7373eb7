package norm

import (
	"fmt"
	"strings"
	"testing"
)

func TestSubjects(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"В своей деятельности Общественный совет и его члены обязаны:", "obliged общественный совет, член общественного совета"},
		{"Обладатели информации, указанные в подпункте 1) статьи 8 настоящего Закона, обязаны иметь подразделение.", "obliged обладатель информации"},
		{"Уполномоченный орган по вопросам доступа к информации вправе запрашивать открытые данные.", "entitled уполномоченный орган"},
		{"Члены общественных советов не вправе разглашать сведения.", "not_entitled член общественного совета"},
		{"Центральные и местные исполнительные органы обязаны отвечать.", "obliged центральный и местный исполнительный орган"},
		{"На заседаниях президиума могут участвовать депутаты Парламента Республики Казахстан.", "may депутат парламента"},
		{"Устав некоммерческой организации должен предусматривать:", "obliged"},
		{"Имущество организации не может распределяться между членами.", "cannot"},
		{"Руководители государственных органов, руководители организаций обязаны принять меры.", "obliged руководитель государственного органа, руководитель организации"},
		{"Если совет не может собраться, председатель вправе перенести заседание.", "entitled председатель"},
		{"Ограничения на виды деятельности, которыми вправе заниматься организации, устанавливает закон.", ""},
		{"Создание таких объединений запрещается.", "forbidden"},
		{"Фонд обязан ежегодно публиковать отчёты и не вправе распределять доходы.", "obliged фонд; not_entitled фонд"},
		{"Физические и юридические лица имеют право обращаться в суд.", "entitled физическое и юридическое лицо"},
		{"Гражданин может обратиться в Общественный совет.", "may гражданин"},
		{"Президент Республики вправе наложить вето.", "entitled президент"},
		{"Совет Республики вправе наложить вето.", "entitled совет республики"},
		{"Органы внутренних дел обязаны сообщить.", "obliged орган внутренних дел"},
		{"Учреждение специальных судов не допускается.", "not_allowed"},
		{"Кандидаты не допускаются к конкурсу.", "not_allowed кандидат"},
		{"Во время исполнения полномочий Президент не может занимать должности.", "cannot президент"},
		{"Общество, учреждённое как некоммерческая организация, не может быть преобразовано.", "cannot общество"},
		{"Заинтересованными признаются члены органа, а также лица, которые могут влиять на решения.", "may лицо"},
		{"Организация может иметь объекты, за исключением имущества, которые по закону не могут принадлежать ей.", "may организация; cannot"},
		{"Высший орган управления (общее собрание, учредитель) – вправе принимать решения.", "entitled высший орган управления"},
		{"Собственник или землепользователь обязан предоставить право.", "obliged собственник, землепользователь"},
		{"Палата представителей вправе выразить недоверие.", "entitled палата представителей"},
		{"Кеңес мүшелері сұрау салуға құқылы.", "entitled"},
	} {
		lang := "ru"
		if strings.HasPrefix(c.text, "Кеңес") {
			lang = "kk"
		}
		read := Read(c.text, lang)
		var got []string
		for _, m := range read.Modals() {
			got = append(got, strings.TrimSpace(string(m.Kind)+" "+strings.Join(read.Subjects(m), ", ")))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestLeadAndAgents(t *testing.T) {
	if got := fmt.Sprint(Read("Местные исполнительные органы:", "ru").Lead()); got != "[местный исполнительный орган]" {
		t.Error(got)
	}
	if got := fmt.Sprint(Read("Порядок определяется уполномоченным органом по согласованию с министерством.", "ru").Agents()); got != "[уполномоченный орган]" {
		t.Error(got)
	}
	if got := fmt.Sprint(Read("в порядке, определяемом Правительством Республики Казахстан", "ru").Agents()); got != "[правительство]" {
		t.Error(got)
	}
}

func TestDeadlines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"в течение десяти рабочих дней со дня получения", "within 10 day working"},
		{"в течение 10 (десяти) рабочих дней", "within 10 day working"},
		{"в течение десяти (10) календарных дней", "within 10 day calendar"},
		{"не позднее чем за тридцать календарных дней до заседания", "before 30 day calendar"},
		{"не позднее 1 мая", "by 0    05-01"},
		{"ежегодно до 1 декабря предоставляют", "every 1 year ; by 0    12-01"},
		{"не реже двух раз в год информировать", "every 2 year"},
		{"один раз в три года", "every 1 year  /3"},
		{"в десятидневный срок", "within 10 day"},
		{"в 15-дневный срок", "within 15 day"},
		{"в месячный срок", "within 1 month"},
		{"в течение одного года", "within 1 year"},
		{"по истечении сорока пяти дней", "after 45 day"},
		{"за два месяца до окончания срока", "before 2 month"},
		{"до истечения года со дня регистрации", "within 1 year"},
		{"за три года работы", ""},
		{"до 1 января 2016 года", ""},
		{"незамедлительно сообщить", "at_once 0"},
		{"в течение двадцати одного рабочего дня", "within 21 day working"},
		{"в течение календарного года", "within 1 year calendar"},
		{"kk он жұмыс күні ішінде", "within 10 day working"},
		{"kk күнтізбелік жиырма бес күн ішінде", "within 25 day calendar"},
		{"kk жылына кемінде екі рет халыққа ақпарат беруге", "every 2 year"},
		{"kk жыл сайын 1 мамырдан кешіктірмей", "every 1 year ; by 0    05-01"},
	} {
		text, lang := c.text, "ru"
		if rest, ok := strings.CutPrefix(text, "kk "); ok {
			text, lang = rest, "kk"
		}
		var got []string
		for _, d := range Read(text, lang).Deadlines() {
			got = append(got, strings.TrimSpace(d.Key()))
		}
		if s, want := strings.Join(strings.Fields(strings.Join(got, ";")), " "), strings.Join(strings.Fields(strings.ReplaceAll(c.want, " ;", ";")), " "); strings.ReplaceAll(s, " ;", ";") != strings.ReplaceAll(want, "; ", ";") {
			t.Errorf("%s: got %q, want %q", c.text, s, want)
		}
	}
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"не менее десяти человек", "10 человек"},
		{"в составе 15 членов и трёх представителей", "15 член; 3 представител"},
		{"в пункте 3 статьи 5", ""},
		{"в течение десяти дней", ""},
		{"с 1 января 2016 года", ""},
		{"не свыше ста тысяч тенге", "100000 тенг"},
	} {
		var got []string
		for _, q := range Read(c.text, "ru").Quantities() {
			got = append(got, fmt.Sprint(q.N, " ", q.Of))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

// FuzzNorm holds that what is found lies in the text, in order.
func FuzzNorm(f *testing.F) {
	for _, s := range []string{
		"В своей деятельности Общественный совет и его члены обязаны в течение 10 (десяти) рабочих дней:",
		"Обладатели информации, указанные в подпункте 1) статьи 8, не вправе …", "если совет не может, председатель может", "до 1 мая; не позднее чем за тридцать дней",
		"в сорокапятидневный срок", "сто двадцать три тысячи пятьсот человек", "он жұмыс күні ішінде 1 мамырдан кешіктірмей", "и и (или) и", "000 10 10 десяти",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"ru", "kk"} {
			read := Read(s, lang)
			last := 0
			for _, m := range read.Modals() {
				if m.Lo < last || m.Hi <= m.Lo || m.Hi > len(s) {
					t.Errorf("modal %+v behind %d of %q", m, last, s)
				}
				last = m.Hi
				for _, who := range read.Subjects(m) {
					if who == "" {
						t.Errorf("an actor without a name in %q", s)
					}
				}
			}
			last = 0
			for _, d := range read.Deadlines() {
				if d.Hi <= d.Lo || d.Hi > len(s) || lang == "ru" && d.Lo < last {
					t.Errorf("deadline %+v behind %d of %q", d, last, s)
				}
				last = d.Hi
			}
			for _, q := range read.Quantities() {
				if q.Hi <= q.Lo || q.Hi > len(s) {
					t.Errorf("quantity %+v of %q", q, s)
				}
			}
			read.Lead()
			read.Agents()
		}
	})
}

func BenchmarkNorm(b *testing.B) {
	text := strings.Repeat("Обладатели информации, указанные в подпункте 1) статьи 8 настоящего Закона, обязаны в течение десяти рабочих дней предоставить ответ. ", 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read := Read(text, "ru")
		for _, m := range read.Modals() {
			read.Subjects(m)
		}
		read.Deadlines()
		read.Quantities()
	}
}
