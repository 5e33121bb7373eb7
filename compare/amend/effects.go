package amend

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus"
)

// effects finds when the draft comes into force and tells its operations.
func (r *reader) effects() {
	d := r.draft
	var general Effect
	type special struct {
		at     []corpus.Address
		effect Effect
	}
	var specials []special
	listed := 0 // lines before it belong to what was read
	for i := range r.lines {
		l := &r.lines[i]
		if i < listed || l.taken || r.inOperation(i) {
			continue
		}
		s, end := r.unbroken(i)
		f, says := r.language.effect(spaced(s))
		if !says {
			continue
		}
		listed = end
		if strings.HasSuffix(s, ":") { // «за исключением:» ⏎ «1) …»
			for j := end; j < len(r.lines) && r.lines[j].level > l.level; j = listed {
				var item string
				item, listed = r.unbroken(j)
				more, _ := r.language.effect(spaced(strings.TrimSuffix(s, ":") + " " + item))
				f.except = append(f.except, more.except...)
				f.unclear = more.unclear || f.unclear && j > end
			}
		}
		if f.unclear && !slices.ContainsFunc(d.Unread, func(u Unread) bool { return u.Lines.Lo <= i && i < u.Lines.Hi }) {
			r.unread(i, listed, s, WhyEffect)
		}
		if len(f.except) == 0 || f.Effect != (Effect{}) { // else it speaks of a few provisions only
			general = f.Effect
			general.Place, general.Text = l.at, s
		}
		for _, x := range f.except {
			x.effect.Place, x.effect.Text = l.at, s
			sp := special{effect: x.effect}
			for _, w := range x.where {
				sp.at = append(sp.at, d.Document.Resolve(w.Reference())...)
			}
			specials = append(specials, sp)
		}
	}
	slices.SortStableFunc(d.Unread, func(a, b Unread) int { return cmp.Compare(a.Lines.Lo, b.Lines.Lo) })
	for i := range d.Operations {
		op := &d.Operations[i]
		op.Effect = general
		for _, s := range specials {
			for _, a := range s.at {
				if op.Place.Within(a) {
					op.Effect = s.effect
				}
			}
		}
	}
}

// unbroken is the sentence that begins at line i, put together where it was
// torn.
func (r *reader) unbroken(i int) (s string, end int) {
	s = r.lines[i].rest
	for end = i + 1; end < min(i+1+mostTorn, len(r.lines)); end++ {
		l := &r.lines[end]
		if s == "" || strings.ContainsAny(s[len(s)-1:], ".;:") || l.level > 0 || l.Cells != nil || l.rest == "" || l.kind == corpus.KindSignature || l.kind == corpus.KindAppendix || !startsLower(l.rest) && !isFigure(l.rest) {
			break
		}
		s += " " + l.rest
	}
	return s, end
}

// spaced is a text with single spaces, none of them unbreakable.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// inOperation reports whether line i is an order, or its new text.
func (r *reader) inOperation(i int) bool {
	for _, op := range r.draft.Operations {
		if op.Lines.Lo <= i && i < op.Lines.Hi {
			return true
		}
	}
	return false
}
