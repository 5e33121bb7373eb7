package corpus

import (
	"strconv"
	"strings"
)

// Steps names a unit as its citation does, outermost first: what one who orders
// a change calls it. Spots leads back.
func (d *Document) Steps(a Address) []Step { return stepsOf(d.elements(a)) }

// OwnSteps names what a unit says in its own first paragraph, without what
// stands below it: «абзац первый части первой пункта 2».
func (d *Document) OwnSteps(a Address) []Step {
	u := d.At(a)
	steps := d.Steps(a)
	if u == nil || len(u.Units) == 0 {
		return steps
	}
	if ps := parts(u); len(ps) > 1 && ps[0].own && d.table().terms.counts(u) {
		steps = append(steps, Step{Kind: KindPart, Nums: []string{"1"}})
		if len(ps[0].units) == 0 {
			return steps
		}
	}
	return append(steps, Step{Kind: KindPassage, Nums: []string{"1"}})
}

func stepsOf(els []element) []Step {
	steps := make([]Step, 0, len(els)+2)
	for i := len(els) - 1; i >= 0; i-- {
		e := els[i]
		st := Step{Kind: e.kind, Repeat: e.repeat}
		switch {
		case e.approved > 0:
			st.Nums = []string{approvedNouns[e.approved-1].stem}
		case e.name > 0:
			st.Nums = []string{[...]string{1: "общ", 2: "особ"}[e.name]}
		case e.count > 0:
			st.Nums = []string{strconv.Itoa(e.count)}
		case e.num != "":
			st.Nums = []string{Number(strings.Trim(e.num, "«»"))}
		}
		steps = append(steps, st)
	}
	return steps
}
