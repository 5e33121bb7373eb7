package amend

import (
	"slices"
	"strings"

	"svod/corpus"
)

// Acts that are repealed may follow as a list, in the next lines or in an
// appendix; each is an operation. New text, too, may stand in an appendix.

// list takes an order that sends to a list.
func (r *reader) list(s string, d deed, next int) {
	if !d.appendix {
		l := lead{level: r.level + 1, act: -1, repeals: &Act{}}
		if d.act != nil {
			l.repeals = d.act
		}
		if n := r.lines[r.i].level; n > 0 {
			l.level = n
		}
		r.leads = append(r.leads, l)
		return
	}
	found := false
	if u := r.listNamed(d.number); u != nil {
		for i := u.Span.Lo; i < u.Span.Hi && i < len(r.lines); i++ {
			l := &r.lines[i]
			s, end := r.item(i)
			switch {
			case l.level == 0 && (l.rest == "" || !strings.ContainsAny(l.rest[len(l.rest)-1:], ".;")): // the caption
			case r.listed(i, end, s, d.act):
				if !found && l.level > 0 && l.num != "1" && i > u.Span.Lo { // the first stands somewhere in the caption
					r.unread(u.Span.Lo, i, r.text(u.Span.Lo, i), WhyList)
				}
				r.takeLines(i, end)
				found, i = true, end-1
			case l.level > 0:
				r.takeLines(i, end)
				r.unread(i, end, s, WhyNoOrder)
				i = end - 1
			}
		}
	}
	if !found {
		r.unread(r.i, next, s, WhyList)
	}
}

// takeLines says of lines that they have been read.
func (r *reader) takeLines(lo, hi int) {
	for i := lo; i < min(hi, len(r.lines)); i++ {
		r.lines[i].taken = true
	}
}

// text is what lines are, joined.
func (r *reader) text(lo, hi int) string {
	var parts []string
	for _, l := range r.lines[lo:hi] {
		parts = append(parts, strings.TrimSpace(l.Text))
	}
	return strings.Join(parts, "\n")
}

// repeals takes an item of a list in the draft's text and returns the line
// behind it.
func (r *reader) repeals() int {
	if r.listing() {
		if s, end := r.item(r.i); r.listed(r.i, end, s, r.leads[len(r.leads)-1].repeals) {
			return end
		}
	}
	return r.i
}

// item is the item of a list that begins at line i, put together where it was
// torn.
func (r *reader) item(i int) (s string, end int) {
	s = r.lines[i].rest
	for end = i + 1; end < min(i+mostTornList, len(r.lines)); end++ {
		l := &r.lines[end]
		whole := s != "" && strings.ContainsAny(s[len(s)-1:], ".;") && strings.Count(s, "(") <= strings.Count(s, ")")
		if s == "" || whole || l.level > 0 || l.Cells != nil || l.rest == "" || l.kind == corpus.KindSignature || top(l.at) != top(r.lines[i].at) {
			break
		}
		s += " " + l.rest
	}
	return s, end
}

// top is the first step of an address: the appendix that a line stands in.
func top(a corpus.Address) string {
	s, _, _ := strings.Cut(string(a), "/")
	return s
}

// listing reports whether a list of what is repealed is open.
func (r *reader) listing() bool {
	return len(r.leads) > 0 && r.leads[len(r.leads)-1].repeals != nil
}

// listed reads what is repealed by line i. of is what the list says of all:
// where it is one of decisions, «О мерах» от 5 июня is a decision.
func (r *reader) listed(i, end int, s string, of *Act) bool {
	o := r.language.listed(s)
	if o.why != "" && of != nil && of.Name != "" && opensText(s) {
		o = r.language.listed(of.Name + " " + s)
	}
	if o.why != "" || len(o.deeds) == 0 {
		return false
	}
	for _, d := range o.deeds {
		a := d.act
		if a == nil {
			a = o.act
		}
		if a == nil {
			return false
		}
		a.Place = r.lines[i].at
		if a.Body == "" && of != nil {
			a.Body = of.Body
		}
		where := d.where
		if len(where) == 0 {
			where = []Where{{}}
		}
		r.draft.Operations = append(r.draft.Operations, Operation{Place: a.Place, Lines: corpus.Span{Lo: i, Hi: end}, Text: strings.TrimSpace(s),
			Act: r.addAct(*a), Kind: d.kind, Object: Units, Where: where})
	}
	return true
}

// appendixNamed returns the draft's appendix of a number, its first one if
// there is no number: of the list of changes that the line stands in, or of the draft.
func (r *reader) appendixNamed(num string) *corpus.Unit {
	if here := r.draft.Document.At(r.appendix); here != nil && r.appendix != "" {
		if u := numbered(here.Units, num, r.i); u != nil {
			return u
		}
	}
	return numbered(r.draft.Document.Root.Units, num, r.i)
}

// numbered is the first appendix of a number, or of any, in which the line of
// the order itself does not stand.
func numbered(units []*corpus.Unit, num string, order int) *corpus.Unit {
	for i := 0; i < len(units); i++ {
		u := units[i]
		orders := u.Span.Lo <= order && order < u.Span.Hi
		if u.Kind == corpus.KindAppendix && !orders && (num == "" || corpus.Number(u.Num) == num) {
			return u
		}
		if within(units, i) != u { // «Приложение 2 к Правилам» in the draft's «Приложение 1»
			i++
		}
	}
	return nil
}

// within is the text that appendix i holds: the appendix itself, or where it
// is no more than the draft's caption, «Приложение 2 к Правилам …» that stands
// behind it.
func within(units []*corpus.Unit, i int) *corpus.Unit {
	u := units[i]
	if u.Kind != corpus.KindAppendix || len(u.Units) > 0 || i+1 >= len(units) || units[i+1].Kind != corpus.KindAppendix {
		return u
	}
	if to := addressee(u); to != addressee(units[i+1]) && (to != "" || u.Title == "") {
		return units[i+1]
	}
	return u
}

// addressee is what an appendix is one to, by its caption: «Правилам» of «к
// Правилам перевозки».
func addressee(u *corpus.Unit) string {
	f := strings.Fields(fold(u.Text))
	if len(f) < 2 || f[0] != "к" {
		return ""
	}
	return f[1]
}

// listNamed is the appendix that holds a list of what is repealed. Where it has
// no number, others may stand before it: changes that the draft approves.
func (r *reader) listNamed(num string) *corpus.Unit {
	for _, u := range r.draft.Document.Root.Units {
		if u.Kind == corpus.KindAppendix && num == "" && u.Num == "" && !r.holdsChanges(u) {
			return u
		}
	}
	return r.appendixNamed(num)
}

// attach gives an operation the new text that stands in an appendix of the
// draft, less the caption that is the draft's: «Приложение к решению от …» ⏎
// «Приложение 1 к решению от …».
func (r *reader) attach(op *Operation, num string) bool {
	u := r.appendixNamed(num)
	if u == nil {
		return false
	}
	outer := u
	if units := r.draft.Document.Root.Units; slices.Contains(units, u) {
		u = within(units, slices.Index(units, u))
	}
	r.takeLines(outer.Span.Lo, outer.Span.Hi)
	op.Appendix = r.draft.Document.AddressOf(u)
	n := &corpus.Unit{Kind: corpus.KindAppendix, Title: u.Title, Units: u.Units, Span: u.Span}
	n.Label, n.Num, n.Text = innerCaption(u.Text)
	op.Units = []*corpus.Unit{n}
	if n.Label == "" && n.Title == "" && len(u.Units) > 0 && u.Units[0].Kind == corpus.KindAppendix {
		op.Units = u.Units
	}
	if ls := lastLevels(op.Where); n.Num == "" && ls != nil && ls.Kind == corpus.KindAppendix && len(ls.Nums) == 1 && isFigure(ls.Nums[0]) {
		n.Num = ls.Nums[0]
	}
	var texts []string
	for i := u.Span.Lo; i < u.Span.Hi && i < len(r.lines); i++ {
		texts = append(texts, r.lines[i].Text)
	}
	r.takeLines(u.Span.Lo, u.Span.Hi)
	op.New = strings.Join(texts, "\n")
	return true
}

// innerCaption is what the caption of an appendix says about the text in it:
// the second line that speaks of an appendix and those behind it.
func innerCaption(s string) (label, num, text string) {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		f := strings.Fields(l)
		switch {
		case i == 0 || len(f) == 0:
		case strings.HasPrefix(fold(f[0]), "приложени"):
			label, text = f[0], strings.Join(lines[i:], "\n")
			if len(f) > 1 && isFigure(corpus.Number(f[1])) {
				label, num = label+" "+f[1], f[1]
			}
			return label, num, strings.TrimSpace(strings.TrimPrefix(text, label))
		case strings.HasSuffix(fold(f[len(f)-1]), "-қосымша"):
			num, _, _ = strings.Cut(f[len(f)-1], "-")
			return l, num, strings.TrimSpace(strings.Join(append(lines[1:i:i], lines[i+1:]...), "\n"))
		}
	}
	return "", "", ""
}

// lastLevels is the innermost level of the only place, nil if there are none
// or several.
func lastLevels(ws []Where) *Level {
	if len(ws) != 1 || len(ws[0].Levels) == 0 {
		return nil
	}
	return &ws[0].Levels[len(ws[0].Levels)-1]
}
