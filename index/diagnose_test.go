package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"svod/index"
)

// why prints a diagnosis in a line.
func why(d *index.Diagnosis) string {
	if d == nil {
		return ""
	}
	var out []string
	for _, w := range d.Words {
		s := fmt.Sprintf("%s %d", w.Word, w.Articles)
		if w.Corpus != w.Articles {
			s += fmt.Sprintf(" of %d", w.Corpus)
		}
		if w.Forms > 0 {
			s += fmt.Sprintf(" forms %d", w.Forms)
		}
		for _, n := range w.Near {
			s += fmt.Sprintf(" ~%s %d", n.Form, n.Articles)
		}
		out = append(out, s)
	}
	if d.Meant != nil {
		out = append(out, fmt.Sprintf("meant %s: %d in %d", d.Meant.Query, d.Meant.Units, d.Meant.Documents))
	}
	for _, l := range d.Loosened {
		s := fmt.Sprintf("%s %s: %d", l.Code, l.Text, l.Units)
		if l.Distance > 0 {
			s += fmt.Sprintf(" at %d", l.Distance)
		}
		out = append(out, s)
	}
	for _, f := range d.Filters {
		out = append(out, fmt.Sprintf("[%s] holds of %d %v: %d %v", f.Text, f.Documents, f.Values, f.Units, f.Editions))
	}
	if d.Act != "" {
		out = append(out, "act "+d.Act)
	}
	if d.Outside {
		out = append(out, "outside")
	}
	for _, e := range d.Acts {
		out = append(out, "near «"+e.Meta.Title+"»")
	}
	if d.Steps != nil {
		out = append(out, fmt.Sprintf("no %v", d.Steps))
	}
	for _, g := range d.Gaps {
		out = append(out, fmt.Sprintf("%s %s: no %s %v, have %v", g.Edition, g.Above, g.Kind, g.Nums, g.Have))
	}
	return strings.Join(out, "; ")
}

func TestDiagnosis(t *testing.T) {
	st, ix := acts(t)
	for _, c := range []struct{ query, want string }{
		{"совет", ""},
		{"отчет публиковать", ""},
		// Words that are nowhere.
		{"космодром", "космодром 0"},
		{"вмешателство", "вмешателство 0 ~вмешательство 2; meant вмешательство: 2 in 2"},
		{"годовойотчет", "годовойотчет 0 ~годовой отчет 3; meant годовой отчет: 3 in 3"},
		{"ujljdjq jnxtn", "ujljdjq 0 ~годовой 3; jnxtn 0 ~отчет 3; meant годовой отчет: 3 in 3"},
		{"=отчетами", "=отчетами 0 forms 3; form =отчетами: 6"},
		// Conditions inside the query.
		{`"отчет годовой"`, `отчет 3; годовой 3; phrase "отчет годовой": 3`},
		{"публикует /1 отчет", "публикует 3; отчет 3; distance /1: 3 at 2"},
		{"отчет +2 годовой", "отчет 3; годовой 3; order +2: 3; distance +2: 3; all : 3"},
		{"вмешательство /п отчет", "вмешательство 2; отчет 3; clause /п: 2"},
		{"отчет НЕ годовой", "отчет 3; not НЕ годовой: 6"},
		// Conditions on documents.
		{"отчет вид:указ", "отчет 0 of 3; [вид:указ] holds of 0 [{law 3}]: 6 [2021 2019]"},
		{"садовник ред:2019", "садовник 0 of 1; [ред:2019] holds of 1 [{2019 1} {2021 1}]: 1 [2021]"},
		// Relaxed: which word is missing.
		{"годовой отчет космодром", "годовой 3; отчет 3; космодром 0; word космодром: 3"},
		// Addresses.
		{"ст. 9 закона о советах", "act закона о советах; 2021 : no article [9], have [1 2 3]"},
		{"пп. 7 п. 3 ст. 3 закона о советах", "act закона о советах; 2021 ст.3/п.3: no subclause [7], have [1 2 3]"},
		{"ст. 3 закона о савётах", "act закона о савётах; near «О советах»"},
		{"ст. 3 УК РК", "act УК РК"},
		{"ст. 2 закона о садах ред:2019", "[ред:2019] holds of 1 [{2019 1} {2021 1}]: 1 []; act закона о садах; outside"},
		{"ст. 9", "no [ст.9]"},
		{"ст. 9 закона", "no [ст.9]"},
		{"ст. 3 закона", ""},
		{"ст. 3 закона о советах ред:2019", "[ред:2019] holds of 1 [{2019 1} {2021 1}]: 1 [2021]; act закона о советах; 2019 : no article [3], have [1 2]"},
	} {
		res, err := ix.Search(context.Background(), index.Request{Query: c.query}, st)
		if err != nil {
			t.Fatalf("%s: %v", c.query, err)
		}
		if got := why(res.Diagnosis); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.query, got, c.want)
		}
		if res.Diagnosis == nil {
			continue
		}
		// What a diagnosis promises, a search finds.
		if m := res.Diagnosis.Meant; m != nil {
			promised(t, st, ix, m.Query, m.Units)
		}
		for _, l := range res.Diagnosis.Loosened {
			promised(t, st, ix, l.Query, l.Units)
		}
	}
}

func promised(t *testing.T, st index.Docs, ix *index.Index, q string, units int) {
	t.Helper()
	res, err := ix.Search(context.Background(), index.Request{Query: q}, st)
	if err != nil || res.Total.Units != units || res.Relaxed {
		t.Errorf("%s: %d were promised, %d found (%v)", q, units, res.Total.Units, err)
	}
}

func TestDiagnosisOfNothing(t *testing.T) {
	st, ix := acts(t)
	list, err := st.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if err := st.Remove(context.Background(), e.ID); err != nil {
			t.Fatal(err)
		}
	}
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"совет", "ст. 5 закона о советах"} {
		res, err := ix.Search(context.Background(), index.Request{Query: q}, st)
		if err != nil || res.Diagnosis == nil || res.Diagnosis.Documents != 0 {
			t.Errorf("%s: %+v %v", q, res, err)
		}
	}
}
