package remarks

import (
	"strings"

	"svod/corpus"
)

// maxColumns is more than any table has that a person reads.
const maxColumns = 100

// A slot is a place of a row: the cell that covers it.
type slot struct {
	text  string
	first bool // the cell begins here; the others it spans
	below bool // the cell begins in a row above
	cols  int
	rows  int
}

// A lane is a row of a table in columns, with where it stands.
type lane struct {
	slots []slot
	line  *corpus.Line
	n     int // of the rows of the file's tables, from 1
}

// layer puts the rows of one table into columns.
type layer struct {
	open []slot // what still covers each column from above; rows counts down
}

func (y *layer) lay(cells []corpus.Cell) []slot {
	var row []slot
	covered := func() {
		for len(row) < len(y.open) && y.open[len(row)].rows > 0 {
			o := &y.open[len(row)]
			o.rows--
			row = append(row, slot{text: o.text, first: o.first, below: true, cols: o.cols})
		}
	}
	for _, c := range cells {
		covered()
		cols := min(max(c.Cols, 1), maxColumns-len(row))
		if cols <= 0 {
			break
		}
		for k := range cols {
			s := slot{text: strings.TrimSpace(c.Text), first: k == 0, cols: cols, rows: max(c.Rows, 1)}
			at := len(row)
			for len(y.open) <= at {
				y.open = append(y.open, slot{})
			}
			y.open[at] = s
			y.open[at].rows--
			row = append(row, s)
		}
	}
	covered()
	return row
}

// full returns the texts of a row, each once.
func (l *lane) full() []string {
	var out []string
	for _, s := range l.slots {
		if s.first && !s.below && s.text != "" {
			out = append(out, s.text)
		}
	}
	return out
}
