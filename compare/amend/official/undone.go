package official

import (
	"slices"
	"strings"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/compare/table"
	"svod/corpus"
)

// undone are the rows of an operation where it did not change the text.
func (a *act) undone(op int) []Row {
	if a.r == nil {
		return []Row{a.without(op)}
	}
	var out []Row
	for _, o := range a.outcomes[op] {
		if o.Status != apply.Failed {
			continue
		}
		out = append(out, a.failed(op, o))
	}
	if len(a.outcomes[op]) == 0 {
		out = append(out, a.failed(op, apply.Outcome{Operation: op, Status: apply.Failed, Code: apply.NoUnit}))
	}
	return out
}

// without is the row of an operation on an act of which there is no text.
func (a *act) without(op int) Row {
	if o := a.opOf(op); o.Kind == amend.Repeal && len(a.levels(op)) == 0 { // no text is needed to repeal it
		return Row{Act: a.n, Element: a.t.Draft.WholeAct, Before: table.Text(a.Draft.Acts[a.n].Name),
			After: table.Cell{Runs: []table.Run{{Text: a.t.Draft.Repealed[0], Mark: table.MarkBold}}}, Operations: []int{op}, Status: Changed, at: float64(op)}
	}
	r := Row{Act: a.n, Element: upper(a.called(op, apply.Outcome{})), Operations: []int{op}, Status: NotApplied, Why: a.t.Draft.NoAct, at: float64(op)}
	r.After = a.order(op, compare.Fill(a.t.Draft.NotApplied, "why", r.Why))
	return r
}

// failed is the row of an operation that could not be carried out at a
// provision.
func (a *act) failed(op int, o apply.Outcome) Row {
	r := Row{Act: a.n, Operations: []int{op}, Status: NotApplied, at: float64(len(a.c.Rows))}
	at := a.sought(op, o)
	r.show(a, at)
	if r.Element == "" {
		r.Element = upper(a.called(op, o))
	}
	if len(r.Before.Runs) == 0 {
		r.Before = table.Text(a.t.Absent)
		if len(at) == 0 {
			r.at = a.near(a.whereOf(op, o))
		}
	}
	r.Why = a.why(op, o, at)
	r.After = a.order(op, compare.Fill(a.t.Draft.NotApplied, "why", r.Why))
	return r
}

// show fills a row with provisions as they are in force.
func (r *Row) show(a *act, at []corpus.Address) {
	if len(at) == 0 || at[0] == "" {
		return
	}
	inside := func(row *compare.Row) bool {
		return slices.ContainsFunc(row.Old, func(p compare.Place) bool {
			return slices.ContainsFunc(at, func(x corpus.Address) bool { return p.Address.Within(x) })
		})
	}
	es := a.elements(compare.Along(a.r.Old, a.r.Old, itself(a.r.Old), nil), explainer{a.r, a.Draft}, inside)
	for i, e := range es {
		if i > 0 {
			r.Before.Runs = append(r.Before.Runs, table.Run{Text: "\n"})
		}
		r.Before.Runs = append(r.Before.Runs, e.Before.Runs...)
		r.Old = append(r.Old, e.Old...)
	}
	var names []string
	for _, x := range at {
		if c := a.r.Old.Citation(x, a.lang); c != "" {
			names = append(names, c)
		}
	}
	r.Element = upper(strings.Join(names, ", "))
	r.at = float64(a.last(at[len(at)-1])) + 0.5
}

// last is the place among the rows behind which a provision ends.
func (a *act) last(at corpus.Address) int {
	last := a.places[at]
	for x, i := range a.places {
		if x.Within(at) {
			last = max(last, i)
		}
	}
	return last
}

// itself pairs each provision with itself.
func itself(d *corpus.Document) map[corpus.Address]corpus.Address {
	out := map[corpus.Address]corpus.Address{}
	for a := range d.All() {
		out[a] = a
	}
	return out
}

// sought are the provisions of the act that an operation is about, if it has
// them.
func (a *act) sought(op int, o apply.Outcome) []corpus.Address {
	if len(o.Old) > 0 {
		return o.Old
	}
	ops := a.opOf(op)
	if o.Code == apply.NoUnit || o.Where >= len(ops.Where) {
		return nil
	}
	if o.Code == apply.Exists && len(o.Candidates) > 0 {
		return []corpus.Address{o.Candidates[0].Address}
	}
	w := a.whereOf(op, o)
	if len(w.Levels) == 0 {
		return nil
	}
	return a.r.Old.Resolve(w.Reference())
}

// whereOf is what an outcome of an operation is about: one of the provisions
// that it names.
func (a *act) whereOf(op int, o apply.Outcome) amend.Where {
	ws := a.opOf(op).Where
	if o.Where >= len(ws) {
		return amend.Where{}
	}
	w := ws[o.Where]
	if ref, ok := corpus.ParseReference(o.Path); ok && ref.Address != "" && len(ref.Steps) == len(w.Levels) {
		levels := slices.Clone(w.Levels)
		for i := range levels {
			if levels[i].Noun == "" {
				levels[i].Step = ref.Steps[i]
			}
		}
		w.Levels = levels
	}
	return w
}

// near is a place among the rows for an operation on a provision that the act
// does not have: behind the nearest thing around it that there is.
func (a *act) near(w amend.Where) float64 {
	for n := len(w.Levels) - 1; n > 0; n-- {
		w.Levels = w.Levels[:n]
		if at := a.r.Old.Resolve(w.Reference()); len(at) > 0 {
			return float64(a.last(at[len(at)-1])) + 0.5
		}
	}
	return float64(len(a.c.Rows))
}

// why says why an operation was not carried out.
func (a *act) why(op int, o apply.Outcome, at []corpus.Address) string {
	w := &a.t.Draft
	words := a.opOf(op).Old
	s := w.NoUnit
	switch o.Code {
	case apply.SeveralUnits:
		s = w.SeveralUnits
	case apply.NoWords:
		if words == "" {
			s = w.NoText
			break
		}
		s = compare.Fill(w.NoWords, "words", words)
		if len(at) > 0 {
			if in := prepositional(a.r.Old.Citation(at[0], a.lang), a.lang); in != "" {
				s = compare.Fill(w.NoWordsIn, "place", in, "words", words)
			}
		}
	case apply.SeveralWords:
		s = compare.Fill(w.SeveralWords, "words", words)
	case apply.Exists:
		s = w.Exists
	case apply.Unsure:
		s = w.Unsure
	}
	if len(o.Candidates) > 0 && o.Code != apply.Exists {
		if near := a.r.Old.Citation(o.Candidates[0].Address, a.lang); near != "" {
			s += "; " + compare.Fill(w.Nearest, "place", near)
		}
	}
	return s
}

// order is the text of an operation with a remark.
func (a *act) order(op int, remark string) table.Cell {
	o := a.opOf(op)
	text := o.Text
	if o.New != "" && !strings.Contains(text, o.New) {
		text += "\n«" + o.New + "»"
	}
	return table.Cell{Runs: []table.Run{{Text: text + "\n"}, {Text: remark, Mark: table.MarkItalic}}}
}

// quiet are the rows of an operation that was carried out and changed no words.
func (a *act) quiet(op int) []Row {
	o := a.opOf(op)
	w := &a.t.Draft
	var out []Row
	for _, oc := range a.outcomes[op] {
		if oc.Status != apply.Done {
			continue
		}
		r := Row{Act: a.n, Operations: []int{op}, Status: Changed}
		at := oc.Old
		if len(at) == 0 {
			at = oc.New
		}
		r.show(a, at)
		if r.Element == "" {
			r.Element, r.Before = w.WholeAct, table.Text(a.Draft.Acts[a.n].Name)
		}
		r.After = r.Before
		say := func(s string) { r.After = table.Cell{Runs: []table.Run{{Text: s, Mark: table.MarkBold}}} }
		switch {
		case o.Kind == amend.Repeal:
			say(w.Repealed[0])
		case o.Kind == amend.Suspend && o.Until != "":
			say(compare.Fill(w.SuspendedUntil, "date", printDate(o.Until)))
		case o.Kind == amend.Suspend:
			say(w.Suspended)
		}
		out = append(out, r)
	}
	return out
}

// unread are the rows of what was not understood of the draft, in the part that
// amends an act; of an act -1, what belongs to none.
func (t *Table) unread(act int) []Row {
	var out []Row
	for i, u := range t.Draft.Unread {
		if t.actOf(u.Place, u.Lines) != act {
			continue
		}
		r := Row{Act: act, Unread: i + 1, Status: NotRead, Why: t.t.Draft.NotRead}
		place := ""
		if t.Draft.Document != nil {
			place = t.Draft.Document.Citation(u.Place, t.lang)
		}
		r.Element = upper(strings.TrimSpace(compare.Fill(t.t.Draft.OfDraft, "place", place)))
		r.After = table.Cell{Runs: []table.Run{{Text: u.Text + "\n"}, {Text: r.Why, Mark: table.MarkItalic}}}
		out = append(out, r)
	}
	return out
}

// actOf is the act that a place of the draft is about: the one named last
// before it.
func (t *Table) actOf(at corpus.Address, lines corpus.Span) int {
	best, from := -1, -1
	for i, a := range t.Draft.Acts {
		if at != "" && at.Within(a.Place) && len(a.Place) > 0 {
			return i
		}
		u := (*corpus.Unit)(nil)
		if t.Draft.Document != nil {
			u = t.Draft.Document.At(a.Place)
		}
		if u != nil && u.Span.Lo <= lines.Lo && u.Span.Lo >= from && lines.Lo < u.Span.Hi {
			best, from = i, u.Span.Lo
		}
	}
	return best
}
