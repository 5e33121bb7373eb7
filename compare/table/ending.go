package table

import "strings"

// Ending returns the end of a text, at most so many characters cut at a word,
// with dots for what is left out.
func Ending(s string, most int) string {
	rs := []rune(s)
	if len(rs) <= most {
		return s
	}
	cut := string(rs[len(rs)-most:])
	if i := strings.IndexAny(cut, " \n"); i >= 0 {
		cut = cut[i+1:]
	}
	return "… " + cut
}
