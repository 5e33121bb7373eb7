package extract

import (
	"bytes"
	"regexp"
	"strconv"
)

var (
	rtfFormKind   = regexp.MustCompile(`\\fftype(\d)`)
	rtfFormResult = regexp.MustCompile(`\\ffres(\d{1,2})\b`)
	rtfFormFirst  = regexp.MustCompile(`\\ffdefres(\d{1,2})\b`)
)

const rtfMaxForm = 1 << 16 // bytes; Word allows 25 entries of 50 characters

// formText reads what a form's field is set to from its instruction: ☒, ☐, or
// the chosen entry of a list. Word paints these, and writes no result for them.
func (r *rtfReader) formText(instruction []byte) string {
	at := bytes.Index(instruction, []byte(`\formfield`))
	if at < 0 {
		return ""
	}
	b := instruction[at:min(len(instruction), at+rtfMaxForm)]
	number := func(re *regexp.Regexp, absent int) int {
		m := re.FindSubmatch(b)
		if m == nil {
			return absent
		}
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	chosen := number(rtfFormResult, formUnset)
	if chosen == formUnset {
		chosen = number(rtfFormFirst, 0)
	}
	switch number(rtfFormKind, 0) {
	case formCheckBox:
		if chosen == 1 {
			return "☒"
		}
		return "☐"
	case formList:
		entries := bytes.Split(b, []byte(`\ffl `))[1:]
		if chosen < len(entries) {
			return r.phrase(entries[chosen])
		}
	}
	return ""
}

// phrase decodes text up to the end of its group.
func (r *rtfReader) phrase(b []byte) string {
	end := bytes.IndexAny(b, "{}")
	if end < 0 {
		return ""
	}
	in := newRTFReader(&input{ctx: r.ctx, data: b[:end]}, r.latin)
	in.ansi, in.fonts, in.state.low = r.ansi, r.fonts, r.state.low
	if err := in.read(); err != nil || len(in.stories[0].lines) == 0 {
		return ""
	}
	return in.stories[0].lines[0].Text
}
