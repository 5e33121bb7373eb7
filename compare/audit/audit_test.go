package audit

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus/extract"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}

// sample has what makes reading back hard: spans, groups, two rows of headings,
// several tables, columns of an author, marks, texts with the signs of formats.
func sample() *table.Report {
	ev := func(n int) table.Explanation {
		return table.Explanation{What: "упоминания", Items: []table.Evidence{{Document: "отчёт", Citation: "п. 1", Text: "слушания", Matches: [][2]int{{0, 16}}, Count: n}}}
	}
	number := func(n int) table.Cell { c := table.Int(n); c.Basis = ev(n); return c }
	share := table.Percent(0.125)
	share.Basis = table.Explanation{Formula: "1 / n", Terms: []table.Term{{Name: "n", Value: table.Int(8)}}}
	none := table.None()
	none.Basis = table.Explanation{Tried: []string{"слушания"}, In: []string{"отчёт"}}
	wrong := table.Int(5)
	wrong.Basis = ev(4)
	span := func(s string, cols, rows int) table.Cell { c := table.Text(s); c.Cols, c.Rows = cols, rows; return c }
	return &table.Report{Title: "Проба", Blocks: []table.Block{
		table.Para("Всего 45 упоминаний."),
		&table.Table{Caption: "Категории", Base: "n = 8", Head: [][]table.Cell{{span("Категория", 1, 2), span("Астана", 2, 1), table.Text("")}, {table.Text("n"), table.Text("%"), table.Text("Всего")}},
			Rows: [][]table.Cell{
				{table.Group("Участие")},
				{table.Text("Слушания"), number(1200), share, number(1)},
				{table.Text("Отчёты | «а» <б>"), none, table.Missing(), wrong},
			}},
		table.Heading(1, "Дальше"),
		&table.Table{Caption: "Нормы", Key: 2, Author: []int{3}, Head: [][]table.Cell{{table.Text("№"), table.Text("Норма"), table.Text("Вывод"), table.Text("Мест")}},
			Rows: [][]table.Cell{{table.Text("1"), table.Text("ст. 1"), table.Text(""), number(2)}, {table.Text("2"), table.Text("ст. 2"), table.Text(""), number(3)}}},
	}}
}

func write(t testing.TB, r *table.Report, format string) []byte {
	var b bytes.Buffer
	if err := table.Write(&b, format, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// replaced replaces a text once, in an Office file in the part that has it.
func replaced(t *testing.T, data []byte, from, to string) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if !bytes.Contains(data, []byte(from)) {
			t.Fatalf("no %q", from)
		}
		return bytes.Replace(data, []byte(from), []byte(to), 1)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := false
	for _, f := range z.File {
		r, _ := f.Open()
		var part bytes.Buffer
		part.ReadFrom(r)
		b := part.Bytes()
		if !done && bytes.Contains(b, []byte(from)) {
			b, done = bytes.Replace(b, []byte(from), []byte(to), 1), true
		}
		p, _ := w.Create(f.Name)
		p.Write(b)
	}
	w.Close()
	if !done {
		t.Fatalf("no %q", from)
	}
	return out.Bytes()
}

func compared(t *testing.T, r *table.Report, format string, data []byte) *Result {
	t.Helper()
	name := "t." + strings.TrimSuffix(format, "-plain")
	page, err := Read(context.Background(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	if page.Format != format {
		t.Errorf("%s is read as %s", format, page.Format)
	}
	res, err := Compare(context.Background(), page, r)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

var readable = []string{"docx", "xlsx", "html", "md", "csv", "csv-plain", "json"}

func TestHolds(t *testing.T) {
	for _, format := range readable {
		res := compared(t, sample(), format, write(t, sample(), format))
		if len(res.Differences) != 0 || res.Tables != 2 || res.Numbers != 8 || len(res.Unread) != 0 {
			t.Errorf("%s: %d tables, %d numbers, unread %v, differences %+v", format, res.Tables, res.Numbers, res.Unread, res.Differences)
		}
	}
}

func TestOneNumberChanged(t *testing.T) {
	for _, c := range []struct{ format, from, to, file, made string }{
		{"docx", ">1\u00a0200<", ">1\u00a0300<", "1 300", "1 200"},
		{"xlsx", "<v>1200</v>", "<v>1300</v>", "1 300", "1 200"},
		{"html", ">1\u00a0200<", ">1\u00a0300<", "1 300", "1 200"},
		{"md", "1\u00a0200", "1\u00a0300", "1 300", "1 200"},
		{"csv", "1200", "1300", "1300", "1200"},
		{"csv-plain", "1200", "1300", "1300", "1200"},
		{"json", `"1` + "\u00a0" + `200"`, `"1` + "\u00a0" + `300"`, "1 300", "1 200"},
	} {
		res := compared(t, sample(), c.format, replaced(t, write(t, sample(), c.format), c.from, c.to))
		if len(res.Differences) != 1 {
			t.Errorf("%s: differences %+v", c.format, res.Differences)
			continue
		}
		d := res.Differences[0]
		if d.Kind != Changed || !strings.Contains(d.Table, "Категории") || d.Row != "Слушания" || d.Column != "Астана / n" || d.File != c.file || d.Made != c.made {
			t.Errorf("%s: difference %+v", c.format, d)
		}
	}
}

// edit changes the tables of a report as a person edits a file.
func edit(change func(*table.Report)) *table.Report {
	r := sample()
	change(r)
	return r
}

func TestEdited(t *testing.T) {
	first := func(r *table.Report) *table.Table { return r.Blocks[1].(*table.Table) }
	second := func(r *table.Report) *table.Table { return r.Blocks[3].(*table.Table) }
	for _, c := range []struct {
		name   string
		change func(*table.Report)
		kinds  []Kind
		check  func(*Result) bool
	}{
		{"the author's column is his", func(r *table.Report) { second(r).Rows[0][2] = table.Text("норма 5 удачна") }, nil, nil},
		{"a column between", func(r *table.Report) {
			t := second(r)
			t.Head[0] = append(t.Head[0][:3:3], table.Text("Моё"), t.Head[0][3])
			for i, row := range t.Rows {
				t.Rows[i] = append(row[:3:3], table.Text("7"), row[3])
			}
		}, nil, func(res *Result) bool { return len(res.Columns) == 1 && res.Columns[0] == "мое" }},
		{"sorted rows", func(r *table.Report) { t := second(r); t.Rows[0], t.Rows[1] = t.Rows[1], t.Rows[0] }, nil,
			func(res *Result) bool { return len(res.Sorted) == 1 }},
		{"a row is gone", func(r *table.Report) { t := second(r); t.Rows = t.Rows[:1] }, []Kind{RowMissing}, nil},
		{"a row more", func(r *table.Report) {
			t := second(r)
			t.Rows = append(t.Rows, []table.Cell{table.Text("3"), table.Text("ст. 9"), table.Text(""), table.Int(4)})
		}, []Kind{RowAdded}, nil},
		{"a remark below", func(r *table.Report) {
			t := second(r)
			t.Rows = append(t.Rows, []table.Cell{table.Text(""), table.Text("проверить"), table.Text(""), table.Text("")})
		}, nil, func(res *Result) bool { return res.Rows == 1 }},
		{"a table is gone", func(r *table.Report) { r.Blocks = r.Blocks[:3] }, []Kind{TableMissing}, nil},
		{"a table more", func(r *table.Report) {
			r.Blocks = append(r.Blocks, &table.Table{Caption: "Чужая", Head: [][]table.Cell{{table.Text("а"), table.Text("б")}}, Rows: [][]table.Cell{{table.Text("x"), table.Int(1)}}})
		}, []Kind{TableAdded}, nil},
		{"tables moved", func(r *table.Report) { r.Blocks[1], r.Blocks[3] = r.Blocks[3], r.Blocks[1] }, nil, nil},
		{"a number in the text", func(r *table.Report) { r.Blocks[0] = table.Para("Всего 54 упоминания.") }, []Kind{LineMissing}, nil},
		{"two numbers", func(r *table.Report) { first(r).Rows[1][1].Value, first(r).Rows[2][3].Value = 7, 8 }, []Kind{Changed, Changed}, nil},
		{"a percentage", func(r *table.Report) { first(r).Rows[1][2].Value = 0.126 }, []Kind{Changed}, nil},
	} {
		for _, format := range []string{"docx", "xlsx", "html"} {
			res := compared(t, sample(), format, write(t, edit(c.change), format))
			var kinds []Kind
			for _, d := range res.Differences {
				kinds = append(kinds, d.Kind)
			}
			ok := len(kinds) == len(c.kinds)
			for i := range kinds {
				ok = ok && kinds[i] == c.kinds[i]
			}
			if !ok || c.check != nil && !c.check(res) {
				t.Errorf("%s, %s: %+v; columns %v, rows %d, sorted %v", c.name, format, res.Differences, res.Columns, res.Rows, res.Sorted)
			}
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"12,5 %", "12,5%", true}, {"24,11", "24,1", true}, {"24,11", "24,12", false}, {"1 200", "1200", true}, {"12", "12 %", false}, {"–", "0", false}, {"1e3", "1000", false}, {"а", "б", false}} {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("same(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestFind(t *testing.T) {
	for _, format := range []string{"docx", "xlsx", "html", "md"} {
		page, err := Read(context.Background(), "t."+format, write(t, sample(), format))
		if err != nil {
			t.Fatal(err)
		}
		res, err := Compare(context.Background(), page, sample())
		if err != nil {
			t.Fatal(err)
		}
		f := NewFinder(sample(), format, res)
		for _, q := range []struct {
			Query
			want string // of the only cell, or how many
		}{
			{Query{Row: "слуш", Column: "всего"}, "1"},
			{Query{Table: "1", Row: "Слушания", Column: "астана / n"}, "1\u00a0200"},
			{Query{Table: "нормы", Row: "2", Column: "мест"}, "3"},
			{Query{Table: "2", Row: "ст. 1", Column: "4"}, "2"},
			{Query{Row: "слушания"}, "3 cells"},
			{Query{Row: "нет такой"}, "0 cells"},
			{Query{Table: "3"}, "0 cells"},
		} {
			got := f.Find(q.Query)
			text := ""
			if len(got) == 1 {
				text = got[0].Table.Text(got[0].Cell())
			} else {
				text = string(rune('0'+len(got))) + " cells"
			}
			if text != q.want {
				t.Errorf("%s: %+v is %s, want %s", format, q.Query, text, q.want)
			}
		}
		for _, p := range f.All() { // an address means the cell that has it
			if got := f.Find(Query{Ref: p.Ref()}); len(got) != 1 || got[0].Row != p.Row || got[0].Col != p.Col {
				t.Errorf("%s: %s is %d cells", format, p.Ref(), len(got))
			}
		}
	}
}

func TestStandings(t *testing.T) {
	tally := map[Standing]int{}
	for _, p := range NewFinder(sample(), "docx", nil).All() {
		_, v := CheckCell(p.Cell())
		tally[v.Standing]++
	}
	for s, want := range map[Standing]int{Added: 4, Computed: 1, Absent: 1, Mismatch: 1, NoBasis: 0} {
		if tally[s] != want {
			t.Errorf("%s: %d, want %d", s, tally[s], want)
		}
	}
}

func TestEvaluate(t *testing.T) {
	terms := []table.Term{{Name: "n", Value: table.Int(8)}, {Name: "n₁", Value: table.Int(3)}, {Name: "число слов", Value: table.Int(2000)}}
	for _, c := range []struct {
		formula string
		want    float64
		ok      bool
	}{
		{"12 / 41", 12.0 / 41, true}, {"2 · 1000 / 20 130", 2000.0 / 20130, true}, {"n₁ / n", 0.375, true}, {"доля = 3 / n", 0.375, true},
		{"(4 − 1)² / √(n · 2)", 2.25, true}, {"12,5 %", 0.125, true}, {"5 / число слов × 1 000", 2.5, true}, {"-(2+3)·-1", 5, true},
		{"14 + log₂(2·2 / 1)", 16, true}, {"ln(1) + log₁₀(100)", 2, true}, {"ln(0)", 0, false}, {"log₂ 4", 0, false},
		{"Σwx / Σw", 0, false}, {"поправка Холма, m = 4", 0, false}, {"1 / 0", 0, false}, {"(1", 0, false}, {"", 0, false}, {strings.Repeat("(", 1000), 0, false},
	} {
		got, ok := evaluate(c.formula, terms)
		if ok != c.ok || ok && (got-c.want > 1e-9 || c.want-got > 1e-9) {
			t.Errorf("%q = %v, %v; want %v, %v", c.formula, got, ok, c.want, c.ok)
		}
	}
}

func TestUnfit(t *testing.T) {
	var unfit *UnfitError
	for name, data := range map[string]string{"a.txt": "просто текст\nещё", "a.json": "{"} {
		if _, err := Read(context.Background(), name, []byte(data)); !errors.As(err, &unfit) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever is in a file, it is read to an end and set beside a report.
func FuzzCompare(f *testing.F) {
	for i, format := range readable {
		f.Add(i, write(f, sample(), format))
	}
	f.Add(2, []byte(`<table><tr><td colspan=9999 rowspan=9999>1<td>2<tr><td>3</table>`))
	f.Add(6, []byte(`{"blocks":[{"head":[[{"cols":-1,"rows":-5}]],"rows":[[{"cols":100000000}]]}]}`))
	f.Fuzz(func(t *testing.T, format int, data []byte) {
		if format < 0 || format >= len(readable) {
			return
		}
		name := "t." + strings.TrimSuffix(readable[format], "-plain")
		page, err := Read(context.Background(), name, data)
		if err != nil {
			return
		}
		res, err := Compare(context.Background(), page, sample())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range NewFinder(sample(), page.Format, res).All() {
			p.Differs()
		}
	})
}

func FuzzEvaluate(f *testing.F) {
	for _, s := range []string{"12 / 41", "√(p·(1 − p) / n)", "((((", "1,2,3", "− − −1", "2²²"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { evaluate(s, []table.Term{{Name: "n", Value: table.Int(2)}}) })
}

func BenchmarkCompare(b *testing.B) {
	r := sample()
	t := r.Blocks[1].(*table.Table)
	for range 1000 {
		t.Rows = append(t.Rows, t.Rows[1])
	}
	data := write(b, r, "xlsx")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		page, err := Read(context.Background(), "t.xlsx", data)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Compare(context.Background(), page, r); err != nil {
			b.Fatal(err)
		}
	}
}
