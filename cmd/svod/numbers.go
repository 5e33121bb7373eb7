package main

import (
	"github.com/urfave/cli/v2"

	"svod/compare/figures"
)

func (e *env) numbersCommand() *cli.Command {
	return &cli.Command{
		Name: "numbers", Aliases: []string{"числа"},
		Usage:     e.tr("показатели отчётов: заседания, рекомендации, члены …", "indicators of reports: meetings, recommendations, members …"),
		ArgsUsage: e.tr("КОДИФИКАТОР [ДОК…]", "CODEBOOK [DOC…]"),
		Description: e.tr(`Находит в отчётах числа по показателям кодификатора (indicators), в тексте и в таблицах, и даёт
таблицу «документы × показатели»; за каждым числом стоит предложение, из которого оно взято.
Чего в отчёте нет, то «н.д.». Если чисел несколько, берётся названное итогом («всего»), иначе первое;
остальные перечислены, а сомнительное (разные числа, «более», план, прошлый год) отмечено «проверьте».

  indicators:
    - id: заседания
      name: Проведено заседаний
      any: [заседание]                  # «12 очередных заседаний», «заседаний – 12», строка таблицы
    - id: рекомендации
      name: Принято рекомендаций
      any: ['принять /4 {число} /2 рекомендация']   # {число} – место числа в шаблоне
      not: [проект]                     # предложения с этими словами не берутся
      choose: сумма                     # всего (по умолчанию), первое, последнее, наибольшее, сумма
    - {id: охват, name: Охват, unit: '%', any: ['охват /4 {число}']}

Примеры:
  svod numbers показатели.yaml отчёт.docx
  svod numbers показатели.yaml --where type=report -o показатели.xlsx`, `Finds numbers in reports by the indicators of a codebook, in text and in tables, and gives a table
of documents by indicators; behind each number stands the sentence that it was taken from. What a report
does not state is «н.д.». Of several numbers that which is called the total is taken, else the first; the
others are listed, and what is doubtful (other numbers, “more than”, a plan, last year) is to be checked.

  indicators:
    - id: meetings
      name: Meetings held
      any: [заседание]                  # “12 очередных заседаний”, “заседаний – 12”, a row of a table
    - id: advice
      name: Recommendations adopted
      any: ['принять /4 {число} /2 рекомендация']   # {число}: the place of the number
      not: [проект]                     # sentences with these words are left out
      choose: sum                       # total (the default), first, last, most, sum
    - {id: reach, name: Reach, unit: '%', any: ['охват /4 {число}']}

Examples:
  svod numbers indicators.yaml report.docx
  svod numbers indicators.yaml --where type=report -o indicators.xlsx`),
		Flags:  append(append(e.readFlags(), e.outputFlags()...), e.selection()...),
		Action: e.numbers,
	}
}

func (e *env) numbers(c *cli.Context) error {
	if err := e.need(c, 1, -1); err != nil {
		return err
	}
	if err := e.tableLang(c); err != nil {
		return err
	}
	set, err := e.indicatorSet(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	lib := &library{e: e, c: c}
	defer lib.close()
	docs, err := lib.docs(c.Context, c.Args().Tail())
	if err != nil {
		return err
	}
	return e.output(c, figures.Draw(set, docs).Report(tableLanguage(c, docs)))
}

// indicatorsError says what is wrong with the indicators of a codebook.
func (e *env) indicatorsError(x *figures.Error) string {
	return e.place(x.File, x.Line, x.Column, false) + ": " + e.indicatorsFault(x)
}

func (e *env) indicatorsFault(x *figures.Error) string {
	arg := argsOf(x.Args)
	if s := e.yamlFault(x.Code, x.Args); s != "" {
		return s
	}
	switch x.Code {
	case "yaml":
		return e.unreadYAML(arg(0))
	case "no-indicators":
		return e.tr("в кодификаторе нет показателей. Нужен список indicators; пример: svod numbers --help", "the codebook has no indicators. It needs a list of them; for an example see svod numbers --help")
	case "id":
		if arg(0) == "" {
			return e.tr("у показателя нет кода. Добавьте id", "an indicator has no id. Add one")
		}
		return e.tr("код «%s» уже есть у другого показателя. Дайте другой", "another indicator has the id %q. Give a different one", arg(0))
	case "no-patterns":
		return e.tr("у показателя «%s» нет шаблонов. Добавьте any: [заседание]", "the indicator %q has no patterns. Add any: [заседание]", arg(0))
	case "value":
		return e.tr("%s не бывает «%s». Есть: всего, первое, последнее, наибольшее, сумма", "%s cannot be %q. There are: total, first, last, most, sum", arg(0), arg(1))
	case "slot":
		return e.tr("в шаблоне «%s» должно быть одно место {число} и слова рядом с ним", "the pattern %q must have one {число} and words beside it", arg(0))
	case "pattern":
		return e.tr("шаблон «%s»: %s", "the pattern %q: %s", arg(0), e.explain(x.Err))
	}
	return x.Error()
}
