package sample

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"svod/compare/content"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}

// read parses a file of the sample; it skips the test if the format has no
// reader in this build.
func read(t *testing.T, name string) (*corpus.Document, []parse.Problem) {
	t.Helper()
	data, err := Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	src, err := extract.Bytes(context.Background(), path.Base(name), data)
	if e := (*extract.Error)(nil); errors.As(err, &e) && e.Code == "format" {
		t.Skipf("no reader of %s yet", path.Ext(name))
	}
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}

// numbers lists the numbers of all units of a kind, excluded ones included.
func numbers(d *corpus.Document, kind corpus.Kind) []string {
	var nums []string
	d.Root.Walk(func(u *corpus.Unit) bool {
		if u.Kind == kind {
			nums = append(nums, u.Num)
		}
		return true
	})
	return nums
}

var acts = []struct {
	file, title, date, language string
	articles                    string
}{
	{"государственный-социальный-заказ.html", "О государственном социальном заказе", "2015-06-04", "ru", "1 2 3 4 5 5¹ 6 7 8 9 10 11"},
	{"доступ-к-информации.md", "О доступе к публичной информации", "2016-10-14", "ru", "1 2 3 4 5 6 7 8 9 10 11 12"},
	{"некоммерческие-организации.txt", "О некоммерческих организациях", "2004-11-09", "ru", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"},
	{"общественные-объединения.pdf", "Об общественных объединениях", "2009-04-23", "ru", "1 2 3 4 5 6 7 8 9 10"},
	{"общественные-советы.ed-2019.md", "Об общественных советах", "2019-02-18", "ru", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"},
	{"общественные-советы.ed-2021.docx", "Об общественных советах", "2019-02-18", "ru", "1 2 2-1 3 4 5 5-1 6 7 8 9 10 11 12 13 14"},
	{"қоғамдық-кеңестер.ed-2019.kk.md", "Қоғамдық кеңестер туралы", "2019-02-18", "kk", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"},
}

func TestActs(t *testing.T) {
	var names []string
	for _, a := range acts {
		names = append(names, a.file)
		t.Run(a.file, func(t *testing.T) {
			d, problems := read(t, "acts/"+a.file)
			if got := strings.Join(numbers(d, corpus.KindArticle), " "); got != a.articles {
				t.Errorf("articles %s, want %s", got, a.articles)
			}
			for _, p := range problems {
				if strings.HasPrefix(p.Code, "number-") {
					t.Errorf("line %d: %s %v", p.Line, p.Code, p.Args)
				}
			}
			if d.Meta.Title != a.title || d.Meta.Date != a.date || d.Meta.Language != a.language {
				t.Errorf("meta %+v", d.Meta)
			}
			if err := d.Verify(); err != nil {
				t.Error(err)
			}
		})
	}
	entries, err := fs.ReadDir(Files, "acts")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(names, e.Name()) {
			t.Errorf("acts/%s is not in this test", e.Name())
		}
	}
}

// The Kazakh text must be parallel to the Russian: the same units with the
// same numbers in the same order.
func TestKazakhParallel(t *testing.T) {
	shape := func(name string) []string {
		d, _ := read(t, name)
		var s []string
		d.Root.Walk(func(u *corpus.Unit) bool {
			s = append(s, u.Kind.String()+" "+u.Num)
			return true
		})
		return s
	}
	ru, kk := shape("acts/общественные-советы.ed-2019.md"), shape("acts/қоғамдық-кеңестер.ed-2019.kk.md")
	for i := range min(len(ru), len(kk)) {
		if ru[i] != kk[i] {
			t.Fatalf("unit %d: %q in Russian, %q in Kazakh", i, ru[i], kk[i])
		}
	}
	if len(ru) != len(kk) {
		t.Errorf("%d units in Russian, %d in Kazakh", len(ru), len(kk))
	}
}

// What the second edition is here to show.
func TestEditions(t *testing.T) {
	old, _ := read(t, "acts/общественные-советы.ed-2019.md")
	upd, _ := read(t, "acts/общественные-советы.ed-2021.docx")
	units := func(d *corpus.Document) map[string]*corpus.Unit {
		m := map[string]*corpus.Unit{}
		for a, u := range d.All() {
			m[string(a)] = u
		}
		return m
	}
	a, b := units(old), units(upd)
	for _, address := range []string{"ст.2-1", "ст.5-1", "ст.5/п.1/пп.4-1", "ст.6/п.6", "ст.8/п.4", "ст.13/п.1"} {
		if a[address] != nil || b[address] == nil {
			t.Errorf("%s must be only in the second edition", address)
		}
	}
	for _, address := range []string{"ст.5/п.1/пп.3", "ст.7/п.3"} {
		if u := b[address]; u == nil || !u.Repealed || a[address] == nil || a[address].Repealed {
			t.Errorf("%s must be excluded in the second edition", address)
		}
	}
	kk, _ := read(t, "acts/қоғамдық-кеңестер.ed-2019.kk.md")
	for _, u := range []*corpus.Unit{a["ст.13"], kk.At("ст.13")} {
		if u == nil || u.Text != "" || len(u.Notes) != 1 || len(u.Units) != 0 {
			t.Errorf("article 13 must wait for its text in the first edition: %+v", u)
		}
	}
	if x, y := a["ст.6/п.3"], b["ст.6/п.6"]; x == nil || y == nil || x.Text != y.Text {
		t.Errorf("clause 3 of article 6 must have become clause 6")
	}
	if x, y := a["ст.7/п.3"], b["ст.8/п.4"]; x == nil || y == nil || x.Text != y.Text {
		t.Errorf("clause 3 of article 7 must have moved to article 8")
	}
	for address, u := range b {
		if strings.Contains(u.Text, "управ") && address != "преамбула" {
			t.Errorf("%s keeps the old term: %s", address, u.Text)
		}
	}
}

// Every topic must be in two acts at least, and some act must lack some topic:
// what is missing is what the table of topics is read for.
func TestTopics(t *testing.T) {
	data, err := Files.ReadFile("codebooks/topics.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cb, err := content.Load("topics.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(cb.Categories) != 10 {
		t.Errorf("%d topics, want 10", len(cb.Categories))
	}
	var docs []*corpus.Document
	for _, a := range acts {
		if a.language == "ru" && !strings.Contains(a.file, "ed-2019") {
			d, _ := read(t, "acts/"+a.file)
			docs = append(docs, d)
		}
	}
	gaps := 0
	for _, row := range content.Topics(cb, docs, content.TopicOptions{}).Rows {
		found := 0
		for i, cell := range row.Cells {
			t.Logf("%s, %s: %d", row.ID, docs[i].Meta.Title, len(cell))
			if len(cell) > 0 {
				found++
			}
		}
		if found < 2 {
			t.Errorf("topic %s is in %d acts: nothing to compare", row.ID, found)
		}
		gaps += len(docs) - found
	}
	if gaps == 0 {
		t.Error("every act has every topic")
	}
}
