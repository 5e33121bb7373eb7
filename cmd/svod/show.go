package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus"
)

func (e *env) showCommand() *cli.Command {
	return &cli.Command{
		Name: "show", Aliases: []string{"показать"},
		Usage:     e.tr("показать документ или его часть", "show a document or a part of it"),
		ArgsUsage: e.tr("ДОК [АДРЕС]", "DOC [ADDRESS]"),
		Description: e.tr(`ДОК: файл, начало кода, номер или слова заглавия; @2021 выбирает редакцию, :kk язык.
АДРЕС: как говорят (ст 5-1 п 2; «часть вторая пункта 1 статьи 4») или ст.5-1/п.2/пп.3.
Без адреса печатает весь документ. Сноски и примечания редакции стоят в квадратных скобках.

Примеры:
  svod show 'общественные советы' 'ст 5'
  svod show 'общественные советы@2019:kk' '5-бап'
  svod show закон.docx 'пп 3 п 1 ст 2' --no-notes`, `DOC: a file, the beginning of an ID, a number, or words of the title; @2021 picks the edition, :kk the language.
ADDRESS: as people say it (ст 5-1 п 2; «часть вторая пункта 1 статьи 4») or ст.5-1/п.2/пп.3.
Without an address the whole document is printed. Editorial notes stand in square brackets.

Examples:
  svod show 'общественные советы' 'ст 5'
  svod show 'общественные советы@2019:kk' '5-бап'
  svod show law.docx 'пп 3 п 1 ст 2' --no-notes`),
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "no-notes", Usage: e.tr("без сносок и примечаний редакции", "without editorial notes")},
			&cli.StringFlag{Name: "at", Usage: e.tr("редакция на `ДАТУ`", "the edition in force on a `DATE`")},
		}, append(e.readFlags(), e.jsonFlags()...)...),
		Action: e.show,
	}
}

func (e *env) show(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	d, err := lib.doc(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	at := strings.Join(c.Args().Tail(), " ")
	addresses := []corpus.Address{""}
	if at != "" {
		if addresses, err = e.locate(d, at); err != nil {
			return err
		}
	}
	if c.String("format") == "json" {
		return e.writeJSON(c, e.parsedJSON(d, nil, addresses...))
	}
	for i, a := range addresses {
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		if a != "" {
			e.heading(c, d, a)
		}
		if c.Bool("no-notes") {
			printLaw(e.stdout, d.At(a))
		} else {
			printSource(e.stdout, d, d.At(a))
		}
	}
	return nil
}

// locate finds the units that an address names, as typed by a person.
func (e *env) locate(d *corpus.Document, at string) ([]corpus.Address, error) {
	if d.At(corpus.Address(at)) != nil {
		return []corpus.Address{corpus.Address(at)}, nil
	}
	hint := e.tr("Какие части есть: svod parse ДОК", "What units there are: svod parse DOC")
	ref, ok := corpus.ParseReference(at)
	if !ok {
		return nil, usage(e.tr("«%s» не похоже на адрес нормы", "%q is not the address of a provision", at),
			e.tr("Например: ст 5 п 2; пп 3 п 1 ст 4-2; прил 2 п 7. ", "For example: ст 5 п 2; пп 3 п 1 ст 4-2; прил 2 п 7. ")+hint)
	}
	found := d.Resolve(ref)
	if len(found) == 0 {
		return nil, &exit{exitNothing, e.tr("в документе «%s» нет: %s", "%q has no %s", d.Meta.Title, at), hint}
	}
	return found, nil
}

// heading prints where a unit stands: the act, the chapters above, the citation.
func (e *env) heading(c *cli.Context, d *corpus.Document, a corpus.Address) {
	var above []string
	for _, u := range d.Path(a) {
		if u.Kind < corpus.KindArticle && u.Label != "" {
			above = append(above, strings.TrimSpace(u.Label+" "+u.Title))
		}
	}
	line := e.named(d.Meta)
	if len(above) > 0 {
		line += " › " + strings.Join(above, " › ")
	}
	if e.color(c) {
		line = "\x1b[2m" + line + "\x1b[0m"
	}
	fmt.Fprintln(e.stdout, line)
}

// printSource prints the lines of a unit as the source has them, in its order;
// editorial notes stand in square brackets.
func printSource(w io.Writer, d *corpus.Document, u *corpus.Unit) {
	notes := map[int]bool{}
	u.Walk(func(u *corpus.Unit) bool {
		for _, n := range u.Notes {
			for i := n.Span.Lo; i < n.Span.Hi; i++ {
				notes[i] = true
			}
		}
		return true
	})
	for i := u.Span.Lo; i < u.Span.Hi; i++ {
		if text := d.Source.Lines[i].Text; notes[i] {
			fmt.Fprintf(w, "[%s]\n", text)
		} else {
			fmt.Fprintln(w, text)
		}
	}
}

// printLaw prints a unit with all below it, a paragraph a line, without notes.
func printLaw(w io.Writer, u *corpus.Unit) {
	u.Walk(func(u *corpus.Unit) bool {
		if u.Title != "" {
			fmt.Fprintln(w, spaced(u.Label, u.Title))
			if u.Text != "" {
				fmt.Fprintln(w, u.Text)
			}
		} else if line := spaced(u.Label, u.Text); line != "" {
			fmt.Fprintln(w, line)
		}
		return true
	})
}

// spaced joins what there is with spaces.
func spaced(parts ...string) string {
	var s []string
	for _, p := range parts {
		if p != "" {
			s = append(s, p)
		}
	}
	return strings.Join(s, " ")
}
