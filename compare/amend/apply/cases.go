package apply

import (
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
	old, by := inflect.Parse(op.Old, lang), inflect.Parse(op.New, lang)
	var cs []change
	for _, s := range texts {
		text := a.text(s)
		if op.Kind == amend.Remove {
			for _, f := range old.Find(text) {
				cs = append(cs, change{slot: s, match: match{lo: f.Lo, hi: f.Hi}})
			}
			continue
		}
		_, places := old.Replace(text, by)
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
