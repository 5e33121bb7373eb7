package amend

import "strings"

// Numbers in words, as acts have them of days, months and years.
var (
	russianNumerals = numerals(map[int]string{
		1: "один одного одна одной одну", 2: "два двух две", 3: "три трех", 4: "четыре четырех", 5: "пять пяти", 6: "шесть шести", 7: "семь семи",
		8: "восемь восьми", 9: "девять девяти", 10: "десять десяти", 11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати", 13: "тринадцать тринадцати",
		14: "четырнадцать четырнадцати", 15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати",
		18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати", 20: "двадцать двадцати", 30: "тридцать тридцати", 40: "сорок сорока",
		50: "пятьдесят пятидесяти", 60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста",
		100: "сто ста", 200: "двести двухсот", 300: "триста трехсот",
	})
	kazakhNumerals = numerals(map[int]string{
		1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз", 10: "он", 20: "жиырма", 30: "отыз", 40: "қырық",
		50: "елу", 60: "алпыс", 70: "жетпіс", 80: "сексен", 90: "тоқсан", 100: "жүз",
	})
)

func numerals(forms map[int]string) map[string]int {
	m := map[string]int{}
	for n, list := range forms {
		for _, f := range strings.Fields(list) {
			m[f] = n
		}
	}
	return m
}

// count reads a number in figures or in words, «ста восьмидесяти»; 0 if it is
// none.
func count(s string, numerals map[string]int) int {
	if n := atoi(s); n > 0 {
		return n
	}
	sum := 0
	for w := range strings.FieldsSeq(s) {
		n := numerals[fold(w)]
		if n == 0 {
			return 0
		}
		sum += n
	}
	return sum
}
