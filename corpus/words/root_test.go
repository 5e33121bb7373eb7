package words

import (
	"testing"
	"unicode/utf8"
)

func TestRoot(t *testing.T) {
	for _, one := range [][]string{
		{"взыскание", "взыскать", "взыскивается"},
		{"выселение", "выселен", "выселить"},
		{"заключение", "заключить"},
		{"расторжение", "расторгают"},
		{"оплата", "оплачивается", "оплатить"},
		{"возмещение", "возместить", "возмещаются"},
		{"регистрация", "регистрируется"},
		{"защита", "защищать"},
		{"повышение", "повысить"},
		{"освобождение", "освободить"},
		{"назначение", "назначает"},
		{"удержание", "удерживать"},
		{"ограничение", "ограничить"},
		{"договор", "договорный"},
	} {
		want := Root(Stem(one[0], "ru"))
		for _, w := range one {
			if got := Root(Stem(w, "ru")); got != want {
				t.Errorf("%s is of %s, %s of %s", w, got, one[0], want)
			}
		}
	}
	// What has no relation must not have the root.
	for _, two := range [][2]string{{"договор", "довод"}, {"оплата", "оплот"}, {"регистрация", "режим"}, {"суд", "судно"}, {"суд", "ссуда"}} {
		if a, b := Root(Stem(two[0], "ru")), Root(Stem(two[1], "ru")); a == b {
			t.Errorf("%s and %s are both of %s", two[0], two[1], a)
		}
	}
}

func FuzzRoot(f *testing.F) {
	for _, s := range []string{"взыскан", "усыновлен", "а", "", "освобожд", "\xff\xfe", "қоғамдық"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// The last letter may become another; a byte that is no letter, a mark.
		if r := Root(s); utf8.RuneCountInString(r) > utf8.RuneCountInString(s) || r == "" && s != "" {
			t.Errorf("%q: %q", s, r)
		}
	})
}
