package compare

import (
	"slices"
	"testing"

	"svod/corpus"
)

// The notes of a new edition say which articles a law changed since the old
// one: a truth that nobody had to write.
func TestNotesAreMetByRows(t *testing.T) {
	for _, c := range []struct {
		old, new          string
		precision, recall float64
	}{
		{"acts/kz-ngo/rus-95138_public-councils_ed-2019.md", "acts/kz-ngo/rus-95138_public-councils_ed-2021.md", 1, 1},
		{"acts/kz-ngo/rus-23601_social-order_ed-2022.md", "acts/kz-ngo/rus-23601_social-order_ed-2023.md", 1, 1},
		{"acts/ru-constitution/14_21.07.2014.txt", "acts/ru-constitution/16_14.03.2020.txt", 0.95, 0.95},
	} {
		old, new := real(t, c.old), real(t, c.new)
		cmp := Compare(old, new)
		announced, changed := map[string]bool{}, map[string]bool{}
		article := func(n *node) string {
			for n.parent != nil {
				n = n.parent
			}
			if n.unit.Kind != corpus.KindArticle && n.unit.Kind != corpus.KindPreamble {
				return ""
			}
			return string(n.addr)
		}
		for i := range cmp.Rows {
			r := &cmp.Rows[i]
			for _, n := range r.news {
				a := article(n)
				if r.Change != Unchanged && r.Change != Notes {
					changed[a] = true
				}
				if len(cmp.basis(r)) > 0 {
					announced[a] = true
				}
			}
			if o := first(r.olds); r.Change == Removed && o != nil {
				if o.parent != nil && o.parent.mate != nil {
					changed[article(o.parent.mate)] = true
				}
			}
		}
		delete(announced, "")
		delete(changed, "")
		both := 0
		var missed, unexplained []string
		for a := range announced {
			if changed[a] {
				both++
			} else {
				missed = append(missed, a)
			}
		}
		for a := range changed {
			if !announced[a] {
				unexplained = append(unexplained, a)
			}
		}
		slices.Sort(missed)
		slices.Sort(unexplained)
		p, r := float64(both)/float64(len(changed)), float64(both)/float64(len(announced))
		t.Logf("%s: precision %.3f, recall %.3f (%d announced, %d changed)\nannounced but not found: %v\nfound but not announced: %v",
			c.new, p, r, len(announced), len(changed), missed, unexplained)
		if p < c.precision || r < c.recall {
			t.Errorf("%s: precision %.3f, recall %.3f", c.new, p, r)
		}
	}
}
