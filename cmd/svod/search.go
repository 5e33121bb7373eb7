package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/query"
	"svod/index"
)

func (e *env) searchCommand() *cli.Command {
	return &cli.Command{
		Name: "search", Aliases: []string{"найти", "поиск"},
		Usage:     e.tr("найти нормы: слова, фразы, адреса", "find provisions: words, phrases, addresses"),
		ArgsUsage: e.tr("ЗАПРОС", "QUERY"),
		Description: e.tr(`Слова ищутся во всех формах и все сразу; если таких норм нет или запрос кончается на «?», любые из них.
  "не допускается"         фраза; «не» тоже слово
  отчет /5 совет           рядом, не дальше 5 слов; +5 в этом порядке; /с в одном предложении
  =отчета                  только эта форма;  общественн*  начало слова
  И ИЛИ НЕ ( )             операторы только заглавными
  ст. 5 закона об общественных советах      норма по адресу

Примеры:
  svod search 'общественный контроль'
  svod search '"не допускается" НЕ отказ' --where type=law
  svod search 'пп 4 п 2 ст 7 закона об общественных советах'
  svod search 'годовой отчет' -o подборка.docx`, `Words are found in all their forms, all of them at once; if no provision has all, or the query ends in “?”, any.
  "не допускается"         a phrase; «не» is a word too
  отчет /5 совет           near, at most 5 words apart; +5 in this order; /s in one sentence
  =отчета                  this form only;  общественн*  the beginning of a word
  И ИЛИ НЕ ( )             operators in capitals only; also AND OR NOT
  ст. 5 закона об общественных советах      a provision by its address

Examples:
  svod search 'общественный контроль'
  svod search '"не допускается" НЕ отказ' --where type=law
  svod search 'пп 4 п 2 ст 7 закона об общественных советах'
  svod search 'годовой отчет' -o provisions.docx`),
		Flags: append(append([]cli.Flag{
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 20, Usage: e.tr("не больше `N` норм; 0 все", "at most `N` provisions; 0 all")},
			&cli.IntFlag{Name: "offset", Usage: e.tr("пропустить первые `N`", "leave out the first `N`")},
			&cli.BoolFlag{Name: "explain", Usage: e.tr("показать, как понят запрос", "show how the query was understood")},
		}, e.selection()...), e.outputFlags()...),
		Action: e.search,
	}
}

func (e *env) search(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	text := strings.Join(c.Args().Slice(), " ")
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
	req := index.Request{Query: text, Limit: c.Int("limit"), Offset: c.Int("offset")}
	if c.String("at") != "" || len(c.StringSlice("where")) > 0 {
		entries, err := lib.entries(c.Context, st)
		if err != nil {
			return err
		}
		req.Documents = []string{}
		for _, en := range entries {
			req.Documents = append(req.Documents, en.ID)
		}
	}
	res, err := ix.Search(c.Context, req, st)
	if err != nil {
		var syntax *query.SyntaxError
		if errors.As(err, &syntax) {
			return usage(e.tr("запрос не понят: ", "the query is not understood: ")+e.syntax(syntax),
				caret(text, syntax.Offset)+"\n"+e.helpHint(c.Command))
		}
		return err
	}
	if c.Bool("explain") {
		e.say("%s: %s", e.tr("Запрос понят так", "The query was understood as"), res.Understood)
	}
	if err := e.printHits(c, text, res); err != nil {
		return err
	}
	if len(res.Hits) == 0 {
		return &exit{exitNothing, e.tr("ничего не найдено: %s", "nothing found: %s", text),
			e.tr("Проверьте слова, уберите условия, попробуйте начало слова со звёздочкой: слов*",
				"Check the words, drop conditions, try the beginning of a word with an asterisk: слов*")}
	}
	return nil
}

func (e *env) printHits(c *cli.Context, text string, res *index.Result) error {
	format, err := e.format(c)
	if err != nil {
		return err
	}
	if format == "text" && c.String("output") == "" {
		e.terminalHits(c, res)
		return nil
	}
	return e.output(c, e.hitsReport(c, text, res))
}

// terminalHits prints hits to be read on a screen: where, then the words.
func (e *env) terminalHits(c *cli.Context, res *index.Result) {
	on, off, dim := "", "", ""
	if e.color(c) {
		on, off, dim = "\x1b[1;33m", "\x1b[0m", "\x1b[2m"
	}
	if len(res.Hits) > 0 && !c.Bool("quiet") {
		e.say("%s", e.totals(res))
	}
	for i, h := range res.Hits {
		fmt.Fprintf(e.stdout, "%d. %s\n", c.Int("offset")+i+1, h.Citation)
		fmt.Fprintf(e.stdout, "   %s%s%s\n", dim, strings.Join(append([]string{e.hitTitle(h)}, h.Path...), " › "), off)
		for _, line := range strings.Split(marked(h, on, off), "\n") {
			for _, l := range wrap(line, e.width()-3) {
				fmt.Fprintf(e.stdout, "   %s\n", l)
			}
		}
		fmt.Fprintf(e.stdout, "   %s[%s %s]%s\n\n", dim, h.Document, h.Address, off)
	}
}

func (e *env) totals(res *index.Result) string {
	s := e.tr("Упоминаний: %d, норм: %d, документов: %d.", "Occurrences: %d, provisions: %d, documents: %d.",
		res.Total.Occurrences, res.Total.Units, res.Total.Documents)
	if res.Total.More {
		s = e.tr("Не меньше: ", "At least: ") + s
	}
	if res.Relaxed {
		s = e.tr("Всех слов вместе нет ни в одной норме; вот нормы с любыми из них. ",
			"No provision has all the words; these have any of them. ") + s
	}
	return s
}

func (e *env) hitTitle(h index.Hit) string {
	s := h.Title
	if s == "" {
		s = e.tr("без заглавия", "untitled") + " (" + h.Document + ")"
	}
	if h.Edition != "" {
		s += e.tr(", ред. ", ", ed. ") + e.date(h.Edition)
	}
	if h.Language != "ru" {
		s += ", " + h.Language
	}
	return s
}

// marked is the text of a hit with its matches between on and off.
func marked(h index.Hit, on, off string) string {
	var b strings.Builder
	at := 0
	for _, m := range h.Matches {
		if m[0] < at || m[1] > len(h.Text) {
			continue
		}
		b.WriteString(h.Text[at:m[0]] + on + h.Text[m[0]:m[1]] + off)
		at = m[1]
	}
	b.WriteString(h.Text[at:])
	return b.String()
}

// wrap breaks a line at spaces, so that no piece is wider than n characters.
// Colours count for nothing.
func wrap(s string, n int) []string {
	var lines []string
	line, width := "", 0
	for _, w := range strings.Fields(s) {
		k := visible(w)
		if width > 0 && width+1+k > n {
			lines = append(lines, line)
			line, width = "", 0
		}
		if width > 0 {
			line, width = line+" ", width+1
		}
		line, width = line+w, width+k
	}
	return append(lines, line)
}

// visible counts the characters of a word without colour codes.
func visible(s string) int {
	n, esc := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			esc = true
		case esc:
			esc = r != 'm'
		default:
			n++
		}
	}
	return n
}

// hitsReport is «подборка норм»: the hits as a table.
func (e *env) hitsReport(c *cli.Context, text string, res *index.Result) *table.Report {
	title := e.tr("Подборка норм по запросу «%s»", "Provisions found by “%s”", text)
	t := &table.Table{Caption: title, Landscape: true, Widths: []float64{1, 5, 5, 14},
		Head: [][]table.Cell{{table.Bold("№"), table.Bold(e.tr("Акт", "Act")), table.Bold(e.tr("Норма", "Provision")), table.Bold(e.tr("Текст", "Text"))}},
		Base: e.totals(res)}
	type hit struct {
		Document string         `json:"document"`
		Title    string         `json:"title"`
		Address  corpus.Address `json:"address"`
		Citation string         `json:"citation"`
		Score    float64        `json:"score"`
		Text     string         `json:"text"`
		Matches  [][2]int       `json:"matches"`
		Path     []string       `json:"path"`
		Edition  string         `json:"edition"`
		Language string         `json:"language"`
	}
	hits := []hit{}
	for i, h := range res.Hits {
		matches := h.Matches
		if matches == nil {
			matches = [][2]int{}
		}
		path := h.Path
		if path == nil {
			path = []string{}
		}
		hits = append(hits, hit{h.Document, h.Title, h.Address, h.Citation, h.Score, h.Text, matches, path, h.Edition, h.Language})
		var runs []table.Run
		at := 0
		for _, m := range h.Matches {
			if m[0] < at || m[1] > len(h.Text) {
				continue
			}
			runs = append(runs, table.Run{Text: h.Text[at:m[0]]}, table.Run{Text: h.Text[m[0]:m[1]], Mark: table.MarkMatch})
			at = m[1]
		}
		runs = append(runs, table.Run{Text: h.Text[at:]})
		t.Rows = append(t.Rows, []table.Cell{table.Int(c.Int("offset") + i + 1), table.Text(e.hitTitle(h)), table.Text(h.Citation), {Runs: runs}})
	}
	total := map[string]int{"occurrences": res.Total.Occurrences, "units": res.Total.Units, "documents": res.Total.Documents}
	return &table.Report{Title: title, Language: e.lang, Blocks: []table.Block{t},
		Made: []table.Fact{{Name: e.tr("Запрос", "Query"), Value: text}, {Name: e.tr("Понят как", "Understood as"), Value: res.Understood}},
		Data: map[string]any{"query": text, "relaxed": res.Relaxed, "total": total, "hits": hits}}
}
