package apply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortened are words that end with a full stop within a sentence.
var shortened = map[string]bool{"ст": true, "п": true, "пп": true, "ч": true, "г": true, "гг": true, "т": true, "см": true, "др": true, "пр": true,
	"им": true, "руб": true, "тыс": true, "млн": true, "млрд": true, "ж": true, "жж": true, "т.б": true, "т.д": true, "т.п": true, "т.е": true}

// sentences returns the sentences of a text as stretches of it, without the
// spaces between them.
func sentences(s string) []match {
	var out []match
	lo := 0
	for i, r := range s {
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(s) {
			q, n := utf8.DecodeRuneInString(s[end:])
			if !strings.ContainsRune("»”\")]", q) {
				break
			}
			end += n
		}
		rest := strings.TrimLeftFunc(s[end:], unicode.IsSpace)
		if rest == "" || len(rest) == len(s[end:]) || end <= lo {
			continue
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "«\"“„("))
		if !unicode.IsUpper(next) && !unicode.IsDigit(next) {
			continue
		}
		if word := lastWord(s[lo:i]); r == '.' && (shortened[strings.ToLower(word)] || utf8.RuneCountInString(word) == 1 && unicode.IsLetter(firstLetter(word))) {
			continue
		}
		out = append(out, match{lo: lo, hi: end})
		lo = len(s) - len(rest)
	}
	if rest := strings.TrimRightFunc(s[lo:], unicode.IsSpace); rest != "" {
		out = append(out, match{lo: lo, hi: lo + len(rest)})
	}
	return out
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(«\"", r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}
