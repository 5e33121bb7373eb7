package write

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"svod/compare/amend/apply"
	"svod/compare/internal/mutant"
	"svod/corpus"
)

// mutated changes a real act n times, and gives both editions their places.
func mutated(t testing.TB, name string, seed uint64, n int) (old, new *corpus.Document) {
	t.Helper()
	old = real(t, name)
	m := mutant.New(seed, old.Root)
	kinds := mutant.Kinds[:len(mutant.Kinds)-1]
	for i, made := 0, 0; made < n && i < 10*n; i++ {
		if m.Make(kinds[i%len(kinds)]) {
			made++
		}
	}
	if seed%2 == 1 {
		m.Make("shift numbers")
	}
	unlike(m.Root, map[string]bool{})
	_, new = m.Documents(old.Meta.Language)
	new.Meta = old.Meta
	return old, new
}

// unlike gives an article whose number another has one of its own, as no act
// has two of a number.
func unlike(u *corpus.Unit, seen map[string]bool) {
	for _, k := range u.Units {
		below := seen
		if k.Num != "" && k.Kind >= corpus.KindArticle && k.Kind < corpus.KindPassage {
			for seen[k.Kind.String()+corpus.Number(k.Num)] && strings.Contains(k.Num, "-") {
				num := k.Num + "-1"
				k.Label = strings.Replace(k.Label, k.Num, num, 1)
				k.Num = num
			}
			seen[k.Kind.String()+corpus.Number(k.Num)] = true
		}
		if k.Kind >= corpus.KindArticle || k.Kind == corpus.KindAppendix {
			below = map[string]bool{}
		}
		unlike(k, below)
	}
}

var acts = []string{
	"acts/kz-ngo/rus-95138_public-councils_ed-2021.md", "acts/kz-ngo/rus-23601_social-order_ed-2023.md",
	"acts/kz-ngo/rus-104308_public-associations_ed-2002.md", "acts/kz-ngo/rus-7950_non-commercial-organizations.md",
	"acts/kz-ngo/rus-95458_access-to-information.md", "acts/kz-ngo/kaz-95138_public-councils_ed-2019.md",
	"acts/kz-adilet-docx/Дарение/p1100001103.12-04-2023.rus.docx", "acts/ru-doc/fz_59.doc",
	"acts/kz-adilet-docx/Общий/z1100000413.25-08-2025.rus (1).docx", "acts/ru-html/102107048.html", "acts/kz-text/labor_code_kz.txt",
}

var seeds = flag.Int("seeds", 1, "how many mutants of each act")

var unlikes = flag.Bool("unlike", false, "print the operations that come back from the text other than they went")

func TestMutants(t *testing.T) {
	all, right, again, back := 0, 0, 0, 0
	for _, name := range acts {
		for seed := range uint64(*seeds) {
			t.Run(fmt.Sprint(name, seed), func(t *testing.T) {
				old, new := mutated(t, name, seed, 20)
				d := Write(old, new, nil)
				n, differ := articles(old, new, d.Operations)
				all, right = all+n, right+n-len(differ)
				if len(differ) > 0 {
					t.Errorf("%d operations, %d of %d; left %v; differ %s", len(d.Operations), n-len(differ), n, d.Left, strings.Join(differ, " "))
				}
				m, after, read := roundTrip(d)
				again, back = again+m, back+m-len(after)
				if len(after) > 0 || len(read.Unread) > 0 {
					t.Errorf("text: %d operations written, %d read; %d of %d; differ %s", len(d.Operations), len(read.Operations), m-len(after), m, strings.Join(after, " "))
					if *unlikes {
						t.Log(strings.Join(unlikeOperations(d, read), "\n"))
						for _, o := range apply.Apply(old, read, 0, apply.Options{}).Outcomes {
							if o.Status == apply.Failed {
								t.Logf("failed %s: %s %s %v", o.Code, o.Path, read.Operations[o.Operation].Text, read.Operations[o.Operation].Nums)
							}
						}
					}
					for _, u := range read.Unread {
						t.Logf("unread %s: %s", u.Why, u.Text)
					}
				}
				if testing.Verbose() {
					t.Log("\n" + print(d))
				}
			})
		}
	}
	t.Logf("%d of %d articles come out: %.4f", right, all, float64(right)/float64(max(all, 1)))
	t.Logf("%d of %d by way of the text: %.4f", back, again, float64(back)/float64(max(again, 1)))
}
