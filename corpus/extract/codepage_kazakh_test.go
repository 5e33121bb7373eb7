package extract

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// kz writes Kazakh in KZ-1048.
func kz(t *testing.T, s string) []byte {
	t.Helper()
	var b []byte
next:
	for _, r := range s {
		for i, k := range kazakhLetters {
			if k == r && k != 0 {
				b = append(b, byte(i))
				continue next
			}
		}
		c, ok := charmap.Windows1251.EncodeRune(r)
		if !ok {
			t.Fatalf("%q is in neither code page", r)
		}
		b = append(b, c)
	}
	return b
}

const (
	kazakhText = "1-бап. Осы Заңның мақсаты\nҚоғамдық кеңестер азаматтық қоғамның мүдделерін білдіреді және мемлекеттік органдардың қызметінде жұртшылықтың пікірін ескереді. Өкілдер әділетті сайланады."
	russian    = "Статья 1. Предмет регулирования\nНастоящий Закон регулирует отношения, возникающие при образовании общественных советов, № 5 «О советах»."
)

func TestKazakhCodePage(t *testing.T) {
	in := func(e *charmap.Charmap, s string) []byte {
		b, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, tt := range []struct {
		name, declared string
		data           []byte
		want, charset  string
	}{
		{"Kazakh", "", kz(t, kazakhText), kazakhText, "kz-1048"},
		{"declared as Russian", "windows-1251", kz(t, kazakhText), kazakhText, "kz-1048"},
		{"a Kazakh title in a Russian act", "", kz(t, strings.Repeat(russian, 9)+kazakhText), strings.Repeat(russian, 9) + kazakhText, "kz-1048"},
		{"Russian", "", in(charmap.Windows1251, russian), russian, "windows-1251"},
		{"Ukrainian", "windows-1251", in(charmap.Windows1251, "Цей Закон визначає її повноваження, ґрунти є об’єктом права"), "Цей Закон визначає її повноваження, ґрунти є об’єктом права", "windows-1251"},
		{"Belarusian", "windows-1251", in(charmap.Windows1251, "Дзяржаўныя органы ўлады, якія дзейнічаюць паводле гэтага Закона, лічацца сваімі"), "Дзяржаўныя органы ўлады, якія дзейнічаюць паводле гэтага Закона, лічацца сваімі", "windows-1251"},
		{"Macedonian", "windows-1251", in(charmap.Windows1251, "Овој закон се применува, ќе се ѕидаат јавни куќи, ќе јавува"), "Овој закон се применува, ќе се ѕидаат јавни куќи, ќе јавува", "windows-1251"},
		{"Russian declared as Western", "iso-8859-1", in(charmap.Windows1251, russian), russian, "windows-1251"},
		{"Russian declared as UTF-8", "utf-8", in(charmap.KOI8R, russian), "Статья 1. Предмет", "koi8-r"},
		{"KOI8 declared as Windows", "windows-1251", in(charmap.KOI8R, russian), "Статья 1. Предмет", "koi8-r"},
		{"Windows declared as KOI8", "koi8-r", in(charmap.Windows1251, russian), russian, "windows-1251"},
		{"UTF-16 that is none", "utf-16", in(charmap.Windows1251, russian), russian, "windows-1251"},
		{"Western", "iso-8859-1", []byte("Loi sur les associations: l\xe9gislation fran\xe7aise en vigueur"), "Loi sur les associations: législation française en vigueur", "windows-1252"},
		{"a short word as declared", "koi8-r", in(charmap.KOI8R, "Да"), "Да", "koi8-r"},
	} {
		text, charset := decode(tt.data, tt.declared)
		if !strings.HasPrefix(text, tt.want) || charset != tt.charset {
			t.Errorf("%s: %s %.120q", tt.name, charset, text)
		}
	}
}

// No Russian text of the real ones is taken for Kazakh.
func TestDataNoKazakhBytes(t *testing.T) {
	if underRace {
		t.Skip("slow under the race detector, which has nothing to find in it")
	}
	for _, name := range dataFiles(t, "acts", "*.txt", "*.html") {
		text := strings.Join(linesText(readData(t, name)), "\n")
		if strings.ContainsAny(text, "әғқңөұү") {
			continue
		}
		b, err := encoding.ReplaceUnsupported(charmap.Windows1251.NewEncoder()).Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if back, charset := decode(b, ""); charset != "windows-1251" || len([]rune(back)) != len([]rune(text)) {
			t.Errorf("%s: %s", name, charset)
		}
	}
}
