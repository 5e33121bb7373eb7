package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus/store"
)

func (e *env) listCommand() *cli.Command {
	return &cli.Command{
		Name: "list", Aliases: []string{"ls", "список"},
		Usage: e.tr("что есть в корпусе", "what is in the corpus"),
		Description: e.tr(`Документы корпуса: код, вид, заглавие, номер и дата (если они есть в тексте), язык,
редакция и откуда она известна, признаки.

Примеры:
  svod list
  svod list --where type=law -o список.xlsx`, `The documents of the corpus: ID, type, title, number and date (where the text prints them),
language, edition and where it is known from, attributes.

Examples:
  svod list
  svod list --where type=law -o list.xlsx`),
		Flags:  append(e.selection(), e.outputFlags()...),
		Action: e.list,
	}
}

// A listing is one document of `list --format json`.
type listing struct {
	ID           string            `json:"id"`
	File         string            `json:"file"`
	Title        string            `json:"title"`
	Type         string            `json:"type"`
	Number       string            `json:"number"`
	Date         string            `json:"date"`
	Edition      string            `json:"edition"`
	Language     string            `json:"language"`
	Attributes   map[string]string `json:"attributes"`
	Jurisdiction string            `json:"jurisdiction"`
	Body         string            `json:"body"`
	Format       string            `json:"format"`
	Origin       map[string]string `json:"origin"` // where each value comes from
}

func (e *env) list(c *cli.Context) error {
	if err := e.need(c, 0, 0); err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	st, err := lib.corpus()
	if err != nil {
		return err
	}
	entries, err := lib.entries(c.Context, st)
	if err != nil {
		return err
	}
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if format == "text" && c.String("output") == "" {
		e.terminalList(entries)
		return nil
	}
	return e.output(c, e.listReport(entries))
}

// terminalList prints two lines a document: a table would not fit a screen.
func (e *env) terminalList(entries []store.Entry) {
	for _, en := range entries {
		m := en.Meta
		title := "«" + m.Title + "»"
		if m.Title == "" {
			title = e.tr("без заглавия", "untitled")
		}
		fmt.Fprintf(e.stdout, "%s  %s\n", en.ID, spaced(e.typeName(m.Type), title))
		absent := e.tr("нет в тексте", "not in the text")
		facts := []string{"№ " + or(m.Number, absent), e.tr("дата: ", "date: ") + or(e.date(m.Date), absent), m.Language,
			e.tr("редакция: ", "edition: ") + e.editionSource(en)}
		for _, k := range slices.Sorted(maps.Keys(en.Attributes)) {
			facts = append(facts, k+"="+en.Attributes[k])
		}
		fmt.Fprintf(e.stdout, "%14s%s; %s\n", "", strings.Join(facts, "; "), en.File)
	}
	e.say("%s", e.count(len(entries), "документ", "документа", "документов", "document"))
}

// or is s, or what stands for nothing.
func or(s, nothing string) string {
	if s == "" {
		return nothing
	}
	return s
}

func (e *env) listReport(entries []store.Entry) *table.Report {
	keys := map[string]bool{}
	listings := []listing{}
	for _, en := range entries {
		m := en.Meta
		attributes := en.Attributes
		if attributes == nil {
			attributes = map[string]string{}
		}
		listings = append(listings, listing{en.ID, en.File, m.Title, m.Type, m.Number, m.Date, m.Edition, m.Language,
			attributes, m.Jurisdiction, m.Body, en.Format, m.Origin})
		for k := range en.Attributes {
			keys[k] = true
		}
	}
	extra := slices.Sorted(maps.Keys(keys))

	heads := []string{e.tr("Код", "ID"), e.tr("Вид", "Type"), e.tr("Заглавие", "Title"), "№", e.tr("Дата", "Date"),
		e.tr("Язык", "Language"), e.tr("Редакция", "Edition"), e.tr("Файл", "File")}
	t := &table.Table{Caption: e.tr("Документы корпуса", "Documents of the corpus"), Landscape: true}
	var head []table.Cell
	for _, h := range append(heads, extra...) {
		head = append(head, table.Bold(h))
	}
	t.Head = [][]table.Cell{head}
	absent := e.tr("нет в тексте", "not in the text")
	for _, en := range entries {
		m := en.Meta
		row := []table.Cell{table.Text(en.ID), table.Text(e.typeName(m.Type)), table.Text(m.Title), table.Text(or(m.Number, absent)),
			table.Text(or(e.date(m.Date), absent)), table.Text(m.Language), table.Text(e.editionSource(en)), table.Text(en.File)}
		for _, k := range extra {
			row = append(row, table.Text(en.Attributes[k]))
		}
		t.Rows = append(t.Rows, row)
	}
	return &table.Report{Title: t.Caption, Language: e.lang, Blocks: []table.Block{t},
		Data: map[string]any{"documents": listings}}
}

// editionSource prints the edition and where it is known from.
func (e *env) editionSource(en store.Entry) string {
	m := en.Meta
	if m.Edition == "" {
		return e.tr("неизвестна", "unknown")
	}
	switch m.Origin["edition"] {
	case "notes":
		return e.tr("не ранее %s (по сноскам)", "not before %s (from notes)", e.date(m.Edition))
	case "file name":
		return e.tr("%s (по имени файла)", "%s (from the file's name)", e.date(m.Edition))
	case "user":
		return e.tr("%s (указана вами)", "%s (set by you)", e.date(m.Edition))
	case "text":
		return e.tr("%s (по тексту)", "%s (from the text)", e.date(m.Edition))
	}
	return e.date(m.Edition)
}
