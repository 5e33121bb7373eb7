package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func (e *env) removeCommand() *cli.Command {
	return &cli.Command{
		Name: "remove", Aliases: []string{"rm", "удалить"},
		Usage:     e.tr("убрать документы из корпуса (файлы остаются)", "take documents out of the corpus (files stay)"),
		ArgsUsage: e.tr("ДОК…", "DOC…"),
		Description: e.tr(`Убирает из корпуса текст, признаки и записи указателя. Файлы, из которых он добавлен, не трогает.

Пример:
  svod remove 'общественные советы@2019'`, `Takes text, attributes and index entries out of the corpus. The files it came from are not touched.

Example:
  svod remove 'общественные советы@2019'`),
		Action: e.remove,
	}
}

func (e *env) remove(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	st, err := e.openCorpus(c, false)
	if err != nil {
		return err
	}
	defer st.Close()
	// All are looked up before any is removed: a misspelt name removes nothing.
	ids := make([]string, c.Args().Len())
	names := make([]string, len(ids))
	for i, a := range c.Args().Slice() {
		found, err := st.Lookup(c.Context, a, "")
		if err != nil {
			return err
		}
		e.mentionOthers(c, a, found)
		ids[i], names[i] = found.Entry.ID, e.named(found.Entry.Meta)
	}
	for i, id := range ids {
		if err := st.Remove(c.Context, id); err != nil {
			return err
		}
		fmt.Fprintf(e.stdout, "%s  %s: %s\n", id, names[i], e.tr("убран", "removed"))
	}
	_, err = e.sync(c, st)
	return err
}
