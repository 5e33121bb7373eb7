package extract

import (
	"encoding/xml"
	"strconv"
	"strings"

	"svod/corpus"
)

// A docxTable is a table while it is read. A cell merged downwards is counted
// on the first of its rows and absent from the others.
type docxTable struct {
	rows  []corpus.Line
	merge map[int]*corpus.Cell // open vertical merges by grid column
	lines []corpus.Line        // what hangs on its paragraphs: footnotes, boxes
}

// table reads a table whose start was just read, and adds its rows.
func (r *docxReader) table(d *xml.Decoder) error {
	r.tables++
	t := &docxTable{merge: map[int]*corpus.Cell{}}
	no := r.tables
	if err := r.rows(d, t, 0); err != nil {
		return err
	}
	for _, row := range t.rows {
		var texts []string
		for _, c := range row.Cells {
			texts = append(texts, strings.ReplaceAll(c.Text, "\n", " "))
		}
		row.Text = strings.Join(texts, "\t")
		if trim(row.Text) == "" {
			continue
		}
		row.Table = no
		r.lines = append(r.lines, row)
	}
	r.lines = append(r.lines, t.lines...)
	return nil
}

func (r *docxReader) rows(d *xml.Decoder, t *docxTable, depth int) error {
	for {
		tok, err := d.RawToken()
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tbl" {
				return nil
			}
		case xml.StartElement:
			if e.Name.Local == "tr" {
				if err := r.row(d, t, depth); err != nil {
					return err
				}
			}
		}
	}
}

func (r *docxReader) row(d *xml.Decoder, t *docxTable, depth int) error {
	var cells []*corpus.Cell
	var bold, all int
	col := 0
	for {
		tok, err := d.RawToken()
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tr" {
				line := corpus.Line{Style: corpus.Style{Bold: all > 0 && bold*2 > all}}
				for _, c := range cells {
					line.Cells = append(line.Cells, *c)
				}
				t.rows = append(t.rows, line)
				return nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "gridBefore":
				n, _ := strconv.Atoi(attr(e, "val"))
				col += n
			case "trPrChange", "del":
				if err := skip(d); err != nil {
					return err
				}
			case "tc":
				c, err := r.cell(d, t, depth)
				if err != nil {
					return err
				}
				width := max(c.Cols, 1)
				if c.continues && t.merge[col] != nil {
					open := t.merge[col]
					open.Rows = max(open.Rows, 1) + 1
					if c.Text != "" {
						open.Text = trim(open.Text + "\n" + c.Text)
					}
				} else {
					cell := c.Cell
					cells = append(cells, &cell)
					delete(t.merge, col)
					if c.begins {
						t.merge[col] = &cell
					}
				}
				for _, l := range c.lines {
					all++
					if l.Style.Bold {
						bold++
					}
				}
				col += width
			}
		}
	}
}

// A docxCell is a cell with what it says of merging.
type docxCell struct {
	corpus.Cell
	begins, continues bool
	lines             []corpus.Line
}

func (r *docxReader) cell(d *xml.Decoder, t *docxTable, depth int) (docxCell, error) {
	var c docxCell
	for {
		tok, err := d.RawToken()
		if err != nil {
			return c, &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tc" {
				var texts []string
				for _, l := range c.lines {
					texts = append(texts, l.Text)
				}
				c.Text = strings.Join(texts, "\n")
				return c, nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "gridSpan":
				if n, _ := strconv.Atoi(attr(e, "val")); n > 1 {
					c.Cols = n
				}
			case "vMerge":
				c.begins = attr(e, "val") == "restart"
				c.continues = !c.begins
			case "tcPrChange", "del", "moveFrom":
				if err := skip(d); err != nil {
					return c, err
				}
			case "p":
				ls, err := r.paragraph(d, depth)
				if err != nil {
					return c, err
				}
				for _, l := range ls {
					if l.Style.Note {
						t.lines = append(t.lines, l)
					} else {
						c.lines = append(c.lines, l)
					}
				}
			case "tbl":
				if depth > 20 {
					if err := skip(d); err != nil {
						return c, err
					}
					continue
				}
				inner := &docxTable{merge: map[int]*corpus.Cell{}}
				if err := r.rows(d, inner, depth+1); err != nil {
					return c, err
				}
				for _, row := range inner.rows {
					for _, ic := range row.Cells {
						if ic.Text != "" {
							c.lines = append(c.lines, corpus.Line{Text: ic.Text})
						}
					}
				}
				t.lines = append(t.lines, inner.lines...)
			}
		}
	}
}
