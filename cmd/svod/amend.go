package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// amend has an action for each way between a draft, the acts that it amends
// and the comparison table; a file each.
func (e *env) amendCommand() *cli.Command {
	c := &cli.Command{
		Name: "amend", Aliases: []string{"изменения"},
		Usage:     e.tr("проект изменений: что он меняет, новый текст, сравнительная таблица", "amending drafts: what they change, the new text, the comparison table"),
		ArgsUsage: e.tr("ДЕЙСТВИЕ …", "ACTION …"),
		Description: e.tr(`Проект «О внесении изменений и дополнений…» читается как перечень операций: какой акт, какая статья, что с ней
сделать. По ним svod пишет акт в новой редакции и сравнительную таблицу; и наоборот, по двум редакциям – текст проекта.

Действия:`, `An amending act is read as a list of operations: which act, which article, what to do with it. From them svod writes
the act as it would read, and the comparison table; and the other way, from two editions the text of the draft.

Actions:`),
		Subcommands: []*cli.Command{e.amendReadCommand(), e.amendApplyCommand(), e.amendTableCommand(), e.amendWriteCommand(), e.amendCheckCommand(), e.amendMergeCommand()},
		Action: func(c *cli.Context) error {
			return e.noAction(c, e.tr("что сделать с проектом?", "what is to be done with the draft?"),
				e.tr("действия «%s» с проектом нет", "there is no action %q on a draft", c.Args().First()))
		},
	}
	for _, s := range c.Subcommands {
		s.HelpName = "amend " + s.Name
	}
	return c
}

// noAction says that a command with actions was given none, or one that it does
// not have.
func (e *env) noAction(c *cli.Context, none, unknown string) error {
	var names []string
	for _, s := range c.Command.Subcommands {
		names = append(names, s.Name)
	}
	if c.NArg() == 0 {
		return usage(none, e.tr("Есть: ", "There are: ")+join(names)+". "+e.helpHint(c.Command))
	}
	return usage(unknown, e.meant(strings.ToLower(c.Args().First()), names)+e.tr("Есть: ", "There are: ")+join(names))
}
