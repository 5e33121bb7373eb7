package main

import (
	"github.com/urfave/cli/v2"

	"svod/compare/amend"
)

func (e *env) amendReadCommand() *cli.Command {
	return &cli.Command{
		Name: "read", Aliases: []string{"прочитать"},
		Usage:     e.tr("что меняет проект: перечень операций, и что в нём не разобрано", "what a draft changes: its operations, and what was not understood"),
		ArgsUsage: e.tr("ПРОЕКТ", "DRAFT"),
		Description: e.tr(`Читает проект «О внесении изменений и дополнений…» на русском или казахском языке: какой акт, какое положение,
что с ним сделать, прежние и новые слова, новый текст, когда это вводится в действие. Операции стоят по актам,
в порядке проекта. Что svod не понял до последнего слова, он не угадывает: это стоит под заголовком
«Не разобрано», с причиной; код завершения тогда 3. Тексты самих актов для этого не нужны.

Примеры:
  svod amend read проект.docx
  svod amend read проект.docx -o операции.xlsx
  svod amend read проект.pdf --format json`, `Reads a draft “On amending…” in Russian or Kazakh: which act, which provision, what to do with it, the old and the new
words, the new text, when it comes into force. Operations stand by act, in the order of the draft. What svod does not
understand to the last word it does not guess: that stands under “Not understood”, with the reason; the exit code is
3 then. The texts of the acts themselves are not needed.

Examples:
  svod amend read draft.docx
  svod amend read draft.docx -o operations.xlsx
  svod amend read draft.pdf --format json`),
		Flags:  append(e.readFlags(), e.outputFlags()...),
		Action: e.amendRead,
	}
}

func (e *env) amendRead(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	doc, err := lib.doc(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	d := amend.Read(doc)
	if err := e.output(c, d.Report(c.String("table-lang"))); err != nil {
		return err
	}
	if n := len(d.Unread); n > 0 {
		e.partial = true
		if !c.Bool("quiet") {
			e.say(e.tr("Не разобрано: %d", "Not understood: %d"), n)
		}
	}
	return nil
}
