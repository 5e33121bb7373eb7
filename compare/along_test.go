package compare

import (
	"testing"

	"svod/corpus"
)

// A removed and an added clause are two, however alike, where it is known that
// neither came from the other; inside of what was written anew they are told
// by their texts.
func TestAlong(t *testing.T) {
	old := act(t, `
		ст 1 | Советы
		п 1 | Совет избирает председателя открытым голосованием на один год.
		п 2 | Совет собирается раз в месяц.
		ст 2 | Отчет
		пп 1 | о работе за год;
		пп 2 | о расходах совета.`)
	new := act(t, `
		ст 1 | Советы
		п 2 | Совет собирается раз в месяц.
		п 3 | Совет избирает председателя открытым голосованием на один год.
		ст 2 | Отчет
		пп 1 | о работе совета за год;
		пп 3 | о доходах граждан.`)
	was := map[corpus.Address]corpus.Address{"ст.1": "ст.1", "ст.1/п.2": "ст.1/п.2", "ст.2": "ст.2"}
	c := Along(old, new, was, []corpus.Address{"ст.2"})
	got := map[Change]int{}
	for _, r := range c.Rows {
		got[r.Change]++
	}
	want := map[Change]int{Unchanged: 3, Removed: 2, Added: 2, Changed: 1}
	for ch := range want {
		if got[ch] != want[ch] {
			t.Errorf("%s: %d, want %d", ch, got[ch], want[ch])
		}
	}
	taken := func(r *Row) []string { return []string{"Признать утратившим силу"} }
	es := c.Elements(Options{Form: "draft", Taken: taken}, func(r *Row) bool { return r.Change != Unchanged })
	if len(es) != 3 {
		t.Fatalf("%d elements", len(es))
	}
	if e := es[0]; e.Name != "Пункт 1 статьи 1" || e.After.Runs[0].Text != "Признать утратившим силу" {
		t.Errorf("%s: %v", e.Name, e.After.Runs)
	}
}
