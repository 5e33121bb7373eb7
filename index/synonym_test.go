package index_test

import (
	"context"
	"strings"
	"testing"

	"svod/corpus/query"
	"svod/index"
)

func TestSynonyms(t *testing.T) {
	st, ix := acts(t)
	list, faults := query.ReadSynonyms("", []byte(`
ежегодный доклад > годовой отчет
обнародовать > публиковать
общественный орган = ОО
участник > член совета
цветовод > садовник
вносить > выйти
публикует допускается > знакомиться с документами
`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, c := range []struct {
		query   string
		relaxed bool
		where   string // with * for what is found by a synonym only
		marked  string
	}{
		{"ежегодный доклад", false, "сад ст.2/п.1*; 2021 ст.3/п.1*", "годовой отчет=ежегодный доклад"},
		{`"обнародовать годовой отчет"`, false, "сад ст.2/п.1*; 2021 ст.3/п.1*", "публикует=обнародовать"},
		{"обнародовать И отчет НЕ сад", false, "2021 ст.3/п.1*", "публикует=обнародовать"},
		{"участник", false, "2021 ст.3/п.3*", "Член совета=участник"},
		{"общественным органом", false, "2021 ст.1", ""},
		// What has the word itself goes first.
		{"вносить", false, "2021 ст.3/п.3/пп.1; 2021 ст.3/п.3/пп.2*", "выйти=вносить"},
		// Words that are scattered over an article may mean nothing.
		{"годовой участник", false, "2021 ст.3*", "Член совета=участник"},
		{"публикует допускается", false, "2021 ст.3/п.3/пп.3*; 2021 ст.3", "знакомиться с документами=публикует допускается"},
		{"=участник", false, "", ""},
		{"вмешательство НЕ участник", false, "2021 ст.3/п.2", ""},
		// Any of the words: a synonym is one.
		{"цветовод вмешательство?", true, "2021 ст.2*; 2021 ст.3/п.2", "садовники=цветовод"},
	} {
		res, err := ix.Search(context.Background(), index.Request{Query: c.query, At: "2021", Synonyms: list}, st)
		if err != nil {
			t.Fatal(c.query, err)
		}
		var at, marked []string
		n := 0
		for _, h := range res.Hits {
			a := where(&index.Result{Hits: []index.Hit{h}})
			if h.BySynonym {
				a += "*"
				n++
			}
			at = append(at, a)
			for _, s := range h.Synonyms {
				if m := h.Text[s.Match[0]:s.Match[1]] + "=" + s.Of; len(marked) == 0 || marked[len(marked)-1] != m {
					marked = append(marked, m)
				}
			}
		}
		if got := strings.Join(at, "; "); got != c.where || res.Relaxed != c.relaxed {
			t.Errorf("%s: %s, relaxed %v; want %s", c.query, got, res.Relaxed, c.where)
		}
		if got := strings.Join(marked, "; "); got != c.marked {
			t.Errorf("%s: marked %s, want %s", c.query, got, c.marked)
		}
		if res.Total.BySynonym != n {
			t.Errorf("%s: %d by synonyms, want %d", c.query, res.Total.BySynonym, n)
		}
		// Without a list nothing of this is found.
		res, err = ix.Search(context.Background(), index.Request{Query: c.query, At: "2021"}, st)
		if err != nil || res.Total.BySynonym > 0 || len(res.Synonyms) > 0 {
			t.Errorf("%s without synonyms: %+v, %v", c.query, res.Total, err)
		}
	}
}

// Synonyms add hits behind those that are there, and change none of these.
func TestSynonymsChangeNoOtherHit(t *testing.T) {
	st, ix := acts(t)
	list, _ := query.ReadSynonyms("", []byte("отчет = вмешательство\nсовет > садовник = допускаться\nпубликует = является"))
	for _, q := range []string{"отчет", "совет", "совет отчет", "публикует годовой отчет", "совет /5 отчет", `"годовой отчет"`, "предложения выйти"} {
		plain, err := ix.Search(context.Background(), index.Request{Query: q}, st)
		if err != nil {
			t.Fatal(err)
		}
		more, err := ix.Search(context.Background(), index.Request{Query: q, Synonyms: list}, st)
		if err != nil {
			t.Fatal(err)
		}
		if plain.Relaxed {
			t.Fatalf("%s: nothing has all the words", q)
		}
		for i, h := range plain.Hits {
			if m := more.Hits[i]; m.Address != h.Address || m.Document != h.Document || m.Score != h.Score || m.BySynonym {
				t.Errorf("%s: hit %d is %s %v, want %s %v", q, i, m.Address, m.Score, h.Address, h.Score)
			}
		}
		for i, h := range more.Hits {
			if h.BySynonym != (i >= len(plain.Hits)) {
				t.Errorf("%s: hit %d of %d by synonym: %v", q, i, len(plain.Hits), h.BySynonym)
			}
			if i > 0 && h.Score > more.Hits[i-1].Score {
				t.Errorf("%s: hit %d has a higher score than the one before", q, i)
			}
		}
	}
}
