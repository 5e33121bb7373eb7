package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
)

// early looks at the options that many commands share before any document is
// read: who mistypes one should not wait for an hour's count to hear of it.
func (e *env) early(c *cli.Context) error {
	if err := e.tableLang(c); err != nil {
		return err
	}
	if at := c.String("at"); at != "" && !isDay(at) {
		return usage(e.tr("--at: «%s» – не дата", "--at: %q is no date", at),
			e.tr("Пишите ГГГГ-ММ-ДД или год: 2018-06-19", "Write YYYY-MM-DD or a year: 2018-06-19"))
	}
	return e.writable(c)
}

// isDay knows a date as --at takes it: a day, a month or a year.
func isDay(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// writable refuses an output file that exists, or whose folder does not.
func (e *env) writable(c *cli.Context) error {
	name := c.String("output")
	if name == "" || name == "-" || c.Command.Name == "apply" && isFolder(name) {
		return nil
	}
	if fi, err := os.Stat(filepath.Dir(name)); errors.Is(err, fs.ErrNotExist) || err == nil && !fi.IsDir() {
		return e.noFolder(name)
	}
	fi, err := os.Stat(name)
	switch {
	case err == nil && fi.IsDir():
		return usage(e.tr("-o %s: это папка", "-o %s: this is a folder", name),
			e.tr("Назовите в ней файл: -o %s", "Name a file in it: -o %s", filepath.Join(name, e.tr("таблица.docx", "table.docx"))))
	case isPicture(table.FormatOf(name)), c.Command.Name == "code": // they make several files of the name
	case err == nil && !c.Bool("force") && c.String("keep") == "":
		err := e.free(name)
		if x := (*exit)(nil); errors.As(err, &x) {
			x.hint = e.keepHint(c, name) + x.hint
		}
		return err
	}
	return nil
}

// noFolder says that a file cannot be written where it was asked for.
func (e *env) noFolder(name string) error {
	return usage(e.tr("папки %s нет", "there is no folder %s", filepath.Dir(name)), e.tr("Создайте её или назовите другую", "Make it, or name another"))
}
