package index

import (
	"strings"
	"testing"
)

func TestDefinitions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"общественный сад – место отдыха жителей", "общественный сад"},
		{"садовник (далее – хранитель) – работник сада", "садовник "},
		{"Под аллеей понимается дорога в саду.", "Под аллеей "},
		{"Сад открыт. Жилым домом признается строение с крышей.", "Жилым домом "},
		{"Аллея является дорогой – так сказано.", "Аллея является дорогой|Аллея "},
		{"Садовник обязан запирать ворота.", ""},
		{"– запирать ворота;", ""},
		{"", ""},
	} {
		var got []string
		for _, d := range definitions(c.text) {
			got = append(got, c.text[d.lo:d.hi])
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAsks(t *testing.T) {
	for text, want := range map[string]bool{
		"Что такое сервитут?": true, "понятие аллеи": true, "Кто признаётся садовником?": true, "сад дегеніміз не?": true,
		"Кто запирает ворота?": false, "этот сад": false, "такси": false,
	} {
		if asks(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

func FuzzDefinitions(f *testing.F) {
	f.Add("садовник (далее – хранитель) – работник сада, им признается")
	f.Add(" – ")
	f.Add("Под. является; понимается: – ")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range definitions(s) {
			if d.lo < 0 || d.lo > d.hi || d.hi > len(s) {
				t.Errorf("%q: %+v", s, d)
			}
		}
	})
}
