package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"svod/corpus"
)

// A maker makes acts that look like law to the matcher: sentences of their own
// between formulas that recur everywhere.
type maker struct{ *rand.Rand }

var formulas = []string{
	"в порядке, установленном законодательством Республики,",
	"уполномоченным органом по согласованию с заинтересованными государственными органами",
	"в пределах своей компетенции осуществляет иные полномочия, предусмотренные настоящим Законом",
	"не позднее десяти рабочих дней со дня получения соответствующего обращения",
}

var stock = func() []string {
	roots := strings.Fields("бюджет совет договор сбор земл лес вод налог труд стаж найм рыб скот дорог мост порт склад груз рейс билет суд иск штраф арест обыск долг заем вклад акци доля пай фонд грант премия конкурс проект отчет план смет аудит проверк лиценз патент знак реестр кадастр карт схем норм стандарт тариф цен рынок товар услуг работ ремонт стройк дом двор сад парк школ класс урок вуз наук опыт метод прибор станок завод цех смен отпуск пенси пособи льгот врач аптек лекарств вакцин карантин эпидеми")
	ends := strings.Fields("ный ная ного ние ния тель телю ство ства овать ует ующий енный ости ость")
	var out []string
	for _, r := range roots {
		for _, e := range ends {
			out = append(out, r+e)
		}
	}
	return out
}()

func (m maker) word() string { return stock[m.IntN(len(stock))] }

func (m maker) sentence(formulaic bool) string {
	var ws []string
	for range 6 + m.IntN(14) {
		ws = append(ws, m.word())
	}
	if formulaic {
		ws = slices.Insert(ws, m.IntN(len(ws)), formulas[m.IntN(len(formulas))])
	}
	return strings.Join(ws, " ")
}

func (m maker) act(articles int, formulaic bool) *corpus.Unit {
	root := &corpus.Unit{Kind: corpus.KindDocument}
	for i := range articles {
		if i%12 == 0 {
			root.Units = append(root.Units, &corpus.Unit{Kind: corpus.KindChapter, Num: strconv.Itoa(i/12 + 1), Title: m.sentence(false)})
		}
		ch := root.Units[len(root.Units)-1]
		a := &corpus.Unit{Kind: corpus.KindArticle, Title: m.sentence(false)}
		for range 1 + m.IntN(5) {
			a.Units = append(a.Units, m.clause(formulaic))
		}
		ch.Units = append(ch.Units, a)
	}
	renumber(root, 0)
	return root
}

func (m maker) clause(formulaic bool) *corpus.Unit {
	c := &corpus.Unit{Kind: corpus.KindClause, Text: m.sentence(formulaic) + "."}
	if m.IntN(3) == 0 {
		for range 2 + m.IntN(5) {
			c.Units = append(c.Units, &corpus.Unit{Kind: corpus.KindSubclause, Text: m.sentence(formulaic) + ";"})
		}
	}
	return c
}

func renumber(u *corpus.Unit, article int) int {
	n := map[corpus.Kind]int{}
	for _, c := range u.Units {
		if c.Kind == corpus.KindArticle {
			article++
			c.Num = strconv.Itoa(article)
		} else if c.Kind != corpus.KindPassage {
			n[c.Kind]++
			c.Num = strconv.Itoa(n[c.Kind])
		}
		c.Label = c.Num + "."
		article = renumber(c, article)
	}
	return article
}

// A mutant is a copy of an act with changes, and the truth about them.
type mutant struct {
	maker
	root  *corpus.Unit
	from  map[*corpus.Unit][]*corpus.Unit // new unit → the old ones that it continues
	moved []*corpus.Unit
	done  map[*corpus.Unit]bool // touched: one change per unit
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

// edit replaces a share of a text's words.
func (m *mutant) edit(u *corpus.Unit, share float64) {
	ws := strings.Fields(u.Text)
	for range max(1, int(share*float64(len(ws)))) {
		ws[m.IntN(len(ws))] = m.word()
	}
	u.Text = strings.Join(ws, " ")
}

func (m *mutant) articles() (out []struct{ parent, art *corpus.Unit }) {
	for _, ch := range m.root.Units {
		for _, a := range ch.Units {
			out = append(out, struct{ parent, art *corpus.Unit }{ch, a})
		}
	}
	return out
}

var mutations = []string{"insert", "delete", "edit", "digit", "move", "move and edit", "move clause", "split", "merge", "swap", "shift"}

func (m *mutant) mutate(kind string) {
	all := m.articles()
	pick := all[m.IntN(len(all))]
	a := pick.art
	if m.done[a] || len(a.Units) == 0 {
		return
	}
	c := a.Units[m.IntN(len(a.Units))]
	drop := func(p, u *corpus.Unit) {
		i := slices.Index(p.Units, u)
		p.Units = slices.Delete(p.Units, i, i+1)
	}
	switch kind {
	case "insert", "shift":
		n := &corpus.Unit{Kind: corpus.KindArticle, Title: m.sentence(false), Units: []*corpus.Unit{m.clause(true)}}
		n.Num, n.Label = a.Num+"-1", a.Num+"-1."
		pick.parent.Units = slices.Insert(pick.parent.Units, slices.Index(pick.parent.Units, a)+1, n)
		m.done[n] = true
		if kind == "shift" {
			renumber(m.root, 0)
		}
	case "delete":
		drop(a, c)
	case "edit":
		m.edit(c, 0.15)
	case "digit":
		c.Text = strings.TrimSuffix(c.Text, ".") + " " + strconv.Itoa(m.IntN(90)+10) + "."
	case "move", "move and edit":
		to := all[m.IntN(len(all))]
		if to.art == a || to.parent == pick.parent || m.done[to.art] {
			return
		}
		drop(pick.parent, a)
		to.parent.Units = slices.Insert(to.parent.Units, slices.Index(to.parent.Units, to.art)+1, a)
		a.Num, a.Label = to.art.Num+"-5", to.art.Num+"-5."
		if kind != "move" {
			for _, k := range a.Units {
				m.edit(k, 0.1)
			}
		}
		m.moved = append(m.moved, a)
		m.done[to.art] = true
	case "move clause":
		to := all[m.IntN(len(all))].art
		if to == a || m.done[to] || len(a.Units) < 2 {
			return
		}
		drop(a, c)
		to.Units = append(to.Units, c)
		c.Num = strconv.Itoa(len(to.Units) + 20)
		c.Label = c.Num + "."
		m.moved = append(m.moved, c)
		m.done[to] = true
	case "split":
		ws := strings.Fields(c.Text)
		if len(ws) < 14 || len(c.Units) > 0 {
			return
		}
		p := &corpus.Unit{Kind: corpus.KindPassage, Text: strings.Join(ws[len(ws)/2:], " ")}
		c.Text = strings.Join(ws[:len(ws)/2], " ")
		c.Units = []*corpus.Unit{p}
		m.from[p] = m.from[c]
	case "merge":
		i := slices.Index(a.Units, c)
		if i+1 >= len(a.Units) || len(c.Units)+len(a.Units[i+1].Units) > 0 {
			return
		}
		next := a.Units[i+1]
		c.Text += " " + next.Text
		m.from[c] = append(slices.Clone(m.from[c]), m.from[next]...)
		drop(a, next)
	case "swap":
		i := slices.Index(a.Units, c)
		if i+1 >= len(a.Units) {
			return
		}
		a.Units[i], a.Units[i+1] = a.Units[i+1], a.Units[i]
		a.Units[i].Num, a.Units[i+1].Num = a.Units[i+1].Num, a.Units[i].Num
		m.done[a.Units[i]] = true
	}
	m.done[a] = true
}

type tally struct{ right, found, true, moves, movesFound, falseMoves int }

func (s tally) f1() float64 { return 2 * float64(s.right) / float64(s.found+s.true) }

func (s tally) String() string {
	return fmt.Sprintf("F1 %.4f (%d right of %d found, %d true), moves %d of %d, false moves %d",
		s.f1(), s.right, s.found, s.true, s.movesFound, s.moves, s.falseMoves)
}

func (s *tally) score(c *Comparison, old, new *corpus.Document, m *mutant) {
	truth := map[[2]string]int{}
	for n, os := range m.from {
		if new.AddressOf(n) == "" {
			continue
		}
		for _, o := range os {
			if o.Own() != "" && n.Own() != "" {
				truth[[2]string{o.Own(), n.Own()}]++
				s.true++
			}
		}
	}
	moved := map[corpus.Address]bool{}
	for _, u := range m.moved {
		s.moves++
		moved[new.AddressOf(u)] = true
	}
	for _, r := range c.Rows {
		for _, o := range r.Old {
			for _, n := range r.New {
				s.found++
				if k := [2]string{o.Text, n.Text}; truth[k] > 0 {
					truth[k]--
					s.right++
				}
			}
		}
		if r.Change == Moved {
			if moved[r.New[0].Address] {
				s.movesFound++
			} else if r.MatchedBy == ByMove && !within(m, new, r.New[0].Address) {
				s.falseMoves++
			}
		}
	}
}

// within reports whether a unit was touched by a swap, which may show as a move.
func within(m *mutant, d *corpus.Document, a corpus.Address) bool {
	for u := range m.done {
		at := d.AddressOf(u)
		if at != "" && (a == at || strings.HasPrefix(string(a), string(at)+"/")) {
			return true
		}
	}
	return false
}

func mutate(seed uint64, articles, changes int, formulaic bool, kinds []string) (old, new *corpus.Document, m *mutant) {
	mk := maker{rand.New(rand.NewPCG(seed, 7))}
	root := mk.act(articles, formulaic)
	m = &mutant{maker: mk, from: map[*corpus.Unit][]*corpus.Unit{}, done: map[*corpus.Unit]bool{}}
	m.root = m.copy(root)
	for range changes {
		m.mutate(kinds[mk.IntN(len(kinds))])
	}
	meta := corpus.Meta{Language: "ru"}
	return &corpus.Document{Meta: meta, Root: root}, &corpus.Document{Meta: meta, Root: m.root}, m
}

func TestMutations(t *testing.T) {
	for _, kinds := range append([][]string{mutations}, func() (one [][]string) {
		for _, k := range mutations {
			one = append(one, []string{k})
		}
		return one
	}()...) {
		name := "all"
		if len(kinds) == 1 {
			name = kinds[0]
		}
		t.Run(name, func(t *testing.T) {
			var s tally
			for seed := range uint64(6) {
				old, new, m := mutate(seed, 60, 15, seed%2 == 0, kinds)
				c := Compare(old, new)
				s.score(c, old, new, m)
				if seed < 2 {
					check(t, c, old, new)
				}
			}
			t.Log(s)
			if s.f1() < 0.995 {
				t.Errorf("F1 of links is %.4f", s.f1())
			}
			if s.moves > 0 && float64(s.movesFound) < 0.95*float64(s.moves) {
				t.Errorf("%d of %d moves found", s.movesFound, s.moves)
			}
			if s.falseMoves > 0 {
				t.Errorf("%d false moves", s.falseMoves)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{425, 850, 1700} {
		old, new, _ := mutate(1, n, 200, true, mutations)
		b.Run(fmt.Sprintf("mutated/%d", n), func(b *testing.B) {
			for b.Loop() {
				Compare(old, new)
			}
		})
	}
	for _, n := range []int{2500, 5000, 10000, 20000} {
		lines := func(line func(i int) string) *corpus.Document {
			root := &corpus.Unit{Kind: corpus.KindDocument}
			for i := range n {
				root.Units = append(root.Units, &corpus.Unit{Kind: corpus.KindClause, Num: strconv.Itoa(i + 1), Text: line(i)})
			}
			return &corpus.Document{Meta: corpus.Meta{Language: "ru"}, Root: root}
		}
		mk := maker{rand.New(rand.NewPCG(1, 2))}
		equal := func(i int) string {
			return "Расходы на содержание аппарата составляют " + strconv.Itoa(i%7) + " тысяч тенге."
		}
		own := func(int) string { return mk.sentence(true) }
		for _, c := range []struct {
			name     string
			old, new func(int) string
		}{{"equal", equal, equal}, {"disjoint", own, own}, {"boilerplate", equal, func(i int) string { return equal(i*3+1) + " " + mk.word() }}} {
			old, new := lines(c.old), lines(c.new)
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for b.Loop() {
					Compare(old, new)
				}
			})
		}
	}
}
