package index_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

const older = `Закон
О советах

Глава 1. Общие положения

Статья 1. Понятия
Совет является общественным органом.

Статья 2. Отчет совета
1. Совет публикует годовой отчет.
2. Вмешательство в работу совета не допускается.
3. Член совета вправе:
1) вносить предложения;
2) выйти из совета.
`

// newer has an article more, so that article 2 is 3.
var newer = strings.NewReplacer(
	"Статья 2. Отчет совета", "Статья 2. Состав\nВ состав входят садовники.\n\nСтатья 3. Отчет совета",
	"2) выйти из совета.", "2) выйти из совета;\n3) знакомиться с документами.").Replace(older)

// acts makes a corpus of the two editions and another act.
func acts(t *testing.T) (*store.Store, *index.Index) {
	t.Helper()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for _, f := range [][3]string{
		{"12_councils_ed-2019.txt", older, "2019"}, {"12_councils_ed-2021.txt", newer, "2021"},
		{"gardens.txt", law, ""},
	} {
		d := add(t, st, f[0], f[1])
		set := map[string]string{"edition": f[2], "language": "ru", "type": "law", "region": f[2]}
		for k, v := range set {
			if err := st.Set(context.Background(), d.ID, k, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	return st, ix
}

// where prints hits as «edition address», those of one norm joined by =.
func where(res *index.Result) string {
	var b strings.Builder
	for i, h := range res.Hits {
		switch {
		case i > 0 && res.Hits[i-1].Group == h.Group:
			b.WriteString(" = ")
		case i > 0:
			b.WriteString("; ")
		}
		if h.Edition == "" {
			b.WriteString("сад")
		}
		b.WriteString(h.Edition + " " + string(h.Address))
	}
	return b.String()
}

func TestSearch(t *testing.T) {
	st, ix := acts(t)
	for _, c := range []struct {
		req     index.Request
		want    string
		relaxed bool
	}{
		// Renumbered, but the same norm.
		{req: index.Request{Query: `"не допускается"`, Type: "law", Attributes: map[string]string{"region": "2021"}}, want: "2021 ст.3/п.2"},
		{req: index.Request{Query: "вмешательство"}, want: "2021 ст.3/п.2 = 2019 ст.2/п.2"},
		{req: index.Request{Query: "вмешательство", At: "2020"}, want: "2019 ст.2/п.2"},
		{req: index.Request{Query: "вмешательство", Limit: 1, Offset: 1}, want: "2019 ст.2/п.2"},
		{req: index.Request{Query: "вмешательство", Documents: []string{}}},
		{req: index.Request{Query: "садовник"}, want: "2021 ст.2"},
		// Spread over an article: its heading and two subclauses.
		{req: index.Request{Query: "предложение выйти", At: "2019"}, want: "2019 ст.2/п.3"},
		{req: index.Request{Query: "вмешательство предложение", At: "2019"}, want: "2019 ст.2"},
		// Nothing holds all within one article.
		{req: index.Request{Query: "садовник вмешательство", At: "2022"}, want: "2021 ст.2; 2021 ст.3/п.2", relaxed: true},
		{req: index.Request{Query: "садовник И вмешательство"}},
		{req: index.Request{Query: "состав садовник?", At: "2022"}, want: "2021 ст.2", relaxed: true},
		{req: index.Request{Query: "вмешательство НЕ предложение"}},
		{req: index.Request{Query: `"годовой отчет" /п публикует`, At: "2022"}, want: "сад ст.2/п.1; 2021 ст.3/п.1"},
		{req: index.Request{Query: `"допускается член"`}},
		{req: index.Request{Query: "допуска*", At: "2019"}, want: "сад ст.1/п.2; 2019 ст.2/п.2"},
		{req: index.Request{Query: "=предложение"}},
		{req: index.Request{Query: "знакомиться"}, want: "2021 ст.3/п.3/пп.3"},
		{req: index.Request{Query: "пп 2 п 3 ст 2 закона о советах"}, want: "2019 ст.2/п.3/пп.2"},
		{req: index.Request{Query: "п. 2 ст. 1 закона о садах"}, want: "сад ст.1/п.2"},
		{req: index.Request{Query: "ст. 1 закона о советах"}, want: "2021 ст.1 = 2019 ст.1"},
		// Nothing stands there, and nothing else is an answer.
		{req: index.Request{Query: "ст. 99 закона о советах"}},
		{req: index.Request{Query: "ст. 1 закона о советах", At: "2019-06-01"}, want: "2019 ст.1"},
	} {
		res, err := ix.Search(context.Background(), c.req, st)
		if err != nil {
			t.Fatal(c.req.Query, err)
		}
		if got := where(res); got != c.want || res.Relaxed != c.relaxed {
			t.Errorf("%+v:\n got %s (relaxed %v)\nwant %s", c.req, got, res.Relaxed, c.want)
		}
	}
}

func TestHit(t *testing.T) {
	st, ix := acts(t)
	res, err := ix.Search(context.Background(), index.Request{Query: "предложения выйти", At: "2021"}, st)
	if err != nil || len(res.Hits) != 1 {
		t.Fatal(res, err)
	}
	h := res.Hits[0]
	if h.Text != "Член совета вправе:\n1) вносить предложения;\n2) выйти из совета;" {
		t.Errorf("text %q", h.Text)
	}
	if res, err := ix.Search(context.Background(), index.Request{Query: "предложения знакомиться", At: "2021"}, st); err != nil || len(res.Hits) != 1 ||
		!strings.HasPrefix(res.Hits[0].Text, "Член совета вправе:\n1) вносить предложения;\n…\n3) знакомиться") {
		t.Errorf("with a gap: %+v, %v", res, err)
	}
	var marked []string
	for _, m := range h.Matches {
		marked = append(marked, h.Text[m[0]:m[1]])
	}
	if s := strings.Join(marked, " "); s != "предложения выйти" {
		t.Errorf("matches %q", s)
	}
	if h.Citation != "пункт 3 статьи 3" || strings.Join(h.Path, " | ") != "Глава 1. Общие положения | Статья 3. Отчет совета" {
		t.Errorf("%s in %q", h.Citation, h.Path)
	}
	if len(h.Others) != 1 || h.Others[0].Edition != "2019" {
		t.Errorf("others %+v", h.Others)
	}
	if want := (index.Totals{Occurrences: 2, Units: 1, Documents: 1, Norms: 1}); res.Total != want {
		t.Errorf("total %+v, want %+v", res.Total, want)
	}
}

func TestSyntaxError(t *testing.T) {
	st, ix := acts(t)
	_, err := ix.Search(context.Background(), index.Request{Query: `совет И (отчет`}, st)
	var e *query.SyntaxError
	if !errors.As(err, &e) {
		t.Error(err)
	}
}
