package content

import (
	_ "embed"
	"strings"
)

//go:embed functional.txt
var functionalText string

// functionWords are the words that say nothing by themselves. They are counted
// like others; only tables that ask for content words leave them out.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(functionalText) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			m[w] = true
		}
	}
	return m
}()

// functional reports whether a form is a function word, a number or a single
// letter.
func functional(form string) bool {
	form = strings.ToLower(form)
	if form == "" || form[0] >= '0' && form[0] <= '9' {
		return true
	}
	return functionWords[form] || len([]rune(form)) == 1 || romanNumeral(form)
}

func romanNumeral(form string) bool { return strings.Trim(form, "ivxlcm") == "" }
