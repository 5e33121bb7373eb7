package extract

import (
	"strconv"
	"strings"
	"unicode"
)

// listNumber writes a number in one of Word's formats.
func listNumber(n int, format string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return strings.ToUpper(letters(n, "abcdefghijklmnopqrstuvwxyz"))
	case "lowerLetter":
		return letters(n, "abcdefghijklmnopqrstuvwxyz")
	case "russianUpper":
		return strings.ToUpper(letters(n, "абвгдежзиклмнопрстуфхцчшщыэюя"))
	case "russianLower":
		return letters(n, "абвгдежзиклмнопрстуфхцчшщыэюя")
	case "decimalZero":
		return padded(n, 2)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if 1 <= n && n <= 20 {
			return string('①' + rune(n-1))
		}
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalEnclosedFullstop":
		return strconv.Itoa(n) + "."
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	case "chicago":
		if n > 0 && n <= 40 {
			return strings.Repeat(string([]rune("*†‡§")[(n-1)%4]), (n-1)/4+1)
		}
	case "none", "bullet":
		return ""
	}
	// A format of one's own shows how it counts: «001, 002, 003, ...».
	if first, _, ok := strings.Cut(format, ","); ok && strings.Trim(first, "01") == "" {
		return padded(n, min(len(first), 10))
	}
	return strconv.Itoa(n)
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(width-len(s), 0)) + s
}

// letters counts а, б, … я, аа, бб as Word does.
func letters(n int, alphabet string) string {
	abc := []rune(alphabet)
	if n < 1 || n > 30*len(abc) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(abc[(n-1)%len(abc)]), (n-1)/len(abc)+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.n {
			b.WriteString(d.s)
			n -= d.n
		}
	}
	return b.String()
}

// A wordTable has the words of numbers: of 0 to 19, of tens, of hundreds; the
// ordinals in the same order.
type wordTable struct{ units, tens, hundreds, unitOrdinals, tenOrdinals, hundredOrdinals []string }

var russianNumbers = wordTable{
	strings.Fields("ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"),
	strings.Fields("- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"),
	strings.Fields("- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"),
	strings.Fields("нулевой первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый"),
	strings.Fields("- - двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"),
	strings.Fields("- сотый двухсотый трехсотый четырехсотый пятисотый шестисотый семисотый восьмисотый девятисотый"),
}

var englishNumbers = wordTable{
	strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
	strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety"),
	nil,
	strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"),
	strings.Fields("- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"),
	nil,
}

// wordNumber writes «1-й», «Первый» or «Один», as Word does in a Russian
// document; in an English one, "1st", "First", "One".
func wordNumber(n int, format string, english bool) string {
	if format == "ordinal" {
		if !english {
			return strconv.Itoa(n) + "-й"
		}
		suffix := "th"
		if n/10%10 != 1 && n > 0 {
			suffix = map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10]
			if suffix == "" {
				suffix = "th"
			}
		}
		return strconv.Itoa(n) + suffix
	}
	t, gap := russianNumbers, " "
	if english {
		t, gap = englishNumbers, "-"
	}
	s := t.words(n, format == "ordinalText", gap)
	if s == "" {
		return strconv.Itoa(n)
	}
	first := []rune(s)
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}

func (t wordTable) words(n int, ordinal bool, gap string) string {
	units, tens, hundreds := t.units, t.tens, t.hundreds
	if ordinal {
		units, tens, hundreds = t.unitOrdinals, t.tenOrdinals, t.hundredOrdinals
	}
	switch {
	case n < 0 || n >= 100*max(len(t.hundreds), 1):
		return ""
	case n < 20:
		return units[n]
	case n < 100 && n%10 == 0:
		return tens[n/10]
	case n < 100:
		return t.tens[n/10] + gap + units[n%10]
	case n%100 == 0:
		return hundreds[n/100]
	}
	return t.hundreds[n/100] + " " + t.words(n%100, ordinal, gap)
}
