package index_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"svod/corpus/query"
	"svod/corpus/store"
	"svod/index"
)

// What a lawyer might type for the acts on NGOs. The golden file has the first
// hits, so that each change of them shows in review.
var typed = []string{
	// terms and definitions
	"что такое общественный контроль?",
	"понятие общественного объединения",
	"общественный мониторинг это",
	"кто такой обладатель информации?",
	"государственный социальный заказ",
	"некоммерческая организация",
	"грант",
	// duties and rights
	"обязанности общественного совета",
	"права пользователя информации",
	"оператор обязан",
	"общественное объединение вправе",
	"кто может быть членом общественного совета?",
	"полномочия председателя общественного совета",
	// terms and numbers
	"срок полномочий общественного совета",
	"срок рассмотрения рекомендаций",
	"в течение десяти рабочих дней",
	"сколько человек нужно для создания общественного объединения?",
	"отказ в государственной регистрации",
	"отказ в предоставлении информации",
	// words, phrases, nearness
	`"не допускается"`,
	`"не менее двух третей"`,
	"общественная /2 экспертиза",
	"ликвидация некоммерческой организации",
	"вмешательство государства в дела общественных объединений",
	"источники имущества",
	"конфликт интересов",
	"годовой отчет",
	"ежегодный отчет",
	"рекомендации обязательны для рассмотрения",
	"срок ответа на запрос",
	"совет по взаимодействию с НПО",
	"қоғамдық кеңестің ұсынымдары",
	"қоғамдық бақылау дегеніміз не?",
}

func testFirstHits(t *testing.T, st *store.Store, ix *index.Index) {
	var out bytes.Buffer
	for _, q := range typed {
		res, err := ix.Search(context.Background(), index.Request{Query: q, Limit: 3, Fold: true, Synonyms: query.Starter()}, st)
		if err != nil {
			t.Fatal(q, err)
		}
		relaxed := ""
		if res.Relaxed {
			relaxed = " (any of the words)"
		}
		fmt.Fprintf(&out, "%s%s\n", q, relaxed)
		for _, h := range res.Hits {
			title := []rune(h.Title)
			fmt.Fprintf(&out, "\t%-22s %s, %s %s, %s\n", h.Address, h.Citation, strings.TrimSpace(string(title[:min(len(title), 32)])), h.Edition, h.Language)
		}
	}
	golden(t, "first-hits.txt", out.Bytes())
}
