package extract

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf16"

	"svod/corpus"
)

func wfield(code, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func wbox(content string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>` + content + `</w:txbxContent></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><w:txbxContent>` + content + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

func TestDOCXContent(t *testing.T) {
	cell := func(props, content string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + content + `</w:tc>`
	}
	tbl := func(rows ...string) string {
		return `<w:tbl><w:tr>` + strings.Join(rows, `</w:tr><w:tr>`) + `</w:tr></w:tbl>`
	}
	for _, tt := range []struct{ name, body, want string }{
		{"entities and comments", wp("", `<w:r><w:t>«А&amp;Б» &lt;&#8212;&#x2116; &copy;<!-- нет -->, <![CDATA[<в>]]></w:t></w:r>`), "«А&Б» <—№ &copy;, <в>"},
		{"field in a field's code", wp("", wfield(`IF `+`</w:instrText></w:r>`+wfield("REF a", wr("5"))+`<w:r><w:instrText> = 5 `, wr("да"))), "да"},
		{"field in a field's result", wp("", wfield("HYPERLINK x", wr("см. ")+wfield("REF a", wr("5")))), "см. 5"},
		{"field over paragraphs", wp("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>`) +
			wp("", `<w:r><w:instrText>\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+wr("а")) + wp("", wr("б")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "а|б"},
		{"simple field", wp("", `<w:fldSimple w:instr="DATE">`+wr("1 мая")+`</w:fldSimple>`), "1 мая"},
		{"symbol field", wp("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SYMBOL 254 \f "Wingdings"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+wr(" да")), "☑ да"},
		{"forms", wp("", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+
			wr(" ")+`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="нет"/><w:listEntry w:val="да"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`), "☒ да"},
		{"symbols", wp("", `<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Times New Roman" w:char="2116"/>`+
			`<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>`+"\uf0fc"+`</w:t></w:r>`), "☐☑≥№✓"},
		{"line and page breaks", wp("", wr("а")+`<w:r><w:br w:type="page"/></w:r>`+wr("б")+`<w:r><w:br/><w:br/></w:r>`+wr("в")), "а|б|в"},
		{"content controls", `<w:sdt><w:sdtPr><w:alias w:val="нет"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>` + wp("", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+wr("Место для даты")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>` +
			`<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>` + cell("", wp("", wr("ячейка"))) + `</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`, "Место для даты|ячейка"},
		{"wrappers", wp("", `<w:smartTag><w:smartTagPr/>`+wr("а")+`</w:smartTag><w:customXml>`+wr("б")+`</w:customXml><w:dir w:val="ltr">`+wr("в")+`</w:dir><w:bdo>`+wr("г")+`</w:bdo>`), "абвг"},
		{"hidden", wp("", wr("а")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>б</w:t><w:br/></w:r>`+`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>в</w:t></w:r>`), "ав"},
		{"capitals as typed", wp("", `<w:r><w:rPr><w:caps/></w:rPr><w:t>Глава 1</w:t></w:r>`), "Глава 1"},
		{"raised by a place or a style", wp("", wr("53")+`<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>1</w:t></w:r>`+wr(" м")+`<w:r><w:rPr><w:rStyle w:val="Up"/></w:rPr><w:t>2</w:t></w:r>`), "53¹ м²"},
		{"ruby", wp("", `<w:r><w:ruby><w:rubyPr/><w:rt>`+wr("чтение")+`</w:rt><w:rubyBase>`+wr("знак")+`</w:rubyBase></w:ruby></w:r>`), "знак(чтение)"},
		{"formula", wp("", `<m:oMath><m:r><m:t>S=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>`+
			`<m:e><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:d></m:oMath>`), "S=a/b[x²]"},
		{"boxes in boxes", wp("", wr("текст")+wbox(wp("", wr("рамка")+wbox(wp("", wr("в рамке")))))), "текст|рамка|в рамке"},
		{"art of letters", wp("", wr("текст")+`<w:r><w:pict><v:shape><v:textpath string="ПРОЕКТ"/></v:shape></w:pict></w:r>`), "текст|ПРОЕКТ"},
		{"comments", wp("", `<w:commentRangeStart w:id="0"/>`+wr("текст")+`<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`), "текст"},
		{"note with a mark of its own", wp("", wr("текст")+`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>`), "текст*|В редакции Закона."},
		{"note of a row", tbl(cell("", wp("", wr("а")+`<w:r><w:footnoteReference w:id="1"/></w:r>`))+cell("", wp("", wr("б"))), cell("", wp("", wr("в")))), "а\tб|В редакции Закона.|в"},
		{"numbers in order", wp(listed("2"), wr("а")) + tbl(cell("", wp(listed("2"), wr("б")))) + wp(listed("2"), wr("в")), "а) а|б) б|в) в"},
		{"table in a table", tbl(cell("", wp("", wr("а"))+tbl(cell("", wp("", wr("б")))+cell("", wp("", wr("в"))))) + cell("", wp("", wr("г")))), "а б в\tг"},
		{"no end of depth", strings.Repeat(`<w:tbl><w:tr><w:tc>`+wp("", wr("а")), 30) + strings.Repeat(`</w:tc></w:tr></w:tbl>`, 30), strings.TrimSpace(strings.Repeat("а ", 20))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(linesText(readDOCX(t, tt.body)), "|")
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// readDOCX reads a body with the lists, notes and a few styles of the tests.
func readDOCX(t *testing.T, body string) []corpus.Line {
	t.Helper()
	styles := `<w:styles ` + wordSpace + `>` + wstyle("paragraph", "Bold", `<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>`) + wstyle("paragraph", "Mid", `<w:basedOn w:val="Bold"/><w:pPr><w:jc w:val="center"/></w:pPr>`) +
		wstyle("character", "Strong", `<w:rPr><w:b/></w:rPr>`) + wstyle("character", "Up", `<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>`) +
		wstyle("paragraph", "H1", `<w:name w:val="heading 1"/>`) + wstyle("paragraph", "H2", `<w:name w:val="Заголовок 2"/><w:basedOn w:val="H1"/>`) + wstyle("paragraph", "H3", `<w:name w:val="Глава"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>`) +
		wstyle("paragraph", "Body", `<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>`) + wstyle("paragraph", "T1", `<w:name w:val="toc 1"/>`) + `</w:styles>`
	theme := `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme><a:accent2><a:srgbClr val="C0141C"/></a:accent2></a:clrScheme></a:theme>`
	lines, _, err := docxLines(&input{ctx: context.Background(), data: zipDOCX(t, body,
		"word/numbering.xml", numberingPart, "word/footnotes.xml", notesPart, "word/styles.xml", styles, "word/theme1.xml", theme,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme1.xml"/></Relationships>`)})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestDOCXStyle(t *testing.T) {
	run := func(props string) string { return `<w:r><w:rPr>` + props + `</w:rPr><w:t>текст</w:t></w:r>` }
	style := func(s string) string { return `<w:pStyle w:val="` + s + `"/>` }
	for _, tt := range []struct {
		name, body string
		want       corpus.Style
	}{
		{"plain", wp("", run("")), corpus.Style{}},
		{"of the paragraph's style", wp(style("Mid"), run("")), corpus.Style{Bold: true, Red: true, Centred: true}},
		{"twice bold is not bold", wp(style("Bold"), run(`<w:rStyle w:val="Strong"/>`)), corpus.Style{Red: true}},
		{"bold by the characters alone", wp("", run(`<w:rStyle w:val="Strong"/>`)), corpus.Style{Bold: true}},
		{"the text's own word counts", wp(style("Bold"), run(`<w:rStyle w:val="Strong"/><w:b/><w:color w:val="000000"/>`)), corpus.Style{Bold: true}},
		{"switched off", wp(style("Bold"), run(`<w:b w:val="0"/><w:color w:val="auto"/>`)), corpus.Style{}},
		{"struck either way", wp("", run(`<w:strike/><w:dstrike w:val="false"/>`)), corpus.Style{Struck: true}},
		{"colour of the theme", wp("", run(`<w:color w:val="000000" w:themeColor="accent2"/>`)), corpus.Style{Red: true}},
		{"background", wp("", run(`<w:highlight w:val="red"/>`)), corpus.Style{}},
		{"right", wp(`<w:jc w:val="end"/>`, run("")), corpus.Style{Right: true}},
		{"heading", wp(style("H1"), run("")), corpus.Style{Heading: 1}},
		{"heading in Russian", wp(style("H2"), run("")), corpus.Style{Heading: 2}},
		{"heading by its level", wp(style("H3"), run("")), corpus.Style{Heading: 3}},
		{"heading of its own", wp(`<w:outlineLvl w:val="1"/>`, run("")), corpus.Style{Heading: 2}},
		{"body text by its level", wp(style("Body"), run("")), corpus.Style{}},
		{"line of contents", wp(style("T1"), run("")), corpus.Style{Link: true}},
		{"line in a field of contents", wp("", wfield("TOC \\o", run(""))), corpus.Style{Link: true}},
		{"link into the document", wp("", `<w:hyperlink w:anchor="a">`+run("")+`</w:hyperlink>`+wr(" 5")), corpus.Style{Link: true}},
		{"link inside a text", wp("", `<w:hyperlink w:anchor="a">`+run("")+`</w:hyperlink>`+wr(" следующий за ним длинный")), corpus.Style{}},
		{"link by a field", wp("", wfield(`HYPERLINK \l "a"`, run(""))), corpus.Style{Link: true}},
		{"heading that links back to the contents", wp(style("H1"), `<w:hyperlink w:anchor="a">`+run("")+`</w:hyperlink>`), corpus.Style{Heading: 1}},
		{"link elsewhere", wp("", `<w:hyperlink r:id="r9">`+run("")+`</w:hyperlink>`), corpus.Style{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if lines := readDOCX(t, tt.body); len(lines) != 1 || lines[0].Style != tt.want {
				t.Errorf("got %+v, want %+v", lines, tt.want)
			}
		})
	}
}

func TestDOCXTableSpans(t *testing.T) {
	cell := func(props, text string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + wp("", wr(text)) + `</w:tc>`
	}
	lines := readDOCX(t, `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>`+cell("", "нет")+`</w:tr></w:tbl><w:tbl>`+
		`<w:tr>`+cell(`<w:hMerge w:val="restart"/>`, "Ставка")+cell(`<w:hMerge/>`, "")+cell("", "Год")+`</w:tr>`+
		`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>`+cell("", "2025")+`</w:tr></w:tbl>`)
	want := [][]corpus.Cell{{{Text: "Ставка", Cols: 2}, {Text: "Год"}}, {{Cols: 2}, {Text: "2025"}}}
	if len(lines) != len(want) {
		t.Fatalf("%+v", lines)
	}
	for i, row := range want {
		for j := range row {
			if lines[i].Table != 1 || len(lines[i].Cells) != len(row) || lines[i].Cells[j] != row[j] {
				t.Errorf("row %d: %+v, want %+v", i, lines[i], row)
			}
		}
	}
}

// What a package calls its parts, how it writes them, and in what they are
// packed makes no difference.
func TestDOCXPackages(t *testing.T) {
	const strict = `xmlns:z="http://purl.oclc.org/ooxml/wordprocessingml/main"`
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/text/Main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="text/main.xml"/></Relationships>`
	partRels := `<Relationships><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/footnotes" Target="/text/n/notes7.xml"/></Relationships>`
	body := `<z:document ` + strict + `><z:body><z:p><z:r><z:t>Статья 1.</z:t><z:footnoteReference z:id="2"/></z:r></z:p></z:body></z:document>`
	notes := `<z:footnotes ` + strict + `><z:footnote z:type="separator" z:id="0"><z:p><z:r><z:t>нет</z:t></z:r></z:p></z:footnote><z:footnote z:id="2"><z:p><z:r><z:t>Сноска.</z:t></z:r></z:p></z:footnote></z:footnotes>`
	wide := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(`<?xml version="1.0" encoding="UTF-16"?>` + body)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	flat := func(name, kind, content string) string {
		return `<pkg:part pkg:name="` + name + `" pkg:contentType="` + kind + `"><pkg:xmlData>` + content + `</pkg:xmlData></pkg:part>`
	}
	old := `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">` +
		`<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles><w:body><wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="Статья 1."/></w:listPr></w:pPr>` +
		`<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>нет</w:delText></w:r></aml:content></aml:annotation><w:r><w:footnote><w:p><w:r><w:t>Сноска.</w:t></w:r></w:p></w:footnote></w:r></w:p><w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>нет</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`
	for _, tt := range []struct {
		name, format string
		data         []byte
	}{
		{"strict, parts by relations", "docx", zipOf(t, "[Content_Types].xml", types, "_rels/.rels", rels, "text/main.xml", body, "text/_rels/main.xml.rels", partRels, "text/n/Notes7.xml", notes)},
		{"UTF-16", "docx", zipOf(t, "[Content_Types].xml", types, "_rels/.rels", rels, "text/main.xml", string(wide), "text/_rels/main.xml.rels", partRels, "text/n/Notes7.xml", notes)},
		{"no relations of the package", "docx", zipOf(t, "[Content_Types].xml", types, "text/main.xml", body, "text/_rels/main.xml.rels", partRels, "text/n/notes7.xml", notes)},
		{"one XML file", "word-xml", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` + flat("/_rels/.rels", "", rels) +
			flat("/text/main.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", body) + flat("/text/_rels/main.xml.rels", "", partRels) +
			`<pkg:part pkg:name="/text/n/notes7.xml"><pkg:binaryData>` + base64.StdEncoding.EncodeToString([]byte(notes)) + `</pkg:binaryData></pkg:part></pkg:package>`)},
		{"Word 2003", "word-xml", []byte(old)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Bytes(context.Background(), "a.docx", tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(linesText(src.Lines), "|"); got != "Статья 1.|Сноска." || src.Format != tt.format || len(src.Warnings) > 0 {
				t.Errorf("%s: %s, %v", src.Format, got, src.Warnings)
			}
		})
	}
}

// A piece of the text may be in another format.
func TestDOCXChunks(t *testing.T) {
	rels := func(target string) string {
		return `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="` + target + `"/></Relationships>`
	}
	body := wp("", wr("до")) + `<w:altChunk r:id="r1"/>` + wp("", wr("после"))
	inner := zipDOCX(t, wp("", wr("внутри"))+`<w:altChunk r:id="r1"/>`, "word/_rels/document.xml.rels", rels("document.xml"))
	for _, tt := range []struct{ name, part, content, want, warning string }{
		{"page", "c.html", "<!DOCTYPE html><p>внутри</p>", "до|внутри|после", ""},
		{"document, once", "c.docx", string(inner), "до|внутри|после", "docx-chunk"},
		{"not a text", "c.bin", "\x00\x01\x02\x00\x01\x02", "до|после", "docx-chunk"},
		{"absent", "d.html", "", "до|после", "docx-chunk"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Bytes(context.Background(), "a.docx", zipDOCX(t, body, "word/_rels/document.xml.rels", rels(tt.part), "word/c"+tt.part[1:], tt.content))
			if err != nil {
				t.Fatal(err)
			}
			warning := ""
			for _, w := range src.Warnings {
				warning = w.Code
			}
			if got := strings.Join(linesText(src.Lines), "|"); got != tt.want || warning != tt.warning {
				t.Errorf("%s, %s; want %s, %s", got, warning, tt.want, tt.warning)
			}
		})
	}
}
