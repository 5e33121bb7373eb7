package figures

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus/words"
)

// A Number is a quantity that a text states.
type Number struct {
	Value   float64
	Places  int    // decimals, as printed
	Text    string // as printed: «12 (двенадцать)», «12,5 тыс.»
	Lo, Hi  int    // bytes of Text in the text it was read from
	Percent bool   // Value 12.5 is 12,5 %
	Said    bool   // in words that deny: «не проводились» is 0
	Hedge   string // «более», «около», «не менее»: the number is not exact
}

// Numbers returns the quantities of a text in their order. lang is ru, kk or en.
func Numbers(text, lang string) []Number {
	ws := words.Numbers(words.Split(text, lang), text, lang)
	var whole []words.Word // without parts
	for _, w := range ws {
		if w.Part == 0 {
			whole = append(whole, w)
		}
	}
	phones := telephone.FindAllStringIndex(text, -1)
	var out []Number
	for i := 0; i < len(whole); i++ {
		n, used, ok := numberAt(whole, i, text, lang)
		if ok && !slices.ContainsFunc(phones, func(p []int) bool { return p[0] <= n.Lo && n.Lo < p[1] }) {
			out = append(out, n)
		}
		i += used
	}
	return out
}

var (
	plain   = lazy.New(`^(0|[1-9]\d*)(\.\d+)?$`)
	english = lazy.New(`^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$`) // 16,130,203.7
	pointed = lazy.New(`^[1-9]\d{0,2}(\.\d{3}){2,}$`)     // 10.000.000
	// +7 (701) 123-45-67, 8-7172-55-66-77
	telephone = lazy.New(`\+\d[\d ()\-]{8,}\d|\b8[ \-]?\(?\d{3,5}\)?[ \-]?\d{1,3}[ \-]\d{2}[ \-]\d{2}\b|\b\d{2,3}-\d{2}-\d{2}\b`)
)

// numberAt reads the number that the word at i begins, and returns how many
// more words it took.
func numberAt(ws []words.Word, i int, text, lang string) (n Number, used int, ok bool) {
	w := ws[i]
	if w.Stem == "" || w.Stem[0] < '0' || w.Stem[0] > '9' {
		return n, 0, false
	}
	printed := text[w.Lo:w.Hi]
	value, places, ok := valueOf(w.Stem, printed, lang)
	if !ok {
		return n, 0, false
	}
	n = Number{Value: value, Places: places, Lo: w.Lo, Hi: w.Hi}
	if i+1 < len(ws) && spaced(text[w.Hi:ws[i+1].Lo]) {
		if times := multiple(ws[i+1].Form); times > 1 {
			n.Value *= times
			n.Places = max(0, n.Places-int(math.Log10(times)))
			n.Value = roundedTo(n.Value, n.Places) // 533,8 млн is 533 800 000, not …799 999.99
			n.Hi, used = ws[i+1].Hi, 1
			if strings.HasPrefix(text[n.Hi:], ".") && len(ws[i+1].Form) <= len("тыс") {
				n.Hi++
			}
		}
	}
	after := strings.TrimLeft(text[n.Hi:], " \u00a0")
	next := ""
	if i+1+used < len(ws) && spaced(text[w.Hi:ws[i+1+used].Lo]) || used > 0 && i+1+used < len(ws) {
		next = ws[i+1+used].Form
	}
	if strings.HasPrefix(after, "%") || strings.HasPrefix(next, "процент") || next == "пайыз" {
		n.Percent = true
	}
	if !quantity(ws, i, n, next, after, text) {
		return n, used, false
	}
	n.Text = text[n.Lo:n.Hi]
	n.Hedge = hedge(ws, i, text)
	return n, used, true
}

// valueOf reads a number from the stem that package words gave it, or from how
// it is printed.
func valueOf(stem, printed, lang string) (v float64, places int, ok bool) {
	digits := stem
	switch compact := strings.Map(noSpace, printed); {
	case english.MatchString(compact) && (lang == "en" || strings.Count(compact, ",") > 1 || strings.Contains(compact, ".")):
		digits = strings.ReplaceAll(compact, ",", "")
	case pointed.MatchString(compact):
		digits = strings.ReplaceAll(compact, ".", "")
	}
	if !plain.MatchString(digits) || len(digits) > 15 {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(digits, 64)
	if i := strings.IndexByte(digits, '.'); i >= 0 {
		places = len(digits) - i - 1
	}
	return v, places, err == nil
}

func noSpace(r rune) rune {
	if unicode.IsSpace(r) || r == '\u202f' {
		return -1
	}
	return r
}

func roundedTo(v float64, places int) float64 {
	p := math.Pow10(places)
	return math.Round(v*p) / p
}

// spaced reports whether nothing but spaces stands between two words.
func spaced(s string) bool { return s != "" && strings.TrimFunc(s, unicode.IsSpace) == "" }

// multiple is what a word multiplies the number before it by.
func multiple(form string) float64 {
	switch {
	case form == "тыс", form == "мың", form == "thousand", strings.HasPrefix(form, "тысяч"):
		return 1e3
	case form == "млн", form == "million", strings.HasPrefix(form, "миллион"):
		return 1e6
	case form == "млрд", form == "billion", strings.HasPrefix(form, "миллиард"):
		return 1e9
	}
	return 1
}

// quantity tells a number that counts or measures from one that names: a year,
// a day, the number of an act, an article or a protocol, a label, a part of a
// range, a telephone.
func quantity(ws []words.Word, i int, n Number, next, after, text string) bool {
	before := strings.TrimRight(text[:n.Lo], " \u00a0")
	last := ""
	if i > 0 {
		last = ws[i-1].Form
	}
	near := i > 0 && closeBefore(text[ws[i-1].Hi:n.Lo])
	digits := '0' <= text[n.Lo] && text[n.Lo] <= '9'
	switch {
	case strings.HasSuffix(before, "№"), strings.HasSuffix(before, "N"), strings.HasSuffix(before, "№№"):
		return false
	case digits && strings.HasPrefix(text[n.Hi:], ")") && strings.Count(before, "(") <= strings.Count(before, ")"):
		return false // the label «1)»
	case digits && before == "" && strings.HasPrefix(after, ".") && i+1 < len(ws):
		return false // the label «1.»
	case near && (names[last] || months[last]), months[next]:
		return false
	case digits && (joins(text[:n.Lo], text[n.Hi:])):
		return false
	case yearLike(text[n.Lo:n.Hi], n):
		return !strings.HasPrefix(next, "год") && !strings.HasPrefix(next, "жыл") && next != "г" && next != "гг" && next != "ж" &&
			!(near && (yearBefore[last])) && !dayBefore.MatchString(before) && !strings.HasPrefix(after, "-") && !strings.HasPrefix(after, "–")
	}
	return true
}

// dayBefore ends what stands before the year of a date: «на 01 01 2013».
var dayBefore = lazy.New(`(^|[^\d])[0-3]?\d[. ][01]?\d[. ]?$`)

// closeBefore: nothing but spaces or a point stands between.
func closeBefore(s string) bool { return strings.Trim(s, " \u00a0.") == "" }

func yearLike(printed string, n Number) bool {
	return len(printed) == 4 && n.Places == 0 && 1900 <= n.Value && n.Value <= 2100
}

// joins reports whether a sign glues the digits to others: «5–7», «1/4», «+7 701».
func joins(before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	s, size := utf8.DecodeRuneInString(after)
	t, _ := utf8.DecodeRuneInString(after[size:])
	return r == '/' || r == '+' || r == '№' || (s == '/' || s == '–' || s == '—' || s == ':') && unicode.IsDigit(t) ||
		(r == '–' || r == '—' || r == ':') && endsInDigit(before[:len(before)-utf8.RuneLen(r)])
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

// names are words that a number behind them names: «статья 5».
var names = set("статья", "статьи", "статье", "статьей", "статью", "ст", "пункт", "пункта", "пункте", "пунктом", "пункту", "пункты", "п", "пп",
	"подпункт", "подпункта", "подпункте", "подпунктом", "часть", "части", "ч", "глава", "главы", "главе", "гл", "раздел", "раздела", "разделе",
	"приложение", "приложения", "приложении", "приложению", "таблица", "таблицы", "таблице", "табл", "рисунок", "рис", "форма", "форме", "формы", "стр", "страница",
	"no", "n", "дом", "д", "кв", "корп", "корпус", "оф", "офис", "каб", "кабинет", "тел", "телефон", "факс", "индекс", "школа", "школы", "школе",
	"шаг", "шага", "лот", "лота", "вопрос", "этап", "версия", "протокол", "протокола", "статьями", "пунктами", "article", "paragraph", "section", "chapter", "rule", "table", "annex",
	"бин", "иин", "инн", "огрн", "кпп", "код", "бик", "гост", "снип", "ул", "улица", "микрорайон", "мкр", "тэц", "сми")

// yearBefore are words before a bare year.
var yearBefore = set("в", "за", "на", "с", "по", "до", "от", "к", "из", "и", "конец", "начало", "in", "of", "since")

// months are those of dates.
var months = set("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
	"январь", "февраль", "март", "апрель", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
	"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
	"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")

func set(ss ...string) map[string]bool {
	m := make(map[string]bool, len(ss))
	for _, s := range ss {
		m[s] = true
	}
	return m
}

// hedges are words that make the number behind them inexact.
var hedges = set("более", "свыше", "около", "ок", "примерно", "порядка", "почти", "до", "менее", "меньше", "больше", "минимум", "максимум", "артық", "жуық",
	"about", "nearly", "over", "approximately", "almost")

// hedge returns what makes a number inexact: «не менее».
func hedge(ws []words.Word, i int, text string) string {
	from := i
	for from > 0 && i-from < 2 && closeBefore(text[ws[from-1].Hi:ws[from].Lo]) {
		f := ws[from-1].Form
		if hedges[f] || f == "не" || f == "чем" {
			from--
			continue
		}
		break
	}
	for _, w := range ws[from:i] {
		if hedges[w.Form] {
			return strings.TrimSpace(text[ws[from].Lo:ws[i].Lo])
		}
	}
	return ""
}
