package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/audit"
	"svod/compare/study"
	"svod/compare/table"
)

func (e *env) explainCommand() *cli.Command {
	return &cli.Command{
		Name: "explain", Aliases: []string{"объяснить"},
		Usage:     e.tr("откуда число в клетке таблицы: цитаты, которые дают его в сумме, или формула", "where a number of a table comes from: the quotes that add up to it, or its formula"),
		ArgsUsage: e.tr("ФАЙЛ [КЛЕТКА]", "FILE [CELL]"),
		Description: e.tr(`ФАЙЛ – таблица, которую сделала svod (DOCX, XLSX, HTML, Markdown, JSON). explain выполняет её команду заново
(см. svod help verify) и печатает: что это за число, формулу с числами, из которых оно получено, и места в документах
с отмеченными словами, которые дают его в сумме; сумма проверяется. Если ничего не найдено – что искали и где.
КЛЕТКА: адрес B7 или Лист!B7; в Word, HTML и Markdown 3!B7 – таблица 3, графа B, строка 7, считая с шапкой.
Или словами: --table, --row, --column; хватает начала слова, регистр не важен, годится и номер по порядку.
--all объясняет все числа файла и проверяет каждое; --run – таблицу команды, которой в файле нет.
Коды: 0 числа подтверждены, 1 основание не сходится с числом, 3 исходные данные пропали.

Примеры:
  svod explain подсчёт.xlsx 'Категории!B7'
  svod explain подсчёт.docx --table 3 --row слушания --column астана
  svod explain подсчёт.xlsx --all
  svod explain --run 'count темы.yaml закон.docx' --row слушания --column упоминания -o число.docx`, `FILE is a table that svod made (DOCX, XLSX, HTML, Markdown, JSON). explain runs its command again (see svod help
verify) and prints what the number is, its formula with the numbers it is computed of, and the places in documents, their
words marked, that add up to it; the sum is checked. Where nothing was found, what was tried and where.
CELL: an address, B7 or Sheet!B7; in Word, HTML and Markdown 3!B7 is column B, row 7 of table 3, headings counted.
Or in words: --table, --row, --column; the beginning of a word will do, in any case, and so does a number in order.
--all explains all numbers of the file and checks each; --run those of a command whose table is in no file.
Exit codes: 0 the numbers are borne out, 1 a basis does not add up to its number, 3 inputs are gone.

Examples:
  svod explain counts.xlsx 'Counts!B7'
  svod explain counts.docx --table 3 --row hearings --column astana
  svod explain counts.xlsx --all
  svod explain --run 'count topics.yaml law.docx' --row hearings --column mentions -o number.docx`),
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "table", Usage: e.tr("номер или заглавие `ТАБЛИЦЫ`", "number or caption of the `TABLE`")},
			&cli.StringFlag{Name: "row", Usage: e.tr("название или номер `СТРОКИ`", "name or number of the `ROW`")},
			&cli.StringFlag{Name: "column", Usage: e.tr("название или номер `ГРАФЫ`", "name or number of the `COLUMN`")},
			&cli.BoolFlag{Name: "all", Usage: e.tr("все числа файла: чем подтверждено каждое", "all numbers of the file: what bears each out")},
			&cli.StringFlag{Name: "run", Usage: e.tr("объяснить таблицу `КОМАНДЫ` вместо файла", "explain the table of a `COMMAND` instead of a file")},
		}, e.recipeFlags()...), e.jsonFlags()...),
		Action: e.explainCell,
	}
}

func (e *env) explainCell(c *cli.Context) error {
	r, query, err := e.cellAsked(c)
	if err != nil {
		return err
	}
	if _, err := e.format(c); err != nil {
		return err
	}
	f, err := e.finder(c, r)
	if err != nil {
		return err
	}
	if r.report == nil {
		return &exit{exitSomeBad, e.tr("исходных файлов нет: %s", "input files are gone: %s", r.named(inputGone)),
			e.tr("Верните их на место или положите рядом с файлом и повторите", "Put them back, or beside the file, and try again")}
	}
	if c.Bool("all") {
		return e.explainAll(c, r, f)
	}
	places := f.Find(query)
	switch {
	case len(places) == 0:
		return e.noCell(r, f, query)
	case len(places) > 1:
		return e.manyCells(places)
	}
	p := places[0]
	x, v := audit.CheckCell(p.Cell())
	format, _ := e.format(c)
	w := explaining{env: e, signs: strings.HasPrefix(format, "csv") || format == "text" && !e.color(c)}
	if err := e.writeReport(c, w.report(r, p, x, v), nil); err != nil {
		return err
	}
	if v.Standing == audit.Mismatch {
		return &exit{exitNothing, e.tr("основание не сходится с числом", "the basis does not add up to the number"), ""}
	}
	return nil
}

// cellAsked reads the arguments: a file with its recipe or a command, and which
// cell is asked for.
func (e *env) cellAsked(c *cli.Context) (*rerun, audit.Query, error) {
	q := audit.Query{Table: c.String("table"), Row: c.String("row"), Column: c.String("column")}
	least := 1
	if c.IsSet("run") {
		least = 0
	}
	if err := e.need(c, least, least+1); err != nil {
		return nil, q, err
	}
	q.Ref = c.Args().Get(least)
	words := q.Table != "" || q.Row != "" || q.Column != ""
	switch {
	case q.Ref != "" && !audit.IsRef(q.Ref):
		return nil, q, usage(e.tr("«%s» – не адрес клетки", "%q is no address of a cell", q.Ref),
			e.tr("Адрес – B7, Лист!B7 или 3!B7; словами: --table 3 --row слушания --column астана", "An address is B7, Sheet!B7 or 3!B7; in words: --table 3 --row hearings --column astana"))
	case q.Ref != "" && (q.Row != "" || q.Column != ""):
		return nil, q, usage(e.tr("назовите клетку или адресом, или словами (--row, --column)", "name the cell by its address or in words (--row, --column), not both"), e.helpHint(c.Command))
	case c.Bool("all") && (q.Ref != "" || words):
		return nil, q, usage(e.tr("--all объясняет все клетки; клетку при нём не называют", "--all explains all cells; no cell is named with it"), e.helpHint(c.Command))
	case q.Ref == "" && !words && !c.Bool("all"):
		if !c.IsSet("run") { // a file that isn't one of svod's is the greater fault
			if _, err := e.made(c.Args().First(), c.String("recipe")); err != nil {
				return nil, q, err
			}
		}
		return nil, q, usage(e.tr("не названа клетка", "no cell is named"),
			e.tr("Адрес: B7; словами: --row слушания --column астана; все клетки: --all", "An address: B7; in words: --row hearings --column astana; all cells: --all"))
	}
	if c.IsSet("run") {
		args, err := e.typed(c.String("run"))
		if err == nil && !slices.ContainsFunc(args, func(a string) bool { return a == "--lang" || strings.HasPrefix(a, "--lang=") }) {
			args = slices.Insert(args, 1, "--lang", e.lang)
		}
		return &rerun{file: ".", recipe: &table.Recipe{Version: version, Args: args}}, q, err
	}
	r, err := e.made(c.Args().First(), c.String("recipe"))
	return r, q, err
}

// typed reads a command line as it is typed into a terminal.
func (e *env) typed(line string) ([]string, error) {
	args, closed := study.Split(line)
	if len(args) > 0 && args[0] == "svod" {
		args = args[1:]
	}
	switch {
	case !closed:
		return nil, usage(e.tr("--run: кавычка не закрыта", "--run: a quote is not closed"), "")
	case len(args) == 0:
		return nil, usage(e.tr("--run: нужна команда", "--run needs a command"), "--run 'count темы.yaml закон.docx'")
	}
	return args, nil
}

// finder makes the report again, and finds its cells in the file.
func (e *env) finder(c *cli.Context, r *rerun) (*audit.Finder, error) {
	if r.data == nil {
		if err := e.again(c, r, "xlsx"); err != nil || r.report == nil {
			return nil, err
		}
		return audit.NewFinder(r.report, "xlsx", nil), nil
	}
	page, err := e.page(c, r)
	if err != nil {
		return nil, err
	}
	if err := e.again(c, r, page.Format); err != nil || r.report == nil {
		return nil, err
	}
	res, err := audit.Compare(c.Context, page, r.report)
	if err != nil {
		return nil, err
	}
	return audit.NewFinder(r.report, page.Format, res), nil
}

// named are the names of the inputs in a state.
func (r *rerun) named(state string) string {
	var names []string
	for _, in := range r.inputs {
		if in.State == state {
			names = append(names, in.Name)
		}
	}
	return join(names)
}

// noCell says that nothing is there, and what there is.
func (e *env) noCell(r *rerun, f *audit.Finder, q audit.Query) error {
	name := filepath.Base(r.file)
	if r.data == nil {
		name = commandLine(r.recipe.Args)
	}
	names := f.Tables()
	hint := e.tr("Таблицы: ", "The tables: ") + strings.Join(names, "; ")
	if q.Table != "" || len(names) == 1 {
		var rows, cols []string
		for _, p := range f.Find(audit.Query{Table: q.Table, Column: "1"}) {
			rows = append(rows, p.Label())
		}
		for _, p := range f.Find(audit.Query{Table: q.Table, Row: "1"}) {
			cols = append(cols, p.Column())
		}
		if len(rows) > mostCandidates {
			rows = append(rows[:mostCandidates], "…")
		}
		if len(rows) > 0 || len(cols) > 0 {
			hint = e.tr("Строки: %s\nГрафы: %s", "Rows: %s\nColumns: %s", strings.Join(rows, "; "), strings.Join(cols, "; "))
		}
	}
	return usage(e.tr("%s: такой клетки в таблицах расчёта нет", "%s: there is no such cell in the tables of the report", name), hint)
}

const mostCandidates = 20

// manyCells lists the cells that may be meant.
func (e *env) manyCells(places []audit.Place) error {
	var lines []string
	for i, p := range places {
		if i == mostCandidates {
			lines = append(lines, e.tr("  … и ещё %d", "  … and %d more", len(places)-i))
			break
		}
		lines = append(lines, "  "+p.Ref()+"  "+e.placeName(p)+": "+p.Table.Text(p.Cell()))
	}
	return usage(e.tr("подходит несколько клеток; назовите одну:", "several cells fit; name one:")+"\n"+strings.Join(lines, "\n"),
		e.tr("Точнее: адрес или --table, --row, --column", "More exactly: by its address, or --table, --row, --column"))
}

// placeName is a cell in words: «Таблица 1 – …, строка «Слушания», графа «Астана»».
func (e *env) placeName(p audit.Place) string {
	return e.tr("%s, строка «%s», графа «%s»", "%s, row “%s”, column “%s”", p.Table.Name(), p.Label(), p.Column())
}

// explainAll tells of every number what bears it out.
func (e *env) explainAll(c *cli.Context, r *rerun, f *audit.Finder) error {
	format, _ := e.format(c)
	screen := format == "text" && c.String("output") == ""
	tally := map[audit.Standing]int{}
	t := &table.Table{Caption: e.tr("Числа и их основания", "Numbers and what bears them out"), Landscape: true, Widths: []float64{2, 5, 4, 4, 2, 4},
		Head: [][]table.Cell{table.Heads(e.tr("Клетка", "Cell"), e.tr("Таблица", "Table"), e.tr("Строка", "Row"), e.tr("Графа", "Column"), e.tr("Число", "Number"), e.tr("Основание", "Basis"))}}
	numbers := 0
	data := []jsonCell{}
	for _, p := range f.All() {
		cell := p.Cell()
		if cell.Basis == nil && ordinal[strings.ToLower(oneLine(p.Column()))] {
			continue // numbers the rows
		}
		x, v := audit.CheckCell(cell)
		if v.Standing == audit.NoNumber {
			continue
		}
		if err := c.Context.Err(); err != nil {
			return err
		}
		if v.Standing != audit.Stated {
			numbers++
		}
		tally[v.Standing]++
		data = append(data, jsonCell{p.Ref(), p.Table.Name(), p.Label(), p.Column(), p.Table.Text(cell), v.Standing})
		if screen && v.Standing != audit.Mismatch && v.Standing != audit.NoBasis || len(t.Rows) >= mostListedDifferences && screen {
			continue
		}
		t.Rows = append(t.Rows, []table.Cell{table.Text(p.Ref()), table.Text(p.Table.Name()), table.Text(p.Label()), table.Text(p.Column()), table.Text(p.Table.Text(cell)),
			table.Text(e.standing(v, len(x.Items)))})
	}
	out := &table.Report{Title: e.tr("Основания всех чисел", "What bears out all numbers"), Language: e.lang, Data: map[string]any{"numbers": numbers,
		"evidence": tally[audit.Added], "formula": tally[audit.Computed], "told": tally[audit.Told], "absence": tally[audit.Absent],
		"stated": tally[audit.Stated], "none": tally[audit.NoBasis], "mismatches": tally[audit.Mismatch], "cells": data, "inputs": r.inputs}}
	if s := e.inputsChanged(r); s != "" {
		out.Blocks = append(out.Blocks, table.Para(s))
	}
	out.Blocks = append(out.Blocks, table.Para(e.tr(
		"Чисел: %d. Подтверждены цитатами: %d; вычислены по формуле: %d; формула названа, не пересчитана: %d; ничего не найдено, сказано, что искали: %d; без основания: %d; не сходятся: %d.",
		"Numbers: %d. Borne out by quotes: %d; computed by their formula: %d; with a formula that was not computed: %d; nothing found, and it is told what was tried: %d; without a basis: %d; mismatches: %d.",
		numbers, tally[audit.Added], tally[audit.Computed], tally[audit.Told], tally[audit.Absent], tally[audit.NoBasis], tally[audit.Mismatch])))
	if n := tally[audit.Stated]; n > 0 {
		out.Blocks = append(out.Blocks, table.Para(e.tr("Ячеек с текстом, за которыми стоит основание: %d.", "Cells of text that rest on a basis: %d.", n)))
	}
	if len(t.Rows) > 0 {
		if screen {
			t.Caption = e.tr("Числа без основания и не сошедшиеся", "Numbers without a basis, and mismatches")
		}
		out.Blocks = append(out.Blocks, t)
	}
	if err := e.writeReport(c, out, nil); err != nil {
		return err
	}
	if tally[audit.Mismatch] > 0 {
		return &exit{code: exitNothing}
	}
	return nil
}

// ordinal are the headings of columns that number the rows.
var ordinal = map[string]bool{"№": true, "№ п/п": true, "no.": true, "no": true, "#": true, "р/с": true, "р/с №": true, "р/с\u00a0№": true}

type jsonCell struct {
	Cell     string         `json:"cell"`
	Table    string         `json:"table"`
	Row      string         `json:"row"`
	Column   string         `json:"column"`
	Text     string         `json:"text"`
	Standing audit.Standing `json:"basis"`
}

// standing says what bears a number out.
func (e *env) standing(v audit.Verdict, items int) string {
	switch v.Standing {
	case audit.Added:
		return e.tr("цитаты (мест: %d) дают его в сумме", "quotes (%d places) add up to it", items)
	case audit.Computed:
		return e.tr("формула, пересчитана", "a formula, computed again")
	case audit.Told:
		return e.tr("формула названа, не пересчитана", "a formula, not computed again")
	case audit.Absent:
		return e.tr("ничего не найдено; сказано, что искали", "nothing found; it is told what was tried")
	case audit.Stated:
		return e.tr("текст, за которым стоит основание (мест: %d)", "text that rests on a basis (%d places)", items)
	case audit.Mismatch:
		return e.tr("не сходится: основание даёт %s", "mismatch: the basis gives %s", plainNumber(v.Sum, e.lang))
	}
	return e.tr("без основания", "no basis")
}

// inputsChanged says that inputs are not what they were, "" if they are.
func (e *env) inputsChanged(r *rerun) string {
	var parts []string
	for _, s := range []string{inputChanged, inputAttributes, inputGone, inputNew} {
		if n := r.count(s); n > 0 {
			names := r.named(s)
			if n > 5 {
				names = e.count(n, "файл", "файла", "файлов", "file")
			}
			parts = append(parts, e.stateName(s)+": "+names)
		}
	}
	if parts == nil || r.data == nil {
		return ""
	}
	return e.tr("Исходные данные с тех пор изменились (%s): объясняется то, что даёт пересчёт.", "The inputs have changed since (%s): what the report made anew gives is explained.", strings.Join(parts, "; "))
}
