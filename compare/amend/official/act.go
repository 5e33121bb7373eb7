package official

import (
	"maps"
	"slices"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
)

// An act is one of those that the draft amends, with its two texts.
type act struct {
	*Table
	n        int
	r        *apply.Result // nil if no text was given
	c        *compare.Comparison
	outcomes map[int][]apply.Outcome // by operation
	places   map[corpus.Address]int  // of old provisions among the rows
}

// read lays the old and the new text along each other.
func (a *act) read(r *apply.Result) {
	a.r, a.c = r, a.along(r)
	a.outcomes, a.places = map[int][]apply.Outcome{}, map[corpus.Address]int{}
	for _, o := range r.Outcomes {
		a.outcomes[o.Operation] = append(a.outcomes[o.Operation], o)
	}
	for i, row := range a.c.Rows {
		for _, p := range row.Old {
			a.places[p.Address] = i
		}
	}
	last := 0
	for at := range r.Old.All() { // what has no words has no row
		if i, ok := a.places[at]; ok {
			last = i
		}
		a.places[at] = last
	}
}

// along compares the texts by what was done to them. Where paragraphs were
// written anew, those that are counted take the place of those before.
func (a *act) along(r *apply.Result) *compare.Comparison {
	was := maps.Clone(r.Was)
	stays := map[corpus.Address]bool{}
	for _, old := range was {
		stays[old] = true
	}
	var anew []corpus.Address
	for _, o := range r.Outcomes {
		if o.Status != apply.Done || a.opOf(o.Operation).Kind != amend.Restate {
			continue
		}
		anew = append(anew, o.New...)
		if a.wholly(o) {
			anew = append(anew, "")
		}
		for i := range min(len(o.Old), len(o.New)) {
			if _, known := was[o.New[i]]; !known && !stays[o.Old[i]] {
				was[o.New[i]], stays[o.Old[i]] = o.Old[i], true
			}
		}
	}
	return compare.Along(r.Old, r.New, was, anew)
}

// wholly reports whether an outcome is about the act itself.
func (a *act) wholly(o apply.Outcome) bool { return len(a.whereOf(o.Operation, o).Levels) == 0 }

// changed are the rows of the provisions that changed.
func (a *act) changed() []Row {
	if a.r == nil {
		return nil
	}
	return a.elements(a.c, explainer{a.r, a.Draft}, func(r *compare.Row) bool { return altered(r) })
}

func altered(r *compare.Row) bool { return r.Change != compare.Unchanged && r.Change != compare.Notes }

// elements makes rows of a comparison's.
func (a *act) elements(c *compare.Comparison, x explainer, keep func(*compare.Row) bool) []Row {
	o := a.o.Options
	o.Template, o.Lang = a.t, a.lang
	o.Taken = func(r *compare.Row) []string {
		if x.repealed(r) {
			return a.t.Draft.Repealed
		}
		return nil
	}
	at := map[*compare.Row]int{}
	for i := range c.Rows {
		at[&c.Rows[i]] = i
	}
	var out []Row
	for _, e := range c.Elements(o, keep) {
		r := Row{Act: a.n, Element: e.Name, Before: widened(e.Before), After: widened(e.After), Status: Changed, at: float64(at[e.Rows[0]])}
		for _, row := range e.Rows {
			r.Old, r.New = append(r.Old, row.Old...), append(r.New, row.New...)
			for _, op := range x.operations(row) {
				if !slices.Contains(r.Operations, op) {
					r.Operations = append(r.Operations, op)
				}
			}
		}
		slices.Sort(r.Operations)
		if a.heading(r) {
			r.Element = upper(a.t.OwnHeading)
		}
		out = append(out, r)
	}
	return out
}

// heading reports whether a row is of the act's own heading.
func (a *act) heading(r Row) bool {
	return len(r.Operations) == 1 && a.opOf(r.Operations[0]).Object == amend.Headings && len(a.levels(r.Operations[0])) == 0
}

// operation makes the rows of one operation: the text in force, and what that
// operation alone makes of it.
func (a *act) operation(op int) []Row {
	rows := a.undone(op)
	if a.r == nil || !a.did(op) {
		return rows
	}
	alone := a.some(func(i int) bool { return i == op })
	together := false
	if slices.ContainsFunc(alone.Outcomes, func(o apply.Outcome) bool { return o.Operation == op && o.Status == apply.Failed && a.done(o) }) {
		// It builds on what operations before it do.
		alone = a.some(func(i int) bool { return i <= op })
		together = true
	}
	c := a.along(alone)
	x := explainer{alone, a.Draft}
	did := a.elements(c, x, func(r *compare.Row) bool {
		return altered(r) && (!together || slices.Contains(x.operations(r), op))
	})
	for i := range did {
		did[i].Operations = []int{op}
		if together {
			did[i].Effect = a.t.Draft.Together
		}
	}
	if len(did) == 0 {
		did = a.quiet(op)
	}
	return append(did, rows...)
}

// some applies some operations only.
func (a *act) some(only func(operation int) bool) *apply.Result {
	return apply.Apply(a.r.Old, a.Draft, a.n, apply.Options{NoNotes: true, Every: a.o.Every, Only: only})
}

// did reports whether an operation was carried out somewhere.
func (a *act) did(op int) bool {
	return slices.ContainsFunc(a.outcomes[op], func(o apply.Outcome) bool { return o.Status == apply.Done })
}

// done reports whether an outcome of an operation alone is a done one among all.
func (a *act) done(o apply.Outcome) bool {
	return slices.ContainsFunc(a.outcomes[o.Operation], func(k apply.Outcome) bool { return k.Where == o.Where && k.Status == apply.Done })
}

// silent adds rows of the operations that were carried out and changed no
// words: what is suspended, an act that is repealed.
func (a *act) silent(rows []Row) []Row {
	for i := range a.Draft.Operations {
		if a.r == nil || a.Draft.Operations[i].Act != a.n || !a.did(i) ||
			slices.ContainsFunc(rows, func(r Row) bool { return r.Status == Changed && slices.Contains(r.Operations, i) }) {
			continue
		}
		for _, r := range a.quiet(i) {
			at := slices.IndexFunc(rows, func(k Row) bool { return k.at > r.at })
			if at < 0 {
				at = len(rows)
			}
			rows = slices.Insert(rows, at, r)
		}
	}
	return rows
}

// opOf is an operation of the draft.
func (t *Table) opOf(i int) *amend.Operation { return &t.Draft.Operations[i] }
