package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"svod/corpus/store"
	"svod/index"
)

// How words come to be written, and what still finds them. Latin letters are
// named at the end of a line.
const misspelt = `Закон
О садах

Статья 1. Cовет садоводов
1. Сoвет рассматривает гoдовой oтчет и публикует его в течение 10 (десяти) рабочих дней.
2. Республика Казахстан,уполномоченного органа;лица «пользователи».Решение принимает TOO «Сад».
3. Обще` + "\u00ad" + `ственный совет оказывает социально-правовую помощь в тече` + "\u200b" + `ние двадцати пяти дней.
4. Решение принимают не менее двух третей членов; второе чтение проводят на 2-й день.
5. Собрание проводит садоводческии` + "\u0306" + ` союз, зачет вед` + "е\u0308" + `т счётная комиссия.
6. Договор с` + "\u00a0" + `НПО вступает в силу по ст.5-1 и т.д., контакт: sad@example.kz, №123-ФЗ, 12.5 га.

Статья 2. Тіл туралы
1. Қоғамдық кеңестiң ұсынымдары жиырма бес күн iшiнде қаралады.
2. Қазақстан Республикасының заңнамасы қолданылады.
`

func TestSpellings(t *testing.T) {
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	add(t, st, "sad.txt", misspelt)
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Sync(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ query, want string }{
		// Latin look-alikes, in the text and in the query
		{"совет садоводов", "Cовет садоводов"},
		{"cовет садовoдов", "Cовет садоводов"}, // c, o
		{`"годовой отчет"`, "гoдовой oтчет"},
		{`"гoдовой отчeт"`, "гoдовой oтчет"}, // o, e
		{"ТОО", "TOO"},
		{"TOO", "TOO"}, // Latin
		{"too", "TOO"},
		{"=ТОО", "TOO"},
		// glued
		{"уполномоченный орган", "уполномоченного органа"},
		{`"Республика Казахстан"`, "Республика Казахстан"},
		{"пользователь", "пользователи"},
		{`"=решение =принимает"`, "Решение принимает"},
		{"лицо", "лица"},
		// invisible and decomposed; the soft hyphen is gone once the file is read
		{"общественный", "Общественный"},
		{"обще\u00adственный", "Общественный"},
		{"садоводческий", "садоводческии\u0306"},
		{"садоводческии\u0306", "садоводческии\u0306"},
		{"ведет", "веде\u0308т"},
		{"счетная", "счётная"},
		{`"договор с НПО"`, "Договор с НПО"},
		// compounds, labels, numbers
		{"социально-правовая", "социально-правовую"},
		{"правовая помощь", "правовую помощь"},
		{"5-1", "5-1"},
		{"123-ФЗ", "123-ФЗ"},
		{"12,5", "12.5"},
		{"example", "example"},
		{`"десять рабочих дней"`, "10 (десяти) рабочих дней"},
		{`"в течение 10 рабочих дней"`, "в течение 10 (десяти) рабочих дней"},
		{`"25 дней"`, "двадцати пяти дней"},
		{"двадцать пять", "двадцати пяти"},
		{`"не менее 2/3"`, "не менее двух третей"},
		{`"вторым днем"`, "2-й день"},
		{`"вторая чтение"`, "второе чтение"},
		{"=десять", ""},
		{"=десяти", "десяти"},
		{`"пять дней"`, ""},
		// Kazakh, in its language
		{"қоғамдық кеңес ұсынымы", "Қоғамдық кеңестiң ұсынымдары"},
		{`"25 күн"`, "жиырма бес күн"},
		{"iшiнде", "iшiнде"}, // Latin i
		{"ішінде", "iшiнде"},
		{"қазақстанның заңнамасын", "Қазақстан заңнамасы"},
		{"казакстан", ""}, // not without being asked
	} {
		res, err := ix.Search(ctx, index.Request{Query: tt.query}, st)
		if err != nil {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		got := ""
		if len(res.Hits) > 0 && !res.Relaxed {
			h := res.Hits[0]
			var ws []string
			for _, m := range h.Matches {
				ws = append(ws, h.Text[m[0]:m[1]])
			}
			got = strings.Join(ws, " ")
		}
		if got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.query, got, tt.want)
		}
	}
	res, err := ix.Search(ctx, index.Request{Query: "десять", Explain: true}, st)
	if err != nil || res.Explanation == nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(res.Explanation.Words); !strings.Contains(got, "{10 1} {десяти 1}") {
		t.Errorf("десять is explained as %s", got)
	}
	for word, want := range map[string]string{
		"казакстан": "қазақстан", "кенес": "кеңестің", "когамдык": "қоғамдық", "зан": "",
		"COBET": "совет", "тоо": "",
	} {
		found, err := ix.Near(ctx, st, word, 3)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(found); want == "" && len(found) > 0 && found[0].Articles > 1 || !strings.Contains(got, want) {
			t.Errorf("near %s: %v, want %s", word, found, want)
		}
	}
}
