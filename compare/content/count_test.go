package content

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
)

// series are reports of two kinds of councils over some years; what they say
// depends on their level.
func series(t testing.TB, kinds bool) []*corpus.Document {
	var docs []*corpus.Document
	for i := range 20 {
		level, text := "областной", "# Отчёт общественного совета за год\n\n## 1. Работа\n\nСовет провёл заседание. Отчет размещён.\n\nПриняты рекомендации, "+strconv.Itoa(i)+".\n\n"
		if i%2 == 0 {
			level = "районный"
			text += "Проведены общественные слушания и обсуждение отчета.\n\n"
		}
		if i%5 == 0 {
			text += "Рекомендация не исполнена.\n\n"
		}
		if i > 9 {
			text += "Ещё одно заседание, и снова отчет.\n\n"
		}
		d := document(t, "r"+strconv.Itoa(i)+".md", text)
		d.Attributes = map[string]string{"level": level, "year": strconv.Itoa(2018 + i%6)}
		if kinds {
			d.Attributes[KindOfCouncil] = []string{"общественный совет", "совет по взаимодействию с НПО"}[i/10]
		}
		docs = append(docs, d)
	}
	return docs
}

const tonedBook = `codebook: Отчёты
unit: абзац
count: упоминания
categories:
  - id: работа
    name: Работа
    children:
      - {id: заседания, name: Заседания, any: [заседание], tone: "+"}
      - {id: слушания, name: Слушания, any: [общественные слушания], tone: "+"}
  - {id: недостатки, name: Недостатки, any: [не исполн*], tone: "-"}
  - {id: отчет, name: Отчёт, any: [отчет]}
  - {id: нет, name: Чего нет, any: [бюджет участия]}
`

// TestEveryCellExplains walks over all cells of reports of counts: the evidence
// of each number adds up to it, or its formula gives it.
func TestEveryCellExplains(t *testing.T) {
	cb := mustLoad(t, tonedBook)
	for name, opts := range map[string]CountOptions{
		"documents": {Levels: true}, "level": {By: []string{"level"}}, "two": {By: []string{"level", "year"}}, "row": {By: []string{"level"}, Percent: OfRow},
		"column": {By: []string{"year"}, Percent: OfColumn, Measure: Words}, "units": {By: []string{"level"}, Test: Presence, Measure: Presence, Unit: UnitSentence},
	} {
		for _, kinds := range []bool{false, true} {
			numbers := 0
			walkCells(Count(cb, series(t, kinds), opts).Report(), func(where string, c table.Cell) {
				numbers++
				if err := explains(c); err != "" {
					t.Errorf("%s, kinds %v: %s: %s", name, kinds, where, err)
				}
			})
			if numbers < 200 {
				t.Errorf("%s: only %d numbers", name, numbers)
			}
		}
	}
}

// walkCells calls f for each cell of a report that holds a number or says that
// there is nothing.
func walkCells(r *table.Report, f func(where string, c table.Cell)) {
	for _, b := range r.Blocks {
		tb, ok := b.(*table.Table)
		if !ok {
			continue
		}
		tb = tb.Filled()
		for i, row := range tb.Rows {
			for k, c := range row {
				if c.Format != table.FormatText {
					f(tb.Sheet+" "+tb.Caption+", "+strconv.Itoa(i+1)+":"+strconv.Itoa(k+1), c)
				}
			}
		}
	}
}

// explains says what is wrong with the explanation of a cell, "" for nothing.
func explains(c table.Cell) string {
	if c.Basis == nil {
		return "no basis"
	}
	x := c.Basis.Explain()
	if math.Abs(x.Value.Value-c.Value) > 1e-12 && c.Format != table.FormatNone {
		return "explains another number"
	}
	for _, term := range x.Terms {
		if term.Basis == nil {
			return "a term without a basis: " + term.Name
		}
		if s := explains(table.Cell{Value: term.Value.Value, Format: term.Value.Format, Basis: term.Basis}); s != "" {
			return term.Name + ": " + s
		}
	}
	if x.Formula == "" {
		n := 0
		for _, it := range x.Items {
			n += it.Count
			if it.Count < 1 {
				return "evidence that counts nothing"
			}
			for _, m := range it.Matches {
				if m[0] < 0 || m[1] > len(it.Text) || m[0] >= m[1] {
					return "matches outside of the text"
				}
			}
		}
		switch {
		case float64(n) != c.Value:
			return "evidence adds up to " + strconv.Itoa(n) + ", not " + decimal(c.Value)
		case n == 0 && (len(x.Tried) == 0 || len(x.In) == 0):
			return "nothing found, but not what was tried and where"
		}
		return ""
	}
	if v, ok := evaluate(x.Formula); ok && math.Abs(v-x.Value.Value) > 1e-9 {
		return x.Formula + " is " + decimal(v) + ", not " + decimal(x.Value.Value)
	} else if !ok && len(x.Terms) == 0 {
		return "no terms of " + x.Formula
	}
	return ""
}

// evaluate works out a formula of numbers; it fails at one in words.
func evaluate(s string) (float64, bool) {
	p := arithmetic{s: strings.ReplaceAll(s, " ", "")}
	v := p.sum()
	return v, !p.bad && p.s == ""
}

type arithmetic struct {
	s   string
	bad bool
}

func (p *arithmetic) take(op string) bool {
	rest, ok := strings.CutPrefix(p.s, op)
	if ok {
		p.s = rest
	}
	return ok
}

func (p *arithmetic) sum() float64 {
	v := p.product()
	for {
		switch {
		case p.take("+"):
			v += p.product()
		case p.take("−"):
			v -= p.product()
		default:
			return v
		}
	}
}

func (p *arithmetic) product() float64 {
	v := p.factor()
	for {
		switch {
		case p.take("·"):
			v *= p.factor()
		case p.take("/"):
			v /= p.factor()
		default:
			return v
		}
	}
}

func (p *arithmetic) factor() float64 {
	var v float64
	switch {
	case p.take("√"):
		return math.Sqrt(p.factor())
	case p.take("("):
		v = p.sum()
		p.bad = !p.take(")") || p.bad
	default:
		n := 0
		for n < len(p.s) && strings.IndexByte("0123456789.e-+", p.s[n]) >= 0 {
			if (p.s[n] == '+' || p.s[n] == '-') && (n == 0 || p.s[n-1] != 'e') {
				break
			}
			n++
		}
		var err error
		v, err = strconv.ParseFloat(p.s[:n], 64)
		p.bad = p.bad || err != nil
		p.s = p.s[n:]
	}
	if p.take("²") {
		v *= v
	}
	return v
}

// TestKindsApart: documents of two kinds of councils are never summed.
func TestKindsApart(t *testing.T) {
	cb := mustLoad(t, tonedBook)
	c := Count(cb, series(t, true), CountOptions{By: []string{"level"}})
	if len(c.By) != 2 || c.By[0] != KindOfCouncil || len(c.parts) != 2 || len(c.Totals) != 2*len(c.categories) {
		t.Fatalf("by %v, %d parts, %d totals", c.By, len(c.parts), len(c.Totals))
	}
	if a, b := c.Totals[1], c.Totals[1+len(c.categories)]; a.Group == b.Group || a.Occurrences != 10 || b.Occurrences != 20 {
		t.Errorf("totals %s %d, %s %d", a.Group, a.Occurrences, b.Group, b.Occurrences)
	}
	// Nobody's cell has evidence of both.
	walkCells(c.Report(), func(where string, cell table.Cell) {
		x := cell.Basis.Explain()
		kinds := map[bool]bool{}
		for _, it := range x.Items {
			n, _ := strconv.Atoi(strings.Trim(it.Document[strings.LastIndex(it.Document, "(r")+2:], ".md)"))
			kinds[n < 10] = true
		}
		if len(kinds) > 1 {
			t.Errorf("%s sums both kinds", where)
		}
	})
	one := Count(cb, series(t, true)[:10], CountOptions{By: []string{"level"}})
	if len(one.By) != 1 || len(one.Totals) != len(one.categories) {
		t.Error("one kind alone is not apart from anything")
	}
	if asked := Count(cb, series(t, true), CountOptions{By: []string{KindOfCouncil}}); asked.auto || len(asked.compared()) != 1 || len(asked.parts) != 2 {
		t.Error("kinds that somebody asked for are compared, and have totals apart")
	}
}

func TestTone(t *testing.T) {
	c := Count(mustLoad(t, tonedBook), series(t, false), CountOptions{})
	groups := c.parts[0].groups
	b := c.balance(-1, groups)
	// 20 + 10 paragraphs with a meeting, 10 with a hearing; 4 not carried out.
	if b.favourable != 40 || b.unfavourable != 4 || b.with != 44 {
		t.Errorf("%+v", b)
	}
	v, err := b.janis()
	if want := (40.0*40 - 40*4) / (44 * float64(b.t)); err != nil || math.Abs(v-want) > 1e-12 {
		t.Errorf("%v, want %v; %v", v, want, err)
	}
}

func TestCooccurrence(t *testing.T) {
	d := document(t, "a.md", "# Отчёт\n\nЗаседание и отчет.\n\nОтчет.\n\nЗаседание, отчет, слушания.\n")
	c := Count(mustLoad(t, tonedBook), []*corpus.Document{d}, CountOptions{})
	for _, x := range c.cooccurrence(c.parts[0]) {
		if c.categories[x.a].ID != "заседания" || c.categories[x.b].ID != "отчет" {
			continue
		}
		if v, _ := x.jaccard(); x.both != 2 || x.na != 2 || x.nb != 3 || math.Abs(v-2.0/3) > 1e-12 {
			t.Errorf("%+v, Jaccard %v", x, v)
		}
		return
	}
	t.Error("no such pair")
}

func TestLeftOut(t *testing.T) {
	text := council + "\n## Глава 2. Приложения и формы\n\n### Статья 4. Форма\n\nОтчет по форме.\n"
	d := document(t, "council.md", text)
	section, err := ParseSection("приложение")
	if err != nil {
		t.Fatal(err)
	}
	lost, err := ParseSection("прил.7")
	if err != nil {
		t.Fatal(err)
	}
	c := Count(mustLoad(t, codebook), []*corpus.Document{d}, CountOptions{Sections: []Section{section, lost}})
	if r := c.Rows[1]; r.Occurrences != 6 {
		t.Errorf("%d mentions, want those outside of the section", r.Occurrences)
	}
	left := c.leftOut()
	if left[SkipNotes] != (Amount{1, 8}) || left[SkipSections] != (Amount{1, 7}) || left[SkipRepealed].Parts != 1 {
		t.Errorf("left out %v", left)
	}
	if got := c.UnmetSections(); len(got) != 1 || got[0] != "прил.7" {
		t.Errorf("unmet %v", got)
	}
}

// TestUnitsOfReports: what stands outside of any article or clause is counted by
// paragraphs; a heading goes with the first one.
func TestUnitsOfReports(t *testing.T) {
	d := document(t, "a.md", "# Отчёт совета\n\n## Работа\n\nЗаседание.\n\nВторое заседание.\n\n## Планы\n\nЗаседание третье. И отчет.\n")
	for unit, want := range map[Unit][3]int{ // units with заседание, units, loose ones
		UnitDocument: {1, 1, 0}, UnitSection: {2, 2, 0}, UnitClause: {3, 3, 3}, UnitArticle: {3, 3, 3}, UnitPassage: {3, 3, 0}, UnitSentence: {3, 6, 0},
	} {
		c := Count(mustLoad(t, tonedBook), []*corpus.Document{d}, CountOptions{Unit: unit})
		got := [3]int{c.Rows[1].Units, c.Groups[0].Units, c.tallied[0].Loose}
		if got != want {
			t.Errorf("%s: %v, want %v", unit, got, want)
		}
	}
}

// TestManyGroups: what cannot be tested says why, and long sheets end.
func TestManyGroups(t *testing.T) {
	var docs []*corpus.Document
	for i := range maxCompared + 1 {
		docs = append(docs, document(t, "r"+strconv.Itoa(i)+".md", "# Отчёт\n\nЗаседание "+strconv.Itoa(i)+".\n"))
	}
	c := Count(mustLoad(t, tonedBook), docs, CountOptions{})
	for _, x := range c.compare(c.parts[0]) {
		if x.reason != "many-groups" {
			t.Fatalf("%s is tested: %q", c.categories[x.category].ID, x.reason)
		}
	}
	for _, b := range c.Report().Blocks {
		if tb, ok := b.(*table.Table); ok && tb.Use == table.Anywhere && len(tb.Rows) > maxCompared {
			t.Errorf("%s has %d rows in print", tb.Caption, len(tb.Rows))
		}
	}
}

// TestComparison: the values of a published example, [[40,60],[70,30]].
func TestComparison(t *testing.T) {
	c := &Counts{options: CountOptions{Test: Documents}, tests: map[int][]comparison{}, categories: []*Category{{ID: "a"}},
		Groups: []Group{{Documents: 110}, {Documents: 90}}, Rows: []Row{{Documents: 40}, {Documents: 60}}}
	x := c.compare(part{groups: []int{0, 1}})[0]
	v, _ := x.residual(0)
	if x.fisher != nil || math.Abs(x.table.ChiSquare-18.182) > 5e-4 || math.Abs(x.table.V-0.3015) > 5e-5 || math.Abs(v+4.264) > 5e-4 || !x.deviates(1) {
		t.Errorf("χ² %v, V %v, residual %v", x.table.ChiSquare, x.table.V, v)
	}
	c.Groups, c.tests = []Group{{Documents: 3}, {Documents: 3}}, map[int][]comparison{}
	c.Rows = []Row{{Documents: 3}, {Documents: 0}}
	if x := c.compare(part{groups: []int{0, 1}})[0]; x.fisher == nil || math.Abs(x.p-0.1) > 1e-12 {
		t.Errorf("small cells: %+v", x)
	}
	// Documents without a value are no group.
	c.Groups, c.tests = []Group{{Documents: 3, Values: []string{"а"}}, {Documents: 3, Values: []string{Missing}}}, map[int][]comparison{}
	if x := c.compare(part{groups: []int{0, 1}})[0]; x.reason != "everywhere" {
		t.Errorf("reason %q", x.reason)
	}
	c.Rows = []Row{{Documents: 2}, {Documents: 0}}
	c.tests = map[int][]comparison{}
	if x := c.compare(part{groups: []int{0, 1}})[0]; x.reason != "one-group" {
		t.Errorf("reason %q", x.reason)
	}
	c.Rows, c.tests = []Row{{Documents: 3}, {Documents: 3}}, map[int][]comparison{}
	if x := c.compare(part{groups: []int{0, 1}})[0]; x.reason != "everywhere" {
		t.Errorf("reason %q", x.reason)
	}
}
