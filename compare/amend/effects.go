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
	listed := 0 // lines before it belong to a list of exceptions
	for i := range r.lines {
		l := &r.lines[i]
		if i < listed || l.taken || r.inNewText(i) {
			continue
		}
		e, except, ok := r.language.effect(l.rest)
		if !ok {
			continue
		}
		for j := i + 1; j < len(r.lines) && strings.HasSuffix(l.rest, ":") && r.lines[j].level > l.level; j++ { // «за исключением:» ⏎ «1) …»
			listed = j + 1
			if _, more, ok := r.language.effect(strings.TrimSuffix(l.rest, ":") + " " + r.lines[j].rest); ok {
				except = append(except, more...)
			}
		}
		general = e
		general.Place, general.Text = l.at, l.rest
		for _, x := range except {
			x.effect.Place, x.effect.Text = l.at, l.rest
			s := special{effect: x.effect}
			for _, w := range x.where {
				s.at = append(s.at, d.Document.Resolve(w.Reference())...)
			}
			specials = append(specials, s)
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

// inNewText reports whether line i is the new text of an operation.
func (r *reader) inNewText(i int) bool {
	for _, op := range r.draft.Operations {
		if op.Lines.Lo < i && i < op.Lines.Hi {
			return true
		}
	}
	return false
}
