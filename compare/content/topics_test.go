package content

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
)

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
		if format == "xlsx" && !offers(t, b.Bytes(), "коллизия (проверить)") {
			t.Error("no kinds of conclusions are offered")
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

// offers reports whether a workbook has a list to choose a word from.
func offers(t *testing.T, workbook []byte, word string) bool {
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := z.Open("xl/worksheets/sheet2.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer sheet.Close()
	b, err := io.ReadAll(sheet)
	if err != nil {
		t.Fatal(err)
	}
	_, lists, _ := bytes.Cut(b, []byte("<dataValidations"))
	return bytes.Contains(lists, []byte(word))
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
				if n := len([]rune(p.Quote)); n > maxQuote || p.Text == "" {
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
			if len(h.Deadlines) > 0 {
				pair += h.Deadlines[k]
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

// A Kazakh act gives a Kazakh table; beside a Russian one each column says its
// language, and a codebook in another language than the act a warning.
func TestTopicsLanguages(t *testing.T) {
	kk := document(t, "kk.md", "# Қоғамдық кеңестер туралы\n\n### 1-бап. Есеп\n\n1. Кеңес жыл сайын есеп береді.\n\n2. Кеңес мүшелері:\n\n1) есеп беруге;\n\n2) қоғамның сұрақтарына жауап беруге міндетті.\n")
	ru := document(t, "ru.md", "# О советах\n\n### Статья 1. Отчет\n\nСовет ежегодно публикует отчет.\n")
	kk.Meta.Language, ru.Meta.Language = "kk", "ru"
	const both = "codebook: x\ncategories: [{id: a, name: А, any: [есеп, отчет]}]"
	main := func(tt *TopicTable) *table.Table { return tt.Report().Blocks[0].(*table.Table) }

	tt := Topics(mustLoad(t, both), []*corpus.Document{kk, kk}, TopicOptions{})
	if got := plain(main(tt).Head[0][1].Runs); got != "Өлшемшарт" {
		t.Errorf("the criterion is headed %q", got)
	}
	for _, p := range tt.Rows[0].Cells[0] {
		if p.Address == "ст.1/п.2/пп.1" && p.Modality != Obliged {
			t.Errorf("%s is %q: the verb ends the list", p.Address, p.Modality)
		}
	}
	tt = Topics(mustLoad(t, both), []*corpus.Document{kk, ru}, TopicOptions{})
	head := main(tt).Head[0]
	if !strings.Contains(plain(head[2].Runs), "язык: казахский") || !strings.Contains(plain(head[3].Runs), "язык: русский") {
		t.Errorf("heads %q, %q", plain(head[2].Runs), plain(head[3].Runs))
	}
	tt = Topics(mustLoad(t, "language: ru\n"+both), []*corpus.Document{kk, ru}, TopicOptions{})
	if notes := strings.Join(main(tt).Notes, "\n"); !strings.Contains(notes, "язык кодификатора – русский, язык акта «Қоғамдық кеңестер туралы» – казахский") {
		t.Errorf("notes %s", notes)
	}
}

// What is quoted stands in the text, in order, and is not longer than allowed.
func FuzzQuote(f *testing.F) {
	f.Add(council, uint16(40), uint16(60), uint8(100))
	f.Add("Не допускается слияние, незаконное вмешательство в дела. Совет (или фонд) вправе.", uint16(60), uint16(70), uint8(50))
	f.Add("слово", uint16(0), uint16(2), uint8(3))
	f.Fuzz(func(t *testing.T, s string, from, length uint16, most uint8) {
		s = strings.ToValidUTF8(s, "")
		if s == "" {
			return
		}
		rest := []rune(s)
		at0 := int(from) % len(rest)
		lo := len(string(rest[:at0]))
		hi := lo + len(string(rest[at0:min(len(rest), at0+1+int(length)%20)]))
		limit := 20 + int(most)
		rs := runs(s, [][2]int{{lo, hi}}, limit)
		if n := utf8.RuneCountInString(plain(rs)); n > limit && n > utf8.RuneCountInString(s) {
			t.Errorf("%d characters of at most %d", n, limit)
		}
		at := 0
		for _, r := range rs {
			if r.Mark == table.MarkMuted || strings.TrimSpace(r.Text) == "" {
				continue
			}
			i := strings.Index(s[at:], r.Text)
			if i < 0 {
				t.Fatalf("%q is not in the text behind %d", r.Text, at)
			}
			at += i + len(r.Text)
		}
		shortenMiddle(s, limit)
		shorten(s, limit)
	})
}
