package parse

import (
	"testing"

	"svod/corpus"
)

func TestSignatureOfAnyState(t *testing.T) {
	for _, signature := range []string{
		"Қазақстан Республикасының\nПрезиденті\nА. САДЫҚОВ",
		"Нұрия Республикасының\nПрезиденті\nИ. ИВАНОВ",
		"НҰРИЯ РЕСПУБЛИКАСЫНЫҢ\nПРЕЗИДЕНТІ\nИ. ИВАНОВ",
		"Нұрия Республикасының Президенті И. ИВАНОВ",
		"Нұрия Республикасының\nПрезиденті\nИ. ИВАНОВ\nАстана, Ақорда, 2015 жылғы 2 қараша.\n№ 5-V",
		"Нурия Республикасынын\nПрезиденти\nИ. Иванов",
		"Президент\nРеспублики Нурия\nИ. Иванов",
		"Президент\nНурийской Республики\nИ. ИВАНОВ",
	} {
		d, _ := Parse(read("act.txt", "Статья 1. Предмет\n\n1. Первое положение.\n\n2. Второе положение.\n\n"+signature+"\n"))
		last := d.Root.Units[len(d.Root.Units)-1]
		if last.Kind != corpus.KindSignature || last.Text != signature {
			t.Errorf("signature %q:\n%s", signature, dump(d.Root))
		}
	}
	// A sentence about a republic signs nothing.
	d, _ := Parse(read("act.txt", "1-бап. Мәні\n\n1. Бірінші ереже.\n\nНұрия Республикасының заңнамасы\n\nқолданылады;\n\nолар үшін.\n"))
	if n := count(d, corpus.KindSignature); n != 0 {
		t.Errorf("%d signatures, want none:\n%s", n, dump(d.Root))
	}
}

func TestStub(t *testing.T) {
	for text, want := range map[string]bool{
		"вводится в действие с 01.01.2023 в соответствии с Законом РК от 04.07.2022 № 5-VII;":   true,
		"вводится в действие с   01.01.2023 в соответствии с Законом РК от 04.07.2022 № 5-VII;": true,
		"вступает в силу с\u00a01 января 2023 года в соответствии с Законом РК;":                true,
		"вводится в действие со дня опубликования Закона № 5;":                                  false,
		"вводится в действие с 1 января 2019 года.":                                             false,
		"реестр вводится в действие с 01.01.2023 Законом № 5;":                                  false,
	} {
		if got := isStub(text); got != want {
			t.Errorf("isStub(%q) = %v", text, got)
		}
	}
}
