package write

import (
	"slices"
	"strings"
	"testing"

	"svod/corpus"
)

// TestShaken writes what turns acts with lines torn out, doubled and changed
// into one another: operations applied to the old edition make the new one, but
// for what Write itself says is left.
func TestShaken(t *testing.T) {
	for i, pair := range editions {
		for k := range strings.Count(pair[0], "\n") {
			lines := strings.SplitAfter(pair[0], "\n")
			holds(t, i, pair[0], strings.Join(slices.Delete(slices.Clone(lines), k, k+1), ""))
			holds(t, i, strings.Join(slices.Delete(slices.Clone(lines), k, k+1), ""), pair[1])
			holds(t, i, pair[0], strings.Join(slices.Insert(slices.Clone(lines), k, lines[k]), ""))
		}
	}
}

var editions = [][2]string{{renamedOld, renamedNew}, {renamedNew, renamedOld}, {kazakhOld, kazakhNew}, {kazakhNew, kazakhOld}}

func holds(t *testing.T, i int, before, after string) {
	t.Helper()
	old, new := act(before), act(after)
	if old.Meta.Language != new.Meta.Language {
		return
	}
	d := Write(old, new, nil)
	if _, differ := articles(old, new, d.Operations); slices.ContainsFunc(differ, func(a string) bool { return !d.leaves(corpus.Address(strings.TrimPrefix(a, "-"))) }) {
		t.Errorf("pair %d: differ %v, left %v\nold:\n%s\nnew:\n%s\ndraft:\n%s", i, differ, d.Left, before, after, print(d))
	}
}

func FuzzWrite(f *testing.F) {
	for _, pair := range editions {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before) > 1<<13 || len(after) > 1<<13 || strings.ContainsRune(before+after, 0) {
			return
		}
		holds(t, 0, before, after)
	})
}
