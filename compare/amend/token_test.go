package amend

import (
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		in, want string // class by its first letter; ! before an unclosed sentence
		how      pairing
	}{
		{"в пунктах 1, 2 и 4-1 слова", "w:в w:пунктах n:1 s:, n:2 w:и n:4-1 w:слова", nested},
		{"подпункты 3)–7), а) и б¹)", "w:подпункты n:3 s:– n:7 s:, n:а w:и n:б.1", nested},
		{"5-1-бапта, 2-тармақ", "n:5-1 w:бапта s:, n:2 w:тармақ", nested},
		{"статью 17¹ и 5-й абзац", "w:статью n:17.1 w:и n:5 w:абзац", nested},
		{"слова «ТОО «Сад»» исключить", "w:слова q:ТОО «Сад» w:исключить", nested},
		{"слова «ТОО «Сад» исключить", "!w:слова q:ТОО «Сад» исключить", nested},
		{"слова «ТОО «Сад» исключить", "w:слова q:ТОО «Сад w:исключить", flat},
		{`слова "а б" заменить словами "в"`, "w:слова q:а б w:заменить w:словами q:в", nested},
		{"знак „.“ и “;”", "w:знак q:. w:и q:;", nested},
		{"Ещё № 5-VIII", "w:еще s:№ n:5 w:viii", nested},
	} {
		ts, closed := tokens(c.in, c.how)
		var out []string
		for _, tk := range ts {
			out = append(out, string("wnsq"[tk.class])+":"+tk.form)
			if tk.class != quoted && c.in[tk.lo:tk.hi] != tk.text {
				t.Errorf("%q: %q is not at its place", c.in, tk.text)
			}
		}
		got := strings.Join(out, " ")
		if !closed {
			got = "!" + got
		}
		if got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}
