package bodies

import (
	"strings"
	"unicode/utf8"

	"svod/compare/table"
)

// maxQuote is the length of a quote in characters.
const maxQuote = 220

// quote returns a text with its matches marked, cut to the words around the
// first one.
func quote(e table.Evidence) []table.Run {
	text, at := e.Text, 0
	if len(e.Matches) > 0 {
		at = e.Matches[0][0]
	}
	lo, hi := 0, len(text)
	if utf8.RuneCountInString(text) > maxQuote {
		lo = back(text, at, maxQuote/3)
		hi = forth(text, lo, maxQuote)
	}
	var runs []table.Run
	add := func(s string, mark table.Mark) {
		if s != "" {
			runs = append(runs, table.Run{Text: strings.ReplaceAll(s, "\n", ". "), Mark: mark})
		}
	}
	if lo > 0 {
		add("… ", table.MarkMuted)
	}
	from := lo
	for _, m := range e.Matches {
		if m[0] < from || m[1] > hi {
			continue
		}
		add(text[from:m[0]], table.MarkNone)
		add(text[m[0]:m[1]], table.MarkMatch)
		from = m[1]
	}
	add(text[from:hi], table.MarkNone)
	if hi < len(text) {
		add(" …", table.MarkMuted)
	}
	return runs
}

// back goes n characters back, on to the beginning of a word.
func back(text string, at, n int) int {
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	if at == 0 {
		return 0
	}
	if i := strings.IndexByte(text[at:], ' '); i >= 0 {
		return at + i + 1
	}
	return at
}

// forth goes n characters on, back to the end of a word.
func forth(text string, at, n int) int {
	lo := at
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	if at == len(text) {
		return at
	}
	if i := strings.LastIndexByte(text[lo:at], ' '); i > 0 {
		return lo + i
	}
	return at
}
