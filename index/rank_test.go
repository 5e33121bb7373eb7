package index_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/store"
	"svod/index"
)

// How well the articles that answer a question are found, beside bleve's stock
// Russian analyzer and SQLite's FTS5 on the same texts (baseline_test.go). The
// golden files in testdata show every change of ranking in review: the rank of
// the first right article for each question, and what they come to.

var update = flag.Bool("update", false, "rewrite the golden files")

// A question with the articles that answer it: «357», or «tk:81» where several
// acts are asked.
type question struct {
	ID       string   `json:"id"`
	Set      string   `json:"set"`
	Question string   `json:"question"`
	Kind     string   `json:"kind"`
	Articles []string `json:"expected_articles"`
	Headings []string `json:"expected_headings"`
}

// A benchmark is questions to the acts of a folder.
type benchmark struct {
	name string
	acts []string // patterns of files in the data
	// What the questions call the acts, by a part of the file's name. Two
	// editions of one act have one name; acts without name are only in the way.
	names map[string]string
	// groups are those that a question is counted in besides «all».
	groups func(q question) []string
}

// The questions to the Tax code of Kazakhstan: those of an accountant, and
// headings put as questions. The heading of some is borne by more than ten
// articles: «Общие положения» is no question to be answered.
func TestRankTaxCode(t *testing.T) {
	qs := questions(t, filepath.Join(dataDir(t), "bench", "search", "kz-taxcode-questions.jsonl"))
	b := benchmark{name: "taxcode", acts: []string{"kz-office/*"}, names: map[string]string{"Налоговый": ""}}
	st, ix := b.open(t)
	bearers := map[string]int{}
	for _, d := range documents(t, st) {
		if name, ok := b.named(d.Source.Name); !ok || name != "" {
			continue
		}
		for _, u := range d.All() {
			if u.Kind == corpus.KindArticle {
				bearers[strings.ToLower(u.Title)]++
			}
		}
	}
	b.groups = func(q question) []string {
		if slices.ContainsFunc(q.Headings, func(h string) bool { return bearers[strings.ToLower(h)] > 10 }) {
			return []string{"heading of more than ten"}
		}
		return []string{"heading of at most ten", map[string]string{"manual": "- by hand", "title-derived": "- from headings"}[q.Kind]}
	}
	b.run(t, qs, st, ix)
}

// The questions to the Labour, Family and Housing codes of Russia.
func TestRankRussianCodes(t *testing.T) {
	qs := questions(t, filepath.Join(dataDir(t), "bench", "search", "ru-codes-questions.jsonl"))
	b := benchmark{name: "rucodes", acts: []string{"ru-html/*"}, names: map[string]string{"102074279": "tk:", "102038925": "sk:", "102090645": "jk:"}}
	st, ix := b.open(t)
	b.run(t, qs, st, ix)

	own := benchmark{name: "own-rf", acts: b.acts, names: b.names, groups: kinds}
	own.run(t, ownQuestions(t, "rf"), st, ix)
}

// Questions of our own, on which the weights were found: testdata/README.md
// says how they were made.
func TestRankOwn(t *testing.T) {
	for _, b := range []benchmark{
		{name: "own-kz", acts: []string{"kz-text/*", "kz-office/З*", "kz-adilet-docx/*/*", "kz-ngo/*"}, groups: kinds, names: map[string]string{
			"labor_code": "tk:", "ЗЕМЕЛЬНЫЙ": "zk:", "АТОМНОЙ": "ae:", "constitution": "k:", "z1100000413": "gi:", "public-councils": "os:",
			"social-order": "gz:", "access-to-information": "di:", "public-associations": "oo:", "non-commercial": "nko:",
		}},
		{name: "own-other", acts: []string{"kg-text/*", "ru-doc/*", "ru-html/102107048*"}, groups: kinds, names: map[string]string{
			"Семейный": "sk:", "Земельный": "zk:", "102107048": "vk:", "fz_59": "ob:", "fz_2202": "pr:",
		}},
	} {
		t.Run(b.name, func(t *testing.T) {
			qs := ownQuestions(t, strings.TrimPrefix(b.name, "own-"))
			st, ix := b.open(t)
			b.run(t, qs, st, ix)
		})
	}
}

func kinds(q question) []string { return []string{q.Kind} }

func ownQuestions(t testing.TB, set string) []question {
	t.Helper()
	qs := questions(t, filepath.Join("testdata", "questions.jsonl"))
	return slices.DeleteFunc(qs, func(q question) bool { return q.Set != set })
}

func questions(t testing.TB, file string) []question {
	t.Helper()
	if raced {
		t.Skip("ranking is measured without the race detector")
	}
	f, err := os.Open(file)
	if err != nil {
		t.Skip("no questions: ", err)
	}
	defer f.Close()
	var qs []question
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if q.ID == "" {
			q.ID = fmt.Sprintf("%02d", len(qs)+1)
		}
		qs = append(qs, q)
	}
	return qs
}

// named returns what the questions call the act in a file.
func (b *benchmark) named(file string) (string, bool) {
	for part, name := range b.names {
		if strings.Contains(filepath.Base(file), part) {
			return name, true
		}
	}
	return "", false
}

// open makes an indexed corpus of the acts.
func (b *benchmark) open(t testing.TB) (*store.Store, *index.Index) {
	t.Helper()
	var files []string
	for _, pattern := range b.acts {
		fs, _ := filepath.Glob(filepath.Join(dataDir(t), "acts", filepath.FromSlash(pattern)))
		if len(fs) == 0 {
			t.Skipf("acts/%s is not here", pattern)
		}
		files = append(files, fs...)
	}
	return library(t, files...)
}

// library makes an indexed corpus of files.
func library(t testing.TB, files ...string) (*store.Store, *index.Index) {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Skip(err)
		}
		src, err := extract.File(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := parse.Parse(src)
		if _, err := st.Add(ctx, d, data); err != nil {
			t.Fatal(err)
		}
	}
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	if err := ix.Sync(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	return st, ix
}

func entries(t testing.TB, st *store.Store) []store.Entry {
	t.Helper()
	list, err := st.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func documents(t testing.TB, st *store.Store) []*corpus.Document {
	t.Helper()
	var out []*corpus.Document
	for _, e := range entries(t, st) {
		d, err := st.Get(context.Background(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// deep is how far down an article may stand to be told from one not found.
const deep = 30

// A system answers a question with the names of articles, best first.
type system struct {
	name string
	ask  func(question string) []string
}

func (b *benchmark) run(t *testing.T, qs []question, st *store.Store, ix *index.Index) {
	docs := documents(t, st)
	name := map[string]string{} // by document
	for _, d := range docs {
		n, ok := b.named(d.Source.Name)
		if !ok {
			n = d.ID + ":" // no question asks for it
		}
		name[d.ID] = n
	}
	ours := func(q string) []string {
		var out []string
		req := index.Ordered(q, func(document string, address corpus.Address) {
			first, _, _ := strings.Cut(string(address), "/")
			if num, ok := strings.CutPrefix(first, "ст."); ok {
				out = append(out, name[document]+num)
			}
		})
		if _, err := ix.Search(context.Background(), req, st); err != nil {
			t.Fatal(q, err)
		}
		return out
	}
	texts := bodies(docs, name)
	systems := []system{{"svod", ours}, bleveRussian(t, texts), ftsFive(t, texts)}

	var out bytes.Buffer
	fmt.Fprintf(&out, "# %d questions to %s, %d articles: rank of the first right one, - beyond %d\n", len(qs), strings.Join(b.acts, ", "), len(texts), deep)
	columns := func() {
		for _, s := range systems {
			fmt.Fprintf(&out, "%9s", s.name)
		}
	}
	fmt.Fprintf(&out, "%-12s", "question")
	columns()
	fmt.Fprintln(&out, "  wanted")
	scores := map[string][]score{}
	order := []string{"all"}
	for _, q := range qs {
		fmt.Fprintf(&out, "%-12s", q.ID)
		groups := []string{"all"}
		if b.groups != nil {
			groups = append(groups, b.groups(q)...)
		}
		for i, s := range systems {
			found := s.ask(q.Question)
			r := rank(found, q.Articles)
			if r == 0 {
				fmt.Fprintf(&out, "%9s", "-")
			} else {
				fmt.Fprintf(&out, "%9d", r)
			}
			for _, g := range groups {
				if scores[g] == nil {
					scores[g] = make([]score, len(systems))
					if g != "all" {
						order = append(order, g)
					}
				}
				scores[g][i].add(r)
			}
			if i == 0 && r != 1 {
				t.Logf("%3d  %s: want %v, got %v", r, q.Question, q.Articles, slices.Compact(found)[:min(8, len(slices.Compact(found)))])
			}
		}
		fmt.Fprintln(&out, "  "+strings.Join(q.Articles, ", "))
	}
	fmt.Fprintf(&out, "\n%-42s", "")
	columns()
	fmt.Fprintln(&out)
	slices.Sort(order[1:])
	for _, g := range order {
		for i, m := range measures {
			title, n := "", ""
			if i == 0 {
				title, n = g, fmt.Sprint(scores[g][0].n)
			}
			fmt.Fprintf(&out, "%-26s%4s  %-10s", title, n, m.name)
			for _, s := range scores[g] {
				fmt.Fprintf(&out, "%9.3f", m.of(s)/float64(s.n))
			}
			fmt.Fprintln(&out)
		}
	}
	golden(t, "rank-"+b.name+".txt", out.Bytes())
}

// rank is the place of the first right article among those found, each counted
// once; 0 if it is not there.
func rank(found, right []string) int {
	seen := map[string]bool{}
	for _, a := range found {
		seen[a] = true
		switch {
		case len(seen) > deep:
			return 0
		case slices.Contains(right, a):
			return len(seen)
		}
	}
	return 0
}

// A score is what a set of questions reaches: sums over them.
type score struct {
	n                   int
	at1, at5, at10, mrr float64
}

var measures = []struct {
	name string
	of   func(score) float64
}{
	{"recall@1", func(s score) float64 { return s.at1 }},
	{"recall@5", func(s score) float64 { return s.at5 }},
	{"recall@10", func(s score) float64 { return s.at10 }},
	{"MRR", func(s score) float64 { return s.mrr }},
}

func (s *score) add(rank int) {
	s.n++
	if rank == 0 {
		return
	}
	s.mrr += 1 / float64(rank)
	for _, c := range []struct {
		k int
		f *float64
	}{{1, &s.at1}, {5, &s.at5}, {10, &s.at10}} {
		if rank <= c.k {
			*c.f++
		}
	}
}

// golden compares with a file in testdata, or rewrites it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(want, got) {
		return
	}
	t.Errorf("%s differs; -update rewrites it", file)
	// The lines that are not in the other, in order: enough to see what moved.
	told := func(sign string, a, b []byte) {
		have := map[string]bool{}
		for l := range strings.Lines(string(b)) {
			have[l] = true
		}
		for l := range strings.Lines(string(a)) {
			if !have[l] {
				t.Log(sign, strings.TrimRight(l, "\n"))
			}
		}
	}
	told("-", want, got)
	told("+", got, want)
}
