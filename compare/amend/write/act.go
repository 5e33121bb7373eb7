package write

import (
	"slices"
	"strconv"

	"svod/compare/amend"
	"svod/corpus"
)

func itoa(n int) string { return strconv.Itoa(n) }

// act makes the new act of the old one: its title, its preamble, then articles
// with the headings of chapters between them, then appendices. The act as a
// whole is never written anew.
func (w *writer) act(o, n *corpus.Unit) plan {
	p := plan{ok: true}
	if o == nil || n == nil {
		return p
	}
	p.take(w.title(o, n))
	p.take(w.members(o, n))
	return p
}

// title makes one title of the act of another.
func (w *writer) title(o, n *corpus.Unit) plan {
	titled := func(u *corpus.Unit) *corpus.Unit {
		i := slices.IndexFunc(u.Units, func(k *corpus.Unit) bool { return k.Kind == corpus.KindRequisite && k.Title != "" })
		if i < 0 {
			return nil
		}
		return u.Units[i]
	}
	a, b := titled(o), titled(n)
	if a == nil || b == nil || w.same(a.Title, b.Title) {
		return plan{ok: true}
	}
	anew := amend.Operation{Kind: amend.Restate, Object: amend.Headings, New: spaces(b.Title), Where: []amend.Where{{}}}
	return w.texts(a, amend.Where{Part: amend.PartHeading}, a.Title, b.Title, anew)
}

// high reports whether a unit holds articles, or clauses of an act without
// articles, and is no provision itself.
func high(u *corpus.Unit) bool {
	return corpus.KindAppendix <= u.Kind && u.Kind < corpus.KindArticle
}

// flat lists what an act or an appendix consists of, in order: headings of
// chapters and the provisions below them.
func (w *writer) flat(u *corpus.Unit) []*corpus.Unit {
	var out []*corpus.Unit
	for _, k := range u.Units {
		if w.size(k) == 0 {
			continue
		}
		out = append(out, k)
		if high(k) && k.Kind != corpus.KindAppendix {
			out = append(out, w.flat(k)...)
		}
	}
	return out
}

// members makes what one act or appendix consists of that of another.
func (w *writer) members(o, n *corpus.Unit) plan {
	olds, news := w.flat(o), w.flat(n)
	p := w.list(o, n, w.align(olds, news, false))
	if w.renumbers(olds, news) {
		left := w.left
		w.left = nil
		by := w.list(o, n, w.align(olds, news, true))
		if by.ok && by.cost < p.cost {
			return by
		}
		w.left = left
	}
	return p
}

// list makes one list of articles and headings another. What cannot be said is
// left; the rest is said all the same.
func (w *writer) list(o, n *corpus.Unit, items []item) plan {
	p, renumbered := plan{ok: true}, plan{ok: true}
	came, went := map[*corpus.Unit]bool{}, map[*corpus.Unit]bool{}
	for _, it := range items {
		switch {
		case it.old == nil:
			came[it.new] = true
		case it.new == nil:
			went[it.old] = true
		}
	}
	said := map[*corpus.Unit]bool{} // with the chapter around them
	var run []*corpus.Unit
	flush := func() {
		if len(run) == 0 {
			return
		}
		q := w.add(o, n, run)
		if !q.ok || w.coarse[run[0]] >= whole {
			for _, u := range run {
				w.leave(nil, u, Unsaid)
			}
		} else {
			p.take(q)
		}
		run = nil
	}
	for _, it := range items {
		u := it.new
		if u == nil {
			u = it.old
		}
		if said[u] {
			continue
		}
		switch kind := u.Kind; {
		case kind == corpus.KindRequisite, kind == corpus.KindContents, kind == corpus.KindSignature:
			flush()
			if it.old == nil || it.new == nil || w.key(it.old) != w.key(it.new) {
				if !(kind == corpus.KindRequisite && u.Title != "" && o == w.old.Root) {
					w.leave(it.old, it.new, Unamended)
				}
			}
			continue
		case it.old == nil:
			if high(u) && !all(w.flat(u), came) {
				flush()
				w.leave(nil, u, Unsaid)
				continue
			}
			if !numbered(u) && kind != corpus.KindPreamble && kind != corpus.KindAppendix {
				flush()
				w.leave(nil, u, Unsaid)
				continue
			}
			if len(run) > 0 && !together(run[len(run)-1], u) {
				flush()
			}
			run = append(run, u)
			if high(u) {
				mark(said, w.flat(u))
			}
			continue
		case it.new == nil:
			flush()
			if high(u) && !all(w.flat(u), went) {
				w.leave(u, nil, Unsaid)
				continue
			}
			q := w.remove(u)
			if !q.ok || w.coarse[u] >= never {
				w.leave(u, nil, Unsaid)
				continue
			}
			p.take(q)
			if high(u) {
				mark(said, w.flat(u))
			}
			continue
		}
		flush()
		q := w.member(it.old, it.new)
		if !q.ok {
			w.leave(it.old, it.new, Unsaid)
			continue
		}
		p.take(q)
		if numbered(it.old) && corpus.Number(it.old.Num) != corpus.Number(it.new.Num) {
			renumbered.take(w.renumber(it.old, it.new))
		}
	}
	flush()
	p.renumber(renumbered, olds(items))
	return p
}

// member makes one article, heading or appendix of another.
func (w *writer) member(o, n *corpus.Unit) plan {
	switch {
	case o.Kind == corpus.KindAppendix:
		return w.appendix(o, n)
	case high(o):
		if w.same(o.Title, n.Title) {
			return plan{ok: true}
		}
		if w.coarse[o] >= never {
			return plan{}
		}
		return w.heading(o, n)
	}
	return w.unit(o, n)
}

// appendix makes one appendix of another: by its own articles or clauses, or
// all of it.
func (w *writer) appendix(o, n *corpus.Unit) plan {
	if w.key(o) == w.key(n) {
		return plan{ok: true}
	}
	if w.coarse[o] < whole {
		p := plan{ok: true}
		kept := w.left
		if !w.same(o.Title, n.Title) {
			p.take(w.heading(o, n))
		}
		if p.ok {
			q := w.members(o, n)
			p.take(q)
		}
		all := w.restate(o, n)
		if p.ok && len(w.left) == len(kept) && !(all.ok && w.mostly(p, all, o, n)) {
			return p
		}
		w.left = kept
	}
	return w.restate(o, n)
}

func all(us []*corpus.Unit, in map[*corpus.Unit]bool) bool {
	return !slices.ContainsFunc(us, func(u *corpus.Unit) bool { return !in[u] })
}

func mark(in map[*corpus.Unit]bool, us []*corpus.Unit) {
	for _, u := range us {
		in[u] = true
	}
}

func (w *writer) leave(o, n *corpus.Unit, c Code) {
	l := Left{Code: c}
	if o != nil {
		l.Old = w.old.AddressOf(o)
	}
	if n != nil {
		l.New = w.new.AddressOf(n)
	}
	w.left = append(w.left, l)
}
