package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// document parses a text, one line a paragraph; «# » makes a heading.
func document(t testing.TB, name, text string) *corpus.Document {
	t.Helper()
	src := &corpus.Source{Name: name, Format: "markdown", SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(name+text)))}
	for line := range strings.Lines(text) {
		l := corpus.Line{Text: strings.TrimSpace(line)}
		if h := strings.TrimLeft(l.Text, "#"); h != l.Text {
			l.Style.Heading = len(l.Text) - len(h)
			l.Text = strings.TrimSpace(h)
		}
		if l.Text != "" {
			src.Lines = append(src.Lines, l)
		}
	}
	d, _ := parse.Parse(src)
	if d.ID == "" {
		d.ID = name
	}
	return d
}

// dataDir finds the folder of real documents beside the repository.
func dataDir(t testing.TB) string {
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		d := filepath.Join(dir, "shared", "data")
		if fi, err := os.Stat(d); err == nil && fi.IsDir() {
			return d
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("no folder shared/data with real documents; SVOD_DATA may name it")
		}
		dir = up
	}
}

// realActs parses the five acts of the first study.
func realActs(t testing.TB) []*corpus.Document {
	var docs []*corpus.Document
	for _, name := range []string{"rus-95138_public-councils_ed-2021.md", "rus-23601_social-order_ed-2023.md", "rus-7950_non-commercial-organizations.md",
		"rus-104308_public-associations_ed-2002.md", "rus-95458_access-to-information.md"} {
		src, err := extract.File(t.Context(), filepath.Join(dataDir(t), "acts", "kz-ngo", name))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		d, _ := parse.Parse(src)
		docs = append(docs, d)
	}
	return docs
}

func load(t testing.TB, name string) *Codebook {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	cb, err := Load(name, b)
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

const council = `# О советах

## Глава 1. Общие положения

### Статья 1. Основные понятия

В настоящем Законе используются следующие понятия:

1) совет – консультативно-совещательный орган;

2) отчет – документ совета.

### Статья 2. Отчет совета

1. Совет ежегодно публикует годовой отчет на интернет-ресурсе.

Сноска. Пункт 1 в редакции закона об отчетах.

2. Не допускается отчет без обсуждения. Общественные слушания и обсуждение отчета проводит совет.

3. Исключен Законом от 01.01.2020 № 5.

### Статья 3. Обязанности

Совет обязан:

1) рассматривать предложения граждан;

2) размещать отчет о своей деятельности на интернет-ресурсе;

3) осуществлять иные полномочия.
`

const codebook = `codebook: Проба
version: 2
language: ru
unit: пункт
count: вхождения
sets:
  отрицание: [не, без]
categories:
  - id: речь
    name: Речь
    children:
      - id: речь.отчет
        name: Отчёт
        any: [отчет, годовой отчет]
        not: ['@отрицание +2 обсуждение']
      - id: речь.слушания
        name: Слушания
        any:
          - общественные слушания
          - слушания /3 обсуждение
        require: {scope: пункт, all: ['#речь.отчет']}
  - id: нет
    name: Чего нет
    any: [бюджет]
`

func mustLoad(t testing.TB, s string) *Codebook {
	t.Helper()
	cb, err := Load("codebook.yaml", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func TestCount(t *testing.T) {
	d := document(t, "council.md", council)
	for unit, want := range map[Unit]string{
		// Article 1: its lead-in has none, subclause 2 has отчет. Article 2: the
		// heading, clause 1 (the phrase is one occurrence), clause 2 (twice).
		// Article 3: subclause 2. The note and the repealed clause don't count.
		UnitArticle:  "речь 7/3/1 речь.отчет 6/3/1 речь.слушания 1/1/1 нет 0/0/0",
		UnitClause:   "речь 7/5/1 речь.отчет 6/5/1 речь.слушания 1/1/1 нет 0/0/0",
		UnitPassage:  "речь 7/5/1 речь.отчет 6/5/1 речь.слушания 1/1/1 нет 0/0/0",
		UnitSentence: "речь 7/6/1 речь.отчет 6/6/1 речь.слушания 1/1/1 нет 0/0/0",
		UnitDocument: "речь 7/1/1 речь.отчет 6/1/1 речь.слушания 1/1/1 нет 0/0/0",
	} {
		c := Count(mustLoad(t, codebook), []*corpus.Document{d}, CountOptions{Unit: unit})
		var got []string
		for _, r := range c.Rows {
			got = append(got, fmt.Sprintf("%s %d/%d/%d", r.Category, r.Occurrences, r.Units, r.Documents))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s:\n got %s\nwant %s", unit, g, want)
		}
		for _, r := range c.Rows {
			words := 0
			for _, e := range r.Evidence {
				for _, m := range e.Matches {
					words++
					if m[0] >= m[1] || m[1] > len(e.Text) {
						t.Errorf("%s: match %v outside %q", r.Category, m, e.Text)
					}
				}
				if u := d.At(e.Address); u == nil || u.Own() != e.Text {
					t.Errorf("%s: evidence %s is not the unit's text", r.Category, e.Address)
				}
			}
			if words != r.Words {
				t.Errorf("%s: %d words, evidence has %d", r.Category, r.Words, words)
			}
		}
	}
}

func TestGroups(t *testing.T) {
	var docs []*corpus.Document
	for _, region := range []string{"юг", "север", "юг", ""} {
		d := document(t, "a"+strconv.Itoa(len(docs))+".md", council)
		if region != "" {
			d.Attributes = map[string]string{"регион": region}
		}
		docs = append(docs, d)
	}
	c := Count(mustLoad(t, codebook), docs, CountOptions{By: "регион"})
	var got []string
	for _, g := range c.Groups {
		got = append(got, fmt.Sprintf("%s:%d", g.Name, g.Documents))
	}
	if g := strings.Join(got, " "); g != "север:1 юг:2 :1" {
		t.Errorf("groups %s", g)
	}
	if r := c.Rows[1]; r.Occurrences != 14 || r.Documents != 2 || r.Group != "юг" {
		t.Errorf("row %+v", r)
	}
	if r := c.Totals[0]; r.Occurrences != 28 || r.Documents != 4 {
		t.Errorf("total %d, %d", r.Occurrences, r.Documents)
	}
}

func TestNested(t *testing.T) {
	d := document(t, "council.md", council)
	const two = "codebook: x\nnested: %s\ncategories:\n  - id: a\n    any: [отчет, годовой отчет]\n"
	for nested, want := range map[string]int{"longest": 6, "all": 7} {
		c := Count(mustLoad(t, fmt.Sprintf(two, nested)), []*corpus.Document{d}, CountOptions{})
		if c.Rows[0].Occurrences != want {
			t.Errorf("%s: %d, want %d", nested, c.Rows[0].Occurrences, want)
		}
	}
}

func TestJSON(t *testing.T) {
	d := document(t, "council.md", council)
	c := Count(mustLoad(t, codebook), []*corpus.Document{d}, CountOptions{})
	b, err := json.Marshal(c.JSON())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"codebook":"Проба"`, `"unit":"clause"`, `"category":"нет"`, `"evidence":[]`, `"address":"ст.2/п.1"`, `"matches":[[`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in %s", want, b)
		}
	}
	tb, err := json.Marshal(Topics(mustLoad(t, codebook), []*corpus.Document{d}, TopicOptions{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"documents":[{`, `"label":"Чего нет"`, `"cells":[[]]`, `"address":"ст.2/п.1"`, `"score":0.`} {
		if !strings.Contains(string(tb), want) {
			t.Errorf("no %s in %s", want, tb)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for _, tt := range []struct{ name, yaml, want string }{
		{"syntax", "codebook: [\n", "yaml"},
		{"unknown key", "codebook: x\ncategorys: []\n", "2:1 field categorys"},
		{"no categories", "codebook: x\n", "1:1 no-categories"},
		{"no id", "categories:\n  - name: а\n    any: [б]\n", "2:11 id"},
		{"doubled id", "categories:\n  - {id: а, any: [б]}\n  - {id: а, any: [б]}\n", "3:10 id а"},
		{"unit", "unit: слово\ncategories:\n  - {id: а, any: [б]}\n", "1:7 value unit слово"},
		{"language", "language: рус\ncategories:\n  - {id: а, any: [б]}\n", "1:11 value language рус"},
		{"encoding", "codebook: \xf0\xf3\xf1\n", "0:0 encoding"},
		{"skip", "skip: [вода]\ncategories:\n  - {id: а, any: [б]}\n", "1:8 value skip вода"},
		{"pattern", "categories:\n  - id: а\n    any:\n      - отчет /0 совет\n", "4:15 pattern отчет /0 совет: query: bad-distance at byte 11: /0"},
		{"quoted pattern", "categories:\n  - id: а\n    any:\n      - '(отчет'\n", "4:10 pattern (отчет: query: unclosed-bracket at byte 0"},
		{"no set", "categories:\n  - id: а\n    any: ['б @нет']\n", "3:14 pattern б @нет: query: no-set at byte 3: нет"},
		{"circle", "categories:\n  - id: а\n    any: ['#б']\n  - id: б\n    any: ['#а']\n", "2:9 cycle а"},
	} {
		_, err := Load("c.yaml", []byte(tt.yaml))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", e.Line, e.Column, e.Code, strings.Join(e.Args, " ")))
		if e.Err != nil {
			got += ": " + e.Err.Error()
		}
		if tt.want == "yaml" {
			got = e.Code
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestTopicsQuoteWithLeadIn(t *testing.T) {
	d := document(t, "council.md", council)
	tt := Topics(mustLoad(t, "codebook: x\ncategories:\n  - id: a\n    name: Отчетность\n    any: [отчет /8 интернет-ресурс, отчет]\n"), []*corpus.Document{d}, TopicOptions{})
	cell := tt.Rows[0].Cells[0]
	if len(cell) == 0 || cell[0].Address != "ст.2/п.1" || cell[0].Modality != Prescribed {
		t.Fatalf("first is %+v", cell)
	}
	for _, p := range cell {
		if p.Address == "ст.3/пп.2" {
			if want := "Совет обязан: … 2) размещать отчет о своей деятельности на интернет-ресурсе;"; p.Quote != want || p.Modality != Obliged {
				t.Errorf("got %s %q, want %q", p.Modality, p.Quote, want)
			}
			return
		}
	}
	t.Error("ст.3/пп.2 is not found")
}

func TestModality(t *testing.T) {
	for s, want := range map[string]Modality{
		"Не допускается вмешательство.":                                 Prohibited,
		"Органы не вправе отказать.":                                    Prohibited,
		"Допускается использование.":                                    May,
		"Фонд обязан публиковать отчет.":                                Obliged,
		"Фонд не обязан публиковать отчет.":                             Neutral,
		"Обязанности членов.":                                           Neutral,
		"Решения являются обязательными для исполнения.":                Obliged,
		"Уплата обязательных платежей.":                                 Neutral,
		"Граждане вправе обратиться.":                                   Entitled,
		"Члены имеют право голоса.":                                     Entitled,
		"Члены не имеют прав на имущество.":                             Neutral,
		"Члены не имеют права голоса.":                                  Prohibited,
		"Организации могут сотрудничать.":                               May,
		"Органы создают советы.":                                        Prescribed,
		"Для участия представляются документы.":                         Prescribed,
		"Советы не образуются при судах.":                               Prohibited,
		"Члены не несут ответственности по долгам.":                     Neutral,
		"К полномочиям совета относятся вопросы бюджета.":               Empowered,
		"Совет вносит рекомендации, которые могут учесть.":              Prescribed,
		"Лица, которые вправе обратиться, и их дети.":                   Neutral,
		"Фонд имеет имущество, которое не может быть его.":              Neutral,
		"Может иметь имущество, кроме того, которым не вправе владеть.": May,
		"Кеңес есеп беруге міндетті.":                                   Obliged,
		"Мүшелер қатысуға құқылы.":                                      Entitled,
		"Араласуға жол берілмейді.":                                     Prohibited,
		"Құрам жариялануға жатады.":                                     Obliged,
		"Уәкілетті орган қағидаларды бекітеді.":                         Prescribed,
		"Комитет, бюджет, совет, ответ и кредит.":                       Neutral,
	} {
		if got := modality(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	// The words that are looked for are governed by what stands before them.
	s := "Совет проводит слушания и вправе приглашать экспертов."
	if got := modalityAt(s, strings.Index(s, "экспертов")); got != Entitled {
		t.Errorf("experts: %q", got)
	}
	if got := modalityAt(s, strings.Index(s, "слушания")); got != Prescribed {
		t.Errorf("hearings: %q", got)
	}
}

func TestExcerpt(t *testing.T) {
	long := "Государственные органы в порядке, установленном законом. Филиалы " + strings.Repeat("иностранных организаций ", 12) + "ежегодно публикуют отчет о деятельности."
	at := strings.Index(long, "публикуют")
	got := plain(runs(long, [][2]int{{at, at + len("публикуют")}}, 200))
	if n := len([]rune(got)); n > 200 || !strings.Contains(got, "публикуют") || !strings.HasPrefix(got, "… Филиалы") {
		t.Errorf("%d characters: %s", n, got)
	}
	if got := plain(runs("Коротко.", nil, 300)); got != "Коротко." {
		t.Errorf("got %s", got)
	}
}

// A template as a user would write it: what it doesn't name stays.
func TestTemplate(t *testing.T) {
	own, err := LoadTemplate("t.yaml", []byte("conclusion: Заключение\nmodalities: {may: вольно}\n"))
	if err != nil {
		t.Fatal(err)
	}
	p := TemplateFor("ru").with(own)
	if p.Conclusion != "Заключение" || p.Criterion != "Критерий" || p.Modalities[May] != "вольно" || p.Modalities[Obliged] != "обязан" {
		t.Errorf("%q, %q, %q", p.Conclusion, p.Criterion, p.Modalities)
	}
	if TemplateFor("ru").Modalities[May] != "может" {
		t.Error("the built-in template has changed")
	}
	for _, lang := range []string{"ru", "kk", "en"} {
		text, err := TemplateText(lang)
		if err != nil {
			t.Fatal(err)
		}
		again, err := LoadTemplate(lang, text)
		if want := TemplateFor(lang); err != nil || !reflect.DeepEqual(*again, want) {
			t.Errorf("%s: %v\n got %+v\nwant %+v", lang, err, again, want)
		}
		for v, i := reflect.ValueOf(TemplateFor(lang)), 0; i < v.NumField(); i++ {
			if v.Field(i).IsZero() {
				t.Errorf("%s has no %s", lang, v.Type().Field(i).Name)
			}
		}
	}
	if _, err := LoadTemplate("t.yaml", []byte("conclusio: x\n")); err == nil {
		t.Error("an unknown phrase is taken")
	}
}

// What an author wrote into the table comes back when it is made anew, from
// Word and from Excel, of other acts in another order.
func TestTopicsKeep(t *testing.T) {
	cb := mustLoad(t, codebook)
	d, e := document(t, "council.md", council), document(t, "other.md", strings.ReplaceAll(council, "отчет", "доклад"))
	main := func(r *table.Report) *table.Table { return r.Blocks[0].(*table.Table) }
	for _, format := range []string{"docx", "xlsx"} {
		edited := Topics(cb, []*corpus.Document{d, e}, TopicOptions{}).Report()
		tab := main(edited)
		tab.Rows[2][len(tab.Head[0])-1] = table.Text("пробел: слушаний нет")
		var b bytes.Buffer
		if err := table.Write(&b, format, edited); err != nil {
			t.Fatal(err)
		}
		src, err := extract.Bytes(t.Context(), "edited."+format, b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		again := Topics(cb, []*corpus.Document{e, d}, TopicOptions{Brief: true}).Report()
		kept := again.Keep(table.ReadBack(src))
		if kept.Texts != 1 || kept.Strange || len(kept.Columns)+len(kept.Guessed)+len(kept.Homeless) > 0 {
			t.Errorf("%s: %+v", format, kept)
		}
		tab = main(again)
		if got := plain(tab.Rows[2][len(tab.Head[0])-1].Runs); got != "пробел: слушаний нет" {
			t.Errorf("%s: the conclusion is %q", format, got)
		}
	}
}

// The provisions that COMPARE.md names for two rows of the table of five acts:
// all must be in the cell, the first one quoted.
func TestRealTopics(t *testing.T) {
	tt := Topics(load(t, "ngo.yaml"), realActs(t), TopicOptions{})
	for label, cells := range map[string][]string{
		"Публичная отчетность": {"ст.7/п.2/пп.4 ст.7/п.2/пп.3", "ст.6-2/п.2/пп.4", "ст.12/п.7 ст.41/п.3", "ст.19/абз.14", "ст.14"},
		"Формы взаимодействия": {"ст.1/п.8", "ст.4-2/п.1/пп.2 ст.4-2/п.2/пп.2", "ст.40/п.2", "ст.4/абз.3", "ст.19"},
	} {
		i := slices.IndexFunc(tt.Rows, func(r TopicRow) bool { return r.Label == label })
		for j, want := range cells {
			cell := tt.Rows[i].Cells[j]
			for k, a := range strings.Fields(want) {
				at := slices.IndexFunc(cell, func(p Provision) bool { return string(p.Address) == a })
				if at < 0 || k == 0 && at != 0 {
					t.Errorf("%s, %s: %s is at %d of %d", label, tt.Documents[j].Title, a, at, len(cell))
				}
			}
		}
	}
	for _, row := range tt.Rows {
		for j, cell := range row.Cells {
			for _, p := range cell {
				if n := len([]rune(p.Quote)); n > maxQuote+4 || p.Text == "" {
					t.Errorf("%s, %s, %s: quote of %d characters", row.Label, tt.Documents[j].Title, p.Address, n)
				}
			}
		}
	}
}

// The order of the documents changes nothing but the order of the columns.
func TestTopicsOrder(t *testing.T) {
	docs := []*corpus.Document{document(t, "council.md", council), document(t, "other.md", strings.ReplaceAll(council, "отчет", "доклад")),
		document(t, "third.md", "# О комитетах\n\n### Статья 1. Отчет\n\nКомитет обязан публиковать отчет в порядке, определяемом министерством.\n")}
	checkOrder(t, mustLoad(t, codebook), docs)
}

func TestRealTopicsOrder(t *testing.T) { checkOrder(t, load(t, "ngo.yaml"), realActs(t)) }

func checkOrder(t *testing.T, cb *Codebook, docs []*corpus.Document) {
	t.Helper()
	want := Topics(cb, docs, TopicOptions{})
	n := len(docs)
	for _, order := range [][]int{reversed(n), rotated(n)} { // order[i] is the document in column i
		permuted := make([]*corpus.Document, n)
		for i, k := range order {
			permuted[i] = docs[k]
		}
		got := Topics(cb, permuted, TopicOptions{})
		for i := range want.Rows {
			back := make([][]Provision, n)
			for col, k := range order {
				back[k] = got.Rows[i].Cells[col]
			}
			if !reflect.DeepEqual(back, want.Rows[i].Cells) {
				t.Errorf("order %v: cells of %s differ", order, want.Rows[i].Label)
			}
			if g, w := hintSet(got, got.Rows[i], order), hintSet(want, want.Rows[i], nil); !slices.Equal(g, w) {
				t.Errorf("order %v: hints of %s are %q, want %q", order, want.Rows[i].Label, g, w)
			}
		}
		back := make([][]Reference, n)
		for _, r := range got.References {
			r.Document = order[r.Document]
			back[r.Document] = append(back[r.Document], r)
		}
		if !reflect.DeepEqual(slices.Concat(back...), want.References) {
			t.Errorf("order %v: references differ", order)
		}
	}
}

func reversed(n int) []int {
	order := rotated(n)
	slices.Sort(order)
	slices.Reverse(order)
	return order
}

func rotated(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = (i + 1) % n
	}
	return order
}

// hintSet prints the hints of a row with the documents of the original order.
func hintSet(t *TopicTable, row TopicRow, order []int) []string {
	var ss []string
	for _, h := range row.Hints {
		var pairs []string
		for k, i := range h.Documents {
			if order != nil {
				i = order[i]
			}
			pair := strconv.Itoa(i)
			if len(h.Modalities) > 0 {
				pair += string(h.Modalities[k])
			}
			pairs = append(pairs, pair)
		}
		slices.Sort(pairs)
		ss = append(ss, fmt.Sprint(h.Kind, pairs, h.DatesDiffer))
	}
	slices.Sort(ss)
	return ss
}

func TestTitle(t *testing.T) {
	for name, want := range map[string]string{
		"Взаимодействие государственных органов и НПО":   "Нормы о взаимодействии государственных органов и НПО в двух законах РК",
		"Участие населения и финансирование организаций": "Нормы об участии населения и финансировании организаций в двух законах РК",
		"Открытость органов":                             "Нормы об открытости органов в двух законах РК",
		"Государство и неправительственные организации":  "Нормы по теме «Государство и неправительственные организации» в двух законах РК",
		"Финансирование организаций и контроль":          "Нормы по теме «Финансирование организаций и контроль» в двух законах РК",
		"Общие положения":                                "Нормы по теме «Общие положения» в двух законах РК",
		"Отчётность":                                     "Нормы по теме «Отчётность» в двух законах РК",
	} {
		a, b := document(t, "a.md", "# О советах"), document(t, "b.md", "# О комитетах")
		for _, d := range []*corpus.Document{a, b} {
			d.Meta.Type, d.Meta.Jurisdiction, d.Meta.Language = "law", "KZ", "ru"
		}
		tt := Topics(mustLoad(t, "codebook: "+name+"\ncategories: [{id: а, any: [б]}]"), []*corpus.Document{a, b}, TopicOptions{})
		p := TemplateFor("ru")
		if got := tt.title(&p); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// dump prints a report plainly. Addresses stand for citations, which have tests
// of their own.
func dump(w io.Writer, r *table.Report, docs []*corpus.Document) {
	addresses := map[string]string{}
	for _, d := range docs {
		for a := range d.All() {
			addresses[d.ShortCitation(a, d.Meta.Language)] = string(a)
		}
	}
	cell := func(c table.Cell) string {
		switch c.Format {
		case table.FormatText:
			s := plain(c.Runs)
			lines := strings.Split(s, "\n")
			for i, l := range lines {
				if a, ok := addresses[l]; ok {
					lines[i] = a
				} else if head, tail, ok := strings.Cut(l, " – "); ok && addresses[tail] != "" {
					lines[i] = head + " – " + addresses[tail]
				}
			}
			return strings.Repeat("  ", c.Indent) + strings.Join(lines, " ¶ ")
		case table.FormatNone:
			return "–"
		case table.FormatMissing:
			return "н.д."
		}
		return strconv.FormatFloat(c.Value, 'f', -1, 64)
	}
	fmt.Fprintf(w, "# %s\n", r.Title)
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case *table.Paragraph:
			fmt.Fprintf(w, "\n%s\n", plain(b.Runs))
		case *table.Table:
			fmt.Fprintf(w, "\n## %s (%s; %s)\n", b.Caption, b.Source, b.Base)
			for _, row := range append(b.Head, b.Rows...) {
				var cs []string
				for _, c := range row {
					cs = append(cs, cell(c))
				}
				fmt.Fprintln(w, strings.Join(cs, " | "))
			}
			for _, note := range b.Notes {
				fmt.Fprintln(w, "* "+note)
			}
		}
	}
	for _, f := range r.Made {
		fmt.Fprintf(w, "\n%s: %s", f.Name, f.Value)
	}
	fmt.Fprintln(w)
}

func TestReports(t *testing.T) {
	d := document(t, "council.md", council)
	e := document(t, "other.md", strings.ReplaceAll(council, "отчет", "доклад"))
	docs := []*corpus.Document{d, e}
	cb := mustLoad(t, codebook)
	for name, r := range map[string]*table.Report{
		"counts.txt": Count(cb, docs, CountOptions{}).Report(),
		"topics.txt": Topics(cb, docs, TopicOptions{Title: "Нормы о советах"}).Report(),
		"brief.txt":  Topics(cb, docs, TopicOptions{Brief: true}).Report(),
	} {
		var b bytes.Buffer
		dump(&b, r, docs)
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, b.Bytes()) {
			t.Errorf("%s differs; -update rewrites it:\n%s", name, b.Bytes())
		}
	}
}

var update = flag.Bool("update", false, "rewrite golden files")

func FuzzLoad(f *testing.F) {
	f.Add(codebook)
	f.Add("categories:\n  - {id: а, any: [б, '#а']}")
	f.Add("sets: {а: [б]}\ncategories: [{id: 1, any: {}}]")
	f.Fuzz(func(t *testing.T, s string) {
		cb, err := Load("f.yaml", []byte(s))
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatal(err)
		}
		if err == nil {
			Count(cb, nil, CountOptions{})
		}
	})
}

func BenchmarkCount(b *testing.B) {
	docs := realActs(b)
	cb := load(b, "ngo.yaml")
	n := 0
	for _, d := range docs {
		for _, u := range d.All() {
			n += len(u.Own())
		}
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		Count(cb, docs, CountOptions{})
	}
}

func BenchmarkTopics(b *testing.B) {
	docs := realActs(b)
	cb := load(b, "ngo.yaml")
	for b.Loop() {
		Topics(cb, docs, TopicOptions{})
	}
}
