package compare

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// A mutant is a copy of an act with seeded changes, and the truth about them.
// New words come from the act's own vocabulary, new provisions are made of its
// sentences shuffled: a matcher is not to know them by a strange tongue.
type mutant struct {
	*rand.Rand
	old, root *corpus.Unit
	words     []string

	from    map[*corpus.Unit][]*corpus.Unit // new unit → the old ones that it continues
	touched map[*corpus.Unit]bool           // of both acts; one mutation each
	truth   []expectation
	shifted bool
}

// An expectation is what a comparison should say of a unit.
type expectation struct {
	kind string       // of the mutation
	unit *corpus.Unit // new, or old if it was deleted
	gone bool
	want []Change
}

// mutations are the kinds, in the order in which they are made: numbers shift last.
var mutations = []string{"insert article", "insert clause", "delete article", "delete clause", "edit a word", "edit a number",
	"move article", "move and edit", "move clause", "split", "merge", "swap", "edit a cell", "insert row", "delete row", "shift numbers"}

func newMutant(seed uint64, act *corpus.Unit) *mutant {
	m := &mutant{Rand: rand.New(rand.NewPCG(seed, 7)), old: act,
		from: map[*corpus.Unit][]*corpus.Unit{}, touched: map[*corpus.Unit]bool{}}
	m.root = m.copy(act)
	m.vocabulary(act)
	return m
}

func (m *mutant) copy(u *corpus.Unit) *corpus.Unit {
	c := *u
	c.Units = nil
	m.from[&c] = []*corpus.Unit{u}
	for _, k := range u.Units {
		c.Units = append(c.Units, m.copy(k))
	}
	return &c
}

func (m *mutant) vocabulary(u *corpus.Unit) {
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

func (m *mutant) word() string { return m.words[m.IntN(len(m.words))] }

// sentence is new text: words of the act that have not met before.
func (m *mutant) sentence() string {
	var ws []string
	for range 8 + m.IntN(12) {
		ws = append(ws, m.word())
	}
	return strings.Join(ws, " ") + "."
}

// A spot is a unit and where it hangs.
type spot struct{ parent, unit *corpus.Unit }

// articles are what the act is made of: its articles, or its clauses if it has
// none; of a budget or the like, whatever has paragraphs in it.
func (m *mutant) articles() []spot {
	var articles, clauses, others []spot
	var walk func(*corpus.Unit)
	walk = func(u *corpus.Unit) {
		for _, k := range u.Units {
			switch {
			case k.Kind == corpus.KindArticle:
				articles = append(articles, spot{u, k})
			case k.Kind == corpus.KindClause && u.Kind < corpus.KindArticle:
				clauses = append(clauses, spot{u, k})
			case k.Kind < corpus.KindClause:
				others = append(others, spot{u, k})
				walk(k)
			}
		}
	}
	walk(m.root)
	if len(articles) > len(clauses) {
		return articles
	}
	if len(clauses) < 4 {
		return append(clauses, others...)
	}
	return clauses
}

// leaves are the provisions below a unit that have words enough and nothing below.
func leaves(u *corpus.Unit, words int) []spot {
	var out []spot
	for _, k := range u.Units {
		switch {
		case k.Kind == corpus.KindTable || k.Kind == corpus.KindRow:
		case len(k.Units) > 0:
			out = append(out, leaves(k, words)...)
		case k.Title == "" && len(strings.Fields(k.Text)) >= words:
			out = append(out, spot{u, k})
		}
	}
	return out
}

// free reports whether nothing in a unit was touched.
func (m *mutant) free(u *corpus.Unit) bool {
	return !m.touched[u] && !slices.ContainsFunc(u.Units, func(k *corpus.Unit) bool { return !m.free(k) })
}

func (m *mutant) touch(us ...*corpus.Unit) {
	for _, u := range us {
		m.touched[u] = true
		for _, o := range m.from[u] {
			m.touched[o] = true
		}
		m.touch(u.Units...)
	}
}

func (m *mutant) expect(kind string, u *corpus.Unit, want ...Change) {
	m.truth = append(m.truth, expectation{kind: kind, unit: u, want: want})
}

// expectGone expects that a deleted unit and all below it are removed.
func (m *mutant) expectGone(kind string, u *corpus.Unit) {
	for _, o := range m.from[u] {
		m.truth = append(m.truth, expectation{kind: kind, unit: o, gone: true, want: []Change{Removed}})
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

// mutate makes one change of a kind, if chance finds a place for it.
func (m *mutant) mutate(kind string) bool {
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

func (m *mutant) try(kind string, all []spot) bool {
	pick := all[m.IntN(len(all))]
	a := pick.unit
	var c spot
	least := map[string]int{"split": 14, "merge": 5, "swap": 5, "move clause": 10, "insert clause": 1}[kind]
	ls := leaves(a, max(least, 5))
	if len(ls) > 0 {
		c = ls[m.IntN(len(ls))]
	}
	onLeaf := strings.Contains(kind, "clause") || strings.HasPrefix(kind, "edit") || kind == "split" || kind == "merge" || kind == "swap"
	if onLeaf && (c.unit == nil || !m.free(c.unit) || m.touched[c.parent]) || !onLeaf && !m.free(a) {
		return false
	}
	switch kind {
	case "insert article", "shift numbers":
		n := &corpus.Unit{Kind: a.Kind, Num: a.Num + "-9", Label: a.Label}
		if a.Kind == corpus.KindArticle {
			n.Title = m.sentence()
			n.Units = []*corpus.Unit{{Kind: corpus.KindClause, Num: "1", Label: "1.", Text: m.sentence()}, {Kind: corpus.KindClause, Num: "2", Label: "2.", Text: m.sentence()}}
		} else {
			n.Text = m.sentence()
		}
		if a.Num == "" {
			return false
		}
		renumberTo(n, a.Num+"-9")
		insertAfter(pick.parent, a, n)
		m.touch(n)
		m.expect(kind, n, Added)
		for _, k := range n.Units {
			m.expect(kind, k, Added)
		}
		if kind == "shift numbers" {
			m.shift(n)
		}
	case "insert clause":
		if c.unit.Num == "" {
			return false
		}
		n := &corpus.Unit{Kind: c.unit.Kind, Num: c.unit.Num, Label: c.unit.Label, Text: m.sentence()}
		renumberTo(n, c.unit.Num+"-9")
		insertAfter(c.parent, c.unit, n)
		m.touch(n)
		m.expect(kind, n, Added)
	case "delete article":
		m.touch(a)
		m.expectGone(kind, a)
		drop(pick.parent, a)
	case "delete clause":
		m.touch(c.unit)
		m.expectGone(kind, c.unit)
		drop(c.parent, c.unit)
	case "edit a word":
		m.edit(c.unit, 1+m.IntN(2))
		m.touch(c.unit)
		m.expect(kind, c.unit, Changed)
	case "edit a number":
		i := strings.IndexAny(c.unit.Text, "0123456789")
		if i < 0 {
			return false
		}
		d := (c.unit.Text[i]-'0'+1+byte(m.IntN(8)))%10 + '0'
		c.unit.Text = c.unit.Text[:i] + string(d) + c.unit.Text[i+1:]
		m.touch(c.unit)
		m.expect(kind, c.unit, Changed)
	case "move article", "move and edit":
		to := all[m.IntN(len(all))]
		i, j := slices.IndexFunc(all, func(s spot) bool { return s.unit == a }), slices.IndexFunc(all, func(s spot) bool { return s.unit == to.unit })
		if to.unit == a || max(i-j, j-i) < 4 || len(strings.Fields(allText(a))) < 15 || a.Num == "" || to.unit.Num == "" || !m.free(to.unit) {
			return false
		}
		if kind == "move and edit" {
			ls := leaves(a, 10)
			if len(ls) == 0 {
				return false
			}
			for _, l := range ls {
				m.edit(l.unit, max(1, len(strings.Fields(l.unit.Text))/12))
			}
		}
		drop(pick.parent, a)
		insertAfter(to.parent, to.unit, a)
		renumberTo(a, to.unit.Num+"-8")
		m.touch(a)
		m.expect(kind, a, Moved)
	case "move clause":
		to := all[m.IntN(len(all))]
		tos := leaves(to.unit, 1)
		if to.unit == a || len(tos) == 0 || !m.free(to.unit) {
			return false
		}
		t := tos[m.IntN(len(tos))]
		if t.unit.Kind != c.unit.Kind || t.unit.Num == "" {
			return false
		}
		drop(c.parent, c.unit)
		insertAfter(t.parent, t.unit, c.unit)
		renumberTo(c.unit, t.unit.Num+"-8")
		m.touch(c.unit)
		m.expect(kind, c.unit, Moved)
	case "split":
		ws := strings.Fields(c.unit.Text)
		n := &corpus.Unit{Kind: c.unit.Kind, Num: c.unit.Num, Label: c.unit.Label, Text: strings.Join(ws[len(ws)/2:], " ")}
		if n.Num == "" {
			return false
		}
		renumberTo(n, c.unit.Num+"-7")
		c.unit.Text = strings.Join(ws[:len(ws)/2], " ")
		insertAfter(c.parent, c.unit, n)
		m.from[n] = m.from[c.unit]
		m.touch(c.unit, n)
		m.expect(kind, c.unit, Split)
	case "merge":
		next := m.next(c)
		if next == nil {
			return false
		}
		m.touch(c.unit, next)
		c.unit.Text += " " + next.Text
		m.from[c.unit] = append(slices.Clone(m.from[c.unit]), m.from[next]...)
		drop(c.parent, next)
		m.expect(kind, c.unit, Merged)
	case "swap":
		next := m.next(c)
		if next == nil || next.Text == c.unit.Text || next.Num == "" || c.unit.Num == "" {
			return false
		}
		i := slices.Index(c.parent.Units, c.unit)
		c.parent.Units = slices.Clone(c.parent.Units)
		c.parent.Units[i], c.parent.Units[i+1] = next, c.unit
		c.unit.Num, next.Num = next.Num, c.unit.Num
		c.unit.Label, next.Label = next.Label, c.unit.Label
		m.touch(c.unit, next)
		m.expect(kind, c.unit, Moved, Renumbered)
		m.expect(kind, next, Moved, Renumbered)
	}
	return true
}

// mutateRow changes a row of a table.
func (m *mutant) mutateRow(kind string) bool {
	rows := rows(m.root)
	if len(rows) < 3 {
		return false
	}
	for range 40 {
		r := rows[m.IntN(len(rows))]
		cells := cellsOf(r.unit.Text)
		if !m.free(r.unit) || len(cells) < 2 || len(strings.Fields(r.unit.Text)) < 4 {
			continue
		}
		switch kind {
		case "edit a cell":
			i := m.IntN(len(cells))
			if a, ok := amountOf(cells[i]); ok {
				cells[i] = strconv.FormatFloat(a.value+1+float64(m.IntN(1000)), 'f', a.decimals, 64)
			} else if len(strings.Fields(cells[i])) > 2 {
				cells[i] += " " + m.word()
			} else {
				continue
			}
			r.unit.Text = strings.Join(cells, "\t")
			m.expect(kind, r.unit, Changed)
		case "insert row":
			n := &corpus.Unit{Kind: corpus.KindRow}
			for i := range cells {
				cells[i] = m.word() + " " + m.word()
			}
			n.Text = strings.Join(cells, "\t")
			insertAfter(r.parent, r.unit, n)
			m.touch(n)
			m.expect(kind, n, Added)
		case "delete row":
			m.expectGone(kind, r.unit)
			drop(r.parent, r.unit)
		}
		m.touch(r.unit)
		return true
	}
	return false
}

// rows are the rows of all tables of a unit.
func rows(u *corpus.Unit) []spot {
	var out []spot
	for _, k := range u.Units {
		if k.Kind == corpus.KindRow {
			out = append(out, spot{u, k})
		}
		out = append(out, rows(k)...)
	}
	return out
}

// next is the provision behind another if it is of its kind and untouched, else nil.
func (m *mutant) next(c spot) *corpus.Unit {
	i := slices.Index(c.parent.Units, c.unit) + 1
	if i >= len(c.parent.Units) {
		return nil
	}
	n := c.parent.Units[i]
	if len(n.Units) > 0 || n.Kind != c.unit.Kind || n.Title != "" || len(strings.Fields(n.Text)) < 5 || !m.free(n) {
		return nil
	}
	return n
}

// shift gives an inserted article the next number, and all after it the next but one.
func (m *mutant) shift(n *corpus.Unit) {
	if m.shifted {
		return
	}
	m.shifted = true
	after := false
	last := 0
	for _, s := range m.articles() {
		switch num, err := strconv.Atoi(s.unit.Num); {
		case s.unit == n:
			after = true
			renumberTo(n, strconv.Itoa(last+1))
		case err != nil:
		case after:
			renumberTo(s.unit, strconv.Itoa(num+1))
			if !m.touched[s.unit] {
				m.touched[s.unit] = true
				m.expect("shift numbers", s.unit, Renumbered)
			}
		default:
			last = num
		}
	}
}

// edit replaces words by others, but for the first and the last.
func (m *mutant) edit(u *corpus.Unit, n int) {
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

// documents are the act and its mutant.
func (m *mutant) documents(language string) (old, new *corpus.Document) {
	meta := corpus.Meta{Language: language}
	return &corpus.Document{Meta: meta, Root: m.old}, &corpus.Document{Meta: meta, Root: m.root}
}
