package amend

import (
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
		if i < listed || l.taken || r.inNewText(i) {
			continue
		}
		s, end := r.unbroken(i)
		e, except, ok := r.language.effect(spaced(s))
		if !ok {
			continue
		}
		listed = end
		for j := end; j < len(r.lines) && strings.HasSuffix(s, ":") && r.lines[j].level > l.level; j = listed { // «за исключением:» ⏎ «1) …»
			var item string
			item, listed = r.unbroken(j)
			if _, more, ok := r.language.effect(spaced(strings.TrimSuffix(s, ":") + " " + item)); ok {
				except = append(except, more...)
			}
		}
		general = e
		general.Place, general.Text = l.at, s
		for _, x := range except {
			x.effect.Place, x.effect.Text = l.at, s
			sp := special{effect: x.effect}
			for _, w := range x.where {
				sp.at = append(sp.at, d.Document.Resolve(w.Reference())...)
			}
			specials = append(specials, sp)
		}
	}
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

// inNewText reports whether line i is the new text of an operation.
func (r *reader) inNewText(i int) bool {
	for _, op := range r.draft.Operations {
		if op.Lines.Lo < i && i < op.Lines.Hi {
			return true
		}
	}
	return false
}
