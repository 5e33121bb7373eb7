package index_test

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
	"svod/corpus/store"
	"svod/index"
)

// Two acts of the data print no title; a user sets it.
var untitled = map[string]string{
	"labor_code_kz.txt":   "Трудовой кодекс Республики Казахстан",
	"constitution_kz.txt": "Конституция Республики Казахстан 1995 года",
}

// Every address of testdata/addresses.tsv, as people type them, is answered by
// its provision, first, among all acts of the data.
func TestAddresses(t *testing.T) {
	if raced {
		t.Skip("reads all acts, without the race detector")
	}
	st, files := everyAct(t)
	ix, err := index.Open(st.IndexDir())
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	f, err := os.Open(filepath.Join("testdata", "addresses.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		n++
		want := strings.Split(lines.Text(), "\t")
		res, err := ix.Search(context.Background(), index.Request{Query: want[0], Limit: 1, Fold: true}, st)
		switch {
		case err != nil:
			t.Errorf("%s: %v", want[0], err)
		case len(res.Hits) == 0 || !res.Address:
			t.Errorf("%s: nothing, read as %s", want[0], res.Understood)
		default:
			h := res.Hits[0]
			if files[h.Document] != want[1] || h.Address != corpus.Address(want[2]) || !strings.Contains(h.Text, want[3]) {
				t.Errorf("%s: %s %s %.60q, want %q", want[0], files[h.Document], h.Address, h.Text, want[1:])
			}
		}
	}
	if n < 100 {
		t.Errorf("%d addresses, 100 are promised", n)
	}
}

// everyAct makes a corpus of all acts of the data. It has no index: addresses
// need none.
func everyAct(t *testing.T) (st *store.Store, files map[string]string) {
	ctx := context.Background()
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	files = map[string]string{}
	err = filepath.WalkDir(filepath.Join(dataDir(t), "acts"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		src, err := extract.File(ctx, path)
		if err != nil {
			return err
		}
		d, _ := parse.Parse(src)
		if _, err := st.Add(ctx, d, data); err != nil {
			return err
		}
		files[d.ID] = e.Name()
		if title := untitled[e.Name()]; title != "" {
			return errors.Join(st.Set(ctx, d.ID, "title", title), st.Set(ctx, d.ID, "jurisdiction", "KZ"))
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return st, files
}
