package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/compare/content/exchange"
	"svod/compare/table"
)

//go:embed codebook_new.yaml
var codebookExample []byte

// The forms of our own codebooks.
var ownForms = []string{"yaml", "csv", "xlsx"}

// exchangeFlags are the options of commands that write a codebook.
func (e *env) exchangeFlags(more ...cli.Flag) []cli.Flag {
	return append(more,
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: e.tr("записать в `ФАЙЛ`", "write to a `FILE`")},
		&cli.BoolFlag{Name: "force", Usage: e.tr("заменить файл, если он есть", "replace the file if it exists")},
	)
}

func (e *env) codebookImport() *cli.Command {
	return &cli.Command{
		Name: "import", Aliases: []string{"импорт"},
		Usage:     e.tr("прочитать кодификатор другой программы: .qdc, quanteda, .dic, .cat, .ykd", "read a codebook of another program: .qdc, quanteda, .dic, .cat, .ykd"),
		ArgsUsage: e.tr("ФАЙЛ", "FILE"),
		Description: e.tr(`Читает REFI-QDA (.qdc), словари quanteda (YAML), LIWC (.dic), WordStat (.cat), Yoshikoder (.ykd), а также свои таблицы
CSV и XLSX, и записывает кодификатор svod: YAML, CSV или XLSX. Что не поместилось, сказано построчно.

Примеры:
  svod codebook import эмоции.dic -o эмоции.yaml
  svod codebook import кодификатор.xlsx -o кодификатор.yaml`, `Reads REFI-QDA (.qdc), the dictionaries of quanteda (YAML), LIWC (.dic), WordStat (.cat), Yoshikoder (.ykd), and tables of
its own, CSV and XLSX, and writes a codebook of svod: YAML, CSV or XLSX. What had no place is told item by item.

Examples:
  svod codebook import emotions.dic -o emotions.yaml
  svod codebook import codebook.xlsx -o codebook.yaml`),
		Flags: e.exchangeFlags(&cli.StringFlag{Name: "from", Usage: e.tr("`ФОРМАТ` файла: "+join(exchange.Formats())+"; иначе по содержанию",
			"`FORMAT` of the file: "+join(exchange.Formats())+"; else by its content")}),
		Action: e.codebookImportAction,
	}
}

func (e *env) codebookExport() *cli.Command {
	return &cli.Command{
		Name: "export", Aliases: []string{"экспорт"},
		Usage:     e.tr("записать кодификатор для другой программы или для Excel", "write the codebook for another program, or for Excel"),
		ArgsUsage: e.tr("ФАЙЛ", "FILE"),
		Description: e.tr(`Формат по имени: .yaml, .csv, .xlsx, .qdc, .dic, .cat, .ykd; quanteda.yaml – словарь quanteda. Что формат не может
хранить, сказано по категориям и шаблонам. Комментарии файла YAML не переносятся.

Примеры:
  svod codebook export отчёты.yaml -o отчёты.xlsx
  svod codebook export отчёты.yaml -o отчёты.qdc
  svod codebook export отчёты.yaml --to quanteda -o словарь.yaml`, `The name tells the format: .yaml, .csv, .xlsx, .qdc, .dic, .cat, .ykd; quanteda.yaml is a dictionary of quanteda. What a
format cannot hold is told by category and pattern. Remarks of a YAML file are not carried over.

Examples:
  svod codebook export reports.yaml -o reports.xlsx
  svod codebook export reports.yaml -o reports.qdc
  svod codebook export reports.yaml --to quanteda -o dictionary.yaml`),
		Flags: e.exchangeFlags(&cli.StringFlag{Name: "to", Usage: e.tr("`ФОРМАТ`: "+join(append(slices.Clone(ownForms), exchange.Formats()...))+"; иначе по имени файла",
			"`FORMAT`: "+join(append(slices.Clone(ownForms), exchange.Formats()...))+"; else by the file's name")}),
		Action: e.codebookExportAction,
	}
}

func (e *env) codebookNewAction(c *cli.Context) error {
	if err := e.need(c, 0, 0); err != nil {
		return err
	}
	form, err := e.codebookForm(c, ownForms)
	if err != nil {
		return err
	}
	if form == "yaml" {
		return e.save(c, codebookExample)
	}
	cb, err := content.Load("codebook.yaml", codebookExample)
	if err != nil {
		return err
	}
	return e.saveCodebook(c, cb, form)
}

func (e *env) codebookShowAction(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	cb, err := e.codebook(c.Args().First())
	if err != nil {
		return err
	}
	return e.output(c, cb.Report(c.String("table-lang")))
}

func (e *env) codebookImportAction(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	form, err := e.codebookForm(c, ownForms)
	if err != nil {
		return err
	}
	name := c.Args().First()
	data, err := e.readFile(name)
	if err != nil {
		return err
	}
	rows, err := codebookRows(c.Context, name, data)
	if err != nil {
		return err
	}
	var cb *content.Codebook
	switch own, wrong := content.Load(name, data); {
	case rows != nil:
		cb, err = content.LoadTable(name, data, rows)
	case c.String("from") == "" && wrong == nil:
		cb = own
	case c.String("from") == "" && bytes.Contains(append([]byte("\n"), data...), []byte("\ncategories:")): // our own, with faults
		return wrong
	default:
		cb, err = e.importForeign(c, name, data)
	}
	if err != nil {
		return err
	}
	return e.saveCodebook(c, cb, form)
}

// importForeign reads a codebook of another program.
func (e *env) importForeign(c *cli.Context, name string, data []byte) (*content.Codebook, error) {
	format, ok := exchange.Detect(name, data)
	if from := c.String("from"); from != "" {
		format, ok = exchange.Format(from), true
		if !slices.Contains(exchange.Formats(), from) {
			return nil, usage(e.tr("формата «%s» нет", "there is no format %q", from), e.meant(from, exchange.Formats())+e.tr("Есть: ", "There are: ")+join(exchange.Formats()))
		}
	}
	if !ok {
		return nil, usage(e.tr("по файлу %s не понять формата", "the file %s does not tell its format", name),
			e.tr("Назовите его: --from %s", "Name it: --from %s", strings.Join(exchange.Formats(), "|")))
	}
	cb, losses, err := exchange.Read(format, name, data)
	if err != nil {
		return nil, err
	}
	e.tellLosses(losses)
	return cb, nil
}

func (e *env) codebookExportAction(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	form, err := e.codebookForm(c, append(slices.Clone(ownForms), exchange.Formats()...))
	if err != nil {
		return err
	}
	cb, err := e.codebook(c.Args().First())
	if err != nil {
		return err
	}
	if slices.Contains(ownForms, form) {
		return e.saveCodebook(c, cb, form)
	}
	data, losses := exchange.Write(exchange.Format(form), cb)
	if err := e.save(c, data); err != nil {
		return err
	}
	e.tellLosses(losses)
	return nil
}

// codebookForm is the form to write: of --to, else by the name of the output.
func (e *env) codebookForm(c *cli.Context, known []string) (string, error) {
	form, out := c.String("to"), c.String("output")
	if form == "" {
		if f, ok := exchange.FormatOf(out); ok {
			form = string(f)
		} else {
			form = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
		}
	}
	if form == "yml" || form == "" && (out == "" || out == "-") {
		form = "yaml"
	}
	if slices.Contains(known, form) {
		if form == "xlsx" && out == "" && isTerminal(e.stdout) {
			return "", usage(e.tr("XLSX не печатают на экран", "XLSX is not for the screen"), e.tr("Укажите файл: -o кодификатор.xlsx", "Name a file: -o codebook.xlsx"))
		}
		return form, nil
	}
	return "", usage(e.tr("так кодификатор не записать: «%s»", "a codebook is not written as %q", cmp.Or(form, out)), e.meant(form, known)+e.tr("Есть: ", "There are: ")+join(known))
}

// saveCodebook writes a codebook of our own.
func (e *env) saveCodebook(c *cli.Context, cb *content.Codebook, form string) error {
	if form == "yaml" {
		return e.save(c, cb.YAML())
	}
	t := &table.Table{Landscape: true}
	for i, row := range cb.Rows() {
		cells := make([]table.Cell, len(row))
		for k, s := range row {
			cells[k] = table.Text(s)
		}
		if i == 0 {
			t.Head = [][]table.Cell{cells}
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	var b bytes.Buffer
	if err := table.Write(&b, form, &table.Report{Language: "ru", Bare: true, Blocks: []table.Block{t}}); err != nil {
		return err
	}
	return e.save(c, b.Bytes())
}

// tellLosses says what a format could not hold, item by item, and how much it
// was.
func (e *env) tellLosses(losses []exchange.Loss) {
	if len(losses) == 0 {
		return
	}
	patterns, rest := 0, 0
	for _, l := range losses {
		e.say("  %s", e.loss(l))
		if l.Item != "" && l.Code != "near" {
			patterns++
		} else {
			rest++
		}
	}
	e.say(e.tr("Не перенесено шаблонов и слов: %d; перенесено не полностью или иначе: %d.", "Patterns and words left out: %d; carried over in part or otherwise: %d."), patterns, rest)
}

// loss says one item that a format could not hold.
func (e *env) loss(l exchange.Loss) string {
	args := strings.Join(l.Args, ", ")
	what := ""
	switch l.Code {
	case "operator":
		what = e.tr("оператор или знак %s в этом формате не записать, шаблон пропущен", "the format has nothing for %s; the pattern is left out", args)
	case "near":
		what = e.tr("слово в любой форме записано приблизительно: %s", "a word in all its forms is written as what is near to it: %s", args)
	case "wildcard":
		what = e.tr("знаков * ? _ на этом месте в формате нет, шаблон пропущен", "the format has no * ? _ in this place; the pattern is left out")
	case "category-name":
		what = e.tr("название записано так: %s", "the name is written as %s", args)
	case "not":
		what = e.tr("исключения не записаны: %s", "exclusions are left out: %s", args)
	case "require":
		what = e.tr("условие require не записано: %s", "the requirement is left out: %s", args)
	case "definition":
		what = e.tr("определение не записано", "the definition is left out")
	case "examples":
		what = e.tr("примеры не записаны", "the examples are left out")
	case "tone":
		what = e.tr("тон %s не записан", "the tone %s is left out", args)
	case "weights":
		what = e.tr("веса не записаны", "the weights are left out")
	case "color":
		what = e.tr("цвет не перенесён", "the colour is left out")
	case "heading":
		what = e.tr("пометка рубрики не записана", "that it is only a heading is left out")
	case "guid":
		what = e.tr("guid не записан", "the guid is left out")
	case "characters":
		what = e.tr("управляющие знаки определения пропущены", "control characters of the definition are left out")
	case "head":
		return e.tr("весь кодификатор: не записаны %s; категории названы по названиям, коды при чтении назад составятся из них",
			"the whole codebook: left out are %s; categories go by their names, from which ids are made when it is read back", strings.ReplaceAll(args, ", id", ""))
	case "unread":
		what = e.tr("не шаблон svod, пропущено", "no pattern of svod; left out")
	case "condition":
		what = e.tr("условие на соседние слова svod не переносит, пропущено", "a condition on the words around; left out")
	case "rule":
		what = e.tr("правило WordStat svod не переносит, пропущено; запишите его оператором /n", "a rule of WordStat; left out. Write it with the operator /n")
	case "notes":
		what = e.tr("шаблоны в описании не прочитаны (%s), описание оставлено как есть", "the patterns in the description cannot be read (%s); the description stays as it is", args)
	case "set":
		what = e.tr("набор кодов REFI-QDA не перенесён", "a REFI-QDA set of codes; left out")
	case "description":
		what = e.tr("описание словаря не перенесено", "the dictionary's description is left out")
	case "category", "category-number":
		what = e.tr("категории %s нет или номер занят, пропущено", "there is no category %s, or its number is taken; left out", args)
	default:
		what = spaced(l.Code, args)
	}
	where := ""
	if l.Line > 0 {
		where = e.tr("строка %d, ", "line %d, ", l.Line)
	}
	if l.Category != "" {
		where += e.tr("«%s»", "%q", l.Category)
	}
	if l.Item != "" {
		where = strings.TrimSpace(where + " " + l.Item)
	}
	return strings.TrimSuffix(where, ", ") + ": " + what
}
