package inflect

import (
	"slices"
	"strings"
	"unicode/utf8"
)

func setOf(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

func lower(s string) string { return strings.ToLower(s) }

func isConjunction(form string) bool { return conjunctions[form] }

var conjunctions = setOf("и или либо а также")

// isAdverb reports whether a word stands before an adjective and does not
// change: «особо», «социально», «не».
func isAdverb(form string) bool {
	if adverbs[form] {
		return true
	}
	if nouns().find(form) != nil {
		return false
	}
	return endsAny(form, "но", "ски", "ко", "ло", "ово") && utf8.RuneCountInString(form) > 4
}

var adverbs = setOf("не особо вновь впервые ранее также наиболее наименее более менее иначе выше ниже очно заочно")

func endsAny(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(s, e) })
}
