package content

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"svod/compare/norm"
	"svod/compare/table"
	"svod/corpus"
)

const councils = `# Об общественных советах

Настоящий Закон определяет статус советов.

### Статья 1. Основные понятия

В настоящем Законе используются следующие основные понятия:

1) общественный контроль – деятельность общественных советов, направленная на защиту общественных интересов;

2) уполномоченный орган в сфере общественного контроля (далее – уполномоченный орган) – центральный исполнительный орган, который руководит этой сферой;

3) общественная палата – собрание представителей общественных советов.

### Статья 2. Права и обязанности

1. Общественный совет и его члены обязаны:

1) ежегодно публиковать отчёт о своей деятельности;

2) отвечать на запросы граждан в течение десяти рабочих дней.

2. Члены общественных советов вправе запрашивать сведения у государственных органов в соответствии с Законом Республики Казахстан «О доступе к информации».

3. Членам совета не допускается разглашать сведения, полученные на заседаниях. Устав совета должен предусматривать порядок, указанный в пункте 1 статьи 2 настоящего Закона.

4. исключён Законом РК от 03.01.2021 № 406-VI.

### Статья 3. Уполномоченный орган

Уполномоченный орган:

1) утверждает правила общественного контроля;

2) до 1 мая представляет доклад.
`

const access = `# О доступе к информации

### Статья 1. Основные понятия

В настоящем Законе используются следующие основные понятия:

1) общественный контроль – деятельность граждан, направленная на защиту общественных интересов;

2) уполномоченный орган в области доступа к информации – центральный исполнительный орган;

3) общественный контроль неправительственных организаций – участие организаций в управлении.

### Статья 2. Запросы

1. Обладатель информации, указанный в статье 8, обязан отвечать на запросы граждан в течение пятнадцати календарных дней. Обладатель информации может уведомить об этом граждан.

2. Общественный контроль осуществляют граждане. Общественный контроль неправительственных организаций не ограничивается.

3. Уполномоченный орган в области доступа к информации не вправе отказывать.
`

func TestProfiles(t *testing.T) {
	p := Profiles([]*corpus.Document{document(t, "a.md", councils), document(t, "b.md", access)})
	got := map[string]string{}
	for _, ind := range p.Indicators {
		got[ind.ID] = fmt.Sprint(ind.Values)
		for i, places := range ind.Places {
			n := 0
			for _, x := range places {
				n += max(x.N, 1)
				if p.docs[i].At(x.Address) == nil {
					t.Errorf("%s: no provision at %s", ind.ID, x.Address)
				}
			}
			if n != ind.Values[i] {
				t.Errorf("%s: %d places behind %d", ind.ID, n, ind.Values[i])
			}
		}
	}
	for id, want := range map[string]string{
		"article": "[3 2]", "clause": "[3 3]", "subclause": "[7 3]", "repealed": "[1 0]",
		"obliged": "[3 1]", "entitled": "[1 0]", "may": "[0 1]", "not_allowed": "[1 0]", "not_entitled": "[0 1]", "competence": "[2 0]",
		"working_days": "[1 0]", "calendar_days": "[0 1]", "every": "[1 0]", "by_date": "[1 0]",
		"acts_named": "[1 0]", "own_references": "[1 1]", "referring": "[2 0]", "terms": "[3 3]",
	} {
		if got[id] != want {
			t.Errorf("%s: %s, want %s", id, got[id], want)
		}
	}
	var who []string
	for _, s := range p.Subjects {
		for i, m := range s.Norms {
			for _, k := range append(norm.Kinds(), Competence) {
				if len(m[k]) > 0 {
					who = append(who, fmt.Sprintf("%s %d %s %d", s.Subject, i, k, len(m[k])))
				}
			}
		}
	}
	want := []string{"уполномоченный орган 0 competence 2", "уполномоченный орган 1 not_entitled 1",
		"член общественного совета 0 obliged 2", "член общественного совета 0 entitled 1", "обладатель информации 1 obliged 1", "обладатель информации 1 may 1",
		"общественный совет 0 obliged 2"}
	if !slices.Equal(who, want) {
		t.Errorf("subjects\n%s\nwant\n%s", strings.Join(who, "\n"), strings.Join(want, "\n"))
	}
}

func TestMentioned(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"в соответствии с Законом Республики Казахстан «О государственных закупках» и Гражданским кодексом Республики Казахстан", "«О государственных закупках» Гражданский кодекс"},
		{"регулируются Кодексом Республики Казахстан «О налогах и других обязательных платежах в бюджет» (Налоговый кодекс)", "«О налогах и других обязательных платежах в бюджет»"},
		{"Указ Президента от 12 апреля 1968 года № 2534-VII «О порядке рассмотрения обращений»", "«О порядке рассмотрения обращений»"},
		{"приказ от 3 мая 2020 года № 15-1", "№ 15-1"},
		{"нормы настоящего Кодекса и слово «совет»", ""},
		{"Қазақстан Республикасының Конституциясына, «Құқықтық актілер туралы» Қазақстан Республикасының Заңына сәйкес", "«Құқықтық актілер туралы» Конституция"},
	} {
		var got []string
		for name := range mentioned(c.text) {
			got = append(got, name)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestDefinitions(t *testing.T) {
	d := FindDefinitions([]*corpus.Document{document(t, "a.md", councils), document(t, "b.md", access)})
	var got []string
	for _, r := range d.Rows {
		s := fmt.Sprintf("%s %v:", r.Term, r.Same)
		for i, c := range r.Cells {
			for _, x := range c {
				s += fmt.Sprintf(" %d %s %d", i, x.Address, x.Uses)
			}
		}
		got = append(got, s)
	}
	want := []string{
		"общественный контроль false: 0 ст.1/пп.1 2 1 ст.1/пп.1 3",
		"общественная палата false: 0 ст.1/пп.3 0",
		"общественный контроль неправительственных организаций false: 1 ст.1/пп.3 1",
		"уполномоченный орган в области доступа к информации false: 1 ст.1/пп.2 1",
		"уполномоченный орган в сфере общественного контроля false: 0 ст.1/пп.2 2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var near []string
	for _, n := range d.Near {
		near = append(near, n.Why+": "+n.A.Term.Term+" ~ "+n.B.Term.Term)
	}
	wantNear := []string{"alias: уполномоченный орган в сфере общественного контроля ~ уполномоченный орган в области доступа к информации",
		"part: общественный контроль ~ общественный контроль неправительственных организаций"}
	if !slices.Equal(near, wantNear) {
		t.Errorf("near %q, want %q", near, wantNear)
	}
}

func TestWaysOfDefining(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1. Под общественным слушанием понимается собрание граждан. Общественное слушание открыто.", "under общественное слушание: собрание граждан."},
		{"1. Частным фондом признаётся фонд, учреждённый одним лицом. Частный фонд ведёт учёт.", "is частный фонд: фонд, учреждённый одним лицом."},
		{"1. Общественная экспертиза – это проверка решений.", "dash Общественная экспертиза: проверка решений."},
		{"1. Целью деятельности совета является контроль.", ""},
		{"1. Акт признаётся недействительным.", ""},
		{"1. Государственные органы и организации (далее – субъекты) ведут реестр.", "short субъекты: Государственные органы и организации"},
		{"1. Осы Заңда мынадай ұғымдар пайдаланылады:\n\n1) қоғамдық бақылау – қоғамдық кеңестердің қызметі;", "list қоғамдық бақылау: қоғамдық кеңестердің қызметі"},
	} {
		d := document(t, "a.md", "# О проверке\n\n### Статья 1. Нормы\n\n"+strings.ReplaceAll(c.text, "признаётся", "признается"))
		var got []string
		for _, x := range termsOf(d, passagesOf(d)) {
			got = append(got, x.How+" "+x.Term+": "+x.Text)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

// TestConflicts plants one difference in two acts, or none.
func TestConflicts(t *testing.T) {
	const others = "\n\n### Статья 9. Прочее\n\n1. Налоговая отчётность составляется на бумажном носителе.\n\n2. Поручитель отвечает перед кредитором солидарно с должником.\n\n3. Суд рассматривает заявление о признании гражданина умершим.\n"
	for _, c := range []struct{ name, a, b, want string }{
		{"days", "Государственный орган направляет мотивированный ответ на рекомендации совета в течение 10 рабочих дней.",
			"Государственный орган направляет мотивированный ответ на рекомендации совета в течение пятнадцати календарных дней.",
			"deadline: в течение 10 рабочих дней / в течение пятнадцати календарных дней"},
		{"kind of days", "Ответ на письменный запрос предоставляется заявителю в течение десяти рабочих дней.", "Ответ на письменный запрос предоставляется заявителю в течение десяти дней.",
			"deadline: в течение десяти рабочих дней / в течение десяти дней"},
		{"same in words", "Ответ на письменный запрос предоставляется заявителю в течение 10 рабочих дней.", "Ответ на письменный запрос предоставляется заявителю в течение десяти рабочих дней.", ""},
		{"same twice", "Ответ на письменный запрос предоставляется заявителю в течение 10 (десяти) рабочих дней.", "Ответ на письменный запрос предоставляется заявителю в течение десяти (10) рабочих дней.", ""},
		{"date", "Годовой отчёт совета публикуется на интернет-ресурсе не позднее 1 мая.", "Годовой отчёт совета публикуется на интернет-ресурсе не позднее 1 июня.",
			"deadline: не позднее 1 мая / не позднее 1 июня"},
		{"modality", "Общественный совет вправе публиковать отчёт о своей деятельности на интернет-ресурсе.", "Общественный совет обязан публиковать отчёт о своей деятельности на интернет-ресурсе.",
			"modality: вправе / обязан"},
		{"same modality", "Общественный совет должен публиковать отчёт о своей деятельности на интернет-ресурсе.", "Общественный совет обязан публиковать отчёт о своей деятельности на интернет-ресурсе.", ""},
		{"may is entitled", "Общественный совет может публиковать отчёт о своей деятельности на интернет-ресурсе.", "Общественный совет вправе публиковать отчёт о своей деятельности на интернет-ресурсе.", ""},
		{"body", "Правила проведения общественного мониторинга утверждаются уполномоченным органом.", "Правила проведения общественного мониторинга утверждаются Правительством Республики Казахстан.",
			"addressee: уполномоченный орган / правительство"},
		{"same body", "Правила проведения общественного мониторинга утверждаются уполномоченным органом в области контроля.", "Правила проведения общественного мониторинга утверждаются уполномоченным органом.", ""},
		{"number", "Объединение создаётся по инициативе группы граждан в составе не менее десяти человек.", "Объединение создаётся по инициативе группы граждан в составе не менее 15 человек.",
			"number: десяти человек / 15 человек"},
		{"same number", "Объединение создаётся по инициативе группы граждан в составе не менее десяти человек.", "Объединение создаётся по инициативе группы граждан в составе не менее 10 человек.", ""},
		{"other matter", "Государственный орган направляет ответ на рекомендации совета в течение 10 рабочих дней.", "Заявка на премию рассматривается комиссией в течение пятнадцати календарных дней.", ""},
	} {
		a := document(t, "a.md", "# Об общественных советах\n\n### Статья 1. Порядок\n\n1. "+c.a+"\n\n2. Заседания проводятся открыто."+others)
		b := document(t, "b.md", "# О доступе к информации\n\n### Статья 4. Порядок\n\n1. "+c.b+"\n\n2. Заявители уведомляются письменно."+strings.ReplaceAll(others, "Суд", "Нотариус"))
		check := func(x, y *corpus.Document, swap bool) {
			var got []string
			for _, r := range FindConflicts([]*corpus.Document{x, y}).Rows {
				for _, d := range r.Differences {
					if swap {
						d.A, d.B = d.B, d.A
					}
					if r.A.Address != "ст.9/п.3" {
						got = append(got, d.Kind+": "+d.A+" / "+d.B)
					}
				}
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("%s (swapped: %v): got %q, want %q", c.name, swap, s, c.want)
			}
		}
		check(a, b, false)
		check(b, a, true)
	}
}

// TestConflictsOfLikePowers: bodies with like powers are compared each with its
// own counterpart.
func TestConflictsOfLikePowers(t *testing.T) {
	const text = `# О грантах

### Статья 4. Компетенция

1. Центральные государственные органы:

1) создают советы по взаимодействию с неправительственными организациями;

2) рассматривают отчёты оператора о результатах реализации грантов.

2. Местные исполнительные органы:

1) создают советы по взаимодействию с неправительственными организациями;

2) рассматривают отчёты оператора о результатах реализации грантов.
`
	c := FindConflicts([]*corpus.Document{document(t, "a.md", text), document(t, "b.md", text+"\n3. Споры решает суд.\n")})
	if len(c.Rows) != 0 || c.Pairs == 0 {
		t.Errorf("%d pairs, conflicts %+v", c.Pairs, c.Rows)
	}
}

// TestSectionsKeepTheirColumns: but for the order of columns the order of acts
// does not matter.
func TestSectionsKeepTheirColumns(t *testing.T) {
	a, b, c := document(t, "a.md", councils), document(t, "b.md", access), document(t, "c.md", strings.ReplaceAll(access, "пятнадцати календарных", "десяти рабочих"))
	told := func(docs ...*corpus.Document) string {
		var out []string
		id := func(i int) string { return docs[i].ID }
		p := Profiles(docs)
		for _, ind := range p.Indicators {
			for i, n := range ind.Values {
				out = append(out, fmt.Sprint(ind.ID, id(i), n))
			}
		}
		for _, n := range p.Norms {
			out = append(out, fmt.Sprint(id(n.Document), n.Address, n.Kind, n.Subjects))
		}
		for _, r := range FindDefinitions(docs).Rows {
			out = append(out, r.Term, fmt.Sprint(r.Same))
		}
		for _, r := range FindConflicts(docs).Rows {
			x, y := id(r.A.Document)+string(r.A.Address), id(r.B.Document)+string(r.B.Address)
			out = append(out, fmt.Sprint(min(x, y), max(x, y), r.Score, r.Differences[0].Kind))
		}
		slices.Sort(out)
		return strings.Join(out, "\n")
	}
	want := told(a, b, c)
	for _, docs := range [][]*corpus.Document{{b, a, c}, {c, b, a}, {b, c, a}} {
		if got := told(docs...); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// TestSectionReports writes the sections in every language and format.
func TestSectionReports(t *testing.T) {
	docs := []*corpus.Document{document(t, "a.md", councils), document(t, "b.md", access)}
	for _, lang := range []string{"ru", "kk", "en"} {
		o := SectionOptions{Language: lang}
		for _, r := range []*table.Report{Profiles(docs).Report(o), FindDefinitions(docs).Report(o), FindConflicts(docs).Report(o)} {
			for _, format := range table.Formats() {
				var b strings.Builder
				if err := table.Write(&b, format, r); err != nil {
					t.Errorf("%s %s %s: %v", lang, r.Title, format, err)
				}
				if format == "md" && strings.Contains(b.String(), "{n}") {
					t.Errorf("%s: a phrase is not filled:\n%s", lang, &b)
				}
			}
		}
	}
}

// TestRealSections finds no less in the five acts than it did, and each place
// of it.
func TestRealSections(t *testing.T) {
	docs := realActs(t)
	p := Profiles(docs)
	for _, ind := range p.Indicators {
		for i, places := range ind.Places {
			for _, x := range places {
				if docs[i].At(x.Address) == nil {
					t.Fatalf("%s: no provision at %q", ind.ID, x.Address)
				}
			}
		}
	}
	sum := 0
	for _, n := range p.Norms {
		sum += len(n.Subjects)
	}
	if len(p.Norms) < 300 || sum < 200 {
		t.Errorf("%d norms, %d subjects", len(p.Norms), sum)
	}
	terms := 0
	for _, r := range FindDefinitions(docs).Rows {
		for _, c := range r.Cells {
			terms += len(c)
		}
	}
	if terms < 65 {
		t.Errorf("%d terms", terms)
	}
}

// FuzzSections holds that every place that is named is one of its act, whatever
// the texts are, and that the sections can be written.
func FuzzSections(f *testing.F) {
	f.Add(councils, access)
	f.Add("# О\n\n### Статья 1. Понятия\n\nПонятия:\n\n1) (далее – ) – ;\n\n2) а – б (далее – а).", "1. Под а понимается б. А признается б:")
	f.Add("1. Совет обязан: 1) в течение 10 (десяти) дней; вправе не позднее 1 мая", "Кодекс «О» от 1.1.2000 № 1 пункт 1 статьи 2 настоящего")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := []*corpus.Document{document(t, "a.md", a), document(t, "b.md", b)}
		p := Profiles(docs)
		for _, ind := range p.Indicators {
			for i, places := range ind.Places {
				for _, x := range places {
					if x.Address != "" && docs[i].At(x.Address) == nil {
						t.Errorf("%s: no provision at %q", ind.ID, x.Address)
					}
				}
			}
		}
		c := FindConflicts(docs)
		for _, r := range c.Rows {
			if docs[r.A.Document].At(r.A.Address) == nil || docs[r.B.Document].At(r.B.Address) == nil || r.Score < sameMatter || len(r.Differences) == 0 {
				t.Errorf("conflict %+v", r)
			}
		}
		for _, r := range []*table.Report{p.Report(SectionOptions{}), FindDefinitions(docs).Report(SectionOptions{}), c.Report(SectionOptions{})} {
			if err := table.Write(io.Discard, "md", r); err != nil {
				t.Error(err)
			}
		}
	})
}
