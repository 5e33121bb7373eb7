package index_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"svod/corpus/store"
	"svod/index"
)

func suggested(t testing.TB, ix *index.Index, st *store.Store, req index.Request) []index.Suggestion {
	t.Helper()
	found, err := ix.Suggest(context.Background(), req, st)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

const terms = `Закон
О терминах

Статья 1. Основные понятия
В настоящем Законе используются следующие понятия:
1) зелёный пояс – полоса деревьев вокруг города;
2) годовой отчёт (далее – отчёт) – рассказ о работе хранителя за год;
3) НПО – объединение граждан.

Статья 2. Зелёный пояс
1. Местный исполнительный орган бережет зеленый пояс. Местные исполнительные органы отвечают за него.
2. НПО вправе помогать. К зеленому поясу НПО пишут отчеты; зеленым. Поясом никто не торгует.
3. Срок рассмотрения – год. Срока рассмотрения никто не нарушает.
`

func TestSuggest(t *testing.T) {
	st, ix := acts(t)
	add(t, st, "terms.txt", terms)
	add(t, st, "тыңдау.txt", "Заң\nКеңестер туралы\n\n1-бап. Қоғамдық кеңес\nҚоғамдық кеңестің төрағасы есеп береді. Қоғамдық кеңестер ашық жұмыс істейді. Қоғамдық кеңес тыңдайды.\n")
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, want string }{
		// What an article defines goes up; the words are as texts write them.
		{"зел", "зелёный пояс 4/4/1 defined; зелёный 5/4/1"},
		{"ЗЕЛЕНОГО ", "зелёный пояс 4/4/1 defined"},
		{"зелёному по", "зелёный пояс 4/4/1 defined"},
		{"зеленый поясом", ""},
		{"нпо", "НПО 3/2/1 defined"},
		{"мест", "местные 2/1/1; местные исполнительные органы 2/1/1"},
		{"местный исп", "местные исполнительные органы 2/1/1"},
		{"местных исполнительных ", "местные исполнительные органы 2/1/1"},
		{"срок р", "срок рассмотрения 2/1/1"},
		{"годов", "годовой отчет 4/4/4 defined; годовой 4/4/4"},
		{"қоғ", "қоғамдық 4/1/1; қоғамдық кеңес 4/1/1"},
		{"а б в г", ""},
		{" ", ""},
		{"", ""},
		{"\xff", ""},
	} {
		var out []string
		for _, s := range suggested(t, ix, st, index.Request{Query: c.typed}) {
			x := fmt.Sprintf("%s %d/%d/%d", s.Text, s.Occurrences, s.Provisions, s.Documents)
			if s.Defined {
				x += " defined"
			}
			out = append(out, x)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.typed, got, c.want)
		}
	}
	if found := suggested(t, ix, st, index.Request{Query: "годов", Documents: []string{}}); len(found) > 0 {
		t.Errorf("of no document: %v", found)
	}
	if found := suggested(t, ix, st, index.Request{Query: "о", Limit: 2}); len(found) != 2 {
		t.Errorf("at most two: %v", found)
	}
}

func TestNearBeginning(t *testing.T) {
	st, ix := acts(t)
	for _, c := range []struct{ typed, want string }{
		{"вмешот", "вмешательство"},
		{"годовой очет", "отчет"},
		{"cjdtn", "совет"},
		{"гыгыгы", ""},
		{" ", ""},
	} {
		found, err := ix.NearBeginning(context.Background(), st, c.typed, 3)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(found) > 0 {
			got = found[0].Form
		}
		if got != c.want {
			t.Errorf("%q: %v, want %s", c.typed, found, c.want)
		}
	}
}

// A search for what was suggested finds it as often as was said.
func TestRealSuggest(t *testing.T) {
	st, ix := open(t)
	checked := 0
	for _, typed := range []string{"общ", "государственный ", "сов", "отч", "қоғам", "неправ", "рекоменд", "член "} {
		for _, s := range suggested(t, ix, st, index.Request{Query: typed, Limit: 6}) {
			res, err := ix.Search(context.Background(), index.Request{Query: `"` + s.Text + `"`}, st)
			if err != nil {
				t.Fatal(err)
			}
			checked++
			// A search finds what is part of a compound, too, and phrases of other
			// roles; nothing less.
			if res.Relaxed || res.Total.Occurrences < s.Occurrences || res.Total.Units < s.Provisions ||
				s.Words == 1 && s.Occurrences < res.Total.Occurrences*9/10 {
				t.Errorf("%q of %q: %+v, found %+v", s.Text, typed, s, res.Total)
			}
			t.Logf("%q: %+v, found %+v", typed, s, res.Total)
		}
	}
	if checked < 20 {
		t.Errorf("%d suggestions", checked)
	}
}

func BenchmarkSuggest(b *testing.B) {
	st, ix := library(b, filepath.Join(dataDir(b), "acts", "kz-office", "Налоговый.docx"))
	for _, typed := range []string{"нал", "налоговый ", "н"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				if len(suggested(b, ix, st, index.Request{Query: typed, Limit: 10})) == 0 {
					b.Fatal("nothing")
				}
			}
		})
	}
}
