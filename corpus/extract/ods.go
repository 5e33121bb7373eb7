package extract

import (
	"encoding/xml"
	"strings"

	"svod/corpus"
)

// isODS knows an OpenDocument spreadsheet.
func isODS(data []byte) bool { return isODF(data, "spreadsheet") }

// odsLines reads the sheets of an OpenDocument spreadsheet as they are shown.
// Its cells hold what they show beside their values.
func odsLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	r, body, err := openODF(in)
	if err != nil {
		return nil, nil, err
	}
	if err := r.find(body, "spreadsheet"); err != nil {
		return nil, nil, err
	}
	out := workbook{grid: in.Grid, all: in.Hidden}
	shown := 0
	for level := 1; level > 0; {
		t, err := r.tokens.next()
		if err != nil {
			return nil, nil, err
		}
		switch t := t.(type) {
		case xml.EndElement:
			level--
		case xml.StartElement:
			if t.Name.Local != "table" {
				// Changes, names of ranges, and the like.
				if err := r.skip(); err != nil {
					return nil, nil, err
				}
				continue
			}
			name := attr(t, "name")
			if st := r.styles["table "+attr(t, "style-name")]; st != nil && st.hidden && !in.Hidden {
				out.unseen = append(out.unseen, name)
				if err := r.skip(); err != nil {
					return nil, nil, err
				}
				continue
			}
			shown++
			s, err := r.sheet(name, in.Hidden)
			if err != nil {
				return nil, nil, err
			}
			out.add(s)
		}
	}
	return out.finish(shown)
}

// An odsReader reads one sheet.
type odsReader struct {
	*odtReader
	s       *sheet
	all     bool // hidden rows and columns, too
	columns []odsColumns
	row     int
}

// odsColumns are columns that look alike, up to the column end.
type odsColumns struct {
	end    int
	style  string // of cells that name none
	hidden bool
}

// sheet reads a sheet whose start was just read.
func (r *odtReader) sheet(name string, all bool) (*sheet, error) {
	o := &odsReader{odtReader: r, s: &sheet{name: name}, all: all}
	lost := map[int]bool{}
	for level := 1; level > 0; {
		t, err := r.tokens.next()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.EndElement:
			level--
		case xml.StartElement:
			switch {
			case t.Name.Local == "table-column":
				o.column(t)
				level++
			case t.Name.Local == "table-row":
				if err := o.readRow(t, lost); err != nil {
					return nil, err
				}
			case t.Name.Local == "shapes": // what lies over the cells
				ls, err := r.blocks(odtPlace{}, 0)
				if err != nil {
					return nil, err
				}
				o.s.after = append(o.s.after, ls...)
			case r.unseen(t), t.Name.Local == "title", t.Name.Local == "desc", t.Name.Local == "named-expressions",
				t.Name.Local == "conditional-formats", t.Name.Local == "table-source":
				if err := r.skip(); err != nil {
					return nil, err
				}
			default: // groups of rows and of columns, repeated ones
				level++
			}
		}
	}
	o.s.hidden.cols = len(lost)
	return o.s, nil
}

// column takes the description of columns.
func (o *odsReader) column(e xml.StartElement) {
	end := odtTimes(e, "number-columns-repeated", maxSheetCols)
	if n := len(o.columns); n > 0 {
		end += o.columns[n-1].end
	}
	if end <= maxSheetCols {
		v := attr(e, "visibility")
		o.columns = append(o.columns, odsColumns{end, attr(e, "default-cell-style-name"), !o.all && (v == "collapse" || v == "filter")})
	}
}

// columnAt returns what is said of a column.
func (o *odsReader) columnAt(col int) odsColumns {
	for _, c := range o.columns {
		if col < c.end {
			return c
		}
	}
	return odsColumns{}
}

// readRow reads a row whose start was just read, which may stand for many.
func (o *odsReader) readRow(e xml.StartElement, lost map[int]bool) error {
	times := odtTimes(e, "number-rows-repeated", maxSheetRows)
	at := o.row
	o.row = min(o.row+times, maxSheetRows)
	v := attr(e, "visibility")
	hidden := !o.all && (v == "collapse" || v == "filter")
	var cells []sheetCell
	for col := 0; ; {
		t, err := o.tokens.next()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement: // of the row, as cells are read to their ends
			if len(cells) == 0 || at >= maxSheetRows {
				return nil
			}
			if hidden {
				o.s.hidden.rows += times
				return nil
			}
			size := 0
			for _, c := range cells {
				size += len(c.text) + 64
			}
			for i := range min(times, maxSheetRows-at) {
				if i > 0 && (i >= maxRepeatedRows || !o.spend(size)) {
					break
				}
				o.s.rows = append(o.s.rows, sheetRow{at: at + i, cells: cells})
			}
			return nil
		case xml.StartElement:
			if t.Name.Local != "table-cell" && t.Name.Local != "covered-table-cell" {
				if err := o.skip(); err != nil {
					return err
				}
				continue
			}
			style := attr(t, "style-name")
			if style == "" {
				style = attr(e, "default-cell-style-name")
			}
			if style == "" {
				style = o.columnAt(col).style
			}
			c, err := o.cell(style)
			if err != nil {
				return err
			}
			n := odtTimes(t, "number-columns-repeated", maxSheetCols)
			first := col
			col = min(col+n, maxSheetCols)
			if t.Name.Local == "covered-table-cell" {
				continue // what it holds is not shown
			}
			if cols, rows := spanned(t, "number-columns-spanned"), spanned(t, "number-rows-spanned"); (cols > 0 || rows > 0) && len(o.s.merges) < maxMerges {
				o.s.merges = append(o.s.merges, sheetMerge{at, first, max(rows, 1), max(cols, 1)})
			}
			for i := 0; c.text != "" && i < min(n, maxSheetCols-first); i++ {
				if i > 0 && (i >= maxRepeatedCells || !o.spend(len(c.text)+64)) {
					break
				}
				c.at = first + i
				if o.columnAt(c.at).hidden {
					lost[c.at] = true
					continue
				}
				cells = append(cells, c)
			}
		}
	}
}

// cell reads a cell of a style whose start was just read.
func (o *odsReader) cell(style string) (sheetCell, error) {
	o.inCell++
	ls, err := o.blocks(odtPlace{look: o.styles.look("table-cell", style, docxLook{})}, 0)
	o.inCell--
	var c sheetCell
	if len(ls) == 0 || err != nil {
		return c, err
	}
	var texts []string
	var look docxCount
	for _, l := range ls {
		texts = append(texts, l.Text)
		look.add(l)
	}
	c.text = strings.Join(texts, "\n")
	c.style = look.style()
	o.styles.up("table-cell", style, func(s *odtStyle) bool {
		c.style.Centred, c.style.Right = s.align == "center", s.align == "end" || s.align == "right"
		return s.align != ""
	})
	return c, nil
}
