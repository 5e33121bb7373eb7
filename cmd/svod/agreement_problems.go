package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/agreement"
)

// mostTold is how many problems of one kind are told; the others are counted.
const mostTold = 20

// tellRatings says what is wrong with files of codes: each with its file, sheet
// and row, and with what to do.
func (e *env) tellRatings(c *cli.Context, problems []agreement.Problem) {
	told := map[string]int{}
	for _, p := range problems {
		if e.lossy(p.Code) {
			e.partial = true
		} else if c.Bool("quiet") {
			continue
		}
		if told[p.Code]++; told[p.Code] <= mostTold {
			e.say("%s: %s", e.placeOf(p.Place), e.ratingProblem(p))
		}
	}
	for _, p := range problems {
		if n := told[p.Code] - mostTold; n > 0 {
			e.say(e.tr("… и ещё %d таких же: %s", "… and %d more of the kind: %s"), n, e.ratingProblem(p))
			told[p.Code] = 0
		}
	}
}

// lossy tells whether a problem keeps a code out of the numbers.
func (e *env) lossy(code string) bool { return code != "value-empty" && code != "no-coder" }

// placeOf is a file, its sheet and row.
func (e *env) placeOf(p agreement.Place) string {
	s := p.File
	if p.Sheet != "" {
		s += e.tr(", лист «%s»", ", sheet %q", p.Sheet)
	}
	if p.Row > 0 {
		s += e.tr(", строка %d", ", row %d", p.Row)
	}
	if p.Column != "" {
		s += e.tr(", столбец «%s»", ", column %q", p.Column)
	}
	return s
}

// ratingProblem puts a problem of a file of codes into words.
func (e *env) ratingProblem(p agreement.Problem) string {
	arg := func(i int) string {
		if i < len(p.Args) {
			return p.Args[i]
		}
		return "?"
	}
	switch p.Code {
	case "row-incomplete":
		return e.tr("в строке нет единицы, кодировщика или переменной; строка не учтена. Заполните её или удалите", "the row has no unit, coder or variable, and is left out. Fill it in or delete it")
	case "value-unknown":
		return e.tr("значения «%s» нет. Есть: %s. Исправьте в листе и прочитайте снова", "there is no value %q. There are: %s. Mend the sheet and read it again", arg(0), arg(1))
	case "unit-unknown":
		return e.tr("единицы %s нет в выборке этого листа. Восстановите столбец «Ключ» или удалите строку", "the unit %s is not in the sample of this sheet. Restore the column of keys, or delete the row", arg(0))
	case "unit-gone":
		return e.tr("строк с единицами выборки не хватает: %s (первая: %s). Верните их из исходного листа", "units of the sample have no row: %s (the first is %s). Bring them back from the first sheet", arg(0), arg(1))
	case "text-changed":
		return e.tr("текст единицы (%s) не тот, что был отобран. Верните текст из исходного листа", "the text of the unit (%s) is not the one that was drawn. Bring it back from the first sheet", arg(0))
	case "value-empty":
		return e.tr("пустых ячеек – %[2]s; они считаются пропусками", "empty cells: %[2]s; they count as missing", arg(0), arg(1))
	case "column-gone":
		return e.tr("нет столбца «%s». Верните его из исходного листа", "the column %q is gone. Bring it back from the first sheet", arg(0))
	case "no-coder":
		return e.tr("кодировщик не назван; взято имя файла: %s. Впишите имя в столбец «Кодировщик»", "the coder has no name; that of the file is taken: %s. Write the name into the column of coders", arg(0))
	case "coder-twice":
		return e.tr("%s уже закодировал(а) единицу %s, %s: было «%s», здесь «%s» (%[6]s). Учтено первое; оставьте одно", "%s has coded unit %s, %s, already: %q there, %q here (%s). The first counts; leave one",
			arg(0), arg(1), arg(2), arg(3), arg(4), arg(5))
	}
	return strings.TrimSpace(fmt.Sprint(p.Code, " ", strings.Join(p.Args, ", ")))
}

// ratingsFormat says what a file of codes lacks.
func (e *env) ratingsFormat(x *agreement.FormatError) string {
	found := strings.Join(x.Found, "; ")
	if found == "" {
		found = "–"
	}
	if x.Layout != agreement.Long {
		return e.tr("%s: в таблице нет кодов. В первой строке: %s", "%s: there are no codes in the table. Its first row: %s", x.File, found)
	}
	return e.tr("%s: это не кодировочный лист, и столбцов единица, кодировщик, переменная, значение (unit, coder, variable, value) в нём нет. В первой строке: %s. "+
		"Если столбцы – кодировщики, добавьте --layout raters-columns; если кодировщики в строках, --layout raters-rows",
		"%s: this is no coding sheet, and it has no columns unit, coder, variable, value. Its first row: %s. "+
			"If its columns are coders, add --layout raters-columns; if its rows are, --layout raters-rows", x.File, found)
}
