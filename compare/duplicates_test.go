package compare

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// actsOf reads the files of a folder of shared/data.
func actsOf(t testing.TB, folder string) []*corpus.Document {
	t.Helper()
	dir := data(t, folder)
	var docs []*corpus.Document
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		src, err := extract.File(t.Context(), name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		d, _ := parse.Parse(src)
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func linksOf(docs []*corpus.Document) *repeats {
	f := newRepeats()
	for i, d := range docs {
		f.add(i, d)
	}
	f.join()
	return f
}

// TestRepeatsRecall compares the pairs found with those that comparing all
// with all finds.
func TestRepeatsRecall(t *testing.T) {
	f := linksOf(actsOf(t, "acts/kz-ngo"))
	found := map[[2]int32]bool{}
	for _, l := range f.links {
		found[[2]int32{l.a, l.b}] = true
	}
	all, missed := 0, 0
	for a := range f.classes {
		for b := a + 1; b < len(f.classes); b++ {
			x, y := f.classes[a], f.classes[b]
			if f.oneIsPart(x, y) {
				continue
			}
			shareX, shareY, inX, inY := f.shared(x, y)
			if l := (overlap{shareA: shareX, shareB: shareY}); !l.enough() || min(length(inX), length(inY)) < repeatShared {
				continue
			}
			all++
			if !found[[2]int32{int32(a), int32(b)}] {
				missed++
			}
		}
	}
	t.Logf("%d classes, %d pairs, %d missed", len(f.classes), all, missed)
	if float64(missed) > 0.01*float64(all) {
		t.Errorf("%d of %d pairs missed, want at most 1 %%", missed, all)
	}
}

const (
	oneCouncil = `
ст 1 | Отчётность совета
п 1 | Общественный совет ежегодно публикует отчёт о своей деятельности на интернет-ресурсе местного исполнительного органа.
п 2 | Если международным договором установлены иные правила, чем те, которые содержатся в настоящем Законе, то применяются правила международного договора.
п 3 | Совет вправе создавать комиссии.
ст 2 | Права
п 1 | Члены общественного совета вправе запрашивать у государственных органов сведения, необходимые для осуществления общественного контроля.
`
	otherCouncil = `
ст 5 | Договоры
п 1 | Если международным договором установлены иные правила, чем те, которые содержатся в настоящем Законе, то применяются правила международного договора.
п 2 | Совет вправе создавать комиссии.
п 3 | Общественный совет раз в год публикует отчёт о своей деятельности на интернет-ресурсе местного исполнительного органа.
ст 6 | Контроль
п 1 | Порядок общественного контроля определяется правилами, которые утверждает уполномоченный орган по согласованию с заинтересованными государственными органами. Члены общественного совета вправе запрашивать у государственных органов сведения, необходимые для осуществления общественного контроля. Сведения предоставляются в течение десяти рабочих дней со дня поступления запроса в письменном виде, если законами Республики Казахстан не установлен другой срок.
`
)

func titled(d *corpus.Document, name string) *corpus.Document {
	d.ID, d.Meta.Title = name, name
	return d
}

func TestDuplicates(t *testing.T) {
	d := Duplicates([]*corpus.Document{titled(act(t, oneCouncil), "А"), titled(act(t, otherCouncil), "Б")})
	var b strings.Builder
	for _, g := range d.Groups {
		fmt.Fprintf(&b, "%v:", g.Exact)
		for _, m := range g.Members {
			fmt.Fprintf(&b, " %s %s %.2f %.2f", d.Documents[m.Document].ID, m.Address, m.Share, m.Back)
		}
		b.WriteByte('\n')
	}
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "%s in %s %.2f %.2f\n", p.Part[0].Address, p.Whole[0].Address, p.Part[0].Share, p.Whole[0].Share)
	}
	// What is shorter than ten words is no repeat, though the words are the same.
	want := `true: А ст.1/п.2 1.00 1.00 Б ст.5/п.1 1.00 1.00
false: Б ст.5/п.3 1.00 1.00 А ст.1/п.1 0.77 0.67
ст.2/п.1 in ст.6/п.1 1.00 0.28
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", &b, want)
	}
	if d.Shares[0][0] != 0 || d.Shares[0][1] <= d.Shares[1][0] {
		t.Errorf("shares %v: the first act is repeated the more of the two, and neither repeats itself", d.Shares)
	}
}

// TestDuplicatesOfOneClause: parts of provisions that repeat each other are
// not told a second time; parts of others are.
func TestDuplicatesOfOneClause(t *testing.T) {
	const list = `
п %s | Уполномоченный орган в пределах своей компетенции и в порядке, установленном законодательством:
пп 1 | утверждает правила осуществления государственного социального заказа и правила ведения базы данных неправительственных организаций;
пп 2 | %s
`
	text := "ст 1 | Полномочия\n" + fmt.Sprintf(list, "1", "проводит конкурсы.") + fmt.Sprintf(list, "2", "проводит совещания.") + `
ст 2 | Правила
п 1 | Министерство:
пп 1 | ведёт реестр;
пп 2 | утверждает правила осуществления государственного социального заказа и правила ведения базы данных неправительственных организаций;
пп 3 | публикует отчёт о конкурсах и предложения, которые поступили от неправительственных организаций за прошедший год, и ответы на них, данные в установленный срок.
`
	d := Duplicates([]*corpus.Document{act(t, text)})
	var got []string
	for _, g := range d.Groups {
		for _, m := range g.Members {
			got = append(got, string(m.Address))
		}
		got = append(got, ";")
	}
	want := []string{"ст.1/п.1", "ст.1/п.2", ";", "ст.1/п.1/пп.1", "ст.1/п.2/пп.1", "ст.2/п.1/пп.2", ";"}
	if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) || len(d.Parts) != 0 {
		t.Errorf("groups %q, %d parts, want %q and no part", got, len(d.Parts), want)
	}
}

// TestDuplicatesDoNotDependOnOrder permutes the acts.
func TestDuplicatesDoNotDependOnOrder(t *testing.T) {
	docs := []*corpus.Document{titled(act(t, oneCouncil), "А"), titled(act(t, otherCouncil), "Б"), titled(act(t, oldAct), "В"), titled(act(t, newAct), "Г")}
	told := func(docs ...*corpus.Document) string {
		d := Duplicates(docs)
		for i := range d.Groups {
			for k, m := range d.Groups[i].Members {
				d.Groups[i].Members[k].Text, d.Groups[i].Members[k].Document = d.Documents[m.Document].ID+" "+m.Text, 0
			}
		}
		for _, p := range d.Parts {
			p.Part[0].Document, p.Whole[0].Document = 0, 0
		}
		return fmt.Sprint(d.Groups, d.Parts)
	}
	want := told(docs...)
	for _, p := range [][]int{{1, 0, 2, 3}, {3, 2, 1, 0}, {2, 3, 0, 1}, {0, 3, 1, 2}} {
		if got := told(docs[p[0]], docs[p[1]], docs[p[2]], docs[p[3]]); got != want {
			t.Errorf("order %v:\n%s\nwant\n%s", p, got, want)
		}
	}
}

// TestDuplicatesOfBoilerplate: provisions that all say nearly the same are one
// group, though not all are compared with all.
func TestDuplicatesOfBoilerplate(t *testing.T) {
	d := Duplicates([]*corpus.Document{boilerplate(1500)})
	if len(d.Groups) != 1 || len(d.Groups[0].Members) != 1500 {
		t.Errorf("%d groups, %d members in the first", len(d.Groups), len(d.Groups[0].Members))
	}
}

// boilerplate makes an act of n articles that say nearly the same.
func boilerplate(n int) *corpus.Document {
	r := rand.New(rand.NewSource(1))
	root := &corpus.Unit{Kind: corpus.KindDocument}
	for i := range n {
		text := fmt.Sprintf("Утвердить расходы по бюджетной программе %d «Услуги по реализации государственной политики на местном уровне» в сумме %d тысяч тенге на %d год согласно приложению %d к настоящему решению, в том числе за счет трансфертов из республиканского бюджета %d тысяч тенге.",
			r.Intn(500), r.Intn(100000), 2015+r.Intn(10), r.Intn(20), r.Intn(10000))
		root.Units = append(root.Units, &corpus.Unit{Kind: corpus.KindArticle, Label: fmt.Sprintf("Статья %d.", i+1), Num: fmt.Sprint(i + 1), Text: text})
	}
	return &corpus.Document{ID: "boilerplate", Meta: corpus.Meta{Language: "ru"}, Root: root}
}

func BenchmarkDuplicates(b *testing.B) {
	b.Run("boilerplate-10000", func(b *testing.B) {
		d := boilerplate(10000)
		b.ReportAllocs()
		for b.Loop() {
			Duplicates([]*corpus.Document{d})
		}
	})
	b.Run("real", func(b *testing.B) {
		docs := actsOf(b, "acts")
		b.ReportAllocs()
		for b.Loop() {
			Duplicates(docs)
		}
		f := linksOf(docs)
		b.ReportMetric(float64(len(f.classes)), "classes")
		b.ReportMetric(float64(len(f.links)), "links")
	})
}

// FuzzDuplicates holds that shares are shares, that places are places, and that
// the order of acts does not matter.
func FuzzDuplicates(f *testing.F) {
	f.Add(oneCouncil, otherCouncil)
	f.Add("и и и и и и и и и и и и и", "и и и и и и и и и и и и и и и и и и и")
	f.Add("а б в г д е ж з и к л м\nа б в г д е ж з и к л м", "а б в г д\n\nа б в г д е ж з и к л м н о п р с т")
	f.Fuzz(func(t *testing.T, a, b string) {
		plain := func(id, text string) *corpus.Document {
			root := &corpus.Unit{Kind: corpus.KindDocument}
			for i, line := range strings.Split(text, "\n") {
				root.Units = append(root.Units, &corpus.Unit{Kind: corpus.KindArticle, Num: fmt.Sprint(i + 1), Text: line})
			}
			return &corpus.Document{ID: id, Meta: corpus.Meta{Title: id, Language: "ru"}, Root: root}
		}
		docs := []*corpus.Document{plain("a", a), plain("b", b)}
		d, turned := Duplicates(docs), Duplicates([]*corpus.Document{docs[1], docs[0]})
		if len(d.Groups) != len(turned.Groups) || len(d.Parts) != len(turned.Parts) || d.Shares[0][1] != turned.Shares[1][0] {
			t.Errorf("%d groups, %d parts; turned %d, %d", len(d.Groups), len(d.Parts), len(turned.Groups), len(turned.Parts))
		}
		for _, row := range d.Shares {
			for _, s := range row {
				if s < 0 || s > 1 {
					t.Errorf("share %v", s)
				}
			}
		}
		for _, g := range d.Groups {
			if len(g.Members) < 2 {
				t.Errorf("a group of %d", len(g.Members))
			}
			for _, m := range g.Members {
				if docs[m.Document].At(m.Address) == nil || m.Share < 0 || m.Share > 1 || m.Back < 0 || m.Back > 1 {
					t.Errorf("member %+v", m)
				}
			}
		}
	})
}
