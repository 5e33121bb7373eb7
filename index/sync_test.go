package index_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/store"
	"svod/index"
)

const law = `Закон
О садах

Статья 1. Сад
1. Сад открыт для посетителей.
2. Вход с собаками не допускается.

Статья 2. Отчет
1. Хранитель сада публикует годовой отчет.
`

func add(t *testing.T, st *store.Store, name, text string) *corpus.Document {
	t.Helper()
	src, err := extract.Bytes(context.Background(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	if _, err := st.Add(context.Background(), d, []byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

// hits syncs and searches.
func hits(t *testing.T, ix *index.Index, st *store.Store, q string) int {
	t.Helper()
	if err := ix.Sync(context.Background(), st, nil); err != nil {
		t.Fatal(err)
	}
	res, err := ix.Search(context.Background(), index.Request{Query: q}, st)
	if err != nil {
		t.Fatal(err)
	}
	return res.Total.Units
}

func TestSyncFollowsTheStore(t *testing.T) {
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if n := hits(t, ix, st, "сад"); n != 0 {
		t.Errorf("an empty corpus has %d", n)
	}
	d := add(t, st, "сады.txt", law)
	if n := hits(t, ix, st, `"не допускается"`); n != 1 {
		t.Errorf("after adding: %d", n)
	}
	if n := hits(t, ix, st, `"допускается отчет"`); n != 0 {
		t.Errorf("a phrase across units: %d", n)
	}
	called := false
	if err := ix.Sync(ctx, st, func(int, int) { called = true }); err != nil || called {
		t.Errorf("work with nothing to do (%v)", err)
	}
	add(t, st, "леса.txt", "Закон\nО лесах\n\nСтатья 1. Лес\nЛес открыт.\n")
	if n := hits(t, ix, st, "открыт"); n != 2 {
		t.Errorf("after adding another: %d", n)
	}
	if err := st.Remove(ctx, d.ID); err != nil {
		t.Fatal(err)
	}
	if n := hits(t, ix, st, "открыт"); n != 1 {
		t.Errorf("after removing: %d", n)
	}
}

func TestDamagedIndexIsBuiltAnew(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	add(t, st, "сады.txt", law)
	for _, damage := range []func(dir string) error{
		os.RemoveAll,
		func(dir string) error { return os.Remove(filepath.Join(dir, "index_meta.json")) },
		func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "store", "root.bolt"), []byte("x"), 0o600)
		},
		func(dir string) error {
			files, _ := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
			for _, f := range files {
				if err := os.Truncate(f, 10); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		ix, err := index.Open(st.IndexDir())
		if err != nil {
			t.Fatal(err)
		}
		hits(t, ix, st, "сад")
		ix.Close()
		if err := damage(st.IndexDir()); err != nil {
			t.Fatal(err)
		}
		if ix, err = index.Open(st.IndexDir()); err != nil {
			t.Fatal(err)
		}
		if n := hits(t, ix, st, "отчет"); n != 2 {
			t.Errorf("%d, want the heading and the clause", n)
		}
		if ix.Rebuilt() == index.ReasonNone {
			t.Error("was not built anew")
		}
		ix.Close()
	}
}
