package bodies

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"svod/compare/content"
	"svod/compare/figures"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/parse"
)

const testRegister = `
register: Лунная республика
bodies:
  - {id: a, level: областной, name: Северная область}
  - {id: b, level: областной, name: Южная область}
  - {id: c, level: областной, name: Западная область}
  - {id: d, level: областной, name: Бывшая область, to: 2020-01-01}
  - {id: m, level: республиканский, name: Министерство труда, attributes: {вид_совета: [ОС]}}
`

const testCodebook = `
codebook: Проба
unit: абзац
categories:
  - {id: план, any: [план работы утверждён]}
  - {id: план.слабо, any: [план работы]}
indicators:
  - {id: заседания, any: ['{число} заседание']}
  - {id: члены, any: ['{число} член']}
`

const testStudy = `
matrix: Проба
register: r.yaml
codebook: c.yaml
at: 2024-12-31
split: вид_совета
indicators:
  - {id: план, type: наличие, category: план, partly: план.слабо, weight: 2}
  - {id: упоминания, type: упоминания, category: план}
  - {id: заседания, type: число, figure: заседания, weight: 1}
  - {id: члены, type: число, figure: члены}
  - {id: доля, type: доля, part: члены, of: заседания}
  - {id: сайт, type: наблюдение, weight: 1}
index: {name: Индекс, missing: exclude}
`

func report(body, kind, year string, lines ...string) *corpus.Document {
	src := &corpus.Source{Name: body + year + ".txt", Format: "text", Lines: []corpus.Line{{Text: "Отчёт совета"}}}
	for _, l := range lines {
		src.Lines = append(src.Lines, corpus.Line{Text: l})
	}
	d, _ := parse.Parse(src)
	d.ID = body + kind + year
	d.Attributes = map[string]string{"орган": body, "year": year, "вид_совета": kind}
	return d
}

func build(t *testing.T, study string, docs []*corpus.Document, observed ...[]string) *Result {
	t.Helper()
	src := Sources{Docs: docs}
	var err error
	if src.Register, err = LoadYAML("r.yaml", []byte(testRegister)); err != nil {
		t.Fatal(err)
	}
	if src.Study, err = LoadStudy("s.yaml", []byte(study)); err != nil {
		t.Fatal(err)
	}
	if src.Codebook, err = content.Load("c.yaml", []byte(testCodebook)); err != nil {
		t.Fatal(err)
	}
	if src.Figures, err = figures.Load("c.yaml", []byte(testCodebook)); err != nil {
		t.Fatal(err)
	}
	if observed != nil {
		rows := append([][]string{{"орган", "вид_совета", "показатель", "значение", "коэффициенты", "источник"}}, observed...)
		if src.Observations, err = src.Study.LoadObservations("o.csv", sheetOf(rows), src.Register); err != nil {
			t.Fatal(err)
		}
	}
	if err := src.Study.CheckStudy(src.Codebook, src.Figures); err != nil {
		t.Fatal(err)
	}
	return Build(src)
}

// matrixOf returns the values of a matrix as texts, a row for each body.
func matrixOf(r *Result, kind string, level Level) []string {
	p := &printer{r, phrasesOf("ru", nil), "ru"}
	var out []string
	for _, m := range r.Matrices {
		if m.Kind.Value != kind || m.Level != level {
			continue
		}
		for _, row := range m.Rows {
			s := row.Body.ID
			for i, in := range r.Study.Indicators {
				s += " | " + p.text(in, row.Values[i])
				if row.Values[i].Check {
					s += "*"
				}
			}
			out = append(out, strings.ReplaceAll(s, "\u00a0", " "))
		}
	}
	return out
}

func TestBuild(t *testing.T) {
	docs := []*corpus.Document{
		report("Северная область", "ОС", "2024", "План работы утверждён. Проведено 4 заседания, в совете 12 членов."),
		report("Северная область", "ОС", "2023", "Проведено 9 заседаний."),
		report("Северная область", "НПО", "2024", "Проведено 2 заседания."),
		report("Южная область", "ОС", "2024", "План работы обсуждён. Отчёт короткий."),
		report("Министерство труда", "ОС", "2024", "Проведено 5 заседаний."),
		report("Министерство труда", "НПО", "2024", "Проведено 6 заседаний."),
		report("Бывшая область", "ОС", "2019", "Проведено 7 заседаний."),
		report("Лунный город", "ОС", "2024", "Проведено 8 заседаний."),
		report("Северная область", "", "2024", "Проведено 1 заседание."),
	}
	r := build(t, testStudy, docs, []string{"Западная", "ОС", "сайт", "да", "0,8", "просмотр"}, []string{"a", "ОС", "план", "частично", "", "просмотр"},
		[]string{"b", "ОС", "заседания", "н/п", "", ""})
	for _, c := range []struct {
		kind  string
		level Level
		want  []string
	}{
		// What is missing is not zero; «нет» needs documents; an observation
		// goes before what was found, and says that it differs.
		{"ОС", Regional, []string{
			"a | частично* | 1 | 4 | 12 | 300,0 % (12 из 4)* | н.д.",
			"b | частично | 0 | н/п | н.д. | н.д. | н.д.",
			"c | н.д. | н.д. | н.д. | н.д. | н.д. | да"}},
		{"НПО", Regional, []string{
			"a | нет | 0 | 2 | н.д. | н.д. | н.д.",
			"b | н.д. | н.д. | н.д. | н.д. | н.д. | н.д.",
			"c | н.д. | н.д. | н.д. | н.д. | н.д. | н.д."}},
		{"ОС", Central, []string{"m | нет | 0 | 5 | н.д. | н.д. | н.д."}},
		{"НПО", Central, nil}, // the register says that it has no such council
	} {
		if got := matrixOf(r, c.kind, c.level); !slices.Equal(got, c.want) {
			t.Errorf("%s %s:\n%s\nwant\n%s", c.kind, c.level, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	var left []string
	for _, l := range r.Left {
		left = append(left, l.Match.Doc.ID+": "+l.Reason)
	}
	want := []string{"Министерство трудаНПО2024: off", "Бывшая областьОС2019: off", "Лунный городОС2024: unmatched", "Северная область2024: no-kind"}
	if !slices.Equal(left, want) {
		t.Errorf("left out %q, want %q", left, want)
	}
}

// Every cell with a number or a state says where it comes from, and what is
// counted adds up.
func TestEveryCellHasItsBasis(t *testing.T) {
	docs := []*corpus.Document{
		report("Северная область", "ОС", "2024", "План работы утверждён. План работы утверждён снова.", "Проведено 4 заседания, 12 членов."),
		report("Южная область", "ОС", "2024", "Отчёт короткий."),
	}
	r := build(t, testStudy, docs, []string{"b", "ОС", "сайт", "нет", "", "просмотр"})
	for _, lang := range []string{"ru", "kk", "en"} {
		out := r.Report(ReportOptions{Language: lang})
		for _, b := range out.Blocks {
			tab, ok := b.(*table.Table)
			if !ok {
				continue
			}
			for _, row := range tab.Rows {
				for _, c := range row {
					if c.Basis == nil {
						if c.Format != table.FormatText {
							t.Errorf("%s: a cell of %q has no basis: %+v", lang, tab.Caption, row)
						}
						continue
					}
					checkBasis(t, tab.Caption, c.Basis.Explain())
				}
			}
		}
		for _, format := range table.Formats() {
			var a, b bytes.Buffer
			if err := table.Write(&a, format, out); err != nil {
				t.Errorf("%s %s: %v", lang, format, err)
			}
			table.Write(&b, format, r.Report(ReportOptions{Language: lang}))
			if !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Errorf("%s %s: different bytes", lang, format)
			}
		}
	}
}

func checkBasis(t *testing.T, where string, e table.Explanation) {
	t.Helper()
	sum := 0
	for _, i := range e.Items {
		sum += i.Count
		for _, m := range i.Matches {
			if m[0] < 0 || m[1] > len(i.Text) || m[0] > m[1] {
				t.Errorf("%s: %s: a match outside of its text", where, e.What)
			}
		}
	}
	switch {
	case e.What == "":
		t.Errorf("%s: an explanation of nothing", where)
	case e.Formula == "" && e.Value.Format == table.FormatInteger && float64(sum) != e.Value.Value:
		t.Errorf("%s: %s: items add up to %d, not %v", where, e.What, sum, e.Value.Value)
	case e.Formula == "" && len(e.Items) == 0 && len(e.Tried) == 0 && e.Value.Format != table.FormatMissing:
		t.Errorf("%s: %s: nothing stands behind %v", where, e.What, e.Value)
	}
	for _, term := range e.Terms {
		if term.Basis != nil {
			checkBasis(t, where, term.Basis.Explain())
		}
	}
}

// The openness index of Infometer's method, with the value of CONTENT.md,
// section 2: weights 3, 2, 1; (1·1·0.8), (1·0.7·1), absent → 63.3 %.
func TestInfometer(t *testing.T) {
	study := `
matrix: Индекс
register: r.yaml
indicators:
  - {id: x, type: наблюдение, weight: 3}
  - {id: y, type: наблюдение, weight: 2}
  - {id: z, type: наблюдение, weight: 1}
index: {missing: zero}
`
	s, err := LoadStudy("s.yaml", []byte(study))
	if err != nil {
		t.Fatal(err)
	}
	reg, err := LoadYAML("r.yaml", []byte(testRegister))
	if err != nil {
		t.Fatal(err)
	}
	obs, err := s.LoadObservations("o.csv", sheetOf([][]string{{"орган", "показатель", "значение", "коэффициенты"},
		{"a", "x", "да", "1 | 0,8"}, {"a", "y", "да", "0,7 | 1"}, {"a", "z", "нет", ""}}), reg)
	if err != nil {
		t.Fatal(err)
	}
	r := Build(Sources{Study: s, Register: reg, Observations: obs})
	score := r.Matrices[0].Rows[0].Score
	if got := math.Round(score.Value*1000) / 10; got != 63.3 {
		t.Errorf("index %v %%, want 63.3", got)
	}
	p := &printer{r, phrasesOf("ru", nil), "ru"}
	if got := p.explainIndex(r.Matrices[0], r.Matrices[0].Rows[0]).Formula; got != "(3·1·1·0,8 + 2·1·0,7·1 + 1·0) / (3 + 2 + 1)" {
		t.Errorf("formula %s", got)
	}
}

func TestPlaces(t *testing.T) {
	study := `
matrix: Места
register: r.yaml
indicators:
  - {id: x, type: измерение, weight: 1}
  - {id: y, type: измерение, weight: 1, better: less}
  - {id: z, type: наблюдение, weight: 1}
index: {missing: %s, numbers: %s}
`
	reg, err := LoadYAML("r.yaml", []byte(testRegister))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		missing, numbers string
		rows             [][]string
		values           []float64 // of a, b, c; NaN: not defined
		places, ranges   string
	}{
		// a has the most and the least of x and y: 1; b half of both; c the worst.
		{"exclude", "minmax", [][]string{{"a", "x", "10"}, {"a", "y", "1"}, {"b", "x", "5"}, {"b", "y", "2"}, {"c", "x", "0"}, {"c", "y", "3"}},
			[]float64{1, 0.5, 0}, "1 2 3", "1 2 3"},
		// Equal scores share their places, and the weights decide who is first.
		{"exclude", "minmax", [][]string{{"a", "x", "10"}, {"a", "y", "3"}, {"b", "x", "0"}, {"b", "y", "1"}, {"c", "x", "0"}, {"c", "y", "3"}},
			[]float64{0.5, 0.5, 0}, "1–2 1–2 3", "1–2 1–2 3"},
		// One of three is known of c: too little to be compared.
		{"exclude", "minmax", [][]string{{"a", "x", "4"}, {"a", "y", "1"}, {"b", "x", "2"}, {"b", "y", "5"}, {"c", "z", "да"}},
			[]float64{1, 0, math.NaN()}, "1 2 0", "1 2 0"},
		// As if it were «нет».
		{"zero", "minmax", [][]string{{"a", "x", "4"}, {"a", "y", "1"}, {"b", "x", "2"}, {"b", "y", "5"}, {"c", "z", "да"}},
			[]float64{2. / 3, 0, 1. / 3}, "1 3 2", "1 3 2"},
		// z of 2, 4, 6 is −1, 0, 1; y is the same for all and tells nothing.
		{"exclude", "zscore", [][]string{{"a", "x", "2"}, {"b", "x", "4"}, {"c", "x", "6"}, {"a", "y", "5"}, {"b", "y", "5"}, {"c", "y", "5"}},
			[]float64{-1, 0, 1}, "3 2 1", "3 2 1"},
	} {
		text := strings.Replace(strings.Replace(study, "%s", c.missing, 1), "%s", c.numbers, 1)
		s, err := LoadStudy("s.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		obs, err := s.LoadObservations("o.csv", sheetOf(append([][]string{{"орган", "показатель", "значение"}}, c.rows...)), reg)
		if err != nil {
			t.Fatal(err)
		}
		var places, ranges []string
		for i, row := range Build(Sources{Study: s, Register: reg, Observations: obs}).Matrices[0].Rows[:3] {
			defined := row.Score.Undefined == ""
			if defined == math.IsNaN(c.values[i]) || defined && math.Abs(row.Score.Value-c.values[i]) > 1e-9 {
				t.Errorf("%v: %s has %v %q, want %v", c.rows, row.Body.ID, row.Score.Value, row.Score.Undefined, c.values[i])
			}
			places, ranges = append(places, span(row.Score.Place)), append(ranges, span(row.Score.Range))
		}
		if got := strings.Join(places, " "); got != c.places {
			t.Errorf("%v: places %s, want %s", c.rows, got, c.places)
		}
		if got := strings.Join(ranges, " "); got != c.ranges {
			t.Errorf("%v: ranges %s, want %s", c.rows, got, c.ranges)
		}
	}
}

func TestStudyErrors(t *testing.T) {
	const head = "register: r.yaml\nindicators:\n"
	for text, code := range map[string]string{
		"register: r.yaml": "empty",
		"indicators: [{id: a, type: наблюдение}]":                                                 "columns",
		head + "  - {id: a, type: число}":                                                         "type",
		head + "  - {id: a, type: много}":                                                         "value",
		head + "  - {id: a, type: наблюдение}\n  - {id: a, type: наблюдение}":                     "id",
		head + "  - {id: a, type: доля, part: b, of: c}":                                          "indicator",
		head + "  - {id: a, type: наблюдение, weight: -1}":                                        "weight",
		head + "  - {id: a, type: наблюдение, weight: 1}\nindex: {name: И}":                       "missing",
		head + "  - {id: a, type: наблюдение}\nindex: {name: И, missing: zero}":                   "type",
		head + "  - {id: a, type: наблюдение, weight: 1}\nindex: {missing: zero, sensitivity: 2}": "value",
		head + "  - {id: a, type: наблюдение, wieght: 1}":                                         "field",
		head + "  - {id: a, type: наблюдение}\nphrases: {заголовок: x}":                           "field",
		head + "  - {id: a, type: наблюдение}\nat: вчера":                                         "date",
		"register: [": "yaml",
	} {
		_, err := LoadStudy("s.yaml", []byte(text))
		var e *Error
		if !errors.As(err, &e) || e.Code != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
}

func TestObservationErrors(t *testing.T) {
	s, err := LoadStudy("s.yaml", []byte("register: r.yaml\nindicators:\n  - {id: x, type: наблюдение}\n  - {id: n, name: Число, type: измерение}"))
	if err != nil {
		t.Fatal(err)
	}
	reg, _ := LoadYAML("r.yaml", []byte(testRegister))
	for _, c := range []struct {
		code string
		row  []string
	}{
		{"body", []string{"область", "x", "да"}}, {"body", []string{"Лунная", "x", "да"}}, {"indicator", []string{"a", "q", "да"}},
		{"value", []string{"a", "x", "может быть"}}, {"value", []string{"a", "n", "много"}}, {"value", []string{"a", "n", "NaN"}},
		{"value", []string{"a", "x", "да", "1,2"}}, {"doubled", []string{"b", "x", "да"}},
	} {
		_, err := s.LoadObservations("o.csv", sheetOf([][]string{{"орган", "показатель", "значение", "коэффициенты"}, {"b", "x", "нет"}, c.row}), reg)
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || e.Line != 3 {
			t.Errorf("%v: %v, want %s in line 3", c.row, err, c.code)
		}
	}
	obs, err := s.LoadObservations("o.csv", sheetOf([][]string{{"орган", "показатель", "значение"}, {"Южная область", "число", "1 234,5"}, {"a", "n", "н.д."}}), reg)
	if err != nil || obs[0].Number != 1234.5 || obs[0].Body.ID != "b" || obs[1].State != NoData {
		t.Errorf("%+v, %v", obs, err)
	}
}

// All languages have the same phrases.
func TestPhrases(t *testing.T) {
	for lang, p := range templates {
		for key := range templates["ru"] {
			if p[key] == "" {
				t.Errorf("%s: no phrase %q", lang, key)
			}
		}
		if len(p) != len(templates["ru"]) {
			t.Errorf("%s: %d phrases, %d in Russian", lang, len(p), len(templates["ru"]))
		}
	}
}

// A register that is printed and read again is the same.
func TestRegisterRoundTrip(t *testing.T) {
	a := Kazakhstan()
	r, err := a.Table(TableOptions{})
	if err != nil {
		t.Fatal(err)
	}
	tab := r.Blocks[0].(*table.Table)
	var rows [][]string
	for _, cells := range append(slices.Clone(tab.Head), tab.Rows...) {
		var row []string
		for _, c := range cells {
			row = append(row, c.Runs[0].Text)
		}
		rows = append(rows, row)
	}
	b, err := Load("again.csv", sheetOf(rows))
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range a.Bodies {
		y := b.Bodies[i]
		if x.ID != y.ID || x.Level != y.Level || !slices.Equal(x.Names, y.Names) || !slices.Equal(x.Aliases, y.Aliases) || x.From != y.From || x.To != y.To || x.Check != y.Check || x.Note != y.Note {
			t.Errorf("%+v became %+v", x, y)
		}
	}
}

func FuzzLoadStudy(f *testing.F) {
	f.Add(testStudy)
	f.Add("register: r.yaml\nindicators:\n  - {id: !!x")
	f.Fuzz(func(t *testing.T, text string) {
		_, err := LoadStudy("s.yaml", []byte(text))
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%T %v", err, err)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	r := Kazakhstan()
	d := report("Северная область", "ОС", "2024", "Отчёт Общественного совета Акмолинской области")
	d.Attributes = nil
	for b.Loop() {
		r.Match([]*corpus.Document{d})
	}
}
