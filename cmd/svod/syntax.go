package main

import (
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/width"

	"svod/corpus/query"
	"svod/index"
)

// syntax says what is wrong with a query, and how to mend it.
func (e *env) syntax(x *query.SyntaxError) string {
	arg := argsOf(x.Args)
	rest := join(x.Args[min(1, len(x.Args)):])
	switch x.Code {
	case "empty":
		return e.tr("запрос пуст: наберите слова", "the query is empty: type some words")
	case "too-long":
		return e.tr("запрос длиннее %s байт; разделите его", "the query is longer than %s bytes; split it", arg(0))
	case "too-deep":
		return e.tr("скобок внутри скобок больше %s; упростите запрос", "more than %s brackets inside brackets; simplify the query", arg(0))
	case "unclosed-quote":
		return e.tr("кавычка открыта и не закрыта: закройте её или уберите", "a quote is opened and not closed: close it or take it away")
	case "unclosed-bracket":
		return e.tr("скобка открыта и не закрыта: закройте её или уберите", "a bracket is opened and not closed: close it or take it away")
	case "unopened-bracket":
		return e.tr("скобка закрыта, но не открыта: откройте её или уберите", "a bracket is closed but was not opened: open it or take it away")
	case "missing-operand":
		return e.missingOperand(arg(0))
	case "bad-distance":
		return e.tr("«%s»: расстояние это целое число от 1 до %s, например /5 (в Git Bash начните команду с MSYS_NO_PATHCONV=1)",
			"%q: a distance is a whole number from 1 to %s, for example /5 (in Git Bash put MSYS_NO_PATHCONV=1 in front)", arg(0), arg(1))
	case "bad-count":
		return e.tr("«%s»: число раз от 1 до %s, например НЕ_МЕНЕЕ5(отчет)", "%q: a number of times from 1 to %s, for example НЕ_МЕНЕЕ5(отчет)", arg(0), arg(1))
	case "no-operator":
		return e.tr("оператора «%s» нет. Есть /5 и +5 (рядом), /с (в одном предложении), /п (в одном пункте), /ст (в одной статье). Слова текста берут в кавычки",
			"there is no operator %q. There are /5 and +5 (near), /s (one sentence), /p (one clause), /a (one article). Words of a text go in quotes", arg(0))
	case "glued-operator":
		return e.tr("«%s»: вокруг оператора нужны пробелы: %s. Если это слова текста, возьмите их в кавычки",
			"%q: an operator has spaces around it: %s. If these are words of a text, put them in quotes", arg(0), arg(1))
	case "split-operator":
		return e.tr("«%s»: оператор пишут без пробела внутри: %s", "%q: an operator has no space inside: %s", arg(0), arg(1))
	case "minus":
		return e.tr("«%s»: чтобы исключить слово, пишите НЕ %s; если это тире, поставьте за ним пробел", "%q: to exclude a word write НЕ %s (NOT); if this is a dash, put a space behind it", arg(0), arg(1))
	case "phrase-distance":
		return e.tr("«%s» после фразы не ставят: слова рядом ищут так: годовой /3 отчет", "%q does not go behind a phrase: for words near each other write: годовой /3 отчет", arg(0))
	case "bad-regexp":
		return e.tr("регулярное выражение: %s", "regular expression: %s", arg(0))
	case "bad-word":
		return e.badWord(arg(0))
	case "fuzzy-word":
		return e.tr("«%s»: ~ (близкое написание) ставят сразу за одним словом, без = * ?", "%q: ~ (close spelling) goes right behind one word, without = * ?", arg(0))
	case "fuzzy-short":
		return e.tr("«%s»: слово слишком коротко для близкого написания: для ~1 нужно от трёх букв, для ~2 от пяти",
			"%q: the word is too short for close spelling: ~1 needs three letters, ~2 needs five", arg(0))
	case "bad-slips":
		return e.tr("«%s»: отличаться могут одна или две буквы: слово~1, слово~2", "%q: one or two letters may differ: слово~1, слово~2", arg(0))
	case "no-set":
		return e.tr("набора %s нет", "there is no set %s", arg(0))
	case "no-category":
		return e.tr("категории %s нет", "there is no category %s", arg(0))
	case "only-negative":
		return e.tr("одного НЕ мало: скажите, что искать. Если «не» слово текста, пишите его строчными: \"не допускается\"",
			"НЕ alone is not enough: say what to look for. If it is a word of the text, write it in small letters: \"не допускается\"")
	case "and-in-nearness":
		return e.tr("«%s» связывает слова и фразы: внутри него не бывает И, НЕ, НЕ_МЕНЕЕ. Вынесите их наружу: (а /5 б) И в, или возьмите ИЛИ",
			"%q joins words and phrases: И, НЕ, НЕ_МЕНЕЕ cannot stand inside it. Take them out: (а /5 б) И в, or use ИЛИ", arg(0))
	case "only-filters":
		return e.tr("одних условий мало: добавьте слова, что искать (список документов: svod list --where)",
			"conditions alone are not enough: add words to look for (for a list of documents: svod list --where)")
	case "no-field":
		return e.tr("условия «%s» нет. %sЕсть: %s. Если это слова текста, возьмите их в кавычки", "there is no condition %q. %sThere are: %s. If these are words of a text, put them in quotes",
			arg(0), e.meant(arg(0), x.Args[min(1, len(x.Args)):]), rest)
	case "no-value":
		return e.tr("после «%s:» нет значения: напишите его без пробела, из нескольких слов в кавычках", "%q has no value: write it without a space, several words in quotes", arg(0))
	case "filter-place":
		return e.tr("условие %s ставят отдельно, вне скобок, ИЛИ и /n; несколько значений через запятую: вид:закон,кодекс",
			"the condition %s stands by itself, outside brackets, ИЛИ and /n; several values are parted by commas: вид:закон,кодекс", arg(0))
	case "bad-date":
		return e.tr("«%s» не дата. Пишите 2015, 2015-11, 2015-11-02, 02.11.2015, сегодня или промежуток 2015..2018, ..2018, 2015..",
			"%q is no date. Write 2015, 2015-11, 2015-11-02, 02.11.2015, today or a range 2015..2018, ..2018, 2015..", arg(0))
	case "comparison":
		return e.tr("«%s»: больше и меньше пишут промежутком: %s", "%q: more and less are written as a range: %s", arg(0), arg(1))
	case "reversed":
		return e.tr("«%s»: начало позже конца. Поменяйте местами: %s", "%q: it begins after its end. Turn it round: %s", arg(0), arg(1))
	case "bad-value":
		return e.tr("«%s»: такого значения нет. %sЕсть: %s", "%q: there is no such value. %sThere are: %s", arg(0), e.meant(arg(0), x.Args[min(1, len(x.Args)):]), rest)
	case "at-least-address":
		return e.tr("запрос понят как адрес нормы, а --at-least считает слова. Уберите --at-least или возьмите слова в кавычки",
			"the query is read as an address, but --at-least counts words. Drop --at-least or put the words in quotes")
	}
	return spaced(append([]string{x.Code}, x.Args...)...)
}

func (e *env) missingOperand(op string) string {
	switch op {
	case "(", ")", "":
		return e.tr("в скобках нет ни слова", "there is no word in the brackets")
	}
	return e.tr("у «%s» с одной стороны нет слова. Если это слово текста, пишите его строчными или в кавычках",
		"%q has no word on one side. If it is a word of the text, write it in small letters or in quotes", op)
}

func (e *env) badWord(word string) string {
	switch word {
	case "=":
		return e.tr("«=» ставят вплотную перед словом: =отчета", "“=” stands right before a word: =отчета")
	case "~":
		return e.tr("«~» ставят вплотную за словом: отчет~", "“~” stands right behind a word: отчет~")
	case "/", "+":
		return e.tr("за «%s» нужно число вплотную: /5 рядом, +5 рядом в этом порядке", "%q needs a number right behind it: /5 near, +5 near in this order", word)
	case "&", "&&", "|", "||", "!":
		return e.tr("«%s» не оператор: пишите И, ИЛИ, НЕ", "%q is no operator: write И, ИЛИ, НЕ (AND, OR, NOT)", word)
	}
	if strings.Trim(word, "*?") == "" {
		return e.tr("«%s»: перед звёздочкой нужна хотя бы одна буква: отч*", "%q: an asterisk needs at least one letter: отч*", word)
	}
	return e.tr("«%s» не слово: в нём нет ни букв, ни цифр", "%q is no word: it has neither letters nor digits", word)
}

// caretRoom is how many columns of a query are shown on each side of a fault:
// a line that the terminal wraps has its caret elsewhere.
const caretRoom = 60

// caret shows the place of a fault under the text.
func caret(text string, offset int) string {
	offset = min(max(offset, 0), len(text))
	var before, after strings.Builder
	left := 0
	for _, r := range text[:offset] {
		left += columns(r)
	}
	skipped, at := 0, 0
	for _, r := range text[:offset] {
		if left-skipped > caretRoom {
			skipped += columns(r)
			continue
		}
		before.WriteRune(printable(r))
		at += columns(r)
	}
	right := 0
	for _, r := range text[offset:] {
		if right += columns(r); right > caretRoom {
			after.WriteString("…")
			break
		}
		after.WriteRune(printable(r))
	}
	lead := "  "
	if skipped > 0 {
		lead = " …"
	}
	return lead + before.String() + after.String() + "\n  " + strings.Repeat(" ", at) + "^"
}

// printable keeps a query on one line.
func printable(r rune) rune {
	if unicode.IsControl(r) || unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// columns is how many columns of a terminal a character takes.
func columns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case width.LookupRune(r).Kind() == width.EastAsianWide, width.LookupRune(r).Kind() == width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// operatorHints tells of words that may have been meant as operators, and of
// operators that may have been meant as words.
func (e *env) operatorHints(c *cli.Context, text string, res *index.Result) {
	if c.Bool("quiet") || res.Address || strings.HasSuffix(strings.TrimSpace(text), "?") {
		return
	}
	if loud := query.Loud(text); len(loud) > 0 {
		e.say(e.tr("«%s» понято как оператор: набрано заглавными. Если это слово текста, пишите строчными",
			"%q was taken for an operator, being in capitals. If it is a word of the text, write it in small letters"), join(loud))
	}
	for _, w := range query.Small(text) {
		k := strings.ToUpper(w)
		// «и» and «не» are words of most provisions; they do harm only where
		// nothing has all the words.
		if len(res.Hits) == 0 || res.Relaxed || k == "ИЛИ" || k == "OR" || k == "НЕМЕСЕ" {
			e.say(e.tr("«%s» искалось как слово; оператор пишут заглавными: %s", "%q was looked for as a word; the operator is in capitals: %s"), w, k)
		}
	}
}
