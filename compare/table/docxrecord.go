package table

import "fmt"

// record prints what the report was made from, upright and in small print: many
// lines that are seldom read. Names stand beside their values, so that hashes
// can be compared by eye.
func (p *docxPrinter) record(facts []Fact) {
	if len(facts) == 0 {
		return
	}
	p.turn(false)
	p.paragraph("Heading2", []Run{{Text: p.words.log}})
	wide := p.textWidth()
	names := wide / 5
	fmt.Fprintf(&p.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders><w:insideH w:val="single" w:sz="2" w:space="0" w:color="BFBFBF"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid>`,
		wide, names, wide-names)
	for _, f := range facts {
		p.out.WriteString("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for i, s := range []string{f.Name, f.Value} {
			fmt.Fprintf(&p.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, []int{names, wide - names}[i])
			p.paragraph("Record", []Run{{Text: s}})
			p.out.WriteString("</w:tc>")
		}
		p.out.WriteString("</w:tr>")
	}
	p.out.WriteString("</w:tbl>")
	p.paragraph("Record", []Run{{}}) // Word wants text behind a table
}
