package apply

import (
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

const order = `Об утверждении Правил выдачи талонов
ПРИКАЗЫВАЮ:
1. Утвердить прилагаемые Правила выдачи талонов.
2. Настоящий приказ вводится в действие со дня опубликования.
Министр
А. Иванов
Утверждены
приказом Министра
от 5 мая 2020 года № 12
Правила выдачи талонов
Глава 1. Общие положения
1. Талон – документ на право проезда.
2. Талоны выдает Министерство.
Глава 2. Порядок выдачи
3. Заявитель подает заявление.
4. Талон выдается в течение 5 дней.
Отказ мотивируется.
Приложение
к Правилам выдачи талонов
Перечень сборов
|№|Вид|Сбор, тенге
|1|Разовый талон|100
|2|Годовой талон|1 000
`

const federal = `О талонах
Федеральный закон определяет порядок выдачи талонов.
Статья 1. Выдача талонов
1. Талон выдается по заявлению.
2. К заявлению прилагаются:
1) копия паспорта;
2) фотография.
3. В соответствии с частью 2 настоящей статьи фотография возвращается. Копия, указанная в части 2 настоящей статьи, остается.
Статья 2¹. Отказ
1. Отказ возможен:
1) при ошибке;
а) в имени;
б) в дате.
`

const twoLists = `О советах
Статья 1. Права
1. Совет вправе:
1) просить;
2) спрашивать;
3) жаловаться.
Совет обязан:
1) отвечать;
2) молчать.
`

// TestApplyMore is TestApply on an order with approved rules and their tables,
// and on a law of Russia.
func TestApplyMore(t *testing.T) {
	type op = amend.Operation
	w := func(levels ...amend.Level) []amend.Where { return []amend.Where{{Levels: levels}} }
	level := func(k corpus.Kind, nums ...string) amend.Level {
		return amend.Level{Step: corpus.Step{Kind: k, Nums: nums}}
	}
	rules := level(corpus.KindAppendix, "правила")
	row := func(n string) amend.Level {
		return amend.Level{Step: corpus.Step{Kind: corpus.KindRow, Nums: []string{n}}, Noun: "строка, порядковый номер"}
	}
	for _, c := range []struct {
		name, law string
		ops       []op
		want      string
		code      Code
	}{
		{"a clause of the rules", order, []op{{Kind: amend.Replace, Object: amend.Figures, Where: w(rules, level(corpus.KindClause, "4")), Old: "5", New: "3"}},
			"- прил/п.4 Талон выдается в течение 5 дней.\n+ прил/п.4 Талон выдается в течение 3 дней.", ""},
		{"a clause into its chapter", order, []op{{Kind: amend.Add, Object: amend.Units, Where: w(rules), Units: units("2-1. Талон именной."), Nums: []string{"2-1"}}},
			"+ прил/п.2-1 Талон именной.", ""},
		{"a clause behind all", order, []op{{Kind: amend.Add, Object: amend.Units, Where: w(rules), Units: units("5. Талон хранится."), Nums: []string{"5"}}},
			"+ прил/п.5 Талон хранится.", ""},
		{"the rules anew", order, []op{{Kind: amend.Restate, Object: amend.Units, Where: w(rules), Units: []*corpus.Unit{{Kind: corpus.KindAppendix, Title: "Правила выдачи талонов", Units: units("1. Талонов нет.")}}}},
			"- прил/гл.1 Общие положения\n- прил/п.1 Талон – документ на право проезда.\n- прил/п.2 Талоны выдает Министерство.\n- прил/гл.2 Порядок выдачи\n- прил/п.3 Заявитель подает заявление.\n- прил/п.4 Талон выдается в течение 5 дней.\n- прил/п.4/абз.2 Отказ мотивируется.\n+ прил/п.1 Талонов нет.", ""},
		{"a row in new words", order, []op{{Kind: amend.Restate, Object: amend.Rows, Where: w(row("2")), Units: []*corpus.Unit{{Kind: corpus.KindRow, Text: "2\tГодовой талон\t2 000"}}}},
			"- прил/прил/табл.1/стр.3 2\tГодовой талон\t1 000\n+ прил/прил/табл.1/стр.3 2\tГодовой талон\t2 000", ""},
		{"a row by its number", order, []op{{Kind: amend.Add, Object: amend.Rows, Where: w(), New: "1-1\tМесячный талон\t500"}},
			"- прил/прил/табл.1/стр.3 2\tГодовой талон\t1 000\n+ прил/прил/табл.1/стр.3 1-1\tМесячный талон\t500\n+ прил/прил/табл.1/стр.4 2\tГодовой талон\t1 000", ""},
		{"words of a row", order, []op{{Kind: amend.Replace, Object: amend.Words, Where: w(row("1")), Old: "Разовый", New: "Суточный"}},
			"- прил/прил/табл.1/стр.2 1\tРазовый талон\t100\n+ прил/прил/табл.1/стр.2 1\tСуточный талон\t100", ""},
		{"no such row", order, []op{{Kind: amend.Remove, Object: amend.Rows, Where: w(row("7"))}}, "", NoUnit},
		{"a row goes", order, []op{{Kind: amend.Remove, Object: amend.Rows, Where: w(row("1"))}},
			"- прил/прил/табл.1/стр.2 1\tРазовый талон\t100\n- прил/прил/табл.1/стр.3 2\tГодовой талон\t1 000\n+ прил/прил/табл.1/стр.2 2\tГодовой талон\t1 000", ""},

		{"the list that has the number before", twoLists, []op{{Kind: amend.Add, Object: amend.Units, Where: w(level(corpus.KindArticle, "1"), level(corpus.KindClause, "1")), Units: units("4) ждать."), Nums: []string{"4"}}},
			"+ ст.1/п.1/пп.4 ждать.", ""},
		{"two lists that have it", twoLists, []op{{Kind: amend.Add, Object: amend.Units, Where: w(level(corpus.KindArticle, "1"), level(corpus.KindClause, "1")), Units: units("2-1) ждать;"), Nums: []string{"2-1"}}},
			"", SeveralUnits},
		{"the list of a part", twoLists, []op{{Kind: amend.Add, Object: amend.Units, Where: w(level(corpus.KindArticle, "1"), level(corpus.KindClause, "1"), level(corpus.KindPart, "2")), Units: units("3) ждать.\n4) верить."), Nums: []string{"3", "4"}}},
			"+ ст.1/п.1/пп.3~2 ждать.\n+ ст.1/п.1/пп.4 верить.", ""},
		{"two of that number", twoLists, []op{{Kind: amend.Remove, Object: amend.Units, Where: w(level(corpus.KindArticle, "1"), level(corpus.KindClause, "1"), level(corpus.KindSubclause, "2"))}},
			"", SeveralUnits},

		{"a part that is a clause", federal, []op{{Kind: amend.Replace, Object: amend.Words, Where: w(level(corpus.KindArticle, "1"), level(corpus.KindPart, "1")), Old: "по заявлению", New: "без заявления"}},
			"- ст.1/п.1 Талон выдается по заявлению.\n+ ст.1/п.1 Талон выдается без заявления.", ""},
		{"a clause that is a subclause", federal, []op{{Kind: amend.Add, Object: amend.Words, Where: w(level(corpus.KindArticle, "1"), level(corpus.KindPart, "2"), level(corpus.KindClause, "2")), New: "(две)"}},
			"- ст.1/п.2/пп.2 фотография.\n+ ст.1/п.2/пп.2 фотография (две).", ""},
		{"behind a raised number", federal, []op{{Kind: amend.Add, Object: amend.Units, Where: w(), Units: units("Статья 2². Жалоба\nОтказ обжалуется."), Nums: []string{"2.2"}}},
			"+ ст.2.2 Жалоба · Отказ обжалуется.", ""},
		{"a number written otherwise", federal, []op{{Kind: amend.Restate, Object: amend.Headings, Where: w(level(corpus.KindArticle, "2-1")), New: "Отказы"}},
			"- ст.2.1 Отказ\n+ ст.2.1 Отказы", ""},
		{"an item", federal, []op{{Kind: amend.Remove, Object: amend.Units, Where: w(level(corpus.KindArticle, "2.1"), level(corpus.KindPart, "1"), level(corpus.KindClause, "1"), level(corpus.KindItem, "б"))}},
			"- ст.2.1/п.1/пп.1/б.б в дате.\n+ ст.2.1/п.1/пп.1/б.б (gone) ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.law)
			if c.law == federal {
				d.Meta.Jurisdiction = "RU"
			}
			before := own(d)
			r := Apply(d, draft(c.ops...), 0, Options{NoNotes: true})
			if err := r.New.Verify(); err != nil {
				t.Errorf("%v\n%s", err, text(r.New))
			}
			if got := changes(before, own(r.New)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%s", got, c.want, text(r.New))
			}
			if o := r.Outcomes[0]; o.Code != c.code {
				t.Errorf("%+v", o)
			}
		})
	}
}
