package main

import (
	"bytes"

	"github.com/urfave/cli/v2"

	"svod/compare"
	"svod/compare/table"
	"svod/corpus"
)

func (e *env) compareCommand() *cli.Command {
	return &cli.Command{
		Name: "compare", Aliases: []string{"сравнить"},
		Usage:     e.tr("сравнительная таблица: две редакции, несколько актов, акты по темам", "comparison table: two editions, several acts, acts by topic"),
		ArgsUsage: e.tr("ДОК ДОК…", "DOC DOC…"),
		Description: e.tr(`Два документа: таблица изменений (структурный элемент, прежняя и новая редакция, основание).
Три и больше: нормы первого (или --base) и ближайшие к ним нормы остальных; --base none: без основного.
--topics КОДИФИКАТОР: что каждый акт говорит по каждой теме: модальность, цитата, ссылка; все нормы в приложении,
отсылочные нормы отдельно. Столбец «Вывод» ваш: --keep сохраняет его. Слова таблицы: --print-template --topics …
--profile --definitions --conflicts --duplicates: акты рядом; эти разделы собираются в один отчёт.
В HTML: обе редакции целиком рядом, с оглавлением и переходом от изменения к изменению; таблица: --form editions.
--redline: весь текст с исправлениями; в DOCX их можно принять или отклонить: приняв все, получают новый
текст, отклонив все, прежний. Перемещённое исключено на старом месте и вставлено на новом, с примечанием.
--form: вид таблицы: editions (две редакции), draft (к проекту акта), parliament (парламентская), russia (российская).
Свой вид: svod compare --print-template -o форма.yaml, измените файл в Блокноте и назовите его: --template форма.yaml.
Написанное в таблице автором возвращает в новую --keep.
Документы: файлы или документы корпуса; корпус не нужен, если даны файлы.

Примеры:
  svod compare закон-2019.docx закон-2021.docx -o таблица.docx
  svod compare закон-2019.docx закон-2021.docx -o рядом.html
  svod compare закон-2019.docx закон-2021.docx --redline -o исправления.docx
  svod compare 'общественные советы@2019' 'общественные советы@2021' -o таблица.docx
  svod compare закон.docx проект.docx --form draft -o таблица.docx
  svod compare закон-2019.docx закон-2023.docx --keep таблица.docx -o таблица.docx
  svod compare прежний-кодекс.docx новый-кодекс.docx --crosswalk -o номера.xlsx
  svod compare А.docx Б.docx В.pdf --base А.docx -o свод.xlsx
  svod compare А.docx Б.docx В.pdf --topics темы.yaml --brief -o темы.docx
  svod compare А.docx Б.docx В.pdf --profile --definitions --conflicts --duplicates -o акты.docx`, `Two documents: the table of changes (structural element, old and new wording, basis).
Three or more: the provisions of the first (or of --base) with the nearest ones of the others; --base none: without a base.
--topics CODEBOOK: what each act says on each topic: modality, quote, citation; all provisions in an appendix, those
that refer to other acts apart. The column “Conclusion” is yours: --keep keeps it. Its words: --print-template --topics …
--profile --definitions --conflicts --duplicates: acts side by side; these sections go into one report.
In HTML: both texts whole, side by side, with contents and jumps from change to change; the table: --form editions.
--redline: the whole text with its changes; in DOCX they are tracked: accepting all gives the new text, rejecting
all the old one. What moved is deleted at its old place and inserted at the new one, with a comment.
--form: the kind of table: editions (two editions), draft (of amendments), parliament, russia.
A form of your own: svod compare --print-template -o form.yaml, edit the file, and name it: --template form.yaml.
--keep brings what its author wrote in a table back into the new one.
Documents are files or documents of the corpus; no corpus is needed for files.

Examples:
  svod compare law-2019.docx law-2021.docx -o table.docx
  svod compare law-2019.docx law-2021.docx -o both.html
  svod compare law-2019.docx law-2021.docx --redline -o redline.docx
  svod compare 'общественные советы@2019' 'общественные советы@2021' -o table.docx
  svod compare law.docx draft.docx --form draft -o table.docx
  svod compare law-2019.docx law-2023.docx --keep table.docx -o table.docx
  svod compare old-code.docx new-code.docx --crosswalk -o numbers.xlsx
  svod compare A.docx B.docx C.pdf --base A.docx -o table.xlsx
  svod compare A.docx B.docx C.pdf --topics topics.yaml --brief -o topics.docx
  svod compare A.docx B.docx C.pdf --profile --definitions --conflicts --duplicates -o acts.docx`),
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "topics", Usage: e.tr("`КОДИФИКАТОР` тем", "`CODEBOOK` of topics")},
			&cli.BoolFlag{Name: "brief", Usage: e.tr("в клетках тем только модальность и ссылка, цитаты в приложении", "cells of topics hold modality and citation only, quotes in an appendix")},
			&cli.StringFlag{Name: "title", Usage: e.tr("`ЗАГЛАВИЕ` таблицы", "`TITLE` of the table")},
			&cli.StringFlag{Name: "form", Usage: e.tr("`ВИД` таблицы двух редакций: "+join(compare.Forms()), "`FORM` of the table of two editions: "+join(compare.Forms()))},
			&cli.StringFlag{Name: "template", Usage: e.tr("`ФАЙЛ` своей формы: столбцы, заглавия, слова", "`FILE` with a form of your own: columns, headings, words")},
			&cli.BoolFlag{Name: "print-template", Usage: e.tr("написать форму (--form, --table-lang) как файл, который можно изменить", "write the form (--form, --table-lang) as a file to edit")},
			&cli.BoolFlag{Name: "crosswalk", Usage: e.tr("таблица соответствия: куда перешла каждая статья и пункт с другим номером", "crosswalk: where each article, and each clause with another number, went")},
			&cli.StringFlag{Name: "base", Usage: e.tr("`ДОК`, с нормами которого сравнивать; none: ни с чьими", "`DOC` whose provisions the others are set beside; none")},
			&cli.BoolFlag{Name: "all", Usage: e.tr("и то, что не изменилось", "what did not change, too")},
			&cli.BoolFlag{Name: "notes", Usage: e.tr("и то, где изменились только сноски", "what changed in its notes only, too")},
			&cli.BoolFlag{Name: "exit-code", Usage: e.tr("код 1, если есть различия", "exit code 1 if there are differences")},
			&cli.StringFlag{Name: "at", Usage: e.tr("редакции на `ДАТУ`", "the editions in force on a `DATE`")},
			e.keepFlag(),
		}, append(append(e.sectionFlags(), e.readFlags()...), e.changeFlags()...)...),
		Action: e.compare,
	}
}

func (e *env) compare(c *cli.Context) error {
	if c.Bool("print-template") {
		return e.printTemplate(c)
	}
	byTopic, err := e.wantsTopics(c)
	switch {
	case err != nil:
		return err
	case byTopic:
		return e.topics(c)
	}
	least := 2
	chosen, err := e.sections(c)
	if err != nil {
		return err
	}
	if chosen != nil && !c.Bool("conflicts") {
		least = 1
	}
	if err := e.need(c, least, -1); err != nil {
		return err
	}
	options, err := e.compareOptions(c)
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, c.Args().Slice())
	if err != nil {
		return err
	}
	if chosen != nil {
		return e.output(c, e.sideBySide(c, docs, chosen, options))
	}
	if len(docs) > 2 || c.String("base") != "" {
		base, err := e.base(c, lib, docs)
		if err != nil {
			return err
		}
		m := compare.Acts(docs, base)
		return e.output(c, dataOf(m.Report(options), m))
	}
	cmp := compare.Compare(docs[0], docs[1])
	if err := e.changes(c, cmp, options); err != nil {
		return err
	}
	if c.Bool("exit-code") && len(cmp.Summary) > 0 {
		return &exit{code: exitNothing}
	}
	return nil
}

// apart refuses options that ask for another table than an option that is set:
// one of them would be passed over in silence.
func (e *env) apart(c *cli.Context, option string, others ...string) error {
	for _, other := range others {
		if c.IsSet(other) {
			return usage(e.tr("--%s и --%s не сочетаются", "--%s and --%s do not go together", option, other),
				e.tr("Сделайте две таблицы двумя командами", "Make two tables with two commands"))
		}
	}
	return nil
}

// changes writes what is shown of two editions: in formats for reading, the
// text with its changes if that is asked for; in HTML both texts side by side,
// unless a form of the table is named; else the table.
func (e *env) changes(c *cli.Context, cmp *compare.Comparison, o compare.Options) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if c.Bool("crosswalk") {
		if err := e.apart(c, "crosswalk", "redline", "form"); err != nil {
			return err
		}
		return e.output(c, cmp.CrosswalkReport(o))
	}
	switch format {
	case "docx", "html", "md", "text":
		if c.Bool("redline") {
			if err := e.apart(c, "redline", "form", "template", "keep"); err != nil {
				return err
			}
			return e.output(c, cmp.Redline(o))
		}
	}
	if format == "html" && c.String("form") == "" && c.String("template") == "" && c.String("keep") == "" {
		var b bytes.Buffer
		if err := cmp.SideBySide(&b, o); err != nil {
			return err
		}
		return e.save(c, b.Bytes())
	}
	return e.output(c, dataOf(cmp.Report(o), cmp))
}

// dataOf gives a report the form that other programs rely on.
func dataOf(r *table.Report, data any) *table.Report {
	if r.Data == nil {
		r.Data = data
	}
	return r
}

// base returns the place of the document that --base names among docs, -1 for
// none.
func (e *env) base(c *cli.Context, lib *library, docs []*corpus.Document) (int, error) {
	name := c.String("base")
	switch name {
	case "":
		return 0, nil
	case "none", "нет":
		return -1, nil
	}
	d, err := lib.doc(c.Context, name)
	if err != nil {
		return 0, err
	}
	for i := range docs {
		if docs[i].ID == d.ID {
			return i, nil
		}
	}
	return 0, usage(e.tr("--base %s не входит в число сравниваемых", "--base %s is not among the documents compared", name),
		e.tr("Назовите его и среди документов", "Name it among the documents, too"))
}
