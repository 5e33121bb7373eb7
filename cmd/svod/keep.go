package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/extract"
)

// An author writes into a table in Word or Excel, and makes it anew from newer
// documents with --keep: what he wrote comes back into its rows.

func (e *env) keepFlag() cli.Flag {
	return &cli.StringFlag{Name: "keep", Usage: e.tr(
		"вернуть в таблицу то, что автор вписал в `ФАЙЛ` (прежнюю таблицу DOCX или XLSX), текстом без выделений; можно тот же, что и -o: прежний останется рядом с именем .bak",
		"bring back what the author wrote into a `FILE` (the earlier table, DOCX or XLSX), as plain text; may be that of -o: the earlier one stays beside it as .bak")}
}

// keep puts the texts of the author of an earlier table into a report.
func (e *env) keep(c *cli.Context, r *table.Report, format string) error {
	name := c.String("keep")
	if name == "" {
		return nil
	}
	if format == "json" {
		return usage(e.tr("--keep: в JSON текстов автора нет", "--keep: there are no texts of an author in JSON"),
			e.tr("Пишите таблицу в DOCX или XLSX", "Write the table as DOCX or XLSX"))
	}
	x, err := e.reader(c, name)
	if err != nil {
		return err
	}
	data, err := extract.Read(name)
	if err != nil {
		return err
	}
	src, err := x.Bytes(c.Context, name, data)
	if err != nil {
		return err
	}
	if src.Format == "pdf" {
		return usage(e.tr("%s – это PDF: таблица в нём нарисована, и тексты автора из него надёжно не взять", "%s is a PDF: its table is drawn, and the author's texts can't be taken from it for sure", name),
			e.tr("Назовите файл Word или Excel, который правил автор", "Name the Word or Excel file that its author edited"))
	}
	e.warn(c, name, src.Warnings)
	kept := r.Keep(table.ReadBack(src))
	if kept.Strange {
		return usage(e.tr("в файле %s нет такой таблицы: из него нечего взять", "there is no such table in %s: nothing can be taken from it", name),
			e.tr("Нужна таблица того же вида и на том же языке (--form, --table-lang), сохраненная svod и дополненная автором",
				"Name a table of the same kind and language (--form, --table-lang) that svod made and its author went on to edit"))
	}
	if c.Bool("quiet") {
		return nil
	}
	e.say(e.tr("Из файла %s возвращено текстов автора: %d", "Texts of the author brought back from %s: %d"), name, kept.Texts)
	if len(kept.Columns) > 0 {
		e.say(e.tr("Столбцы автора стоят справа: %s", "The author's columns stand at the right: %s"), join(kept.Columns))
	}
	if len(kept.Guessed) > 0 {
		e.say(e.tr("Проверьте: эти строки теперь названы иначе:\n  %s", "Check: these rows are called otherwise now:\n  %s"), strings.Join(kept.Guessed, "\n  "))
	}
	if len(kept.Edited) > 0 {
		e.say(e.tr("Правки в столбцах, которые заполняет программа, не переносятся; они остались в прежнем файле:\n  %s",
			"What was changed in the columns of the program is not taken over; it stays in the earlier file:\n  %s"), strings.Join(kept.Edited, "\n  "))
	}
	if len(kept.Replaced) > 0 {
		e.say(e.tr("В этих строках оставлен текст автора, хотя svod вписал бы другой:\n  %s",
			"In these rows the author's text stands, though svod would write another:\n  %s"), strings.Join(kept.Replaced, "\n  "))
	}
	if len(kept.Homeless) > 0 {
		e.say(e.tr("Этих строк больше нет; тексты автора к ним стоят в конце таблицы:\n  %s",
			"These rows are no more; the author's texts to them stand at the end of the table:\n  %s"), strings.Join(kept.Homeless, "\n  "))
	}
	return nil
}

// keepsOutput reports whether the file with the author's texts is the one that
// is going to be written.
func (e *env) keepsOutput(c *cli.Context) bool {
	keep, err := os.Stat(c.String("keep"))
	if err != nil {
		return false
	}
	out, err := os.Stat(c.String("output"))
	return err == nil && os.SameFile(keep, out)
}

// backUp copies a file to a free name beside it: table.docx.bak, table.docx.bak2 …
func (e *env) backUp(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	to := name + ".bak"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s.bak%d", name, n)
	}
	if err := e.saveAs(to, data, false); err != nil {
		return err
	}
	e.say(e.tr("Прежний файл сохранен: %s", "The earlier file is kept as %s"), to)
	return nil
}

// keepHint is what to do when a table would be overwritten.
func (e *env) keepHint(c *cli.Context, name string) string {
	for _, f := range c.Command.Flags {
		if f.Names()[0] != "keep" || c.Bool("print-template") {
			continue
		}
		switch strings.ToLower(filepath.Ext(name)) {
		case ".docx", ".xlsx":
			return e.tr("Сохранить то, что в нём написал автор: --keep %s. ", "Keep what its author wrote in it: --keep %s. ", quoted([]string{name}))
		}
	}
	return ""
}
