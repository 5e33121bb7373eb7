package apply

import (
	"slices"
	"strings"

	"svod/compare/amend"
	"svod/corpus"
)

// A mark remembers for the note under a provision what was done to it.
type mark struct {
	unit  *corpus.Unit // under which the note stands
	verb  verb
	of    *corpus.Unit // what the unit was added to
	ops   []int
	until string
}

type verb uint8

const (
	changedNote verb = iota
	restatedNote
	addedNote
	headingNote
	headingNewNote
	suspendedNote
	renumberedNote
	repealedNote // of the act itself
)

// mark remembers what an operation did to a target.
func (a *applier) mark(i int, op *amend.Operation, t target, units []*corpus.Unit) {
	put := func(u *corpus.Unit, v verb, of *corpus.Unit) {
		for k := range a.marks {
			if m := &a.marks[k]; m.unit == u && m.verb == v {
				if !slices.Contains(m.ops, i) {
					m.ops = append(m.ops, i)
				}
				return
			}
		}
		a.marks = append(a.marks, mark{unit: u, verb: v, of: of, ops: []int{i}, until: op.Until})
	}
	holder := t.unit
	if !a.alive(holder) && len(units) > 0 { // a paragraph that is gone: what it stood in
		holder = units[0]
	}
	for holder != nil && holder.Kind >= corpus.KindPassage {
		holder = a.above[holder]
	}
	switch {
	case holder == nil:
	case op.Kind == amend.Suspend:
		put(holder, suspendedNote, nil)
	case op.Kind == amend.Renumber:
		for _, u := range units {
			put(u, renumberedNote, nil)
		}
	case op.Object == amend.Headings || t.part == amend.PartHeading:
		v := headingNewNote
		if op.Object == amend.Words {
			v = headingNote
		}
		put(holder, v, nil)
	case op.Kind == amend.Add && op.Object == amend.Units && len(units) > 0 && units[0].Num != "":
		for _, u := range units {
			if u.Num != "" {
				put(u, addedNote, holder)
			}
		}
	case op.Kind == amend.Restate && op.Object == amend.Units && !t.counted && holder == t.unit && holder != a.root:
		for _, u := range units {
			put(u, restatedNote, nil)
		}
	case op.Kind == amend.Repeal && holder == a.root:
		put(holder, repealedNote, nil)
	case (op.Kind == amend.Remove || op.Kind == amend.Repeal) && op.Object == amend.Units && !t.counted && holder == t.unit:
		// It says so in place of its text.
	default:
		put(holder, changedNote, nil)
	}
}

// notes puts the notes under their provisions.
func (a *applier) notes() {
	d := a.current()
	style := a.noteStyle()
	type put struct {
		unit    *corpus.Unit
		text    string
		heading bool // it speaks of the heading
	}
	var puts []put // citations are asked for before the tree changes
	for _, m := range a.marks {
		if !a.alive(m.unit) || m.unit.Repealed && m.unit != a.root {
			continue
		}
		puts = append(puts, put{m.unit, a.phrases.note(a, d, m), m.verb == headingNote || m.verb == headingNewNote})
	}
	for _, p := range puts {
		u := p.unit
		u.Notes = append(u.Notes, corpus.Note{Text: p.text})
		var after *corpus.Unit
		switch {
		case u != a.root && (p.heading || u.Kind < corpus.KindArticle): // behind the heading
			a.splitHeading(u)
		case u == a.root: // behind the title
			for _, k := range u.Units {
				if k.Kind != corpus.KindRequisite {
					break
				}
				after = k
			}
		case len(u.Units) > 0:
			after = u.Units[len(u.Units)-1]
		}
		note := piece{after: after, note: len(u.Notes), lines: []corpus.Line{{Text: p.text, Style: style}}}
		at := len(a.pieces[u])
		if after == nil {
			if at = slices.IndexFunc(a.pieces[u], func(p piece) bool { return p.note == 0 }) + 1; at == 0 || !p.heading && u.Kind >= corpus.KindArticle {
				at = len(a.pieces[u])
			}
		}
		a.pieces[u] = slices.Insert(a.pieces[u], at, note)
	}
	a.changed()
}

// splitHeading makes the heading of a unit a piece of its own, so that a note
// can stand between it and the text.
func (a *applier) splitHeading(u *corpus.Unit) {
	at := slices.IndexFunc(a.pieces[u], func(p piece) bool { return p.note == 0 })
	if at < 0 || u.Text == "" || u.Title == "" {
		return
	}
	p := a.pieces[u][at]
	if len(p.lines) < 2 || !strings.Contains(p.lines[0].Text, u.Title) {
		return
	}
	rest := piece{after: p.after, lines: p.lines[1:]}
	a.pieces[u][at].lines = p.lines[:1:1]
	a.pieces[u] = slices.Insert(a.pieces[u], at+1, rest)
}

// noteStyle is how the notes of the act look; if it has none, as notes do.
func (a *applier) noteStyle() corpus.Style {
	var style *corpus.Style
	a.root.Walk(func(u *corpus.Unit) bool {
		for _, p := range a.pieces[u] {
			if p.note > 0 && len(p.lines) > 0 && strings.HasPrefix(p.lines[0].Text, strings.TrimSuffix(a.phrases.Note, "{text}")) {
				style = &p.lines[0].Style
				return false
			}
		}
		return true
	})
	if style == nil {
		return corpus.Style{Note: true}
	}
	return *style
}

// goneNote is what stands in place of the text of a provision that is gone:
// «исключен подпунктом 2) статьи 1 проекта».
func (a *applier) goneNote(op *amend.Operation, u *corpus.Unit) string {
	words := a.phrases.Removed
	if op.Kind == amend.Repeal {
		if words = a.phrases.Repealed; a.options.NoNotes {
			words = a.phrases.RepealedBare
		}
	}
	d := a.old
	at := d.AddressOf(a.was[u])
	if at == "" { // an operation before has made it
		d = a.current()
		at = d.AddressOf(u)
	}
	head := a.phrases.local(d.Citation(at, a.phrases.Language))
	s := inGender(words, a.phrases.gender(head))
	if !a.options.NoNotes {
		s = put(a.phrases.By, "what", s, "source", a.phrases.sources(a, []int{a.at}))
	}
	if u.Kind <= corpus.KindArticle || strings.HasSuffix(strings.TrimSpace(u.Label), ".") {
		s = capital(s)
	}
	return s
}
