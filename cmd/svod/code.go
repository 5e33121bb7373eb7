package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/agreement"
	"svod/compare/content"
	"svod/corpus"
)

func (e *env) codeCommand() *cli.Command {
	return &cli.Command{
		Name: "code", Aliases: []string{"кодирование"},
		Usage:     e.tr("кодировочные листы: выборка единиц для кодирования вручную; обратно – проверка и сведение", "coding sheets: a sample of units to be coded by hand; and back, checked and merged"),
		ArgsUsage: e.tr("КОДИФИКАТОР [ДОК…] | --read ЛИСТ…", "CODEBOOK [DOC…] | --read SHEET…"),
		Description: e.tr(`Делает кодировочный лист (XLSX или CSV): строка – единица анализа с документом, ссылкой и текстом, столбец – переменная
кодификатора (variables) со списком значений; без переменных – категории, да/нет. Единицы отбираются случайно без
возвращения: то же --seed даёт ту же выборку; --stratify делит её пропорционально признаку (наибольший остаток).
Несколько кодировщиков (--coders или --coder несколько раз) получают по листу; --overlap задаёт долю единиц,
которую кодируют все, – какие это единицы, в листе не видно. --prefill вписывает ответы автоматического подсчёта.

--read берёт заполненные листы (XLSX, ODS, CSV), проверяет их и сводит в таблицу единица, кодировщик, переменная,
значение, которую читает svod agreement.

Примеры:
  svod code кодификатор.yaml отчёты/*.docx -o лист.xlsx --unit пункт --sample 200 --seed 7 --stratify region --coder Иванова
  svod code кодификатор.yaml отчёт.docx -o лист.xlsx --sample 100 --coder Иванова --coder Петров --overlap 20%
  svod code --read лист-Иванова.xlsx лист-Петров.xlsx -o данные.csv`, `Makes a coding sheet (XLSX or CSV): a row is a unit of analysis with its document, citation and text, a column a variable
of the codebook (variables) with its list of values; without variables, the categories, yes or no. Units are drawn
without replacement: the same --seed draws the same sample; --stratify divides it in proportion to an attribute
(largest remainder). Several coders (--coders, or --coder repeated) get a sheet each; --overlap is the share of units
that all of them code, and the sheet does not show which. --prefill writes the answers of the automatic count.

--read takes filled sheets (XLSX, ODS, CSV), checks them and merges them into a table of unit, coder, variable, value,
which svod agreement reads.

Examples:
  svod code codebook.yaml reports/*.docx -o sheet.xlsx --unit clause --sample 200 --seed 7 --stratify region --coder Smith
  svod code codebook.yaml report.docx -o sheet.xlsx --sample 100 --coder Smith --coder Jones --overlap 20%
  svod code --read sheet-Smith.xlsx sheet-Jones.xlsx -o data.csv`),
		Flags: append(append([]cli.Flag{
			&cli.BoolFlag{Name: "read", Usage: e.tr("прочитать заполненные листы", "read filled sheets")},
			&cli.StringFlag{Name: "codebook", Usage: e.tr("с --read: `КОДИФИКАТОР`, по которому проверяются ответы в листах CSV", "with --read: the `CODEBOOK` that answers on CSV sheets are checked against")},
			&cli.StringFlag{Name: "unit", Usage: e.tr("`ЕДИНИЦА` анализа вместо указанной в кодификаторе", "`UNIT` of analysis instead of the codebook's")},
			&cli.StringFlag{Name: "sample", Usage: e.tr("размер выборки: `N` единиц или доля, 20%; иначе все единицы", "size of the sample: `N` units or a share, 20%; else all units")},
			&cli.Uint64Flag{Name: "seed", Value: 1, Usage: e.tr("начальное `ЧИСЛО` генератора: то же число даёт ту же выборку", "`NUMBER` that the random generator starts from: the same number draws the same sample")},
			&cli.StringFlag{Name: "stratify", Usage: e.tr("выборка пропорционально `ПРИЗНАКУ` (region, level, year …)", "a sample in proportion to an `ATTRIBUTE` (region, level, year …)")},
			&cli.StringSliceFlag{Name: "coder", Usage: e.tr("`ИМЯ` кодировщика; можно несколько", "`NAME` of the coder; may be repeated")},
			&cli.IntFlag{Name: "coders", Usage: e.tr("число кодировщиков `N`, если имён нет", "number of coders `N`, without names")},
			&cli.StringFlag{Name: "overlap", Usage: e.tr("`ДОЛЯ` единиц, которую кодируют все, 20%; иначе все кодируют всё", "`SHARE` of units that all coders code, 20%; else all code all")},
			&cli.BoolFlag{Name: "prefill", Usage: e.tr("вписать ответы автоматического подсчёта (это завышает согласованность)", "write the answers of the automatic count (this raises agreement)")},
		}, append(e.readFlags(), e.selection()...)...), e.outputFlags()...),
		Action: e.codeAction,
	}
}

func (e *env) codeAction(c *cli.Context) error {
	if err := e.tableLang(c); err != nil {
		return err
	}
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	if c.Bool("read") {
		return e.readSheets(c)
	}
	format := strings.ToLower(strings.TrimPrefix(filepath.Ext(c.String("output")), "."))
	if c.IsSet("format") {
		format = c.String("format")
	}
	if c.String("output") == "" || format != "xlsx" && format != "csv" {
		return usage(e.tr("кодировочный лист – это файл .xlsx или .csv", "a coding sheet is a file .xlsx or .csv"), e.tr("Назовите его: -o лист.xlsx", "Name it: -o sheet.xlsx"))
	}
	plan, err := e.samplePlan(c)
	if err != nil {
		return err
	}
	cb, err := e.codebook(c.Args().First())
	if err != nil {
		return err
	}
	unit, err := e.unit(c.String("unit"))
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, c.Args().Tail())
	if err != nil {
		return err
	}
	var strata []string
	if by := c.String("stratify"); by != "" {
		strata = []string{by}
		plan.Stratum = func(u content.CodingUnit) string { return content.Attribute(u.Document, by) }
	}
	if docs, err = e.countable(c, docs, "stratify", strata); err != nil {
		return err
	}
	var units []content.CodingUnit
	for _, d := range docs {
		units = append(units, content.CodingUnits(cb, d, unit)...)
		if err := c.Context.Err(); err != nil {
			return err
		}
	}
	if len(units) == 0 {
		return &exit{exitNothing, e.tr("в документах нет единиц для кодирования", "there is nothing to code in the documents"), ""}
	}
	sample := agreement.Draw(units, plan)
	if plan.Size > len(units) {
		e.say(e.tr("Единиц всего %d, в выборку вошли все", "There are %d units: all of them are in the sample"), len(units))
	}
	return e.writeSheets(c, cb, docs, sample, plan, format)
}

// samplePlan reads what the options say of the sample.
func (e *env) samplePlan(c *cli.Context) (agreement.Plan, error) {
	p := agreement.Plan{Seed: c.Uint64("seed"), Overlap: 1, Coders: c.StringSlice("coder")}
	share := func(name, s string) (float64, error) {
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(strings.TrimSuffix(s, "%")), ",", ".", 1), 64)
		if strings.HasSuffix(s, "%") {
			v /= 100
		}
		if err != nil || !(v >= 0 && v <= 1) {
			return 0, usage(e.tr("--%s %s: нужна доля, например 20%%", "--%s %s: a share is wanted, such as 20%%", name, s), e.helpHint(c.Command))
		}
		return v, nil
	}
	if s := c.String("sample"); s != "" {
		if n, err := strconv.Atoi(s); err == nil && n > 0 {
			p.Size = n
		} else if p.Share, err = share("sample", s); err != nil || p.Share == 0 || !strings.HasSuffix(s, "%") {
			return p, usage(e.tr("--sample %s: нужно число единиц или доля, 20%%", "--sample %s: a number of units or a share is wanted, 20%%", s), e.helpHint(c.Command))
		}
	}
	if n := c.Int("coders"); c.IsSet("coders") {
		if n < 1 || n > 50 || len(p.Coders) > n {
			return p, usage(e.tr("--coders: число от 1 до 50, не меньше названных имён", "--coders is a number from 1 to 50, not less than the names given"), e.helpHint(c.Command))
		}
		for k := len(p.Coders); k < n; k++ {
			p.Coders = append(p.Coders, e.tr("Кодировщик %d", "Coder %d", k+1))
		}
	}
	names := map[string]bool{}
	for _, name := range p.Coders {
		if names[name] {
			return p, usage(e.tr("кодировщик %s назван дважды", "the coder %s is named twice", name), "")
		}
		names[name] = true
	}
	if s := c.String("overlap"); s != "" {
		if len(p.Coders) < 2 {
			return p, usage(e.tr("--overlap нужен, когда кодировщиков несколько", "--overlap is for several coders"), e.tr("Назовите их: --coder Иванова --coder Петров, или --coders 2", "Name them: --coder Smith --coder Jones, or --coders 2"))
		}
		var err error
		if p.Overlap, err = share("overlap", s); err != nil {
			return p, err
		}
	}
	return p, nil
}

// writeSheets writes a sheet for each coder: all names are free, or none is written.
func (e *env) writeSheets(c *cli.Context, cb *content.Codebook, docs []*corpus.Document, s *agreement.Sample, plan agreement.Plan, format string) error {
	lang := c.String("table-lang")
	if lang == "" {
		lang = "ru"
	}
	questions := agreement.Questions(cb, lang)
	prefill := c.Bool("prefill")
	names := sheetNames(c.String("output"), plan.Coders)
	if !c.Bool("force") {
		for _, name := range names {
			if err := e.free(name); err != nil {
				return err
			}
		}
	}
	for k, rows := range s.For {
		sheet := &agreement.Sheet{Codebook: cb, Variables: questions, Prefilled: prefill, Language: lang}
		if len(plan.Coders) > 0 {
			sheet.Coder = plan.Coders[k]
		}
		sheet.Title = agreement.SheetTitle(cb, lang)
		sheet.Log = agreement.SampleLog(cb, docs, s, plan, c.String("stratify"), prefill, lang)
		for _, i := range rows {
			sheet.Rows = append(sheet.Rows, agreement.Row(s.Units[i], questions, lang, prefill))
		}
		var b bytes.Buffer
		write := sheet.WriteXLSX
		if format == "csv" {
			write = sheet.WriteCSV
		}
		if err := write(&b); err != nil {
			return err
		}
		if err := e.saveAs(names[k], b.Bytes(), c.Bool("force")); err != nil {
			return err
		}
		if !c.Bool("quiet") {
			e.say("%s: %s", names[k], e.count(len(rows), "единица", "единицы", "единиц", "unit"))
		}
	}
	if c.Bool("quiet") {
		return nil
	}
	e.say(e.tr("Выборка: %d единиц из %d; начальное число %d", "Sample: %d of %d units; seed %d"), len(s.Units), s.Total, plan.Seed)
	if len(plan.Coders) > 1 {
		e.say(e.tr("Все кодируют: %d", "Coded by all: %d"), s.Shared)
	}
	if plan.Stratum != nil {
		for _, st := range s.Strata {
			name := st.Name
			if name == "" {
				name = e.tr("(нет значения)", "(no value)")
			}
			e.say(e.tr("  %s: единиц %d, план %d, отобрано %d", "  %s: units %d, planned %d, drawn %d"), name, st.Units, st.Plan, st.Drawn)
		}
	}
	if prefill {
		e.say("%s", e.tr("Листы предзаполнены: это завышает согласованность кодировщиков", "The sheets are prefilled: this raises the agreement of coders"))
	}
	return nil
}

// sheetNames are the files of the coders: лист-Иванова.xlsx.
func sheetNames(output string, coders []string) []string {
	if len(coders) < 2 {
		return []string{output}
	}
	ext := filepath.Ext(output)
	var names []string
	taken := map[string]bool{}
	for i, coder := range coders {
		safe := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
				return '_'
			}
			return r
		}, strings.ReplaceAll(strings.TrimSpace(coder), " ", "_"))
		name := strings.TrimSuffix(output, ext) + "-" + safe + ext
		if taken[strings.ToLower(name)] {
			name = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), i+1, ext)
		}
		taken[strings.ToLower(name)] = true
		names = append(names, name)
	}
	return names
}

// readSheets checks filled sheets and merges them.
func (e *env) readSheets(c *cli.Context) error {
	scales, err := e.scales(c)
	if err != nil {
		return err
	}
	ratings, _, err := e.ratings(c, c.Args().Slice(), scales)
	if x := (*agreement.FormatError)(nil); errors.As(err, &x) {
		return usage(e.tr("%s: это не кодировочный лист: в нём нет столбца с ключами единиц", "%s: this is no coding sheet: it has no column of the units' keys", x.File),
			e.tr("Назовите лист, который сделала svod code и заполнил кодировщик; столбцов в нём не удаляют", "Name a sheet that svod code made and a coder filled in; its columns must stay"))
	}
	if err != nil {
		return err
	}
	coders, units, empty := map[string]bool{}, map[string]map[string]bool{}, 0
	for _, r := range ratings {
		coders[r.Coder] = true
		if units[r.Unit] == nil {
			units[r.Unit] = map[string]bool{}
		}
		units[r.Unit][r.Coder] = true
		if r.Value == "" {
			empty++
		}
	}
	twice := 0
	for _, by := range units {
		if len(by) > 1 {
			twice++
		}
	}
	if !c.Bool("quiet") {
		e.say(e.tr("Кодировщиков: %d; единиц: %d, закодированных двумя и более: %d; кодов: %d, пустых ячеек: %d",
			"Coders: %d; units: %d, coded by two or more: %d; codes: %d, empty cells: %d"), len(coders), len(units), twice, len(ratings)-empty, empty)
	}
	return e.output(c, agreement.Merged(ratings, c.String("table-lang")))
}
