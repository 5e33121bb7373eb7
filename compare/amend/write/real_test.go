package write

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}

// real reads a document of shared/data, beside a parent of this folder or at
// $SVOD_DATA, and skips the test if it is not there.
func real(t testing.TB, name string) *corpus.Document {
	t.Helper()
	dir := os.Getenv("SVOD_DATA")
	for wd, _ := os.Getwd(); dir == "" && wd != filepath.Dir(wd); wd = filepath.Dir(wd) {
		if d := filepath.Join(wd, "shared", "data"); exists(d) {
			dir = d
		}
	}
	file := filepath.Join(dir, filepath.FromSlash(name))
	if dir == "" || !exists(file) {
		t.Skipf("no %s in shared/data", name)
	}
	src, err := extract.File(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	return d
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// articles counts the members of the new edition, and lists those that the
// operations do not make as they are there.
func articles(old, new *corpus.Document, ops []amend.Operation) (members int, differ []string) {
	r := apply.Apply(old, &amend.Draft{Acts: []amend.Act{{}}, Operations: ops}, 0, apply.Options{NoNotes: true})
	return compareArticles(old, new, r.New)
}

func compareArticles(old, new, made *corpus.Document) (members int, differ []string) {
	w := newWriter(old, new)
	keys := func(d *corpus.Document) map[corpus.Address]string {
		out := map[corpus.Address]string{}
		for a, u := range d.All() {
			if k := u.Kind; member(d, u) != u || w.size(u) == 0 || k == corpus.KindRequisite || k == corpus.KindContents || k == corpus.KindSignature {
				continue
			}
			if out[a] = w.key(u); high(u) {
				out[a] = w.headKey(u)
			}
		}
		return out
	}
	want, got := keys(new), keys(made)
	for a := range new.All() {
		if want[a] == "" {
			continue
		}
		members++
		if got[a] != want[a] {
			differ = append(differ, string(a))
			if *unlikes {
				fmt.Printf("%s: wanted %s\ngot %s\n", a, apart(want[a], got[a]), apart(got[a], want[a]))
			}
		}
	}
	for a := range made.All() {
		if got[a] != "" && want[a] == "" {
			differ = append(differ, "-"+string(a))
		}
	}
	return members, differ
}

// apart is where a text begins to differ from another, with some of what stands
// before it.
func apart(s, other string) string {
	i := 0
	for i < min(len(s), len(other)) && s[i] == other[i] {
		i++
	}
	return strconv.Quote(s[max(0, i-200):min(len(s), i+300)])
}

func print(d *Draft) string {
	var b strings.Builder
	for _, l := range d.body {
		for _, row := range l.Cells {
			b.WriteString("| " + strings.Join(row, " | ") + "\n")
		}
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func TestEditions(t *testing.T) {
	for _, c := range [][2]string{
		{"acts/kz-ngo/rus-23601_social-order_ed-2022.md", "acts/kz-ngo/rus-23601_social-order_ed-2023.md"},
		{"acts/kz-ngo/rus-95138_public-councils_ed-2019.md", "acts/kz-ngo/rus-95138_public-councils_ed-2021.md"},
	} {
		t.Run(filepath.Base(c[1]), func(t *testing.T) {
			d := Write(real(t, c[0]), real(t, c[1]), nil)
			n, differ := articles(d.Old, d.New, d.Operations)
			t.Logf("%d operations, %d of %d come out; left %v; differ %v", len(d.Operations), n-len(differ), n, d.Left, differ)
			if testing.Verbose() {
				t.Log("\n" + print(d))
			}
			if len(differ) > 0 {
				t.Errorf("differ: %v", differ)
			}
		})
	}
}
