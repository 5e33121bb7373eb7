package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/study"
	"svod/compare/table"
)

func (e *env) studyCommand() *cli.Command {
	return &cli.Command{
		Name: "study", Aliases: []string{"исследование"},
		Usage:     e.tr("глава отчёта по шаблону: заголовки, тексты, таблицы и рисунки нескольких анализов", "a chapter by a template: headings, texts, tables and figures of several analyses"),
		ArgsUsage: e.tr("ШАБЛОН", "TEMPLATE"),
		Description: e.tr(`Шаблон (YAML) перечисляет по порядку заголовки (heading), тексты (text) и команды svod (run); из отчёта команды
берутся (take) таблицы и рисунки по словам их подписей, под подписями автора. Числа в текстах подставляются:
{счёт.Документов} – строка таблицы из двух граф или протокола отчёта, названного «as: счёт»; {счёт.Таблица/Строка/Графа} –
клетка. Пути в шаблоне – от его папки. Всё исследование строится одной командой, проверяется verify и объясняется explain.

  - heading: Результаты
  - run: count кодификатор.yaml --by region
    as: счёт
    take: [Распределение упоминаний, {figure: Динамика, caption: Динамика по годам}]
  - text: Проанализировано {счёт.Документов} отчётов.

Примеры:
  svod study исследование.yaml -o глава.docx
  svod study исследование.yaml -o глава.html`, `A template (YAML) lists headings, texts and svod commands (run) in their order; of a command's report tables and
figures are taken (take) by words of their captions, under captions of your own. Numbers in texts are filled in:
{counts.Documents} is a row of a table of two columns or of the record of the report named “as: counts”;
{counts.Table/Row/Column} is a cell. Paths in the template start at its folder. One command makes the whole study; verify
checks it and explain explains it.

  - heading: Results
  - run: count codebook.yaml --by region
    as: counts
    take: [Mentions by category, {figure: Trend, caption: Trend by year}]
  - text: "{counts.Documents} reports were analysed."

Examples:
  svod study study.yaml -o chapter.docx
  svod study study.yaml -o chapter.html`),
		Flags:  e.outputFlags(),
		Action: e.chapter,
	}
}

func (e *env) chapter(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	if _, err := e.format(c); err != nil {
		return err
	}
	name := c.Args().First()
	data, err := e.readFile(name)
	if err != nil {
		return err
	}
	ch, err := study.Load(name, data)
	if err != nil {
		return e.studyError(err)
	}
	if l := c.String("table-lang"); l != "" {
		ch.Language = l
	}
	corpusDir := c.String("corpus")
	if corpusDir != "" {
		if corpusDir, err = filepath.Abs(corpusDir); err != nil {
			return err
		}
	}
	var report *table.Report
	err = inFolder(filepath.Dir(name), func() error {
		report, err = ch.Compose(func(args []string) (*table.Report, error) {
			if corpusDir != "" {
				args = append(slices.Clone(args), "--corpus", corpusDir)
			}
			return e.part(c.Context, filepath.Dir(name), args, c.Bool("quiet"))
		})
		return err
	})
	if err != nil {
		return e.studyError(err)
	}
	if given := c.String("corpus"); given != "" { // the whole path is for the commands only
		e.corpusDir = given
	}
	report.Made = append([]table.Fact{{Name: cmp.Or(templateName[report.Language], templateName["ru"]), Value: filepath.Base(name) + ", SHA-256 " + ch.SHA256}}, report.Made...)
	return e.output(c, report)
}

// templateName is what the record of a chapter, in its language, calls the template.
var templateName = map[string]string{"ru": "Шаблон", "kk": "Үлгі", "en": "Template"}

// inFolder does something in a folder, and comes back.
func inFolder(dir string, do func() error) error {
	back, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := os.Chdir(dir); err != nil {
		return err
	}
	return errors.Join(do(), os.Chdir(back))
}

// part runs a command for its report, and takes over what it has read: a file
// named from the folder.
func (e *env) part(ctx context.Context, folder string, args []string, quiet bool) (*table.Report, error) {
	sub := &env{lang: e.lang, stdin: strings.NewReader(""), stdout: io.Discard, stderr: e.stderr, capture: true}
	app := sub.app()
	if err := safe(app, args); err != nil {
		return nil, usage(e.tr("run: команда «%s» не строит отчёта", "run: the command %q makes no report", args[0]),
			e.tr("Есть: count, matrix, numbers, agreement, check, survey, freq, keyness, compare и другие: svod help", "There are: count, matrix, numbers, agreement, check, survey, freq, keyness, compare and others: svod help"))
	}
	args, rest := optionsFirst(args)
	if quiet {
		args = append(args, "--quiet")
	}
	args = append(args, "--format", "docx", "--output", "-") // some print text and JSON by themselves
	arranged, err := sub.arrange(app, append(args, rest...))
	if err == nil {
		err = app.RunContext(ctx, append([]string{"svod"}, arranged...))
	}
	if err != nil && sub.captured == nil {
		sub.report(err)
		return nil, &exit{e.codeOf(err), e.tr("не выполнена команда шаблона: svod %s", "a command of the template failed: svod %s", shellQuoted(args)), ""}
	}
	if sub.captured == nil {
		return nil, usage(e.tr("run: у команды «%s» нет отчёта", "run: the command %q has no report", args[0]), "")
	}
	e.partial = e.partial || sub.partial
	for _, in := range sub.inputs {
		if !in.Corpus && !filepath.IsAbs(in.Name) {
			in.Name = filepath.Join(folder, in.Name)
		}
		e.input(in)
	}
	if sub.corpusDir != "" {
		e.corpusDir = filepath.Join(folder, sub.corpusDir)
		if filepath.IsAbs(sub.corpusDir) {
			e.corpusDir = sub.corpusDir
		}
	}
	return sub.captured, nil
}

// studyError says a fault of a template, with the way out.
func (e *env) studyError(err error) error {
	var x *study.Error
	if !errors.As(err, &x) {
		return err
	}
	arg := argsOf(x.Args)
	text, hint := e.yamlFault(x.Code, x.Args), ""
	switch x.Code {
	case "encoding", "too-large", "too-deep", "alias":
	case "yaml":
		text, hint = e.unreadLine(arg(0)), e.tr("Образец: исследование.yaml в папке svod-demo", "An example: исследование.yaml in svod-demo")
	case "field":
		text, hint = e.tr("ключа «%s» в шаблоне нет", "a template has no key %q", arg(0)), e.tr("Есть: study, language, blocks; у блока heading, level, text, run, as, take; у take table, figure, caption, rows", "There are: study, language, blocks; of a block heading, level, text, run, as, take; of take table, figure, caption, rows")
	case "empty":
		text, hint = e.tr("в шаблоне нет блоков", "the template has no blocks"), e.tr("Образец: svod help study", "An example: svod help study")
	case "block":
		text, hint = e.tr("блок – это что-то одно: heading, text или run (as и take – при run; level от 1 до 6)", "a block is one of heading, text, run (as and take go with run; level from 1 to 6)"), e.tr("Разделите его на несколько", "Part it into several")
	case "command":
		text, hint = e.tr("кавычки не закрыты: %s", "a quote is not closed: %s", arg(0)), e.tr("Закройте их или дайте команду списком", "Close it, or write the command as a list")
	case "name":
		text, hint = e.tr("имя «%s» уже занято", "the name %q is taken", arg(0)), e.tr("Дайте каждому отчёту своё имя", "Give each report a name of its own")
	case "caption":
		text, hint = e.tr("нет таблицы или рисунка с подписью «%s»", "no table or figure has the caption %q", arg(0)), e.tr("Есть: %s", "There are: %s", arg(1))
	case "number":
		text = e.tr("%s: такого числа нет", "%s: there is no such number", arg(0))
		hint = e.tr("Имя отчёта задаёт as; дальше – строка таблицы из двух граф или протокола, либо Таблица/Строка/Графа", "as names the report; then a row of a table of two columns or of the record, or Table/Row/Column")
	default:
		text = x.Code
	}
	return usage(e.place(x.File, x.Line, x.Column, false)+": "+text, hint)
}
