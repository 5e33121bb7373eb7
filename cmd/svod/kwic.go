package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/compare/table"
	"svod/corpus"
)

func (e *env) kwicCommand() *cli.Command {
	return &cli.Command{
		Name: "kwic", Aliases: []string{"контекст"},
		Usage:     e.tr("слово в контексте: все упоминания со словами слева и справа", "a word in context: all mentions with the words to their left and right"),
		ArgsUsage: e.tr("ЗАПРОС [ДОК…]", "QUERY [DOC…]"),
		Description: e.tr(`Печатает каждое упоминание отдельной строкой: слова слева, найденное, слова справа, норма, документ и его
признаки. ЗАПРОС – шаблон, как в кодификаторе (svod help запрос): несколько слов подряд – фраза. Без ДОК
смотрит весь корпус; --where отбирает документы. Сноски и утратившее силу не смотрит. Рядом со строками –
сколько упоминаний в каждом документе и на 1 000 слов.

Примеры:
  svod kwic отказ --sort r1 --format csv
  svod kwic 'общественный /4 отчет' отчёт-2019.docx отчёт-2020.docx --window 10 -o контексты.xlsx`, `Prints each mention in a line of its own: words to the left, the match, words to the right, the provision, the document
and its attributes. QUERY is a pattern as in a codebook (svod help query): several words in a row are a phrase.
Without DOC all of the corpus is looked at; --where selects. Notes and repealed text are left out. Beside the lines
stands how many mentions each document has, and per 1,000 words.

Examples:
  svod kwic отказ --sort r1 --format csv
  svod kwic 'общественный /4 отчет' report-2019.docx report-2020.docx --window 10 -o contexts.xlsx`),
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "sort", Usage: e.tr("`ПОРЯДОК` строк: r1 – по первому слову справа, l1 – слева, до r3 и l3; 0 – по найденному; можно r1,r2,l1; иначе как в документах",
				"`ORDER` of lines: r1 by the first word to the right, l1 to the left, up to r3 and l3; 0 by the match; r1,r2,l1 will do; else as the documents stand")},
			&cli.IntFlag{Name: "window", Aliases: []string{"w"}, Value: 7, Usage: e.tr("`N` слов с каждой стороны", "`N` words on each side")},
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Usage: e.tr("не больше `N` строк; 0 все", "at most `N` lines; 0 all")},
		}, append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.kwic,
	}
}

func (e *env) kwic(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	q, err := e.pattern(c, c.Args().First())
	if err != nil {
		return err
	}
	opts := content.ConcordanceOptions{Window: c.Int("window"), Limit: c.Int("limit"), Language: c.String("table-lang")}
	if opts.Sort, err = e.sortKeys(c); err != nil {
		return err
	}
	if err := e.atLeast(c, "window", 1, 100); err != nil {
		return err
	}
	if err := e.atLeast(c, "limit", 0, -1); err != nil {
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
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if len(content.Kinds(docs)) > 1 { // kinds of councils are never summed
		found := 0
		err := e.output(c, content.KindsApart(docs, opts.Language, func(docs []*corpus.Document) *table.Report {
			k := content.Concord(q, docs, opts)
			found += k.Occurrences
			return k.Report()
		}))
		if err != nil || found > 0 {
			return err
		}
		return e.nowhere(c, len(docs))
	}
	k := content.Concord(q, docs, opts)
	if k.Occurrences > 0 && format == "text" && !c.Bool("mask") && !e.capture {
		err = e.save(c, []byte(e.concordance(c, k)))
	} else {
		err = e.output(c, k.Report())
	}
	if err != nil || k.Occurrences > 0 {
		return err
	}
	return e.nowhere(c, len(docs))
}

// nowhere says that a query has no match.
func (e *env) nowhere(c *cli.Context, docs int) error {
	return &exit{exitNothing, e.tr("«%s» в документах не найдено", "%q was not found in the documents", c.Args().First()),
		e.tr("Просмотрено документов: %d. Несколько слов подряд – фраза; в любом порядке: слово /5 слово. Справка: svod help запрос",
			"Documents looked at: %d. Several words in a row are a phrase; in any order: word /5 word. Help: svod help query", docs)}
}

// sortKeys reads --sort.
func (e *env) sortKeys(c *cli.Context) ([]content.SortKey, error) {
	var keys []content.SortKey
	for _, s := range strings.FieldsFunc(c.String("sort"), func(r rune) bool { return r == ',' || r == ' ' }) {
		k, ok := content.ParseSort(s)
		if !ok {
			return nil, usage(e.tr("порядка «%s» нет", "there is no order %q", s),
				e.tr("Есть: r1, r2, r3 (слова справа), l1, l2, l3 (слова слева), 0 (найденное); через запятую", "There are: r1, r2, r3 (to the right), l1, l2, l3 (to the left), 0 (the match); separated by commas"))
		}
		keys = append(keys, k)
	}
	return keys, nil
}

// concordance prints the lines for a terminal: matches below each other, where
// they stand behind them.
func (e *env) concordance(c *cli.Context, k *content.Concordance) string {
	total := 100
	if f := e.width(); isTerminal(e.stdout) && c.String("output") == "" {
		total = f
	} else {
		total = 150
	}
	match := 0
	for _, l := range k.Lines {
		match = max(match, min(utf8.RuneCountInString(l.Match), 30))
	}
	number := len(fmt.Sprint(len(k.Lines)))
	where := min(total/3, 45)
	side := max((total-number-match-where-6)/2, 12)
	color := e.color(c) && c.String("output") == ""
	var b strings.Builder
	for i, l := range k.Lines {
		place := l.Title
		if l.Citation != "" {
			place = l.Citation + ", " + l.Title
		}
		for _, a := range k.Attributes {
			if v := l.Attributes[a]; v != "" {
				place += "; " + v
			}
		}
		m := padded(shorten(l.Match, 30), match)
		if color {
			m = "\x1b[1;33m" + m + "\x1b[0m"
		}
		fmt.Fprintf(&b, "%*d  %s  %s  %s  %s\n", number, i+1, tail(l.Left, side), m, padded(shorten(l.Right, side), side), shorten(place, where))
	}
	fmt.Fprintln(&b)
	fmt.Fprintln(&b, e.tr("Упоминаний: %d; единиц: %d; документов: %d из %d; слов: %d", "Mentions: %d; units: %d; documents: %d of %d; words: %d",
		k.Occurrences, k.Units, k.Documents, len(k.ByDocument), k.Words))
	if len(k.Lines) < k.Occurrences {
		fmt.Fprintln(&b, e.tr("Показано строк: %d", "Lines shown: %d", len(k.Lines)))
	}
	return b.String()
}

// tail is the end of s in exactly n columns, flush right.
func tail(s string, n int) string {
	rs := []rune(s)
	if len(rs) > n {
		rs = append([]rune("…"), rs[len(rs)-n+1:]...)
	}
	return strings.Repeat(" ", n-len(rs)) + string(rs)
}

// padded is s with spaces up to n columns.
func padded(s string, n int) string {
	return s + strings.Repeat(" ", max(n-utf8.RuneCountInString(s), 0))
}
