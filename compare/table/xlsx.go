package table

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"svod/compare/table/draw"
)

// An xlsxPrinter writes a report as a workbook: a sheet per table and chart,
// a summary before them when there is more than one table, the log behind
// them. Sheets are laid out in memory first, because links need to know where
// everything stands, and are then streamed.
type xlsxPrinter struct {
	*Printer
	words           phrases
	file            *excelize.File
	sheets          []*sheet
	names           map[string]bool   // of sheets, in lower case
	anchors         map[string]string // anchor: 'sheet'!A1
	styles          map[cellLook]int
	tables, figures int
}

// A sheet is a worksheet before it is written.
type sheet struct {
	name      string
	rows      []sheetRow
	tab       string // colour of its tab, "" for none
	merges    [][2]string
	links     [][2]string // cell, link
	widths    []float64   // in letters
	frozen    int         // rows at the top that stay, and repeat in print
	fixed     int         // columns at the left that stay
	filter    string
	choices   []string // offered in the cells of offered
	offered   string
	landscape bool
	chart     *Chart
	of        *Table    // that the sheet shows, nil if it is none of the report
	number    int       // in its caption
	cells     [][]*Cell // by row and column
}

type sheetRow struct {
	values  []any
	height  float64 // points; 0: by content, which merged cells don't have
	outline int
}

// cellLook is what styles of cells differ in.
type cellLook struct {
	head, group, bold, plain bool
	fill                     draw.Color // of a heat map
	format                   string
	indent                   int
	link, right              bool
	strike                   bool // deleted words; no matter of the cell's style
}

func (p *Printer) xlsx(w io.Writer, r *Report) error {
	xp := newXLSX(p, r)
	defer xp.file.Close()
	xp.layout(r)
	for i, s := range xp.sheets {
		if err := xp.write(i, s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	return xp.pack(w, r)
}

func newXLSX(p *Printer, r *Report) *xlsxPrinter {
	return &xlsxPrinter{Printer: p, words: r.words(), file: excelize.NewFile(),
		names: map[string]bool{"history": true}, anchors: map[string]string{}, styles: map[cellLook]int{}}
}

// Colours of tabs, by which one finds one's way among many sheets, and how many
// need no words about them.
const (
	tableTab  = "1F4E79"
	figureTab = "BDD7EE"
	dataTab   = "A6A6A6"
	fewSheets = 6
)

// A RowsError says that a sheet of Excel can't hold a table.
type RowsError struct {
	Sheet string
	Rows  int
}

func (e *RowsError) Error() string {
	return fmt.Sprintf("table: %d rows are more than a sheet has", e.Rows)
}

// layout lays out all sheets.
func (p *xlsxPrinter) layout(r *Report) {
	summary := &sheet{widths: []float64{100}}
	tables, texts := 0, 0
	for _, b := range r.Blocks {
		switch b.(type) {
		case *Table:
			tables++
		case *Paragraph:
			texts++
		}
	}
	if (tables != 1 || texts > 0) && !r.Bare {
		summary.name = p.name(p.words.summary)
		p.sheets = append(p.sheets, summary)
	}
	if r.Title != "" {
		p.line(summary, []Run{{Text: r.Title}}, "", cellLook{plain: true, bold: true})
	}
	for _, f := range r.summary(p.words) {
		p.line(summary, []Run{{Text: f.Name + ": " + f.Value}}, "", cellLook{plain: true})
	}
	for _, b := range r.Blocks {
		p.block(summary, b)
	}
	if facts := r.facts(p.words); len(facts) > 0 {
		t := &Table{Head: [][]Cell{{Text(p.words.fact), Text(p.words.value)}}}
		for _, f := range facts {
			t.Rows = append(t.Rows, []Cell{Text(f.Name), Text(f.Value)})
		}
		p.sheets = append(p.sheets, p.table(t, p.words.log, ""))
	}
	if summary.name != "" && len(p.sheets) > fewSheets {
		p.line(summary, []Run{{Text: p.words.tabs}}, "", cellLook{plain: true})
	}
}

// block lays out the block b; texts and links to the sheets stand in summary.
func (p *xlsxPrinter) block(summary *sheet, b Block) {
	contents := func(s *sheet, caption string) {
		anchor := "sheet " + s.name // no anchor of a report has this form
		p.anchors[anchor] = ref(s.name, 1, 1)
		p.line(summary, []Run{{Text: caption}}, "#"+anchor, cellLook{plain: true, link: true})
		p.sheets = append(p.sheets, s)
	}
	switch b := b.(type) {
	case *Paragraph:
		if b.Anchor != "" {
			p.anchors[clean(b.Anchor)] = ref(summary.name, 1, len(summary.rows)+1)
		}
		p.line(summary, b.Runs, "", cellLook{plain: true, bold: b.Level > 0})
	case *Table:
		caption := ""
		if b.Caption != "" {
			p.tables++
			caption = p.words.numbered(p.words.table, p.tables, b.Caption)
		}
		s := p.table(b, cmp.Or(b.Sheet, b.Caption, p.words.tables), caption)
		s.of, s.tab = b, tableTab
		if b.Use != Anywhere {
			s.tab = dataTab
		}
		if caption != "" {
			s.number = p.tables
		}
		contents(s, cmp.Or(caption, s.name))
	case *Chart:
		p.figures++
		caption := p.words.numbered(p.words.figure, p.figures, b.Caption)
		t := b.table(p.words)
		if b.native() { // which takes words for zeros
			p.blanks(t)
		}
		s := p.table(t, fmt.Sprintf(p.words.figure, p.figures), caption)
		s.chart, s.of, s.number, s.tab = b, t, p.figures, figureTab
		contents(s, caption)
	}
}

// line adds runs as rows of one cell.
func (p *xlsxPrinter) line(s *sheet, runs []Run, link string, l cellLook) {
	for _, part := range chunks(runs) {
		lines := 0.0
		for _, para := range paragraphs(part) {
			lines += math.Max(math.Ceil(float64(utf8.RuneCountInString(joined(para)))/100), 1)
		}
		row := sheetRow{values: []any{p.value(part, l)}}
		if lines > 1 {
			row.height = math.Min(13*lines+3, excelize.MaxRowHeight)
		}
		s.rows = append(s.rows, row)
		if link != "" {
			s.links = append(s.links, [2]string{cellName(1, len(s.rows)), link})
		}
		for _, r := range part {
			if r.Link != "" && link == "" {
				s.links = append(s.links, [2]string{cellName(1, len(s.rows)), r.Link})
				break
			}
		}
	}
}

// table lays out a table: its caption, head and rows, and the note below.
func (p *xlsxPrinter) table(t *Table, name, caption string) *sheet {
	s := &sheet{name: p.name(name), landscape: t.Landscape, fixed: t.Fixed}
	head, body := t.grids()
	total := 160.0
	if !t.Landscape {
		total = 110
	}
	// Many columns make a wide sheet, not illegible ones.
	total = math.Max(total, 10*float64(max(head.cols, body.cols)))
	for _, share := range t.shares(p.words, total) {
		s.widths = append(s.widths, math.Max(math.Min(math.Round(share*total), 90), 6))
	}
	whole := 0.0
	for _, w := range s.widths {
		whole += w
	}
	across := func(text string, l cellLook) {
		if text == "" {
			return
		}
		lines := math.Ceil(float64(utf8.RuneCountInString(text)) / whole)
		s.rows = append(s.rows, sheetRow{values: []any{p.value([]Run{{Text: text}}, l)}, height: math.Min(15*lines+3, 300)})
		if n := len(s.rows); head.cols > 1 {
			s.merges = append(s.merges, [2]string{cellName(1, n), cellName(head.cols, n)})
		}
	}
	across(clean(caption), cellLook{plain: true, bold: true})
	p.grid(s, head, cellLook{head: true})
	s.frozen = len(s.rows)
	if s.frozen > 0 && len(head.rows) > 0 && len(body.rows) > 0 {
		p.grid(s, body, cellLook{strike: t.Strike})
		s.filter = cellName(1, s.frozen) + ":" + cellName(body.cols, len(s.rows))
	} else {
		p.grid(s, body, cellLook{strike: t.Strike})
	}
	if len(t.Choices) > 0 && len(s.rows) > s.frozen {
		s.choices = t.Choices
		for _, c := range t.Author {
			s.offered = strings.TrimSpace(s.offered + " " + cellName(c, s.frozen+1) + ":" + cellName(c, len(s.rows)))
		}
	}
	for _, note := range t.notes(p.words) {
		across(note, cellLook{plain: true})
	}
	return s
}

// grid adds the rows of a grid. A cell that holds more than Excel allows goes
// on in further rows, where the other cells are empty.
func (p *xlsxPrinter) grid(s *sheet, g grid, look cellLook) {
	first := make([]int, len(g.rows)+1) // row of the sheet where a row of the grid begins
	parts := make([][][][]Run, len(g.rows))
	first[0] = len(s.rows) + 1
	grouped := false
	for i, row := range g.rows {
		high := 1
		parts[i] = make([][][]Run, len(row))
		for k, q := range row {
			if q.Cell != nil && !q.below && q.Format == FormatText {
				parts[i][k] = chunks(q.Runs)
				high = max(high, len(parts[i][k]))
			}
		}
		first[i+1] = first[i] + high
	}
	for i, row := range g.rows {
		opened := false
		for n := range first[i+1] - first[i] {
			values := make([]any, g.cols)
			for k, q := range row {
				l := look
				if q.Cell != nil {
					l.group, l.bold, l.indent, l.link, l.right, l.fill = q.Group, q.Head, q.Indent, q.Link != "", q.Right, q.shade
					opened = opened || q.Group
				}
				for c := range q.cols { // borders of merged cells need them all
					values[q.col+c] = excelize.Cell{StyleID: p.style(l)}
				}
				switch {
				case q.Cell == nil || q.below:
				case q.Format == FormatText && n < len(parts[i][k]):
					values[q.col] = p.value(parts[i][k][n], l)
				case n > 0:
				case q.isNumber():
					l.format = "#,##0"
					switch {
					case q.Format == FormatPercent:
						l.format = "0.0%"
					case q.Format == FormatProbability:
						l.format = fmt.Sprintf(`[<%v]"%s";0.000`, leastProbability, p.words.number(0, FormatProbability))
					case q.Format == FormatDecimal && q.Places > 0:
						l.format = "#,##0." + strings.Repeat("0", min(q.Places, 15))
					case q.Format == FormatDecimal && math.Abs(q.Value) < 1:
						l.format = "0.000"
					case q.Format == FormatDecimal:
						l.format = "#,##0.00"
					}
					if q.After != "" {
						l.format += ` "` + strings.ReplaceAll(clean(q.After), `"`, "") + `"`
					}
					values[q.col] = excelize.Cell{StyleID: p.style(l), Value: q.Value}
				case q.Format != FormatText:
					l.format = "@"
					values[q.col] = excelize.Cell{StyleID: p.style(l), Value: p.words.number(q.Value, q.Format)}
				}
			}
			outline := 0
			if grouped && !opened {
				outline = 1
			}
			for _, q := range row { // levels of a hierarchy fold too
				if q.Cell != nil && !q.below && q.Head {
					outline = min(outline+q.Indent, 7)
					break
				}
			}
			s.rows = append(s.rows, sheetRow{values: values, outline: outline, height: p.height(s, row, parts[i], n)})
			s.cells = append(s.cells, make([][]*Cell, len(s.rows)-1-len(s.cells))...)
			s.cells = append(s.cells, dense(row, g.cols))
		}
		grouped = grouped || opened
		for k, q := range row {
			if q.Cell == nil || q.below {
				continue
			}
			at := cellName(q.col+1, first[i])
			if q.Anchor != "" {
				p.anchors[clean(q.Anchor)] = ref(s.name, q.col+1, first[i])
			}
			link := q.Link
			for _, r := range q.Runs {
				// A link fills its cell, and LibreOffice shows one line of it.
				if link == "" && len(paragraphs(q.Runs)) == 1 {
					link = r.Link
				}
			}
			if link != "" {
				s.links = append(s.links, [2]string{at, link})
			}
			end := first[i]
			if len(parts[i][k]) < 2 {
				end = first[min(i+q.rows, len(g.rows))] - 1
				if q.rows == 1 {
					end = first[i]
				}
			}
			if q.cols > 1 || end > first[i] {
				s.merges = append(s.merges, [2]string{at, cellName(q.col+q.cols, end)})
			}
		}
	}
}

// height returns how high a row must be for its texts, 0 for one line.
// Programs fit rows to plain cells on opening, but not to rich or merged ones.
func (p *xlsxPrinter) height(s *sheet, row []place, parts [][][]Run, n int) float64 {
	most := 1.0
	for k, q := range row {
		if n >= len(parts[k]) || q.rows > 1 {
			continue
		}
		wide := 0.0
		for c := q.col; c < q.col+q.cols && c < len(s.widths); c++ {
			wide += s.widths[c]
		}
		wide = math.Max(wide*1.05-float64(2*q.Indent), 1) // Times is narrow
		lines := 0.0
		for _, para := range paragraphs(parts[k][n]) {
			// What does not fit at a line's end is half a word on average.
			lines += math.Max(math.Ceil((float64(utf8.RuneCountInString(joined(para)))+2)/math.Max(wide-3, 1)), 1)
		}
		most = math.Max(most, lines)
	}
	if most == 1 {
		return 0
	}
	return math.Min(13*most+3, excelize.MaxRowHeight)
}

// value returns a cell of text: rich text when parts of it are marked.
func (p *xlsxPrinter) value(runs []Run, l cellLook) any {
	marked := false
	for _, r := range runs {
		marked = marked || r.Mark != MarkNone
	}
	cell := excelize.Cell{StyleID: p.style(l)}
	if !marked {
		text := clean(joined(runs))
		if text != "" {
			cell.Value = text
		}
		return cell
	}
	struck := p.Strike || l.strike || redlined(runs)
	var rich []excelize.RichTextRun
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		font := &excelize.Font{Family: xlsxFont, Size: 10, Bold: l.head || l.group || l.bold}
		switch r.Mark {
		case MarkBold, MarkInserted, MarkMatch:
			font.Bold = true
		case MarkDeleted:
			font.Strike = struck
			font.Bold = font.Bold || !struck
		case MarkItalic, MarkMoved:
			font.Italic = true
		case MarkSynonym:
			font.Bold, font.Italic = true, true
		case MarkMuted:
			font.Color = "666666"
		}
		rich = append(rich, excelize.RichTextRun{Text: clean(r.Text), Font: font})
	}
	cell.Value = rich
	return cell
}

const xlsxFont = "Times New Roman"

// style returns the workbook's number of a style.
func (p *xlsxPrinter) style(l cellLook) int {
	l.strike = false
	if id, ok := p.styles[l]; ok {
		return id
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: xlsxFont, Size: 10, Bold: l.head || l.group || l.bold},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Indent: min(l.indent, 15)},
	}
	if !l.plain {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Style: 1, Color: "7F7F7F"})
		}
	}
	switch {
	case l.head:
		st.Alignment.Horizontal, st.Alignment.Vertical = "center", "center"
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EBF0"}}
	case l.group:
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	case l.fill != "":
		st.Alignment.Horizontal, st.Alignment.Vertical = "center", "center"
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(l.fill)}}
		ink, _ := on(draw.Style{Fill: l.fill})
		st.Font.Color = string(ink)
	case l.format != "", l.right:
		st.Alignment.Horizontal = "right"
	case l.indent > 0:
		st.Alignment.Horizontal = "left"
	}
	if l.link {
		st.Font.Color, st.Font.Underline = "0B4F8A", "single"
	}
	if l.format != "" {
		st.CustomNumFmt = &l.format
	}
	id, err := p.file.NewStyle(st)
	if err != nil { // only of impossible styles
		id = 0
	}
	p.styles[l] = id
	return id
}

// write writes the sheet into the workbook. What stands outside of its rows
// must be set before the stream is opened.
func (p *xlsxPrinter) write(i int, s *sheet) error {
	f := p.file
	if len(s.rows) > excelize.TotalRows {
		return &RowsError{s.name, len(s.rows)}
	}
	if i == 0 {
		if err := f.SetSheetName("Sheet1", s.name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(s.name); err != nil {
		return err
	}
	if s.filter != "" && s.chart == nil {
		if err := f.AutoFilter(s.name, s.filter, nil); err != nil {
			return err
		}
	}
	yes, no, a4, one, zero, turned := true, false, 9, 1, 0, "portrait"
	if s.landscape {
		turned = "landscape"
	}
	props := &excelize.SheetPropsOptions{FitToPage: &yes, OutlineSummaryBelow: &no}
	if s.tab != "" {
		props.TabColorRGB = &s.tab
	}
	if err := f.SetSheetProps(s.name, props); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &turned, FitToWidth: &one, FitToHeight: &zero}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C&P"}); err != nil {
		return err
	}
	if s.frozen > 0 {
		err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name,
			RefersTo: fmt.Sprintf("%s!$1:$%d", quote(s.name), s.frozen)})
		if err != nil {
			return err
		}
	}
	if s.offered != "" {
		v := excelize.NewDataValidation(true)
		v.Sqref = s.offered
		if err := v.SetDropList(s.choices); err == nil { // the list may be too long for Excel
			v.ShowErrorMessage = false // other words are welcome
			if err := f.AddDataValidation(s.name, v); err != nil {
				return err
			}
		}
	}
	seen := map[string]bool{}
	for _, l := range s.links {
		anchor, href := target(l[1])
		var err error
		switch {
		case seen[l[0]]:
		case p.anchors[anchor] != "":
			err = f.SetCellHyperLink(s.name, l[0], p.anchors[anchor], "Location")
		case href != "" && len(href) < excelize.MaxFieldLength:
			err = f.SetCellHyperLink(s.name, l[0], href, "External")
		}
		if err == excelize.ErrTotalSheetHyperlinks {
			break // Excel allows 65 530; the text stays
		}
		if err != nil {
			return err
		}
		seen[l[0]] = true
	}
	if s.chart != nil && len(s.chart.Series) > 0 && len(s.chart.Labels) > 0 {
		if err := p.chart(s); err != nil {
			return err
		}
	}
	sw, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if s.frozen > 0 {
		panes := &excelize.Panes{Freeze: true, YSplit: s.frozen, TopLeftCell: cellName(1, s.frozen+1), ActivePane: "bottomLeft"}
		if s.fixed > 0 {
			panes.XSplit, panes.TopLeftCell, panes.ActivePane = s.fixed, cellName(s.fixed+1, s.frozen+1), "bottomRight"
		}
		err := sw.SetPanes(panes)
		if err != nil {
			return err
		}
	}
	for c, w := range s.widths {
		if err := sw.SetColWidth(c+1, c+1, w); err != nil {
			return err
		}
	}
	for n, row := range s.rows {
		if err := sw.SetRow(cellName(1, n+1), row.values, excelize.RowOpts{Height: row.height, OutlineLevel: row.outline}); err != nil {
			return err
		}
	}
	for _, m := range s.merges {
		if err := sw.MergeCell(m[0], m[1]); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// chunks cuts runs into pieces that fit into a cell of Excel. There is always
// one, maybe empty.
func chunks(runs []Run) [][]Run {
	out := [][]Run{nil}
	room := excelize.TotalCellChars
	for _, r := range runs {
		text := clean(r.Text)
		for text != "" {
			cut := len(text)
			if len(text) > room { // then maybe more letters than room, too
				size := 0
				for i, c := range text {
					if size += utf16.RuneLen(c); size > room {
						cut = i
						break
					}
				}
				// A word is not torn when there is a space not far back.
				if i := strings.LastIndexAny(text[:cut], " \n"); cut < len(text) && i > cut-200 && i > 0 {
					cut = i
				}
			}
			if cut > 0 {
				piece := r
				piece.Text = text[:cut]
				out[len(out)-1] = append(out[len(out)-1], piece)
				room -= len(utf16.Encode([]rune(piece.Text)))
			}
			if text = text[cut:]; text != "" {
				out = append(out, nil)
				room = excelize.TotalCellChars
			}
		}
	}
	return out
}

// name returns a name that Excel allows for a new sheet: at most 31 letters,
// without signs of references, unlike the others.
func (p *xlsxPrinter) name(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, clean(s))
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		s = p.words.summary
	}
	for n := 1; ; n++ {
		tail := ""
		if n > 1 {
			tail = fmt.Sprintf(" %d", n)
		}
		name := cut16(s, 31-len(tail)) + tail
		if low := strings.ToLower(name); !p.names[low] {
			p.names[low] = true
			return name
		}
	}
}

// cut16 returns at most n UTF-16 units of s, whole words if there are any.
func cut16(s string, n int) string {
	size := 0
	for i, r := range s {
		if size += utf16.RuneLen(r); size > n {
			if k := strings.LastIndexByte(s[:i], ' '); k > i/2 {
				i = k
			}
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

func cellName(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

func quote(sheet string) string { return "'" + sheet + "'" }

func ref(sheet string, col, row int) string { return quote(sheet) + "!" + cellName(col, row) }

var contentType = regexp.MustCompile(`<(?:Default|Override)[^>]*?(?:/>|></(?:Default|Override)>)`)

// pack writes the workbook anew: excelize keeps neither the order of parts
// nor, with charts, that of the list of types.
func (p *xlsxPrinter) pack(w io.Writer, r *Report) error { return WriteWorkbook(w, p.file, r) }

// WriteWorkbook writes a workbook that an analysis made by itself, as one that is
// to be filled in: the same workbook gives the same bytes. Of r it keeps title,
// language and recipe.
func WriteWorkbook(w io.Writer, file *excelize.File, r *Report) error {
	buf, err := file.WriteToBuffer()
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		return err
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(rc)
		rc.Close()
		if err != nil {
			return err
		}
		parts[f.Name] = data
	}
	if r.Recipe != nil {
		recipe, types, relation := r.Recipe.recipeParts()
		maps.Copy(parts, recipe)
		for name, entry := range map[string]string{"[Content_Types].xml": types + "</Types>", "xl/_rels/workbook.xml.rels": relation + "</Relationships>"} {
			end := []byte(entry[strings.LastIndex(entry, "</"):])
			parts[name] = bytes.Replace(parts[name], end, []byte(entry), 1)
		}
	}
	types := parts["[Content_Types].xml"]
	if at := contentType.FindAllIndex(types, -1); len(at) > 0 {
		var list []string
		for _, i := range at {
			list = append(list, string(types[i[0]:i[1]]))
		}
		slices.Sort(list)
		parts["[Content_Types].xml"] = slices.Concat(types[:at[0][0]], []byte(strings.Join(list, "")), types[at[len(at)-1][1]:])
	}
	parts["docProps/core.xml"] = coreProperties(r)
	return writeZip(w, parts)
}
