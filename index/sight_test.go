package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/query"
	"svod/corpus/store"
)

// What is hard for a list of words: compounds and labels, numbers of several
// groups, soft hyphens, several lines and sentences in a unit, two languages,
// punctuation of all kinds, tables, and nothing at all.
var hardLaw = strings.ReplaceAll(`Закон
О социально-правовой помощи

Статья 1. Социально-правовая помощь
1. Социально-правовая помощь, в т. ч. «право-вая», — это по|мощь. Помощь оказывают центры!  Всем.
2. Помощь	оказывается за 33 143,0 тенге (в 2015–2018 годах); срок – 10-15 дней, ст.5-1 закона № 123-ФЗ.
«Помощь» помощь помощь-помощь.
3. …
1) помощь: а) центру;
2) ПОМОЩЬ без права.
Право на помощь имеет каждый. Правовая помощь – не милость.

2-бап. Құқықтық көмек
1. Азаматтың құқықтық көмек алуға құқығы бар. Көмек тегін көрсетіледі.
2. Көмек көрсету мерзімі – 10 күн.

Статья 3. Центр помощи центру
Центр помогает. Орган, оказывающий помощь, публикует отчёт и отчеты о помощи.

Статья 4. Пустая

Статья 5-1. Отчеты
Центр помощи представляет отчет. Орган оценивает отчет центра помощи.
`, "|", "\u00ad")

var sightQueries = []string{
	"помощь", "право", "=помощь", "=помощи", "прав*", "*ник", "отч?т", "социально-правовая", "правовая", "10", "15", "33143", "5-1",
	`"социально-правовая помощь"`, `"помощь помощь"`, `"правовая помощь"`, `"не милость"`, "помощь /2 центр", "центр +3 отчет", "право /5 помощь",
	"помощь /с центр", "помощь /п право", "отчет /ст орган", "помощь И право НЕ центр", "отчет ИЛИ көмек", "помощь отчет", "көмек", "құқық алу", "азамат",
	"(центр ИЛИ орган) И отчет", `"отчет центра" /5 орган`, "помощь НЕ (право И центр)", "милость центр", "123-фз", "помощь /1 помощь",
	"помащь~", "отчот~1 центр", "НЕ_МЕНЕЕ2(помощь)", "не", "в", "закон", "орган НЕ закон", "совет И отчет", `"в соответствии с"`, "общественный /3 совет", "статья", "мемлекеттік", "налог*", "срок /п орган",
	"НЕ_МЕНЕЕ2(право)", "НЕ_МЕНЕЕ2(помощь ИЛИ право) И закон",
}

const sightSynonyms = `
помощь = содействие = көмек
милость = ПОМОЩЬ
право > орган = центр помощи
центр помощи = социальная служба
ЦП = центр
орган = Орган власти = ОРГ
совет = палата
отчет = доклад о деятельности = ОТЧЕТЫ
`

// A search by word lists finds what one by texts does, to the last digit of the
// score.
func TestSight(t *testing.T) {
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	put := func(name string, data []byte) {
		src, err := extract.Bytes(ctx, name, data)
		if err != nil {
			t.Fatal(name, err)
		}
		d, _ := parse.Parse(src)
		if _, err := st.Add(ctx, d, data); err != nil {
			t.Fatal(err)
		}
	}
	put("hard.txt", []byte(hardLaw))
	put("empty.txt", []byte("О садах\n"))
	for _, name := range realActs() {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		put(filepath.Base(name), data)
	}
	ix, err := Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	list, err := st.List(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s := &search{ctx: ctx, docs: st, lists: &ix.lists, sorted: &ix.acts, all: list, list: list}
	synonyms, _ := query.ReadSynonyms("", []byte(sightSynonyms))
	var asking []asked
	for _, text := range sightQueries {
		q, err := query.Parse(text, "")
		if err != nil {
			t.Fatal(text, err)
		}
		asking = append(asking, newAsked(q, q, false))
		if x := q.Expand(synonyms); len(x.Synonyms()) > 0 {
			asking = append(asking, newAsked(q, x, false), newAsked(q.AnyWord(), x.AnyWord(), true))
		}
	}
	seen := 0
	for _, q := range asking {
		s.query = q
		err = ix.read(ctx, st, func(b bleve.Index) error {
			cs, err := candidates(ctx, b, q.query, lift{}, list, len(list), 0)
			if err != nil {
				return err
			}
			want, err := verify(ctx, st, q, cs)
			if err != nil {
				return err
			}
			got, err := s.sight(b, q.query.Matcher(), cs)
			if err != nil {
				return err
			}
			seen += len(got)
			for i := range want {
				w := want[i]
				w.own, w.units, w.unread, w.wording = "", nil, true, 0
				if i < len(got) { // what words cannot tell was read
					got[i].own, got[i].units, got[i].unread, got[i].wording = "", nil, true, 0
				}
				if i >= len(got) || !reflect.DeepEqual(got[i], w) {
					return fmt.Errorf("%d\nwant %+v\ngot  %+v", i, w, got[min(i, len(got)-1)])
				}
			}
			if len(got) != len(want) {
				return fmt.Errorf("%d found, want %d", len(got), len(want))
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", q.query, err)
		}
	}
	if seen < 100 {
		t.Errorf("only %d found", seen)
	}
}

func realActs() []string {
	dir := os.Getenv("SVOD_DATA")
	for up := "."; dir == "" && len(up) < 30; up += "/.." {
		if d := filepath.Join(up, "shared", "data"); isDir(d) {
			dir = d
		}
	}
	names, _ := filepath.Glob(filepath.Join(dir, "acts", "kz-ngo", "*.md"))
	more, _ := filepath.Glob(filepath.Join(dir, "acts", "kz-text", "*.txt"))
	return append(names, more...)
}

func isDir(name string) bool {
	fi, err := os.Stat(name)
	return err == nil && fi.IsDir()
}

// The words of a text come back from a list as they were.
func FuzzWordList(f *testing.F) {
	f.Add(hardLaw)
	f.Add("Социально-правовая, 1 000 000 тенге\nда. Нет")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 || strings.ContainsRune(text, 0) {
			t.Skip()
		}
		d := &corpus.Document{ID: "x", Root: &corpus.Unit{Kind: corpus.KindDocument}}
		var units []query.Unit
		for p := range strings.SplitSeq(text, "\n\n") {
			u := &corpus.Unit{Kind: corpus.KindPassage, Text: p}
			d.Root.Units = append(d.Root.Units, u)
			units = append(units, query.Unit{Text: u.Own()})
		}
		cut := query.NewText(units)
		l, err := decodeWords(string(encodeWords(d, cut)))
		if err != nil {
			t.Fatal(err)
		}
		q, err := query.Parse("а", "")
		if err != nil {
			t.Fatal(err)
		}
		e := newEye(q.Matcher(), l)
		for i := range e.is {
			e.is[i] = 1 // every word is asked for
		}
		e.look(group{"x", 1, len(units) + 1})
		want := cut.Tokens()
		if len(want) != len(e.tokens) {
			t.Fatalf("%d words, want %d", len(e.tokens), len(want))
		}
		for i, k := range e.tokens {
			w := want[i]
			if ty := e.types[i]; l.form(ty) != w.Form || l.stem(ty) != w.Stem || k.Unit != w.Unit || k.Lo != w.Lo || k.Hi != w.Hi || k.Part != w.Part || k.Last != w.Last ||
				i > 0 && (k.Pos-e.tokens[i-1].Pos != w.Pos-want[i-1].Pos || k.Sentence-e.tokens[i-1].Sentence != w.Sentence-want[i-1].Sentence) {
				t.Fatalf("word %d: %+v, want %+v", i, k, w)
			}
		}
	})
}
