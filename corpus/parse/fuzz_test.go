package parse

import (
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
)

// keywords are the words that structure hangs on. Random texts of them find
// the corners where passes disagree.
var keywords = []string{"Статья 1. Право", "Статья 2", "Статья 5 Закона о праве", "Статьи 3–5. Исключены", "С т а т ь я  6. Вода", "1-бап. Мақсат", "Глава 1", "ГЛАВА 2-1. ОБЩИЕ", "РАЗДЕЛ IОСНОВНЫЕ", "РАЗДЕЛ ПЕРВЫЙ",
	"§ 1. Воды", "Параграф 1. Понятия", "Общая часть", "ЧАСТЬ ПЕРВАЯ", "1. Текст.", "2. Текст:", "2-1. Исключен Законом РК от 01.02.2020 № 5-VI.", "1) первый;", "2) второй.", "3) исключен;", "а) буква;", "б) буква.",
	"1.1. Десятичный", "1.2.3. Глубже", "II. Доходы", "Абзац с большой буквы.", "абзац с малой;", "- тире;", "Сноска. Статья 1 в редакции Закона РК от 01.02.2020 № 5-VI.", "Примечание ИЗПИ!", "Подпункт 2) предусматривается исключить.",
	"(В редакции Закона от 01.02.2020 № 5)", "В подпункт 2 внесены изменения в соответствии с Законом РК от 06.01.12 г. № 529-IV (см. стар. ред.)", "Оглавление", "Содержание", "Приложение", "Приложение 2 к приказу", "Утверждены приказом", "от 1 марта 2020 года № 5",
	"Президент Республики Казахстан", "Н. ИВАНОВ", "«Статья 7. Новая", "конец.»;", "изложить в следующей редакции:", "| а | б |", "| Утверждены приказом от 1 мая № 5 |", "!red исключена", "!bold Глава 3. Жирная", "# Заголовок", "## О законе", "См.:", "Решение от 1 мая 2020 года",
	"ОБЩИЕ ИТОГИ РАБОТЫ", "Таблица 1. Доходы", "СЛУШАЛИ:", "Отчёт за 2019 год", "Внести в Закон изменения:", "«1. Пункт", "Статья 9. Без кавычек",
	"Настоящий Закон регулирует отношения, которые складываются между людьми в обществе.", "Текст (В редакции Федерального закона от 01.02.2020 № 5-ФЗ) дальше", "5-4) вводится в действие с 01.01.2023 в соответствии с Законом РК № 5", "Глава 1 ...... 5",
	"Глава двадцать первая", "четырнадцатая-1", "Г Л А В А  I I", "КонсультантПлюс: примечание.", "ГАРАНТ:", "(в ред. Закона от 01.02.2020,", "от 03.04.2020 N 5)", "Часть. (Утратила силу - Закон № 5)", "абзац исключен. - Закон № 5;", "Примечания. 1. Своё.", "Примечание.",
	"2), 3) исключены;", "Статьи 22-23 утратили силу", "5–7-баптар алып тасталды", "Бұйрығына", "1-қосымша", "бұйрығымен", "бекітілген", "Опубликован в газете № 5", "Приложение А", "Форма", "1. Общие положения", "1.1.1. десятичный;", "Изменения и дополнения:", "Закон от 1 мая № 5;"}

func TestRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var lines []string
		for range 1 + r.IntN(25) {
			lines = append(lines, keywords[r.IntN(len(keywords))])
		}
		text := strings.Join(lines, "\n")
		d, _ := Parse(read("random.txt", text))
		if err := verify(d); err != nil {
			t.Fatalf("%v\ninput:\n%s\n\ntree:\n%s", err, text, dump(d.Root))
		}
	}
}

// FuzzParse reads documents of keywords, one for each byte of picks, with a free
// text at their end. The pieces are bounded: what goes wrong in a long document
// goes wrong in a short one, and the fuzzer spends its minutes on new documents
// rather than on making long ones shorter.
func FuzzParse(f *testing.F) {
	const lines, letters = 24, 200
	if !set("test.fuzzminimizetime") { // else up to a minute for each interesting document
		flag.Set("test.fuzzminimizetime", "20x")
	}
	for i := range keywords {
		f.Add([]byte{byte(i), byte(i + 1), byte(i + 2)}, "")
	}
	for _, k := range keywords {
		f.Add([]byte{1}, k)
	}
	f.Fuzz(func(t *testing.T, picks []byte, text string) {
		if len(picks) > lines || len(text) > letters {
			t.Skip("long")
		}
		var b strings.Builder
		for _, k := range picks {
			b.WriteString(keywords[int(k)%len(keywords)] + "\n")
		}
		b.WriteString(strings.ToValidUTF8(text, "")) // readers of files give nothing else
		d, _ := Parse(read("fuzz.txt", b.String()))
		if err := verify(d); err != nil {
			t.Fatalf("%v\ninput:\n%s\n\ntree:\n%s", err, b.String(), dump(d.Root))
		}
	})
}

// set reports whether a flag was given on the command line.
func set(name string) bool {
	found := false
	flag.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}
