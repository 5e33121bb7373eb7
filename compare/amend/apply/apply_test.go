package apply

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/parse"
)

// law is a short act of ours with what the cases need.
const law = `О советах при органах
Настоящий Закон определяет порядок работы советов.
Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ
Статья 1. Основные понятия
В настоящем Законе используются следующие понятия:
1) совет – совещательный орган;
2) член совета – гражданин, избранный в совет;
3) собрание – заседание совета.
Статья 2. Права совета
1. Совет вправе:
1) запрашивать сведения у органов;
2) приглашать экспертов и "независимых" специалистов;
3) вносить предложения.
Сведения даются органами в течение 10 рабочих дней, а по запросам сложным – в течение 100 дней.
Отказ мотивируется письменно.
2. Совет собирается не реже двух раз в год. Решения совета публикуются. Срок хранения решений – пять лет.
3. Члены совета обязаны посещать собрания.
Статья 3. Состав совета
Совет состоит из семи членов.
Председатель избирается советом.
Глава 2. ЗАКЛЮЧИТЕЛЬНЫЕ ПОЛОЖЕНИЯ
Статья 4. Ответственность
Виновные несут ответственность.
Статья 5. Порядок введения
Настоящий Закон вводится в действие со дня опубликования.
`

// read parses a text, a line a paragraph.
func read(t testing.TB, text string) *corpus.Document {
	t.Helper()
	src := &corpus.Source{Name: "law.txt", Format: "text", SHA256: strings.Repeat("ab", 32)}
	table := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		l := corpus.Line{Text: line}
		if cells, ok := strings.CutPrefix(line, "|"); ok {
			if len(src.Lines) == 0 || src.Lines[len(src.Lines)-1].Table == 0 {
				table++
			}
			l.Table, l.Text = table, ""
			for c := range strings.SplitSeq(cells, "|") {
				l.Cells = append(l.Cells, corpus.Cell{Text: strings.TrimSpace(c)})
				l.Text = strings.TrimPrefix(l.Text+"\t"+strings.TrimSpace(c), "\t")
			}
		}
		src.Lines = append(src.Lines, l)
	}
	d, _ := parse.Parse(src)
	d.Meta.Jurisdiction = "KZ"
	if d.Meta.Type == "" || d.Meta.Type == "other" {
		d.Meta.Type = "law"
	}
	if err := d.Verify(); err != nil {
		t.Fatalf("the fixture itself: %v", err)
	}
	return d
}

// at is a place of an act as a draft names it: «ст.2/п.1».
func at(path string) amend.Where {
	if path == "" {
		return amend.Where{}
	}
	r, ok := corpus.ParseReference(path)
	if !ok {
		panic(path)
	}
	var w amend.Where
	for _, s := range r.Steps {
		w.Levels = append(w.Levels, amend.Level{Step: s})
	}
	return w
}

// units parses new text as it would stand in an act.
func units(text string) []*corpus.Unit {
	src := &corpus.Source{}
	for line := range strings.Lines(text) {
		src.Lines = append(src.Lines, corpus.Line{Text: strings.TrimSpace(line)})
	}
	d, _ := parse.Parse(src)
	return d.Root.Units
}

func draft(ops ...amend.Operation) *amend.Draft {
	return &amend.Draft{Acts: []amend.Act{{Title: "О советах при органах", Type: "law"}}, Operations: ops}
}

// own prints a document, an address and own text a line, less notes.
func own(d *corpus.Document) string {
	var b strings.Builder
	for a, u := range d.All() {
		gone := ""
		if u.Repealed {
			gone = " (gone)"
		}
		fmt.Fprintf(&b, "%s%s %s\n", a, gone, strings.ReplaceAll(u.Own(), "\n", " · "))
	}
	return b.String()
}

// changes lists the lines of one print that the other has not: "-" was, "+" is.
func changes(was, is string) string {
	a, b := strings.Split(was, "\n"), strings.Split(is, "\n")
	var out []string
	for _, l := range a {
		if !slices.Contains(b, l) {
			out = append(out, "- "+l)
		}
	}
	for _, l := range b {
		if !slices.Contains(a, l) {
			out = append(out, "+ "+l)
		}
	}
	return strings.Join(out, "\n")
}

// check holds what is true of every result.
func check(t *testing.T, r *Result, before string) {
	t.Helper()
	if err := r.New.Verify(); err != nil {
		t.Errorf("Verify: %v\n%s", err, text(r.New))
	}
	if got := own(r.Old); got != before {
		t.Errorf("the act itself was changed:\n%s", changes(before, got))
	}
	for at, was := range r.Was {
		if r.New.At(at) == nil || r.Old.At(was) == nil {
			t.Errorf("Was: %q was %q", at, was)
		}
	}
	for at := range r.Sources {
		if r.New.At(at) == nil {
			t.Errorf("Sources: no unit %q", at)
		}
	}
	// What was written can be read: the same text, the same provisions.
	again, _ := parse.Parse(r.New.Source)
	again.Meta.Jurisdiction = r.New.Meta.Jurisdiction
	if got, want := own(again), own(r.New); got != want {
		t.Errorf("read anew it is another act:\n%s", changes(want, got))
	}
}

func text(d *corpus.Document) string {
	var b strings.Builder
	for _, l := range d.Source.Lines {
		fmt.Fprintln(&b, l.Text)
	}
	return b.String()
}

func TestApply(t *testing.T) {
	type op = amend.Operation
	w := func(path string) []amend.Where { return []amend.Where{at(path)} }
	for _, c := range []struct {
		name string
		ops  []op
		want string
		fail []Code
	}{
		{"words of a clause with its subclauses", []op{{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.1"), Old: "«независимых» специалистов", New: "ученых"}},
			"- ст.2/п.1/пп.2 приглашать экспертов и \"независимых\" специалистов;\n+ ст.2/п.1/пп.2 приглашать экспертов и ученых;", nil},
		{"the case of the first letter", []op{{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.2"), Old: "решения совета", New: "протоколы совета"}},
			"- ст.2/п.2 Совет собирается не реже двух раз в год. Решения совета публикуются. Срок хранения решений – пять лет.\n" +
				"+ ст.2/п.2 Совет собирается не реже двух раз в год. Протоколы совета публикуются. Срок хранения решений – пять лет.", nil},
		{"whole figures only", []op{{Kind: amend.Replace, Object: amend.Figures, Where: w("ст.2/п.1"), Old: "10", New: "15"}},
			"- ст.2/п.1/абз.2 Сведения даются органами в течение 10 рабочих дней, а по запросам сложным – в течение 100 дней.\n" +
				"+ ст.2/п.1/абз.2 Сведения даются органами в течение 15 рабочих дней, а по запросам сложным – в течение 100 дней.", nil},
		{"words that are removed leave one space", []op{{Kind: amend.Remove, Object: amend.Words, Where: w("ст.2/п.1/пп.2"), Old: "и \"независимых\" специалистов"}},
			"- ст.2/п.1/пп.2 приглашать экспертов и \"независимых\" специалистов;\n+ ст.2/п.1/пп.2 приглашать экспертов;", nil},
		{"words behind words", []op{{Kind: amend.Add, Object: amend.Words, Side: amend.After, Where: w("ст.2/п.1/пп.1"), Old: "сведения", New: ", документы и иные материалы"}},
			"- ст.2/п.1/пп.1 запрашивать сведения у органов;\n+ ст.2/п.1/пп.1 запрашивать сведения, документы и иные материалы у органов;", nil},
		{"words before words", []op{{Kind: amend.Add, Object: amend.Words, Side: amend.Before, Where: w("ст.2/п.1/пп.1"), Old: "сведения", New: "любые"}},
			"- ст.2/п.1/пп.1 запрашивать сведения у органов;\n+ ст.2/п.1/пп.1 запрашивать любые сведения у органов;", nil},
		{"words at the end keep the sign", []op{{Kind: amend.Add, Object: amend.Words, Where: w("ст.2/п.1/пп.1"), New: "и организаций"}},
			"- ст.2/п.1/пп.1 запрашивать сведения у органов;\n+ ст.2/п.1/пп.1 запрашивать сведения у органов и организаций;", nil},
		{"a sign at the end, then a subclause", []op{
			{Kind: amend.Replace, Object: amend.Signs, Where: w("ст.2/п.1/пп.3"), Old: "точку", New: "точкой с запятой"},
			{Kind: amend.Add, Object: amend.Units, Where: w("ст.2/п.1"), Units: units("4) обращаться в суд."), Nums: []string{"4"}}},
			"- ст.2/п.1/пп.3 вносить предложения.\n+ ст.2/п.1/пп.3 вносить предложения;\n+ ст.2/п.1/пп.4 обращаться в суд.", nil},
		{"by number between others", []op{{Kind: amend.Add, Object: amend.Units, Where: w("ст.2"), Units: units("2-1. Совет имеет печать."), Nums: []string{"2-1"}}},
			"+ ст.2/п.2-1 Совет имеет печать.", nil},
		{"an article into the chapter of its neighbour", []op{{Kind: amend.Add, Object: amend.Units, Where: w(""), Units: units("Статья 3-1. Сроки\nСовет избирается на два года."), Nums: []string{"3-1"}}},
			"+ ст.3-1 Сроки · Совет избирается на два года.", nil},
		{"a chapter with its articles", []op{{Kind: amend.Add, Object: amend.Units, Where: w(""), Units: units("Глава 1-1. ВЫБОРЫ\nСтатья 3-1. Порядок\nВыборы проводятся открыто."), Nums: []string{"1-1"}}},
			"+ гл.1-1 ВЫБОРЫ\n+ ст.3-1 Порядок · Выборы проводятся открыто.", nil},
		{"a part by count", []op{{Kind: amend.Add, Object: amend.Units, Text: "дополнить частью второй следующего содержания", Where: w("ст.2/п.1"), New: "Перечень сведений открыт.", Nums: []string{"2"}}},
			"- ст.2/п.1/абз.2 Сведения даются органами в течение 10 рабочих дней, а по запросам сложным – в течение 100 дней.\n- ст.2/п.1/абз.3 Отказ мотивируется письменно.\n" +
				"+ ст.2/п.1/абз.2 Перечень сведений открыт.\n+ ст.2/п.1/абз.3 Сведения даются органами в течение 10 рабочих дней, а по запросам сложным – в течение 100 дней.\n+ ст.2/п.1/абз.4 Отказ мотивируется письменно.", nil},
		{"a clause in new words keeps its label", []op{{Kind: amend.Restate, Object: amend.Units, Where: w("ст.2/п.3"), Units: units("3. Члены совета вправе отсутствовать.")}},
			"- ст.2/п.3 Члены совета обязаны посещать собрания.\n+ ст.2/п.3 Члены совета вправе отсутствовать.", nil},
		{"clauses in new words, each by its number", []op{{Kind: amend.Restate, Object: amend.Units, Where: w("пункты 2 и 3 статьи 2"), Units: units("2. Второй.\n3. Третий.")}},
			"- ст.2/п.2 Совет собирается не реже двух раз в год. Решения совета публикуются. Срок хранения решений – пять лет.\n- ст.2/п.3 Члены совета обязаны посещать собрания.\n+ ст.2/п.2 Второй.\n+ ст.2/п.3 Третий.", nil},
		{"a heading", []op{{Kind: amend.Restate, Object: amend.Headings, Where: w("ст.3"), New: "Статья 3. Члены совета"}},
			"- ст.3 Состав совета · Совет состоит из семи членов.\n+ ст.3 Члены совета · Совет состоит из семи членов.", nil},
		{"a sentence in new words", []op{{Kind: amend.Restate, Object: amend.Sentences, Where: []amend.Where{{Levels: at("ст.2/п.2").Levels, Part: amend.PartSentence, Sentence: 2}}, New: "Решения открыты."}},
			"- ст.2/п.2 Совет собирается не реже двух раз в год. Решения совета публикуются. Срок хранения решений – пять лет.\n" +
				"+ ст.2/п.2 Совет собирается не реже двух раз в год. Решения открыты. Срок хранения решений – пять лет.", nil},
		{"the last sentence goes", []op{{Kind: amend.Remove, Object: amend.Sentences, Where: []amend.Where{{Levels: at("ст.2/п.2").Levels, Part: amend.PartSentence, Sentence: -1}}}},
			"- ст.2/п.2 Совет собирается не реже двух раз в год. Решения совета публикуются. Срок хранения решений – пять лет.\n" +
				"+ ст.2/п.2 Совет собирается не реже двух раз в год. Решения совета публикуются.", nil},
		{"a removed subclause keeps its number", []op{{Kind: amend.Remove, Object: amend.Units, Where: w("ст.2/п.1/пп.2")}},
			"- ст.2/п.1/пп.2 приглашать экспертов и \"независимых\" специалистов;\n+ ст.2/п.1/пп.2 (gone) ", nil},
		{"a repealed article", []op{{Kind: amend.Repeal, Object: amend.Units, Where: w("ст.4")}},
			"- ст.4 Ответственность · Виновные несут ответственность.\n+ ст.4 (gone) ", nil},
		{"a removed passage goes", []op{{Kind: amend.Remove, Object: amend.Units, Where: w("часть вторая статьи 3")}},
			"- ст.3/абз.2 Председатель избирается советом.", nil},
		{"numbers are those in force", []op{
			{Kind: amend.Renumber, Object: amend.Units, Where: w("ст.1/пп.3"), Nums: []string{"4"}},
			{Kind: amend.Add, Object: amend.Units, Where: w("ст.1"), Units: units("3) решение – документ совета;"), Nums: []string{"3"}},
			{Kind: amend.Replace, Object: amend.Words, Where: w("ст.1/пп.3"), Old: "заседание", New: "сход"}},
			"- ст.1/пп.3 собрание – заседание совета.\n+ ст.1/пп.3 решение – документ совета;\n+ ст.1/пп.4 собрание – сход совета.", nil},
		{"the number is free only later", []op{
			{Kind: amend.Add, Object: amend.Units, Where: w("ст.1"), Units: units("3) решение – документ совета;"), Nums: []string{"3"}},
			{Kind: amend.Renumber, Object: amend.Units, Where: w("ст.1/пп.3"), Nums: []string{"4"}}},
			"- ст.1/пп.3 собрание – заседание совета.\n+ ст.1/пп.3 решение – документ совета;\n+ ст.1/пп.4 собрание – заседание совета.", nil},
		{"what an operation added can be named", []op{
			{Kind: amend.Add, Object: amend.Units, Where: w("ст.2"), Units: units("4. Совет имеет печать."), Nums: []string{"4"}},
			{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.4"), Old: "печать", New: "бланк"}},
			"+ ст.2/п.4 Совет имеет бланк.", nil},
		{"everywhere", []op{{Kind: amend.Replace, Object: amend.Words, Everywhere: true, Where: w(""), Old: "органов", New: "ведомств"}},
			"- ст.2/п.1/пп.1 запрашивать сведения у органов;\n+ ст.2/п.1/пп.1 запрашивать сведения у ведомств;", nil},
		{"in whatever case", []op{{Kind: amend.Replace, Object: amend.Words, Everywhere: true, Cases: true, Where: w("ст.2/п.2"), Old: "решение", New: "заключение"}},
			"- ст.2/п.2 Совет собирается не реже двух раз в год. Решения совета публикуются. Срок хранения решений – пять лет.\n" +
				"+ ст.2/п.2 Совет собирается не реже двух раз в год. Заключения совета публикуются. Срок хранения заключений – пять лет.", nil},
		{"no such unit", []op{{Kind: amend.Remove, Object: amend.Units, Where: w("ст.2/п.7")}}, "", []Code{NoUnit}},
		{"a level must not be left out", []op{{Kind: amend.Remove, Object: amend.Units, Where: w("ст.2/пп.1")}}, "", []Code{NoUnit}},
		{"no such words", []op{{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2/п.3"), Old: "обязаны приходить на собрания", New: "вправе"}}, "", []Code{NoWords}},
		{"several words", []op{{Kind: amend.Replace, Object: amend.Words, Where: w("ст.2"), Old: "совета", New: "комитета"}}, "", []Code{SeveralWords}},
		{"it is there already", []op{{Kind: amend.Add, Object: amend.Units, Where: w("ст.2"), Units: units("3. Новый."), Nums: []string{"3"}}}, "", []Code{Exists}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, law)
			before := own(d)
			r := Apply(d, draft(c.ops...), 0, Options{NoNotes: true})
			check(t, r, before)
			if got := changes(before, own(r.New)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%s", got, c.want, text(r.New))
			}
			var codes []Code
			for _, o := range r.Outcomes {
				if o.Code != "" {
					codes = append(codes, o.Code)
				}
			}
			if !slices.Equal(codes, c.fail) {
				t.Errorf("codes %v, want %v", codes, c.fail)
			}
			// With notes it is the same law.
			n := Apply(d, draft(c.ops...), 0, Options{})
			check(t, n, before)
			if got := own(n.New); got != own(r.New) {
				t.Errorf("notes change the law:\n%s", changes(own(r.New), got))
			}
			if len(c.fail) == 0 && len(n.Sources) == 0 {
				t.Error("no sources")
			}
			if len(c.fail) > 0 && text(n.New) != text(d) {
				t.Error("what could not be applied changed the text")
			}
		})
	}
}

func TestApplyByDate(t *testing.T) {
	op := func(e amend.Effect) amend.Operation {
		return amend.Operation{Kind: amend.Remove, Object: amend.Units, Where: []amend.Where{at("ст.3")}, Effect: e}
	}
	for _, c := range []struct {
		effect        amend.Effect
		at, published string
		status        Status
		code          Code
		day           string
	}{
		{amend.Effect{Date: "2026-01-01"}, "2026-01-01", "", Done, "", ""},
		{amend.Effect{Date: "2026-01-02"}, "2026-01-01", "", Later, NotYet, "2026-01-02"},
		{amend.Effect{}, "2026-01-01", "", Later, NoDate, ""},
		{amend.Effect{Days: 10, Published: true}, "2026-01-12", "2026-01-01", Done, "", ""},
		{amend.Effect{Days: 10, Published: true}, "2026-01-11", "2026-01-01", Later, NotYet, "2026-01-12"},
		{amend.Effect{Days: 10, Published: true}, "2026-01-11", "", Later, NoDate, ""},
		{amend.Effect{}, "", "", Done, "", ""},
	} {
		r := Apply(read(t, law), draft(op(c.effect)), 0, Options{At: c.at, Published: c.published})
		if o := r.Outcomes[0]; o.Status != c.status || o.Code != c.code || o.Day != c.day {
			t.Errorf("%+v at %q, published %q: %+v", c.effect, c.at, c.published, o)
		}
	}
	r := Apply(read(t, law), draft(op(amend.Effect{})), 0, Options{Only: func(int) bool { return false }})
	if r.Outcomes[0].Status != Left || text(r.New) != text(r.Old) || r.New.ID != r.Old.ID {
		t.Errorf("what was not chosen: %+v", r.Outcomes)
	}
}

// TestUnsureCases: where the case of a place cannot be told, it is left and told, and
// the rest is done.
func TestUnsureCases(t *testing.T) {
	d := read(t, "О порядке\nСтатья 1. Порядок\n1. Данная организация ведет учет.\n2. Организации платят.\n3. Ответственность организации.\n")
	op := amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: []amend.Where{{}}, Everywhere: true, Cases: true, Old: "организация", New: "учреждение"}
	r := Apply(d, draft(op), 0, Options{NoNotes: true})
	var done, left, check int
	for _, o := range r.Outcomes {
		switch {
		case o.Status == Done:
			done++
			check += len(o.Check)
		case o.Code == Unsure:
			left += len(o.Candidates)
			for _, c := range o.Candidates {
				if !strings.Contains(own(r.New), c.Text) {
					t.Errorf("it was changed all the same: %s", c.Text)
				}
			}
		}
	}
	if done != 1 || check == 0 || !strings.Contains(own(r.New), "учреждение ведет учет") {
		t.Errorf("done %d, left %d, to be checked %d\n%s", done, left, check, own(r.New))
	}
}
