package index_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

// What a lawyer expects of the acts on NGOs, provision by provision.
func testExpected(t *testing.T, st *store.Store, ix *index.Index) {
	ask := func(req index.Request) []index.Hit {
		t.Helper()
		req.Synonyms, req.Fold = query.Starter(), true
		res, err := ix.Search(context.Background(), req, st)
		if err != nil {
			t.Fatal(req.Query, err)
		}
		return res.Hits
	}
	for _, c := range []struct{ query, title, address string }{
		{"рекомендации обязательны для рассмотрения", "Об общественных советах", "ст.1/п.8"},
		{"срок ответа на запрос", "О доступе к информации", "ст.11/п.10"},
		{"совет по взаимодействию с НПО", "О государственном социальном заказе", "ст.1/пп.8"}, // their definition,
		{"қоғамдық кеңестің ұсынымдары", "Қоғамдық кеңестер туралы", "ст.1/п.8"},
		{"что такое общественный контроль?", "Об общественных советах", "ст.17"},
	} {
		hits := ask(index.Request{Query: c.query, Limit: 10})
		if len(hits) == 0 {
			t.Errorf("%s: nothing", c.query)
			continue
		}
		// A часть of a clause stands below it.
		if a := string(hits[0].Address) + "/"; !strings.HasPrefix(hits[0].Title, c.title) || !strings.HasPrefix(a, c.address+"/") {
			t.Errorf("%s: %s of %s first, want %s", c.query, hits[0].Address, hits[0].Title, c.address)
		}
	}

	var newest string
	for _, e := range entries(t, st) {
		if e.Meta.Title == "Об общественных советах" && strings.HasPrefix(e.Meta.Edition, "2021") {
			newest = e.ID
		}
	}
	var got []string
	for _, h := range ask(index.Request{Query: `"не менее двух третей"`, Documents: []string{newest}, Sort: index.SortDocument}) {
		got = append(got, string(h.Address))
	}
	if want := []string{"ст.1/п.7", "ст.8/п.3", "ст.13/п.2"}; !slices.Equal(got, want) {
		t.Errorf("two thirds: %q, want %q", got, want)
	}

	// Behind the definition of the councils stands what makes them.
	if hits := ask(index.Request{Query: "совет по взаимодействию с НПО", Limit: 2}); len(hits) < 2 || !strings.HasPrefix(string(hits[1].Address), "ст.4-2/") {
		t.Error("behind the definition of the councils is not ст.4-2")
	}

	// «Ежегодный отчет» is a synonym, and said to be one, wherever it is found
	// for «годовой отчет».
	yearly := 0
	for _, h := range ask(index.Request{Query: "годовой отчет"}) {
		for _, m := range h.Matches {
			marked := slices.ContainsFunc(h.Synonyms, func(s index.Synonym) bool { return s.Match[0] <= m[0] && m[1] <= s.Match[1] })
			if w := strings.ToLower(h.Text[m[0]:m[1]]); strings.HasPrefix(w, "ежегодн") && !marked {
				t.Errorf("%s: %q is found without a mark: %s", h.Address, w, h.Text)
			}
		}
		if h.BySynonym {
			yearly++
		}
	}
	if yearly == 0 {
		t.Error("no synonym is found")
	}
}
