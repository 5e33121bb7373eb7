package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// code is the text of a made-up code with n articles.
func code(n int) string {
	var b strings.Builder
	b.WriteString("# САДОВЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН\n")
	for i := 1; i <= n; i++ {
		if i%10 == 1 {
			fmt.Fprintf(&b, "Глава %d. О САДАХ\n", i/10+1)
		}
		fmt.Fprintf(&b, "Статья %d. Сад номер %d\n", i, i)
		for c := 1; c <= 4; c++ {
			fmt.Fprintf(&b, "%d. Сад считается общим, если жители его поливают (далее – общий сад):\n", c)
			for s := 1; s <= 4; s++ {
				fmt.Fprintf(&b, "%d) поливают не реже одного раза в неделю, за исключением дождливых дней;\n", s)
			}
			b.WriteString("Иные правила полива определяются уполномоченным органом в соответствии с Законом.\n")
		}
		fmt.Fprintf(&b, "Сноска. Статья %d в редакции Закона РК от 03.01.2021 № 406-VI (вводится в действие с 01.01.2022).\n", i)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	src := read("code.txt", code(850))
	b.ReportAllocs()
	for b.Loop() {
		Parse(src)
	}
}

// TestLinear guards against quadratic time: texts without any structure, all
// notes, all quotes.
func TestLinear(t *testing.T) {
	for _, line := range []string{"Абзац с большой буквы.\n", "«Статья 1. Кавычки\n", "Примечание ИЗПИ!\n", "Приложение\n", "Президент\n", "Оглавление\n", "Глава 1. Одна ... 5\n", "1) подпункт;\n"} {
		src := read("big.txt", strings.Repeat(line, 3000))
		start := time.Now()
		d, _ := Parse(src)
		t.Logf("%q %v", line, time.Since(start))
		if err := verify(d); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	}
}
