package official

import (
	"slices"
	"strings"
	"unicode"

	"svod/compare/table"
)

// widened marks with a sign that changed the word before it: a bold full stop
// is not seen.
func widened(c table.Cell) table.Cell {
	runs := slices.Clone(c.Runs)
	for i := 1; i < len(runs); i++ {
		r, before := runs[i], runs[i-1]
		if r.Mark == table.MarkNone || r.Mark == table.MarkItalic || before.Mark != table.MarkNone || r.Text == "" || strings.ContainsFunc(r.Text, legible) {
			continue
		}
		last := strings.LastIndexFunc(before.Text, func(r rune) bool { return !legible(r) })
		if last == len(before.Text)-1 {
			continue // it does not hang on a word
		}
		word := before.Text[last+1:]
		if last >= 0 {
			word = strings.TrimLeftFunc(before.Text[last:], func(r rune) bool { return !legible(r) })
		}
		runs[i-1].Text = strings.TrimSuffix(before.Text, word)
		runs[i].Text = word + r.Text
	}
	c.Runs = slices.DeleteFunc(runs, func(r table.Run) bool { return r.Text == "" })
	return c
}

func legible(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
