package main

import "github.com/urfave/cli/v2"

func (e *env) codebookCommand() *cli.Command {
	c := &cli.Command{
		Name: "codebook", Aliases: []string{"кодификатор"},
		Usage:     e.tr("кодификатор: проверить, показать, перевести в Excel и в форматы других программ", "a codebook: check it, show it, put it into Excel and the formats of other programs"),
		ArgsUsage: e.tr("ДЕЙСТВИЕ ФАЙЛ", "ACTION FILE"),
		Description: e.tr(`Кодификатор – файл YAML или такая же таблица (CSV, XLSX): категории, их определения, примеры и шаблоны, переменные
кодировочной таблицы. По нему считают svod count и svod compare --topics. Образец с пояснениями: svod codebook new.

Примеры:
  svod codebook new -o отчёты.yaml
  svod codebook lint отчёты.yaml отчёты/*.docx

Действия:`, `A codebook is a file in YAML, or the same as a table (CSV, XLSX): categories, their definitions, examples and patterns, the
variables of the coding form. svod count and svod compare --topics count by it. An example with remarks: svod codebook new.

Examples:
  svod codebook new -o reports.yaml
  svod codebook lint reports.yaml reports/*.docx

Actions:`),
		Subcommands: []*cli.Command{e.codebookNew(), e.codebookShow(), e.codebookLint(), e.codebookTest(), e.codebookImport(), e.codebookExport()},
		Action: func(c *cli.Context) error {
			return e.noAction(c, e.tr("что сделать с кодификатором?", "what is to be done with the codebook?"),
				e.tr("действия «%s» с кодификатором нет", "there is no action %q on a codebook", c.Args().First()))
		},
	}
	for _, s := range c.Subcommands {
		s.HelpName = "codebook " + s.Name
	}
	return c
}

func (e *env) codebookNew() *cli.Command {
	return &cli.Command{
		Name: "new", Aliases: []string{"новый"},
		Usage: e.tr("образец кодификатора с пояснениями, с которого начинают", "an example of a codebook with remarks, to begin from"),
		Description: e.tr(`Печатает образец. По имени файла .yaml, .csv или .xlsx; пояснения есть только в YAML.

Примеры:
  svod codebook new -o кодификатор.yaml
  svod codebook new -o кодификатор.xlsx`, `Prints an example. The file's name tells the form: .yaml, .csv or .xlsx; only YAML has remarks.

Examples:
  svod codebook new -o codebook.yaml
  svod codebook new -o codebook.xlsx`),
		Flags:  e.exchangeFlags(),
		Action: e.codebookNewAction,
	}
}

func (e *env) codebookShow() *cli.Command {
	return &cli.Command{
		Name: "show", Aliases: []string{"показать"},
		Usage:     e.tr("кодификатор таблицей: приложение к публикации", "the codebook as a table, for an appendix"),
		ArgsUsage: e.tr("ФАЙЛ", "FILE"),
		Description: e.tr(`Таблица категорий: код, название, определение, шаблоны, исключения, пример.

Примеры:
  svod codebook show отчёты.yaml
  svod codebook show отчёты.yaml -o приложение.docx`, `A table of the categories: id, name, definition, patterns, exclusions, example.

Examples:
  svod codebook show reports.yaml
  svod codebook show reports.yaml -o appendix.docx`),
		Flags:  e.outputFlags(),
		Action: e.codebookShowAction,
	}
}
