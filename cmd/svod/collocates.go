package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/compare/table"
	"svod/corpus"
)

func (e *env) collocatesCommand() *cli.Command {
	return &cli.Command{
		Name: "collocates", Aliases: []string{"сочетаемость"},
		Usage:     e.tr("с какими словами стоит рядом слово", "which words stand near a word"),
		ArgsUsage: e.tr("СЛОВО [ДОК…]", "WORD [DOC…]"),
		Description: e.tr(`Находит слова, которые стоят рядом с данным, и меры их связи: logDice, MI, t, логарифмическое правдоподобие;
рядом – сколько раз стоят вместе, f(xy), сколько раз каждое по отдельности, f(x) и f(y), и сколько всего слов, N.
СЛОВО – шаблон, как в кодификаторе: слово, фраза в кавычках, слов*. Окно не выходит за абзац.

Примеры:
  svod collocates отчет --content
  svod collocates 'общественн* совет' закон.docx --window 3 --min 5 --sort ll -o сочетаемость.xlsx`, `Finds the words that stand near the one given, and the measures of how they go together: logDice, MI, t,
log-likelihood; beside them how often they stand together, f(xy), how often each stands by itself, f(x) and f(y), and
the number of all words, N. WORD is a pattern as in a codebook: a word, a phrase in quotes, слов*. The window ends
with the paragraph.

Examples:
  svod collocates отчет --content
  svod collocates 'общественн* совет' law.docx --window 3 --min 5 --sort ll -o collocates.xlsx`),
		Flags: append(append(append(e.wordFlags(),
			&cli.IntFlag{Name: "window", Aliases: []string{"w"}, Value: 5, Usage: e.tr("`N` слов с каждой стороны", "`N` words on each side")},
			&cli.IntFlag{Name: "left", Value: -1, Usage: e.tr("`N` слов слева; 0 – только справа", "`N` words to the left; 0: to the right only")},
			&cli.IntFlag{Name: "right", Value: -1, Usage: e.tr("`N` слов справа; 0 – только слева", "`N` words to the right; 0: to the left only")},
			&cli.IntFlag{Name: "min", Value: 3, Usage: e.tr("слова, которые стоят рядом не меньше `N` раз", "words that stand near at least `N` times")},
			&cli.StringFlag{Name: "sort", Value: "logdice", Usage: e.tr("`ПОРЯДОК`: "+join(content.CollocateOrders), "`ORDER`: "+join(content.CollocateOrders))},
		), append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.collocates,
	}
}

func (e *env) collocates(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	q, err := e.pattern(c, c.Args().First())
	if err != nil {
		return err
	}
	opts := content.CollocateOptions{Left: c.Int("window"), Right: c.Int("window"), Exact: c.Bool("exact"), Content: c.Bool("content"),
		Min: c.Int("min"), Limit: c.Int("limit"), Sort: c.String("sort"), Language: c.String("table-lang")}
	for _, limit := range []struct {
		name        string
		least, most int
	}{{"window", 1, 50}, {"min", 1, -1}, {"limit", 0, -1}, {"left", -1, 50}, {"right", -1, 50}} {
		if err := e.atLeast(c, limit.name, limit.least, limit.most); err != nil {
			return err
		}
	}
	if n := c.Int("left"); n >= 0 {
		opts.Left = n
	}
	if n := c.Int("right"); n >= 0 {
		opts.Right = n
	}
	if !slices.Contains(content.CollocateOrders, opts.Sort) {
		return usage(e.tr("порядка «%s» нет", "there is no order %q", opts.Sort), e.meant(opts.Sort, content.CollocateOrders)+e.tr("Есть: ", "There are: ")+join(content.CollocateOrders))
	}
	if opts.Without, err = e.without(c); err != nil {
		return err
	}
	docs, closeAll, err := e.texts(c, c.Args().Tail())
	if err != nil {
		return err
	}
	defer closeAll()
	if docs, err = e.countable(c, docs, "", nil); err != nil {
		return err
	}
	nodes, rows := 0, 0
	report := content.KindsApart(docs, opts.Language, func(docs []*corpus.Document) *table.Report {
		k := content.FindCollocates(q, docs, opts)
		nodes, rows = nodes+k.Node, rows+len(k.Rows)
		return k.Report()
	})
	if err := e.output(c, report); err != nil || rows > 0 {
		return err
	}
	if nodes == 0 {
		return &exit{exitNothing, e.tr("«%s» в документах не найдено", "%q was not found in the documents", c.Args().First()), e.tr("Справка: svod help запрос", "Help: svod help query")}
	}
	return &exit{exitNothing, e.tr("рядом с «%s» нет слов, которые стоят там не меньше %d раз", "no word stands near %q at least %d times", c.Args().First(), opts.Min),
		e.tr("Упоминаний: %d. Меньший порог: --min 1; шире окно: --window 10", "Mentions: %d. A lower threshold: --min 1; a wider window: --window 10", nodes)}
}
