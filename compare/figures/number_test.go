package figures

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"ru", "проведено 12 (двенадцать) заседаний", "12"},
		{"ru", "двадцать одного члена, 3-х советов, 5 тысяч", "21 3 5000"},
		{"ru", "12,5 тыс. тенге и 1 234 чел., 2 млн. и 10 000 000 тенге", "12500 1234 2e+06 1e+07"},
		{"ru", "двенадцать заседаний в 2017 году, 2017-2018 гг., 10-15 человек", "12"},
		{"ru", "30.07.2021 № 12, п. 3, статья 5, 12 марта, протокол № 5", ""},
		{"ru", "85%, более 91 %, ок. 75 процентов", "85% более 91% ок. 75%"},
		{"ru", "1) провели 5 встреч", "5"},
		{"ru", "1. Всего 6 членов", "6"},
		{"ru", "16,130,203.7 и 5.000.000", "1.61302037e+07 5e+06"},
		{"ru", "+7 701 123 45 67, 8 (7172) 55-66-77, 74А, оф. 42", ""},
		{"ru", "в 2020 (за 2019 – 15); 2 000 чел.", "15 2000"},
		{"ru", "второе заседание, 3-й вопрос", ""},
		{"kk", "он екі отырыс, 5 мың адам, 2019 жылы", "12 5000"},
		{"en", "1,234 members in 2015", "1234"},
	} {
		var got []string
		for _, n := range Numbers(c.text, c.lang) {
			s := fmt.Sprint(n.Value)
			if n.Percent {
				s += "%"
			}
			if n.Hedge != "" {
				s = n.Hedge + " " + s
			}
			if c.text[n.Lo:n.Hi] != n.Text {
				t.Errorf("%q: %q does not stand at %d–%d", c.text, n.Text, n.Lo, n.Hi)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"12 (двенадцать) заседаний", "12,5 тыс. тенге", "+7 701 123 45 67", "1) 5", "5–7", "01.02.2020 №"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"ru", "kk", "en"} {
			last := 0
			for _, n := range Numbers(s, lang) {
				if n.Lo < last || n.Hi <= n.Lo || s[n.Lo:n.Hi] != n.Text {
					t.Fatalf("%q: %+v behind %d", s, n, last)
				}
				last = n.Hi
			}
		}
	})
}

func BenchmarkNumbers(b *testing.B) {
	text := strings.Repeat("За 2020 год проведено 12 (двенадцать) заседаний, рассмотрено 45 вопросов, принято двадцать рекомендаций. ", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Numbers(text, "ru")
	}
}
