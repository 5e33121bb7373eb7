package main

import (
	"github.com/urfave/cli/v2"

	"svod/compare/content"
)

func (e *env) countCommand() *cli.Command {
	return &cli.Command{
		Name: "count", Aliases: []string{"подсчёт", "подсчет"},
		Usage:     e.tr("контент-анализ: сосчитать категории кодификатора", "content analysis: count the categories of a codebook"),
		ArgsUsage: e.tr("КОДИФИКАТОР [ДОК…]", "CODEBOOK [DOC…]"),
		Description: e.tr(`Считает упоминания, единицы и документы по каждой категории; за каждым числом стоят
цитаты с адресами (лист «Цитаты»). Без ДОК считает по всему корпусу; --where отбирает, --by группирует
по признаку. Кодификатор: YAML, пример в папке svod-demo после svod demo.

Примеры:
  svod count отчёты.yaml --where type=report --by region -o подсчёт.xlsx
  svod count темы.yaml закон.docx --format json`, `Counts occurrences, units and documents of each category; behind each number stand quotes
with addresses (a sheet of their own). Without DOC all of the corpus is counted; --where selects, --by groups by an
attribute. A codebook is YAML; svod demo leaves an example in svod-demo.

Examples:
  svod count reports.yaml --where type=report --by region -o counts.xlsx
  svod count topics.yaml law.docx --format json`),
		Flags: append(append([]cli.Flag{
			&cli.StringSliceFlag{Name: "by", Usage: e.tr("группы по `ПРИЗНАКУ` (region, level, year …), можно несколько; иначе по документам",
				"groups by an `ATTRIBUTE` (region, level, year …), may be repeated; else by document")},
			&cli.StringFlag{Name: "unit", Usage: e.tr("`ЕДИНИЦА` анализа вместо указанной в кодификаторе: документ, глава, статья, пункт, подпункт, абзац, предложение",
				"`UNIT` of analysis instead of the codebook's: document, chapter, article, clause, subclause, passage, sentence")},
			&cli.IntFlag{Name: "quotes", Usage: e.tr("не больше `N` цитат на категорию и группу", "at most `N` quotes a category and group")},
		}, append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.countAction,
	}
}

func (e *env) countAction(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	cb, err := e.codebook(c.Args().First())
	if err != nil {
		return err
	}
	unit, err := e.unit(c.String("unit"))
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, c.Args().Tail())
	if err != nil {
		return err
	}
	counts := content.Count(cb, docs, content.CountOptions{By: c.StringSlice("by"), Unit: unit,
		Language: c.String("table-lang"), Quotes: c.Int("quotes")})
	return e.output(c, counts.Report())
}

// codebook reads a codebook.
func (e *env) codebook(name string) (*content.Codebook, error) {
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	return content.Load(name, data)
}

func (e *env) unit(name string) (content.Unit, error) {
	if name == "" {
		return "", nil
	}
	u, ok := content.ParseUnit(name)
	if !ok {
		return "", usage(e.tr("единицы анализа «%s» нет", "there is no unit of analysis %q", name),
			e.tr("Есть: документ, раздел, глава, статья, пункт, подпункт, абзац, предложение",
				"There are: document, section, chapter, article, clause, subclause, passage, sentence"))
	}
	return u, nil
}
