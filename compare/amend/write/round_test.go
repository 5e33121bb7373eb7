package write

import (
	"fmt"
	"strings"
	"testing"

	"svod/compare/amend"
	"svod/compare/amend/apply"
)

// roundTrip returns what is not there after the way through the text.
func roundTrip(d *Draft) (n int, differ []string, read *amend.Draft) {
	read = amend.Read(d.Document(Options{}))
	r := apply.Apply(d.Old, read, 0, apply.Options{NoNotes: true})
	n, differ = compareArticles(d.Old, d.New, r.New)
	return n, differ, read
}

func TestRoundTrip(t *testing.T) {
	for _, c := range [][2]string{
		{"acts/kz-ngo/rus-23601_social-order_ed-2022.md", "acts/kz-ngo/rus-23601_social-order_ed-2023.md"},
		{"acts/kz-ngo/rus-95138_public-councils_ed-2019.md", "acts/kz-ngo/rus-95138_public-councils_ed-2021.md"},
	} {
		t.Run(c[1], func(t *testing.T) {
			d := Write(real(t, c[0]), real(t, c[1]), nil)
			n, differ, read := roundTrip(d)
			t.Logf("%d operations written, %d read, unread %d; %d of %d come out; differ %v", len(d.Operations), len(read.Operations), len(read.Unread), n-len(differ), n, differ)
			if unlike := unlikeOperations(d, read); len(differ) > 0 || len(unlike) > 0 {
				t.Errorf("differ %v\n%s", differ, strings.Join(unlike, "\n"))
			}
			for _, u := range read.Unread {
				t.Errorf("unread %s: %s", u.Why, u.Text)
			}
		})
	}
}

// unlikeOperations prints the operations that came back other than they went.
func unlikeOperations(d *Draft, read *amend.Draft) []string {
	show := func(op amend.Operation) string {
		var where []string
		for _, w := range op.Where {
			where = append(where, w.Path()+" "+string(w.Part))
		}
		return fmt.Sprintf("%s %s [%s] side %s, old %q, new %q, nums %v, %d units", op.Kind, op.Object, strings.Join(where, "; "), op.Side, op.Old, op.New, op.Nums, len(op.Units))
	}
	var out []string
	for i := range max(len(d.Operations), len(read.Operations)) {
		a, b := "", ""
		if i < len(d.Operations) {
			a = show(d.Operations[i])
		}
		if i < len(read.Operations) {
			b = show(read.Operations[i])
		}
		if a != b {
			out = append(out, "wrote "+a+"\n read "+b)
		}
	}
	return out
}
