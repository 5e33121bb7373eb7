package content

import (
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
)

// TestPatternsOfCodebook goes through what a pattern may be, and the rules of
// counting: what is found in one clause, as occurrences.
func TestPatternsOfCodebook(t *testing.T) {
	for _, tt := range []struct{ name, patterns, text, want string }{
		{"phrase by stems", "any: [общественные слушания]", "Проведены общественные слушания, после общественных слушаний.", "общественные слушания | общественных слушаний"},
		{"a phrase is neighbours", "any: [общественные слушания]", "Общественные открытые слушания.", ""},
		{"exact form", "any: [=НПО]", "Участвуют НПО и отчёт нпо.", "НПО | нпо"},
		{"exact form only", "any: [=отчета]", "Отчет без отчета.", "отчета"},
		{"wildcard", "any: ['консульт*']", "Консультации и консультант.", "Консультации | консультант"},
		{"/1 are neighbours", "any: [совет /1 отчет]", "Отчет совета.", "Отчет совета"},
		{"/3 allows two words between", "any: [совет /3 отчет]", "Совет один два отчет.", "Совет отчет"},
		{"/3 allows no three", "any: [совет /3 отчет]", "Совет один два три отчет.", ""},
		{"/n in any order", "any: [отчет /3 совет]", "Совет один отчет.", "Совет отчет"},
		{"+n in order", "any: [проводить +4 слушание]", "Слушания проводит совет.", ""},
		{"+n", "any: [проводить +4 слушание]", "Совет проводит открытые слушания.", "проводит слушания"},
		{"same sentence", "any: [гражданин /с участвовать]", "Граждане пришли. Совет участвует.", ""},
		{"in one sentence", "any: [гражданин /с участвовать]", "Граждане в работе совета участвуют.", "Граждане участвуют"},
		{"same clause", "any: [гражданин /п участвовать]", "Граждане пришли. Совет участвует.", "Граждане участвует"},
		{"set", "any: ['@отрицание +2 проводить']", "Совет не вправе проводить.", "не проводить"},
		{"category as operand", "any: ['#нпо /п предложение']", "Фонд внес предложение.", "Фонд предложение"},
		{"regular expression", `any: ['re:\bп\.\s*\d+']`, "Согласно п. 5 правил.", "п. 5"},
		{"not", "any: [слушание], not: [слушание /2 суд]", "Слушание в суде. Совет провел слушание.", "слушание"},
		{"not with a set", "any: [проводить], not: ['@отрицание +2 проводить']", "Не проводить. Совет вправе проводить.", "проводить"},
		{"require", "any: [слушание], require: {scope: пункт, all: ['#нпо']}", "Слушание провел фонд.", "Слушание"},
		{"require fails", "any: [слушание], require: {scope: предложение, all: ['#нпо']}", "Слушание прошло. Фонд доволен.", ""},
		{"ё is е", "any: [отчёт]", "Отчет и отчёт.", "Отчет | отчёт"},
		{"a compound has parts", "any: [правовой]", "Социально-правовая помощь.", "правовая"},
		{"and is whole", "any: [социально-правовой]", "Социально-правовая помощь.", "Социально-правовая"},
		{"a compound takes one position", "any: [правовой /1 помощь]", "Социально-правовая помощь.", "правовая помощь"},
		{"one token counts once", "any: [отчет, годовой отчет]", "Годовой отчет.", "Годовой отчет"},
		{"a compound and its part are one token", "any: [правовой, социально-правовой]", "Социально-правовая помощь.", "Социально-правовая"},
	} {
		cb := mustLoad(t, "unit: пункт\nsets: {отрицание: [не, нет]}\ncategories:\n  - {id: х, "+tt.patterns+"}\n  - {id: нпо, any: [фонд]}\n")
		d := document(t, "d.md", "# О советах\n\n### Статья 1. Прочее\n\n1. "+tt.text+"\n\n2. Иное.\n")
		var got []string
		for _, a := range articles(d, cb.Unit.kind(), nil) {
			for _, o := range distinct(cb.Categories[0].query.Occurrences(a.text), Longest) {
				var ws []string
				for _, m := range o {
					ws = append(ws, a.text.Units()[m.Unit].Text[m.Lo:m.Hi])
				}
				got = append(got, strings.Join(ws, " "))
			}
		}
		if g := strings.Join(got, " | "); g != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, g, tt.want)
		}
	}
}

// TestBorders: nothing but /ст reaches over the border of a clause, and a parent
// is in a unit once, however many of its children are.
func TestBorders(t *testing.T) {
	d := document(t, "d.md", "# О советах\n\n### Статья 1. Прочее\n\n1. Публикуется годовой\n\n2. отчет фонда и слушания.\n")
	cb := mustLoad(t, `unit: пункт
categories:
  - {id: phrase, any: [годовой отчет]}
  - {id: near, any: [годовой /5 отчет]}
  - {id: clause, any: [годовой /п отчет]}
  - {id: article, any: [годовой /ст отчет]}
  - id: parent
    children: [{id: a, any: [отчет]}, {id: b, any: [слушания]}]
`)
	c := Count(cb, []*corpus.Document{d}, CountOptions{})
	var got []string
	for _, r := range c.Rows {
		got = append(got, fmt.Sprintf("%s %d/%d", r.Category, r.Occurrences, r.Units))
	}
	if g := strings.Join(got, " "); g != "phrase 0/0 near 0/0 clause 0/0 article 1/1 parent 2/1 a 1/1 b 1/1" {
		t.Error(g)
	}
}
