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
	rows  []docxRow
	merge map[int]*corpus.Cell // open vertical merges by grid column
	lines []corpus.Line        // what hangs on its paragraphs: footnotes, boxes
}

// A docxRow keeps its cells by pointer, for those below may still add to them.
type docxRow struct {
	style corpus.Style
	cells []*corpus.Cell
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
		line := corpus.Line{Style: row.style, Table: no}
		var texts []string
		for _, c := range row.cells {
			line.Cells = append(line.Cells, *c)
			texts = append(texts, strings.ReplaceAll(c.Text, "\n", " "))
		}
		if line.Text = trim(strings.Join(texts, "\t")); line.Text != "" {
			r.lines = append(r.lines, line)
		}
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
	var look docxCount
	col, deleted := 0, false
	for {
		tok, err := d.RawToken()
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tr" {
				if !deleted {
					t.rows = append(t.rows, docxRow{look.style(), cells})
				}
				return nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "gridBefore":
				n, _ := strconv.Atoi(attr(e, "val"))
				col += n
			case "del", "moveFrom": // of the whole row, in its w:trPr
				deleted = true
				if err := skip(d); err != nil {
					return err
				}
			case "trPrChange", "Fallback":
				if err := skip(d); err != nil {
					return err
				}
			case "tc":
				c, err := r.cell(d, t, depth)
				if err != nil {
					return err
				}
				width := max(c.Cols, 1)
				if deleted {
					continue
				}
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
					look.add(l)
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
					for _, ic := range row.cells {
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

// A docxCount weighs the looks of a row's lines by their lengths.
type docxCount struct {
	all, bold, italic, centred, right, red, struck int
}

func (c *docxCount) add(l corpus.Line) {
	n := len(l.Text)
	c.all += n
	for _, f := range []struct {
		on  bool
		sum *int
	}{{l.Style.Bold, &c.bold}, {l.Style.Italic, &c.italic}, {l.Style.Centred, &c.centred},
		{l.Style.Right, &c.right}, {l.Style.Red, &c.red}, {l.Style.Struck, &c.struck}} {
		if f.on {
			*f.sum += n
		}
	}
}

func (c *docxCount) style() corpus.Style {
	most := func(n int) bool { return 2*n > c.all }
	return corpus.Style{Bold: most(c.bold), Italic: most(c.italic), Centred: most(c.centred),
		Right: most(c.right), Red: most(c.red), Struck: most(c.struck)}
}
