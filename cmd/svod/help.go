package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
)

func (e *env) helpCommand() *cli.Command {
	return &cli.Command{
		Name: "help", Aliases: []string{"справка"},
		Usage:     e.tr("справка: обо всём, о команде, о языке запросов (svod help запрос)", "help on all, on a command, on the language of queries (svod help query)"),
		ArgsUsage: e.tr("[КОМАНДА | запрос]", "[COMMAND | query]"),
		Action: func(c *cli.Context) error {
			if c.Args().Len() == 0 {
				e.help(e.stdout, c.App)
				return nil
			}
			if isQueryTopic(strings.ToLower(c.Args().First())) {
				fmt.Fprint(e.stdout, e.queryHelp())
				return nil
			}
			cmd := c.App.Command(c.Args().First())
			if cmd == nil {
				return e.checkVerb(c.App, c.Args().Slice())
			}
			if sub := subcommand(cmd, c.Args().Get(1)); sub != nil {
				cmd = sub
			}
			e.help(e.stdout, cmd)
			return nil
		},
	}
}

// help prints the page of the program or of one command.
func (e *env) help(w io.Writer, data any) {
	switch d := data.(type) {
	case *cli.App:
		e.helpApp(w, d)
	case *cli.Command:
		e.helpVerb(w, d)
	}
}

func (e *env) helpApp(w io.Writer, app *cli.App) {
	fmt.Fprintln(w, e.tr(`svod читает законы, подзаконные акты и отчёты (PDF, Word, HTML, текст), ищет нормы,
сравнивает редакции и акты, считает по кодификатору и сохраняет таблицы в Word и Excel.

Как начать:
  svod demo                                           показать всё на встроенном примере
  svod add законы/                                    собрать корпус из папки
  svod search 'общественный контроль'                 найти нормы
  svod compare закон-2019.docx закон-2021.docx -o таблица.docx
                                                      сравнительная таблица двух редакций
  svod compare А Б В --topics темы.yaml -o свод.docx  несколько актов по темам
  svod count кодификатор.yaml -o подсчёт.xlsx         контент-анализ

Исследование отчётов и советов, по порядку: codebook → count → code, agreement → matrix → study → verify, explain.`, `svod reads laws, by-laws and reports (PDF, Word, HTML, text), finds provisions, compares
editions and acts, counts by a codebook, and saves the tables for Word and Excel.

To begin with:
  svod demo                                        show everything on the built-in sample
  svod add laws/                                   build a corpus from a folder
  svod search 'общественный контроль'              find provisions
  svod compare law-2019.docx law-2021.docx -o table.docx
                                                   the comparison table of two editions
  svod compare A B C --topics topics.yaml -o table.docx
                                                   several acts by topic
  svod count codebook.yaml -o counts.xlsx          content analysis

A study of reports and bodies, in this order: codebook → count → code, agreement → matrix → study → verify, explain.`))
	group := ""
	for _, c := range app.VisibleCommands() {
		if c.Category != group {
			group = c.Category
			fmt.Fprintf(w, "\n%s:\n", group)
		}
		fmt.Fprintf(w, "  %-28s %s\n", c.Name+alias(c), c.Usage)
	}
	fmt.Fprintln(w, e.tr(`
Параметры можно ставить где угодно. Подробно о команде: svod help КОМАНДА; о языке запросов: svod help запрос
Коды завершения: 0 сделано; 1 ничего не найдено; 2 неверный вызов; 3 часть входных
файлов не прочитана (остальное сделано); 4 внутренняя ошибка.`, `
Options may stand anywhere. More on a command: svod help COMMAND; on the language of queries: svod help query
Exit codes: 0 done; 1 nothing found; 2 wrong usage; 3 some input could not be read
(the rest was done); 4 internal fault.`))
}

// alias is the Russian name of a command; all names are on its own page.
func alias(c *cli.Command) string {
	for _, a := range c.Aliases {
		if a[0] >= utf8.RuneSelf {
			return ", " + a
		}
	}
	return ""
}

func (e *env) helpVerb(w io.Writer, c *cli.Command) {
	name := verbName(c)
	fmt.Fprintf(w, "svod %s: %s\n\n", name, c.Usage)
	fmt.Fprintf(w, "  svod %s %s\n", name, strings.TrimSpace(e.tr("[параметры] ", "[options] ")+c.ArgsUsage))
	if len(c.Aliases) > 0 {
		fmt.Fprintf(w, "  %s %s\n", e.tr("то же:", "same as:"), join(c.Aliases))
	}
	if c.Description != "" {
		fmt.Fprintf(w, "\n%s\n", strings.TrimSpace(c.Description))
	}
	for _, s := range c.Subcommands {
		fmt.Fprintf(w, "  %-28s %s\n", s.Name+alias(s), s.Usage)
	}
	fmt.Fprintf(w, "\n%s\n", e.tr("Параметры:", "Options:"))
	for _, f := range c.VisibleFlags() {
		d, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		value, text := placeholder(d.GetUsage())
		var names []string
		for _, n := range f.Names() {
			if len([]rune(n)) == 1 {
				names = append(names, "-"+n)
			} else {
				names = append(names, "--"+n)
			}
		}
		name := join(names)
		if d.TakesValue() {
			if value == "" {
				value = e.tr("ЗНАЧЕНИЕ", "VALUE")
			}
			name += " " + value
		}
		fmt.Fprintf(w, "  %-28s %s\n", name, text)
	}
}

// placeholder takes the word in back quotes out of an option's usage.
func placeholder(usage string) (value, text string) {
	_, after, ok := strings.Cut(usage, "`")
	if !ok {
		return "", usage
	}
	value, _, _ = strings.Cut(after, "`")
	return value, strings.ReplaceAll(usage, "`", "")
}
