package study

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/compare/table"
)

// reports are what commands of the tests make.
func reports(args []string) (*table.Report, error) {
	if args[0] == "bad" {
		return nil, os.ErrNotExist
	}
	return &table.Report{
		Blocks: []table.Block{
			&table.Table{Caption: "Паспорт", Rows: [][]table.Cell{{table.Text("Документов"), table.Int(1234)}}},
			&table.Table{Caption: "Категории", Head: [][]table.Cell{{table.Bold("Категория"), table.Bold("Доля, %")}},
				Rows: [][]table.Cell{{table.Text("Слушания"), table.Percent(0.125)}, {table.Text("Отчёт"), table.None()}, {table.Text("План"), table.Missing()}}},
			&table.Chart{Caption: "Категории: рисунок", Labels: []string{"а"}, Series: []table.Series{{Values: []float64{1}}}},
		},
		Made: []table.Fact{{Name: "Корпус", Value: args[len(args)-1]}},
	}, nil
}

func composed(t *testing.T, text string) (string, error) {
	t.Helper()
	c, err := Load("глава.yaml", []byte(text))
	if err != nil {
		return "", err
	}
	r, err := c.Compose(reports)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := table.Write(&b, "md", r); err != nil {
		t.Fatal(err)
	}
	return b.String(), nil
}

func TestCompose(t *testing.T) {
	out, err := composed(t, `
study: Глава
blocks:
  - heading: Итоги по {а.Документов}
  - run: count "мой файл.yaml" --by 'два слова'
    as: а
    take:
      - {table: КАТЕГОРИИ, caption: Свои слова, rows: 2}
      - {figure: рисунок}
  - text: |
      Слушания названы в {а.Категории/слушания/доля}, план – {а.Категории/План/Доля}.

      Корпус: {а.Корпус}; {скобки} остаются.
  - run: [list, без имени]
    take: []
`)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Итоги по 1 234", "Свои слова", "Отчёт", "… + 1", "Слушания названы в 12,5 %, план – н.д.", "Корпус: два слова; {скобки}", "Рисунок 1. Категории: рисунок"} {
		if !strings.Contains(strings.ReplaceAll(out, "\u00a0", " "), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "Паспорт") || strings.Count(out, "Таблица") != 1 {
		t.Errorf("more was taken than asked for:\n%s", out)
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]struct {
		code string
		line int
	}{
		"study: [":                              {"yaml", 0},
		"study: а":                              {"empty", 1},
		"глава: а":                              {"field", 1},
		"blocks:\n  - heading: а\n    text: б":  {"block", 2},
		"blocks:\n  - heading: а\n    level: 9": {"block", 2},
		"blocks:\n  - text: а\n    as: б":       {"block", 2},
		"blocks:\n  - run: count \"а":           {"command", 2},
		"blocks:\n  - {run: count, as: а}\n  - {run: freq, as: а}": {"name", 3},
		"blocks:\n  - run: count\n    take:\n      - Чего нет":     {"caption", 4},
		"blocks:\n  - text: Их {б.Документов}":                     {"number", 2},
		"blocks:\n  - {run: count, as: б}\n  - text: Их {б.Нет}":   {"number", 3},
	} {
		_, err := composed(t, text)
		var e *Error
		if !errors.As(err, &e) || e.Code != want.code || want.line > 0 && e.Line != want.line {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
	if _, err := composed(t, "blocks:\n  - run: bad"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what the runner said is lost: %v", err)
	}
}

func TestSplit(t *testing.T) {
	for line, want := range map[string][]string{
		`a b`: {"a", "b"}, ` a  "b c"'d e' f `: {"a", "b cd e", "f"}, `--x "" y`: {"--x", "", "y"}, ``: nil,
	} {
		if got, ok := Split(line); !ok || !slices.Equal(got, want) {
			t.Errorf("Split(%q) = %q, %v", line, got, ok)
		}
	}
}

func FuzzLoad(f *testing.F) {
	data, err := os.ReadFile(filepath.Join("..", "..", "cmd", "internal", "sample", "исследование.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("blocks:\n  - {run: [a, b], take: {table: а, rows: 3}}\n  - text: '{а.б/в/г}'"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Load("a.yaml", data)
		if err == nil {
			_, err = c.Compose(reports)
		}
		var e *Error
		if err != nil && !errors.As(err, &e) && !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("%T %v", err, err)
		}
	})
}
