package index

import (
	"testing"

	"svod/corpus/words"
)

func TestCued(t *testing.T) {
	for _, c := range []struct {
		question, heading string
		want              bool
	}{
		{"Кто может стать садовником?", "требования", true},
		{"Когда закрывают ворота?", "сроки", true},
		{"Как закрывают ворота?", "порядок", true},
		{"Можно ли рубить аллею?", "запрещение", true},
		{"Сколько стоит вход?", "порядок", false},
		{"Никто не входит в сад", "лица", false},
		{"ворота сада", "порядок", false},
	} {
		if got := cued(c.question)[words.Stem(c.heading, "ru")]; got != c.want {
			t.Errorf("%s, %s: %v", c.question, c.heading, got)
		}
	}
}
