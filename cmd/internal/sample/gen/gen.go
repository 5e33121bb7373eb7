//go:build ignore

// Gen writes the DOCX file of the sample from the text beside it. Run it in
// this directory after a change of the text:
//
//	go run gen.go
//
// The result imitates the files of a state database of law: no styles, bold
// headings, red editorial notes, every text begun by a newline and five
// no-break spaces, short paragraphs packed into one w:p with w:br between
// them. The same text gives the same bytes.
package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"log"
	"os"
	"strings"
)

const (
	source = "общественные-советы.ed-2021.txt"
	target = "../acts/общественные-советы.ed-2021.docx"

	indent = "\n\u00a0\u00a0\u00a0\u00a0\u00a0 "
	header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// parts are the members of the package besides the text itself.
var parts = []struct{ name, body string }{
	{"[Content_Types].xml", header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`</Types>`},
	{"_rels/.rels", header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`</Relationships>`},
}

func main() {
	log.SetFlags(0)
	text, err := os.ReadFile(source)
	if err != nil {
		log.Fatal(err)
	}
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		write(z, p.name, p.body)
	}
	write(z, "word/document.xml", document(string(text)))
	if err := z.Close(); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(target, buf.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// write adds a member without a time, so that the bytes depend on the text only.
func write(z *zip.Writer, name, body string) {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err == nil {
		_, err = w.Write([]byte(body))
	}
	if err != nil {
		log.Fatal(err)
	}
}

// document turns blocks, which blank lines separate, into paragraphs.
func document(text string) string {
	var b strings.Builder
	b.WriteString(header + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		b.WriteString(`<w:p><w:pPr><w:spacing w:after="0"/><w:ind w:left="0"/><w:jc w:val="both"/></w:pPr>`)
		for i, line := range strings.Split(block, "\n") {
			if i > 0 {
				b.WriteString(`<w:r><w:br/></w:r>`)
			}
			run(&b, line)
		}
		b.WriteString(`</w:p>`)
	}
	b.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`)
	return b.String()
}

// run writes one line: «* …» is bold, «! …» and «[[…]]» are red. The number of
// the amending law stands in a black run of its own amid the red ones.
func run(b *strings.Builder, line string) {
	bold, rest := cut(line, "* ")
	red, rest := cut(rest, "! ")
	if in, ok := strings.CutPrefix(rest, "[["); ok {
		red, rest = true, strings.TrimSuffix(in, "]]")
	}
	if before, after, ok := strings.Cut(rest, "№ 45-II"); red && ok {
		span(b, indent+before, bold, true)
		span(b, "№ 45-II", bold, false)
		span(b, after, bold, true)
		return
	}
	span(b, indent+rest, bold, red)
}

func cut(s, prefix string) (bool, string) {
	rest, ok := strings.CutPrefix(s, prefix)
	return ok, rest
}

func span(b *strings.Builder, text string, bold, red bool) {
	b.WriteString(`<w:r><w:rPr><w:rFonts w:ascii="Times New Roman"/>`)
	if bold {
		b.WriteString(`<w:b/>`)
	}
	color := "000000"
	if red {
		color = "ff0000"
	}
	b.WriteString(`<w:i w:val="false"/><w:color w:val="` + color + `"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">`)
	xml.EscapeText(b, []byte(text))
	b.WriteString(`</w:t></w:r>`)
}
