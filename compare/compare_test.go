package compare

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
)

const oldAct = `
гл 1 | Общие положения
ст 1 | Понятия
п 1 | Общественный совет является консультативным органом при министерстве.
п 2 | Решения совета публикуются на интернет-ресурсе министерства в течение пяти рабочих дней.
ст 2 | Порядок формирования совета
п 1 | Совет формируется рабочей группой на конкурсной основе.
п 2 | Срок полномочий совета составляет три года.
п 3 | Объявление о конкурсе публикуется рабочей группой в республиканских средствах массовой информации.
п 4 | От одного юридического лица может быть избран только один представитель.
- Одно и то же лицо может быть избрано членом только одного совета на республиканском уровне.
ст 3 | Права членов совета
- Член совета вправе:
пп 1 | запрашивать сведения у министерства;
пп 2 | участвовать в заседаниях коллегии министерства;
пп 3 | вносить предложения по повестке дня.
гл 2 | Заключительные положения
ст 4 | Ответственность
- Нарушение законодательства об общественных советах влечет ответственность, установленную законами.
`

const newAct = `
гл 1 | Общие положения
ст 1 | Понятия
п 1 | Общественный совет является консультативным и наблюдательным органом при министерстве.
п 2 | Решения совета публикуются на интернет-ресурсе министерства в течение десяти рабочих дней.
ст 1-1 | Уполномоченный орган
- Уполномоченный орган координирует деятельность общественных советов и утверждает типовое положение о них.
ст 2 | Порядок формирования совета
п 1 | Совет формируется рабочей группой на конкурсной основе.
п 2 | Процедура начинается за два месяца до окончания срока действующего состава.
п 3 | Количественный состав определяет министр.
п 4 | От одного юридического лица может быть избран только один представитель. Одно и то же лицо может быть избрано членом только одного совета на республиканском уровне.
п 5 | Объявление о конкурсе публикуется рабочей группой в республиканских и местных средствах массовой информации.
ст 3 | Права членов совета
- Член совета вправе:
пп 1 | запрашивать сведения у министерства;
пп 2 x | исключен Законом РК от 03.01.2021 № 406-VI;
пп 3 | вносить предложения по повестке дня;
пп 4 | получать удостоверение.
гл 2 | Заключительные положения
ст 4 | Ответственность
- Нарушение законодательства об общественных советах влечёт ответственность,  установленную законами.
! Сноска. Статья 4 с изменением, внесенным Законом РК от 03.01.2021 № 406-VI.
`

func dump(c *Comparison) string {
	var b strings.Builder
	for _, r := range c.Rows {
		var o, n []string
		for _, p := range r.Old {
			o = append(o, string(p.Address))
		}
		for _, p := range r.New {
			n = append(n, string(p.Address))
		}
		fmt.Fprintf(&b, "%-10s %s -> %s [%s %.2f]", r.Change, strings.Join(o, "+"), strings.Join(n, "+"), r.MatchedBy, r.Score)
		if r.Check {
			b.WriteString(" ?")
		}
		if r.Repealed {
			b.WriteString(" repealed")
		}
		if r.Change != Unchanged && r.Change != Notes {
			b.WriteString("  ")
			b.WriteString(marked(r.Edits))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func marked(es []Edit) string {
	var b strings.Builder
	for _, e := range es {
		switch {
		case e.Op == Equal:
			b.WriteString(e.Text)
		case e.Cosmetic && e.Op == Delete:
		case e.Cosmetic:
			b.WriteString(e.Text)
		case e.Op == Delete:
			b.WriteString("[-" + e.Text + "-]")
		default:
			b.WriteString("{+" + e.Text + "+}")
		}
	}
	return b.String()
}

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update rewrites it):\n%s", file, got)
	}
}

// The rows and the table of an act in which everything happened that happens
// between editions.
func TestTwoEditions(t *testing.T) {
	old, new := act(t, oldAct), act(t, newAct)
	new.Meta.Edition, old.Meta.Edition = "2021-01-03", "2019-06-01"
	c := Compare(old, new)
	golden(t, "rows.txt", dump(c))
	for _, lang := range []string{"ru", "kk", "en"} {
		var b strings.Builder
		if err := table.Write(&b, "md", c.Report(Options{Lang: lang})); err != nil {
			t.Fatal(err)
		}
		golden(t, "table."+lang+".md", b.String())
	}
}

func TestSeveralActs(t *testing.T) {
	a, b, c := act(t, oldAct), act(t, newAct), act(t, `
ст 1 | Финансирование
п 1 | Расходы на деятельность совета покрываются из республиканского бюджета.
п 2 | Объявление о конкурсе публикуется рабочей группой в республиканских средствах массовой информации.`)
	a.ID, b.ID, c.ID = "a", "b", "c"
	x, y := Acts([]*corpus.Document{a, b, c}, 0), Acts([]*corpus.Document{a, c, b}, 0)
	for i, r := range x.Rows {
		if !reflect.DeepEqual(r.Cells[1], y.Rows[i].Cells[2]) || !reflect.DeepEqual(r.Cells[2], y.Rows[i].Cells[1]) {
			t.Errorf("%s depends on the order of acts", r.Label)
		}
	}
	var out strings.Builder
	if err := table.Write(&out, "md", x.Report(Options{})); err != nil {
		t.Fatal(err)
	}
	golden(t, "acts.md", out.String())
	groups, again := Acts([]*corpus.Document{a, b, c}, -1), Acts([]*corpus.Document{c, b, a}, -1)
	if len(groups.Rows) == 0 || len(groups.Rows) != len(again.Rows) {
		t.Errorf("%d groups, %d in another order", len(groups.Rows), len(again.Rows))
	}
	for i, r := range groups.Rows {
		for k, cell := range r.Cells {
			if back := again.Rows[i].Cells[len(r.Cells)-1-k]; r.Label != again.Rows[i].Label || !reflect.DeepEqual(cell, back) {
				t.Errorf("%s: %v, in another order of acts %v", r.Label, cell, back)
			}
		}
	}
	if got := groups.matter(groups.Rows[0]); got != "Понятия" {
		t.Errorf("the first group is about %q, want the heading of its article", got)
	}
	pairs, turned := Pairs([]*corpus.Document{a, b, c}), Pairs([]*corpus.Document{c, b, a})
	if len(pairs) == 0 || len(pairs) != len(turned) {
		t.Fatalf("%d pairs, %d in another order", len(pairs), len(turned))
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		seen[fmt.Sprint(p.A, p.B, p.Score)] = true
	}
	for _, p := range turned {
		p.A, p.B = p.B, p.A
		p.A.Document, p.B.Document = 2-p.A.Document, 2-p.B.Document
		if !seen[fmt.Sprint(p.A, p.B, p.Score)] {
			t.Errorf("%v is a pair only in another order", p)
		}
	}
}

func TestNearestParagraph(t *testing.T) {
	long := strings.Repeat("Законодательство основывается на Конституции. ", 12) + "\nОтчёт публикуется ежегодно на интернет-ресурсе министерства.\nИные вопросы решает министр."
	if got, want := nearest(long, "Министерство публикует отчёт на интернет-ресурсе"), "… Отчёт публикуется ежегодно"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q …", got, want)
	}
	if short := "Отчёт публикуется."; nearest(short, "Отчёт") != short {
		t.Error("a short text is quoted from its beginning")
	}
}
