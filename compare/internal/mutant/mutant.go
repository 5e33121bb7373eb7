// Package mutant makes seeded changes to acts, for tests: what they are is known,
// so that what is found can be judged.
package mutant

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// A Mutant is a copy of an act with seeded changes, and the truth about them.
// New words come from the act's own vocabulary, new provisions are made of its
// sentences shuffled: a matcher is not to know them by a strange tongue.
type Mutant struct {
	*rand.Rand
	Old, Root *corpus.Unit

	From    map[*corpus.Unit][]*corpus.Unit // new unit → the old ones that it continues
	Touched map[*corpus.Unit]bool           // of both acts; one mutation each
	Truth   []Expectation

	// Amount, if not nil, reads the number in a cell of a table, so that it may
	// become another one.
	Amount func(cell string) (value float64, decimals int, ok bool)

	words   []string
	shifted bool
}

// An Expectation is what a comparison should say of a unit.
type Expectation struct {
	Kind string       // of the mutation
	Unit *corpus.Unit // new, or old if it was deleted
	Gone bool
	Want []string // kinds of change, as rows of a comparison have them; any of them
}

// What a comparison should call a change.
const (
	Added      = "added"
	Removed    = "removed"
	Changed    = "changed"
	Moved      = "moved"
	Renumbered = "renumbered"
	Split      = "split"
	Merged     = "merged"
)

// Kinds are the kinds, in the order in which they are made: numbers shift last.
var Kinds = []string{"insert article", "insert clause", "delete article", "delete clause", "edit a word", "edit a number",
	"move article", "move and edit", "move clause", "split", "merge", "swap", "edit a cell", "insert row", "delete row", "shift numbers"}

// New copies an act, to be changed.
func New(seed uint64, act *corpus.Unit) *Mutant {
	m := &Mutant{Rand: rand.New(rand.NewPCG(seed, 7)), Old: act,
		From: map[*corpus.Unit][]*corpus.Unit{}, Touched: map[*corpus.Unit]bool{}}
	m.Root = m.copy(act)
	m.vocabulary(act)
	return m
}

func (m *Mutant) copy(u *corpus.Unit) *corpus.Unit {
	c := *u
	c.Units = nil
	m.From[&c] = []*corpus.Unit{u}
	for _, k := range u.Units {
		c.Units = append(c.Units, m.copy(k))
	}
	return &c
}

func (m *Mutant) vocabulary(u *corpus.Unit) {
	seen := map[string]bool{}
	var walk func(*corpus.Unit)
	walk = func(u *corpus.Unit) {
		for _, w := range strings.Fields(u.Text) {
			if utf8.RuneCountInString(w) > 4 && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) && !seen[w] {
				seen[w] = true
				m.words = append(m.words, w)
			}
		}
		for _, k := range u.Units {
			walk(k)
		}
	}
	walk(u)
}

func (m *Mutant) word() string { return m.words[m.IntN(len(m.words))] }

// sentence is new text: words of the act that have not met before.
func (m *Mutant) sentence() string {
	var ws []string
	for range 8 + m.IntN(12) {
		ws = append(ws, m.word())
	}
	return strings.Join(ws, " ") + "."
}

// A Spot is a unit and where it hangs.
type Spot struct{ Parent, Unit *corpus.Unit }

// articles are what the act is made of: its articles, or its clauses if it has
// none; of a budget or the like, whatever has paragraphs in it.
func (m *Mutant) articles() []Spot {
	var articles, clauses, others []Spot
	var walk func(*corpus.Unit)
	walk = func(u *corpus.Unit) {
		for _, k := range u.Units {
			switch {
			case k.Kind == corpus.KindArticle:
				articles = append(articles, Spot{u, k})
			case k.Kind == corpus.KindClause && u.Kind < corpus.KindArticle:
				clauses = append(clauses, Spot{u, k})
			case k.Kind < corpus.KindClause:
				others = append(others, Spot{u, k})
				walk(k)
			}
		}
	}
	walk(m.Root)
	if len(articles) > len(clauses) {
		return articles
	}
	if len(clauses) < 4 {
		return append(clauses, others...)
	}
	return clauses
}

// Leaves are the provisions below a unit that have words enough and nothing below.
func Leaves(u *corpus.Unit, words int) []Spot {
	var out []Spot
	for _, k := range u.Units {
		switch {
		case k.Kind == corpus.KindTable || k.Kind == corpus.KindRow:
		case len(k.Units) > 0:
			out = append(out, Leaves(k, words)...)
		case k.Title == "" && len(strings.Fields(k.Text)) >= words:
			out = append(out, Spot{u, k})
		}
	}
	return out
}

// free reports whether nothing in a unit was touched.
func (m *Mutant) free(u *corpus.Unit) bool {
	return !m.Touched[u] && !slices.ContainsFunc(u.Units, func(k *corpus.Unit) bool { return !m.free(k) })
}

func (m *Mutant) touch(us ...*corpus.Unit) {
	for _, u := range us {
		m.Touched[u] = true
		for _, o := range m.From[u] {
			m.Touched[o] = true
		}
		m.touch(u.Units...)
	}
}

func (m *Mutant) expect(kind string, u *corpus.Unit, want ...string) {
	m.Truth = append(m.Truth, Expectation{Kind: kind, Unit: u, Want: want})
}

// expectGone expects that a deleted unit and all below it are removed.
func (m *Mutant) expectGone(kind string, u *corpus.Unit) {
	for _, o := range m.From[u] {
		m.Truth = append(m.Truth, Expectation{Kind: kind, Unit: o, Gone: true, Want: []string{Removed}})
	}
	for _, k := range u.Units {
		m.expectGone(kind, k)
	}
}

func drop(p, u *corpus.Unit) {
	i := slices.Index(p.Units, u)
	p.Units = slices.Delete(slices.Clone(p.Units), i, i+1)
}

func insertAfter(p, u, n *corpus.Unit) {
	p.Units = slices.Insert(slices.Clone(p.Units), slices.Index(p.Units, u)+1, n)
}

// renumberTo gives a unit a number, in the manner of its label.
func renumberTo(u *corpus.Unit, num string) {
	if u.Num != "" && strings.Contains(u.Label, u.Num) {
		u.Label = strings.Replace(u.Label, u.Num, num, 1)
	} else {
		u.Label = num + "."
	}
	u.Num = num
}

// Make makes one change of a kind, if chance finds a place for it.
func (m *Mutant) Make(kind string) bool {
	if strings.HasSuffix(kind, "cell") || strings.HasSuffix(kind, "row") {
		return m.mutateRow(kind)
	}
	all := m.articles()
	if len(all) < 4 || len(m.words) < 50 {
		return false
	}
	for range 40 {
		if m.try(kind, all) {
			return true
		}
	}
	return false
}

func (m *Mutant) try(kind string, all []Spot) bool {
	pick := all[m.IntN(len(all))]
	a := pick.Unit
	var c Spot
	least := map[string]int{"split": 14, "merge": 5, "swap": 5, "move clause": 10, "insert clause": 1}[kind]
	ls := Leaves(a, max(least, 5))
	if len(ls) > 0 {
		c = ls[m.IntN(len(ls))]
	}
	onLeaf := strings.Contains(kind, "clause") || strings.HasPrefix(kind, "edit") || kind == "split" || kind == "merge" || kind == "swap"
	if onLeaf && (c.Unit == nil || !m.free(c.Unit) || m.Touched[c.Parent]) || !onLeaf && !m.free(a) {
		return false
	}
	switch kind {
	case "insert article", "shift numbers":
		n := &corpus.Unit{Kind: a.Kind, Num: a.Num, Label: a.Label}
		if a.Kind == corpus.KindArticle {
			n.Title = strings.TrimSuffix(m.sentence(), ".")
			n.Units = []*corpus.Unit{{Kind: corpus.KindClause, Num: "1", Label: "1.", Text: m.sentence()}, {Kind: corpus.KindClause, Num: "2", Label: "2.", Text: m.sentence()}}
		} else {
			n.Text = m.sentence()
		}
		if a.Num == "" {
			return false
		}
		renumberTo(n, a.Num+"-9")
		insertAfter(pick.Parent, a, n)
		m.touch(n)
		m.expect(kind, n, Added)
		for _, k := range n.Units {
			m.expect(kind, k, Added)
		}
		if kind == "shift numbers" {
			m.shift(n)
		}
	case "insert clause":
		if c.Unit.Num == "" {
			return false
		}
		n := &corpus.Unit{Kind: c.Unit.Kind, Num: c.Unit.Num, Label: c.Unit.Label, Text: m.sentence()}
		renumberTo(n, c.Unit.Num+"-9")
		insertAfter(c.Parent, c.Unit, n)
		m.touch(n)
		m.expect(kind, n, Added)
	case "delete article":
		m.touch(a)
		m.expectGone(kind, a)
		drop(pick.Parent, a)
	case "delete clause":
		m.touch(c.Unit)
		m.expectGone(kind, c.Unit)
		drop(c.Parent, c.Unit)
	case "edit a word":
		m.edit(c.Unit, 1+m.IntN(2))
		m.touch(c.Unit)
		m.expect(kind, c.Unit, Changed)
	case "edit a number":
		i := strings.IndexAny(c.Unit.Text, "0123456789")
		if i < 0 {
			return false
		}
		d := (c.Unit.Text[i]-'0'+1+byte(m.IntN(8)))%10 + '0'
		c.Unit.Text = c.Unit.Text[:i] + string(d) + c.Unit.Text[i+1:]
		m.touch(c.Unit)
		m.expect(kind, c.Unit, Changed)
	case "move article", "move and edit":
		to := all[m.IntN(len(all))]
		i, j := slices.IndexFunc(all, func(s Spot) bool { return s.Unit == a }), slices.IndexFunc(all, func(s Spot) bool { return s.Unit == to.Unit })
		if to.Unit == a || max(i-j, j-i) < 4 || len(strings.Fields(allText(a))) < 15 || a.Num == "" || to.Unit.Num == "" || !m.free(to.Unit) {
			return false
		}
		if kind == "move and edit" {
			ls := Leaves(a, 10)
			if len(ls) == 0 {
				return false
			}
			for _, l := range ls {
				m.edit(l.Unit, max(1, len(strings.Fields(l.Unit.Text))/12))
			}
		}
		drop(pick.Parent, a)
		insertAfter(to.Parent, to.Unit, a)
		renumberTo(a, to.Unit.Num+"-8")
		m.touch(a)
		m.expect(kind, a, Moved)
	case "move clause":
		to := all[m.IntN(len(all))]
		tos := Leaves(to.Unit, 1)
		if to.Unit == a || len(tos) == 0 || !m.free(to.Unit) {
			return false
		}
		t := tos[m.IntN(len(tos))]
		if t.Unit.Kind != c.Unit.Kind || t.Unit.Num == "" {
			return false
		}
		drop(c.Parent, c.Unit)
		insertAfter(t.Parent, t.Unit, c.Unit)
		renumberTo(c.Unit, t.Unit.Num+"-8")
		m.touch(c.Unit)
		m.expect(kind, c.Unit, Moved)
	case "split":
		ws := strings.Fields(c.Unit.Text)
		n := &corpus.Unit{Kind: c.Unit.Kind, Num: c.Unit.Num, Label: c.Unit.Label, Text: strings.Join(ws[len(ws)/2:], " ")}
		if n.Num == "" {
			return false
		}
		renumberTo(n, c.Unit.Num+"-7")
		c.Unit.Text = strings.Join(ws[:len(ws)/2], " ")
		insertAfter(c.Parent, c.Unit, n)
		m.From[n] = m.From[c.Unit]
		m.touch(c.Unit, n)
		m.expect(kind, c.Unit, Split)
	case "merge":
		next := m.next(c)
		if next == nil {
			return false
		}
		m.touch(c.Unit, next)
		c.Unit.Text += " " + next.Text
		m.From[c.Unit] = append(slices.Clone(m.From[c.Unit]), m.From[next]...)
		drop(c.Parent, next)
		m.expect(kind, c.Unit, Merged)
	case "swap":
		next := m.next(c)
		if next == nil || next.Text == c.Unit.Text || next.Num == "" || c.Unit.Num == "" {
			return false
		}
		i := slices.Index(c.Parent.Units, c.Unit)
		c.Parent.Units = slices.Clone(c.Parent.Units)
		c.Parent.Units[i], c.Parent.Units[i+1] = next, c.Unit
		c.Unit.Num, next.Num = next.Num, c.Unit.Num
		c.Unit.Label, next.Label = next.Label, c.Unit.Label
		m.touch(c.Unit, next)
		m.expect(kind, c.Unit, Moved, Renumbered)
		m.expect(kind, next, Moved, Renumbered)
	}
	return true
}

// mutateRow changes a row of a table.
func (m *Mutant) mutateRow(kind string) bool {
	rows := rows(m.Root)
	if len(rows) < 3 {
		return false
	}
	for range 40 {
		r := rows[m.IntN(len(rows))]
		cells := strings.Split(r.Unit.Text, "\t")
		if !m.free(r.Unit) || len(cells) < 2 || len(strings.Fields(r.Unit.Text)) < 4 {
			continue
		}
		switch kind {
		case "edit a cell":
			i := m.IntN(len(cells))
			if value, decimals, ok := m.amount(cells[i]); ok {
				cells[i] = strconv.FormatFloat(value+1+float64(m.IntN(1000)), 'f', decimals, 64)
			} else if len(strings.Fields(cells[i])) > 2 {
				cells[i] += " " + m.word()
			} else {
				continue
			}
			r.Unit.Text = strings.Join(cells, "\t")
			m.expect(kind, r.Unit, Changed)
		case "insert row":
			n := &corpus.Unit{Kind: corpus.KindRow}
			for i := range cells {
				cells[i] = m.word() + " " + m.word()
			}
			n.Text = strings.Join(cells, "\t")
			insertAfter(r.Parent, r.Unit, n)
			m.touch(n)
			m.expect(kind, n, Added)
		case "delete row":
			m.expectGone(kind, r.Unit)
			drop(r.Parent, r.Unit)
		}
		m.touch(r.Unit)
		return true
	}
	return false
}

func (m *Mutant) amount(cell string) (value float64, decimals int, ok bool) {
	if m.Amount == nil {
		return 0, 0, false
	}
	return m.Amount(cell)
}

// rows are the rows of all tables of a unit.
func rows(u *corpus.Unit) []Spot {
	var out []Spot
	for _, k := range u.Units {
		if k.Kind == corpus.KindRow {
			out = append(out, Spot{u, k})
		}
		out = append(out, rows(k)...)
	}
	return out
}

// next is the provision behind another if it is of its kind and untouched, else nil.
func (m *Mutant) next(c Spot) *corpus.Unit {
	i := slices.Index(c.Parent.Units, c.Unit) + 1
	if i >= len(c.Parent.Units) {
		return nil
	}
	n := c.Parent.Units[i]
	if len(n.Units) > 0 || n.Kind != c.Unit.Kind || n.Title != "" || len(strings.Fields(n.Text)) < 5 || !m.free(n) {
		return nil
	}
	return n
}

// shift gives an inserted article the next number, and all after it the next but one.
func (m *Mutant) shift(n *corpus.Unit) {
	if m.shifted {
		return
	}
	m.shifted = true
	after := false
	last := 0
	for _, s := range m.articles() {
		switch num, err := strconv.Atoi(s.Unit.Num); {
		case s.Unit == n:
			after = true
			renumberTo(n, strconv.Itoa(last+1))
		case err != nil:
		case after:
			renumberTo(s.Unit, strconv.Itoa(num+1))
			if !m.Touched[s.Unit] {
				m.Touched[s.Unit] = true
				m.expect("shift numbers", s.Unit, Renumbered)
			}
		default:
			last = num
		}
	}
}

// edit replaces words by others, but for the first and the last.
func (m *Mutant) edit(u *corpus.Unit, n int) {
	ws := strings.Fields(u.Text)
	for range n {
		i := 1 + m.IntN(len(ws)-2)
		for w := ws[i]; ws[i] == w; {
			ws[i] = m.word()
		}
	}
	u.Text = strings.Join(ws, " ")
}

func allText(u *corpus.Unit) string {
	s := u.Own()
	for _, k := range u.Units {
		s += " " + allText(k)
	}
	return s
}

// Documents are the act and its Mutant.
func (m *Mutant) Documents(language string) (old, new *corpus.Document) {
	meta := corpus.Meta{Language: language}
	return &corpus.Document{Meta: meta, Root: m.Old}, &corpus.Document{Meta: meta, Root: m.Root}
}
