package mask

import (
	"testing"

	"svod/compare/table"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Выступил Сидоров П. К. с докладом.", "Выступил [имя] с докладом."},
		{"Председатель А.Б. Сидоров-Ким открыл собрание.", "Председатель [имя] открыл собрание."},
		{"Директор Сидоров Пётр Ильясович отметил", "Директор [имя] отметил"},
		{"с Петром Ильясовичем Сидоровым", "с [имя]"},
		{"Ахметов Нурлан Серікұлы және Айгүл Серікқызы", "[имя] және [имя]"},
		{"школа имени М.В. Ломоносова, фонд им. А. С. Пушкина", "школа имени М.В. Ломоносова, фонд им. А. С. Пушкина"},
		{"Закон Республики Казахстан «Об общественных советах»", "Закон Республики Казахстан «Об общественных советах»"},
		{"тел. +7 (701) 123-45-67, 8 (7172) 55-66-77, a.b@mail.example.kz", "тел. [телефон], [телефон], [эл. почта]"},
		{"сумма 100 000 000 тенге, 2015–2018, ст. 5-1, 01.02.2020", "сумма 100 000 000 тенге, 2015–2018, ст. 5-1, 01.02.2020"},
		{"ИИН 900101300017 и БИН 990140000385", "ИИН [ИИН] и БИН 990140000385"},
		{"удостоверение личности № 012345678 выдано", "удостоверение личности [документ] выдано"},
		{"живёт: ул. Абая, д. 5, кв. 12", "живёт: [адрес]"},
		{"Сидоров А. Б. Очерки. Президент Н. А. Сидоров подписал", "[имя] Очерки. Президент [имя] подписал"},
		{"", ""},
	} {
		m := &Mask{}
		if got := m.Text(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestReport(t *testing.T) {
	cell := table.Cell{Runs: []table.Run{{Text: "слова "}, {Text: "Сидорова", Mark: table.MarkMatch}, {Text: " А.Б. о совете"}}}
	cell.Basis = table.Explanation{Items: []table.Evidence{{Text: "Сидоров А.Б. и совет", Matches: [][2]int{{len("Сидоров А.Б. и "), len("Сидоров А.Б. и совет")}}}}}
	tab := &table.Table{Head: [][]table.Cell{{table.Text("Сидоров А.Б.")}}, Rows: [][]table.Cell{{cell}}}
	r := &table.Report{Language: "ru", Blocks: []table.Block{tab}}
	Report(r)
	got := tab.Rows[0][0]
	if s := joined(got.Runs); s != "слова [имя] о совете" || got.Runs[1].Mark != table.MarkMatch {
		t.Errorf("%q %+v", s, got.Runs)
	}
	if e := got.Basis.Explain().Items[0]; e.Text != "[имя] и совет" || e.Text[e.Matches[0][0]:e.Matches[0][1]] != "совет" {
		t.Errorf("%+v", e)
	}
	if r.Made[0].Value != "имён 1; телефонов 0; адресов эл. почты 0; ИИН 0; номеров документов 0; домашних адресов 0" {
		t.Error(r.Made)
	}
}

func FuzzText(f *testing.F) {
	f.Add("Сидоров П. К., +7 (701) 123-45-67, 900101300017")
	f.Add("Ахметов Нурлан Серікұлы, a@b.kz")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, x := range Find(s) {
			if x.Lo < last || x.Hi <= x.Lo || x.Hi > len(s) {
				t.Fatalf("%q: %+v", s, x)
			}
			last = x.Hi
		}
		m := &Mask{}
		m.evidence(table.Evidence{Text: m.Text(s)})
	})
}
