package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/corpus"
)

func (e *env) codebookLint() *cli.Command {
	return &cli.Command{
		Name: "lint", Aliases: []string{"проверить"},
		Usage:     e.tr("что в кодификаторе лишнее, пустое, двойное; с документами – и что они о нём говорят", "what is superfluous, empty or double in a codebook; with documents, what they say about it"),
		ArgsUsage: e.tr("ФАЙЛ [ДОК…]", "FILE [DOC…]"),
		Description: e.tr(`Без документов: повторы и шаблоны, которые ничего не добавляют, шаблоны из одних служебных слов, ненужные наборы, пустые
категории, примеры, которые не проходят, категории без определения и примеров. С документами ещё: шаблоны без находок;
шаблоны, все находки которых даёт другой; категории, у которых общих упоминаний больше 80 %; слова, чья основа сливает
разные слова. Код завершения 1, если есть замечания; советы его не меняют.

Примеры:
  svod codebook lint отчёты.yaml
  svod codebook lint отчёты.yaml отчёты/*.docx --format json`, `Without documents: doubles, patterns that add nothing, patterns of mere function words, sets of no use, empty categories,
examples that fail, categories without a definition or examples. With documents also: patterns without hits; patterns all
of whose hits another has; categories that share more than 80 % of their hits; words whose stem joins different words.
Exit code 1 if there are findings; advice doesn't change it.

Examples:
  svod codebook lint reports.yaml
  svod codebook lint reports.yaml reports/*.docx --format json`),
		Flags:  append(append(e.findingFlags(), e.readFlags()...), e.selection()...),
		Action: e.codebookLintAction,
	}
}

func (e *env) codebookTest() *cli.Command {
	return &cli.Command{
		Name: "test", Aliases: []string{"испытать"},
		Usage:     e.tr("примеры кодификатора (include, exclude) как испытания", "the examples of a codebook (include, exclude) as tests"),
		ArgsUsage: e.tr("ФАЙЛ", "FILE"),
		Description: e.tr(`Каждый пример include должен найтись, каждый exclude – нет. «…» в примере – пропуск слов. Печатает, чем найдено и почему
нет. Код завершения 1, если хоть один пример не прошёл.

Примеры:
  svod codebook test отчёты.yaml
  svod codebook test отчёты.yaml --format json`, `Each example of include must be found, each of exclude must not. «…» in an example stands for words left out. Prints by what
it was found, and why not. Exit code 1 if an example fails.

Examples:
  svod codebook test reports.yaml
  svod codebook test reports.yaml --format json`),
		Flags:  e.findingFlags(),
		Action: e.codebookTestAction,
	}
}

// findingFlags are the options of commands that print findings.
func (e *env) findingFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: e.tr("`ФОРМАТ`: text или json", "`FORMAT`: text or json")},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: e.tr("записать JSON в `ФАЙЛ`", "write the JSON to a `FILE`")},
		&cli.BoolFlag{Name: "force", Usage: e.tr("заменить файл, если он есть", "replace the file if it exists")},
	}
}

// findingFormat is text or json.
func (e *env) findingFormat(c *cli.Context) (string, error) {
	f := c.String("format")
	switch {
	case f == "" && strings.HasSuffix(c.String("output"), ".json"), f == "json":
		return "json", nil
	case f == "" && c.String("output") == "", f == "text" && c.String("output") == "":
		return "text", nil
	}
	return "", usage(e.tr("эта команда печатает текст или JSON", "this command prints text or JSON"), "--format json -o "+e.tr("замечания.json", "findings.json"))
}

// doubtJSON is a finding of lint for other programs.
type doubtJSON struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	content.Doubt
	Message string `json:"message"`
}

func (e *env) codebookLintAction(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	format, err := e.findingFormat(c)
	if err != nil {
		return err
	}
	name := c.Args().First()
	cb, err := e.codebook(name)
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	var docs []*corpus.Document
	if c.NArg() > 1 || c.IsSet("where") {
		if docs, err = lib.docs(c.Context, c.Args().Tail()); err != nil {
			return err
		}
	}
	doubts := content.Lint(cb, docs)
	faults := 0
	out := []doubtJSON{}
	for _, d := range doubts {
		if !d.Advice {
			faults++
		}
		out = append(out, doubtJSON{name, d.Line, d.Column, d, e.doubt(d)})
	}
	if format == "json" {
		if err := e.writeJSON(c, map[string]any{"codebook": cb.Name, "documents": len(docs), "findings": out}); err != nil {
			return err
		}
	} else {
		for _, d := range out {
			level := ""
			if d.Advice {
				level = e.tr("совет: ", "advice: ")
			}
			fmt.Fprintf(e.stdout, "%s: %s%s\n", e.place(name, d.Line, d.Column, cb.IsTable()), level, d.Message)
		}
		e.say(e.tr("Замечаний: %d, советов: %d; документов: %d.", "Findings: %d, advice: %d; documents: %d."), faults, len(doubts)-faults, len(docs))
		if len(docs) == 0 {
			e.say("%s", e.tr("С документами проверит и находки: svod codebook lint ФАЙЛ ДОК…", "With documents the hits are looked at, too: svod codebook lint FILE DOC…"))
		}
	}
	if faults > 0 {
		return &exit{code: exitNothing}
	}
	return nil
}

// doubt says a finding, and what to do about it.
func (e *env) doubt(d content.Doubt) string {
	arg := argsOf(d.Args)
	switch d.Code {
	case "same":
		return e.tr("«%s»: шаблон %s уже есть в этой категории. Уберите один", "%s: the pattern %s is in this category already. Take one away", d.Category, d.Item)
	case "subsumed":
		return e.tr("«%s»: всё, что находит %s, находит и %s. Уберите первый или сделайте второй уже", "%s: all that %s finds, %s finds, too. Take the first away, or narrow the second", d.Category, d.Item, arg(0))
	case "idle":
		return e.tr("«%s»: в шаблоне %s одни служебные слова, он найдёт почти всё. Добавьте слово по существу", "%s: the pattern %s has nothing but function words and finds nearly all. Add a word of substance", d.Category, d.Item)
	case "unused":
		return e.tr("набор «%s» не использован. Уберите его или сошлитесь: @%[1]s", "the set %q is not used. Take it away, or refer to it: @%[1]s", d.Item)
	case "empty":
		return e.tr("«%s»: нет ни шаблонов, ни категорий внутри; ничего не найдётся. Добавьте any", "%s: neither patterns nor categories in it; nothing will be found. Add any", d.Category)
	case "example":
		return e.tr("«%s»: пример не проходит: %s. Подробно: svod codebook test", "%s: the example fails: %s. In detail: svod codebook test", d.Category, d.Item)
	case "undefined":
		return e.tr("«%s»: нет определения. Добавьте definition: второй кодировщик и читатель должны знать, что это", "%s: no definition. Add one: a second coder and the reader must know what it is", d.Category)
	case "unexampled":
		return e.tr("«%s»: нет примеров. Добавьте include: они же испытания шаблонов", "%s: no examples. Add include: they test the patterns, too", d.Category)
	case "nothing":
		return e.tr("«%s»: шаблон %s не нашёл ничего. Проверьте написание, сделайте шире или уберите", "%s: the pattern %s has no hits. Check its spelling, widen it, or take it away", d.Category, d.Item)
	case "covered":
		return e.tr("«%s»: все находки шаблона %s (%s) дал и %s. В этих документах он ничего не добавил", "%s: all hits of the pattern %s (%s) are hits of %s. In these documents it added nothing", d.Category, d.Item, arg(1), arg(0))
	case "shared":
		return e.tr("«%s» и «%s» находят одно: общих упоминаний %s из %s и %s из %s. Разведите их (not) или соедините", "%s and %s find the same: %s of %s and %s of %s hits are shared. Part them (not), or join them",
			d.Category, arg(0), arg(1), arg(2), arg(3), arg(4))
	case "merged":
		forms, more := d.Args[1:], ""
		if len(forms) > mostForms {
			forms, more = forms[:mostForms], " …"
		}
		return e.tr("«%s», шаблон %s: основа слова «%s» сливает формы: %s. Если это разные слова, пишите формы точно: =слово", "%s, pattern %s: the stem of %q joins these forms: %s. If they are different words, write the forms: =word",
			d.Category, d.Item, arg(0), join(forms)+more)
	}
	return spaced(append([]string{d.Code, d.Category, d.Item}, d.Args...)...)
}

// mostForms is how many forms of a word a finding shows.
const mostForms = 12

func (e *env) codebookTestAction(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	format, err := e.findingFormat(c)
	if err != nil {
		return err
	}
	name := c.Args().First()
	cb, err := e.codebook(name)
	if err != nil {
		return err
	}
	trials := cb.Try()
	failed := 0
	for _, t := range trials {
		if !t.Passed {
			failed++
		}
	}
	if format == "json" {
		if trials == nil {
			trials = []content.Trial{}
		}
		if err := e.writeJSON(c, map[string]any{"codebook": cb.Name, "passed": len(trials) - failed, "failed": failed, "examples": trials}); err != nil {
			return err
		}
	} else {
		for _, t := range trials {
			verdict := "PASS"
			if !t.Passed {
				verdict = "FAIL"
			}
			fmt.Fprintf(e.stdout, "%s  %s: %s\n", verdict, e.place(name, t.Line, t.Column, cb.IsTable()), e.trial(t))
		}
		e.say(e.tr("Примеров: %d, прошли: %d, не прошли: %d.", "Examples: %d, passed: %d, failed: %d."), len(trials), len(trials)-failed, failed)
		if len(trials) == 0 {
			e.say("%s", e.tr("Примеров нет. Добавьте категориям include и exclude", "There are no examples. Add include and exclude to the categories"))
		}
	}
	if failed > 0 {
		return &exit{code: exitNothing}
	}
	return nil
}

// trial says how an example fared, and why.
func (e *env) trial(t content.Trial) string {
	kind := "exclude"
	if t.Include {
		kind = "include"
	}
	s := fmt.Sprintf("%s, %s: %s\n      ", t.Category, kind, oneLine(t.Text))
	switch {
	case len(t.Words) > 0:
		return s + e.tr("найдено шаблоном %s: %s", "found by the pattern %s: %s", join(t.Patterns), strings.Join(t.Words, " "))
	case len(t.Excluded) > 0:
		return s + e.tr("шаблон %s подходит, но исключён: not %s", "the pattern %s fits, but is excluded: not %s", join(t.Patterns), join(t.Excluded))
	case len(t.Lacking) > 0:
		return s + e.tr("шаблон %s подходит, но нет того, что требует require: %s", "the pattern %s fits, but what it requires is not there: %s", join(t.Patterns), join(t.Lacking))
	}
	return s + e.tr("ни один шаблон не подходит", "no pattern fits")
}
