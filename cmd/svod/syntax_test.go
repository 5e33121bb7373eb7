package main

import (
	"errors"
	"strings"
	"testing"

	"svod/corpus/query"
)

// Every fault of a query is told in words, in both languages.
func TestSyntaxWords(t *testing.T) {
	for _, q := range []string{
		"", strings.Repeat("а", 1<<17), strings.Repeat("(", 200) + "а", `"а`, "(а", "а)", "И а", "()", "а /0 б", "НЕ_МЕНЕЕ0(а)", "а /абз б",
		"отчет/5 совет", "а / 5 б", "а -проект", `"а б"~3`, "re:[", "а & б", "=", "~", "*", "/", "^", "=отчет~", "нпо~2", "отчет~7", "@а", "#а", "НЕ а",
		"(а И б) /5 в", "вид:закон", "а вид:", "(а вид:закон)",
	} {
		_, err := query.Parse(q, "")
		var x *query.SyntaxError
		if !errors.As(err, &x) {
			t.Errorf("%.40q: %v", q, err)
			continue
		}
		ru, en := (&env{lang: "ru"}).syntax(x), (&env{lang: "en"}).syntax(x)
		if ru == en || strings.Contains(ru, x.Code) || strings.Contains(ru+en, "%!") {
			t.Errorf("%.40q, %s:\n%s\n%s", q, x.Code, ru, en)
		}
	}
}

func TestCaret(t *testing.T) {
	long := strings.Repeat("слово ", 40)
	for _, c := range []struct {
		text, want string
		at         int
	}{
		{"а (б", "  а (б\n    ^", 3},
		{"ко\u0301д (б", "  ко\u0301д (б\n      ^", 9},
		{"\t(б", "   (б\n   ^", 1},
		{"漢字 (б", "  漢字 (б\n       ^", 7},
		{"а\n(б", "  а (б\n    ^", 3},
		{"а", "  а\n   ^", 99},
		{"", "  \n  ^", -1},
	} {
		if got := caret(c.text, c.at); got != c.want {
			t.Errorf("%q at %d:\n%s\nwant\n%s", c.text, c.at, got, c.want)
		}
	}
	// Of a long query the surroundings are shown, with the caret under them.
	shown, under, _ := strings.Cut(caret(long+"("+long, len(long)), "\n")
	if r := []rune(shown); len(r) > 130 || r[len([]rune(under))-1] != '(' {
		t.Errorf("\n%s\n%s", shown, under)
	}
}
