package apply

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"svod/compare/amend"
)

var update = flag.Bool("update", false, "write the expected texts of testdata anew")

// TestCases reads drafts and applies them: see testdata/README.md.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range ar.Files {
				files[f.Name] = string(f.Data)
			}
			law, draft := read(t, files["law"]), amend.Read(read(t, files["draft"]))
			before := own(law)
			act, err := Match(draft, law)
			if err != nil {
				t.Fatal(err)
			}
			r := Apply(law, draft, act, Options{})
			check(t, r, before)
			got := map[string]string{"new": text(r.New), "outcomes": outcomes(r, draft)}
			for _, part := range []string{"new", "outcomes"} {
				if got[part] != files[part] && !*update {
					t.Errorf("%s:\n%s\nwant\n%s", part, got[part], files[part])
				}
			}
			if *update {
				out := fmt.Appendf(nil, "-- law --\n%s-- draft --\n%s-- new --\n%s-- outcomes --\n%s", files["law"], files["draft"], got["new"], got["outcomes"])
				if err := os.WriteFile(name, out, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// outcomes prints what became of operations, a line each, and the candidates
// below.
func outcomes(r *Result, d *amend.Draft) string {
	var b strings.Builder
	for _, o := range r.Outcomes {
		op := d.Operations[o.Operation]
		fmt.Fprintf(&b, "%s %s %q: %s", op.Kind, op.Object, o.Path, o.Status)
		if o.Code != "" {
			fmt.Fprintf(&b, " %s", o.Code)
		}
		fmt.Fprintf(&b, " %v → %v\n", o.Old, o.New)
		for _, c := range o.Candidates {
			fmt.Fprintf(&b, "  %s %.2f %s\n", c.Address, c.Score, c.Text)
		}
	}
	for _, u := range d.Unread {
		fmt.Fprintf(&b, "unread: %s\n", u.Text)
	}
	return b.String()
}
