package compare

import (
	"slices"
	"strings"
)

// remarks are what the program has to say of an entry beside its texts. The
// entry may be rows alone.
func (p *printer) remarks(e *entry) string {
	var out, numbers, places, doubts []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	named := ""
	if e.old != nil || e.new != nil {
		named = p.element(e)
	}
	for _, r := range e.rows {
		was := p.cite(p.c.old, r.olds)
		switch r.Change {
		case Moved:
			n := r.news[0]
			for !n.moved && n.parent != nil && n.parent.mate != nil { // it went with its article
				n = n.parent
				was = p.c.old.Citation(n.mate.addr, p.lang)
			}
			if !slices.Contains(places, was) {
				places = append(places, was)
			}
		case Renumbered:
			o, n := r.olds[0], r.news[0]
			switch {
			case uncounted(o.unit.Kind) || o.unit.Kind < n.unit.Kind: // «статья 69» is now «часть 1 статьи 69»
				add(put(p.t.Numbered, "was", was))
			case uncounted(n.unit.Kind) || o.unit.Kind > n.unit.Kind:
				add(put(p.t.Unnumbered, "was", was))
			case strings.Contains(named, put(p.t.Formerly, "was", was)): // said already
			case len(e.rows) == 1:
				add(put(p.t.Renumbered, "was", was))
			default:
				numbers = append(numbers, number(o.unit)+"\u00a0→\u00a0"+number(n.unit))
			}
		case Split:
			add(put(p.t.Split, "was", was, "now", p.cite(p.c.new, r.news)))
		case Merged:
			add(put(p.t.Merged, "was", was, "now", p.cite(p.c.new, r.news)))
		case Notes:
			add(p.t.NotesOnly)
		}
		switch {
		case !r.Check:
		case len(e.rows) == 1:
			add(put(p.t.Doubt, "score", p.decimal(r.Score)))
		default:
			m := p.member(p.c.new, r.news[0])
			doubts = append(doubts, m.noun.one+" "+m.name+" ("+p.decimal(r.Score)+")")
		}
	}
	if e.old != nil && e.new != nil && e.old.mate == nil && e.new.mate == nil {
		add(p.t.Rewritten)
	}
	if len(places) > 0 {
		add(put(p.t.Moved, "was", strings.Join(places, ", ")))
	}
	if len(numbers) > 0 {
		add(put(p.t.Numbers, "list", strings.Join(numbers, ", ")))
	}
	if len(doubts) > 0 {
		add(put(p.t.Doubts, "list", strings.Join(doubts, ", ")))
	}
	if !slices.ContainsFunc(e.rows, func(r *Row) bool { return !r.Punctuation }) {
		add(p.t.Punctuation)
	}
	return strings.Join(out, ".\n")
}
