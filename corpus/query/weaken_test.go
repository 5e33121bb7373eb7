package query

import (
	"strings"
	"testing"
)

func TestWeaken(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"отчет", ""},
		{"годовой отчет", "word годовой: отчет; word отчет: годовой"},
		{`"годовой отчет"`, `phrase "годовой отчет": годовой И отчет`},
		{"=отчета", "form =отчета: отчета"},
		{"отчет +4 совет", "order +4: отчет /4 совет; distance +4: отчет /ст совет; all : отчет И совет"},
		{"отчет /5 совет", "distance /5: отчет /ст совет"},
		{"отчет /с совет", "sentence /с: отчет /ст совет"},
		{"отчет /п совет", "clause /п: отчет /ст совет"},
		{"отчет /ст совет", ""},
		{"НЕ_МЕНЕЕ5(отчет)", "times НЕ_МЕНЕЕ5: отчет"},
		{"отчет НЕ проект", "not НЕ проект: отчет"},
		{"отчет И совет НЕ проект", "word отчет: совет НЕ проект; word совет: отчет НЕ проект; not НЕ проект: отчет И совет"},
		{`"годовой отчет" /5 совет`, `distance /5: "годовой отчет" /ст совет`},
		{`"годовой отчет" И =совета`, `word "годовой отчет": =совета; phrase "годовой отчет": (годовой И отчет) И =совета; ` +
			`word =совета: "годовой отчет"; form =совета: "годовой отчет" И совета; all : годовой И отчет И совета`},
		{"отчет ИЛИ =доклада", "form =доклада: отчет ИЛИ доклада"},
	} {
		q, err := Parse(c.query, "ru")
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, w := range q.Weaken() {
			out = append(out, w.Code+" "+w.Text+": "+w.Query.String())
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}

// What a query finds, each of its weaker ones finds too.
func TestWeakerFindsMore(t *testing.T) {
	text := NewText([]Unit{
		{Text: "Годовой отчет совета публикуется. Проект отчета вносит член совета."},
		{Text: "Доклад о работе совета, его членов и секретаря утверждает собрание.", Clause: 1},
	})
	for _, query := range []string{
		`"годовой отчет"`, "отчет /5 совет", "совет +4 секретарь", "=отчета /с член", `"годовой отчет" И доклад НЕ устав`,
		"(отчет ИЛИ =доклад) /2 совет", "НЕ_МЕНЕЕ2(совет /5 член)", "доклад /п собрание", "отчет /ст собрание",
	} {
		q, err := Parse(query, "ru")
		if err != nil {
			t.Fatal(err)
		}
		if !q.Matches(text) {
			t.Errorf("%s: should match", query)
		}
		for _, w := range q.Weaken() {
			if !w.Query.Matches(text) {
				t.Errorf("%s: %s %s: %s finds nothing", query, w.Code, w.Text, w.Query)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	text := NewText([]Unit{{Text: "Совет публикует годовой отчет.\nЧлены совета знакомятся с ним."}})
	for _, c := range []struct {
		query string
		want  int
	}{
		{"совет /1 отчет", 3}, {"отчет +1 совет", 0}, {"отчет /1 член", 0}, {"знакомиться /1 совет", 1},
	} {
		q, err := Parse(c.query, "ru")
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range q.Weaken() {
			if w.Code == "distance" {
				if got := w.Nearest(text); got != c.want {
					t.Errorf("%s: %d, want %d", c.query, got, c.want)
				}
			}
		}
	}
}

// Of any query that matches, each weaker one does.
func FuzzWeaken(f *testing.F) {
	for _, s := range []string{`"годовой отчет" /5 совет`, "отчет +1 совет ИЛИ =доклада", "НЕ_МЕНЕЕ2(отчет /9 совет)", "отчета~ /с член НЕ устав", "(совет ИЛИ отч*) /п доклад НЕ член", `"отчет отчет"`, "отчет /3 отчет"} {
		f.Add(s)
	}
	text := NewText([]Unit{
		{Text: "Годовой отчет совета публикуется. Проект отчета вносит член совета, отчет."},
		{Text: "Доклад о работе совета, его членов и секретаря-докладчика утверждает собрание.", Clause: 1},
		{Text: "Отчет, отчет и отчет о докладах совета.", Clause: 2},
	})
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s, "ru")
		if err != nil || !q.Matches(text) {
			return
		}
		for _, w := range q.Weaken() {
			if !w.Query.Matches(text) {
				t.Errorf("%s matches, but without its %s %s it does not: %s", q, w.Code, w.Text, w.Query)
			}
			if again, err := Parse(w.Query.String(), "ru"); err != nil || again.String() != w.Query.String() {
				t.Errorf("%s: %s is read as %s (%v)", q, w.Query, again, err)
			}
		}
	})
}
