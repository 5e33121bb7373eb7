package official

import (
	"slices"
	"strings"
	"unicode"

	"svod/compare"
	"svod/compare/amend"
	"svod/corpus"
)

// reasons gives each row what the note says of the provisions in it. What is
// said of the provision itself goes before what is said of what it stands in:
// the reason of an article serves its rows where there is nothing closer.
func (t *Table) reasons(n *Note) {
	used := make([]bool, len(n.Reasons))
	spots := make([][]spot, len(n.Reasons))
	for i, r := range n.Reasons {
		spots[i] = t.spots(r)
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		var texts []string
		for _, k := range t.closest(row, spots) {
			used[k] = true
			if text := upper(n.Reasons[k].Text); !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
		row.Reason = strings.Join(texts, "\n")
	}
	for i, r := range n.Reasons {
		if !used[i] {
			t.Homeless = append(t.Homeless, r)
		}
	}
}

// A spot is what a reason is about: a provision of an act, or what a place of
// the draft orders.
type spot struct {
	act   int
	at    corpus.Address
	path  string // of one that the act does not have
	draft bool   // at is an address of the draft
	all   bool   // words that change through the whole text
}

// spots are the provisions that a reason may be about. Where the note does not
// say of which act it speaks, that is the one which has a row there; if several
// have, nobody can tell.
func (t *Table) spots(r Reason) []spot {
	if ofDraft(r.About) && !namesAct(r.About) && t.Draft.Document != nil {
		var out []spot
		for _, at := range t.Draft.Document.Resolve(r.Ref) {
			out = append(out, spot{at: at, draft: true})
		}
		return out
	}
	named := t.named(r.About)
	var out []spot
	acts := 0
	for i, a := range t.acts {
		if named >= 0 && named != i {
			continue
		}
		mine := a.spots(r)
		if named < 0 && !slices.ContainsFunc(t.Rows, func(row Row) bool {
			return slices.ContainsFunc(mine, func(s spot) bool { return t.reach(&row, s) })
		}) {
			continue
		}
		acts++
		out = append(out, mine...)
	}
	if acts > 1 {
		return nil
	}
	return out
}

func (a *act) spots(r Reason) []spot {
	var out []spot
	if r.Everywhere {
		return []spot{{act: a.n, all: true}}
	}
	ref := r.Ref
	if a.r != nil {
		for _, d := range []*corpus.Document{a.r.Old, a.r.New} {
			for _, at := range d.Resolve(ref) {
				if s := (spot{act: a.n, at: at}); !slices.Contains(out, s) {
					out = append(out, s)
				}
			}
		}
	}
	var steps []string
	for _, s := range ref.Steps {
		steps = append(steps, s.String())
	}
	return append(out, spot{act: a.n, path: strings.Join(steps, "/")})
}

// named is the act that words name: the one whose title or number stands in
// them. It is -1 if none does, or several do.
func (t *Table) named(s string) int {
	at := -1
	s = folded(s)
	for i, a := range t.Draft.Acts {
		title := folded(a.Title)
		if title == "" || !strings.Contains(s, title) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// folded leaves nothing of a text but its words.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(s), "ё", "е"), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// closest are the reasons of a row, as places in the note: of each provision in
// it those that are said of the nearest one around it.
func (t *Table) closest(row *Row, spots [][]spot) []int {
	var out []int
	at := map[int][]corpus.Address{} // what the reasons taken are about
	take := func(length func(s spot) int) bool {
		best := -1
		var found []int
		var about []corpus.Address
		for i, ss := range spots {
			for _, s := range ss {
				n := length(s)
				if n < 0 || n < best {
					continue
				}
				if n > best {
					best, found, about = n, found[:0], about[:0]
				}
				found, about = append(found, i), append(about, s.at)
			}
		}
		for k, i := range found {
			if !slices.Contains(out, i) {
				out = append(out, i)
			}
			at[i] = append(at[i], about[k])
		}
		return best >= 0
	}
	if take(func(s spot) int {
		if s.draft && t.reach(row, s) {
			return len(s.at)
		}
		return -1
	}) {
		return out
	}
	for _, p := range slices.Concat(row.Old, row.New) {
		take(func(s spot) int {
			if s.draft || s.act != row.Act || s.at == "" || !t.acts[s.act].covers(s.at, p.Address) {
				return -1
			}
			return len(s.at)
		})
	}
	// What is said of the article goes where something is said of the row itself.
	top := common(slices.Concat(row.Old, row.New))
	inside := func(a corpus.Address) bool { return a.Within(top) }
	if top != "" && slices.ContainsFunc(out, func(i int) bool { return slices.ContainsFunc(at[i], inside) }) {
		out = slices.DeleteFunc(out, func(i int) bool { return !slices.ContainsFunc(at[i], inside) })
	}
	if len(out) == 0 {
		take(func(s spot) int {
			if s.path != "" && t.reach(row, s) {
				return len(s.path)
			}
			return -1
		})
	}
	take(func(s spot) int {
		if s.all && t.reach(row, s) {
			return 0
		}
		return -1
	})
	slices.Sort(out)
	return out
}

// common is the nearest provision around several, "" if that is the act.
func common(ps []compare.Place) corpus.Address {
	if len(ps) == 0 {
		return ""
	}
	top := string(ps[0].Address)
	for _, p := range ps[1:] {
		for !p.Address.Within(corpus.Address(top)) {
			i := strings.LastIndexByte(top, '/')
			if i < 0 {
				return ""
			}
			top = top[:i]
		}
	}
	return corpus.Address(top)
}

// reach reports whether a reason about a spot serves a row.
func (t *Table) reach(row *Row, s spot) bool {
	switch {
	case s.draft:
		return slices.ContainsFunc(row.Operations, func(op int) bool { return t.opOf(op).Place.Within(s.at) })
	case s.act != row.Act:
		return false
	case s.all:
		return slices.ContainsFunc(row.Operations, func(op int) bool { return t.opOf(op).Everywhere && len(t.levels(op)) == 0 })
	case s.at != "":
		for _, p := range slices.Concat(row.Old, row.New) {
			if t.acts[s.act].covers(s.at, p.Address) {
				return true
			}
		}
		return false
	}
	if len(row.Old)+len(row.New) > 0 { // it has provisions
		return false
	}
	return slices.ContainsFunc(row.Operations, func(op int) bool {
		for _, w := range t.opOf(op).Where {
			if p := w.Path(); p == s.path || strings.HasPrefix(p, s.path+"/") {
				return true
			}
		}
		return false
	})
}

// levels are those of the first provision that an operation names, none of one
// on the whole act.
func (t *Table) levels(op int) []amend.Level {
	if ws := t.opOf(op).Where; len(ws) > 0 {
		return ws[0].Levels
	}
	return nil
}

func (a *act) covers(around, at corpus.Address) bool {
	return a.r != nil && explainer{a.r, a.Draft}.covers(around, at)
}
