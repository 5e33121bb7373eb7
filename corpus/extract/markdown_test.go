package extract

import (
	"fmt"
	"strings"
	"testing"

	"svod/corpus"
)

// shown prints a line with what the layout says of it.
func shown(l corpus.Line) string {
	var b strings.Builder
	if l.Style.Heading > 0 {
		fmt.Fprintf(&b, "H%d ", l.Style.Heading)
	}
	if l.Style.Bold {
		b.WriteString("bold ")
	}
	if l.Style.Struck {
		b.WriteString("struck ")
	}
	if l.Style.Note {
		b.WriteString("note ")
	}
	if l.Style.Indent > 0 {
		fmt.Fprintf(&b, "+%d ", l.Style.Indent)
	}
	if l.Table == 0 {
		return b.String() + l.Text
	}
	fmt.Fprintf(&b, "T%d", l.Table)
	for _, c := range l.Cells {
		fmt.Fprintf(&b, " [%s]", c.Text)
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"headings", "# Закон\n### Статья 1. Предмет ###\n#не заголовок", "H1 Закон|H3 Статья 1. Предмет|#не заголовок"},
		{"underlined heading", "# З\nЗакон\n=====\nтекст", "H1 З|H1 Закон|текст"},
		{"numbers as printed", "# З\n1. а\n1. б\n1) в\n1\\. г\n2-1) д", "H1 З|1. а|1. б|1) в|1. г|2-1) д"},
		{"a line is a paragraph", "# З\n1. а\nб\n\n\nв", "H1 З|1. а|б|в"},
		{"indented lines are no code", "# З\n      1. **а**", "H1 З|bold +6 1. а"},
		{"emphasis", "# З\n**Статья 1.** *Общие* _положения_ ***три*** `код` и ~~всё~~", "H1 З|Статья 1. Общие положения три код и всё"},
		{"stars and underscores of the text", "# З\nцена* и срок**, 2 * 3 * 4, имя_файла_х, * примечание", "H1 З|цена* и срок**, 2 * 3 * 4, имя_файла_х, * примечание"},
		{"escapes", `# З` + "\n" + `\*текст\* \_а\_ \# \[б\] 5\-1`, "H1 З|*текст* _а_ # [б] 5-1"},
		{"struck", "# З\n~~отменено~~", "H1 З|struck отменено"},
		{"links", "# З\nсм. [статью 5](#s5) и <https://example.org/a_b_c>", "H1 З|см. статью 5 и https://example.org/a_b_c"},
		{"tags", "# З <a name=\"z\"></a>\n<p>Статья 53<sup>1</sup>&nbsp;— <b>а</b><br>б</p>\nx < 5 > 3 <иное>", "H1 З|Статья 53¹\u00a0— а|б|x < 5 > 3 <иное>"},
		{"comments and scripts", "# З\n<!-- черновик\nстрока -->а<script>x()</script>", "H1 З|а"},
		{"quotes and rules", "# З\n> 1. а\n> > б\n\n---\n* * *\nв", "H1 З|1. а|б|в"},
		{"fences", "# З\n```\n# не заголовок\n```\nа", "H1 З|# не заголовок|а"},
		{"notes", "# З\nтекст[^1] дальше\n\n[^1]: сноска", "H1 З|текст дальше|note сноска"},
		{"table", "# З\n| № | Дата |\n|---|:--:|\n| 1 | **2 мая** \\| 3 мая |\n| | |\nпосле", "H1 З|T1 [№] [Дата]|T1 [1] [2 мая | 3 мая]|после"},
		{"table without outer bars", "а | б\n--- | ---\nв | г", "T1 [а] [б]|T1 [в] [г]"},
		{"two tables", "|а|б|\n|--|--|\n\n|в|г|\n|--|--|", "T1 [а] [б]|T2 [в] [г]"},
		{"properties", "---\ntitle: \"Протокол № 1\"\nlayout: page\n---\nтекст", "H1 Протокол № 1|текст"},
		{"a rule is no properties", "---\n# Закон\nСтатья 1 пункт 2\n---\n", "H1 Закон|Статья 1 пункт 2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Bytes(t.Context(), "a.md", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range src.Lines {
				got = append(got, shown(l))
			}
			if s := strings.Join(got, "|"); src.Format != "markdown" || s != tt.want {
				t.Errorf("%s\n got %q\nwant %q", src.Format, s, tt.want)
			}
			checkLines(t, src.Lines)
		})
	}
}

func TestWrappedMarkdownIsJoined(t *testing.T) {
	long := strings.Repeat("Орган, который получил обращение, отвечает на него по существу и в срок. ", 5) + "Конец."
	want := "# Закон"
	text := want
	for i := range 8 {
		para := fmt.Sprintf("%d. %s", i+1, long)
		want += "|" + para
		text += "\n\n" + wrap(para, "", 62)
		want += "|- " + long + "|- " + long
		text += "\n\n" + wrap("- "+long, "", 62) + "\n" + wrap("- "+long, "", 62)
	}
	src, err := Bytes(t.Context(), "a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(linesText(src.Lines), "|"); got != want[2:] {
		t.Errorf("got %.1000q", got)
	}
}

func TestJSON(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"title before the text", `{"_id": 1, "title": "О порядке", "text": "Статья 1\nСтатья 2"}`, "H1 О порядке|Статья 1|Статья 2"},
		{"title in the text", `{"title": "О порядке", "text": "ПРИКАЗ\nО порядке\nСтатья 1"}`, "ПРИКАЗ|О порядке|Статья 1"},
		{"title broken in the text", `{"title": "О порядке приёма", "text": "О порядке \nприёма\nСтатья 1"}`, "О порядке|приёма|Статья 1"},
		{"no title", `{"text": "Статья 1"}`, "Статья 1"},
		{"byte order mark", "\ufeff" + `{"text": "Статья 1"}`, "Статья 1"},
		{"escapes", `{"text": "\u0421татья 1\r\n\t2\u00a0"}`, "Статья 1|+8 2"},
	} {
		src, err := Bytes(t.Context(), "a.json", []byte(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var got []string
		for _, l := range src.Lines {
			got = append(got, shown(l))
		}
		if s := strings.Join(got, "|"); src.Format != "json" || s != tt.want {
			t.Errorf("%s: %s %q, want %q", tt.name, src.Format, s, tt.want)
		}
	}
}
