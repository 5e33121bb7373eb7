package extract

import (
	"strings"
	"testing"
)

// Paragraphs that begin neither indented nor after a gap.
func TestPDFParagraphsWhoseLastLineIsFull(t *testing.T) {
	full := strings.Repeat("слово ", 12)
	items := func(n int, sign string) (out []string) {
		for i := range n {
			out = append(out, strings.Repeat("слово ", 2+i)+"право"+sign)
		}
		return append(out, full+"слово", full+"слово", "право"+sign)
	}
	plain := func(lines ...string) []string { return lines }
	for _, test := range []struct {
		name  string
		lines []string
		want  []string // what comes after the first items
	}{
		{"items that end with a semicolon", append(items(6, ";"), full+"сов;", full+"орган;", "второе."),
			[]string{full + "сов;", full + "орган;", "второе."}},
		{"few items show nothing", append(items(3, ";"), full+"сов;", "второе."), []string{full + "сов; второе."}},
		{"a semicolon inside of sentences", append(items(6, ";"), "право; долг; честь; совесть; слава; имя", full+"сов;", "второе."), nil},
		{"a sentence", append(items(6, "."), full+"сов.", "Второе."), []string{full + "сов.", "Второе."}},
		{"an abbreviation", append(items(6, "."), full+"ст.", "второе."), []string{full + "ст. второе."}},
		{"a heading and its text", append(items(6, "."), "Статья 5. "+strings.Repeat("слово ", 9)+"права", "Органы слова служат слову.", "органы"),
			[]string{"Статья 5. " + strings.Repeat("слово ", 9) + "права", "Органы слова служат слову."}},
		{"a heading that goes on with a name", append(items(6, "."), "Статья 5. "+strings.Repeat("слово ", 9)+"права", "Республики служит слову.", "слово Республики"),
			[]string{"Статья 5. " + strings.Repeat("слово ", 9) + "права Республики служит слову."}},
		{"a heading and the first clause", plain("Статья 5. "+strings.Repeat("слово ", 9)+"права", "1. Слово.", full+"слово", full+"слово."),
			[]string{"Статья 5. " + strings.Repeat("слово ", 9) + "права", "1. Слово."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(texts(t, makePDF(columnOf(800, test.lines...), simpleFont)), "\n")
			if test.want == nil {
				if strings.Contains(got, "сов;\n") {
					t.Errorf("got\n%s", got)
				}
				return
			}
			if want := strings.Join(test.want, "\n"); !strings.Contains("\n"+got+"\n", "\n"+want+"\n") {
				t.Errorf("got\n%s\nwant in it\n%s", got, want)
			}
		})
	}
}

func TestPDFNumberOfOnePage(t *testing.T) {
	page := func(number string) string { return place(60, 700, 10, "Текст.") + place(297, 810, 10, number) }
	for _, test := range []struct {
		content string
		want    string
	}{
		{place(60, 700, 10, "Письмо.") + "\f" + page("2"), "Письмо.|Текст."},
		{place(60, 700, 10, "Письмо.") + "\f" + page("7"), "Письмо.|Текст.|7"},
	} {
		if got := strings.Join(texts(t, makePDF(test.content, simpleFont)), "|"); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestPDFLinesBrokenByHand(t *testing.T) {
	full := strings.Repeat("слово ", 12) + "слово"
	var body []string // paragraphs that begin indented
	for range 6 {
		body = append(body, "    "+full[:len(full)-8], "право долга.")
	}
	for _, test := range []struct {
		name string
		want string
		more []string
	}{
		{"a note in brackets", "(В редакции законов от 3 мая N 5, от 4 мая N 6)", []string{"(В редакции законов от 3 мая N 5,", "от 4 мая N 6)"}},
		{"another bracket", "(долг|права)", []string{"(долг", "права)"}},
		{"a heading that hangs", "Статья 2. Право на долг", []string{"    Статья 2. Право", "            на долг", "    " + full + " слово", "слово."}},
		{"a heading at the edge", "Статья 2. Право на долг", []string{"    Статья 2. Право", "на долг", "    " + full + " слово", "слово."}},
		{"items of one line", "право;|долг и " + full + "|честь.", []string{"    право;", "    долг и " + full, "    честь."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(texts(t, makePDF(columnOf(820, append(body[:len(body):len(body)], test.more...)...), simpleFont)), "|")
			if !strings.Contains("|"+got+"|", "|"+test.want+"|") {
				t.Errorf("got %q, want in it %q", got, test.want)
			}
		})
	}
}

// An indent that is by chance as wide as the room on the right.
func TestPDFIndentIsNotTheMiddle(t *testing.T) {
	full := strings.Repeat("слово ", 12) + "слово"
	var lines, want []string
	for range 4 {
		lines = append(lines, "      "+strings.Repeat("слово ", 10)+"долг", "слово слово.", full+" "+full[:10])
	}
	lines = lines[:len(lines)-1]
	got := texts(t, makePDF(columnOf(800, lines...), simpleFont))
	want = append(want, strings.Repeat("слово ", 10)+"долг слово слово.")
	if got[0] != want[0] {
		t.Errorf("got %q", got)
	}
}

func TestPDFLinksInAnotherSize(t *testing.T) {
	word := strings.Repeat("слово ", 11)
	content := place(60, 700, 10, word) + place(60+66*6, 700, 13, "закон") +
		place(60, 686, 13, "Казахстан о ") + place(60+12*7.8, 686, 10, strings.Repeat("слово ", 6)+"конец.")
	if got := texts(t, makePDF(content, simpleFont)); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}

func TestPDFSignsOfSymbolFonts(t *testing.T) {
	cmap := stream("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <F0B7> <02> <F0FE> endbfchar")
	for _, test := range []struct{ font, codes, want string }{
		{"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Wingdings-Regular /ToUnicode 6 0 R >>", `\002`, "☑"},
		{"<< /Type /Font /Subtype /TrueType /BaseFont /SymbolMT /ToUnicode 6 0 R >>", `\001`, "•"},
		{"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Unknown /ToUnicode 6 0 R >>", `\002`, "•"},
		{"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", `a\263`, "α≥"},
	} {
		got := texts(t, makePDF("BT /F1 10 Tf 60 700 Td ("+test.codes+") Tj ET", test.font, cmap))
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: got %q, want %q", test.font, got, test.want)
		}
	}
}
