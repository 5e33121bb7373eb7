package apply

import (
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

const amending = `О внесении изменений в Закон «О советах при органах»
Статья 1. Внести изменения:
1) первое;
2) второе:
а) раз;
два.
`

func notesOf(d *corpus.Document) string {
	var out []string
	for a, u := range d.All() {
		for _, n := range u.Notes {
			out = append(out, string(a)+": "+n.Text)
		}
	}
	for _, n := range d.Root.Notes {
		out = append(out, ": "+n.Text)
	}
	return strings.Join(out, "\n")
}

func TestNotes(t *testing.T) {
	w := func(path string) []amend.Where { return []amend.Where{at(path)} }
	const first, second = corpus.Address("ст.1/пп.1"), corpus.Address("ст.1/пп.2")
	type op = amend.Operation
	for _, c := range []struct {
		name string
		ops  []op
		want string
	}{
		{"words", []op{{Place: first, Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.1"), Old: "экспертов", New: "ученых"}},
			"ст.2/п.1: Сноска. Пункт 1 с изменением, внесенным подпунктом 1) статьи 1 проекта."},
		{"twice", []op{
			{Place: first, Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.1"), Old: "экспертов", New: "ученых"},
			{Place: second, Kind: amend.Add, Object: amend.Words, Where: w("ст.2/п.1/пп.1"), New: "и иных"},
			{Place: second, Kind: amend.Remove, Object: amend.Units, Where: w("часть третья пункта 1 статьи 2")}},
			"ст.2/п.1: Сноска. Пункт 1 с изменениями, внесенными подпунктом 1) статьи 1 и подпунктом 2) статьи 1 проекта.\n" +
				"ст.2/п.1/пп.1: Сноска. Подпункт 1) с изменением, внесенным подпунктом 2) статьи 1 проекта."},
		{"new words", []op{{Place: first, Kind: amend.Restate, Object: amend.Units, Where: w("ст.2/п.3"), Units: units("3. Да.")}},
			"ст.2/п.3: Сноска. Пункт 3 в редакции подпункта 1) статьи 1 проекта."},
		{"added", []op{{Place: first, Kind: amend.Add, Object: amend.Units, Where: w("ст.2"), Units: units("4. Да.")}},
			"ст.2/п.4: Сноска. Статья 2 дополнена пунктом 4 в соответствии с подпунктом 1) статьи 1 проекта."},
		{"an article added to the law", []op{{Place: first, Kind: amend.Add, Object: amend.Units, Where: w(""), Units: units("Глава 3. НОВАЯ\nСтатья 6. Да\nНет.")}},
			"гл.3: Сноска. Закон дополнен главой 3 в соответствии с подпунктом 1) статьи 1 проекта."},
		{"removed", []op{{Place: first, Kind: amend.Remove, Object: amend.Units, Where: w("ст.2/п.1/пп.2")}},
			"ст.2/п.1/пп.2: исключен подпунктом 1) статьи 1 проекта;"},
		{"a paragraph removed", []op{{Place: first, Kind: amend.Remove, Object: amend.Units, Where: w("абзац второй пункта 1 статьи 2")}},
			"ст.2/п.1: Сноска. Пункт 1 с изменением, внесенным подпунктом 1) статьи 1 проекта."},
		{"repealed", []op{{Place: first, Kind: amend.Repeal, Object: amend.Units, Where: w("ст.4")}},
			"ст.4: Утратила силу в соответствии с подпунктом 1) статьи 1 проекта."},
		{"heading", []op{{Place: first, Kind: amend.Restate, Object: amend.Headings, Where: w("ст.3"), New: "Члены"}},
			"ст.3: Сноска. Заголовок статьи 3 в редакции подпункта 1) статьи 1 проекта."},
		{"suspended", []op{{Place: first, Kind: amend.Suspend, Object: amend.Units, Where: w("ст.2/п.3"), Until: "2027-01-01"}},
			"ст.2/п.3: Сноска. Действие пункта 3 приостановлено до 01.01.2027 подпунктом 1) статьи 1 проекта."},
		{"the whole act", []op{{Place: first, Kind: amend.Replace, Object: amend.Words, Where: w(""), Everywhere: true, Old: "органов", New: "ведомств"}},
			": Сноска. В текст внесены изменения подпунктом 1) статьи 1 проекта."},
		{"no place", []op{{Kind: amend.Restate, Object: amend.Units, Where: w("ст.2/п.3"), Units: units("3. Да.")}},
			"ст.2/п.3: Сноска. Пункт 3 в редакции проекта."},
	} {
		dr := draft(c.ops...)
		dr.Document = read(t, amending)
		r := Apply(read(t, law), dr, 0, Options{})
		if got := notesOf(r.New); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestRussianCases(t *testing.T) {
	p := PhrasesFor("ru")
	for _, c := range [][3]string{
		{"подпункт 1) статьи 1", "подпункта 1) статьи 1", "подпунктом 1) статьи 1"},
		{"абзац двадцать второй пункта 1", "абзаца двадцать второго пункта 1", "абзацем двадцать вторым пункта 1"},
		{"абзац третий части второй статьи 1", "абзаца третьего части второй статьи 1", "абзацем третьим части второй статьи 1"},
		{"часть вторая статьи 1", "части второй статьи 1", "частью второй статьи 1"},
		{"часть третья", "части третьей", "частью третьей"},
		{"приложение 2", "приложения 2", "приложением 2"},
		{"статья 5-1", "статьи 5-1", "статьей 5-1"},
	} {
		if of, by := p.inCase(c[0], 1), p.inCase(c[0], 2); of != c[1] || by != c[2] {
			t.Errorf("%s: %s, %s", c[0], of, by)
		}
	}
}

func TestKazakhNotes(t *testing.T) {
	p := PhrasesFor("kk")
	for _, c := range [][3]string{
		{"1-баптың 2) тармақшасы", "1-бабының 2) тармақшасы", "2) тармақша"},
		{"2-бап", "2-бабы", "2-бап"},
		{"1-баптың 2-тармағының екінші бөлігі", "1-бабының 2-тармағының екінші бөлігі", "екінші бөлік"},
	} {
		if its, local := p.its(c[0]), p.local(c[0]); its != c[1] || local != c[2] {
			t.Errorf("%s: %s, %s", c[0], its, local)
		}
	}
}

func TestCandidates(t *testing.T) {
	w := func(path string) []amend.Where { return []amend.Where{at(path)} }
	for _, c := range []struct {
		op    amend.Operation
		first corpus.Address
		text  string // in the first
		n     int    // at least
	}{
		{amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.9"), Old: "приглашать экспертов", New: "х"}, "ст.2/п.1/пп.2", "приглашать", 2},
		{amend.Operation{Kind: amend.Remove, Object: amend.Units, Where: w("ст.2/п.4")}, "ст.2/п.3", "Члены", 1},
		{amend.Operation{Kind: amend.Remove, Object: amend.Units, Where: w("ст.2/пп.3")}, "ст.2/п.1/пп.3", "вносить", 1},
		{amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.2"), Old: "собирается не реже трех раз", New: "х"}, "ст.2/п.2", "не реже двух раз", 1},
		{amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: w("ст.3"), Old: "приглашать экспертов", New: "х"}, "ст.2/п.1/пп.2", "приглашать", 1},
		{amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.2"), Old: "совета", New: "х"}, "", "", 0},
		{amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: w("ст.3"), Old: "советом", New: "х"}, "", "", 0},
		{amend.Operation{Kind: amend.Add, Object: amend.Units, Where: w("ст.2"), Units: units("3. Да.")}, "ст.2/п.3", "Члены", 1},
	} {
		r := Apply(read(t, law), draft(c.op), 0, Options{})
		o := r.Outcomes[0]
		if c.first == "" {
			if o.Status != Done {
				t.Errorf("%+v: %+v", c.op, o)
			}
			continue
		}
		if len(o.Candidates) < c.n || o.Candidates[0].Address != c.first || !strings.Contains(o.Candidates[0].Text, c.text) {
			t.Errorf("%s: %+v", c.op.Where[0].Path(), o)
		}
	}
}
