package amend

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quotes are paired whatever they look like. Those of one look for both ends
// open before a letter and behind a space, else they close. “ closes what „
// has opened, and opens else.

// opens reports whether a quotation begins at byte i.
func opens(s string, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '«', '„', '“', '‟':
		return true
	case '"':
		prev, _ := utf8.DecodeLastRuneInString(s[:i])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		return (i == 0 || unicode.IsSpace(prev) || strings.ContainsRune("(«„“\"", prev)) && i+n < len(s) && !unicode.IsSpace(next)
	}
	return false
}

// quotation returns what is quoted at the beginning of s and the byte behind it.
// Without an end all of s is.
func quotation(s string, how pairing) (inner string, end int, closed bool) {
	first, n := utf8.DecodeRuneInString(s)
	open := []rune{first}
	for i := n; i < len(s); {
		r, k := utf8.DecodeRuneInString(s[i:])
		low := len(open) > 0 && (open[len(open)-1] == '„' || open[len(open)-1] == '‟')
		switch {
		case r == '“' && low, r == '»', r == '”', r == '"' && !opens(s, i):
			open = open[:len(open)-1]
			if how == flat {
				open = nil
			}
		case opens(s, i) && how != flat:
			open = append(open, r)
		}
		i += k
		if len(open) == 0 {
			return strings.TrimSpace(s[n : i-k]), i, true
		}
	}
	return strings.TrimSpace(s[n:]), len(s), false
}

// depth is how many quotations a line leaves open.
func depth(s string) int {
	d := 0
	low := false
	for i, r := range s {
		switch {
		case r == '“' && low, r == '»', r == '”', r == '"' && !opens(s, i):
			d, low = d-1, false
		case opens(s, i):
			d, low = d+1, low || r == '„'
		}
	}
	return d
}
