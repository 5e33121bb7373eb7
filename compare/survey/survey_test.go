package survey

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"svod/compare/sheet"
	"svod/compare/table"
)

func sheetOf(rows ...string) []sheet.Sheet {
	s := sheet.Sheet{}
	for i, r := range rows {
		s.Rows = append(s.Rows, sheet.Row{N: i + 1, Cells: strings.Split(r, ";")})
	}
	return []sheet.Sheet{s}
}

func mapOf(t *testing.T, text string) *Survey {
	t.Helper()
	s, err := Load("map.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tableOf returns the rows of the first table whose caption begins so, as
// text.
func tableOf(t *testing.T, r *table.Report, caption string) [][]string {
	t.Helper()
	for _, b := range r.Blocks {
		if tab, ok := b.(*table.Table); ok && strings.HasPrefix(tab.Caption, caption) {
			one := &table.Report{Language: r.Language, Blocks: []table.Block{tab}}
			var b bytes.Buffer
			if err := table.Write(&b, "csv", one); err != nil {
				t.Fatal(err)
			}
			var rows [][]string
			for _, line := range strings.Split(strings.TrimSpace(b.String()), "\r\n") {
				rows = append(rows, strings.Split(line, ";"))
			}
			return rows
		}
	}
	t.Fatalf("no table %q", caption)
	return nil
}

// row returns the row of a label without it.
func row(t *testing.T, rows [][]string, label string) []string {
	t.Helper()
	for _, r := range rows {
		if r[0] == label {
			return r[1:]
		}
	}
	t.Fatalf("no row %q in %q", label, rows)
	return nil
}

const plain = `
survey: Проверка
sample: вероятностная
missing: [99]
questions:
  - {id: пол, values: {1: муж, 2: жен}}
  - {id: да, text: Участвовали, values: {1: да, 0: нет}}
  - {id: формы, type: несколько, values: {а: Совет, б: Слушания, в: Письмо}}
  - {id: оценка, type: шкала, values: {1: плохо, 2: так себе, 3: средне, 4: хорошо, 5: отлично}}
`

func TestOneWay(t *testing.T) {
	a, err := mapOf(t, plain).Read("a.csv", sheetOf("Опрос", "пол;да;формы;оценка",
		"1;1;а|б;5", "2;0;б;4", "2;1;;99", "1;99;в|я;3", "2;0;а;", ";;;"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Report(Options{})
	if err != nil {
		t.Fatal(err)
	}
	// Shares are of those who answered: 2 of 4, not of 5; Wilson's interval of
	// 2 in 4 is 15.0–85.0.
	if got := row(t, tableOf(t, r, "Участвовали"), "да"); got[0] != "2" || got[1] != "50%" || got[2] != "15,0–85,0" {
		t.Errorf("участвовали: %q", got)
	}
	if got := row(t, tableOf(t, r, "Участвовали"), "Нет ответа"); got[0] != "1" {
		t.Errorf("нет ответа: %q", got)
	}
	// Of four who answered two said а; of five answers two are а.
	if got := row(t, tableOf(t, r, "формы"), "Совет"); got[0] != "2" || got[1] != "50%" || got[2] != "40%" {
		t.Errorf("формы: %q", got)
	}
	scale := tableOf(t, r, "оценка")
	if got := row(t, scale, "Среднее"); got[0] != "4" {
		t.Errorf("среднее %q", got)
	}
	if got := row(t, scale, "Положительных ответов (хорошо, отлично)"); !strings.HasPrefix(got[0], "66,6666") {
		t.Errorf("положительных %q", got)
	}
	// What the map does not know is listed.
	if len(a.Doubts) != 1 || a.Doubts[0] != (Doubt{6, "формы", "я"}) {
		t.Errorf("doubts %+v", a.Doubts)
	}
}

// CONTENT.md, section 2: weights 1.4 and 0.6 at half each → deff 1.16; one
// question's target gives w = (N_r/N)/(n_r/n).
func TestWeights(t *testing.T) {
	s := mapOf(t, "questions:\n  - {id: пол, values: {1: муж, 2: жен}}\n  - {id: да, values: {1: да, 0: нет}}\ntargets:\n  пол: {1: 700, 2: 300}\n")
	a, err := s.Read("a.csv", sheetOf("пол;да", "1;1", "1;0", "2;1", "2;1"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Report(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if w := a.Respondents[0].Weight; math.Abs(w-1.4) > 1e-9 {
		t.Errorf("weight %v, want 1.4", w)
	}
	if d := a.designEffect(all); math.Abs(d-1.16) > 1e-9 {
		t.Errorf("deff %v, want 1.16", d)
	}
	// да: 1.4 + 0.6 + 0.6 of 4.
	if got := row(t, tableOf(t, r, "да"), "да"); got[0] != "3" || got[1] != "65%" {
		t.Errorf("да: %q", got)
	}
	// Raking to two targets meets both.
	s = mapOf(t, "questions:\n  - {id: пол, values: {1: м, 2: ж}}\n  - {id: край, values: {1: с, 2: ю}}\ntargets:\n  пол: {1: 60, 2: 40}\n  край: {1: 30, 2: 70}\n")
	a, _ = s.Read("a.csv", sheetOf("пол;край", "1;1", "1;1", "1;2", "2;1", "2;2", "2;2", "2;2"))
	if fitted, err := a.weigh(); err != nil || !fitted {
		t.Fatal(fitted, err)
	}
	for at, want := range []float64{0.6, 0.3} {
		if got, _ := a.tabulate(at, all).share(0); math.Abs(got-want) > 1e-3 {
			t.Errorf("target %d: %v, want %v", at, got, want)
		}
	}
}

// CONTENT.md, section 2: 45/100 vs 30/100 → z 2.19: a letter; 32 and 30 of 100
// get none.
func TestBannerLetters(t *testing.T) {
	s := mapOf(t, "questions:\n  - {id: край, values: {1: север, 2: юг, 3: запад}}\n  - {id: да, values: {1: да, 0: нет}}\nbanner: [край]\n")
	rows := []string{"край;да"}
	for region, yes := range []int{55, 30, 32} {
		for i := range 100 {
			answer := "0"
			if i < yes {
				answer = "1"
			}
			rows = append(rows, string(rune('1'+region))+";"+answer)
		}
	}
	a, err := s.Read("a.csv", sheetOf(rows...))
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Report(Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := row(t, tableOf(t, r, "да – край"), "да")
	if got[0] != "39%" || got[1] != "55% BC" || got[2] != "30%" || got[3] != "32%" {
		t.Errorf("banner %q", got)
	}
}

func TestWaves(t *testing.T) {
	s := mapOf(t, "id: код\nquestions:\n  - {id: знаю, values: {да: да, нет: нет}}\n")
	before, _ := s.Read("a.csv", sheetOf("код;знаю", "1;нет", "2;нет", "3;нет", "4;нет", "5;нет", "6;да"))
	after, _ := s.Read("b.csv", sheetOf("код;знаю", "1;да", "2;да", "3;да", "4;да", "5;да", "7;да"))
	r, err := before.Report(Options{After: after})
	if err != nil {
		t.Fatal(err)
	}
	rows := tableOf(t, r, "До и после")
	for _, row := range rows {
		// Five changed to yes, none to no: exact McNemar 2·½⁵.
		if row[0] == "знаю" && row[1] == "да" {
			if row[4] != "+83,3" || row[6] != "0,0625" {
				t.Errorf("%q", row)
			}
			return
		}
	}
	t.Errorf("no row in %q", rows)
}

func TestErrors(t *testing.T) {
	for text, code := range map[string]string{
		"questions: [": "yaml",
		"survey: а":    "no-questions",
		"вопросы: []":  "field",
		"questions:\n  - {text: без кода}":                               "id",
		"questions:\n  - {id: а}\n  - {id: а}":                           "id",
		"questions:\n  - {id: а, type: круг}":                            "value",
		"questions:\n  - {id: а}\nbanner: б":                             "unknown-question",
		"questions:\n  - {id: а, values: {1: да}}\ntargets: {а: {2: 5}}": "target",
		"sample: большая\nquestions:\n  - {id: а}":                       "value",
	} {
		_, err := Load("map.yaml", []byte(text))
		var e *Error
		if !errors.As(err, &e) || e.Code != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
	s := mapOf(t, "id: код\nweight: вес\nquestions:\n  - {id: а, values: {1: да}}")
	for text, code := range map[string]string{
		"а;код":                     "no-column",
		"а;код;вес":                 "empty",
		"а;код;вес\n1;р1;тяжёлый":   "weight",
		"а;код;вес\n1;р1;1\n1;р1;1": "twice",
	} {
		_, err := s.Read("a.csv", sheetOf(strings.Split(text, "\n")...))
		var e *Error
		if !errors.As(err, &e) || e.Code != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
}

// The numbers that explain a cell add up to it, in each cell of the sample.
func TestCellsAddUp(t *testing.T) {
	dir := filepath.Join("..", "..", "cmd", "internal", "sample", "survey")
	text, err := os.ReadFile(filepath.Join(dir, "карта.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "ответы.csv"))
	if err != nil {
		t.Fatal(err)
	}
	sheets, _, err := sheet.Read(t.Context(), "ответы.csv", data)
	if err != nil {
		t.Fatal(err)
	}
	a, err := mapOf(t, string(text)).Read("ответы.csv", sheets)
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Report(Options{})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, b := range r.Blocks {
		tab, ok := b.(*table.Table)
		if !ok {
			continue
		}
		for _, row := range tab.Rows {
			for _, c := range row {
				if c.Basis == nil {
					continue
				}
				e := c.Basis.Explain()
				if e.Formula != "" {
					continue
				}
				n := 0
				for _, it := range e.Items {
					n += it.Count
				}
				if c.Format == table.FormatInteger && float64(n) != c.Value || c.Format == table.FormatNone && n != 0 {
					t.Errorf("%s: %v, but its evidence has %d", e.What, c.Value, n)
				}
				checked++
			}
		}
	}
	if checked < 50 {
		t.Errorf("%d cells with evidence", checked)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(plain))
	f.Add([]byte("questions:\n  - {id: а, values: {1: да}}\ntargets: {а: {1: 5}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Load("map.yaml", data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		if a, err := s.Read("a.csv", sheetOf("пол;да;формы;оценка", "1;1;а|б;5", "2;0;б;4")); err == nil {
			a.Report(Options{})
		}
	})
}

func BenchmarkReport(b *testing.B) {
	s, _ := Load("map.yaml", []byte(plain+"banner: [пол]\n"))
	rows := []string{"пол;да;формы;оценка"}
	for i := range 5000 {
		rows = append(rows, string(rune('1'+i%2))+";"+string(rune('0'+i%3%2))+";а|б;"+string(rune('1'+i%5)))
	}
	sheets := sheetOf(rows...)
	for b.Loop() {
		a, err := s.Read("a.csv", sheets)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := a.Report(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
