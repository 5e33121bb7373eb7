package extract

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// views reads a document in both views of its tracked changes.
func views(t *testing.T, data []byte) (accepted, original string) {
	t.Helper()
	var s [2]string
	for i, before := range []bool{false, true} {
		lines, _, err := docxLines(&input{ctx: context.Background(), data: data, Reader: Reader{Original: before}})
		if err != nil {
			t.Fatal(err)
		}
		s[i] = strings.Join(linesText(lines), "|")
	}
	return s[0], s[1]
}

// Parts of documents with tracked changes.
func wr(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
func wdel(text string) string {
	return `<w:del><w:r><w:delText xml:space="preserve">` + text + `</w:delText></w:r></w:del>`
}
func wins(text string) string { return `<w:ins>` + wr(text) + `</w:ins>` }
func wp(props, content string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr>` + content + `</w:p>`
}
func listed(level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/></w:numPr>`
}

const (
	markDeleted  = `<w:rPr><w:del w:id="1"/></w:rPr>`
	markInserted = `<w:rPr><w:ins w:id="1"/></w:rPr>`
)

func TestDOCXChanges(t *testing.T) {
	for _, tt := range []struct{ name, body, accepted, original string }{
		{"words", wp("", wr("до ")+wdel("1 мая")+wins("1 июня")), "до 1 июня", "до 1 мая"},
		{"moved", wp("", `<w:moveFrom>`+wr("ушёл")+`</w:moveFrom>`) + wp("", wr("стоит")) + wp("", `<w:moveTo>`+wr("пришёл")+`</w:moveTo>`),
			"стоит|пришёл", "ушёл|стоит"},
		{"deleted what was inserted", wp("", wr("а")+`<w:ins>`+wdel("б")+wr("в")+`</w:ins>`), "ав", "а"},
		{"mark deleted", wp(markDeleted, wr("Совет ведёт")) + wp("", wr("учёт.")), "Совет ведёт учёт.", "Совет ведёт|учёт."},
		{"mark inserted", wp(markInserted, wr("Совет ведёт")) + wp("", wr(" учёт.")), "Совет ведёт|учёт.", "Совет ведёт учёт."},
		{"marks deleted in a row", wp(markDeleted, wr("а")) + wp(markDeleted, wr("б")) + wp("", wr("в")), "а б в", "а|б|в"},
		{"mark deleted before a table", wp(markDeleted, wr("а")) + `<w:tbl><w:tr><w:tc>` + wp("", wr("б")) + `</w:tc></w:tr></w:tbl>`, "а|б", "а|б"},
		{"whole items, numbers follow", wp(listed("2"), wr("а;")) + wp(listed("2")+markDeleted, wdel("б;")) + wp(listed("2")+markInserted, wins("в;")) + wp(listed("2"), wr("г.")),
			"а) а;|б) в;|в) г.", "а) а;|б) б;|в) г."},
		{"number inserted", wp(`<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/><w:ins w:id="1"/></w:numPr>`, wr("текст")), "а) текст", "текст"},
		{"former number", wp(listed("2")+`<w:pPrChange w:id="1"><w:pPr>`+listed("0")+`</w:pPr></w:pPrChange>`, wr("текст")), "а) текст", "РАЗДЕЛ I. текст"},
		{"former superscript", wp("", wr("Статья 5")+`<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:rPrChange></w:rPr><w:t>1</w:t></w:r>`),
			"Статья 51", "Статья 5¹"},
		{"rows", `<w:tbl><w:tr><w:tc>` + wp("", wr("а")) + `</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>` + wp(listed("2"), wr("б")) + `</w:tc></w:tr>` +
			`<w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc>` + wp(listed("2"), wr("в")) + `</w:tc></w:tr></w:tbl>`, "а|а) в", "а|а) б"},
		{"cells", `<w:tbl><w:tr><w:tc>` + wp("", wr("а")) + `</w:tc><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>` + wp(listed("2"), wr("б")) + `</w:tc><w:tc><w:tcPr><w:cellIns w:id="1"/></w:tcPr>` + wp(listed("2"), wr("в")) + `</w:tc></w:tr></w:tbl>`,
			"а\tа) в", "а\tа) б"},
		{"former columns", `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:tcPrChange w:id="1"><w:tcPr/></w:tcPrChange></w:tcPr>` + wp("", wr("а")) + `</w:tc></w:tr></w:tbl>`, "а", "а"},
		{"field deleted", wp("", `<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>REF x</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+
			`<w:r><w:delText>5</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>`+wr(" стоит")), "стоит", "5 стоит"},
		{"note of deleted words", wp("", wr("а")+`<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del>`), "а", "а|В редакции Закона."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			accepted, original := views(t, zipDOCX(t, tt.body, "word/numbering.xml", numberingPart, "word/footnotes.xml", notesPart))
			if accepted != tt.accepted {
				t.Errorf("accepted %s\nwant     %s", accepted, tt.accepted)
			}
			if original != tt.original {
				t.Errorf("original %s\nwant     %s", original, tt.original)
			}
		})
	}
}

// Both views of the tracked changes of real documents are those that others found.
func TestDataDOCXChanges(t *testing.T) {
	words := regexp.MustCompile(`Str "((?:[^"\\]|\\.)*)"`)
	for _, name := range dataFiles(t, "reports/office_testsuites/pandoc_trackchanges", "*_accept.native") {
		base := strings.TrimSuffix(name, "_accept.native")
		data, err := os.ReadFile(base + ".docx")
		if err != nil {
			t.Fatal(err)
		}
		accepted, original := views(t, data)
		for view, got := range map[string]string{"accept": accepted, "reject": original} {
			native, err := os.ReadFile(base + "_" + view + ".native")
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, m := range words.FindAllStringSubmatch(string(native), -1) {
				want = append(want, strings.NewReplacer(`\8217`, "’", `\"`, `"`).Replace(m[1]))
			}
			if w := strings.Join(want, " "); strings.ReplaceAll(got, "|", " ") != w {
				t.Errorf("%s, %s: %s\nwant %s", filepath.Base(base), view, got, w)
			}
			if paras := strings.Count(string(native), "Para ["); strings.Count(got, "|")+1 != paras {
				t.Errorf("%s, %s: %q has not %d paragraphs", filepath.Base(base), view, got, paras)
			}
		}
	}
	for _, name := range dataFiles(t, "reports/generated/docx_handmade", "*.accepted.txt") {
		base := strings.TrimSuffix(name, ".accepted.txt")
		data, err := os.ReadFile(base + ".docx")
		if err != nil {
			t.Fatal(err)
		}
		accepted, original := views(t, data)
		for file, got := range map[string]string{name: accepted, base + ".rejected.txt": original} {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			// The texts leave out the table at the end.
			if w := strings.Join(strings.Split(strings.TrimSpace(string(want)), "\n"), "|"); !strings.HasPrefix(got+"|", w+"|") {
				t.Errorf("%s: %s\nwant %s", filepath.Base(file), got, w)
			}
		}
	}
}
