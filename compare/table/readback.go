package table

import (
	"slices"
	"strings"

	"svod/corpus"
)

// A Written is a report as its author left it: the tables of a DOCX or XLSX
// file that svod made and a person went on to edit.
type Written struct {
	Name   string // of the file
	tables [][]writtenRow
	// program holds the folded headings of the columns that the program wrote,
	// by the file's own record; nil if that is gone.
	program map[string]bool
	facts   map[string]bool // lines that may be of its record
}

// A writtenRow is a row's cells in columns.
type writtenRow []writtenCell

type writtenCell struct {
	text  string
	col   int // where it begins
	cols  int
	below bool // continues a cell of a row above
}

// width is the number of its columns.
func (r writtenRow) width() int {
	if len(r) == 0 {
		return 0
	}
	last := r[len(r)-1]
	return last.col + last.cols
}

func (c writtenCell) covers(col int) bool { return c.col <= col && col < c.col+c.cols }

// at returns the cell that covers a column.
func (r writtenRow) at(col int) writtenCell {
	for _, c := range r {
		if c.covers(col) {
			return c
		}
	}
	return writtenCell{}
}

// ReadBack finds the tables of an edited report in what corpus/extract read
// from the file. See [Report.Keep].
func ReadBack(src *corpus.Source) *Written {
	w := &Written{Name: src.Name, facts: map[string]bool{}}
	last := 0
	var open []int // rows that a cell from above still covers, by column
	for _, l := range src.Lines {
		if l.Cells == nil {
			w.record(l.Text)
			continue
		}
		if len(l.Cells) == 2 {
			w.record(l.Cells[0].Text + ": " + l.Cells[1].Text)
		}
		if l.Table != last || len(w.tables) == 0 {
			w.tables, last, open = append(w.tables, nil), l.Table, nil
		}
		var row writtenRow
		row, open = layRow(l.Cells, open)
		k := len(w.tables) - 1
		w.tables[k] = append(w.tables[k], row)
	}
	return w
}

// maxWritten is more than the columns of any table that a person reads.
const maxWritten = 1000

// layRow puts the cells of a row into columns. open tells for how many rows
// more the cells above cover each column.
func layRow(cells []corpus.Cell, open []int) (writtenRow, []int) {
	var row writtenRow
	col := 0
	covered := func() {
		for ; col < len(open) && open[col] > 0; col++ {
			open[col]--
			row = append(row, writtenCell{col: col, cols: 1, below: true})
		}
	}
	for _, c := range cells {
		covered()
		cols := min(max(c.Cols, 1), maxWritten-col)
		if cols <= 0 {
			break
		}
		row = append(row, writtenCell{text: strings.TrimSpace(c.Text), col: col, cols: cols})
		for ; cols > 0; cols, col = cols-1, col+1 {
			if col == len(open) {
				open = append(open, 0)
			}
			open[col] = max(c.Rows, 1) - 1
		}
	}
	covered()
	return row, open
}

// record takes a line of the file's record, if it tells of columns.
func (w *Written) record(line string) {
	if len(line) < 1000 && len(w.facts) < 10000 {
		w.facts[foldHead(line)] = true
	}
	for _, words := range languages {
		if list, ok := strings.CutPrefix(line, words.columns+": "); ok {
			if w.program == nil {
				w.program = map[string]bool{}
			}
			for h := range strings.SplitSeq(list, columnMark) {
				w.program[foldHead(h)] = true
			}
		}
	}
}

// madeAs reports whether a file was made from the same inputs as r, by its
// record.
func (r *Report) madeAs(w *Written) bool {
	for _, f := range r.Made {
		if !w.facts[foldHead(f.Name+": "+f.Value)] {
			return false
		}
	}
	return len(r.Made) > 0
}

const columnMark = " | "

// facts returns what a file that may be edited says at its end: what it was
// made from, and which columns are the program's.
func (r *Report) facts(words phrases) []Fact {
	var names []string
	keyed := false
	for _, b := range r.Blocks {
		t, ok := b.(*Table)
		if !ok {
			continue
		}
		keyed = keyed || t.Key > 0
		for c, h := range t.heads() {
			if h = strings.Join(strings.Fields(strings.ReplaceAll(h, "|", " ")), " "); !slices.Contains(t.Author, c+1) && !slices.Contains(names, h) {
				names = append(names, h)
			}
		}
	}
	if !keyed {
		return r.Made
	}
	return append(r.Made[:len(r.Made):len(r.Made)], Fact{words.columns, strings.Join(names, columnMark)})
}

// heads returns the headings of a table's columns, by the last row of its head.
func (t *Table) heads() []string {
	head, _ := t.grids()
	out := make([]string, head.cols)
	for _, row := range head.rows {
		for _, p := range row {
			if p.Cell != nil && p.col < len(out) {
				out[p.col] = plain(p.Runs)
			}
		}
	}
	return out
}

var headFolder = strings.NewReplacer("ё", "е", "|", " ", "\u2011", "-")

// foldHead makes headings comparable: case, spaces and ё don't count.
func foldHead(s string) string {
	return strings.Join(strings.Fields(headFolder.Replace(strings.ToLower(s))), " ")
}
