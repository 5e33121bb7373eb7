package parse

import (
	"fmt"
	"strconv"
	"strings"

	"svod/corpus/lazy"
)

// A date is a date in a text, with its byte offsets there.
type date struct {
	iso     string
	at, end int
}

var dates = lazy.New(`(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2}(?:[^\d]|$))|(\d{4})\.(\d{2})\.(\d{2})|«?(\d{1,2})»?[\s\x{a0}]+(\p{L}+)[\s\x{a0}]+(\d{4})|(\d{4})[\s\x{a0}-]+жыл\p{L}*[\s\x{a0}]+(\d{1,2})[\s\x{a0}-]+(\p{L}+)`)

var months = []string{"янв қаңтар", "фев ақпан", "мар наурыз", "апр сәуір", "ма мамыр", "июн маусым", "июл шілде", "авг тамыз", "сен қыркүйек", "окт қазан", "ноя қараша", "дек желтоқсан"}

func month(word string) int {
	word = strings.ToLower(word)
	for i, m := range months {
		ru, kk, _ := strings.Cut(m, " ")
		if strings.HasPrefix(word, kk) || strings.HasPrefix(word, ru) && len(word) <= 16 {
			return i + 1
		}
	}
	return 0
}

// findDates returns the dates of a text in Russian and Kazakh notations.
func findDates(s string) []date {
	var ds []date
	for _, m := range dates.FindAllStringSubmatchIndex(s, -1) {
		g := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[m[2*i]:m[2*i+1]]
		}
		n := func(i int) int {
			v, _ := strconv.Atoi(strings.TrimFunc(g(i), func(r rune) bool { return r < '0' || r > '9' }))
			return v
		}
		var y, mo, d int
		switch {
		case g(1) != "":
			if d, mo, y = n(1), n(2), n(3); y < 100 {
				if y += 2000; y > 2050 {
					y -= 100
				}
			}
		case g(4) != "":
			y, mo, d = n(4), n(5), n(6)
		case g(7) != "":
			d, mo, y = n(7), month(g(8)), n(9)
		default:
			y, mo, d = n(10), month(g(12)), n(11)
		}
		if 1 <= mo && mo <= 12 && 1 <= d && d <= 31 && 1900 <= y && y < 2100 {
			ds = append(ds, date{fmt.Sprintf("%04d-%02d-%02d", y, mo, d), m[0], m[1]})
		}
	}
	return ds
}
