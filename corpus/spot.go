package corpus

import (
	"strconv"
	"strings"
)

// A Spot is what of a document a reference names: a unit with all that is in
// it, or what of a unit is only counted, as «абзац первый» and «часть вторая».
type Spot struct {
	Unit *Unit
	// Counted says that only the unit's own paragraph, if Own, and the Units
	// are meant, which are children of Unit.
	Counted bool
	Own     bool
	Units   []*Unit
}

// Spots returns what a reference means to one who orders a change: each step is
// read right under the one before it, and nothing is put in for a level that is
// left out. Only the signs in numbers are read in another way where nothing
// bears them as they stand (5.1 for 5-1). In all else it is as Resolve.
func (d *Document) Spots(r Reference) []Spot {
	if r.Address != "" {
		if u := d.At(r.Address); u != nil {
			return []Spot{{Unit: u}}
		}
	}
	if d.Root == nil || len(r.Steps) == 0 {
		return nil
	}
	for _, r := range readings(r, otherSign) {
		var spots []Spot
		for _, p := range d.resolve(r, true) {
			s := Spot{Unit: p.unit, Counted: p.first, Own: p.first}
			if p.part > 0 {
				part := parts(p.unit)[p.part-1]
				s.Counted, s.Own, s.Units = true, part.own, part.units
			}
			spots = append(spots, s)
		}
		if spots != nil {
			return spots
		}
	}
	return nil
}

// NumberLess orders canonical numbers as acts do: 5 < 5-1 < 5-2 < 6 < 6.1.
func NumberLess(a, b string) bool { return lessNumber(a, b) }

// Parts returns the parts of a unit that are counted: «часть первая», «часть
// вторая». It has none where they are not counted.
func Parts(u *Unit) []Spot {
	var out []Spot
	for _, p := range parts(u) {
		out = append(out, Spot{Unit: u, Counted: true, Own: p.own, Units: p.units})
	}
	return out
}

// Citation names what a reference asks for, as one prints it: «подпункт 3)
// пункта 2 статьи 5». It belongs to no document, so that a clause is «пункт»
// whatever the act calls it.
func (r Reference) Citation(lang string) string {
	var els []element
	for i := len(r.Steps) - 1; i >= 0; i-- {
		st := r.Steps[i]
		e := element{kind: st.Kind, num: strings.Join(st.Nums, ", "), many: len(st.Nums) > 1 || strings.Contains(strings.Join(st.Nums, ""), "–")}
		switch n := atoi(e.num); {
		case e.num == "":
		case (st.Kind == KindPassage || st.Kind == KindPart) && n > 0 && strconv.Itoa(n) == e.num:
			e.num, e.count = "", n
		case st.Kind == KindSubclause, st.Kind == KindItem:
			e.num = strings.ReplaceAll(strings.ReplaceAll(e.num, ",", "),"), "–", ")–") + ")"
		case st.Kind == KindAppendix && !isDigit(e.num[0]): // «Правила»
			for i, n := range approvedNouns {
				if n.stem == e.num {
					e.num, e.approved = "", i+1
				}
			}
		}
		els = append(els, e)
	}
	return citeIn(els, lang, false)
}
