package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wlvl is a level of a list.
func wlvl(n, format, text, more string) string {
	return `<w:lvl w:ilvl="` + n + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/>` + more + `</w:lvl>`
}

func wabstract(id, content string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + content + `</w:abstractNum>`
}

func wnum(id, abstract, content string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + content + `</w:num>`
}

func wstyle(kind, id, content string) string {
	return `<w:style w:type="` + kind + `" w:styleId="` + id + `">` + content + `</w:style>`
}

func docxText(t *testing.T, body string, parts ...string) string {
	t.Helper()
	for i := 1; i < len(parts); i += 2 {
		root := strings.TrimSuffix(filepath.Base(parts[i-1]), ".xml")
		parts[i] = `<w:` + root + ` ` + wordSpace + `>` + parts[i] + `</w:` + root + `>`
	}
	lines, _, err := docxLines(&input{ctx: context.Background(), data: zipDOCX(t, body, parts...)})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(linesText(lines), "|")
}

func TestDOCXNumbering(t *testing.T) {
	three := wlvl("0", "decimal", "%1.", "") + wlvl("1", "decimal", "%1.%2.", "") + wlvl("2", "russianLower", "%3)", "")
	styled := func(style string) string { return wp(`<w:pStyle w:val="`+style+`"/>`, wr("т")) }
	for _, tt := range []struct{ name, numbering, styles, body, want string }{
		{"lists of one definition go on", wabstract("0", three) + wnum("1", "0", "") + wnum("2", "0", ""), "",
			numbered("1", "0", "т") + numbered("2", "0", "т") + wp("", wr("текст")) + numbered("1", "0", "т"), "1. т|2. т|текст|3. т"},
		{"a list starts anew once", wabstract("0", three) + wnum("1", "0", "") + wnum("2", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`), "",
			numbered("1", "0", "т") + numbered("2", "0", "т") + numbered("2", "0", "т") + numbered("1", "0", "т"), "1. т|5. т|6. т|7. т"},
		{"a lower level starts anew each time", wabstract("0", three) + wnum("1", "0", `<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>`), "",
			numbered("1", "0", "т") + numbered("1", "1", "т") + numbered("1", "0", "т") + numbered("1", "1", "т") + numbered("1", "1", "т"), "1. т|1.3. т|2. т|2.3. т|2.4. т"},
		{"a level redefined", wabstract("0", three) + wnum("1", "0", `<w:lvlOverride w:ilvl="0">`+wlvl("0", "upperRoman", "Раздел %1", "")+`</w:lvlOverride>`), "",
			numbered("1", "0", "т") + numbered("1", "1", "т"), "Раздел I т|I.1. т"},
		{"articles through the act", wabstract("0", wlvl("0", "decimal", "Глава %1.", "")+wlvl("1", "decimal", "Статья %2.", `<w:lvlRestart w:val="0"/>`)) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "1", "т") + numbered("1", "0", "т") + numbered("1", "1", "т"), "Глава 1. т|Статья 1. т|Глава 2. т|Статья 2. т"},
		{"restart by the first level only", wabstract("0", wlvl("0", "decimal", "%1.", "")+wlvl("1", "decimal", "%2)", "")+wlvl("2", "lowerLetter", "%3)", `<w:lvlRestart w:val="1"/>`)) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "1", "т") + numbered("1", "2", "т") + numbered("1", "1", "т") + numbered("1", "2", "т") + numbered("1", "0", "т") + numbered("1", "2", "т"),
			"1. т|1) т|a) т|2) т|b) т|2. т|a) т"},
		{"no gap where none is printed", wabstract("0", wlvl("0", "decimal", "Статья %1", `<w:suff w:val="nothing"/>`)) + wnum("1", "0", ""), "",
			numbered("1", "0", ". Цель") + numbered("1", "0", "\u00a0Задачи"), "Статья 1. Цель|Статья 2 Задачи"},
		{"legal", wabstract("0", wlvl("0", "upperRoman", "%1.", "")+wlvl("1", "upperLetter", "%1-%2", "<w:isLgl/>")) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "1", "т"), "I. т|1-1 т"},
		{"bullets", wabstract("0", wlvl("0", "bullet", "\uf0b7", `<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>`)+wlvl("1", "bullet", "–", "")+wlvl("2", "bullet", "o", "")+wlvl("3", "bullet", "Примечание:", "")) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "1", "т") + numbered("1", "2", "т") + numbered("1", "3", "т") + numbered("1", "0", ""), "• т|• т|• т|Примечание: т"},
		{"words without numbers", wabstract("0", wlvl("0", "none", "Сноска.", "")+wlvl("1", "none", "", "")) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "1", "т"), "Сноска. т|т"},
		{"a format for newer programs", wabstract("0", `<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>`+
			`<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>`) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "0", "т"), "009 т|010 т"},
		{"words for numbers", wabstract("0", wlvl("0", "ordinalText", "РАЗДЕЛ %1", "")+wlvl("1", "ordinal", "%2", "")) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + numbered("1", "1", "т") + numbered("1", "0", "т"), "РАЗДЕЛ Первый т|1-й т|РАЗДЕЛ Второй т"},
		{"words in the level's language", wabstract("0", wlvl("0", "ordinalText", "%1", `<w:rPr><w:lang w:val="en-GB"/></w:rPr>`)) + wnum("1", "0", ""), "", numbered("1", "0", "т"), "First т"},
		{"through styles", wabstract("0", wlvl("0", "decimal", "Глава %1.", `<w:pStyle w:val="A"/>`)+wlvl("1", "decimal", "Статья %2.", `<w:pStyle w:val="B"/>`)) + wnum("1", "0", ""),
			wstyle("paragraph", "A", `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`) + wstyle("paragraph", "B", `<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>`) +
				wstyle("paragraph", "C", `<w:basedOn w:val="B"/>`) + wstyle("paragraph", "D", `<w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`),
			styled("A") + styled("B") + styled("C") + styled("D") + wp(`<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>`, wr("т")) + styled("B"),
			"Глава 1. т|Статья 1. т|Статья 2. т|т|т|Статья 3. т"},
		{"the usual style", wabstract("0", three) + wnum("1", "0", ""),
			`<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`, wp("", wr("т")), "1. т"},
		{"through a style of lists", wabstract("0", `<w:styleLink w:val="L"/>`+three) + wabstract("1", `<w:numStyleLink w:val="L"/>`) + wnum("1", "0", "") + wnum("2", "1", ""),
			wstyle("numbering", "L", `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`),
			numbered("2", "0", "т") + numbered("2", "1", "т") + numbered("1", "0", "т"), "1. т|1.1. т|2. т"},
		{"a chain of styles that bites its tail", "", wstyle("paragraph", "A", `<w:basedOn w:val="B"/>`) + wstyle("paragraph", "B", `<w:basedOn w:val="A"/>`), styled("A"), "т"},
		{"lists that are not there", wnum("1", "7", ""), "", numbered("1", "0", "т") + numbered("8", "0", "т") + numbered("1", "99", "т"), "т|т|т"},
		{"hidden paragraphs do not count", wabstract("0", three) + wnum("1", "0", ""), "",
			numbered("1", "0", "т") + wp(listed("0")+`<w:rPr><w:vanish/></w:rPr>`, `<w:r><w:rPr><w:vanish/></w:rPr><w:t>т</w:t></w:r>`) + numbered("1", "0", "т"), "1. т|2. т"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := docxText(t, tt.body, "word/numbering.xml", tt.numbering, "word/styles.xml", tt.styles); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestListNumber(t *testing.T) {
	for _, tt := range []struct {
		n            int
		format, want string
	}{
		{4, "decimal", "4"}, {4, "upperRoman", "IV"}, {1999, "lowerRoman", "mcmxcix"}, {0, "upperRoman", "0"},
		{10, "russianLower", "к"}, {29, "russianUpper", "Я"}, {30, "russianLower", "аа"}, {27, "lowerLetter", "aa"}, {0, "lowerLetter", "0"},
		{7, "decimalZero", "07"}, {12, "decimalZero", "12"}, {3, "decimalEnclosedCircle", "③"}, {3, "decimalEnclosedParen", "(3)"},
		{3, "numberInDash", "- 3 -"}, {6, "chicago", "††"}, {255, "hex", "FF"}, {7, "001, 002, 003, ...", "007"}, {5, "unheard-of", "5"}, {5, "none", ""},
	} {
		if got := listNumber(tt.n, tt.format); got != tt.want {
			t.Errorf("%d %s: %q, want %q", tt.n, tt.format, got, tt.want)
		}
	}
	for n, want := range map[int][2]string{1: {"Первый", "First"}, 12: {"Двенадцатый", "Twelfth"}, 40: {"Сороковой", "Fortieth"},
		53: {"Пятьдесят третий", "Fifty-third"}, 100: {"Сотый", "100"}, 348: {"Триста сорок восьмой", "348"}, 1000: {"1000", "1000"}} {
		for i, english := range []bool{false, true} {
			if got := wordNumber(n, "ordinalText", english); got != want[i] {
				t.Errorf("%d: %q, want %q", n, got, want[i])
			}
		}
	}
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 23: "23rd", 112: "112th"} {
		if got := wordNumber(n, "ordinal", true); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// Numbers are those that another program printed, to the letter.
func TestDataDOCXNumbering(t *testing.T) {
	texts := func(s string) []string {
		var lines []string
		for l := range strings.SplitSeq(strings.TrimPrefix(s, "\ufeff"), "\n") {
			if l = strings.Join(strings.Fields(l), " "); l != "" {
				lines = append(lines, l)
			}
		}
		return lines
	}
	truth := map[string]string{}
	for _, name := range dataFiles(t, "reports/generated/numbering_truth", "*.txt") {
		truth[strings.TrimSuffix(filepath.Base(name), ".txt")] = name
	}
	for _, name := range dataFiles(t, "reports/generated/docx_handmade", "*.expected.txt") {
		truth[strings.TrimSuffix(filepath.Base(name), ".expected.txt")] = name
	}
	compared := 0
	for _, name := range dataFiles(t, "reports", "*.docx") {
		file := truth[strings.TrimSuffix(filepath.Base(name), ".docx")]
		if file == "" {
			continue
		}
		compared++
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := texts(string(b))
		var got []string
		for _, l := range readData(t, name) {
			if !l.Style.Note { // the texts leave out footnotes
				got = append(got, texts(strings.ReplaceAll(l.Text, "\t", "\n"))...)
			}
		}
		i := 0
		for i < min(len(want), len(got)) && want[i] == got[i] {
			i++
		}
		if i < len(want) || i < len(got) {
			t.Errorf("%s, line %d: %.200q\nwant %.200q", filepath.Base(name), i+1, got[i:min(i+1, len(got))], want[i:min(i+1, len(want))])
		}
	}
	if compared != len(truth) {
		t.Errorf("%d of %d texts compared", compared, len(truth))
	}
}
