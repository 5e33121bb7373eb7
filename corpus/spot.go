package corpus

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
