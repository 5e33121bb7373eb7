package extract

import (
	"cmp"
	"slices"
)

// A docSpan is a stretch of the text.
type docSpan struct{ lo, hi int }

// Marks of fields in the text: the instruction lies between begin and
// separator, the result between separator and end.
const (
	fieldBegin     = 0x13
	fieldSeparator = 0x14
	fieldEnd       = 0x15
)

// instructions finds what of the text from lo to hi is the instructions of
// fields, in order and apart from each other. A field whose end is missing
// hides nothing.
func instructions(text []uint16, lo, hi int) []docSpan {
	type field struct{ begin, separator int }
	var open []field
	var all []docSpan
	for cp := lo; cp < hi; cp++ {
		n := len(open)
		switch text[cp] {
		case fieldBegin:
			open = append(open, field{cp, -1})
		case fieldSeparator:
			if n > 0 && open[n-1].separator < 0 {
				open[n-1].separator = cp
			}
		case fieldEnd:
			if n == 0 {
				continue
			}
			f := open[n-1]
			open = open[:n-1]
			if f.separator < 0 {
				f.separator = cp
			}
			all = append(all, docSpan{f.begin, f.separator + 1})
		}
	}
	slices.SortFunc(all, func(a, b docSpan) int { return cmp.Compare(a.lo, b.lo) })
	var outer []docSpan
	end := lo
	for _, s := range all {
		if s.lo >= end { // those inside an instruction go with it
			outer = append(outer, s)
			end = s.hi
		}
	}
	return outer
}
