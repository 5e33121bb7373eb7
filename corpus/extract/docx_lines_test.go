package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"svod/corpus"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// zipDOCX builds a document of a body and, in pairs of name and content, other
// parts.
func zipDOCX(tb testing.TB, body string, parts ...string) []byte {
	tb.Helper()
	parts = append(parts, "word/document.xml", `<w:document `+wordSpace+`><w:body>`+body+`</w:body></w:document>`,
		"[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i], Method: zip.Store} // a packer takes longer to make than what is fuzzed
		if len(parts[i+1]) > 1<<20 {
			h.Method = zip.Deflate
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

const numberingPart = `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="РАЗДЕЛ %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`

const notesPart = `<w:footnotes ` + wordSpace + `><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:t>В редакции Закона.</w:t></w:r></w:p></w:footnote></w:footnotes>`

func numbered(num, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestDOCXText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"layout around the text", "<w:p><w:r><w:t>\n\u00a0\u00a0 1) один\nдва</w:t></w:r></w:p>", "1) один два"},
		{"line breaks", `<w:p><w:r><w:t>1) первый;</w:t><w:br/><w:t>2) второй</w:t><w:cr/></w:r></w:p>`, "1) первый;|2) второй"},
		{"hyphens", `<w:p><w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>1 за</w:t><w:softHyphen/><w:t>кон</w:t></w:r></w:p>`, "5-1 закон"},
		{"superscript", `<w:p><w:r><w:t>Статья 53</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>`, "Статья 53¹"},
		{"tracked changes", `<w:p><w:del><w:r><w:delText>до 1 мая</w:delText></w:r></w:del><w:ins><w:r><w:t>до 1 июня</w:t></w:r></w:ins></w:p>
			<w:p><w:moveFrom><w:r><w:t>ушёл</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>пришёл</w:t></w:r></w:moveTo></w:p>`, "до 1 июня|пришёл"},
		{"field instructions", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>статья 5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "статья 5"},
		{"text box once", `<w:p><w:r><w:t>текст</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>рамка</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
			<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>рамка</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "текст|рамка"},
		{"a level that was only shown counts", numbered("1", "1", "а") + numbered("1", "0", "б"), "1.1. а|РАЗДЕЛ II. б"},
		{"note after its paragraph", `<w:p><w:r><w:t>один</w:t><w:footnoteReference w:id="1"/></w:r></w:p><w:p><w:r><w:t>два</w:t></w:r></w:p>`, "один|В редакции Закона.|два"},
		{"content controls and links", `<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>`, "ссылка"},
		{"numbers", numbered("1", "0", "Общее") + numbered("1", "1", "а") + numbered("1", "2", "б") + numbered("1", "2", "в") +
			numbered("1", "1", "г") + numbered("1", "2", "д") + numbered("2", "1", "е") + numbered("1", "0", "ж") + numbered("1", "1", "з"),
			"РАЗДЕЛ I. Общее|1.1. а|а) б|б) в|1.2. г|а) д|1.5. е|РАЗДЕЛ II. ж|2.1. з"},
		{"a number alone", numbered("1", "0", "") + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:del><w:r><w:delText>б</w:delText></w:r></w:del></w:p>` + numbered("1", "0", "в"),
			"РАЗДЕЛ I.|РАЗДЕЛ II.|РАЗДЕЛ III. в"}, // the mark of the second one stays: Word shows its number
		{"nothing", `<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := zipDOCX(t, tt.body, "word/numbering.xml", numberingPart, "word/footnotes.xml", notesPart)
			if !isDOCX(data) {
				t.Fatal("not known as DOCX")
			}
			lines, _, err := docxLines(&input{ctx: context.Background(), name: "a.docx", data: data})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range lines {
				got = append(got, l.Text)
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestDOCXTableMerges(t *testing.T) {
	cell := func(props, text string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	lines, _, err := docxLines(&input{ctx: context.Background(), data: zipDOCX(t, `<w:tbl>`+
		`<w:tr>`+cell(`<w:gridSpan w:val="2"/>`, "Ставка")+cell("", "Год")+`</w:tr>`+
		`<w:tr>`+cell(`<w:vMerge w:val="restart"/>`, "Налог")+cell("", "5")+cell("", "2025")+`</w:tr>`+
		`<w:tr>`+cell(`<w:vMerge/>`, "")+cell("", "6")+cell("", "2026")+`</w:tr>`+
		`<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`+cell("", "нет")+cell("", "1")+cell("", "2")+`</w:tr></w:tbl>`)})
	if err != nil || len(lines) != 3 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for i, want := range [][]corpus.Cell{
		{{Text: "Ставка", Cols: 2}, {Text: "Год"}},
		{{Text: "Налог", Rows: 2}, {Text: "5"}, {Text: "2025"}},
		{{Text: "6"}, {Text: "2026"}},
	} {
		got := lines[i].Cells
		if len(got) != len(want) || lines[i].Table != 1 {
			t.Fatalf("row %d: %+v", i, lines[i])
		}
		for j := range want {
			if got[j] != want[j] {
				t.Errorf("row %d cell %d: %+v, want %+v", i, j, got[j], want[j])
			}
		}
	}
}

// A damaged document is read as far as it goes, with a warning; it is refused
// when nothing of it is left.
func TestDOCXDamage(t *testing.T) {
	whole := zipDOCX(t, `<w:p><w:r><w:t>Статья 1.</w:t></w:r></w:p><w:p><w:r><w:t>начало</w:t></w:r></w:p>`)
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"list of parts missing", whole[:len(whole)-30], "Статья 1.|начало"},
		{"list of parts and last part missing", whole[:bytes.Index(whole, []byte("[Content_Types]"))+5], "Статья 1.|начало"},
		{"document.xml cut off", zipDOCX(t, `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ячейка</w:t></w:r></w:p><w:p><w:r><w:t>нача`), "ячейка нача"},
		{"tags that do not match", zipDOCX(t, `<w:p><w:r><w:t>один</w:r></w:p></w:tbl><w:p><w:r><w:t>два</w:t></w:r></w:p>`), "один|два"},
	} {
		src, err := Bytes(context.Background(), "a.docx", tt.data)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := strings.Join(linesText(src.Lines), "|"); got != tt.want || len(src.Warnings) != 1 || src.Warnings[0].Code != "file-damaged" {
			t.Errorf("%s: %s, %v; want %s", tt.name, got, src.Warnings, tt.want)
		}
	}
	var e *Error
	for name, data := range map[string][]byte{
		"cut in the middle": whole[:bytes.Index(whole, []byte("word/document.xml"))+30],
		"nothing there":     zipDOCX(t, `<w:p><w:r><w:t>`),
	} {
		if _, err := Bytes(context.Background(), "a.docx", data); !errors.As(err, &e) || e.Code != "truncated" {
			t.Errorf("%s: %v", name, err)
		}
	}
	scan := zipDOCX(t, `<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`)
	if _, err := Bytes(context.Background(), "a.docx", scan); !errors.As(err, &e) || e.Code != "no-text" {
		t.Errorf("nothing but a picture: %v", err)
	}
	bomb := zipDOCX(t, strings.Repeat(" ", 64<<20))
	if _, err := Bytes(context.Background(), "a.docx", bomb); !errors.As(err, &e) || e.Code != "too-large" {
		t.Errorf("bomb: %v", err)
	}
}

// Whatever the bytes, reading ends with lines that are not empty, in both views.
func FuzzDOCXLines(f *testing.F) {
	f.Add(zipDOCX(f, numbered("1", "0", "Общее"), "word/numbering.xml", numberingPart))
	f.Add(zipDOCX(f, `<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`, "word/footnotes.xml", notesPart))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, original := range []bool{false, true} {
			lines, _, _ := docxLines(&input{ctx: context.Background(), name: "a.docx", data: data, Reader: Reader{Original: original}})
			checkLines(t, tidy(lines))
		}
	})
}

// The XML inside is fuzzed without its packing, which hardly survives a change.
func FuzzDOCXBody(f *testing.F) {
	f.Add(numbered("1", "0", "Общее"), numberingPart, "")
	f.Add(wp(markDeleted, wr("а"))+wp("", wfield("TOC", wr("б"))), numberingPart, `<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`)
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="9"/></w:tcPr>`+wp("", wbox(wp("", wr("в"))))+`</w:tc></w:tr></w:tbl>`, wabstract("0", wlvl("0", "bullet", "%1", "")), "")
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		data := zipDOCX(t, body, "word/numbering.xml", numbering, "word/styles.xml", styles, "word/footnotes.xml", notesPart)
		for _, original := range []bool{false, true} {
			lines, _, _ := docxLines(&input{ctx: context.Background(), name: "a.docx", data: data, Reader: Reader{Original: original}})
			checkLines(t, tidy(lines))
		}
	})
}

func BenchmarkDOCXLines(b *testing.B) {
	file, err := os.ReadFile(largestDOCX(b))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := docxLines(&input{ctx: context.Background(), name: "a.docx", data: file}); err != nil {
			b.Fatal(err)
		}
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
