package main

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"svod/compare/stat"
	"svod/compare/table"
)

// A statFormula is a subcommand of stat: numbers that are typed in, and all that
// follows from them.
type statFormula struct {
	name, usage, args string
	least, most       int // arguments; most < 0: any number
	flags             []cli.Flag
	compute           func(c *cli.Context, args []string) (*computed, error)
}

// computed is the table of one call: a row for each result.
type computed struct {
	title string
	rows  []statRow
	notes []string
	more  []table.Block
}

// A statRow is a result with its name, its formula and who published it.
type statRow struct {
	code, name, how, source string
	cell                    table.Cell
	err                     error // why it is not defined
	terms                   []table.Term
}

func (e *env) statCommand() *cli.Command {
	c := &cli.Command{
		Name: "stat", Aliases: []string{"формула"},
		Usage:     e.tr("формулы по набранным числам: ключевые слова, таблицы, доли, удобочитаемость …", "formulas on numbers that are typed in: keyness, tables, shares, readability …"),
		ArgsUsage: e.tr("ФОРМУЛА ЧИСЛА…", "FORMULA NUMBERS…"),
		Description: e.tr(`Считает по числам, которые набраны, всё, что из них следует, и называет каждую формулу и её источник.
Числа можно писать как принято: 50000, '50 000', 0,5. Строки таблиц – в кавычках: '40 60' '70 30'.

Примеры:
  svod stat keyness 52 50000 57 75000
  svod stat crosstab '40 60' '70 30' -o таблица.docx

Формулы:`, `Computes of numbers that are typed in all that follows from them, and names each formula and its source.
Rows of tables stand in quotes: '40 60' '70 30'.

Examples:
  svod stat keyness 52 50000 57 75000
  svod stat crosstab '40 60' '70 30' -o table.docx

Formulas:`),
		Flags: e.jsonFlags(),
		Action: func(c *cli.Context) error {
			var names []string
			for _, s := range c.Command.Subcommands {
				names = append(names, s.Name)
			}
			if c.Args().Len() == 0 {
				return usage(e.tr("не названа формула", "no formula is named"), e.tr("Есть: ", "There are: ")+join(names))
			}
			return usage(e.tr("формулы «%s» нет", "there is no formula %q", c.Args().First()), e.meant(c.Args().First(), names)+e.tr("Есть: ", "There are: ")+join(names))
		},
	}
	for _, f := range e.statFormulas() {
		c.Subcommands = append(c.Subcommands, &cli.Command{Name: f.name, Usage: f.args + ": " + f.usage, ArgsUsage: f.args, Flags: append(f.flags, e.jsonFlags()...),
			Action: func(c *cli.Context) error { return e.stat(c, f) }})
	}
	return c
}

func (e *env) stat(c *cli.Context, f statFormula) error {
	if n := c.Args().Len(); n < f.least || f.most >= 0 && n > f.most {
		return usage(e.tr("stat %s: нужны %s", "stat %s: it needs %s", f.name, f.args), e.tr("Справка: svod help stat", "Help: svod help stat"))
	}
	res, err := f.compute(c, c.Args().Slice())
	if u := (*stat.Undefined)(nil); errors.As(err, &u) {
		return usage(e.tr("stat %s: %s", "stat %s: %s", f.name, e.reason(u)), e.tr("Нужны: ", "It needs: ")+f.args)
	}
	if err != nil {
		return err
	}
	return e.output(c, e.statReport(res))
}

func (e *env) statReport(res *computed) *table.Report {
	t := &table.Table{Caption: res.title, Notes: res.notes, Head: [][]table.Cell{table.Heads(e.tr("Показатель", "Measure"), e.tr("Значение", "Value"), e.tr("Формула", "Formula"), e.tr("Источник", "Source"))},
		Widths: []float64{3, 1.6, 4.5, 2.6}}
	type result struct {
		Name   string   `json:"name"`
		Value  *float64 `json:"value"`
		Reason string   `json:"reason,omitempty"`
	}
	data := struct {
		Results []result `json:"results"`
	}{}
	for _, r := range res.rows {
		cell, out := r.cell, result{Name: r.code}
		switch u := (*stat.Undefined)(nil); {
		case errors.As(r.err, &u):
			cell, out.Reason = table.Text(e.tr("не определён: ", "not defined: ")+e.reason(u)), u.Reason
		case r.err != nil:
			cell, out.Reason = table.Text(r.err.Error()), r.err.Error()
		case cell.IsNumber():
			out.Value = &cell.Value
			cell.Basis = table.Explanation{What: r.name, Value: cell, Formula: r.how, Terms: r.terms}
		}
		name := table.Text(r.name)
		name.Head = true
		t.Rows = append(t.Rows, []table.Cell{name, cell, table.Text(r.how), table.Text(r.source)})
		data.Results = append(data.Results, out)
	}
	return &table.Report{Title: res.title, Language: e.lang, Blocks: append([]table.Block{t}, res.more...), Data: data}
}

// reason says why something is not defined.
func (e *env) reason(u *stat.Undefined) string {
	switch u.Reason {
	case "empty":
		return e.tr("нет наблюдений", "there are no observations")
	case "negative":
		return e.tr("число меньше нуля", "a number below zero")
	case "not-finite":
		return e.tr("не число", "no number")
	case "one-group":
		return e.tr("нужны хотя бы две непустые строки и две графы", "two rows and two columns that are not empty are needed")
	case "no-variance":
		return e.tr("все значения одинаковы", "all values are the same")
	case "above-base":
		return e.tr("часть больше целого", "a part is larger than the whole")
	case "not-counts":
		return e.tr("нужны целые числа", "whole numbers are needed")
	case "ragged":
		return e.tr("в строках разное число чисел", "rows have different numbers of numbers")
	case "too-short":
		return e.tr("значений меньше, чем нужно", "there are less values than needed")
	case "too-large":
		return e.tr("числа слишком велики", "the numbers are too large")
	case "out-of-range":
		return e.tr("число вне допустимых границ", "a number out of its range")
	}
	return u.Reason
}

// numbersOf reads numbers as people write them: 50000, «50 000», «0,5».
func (e *env) numbersOf(args []string) ([]float64, error) {
	out := make([]float64, len(args))
	for i, a := range args {
		s := strings.Map(func(r rune) rune {
			switch {
			case unicode.IsSpace(r):
				return -1
			case r == ',':
				return '.'
			case r == '−' || r == '–':
				return '-'
			}
			return r
		}, a)
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, usage(e.tr("«%s» – не число", "%q is no number", a), e.tr("Пишите так: 50000, '50 000', 0,5", "Write 50000, '50 000', 0.5"))
		}
		out[i] = v
	}
	return out, nil
}

// rowsOf reads rows of numbers: «40 60», «40;60», «40,60».
func (e *env) rowsOf(args []string) ([][]float64, error) {
	out := make([][]float64, len(args))
	for i, a := range args {
		var err error
		if out[i], err = e.numbersOf(strings.FieldsFunc(a, func(r rune) bool { return unicode.IsSpace(r) || r == ';' || r == ',' })); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// places is a number with so many decimals.
func places(v float64, n int) table.Cell {
	c := table.Decimal(v)
	c.Places = n
	return c
}

// given are the numbers of a formula by their names.
func given(names string, vs ...float64) []table.Term {
	var out []table.Term
	for i, n := range strings.Fields(names) {
		if i < len(vs) {
			c := table.Decimal(vs[i])
			if vs[i] == math.Trunc(vs[i]) && math.Abs(vs[i]) < 1e15 {
				c = table.Int(int(vs[i]))
			}
			out = append(out, table.Term{Name: n, Value: c})
		}
	}
	return out
}
