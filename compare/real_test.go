package compare

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// data returns the path of a real document, and skips the test if it is not
// there: a folder shared/data beside a parent of this one, or $SVOD_DATA.
func data(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("SVOD_DATA")
	if dir == "" {
		wd, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for ; ; wd = filepath.Dir(wd) {
			if d := filepath.Join(wd, "shared", "data"); exists(d) {
				dir = d
				break
			}
			if wd == filepath.Dir(wd) {
				break
			}
		}
	}
	file := filepath.Join(dir, filepath.FromSlash(name))
	if dir == "" || !exists(file) {
		t.Skipf("no %s in shared/data", name)
	}
	return file
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func real(t testing.TB, name string) *corpus.Document {
	t.Helper()
	src, err := extract.File(t.Context(), data(t, name))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := parse.Parse(src)
	return d
}

var show = flag.String("show", "", "print the comparison of two files «a,b» of shared/data")

var save = flag.String("save", "", "write the table of -show to this file")

func TestShow(t *testing.T) {
	a, b, ok := strings.Cut(*show, ",")
	if !ok {
		t.Skip("no -show")
	}
	old, new := real(t, a), real(t, b)
	t.Logf("%+v\n%+v", old.Meta, new.Meta)
	c := Compare(old, new)
	t.Log(c.Summary)
	t.Log("\n" + dump(c))
	var out strings.Builder
	if err := table.Write(&out, "md", c.Report(Options{})); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + out.String())
	if *save != "" {
		f, err := os.Create(*save)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := table.Write(f, strings.TrimPrefix(filepath.Ext(*save), "."), c.Report(Options{})); err != nil {
			t.Fatal(err)
		}
	}
}
