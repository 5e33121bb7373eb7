package remarks

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/compare"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}

func document(t testing.TB, name string) *corpus.Document {
	t.Helper()
	src, err := extract.File(context.Background(), name)
	if err != nil {
		t.Skipf("%s: %v", name, err)
	}
	d, _ := parse.Parse(src)
	return d
}

// made is the table that svod makes of two editions, written and read again.
func madeTable(t testing.TB, old, new *corpus.Document, form, format string) *Table {
	t.Helper()
	lang := old.Meta.Language
	r := compare.Compare(old, new).Report(compare.Options{Template: compare.TemplateFor(form, lang)})
	var b bytes.Buffer
	if err := table.Write(&b, format, r); err != nil {
		t.Fatal(err)
	}
	src, err := extract.Bytes(context.Background(), "table."+format, b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	tab := Read(src)
	if tab == nil {
		t.Fatalf("%s: no table was found: %d lines, %v", format, len(src.Lines), src.Lines[:min(6, len(src.Lines))])
	}
	return tab
}

func pairs(t *testing.T) [][2]*corpus.Document {
	dir := filepath.Join("..", "..", "..", "..", "shared", "data", "acts", "kz-ngo")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no shared data")
	}
	doc := func(name string) *corpus.Document { return document(t, filepath.Join(dir, name)) }
	return [][2]*corpus.Document{
		{doc("rus-95138_public-councils_ed-2019.md"), doc("rus-95138_public-councils_ed-2021.md")},
		{doc("rus-23601_social-order_ed-2022.md"), doc("rus-23601_social-order_ed-2023.md")},
	}
}

// Tables that svod makes have no findings, neither column, in no format.
func TestCleanTables(t *testing.T) {
	rows := 0
	for _, p := range pairs(t) {
		for _, form := range []string{"draft", "editions"} {
			for _, format := range []string{"docx", "xlsx"} {
				tab := madeTable(t, p[0], p[1], form, format)
				c, err := Check(context.Background(), tab, []*corpus.Document{p[0]}, nil)
				if err != nil {
					t.Fatal(err)
				}
				rows += c.Rows
				for _, f := range c.Findings {
					t.Errorf("%s %s: %s row %d %s: %q, %q", form, format, f.Kind, f.Row, f.Element, f.Text, f.Quote)
				}
				for _, u := range c.Unchecked {
					t.Errorf("%s %s: row %d %s: %s", form, format, u.Row, u.Element, u.Why)
				}
			}
		}
	}
	t.Logf("%d rows, no finding", rows)
}

// variants of how people write leave a table without findings.
func TestVariants(t *testing.T) {
	p := pairs(t)[0]
	for name, change := range map[string]func(*Table){
		"quotes": func(tab *Table) {
			eachCell(tab, strings.NewReplacer("«", "\"", "»", "\"", "–", "-", "ё", "е", " и ", "\u00a0и  "))
		},
		"dots": func(tab *Table) { eachCell(tab, strings.NewReplacer("…", "<...>")) },
		"columns swapped": func(tab *Table) {
			b, a := slices.Index(tab.Roles, Before), slices.Index(tab.Roles, After)
			tab.Roles[b], tab.Roles[a] = tab.Roles[a], tab.Roles[b]
			for i := range tab.Rows {
				tab.Rows[i].Cells[b], tab.Rows[i].Cells[a] = tab.Rows[i].Cells[a], tab.Rows[i].Cells[b]
			}
		},
		"no numbers": func(tab *Table) {
			for i := range tab.Rows {
				tab.Rows[i].Cells[slices.Index(tab.Roles, Number)] = ""
			}
		},
		"hyphens": func(tab *Table) {
			eachCell(tab, strings.NewReplacer("обществен", "обще-\nствен", "государствен", "государ\u00adствен"))
		},
		"elements short": func(tab *Table) {
			e := slices.Index(tab.Roles, Element)
			r := strings.NewReplacer("Пункт ", "п. ", "статьи ", "ст. ", "Статья ", "ст. ", "Подпункт ", "пп. ", "пункта ", "п. ")
			for i := range tab.Rows {
				tab.Rows[i].Cells[e] = r.Replace(tab.Rows[i].Cells[e])
			}
		},
	} {
		tab := madeTable(t, p[0], p[1], "draft", "docx")
		change(tab)
		c, err := Check(context.Background(), tab, []*corpus.Document{p[0]}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.Findings {
			t.Errorf("%s: %s row %d %s: %q, %q", name, f.Kind, f.Row, f.Element, f.Text, f.Quote)
		}
	}
}

func eachCell(tab *Table, r *strings.Replacer) {
	for i := range tab.Rows {
		for c := range tab.Rows[i].Cells {
			tab.Rows[i].Cells[c] = r.Replace(tab.Rows[i].Cells[c])
		}
	}
}

// A planted error, and what must be found of it.
type planted struct {
	row  int // place in Rows
	kind Kind
	what string
}

var seeds = flag.Int("seeds", 12, "how many tables errors are planted in")

// plant puts errors into a table, at most one a row.
func plant(tab *Table, seed int64) []planted {
	rng := rand.New(rand.NewSource(seed))
	b, e, a := slices.Index(tab.Roles, Before), slices.Index(tab.Roles, Element), slices.Index(tab.Roles, After)
	var out []planted
	taken := map[int]bool{}
	row := func(ok func(*Row) bool) int {
		for _, i := range rng.Perm(len(tab.Rows)) {
			if !taken[i] && !isAbsent(tab.Rows[i].Cells[b]) && ok(&tab.Rows[i]) {
				taken[i] = true
				return i
			}
		}
		return -1
	}
	edit := func(kind Kind, n int, change func(string) string) {
		for range n {
			i := row(func(r *Row) bool {
				return change(r.Cells[b]) != r.Cells[b] && !strings.Contains(r.Cells[b], "Отсутству")
			})
			if i < 0 {
				continue
			}
			was := tab.Rows[i].Cells[b]
			tab.Rows[i].Cells[b] = change(was)
			out = append(out, planted{i, kind, ""})
		}
	}
	replaceLast := func(from, to string) func(string) string {
		return func(s string) string {
			i := strings.LastIndex(s, from)
			if i < 0 {
				return s
			}
			return s[:i] + to + s[i+len(from):]
		}
	}
	edit(Missing, 3, replaceLast(" общественных советов ", " "))
	edit(Changed, 3, replaceLast(" государственных органов", " негосударственных организаций"))
	edit(Extra, 3, replaceLast(" Общественного совета", " Общественного совета и иных лиц"))
	edit(Negation, 2, replaceLast(" не ", " "))
	edit(Negation, 2, replaceLast(" осуществляется ", " не осуществляется "))
	edit(Figures, 2, replaceLast(" пункта 1 ", " пункта 4 "))
	edit(Figures, 1, replaceLast("двух третей", "трех третей"))
	edit(Figures, 1, replaceLast("одну треть", "одну четверть"))
	edit(WrongNumber, 2, replaceLast("\n2. ", "\n5. "))
	edit(WrongNumber, 1, replaceLast("\n3) ", "\n9) "))
	edit(Signs, 3, replaceLast(", ", " "))
	edit(Signs, 1, replaceLast(":\n", ".\n"))
	edit(Missing, 2, func(s string) string { // the end of a sentence
		if !strings.HasSuffix(s, ".") || len(s) < 300 {
			return s
		}
		ws := strings.Fields(s)
		return strings.Join(ws[:len(ws)-4], " ")
	})
	for range 3 { // the element's article is another
		if i := row(func(r *Row) bool {
			return strings.HasPrefix(r.Cells[e], "Пункт 2 ") && !strings.Contains(r.Cells[e], ":")
		}); i >= 0 {
			tab.Rows[i].Cells[e] = strings.Replace(tab.Rows[i].Cells[e], "Пункт 2 ", "Пункт 1 ", 1)
			out = append(out, planted{i, WrongAddress, ""})
		}
	}
	for range 2 { // said to be absent
		if i := row(func(r *Row) bool {
			return strings.HasPrefix(r.Cells[e], "Пункт ") && !strings.Contains(r.Cells[e], ":")
		}); i >= 0 {
			tab.Rows[i].Cells[b] = "Отсутствует"
			out = append(out, planted{i, Exists, ""})
		}
	}
	for range 2 { // the right column copied
		if i := row(func(r *Row) bool { return true }); i >= 0 {
			tab.Rows[i].Cells[a] = tab.Rows[i].Cells[b]
			out = append(out, planted{i, Same, ""})
		}
	}
	// a row twice, and one at the wrong place
	if i := row(func(r *Row) bool { return true }); i >= 0 {
		twin := tab.Rows[i]
		twin.Line, twin.Cells = 1001, slices.Clone(twin.Cells)
		tab.Rows = append(tab.Rows, twin)
		taken[len(tab.Rows)-1] = true // it stands at the end already: moving it there is no error
		out = append(out, planted{len(tab.Rows) - 1, Twice, ""})
	}
	if i := row(func(r *Row) bool {
		return strings.Contains(r.Cells[e], "статьи 3") || strings.Contains(r.Cells[e], "статьи 1")
	}); i >= 0 {
		moved := tab.Rows[i]
		tab.Rows = append(tab.Rows, moved)
		tab.Rows[i].Cells = make([]string, len(moved.Cells))
		out = append(out, planted{len(tab.Rows) - 1, Order, ""})
	}
	return out
}

// Errors as people make them are all found, each with its kind and row, and
// nothing else is.
func TestPlantedErrors(t *testing.T) {
	p := pairs(t)[0]
	all, found := 0, 0
	for seed := range int64(*seeds) {
		tab := madeTable(t, p[0], p[1], "draft", "docx")
		errs := plant(tab, seed)
		c, err := Check(context.Background(), tab, []*corpus.Document{p[0]}, nil)
		if err != nil {
			t.Fatal(err)
		}
		hit := map[int]bool{}
		for _, e := range errs {
			all++
			line := tab.Rows[e.row].Line
			ok := false
			for i, f := range c.Findings {
				if f.Row == line && f.Kind == e.kind && !hit[i] {
					ok, hit[i] = true, true
					break
				}
			}
			if ok {
				found++
			} else {
				t.Errorf("seed %d: row %d %s: %s was not found: %s", seed, line, tab.At(&tab.Rows[e.row], Element), e.kind, tab.At(&tab.Rows[e.row], Before))
			}
		}
		for i, f := range c.Findings {
			if !hit[i] {
				t.Errorf("seed %d: false: %s", seed, fmt.Sprintf("%s row %d %s: %q, %q", f.Kind, f.Row, f.Element, f.Text, f.Quote))
			}
		}
		t.Logf("seed %d: %d planted, %d findings", seed, len(errs), len(c.Findings))
	}
	t.Logf("%d of %d found", found, all)
}
