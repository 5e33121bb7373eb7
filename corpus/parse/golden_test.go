package parse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"svod/corpus"
)

var update = flag.Bool("update", false, "rewrite the trees in testdata")

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	seen := map[corpus.Kind]bool{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, problems := Parse(read(name+".txt", string(a.Files[0].Data)))
			if err := verify(d); err != nil {
				t.Error(err)
			}
			d.Root.Walk(func(u *corpus.Unit) bool { seen[u.Kind] = true; return true })
			var ps strings.Builder
			for _, p := range problems {
				fmt.Fprintf(&ps, "%d %s\n", p.Line, strings.Join(append([]string{p.Code}, p.Args...), " "))
			}
			changed := false
			for i := range a.Files {
				f := &a.Files[i]
				var got string
				switch f.Name {
				case "tree":
					got = dump(d.Root)
				case "problems":
					got = ps.String()
				default:
					continue
				}
				if got == string(f.Data) {
					continue
				}
				if *update {
					f.Data, changed = []byte(got), true
				} else {
					t.Errorf("%s:\n%s\nwant:\n%s", f.Name, got, f.Data)
				}
			}
			if changed {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	for _, k := range corpus.Kinds() {
		if !seen[k] && k != corpus.KindPart && k != corpus.KindParagraph {
			t.Errorf("no case in testdata has a %s", k)
		}
	}
}
