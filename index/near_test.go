package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func TestNear(t *testing.T) {
	st, ix := acts(t)
	for _, c := range []struct{ word, want string }{
		{"саветник", ""},     // three letters wrong
		{"совед", "совет 4"}, // not совета, though as near
		{"Вмешателство", "вмешательство 2"},
		{"вмешатльсвто", "вмешательство 2"}, // two: one left out, two swapped
		{"допуксается", "допускается 3"},
		{"советов", ""}, // a form of a word that is there
		{"cjdtn", "совет 4"},
		{"Gjyznbz", "понятия 2"},
		{"ghtlkj;tybq", "предложения 2"}, // предложений
		{"jxtn", ""}, // отчет misspelt, and too short to guess
		{"2019", ""},
		{"", ""},
		{strings.Repeat("совет", 50), ""},
		{"\xff\xfe", ""},
	} {
		found, err := ix.Near(context.Background(), st, c.word, 3)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, x := range found {
			out = append(out, fmt.Sprint(x.Form, " ", x.Articles))
		}
		if got := strings.Join(out, ", "); got != c.want {
			t.Errorf("%q: %s, want %s", c.word, got, c.want)
		}
	}
}

// What was removed is no longer proposed.
func TestNearAfterRemoval(t *testing.T) {
	ctx := context.Background()
	st, ix := acts(t)
	list, err := st.List(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Meta.Title != "О садах" {
			if err := st.Remove(ctx, e.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := ix.Sync(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	if found, err := ix.Near(ctx, st, "вмешателство", 3); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}
