package query

import "strings"

// Bare reports whether a search says nothing in this language: it is words,
// perhaps with a name in quotes among them, and so may be something else, as
// the address «ст. 5 закона „О советах“» is. What cannot be read as a query
// may be as well.
func Bare(text string) bool {
	if isPattern(text) {
		return false
	}
	ls := lexemes(text)
	phrases := 0
	for _, l := range ls {
		switch {
		case lexNear <= l.kind && l.kind <= lexAtLeast, l.kind == lexRef:
			return false
		case l.kind == lexWord && (strings.HasPrefix(l.text, "=") || strings.ContainsAny(l.text, "*~")):
			return false
		case l.kind == lexPhrase:
			phrases++
		}
	}
	return phrases == 0 || phrases < len(ls)-1 // the last is the end
}
