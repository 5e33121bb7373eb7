package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/sheet"
	"svod/compare/survey"
	"svod/corpus/extract"
)

func (e *env) surveyCommand() *cli.Command {
	return &cli.Command{
		Name: "survey", Aliases: []string{"опрос"},
		Usage:     e.tr("таблицы опроса: распределения, срезы, веса, интервалы", "tables of a survey: answers, banners, weights, intervals"),
		ArgsUsage: e.tr("ОТВЕТЫ", "ANSWERS"),
		Description: e.tr(`Читает ответы (CSV или XLSX: строка – респондент, графа – вопрос) и карту вопросов (YAML) и делает
таблицу на каждый вопрос: число ответивших и доля от ответивших (n стоит в заголовке), при вероятностной выборке
95 % интервал Уилсона; по вопросам --by срезы с χ² и буквами значимых различий; веса из графы или по целевым долям;
план и факт выборки; --after – сравнение «до и после» (парные критерии, если у респондентов есть код).
Пропуск – не «нет»: кто не ответил, в долю не входит. Ответы, которых нет в карте, перечислены, а не отброшены молча.

Первый шаг – черновик карты по файлу ответов: его останется поправить.
  svod survey ответы.xlsx --print-map -o карта.yaml
  svod survey ответы.xlsx --map карта.yaml --by регион --by пол -o опрос.docx
  svod survey до.csv --after после.csv --map карта.yaml`, `Reads answers (CSV or XLSX: a row a respondent, a column a question) and a map of the questions (YAML) and
makes a table of each: how many answered, and the share of those who did (n stands in the head), with Wilson's 95 %
interval of a probability sample; banners by the questions of --by with χ² and letters of significant differences;
weights of a column or to targets; planned and actual sample; --after compares two waves (paired tests where
respondents have a code). No answer is not a «no»: who didn't answer is in no share. Answers that the map
does not know are listed, not dropped.

First let it draft the map, then mend that.
  svod survey answers.xlsx --print-map -o map.yaml
  svod survey answers.xlsx --map map.yaml --by region --by sex -o survey.docx
  svod survey before.csv --after after.csv --map map.yaml`),
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "map", Usage: e.tr("карта вопросов, `ФАЙЛ` YAML", "map of the questions, a YAML `FILE`")},
			&cli.StringSliceFlag{Name: "by", Usage: e.tr("срезы по `ВОПРОСУ` карты (id); можно несколько; иначе banner из карты", "banners by a `QUESTION` of the map (id); may be repeated; else the map's banner")},
			&cli.StringFlag{Name: "after", Usage: e.tr("вторая волна: `ФАЙЛ` ответов после", "second wave: a `FILE` of the answers after")},
			&cli.BoolFlag{Name: "open", Usage: e.tr("перечислить ответы на открытые вопросы (с --mask для публикации)", "list the answers to open questions (with --mask to publish them)")},
			&cli.BoolFlag{Name: "print-map", Usage: e.tr("напечатать черновик карты по файлу ответов", "print a draft of the map of a file of answers")},
		}, e.outputFlags()...),
		Action: e.survey,
	}
}

func (e *env) survey(c *cli.Context) error {
	if err := e.need(c, 1, 1); err != nil {
		return err
	}
	name := c.Args().First()
	if c.Bool("print-map") {
		sheets, _, err := e.sheets(c, name)
		if err != nil {
			return err
		}
		return e.save(c, []byte(survey.Draft(filepath.Base(name), sheets)))
	}
	if c.String("map") == "" {
		return usage(e.tr("нужна карта вопросов: --map ФАЙЛ", "a map of the questions is needed: --map FILE"),
			e.tr("Черновик по файлу ответов: svod survey %s --print-map -o карта.yaml", "A draft from the file of answers: svod survey %s --print-map -o map.yaml", name))
	}
	data, err := e.readFile(c.String("map"))
	if err != nil {
		return err
	}
	s, err := survey.Load(c.String("map"), data)
	if err != nil {
		return e.surveyError(err)
	}
	answers, err := e.answers(c, s, name)
	if err != nil {
		return err
	}
	opts := survey.Options{By: c.StringSlice("by"), Language: c.String("table-lang"), Open: c.Bool("open")}
	if after := c.String("after"); after != "" {
		if opts.After, err = e.answers(c, s, after); err != nil {
			return err
		}
	}
	report, err := answers.Report(opts)
	if err != nil {
		return e.surveyError(err)
	}
	return e.output(c, report)
}

// sheets reads a spreadsheet or CSV, and its hash.
func (e *env) sheets(c *cli.Context, name string) ([]sheet.Sheet, string, error) {
	data, err := e.readFile(name)
	if err != nil {
		return nil, "", err
	}
	sheets, warnings, err := sheet.Read(c.Context, name, data)
	if x := (*extract.Error)(nil); errors.As(err, &x) && x.Code == "format" { // a document, perhaps, and no table
		return nil, "", &exit{exitSomeBad, e.tr("%s: это не таблица", "%s: this is no table", name), e.tr("Нужен файл Excel (XLSX), ODS или CSV", "A file of Excel (XLSX), ODS or CSV is wanted")}
	}
	if err != nil {
		return nil, "", err
	}
	e.warn(c, name, warnings)
	return sheets, e.inputs[len(e.inputs)-1].SHA256, nil
}

func (e *env) answers(c *cli.Context, s *survey.Survey, name string) (*survey.Answers, error) {
	sheets, sum, err := e.sheets(c, name)
	if err != nil {
		return nil, err
	}
	a, err := s.Read(name, sheets)
	if err != nil {
		return nil, e.surveyError(err)
	}
	a.SHA256 = sum
	if len(a.Doubts) > 0 && !c.Bool("quiet") {
		e.say(e.tr("%s: ответов вне карты вопросов: %d; они перечислены в последней таблице", "%s: answers that the map doesn't know: %d; the last table lists them"), name, len(a.Doubts))
	}
	return a, nil
}

// surveyError says a fault of a map or of answers, with the way out.
func (e *env) surveyError(err error) error {
	var x *survey.Error
	if !errors.As(err, &x) {
		return err
	}
	arg := argsOf(x.Args)
	text, hint := e.yamlFault(x.Code, x.Args), ""
	switch x.Code {
	case "encoding", "too-large", "too-deep", "alias":
	case "yaml":
		text, hint = e.unreadLine(arg(0)), e.tr("Образец: svod survey ОТВЕТЫ --print-map", "An example: svod survey ANSWERS --print-map")
	case "field":
		text = e.tr("ключа «%s» в карте вопросов нет", "a map of questions has no key %q", arg(0))
		hint = e.tr("Есть: survey, id, weight, sample, missing, banner, targets, plan, questions; у вопроса: id, text, type, column, columns, separator, values, missing, positive, nps",
			"There are: survey, id, weight, sample, missing, banner, targets, plan, questions; of a question: id, text, type, column, columns, separator, values, missing, positive, nps")
	case "value":
		text = e.tr("%s: значения «%s» не бывает или оно дано дважды", "%s: %q is no value of it, or given twice", arg(0), arg(1))
		hint = e.tr("type: один, несколько, шкала, число, открытый; sample: вероятностная, квотная, доступная", "type: single, multiple, scale, number, open; sample: probability, quota, convenience")
	case "id":
		text, hint = e.tr("у вопроса нет id или id «%s» уже занят", "a question has no id, or the id %q is taken", arg(0)), e.tr("Дайте каждому вопросу свой id", "Give each question an id of its own")
	case "no-questions":
		text, hint = e.tr("в карте нет вопросов", "the map has no questions"), e.tr("Черновик: svod survey ОТВЕТЫ --print-map", "A draft: svod survey ANSWERS --print-map")
	case "no-columns":
		text, hint = e.tr("вопрос %s: число граф не то, что число значений", "question %s: as many columns are needed as values", arg(0)), e.tr("Один ответ – одна графа; несколько – графа на каждое значение или одна графа с разделителем", "A single answer has one column; several have one for each value, or one with a separator")
	case "unknown-question":
		text = e.tr("%s: вопроса «%s» с вариантами ответа в карте нет", "%s: the map has no question %q with values", arg(0), arg(1))
		hint = e.tr("Назовите id вопроса карты", "Name the id of a question of the map")
	case "no-column":
		text = e.tr("в файле нет граф: %s", "the file has no columns: %s", arg(0))
		hint = e.tr("Графы файла: %s. Исправьте column в карте", "Its columns: %s. Mend column in the map", arg(1))
	case "empty":
		text, hint = e.tr("ответов нет: под заголовками пусто", "no answers: nothing below the headings"), e.tr("Строка – респондент, графа – вопрос", "A row is a respondent, a column a question")
	case "weight":
		text, hint = e.tr("вес «%s» не число", "the weight %q is no number", arg(0)), e.tr("Вес – число от 0", "A weight is a number from 0")
	case "target":
		text = e.tr("цель для %s: значение «%s» не задано, не найдено среди ответов или не число", "target of %s: the value %q is missing, or nobody gave it, or it is no number", arg(0), arg(1))
		hint = e.tr("Перечислите все значения вопроса с их числом в генеральной совокупности", "List all values of the question with their number in the population")
	case "twice":
		text = e.tr("респондент %s уже был в строке %s", "respondent %s stands in row %s, too", arg(0), arg(1))
		hint = e.tr("Оставьте одну строку на респондента или уберите id из карты", "Keep one row a respondent, or take id out of the map")
	default:
		text = x.Code + " " + strings.Join(x.Args, ", ")
	}
	return usage(e.place(x.File, x.Line, x.Column, false)+": "+text, hint)
}
