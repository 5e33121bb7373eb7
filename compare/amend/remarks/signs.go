package remarks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs and capitals are compared between words that follow each other in the cell and in
// the act: a comma dropped or a full stop for a colon changes what is said.
// What typists and programs vary is not: quotation marks, dashes, spaces; and at
// the end of a provision a sign that is left out.

// signs returns the places at which a cell has other signs than the act, or
// other capitals.
func (v *verdict) signs(q *quote) []difference {
	out := v.capitals(q)
	for c := 0; c+1 < len(v.laid.pairs); c++ {
		w := v.laid.pairs[c]
		if w < 0 || v.f.words[w].label {
			continue
		}
		law, ends := v.f.signsBehind(w)
		rest := q.text[q.words[c].hi:]
		d := difference{clo: c, chi: c + 1, law: []int{w}, para: v.f.words[w].para, at: w}
		switch next := &q.words[c+1]; {
		case next.gap && next.first && ends: // «включает:» ⏎ «…»
		case v.laid.pairs[c+1] == w+1:
			rest = q.text[q.words[c].hi:next.lo]
			if !ends {
				d.chi, d.law = c+2, append(d.law, w+1)
			}
		default:
			continue
		}
		if ends {
			rest, _, _ = strings.Cut(rest, "\n")
		}
		if cell := signsIn(rest); cell != law && (!ends || cell != "" && law != "") {
			out = append(out, d)
		}
	}
	return out
}

// capitals returns the words that a cell writes with a capital and the act
// without one, or the other way: not where a line begins, nor where either has
// capitals only.
func (v *verdict) capitals(q *quote) []difference {
	var out []difference
	for c, w := range v.laid.pairs {
		if w < 0 || q.words[c].first || v.f.words[w].label {
			continue
		}
		p := &v.f.paras[v.f.words[w].para]
		law, cell := p.text[v.f.words[w].lo:v.f.words[w].hi], q.text[q.words[c].lo:q.words[c].hi]
		if w == p.lo || v.f.words[w-1].label || q.words[c-1].first && q.words[c-1].number || q.words[c-1].gap || isUpper(law) == isUpper(cell) || allUpper(law) || allUpper(cell) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].chi == c && out[n-1].law[len(out[n-1].law)-1] == w-1 {
			out[n-1].chi, out[n-1].law = c+1, append(out[n-1].law, w)
			continue
		}
		out = append(out, difference{clo: c, chi: c + 1, law: []int{w}, para: v.f.words[w].para, at: w})
	}
	return out
}

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func allUpper(s string) bool { return utf8.RuneCountInString(s) > 1 && strings.ToUpper(s) == s }

// signsBehind returns the signs between a word and the next, and whether they
// end a paragraph.
func (f *flat) signsBehind(w int) (signs string, ends bool) {
	p := &f.paras[f.words[w].para]
	if w+1 == p.hi {
		return signsIn(p.text[f.words[w].hi:]), true
	}
	return signsIn(p.text[f.words[w].hi:f.words[w+1].lo]), false
}

// signsIn are the signs of a text that are compared.
func signsIn(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(",;:.!?()", r) {
			return r
		}
		return -1
	}, s)
}
