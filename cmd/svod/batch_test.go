package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
)

// svod runs a command in this process and returns what it printed.
func svod(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(append(args, "--lang", "ru"), strings.NewReader(""), &out, &errs); code != want {
		t.Fatalf("svod %s: exit code %d, want %d\n%s", strings.Join(args, " "), code, want, errs.String())
	}
	return out.String()
}

// The numbers of a batch hold together: the cells of a query add up to its
// total, each is the number of its provisions, and a search for the query
// alone gives the same.
func TestBatchReconciles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	rules := func(n, more string) string {
		return "# Правила сада № " + n + "\n\n### Статья 1. Сад\n\n1. Сад открыт для посетителей сада.\n\n2. В саду не допускается шум.\n\n### Статья 2. Садовник\n\n" +
			"Садовник обязан:\n\n1) поливать сад;\n\n2) запирать ворота" + more + ".\n"
	}
	t.Setenv("SVOD_CORPUS", dir)
	svod(t, 0, "add", "-q", write("a.md", rules("1", "")), write("b.md", rules("2", " сада")), write("c.md", "# О шуме\n\n### Статья 1. Шум\n\nШум не допускается.\n"))
	queries := []string{"сад", "\"не допускается\"", "ворота сад", "садовник ИЛИ шум", "сад название:шум", "ст. 1", "телепортация"}
	list := write("q.txt", strings.Join(queries, "\n"))
	book := filepath.Join(dir, "q.xlsx")
	svod(t, 0, "search", "--batch", list, "-o", book)

	src, err := extract.File(t.Context(), book)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[int][]corpus.Line{}
	for _, l := range src.Lines {
		if l.Table > 0 {
			tables[l.Table] = append(tables[l.Table], l)
		}
	}
	number := func(s string) int {
		n, err := strconv.Atoi(strings.ReplaceAll(strings.ReplaceAll(s, "\u00a0", ""), " ", ""))
		if err != nil && s != "н/п" {
			t.Errorf("%q is no number", s)
		}
		return n
	}
	cell := func(l corpus.Line, i int) string { return l.Cells[i].Text }
	provisions := map[string]int{} // rows, by query and document
	mentions := map[string]int{}
	for _, l := range tables[3][1:] {
		if len(l.Cells) < 12 {
			continue // a note
		}
		provisions[cell(l, 0)+" "+cell(l, 2)]++
		mentions[cell(l, 0)+" "+cell(l, 2)] += number(cell(l, 7))
	}
	titles := []string{"О шуме", "Правила сада № 1", "Правила сада № 2"}
	for at, rows := range map[int]map[string]int{1: provisions, 2: mentions} {
		for i, q := range queries {
			l := tables[at][i+1]
			if cell(l, 1) != q {
				t.Fatalf("row %d is of %q, want %q", i, cell(l, 1), q)
			}
			sum := 0
			for k, title := range titles {
				n := number(cell(l, 7+k))
				sum += n
				if have := rows[cell(l, 0)+" "+title]; have != n {
					t.Errorf("%s, %s: %d in the summary, %d in the provisions", q, title, n, have)
				}
			}
			if total := number(cell(l, 2+2*(at-1))); total != sum {
				t.Errorf("%s: the cells add up to %d, the total says %d", q, sum, total)
			}
			code := 0
			if sum == 0 {
				code = exitNothing
			}
			var one struct {
				Relaxed bool
				Total   struct{ Occurrences, Units, Norms, Documents int }
			}
			if err := json.Unmarshal([]byte(svod(t, code, "search", q, "-n", "0", "--format", "json")), &one); err != nil {
				t.Fatal(err)
			}
			want := []int{one.Total.Units, one.Total.Norms, one.Total.Occurrences, one.Total.Documents}
			for k, n := range want {
				if got := number(cell(l, 2+k)); got != n || one.Relaxed {
					t.Errorf("%s, column %d: %d in the batch, %d in the search (relaxed %v)", q, k, got, n, one.Relaxed)
				}
			}
		}
	}
}
