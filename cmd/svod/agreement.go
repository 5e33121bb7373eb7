package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/agreement"
)

func (e *env) agreementCommand() *cli.Command {
	return &cli.Command{
		Name: "agreement", Aliases: []string{"согласованность", "согласие"},
		Usage:     e.tr("согласованность кодировщиков: α Криппендорфа, κ и другие, список расхождений", "agreement of coders: Krippendorff's α, κ and others, the list of disagreements"),
		ArgsUsage: e.tr("ФАЙЛ…", "FILE…"),
		Description: e.tr(`Берёт коды и считает по каждой переменной: α Криппендорфа (номинальная, порядковая, интервальная, отношений; пропуски
и любое число кодировщиков), κ Коэна и взвешенные, κ Флейсса, π Скотта, AC1 Гвета, PABAK, Холсти, процент согласия;
доверительные интервалы бутстрепом по единицам; каждое значение против остальных; пары кодировщиков; расхождения с
текстом единицы. Что посчитать нельзя, о том сказано словами, почему.

ФАЙЛ – заполненные кодировочные листы (svod code), либо CSV или XLSX со столбцами unit, coder, variable, value
(единица, кодировщик, переменная, значение; можно ещё текст, документ, норма), либо таблица чисел как для ReCal:
--layout raters-columns (столбец – кодировщик) или raters-rows (строка – кодировщик). Пропуск: пусто, NA.

Примеры:
  svod agreement лист-Иванова.xlsx лист-Петров.xlsx --codebook кодификатор.yaml -o согласованность.docx
  svod agreement коды.csv --level ordinal
  svod agreement recal.csv --layout raters-columns --format json`, `Takes codes and computes for each variable: Krippendorff's α (nominal, ordinal, interval, ratio; missing values, any
number of coders), Cohen's κ and weighted κ, Fleiss' κ, Scott's π, Gwet's AC1, PABAK, Holsti, per cent agreement;
confidence intervals by a bootstrap over units; each value against all others; pairs of coders; disagreements with the
text of the unit. What can't be computed says why in words.

FILE is a filled coding sheet (svod code), or CSV or XLSX with columns unit, coder, variable, value (also text,
document, citation), or a table of numbers as for ReCal: --layout raters-columns (a column a coder) or raters-rows
(a row a coder). Missing values: empty, NA.

Examples:
  svod agreement sheet-1.xlsx sheet-2.xlsx --codebook codebook.yaml -o agreement.docx
  svod agreement codes.csv --level ordinal
  svod agreement recal.csv --layout raters-columns --format json`),
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "variable", Usage: e.tr("только эта `ПЕРЕМЕННАЯ`; можно несколько", "this `VARIABLE` only; may be repeated")},
			&cli.StringFlag{Name: "level", Usage: e.tr("`ШКАЛА` всех переменных: nominal, ordinal, interval, ratio; иначе как в кодификаторе, без него номинальная",
				"`LEVEL` of measurement of all variables: nominal, ordinal, interval, ratio; else the codebook's, without one nominal")},
			&cli.StringFlag{Name: "codebook", Usage: e.tr("`КОДИФИКАТОР`, из переменных которого берутся названия, шкалы, значения и коды пропуска",
				"`CODEBOOK` whose variables say names, levels, values and codes of missing values")},
			&cli.StringFlag{Name: "layout", Usage: e.tr("`ВИД` таблицы: raters-columns (столбец – кодировщик) или raters-rows (строка – кодировщик)",
				"`LAYOUT` of a table: raters-columns (a column a coder) or raters-rows (a row a coder)")},
			&cli.StringSliceFlag{Name: "missing", Usage: e.tr("`КОД`, который значит пропуск, сверх пустого и NA; можно несколько", "a `CODE` of missing values beside empty and NA; may be repeated")},
			&cli.IntFlag{Name: "resamples", Value: agreement.DefaultResamples, Usage: e.tr("`N` повторных выборок для доверительных интервалов; 0 без интервалов", "`N` resamples for confidence intervals; 0 for none")},
			&cli.Uint64Flag{Name: "seed", Value: 1, Usage: e.tr("начальное `ЧИСЛО` генератора случайных чисел: то же число даёт те же интервалы", "`NUMBER` that the random generator starts from: the same number gives the same intervals")},
			&cli.StringFlag{Name: "confidence", Value: "95", Usage: e.tr("доверительная вероятность, `%`", "confidence, `%`")},
			&cli.StringFlag{Name: "tolerance", Value: "0", Usage: e.tr("в процентах согласия считать одинаковыми числа, различающиеся не больше чем на `N`", "in per cents of agreement take numbers for equal that differ by at most `N`")},
			&cli.IntFlag{Name: "disagreements", Value: -1, Usage: e.tr("не больше `N` расхождений на переменную; 0 все; обычно на экране 10, в файле все", "at most `N` disagreements a variable; 0 all; else 10 on the screen, all in a file")},
		}, e.outputFlags()...),
		Action: e.agreementAction,
	}
}

func (e *env) agreementAction(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	if err := e.tableLang(c); err != nil {
		return err
	}
	o, err := e.agreementOptions(c)
	if err != nil {
		return err
	}
	var level agreement.Level
	if s := c.String("level"); s != "" {
		var ok bool
		if level, ok = agreement.ParseLevel(s); !ok {
			return usage(e.tr("шкалы «%s» нет", "there is no level %q", s), e.tr("Есть: nominal, ordinal, interval, ratio (номинальная, порядковая, интервальная, отношений)", "There are: nominal, ordinal, interval, ratio"))
		}
	}
	scales, err := e.scales(c)
	if err != nil {
		return err
	}
	ratings, found, err := e.ratings(c, c.Args().Slice(), scales)
	if err != nil {
		return err
	}
	scales = append(scales, found...) // of the codebook first
	if len(ratings) == 0 {
		return &exit{exitSomeBad, e.tr("в файлах нет ни одного кода", "there is no code in the files"), ""}
	}
	variables := agreement.Variables(ratings, scales, level, c.StringSlice("missing")...)
	variables = slices.DeleteFunc(variables, func(v *agreement.Variable) bool { return v.Free })
	if variables, err = e.chosenVariables(c, variables); err != nil {
		return err
	}
	var results []*agreement.Result
	for _, v := range variables {
		r, err := agreement.Analyse(c.Context, v, o)
		if err != nil {
			return err
		}
		results = append(results, r)
	}
	shown := c.Int("disagreements")
	if shown < 0 {
		shown = 0
		if c.String("output") == "" && cmp.Or(c.String("format"), "text") == "text" {
			shown = 10
		}
	}
	return e.output(c, agreement.Report(results, agreement.ReportOptions{Language: c.String("table-lang"), Disagreements: shown, Files: e.inputs}))
}

// agreementOptions are the numbers among the options.
func (e *env) agreementOptions(c *cli.Context) (agreement.Options, error) {
	o := agreement.Options{Seed: c.Uint64("seed"), Resamples: c.Int("resamples")}
	switch {
	case o.Resamples < 0 || o.Resamples > 1_000_000:
		return o, usage(e.tr("--resamples: число от 0 до 1 000 000", "--resamples is a number from 0 to 1,000,000"), e.helpHint(c.Command))
	case o.Resamples == 0:
		o.Resamples = -1
	}
	decimal := func(name string, least, below float64) (float64, error) {
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSuffix(c.String(name), "%"), ",", ".", 1), 64)
		if err != nil || !(v >= least && v < below) {
			return 0, usage(e.tr("--%s %s: так это число не задают", "--%s %s: not a value of this number", name, c.String(name)), e.helpHint(c.Command))
		}
		return v, nil
	}
	var err error
	if o.Confidence, err = decimal("confidence", 50, 100); err != nil {
		return o, err
	}
	o.Confidence /= 100
	o.Tolerance, err = decimal("tolerance", 0, 1e15)
	return o, err
}

// scales are the variables of the codebook that the options name.
func (e *env) scales(c *cli.Context) ([]agreement.Scale, error) {
	name := c.String("codebook")
	if name == "" {
		return nil, nil
	}
	cb, err := e.codebook(name)
	if err != nil {
		return nil, err
	}
	return agreement.Scales(cb), nil
}

// ratings reads files of ratings with the scales that they have beside them, and
// says what is wrong with them.
func (e *env) ratings(c *cli.Context, files []string, known []agreement.Scale) ([]agreement.Rating, []agreement.Scale, error) {
	layout := agreement.Layout(c.String("layout"))
	if !slices.Contains([]agreement.Layout{agreement.Long, agreement.RatersColumns, agreement.RatersRows}, layout) {
		return nil, nil, usage(e.tr("вида таблицы «%s» нет", "there is no layout %q", layout), "--layout raters-columns | --layout raters-rows")
	}
	var all []agreement.Rating
	var problems []agreement.Problem
	var scales []agreement.Scale
	for _, name := range files {
		data, err := e.readFile(name)
		if err != nil {
			return nil, nil, err
		}
		d, err := agreement.Read(c.Context, name, data, agreement.ReadOptions{Layout: layout, Scales: known})
		if err != nil {
			return nil, nil, err
		}
		scales = append(scales, d.Scales...)
		e.warn(c, name, d.Warnings)
		all = append(all, d.Ratings...)
		problems = append(problems, d.Problems...)
	}
	kept, twice := agreement.Check(all)
	e.tellRatings(c, append(problems, twice...))
	return kept, scales, nil
}

// chosenVariables are those that --variable names.
func (e *env) chosenVariables(c *cli.Context, all []*agreement.Variable) ([]*agreement.Variable, error) {
	wanted := c.StringSlice("variable")
	if len(wanted) == 0 {
		return all, nil
	}
	var ids []string
	for _, v := range all {
		ids = append(ids, v.ID)
	}
	var out []*agreement.Variable
	for _, name := range wanted {
		i := slices.IndexFunc(all, func(v *agreement.Variable) bool {
			return strings.EqualFold(v.ID, name) || strings.EqualFold(v.Name, name)
		})
		if i < 0 {
			return nil, usage(e.tr("переменной «%s» в кодах нет", "there is no variable %q in the codes", name), e.meant(name, ids)+e.tr("Есть: ", "There are: ")+join(ids))
		}
		out = append(out, all[i])
	}
	return out, nil
}
