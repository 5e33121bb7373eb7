package remarks

import (
	"context"
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
)

// apply makes the text of each act as it would read after the draft.
func (k *checker) apply(ctx context.Context) {
	for _, a := range k.acts {
		if ctx.Err() != nil {
			return
		}
		n, err := apply.Match(k.Draft, a.now().doc)
		if err != nil {
			if len(k.Draft.Acts) != 1 || len(k.acts) != 1 {
				continue
			}
			n = 0
		}
		a.in = n
		a.result = apply.Apply(a.now().doc, k.Draft, n, apply.Options{NoNotes: true})
		a.new = flatten(a.result.New)
	}
}

// right checks the column of the proposed text.
func (k *checker) right(a *act, refs []Ref, after string) {
	if isRemoval(after) {
		for _, u := range a.new.remain(refs) {
			k.find(Finding{Kind: Exists, Column: After, Address: a.new.doc.AddressOf(u), Text: u.Own(), Quote: after}, a.new)
		}
		return
	}
	switch v, q := k.unlike(a, refs, after); {
	case v == nil:
	case !v.ok:
		k.unchecked("too-long")
	default:
		k.verdict(v, a.new, q, refs, After)
	}
}

// fits reports whether an act would read as a cell says at the provisions named.
func (k *checker) fits(a *act, refs []Ref, after string) bool {
	if isRemoval(after) {
		return len(a.new.remain(refs)) == 0
	}
	v, _ := k.unlike(a, refs, after)
	return v == nil || v.clean()
}

// remain returns which of the provisions named an act has.
func (f *flat) remain(refs []Ref) (units []*corpus.Unit) {
	for _, r := range refs {
		if n := len(r.Steps); n == 0 || r.Steps[n-1].Kind == corpus.KindPassage || r.Steps[n-1].Kind == corpus.KindPart || r.Heading {
			continue
		}
		for _, s := range f.doc.Spots(r.Reference) {
			if s.Unit != nil && !s.Counted && !s.Unit.Repealed && strings.TrimSpace(s.Unit.Own()) != "" {
				units = append(units, s.Unit)
			}
		}
	}
	return units
}

// unlike is where a cell stands that the act would not have so after the draft,
// nil if it would.
func (k *checker) unlike(a *act, refs []Ref, after string) (*verdict, *quote) {
	f := a.new
	q := readQuote(after, f.lang)
	if q.count() == 0 {
		return nil, q
	}
	v := f.search(a, q, refs)
	if !v.ok {
		return v, q
	}
	if v.exact(q) {
		return nil, q
	}
	if o := k.draft.find(q); o != nil && o.laid.cost == 0 && len(o.signs(q)) == 0 {
		return nil, q // it quotes the order
	}
	// A row of one operation says what that does alone, if others have rows of
	// their own; one that suspends or leaves the text as it is has nothing to quote.
	ops := k.touching(a, refs)
	for _, op := range ops {
		if k.Draft.Operations[op].Kind == amend.Suspend && len(after) < 300 {
			return nil, q
		}
		if slices.ContainsFunc(ops, func(o int) bool { return o != op && a.rows[o] < 2 }) {
			continue
		}
		if len(a.alone) < maxAlone || a.alone[op] != nil {
			if o := k.alone(a, op).search(a, q, refs); o.exact(q) {
				return nil, q
			}
		}
	}
	return v, q
}

// count counts the rows that name what each operation changes.
func (k *checker) count() {
	for i := range k.Table.Rows {
		r := &k.Table.Rows[i]
		refs := k.Table.Refs(r)
		a := k.actOf(r, refs, k.Table.At(r, Before))
		if a == nil || a.result == nil {
			continue
		}
		for _, op := range k.touching(a, refs) {
			a.rows[op]++
		}
	}
}

// swapped tells of a row whose columns each have what belongs into the other.
func (k *checker) swapped(a *act, refs []Ref, before, after string) bool {
	if a.result == nil || !k.Table.Has(Before) || !k.Table.Has(After) || isAbsent(after) && isAbsent(before) {
		return false
	}
	fits := func(f *flat, s string) bool {
		q := readQuote(s, f.lang)
		return q.count() > 0 && f.search(a, q, refs).clean()
	}
	if !fits(a.new, before) || !fits(a.now(), after) || fits(a.now(), before) || fits(a.new, after) {
		return false
	}
	k.explained(a, refs)
	k.find(Finding{Kind: Swapped, Address: first(a.now(), refs), Text: after, Quote: before}, a.now())
	return true
}

// maxAlone is how many operations are applied alone.
const maxAlone = 400

// alone is an act with one operation applied.
func (k *checker) alone(a *act, op int) *flat {
	if a.alone[op] == nil {
		only := func(i int) bool { return i == op }
		a.alone[op] = flatten(apply.Apply(a.now().doc, k.Draft, a.in, apply.Options{NoNotes: true, Only: only}).New)
	}
	return a.alone[op]
}

// touching returns the operations on the provisions of a row.
func (k *checker) touching(a *act, refs []Ref) []int {
	at := a.addresses(refs)
	var ops []int
	for _, o := range a.result.Outcomes {
		if k.touches(a, o, at, refs) && (len(ops) == 0 || ops[len(ops)-1] != o.Operation) {
			ops = append(ops, o.Operation)
		}
	}
	return ops
}

// addresses are what references mean before and after the draft.
func (a *act) addresses(refs []Ref) map[corpus.Address]bool {
	at := map[corpus.Address]bool{}
	for _, f := range []*flat{a.now(), a.new} {
		for _, r := range refs {
			for _, s := range f.doc.Resolve(r.Reference) {
				at[s] = true
			}
		}
	}
	return at
}

// explained remembers which operations a row is about, and reports whether
// there is one.
func (k *checker) explained(a *act, refs []Ref) bool {
	at := a.addresses(refs)
	heading := slices.ContainsFunc(refs, func(r Ref) bool { return len(r.Steps) == 0 })
	found := false
	for _, o := range a.result.Outcomes {
		if k.touches(a, o, at, refs) || heading && o.Path == "" {
			a.seen[o.Operation] = true
			found = true
		}
	}
	return found
}

// touches reports whether an operation changes one of the provisions of a row.
func (k *checker) touches(a *act, o apply.Outcome, at map[corpus.Address]bool, refs []Ref) bool {
	for x := range at {
		for _, y := range o.Old {
			if y != "" && (x.Within(y) || y.Within(x)) {
				return true
			}
		}
		for _, y := range o.New {
			if y != "" && (x.Within(y) || y.Within(x)) {
				return true
			}
		}
	}
	op := &k.Draft.Operations[o.Operation]
	if len(o.Old)+len(o.New) == 0 && o.Where < len(op.Where) { // what could not be applied is known by its name only
		steps := op.Where[o.Where].Reference().Steps
		for _, r := range refs {
			if compareRanks(rank(steps), rank(r.Steps)) == 0 && len(steps) > 0 && len(r.Steps) > 0 && steps[0].Kind == r.Steps[0].Kind && sameNums(steps[0], r.Steps[0]) {
				return true
			}
		}
	}
	return false
}

func sameNums(a, b corpus.Step) bool {
	for _, x := range a.Nums {
		for _, y := range b.Nums {
			if x == y {
				return true
			}
		}
	}
	return len(a.Nums)+len(b.Nums) == 0
}

// missing tells of the operations that no row has.
func (k *checker) missing() {
	k.row = nil
	for _, a := range k.acts {
		if a.result == nil {
			continue
		}
		told := map[int]bool{}
		for _, o := range a.result.Outcomes {
			if a.seen[o.Operation] || told[o.Operation] {
				continue
			}
			told[o.Operation] = true
			op := &k.Draft.Operations[o.Operation]
			f := Finding{Kind: NoRow, Text: op.Text, Operation: o.Operation + 1}
			if len(o.Old) > 0 {
				f.Address = o.Old[0]
			} else if len(o.New) > 0 {
				f.Address = o.New[0]
			}
			f.Citation = a.result.Named(k.Draft, o, a.now().lang)
			if f.Citation == "" && f.Address != "" {
				if f.Citation = a.now().doc.Citation(f.Address, a.now().lang); f.Citation == "" {
					f.Citation = a.new.doc.Citation(f.Address, a.now().lang)
				}
			}
			k.find(f, a.now())
		}
	}
}

// renumbered reports whether the draft gives what has the numbers of a row
// others.
func (k *checker) renumbered(a *act, refs []Ref) bool {
	if a.result == nil {
		return false
	}
	return slices.ContainsFunc(k.touching(a, refs), func(op int) bool { return k.Draft.Operations[op].Kind == amend.Renumber })
}
