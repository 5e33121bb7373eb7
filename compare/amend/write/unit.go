package write

import (
	"slices"
	"strings"

	"svod/compare"
	"svod/compare/amend"
	"svod/corpus"
)

// A plan is the operations that make one provision of another, and how much of
// a reader's time they take.
type plan struct {
	ops     []step
	cost    int // words that are read: those quoted, and the order around them
	added   int // of them, those of new units
	touched int // words of the old text that change
	changes int // operations other than additions
	ok      bool
}

// A step is an operation on its way to its words.
type step struct {
	amend.Operation
	parts bool // the paragraphs that it adds are called parts
}

// one is a list of one step.
func one(op amend.Operation) []step { return []step{{Operation: op}} }

// overhead is what an order costs beside what it quotes, in words.
const overhead = 6

func (p *plan) take(q plan) {
	p.ops = append(p.ops, q.ops...)
	p.cost += q.cost
	p.added += q.added
	p.touched += q.touched
	p.changes += q.changes
	p.ok = p.ok && q.ok
}

// unit makes one provision of another.
func (w *writer) unit(o, n *corpus.Unit) plan {
	at := [2]*corpus.Unit{o, n}
	if p := w.plans[at]; p != nil {
		return *p
	}
	p := w.decide(o, n)
	w.plans[at] = &p
	return p
}

func (w *writer) decide(o, n *corpus.Unit) plan {
	if w.key(o) == w.key(n) {
		return plan{ok: true}
	}
	if w.coarse[o] >= whole {
		return w.restate(o, n)
	}
	p := w.detail(o, n)
	if !p.ok {
		return w.restate(o, n)
	}
	all := w.restate(o, n)
	if all.ok && w.mostly(p, all, o, n) {
		return all
	}
	return p
}

// mostly reports whether so much of a provision changes that it is better
// written anew.
func (w *writer) mostly(p, all plan, o, n *corpus.Unit) bool {
	rest, restAll := p.cost-p.added, all.cost-p.added
	if p.changes <= 1 {
		return p.changes > 0 && rest > restAll
	}
	base := max(w.size(o), w.size(n)-p.added)
	return p.touched*2 > base || p.changes > mostOrders && rest >= restAll
}

// mostOrders is how many orders one provision may need, if they are longer to
// read than the provision.
const mostOrders = 3

// detail makes one provision of another piece by piece: heading, own paragraph,
// what stands below.
func (w *writer) detail(o, n *corpus.Unit) plan {
	p := plan{ok: true}
	if o.Kind == corpus.KindTable && n.Kind == corpus.KindTable {
		return w.rows(o, n)
	}
	if o.Kind != n.Kind || o.Kind >= corpus.KindTable {
		return plan{}
	}
	if !w.same(o.Title, n.Title) {
		p.take(w.heading(o, n))
	}
	if !p.ok || (o.Text == "") != (n.Text == "") {
		return plan{}
	}
	if !w.same(o.Text, n.Text) {
		p.take(w.own(o, n))
	}
	olds, news := w.live(o.Units), w.live(n.Units)
	below := w.below(o, n, w.align(olds, news, false))
	if w.renumbers(olds, news) {
		if by := w.below(o, n, w.align(olds, news, true)); by.ok && (!below.ok || by.cost < below.cost) {
			below = by
		}
	}
	p.take(below)
	return p
}

// renumbers reports whether something of a list is called by another number.
func (w *writer) renumbers(olds, news []*corpus.Unit) bool {
	return slices.ContainsFunc(olds, func(o *corpus.Unit) bool {
		m := w.mates[o]
		return m != nil && numbered(o) && m.Kind == o.Kind && corpus.Number(m.Num) != corpus.Number(o.Num) && slices.Contains(news, m)
	})
}

// heading makes one heading of another.
func (w *writer) heading(o, n *corpus.Unit) plan {
	levels, ok := w.levels(o)
	if !ok || n.Title == "" {
		return plan{}
	}
	restated := amend.Operation{Kind: amend.Restate, Object: amend.Headings, New: spaces(joinWords(n.Label, n.Title)), Where: []amend.Where{{Levels: levels, Part: amend.PartHeading}}}
	p := w.texts(o, amend.Where{Levels: levels, Part: amend.PartHeading}, o.Title, n.Title, restated)
	if len(p.ops) > 1 { // nobody changes a line in three places
		whole := anew(restated, o.Title, n.Title)
		whole.touched = p.touched
		return whole
	}
	return p
}

// own makes one first paragraph of another.
func (w *writer) own(o, n *corpus.Unit) plan {
	if len(o.Units) == 0 && len(w.live(n.Units)) == 0 {
		levels, ok := w.levels(o)
		if !ok {
			return plan{}
		}
		all := w.restate(o, n)
		if len(all.ops) == 0 {
			return plan{}
		}
		if o.Kind == corpus.KindArticle && w.inHeading(o, n) { // «в статье 8» might mean its heading
			levels = append(slices.Clip(levels), amend.Level{Step: corpus.Step{Kind: corpus.KindPart, Nums: []string{"1"}}})
		}
		return w.texts(o, amend.Where{Levels: levels}, o.Text, n.Text, all.ops[0].Operation)
	}
	levels := asLevels(w.old.OwnSteps(w.old.AddressOf(o)))
	if !w.names(levels, o, true) {
		return plan{}
	}
	where := amend.Where{Levels: levels}
	u := &corpus.Unit{Kind: corpus.KindPassage, Text: n.Text}
	p := w.texts(o, where, o.Text, n.Text, amend.Operation{
		Kind: amend.Restate, Object: amend.Units, New: spaces(n.Text), Units: []*corpus.Unit{u}, Where: []amend.Where{where}})
	if len(o.Units) == 0 && slices.ContainsFunc(p.ops, func(op step) bool { return op.Kind == amend.Restate }) {
		return plan{} // «пункт 2» is all of it: what comes below would go again
	}
	return p
}

// inHeading reports whether words that are quoted from an article's only
// paragraph stand in its heading too.
func (w *writer) inHeading(o, n *corpus.Unit) bool {
	es, _ := wordEdits(o.Text, n.Text, w.lang)
	heading := keysOf(compare.Tokens(o.Title, w.lang))
	return slices.ContainsFunc(es, func(e edit) bool { return occurs(heading, e.of) > 0 })
}

// anew writes a text anew.
func anew(op amend.Operation, old, new string) plan {
	size := len(strings.Fields(new))
	return plan{ops: one(op), cost: size + overhead, touched: max(size, len(strings.Fields(old))), changes: 1, ok: true}
}

// texts makes one text of another by its words, or by an operation that writes
// it anew, whichever is less to read.
func (w *writer) texts(o *corpus.Unit, where amend.Where, old, new string, restated amend.Operation) plan {
	all := anew(restated, old, new)
	if w.coarse[o] >= plain {
		return all
	}
	es, ok := wordEdits(old, new, w.lang)
	if !ok {
		return all
	}
	p := plan{ok: true}
	changed := 0
	for _, e := range es {
		op := amend.Operation{Kind: e.kind, Object: e.object, Side: e.side, Old: e.old, New: e.new, Where: []amend.Where{where}}
		if e.object == amend.Sentences {
			at := where
			if e.kind == amend.Remove {
				at.Part, at.Sentence = amend.PartSentence, e.sentence
				op.Where = []amend.Where{at}
			} else if e.sentence > 0 {
				op.Nums = []string{itoa(e.sentence)}
			}
			op.Old = ""
		}
		p.ops = append(p.ops, step{Operation: op})
		p.cost += e.quoted + overhead
		if e.kind == amend.Add {
			p.added += e.quoted
		} else {
			changed += e.changed
		}
	}
	p.changes, p.touched = len(es), changed
	words := max(1, len(strings.Fields(old)))
	switch {
	case changed*2 > words, len(es) > max(mostOrders, words/20), p.cost > all.cost+len(es)*overhead:
		return all
	}
	if p.cost > all.cost { // of two that are nearly alike, the one that quotes less than all
		p.cost = all.cost
	}
	return p
}

// below makes the units of one list those of another.
func (w *writer) below(o, n *corpus.Unit, items []item) plan {
	p := plan{ok: true}
	var came, renumbered, last plan
	var run []*corpus.Unit // new units that one order adds
	place := -1            // in the new list, of the last that was paired: the order must stay
	flush := func() {
		if len(run) > 0 {
			q := w.add(o, n, run)
			if q.ok && run[0].Num == "" {
				last.take(q)
			} else {
				came.take(q)
				p.take(plan{ops: q.ops, ok: q.ok})
			}
			run = nil
		}
	}
	came.ok, renumbered.ok, last.ok = true, true, true
	countedWent := false
	for _, it := range items {
		if it.old == nil {
			if len(run) > 0 && !together(run[len(run)-1], it.new) {
				flush()
			}
			run = append(run, it.new)
			continue
		}
		flush()
		switch {
		case it.new == nil:
			q := w.remove(it.old)
			if it.old.Num == "" {
				countedWent = true
				last.take(q)
			} else {
				p.take(q)
			}
		default:
			i := slices.Index(n.Units, it.new)
			if i < place {
				return plan{} // the order of what stayed is another
			}
			place = i
			p.take(w.unit(it.old, it.new))
			if numbered(it.old) && corpus.Number(it.old.Num) != corpus.Number(it.new.Num) {
				renumbered.take(w.renumber(it.old, it.new))
			}
		}
	}
	flush()
	p.cost += came.cost
	p.added += came.added
	if countedWent && slices.ContainsFunc(last.ops, func(op step) bool { return op.Kind == amend.Add }) {
		return plan{} // «абзац третий»: of the old text or of the new one? Nobody could tell
	}
	p.renumber(renumbered, olds(items))
	// What is counted comes and goes last, so that what is named by its place
	// before is where the act has it.
	p.take(last)
	return p
}

// renumber puts orders to renumber behind those that take out what had these
// numbers, and what comes in with a number that leaves behind them.
func (p *plan) renumber(q plan, olds map[string]bool) {
	if len(q.ops) == 0 {
		return
	}
	var first, then []step
	for _, s := range p.ops {
		if s.Kind == amend.Add && s.Object == amend.Units && s.Units[0].Num != "" && len(s.Where[0].Levels) < len(q.ops[0].Where[0].Levels) &&
			slices.ContainsFunc(s.Units, func(u *corpus.Unit) bool { return olds[labelOf(u)] }) {
			then = append(then, s)
		} else {
			first = append(first, s)
		}
	}
	p.ops = first
	p.take(q)
	p.ops = append(p.ops, then...)
}

// olds are the numbers that units of the old list have.
func olds(items []item) map[string]bool {
	out := map[string]bool{}
	for _, it := range items {
		if it.old != nil {
			out[labelOf(it.old)] = true
		}
	}
	return out
}

// together reports whether one order adds both units.
func together(a, b *corpus.Unit) bool {
	return a.Kind == b.Kind && (a.Num == "") == (b.Num == "")
}

// restate writes a provision anew.
func (w *writer) restate(o, n *corpus.Unit) plan {
	levels, ok := w.levels(o)
	if !ok || o.Kind != n.Kind || w.coarse[o] >= never {
		return plan{}
	}
	u := w.clean(n)
	if numbered(o) && corpus.Number(o.Num) != corpus.Number(n.Num) {
		u.Label, u.Num = o.Label, o.Num // it gets its new number by itself
	}
	return plan{
		ops: one(amend.Operation{Kind: amend.Restate, Object: amend.Units, Where: []amend.Where{{Levels: levels}},
			Units: []*corpus.Unit{u}, New: linesOf(u)}),
		cost: w.size(n) + overhead, touched: max(w.size(o), w.size(n)), changes: 1, ok: true}
}

// remove takes a provision out.
func (w *writer) remove(o *corpus.Unit) plan {
	levels, ok := w.levels(o)
	if !ok {
		return plan{}
	}
	return plan{ops: one(amend.Operation{Kind: amend.Remove, Object: amend.Units, Where: []amend.Where{{Levels: levels}}}),
		cost: overhead / 2, touched: w.size(o), changes: 1, ok: true}
}

// renumber gives a provision another number.
func (w *writer) renumber(o, n *corpus.Unit) plan {
	levels, ok := w.levels(o)
	if !ok {
		return plan{}
	}
	return plan{ops: one(amend.Operation{Kind: amend.Renumber, Object: amend.Units, Where: []amend.Where{{Levels: levels}}, Nums: []string{corpus.Number(n.Num)}}),
		cost: 2, changes: 1, ok: true}
}

// add puts new units into a provision. Where it has parts that are counted,
// the order names the one in which they come.
func (w *writer) add(o, n *corpus.Unit, us []*corpus.Unit) plan {
	p := plan{ok: true, cost: overhead}
	op := amend.Operation{Kind: amend.Add, Object: amend.Units}
	for _, u := range us {
		c := w.clean(u)
		op.Units = append(op.Units, c)
		p.cost += w.size(u)
		p.added += w.size(u)
		if u.Num != "" {
			op.Nums = append(op.Nums, corpus.Number(u.Num))
			continue
		}
		steps := w.new.Steps(w.new.AddressOf(u))
		if len(steps) == 0 || len(steps[len(steps)-1].Nums) != 1 {
			return plan{}
		}
		if k := len(op.Nums); k > 0 && op.Nums[k-1] == steps[len(steps)-1].Nums[0] {
			continue
		}
		op.Nums = append(op.Nums, steps[len(steps)-1].Nums[0])
	}
	op.New = linesOf(op.Units...)
	steps := w.new.Steps(w.new.AddressOf(us[0]))
	if len(steps) == 0 {
		return plan{}
	}
	base, ok := w.levels(o)
	if !ok {
		return plan{}
	}
	// What the new text has between the provision and the new unit is a part of it.
	inner := steps[:len(steps)-1]
	if from := len(w.new.Steps(w.new.AddressOf(n))); from < len(inner) && us[0].Kind > corpus.KindArticle {
		base = append(slices.Clip(base), asLevels(inner[from:])...)
		if w.old.Spots(amend.Where{Levels: base}.Reference()) == nil {
			return plan{}
		}
	}
	if us[0].Kind >= corpus.KindTable {
		return plan{}
	}
	op.Where = []amend.Where{{Levels: base}}
	p.ops = []step{{Operation: op, parts: us[0].Num == "" && steps[len(steps)-1].Kind == corpus.KindPart}}
	return p
}

// levels are those that a draft calls a provision by. It is false where the
// act has no name for it that means it alone.
func (w *writer) levels(o *corpus.Unit) ([]amend.Level, bool) {
	if o == w.old.Root {
		return nil, true
	}
	levels, ok := w.places[o]
	if !ok {
		levels = asLevels(w.old.Steps(w.old.AddressOf(o)))
		if !w.names(levels, o, false) {
			levels = nil
		}
		w.places[o] = levels
	}
	return levels, levels != nil
}

// names reports whether levels mean a provision, or its first paragraph alone.
func (w *writer) names(levels []amend.Level, o *corpus.Unit, own bool) bool {
	spots := w.old.Spots(amend.Where{Levels: levels}.Reference())
	if len(spots) != 1 {
		return false
	}
	s := spots[0]
	if own {
		return s.Unit == o && (s.Own && len(s.Units) == 0 || !s.Counted && len(o.Units) == 0)
	}
	return !s.Counted && s.Unit == o || s.Counted && !s.Own && len(s.Units) == 1 && s.Units[0] == o
}

func asLevels(steps []corpus.Step) []amend.Level {
	out := make([]amend.Level, len(steps))
	for i, s := range steps {
		out[i] = amend.Level{Step: s}
	}
	return out
}

// clean copies a unit without its notes and without what is repealed.
func (w *writer) clean(u *corpus.Unit) *corpus.Unit {
	c := &corpus.Unit{Kind: u.Kind, Label: u.Label, Num: u.Num, Title: spaces(u.Title), Text: u.Text}
	if u.Kind < corpus.KindTable {
		c.Text = spaces(u.Text)
	}
	for _, k := range w.live(u.Units) {
		c.Units = append(c.Units, w.clean(k))
	}
	return c
}

// linesOf writes units as they stand in an act, a paragraph a line.
func linesOf(us ...*corpus.Unit) string {
	var lines []string
	var walk func(u *corpus.Unit)
	walk = func(u *corpus.Unit) {
		head := joinWords(u.Label, u.Title)
		if u.Kind == corpus.KindAppendix { // «Приложение 2 к приказу …» ⏎ «Перечень …»
			lines = append(lines, joinWords(u.Label, u.Text))
			head = u.Title
		} else if u.Kind >= corpus.KindClause && u.Title == "" {
			head = joinWords(head, u.Text)
		} else if u.Text != "" && head != "" {
			lines = append(lines, head)
			head = u.Text
		} else {
			head = joinWords(head, u.Text)
		}
		if head != "" {
			lines = append(lines, head)
		}
		for _, k := range u.Units {
			walk(k)
		}
	}
	for _, u := range us {
		walk(u)
	}
	return strings.Join(lines, "\n")
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

func spaces(s string) string { return strings.Join(strings.Fields(s), " ") }
