package query

import (
	"strings"

	"svod/corpus/words"
)

// longestNumber is of how many words a number may be.
const longestNumber = 8

// joinNumbers makes one word of those that are one number: «двадцати пяти»,
// which stands in texts as one word with the stem 25, and «10 (десяти)», whose
// brackets are no operators. Offsets are those of text.
func joinNumbers(text string, ls []lexeme) []lexeme {
	out := ls[:0]
	for i := 0; i < len(ls); {
		l, n := ls[i], 1
		for l.kind == lexWord && n < longestNumber && i+n < len(ls) && ls[i+n].numeral() {
			n++
		}
		for ; n > 1; n-- {
			end := ls[i+n-1]
			all := text[l.offset : end.offset+len(end.text)]
			if _, ok := words.Number(all); ok && strings.Count(all, "(") == strings.Count(all, ")") {
				l.text, l.end = all, l.offset+len(all)
				break
			}
		}
		out = append(out, l)
		i += n
	}
	return out
}

// numeral reports whether a lexeme may go on with a number.
func (l lexeme) numeral() bool {
	return l.kind == lexWord || l.kind == lexOpen || l.kind == lexClose
}
