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

// hundred is the text of a draft with a hundred operations on it.
func hundred() string {
	var b strings.Builder
	b.WriteString("О внесении изменений и дополнений в Закон Республики Казахстан «О больших делах»\n" +
		"Статья 1. Внести в Закон Республики Казахстан от 5 мая 2014 года «О больших делах» следующие изменения и дополнения:\n")
	for i := range 100 {
		n := 2*i + 3
		order := []string{
			"в подпункте 2) пункта 1 статьи %d слова «граждан и организаций» заменить словом «лиц»;",
			"пункт 3 статьи %d изложить в следующей редакции:\n«3. Споры решает суд по месту нахождения.»;",
			"статью %d дополнить пунктом 4 следующего содержания:\n«4. Новое дело.»;",
			"подпункт 4) пункта 1 статьи %d исключить;",
			"дополнить статьей %d-1 следующего содержания:\n«Статья %[1]d-1. Новая\nТекст.»;",
			"пункт 1 статьи %d после слов «уполномоченный орган» дополнить словами «и его отделы»;",
			"по всему тексту слова «по делу %d» заменить словами «по вопросу %[1]d»;",
		}[i%7]
		switch order = fmt.Sprintf(order, n); i {
		case 97:
			order = "по всему тексту слова «уполномоченный орган» заменить словами «местный орган» (в соответствующих падежах);"
		case 99:
			order = strings.TrimSuffix(order, ";") + "."
		}
		fmt.Fprintf(&b, "%d) %s\n", i+1, order)
	}
	b.WriteString("Статья 2. Настоящий Закон вводится в действие с 1 января 2027 года.\n")
	return b.String()
}

// BenchmarkApply reads and applies the draft.
func BenchmarkApply(b *testing.B) {
	d, draft := read(b, big()), read(b, hundred())
	for b.Loop() {
		r := Apply(d, amend.Read(draft), 0, Options{})
		if all, done := r.Counts(); all != 100 || done != 100 {
			b.Fatal(all, done)
		}
	}
}
