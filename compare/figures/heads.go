package figures

import (
	"strings"
	"unicode"

	"svod/corpus/lazy"
)

// What a head of a row or column counts is the noun that leads it: «Проведено
// заседаний», «Количество рекомендаций совета». Nouns behind it only say more
// about another: «Участие воспитанников», «из квартир», «Партия «Заря»».

var (
	// oneOf stands behind the name of one thing: «партия «Заря»», «совет АБВ», «школа № 5».
	oneOf = lazy.New(`^ ?([«"“„]|№|\p{Lu}{2})`)
	parts = lazy.New(`(?i)(в том числе|в т\. ?ч\.|из них|из общего (числа|количества)|оның ішінде|including|of which)`)
	// counting are words that say that the next is counted.
	counting = set("количество", "число", "численность", "кол-во", "кол", "всего", "итого", "общее", "и", "саны", "барлығы", "жалпы", "number", "total", "of", "the", "за", "год", "года", "состав")
)

// leads reports whether what stands in a head before a noun leaves it the
// leading one.
func leads(before string) bool {
	before = parts.ReplaceAllString(before, " ")
	if i := strings.LastIndexAny(before, ";:"); i >= 0 {
		before = before[i+1:]
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if strings.Trim(w, "-") != "" && len([]rune(w)) > 1 && !counting[w] && (!describes(w) || deeds.MatchString(w)) && !happened.MatchString(w) {
			return false
		}
	}
	return true
}

// deeds are nouns that end as adjectives do: «участие».
var deeds = lazy.New(`([ае]ни|ти|ви)[ея]$`)

// happened are verbs that what is counted follows: «проведено», «поступило».
var happened = lazy.New(`(но|то|ны|ты|ло|ли|лось|лись)$`)

// ownLabel is the label of a column less what heads all columns: the title of
// a table names none of its numbers.
func (g *grid) ownLabel(j int) []string {
	var out []string
	for i := range g.head {
		if i > 0 && g.counts(i) || g.title(i) {
			continue
		}
		if t := one(g.spanned(i, j)); t != "" && (len(out) == 0 || out[len(out)-1] != t) {
			out = append(out, t)
		}
	}
	return out
}

// title reports whether a row has one text over all columns.
func (g *grid) title(i int) bool {
	texts := 0
	for _, c := range g.rows[i].cells {
		if c.text != "" && !c.covered {
			texts++
		}
	}
	return texts == 1 && g.columns > 2 && len(g.rows) > i+1
}

var (
	currency = lazy.New(`(?i)^[\s\x{a0}]*(тенге|теңге|тг|₸|руб\p{L}*|р\.|₽|долл\p{L}*|евро|сомов|сумов|usd|kzt|eur|\$|€)`)
	// money are words of what is measured in money.
	money = lazy.New(`(?i)(^|[^\p{L}])(тенге|теңге|тг|₸|руб|₽|долл|евро|сумм|средств|денежн|доход|расход|затрат|стоимост|поступлени|имуществ|бюджет|пожертвован|взнос|задолженност|долг|` +
		`оплат|плат[аы]|налог|прибыл|убыт|выручк|зарплат|оклад|тариф|цен[аы]|субсиди|грант|штраф|сальдо|қаржы|қаражат|сома|money|usd|kzt|eur)`)
	// moneyHead: the numbers under it are money.
	moneyHead = lazy.New(`(?i)(^|[^\p{L}])(тенге|теңге|тг|руб|долл|сумм[аы]|стоимост|затрат|расход|доход|денежн\p{L}* средств)`)
	// difference heads what is no value but a difference of two.
	difference = lazy.New(`(?i)^(откло\s?не\s?ни[ея]|отклонени\p{L}*|откл|прирост|темп|динамика|\+/[-–−]|разница)`)
)

// counts reports whether the indicator is of things, not of money: by its unit,
// else by its name and patterns.
func (in *Indicator) counts() bool {
	if in.Unit != "" {
		return !money.MatchString(in.Unit)
	}
	return !money.MatchString(strings.Join(append([]string{in.ID, in.Name}, in.Any...), " "))
}

// takes reports whether a number of a table can be the indicator's: no money
// for what is counted, no difference to another number.
func (in *Indicator) takes(g *grid, i, j int) bool {
	heads := g.label(j)
	if n := len(heads); n > 0 && difference.MatchString(heads[n-1]) {
		return false
	}
	if !in.counts() {
		return true
	}
	label, _ := g.rowLabel(i)
	return !moneyHead.MatchString(strings.Join(heads, " ")) && !moneyHead.MatchString(label) && !currency.MatchString(g.at(i, j).value.unit)
}
