package remarks

import (
	"slices"
	"strings"
)

// A difference is a place at which a cell and the act differ.
type difference struct {
	clo, chi int // in the words of the cell
	law      []int
	para     int // in which paragraph of the act
	at       int // the act's word beside it
}

// hunks returns the places at which a cell differs from where it stands, those
// between which nearly nothing is the same taken together.
func (v *verdict) hunks(q *quote, f *flat) []difference {
	var out []difference
	for _, t := range v.tails {
		if t.cell == 0 {
			out = append(out, difference{law: t.law, at: t.law[0]})
		}
	}
	for _, h := range v.laid.hunks {
		d := difference{clo: h.clo, chi: h.chi, law: h.law, at: max(h.at, 0)}
		if d.clo < 0 {
			d.clo = v.cellAt(q, f, h)
			d.chi = d.clo
		}
		if n := len(out); n > 0 && d.clo-out[n-1].chi <= 1 && len(d.law) > 0 && len(out[n-1].law) > 0 &&
			d.law[0]-out[n-1].law[len(out[n-1].law)-1] <= 2 && d.clo > 0 && !between(q, out[n-1].chi, d.clo) && f.words[d.law[0]].para == f.words[out[n-1].law[0]].para {
			last := &out[n-1]
			for w := last.law[len(last.law)-1] + 1; w < d.law[0]; w++ {
				last.law = append(last.law, w)
			}
			last.law = append(last.law, d.law...)
			last.chi = max(last.chi, d.chi)
			continue
		}
		out = append(out, d)
	}
	for _, t := range v.tails {
		if n := len(out); n > 0 && t.cell > 0 && out[n-1].chi == t.cell && len(out[n-1].law) > 0 && out[n-1].law[len(out[n-1].law)-1]+1 == t.law[0] {
			out[n-1].law = append(out[n-1].law, t.law...)
		} else if t.cell > 0 {
			out = append(out, difference{law: t.law, at: t.law[0], clo: t.cell, chi: t.cell})
		}
	}
	for i := range out {
		if len(f.words) > 0 {
			out[i].para = f.words[out[i].at].para
		}
	}
	return out
}

// between reports whether something is left out between two words of a cell.
func between(q *quote, lo, hi int) bool {
	return lo < hi && slices.ContainsFunc(q.words[lo:hi], func(w word) bool { return w.gap })
}

// cellAt is the word of the cell before which words of the act are missing.
func (v *verdict) cellAt(q *quote, f *flat, h hunk) int {
	return min(h.before, len(q.words))
}

var negations = map[string]bool{"не": true, "ни": true, "нет": true, "без": true, "нельзя": true, "никто": true, "кроме": true,
	"емес": true, "жоқ": true, "болмайды": true, "тыйым": true}

func isNegation(w *word) bool {
	if negations[w.form] {
		return true
	}
	for _, end := range []string{"майды", "мейді", "байды", "бейді", "пайды", "пейді", "маған", "меген"} {
		if strings.HasSuffix(w.form, end) {
			return true
		}
	}
	return false
}

// kind tells what a difference is, the most dangerous first.
func (d *difference) kind(q *quote, f *flat) Kind {
	var law, cell []*word
	for _, w := range d.law {
		law = append(law, &f.words[w])
	}
	for i := d.clo; i < d.chi; i++ {
		if !q.words[i].gap {
			cell = append(cell, &q.words[i])
		}
	}
	labels := slices.ContainsFunc(law, func(w *word) bool { return w.label }) && (len(law) <= 2 || len(cell) > 0 && cell[0].number)
	if labels && len(law) <= 4 || len(law) == 0 && len(cell) == 1 && cell[0].first && cell[0].number {
		return WrongNumber
	}
	figures := func(ws []*word) (out []string) {
		for _, w := range ws {
			if w.number && !w.label {
				out = append(out, w.stem)
			}
		}
		return out
	}
	negative := func(ws []*word) (n int) {
		for _, w := range ws {
			if isNegation(w) {
				n++
			}
		}
		return n
	}
	short := len(law) <= 12 && len(cell) <= 12
	if (len(law) == 0 || len(cell) == 0) && len(law)+len(cell) > 2 {
		short = false // words with all that is in them, not a number or a «не»
	}
	switch {
	case short && !slices.Equal(figures(law), figures(cell)):
		return Figures
	case short && negative(law) != negative(cell):
		return Negation
	case len(cell) == 0:
		return Missing
	case len(law) == 0:
		return Extra
	}
	return Changed
}

// around is how many words a finding shows on each side of what differs.
const aroundWords = 7

// lawText is the place in the act.
func (d *difference) lawText(f *flat) string {
	lo, hi := d.at, d.at
	if len(d.law) > 0 {
		lo, hi = d.law[0], d.law[len(d.law)-1]
	}
	if len(f.words) == 0 {
		return ""
	}
	p, last := &f.paras[f.words[lo].para], &f.paras[f.words[hi].para]
	from, to := max(p.lo, lo-aroundWords), min(last.hi-1, hi+aroundWords)
	if p == last {
		return clipped(p.text, f.words[from].lo, f.words[to].hi, from > p.lo, to < p.hi-1)
	}
	parts := []string{clipped(p.text, f.words[from].lo, len(p.text), from > p.lo, false)}
	for i := f.words[lo].para + 1; i <= f.words[hi].para; i++ {
		parts = append(parts, f.paras[i].text)
	}
	return strings.Join(parts, "\n")
}

// quoteText is the place in the cell.
func (d *difference) quoteText(q *quote) string {
	lo, hi := max(0, d.clo-aroundWords), min(len(q.words), d.chi+aroundWords)
	for i := d.clo - 1; i >= lo; i-- {
		if q.words[i].gap {
			lo = i + 1
			break
		}
		if q.words[i].first {
			lo = i
			break
		}
	}
	for i := max(d.chi, 0); i < hi; i++ {
		if q.words[i].gap || q.words[i].first && i > d.clo {
			hi = i
			break
		}
	}
	for lo < hi && q.words[lo].gap {
		lo++
	}
	for hi > lo && q.words[hi-1].gap {
		hi--
	}
	if lo >= hi {
		return ""
	}
	return clipped(q.text, q.words[lo].lo, q.words[hi-1].hi, lo > 0, hi < len(q.words))
}

// clipped is a stretch of a text with dots for what is left out of it, its
// signs before and behind kept.
func clipped(s string, lo, hi int, before, after bool) string {
	for !after && hi < len(s) {
		hi = len(s)
	}
	if !before {
		lo = 0
	}
	out := strings.TrimSpace(s[lo:hi])
	if before {
		out = "… " + out
	}
	if after {
		out += " …"
	}
	return out
}
