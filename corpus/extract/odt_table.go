package extract

import (
	"encoding/xml"
	"strconv"
	"strings"

	"svod/corpus"
)

// What may be repeated: rows and cells that are alike are written once, with a
// number.
const (
	maxRepeatedRows  = 1000
	maxRepeatedCells = 200
	maxRepeatedText  = 16 << 20 // bytes, in all tables together
)

// spend counts text that is repeated; false when there has been too much.
func (r *odtReader) spend(n int) bool {
	r.repeated += n + 1
	return r.repeated <= maxRepeatedText
}

// table reads a table whose start was just read: a line a row, then the notes
// in it. A table in a cell has no number of its own.
func (r *odtReader) table(depth int) ([]corpus.Line, error) {
	if depth > maxWithin {
		return nil, r.skip()
	}
	if r.inCell == 0 {
		r.tables++
	}
	no := r.tables
	var lines, notes []corpus.Line
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
			case t.Name.Local == "table-row":
				row, ns, err := r.row(depth)
				if err != nil {
					return nil, err
				}
				notes = append(notes, ns...)
				if row.Text == "" {
					continue
				}
				row.Table = no
				for i := range odtTimes(t, "number-rows-repeated", maxRepeatedRows) {
					if i > 0 && !r.spend(len(row.Text)) {
						break
					}
					lines = append(lines, row)
				}
			case r.unseen(t), t.Name.Local == "title", t.Name.Local == "desc":
				if err := r.skip(); err != nil {
					return nil, err
				}
			default: // header rows, groups of rows, columns
				level++
			}
		}
	}
	return append(lines, notes...), nil
}

// row reads a row whose start was just read. A cell covered by another is not
// a cell of the row.
func (r *odtReader) row(depth int) (line corpus.Line, notes []corpus.Line, err error) {
	var look docxCount
	for {
		t, err := r.tokens.next()
		if err != nil {
			return line, nil, err
		}
		switch t := t.(type) {
		case xml.EndElement: // of the row, as cells are read to their ends
			if line.Text = cellTexts(line.Cells); line.Text != "" {
				line.Style = look.style()
			}
			return line, notes, nil
		case xml.StartElement:
			if t.Name.Local != "table-cell" {
				if err := r.skip(); err != nil {
					return line, nil, err
				}
				continue
			}
			r.inCell++
			ls, err := r.blocks(odtPlace{}, depth+1)
			r.inCell--
			if err != nil {
				return line, nil, err
			}
			c := corpus.Cell{Cols: spanned(t, "number-columns-spanned"), Rows: spanned(t, "number-rows-spanned")}
			var texts []string
			for _, l := range ls {
				switch {
				case l.Style.Note:
					notes = append(notes, l)
					continue
				case l.Table > 0: // a row of a table within
					for _, in := range l.Cells {
						if in.Text != "" {
							texts = append(texts, in.Text)
						}
					}
				default:
					texts = append(texts, l.Text)
				}
				look.add(l)
			}
			c.Text = strings.Join(texts, "\n")
			for i := range odtTimes(t, "number-columns-repeated", maxRepeatedCells) {
				if i > 0 && !r.spend(len(c.Text)) {
					break
				}
				line.Cells = append(line.Cells, c)
			}
		}
	}
}

// odtTimes returns how often an element stands for itself, at most limit.
func odtTimes(e xml.StartElement, name string, limit int) int {
	n, _ := strconv.Atoi(attr(e, name))
	return min(max(n, 1), limit)
}

// spanned returns how many columns or rows a cell covers; 0 stands for one.
func spanned(e xml.StartElement, name string) int {
	return span(attr(e, name))
}
