package apply

import (
	"slices"
	"unicode"

	"svod/compare/amend"
	"svod/compare/inflect"
)

// inCases replaces or removes words in whatever case they stand, «в
// соответствующих падежах». Where the case of a place cannot be told surely
// enough to choose the new form, the place is left as it is, and told.
func (a *applier) inCases(op *amend.Operation, t target) (d done) {
	texts, heading := a.slots(t)
	if t.part == amend.PartHeading || len(texts) == 0 {
		texts = heading
	}
	lang := a.phrases.Language
	begin := beginning(a.fold(op.Old))
	var cs []change
	for _, s := range texts {
		text := a.text(s)
		if !contains(a.fold(text), begin) {
			continue
		}
		if op.Kind == amend.Remove {
			for _, f := range inflect.Find(text, op.Old, lang) {
				cs = append(cs, change{slot: s, match: match{lo: f.Lo, hi: f.Hi}})
			}
			continue
		}
		_, places := inflect.Replace(text, op.Old, op.New, lang)
		for _, p := range places {
			m := match{lo: p.Lo, hi: p.Hi}
			switch {
			case !p.Sure:
				d.left = append(d.left, Candidate{a.oldAddress(s.unit), around(text, m), 1})
				continue
			case p.Beside != "":
				d.check = append(d.check, Candidate{a.oldAddress(s.unit), around(text, m), 1})
			}
			cs = append(cs, change{slot: s, match: m, is: p.New[0]})
		}
	}
	switch {
	case len(cs) == 0 && len(d.left) == 0:
		d.code = NoWords
	case len(cs) == 0:
		d.code, d.texts, d.left = Unsure, d.left, nil
	default:
		d.units = a.rewrite(cs)
	}
	return d
}

// beginning is the first letters of words: what all their forms begin with.
func beginning(f *folded) []rune {
	w := trimSpaces(f).runes
	if i := slices.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		w = w[:i]
	}
	return w[:min(len(w), 2)]
}

func contains(f *folded, w []rune) bool {
	for i := 0; i+len(w) <= len(f.runes); i++ {
		if slices.Equal(f.runes[i:i+len(w)], w) {
			return true
		}
	}
	return false
}
