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
	c := Count(mustLoad(t, codebook), docs, CountOptions{By: []string{"регион"}})
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
		{"pattern", "categories:\n  - id: а\n    any:\n      - отчет /0 совет\n", "4:15 pattern отчет /0 совет: query: bad-distance at byte 11: /0, 1000"},
		{"quoted pattern", "categories:\n  - id: а\n    any:\n      - '(отчет'\n", "4:10 pattern (отчет: query: unclosed-bracket at byte 0"},
		{"no set", "categories:\n  - id: а\n    any: ['б @нет']\n", "3:14 pattern б @нет: query: no-set at byte 3: нет"},
		{"circle", "categories:\n  - id: а\n    any: ['#б']\n  - id: б\n    any: ['#а']\n", "2:9 cycle а б а"},
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

func TestExcerpt(t *testing.T) {
	long := "Государственные органы в порядке, установленном законом. Филиалы " + strings.Repeat("иностранных организаций ", 12) + "ежегодно публикуют отчет о деятельности."
	at := strings.Index(long, "публикуют")
	got := plain(runs(long, [][2]int{{at, at + len("публикуют")}}, 200))
	if n := len([]rune(got)); n > 200 || !strings.Contains(got, "публикуют") || !strings.HasPrefix(got, "… Филиалы") {
		t.Errorf("%d characters: %s", n, got)
	}
	list := "Не допускается слияние общественных и государственных институтов, незаконное вмешательство государства в дела фондов и фондов в дела государства, возложение на фонды функций органов."
	at = strings.Index(list, "на фонды")
	if got := plain(runs(list, [][2]int{{at, at + len("на фонды")}}, 150)); got != "Не допускается слияние … возложение на фонды функций органов." && !strings.Contains(got, "… возложение") {
		t.Errorf("got %s", got)
	}
	if got := shortenMiddle("Для осуществления своих уставных целей фонды в установленном порядке имеют право:", 60); got != "Для осуществления своих уставных … имеют право:" {
		t.Errorf("got %s", got)
	}
	if got := plain(runs("Коротко.", nil, 300)); got != "Коротко." {
		t.Errorf("got %s", got)
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
			b = b.Filled()
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
		golden(t, name, b.Bytes())
	}
}

var update = flag.Bool("update", false, "rewrite golden files")

// golden compares with a file of testdata, or rewrites it.
func golden(t testing.TB, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs; -update rewrites it:\n%s", name, got)
	}
}

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
