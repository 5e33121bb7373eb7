package figures

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"svod/corpus/lazy"
)

const denied = `не (?:проводил(?:ось|ись|ась)|проведен[ыо]|созывал(?:ось|ись)|состоял(?:ось|ись)|поступал[оиа]?|поступил[оиа]?|вносил(?:ось|ись)|внесен[ыо]|` +
	`принимал(?:ось|ись)|рассматривал(?:ось|ись)|выявлен[ыо]|выявлял(?:ось|ись)|зарегистрирован[ыо]|имел(?:ось|ись)|имеется|было|направлял(?:ось|ись)|выдавал(?:ось|ись)|осуществлял(?:ось|ись))|` +
	`отсутствовал[ои]|өткізілген жоқ|өткізілмеді|түскен жоқ|түспеді|қабылданған жоқ|қабылданбады|болған жоқ|болмады`

var (
	denial     = lazy.New(`(?i)` + denied)
	denialCell = lazy.New(`(?i)^(?:` + denied + `)\.?$`)
	// existence is denied of what stands behind: «не было замечаний».
	existence = lazy.New(`(?i)^(не было|не имелось|не имеется|отсутствовал)`)
)

// zeros returns the numbers of a text that are said to be none, «не
// проводились», together with the others, in order.
func zeros(text string, others []Number) []Number {
	for _, m := range denial.FindAllStringIndex(text, -1) {
		if !wordly(text, m[0], m[1]) || slices.ContainsFunc(others, func(n Number) bool { return n.Lo < m[1] && m[0] < n.Hi }) {
			continue
		}
		others = append(others, Number{Text: text[m[0]:m[1]], Lo: m[0], Hi: m[1], Said: true})
	}
	slices.SortFunc(others, func(a, b Number) int { return cmp.Compare(a.Lo, b.Lo) })
	return others
}

// wordly reports whether a place of a text is whole words.
func wordly(text string, lo, hi int) bool {
	before := strings.TrimRightFunc(text[:lo], unicode.IsLetter)
	after := strings.TrimLeftFunc(text[hi:], unicode.IsLetter)
	return len(before) == lo && len(after) == len(text)-hi
}

// denies reports whether a denial is of the words with between before it.
func denies(n Number, between, rest string) bool {
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	named := next != "" && unicode.IsLetter([]rune(next)[0])
	return len(strings.Fields(between)) <= 4 && !(named && existence.MatchString(n.Text))
}
