package compare

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"svod/compare/internal/mutant"
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

// newMutant copies an act; its tables have numbers as this package reads them.
func newMutant(seed uint64, act *corpus.Unit) *mutant.Mutant {
	m := mutant.New(seed, act)
	m.Amount = func(cell string) (float64, int, bool) {
		a, ok := amountOf(cell)
		return a.value, a.decimals, ok
	}
	return m
}

func mutate(seed uint64, articles, changes int, formulaic bool, kinds []string) (old, new *corpus.Document, m *mutant.Mutant) {
	mk := maker{rand.New(rand.NewPCG(seed, 7))}
	m = newMutant(seed, mk.act(articles, formulaic))
	for i := range changes {
		m.Make(kinds[i%len(kinds)])
	}
	old, new = m.Documents("ru")
	return old, new, m
}

func TestMutations(t *testing.T) {
	for _, kinds := range append([][]string{mutant.Kinds}, func() (one [][]string) {
		for _, k := range mutant.Kinds {
			one = append(one, []string{k})
		}
		return one
	}()...) {
		name := "all"
		if len(kinds) == 1 {
			name = kinds[0]
		}
		t.Run(name, func(t *testing.T) {
			var sum tally
			for seed := range uint64(6) {
				old, new, m := mutate(seed, 60, 15, seed%2 == 0, kinds)
				c := Compare(old, new)
				sum.add(judge(c, m, old, new))
				if seed < 2 {
					check(t, c, old, new)
				}
			}
			t.Logf("F1 %.4f", sum.links.f1())
			if sum.links.f1() < leastF1 {
				t.Errorf("F1 of links is %.4f", sum.links.f1())
			}
			for k, s := range sum.kinds {
				if s.recall() < leastRecall {
					t.Errorf("%s: %d of %d found\n%s", k, s.right, s.true, strings.Join(sum.missed, "\n"))
				}
			}
			if len(sum.falseMoves) > 0 || float64(len(sum.falseChanges)) > mostFalse*float64(sum.units) {
				t.Errorf("%d of %d units changed falsely:\n%s", len(sum.falseChanges), sum.units, strings.Join(sum.falseChanges, "\n"))
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{425, 850, 1700} {
		old, new, _ := mutate(1, n, 200, true, mutant.Kinds)
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

// BenchmarkCode compares a real code of 850 articles with itself after 200
// mutant.Kinds. peak-MB is what the comparison adds to the heap at most.
func BenchmarkCode(b *testing.B) {
	doc := real(b, "acts/kz-office/Налоговый.docx")
	m := newMutant(1, doc.Root)
	for made := 0; made < 200; {
		for _, k := range mutant.Kinds[:len(mutant.Kinds)-1] {
			if m.Make(k) {
				made++
			}
		}
	}
	old, new := m.Documents("ru")
	for b.Loop() {
		Compare(old, new)
	}
	b.StopTimer()
	b.ReportMetric(peak(func() { Compare(old, new) }), "peak-MB")
}

// peak returns by how many megabytes the heap grows while f runs.
func peak(f func()) float64 {
	heap := func() uint64 {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return s.HeapInuse
	}
	runtime.GC()
	before, most := heap(), uint64(0)
	done := make(chan bool)
	go func() {
		for tick := time.Tick(5 * time.Millisecond); ; <-tick {
			select {
			case <-done:
				done <- true
				return
			default:
				most = max(most, heap())
			}
		}
	}()
	f()
	done <- true
	<-done
	return float64(most-before) / (1 << 20)
}
