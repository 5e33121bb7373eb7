package parse

import (
	"strings"

	"svod/corpus/lazy"
)

// An act prints its own number and date in one requisite («Кодекс … от 18 июля
// 2025 года № 214-VIII»), or on lines of their own at the head or under the
// signature. Around them stand others: of the act that it amends, of its
// registration, adoption, publication and entry into force.

var numbers = lazy.New(`(?:№|N)[\s\x{a0}]*((?:[ҚК]Р[\s\x{a0}]+)?[\p{L}\d][\p{L}\d/-]*(?:[\s\x{a0}]\d+/\d+[\p{L}\d-]*|[\s\x{a0}]?ДСМ-[\d/]+)?)`)

// foreignDates begin what in a requisite speaks of another day than the act's.
var foreignDates = lazy.New(`(?i)зарегистрирован|опубликован|вступа|введ[её]н|вводится|утратил|состоянию на|изменени|редакци|тіркел|жарияла|күшін жой|распространя`)

// accepted matches who adopted the text before it was signed: that day is the
// act's own only where no other is printed.
var accepted = lazy.New(`(?i)^(?:конституция )?(?:принят|одобрен|қабылдан)`)

// An actDate is a candidate for the number and the date of an act.
type actDate struct {
	number, day string
	rank        int // 0 the best: both in one requisite
}

// numberAndDate chooses among the requisites of the head, the name of the
// document and the lines around the signature.
func numberAndDate(head []string, title string, foot []string) (number, day string) {
	best := actDate{rank: 9}
	take := func(c actDate) {
		if c.rank < best.rank {
			best = c
		}
	}
	if !amends(title) {
		take(readActDate(title, 1))
	}
	for _, s := range head {
		if s != title && !isAboutOthers(s) {
			take(readActDate(s, 0))
		}
	}
	take(joinedActDate(foot, 2))
	take(joinedActDate(head, 3))
	for _, s := range head {
		if accepted.MatchString(s) {
			if ds := findDates(s); len(ds) > 0 {
				take(actDate{"", ds[0].iso, 5})
			}
		}
	}
	return best.number, best.day
}

// isAboutOthers reports whether a line of the head speaks of other acts, as
// names, notes and preambles do.
func isAboutOthers(s string) bool {
	return hasAny(s, names[:3]) || hasAny(s, preambles) || strings.HasPrefix(s, "(") || strings.HasPrefix(s, "«") || accepted.MatchString(s)
}

// readActDate reads «… от 18 июля 2025 года № 214-VIII ЗРК. Зарегистрирован …»
// and «2015 жылғы 2 қарашадағы № 383-V».
func readActDate(s string, rank int) actDate {
	if m := foreignDates.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	ds := findDates(s)
	m := numbers.FindStringSubmatchIndex(s)
	if len(ds) == 0 || m == nil {
		return actDate{rank: 9}
	}
	for _, d := range ds {
		if between := m[0] - d.end; between >= 0 && between < 20 { // « года »
			return actDate{s[m[2]:m[3]], d.iso, rank}
		}
	}
	if m[1] <= ds[0].at && ds[0].at-m[1] < 20 { // «№ 5 от 3 мая 2019 года»
		return actDate{s[m[2]:m[3]], ds[0].iso, rank}
	}
	return actDate{rank: 9}
}

// joinedActDate reads a date and a number that stand on lines of their own.
func joinedActDate(lines []string, rank int) actDate {
	c := actDate{rank: 9}
	for _, s := range lines {
		if isAboutOthers(s) || foreignDates.MatchString(s) || runeLen(s) > 100 {
			continue
		}
		s = trimLeft(strings.TrimPrefix(s, "от"))
		if both := readActDate(s, rank); both.rank == rank {
			return both
		}
		if m := numbers.FindStringSubmatchIndex(s); m != nil && m[0] == 0 && c.number == "" {
			c.number, c.rank = s[m[2]:m[3]], rank
		}
		if ds := findDates(s); len(ds) > 0 && c.day == "" && onlyDate(s, ds[0]) {
			c.day, c.rank = ds[0].iso, rank
		}
	}
	if c.day == "" {
		c.rank++ // a number alone may be of a page or of a form
	}
	return c
}

// onlyDate reports whether a line holds little beside its date: the place.
func onlyDate(s string, d date) bool {
	return runeLen(s)-runeLen(s[d.at:d.end]) < 40
}

// amends reports whether a title names another act with its number.
func amends(title string) bool {
	return hasAny(title, []string{"о внес", "о призна", "об утвержд", "о некотор", "об отмен", "о рассмотр", "о дополн", "об измен", "о приостан", "о введении", "о провер", "о ратиф"}) ||
		strings.Contains(title, "өзгеріс") || strings.Contains(title, "күші жойылды") || strings.Contains(title, "толықтыру")
}
