package index_test

import (
	"bufio"
	"context"
	"encoding/json"
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

// A question with the articles that answer it: «357» or, where several codes
// are asked, «tk:81».
type question struct {
	Question string   `json:"question"`
	Kind     string   `json:"kind"`
	Articles []string `json:"expected_articles"`
	Headings []string `json:"expected_headings"`
}

func questions(t testing.TB, name string) []question {
	t.Helper()
	if raced {
		t.Skip("ranking is measured without the race detector")
	}
	f, err := os.Open(filepath.Join(dataDir(t), "bench", "search", name))
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
		qs = append(qs, q)
	}
	return qs
}

// library makes an indexed corpus of files of the data.
func library(t testing.TB, files ...string) (*store.Store, *index.Index) {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for _, f := range files {
		f = filepath.Join(dataDir(t), filepath.FromSlash(f))
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

// articles are those of the hits, each once, in order.
func articles(hits []index.Hit, name func(index.Hit) string) []string {
	var out []string
	for _, h := range hits {
		first, _, _ := strings.Cut(string(h.Address), "/")
		num, ok := strings.CutPrefix(first, "ст.")
		if a := name(h) + num; ok && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// A score is what a set of questions reaches.
type score struct {
	n                int
	mrr, at1, at5, r float64 // recall@1, @5, @10
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
	}{{1, &s.at1}, {5, &s.at5}, {10, &s.r}} {
		if rank <= c.k {
			*c.f++
		}
	}
}

func (s *score) log(t *testing.T, name string) {
	n := float64(max(s.n, 1))
	t.Logf("%-28s n=%d MRR %.3f recall@1 %.3f @5 %.3f @10 %.3f", name, s.n, s.mrr/n, s.at1/n, s.at5/n, s.r/n)
}

// rank is the place of the first right article among those found, 0 if it is
// not there.
func rank(found, right []string) int {
	return slices.IndexFunc(found, func(a string) bool { return slices.Contains(right, a) }) + 1
}

// The questions to the Tax code, beside what SQLite's FTS5 reaches on them:
// recall@10 0.887 (47 of 53).
func TestRankTaxCode(t *testing.T) {
	qs := questions(t, "kz-taxcode-questions.jsonl")
	st, ix := library(t, "acts/kz-office/Налоговый.docx")
	d, err := st.Get(context.Background(), entries(t, st)[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	// How many articles bear a heading: «Общие положения» is no question to be
	// answered.
	bearers := map[string]int{}
	for _, u := range d.All() {
		if u.Kind == corpus.KindArticle {
			bearers[strings.ToLower(u.Title)]++
		}
	}
	all, clear, vague := score{}, map[string]*score{}, score{}
	for _, q := range qs {
		res, err := ix.Search(context.Background(), index.Request{Query: q.Question, Limit: 150}, st)
		if err != nil {
			t.Fatal(q.Question, err)
		}
		found := articles(res.Hits, func(index.Hit) string { return "" })
		r := rank(found, q.Articles)
		all.add(r)
		if slices.ContainsFunc(q.Headings, func(h string) bool { return bearers[strings.ToLower(h)] > 10 }) {
			vague.add(r)
		} else {
			if clear[q.Kind] == nil {
				clear[q.Kind] = &score{}
			}
			clear[q.Kind].add(r)
			if clear["all"] == nil {
				clear["all"] = &score{}
			}
			clear["all"].add(r)
		}
		if r != 1 {
			t.Logf("%3d  %s: want %v, got %v", r, q.Question, q.Articles, found[:min(5, len(found))])
		}
	}
	for k, s := range clear {
		s.log(t, k)
	}
	vague.log(t, "of more than ten articles")
	all.log(t, "all 53")
	if n := float64(all.n); all.r/n < 0.887 || all.mrr/n < 0.65 {
		t.Errorf("worse than SQLite's FTS5: recall@10 %.3f, MRR %.3f", all.r/n, all.mrr/n)
	}
}

func TestRankRussianCodes(t *testing.T) {
	qs := questions(t, "ru-codes-questions.jsonl")
	st, ix := library(t, "acts/ru-html/102074279.html", "acts/ru-html/102038925.html", "acts/ru-html/102090645.html")
	codes := map[string]string{}
	for _, e := range entries(t, st) {
		for word, code := range map[string]string{"Трудовой": "tk:", "Семейный": "sk:", "Жилищный": "jk:"} {
			if strings.Contains(e.Meta.Title, word) {
				codes[e.ID] = code
			}
		}
	}
	all := score{}
	for _, q := range qs {
		res, err := ix.Search(context.Background(), index.Request{Query: q.Question, Limit: 150}, st)
		if err != nil {
			t.Fatal(q.Question, err)
		}
		found := articles(res.Hits, func(h index.Hit) string { return codes[h.Document] })
		r := rank(found, q.Articles)
		all.add(r)
		if r != 1 {
			t.Logf("%3d  %s: want %v, got %v", r, q.Question, q.Articles, found[:min(5, len(found))])
		}
	}
	all.log(t, "all 33")
	if n := float64(all.n); all.r/n < 0.7 || all.mrr/n < 0.5 {
		t.Errorf("recall@10 %.3f, MRR %.3f", all.r/n, all.mrr/n)
	}
}

func entries(t testing.TB, st *store.Store) []store.Entry {
	t.Helper()
	list, err := st.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return list
}
