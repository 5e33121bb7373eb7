package main

import (
	"github.com/urfave/cli/v2"

	"svod/compare/amend"
	"svod/compare/amend/remarks"
	"svod/corpus"
)

func (e *env) amendCheckCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Aliases: []string{"проверить"},
		Usage:     e.tr("проверить чужую сравнительную таблицу: верно ли она приводит закон и проект", "check a comparison table made by others against the law and the draft"),
		ArgsUsage: e.tr("ТАБЛИЦА --law АКТ… [--draft ПРОЕКТ]", "TABLE --law ACT… [--draft DRAFT]"),
		Description: e.tr(`Сличает сравнительную таблицу (DOCX, XLSX, HTML, ODT) с действующим актом и с проектом. Столбцы узнаются по
заголовкам: «№ п/п», «Структурный элемент», «Действующая редакция», «Предлагаемая редакция» и как их пишут ещё.
Левый столбец: стоят ли эти слова в акте по этому адресу и в этом порядке; «…» – пропущенное; «Отсутствует» – такого
элемента нет. Правый, если назван --draft: читается ли так акт после проекта (или так написано в самом проекте); все ли
поправки проекта есть в таблице и все ли строки есть в проекте. Ещё: повторённые строки, порядок строк, одинаковые редакции.
Сличаются слова, числа, прописные буквы и знаки препинания; кавычки, тире, пробелы, ё, переносы и знаки, опущенные в
конце положения, – нет.
--law можно назвать несколько раз: разные акты или редакции одного (действующая – позднейшая; без дат – названная последней).
Код завершения 1: есть замечания; 3: замечаний нет, но часть строк не проверена.

Примеры:
  svod amend check таблица.docx --law закон.docx
  svod amend check таблица.docx --law закон-1.docx --law закон-2.docx --draft проект.docx -o проверка.docx`,
			`Compares a comparison table (DOCX, XLSX, HTML, ODT) with the act in force and with a draft. Columns are known by
their headings: “№ п/п”, “Структурный элемент”, “Действующая редакция”, “Предлагаемая редакция” and as people write them.
Left: do these words stand in the act at this address, in this order; “…” is what was left out; “Отсутствует”: there is no
such provision. Right, with --draft: would the act read so after the draft (or does the draft itself say so); are all
amendments of the draft in the table, and all rows in the draft. Also rows twice, out of order, with both texts the same.
Words, numbers, capitals and punctuation are compared; quotation marks, dashes, spaces, ё, hyphenation and signs left out at the end
of a provision are not.
--law may be given several times: several acts, or editions of one (the latest is in force; without dates the last named).
Exit code 1: there are findings; 3: none, but some rows could not be checked.

Examples:
  svod amend check table.docx --law law.docx
  svod amend check table.docx --law law-1.docx --law law-2.docx --draft draft.docx -o check.docx`),
		Flags: append(append([]cli.Flag{
			&cli.StringSliceFlag{Name: "law", Usage: e.tr("действующий `АКТ` (файл или документ корпуса); можно несколько", "the `ACT` in force (a file or document of the corpus); may be repeated")},
			&cli.StringFlag{Name: "draft", Usage: e.tr("`ПРОЕКТ`, к которому таблица", "the `DRAFT` that the table belongs to")},
		}, e.readFlags()...), e.outputFlags()...),
		Action: e.amendCheck,
	}
}

func (e *env) amendCheck(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	names := append(c.StringSlice("law"), c.Args().Slice()[1:]...) // --law a.docx b.docx
	if len(names) == 0 {
		return usage(e.tr("не назван действующий акт", "the act in force is not named"), e.tr("Назовите его: --law закон.docx", "Name it: --law law.docx"))
	}
	t, err := e.remarksTable(c, c.Args().First())
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	laws, err := lib.docs(c.Context, names)
	if err != nil {
		return err
	}
	var draft *amend.Draft
	if name := c.String("draft"); name != "" {
		docs, err := lib.docs(c.Context, []string{name})
		if err != nil {
			return err
		}
		if draft, err = e.draftOf(docs[0], name); err != nil {
			return err
		}
	}
	checked, err := remarks.Check(c.Context, t, laws, draft)
	if err != nil {
		return err
	}
	if err := e.output(c, checked.Report(e.remarksLanguage(c, laws))); err != nil {
		return err
	}
	switch {
	case len(checked.Findings) > 0:
		return &exit{code: exitNothing}
	case len(checked.Unchecked) > 0:
		e.partial = true
	}
	return nil
}

// remarksTable reads a table that somebody made.
func (e *env) remarksTable(c *cli.Context, name string) (*remarks.Table, error) {
	src, err := e.readSource(c, name)
	if err != nil {
		return nil, err
	}
	t := remarks.Read(src)
	if t == nil {
		return nil, usage(e.tr("%s: нет таблицы, по заголовкам которой понятно, что в столбцах", "%s: no table whose headings tell what the columns hold", name),
			e.tr("Нужны столбцы «Структурный элемент», «Действующая редакция», «Предлагаемая редакция» или «Замечание»", "It needs columns such as “Структурный элемент”, “Действующая редакция”, “Предлагаемая редакция” or “Замечание”"))
	}
	if t.Foreign > 0 && !c.Bool("quiet") {
		e.say(e.tr("%s: строк других таблиц файла, которые не читались: %d", "%s: rows of other tables of the file, which were not read: %d"), name, t.Foreign)
	}
	return t, nil
}

// remarksLanguage is that of the headings.
func (e *env) remarksLanguage(c *cli.Context, docs []*corpus.Document) string {
	if lang := c.String("table-lang"); lang != "" {
		return lang
	}
	for _, d := range docs {
		if d.Meta.Language != "" {
			return d.Meta.Language
		}
	}
	return "ru"
}
