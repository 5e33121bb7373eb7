package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/audit"
	"svod/compare/table"
	"svod/corpus/extract"
)

func (e *env) verifyCommand() *cli.Command {
	return &cli.Command{
		Name: "verify", Aliases: []string{"сверить"},
		Usage:     e.tr("держатся ли числа: пересчитать файл, который сделала svod, и сверить", "do the numbers hold: make a file of svod again, and compare"),
		ArgsUsage: e.tr("ФАЙЛ", "FILE"),
		Description: e.tr(`Файлы, которые делает svod (DOCX, XLSX, HTML, Markdown, JSON), хранят протокол: команду и хеши всего, что она
прочла. verify находит исходные файлы и документы корпуса (по записанному пути, рядом с ФАЙЛОМ, в корпусе по хешу), говорит,
какие из них те же, изменены или пропали, выполняет команду заново и сверяет каждую клетку каждой таблицы и каждую строку
текста с числом. Столбцы и строки, которые дописал автор, различием не считаются; диаграммы не сверяются.
Файл, пересохранённый в Word, Excel или LibreOffice, сверяется так же. В CSV протоколу нет места:
назовите файл того же расчёта, --recipe таблица.xlsx.
Коды: 0 сходится, 1 есть различия, 3 пропали исходные данные.

Примеры:
  svod verify подсчёт.xlsx
  svod verify подсчёт.csv --recipe подсчёт.xlsx`, `Files that svod makes (DOCX, XLSX, HTML, Markdown, JSON) keep a recipe: the command, and the hashes of all that
it read. verify finds the input files and the documents of the corpus (at their recorded path, beside FILE, in the corpus by
hash), says which of them are the same, changed or gone, runs the command again, and compares each cell of each table and
each line of text with a number. Columns and rows that an author added are no differences; charts are not compared.
A file that was saved anew in Word, Excel or LibreOffice is compared all the same. CSV has no room for a recipe:
name a file of the same analysis, --recipe table.xlsx.
Exit codes: 0 it holds, 1 there are differences, 3 inputs are gone.

Examples:
  svod verify counts.xlsx
  svod verify counts.csv --recipe counts.xlsx`),
		Flags:  append(e.recipeFlags(), e.jsonFlags()...),
		Action: e.verify,
	}
}

// recipeFlags are the options of commands that run a recipe again.
func (e *env) recipeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "recipe", Usage: e.tr("взять протокол из другого `ФАЙЛА` того же расчёта", "take the recipe from another `FILE` of the same analysis")},
		&cli.StringFlag{Name: "password", Usage: e.tr("`ПАРОЛЬ` защищённых исходных файлов", "`PASSWORD` of encrypted inputs")},
	}
}

// readMade reads the bytes of a file that svod made.
func readMade(name string) ([]byte, error) { return extract.Read(name) }

func (e *env) verify(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	if _, err := e.format(c); err != nil {
		return err
	}
	r, err := e.made(c.Args().First(), c.String("recipe"))
	if err != nil {
		return err
	}
	page, err := e.page(c, r)
	if err != nil {
		return err
	}
	if err := e.again(c, r, page.Format); err != nil {
		return err
	}
	var res *audit.Result
	if r.report != nil {
		if res, err = audit.Compare(c.Context, page, r.report); err != nil {
			return err
		}
	}
	if err := e.writeReport(c, e.verifyReport(r, res), nil); err != nil {
		return err
	}
	switch {
	case r.count(inputGone) > 0:
		return &exit{code: exitSomeBad}
	case len(res.Differences) > 0:
		return &exit{code: exitNothing}
	}
	return nil
}

// page reads what a file shows.
func (e *env) page(c *cli.Context, r *rerun) (*audit.Page, error) {
	page, err := audit.Read(c.Context, r.file, r.data)
	var unfit *audit.UnfitError
	if errors.As(err, &unfit) {
		return nil, usage(e.tr("%s: таблиц из файла этого вида (%s) не прочитать обратно", "%s: no tables can be read back from a file of this kind (%s)", r.file, unfit.Format),
			e.tr("Сверяются DOCX, XLSX, HTML, Markdown, JSON и CSV", "DOCX, XLSX, HTML, Markdown, JSON and CSV are compared"))
	}
	return page, err
}

// verified is the form of verify for other programs.
type verified struct {
	File        string         `json:"file"`
	Version     string         `json:"version"`
	Command     string         `json:"command"`
	Inputs      []inputState   `json:"inputs"`
	Holds       bool           `json:"holds"`
	Tables      int            `json:"tables"`
	Numbers     int            `json:"numbers"`
	Texts       int            `json:"texts"`
	Differences []jsonMismatch `json:"differences"`
}

type jsonMismatch struct {
	Kind   audit.Kind `json:"kind"`
	Table  string     `json:"table"`
	Row    string     `json:"row"`
	Column string     `json:"column"`
	File   string     `json:"file"`
	Made   string     `json:"made"`
}

// verifyReport says what came of it: the verdict first.
func (e *env) verifyReport(r *rerun, res *audit.Result) *table.Report {
	out := &table.Report{Title: e.tr("Проверка файла %s", "Check of %s", filepath.Base(r.file)), Language: e.lang}
	data := verified{File: r.file, Version: r.recipe.Version, Command: commandLine(r.recipe.Args), Inputs: r.inputs, Differences: []jsonMismatch{}}
	say := func(s string) { out.Blocks = append(out.Blocks, table.Para(s)) }
	switch {
	case res == nil:
		say(e.tr("Не сверено: исходных файлов нет. Верните их на место (или положите рядом с файлом) и повторите.", "Not compared: input files are gone. Put them back (or beside the file) and try again."))
	case len(res.Differences) == 0:
		data.Holds = true
		say(e.tr("Сходится: %s.", "It holds: %s.", e.compared(res)))
	default:
		say(e.tr("Не сходится: %s. Сверено: %s.", "It does not hold: %s. Compared: %s.",
			e.count(len(res.Differences), "различие", "различия", "различий", "difference"), e.compared(res)))
	}
	if r.recipe.Version != version {
		say(e.tr("Файл сделан версией svod %s, пересчитан версией %s: правила счёта могли измениться.", "The file was made by svod %s and made again by svod %s: the rules of counting may have changed.", r.recipe.Version, version))
	}
	if n := len(r.inputs) - r.count(inputSame); n > 0 && res != nil {
		say(e.tr("Исходные данные с тех пор изменились: %d из %d.", "The inputs have changed since: %d of %d.", n, len(r.inputs)))
	}
	if res != nil {
		data.Tables, data.Numbers, data.Texts = res.Tables, res.Numbers, res.Texts
		for _, d := range res.Differences {
			data.Differences = append(data.Differences, jsonMismatch(d))
		}
		if len(res.Differences) > 0 {
			out.Blocks = append(out.Blocks, e.differences(res))
		}
		for _, s := range e.remarks(res) {
			say(s)
		}
	}
	out.Blocks = append(out.Blocks, e.inputTable(r))
	say(e.tr("Команда: ", "Command: ") + data.Command)
	out.Data = data
	return out
}

// compared says how much was compared.
func (e *env) compared(res *audit.Result) string {
	if res.Tables == 0 && res.Values > 0 {
		return e.count(res.Values, "значение", "значения", "значений", "value") + ", " + e.tr("из них ", "of them ") + e.count(res.Numbers, "число", "числа", "чисел", "number")
	}
	s := e.count(res.Tables, "таблица", "таблицы", "таблиц", "table") + ", " + e.count(res.Numbers, "число", "числа", "чисел", "number")
	if res.Tables == 0 {
		s = e.tr("таблиц нет", "no tables")
	} else if res.Texts > 0 {
		s += ", " + e.count(res.Texts, "клетка с текстом", "клетки с текстом", "клеток с текстом", "text cell")
	}
	if res.Lines > 0 {
		s += ", " + e.count(res.Lines, "строка вне таблиц", "строки вне таблиц", "строк вне таблиц", "text line")
	}
	return s
}

// mostListedDifferences is how many differences are printed; of more, that there are.
const mostListedDifferences = 500

func (e *env) differences(res *audit.Result) *table.Table {
	t := &table.Table{Caption: e.tr("Различия", "Differences"), Widths: []float64{4, 4, 3, 3, 3}, Landscape: true,
		Head: [][]table.Cell{table.Heads(e.tr("Таблица", "Table"), e.tr("Строка", "Row"), e.tr("Графа", "Column"), e.tr("В файле", "In the file"), e.tr("Пересчёт", "Made again"))}}
	gone := e.tr("(нет)", "(none)")
	for i, d := range res.Differences {
		if i == mostListedDifferences {
			t.Notes = append(t.Notes, e.tr("… и ещё %d", "… and %d more", len(res.Differences)-i))
			break
		}
		if d.File == "" {
			d.File = gone
		}
		if d.Made == "" {
			d.Made = gone
		}
		switch d.Kind {
		case audit.TableMissing:
			d.Made, d.Row = e.tr("таблица есть", "there is the table"), e.tr("вся таблица", "the whole table")
		case audit.TableAdded:
			d.File, d.Row = e.tr("таблица есть", "there is the table"), e.tr("вся таблица", "the whole table")
		case audit.ColumnMissing:
			d.Made, d.Row = e.tr("графа есть", "there is the column"), e.tr("вся графа", "the whole column")
		case audit.LineMissing:
			d.Table = e.tr("текст вне таблиц", "text outside of tables")
		}
		t.Rows = append(t.Rows, []table.Cell{table.Text(d.Table), table.Text(d.Row), table.Text(d.Column), table.Text(d.File), table.Text(d.Made)})
	}
	return t
}

// remarks say what was seen and is no difference.
func (e *env) remarks(res *audit.Result) []string {
	var out []string
	if len(res.Columns) > 0 {
		out = append(out, e.tr("Графы, которых в расчёте нет (дописаны автором), не сверялись: %s.", "Columns that are not in the report (the author's) were not compared: %s.", strings.Join(res.Columns, "; ")))
	}
	if res.Rows > 0 {
		out = append(out, e.tr("Строки автора без чисел расчёта не сверялись: %d.", "Rows of the author without numbers of the report were not compared: %d.", res.Rows))
	}
	if len(res.Sorted) > 0 {
		out = append(out, e.tr("Строки стоят в другом порядке: %s.", "Rows stand in another order: %s.", strings.Join(res.Sorted, "; ")))
	}
	if len(res.Unread) > 0 {
		out = append(out, e.tr("Эти таблицы не удалось прочитать из файла обратно, они не сверялись: %s.", "These tables could not be read back from the file, and were not compared: %s.", strings.Join(res.Unread, "; ")))
	}
	if res.Charts > 0 {
		out = append(out, e.tr("Диаграммы нарисованы и не сверялись: %d.", "Charts are drawn, and were not compared: %d.", res.Charts))
	}
	return out
}

// inputTable says of each input what became of it.
func (e *env) inputTable(r *rerun) *table.Table {
	t := &table.Table{Caption: e.tr("Исходные данные", "Inputs"), Widths: []float64{6, 4, 5},
		Head: [][]table.Cell{table.Heads(e.tr("Файл или документ", "File or document"), e.tr("Состояние", "State"), "SHA-256")}}
	for _, in := range r.inputs {
		name := in.Name
		if name == ".svod" {
			name = e.tr("корпус: документов %s", "corpus: %s documents", strconv.Itoa(r.recipe.Corpus.Documents))
		}
		t.Rows = append(t.Rows, []table.Cell{table.Text(name), table.Text(e.stateName(in.State)), table.Text(fmt.Sprintf("%.16s…", in.SHA256))})
	}
	return t
}

func (e *env) stateName(state string) string {
	switch state {
	case inputSame:
		return e.tr("тот же", "same")
	case inputChanged:
		return e.tr("изменён", "changed")
	case inputAttributes:
		return e.tr("тот же, но его признаки изменены", "same, but its attributes are changed")
	case inputGone:
		return e.tr("пропал", "gone")
	case inputNew:
		return e.tr("новый: при расчёте его не было", "new: it was not there")
	}
	return e.tr("не проверен", "not checked")
}
