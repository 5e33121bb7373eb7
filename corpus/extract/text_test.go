package extract

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

const sampleText = `ЗАКОН
О порядке рассмотрения обращений

Статья 1. Предмет регулирования
1. Настоящий Закон устанавливает порядок, в котором органы рассматривают обращения жителей:
1) жалобы на действия служащих;
2) предложения об изменении правил;
3) запросы сведений.
2. Обращение, поданное устно, заносится в журнал.

Статья 2-1. Сроки
Ответ даётся не позднее пятнадцати дней.`

func TestCharsets(t *testing.T) {
	short := "Статья 1. Предмет"
	kazakh := "Осы Заң өтініштерді қараудың тәртібін белгілейді.\n1-бап. Негізгі ұғымдар"
	le, be := utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM), utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	for _, tt := range []struct {
		charset, mark, text string
		enc                 encoding.Encoding
	}{
		{"utf-8", "", sampleText, encoding.Nop},
		{"utf-8", "\xef\xbb\xbf", sampleText, encoding.Nop},
		{"utf-8", "", kazakh, encoding.Nop},
		{"utf-16le", "\xff\xfe", sampleText, le},
		{"utf-16be", "\xfe\xff", sampleText, be},
		{"utf-16le", "", sampleText, le},
		{"utf-16be", "", sampleText, be},
		{"utf-16le", "", kazakh, le},
		{"utf-16le", "", "Article 1. Subject\nThis law regulates", le},
		{"windows-1251", "", sampleText, charmap.Windows1251},
		{"koi8-r", "", sampleText, charmap.KOI8R},
		{"cp866", "", sampleText, charmap.CodePage866},
		{"iso-8859-5", "", sampleText, charmap.ISO8859_5},
		{"x-mac-cyrillic", "", sampleText, charmap.MacintoshCyrillic},
		{"windows-1251", "", strings.ToUpper(sampleText), charmap.Windows1251},
		{"koi8-r", "", strings.ToUpper(sampleText), charmap.KOI8R},
		{"cp866", "", strings.ToUpper(sampleText), charmap.CodePage866},
		{"windows-1251", "", short, charmap.Windows1251},
		{"koi8-r", "", short, charmap.KOI8R},
		{"cp866", "", short, charmap.CodePage866},
		{"iso-8859-5", "", short, charmap.ISO8859_5},
		{"windows-1252", "", "L’organe représentatif se réunit à Genève une fois l’année.", charmap.Windows1252},
	} {
		data, err := tt.enc.NewEncoder().Bytes([]byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		text, charset := decode(append([]byte(tt.mark), data...), "")
		if charset != tt.charset || text != tt.text {
			t.Errorf("%s %q read as %s: %.80q", tt.charset, tt.mark, charset, text)
		}
		src, err := Bytes(t.Context(), "a.txt", append([]byte(tt.mark), data...))
		if err != nil || src.Format != "text" {
			t.Errorf("%s: %v %v", tt.charset, src, err)
		}
	}
}

func TestBrokenUTF8(t *testing.T) {
	text, charset := decode([]byte(sampleText[:100]+"\xff"+sampleText[100:]), "")
	if charset != "utf-8" || !strings.Contains(text, "\ufffd") || !strings.Contains(text, "обращений") {
		t.Errorf("%s: %.200q", charset, text)
	}
}

func TestPlainLines(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a line is a paragraph", "Статья 1\n      1) а;\r\n\r\n\t2) б.\r3. в\u2028г", "Статья 1|1) а;|2) б.|3. в|г"},
		{"no-break space is trimmed", "\u00a0\u00a0 1. Закон\u00a0РК \u00a0", "1. Закон\u00a0РК"},
		{"letter-spaced as printed", "С т а т ь я 5", "С т а т ь я 5"},
		{"blanks only", "\n \n\u00a0\n", ""},
		{"table of tabs", "До\nВсего\tМужчин\tЖенщин\n145\t52\t93\nПосле", "До|Всего\tМужчин\tЖенщин|145\t52\t93|После"},
		{"empty cells", "№\tДата\tМесто\n1\t\tг.Север\n\t2 мая\tг.Юг", "№\tДата\tМесто|1\t\tг.Север|2 мая\tг.Юг"},
		{"one line is no table", "Председатель\tсовета\tА. Петров", "Председатель\tсовета\tА. Петров"},
	} {
		lines := plain(tt.text)
		if got := strings.Join(linesText(lines), "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		checkLines(t, lines)
	}
	table := plain("№\tДата\tМесто\n1\t\tг.Север\n\t2 мая\tг.Юг")
	if len(table) != 3 || len(table[2].Cells) != 3 || table[2].Cells[0].Text != "" || table[2].Table != 1 {
		t.Errorf("%+v", table)
	}
	contents := plain("Глава 1\tОбщие положения\t3\nГлава 2\tПорядок\t7\n")
	if len(contents) != 2 || contents[0].Table != 0 {
		t.Errorf("a table of contents is no table: %+v", contents)
	}
	if l := plain("      1. Закон")[0]; l.Style.Indent != 6 {
		t.Errorf("indent %d", l.Style.Indent)
	}
}

// wrap breaks a paragraph into lines as typewriters and old portals did.
func wrap(s, first string, width int) string {
	var lines []string
	line := first
	for _, w := range strings.Fields(s) {
		switch {
		case strings.TrimSpace(line) == "":
			line += w
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > width:
			lines = append(lines, line)
			line = w
		default:
			line += " " + w
		}
	}
	return strings.Join(append(lines, line), "\n")
}

func TestWrappedTextIsJoined(t *testing.T) {
	var paras []string
	for _, p := range strings.Split(sampleText, "\n") {
		if p = strings.TrimSpace(p); p != "" && !strings.HasPrefix(p, "З") && !strings.HasPrefix(p, "О ") {
			paras = append(paras, p)
		}
	}
	for i, p := range paras { // long enough for several lines
		if strings.HasSuffix(p, ".") && !strings.HasPrefix(p, "Статья") {
			paras[i] = p + " " + strings.Repeat("Орган, который получил обращение, отвечает на него по существу и в срок. ", 4) + "Конец."
		}
	}
	all := slices.Concat(paras, paras, paras)
	for _, tt := range []struct{ name, first, between string }{
		{"indents", "     ", "\n"},
		{"blank lines", "", "\n\n"},
		{"indents and blank lines", "      ", "\n\n"},
	} {
		for _, width := range []int{60, 66, 72, 80} {
			var b []string
			for _, p := range all {
				b = append(b, wrap(p, tt.first, width))
			}
			got := linesText(plain(strings.Join(b, tt.between)))
			if !slices.Equal(got, all) {
				t.Errorf("%s, %d wide: %d paragraphs, want %d:\n%s", tt.name, width, len(got), len(all), strings.Join(got[:min(len(got), 6)], "\n"))
			}
		}
	}
}

// A text of short lines is not taken for a wrapped one.
func TestShortLinesStay(t *testing.T) {
	var b strings.Builder
	n := 0
	for range 30 {
		for _, l := range []string{
			"Статья 5. Права и обязанности членов общественного совета",
			"1. Член общественного совета вправе:",
			"1) запрашивать у государственного органа необходимые сведения;",
			"2) вносить предложения;",
			"2. Член общественного совета обязан соблюдать регламент работы.",
		} {
			b.WriteString(l + "\n")
			n++
		}
	}
	if got := len(plain(b.String())); got != n {
		t.Errorf("%d lines, want %d", got, n)
	}
}

func TestRejoin(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"общественный", "совет", "общественный совет"},
		{"общест-", "венный", "общественный"},
		{"общест\u00ad", "венный", "общественный"},
		{"№ 15-", "VI", "№ 15-VI"},
		{"совет -", "орган", "совет - орган"},
	} {
		if got := rejoin(tt.a, tt.b); got != tt.want {
			t.Errorf("%q + %q = %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat(sampleText+"\n", 2000)
	cp1251, err := charmap.Windows1251.NewEncoder().Bytes([]byte(text))
	if err != nil {
		b.Fatal(err)
	}
	for name, data := range map[string][]byte{"utf-8": []byte(text), "windows-1251": cp1251} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Bytes(b.Context(), "a.txt", data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
