package table

import (
	"fmt"
	"strings"
)

// A document with more headings than these begins with a table of contents.
const fewHeadings = 6

// contents prints a table of contents: a field, to which Word adds the numbers
// of pages when it is updated (F9), as only Word knows its pages. Until then its
// entries are links.
func (p *docxPrinter) contents(r *Report) {
	var heads []*Paragraph
	for _, b := range r.Blocks {
		if h, ok := b.(*Paragraph); ok && h.Level > 0 && h.Level <= 3 && strings.TrimSpace(plain(h.Runs)) != "" {
			heads = append(heads, h)
		}
	}
	if len(heads) <= fewHeadings {
		return
	}
	p.listed = map[*Paragraph]int{}
	fmt.Fprintf(&p.out, `<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, escape(p.words.contents))
	for i, h := range heads {
		p.listed[h] = i + 1
		fmt.Fprintf(&p.out, `<w:p><w:pPr><w:pStyle w:val="TOC%d"/></w:pPr>`, h.Level)
		if i == 0 {
			p.out.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
		}
		fmt.Fprintf(&p.out, `<w:hyperlink w:anchor="%s" w:history="1"><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:hyperlink></w:p>`,
			listedName(i+1), escape(strings.Join(strings.Fields(plain(h.Runs)), " ")))
	}
	p.out.WriteString(`<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
}

// listedName is the bookmark of a heading, of the form that Word itself gives it.
func listedName(n int) string { return fmt.Sprintf("_Toc%09d", n) }

// listedMark marks a heading that the table of contents links to.
func (p *docxPrinter) listedMark(h *Paragraph) {
	if n := p.listed[h]; n > 0 {
		p.ids++
		fmt.Fprintf(&p.out, `<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%[1]d"/>`, p.ids, listedName(n))
	}
}
