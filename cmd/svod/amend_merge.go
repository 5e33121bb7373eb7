package main

import (
	"github.com/urfave/cli/v2"

	"svod/compare/amend/remarks"
	"svod/corpus"
)

func (e *env) amendMergeCommand() *cli.Command {
	return &cli.Command{
		Name: "merge", Aliases: []string{"свести"},
		Usage:     e.tr("свести таблицы замечаний нескольких авторов в одну", "put the tables of remarks of several authors into one"),
		ArgsUsage: e.tr("ТАБЛИЦА… [--law АКТ… | --draft ПРОЕКТ]", "TABLE… [--law ACT… | --draft DRAFT]"),
		Description: e.tr(`Свод замечаний и предложений: строки всех таблиц (DOCX, XLSX, HTML, ODT) в порядке статей, пунктов и подпунктов акта, замечания
к одному элементу рядом, общие замечания в начале. У каждого акта свой раздел: акт узнаётся по строке-заголовку и по словам
«ст. 5 Закона «О …»», как бы его ни сокращали. Столбцы узнаются по заголовкам, незнакомые остаются справа. Автор берётся из
столбца «Автор», иначе из строки-заголовка («Министерство …»), из строки над таблицей («Замечания Министерства …»), из имени
файла. Заголовки вроде «Статья 5» дают элемент строкам под ними, прочие («Редакционные замечания») стоят в своём столбце. Одинаковые замечания нескольких авторов – одна
строка со всеми авторами. Ничего не пропадает: у каждой строки указан её источник, файл и строка; элементы, которые не
удалось понять, стоят в конце. «Решение» заполняет человек; при новом своде его тексты возвращает --keep.
--law АКТ или --draft ПРОЕКТ: где стоят главы и разделы; из проекта берутся его заглавие и порядок актов. Если замечания
на двух языках, назовите тексты акта на обоих: --law закон.docx --law заң.docx – и строки станут рядом.

Примеры:
  svod amend merge минюст.docx минфин.xlsx замечания-нпо.docx -o свод.docx
  svod amend merge замечания/*.docx --draft проект.docx --keep свод.docx -o свод.docx`,
			`A summary of remarks and proposals: the rows of all tables (DOCX, XLSX, HTML, ODT) in the order of the act's articles, clauses
and subclauses, remarks on one provision together, general ones first. Each act has its own part: it is known by a heading row or by words
such as “ст. 5 Закона «О …»”, however shortened. Columns are known by their headings; others stay at the right. The author
is taken from the column “Автор”, else from a heading row (“Министерство …”), a line above the table (“Замечания
Министерства …”), the file's name. Heading rows such as “Статья 5” give their rows the provision; others have a column. The same remark by several authors is one row with all of them. Nothing is lost: each row tells its source,
file and row; provisions that were not understood stand at the end. People fill in the decision; --keep brings it back.
--law ACT or --draft DRAFT: where chapters stand; the title and the order of acts are the draft's. If there are remarks in
two languages, give the act in both, --law law.docx --law заң.docx, and their rows stand together.

Examples:
  svod amend merge justice.docx finance.xlsx ngo.docx -o summary.docx
  svod amend merge remarks/*.docx --draft draft.docx --keep summary.docx -o summary.docx`),
		Flags: append(append([]cli.Flag{
			&cli.StringSliceFlag{Name: "law", Usage: e.tr("`АКТ`, в порядке которого стоят замечания; можно несколько, и на двух языках", "the `ACT` whose order the remarks follow; there may be several, and in two languages")},
			&cli.StringFlag{Name: "draft", Usage: e.tr("`ПРОЕКТ`, к которому замечания", "the `DRAFT` that the remarks are about")},
			e.keepFlag(),
		}, e.readFlags()...), e.outputFlags()...),
		Action: e.amendMerge,
	}
}

func (e *env) amendMerge(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	var tables []*remarks.Table
	for _, name := range c.Args().Slice() {
		t, err := e.remarksTable(c, name)
		if err != nil {
			return err
		}
		tables = append(tables, t)
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	var order *corpus.Document
	title := ""
	if name := c.String("draft"); name != "" {
		docs, err := lib.docs(c.Context, []string{name})
		if err != nil {
			return err
		}
		if order = docs[0]; order.Meta.Title != "" {
			title = "«" + order.Meta.Title + "»"
		}
	}
	var laws []*corpus.Document
	if names := c.StringSlice("law"); len(names) > 0 {
		var err error
		if laws, err = lib.docs(c.Context, names); err != nil {
			return err
		}
	}
	if len(laws) == 1 { // the law tells the order, if there are both
		order = laws[0]
	}
	m := remarks.Merge(tables, order, laws...)
	lang := c.String("table-lang")
	if lang == "" {
		if lang = "ru"; order != nil && order.Meta.Language == "kk" {
			lang = "kk"
		}
	}
	if err := e.output(c, m.Report(lang, title)); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		rows, unplaced := 0, 0
		for _, t := range tables {
			rows += len(t.Rows)
		}
		for _, r := range m.Rows {
			if r.Placed == remarks.NoPlace {
				unplaced++
			}
		}
		e.say(e.tr("Таблиц: %d, строк в них: %d. Строк свода: %d, из них место не определено: %d.", "Tables: %d, with rows: %d. Rows of the summary: %d, of no known place: %d."), len(tables), rows, len(m.Rows), unplaced)
	}
	return nil
}
