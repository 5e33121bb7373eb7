package figures

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/parse"
)

// document parses lines; those with tabs are rows of tables.
func document(lines ...string) *corpus.Document {
	src := &corpus.Source{Name: "test.txt", Format: "text"}
	tables := 0
	inside := false
	for _, s := range lines {
		l := corpus.Line{Text: s}
		if strings.Contains(s, "\t") {
			if !inside {
				tables++
			}
			l.Table = tables
			for _, c := range strings.Split(s, "\t") {
				l.Cells = append(l.Cells, corpus.Cell{Text: c})
			}
		}
		inside = l.Table > 0
		src.Lines = append(src.Lines, l)
	}
	d, _ := parse.Parse(src)
	return d
}

const indicators = `
codebook: Отчёты
indicators:
  - {id: заседания, any: [заседание]}
  - {id: рекомендации, any: ['{число} рекомендация'], not: [отклонить]}
  - {id: члены, any: [член совета, 'член /2 {число}'], choose: most}
  - {id: охват, any: ['охват /3 {число} /2 чел*']}
  - {id: доля, unit: '%', any: ['исполнить /3 {число}']}
`

func TestExtract(t *testing.T) {
	set, err := Load("test.yaml", []byte(indicators))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a number before its words, and another", []string{
			"За год проведено 12 (двенадцать) очередных заседаний. Внеочередных заседаний: 2."},
			"заседания 12 [several]"},
		{"the total is chosen", []string{
			"В первом полугодии проведено 5 заседаний.", "Всего проведено 11 заседаний, дано пять рекомендаций."},
			"заседания 11, рекомендации 5"},
		{"a number behind its words", []string{"Количество заседаний совета – 14. Число членов совета составляет 15 человек."},
			"заседания 14, члены 15"},
		{"a norm is doubtful", []string{"Заседания проводятся по мере надобности, не реже двух заседаний, и совет должен их готовить."},
			"заседания 2 [norm]"},
		{"a day and a protocol are no numbers of meetings", []string{"Заседание 12 марта, протокол № 5 заседания совета."}, ""},
		{"what a number counts is another thing", []string{"На заседании 25 гостей и 3 члена, заседание открыто."}, "члены 3"},
		{"excluded", []string{"Отклонено 4 рекомендации."}, ""},
		{"per cents and people", []string{"Исполнено 85 % решений. Семинары с охватом 145 чел."}, "охват 145, доля 85"},
		{"a gloss between a number and what it counts", []string{"Проведено 80 (АППГ – 51) заседаний комиссий."}, "заседания 80"},
		{"a norm of a quorum", []string{"Решение считается принятым, если его поддержали 8 членов совета."}, "члены 8 [norm]"},
		{"money is no count", []string{"На заседания – 3 млн тенге, заседаний – 3 400 000 тенге."}, ""},
		{"none, in words", []string{"В отчётном периоде заседания комиссии не проводились."}, "заседания 0 [said]"},
		{"none, in a table", []string{"Показатель\tФакт", "Проведено заседаний\tне проводились"}, "заседания 0 [said]"},
		{"heads that name others", []string{"Показатель\tФакт", "Участие в заседаниях\t7", "Заседание «Круглый стол»\t21", "Количество заседаний\t9"}, "заседания 9"},
		{"a title above the head, in the table", []string{"Сведения\t\t", "Совет\tЗаседаний, всего\tПисем", "Север\t4\t1", "Юг\t5\t2", "ИТОГО\t9\t3"}, "заседания 9"},
		{"a date between", []string{"Количество заседаний на 01.01.2013 г.: 14."}, "заседания 14"},
		{"tenths of millions", []string{"Семинары с охватом 533,8 млн чел."}, "охват 5.338e+08"},
		{"a hedge", []string{"Проведено более 10 заседаний."}, "заседания 10 [hedge]"},
		{"a table with labels in rows", []string{"Показатель\tФакт", "Проведено заседаний\t7", "Члены совета\t21"}, "заседания 7, члены 21"},
		{"a table with labels in the head", []string{"Заседаний всего\tРекомендаций", "9\t4"}, "заседания 9, рекомендации 4"},
	} {
		var got []string
		for _, v := range Extract(document(c.lines...), set.Indicators) {
			if !v.Stated {
				continue
			}
			s := fmt.Sprint(v.Indicator.ID, " ", v.Total)
			if v.Doubtful() {
				s += fmt.Sprint(" ", v.Doubts)
			}
			got = append(got, s)
			for _, m := range v.Matches {
				if m[0] < 0 || m[1] > len(v.Sentence) || m[0] >= m[1] {
					t.Errorf("%s: match %v in %q", c.name, m, v.Sentence)
				}
			}
			if !strings.Contains(v.Sentence, v.Text) {
				t.Errorf("%s: %q without %q", c.name, v.Sentence, v.Text)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"categories: []", "f.yaml:1:1: no-indicators"},
		{"indicators:\n  - {name: без кода, any: [а]}", "f.yaml:2:12: id"},
		{"indicators:\n  - {id: а, any: [б]}\n  - {id: а, any: [б]}", "f.yaml:3:10: id: а"},
		{"indicators:\n  - {id: а}", "f.yaml:2:10: no-patterns: а"},
		{"indicators:\n  - {id: а, any: ['{число}']}", "f.yaml:2:20: slot: {число}"},
		{"indicators:\n  - {id: а, any: [б], choose: лучшее}", "f.yaml:2:31: value: choose, лучшее"},
	} {
		_, err := Load("f.yaml", []byte(c.yaml))
		var e *Error
		if !errors.As(err, &e) || e.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.yaml, err, c.want)
		}
	}
	if _, err := Load("f.yaml", []byte("indicators:\n  - {id: а, any: ['(б /3 {число}']}")); err == nil || !strings.Contains(err.Error(), "f.yaml:2:") {
		t.Errorf("a pattern without its bracket: %v", err)
	}
}
