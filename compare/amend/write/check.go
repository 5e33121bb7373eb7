package write

import (
	"slices"

	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
)

// comesOut applies a draft to the old edition. What does not come out as the
// new one is to be said in a coarser way, if there is one left; it reports
// whether there is none to try.
func (w *writer) comesOut(d *Draft) bool {
	draft := &amend.Draft{Acts: []amend.Act{{Title: w.old.Meta.Title}}, Operations: d.Operations}
	r := apply.Apply(w.old, draft, 0, apply.Options{NoNotes: true})
	w.made = r.New
	again := false
	coarser := func(u *corpus.Unit, to int) {
		if u != nil && w.coarse[u] < to {
			w.coarse[u] = to
			again = true
		}
	}
	failed := map[corpus.Address]bool{}
	for _, o := range r.Outcomes {
		if o.Status != apply.Failed {
			continue
		}
		op := &d.Operations[o.Operation]
		u := w.touched(op)
		if u == nil {
			continue
		}
		words := op.Object != amend.Units && op.Kind != amend.Restate
		switch {
		case words:
			coarser(u, plain)
		case w.coarse[u] < whole && (op.Kind == amend.Add || member(w.old, u) != u):
			if op.Kind == amend.Add {
				coarser(u, whole)
				break
			}
			coarser(w.above(u), whole)
		default:
			coarser(u, never)
		}
		failed[w.old.AddressOf(member(w.old, u))] = true
	}
	for _, at := range w.differing(r.New) {
		o := w.old.At(at)
		if o == nil || failed[at] {
			continue
		}
		// Not every difference has an operation that failed: then the paragraphs,
		// after that the article.
		switch c := w.coarse[o]; {
		case c >= never:
		case c >= whole:
			coarser(o, never)
		default:
			if !w.paragraphs(o, coarser) {
				coarser(o, whole)
			}
		}
	}
	return !again
}

// paragraphs makes word operations within an article coarser, and reports whether
// there were any.
func (w *writer) paragraphs(o *corpus.Unit, coarser func(*corpus.Unit, int)) bool {
	found := false
	for at, p := range w.plans {
		u := at[0]
		if u != o && member(w.old, u) != o || w.coarse[u] >= plain {
			continue
		}
		if slices.ContainsFunc(p.ops, func(s step) bool {
			return s.Object != amend.Units && s.Kind != amend.Restate && w.touched(&s.Operation) == u
		}) {
			coarser(u, plain)
			found = true
		}
	}
	return found
}

// touched is the unit of the old edition that an operation names first.
func (w *writer) touched(op *amend.Operation) *corpus.Unit {
	levels := slices.Clone(op.Where[0].Levels)
	if k := len(levels); k > 0 && len(levels[k-1].Nums) > 1 {
		levels[k-1].Nums = levels[k-1].Nums[:1]
	}
	spots := w.old.Spots(amend.Where{Levels: levels}.Reference())
	if len(spots) == 0 {
		return nil
	}
	if s := spots[0]; s.Counted && !s.Own && len(s.Units) > 0 {
		return s.Units[0]
	}
	return spots[0].Unit
}

// above is the unit around another.
func (w *writer) above(u *corpus.Unit) *corpus.Unit {
	path := w.old.Path(w.old.AddressOf(u))
	if len(path) < 2 {
		return u
	}
	return path[len(path)-2]
}

// member is the article, or what else an act consists of, in which a unit
// stands.
func member(d *corpus.Document, u *corpus.Unit) *corpus.Unit {
	for _, k := range d.Path(d.AddressOf(u)) {
		if !high(k) {
			return k
		}
	}
	return u
}

// differing lists the members of any of the editions, by address, that read
// other in what was made than in the new edition.
func (w *writer) differing(made *corpus.Document) []corpus.Address {
	keys := func(d *corpus.Document) map[corpus.Address]string {
		out := map[corpus.Address]string{}
		for a, u := range d.All() {
			if member(d, u) != u || w.size(u) == 0 {
				continue
			}
			switch u.Kind {
			case corpus.KindRequisite, corpus.KindContents, corpus.KindSignature:
				continue
			}
			if out[a] = w.key(u); high(u) {
				out[a] = w.headKey(u)
			}
		}
		return out
	}
	want, got := keys(w.new), keys(made)
	var out []corpus.Address
	seen := map[corpus.Address]bool{}
	for _, d := range []*corpus.Document{w.old, w.new, made} {
		for a := range d.All() {
			if want[a] != got[a] && !seen[a] {
				seen[a] = true
				out = append(out, a)
			}
		}
	}
	return out
}

// tellUnsaid adds to what is left what does not come out though no operation on
// it failed: an article whose number another bears, too.
func (w *writer) tellUnsaid(d *Draft) {
	for _, at := range w.differing(w.made) {
		if d.leaves(at) {
			continue
		}
		l := Left{Code: Unsaid}
		if w.old.At(at) != nil {
			l.Old = at
		}
		if w.new.At(at) != nil || l.Old == "" {
			l.New = at
		}
		d.Left = append(d.Left, l)
	}
}

// leaves reports whether a provision is left.
func (d *Draft) leaves(at corpus.Address) bool {
	return slices.ContainsFunc(d.Left, func(l Left) bool { return l.covers(at) })
}

// covers reports whether what is left is a provision, or is around or in it.
func (l Left) covers(at corpus.Address) bool {
	for _, a := range []corpus.Address{l.Old, l.New} {
		if a != "" && (at.Within(a) || a.Within(at)) {
			return true
		}
	}
	return false
}

// headKey is key for a unit of which only the heading counts.
func (w *writer) headKey(u *corpus.Unit) string {
	return w.key(&corpus.Unit{Title: u.Title, Text: u.Text})
}
