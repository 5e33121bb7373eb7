package table

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Measures of a page, in twentieths of a point: A4 with margins of 30 mm at
// the binding, 15 mm opposite, 20 mm above and below.
const (
	pageShort, pageLong               = 11906, 16838
	marginLeft, marginRight, marginUp = 1701, 851, 1134
)

// A docxPrinter writes a report as a Word document.
type docxPrinter struct {
	*Printer
	words           phrases
	out             bytes.Buffer
	rels            bytes.Buffer
	parts           map[string][]byte
	types           bytes.Buffer // of the parts that only some documents have
	landscape       bool         // of the section that is being written
	whole           bool         // rows of the table that is being written stay whole
	strike          bool         // deleted words of the table that is being written
	facts           bool         // it is a list of names and values, which stand at the left
	numbers         []bool       // its columns of numbers
	key             int          // the column that names its rows, from 1
	anchors         map[string]string
	hrefs           map[string]string // URL: relation
	tables, figures int
	ids             int       // of bookmarks, changes, drawings
	document        bool      // a redline: the blocks are the whole text
	act             bool      // and an act to be signed
	day             time.Time // of its changes
	clauses         int       // paragraphs so far
	comments        bytes.Buffer
	ncomments       int
	nrels           int
	images          int
	listed          map[*Paragraph]int // headings in the table of contents
}

func (p *Printer) docx(w io.Writer, r *Report) error {
	if r.Redline {
		q := *p
		q.Redline = true
		p = &q
	}
	dp := &docxPrinter{Printer: p, words: r.words(), parts: map[string][]byte{}, anchors: map[string]string{}, hrefs: map[string]string{}}
	for _, b := range r.Blocks {
		dp.collect(b)
	}
	if r.Redline {
		dp.document, dp.act, dp.day = true, r.Act, dayOf(r)
		dp.redline(r.Blocks)
		dp.section()
		return dp.pack(w, r)
	}
	turned := orientation(r.Blocks, dp.words)
	if len(turned) > 0 {
		dp.landscape = turned[0]
	}
	if r.Title != "" {
		dp.paragraph("Title", []Run{{Text: r.Title}})
	}
	dp.contents(r)
	for i, b := range r.Blocks {
		dp.turn(turned[i])
		dp.block(b)
	}
	dp.record(r.facts(dp.words))
	dp.section()
	return dp.pack(w, r)
}

// collect gives each anchor of b the name of a bookmark: Word allows 40
// letters, digits and underscores.
func (p *docxPrinter) collect(b Block) {
	add := func(anchor string) {
		if anchor = clean(anchor); anchor != "" && p.anchors[anchor] == "" {
			p.anchors[anchor] = fmt.Sprintf("svod_%d", len(p.anchors)+1)
		}
	}
	switch b := b.(type) {
	case *Paragraph:
		add(b.Anchor)
	case *Table:
		for _, rows := range [][][]Cell{b.Head, b.Rows} {
			for _, row := range rows {
				for _, c := range row {
					add(c.Anchor)
				}
			}
		}
	}
}

// textWidth returns the width between the margins.
func (p *docxPrinter) textWidth() int {
	if p.landscape {
		return pageLong - 2*marginUp
	}
	return pageShort - marginLeft - marginRight
}

// tableGap is the empty paragraph below a table without notes.
const tableGap = `<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr></w:p>`

// turn begins a section of the other orientation, unless it is that already.
func (p *docxPrinter) turn(landscape bool) {
	if landscape == p.landscape {
		return
	}
	// The gap below a table that fills its page would begin another, empty one.
	if bytes.HasSuffix(p.out.Bytes(), []byte(tableGap)) {
		p.out.Truncate(p.out.Len() - len(tableGap))
	}
	p.out.WriteString("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>")
	p.section()
	p.out.WriteString("</w:pPr></w:p>")
	p.landscape = landscape
}

// section ends a section of pages.
func (p *docxPrinter) section() {
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/>`,
		pageShort, pageLong, marginUp, marginRight, marginUp, marginLeft)
	if p.landscape {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/>`,
			pageLong, pageShort, marginLeft, marginUp, marginRight, marginUp)
	}
	p.out.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rFooter"/>` + size + `</w:sectPr>`)
}

// block prints the block b.
func (p *docxPrinter) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		style := ""
		if b.Level > 0 {
			style = fmt.Sprintf("Heading%d", min(b.Level, 6))
		}
		p.marked(b, style)
	case *Table:
		if b.Caption != "" {
			p.tables++
			p.caption(p.words.table, p.tables, b.Caption, true, true)
		}
		p.table(b)
		p.paragraph("Note", []Run{{Text: strings.Join(b.notes(p.words), "\n")}})
	case *Chart:
		p.figures++
		p.chart(b)
		note := p.words.note(b.Source, b.Base)
		p.caption(p.words.figure, p.figures, b.Caption, false, note != "")
		if note != "" {
			p.paragraph("Note", []Run{{Text: note}})
		}
	}
}

// paragraph prints runs, as many paragraphs as they have lines.
func (p *docxPrinter) paragraph(style string, runs []Run) {
	p.marked(&Paragraph{Runs: runs}, style)
}

// marked prints a paragraph with the bookmarks that links to it need.
func (p *docxPrinter) marked(b *Paragraph, style string) {
	all := paragraphs(b.Runs)
	for i, para := range all {
		p.out.WriteString("<w:p>")
		if style != "" {
			keep := ""
			if style == "Note" && i < len(all)-1 { // notes stay together, and with their table
				keep = "<w:keepNext/>"
			}
			p.out.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/>` + keep + `</w:pPr>`)
		}
		if i == 0 {
			p.bookmark(b.Anchor)
			p.listedMark(b)
		}
		p.runs(para, look{struck: redlined(b.Runs)})
		p.out.WriteString("</w:p>")
	}
}

func (p *docxPrinter) bookmark(anchor string) {
	name := p.anchors[clean(anchor)]
	if anchor == "" || name == "" {
		return
	}
	p.ids++
	fmt.Fprintf(&p.out, `<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%d"/>`, p.ids, name, p.ids)
}

// caption prints «Таблица 3 – …», the number a SEQ field: Word renumbers them
// and makes lists of tables.
func (p *docxPrinter) caption(pattern string, n int, text string, above, followed bool) {
	before, after, _ := strings.Cut(pattern, "%d")
	name := "Table"
	style := "Caption"
	if !above {
		name, style = "Figure", "FigureCaption"
	}
	keep := ""
	if followed && !above { // by its note; captions of tables keep by their style
		keep = "<w:keepNext/>"
	}
	fmt.Fprintf(&p.out, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, style, keep)
	t := func(s string) {
		if s != "" {
			p.out.WriteString(`<w:r><w:t xml:space="preserve">` + escape(s) + `</w:t></w:r>`)
		}
	}
	t(before)
	fmt.Fprintf(&p.out, `<w:fldSimple w:instr=" SEQ %s \* ARABIC "><w:r><w:t>%d</w:t></w:r></w:fldSimple>`, name, n)
	t(after)
	if text = strings.ReplaceAll(text, "\n", " "); text != "" {
		t(p.words.after + text)
	}
	p.out.WriteString("</w:p>")
}

// A look is how runs of one paragraph are printed.
type look struct {
	bold     bool
	italic   bool
	red      bool
	crossed  bool    // by the text itself, not by a change
	size     float64 // points, 0 for the style's
	unbroken bool    // names of provisions
	struck   bool    // deleted words stand beside inserted ones
	link     string  // of the whole cell
	whole    bool    // the paragraph was inserted or deleted with its words
}

func (p *docxPrinter) runs(runs []Run, l look) {
	for _, r := range runs {
		link := r.Link
		if l.link != "" {
			link = l.link
		}
		anchor, href := target(link)
		end := ""
		switch {
		case p.anchors[anchor] != "":
			fmt.Fprintf(&p.out, `<w:hyperlink w:anchor="%s" w:history="1">`, p.anchors[anchor])
			end = "</w:hyperlink>"
		case href != "":
			fmt.Fprintf(&p.out, `<w:hyperlink r:id="%s" w:history="1">`, p.relation(href))
			end = "</w:hyperlink>"
		}
		p.run(r, l, end != "")
		p.out.WriteString(end)
	}
}

// relation returns the ID under which the document knows a URL.
func (p *docxPrinter) relation(href string) string {
	if id := p.hrefs[href]; id != "" {
		return id
	}
	p.nrels++
	id := fmt.Sprintf("rId%d", p.nrels)
	p.hrefs[href] = id
	fmt.Fprintf(&p.rels, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/>`, id, escape(href))
	return id
}

func (p *docxPrinter) run(r Run, l look, link bool) {
	// The order of a run's properties is fixed by the schema.
	var pr strings.Builder
	if link {
		pr.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	changed := r.Mark == MarkInserted || r.Mark == MarkDeleted && !p.Strike && !l.struck
	if l.bold || r.Mark == MarkBold || r.Mark == MarkMatch || r.Mark == MarkSynonym || changed && !p.Redline {
		pr.WriteString("<w:b/>")
	}
	if l.italic || r.Mark == MarkItalic || r.Mark == MarkMoved || r.Mark == MarkSynonym {
		pr.WriteString("<w:i/>")
	}
	if l.crossed || r.Mark == MarkDeleted && (p.Strike || l.struck) && !p.Redline {
		pr.WriteString("<w:strike/>")
	}
	switch {
	case l.red:
		pr.WriteString(`<w:color w:val="FF0000"/>`)
	case r.Mark == MarkMuted:
		pr.WriteString(`<w:color w:val="666666"/>`)
	}
	if l.size > 0 {
		fmt.Fprintf(&pr, `<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, int(math.Round(l.size*2)))
	}
	text, end := "w:t", ""
	if p.Redline && (r.Mark == MarkInserted || r.Mark == MarkDeleted) {
		tag := "w:ins"
		if r.Mark == MarkDeleted {
			tag, text = "w:del", "w:delText"
		}
		p.out.WriteString("<" + tag + p.change(l.whole) + ">")
		end = "</" + tag + ">"
	}
	p.out.WriteString("<w:r>")
	if pr.Len() > 0 {
		p.out.WriteString("<w:rPr>" + pr.String() + "</w:rPr>")
	}
	for i, s := range strings.Split(r.Text, "\t") {
		if i > 0 {
			p.out.WriteString("<w:tab/>")
		}
		p.letters(s, text, l.unbroken)
	}
	p.out.WriteString("</w:r>" + end)
}

// letters prints the text of a run without tabs. Unbroken, no number is torn at
// its hyphen: «4-1)». Elsewhere it may be, so that people can search for it:
// Word does not take the hyphen that does not break for one.
func (p *docxPrinter) letters(s, tag string, unbroken bool) {
	for s != "" {
		cut, next := len(s), len(s)
		if at := hyphenated.FindStringIndex(s); at != nil && unbroken {
			cut, next = at[0]+1, at[0]+2
		}
		p.out.WriteString("<" + tag + ` xml:space="preserve">` + escape(s[:cut]) + "</" + tag + ">")
		if next > cut {
			p.out.WriteString("<w:noBreakHyphen/>")
		}
		s = s[next:]
	}
}

var hyphenated = regexp.MustCompile(`\d-[\d\p{L}]`)

func (p *docxPrinter) table(t *Table) {
	size := t.size()
	p.strike, p.key = t.Strike, t.Key
	p.whole = t.Whole
	head, body := t.grids()
	total := p.textWidth()
	letters := t.letters(total)
	shares := t.shares(p.words, letters)
	widths := make([]int, len(shares))
	rest := total
	for i, s := range shares {
		widths[i] = int(s * float64(total))
		rest -= widths[i]
	}
	widths[len(widths)-1] += rest

	fmt.Fprintf(&p.out, `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>`, total)
	for _, w := range widths {
		fmt.Fprintf(&p.out, `<w:gridCol w:w="%d"/>`, w)
	}
	p.out.WriteString("</w:tblGrid>")
	p.facts, p.numbers = len(head.rows) == 0 && body.cols == 2, numberColumns(body)
	for _, row := range head.rows {
		p.row(row, widths, size, true, true, MarkNone)
	}
	keeps := make([]bool, len(body.rows))
	if !p.document {
		keeps = t.keeps(body, shares, letters, p.words)
	}
	for i, row := range body.rows {
		change := MarkNone
		if i < len(t.Changes) {
			change = t.Changes[i]
		}
		p.row(row, widths, size, false, keeps[i], change)
	}
	if len(head.rows)+len(body.rows) == 0 { // Word wants a row
		p.row([]place{{cols: body.cols, rows: 1}}, widths, size, false, false, MarkNone)
	}
	p.out.WriteString("</w:tbl>")
}

func (p *docxPrinter) row(row []place, widths []int, size float64, head, keep bool, change Mark) {
	p.out.WriteString("<w:tr><w:trPr>")
	if head || p.whole || p.short(row, widths, size) {
		p.out.WriteString("<w:cantSplit/>")
	}
	if head {
		p.out.WriteString("<w:tblHeader/>")
	}
	if n := len(row) - 1; p.document && n > 0 && row[n].Cell == nil {
		short := n // a row of a text may have fewer cells than others
		for short > 1 && row[short-1].Cell == nil {
			short--
		}
		fmt.Fprintf(&p.out, `<w:gridAfter w:val="%d"/>`, len(row)-short)
		row = row[:short]
	}
	p.out.WriteString(p.tracked(change) + "</w:trPr>")
	for _, q := range row {
		w := 0
		for _, x := range widths[q.col : q.col+q.cols] {
			w += x
		}
		fmt.Fprintf(&p.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, w)
		if q.cols > 1 {
			fmt.Fprintf(&p.out, `<w:gridSpan w:val="%d"/>`, q.cols)
		}
		if q.below {
			p.out.WriteString("<w:vMerge/>")
		} else if q.rows > 1 {
			p.out.WriteString(`<w:vMerge w:val="restart"/>`)
		}
		group := q.Cell != nil && q.Group
		if head {
			p.out.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="E7EBF0"/><w:vAlign w:val="center"/>`)
		} else if group {
			p.out.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`)
		}
		p.out.WriteString("</w:tcPr>")
		if q.Cell == nil || q.below {
			p.out.WriteString("<w:p/></w:tc>")
			continue
		}
		runs := q.runs(p.words)
		if q.isNumber() {
			runs = []Run{{Text: whole(plain(runs))}}
		}
		for i, para := range ends(runs, change) {
			p.clauses++
			p.out.WriteString(`<w:p><w:pPr><w:pStyle w:val="Cell"/>`)
			if keep || group {
				p.out.WriteString("<w:keepNext/>")
			}
			if q.Indent > 0 && !head {
				fmt.Fprintf(&p.out, `<w:ind w:left="%d"/>`, 227*q.Indent)
			}
			switch {
			case head:
				p.out.WriteString(`<w:jc w:val="center"/>`)
			case q.Right, !p.facts && (q.Format != FormatText || p.numbers[q.col] && ciphers(plain(runs))):
				p.out.WriteString(`<w:jc w:val="right"/>`)
			}
			if p.document {
				if mark := p.tracked(para.end); mark != "" {
					p.out.WriteString("<w:rPr>" + mark + "</w:rPr>")
				}
			}
			p.out.WriteString("</w:pPr>")
			if i == 0 {
				p.bookmark(q.Anchor)
			}
			l := look{whole: para.end != MarkNone, bold: head || group || q.Head, struck: p.strike || redlined(runs), link: q.Link, unbroken: p.key == q.col+1}
			if size != 10 {
				l.size = size
			}
			p.runs(para.runs, l)
			p.out.WriteString("</w:p>")
		}
		p.out.WriteString("</w:tc>")
	}
	p.out.WriteString("</w:tr>")
}

// short says whether a row is low enough to be kept on one page. A long row
// kept whole would leave half of a page empty, or be cut off.
func (p *docxPrinter) short(row []place, widths []int, size float64) bool {
	for _, q := range row {
		if q.Cell == nil {
			continue
		}
		w := 0
		for _, x := range widths[q.col : q.col+q.cols] {
			w += x
		}
		perLine := math.Max(float64(w-216)/(size*10), 1)
		lines := 0.0
		for para := range strings.SplitSeq(plain(q.runs(p.words)), "\n") {
			lines += math.Max(math.Ceil(float64(utf8.RuneCountInString(para))/perLine), 1)
		}
		if lines > 12 {
			return false
		}
	}
	return true
}

// numberColumns tells which columns of a grid hold numbers.
func numberColumns(g grid) []bool {
	out := make([]bool, g.cols)
	for _, row := range g.rows {
		for _, q := range row {
			if q.Cell != nil && q.isNumber() {
				out[q.col] = true
			}
		}
	}
	return out
}

// ciphers tells a short text that is made of numbers, as «9 – 22», «9*» or
// «[0,7; 1]»: it stands below those of its column.
func ciphers(s string) bool {
	return len(s) < 40 && strings.ContainsAny(s, "0123456789") && !strings.ContainsFunc(s, unicode.IsLetter)
}
