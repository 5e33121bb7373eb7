package main

import (
	"errors"
	"strings"

	"svod/compare/content"
	"svod/corpus/query"
)

// mostFaults is how many faults of a codebook are told at once.
const mostFaults = 10

// codebookErrors says what is wrong with a codebook, fault by fault.
func (e *env) codebookErrors(err error) string {
	faults := content.Faults(err)
	var lines []string
	for _, f := range faults[:min(len(faults), mostFaults)] {
		lines = append(lines, e.codebookError(f))
	}
	if n := len(faults) - mostFaults; n > 0 {
		lines = append(lines, e.tr("и ещё %s", "and %s more", e.count(n, "ошибка", "ошибки", "ошибок", "fault")))
	}
	return strings.Join(lines, "\n")
}

// codebookError says one fault: where it is, what it is, what to do.
func (e *env) codebookError(x *content.Error) string {
	return e.place(x.File, x.Line, x.Column, x.Sheet) + ": " + e.codebookFault(x)
}

// place says where in a file something stands; of a table, in which row and
// column.
func (e *env) place(file string, line, column int, sheet bool) string {
	switch {
	case line == 0:
		return file
	case column == 0:
		return file + e.tr(", строка %d", ", line %d", line)
	case sheet:
		return file + e.tr(", строка %d, столбец %s", ", row %d, column %s", line, columnLetters(column))
	}
	return file + e.tr(", строка %d, столбец %d", ", line %d, column %d", line, column)
}

// columnLetters is a column as a spreadsheet calls it: A, B … AA.
func columnLetters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

func (e *env) codebookFault(x *content.Error) string {
	arg := argsOf(x.Args)
	var syntax *query.SyntaxError
	switch x.Code {
	case "encoding":
		return e.noUTF8()
	case "yaml":
		return e.unreadYAML(arg(0))
	case "xml":
		return e.tr("файл XML повреждён или это другой формат (%s). Выгрузите его из программы заново", "the XML is damaged or another format (%s). Export it from its program again", arg(0))
	case "format":
		return e.tr("это не файл формата %s. Назовите формат: --from, список: svod help codebook import", "this is no file of the format %s. Name the format: --from; svod help codebook import lists them", arg(0))
	case "no-legend":
		return e.tr("в словаре LIWC нет списка категорий между двумя строками %%. Проверьте, тот ли это файл", "the LIWC dictionary has no list of categories between two lines of %%. Check that it is the right file")
	case "too-many":
		return e.tr("в файле больше %s записей или категорий. Разделите его", "the file has more than %s entries or categories. Split it", arg(0))
	case "too-large":
		return e.tr("кодификатор больше %s МБ. Разделите его на несколько", "the codebook is larger than %s MB. Split it", arg(0))
	case "too-deep":
		return e.tr("скобки или списки вложены глубже %s. Проверьте, все ли закрыты", "brackets or lists are nested deeper than %s. Check that all are closed", arg(0))
	case "alias":
		return e.tr("%s: звёздочка в начале для YAML – ссылка. Возьмите шаблон в кавычки: '%[1]s'", "%s: an asterisk in front is a reference to YAML. Put the pattern in quotes: '%[1]s'", arg(0))
	case "control":
		return e.tr("в шаблоне «%s» управляющий знак: в двойных кавычках YAML читает \\b и \\t по-своему. Возьмите шаблон в одинарные кавычки",
			"the pattern %q has a control character: in double quotes YAML has its own reading of \\b and \\t. Use single quotes", arg(0))
	case "field":
		return e.tr("поля «%s» нет. %sЕсть: %s", "there is no field %q. %sThere are: %s", arg(0), e.meant(arg(0), x.Known), join(x.Known))
	case "value":
		return e.wrongValue(x, arg(0), arg(1))
	case "id":
		if arg(0) == "" {
			return e.tr("у категории нет кода. Добавьте строку id: …, у каждой категории свой", "a category has no id. Add a line id: …, each category its own")
		}
		return e.tr("код категории «%s» уже занят. Дайте другой", "the category id %q is taken. Give another", arg(0))
	case "variable":
		if arg(0) == "" {
			return e.tr("у переменной нет кода. Добавьте id: V1", "a variable has no id. Add id: V1")
		}
		return e.tr("код переменной «%s» уже занят. Дайте другой", "the variable id %q is taken. Give another", arg(0))
	case "no-such-category":
		return e.tr("категории «%s» нет. %s", "there is no category %q. %s", arg(0), e.choice(arg(0), x.Known))
	case "no-categories":
		return e.tr("в кодификаторе нет категорий. Образец: svod codebook new", "the codebook has no categories. An example: svod codebook new")
	case "cycle":
		return e.tr("категории ссылаются друг на друга по кругу: %s. Уберите одну из ссылок #", "categories refer to each other in a circle: %s. Take one of the references # away",
			strings.Join(x.Args, " → "))
	case "empty-pattern":
		return e.tr("шаблон пуст. Если он начинается с # или другого знака, возьмите его в кавычки: '#код'",
			"the pattern is empty. If it begins with # or another sign, put it in quotes: '#id'")
	case "columns":
		return e.tr("в таблице нет столбцов «код» и «шаблон» (или «название»); есть: %s. Образец: svod codebook new -o кодификатор.csv",
			"the table has no columns “код” and “шаблон” (or “название”); it has: %s. An example: svod codebook new -o codebook.csv", join(x.Args))
	case "row-kind":
		return e.tr("тип строки «%s» неизвестен. %s", "there is no kind of row %q. %s", arg(0), e.choice(arg(0), x.Known))
	case "orphan":
		return e.tr("у «%s» родитель «%s», но такой категории нет. %s", "%q has the parent %q, but there is no such category. %s", arg(0), arg(1), e.choice(arg(1), x.Known))
	case "pattern":
		if !errors.As(x.Err, &syntax) {
			return e.tr("шаблон %s", "pattern %s", arg(0))
		}
		s := e.syntax(syntax)
		if syntax.Code == "no-set" || syntax.Code == "no-category" {
			s += ". " + e.choice(syntax.Args[0], x.Known)
		}
		return e.tr("шаблон %s: %s", "pattern %s: %s", arg(0), s) + "\n" + caret(arg(0), syntax.Offset)
	}
	return spaced(append([]string{x.Code}, x.Args...)...)
}

// choice names what could stand there instead, the nearest first.
func (e *env) choice(s string, known []string) string {
	if len(known) == 0 {
		return e.tr("Их ещё нет вовсе", "There are none at all")
	}
	more := ""
	if len(known) > maxAllowed {
		known, more = known[:maxAllowed], " …"
	}
	return e.meant(s, known) + e.tr("Есть: ", "There are: ") + join(known) + more
}

func (e *env) wrongValue(x *content.Error, key, value string) string {
	switch key {
	case "color":
		return e.tr("color: %s не цвет. Пишите в кавычках '#RRGGBB', например '#3366CC'", "color: %s is no colour. Write '#RRGGBB' in quotes, for example '#3366CC'", value)
	case "guid":
		return e.tr("guid: %s не опознаватель вида 01234567-89ab-cdef-0123-456789abcdef. Уберите строку: svod сделает его из кода категории",
			"guid: %s is none like 01234567-89ab-cdef-0123-456789abcdef. Take the line away: svod makes one of the category's id", value)
	case "weights":
		if len(x.Known) == 0 {
			return e.tr("weights: вес «%s» не число", "weights: the weight %q is no number", value)
		}
		return e.tr("weights: шаблона «%s» в категории нет. Пишите его как в any", "weights: the category has no pattern %q. Write it as in any", value)
	}
	return e.tr("%s: значения «%s» нет. %s", "%s: there is no value %q. %s", key, value, e.choice(value, x.Known))
}

// unreadYAML says why YAML cannot be read, in the words of who typed it.
func (e *env) unreadYAML(cause string) string {
	quote := e.tr("Возьмите шаблон целиком в одинарные кавычки: '@набор +2 слово'", "Put the whole pattern in single quotes: '@set +2 word'")
	switch {
	case strings.Contains(cause, "reserved character"):
		return e.tr("шаблон начинается со знака, который YAML читает по-своему. ", "the pattern begins with a sign that YAML has a reading of its own of. ") + quote
	case strings.Contains(cause, "unknown escape"):
		return e.tr("обратная черта в двойных кавычках. Возьмите шаблон в одинарные кавычки: 're:\\d+'", "a backslash in double quotes. Put the pattern in single quotes: 're:\\d+'")
	case strings.Contains(cause, "mapping was used where string"):
		return e.tr("двоеточие с пробелом внутри шаблона. ", "a colon with a space inside the pattern. ") + quote
	case strings.Contains(cause, "sequence was used where mapping"), strings.Contains(cause, "string was used where mapping"):
		return e.tr("здесь нужны пары «имя: значение» (values: {1: да, 0: нет}; require: {all: [слово]}), а стоит список или слово. Образец: svod codebook new",
			"pairs “name: value” are wanted here (values: {1: yes, 0: no}; require: {all: [word]}), not a list or a word. An example: svod codebook new")
	case strings.Contains(cause, "block sequence entries"):
		return e.tr("«-» в начале значения – знак списка. Возьмите его в кавычки: tone: '-'", "“-” at the beginning is the sign of a list. Put it in quotes: tone: '-'")
	case strings.Contains(cause, "value is not allowed"), strings.Contains(cause, "could not find end character"):
		return e.tr("кавычки закрыты не там или не закрыты. ", "quotes are closed in the wrong place, or not at all. ") + quote
	}
	return e.unreadLine(cause)
}
