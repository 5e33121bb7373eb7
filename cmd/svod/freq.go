package main

import (
	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/compare/table"
	"svod/corpus"
)

func (e *env) freqCommand() *cli.Command {
	return &cli.Command{
		Name: "freq", Aliases: []string{"частоты"},
		Usage:     e.tr("частоты слов, удобочитаемость и сходство документов", "word frequencies, readability and likeness of documents"),
		ArgsUsage: e.tr("[ДОК…]", "[DOC…]"),
		Description: e.tr(`Считает слова: сколько раз, в скольких документах, на 1 000 слов, насколько равномерно (DP). Слова сводятся
по основам; --forms показывает, какие формы сведены, --exact считает словоформы. --by считает и по группам
документов. --measures вместо этого печатает лексическое разнообразие (TTR, MATTR) и удобочитаемость
(Флеш – Оборнева, LIX) каждого документа вместе с числом предложений, слов и слогов. --similarity – сходство
документов попарно, а у близких – чем различаются их модальность, числа и сроки. Без ДОК – весь корпус.

Примеры:
  svod freq отчёт.docx --content --forms
  svod freq --by region --pattern 'общественн* совет' --pattern рекомендация -o частоты.xlsx
  svod freq --measures закон.docx отчёт.pdf
  svod freq --similarity закон-2019.docx закон-2021.docx`, `Counts words: how often, in how many documents, per 1,000 words, how evenly (DP). Words are brought together by
stem; --forms shows which forms, --exact counts word forms. --by counts by groups of documents, too. --measures
prints the lexical diversity (TTR, MATTR) and the readability (Flesch–Oborneva, LIX) of each document instead, with
the numbers of sentences, words and syllables. --similarity is how like documents are, pair by pair, and of those that
are close, what differs in modality, numbers and times. Without DOC: all of the corpus.

Examples:
  svod freq report.docx --content --forms
  svod freq --by region --pattern 'общественн* совет' --pattern рекомендация -o frequencies.xlsx
  svod freq --measures law.docx report.pdf
  svod freq --similarity law-2019.docx law-2021.docx`),
		Flags: append(append(append(e.wordFlags(),
			&cli.StringFlag{Name: "by", Usage: e.tr("группы по `ПРИЗНАКУ` (region, level, year …)", "groups by an `ATTRIBUTE` (region, level, year …)")},
			&cli.BoolFlag{Name: "forms", Usage: e.tr("показать, какие формы сведены в слово", "show which forms were brought together")},
			&cli.IntFlag{Name: "min", Value: 1, Usage: e.tr("слова, которые встретились не меньше `N` раз", "words that occur at least `N` times")},
			&cli.StringSliceFlag{Name: "pattern", Usage: e.tr("считать этот `ШАБЛОН`, а не все слова; можно несколько", "count this `PATTERN`, not all words; may be repeated")},
			&cli.StringFlag{Name: "patterns", Usage: e.tr("считать шаблоны из `ФАЙЛА` (по одному в строке)", "count the patterns of a `FILE` (one a line)")},
			&cli.BoolFlag{Name: "measures", Usage: e.tr("разнообразие и удобочитаемость каждого документа", "diversity and readability of each document")},
			&cli.IntFlag{Name: "window", Aliases: []string{"w"}, Value: 100, Usage: e.tr("окно MATTR в `N` слов", "the window of MATTR, `N` words")},
			&cli.BoolFlag{Name: "similarity", Usage: e.tr("сходство документов попарно", "likeness of documents, pair by pair")},
		), append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.freq,
	}
}

func (e *env) freq(c *cli.Context) error {
	opts := content.FrequencyOptions{By: c.String("by"), Exact: c.Bool("exact"), Content: c.Bool("content"), Min: c.Int("min"),
		Limit: c.Int("limit"), Forms: c.Bool("forms"), Language: c.String("table-lang")}
	for _, limit := range []struct {
		name  string
		least int
	}{{"min", 0}, {"limit", 0}, {"window", 2}} {
		if err := e.atLeast(c, limit.name, limit.least, -1); err != nil {
			return err
		}
	}
	if err := e.oneKind(c); err != nil {
		return err
	}
	var err error
	if opts.Without, err = e.without(c); err != nil {
		return err
	}
	if opts.Patterns, err = e.patterns(c); err != nil {
		return err
	}
	docs, closeAll, err := e.texts(c, c.Args().Slice())
	if err != nil {
		return err
	}
	defer closeAll()
	var by []string
	if opts.By != "" {
		by = []string{opts.By}
	}
	if docs, err = e.countable(c, docs, "by", by); err != nil {
		return err
	}
	if c.Bool("similarity") && len(docs) < 2 {
		return usage(e.tr("для сходства нужны хотя бы два документа", "likeness needs two documents at least"), e.helpHint(c.Command))
	}
	switch { // both are of documents, and sum nothing
	case c.Bool("measures"):
		return e.output(c, content.MeasureTexts(docs, content.MeasureOptions{Window: c.Int("window"), Exact: opts.Exact, Language: opts.Language}).Report())
	case c.Bool("similarity"):
		return e.output(c, content.FindLikeness(docs, content.LikenessOptions{Exact: opts.Exact, Limit: opts.Limit, Language: opts.Language}).Report())
	}
	return e.output(c, content.KindsApart(docs, opts.Language, func(docs []*corpus.Document) *table.Report { return content.CountWords(docs, opts).Report() }))
}

// oneKind refuses options of frequencies beside --measures and --similarity,
// where they would change nothing.
func (e *env) oneKind(c *cli.Context) error {
	kind := ""
	for _, k := range []string{"measures", "similarity"} {
		if !c.Bool(k) {
			continue
		}
		if kind != "" {
			return usage(e.tr("--measures и --similarity – разные таблицы: укажите одно", "--measures and --similarity are different tables: choose one"), e.helpHint(c.Command))
		}
		kind = k
	}
	for _, name := range []string{"by", "forms", "min", "pattern", "patterns", "content", "without"} {
		if kind != "" && c.IsSet(name) {
			return usage(e.tr("--%s к --%s не относится", "--%s does not go with --%s", name, kind), e.helpHint(c.Command))
		}
	}
	if c.IsSet("window") && kind != "measures" {
		return usage(e.tr("--window – окно MATTR: нужен --measures", "--window is that of MATTR: it needs --measures"), e.helpHint(c.Command))
	}
	return nil
}
