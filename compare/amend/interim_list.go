package amend

import (
	"strings"

	"svod/corpus"
)

// Acts that are repealed may follow as a list, in the next lines or in an
// appendix; each is an operation.

// isList takes an order that sends to such a list.
func (r *reader0) isList(s string, o order0) bool {
	if len(o.deeds) != 1 || !o.deeds[0].list {
		return false
	}
	d := o.deeds[0]
	if d.appendix == "" {
		r.leads = append(r.leads, lead0{level: max(r.lines[r.i].level, r.level+1-r.level%2), act: -1, repeals: true, at: r.lines[r.i].at})
		if l := r.lines[r.i].level; l > 0 {
			r.leads[len(r.leads)-1].level = l
		}
		return true
	}
	u := r.appendixNamed(d.appendix)
	found := false
	if u != nil {
		for i := u.Span.Lo; i < u.Span.Hi && i < len(r.lines); i++ {
			l := &r.lines[i]
			if l.level == 0 {
				continue
			}
			if a, ok := r.language.act(l.rest); ok {
				r.repeal(a, i, l.rest)
				l.taken, found = true, true
			}
		}
	}
	if !found {
		r.unread(r.i, r.i+1, s, WhyList)
	}
	return true
}

// repealsAct takes a line of such a list.
func (r *reader0) repealsAct(s string) bool {
	if len(r.leads) == 0 || !r.leads[len(r.leads)-1].repeals {
		return false
	}
	a, ok := r.language.act(s)
	if ok {
		r.repeal(a, r.i, s)
	}
	return ok
}

func (r *reader0) repeal(a Act, i int, s string) {
	a.Place = r.lines[i].at
	r.draft.Operations = append(r.draft.Operations, Operation{Place: a.Place, Lines: corpus.Span{Lo: i, Hi: i + 1}, Text: strings.TrimSpace(s),
		Act: r.addAct(a), Kind: Repeal, Object: Units, Where: []Where{{}}})
}

// appendixNamed returns the draft's appendix of a number, "-" for its only or
// first one.
func (r *reader0) appendixNamed(num string) *corpus.Unit {
	for _, u := range r.draft.Document.Root.Units {
		if u.Kind == corpus.KindAppendix && (num == "-" || corpus.Number(u.Num) == num) {
			return u
		}
	}
	return nil
}

// attach gives an operation the new text that stands in an appendix.
func (r *reader0) attach(op *Operation, num string) bool {
	u := r.appendixNamed(num)
	if u == nil {
		return false
	}
	op.Appendix = r.draft.Document.AddressOf(u)
	units := u.Units
	// The draft's own caption and that of the new text: «Приложение к решению от …» ⏎ «Приложение 1 к решению от …».
	n := &corpus.Unit{Kind: corpus.KindAppendix, Units: units, Span: u.Span}
	lines := strings.Split(u.Text, "\n")
	for i, s := range lines {
		if f := strings.Fields(s); i > 0 && len(f) > 0 && (strings.HasPrefix(strings.ToLower(f[0]), "приложени") || strings.Contains(strings.ToLower(s), "қосымша")) {
			n.Label, n.Text = f[0], strings.Join(lines[i:], "\n")
			if len(f) > 1 && isFigure0(corpus.Number(f[1])) {
				n.Num = f[1]
				n.Label += " " + f[1]
				n.Text = strings.TrimSpace(strings.TrimPrefix(n.Text, n.Label))
			}
		}
	}
	if n.Label == "" && len(units) > 0 && units[0].Kind == corpus.KindAppendix {
		op.Units = units
	} else {
		op.Units = []*corpus.Unit{n}
	}
	if n.Num == "" && len(op.Where) == 1 {
		if ls := op.Where[0].Levels; len(ls) > 0 && ls[len(ls)-1].Kind == corpus.KindAppendix && len(ls[len(ls)-1].Nums) == 1 && isFigure0(ls[len(ls)-1].Nums[0]) {
			n.Num = ls[len(ls)-1].Nums[0]
		}
	}
	var texts []string
	lo := u.Span.Lo
	for i := lo; i < u.Span.Hi && i < len(r.lines); i++ {
		texts = append(texts, r.lines[i].Text)
		r.lines[i].taken = true
	}
	op.New = strings.Join(texts, "\n")
	return true
}
