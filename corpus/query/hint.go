package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Small returns the words of a search, as they were typed, that would be
// operators in capitals and stand where an operator might: «отчет или доклад».
// What stands in quotes is a word without doubt.
func Small(text string) []string {
	var out []string
	ls := lexemes(text)
	for i, l := range ls {
		if l.kind != lexWord || l.text != strings.ToLower(l.text) {
			continue
		}
		k, ok := keyword(strings.ToUpper(l.text), text)
		if ok && isOperand(ls[i+1].kind) && (k == lexNot || i > 0 && isOperand(ls[i-1].kind)) {
			out = append(out, l.text)
		}
	}
	return out
}

// Loud returns the operators of a search that is all in capitals, where they
// may be words like the others: «ОТКАЗ НЕ ДОПУСКАЕТСЯ». Abbreviations don't
// make a search loud.
func Loud(text string) []string {
	var out []string
	loud := false
	for _, l := range lexemes(text) {
		switch l.kind {
		case lexAnd, lexOr, lexNot:
			out = append(out, l.text)
		case lexWord:
			if strings.ContainsFunc(l.text, unicode.IsLower) {
				return nil
			}
			loud = loud || strings.ContainsFunc(l.text, unicode.IsUpper) && utf8.RuneCountInString(l.text) > longestAbbreviation
		}
	}
	if !loud {
		return nil
	}
	return out
}

const longestAbbreviation = 5

// lexemes are those of a search without its filters; none of a faulty one.
func lexemes(text string) []lexeme {
	if isPattern(text) {
		return nil
	}
	rest, _, err := Cut(text)
	if err != nil {
		return nil
	}
	ls, err := lex(rest, false)
	if err != nil {
		return nil
	}
	return ls
}
