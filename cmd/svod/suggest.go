package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/index"
)

func (e *env) suggestCommand() *cli.Command {
	return &cli.Command{
		Name: "suggest", Aliases: []string{"подсказать"},
		Usage:     e.tr("слова и термины корпуса, которые так начинаются", "words and terms of the corpus that begin so"),
		ArgsUsage: e.tr("НАЧАЛО", "BEGINNING"),
		Description: e.tr(`По началу слова или словосочетания показывает слова и термины корпуса: сначала те, что есть в большем числе норм;
термин, который акт определяет, поднимается выше. Формы слова считаются вместе, напечатана самая частая.
После целого слова с пробелом идут словосочетания с ним. Если так не начинается ничего, названы близкие по написанию.

Примеры:
  svod suggest общ
  svod suggest 'общественный '
  svod suggest 'государственный соц' --where type=law
  svod suggest қоғам --format json`, `By the beginning of a word or phrase it shows the words and terms of the corpus: first those that most provisions
have; a term that an act defines goes up. The forms of a word are counted together, the commonest is printed.
After a whole word and a space come phrases with it. If nothing begins so, what is spelt nearly so is named.

Examples:
  svod suggest общ
  svod suggest 'общественный '
  svod suggest 'государственный соц' --where type=law
  svod suggest қоғам --format json`),
		Flags: append(append([]cli.Flag{
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 15, Usage: e.tr("не больше `N` слов и терминов; 0 все", "at most `N` words and terms; 0 all")},
		}, e.selection()...), e.outputFlags()...),
		Action: e.suggest,
	}
}

// A suggestedJSON is `suggest --format json`.
type suggestedJSON struct {
	Prefix      string           `json:"prefix"`
	Suggestions []suggestionJSON `json:"suggestions"`
	Near        []nearJSON       `json:"near"` // spelt nearly so, when there are no suggestions
}

type suggestionJSON struct {
	Text        string `json:"text"`
	Words       int    `json:"words"`
	Occurrences int    `json:"occurrences"`
	Units       int    `json:"units"`
	Documents   int    `json:"documents"`
	Defined     bool   `json:"defined"`
}

type nearJSON struct {
	Text     string `json:"text"`
	Articles int    `json:"articles"`
}

func (e *env) suggest(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	req := index.Request{Query: strings.Join(c.Args().Slice(), " "), Limit: c.Int("limit")}
	if req.Limit < 0 {
		return usage(e.tr("--%s не бывает меньше нуля", "--%s cannot be less than zero", "limit"), e.helpHint(c.Command))
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	st, err := lib.corpus()
	if err != nil {
		return err
	}
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		return err
	}
	defer ix.Close()
	if err := e.syncIndex(c, ix, st); err != nil {
		return err
	}
	entries, err := st.List(c.Context)
	if err != nil {
		return err
	}
	if req.Conditions, err = lib.conditions(entries); err != nil {
		return err
	}
	found, err := ix.Suggest(c.Context, req, st)
	if err != nil {
		return err
	}
	var near []index.Term
	if len(found) == 0 {
		if near, err = ix.NearBeginning(c.Context, st, req.Query, mostNear); err != nil {
			return err
		}
	}
	if err := e.printSuggestions(c, req.Query, found, near); err != nil {
		return err
	}
	if len(found) == 0 {
		hint := e.tr("Что есть в корпусе: svod list", "What is in the corpus: svod list")
		if len(near) > 0 {
			hint = e.tr("Возможно", "Perhaps") + ": " + e.terms(near)
		}
		return &exit{exitNothing, e.tr("так не начинается ни одно слово: %s", "no word begins so: %s", req.Query), hint}
	}
	return nil
}

// mostNear is how many near spellings are named.
const mostNear = 5

func (e *env) printSuggestions(c *cli.Context, prefix string, found []index.Suggestion, near []index.Term) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if format == "text" && c.String("output") == "" {
		for _, s := range found {
			line := s.Text
			if !c.Bool("quiet") {
				line += ": " + e.count(s.Provisions, "норма", "нормы", "норм", "provision") + ", " + e.count(s.Documents, "документ", "документа", "документов", "document")
				if s.Defined {
					line += e.tr(", есть определение", ", defined")
				}
			}
			fmt.Fprintln(e.stdout, line)
		}
		return nil
	}
	data := suggestedJSON{Prefix: prefix, Suggestions: []suggestionJSON{}, Near: []nearJSON{}}
	lang := c.String("table-lang")
	if lang == "" {
		lang = e.lang
	}
	w := selectionWordsOf(lang)
	words := suggestWords[lang]
	t := &table.Table{Caption: fill(words.title, prefix), Sheet: words.term, Widths: []float64{40, 12, 12, 12, 14},
		Head: [][]table.Cell{table.Heads(words.term, w.Occurrences, w.Provisions, w.Documents, words.defined)}}
	for _, s := range found {
		data.Suggestions = append(data.Suggestions, suggestionJSON{s.Text, s.Words, s.Occurrences, s.Provisions, s.Documents, s.Defined})
		row := []table.Cell{table.Text(s.Text), table.Int(s.Occurrences), table.Int(s.Provisions), table.Int(s.Documents), table.None()}
		if s.Defined {
			row[4] = table.Text(words.yes)
		}
		t.Rows = append(t.Rows, row)
	}
	for _, n := range near {
		data.Near = append(data.Near, nearJSON{n.Form, n.Articles})
	}
	return e.output(c, &table.Report{Title: fill(words.title, prefix), Language: lang, Blocks: []table.Block{t}, Data: data})
}

// suggestWords are the words of the table.
var suggestWords = map[string]struct{ title, term, defined, yes string }{
	"ru": {"Слова и термины на «{n}»", "Термин", "Определение", "есть"},
	"kk": {"«{n}» деп басталатын сөздер мен терминдер", "Термин", "Анықтамасы", "бар"},
	"en": {"Words and terms that begin with “{n}”", "Term", "Definition", "yes"},
}
