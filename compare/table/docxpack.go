package table

import (
	"fmt"
	"io"
	"maps"
)

const (
	wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`
	relNames  = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relBase   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// pack writes the document that has been printed with the parts that every
// Word file has.
func (p *docxPrinter) pack(w io.Writer, r *Report) error {
	parts := p.parts
	add := func(name, content string) { parts[name] = []byte(xmlHeader + content) }
	if p.ncomments > 0 {
		add("word/comments.xml", `<w:comments `+wordNames+`>`+p.comments.String()+`</w:comments>`)
		p.types.WriteString(`<Override PartName="/word/comments.xml" ContentType="` + wordType + `comments+xml"/>`)
		p.rels.WriteString(`<Relationship Id="rComments" Type="` + relBase + `comments" Target="comments.xml"/>`)
	}
	if r.Recipe != nil {
		recipe, types, relation := r.Recipe.recipeParts()
		maps.Copy(parts, recipe)
		p.types.WriteString(types)
		p.rels.WriteString(relation)
	}
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="`+wordType+`document.main+xml"/><Override PartName="/word/styles.xml" ContentType="`+wordType+`styles+xml"/><Override PartName="/word/settings.xml" ContentType="`+wordType+`settings+xml"/><Override PartName="/word/footer1.xml" ContentType="`+wordType+`footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`+p.types.String()+`</Types>`)
	add("_rels/.rels", `<Relationships `+relNames+`><Relationship Id="rId1" Type="`+relBase+`officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	add("word/_rels/document.xml.rels", `<Relationships `+relNames+`><Relationship Id="rStyles" Type="`+relBase+`styles" Target="styles.xml"/><Relationship Id="rSettings" Type="`+relBase+`settings" Target="settings.xml"/><Relationship Id="rFooter" Type="`+relBase+`footer" Target="footer1.xml"/>`+p.rels.String()+`</Relationships>`)
	add("word/settings.xml", `<w:settings `+wordNames+`><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`)
	add("word/footer1.xml", `<w:ftr `+wordNames+`><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`)
	add("word/styles.xml", wordStyles(r.lang(), r.Act))
	parts["docProps/core.xml"] = coreProperties(r)
	add("word/document.xml", `<w:document `+wordNames+`><w:body>`+p.out.String()+`</w:body></w:document>`)
	return writeZip(w, parts)
}

// wordStyles returns the styles of a document: Times New Roman, 12 points for
// text (14 for that of an act) and 10 for tables; headings that Word's table of contents finds.
func wordStyles(lang string, act bool) string {
	code := map[string]string{"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}[lang]
	style := func(id, name, ppr, rpr string) string {
		return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, ppr, rpr)
	}
	size := func(half int) string { return fmt.Sprintf(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, half) }
	text := size(24)
	if act {
		text = size(28)
	}
	s := `<w:styles ` + wordNames + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` + text + `<w:lang w:val="` + code + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		s += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	}
	s += `</w:tblBorders></w:tblPr></w:style>`
	s += style("Title", "Title", `<w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/>`, `<w:b/>`+size(28))
	for i, half := range []int{28, 26, 24, 24, 24, 24} {
		s += style(fmt.Sprintf("Heading%d", i+1), fmt.Sprintf("heading %d", i+1),
			fmt.Sprintf(`<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="%d"/>`, i), `<w:b/>`+size(half))
	}
	s += style("Caption", "caption", `<w:keepNext/><w:spacing w:before="120" w:after="60"/>`, "")
	s += style("FigureCaption", "Figure caption", `<w:spacing w:before="60" w:after="120"/><w:jc w:val="center"/>`, "")
	s += style("Cell", "Table text", `<w:spacing w:before="20" w:after="20"/>`, size(20))
	s += style("Note", "Table note", `<w:spacing w:before="60" w:after="120"/><w:contextualSpacing/>`, size(20))
	s += style("Record", "Calculation log", `<w:spacing w:before="0" w:after="0"/>`, size(14)) // long, and seldom read
	s += style("TOCHeading", "TOC Heading", `<w:keepNext/><w:spacing w:before="120" w:after="120"/>`, `<w:b/>`)
	s += style("TOC1", "toc 1", `<w:spacing w:after="60"/>`, "")
	s += style("TOC2", "toc 2", `<w:spacing w:after="60"/><w:ind w:left="284"/>`, "")
	s += style("TOC3", "toc 3", `<w:spacing w:after="60"/><w:ind w:left="567"/>`, "")
	s += style("Footer", "footer", `<w:jc w:val="center"/>`, size(20))
	return s + `</w:styles>`
}
