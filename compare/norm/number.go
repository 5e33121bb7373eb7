package norm

import (
	"strconv"
	"strings"
)

// Numbers in words, in the cases that terms and amounts stand in.
var numberWords = func() map[string]int {
	m := map[string]int{}
	for n, forms := range map[int]string{
		1: "один одна одно одного одной одному", 2: "два две двух двум двумя", 3: "три трех трем", 4: "четыре четырех четырем",
		5: "пять пяти", 6: "шесть шести", 7: "семь семи", 8: "восемь восьми", 9: "девять девяти", 10: "десять десяти",
		11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати", 13: "тринадцать тринадцати", 14: "четырнадцать четырнадцати",
		15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати", 18: "восемнадцать восемнадцати",
		19: "девятнадцать девятнадцати", 20: "двадцать двадцати", 30: "тридцать тридцати", 40: "сорок сорока", 50: "пятьдесят пятидесяти",
		60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста",
		100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 400: "четыреста четырехсот", 500: "пятьсот пятисот",
		600: "шестьсот шестисот", 700: "семьсот семисот", 800: "восемьсот восьмисот", 900: "девятьсот девятисот",
		1000: "тысяча тысячи тысяч тысячу",
	} {
		for _, w := range strings.Fields(forms) {
			m[w] = n
		}
	}
	return m
}()

var kazakhNumbers = map[string]int{"бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
	"жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000}

// number reads a number at a word, in figures or in words, and returns where
// it ends. A number said twice, «10 (десяти)», is one.
func (s *Text) numberAt(i int) (n, end int, ok bool) {
	if i >= len(s.words) {
		return 0, i, false
	}
	w := s.form(i)
	if w != "" && w[0] >= '0' && w[0] <= '9' {
		n, err := strconv.Atoi(w)
		if err != nil || len(w) > 9 {
			return 0, i, false
		}
		end = i + 1
		if k, e, ok := s.wordsAt(end); ok && k == n {
			end = e
		}
		return n, end, true
	}
	n, end, ok = s.wordsAt(i)
	if ok && s.form(end) == strconv.Itoa(n) {
		end++
	}
	return n, end, ok
}

// wordsAt reads a number in words: «сорока пяти».
func (s *Text) wordsAt(i int) (n, end int, ok bool) {
	table := numberWords
	if s.lang == "kk" {
		table = kazakhNumbers
	}
	last := 1 << 30
	for end = i; end < len(s.words); end++ {
		v, known := table[s.form(end)]
		switch {
		case !known || end > i && s.parted(end) && s.form(end-1) != s.form(end):
			return n, end, end > i
		case v == 1000 && n > 0:
			n *= 1000
			last = 1000
		case v < last && (last == 1<<30 || last >= 20 && v < last/10*10 && (last%100 == 0 || v < 10)):
			n += v
			last = v
		default:
			return n, end, end > i
		}
	}
	return n, end, end > i
}
