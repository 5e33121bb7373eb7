package extract

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"svod/corpus"
)

// isXLSX knows a workbook by the part that lists its sheets.
func isXLSX(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("xl/workbook.xml"))
}

// xlsxLines reads the sheets of a workbook as they are shown: values in their
// formats, results of formulas, merged cells as one. What is hidden is left
// out, and said.
func xlsxLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	p, err := openZipPackage(in.ctx, in.data)
	if err != nil {
		return nil, nil, err
	}
	r := &xlsxReader{ctx: in.ctx, parts: p, out: workbook{grid: in.Grid}, all: in.Hidden}
	sheets, err := r.workbook()
	if err != nil {
		return nil, nil, err
	}
	shown := 0
	for _, s := range sheets {
		if s.hidden && !in.Hidden {
			r.out.unseen = append(r.out.unseen, s.name)
			continue
		}
		shown++
		if err := r.sheet(s); err != nil {
			return nil, nil, err
		}
	}
	if p.damaged {
		r.out.warnings = append(r.out.warnings, corpus.Warning{Code: "file-damaged"})
	}
	return r.out.finish(shown)
}

// An xlsxReader reads a workbook, a sheet after another.
type xlsxReader struct {
	ctx       context.Context
	parts     *ooxmlPackage
	shared    []string
	styles    []xlsxStyle
	plain     *numberFormat // of cells without a style
	since1904 bool
	russian   bool // the language of the workbook
	all       bool // what is hidden, too
	out       workbook
}

type xlsxSheet struct {
	name, part string
	hidden     bool
}

// open returns a reader of a part; one that is not there is empty.
func (r *xlsxReader) open(name string) (*xmlReader, error) {
	b, err := r.parts.part(name)
	return newXMLReader(r.ctx, b), err
}

// workbook reads what the sheets share, and returns their list.
func (r *xlsxReader) workbook() ([]xlsxSheet, error) {
	const main = "xl/workbook.xml"
	if !r.parts.has(main) {
		return nil, &Error{Code: "damaged", Args: []string{"xlsx"}}
	}
	x, err := r.open(main)
	if err != nil {
		return nil, err
	}
	byID := map[string]relation{}
	shared, styles := "xl/sharedstrings.xml", "xl/styles.xml"
	for _, rel := range r.parts.relations(main) {
		byID[rel.id] = rel
		switch rel.kind {
		case "sharedStrings":
			shared = rel.target
		case "styles":
			styles = rel.target
		}
	}
	var sheets []xlsxSheet
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "workbookPr":
			r.since1904 = isTrue(x.attr("date1904"))
		case "sheet":
			rel := byID[x.attr("id")]
			if rel.target == "" || rel.kind == "chartsheet" || rel.kind == "dialogsheet" {
				continue // a picture
			}
			state := x.attr("state")
			s := xlsxSheet{name: x.attr("name"), part: rel.target, hidden: state == "hidden" || state == "veryHidden"}
			sheets = append(sheets, s)
			r.russian = r.russian || hasCyrillic(s.name)
		}
	}
	if x, err = r.open(shared); err != nil {
		return nil, err
	}
	for x.next() {
		if x.kind == xmlStart && x.name == "si" {
			s := richText(x)
			r.shared = append(r.shared, s)
			r.russian = r.russian || hasCyrillic(s)
		}
	}
	// Without shared texts, they stand in the cells themselves; most files of
	// that kind come from Russian accounting programs.
	r.russian = r.russian || len(r.shared) == 0
	r.plain = &numberFormat{russian: r.russian}
	if x, err = r.open(styles); err != nil {
		return nil, err
	}
	r.readStyles(x)
	return sheets, r.ctx.Err()
}

func hasCyrillic(s string) bool {
	for _, c := range s {
		if 0x400 <= c && c < 0x530 {
			return true
		}
	}
	return false
}

// richText reads the text of the element whose start was just given: its runs,
// without the readings that stand over Chinese and Japanese signs. Raised
// digits are Unicode's.
func richText(x *xmlReader) string {
	var b strings.Builder
	raised := false
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "t", "a:t":
			if s := x.content(); raised {
				b.WriteString(superscript(s))
			} else {
				b.WriteString(s)
			}
		case "r":
			raised = false
		case "vertAlign":
			raised = x.attr("val") == "superscript"
		case "rPh":
			x.skip()
		}
	}
	return withControls(b.String())
}

// withControls writes out the characters that XML can't hold: _x000D_.
func withControls(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && i+6 < len(s) && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				if n != '\r' {
					b.WriteRune(rune(n))
				}
				i += 6
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// An xlsxStyle is how cells of a style show their values.
type xlsxStyle struct {
	format *numberFormat
	look   corpus.Style
}

func (r *xlsxReader) readStyles(x *xmlReader) {
	codes := map[int]string{}
	var fonts []corpus.Style
	formats := map[int]*numberFormat{}
	in := "" // fonts or cellXfs
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "fonts", "fills", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs":
			in = x.name
		case "numFmt":
			codes[x.number("numFmtId")] = x.attr("formatCode")
		case "font":
			fonts = append(fonts, corpus.Style{})
		case "b", "i", "strike", "color":
			if in != "fonts" || len(fonts) == 0 {
				continue
			}
			f := &fonts[len(fonts)-1]
			switch x.name {
			case "b":
				f.Bold = x.on()
			case "i":
				f.Italic = x.on()
			case "strike":
				f.Struck = x.on()
			case "color":
				if rgb := x.attr("rgb"); len(rgb) == 8 {
					f.Red = isRed("#" + rgb[2:])
				}
			}
		case "xf":
			if in != "cellXfs" {
				continue
			}
			id := x.number("numFmtId")
			if formats[id] == nil {
				formats[id] = parseFormat(formatCode(id, codes, r.russian), r.russian)
			}
			s := xlsxStyle{format: formats[id]}
			if n := x.number("fontId"); n >= 0 && n < len(fonts) {
				s.look = fonts[n]
			}
			r.styles = append(r.styles, s)
		case "alignment":
			if in == "cellXfs" && len(r.styles) > 0 {
				s := &r.styles[len(r.styles)-1].look
				s.Centred = strings.HasPrefix(x.attr("horizontal"), "center")
				s.Right = x.attr("horizontal") == "right"
			}
		}
	}
}

// formatCode returns the code of a format: the file's, else the one that all
// programs know by the number.
func formatCode(id int, codes map[int]string, russian bool) string {
	if code, ok := codes[id]; ok {
		return code
	}
	if code := builtInRussian[id]; code != "" && russian {
		return code
	}
	return builtIn[id]
}
