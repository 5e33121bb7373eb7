package index_test

import (
	"context"
	"strings"
	"testing"

	"svod/corpus/store"
	"svod/index"
)

const gardenLaw = `Закон
О садах

Статья 1. Основные понятия
1) садовый совет – орган, который следит за садами;
2) член садового совета – гражданин, который в него входит;
3) доклад о саде – документ о его состоянии.

Статья 2. Грант
Под садовым грантом понимаются средства на посадку.
Садовый грант выдает садовый совет.

Статья 3. Садовый совет
Садовый совет. Садовый совет считается созванным, если пришла половина. Садовый совет собирается.

Статья 4. Садовый сбор
Садовый сбор платят весной.
`

const gardenOrder = `Приказ
О сборе

Статья 1. Садовый сбор
Садовый сбор платят весной. Садовый сбор, садовый сбор и еще раз садовый сбор.
`

// What defines a term goes before what speaks of it, and a law before an order
// that says its words oftener.
func TestDefinitionsAndLawsFirst(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	law := add(t, st, "law.txt", gardenLaw)
	add(t, st, "order.txt", gardenOrder)
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"садовый совет":        "ст.1/пп.1",
		`"садовые советы"`:     "ст.1/пп.1",
		"член совета":          "ст.1/пп.2", // no term of its own: it is only said there
		"член садового совета": "ст.1/пп.2",
		"садовый грант":        "ст.2",
		"доклад о саде":        "ст.1/пп.3",
		"садовый сбор":         "ст.4",
	} {
		for _, limit := range []int{0, 5} { // by texts, and by the words that the index keeps
			res, err := ix.Search(context.Background(), index.Request{Query: query, Limit: limit}, st)
			if err != nil {
				t.Fatal(query, err)
			}
			if h := res.Hits[0]; h.Document != law.ID || !strings.HasPrefix(string(h.Address), want) {
				t.Errorf("%s, limit %d: %s %q, want %s of the law", query, limit, h.Address, h.Text, want)
			}
		}
	}
}
