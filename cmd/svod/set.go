package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func (e *env) setCommand() *cli.Command {
	return &cli.Command{
		Name: "set", Aliases: []string{"задать"},
		Usage:     e.tr("поправить сведения о документе, задать признаки", "correct what is known of a document, set attributes"),
		ArgsUsage: e.tr("ДОК КЛЮЧ=ЗНАЧЕНИЕ…", "DOC KEY=VALUE…"),
		Description: e.tr(`Сведения: title, type, number, date, body, jurisdiction, language, edition.
Остальные ключи: признаки, по которым группируют и отбирают (region, level, year, вид_совета …).
Пустое значение убирает признак; для сведений возвращает то, что сказано в тексте.

Примеры:
  svod set 'общественные советы@2021' number=383-V date=2015-11-02
  svod set 3fa2 region=Акмолинская level=областной year=2016`, `Fields: title, type, number, date, body, jurisdiction, language, edition.
All other keys are attributes to group and select by (region, level, year …).
An empty value removes an attribute; for a field it brings back what the text says.

Examples:
  svod set 'общественные советы@2021' number=383-V date=2015-11-02
  svod set 3fa2 region=Акмолинская level=областной year=2016`),
		Action: e.set,
	}
}

func (e *env) set(c *cli.Context) error {
	if err := e.need(c, 2, -1); err != nil {
		return err
	}
	pairs, err := e.pairs(c.Args().Tail())
	if err != nil {
		return err
	}
	st, err := e.openCorpus(c, false)
	if err != nil {
		return err
	}
	defer st.Close()
	found, err := st.Lookup(c.Context, c.Args().First(), "")
	if err != nil {
		return err
	}
	e.mentionOthers(c, c.Args().First(), found)
	for _, p := range pairs {
		if err := st.Set(c.Context, found.Entry.ID, p.key, p.value); err != nil {
			return err
		}
		fmt.Fprintf(e.stdout, "%s  %s = %s\n", found.Entry.ID, p.key, p.value)
	}
	return nil
}
