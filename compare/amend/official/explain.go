package official

import (
	"slices"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
)

// An explainer tells which operations are behind the rows of a comparison.
type explainer struct {
	r *apply.Result
	d *amend.Draft
}

// operations are those behind a row, as places in the draft. The nearest ones
// count: those that touched the provision itself, else what it stands in.
func (x explainer) operations(r *compare.Row) []int {
	var out []int
	add := func(ops []int) {
		for _, op := range ops {
			if !slices.Contains(out, op) {
				out = append(out, op)
			}
		}
	}
	for _, p := range r.New {
		add(x.r.Sources[p.Address])
	}
	if len(out) == 0 {
		for _, p := range r.New {
			add(x.nearest(p.Address, func(o apply.Outcome) []corpus.Address { return o.New }))
		}
	}
	if len(out) == 0 || len(r.New) == 0 {
		for _, p := range r.Old {
			add(x.nearest(p.Address, func(o apply.Outcome) []corpus.Address { return o.Old }))
		}
	}
	slices.Sort(out)
	return out
}

// nearest are the operations whose outcome names a provision, or the nearest
// one around it.
func (x explainer) nearest(at corpus.Address, of func(apply.Outcome) []corpus.Address) []int {
	var out []int
	best := -1
	for _, o := range x.r.Outcomes {
		if o.Status != apply.Done {
			continue
		}
		for _, a := range of(o) {
			if !x.covers(a, at) || len(a) < best {
				continue
			}
			if len(a) > best {
				best, out = len(a), out[:0]
			}
			if !slices.Contains(out, o.Operation) {
				out = append(out, o.Operation)
			}
		}
	}
	return out
}

// covers reports whether a provision is another or lies in it. Articles lie in
// their chapters though their addresses don't say so.
func (x explainer) covers(around, at corpus.Address) bool {
	if around == "" || at.Within(around) {
		return true
	}
	for _, d := range []*corpus.Document{x.r.Old, x.r.New} {
		if u := d.At(around); u != nil && u.Kind < corpus.KindArticle && slices.Contains(d.Path(at), u) {
			return true
		}
	}
	return false
}

// repealed reports whether what a row took away lost its force, rather than
// being taken out of the text.
func (x explainer) repealed(r *compare.Row) bool {
	return slices.ContainsFunc(x.operations(r), func(op int) bool { return x.d.Operations[op].Kind == amend.Repeal })
}
