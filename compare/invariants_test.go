package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
)

// check reports every promise of Compare that c breaks.
func check(t *testing.T, c *Comparison, old, new *corpus.Document) {
	t.Helper()
	for _, s := range []struct {
		name  string
		doc   *corpus.Document
		place func(Row) []Place
		drop  Op
	}{
		{"old", old, func(r Row) []Place { return r.Old }, Insert},
		{"new", new, func(r Row) []Place { return r.New }, Delete},
	} {
		seen := map[corpus.Address]string{}
		for _, r := range c.Rows {
			var texts []string
			for _, p := range s.place(r) {
				if _, twice := seen[p.Address]; twice {
					t.Errorf("%s %s stands in two rows", s.name, p.Address)
				}
				seen[p.Address] = p.Text
				texts = append(texts, p.Text)
			}
			if got, want := without(r.Edits, s.drop), strings.Join(texts, "\n"); got != want {
				t.Errorf("%s edits of %v make %q, not %q", s.name, s.place(r), got, want)
			}
		}
		for a, u := range s.doc.All() {
			if got, ok := seen[a]; u.Own() != "" && (!ok || got != u.Own()) {
				t.Errorf("%s %s: row has %q (%v), unit %q", s.name, a, got, ok, u.Own())
			}
		}
	}
	at := -1
	order := map[corpus.Address]int{}
	for a := range new.All() {
		order[a] = len(order)
	}
	for _, r := range c.Rows {
		if len(r.New) > 0 {
			if order[r.New[0].Address] < at {
				t.Errorf("row of %s is out of order", r.New[0].Address)
			}
			at = order[r.New[0].Address]
		}
	}
	checkCrosswalk(t, c)
	checkTable(t, c)
	// The mirror.
	back := Compare(new, old)
	var a, b []string
	for _, r := range c.Rows {
		a = append(a, fmt.Sprint(mirror(r.Change), r.New, r.Old, r.Score, r.Check))
	}
	for _, r := range back.Rows {
		b = append(b, fmt.Sprint(r.Change, r.Old, r.New, r.Score, r.Check))
	}
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Errorf("swapping the inputs does not mirror the result:\n%s\n--\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
}

// checkCrosswalk reports articles that the crosswalk leaves out or tells twice.
func checkCrosswalk(t *testing.T, c *Comparison) {
	t.Helper()
	c.CrosswalkReport(Options{})
	olds, news := map[corpus.Address]int{}, map[corpus.Address]bool{}
	for _, r := range c.Crosswalk {
		for _, a := range r.Old {
			olds[a]++
		}
		for _, a := range r.New {
			for p := string(a); p != ""; p = p[:max(strings.LastIndexByte(p, '/'), 0)] { // what went into its clause went into an article
				news[corpus.Address(p)] = true
			}
		}
	}
	for i := range c.Rows {
		for _, n := range c.Rows[i].olds {
			if n.parent == nil && addressed(n) && olds[n.addr] != 1 {
				t.Errorf("old %s stands %d times in the crosswalk", n.addr, olds[n.addr])
			}
		}
		for _, n := range c.Rows[i].news {
			if n.parent == nil && addressed(n) && !n.hollow() && !news[n.addr] {
				t.Errorf("new %s is not in the crosswalk", n.addr)
			}
		}
	}
}

// checkTable reports changes that the table of changes leaves out, and rows that
// a reader could not name.
func checkTable(t *testing.T, c *Comparison) {
	t.Helper()
	rows := map[*Row]int{}
	p := &printer{c: c, t: TemplateFor("", "ru"), lang: "ru"}
	for _, e := range c.gather(func(r *Row) bool { return r.Change != Unchanged && r.Change != Notes }) {
		for _, r := range e.rows {
			rows[r]++
		}
		if s := p.element(e); strings.TrimSpace(s) == "" || strings.Contains(s, "  ") {
			t.Errorf("a row is called %q", s)
		}
		if b, a := cellText(p.before(e)), cellText(p.after(e)); b == "" || a == "" {
			t.Errorf("%s: an empty cell: %q, %q", p.element(e), b, a)
		}
		p.remarks(e)
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		if want := r.Change != Unchanged && r.Change != Notes; want != (rows[r] == 1) {
			t.Errorf("%s row of %v → %v stands %d times in the table", r.Change, r.Old, r.New, rows[r])
		}
	}
}

func cellText(c table.Cell) string {
	s := ""
	for _, r := range c.Runs {
		s += r.Text
	}
	return strings.TrimSpace(s)
}

func mirror(c Change) Change {
	switch c {
	case Added:
		return Removed
	case Removed:
		return Added
	case Split:
		return Merged
	case Merged:
		return Split
	}
	return c
}

func without(es []Edit, drop Op) string {
	var b strings.Builder
	for _, e := range es {
		if e.Op != drop {
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

func TestInvariants(t *testing.T) {
	old, new := act(t, oldAct), act(t, newAct)
	check(t, Compare(old, new), old, new)
	for _, d := range []*corpus.Document{old, new} {
		if c := Compare(d, act(t, map[*corpus.Document]string{old: oldAct, new: newAct}[d])); len(c.Summary) != 0 {
			t.Errorf("equal acts differ: %v\n%s", c.Summary, dump(c))
		}
	}
}

// What a reader does not count as a change is none.
func TestSameToAReader(t *testing.T) {
	text := `
ст 1 | Понятия об «учёте» – общие
п 1 | Учёт ведётся в порядке, установленном Законом № 5 «О бюджете» – ежегодно.
п 2 | Отчет за 2020–2021 годы утверждает административно-территориальная единица.`
	other := strings.NewReplacer("«", `"`, "»", "”", "–", "-", "ё", "е", "порядке, ", "порядке,", "Законом №", "Законом\u00a0№ ", "административно-", "административно- ").Replace(text)
	old, new := act(t, text), act(t, other)
	c := Compare(old, new)
	if len(c.Summary) != 0 {
		t.Errorf("%v\n%s", c.Summary, dump(c))
	}
	check(t, c, old, new)
}

func FuzzCompare(f *testing.F) {
	f.Add(oldAct, newAct)
	f.Add("ст 1 | А б в г д е\nп 1 | один два три четыре пять шесть семь восемь", "ст 2 | А\n- один два три четыре пять шесть семь восемь")
	f.Add("п 1 | а\nп 1 | а\nп 1 | б", "п 1 | б\nп 1 | а\nп 2 | а\n")
	f.Add("табл 1 | Бюджет\nстр 1 | 1 ; Доходы ; 5,0\nстр 2 | 2 ; Затраты ; 5,0", "табл 1 | Бюджет\nстр 1 | 2 ; Затраты ; 5,1 ; 7\nстр 2 | 1 ; ; 5,0")
	f.Add("ст 1 x | исключена\nст 2 | а", "ст 1 | Новая\nп 1 | текст закона\nст 2 x | исключена")
	f.Fuzz(func(t *testing.T, a, b string) {
		old, new := act(t, legal(a)), act(t, legal(b))
		c := Compare(old, new)
		check(t, c, old, new)
		c.Report(Options{All: true})
		c.Report(Options{Lang: "kk"})
		checkPage(t, c)
		if d := Compare(old, act(t, legal(a))); len(d.Summary) != 0 {
			t.Errorf("equal acts differ:\n%s", dump(d))
		}
	})
}

// legal keeps the lines that act understands.
func legal(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		head, text, ok := strings.Cut(l, "|")
		f := strings.Fields(head)
		if p, passage := strings.CutPrefix(strings.TrimSpace(l), "- "); passage {
			out = append(out, "- "+p)
		} else if ok && len(f) > 1 && len(f) < 4 && slices.Contains([]string{"прил", "гл", "ст", "п", "пп", "табл", "стр"}, f[0]) {
			out = append(out, strings.Join(f, " ")+" | "+text)
		}
	}
	return strings.Join(out, "\n")
}

func FuzzDiff(f *testing.F) {
	f.Add("", "")
	f.Add("Совет вправе «запрашивать» сведения.", `Совет  обязан "запрашивать" сведения, документы.`)
	f.Add("33 143,0 тысячи тенге от 03.01.2021", "34 116,2 тысячи тенге от 04.01.2021")
	f.Add(" а\u00a0б\xff", "а- б \u0301")
	f.Fuzz(func(t *testing.T, a, b string) {
		es := Diff(a, b)
		if got := without(es, Insert); got != a {
			t.Errorf("old: %q, not %q", got, a)
		}
		if got := without(es, Delete); got != b {
			t.Errorf("new: %q, not %q", got, b)
		}
		if a == b && len(es) > 1 {
			t.Errorf("equal texts have edits: %v", es)
		}
	})
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"", "Новое.", "{+Новое.+}"},
		{"в течение пяти рабочих дней", "в течение десяти рабочих дней", "в течение [-пяти -]{+десяти +}рабочих дней"},
		{"бюджет 33 143,0 тенге", "бюджет 34 116,2 тенге", "бюджет [-33 143,0 -]{+34 116,2 +}тенге"},
		{"с 01.01.2021 года", "с 01.07.2021 года", "с [-01.01.2021 -]{+01.07.2021 +}года"},
		{"сведения.", "сведения;", "сведения[-.-]{+;+}"},
		{"органами, которые дают ответы", "органами, субъектами сектора, которые дают ответы", "органами{+, субъектами сектора+}, которые дают ответы"},
		{"Закон «О бюджете»", `Закон "О бюджете"`, `Закон "О бюджете"`},
		{"Первое. Третье.", "Первое. Второе слово. Третье.", "Первое. {+Второе слово. +}Третье."},
	} {
		if got := marked(Diff(c.old, c.new)); got != c.want {
			t.Errorf("%q → %q:\n got %s\nwant %s", c.old, c.new, got, c.want)
		}
	}
}
