package apply

import (
	"slices"
	"strconv"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
	"svod/corpus/words"
)

// A target is a provision of the tree that an operation touches.
type target struct {
	unit    *corpus.Unit
	counted bool // of the unit only its own paragraph, if own, and units
	own     bool
	units   []*corpus.Unit
	part    amend.Part
	nth     int // of PartSentence
}

// A named is what an operation names by one combination of its numbers.
type named struct {
	where   int // place in Operation.Where
	path    string
	levels  []amend.Level // with one number each
	targets []target
	code    Code // why there are none
}

// mostNamed is how many provisions one operation may name.
const mostNamed = 2000

// named finds the provisions that an operation names.
func (a *applier) named(op *amend.Operation) []named {
	wheres := op.Where
	if len(wheres) == 0 {
		wheres = []amend.Where{{}}
	}
	var out []named
	for i, w := range wheres {
		for _, levels := range single(w.Levels) {
			if len(out) >= mostNamed {
				return out
			}
			targets, code := a.find(levels)
			for j := range targets {
				targets[j].part, targets[j].nth = w.Part, w.Sentence
			}
			n := named{where: i, levels: levels, targets: targets, code: code}
			out = append(out, n.apart()...)
		}
	}
	for i := range out {
		out[i].path = amend.Where{Levels: out[i].levels}.Path()
	}
	return out
}

// apart divides a range into the provisions that lie in it. Both its ends must
// be there.
func (n named) apart() []named {
	last := len(n.levels) - 1
	if last < 0 || len(n.levels[last].Nums) == 0 || n.code == SeveralUnits {
		return []named{n}
	}
	lo, hi, ok := strings.Cut(n.levels[last].Nums[0], "–")
	if !ok || n.code != "" {
		return []named{n}
	}
	one := func(num string) named {
		m := named{where: n.where, levels: slices.Clone(n.levels)}
		m.levels[last].Nums = []string{num}
		return m
	}
	var out []named
	found := map[string]bool{}
	for i, t := range n.targets {
		num := corpus.Number(t.unit.Num)
		if num == "" || t.counted { // they are counted
			from, _ := strconv.Atoi(lo)
			num = strconv.Itoa(from + i)
		}
		found[num] = true
		m := one(num)
		m.targets = []target{t}
		out = append(out, m)
	}
	for _, end := range []string{lo, hi} {
		if !found[end] {
			found[end] = true
			m := one(end)
			m.code = NoUnit
			out = append(out, m)
		}
	}
	return out
}

// single writes levels with several numbers as several with one each. A range
// stays: it names whatever lies in it.
func single(levels []amend.Level) [][]amend.Level {
	all := [][]amend.Level{nil}
	for _, l := range levels {
		nums := l.Nums
		var next [][]amend.Level
		for _, before := range all {
			if len(nums) < 2 {
				next = append(next, append(slices.Clip(before), l))
				continue
			}
			for _, num := range nums {
				one := l
				one.Nums = []string{num}
				if next = append(next, append(slices.Clip(before), one)); len(next) > mostNamed {
					return next
				}
			}
		}
		all = next
	}
	return all
}

// find finds a provision. A draft speaks of the text in force: the numbers are
// those of the act as it is, whatever the operations before have added or
// renumbered. Only where the act has no such provision, or has none any more
// because an operation before gave what is around it other words, the text as
// it has become is looked at.
func (a *applier) find(levels []amend.Level) ([]target, Code) {
	levels = a.approved(levels)
	steps, rows := levels, []amend.Level(nil)
	if i := slices.IndexFunc(levels, func(l amend.Level) bool { return l.Noun != "" }); i >= 0 {
		steps, rows = levels[:i], levels[i:]
	}
	found, code := a.findUnits(steps)
	if rows == nil || len(found) == 0 {
		return found, code
	}
	var out []target
	for _, t := range found {
		out = append(out, a.rows(t, rows)...)
	}
	switch {
	case len(out) == 0:
		return nil, NoUnit
	case len(out) > 1:
		return out, SeveralUnits
	}
	return out, ""
}

// approved names an appendix that a draft calls by its title, «в Правилах выдачи
// талонов, утвержденных указанным приказом», by its place in the act. Where the
// text is nothing but these rules, the level says nothing.
func (a *applier) approved(levels []amend.Level) []amend.Level {
	if len(levels) == 0 || levels[0].Noun == "" || len(levels[0].Nums) > 0 || a.old.Root == nil {
		return levels
	}
	lang := a.old.Meta.Language
	named := stems(levels[0].Noun+" "+levels[0].Title, lang)
	is := func(title string) bool {
		have := stems(title, lang)
		return len(named) > 0 && !slices.ContainsFunc(named, func(w words.Word) bool {
			return !slices.ContainsFunc(have, func(h words.Word) bool { return h.Stem == w.Stem })
		})
	}
	var found []corpus.Address
	for at, u := range a.old.All() {
		if u.Kind == corpus.KindAppendix && is(u.Title+" "+u.Text) {
			found = append(found, at)
		}
	}
	switch {
	case len(found) == 1:
		r, _ := corpus.ParseReference(string(found[0]))
		var out []amend.Level
		for _, st := range r.Steps {
			if st.Repeat == 0 && len(st.Nums) == 0 {
				st.Repeat = 1
			}
			out = append(out, amend.Level{Step: st})
		}
		return append(out, levels[1:]...)
	case len(found) == 0 && !hasAppendix(a.old.Root) && is(a.old.Meta.Title):
		return levels[1:]
	}
	return levels
}

func (a *applier) findUnits(levels []amend.Level) ([]target, Code) {
	if len(levels) == 0 {
		return []target{{unit: a.root}}, ""
	}
	if levels[0].Kind == corpus.KindAppendix && len(levels) > 1 && !hasAppendix(a.old.Root) {
		// «в Правилах, утвержденных указанным приказом»: the file holds the rules alone.
		levels = levels[1:]
	}
	found := a.standing(a.spots(a.old, levels), true)
	if found == nil {
		found = a.standing(a.spots(a.current(), levels), false)
	}
	if len(found) == 0 {
		return nil, NoUnit
	}
	ranged := false
	for _, l := range levels {
		ranged = ranged || len(l.Nums) == 1 && strings.ContainsRune(l.Nums[0], '–')
	}
	if ranged || len(found) == 1 {
		return found, ""
	}
	return found, SeveralUnits
}

func hasAppendix(root *corpus.Unit) bool {
	return root != nil && slices.ContainsFunc(root.Units, func(u *corpus.Unit) bool { return u.Kind == corpus.KindAppendix })
}

// spots finds levels in a document; headings in quotes tell namesakes apart.
func (a *applier) spots(d *corpus.Document, levels []amend.Level) []corpus.Spot {
	levels = numbered(d, levels)
	found := d.Spots(amend.Where{Levels: levels}.Reference())
	if len(found) < 2 {
		return found
	}
	for _, l := range levels {
		title := words.Fold(l.Title)
		if title == "" {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(found), func(s corpus.Spot) bool {
			return !slices.ContainsFunc(d.Path(d.AddressOf(s.Unit)), func(u *corpus.Unit) bool {
				return strings.Contains(words.Fold(u.Title+" "+u.Text), title)
			})
		})
		if len(kept) > 0 {
			found = kept
		}
	}
	return found
}

// numbered gives levels that are named by their heading alone, «раздел «Общие
// положения»», the number of the only unit that has it.
func numbered(d *corpus.Document, levels []amend.Level) []amend.Level {
	same := func(a, b string) bool {
		return slices.Equal(strings.Fields(words.Fold(a)), strings.Fields(words.Fold(b)))
	}
	out := slices.Clone(levels)
	for i, l := range out {
		if l.Noun != "" || l.Title == "" || len(l.Nums) > 0 || l.Kind == corpus.KindAppendix {
			continue
		}
		var nums []string
		d.Root.Walk(func(u *corpus.Unit) bool {
			if u.Kind == l.Kind && u.Num != "" && same(u.Title, l.Title) {
				nums = append(nums, u.Num)
			}
			return true
		})
		if len(nums) == 1 {
			out[i].Nums = []string{corpus.Number(nums[0])}
		}
	}
	return out
}

// standing turns spots into targets; those of the act into what became of
// them. It is nil if one of them is gone.
func (a *applier) standing(spots []corpus.Spot, old bool) []target {
	var out []target
	for _, s := range spots {
		t := target{unit: s.Unit, counted: s.Counted, own: s.Own}
		if old {
			t.unit = a.of[s.Unit]
		}
		for _, u := range s.Units {
			if old {
				u = a.of[u]
			}
			if a.alive(u) {
				t.units = append(t.units, u)
			}
		}
		if t.unit == nil || !a.alive(t.unit) || t.counted && !t.own && len(t.units) == 0 || t.own && t.unit.Text == "" {
			return nil
		}
		out = append(out, t)
	}
	return out
}

// A slot is a text of the tree in which words stand: a heading, a unit's own
// text, a cell of a row.
type slot struct {
	unit  *corpus.Unit
	title bool
	cell  int // from 1; 0 for none
}

func (a *applier) text(s slot) string {
	switch {
	case s.title:
		return s.unit.Title
	case s.cell > 0:
		for _, p := range a.pieces[s.unit] {
			for _, l := range p.lines {
				if s.cell <= len(l.Cells) {
					return l.Cells[s.cell-1].Text
				}
			}
		}
		return ""
	}
	return s.unit.Text
}

func (a *applier) put(s slot, text string) {
	switch {
	case s.title:
		a.setTitle(s.unit, text)
	case s.cell > 0:
		a.setCell(s.unit, s.cell-1, text)
	default:
		a.setText(s.unit, text)
	}
}

// slots lists the texts of a target in their order. The heading of the unit
// itself comes apart: «в статье 5 слова …» means what it says, unless only its
// heading has the words.
func (a *applier) slots(t target) (texts, heading []slot) {
	if t.part == amend.PartHeading {
		return nil, a.headings(t.unit)
	}
	var walk func(u *corpus.Unit)
	own := func(u *corpus.Unit) {
		switch {
		case u.Kind == corpus.KindRow:
			for _, p := range a.pieces[u] {
				for _, l := range p.lines {
					for i := range l.Cells {
						texts = append(texts, slot{unit: u, cell: i + 1})
					}
				}
			}
		case u.Text != "":
			texts = append(texts, slot{unit: u})
		}
	}
	walk = func(u *corpus.Unit) {
		switch u.Kind {
		case corpus.KindContents, corpus.KindSignature, corpus.KindRequisite:
			return // no words of the law
		}
		if u.Title != "" && u != t.unit {
			texts = append(texts, slot{unit: u, title: true})
		}
		own(u)
		for _, k := range u.Units {
			walk(k)
		}
	}
	if !t.counted {
		walk(t.unit)
		return texts, a.headings(t.unit)
	}
	if t.own {
		own(t.unit)
	}
	for _, u := range t.units {
		walk(u)
	}
	return texts, nil
}

// headings is the heading of a unit; that of the act is the title among its
// requisites.
func (a *applier) headings(u *corpus.Unit) []slot {
	if u != a.root {
		if u.Title == "" {
			return nil
		}
		return []slot{{unit: u, title: true}}
	}
	for _, k := range u.Units {
		if k.Kind == corpus.KindRequisite && k.Title != "" {
			return []slot{{unit: k, title: true}}
		}
	}
	return nil
}
