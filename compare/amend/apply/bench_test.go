package apply

import (
	"fmt"
	"strings"
	"testing"

	"svod/compare/amend"
)

// big is a law of 240 articles, some 2500 provisions.
func big() string {
	var b strings.Builder
	b.WriteString("О больших делах\n")
	for i := 1; i <= 240; i++ {
		if i%20 == 1 {
			fmt.Fprintf(&b, "Глава %d. ДЕЛА\n", i/20+1)
		}
		fmt.Fprintf(&b, "Статья %d. Дело номер %d\n1. Уполномоченный орган ведет дело %d:\n", i, i, i)
		for k := 1; k <= 5; k++ {
			fmt.Fprintf(&b, "%d) рассматривает заявления граждан и организаций по делу %d в течение %d дней;\n", k, i, k+i)
		}
		fmt.Fprintf(&b, "6) решает дело %d.\n2. Решения уполномоченного органа публикуются.\nЧасть вторая пункта о деле %d.\n3. Споры решает суд.\n", i, i)
	}
	return b.String()
}

// hundred are a hundred operations of all kinds on it.
func hundred() *amend.Draft {
	var ops []amend.Operation
	for i := 0; i < 100; i++ {
		n := 2*i + 3
		w := func(format string) []amend.Where { return []amend.Where{at(fmt.Sprintf(format, n))} }
		var op amend.Operation
		switch i % 7 {
		case 0:
			op = amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: w("ст.%d/п.1/пп.2"), Old: "граждан и организаций", New: "лиц"}
		case 1:
			op = amend.Operation{Kind: amend.Restate, Object: amend.Units, Where: w("ст.%d/п.3"), Units: units("3. Споры решает суд по месту нахождения.")}
		case 2:
			op = amend.Operation{Kind: amend.Add, Object: amend.Units, Where: w("ст.%d"), Units: units("4. Новое дело."), Nums: []string{"4"}}
		case 3:
			op = amend.Operation{Kind: amend.Remove, Object: amend.Units, Where: w("ст.%d/п.1/пп.4")}
		case 4:
			op = amend.Operation{Kind: amend.Add, Object: amend.Units, Where: []amend.Where{{}}, Units: units(fmt.Sprintf("Статья %d-1. Новая\nТекст.", n)), Nums: []string{fmt.Sprint(n, "-1")}}
		case 5:
			op = amend.Operation{Kind: amend.Add, Object: amend.Words, Side: amend.After, Where: w("ст.%d/п.1"), Old: "Уполномоченный орган", New: "и его отделы"}
		case 6:
			op = amend.Operation{Kind: amend.Replace, Object: amend.Words, Where: []amend.Where{{}}, Everywhere: true, Old: fmt.Sprintf("по делу %d", n), New: fmt.Sprintf("по вопросу %d", n)}
			if i == 97 {
				op.Cases, op.Old, op.New = true, "уполномоченный орган", "местный орган"
			}
		}
		ops = append(ops, op)
	}
	return draft(ops...)
}

func BenchmarkApply(b *testing.B) {
	d, dr := read(b, big()), hundred()
	for b.Loop() {
		r := Apply(d, dr, 0, Options{})
		if _, done := r.Counts(); done < 80 {
			b.Fatal(done)
		}
	}
}
