package compare_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"svod/compare"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func actOf(t testing.TB, text string) *corpus.Document {
	t.Helper()
	src, err := extract.Bytes(context.Background(), "act.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	return d
}

const parks = `Закон
О парках

Статья 1. Хранитель
1. Хранитель парка публикует годовой отчет о своей работе не позднее первого марта.
2. Хранитель обязан:
1) запирать ворота парка на ночь;
2) чинить скамьи и фонари.
3. На содержание парка выделяется 120 тысяч тенге в год.

Статья 2. Посетители
Посетители не вправе срывать цветы.
`

const gardens = `Закон
О садах

Статья 1. Садовник
1. Садовник поливает сад.
2. Хранитель сада публикует годовой отчет о своей работе не позднее десятого марта.
3. Если акимат не решил иначе, хранитель парка публикует годовой отчет о своей работе не позднее первого марта, а садовник сада рассказывает о ней всем гостям.
4. На содержание парка выделяется 95 тысяч тенге в год.

Статья 5. Посетители
1. Посетителям не вправе запретить вход.
2. Посетители не вправе срывать цветы.

Статья 6. Хранитель
1. Хранитель парка обязан:
1) запирать на ночь ворота парка;
2) чинить скамьи и фонари.
`

func TestCopies(t *testing.T) {
	p, g := actOf(t, parks), actOf(t, gardens)
	for _, c := range []struct{ at, want string }{
		// Ten of twelve words; the whole of it inside a longer provision.
		{"ст.1/п.1", "ст.1/п.2 0.83; ст.1/п.3 0.90 part"},
		// A number for which there is another.
		{"ст.1/п.3", "ст.1/п.4 0.94"},
		// Of two words that changed their places with two others, one pair counts.
		{"ст.1/п.2", "ст.6/п.1 0.78"},
		{"ст.1/п.2/пп.2", "ст.6/п.1/пп.2 1.00 exact"},
		// The clause, not its article.
		{"ст.2", "ст.5/п.2 0.91"},
	} {
		u := p.At(corpus.Address(c.at))
		if u == nil {
			t.Fatal(c.at)
		}
		var out []string
		for _, k := range compare.NewOriginal(u).Copies(g.Root, 0.6) {
			s := fmt.Sprintf("%s %.2f", g.AddressOf(k.Unit), k.Score)
			if k.Exact {
				s += " exact"
			}
			if k.Part {
				s += " part"
			}
			out = append(out, s)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.at, got, c.want)
		}
	}
}

// Every provision finds itself, word for word, in its own act.
func TestCopiesOfItself(t *testing.T) {
	d := actOf(t, gardens)
	n := 0
	for a, u := range d.All() {
		if u.Kind < corpus.KindArticle {
			continue
		}
		n++
		met := false
		for _, k := range compare.NewOriginal(u).Copies(d.Root, compare.CopyLeast) {
			met = met || k.Unit == u && k.Exact && k.Score == 1
			if k.Score < compare.CopyLeast || k.Score > 1 || k.Share > 1 || k.Back > 1 || k.Score == 1 && !k.Exact {
				t.Errorf("%s: %+v", a, k)
			}
		}
		if !met {
			t.Errorf("%s did not find itself", a)
		}
	}
	if n < 9 {
		t.Errorf("%d provisions", n)
	}
}

// FuzzCopies holds that a score is between the least and 1, and 1 for the same
// words only.
func FuzzCopies(f *testing.F) {
	f.Add(parks, "ворота парка 12 12,5")
	f.Add("1. а\n2) б", "б 1")
	f.Fuzz(func(t *testing.T, act, text string) {
		if len(act) > 3000 || len(text) > 500 {
			t.Skip()
		}
		u := &corpus.Unit{Kind: corpus.KindPassage, Text: text}
		o := compare.NewOriginal(u)
		around := &corpus.Unit{Units: []*corpus.Unit{{Kind: corpus.KindArticle, Title: act, Units: []*corpus.Unit{u}}}}
		for _, k := range append(o.Copies(u, compare.CopyLeast), o.Copies(around, compare.CopyLeast)...) {
			if k.Score < compare.CopyLeast || k.Score > 1 || (k.Score == 1) != k.Exact || k.Unit == nil {
				t.Errorf("%q: %+v", text, k)
			}
		}
	})
}

func BenchmarkCopies(b *testing.B) {
	g := actOf(b, strings.Repeat(gardens, 50))
	o := compare.NewOriginal(actOf(b, parks).At("ст.1/п.1"))
	b.SetBytes(int64(50 * len(gardens)))
	for b.Loop() {
		if len(o.Copies(g.Root, 0.6)) == 0 {
			b.Fatal("nothing")
		}
	}
}
