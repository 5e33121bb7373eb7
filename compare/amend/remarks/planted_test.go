package remarks

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/corpus"
)

// An error of a table of our own: what is done to a row, and the finding that
// must come of it.
type slip struct {
	n        string // the row, as the table numbers it
	in       Role   // the column that is changed; "" for the whole row
	from, to string // "" for all of the cell
	move     string // the whole row comes to stand behind this one
	act      string // and under this heading
	copied   bool
	gone     bool
	swapped  bool     // both columns
	isNew    []string // a row that comes behind: element, before, after

	kind    Kind
	column  Role
	act2    string // of the finding
	address corpus.Address
}

const (
	garden  = "О садовых товариществах"
	bees    = "О пасеках"
	library = "Ауыл кітапханалары туралы"
)

var slips = []slip{
	// the text in force
	{n: "4", in: Before, from: "земельным", to: "лесным", kind: Changed, column: Before, act2: garden, address: "ст.1/п.2"},
	{n: "5", in: Before, from: "десяти", to: "двенадцати", kind: Figures, column: Before, act2: garden, address: "ст.2/п.1"},
	{n: "7", in: Before, from: "не вправе", to: "вправе", kind: Negation, column: Before, act2: garden, address: "ст.2/п.3"},
	{n: "14", in: Before, from: "и ограду участка ", kind: Missing, column: Before, act2: garden, address: "ст.4/п.2"},
	{n: "27", in: Before, from: "устанавливает", to: "каждую весну устанавливает", kind: Extra, column: Before, act2: garden, address: "ст.9"},
	{n: "2", in: Before, from: "2) ", to: "4) ", kind: WrongNumber, column: Before, act2: garden, address: "ст.1/п.1/пп.2"},
	{n: "13", in: Element, from: "Пункт 1", to: "Пункт 2", kind: WrongAddress, column: Before, act2: garden, address: "ст.4/п.1"},
	{n: "17", in: Before, to: "Статья 8. Имущество\n…\n2. Продажа имущества допускается с согласия двух третей членов.", kind: WrongAddress, column: Before, act2: garden, address: "ст.8/п.2"},
	{n: "18", in: Before, to: "Отсутствует", kind: Exists, column: Before, act2: garden, address: "ст.5/п.3"},
	{n: "32", isNew: []string{"Статья 17", "Статья 17. Мед делят поровну между всеми наследниками пчеловода.", "Исключить"}, kind: NoUnit, column: Before, act2: bees},
	{n: "30", in: Before, from: "ста метров", to: "сорока метров", kind: Figures, column: Before, act2: bees, address: "ст.1/п.1"},
	{n: "1", in: Before, from: "земля, отведенная", to: "земля отведенная", kind: Signs, column: Before, act2: garden, address: "ст.1/п.1/пп.1"},
	{n: "9", in: Before, from: "вправе:", to: "вправе.", kind: Signs, column: Before, act2: garden, address: "ст.3"},
	{n: "15", in: Before, from: "листву", to: "Листву", kind: Signs, column: Before, act2: garden, address: "ст.4/п.3"},
	{n: "16", swapped: true, kind: Swapped, act2: garden, address: "ст.5/п.1"},
	// the proposed text
	{n: "11", in: After, from: "водопроводом, дорогами", to: "водопроводом дорогами", kind: Signs, column: After, act2: garden, address: "ст.3/пп.3"},
	{n: "6", in: After, from: "простым", to: "абсолютным", kind: Changed, column: After, act2: garden, address: "ст.2/п.2"},
	{n: "10", in: After, from: "трех", to: "семи", kind: Figures, column: After, act2: garden, address: "ст.3/пп.2"},
	{n: "12", in: After, from: "собрания", to: "собрания и совета", kind: Extra, column: After, act2: garden, address: "ст.3/пп.5"},
	{n: "24", in: After, from: "отчитывается", to: "не отчитывается", kind: Negation, column: After, act2: garden, address: "ст.7/п.2"},
	{n: "19", in: After, from: " Копию протокола вывешивают у ворот общего сада в течение недели после собрания.", kind: Missing, column: After, act2: garden, address: "ст.5/п.4"},
	{n: "22", in: After, to: "Статья 6. Председатель\n…\n3. Председатель не может быть одновременно казначеем товарищества.", kind: Same, column: After, act2: garden, address: "ст.6/п.3"},
	// the rows
	{n: "25", gone: true, kind: NoRow, act2: garden, address: "ст.8/п.1"},
	{n: "29", isNew: []string{"Статья 11", "Статья 11. Прекращение товарищества\nТоварищество прекращается по решению общего собрания или суда.", "Статья 11. Прекращение товарищества\nТоварищество прекращается по решению общего собрания, суда или прокурора."}, kind: NoOperation, act2: garden, address: "ст.11"},
	{n: "20", copied: true, kind: Twice, act2: garden, address: "ст.6/п.1"},
	{n: "26", move: "9", kind: Order, act2: garden, address: "ст.8/п.2"},
	{n: "31", move: "29", act: garden, kind: WrongAct, column: Before, act2: bees, address: "ст.2"},
	// Kazakh
	{n: "1", in: Before, from: "тегін", to: "сирек", kind: Changed, column: Before, act2: library, address: "ст.1/п.1"},
	{n: "2", in: Before, from: "бес", to: "жеті", kind: Figures, column: Before, act2: library, address: "ст.1/п.2"},
	{n: "4", in: Before, from: "бүктемейді", to: "бүктейді", kind: Negation, column: Before, act2: library, address: "ст.2/п.2"},
	{n: "5", in: Before, from: "жаңасын ", kind: Missing, column: Before, act2: library, address: "ст.2/п.3"},
	{n: "6", in: After, from: "телефон", to: "хат", kind: Changed, column: After, act2: library, address: "ст.2/п.4"},
	{n: "7", in: After, from: "бес", to: "алты", kind: Figures, column: After, act2: library, address: "ст.3/п.1"},
	{n: "8", in: After, from: "жыл сайын", to: "жыл сайын,", kind: Signs, column: After, act2: library, address: "ст.3/п.2"},
	{n: "9", in: Before, to: "Жоқ", kind: Exists, column: Before, act2: library, address: "ст.4"},
	{n: "10", gone: true, kind: NoRow, act2: library, address: "ст.5"},
}

// make does what the slip says, and returns the number of the row that is wrong
// then, "" if there is none.
func (s *slip) make(t *testing.T, tab *Table) string {
	at := func(n string) int {
		i := slices.IndexFunc(tab.Rows, func(r Row) bool { return tab.At(&r, Number) == n })
		if i < 0 {
			t.Fatalf("no row %s", n)
		}
		return i
	}
	i := at(s.n)
	fresh := func(r Row) Row {
		r.Line += 1000 + len(tab.Rows)
		r.Cells = slices.Clone(r.Cells)
		r.Cells[slices.Index(tab.Roles, Number)] = s.n + "+"
		return r
	}
	switch {
	case s.gone:
		tab.Rows = slices.Delete(tab.Rows, i, i+1)
		return ""
	case s.swapped:
		b, a := slices.Index(tab.Roles, Before), slices.Index(tab.Roles, After)
		c := tab.Rows[i].Cells
		c[b], c[a] = c[a], c[b]
		return s.n
	case s.copied:
		tab.Rows = slices.Insert(tab.Rows, i+1, fresh(tab.Rows[i]))
		return s.n + "+"
	case s.isNew != nil:
		r := fresh(tab.Rows[i])
		for c, role := range []Role{Element, Before, After} {
			r.Cells[slices.Index(tab.Roles, role)] = s.isNew[c]
		}
		tab.Rows = slices.Insert(tab.Rows, i+1, r)
		return s.n + "+"
	case s.move != "":
		r := tab.Rows[i]
		tab.Rows = slices.Delete(tab.Rows, i, i+1)
		to := at(s.move)
		if s.act != "" {
			r.Group = tab.Rows[to].Group
		}
		tab.Rows = slices.Insert(tab.Rows, to+1, r)
		return s.n
	}
	c := slices.Index(tab.Roles, s.in)
	was := tab.Rows[i].Cells[c]
	from := s.from
	if from == "" {
		from = was
	}
	if strings.Count(was, from) != 1 {
		t.Fatalf("row %s: %q stands %d times in %q", s.n, from, strings.Count(was, from), was)
	}
	tab.Rows[i].Cells[c] = strings.Replace(was, from, s.to, 1)
	return s.n
}

// ours is a table of our own with its laws and its draft.
func ours(t *testing.T, lang string) (*Table, []*corpus.Document, *amend.Draft) {
	t.Helper()
	tag, laws := "", []string{"garden", "bees"}
	if lang == "kk" {
		tag, laws = ".kk", []string{"library"}
	}
	doc := func(name string) *corpus.Document {
		return document(t, filepath.Join("testdata", "planted", name+tag+".md"))
	}
	var docs []*corpus.Document
	for _, l := range laws {
		docs = append(docs, doc(l))
	}
	tab := Read(doc("table").Source)
	if tab == nil {
		t.Fatal("no table")
	}
	return tab, docs, amend.Read(doc("draft"))
}

func told(f Finding) string {
	return fmt.Sprintf("%s row %s %s %s %s", f.Kind, f.N, f.Column, f.Act, f.Address)
}

// Errors of all kinds, each alone in its row: each is told once, with its
// row, its act and its address, and nothing else is.
func TestErrorsOfAllKinds(t *testing.T) {
	for _, alone := range []bool{false, true} {
		for _, lang := range []string{"ru", "kk"} {
			var mine []slip
			for _, s := range slips {
				if (s.act2 == library) == (lang == "kk") {
					mine = append(mine, s)
				}
			}
			tables := [][]slip{nil, mine}
			if alone {
				tables = nil
				for _, s := range mine {
					tables = append(tables, []slip{s})
				}
			}
			for _, errs := range tables {
				tab, laws, draft := ours(t, lang)
				var want, got []string
				for _, s := range errs {
					n := s.make(t, tab)
					want = append(want, told(Finding{Kind: s.kind, N: n, Column: s.column, Act: s.act2, Address: s.address}))
				}
				c, err := Check(context.Background(), tab, laws, draft)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range c.Findings {
					got = append(got, told(f))
				}
				for _, w := range want {
					if i := slices.Index(got, w); i >= 0 {
						got = slices.Delete(got, i, i+1)
					} else {
						t.Errorf("%s, %d planted: not found: %s", lang, len(errs), w)
					}
				}
				for _, g := range got {
					t.Errorf("%s, %d planted: false: %s", lang, len(errs), g)
				}
				if len(c.Unchecked) > 0 {
					t.Errorf("%s: unchecked %+v", lang, c.Unchecked)
				}
			}
		}
	}
}

// Rows that follow a draft are in its order, which cannot be known without it:
// of a table that has provisions in several rows nothing is told then.
func TestOrderOfADraft(t *testing.T) {
	tab, laws, draft := ours(t, "ru")
	orders := func(d *amend.Draft) (n int) {
		c, err := Check(context.Background(), tab, laws, d)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.Findings {
			if f.Kind == Order {
				n++
			}
		}
		return n
	}
	slices.Reverse(tab.Rows)
	if n := orders(draft); n == 0 {
		t.Error("with its draft, the rows of a table turned round are in no order")
	}
	element := slices.Index(tab.Roles, Element)
	for i := 0; i+1 < 6; i += 2 { // two rows about each of three provisions
		tab.Rows[i+1].Cells[element] = tab.Rows[i].Cells[element]
		tab.Rows[i+1].Cells[slices.Index(tab.Roles, Before)] = tab.Rows[i].Cells[slices.Index(tab.Roles, Before)]
	}
	if n := orders(nil); n > 0 {
		t.Errorf("without a draft, %d rows are out of order", n)
	}
}
