package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus"
)

func (e *env) textCommand() *cli.Command {
	return &cli.Command{
		Name: "text", Aliases: []string{"текст"},
		Usage:     e.tr("что прочитано из файла, строка за строкой", "what was read from a file, line by line"),
		ArgsUsage: e.tr("ФАЙЛ…", "FILE…"),
		Description: e.tr(`Печатает текст так, как его увидел svod, до разбора. С --numbered впереди номер строки,
страница и признаки оформления.

Пример:
  svod text --numbered отчёт.pdf`, `Prints the text as svod saw it, before it is parsed. With --numbered each line has its
number, page and style in front.

Example:
  svod text --numbered report.pdf`),
		Flags: append(e.readFlags(), &cli.BoolFlag{Name: "numbered", Aliases: []string{"n"},
			Usage: e.tr("с номерами строк, страницами и оформлением", "with line numbers, pages and styles")}),
		Action: e.text,
	}
}

func (e *env) text(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	for _, name := range c.Args().Slice() {
		x, err := e.reader(c, name)
		if err != nil {
			return err
		}
		src, err := x.File(c.Context, name)
		if err != nil {
			e.failed(name, err)
			continue
		}
		e.warn(c, name, src.Warnings)
		for i, l := range src.Lines {
			if c.Bool("numbered") {
				fmt.Fprintf(e.stdout, "%5d %4s %-6s ", i+1, pageOf(l), marks(l))
			}
			fmt.Fprintln(e.stdout, l.Text)
		}
	}
	return nil
}

// failed reports a file that could not be read; the work goes on.
func (e *env) failed(name string, err error) {
	e.partial = true
	text := e.explain(err)
	if !strings.Contains(text, name) {
		text = name + ": " + text
	}
	e.say("%s", text)
}

func pageOf(l corpus.Line) string {
	if l.Page == 0 {
		return ""
	}
	return fmt.Sprintf("p%d", l.Page)
}

// marks are the hints of the layout, a letter each.
func marks(l corpus.Line) string {
	s := ""
	for _, m := range []struct {
		on   bool
		mark string
	}{
		{l.Style.Heading > 0, fmt.Sprintf("h%d", l.Style.Heading)}, {l.Style.Bold, "b"}, {l.Style.Italic, "i"},
		{l.Style.Centred, "c"}, {l.Style.Right, "r"}, {l.Style.Red, "R"}, {l.Style.Note, "n"}, {l.Table > 0, "t"},
	} {
		if m.on {
			s += m.mark
		}
	}
	return s
}
