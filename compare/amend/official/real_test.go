package official

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"svod/compare/amend"
	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// dataFile finds a file of the real documents; without them the test is skipped.
func dataFile(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("SVOD_DATA")
	for dir, _ := os.Getwd(); root == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if d := filepath.Join(dir, "shared", "data"); exists(d) {
			root = d
		}
	}
	name = filepath.Join(root, filepath.FromSlash(name))
	if root == "" || !exists(name) {
		t.Skipf("no %s in the data folder", name)
	}
	return name
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func load(t testing.TB, name string) *corpus.Document {
	t.Helper()
	src, err := extract.File(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	return d
}

// twoLaws is a draft of more than seventy operations on two real laws.
func twoLaws(t testing.TB) (*amend.Draft, []*corpus.Document, *Note) {
	t.Helper()
	order := load(t, dataFile(t, "acts/kz-ngo/rus-23601_social-order_ed-2022.md"))
	councils := load(t, dataFile(t, "acts/kz-ngo/rus-95138_public-councils_ed-2019.md"))
	d := amend.Read(load(t, filepath.Join("..", "testdata", "two-laws.txt")))
	if len(d.Acts) != 2 {
		t.Fatalf("%d acts", len(d.Acts))
	}
	note := ReadNote(load(t, filepath.Join("..", "testdata", "two-laws-note.txt")).Source)
	return d, []*corpus.Document{order, councils}, note
}

// The tables of a long draft are complete, whichever rows they have, and every
// reason of the note finds its rows.
func TestTwoLaws(t *testing.T) {
	d, laws, note := twoLaws(t)
	for _, byOperation := range []bool{false, true} {
		tab := Make(d, laws, note, Options{ByOperation: byOperation})
		checkComplete(t, tab)
		if len(tab.Rows) < 50 {
			t.Errorf("%d rows", len(tab.Rows))
		}
		for _, r := range tab.Rows {
			if r.Status != Changed {
				t.Errorf("%s: %s: %s", r.Status, r.Element, r.Why)
			}
		}
		for _, r := range tab.Homeless {
			t.Errorf("a reason without a row: %s", r.Lead)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	d, laws, note := twoLaws(b)
	for b.Loop() {
		_ = Make(d, laws, note, Options{}).Report().Blocks[0].(*table.Table)
	}
}
