package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"svod/compare/table"
	"svod/corpus/extract"
)

// env is what a command sees of the world.
type env struct {
	lang           string // of messages: ru or en
	stdin          io.Reader
	stdout, stderr io.Writer
	partial        bool          // some input could not be read: exit code 3 at the end
	inputs         []table.Input // what the report was made from, in the order of reading
	known          map[table.Input]bool
	corpusDir      string        // of the corpus that was opened, "" for none
	captured       *table.Report // when a recipe is run again: its report, which is not written
	capture        bool
}

// run runs the program and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	e := &env{lang: language(args, os.Getenv), stdin: stdin, stdout: stdout, stderr: stderr}
	defer func() {
		if p := recover(); p != nil {
			if os.Getenv("SVOD_TRACE") != "" {
				panic(p)
			}
			fmt.Fprintf(stderr, "svod: %s\n", e.tr(
				"внутренняя ошибка: %v. Пожалуйста, сообщите о ней разработчикам; SVOD_TRACE=1 покажет подробности",
				"internal fault: %v. Please report it to the developers; SVOD_TRACE=1 shows the details", p))
			code = exitInternal
		}
	}()
	if e.lang != "ru" && e.lang != "en" {
		wrong := e.lang
		e.lang = "en"
		return e.report(usage(e.tr("", "there is no language %q", wrong), "--lang ru | --lang en"))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	app := e.app()
	arranged, err := e.arrange(app, args)
	if err == nil {
		err = app.RunContext(ctx, append([]string{"svod"}, arranged...))
	}
	return e.report(err)
}

// report prints an error and returns the exit code that goes with it.
func (e *env) report(err error) int {
	var x *exit
	switch {
	case err == nil && e.partial:
		return exitSomeBad
	case err == nil:
		return exitDone
	case errors.As(err, &x):
		if x.text != "" {
			e.say("svod: %s", x.text)
		}
		if x.hint != "" {
			e.say("%s", x.hint)
		}
		return x.code
	case errors.Is(err, context.Canceled):
		e.say("svod: %s", e.tr("прервано", "interrupted"))
		return exitSomeBad
	}
	text := e.explain(err)
	if unread := (*extract.Error)(nil); errors.As(err, &unread) { // of several files, one should know which
		text = unread.Name + ": " + text
	}
	e.say("svod: %s", text)
	return e.codeOf(err)
}

// say prints a line for the user beside the data.
func (e *env) say(format string, args ...any) {
	fmt.Fprintf(e.stderr, format+"\n", args...)
}

// app is the whole command line.
func (e *env) app() *cli.App {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: e.tr("показать справку", "show help")}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: e.tr("показать версию", "show the version")}
	cli.VersionPrinter = func(c *cli.Context) { fmt.Fprintln(e.stdout, "svod", c.App.Version) }
	cli.HelpPrinter = func(w io.Writer, _ string, data any) { e.help(w, data) }
	app := &cli.App{
		Name:                      "svod",
		Version:                   version,
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		Reader:                    e.stdin,
		Writer:                    e.stdout,
		ErrWriter:                 e.stderr,
		ExitErrHandler:            func(*cli.Context, error) {}, // report does it
		OnUsageError:              e.badUsage,
		Commands:                  e.commands(),
	}
	for _, c := range app.Commands {
		c.HideHelpCommand = true
		c.OnUsageError = e.badUsage
		c.Before = e.early
		c.Flags = append(c.Flags, e.commonFlags()...)
		for _, sub := range c.Subcommands {
			sub.HideHelpCommand = true
			sub.OnUsageError = e.badUsage
			sub.Before = e.early
			sub.Flags = append(sub.Flags, e.commonFlags()...)
		}
	}
	app.Setup()
	return app
}

// commands are all commands, in the groups and the order in which people need
// them.
func (e *env) commands() []*cli.Command {
	groups := []struct {
		name     string
		commands []*cli.Command
	}{
		{e.tr("Документы", "Documents"), []*cli.Command{e.addCommand(), e.listCommand(), e.showCommand(), e.setCommand(), e.removeCommand()}},
		{e.tr("Найти и сравнить", "Find and compare"), []*cli.Command{e.searchCommand(), e.similarCommand(), e.suggestCommand(), e.synonymsCommand(), e.compareCommand(), e.amendCommand()}},
		{e.tr("Контент-анализ", "Content analysis"), []*cli.Command{e.codebookCommand(), e.countCommand(), e.codeCommand(), e.agreementCommand()}},
		{e.tr("Слова", "Words"), []*cli.Command{e.kwicCommand(), e.freqCommand(), e.keynessCommand(), e.collocatesCommand(), e.statCommand()}},
		{e.tr("Органы, показатели, опросы, исследование", "Bodies, indicators, surveys, a study"), []*cli.Command{
			e.bodiesCommand(), e.numbersCommand(), e.matrixCommand(), e.surveyCommand(), e.studyCommand()}},
		{e.tr("Проверить", "Check"), []*cli.Command{e.explainCommand(), e.verifyCommand(), e.checkCommand(), e.textCommand(), e.parseCommand()}},
		{e.tr("Справка", "Help"), []*cli.Command{e.demoCommand(), e.helpCommand()}},
	}
	var all []*cli.Command
	for _, g := range groups {
		for _, c := range g.commands {
			c.Category = g.name
		}
		all = append(all, g.commands...)
	}
	return all
}

func (e *env) badUsage(c *cli.Context, err error, _ bool) error {
	if m := badValue.FindStringSubmatch(err.Error()); m != nil {
		return usage(e.tr("--%s: «%s» – не число", "--%s: %[2]q is no number", m[2], m[1]), e.helpHint(c.Command))
	}
	return usage(e.tr("неверный параметр: %v", "wrong option: %v", err), e.helpHint(c.Command))
}

// badValue is what urfave/cli says of an option whose value it can't read: all
// values but those of numbers are read by the commands themselves.
var badValue = regexp.MustCompile(`^invalid value "(.*)" for flag -+(\S+): `)

// commonFlags are the options that every command has.
func (e *env) commonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "corpus", Aliases: []string{"C"}, Usage: e.tr(
			"`ПАПКА` корпуса; иначе $SVOD_CORPUS, иначе ближайшая .svod выше по дереву",
			"the `DIR` of the corpus; else $SVOD_CORPUS, else the nearest .svod upwards")},
		&cli.StringFlag{Name: "lang", Usage: e.tr("язык сообщений: ru, en", "language of messages: ru, en")},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: e.tr("без хода работы и замечаний", "no progress and no remarks")},
		&cli.BoolFlag{Name: "no-color", Usage: e.tr("без цвета", "no colour")},
	}
}

// need checks the number of arguments; most < 0 means any.
func (e *env) need(c *cli.Context, least, most int) error {
	n := c.Args().Len()
	switch {
	case n < least:
		return usage(e.tr("команде %s не хватает аргументов: %s", "%s needs more arguments: %s",
			verbName(c.Command), c.Command.ArgsUsage), e.helpHint(c.Command))
	case most >= 0 && n > most:
		return usage(e.tr("лишний аргумент: %s", "one argument too many: %s", c.Args().Get(most)), e.helpHint(c.Command))
	}
	return nil
}

// color tells whether the terminal may be coloured.
func (e *env) color(c *cli.Context) bool {
	return !c.Bool("no-color") && os.Getenv("NO_COLOR") == "" && isTerminal(e.stdout)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width is how many characters a line of the terminal holds.
func (e *env) width() int {
	if f, ok := e.stdout.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w >= 40 {
			return min(w, 160)
		}
	}
	return 100
}

// join puts «a», «b» and «c» into one line.
func join(items []string) string { return strings.Join(items, ", ") }
