package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// spoilt are ways in which fonts say wrong letters. The text is written by us.
var wholeText = []string{
	"Настоящие Правила определяют порядок проведения конкурса среди общественных",
	"объединений и порядок отчетности о его результатах перед населением области.",
	"Общественный совет рассматривает обращения граждан в течение пятнадцати дней.",
}

// unicodeFont is a font that says of its codes what text says, one byte each.
func unicodeFont(text map[byte]string) (font, cmap string) {
	var b strings.Builder
	fmt.Fprintf(&b, "%d beginbfchar\n", len(text))
	for c := range 256 {
		if t, ok := text[byte(c)]; ok {
			fmt.Fprintf(&b, "<%02X> <", c)
			for _, r := range t {
				fmt.Fprintf(&b, "%04X", r)
			}
			b.WriteString(">\n")
		}
	}
	b.WriteString("endbfchar")
	return strings.Replace(simpleFont, "/Type /Font", "/Type /Font /ToUnicode 6 0 R", 1), stream(b.String())
}

func TestSpoiltTextIsMended(t *testing.T) {
	content := columnOf(700, wholeText...)
	for name, spoil := range map[string]func(r rune) string{
		"shift": func(r rune) string { return string(r - 0x3d6) },
		"cp1252": func(r rune) string {
			b, _ := charmap.Windows1251.EncodeRune(r)
			return string(charmap.Windows1252.DecodeByte(b))
		},
		"KOI8-R read as cp1251": func(r rune) string {
			b, _ := charmap.KOI8R.EncodeRune(r)
			return string(charmap.Windows1251.DecodeByte(b))
		},
		"two rows": func(r rune) string {
			return string('!' + rune(strings.IndexRune("АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя", r)/2))
		},
	} {
		text := map[byte]string{}
		for i := range 64 {
			text[byte(0xc0+i)] = spoil('А' + rune(i))
		}
		font, cmap := unicodeFont(text)
		lines, warnings, err := readPDF(makePDF(content, font, cmap))
		if err != nil || len(warnings) != 1 || warnings[0].Code != "text-repaired" || !slices.Equal(warnings[0].Args, []string{"1"}) {
			t.Errorf("%s: %v, warnings %v", name, err, warnings)
		}
		if got := strings.Join(linesText(lines), " "); got != strings.Join(wholeText, " ") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestUTF8ReadAsCodePage(t *testing.T) {
	var content strings.Builder
	for i, l := range wholeText {
		// The glyphs of a letter's two bytes stand side by side.
		fmt.Fprintf(&content, "BT /F1 10 Tf 60 %d Td (%s) Tj ET\n", 700-14*i, strings.NewReplacer("(", "\\(", ")", "\\)", "\\", "\\\\").Replace(l))
	}
	text := map[byte]string{}
	for c := 0x80; c < 0x100; c++ {
		text[byte(c)] = string(charmap.Windows1251.DecodeByte(byte(c)))
	}
	text[0x98] = "\u0098"
	font, cmap := unicodeFont(text)
	lines, warnings, err := readPDF(makePDF(content.String(), font, cmap))
	if got := strings.Join(linesText(lines), " "); err != nil || len(warnings) != 1 || got != strings.Join(wholeText, " ") {
		t.Errorf("%q, %v, %v", got, warnings, err)
	}
}

// Numbers of glyphs instead of their names.
func TestNumberedGlyphs(t *testing.T) {
	var names strings.Builder
	for i := range 64 {
		fmt.Fprintf(&names, "/G%02X", 0x3a+i)
	}
	font := strings.Replace(simpleFont, "/Type /Font", "/Type /Font /Encoding << /Differences [32 /G03 46 /G11 192 "+names.String()+"] >>", 1)
	lines, _, err := readPDF(makePDF(columnOf(700, wholeText...), font))
	if got := strings.Join(linesText(lines), " "); err != nil || got != strings.Join(wholeText, " ") {
		t.Errorf("%q, %v", got, err)
	}
}

// A page that no rule mends is an error, or beside good ones a warning.
func TestGibberish(t *testing.T) {
	text := map[byte]string{}
	for i := range 64 {
		text[byte(0xc0+i)] = string('А' + rune(i*37%64))
	}
	font, cmap := unicodeFont(text)
	page := columnOf(700, wholeText...)
	_, _, err := readPDF(makePDF(page, font, cmap))
	var e *Error
	if !errors.As(err, &e) || e.Code != "garbage" {
		t.Errorf("permuted letters: %v", err)
	}
}

func TestSoundTextIsLeft(t *testing.T) {
	for _, page := range [][]string{
		wholeText,
		{"Bergaarten: Braunkohle, Erzbergbau", "The council shall consider the appeal within fifteen days of its receipt", "and shall inform the applicant of the outcome."},
		{"12,5 13,6 14,7 88,1", "ТОО АО ГКП НДС КБК", "1 234 567 8 901", "XIV XVI XXIII VII"},
		{"Абдрахманов Н. К., Жумагулова Ш. Т., Ыбыраев Қ.", "Кузнецов П. П., Щербатых Я. Ю., Эйхгорн В. Г."},
	} {
		_, warnings, err := readPDF(makePDF(columnOf(700, page...), simpleFont))
		if err != nil || len(warnings) > 0 {
			t.Errorf("%q: %v, %v", page, warnings, err)
		}
	}
}

func BenchmarkRepairText(b *testing.B) {
	r := &pdfReading{in: &input{}}
	if err := r.own(makePDF(strings.Repeat(columnOf(700, wholeText...), 20), simpleFont), false); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r.repairText()
	}
}
