package index_test

import (
	"context"
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

func TestMain(m *testing.M) {
	extract.Worker()
	if what, dir, ok := strings.Cut(os.Getenv("SVOD_INDEX_CHILD"), "\n"); ok {
		child(what, dir)
		return
	}
	os.Exit(m.Run())
}

// dataDir finds the folder of real documents beside the repository.
func dataDir(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		d := filepath.Join(dir, "shared", "data")
		if fi, err := os.Stat(d); err == nil && fi.IsDir() {
			return d
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("shared/data is not here")
		}
		dir = up
	}
}

// open makes a corpus of the acts on NGOs, with its index.
func open(t testing.TB) (*store.Store, *index.Index) {
	t.Helper()
	return corpusOf(t, filepath.Join(dataDir(t), "acts", "kz-ngo", "*.md"))
}

// corpusOf makes a corpus of files, with its index.
func corpusOf(t testing.TB, patterns ...string) (*store.Store, *index.Index) {
	t.Helper()
	var files []string
	for _, p := range patterns {
		found, _ := filepath.Glob(p)
		if len(found) == 0 {
			t.Skipf("%s is not here", p)
		}
		files = append(files, found...)
	}
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for _, f := range files {
		src, err := extract.File(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(f)
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

func search(t testing.TB, ix *index.Index, st *store.Store, q string) *index.Result {
	t.Helper()
	res, err := ix.Search(context.Background(), index.Request{Query: q}, st)
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	for i, h := range res.Hits {
		if i < 6 {
			t.Logf("%s | %.60s %s %s | %s | %.2f | %.150q %v | %q", q, h.Title, h.Edition, h.Language, h.Citation, h.Score, h.Text, h.Matches, h.Path)
		}
	}
	t.Logf("%s: %+v relaxed %v, %s", q, res.Total, res.Relaxed, res.Understood)
	return res
}

// The acts on NGOs are read and indexed once for all these tests.
func TestReal(t *testing.T) {
	st, ix := open(t)
	for name, f := range map[string]func(*testing.T, *store.Store, *index.Index){
		"words": testRealWords, "negation": testRealPhraseWithNegation, "address": testRealAddress, "relaxed": testRelaxed, "first": testFirstHits, "expected": testExpected, "nothing is lost": testNothingIsLost, "same words": testSameWords,
	} {
		t.Run(name, func(t *testing.T) { f(t, st, ix) })
	}
}

func testRealWords(t *testing.T, st *store.Store, ix *index.Index) {
	res := search(t, ix, st, "общественный контроль")
	if len(res.Hits) == 0 || res.Relaxed || res.Total.Units != len(res.Hits) {
		t.Fatalf("%d hits, %+v", len(res.Hits), res.Total)
	}
	for _, h := range res.Hits {
		if len(h.Matches) == 0 {
			t.Errorf("%s %s has no match", h.Document, h.Address)
		}
	}
}

func testRealPhraseWithNegation(t *testing.T, st *store.Store, ix *index.Index) {
	res := search(t, ix, st, `"не допускается"`)
	if len(res.Hits) == 0 {
		t.Fatal("nothing")
	}
	for _, h := range res.Hits {
		for i := 0; i+1 < len(h.Matches); i += 2 {
			a, b := h.Matches[i], h.Matches[i+1]
			if got := strings.ToLower(h.Text[a[0]:a[1]]); got != "не" {
				t.Errorf("%s %s: %q before %q", h.Title, h.Address, got, h.Text[b[0]:b[1]])
			}
		}
	}
}

func testRealAddress(t *testing.T, st *store.Store, ix *index.Index) {
	res := search(t, ix, st, "пп 4 п 2 ст 7 закона об общественных советах")
	var got []string
	for _, h := range res.Hits {
		if h.Address != corpus.Address("ст.7/п.2/пп.4") {
			t.Errorf("%s", h.Address)
		}
		got = append(got, h.Edition[:min(4, len(h.Edition))]+" "+h.Language)
	}
	if want := []string{"2021 ru", "2019 ru", "2019 kk"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func testRelaxed(t *testing.T, st *store.Store, ix *index.Index) {
	if res := search(t, ix, st, "общественный совет аэродром"); !res.Relaxed || len(res.Hits) == 0 {
		t.Errorf("relaxed %v, %d hits", res.Relaxed, len(res.Hits))
	}
	if res := search(t, ix, st, "аэродром"); res.Relaxed || len(res.Hits) > 0 {
		t.Errorf("relaxed %v, %d hits", res.Relaxed, len(res.Hits))
	}
}
