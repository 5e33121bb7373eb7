package official

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/parse"
)

var update = flag.Bool("update", false, "write the golden files anew")

// read parses a text, a line a paragraph.
func read(t testing.TB, name, text string) *corpus.Document {
	t.Helper()
	src := &corpus.Source{Name: name, Format: "text", SHA256: strings.Repeat("ab", 32)}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			src.Lines = append(src.Lines, corpus.Line{Text: line})
		}
	}
	d, _ := parse.Parse(src)
	return d
}

func file(t testing.TB, name string) *corpus.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, name, string(data))
}

// at is a Where of an address.
func at(t testing.TB, address string) amend.Where {
	t.Helper()
	if address == "" {
		return amend.Where{}
	}
	ref, ok := corpus.ParseReference(address)
	if !ok {
		t.Fatalf("no address: %q", address)
	}
	var w amend.Where
	for _, s := range ref.Steps {
		w.Levels = append(w.Levels, amend.Level{Step: s})
	}
	return w
}

// unit is a new unit.
func unit(kind corpus.Kind, num, title, text string) *corpus.Unit {
	u := &corpus.Unit{Kind: kind, Num: num, Title: title, Text: text}
	switch kind {
	case corpus.KindArticle:
		u.Label = "Статья " + num + "."
	case corpus.KindClause:
		u.Label = num + "."
	case corpus.KindSubclause:
		u.Label = num + ")"
	}
	return u
}

// draft is a draft on the acts of testdata, with all kinds of operations, some
// of which cannot be carried out.
func draft(t testing.TB) *amend.Draft {
	d := &amend.Draft{
		Document: read(t, "draft.txt", "О внесении изменений и дополнений в некоторые законы\nСтатья 1. Внести изменения в следующие законы:\n1. В Закон «О советах при органах»:\n1) непонятное;\n2. В Закон «О грантах»:\n"),
		Acts:     []amend.Act{{Place: "ст.1/п.1", Name: "Закон «О советах при органах»", Title: "О советах при органах"}, {Place: "ст.1/п.2", Name: "Закон «О грантах»", Title: "О грантах"}},
	}
	d.Document.Meta.Type, d.Document.Meta.Jurisdiction, d.Document.Meta.Title = "law", "KZ", "О внесении изменений и дополнений в некоторые законы"
	add := func(o amend.Operation, where ...string) {
		for _, w := range where {
			o.Where = append(o.Where, at(t, w))
		}
		o.Lines = corpus.Span{Lo: len(d.Operations), Hi: len(d.Operations) + 1}
		d.Operations = append(d.Operations, o)
	}
	later := amend.Effect{Date: "2027-01-01"}
	add(amend.Operation{Kind: amend.Replace, Object: amend.Words, Old: "совещательный орган", New: "консультативный орган", Text: "в подпункте 1) слова «совещательный орган» заменить словами «консультативный орган»"}, "ст.1/пп.1")
	add(amend.Operation{Kind: amend.Add, Object: amend.Units, Nums: []string{"2-1"}, New: "2-1) председатель – член совета, избранный советом;", Units: []*corpus.Unit{unit(corpus.KindSubclause, "2-1", "", "председатель – член совета, избранный советом;")}, Text: "дополнить подпунктом 2-1) следующего содержания:"}, "ст.1")
	add(amend.Operation{Kind: amend.Restate, Object: amend.Units, New: "2) приглашать независимых экспертов;", Units: []*corpus.Unit{unit(corpus.KindSubclause, "2", "", "приглашать независимых экспертов;")}, Text: "подпункт 2) изложить в следующей редакции:"}, "ст.2/п.1/пп.2")
	add(amend.Operation{Kind: amend.Replace, Object: amend.Words, Old: "пяти", New: "трех", Text: "слово «пяти» заменить словом «трех»"}, "ст.2/п.2")
	add(amend.Operation{Kind: amend.Remove, Object: amend.Units, Text: "пункт 3 исключить", Effect: later}, "ст.2/п.3")
	add(amend.Operation{Kind: amend.Restate, Object: amend.Units, New: "Статья 3. Состав\nСовет состоит из девяти членов.", Units: []*corpus.Unit{unit(corpus.KindArticle, "3", "Состав", "Совет состоит из девяти членов.")}, Text: "статью 3 изложить в следующей редакции:"}, "ст.3")
	add(amend.Operation{Kind: amend.Add, Object: amend.Units, Nums: []string{"3-1"}, New: "Статья 3-1. Срок\nСовет избирается на два года.", Units: []*corpus.Unit{unit(corpus.KindArticle, "3-1", "Срок", "Совет избирается на два года.")}, Text: "дополнить статьей 3-1 следующего содержания:"}, "")
	add(amend.Operation{Kind: amend.Repeal, Object: amend.Units, Text: "статью 4 признать утратившей силу"}, "ст.4")
	add(amend.Operation{Kind: amend.Replace, Object: amend.Words, Old: "а", New: "б", Text: "в статье 99 слово «а» заменить словом «б»"}, "ст.99/п.2")
	add(amend.Operation{Act: 1, Kind: amend.Suspend, Object: amend.Units, Until: "2027-01-01", Text: "приостановить до 1 января 2027 года действие пункта 2 статьи 2"}, "ст.2/п.2")
	add(amend.Operation{Act: 1, Kind: amend.Replace, Object: amend.Words, Old: "год", New: "два года", Text: "слово «год» заменить словами «два года»"}, "ст.2/п.1")
	d.Unread = []amend.Unread{{Place: "ст.1/п.1/пп.1", Lines: corpus.Span{Lo: 3, Hi: 4}, Text: "непонятное;"}}
	return d
}

func golden(t *testing.T, name string, r *table.Report) {
	t.Helper()
	var b strings.Builder
	if err := table.Write(&b, "md", r); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s is not as it was:\n%s", name, b.String())
	}
}

func laws(t testing.TB) []*corpus.Document {
	return []*corpus.Document{file(t, "councils.txt"), file(t, "grants.txt")}
}

func note(t testing.TB) *Note {
	t.Helper()
	return ReadNote(file(t, "note.txt").Source)
}

func TestTable(t *testing.T) {
	golden(t, "unit.ru.md", Make(draft(t), laws(t), note(t), Options{}).Report())
	golden(t, "operation.ru.md", Make(draft(t), laws(t), note(t), Options{ByOperation: true}).Report())
}

// Every operation stands in a row; every row that shows a change has its
// operations; and the rows hold all that changed.
func TestRowsAreComplete(t *testing.T) {
	for _, byOperation := range []bool{false, true} {
		tab := Make(draft(t), laws(t), nil, Options{ByOperation: byOperation})
		checkComplete(t, tab)
	}
}

func checkComplete(t *testing.T, tab *Table) {
	t.Helper()
	for i := range tab.Draft.Operations {
		if !slices.ContainsFunc(tab.Rows, func(r Row) bool { return slices.Contains(r.Operations, i) }) {
			t.Errorf("operation %d stands in no row: %s", i+1, tab.opOf(i).Text)
		}
	}
	for i := range tab.Draft.Unread {
		if !slices.ContainsFunc(tab.Rows, func(r Row) bool { return r.Unread == i+1 }) {
			t.Errorf("what was not read stands in no row: %s", tab.Draft.Unread[i].Text)
		}
	}
	for _, r := range tab.Rows {
		if len(r.Operations) == 0 && r.Unread == 0 {
			t.Errorf("a row without operations: %s", r.Element)
		}
	}
	for _, a := range tab.acts {
		if a.r == nil {
			continue
		}
		shown := map[corpus.Address]bool{}
		for _, r := range tab.Rows {
			if r.Act == a.n && r.Status == Changed {
				for _, p := range slices.Concat(r.Old, r.New) {
					shown[p.Address] = true
				}
			}
		}
		var olds, news []string
		for i := range a.c.Rows {
			r := &a.c.Rows[i]
			for _, p := range slices.Concat(r.Old, r.New) {
				if altered(r) && !shown[p.Address] {
					t.Errorf("%s changed and stands in no row", p.Address)
				}
			}
			for _, p := range r.Old {
				olds = append(olds, string(p.Address)+"\t"+p.Text)
			}
			for _, p := range r.New {
				news = append(news, string(p.Address)+"\t"+p.Text)
			}
		}
		checkText(t, a.r.Old, olds)
		checkText(t, a.r.New, news)
	}
}

// checkText checks that places are all of a document that has words.
func checkText(t *testing.T, d *corpus.Document, places []string) {
	t.Helper()
	var want []string
	for a, u := range d.All() {
		if own := u.Own(); own != "" {
			want = append(want, string(a)+"\t"+own)
		}
	}
	places = slices.DeleteFunc(slices.Clone(places), func(s string) bool { return strings.HasSuffix(s, "\t") })
	slices.Sort(want)
	slices.Sort(places)
	if !slices.Equal(want, places) {
		t.Errorf("the rows do not hold the text: %d of %d", len(places), len(want))
	}
}

// What is not a form of the official table is laid out too.
func TestForms(t *testing.T) {
	for _, form := range compare.Forms() {
		r := Make(draft(t), laws(t), note(t), Options{Options: compare.Options{Form: form}}).Report()
		if len(r.Blocks) == 0 || r.Title == "" {
			t.Errorf("%s: %q", form, r.Title)
		}
	}
}

func TestKazakhTable(t *testing.T) {
	d := amend.Read(file(t, "kk-draft.txt"))
	tab := Make(d, []*corpus.Document{file(t, "kk-law.txt")}, ReadNote(file(t, "kk-note.txt").Source), Options{})
	checkComplete(t, tab)
	golden(t, "unit.kk.md", tab.Report())
}

// Provisions that the act does not have are named all the same.
func TestCited(t *testing.T) {
	tab := Make(draft(t), laws(t), nil, Options{})
	for address, want := range map[string]string{
		"ст.99/п.2": "пункт 2 статьи 99", "подпункты 3) и 4) пункта 1 статьи 7": "подпункт 3) пункта 1 статьи 7, подпункт 4) пункта 1 статьи 7",
		"пункты 9–11 статьи 7": "пункт 9 статьи 7, пункт 10 статьи 7, пункт 11 статьи 7",
		"прил.2/п.5":           "пункт 5 приложения 2", "ст.4/абз.3": "абзац третий статьи 4", "": "Акт в целом",
	} {
		if got := tab.acts[0].cited(at(t, address)); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	row := at(t, "прил.1")
	row.Levels = append(row.Levels, amend.Level{Step: corpus.Step{Kind: corpus.KindRow, Nums: []string{"2"}}, Noun: "строка, порядковый номер"})
	if got, want := tab.acts[0].cited(row), "строка, порядковый номер 2, приложение 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A draft that repeals acts needs none of their texts.
func TestRepealed(t *testing.T) {
	d := amend.Read(read(t, "repeal.txt", `О признании утратившими силу некоторых решений
Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:
1. Признать утратившим силу постановление Правительства Республики Казахстан от 4 мая 2020 года № 7 «О совете».
`))
	if !RepealsOnly(d) {
		t.Fatalf("%d operations, %d unread", len(d.Operations), len(d.Unread))
	}
	r := Make(d, nil, nil, Options{}).Rows[0]
	if r.Status != Changed || words(r.After) != "Признать утратившим силу" || !strings.Contains(words(r.Before), "«О совете»") {
		t.Errorf("%+v", r)
	}
}
