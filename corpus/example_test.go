package corpus_test

import (
	"fmt"

	"svod/corpus"
	"svod/corpus/parse"
)

// act is a law of three articles, as extraction would give it.
func act() *corpus.Document {
	d, _ := parse.Parse(lines("law.md", `# О советах при органах
## Глава 1. Общие положения
### Статья 1. Понятия
1. Совет – собрание представителей жителей.
2. Совет:
1) обсуждает проекты решений;
2) даёт рекомендации.
Рекомендации Совета:
передаются органу в течение трёх дней;
публикуются на его сайте.
### Статья 1-1. Состав
1. Состав Совета утверждает собрание.
Президент Республики
А. Садыкова
`))
	return d
}

func Example() {
	d := act()
	a := corpus.Address("ст.1/п.2/пп.1")
	fmt.Println(d.At(a).Text)
	fmt.Println(d.Citation(a, "ru"))
	fmt.Println(d.ShortCitation(a, "ru"))
	fmt.Println(d.Citation(a, "kk"))
	// Output:
	// обсуждает проекты решений;
	// подпункт 1) части первой пункта 2 статьи 1
	// пп. 1) ч. 1 п. 2 ст. 1
	// 1-баптың 2-тармағының бірінші бөлігінің 1) тармақшасы
}

func ExampleDocument_All() {
	for a := range act().All() {
		fmt.Println(a)
	}
	// Output:
	// реквизит
	// гл.1
	// ст.1
	// ст.1/п.1
	// ст.1/п.2
	// ст.1/п.2/пп.1
	// ст.1/п.2/пп.2
	// ст.1/п.2/абз.2
	// ст.1/п.2/абз.3
	// ст.1/п.2/абз.4
	// ст.1-1
	// ст.1-1/п.1
	// подпись
}

func ExampleDocument_Path() {
	for _, u := range act().Path("ст.1/п.2") {
		fmt.Println(u.Label, u.Title)
	}
	// Output:
	// Глава 1. Общие положения
	// Статья 1. Понятия
	// 2.
}

func ExampleParseReference() {
	r, ok := corpus.ParseReference("абзац второй части второй пункта 2 статьи 1 закона о советах")
	fmt.Println(ok, r.Rest)
	for _, st := range r.Steps {
		fmt.Println(st.Kind, st.Nums)
	}
	d := act()
	for _, a := range d.Resolve(r) {
		fmt.Println(a, d.At(a).Text)
	}
	// Output:
	// true закона о советах
	// article [1]
	// clause [2]
	// part [2]
	// passage [2]
	// ст.1/п.2/абз.3 передаются органу в течение трёх дней;
}

func ExampleDocument_Verify() {
	d := act()
	fmt.Println(d.Verify())
	d.At("ст.1/п.1").Text = "Совет – собрание."
	fmt.Println(d.Verify())
	// Output:
	// <nil>
	// words-differ: line 4, unit ст.1/п.1
}
