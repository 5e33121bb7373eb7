package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"svod/corpus"
)

// A sheet is what a sheet of a spreadsheet shows: the cells that have text, by
// row and column. Rows and columns count from 0; those that are not there take
// no memory.
type sheet struct {
	name   string
	rows   []sheetRow // in order
	merges []sheetMerge
	after  []corpus.Line // text boxes
	hidden sheetHidden
}

type sheetRow struct {
	at    int
	cells []sheetCell // in order
}

type sheetCell struct {
	at    int
	text  string
	style corpus.Style
}

// A sheetMerge is a block of cells merged into its first.
type sheetMerge struct{ top, left, rows, cols int }

// sheetHidden counts what is in a sheet but not shown.
type sheetHidden struct{ rows, cols int }

const (
	maxSheetRows = 1 << 20
	maxSheetCols = 1 << 14
	maxMerges    = 100_000
	// maxOpenMerges is how many merges may lie over one row, maxPadding how many
	// empty cells are put between and behind those with text, in a whole file, so
	// that columns stand under each other.
	maxOpenMerges = 1000
	maxPadding    = 2_000_000
)

// A workbook makes the lines of sheets.
type workbook struct {
	lines    []corpus.Line
	warnings []corpus.Warning
	tables   int
	padding  int
	grid     bool     // see Reader.Grid
	all      bool     // see Reader.Hidden
	unseen   []string // the names of hidden sheets
}

// usualName is what programs call a sheet that nobody has given a name.
var usualName = regexp.MustCompile(`(?i)^(лист|sheet|бет|парақ|worksheet|table|таблица)[ _]?\d*$`)

// finish adds the warnings about the whole file, and drops the name of an only
// sheet when nobody has given it one.
func (w *workbook) finish(sheets int) ([]corpus.Line, []corpus.Warning, error) {
	if len(w.unseen) > 0 {
		w.warnings = append(w.warnings, corpus.Warning{Code: "sheets-hidden", Args: w.unseen})
	}
	if sheets == 1 && len(w.lines) > 0 && w.lines[0].Table == 0 && usualName.MatchString(w.lines[0].Text) {
		w.lines = w.lines[1:]
	}
	return w.lines, w.warnings, nil
}

// add adds the lines of a sheet: its name, as a heading, then a table for each
// block of rows that empty rows set apart.
func (w *workbook) add(s *sheet) {
	if s.hidden.rows > 0 || s.hidden.cols > 0 {
		w.warnings = append(w.warnings, corpus.Warning{Code: "sheet-hidden-cells", Args: []string{s.name, strconv.Itoa(s.hidden.rows), strconv.Itoa(s.hidden.cols)}})
	}
	slices.SortStableFunc(s.merges, func(a, b sheetMerge) int { return a.top - b.top })
	s.rows = slices.DeleteFunc(s.rows, func(r sheetRow) bool { return len(r.cells) == 0 })
	if len(s.rows) == 0 && len(s.after) == 0 {
		return
	}
	w.lines = append(w.lines, corpus.Line{Text: s.name, Style: corpus.Style{Heading: 1}})
	merges := s.merges
	for lo := 0; lo < len(s.rows); {
		// A block ends at a row without text that no merged cell lies over.
		hi, covered := lo, -1
		for ; hi < len(s.rows); hi++ {
			if at := s.rows[hi].at; !w.grid && hi > lo && at > s.rows[hi-1].at+1 && at > covered+1 {
				break
			}
			for len(merges) > 0 && merges[0].top <= s.rows[hi].at {
				covered = max(covered, merges[0].top+merges[0].rows-1)
				merges = merges[1:]
			}
		}
		w.block(s, s.rows[lo:hi])
		lo = hi
	}
	w.lines = append(w.lines, s.after...)
}

// block adds the lines of a block of rows. Rows of one cell in front of the
// others are the title over a table; a block that has no other rows is text.
func (w *workbook) block(s *sheet, rows []sheetRow) {
	for !w.grid && len(rows) > 0 && len(rows[0].cells) == 1 {
		c := rows[0].cells[0]
		for text := range strings.SplitSeq(c.text, "\n") {
			if text = trim(text); text != "" {
				w.lines = append(w.lines, corpus.Line{Text: text, Style: c.style})
			}
		}
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return
	}
	w.tables++
	left, right := maxSheetCols, 0
	for _, r := range rows {
		left, right = min(left, r.cells[0].at), max(right, r.cells[len(r.cells)-1].at)
	}
	if w.grid {
		left = 0
	}
	merges := s.merges
	var open []sheetMerge // that lie over the row
	for i, r := range rows {
		open = slices.DeleteFunc(open, func(m sheetMerge) bool { return m.top+m.rows <= r.at })
		for len(merges) > 0 && merges[0].top <= r.at {
			if m := merges[0]; m.top+m.rows > r.at && len(open) < maxOpenMerges {
				open = append(open, m)
			}
			merges = merges[1:]
		}
		line := corpus.Line{Table: w.tables}
		if w.grid {
			line.Row = r.at + 1
		}
		var look docxCount
		next := left // the column that the next cell stands in
		// Merges are counted in the columns and rows that the block has.
		merged := func(c corpus.Cell, m *sheetMerge) corpus.Cell {
			c.Cols = spanOf(min(m.left+m.cols, right+1) - m.left)
			below, _ := slices.BinarySearchFunc(rows, m.top+m.rows, func(r sheetRow, at int) int { return r.at - at })
			c.Rows = spanOf(below - i)
			return c
		}
		pad := func(to int) {
			for ; next < to; next++ {
				m := covering(open, r.at, next)
				switch {
				case m == nil:
					if w.padding++; w.padding <= maxPadding {
						line.Cells = append(line.Cells, corpus.Cell{})
					}
				case m.top == r.at && m.left == next: // merged cells without text
					line.Cells = append(line.Cells, merged(corpus.Cell{}, m))
					next += m.cols - 1
				default:
					next = min(m.left+m.cols, to) - 1
				}
			}
		}
		for _, c := range r.cells {
			if c.at < next {
				continue // covered by the one before
			}
			pad(c.at)
			m := covering(open, r.at, c.at)
			cell := corpus.Cell{Text: c.text}
			if m != nil {
				if m.top != r.at || m.left != c.at {
					continue
				}
				cell = merged(cell, m)
			}
			line.Cells = append(line.Cells, cell)
			next = c.at + max(cell.Cols, 1)
			look.add(corpus.Line{Text: c.text, Style: c.style})
		}
		pad(right + 1)
		line.Text = cellTexts(line.Cells)
		line.Style = look.style()
		w.lines = append(w.lines, line)
	}
}

// covering returns the merge that lies over a cell.
func covering(open []sheetMerge, row, col int) *sheetMerge {
	for i := range open {
		if m := &open[i]; m.top <= row && row < m.top+m.rows && m.left <= col && col < m.left+m.cols {
			return m
		}
	}
	return nil
}

func spanOf(n int) int {
	if n < 2 {
		return 0
	}
	return n
}

// order puts rows and cells in order, and those that a file gives twice
// together. Nearly all files have them so.
func (s *sheet) order() {
	byRow := func(a, b sheetRow) int { return a.at - b.at }
	if !slices.IsSortedFunc(s.rows, byRow) {
		slices.SortStableFunc(s.rows, byRow)
		kept := s.rows[:0]
		for _, r := range s.rows {
			if n := len(kept); n > 0 && kept[n-1].at == r.at {
				kept[n-1].cells = append(kept[n-1].cells, r.cells...)
			} else {
				kept = append(kept, r)
			}
		}
		s.rows = kept
	}
	byCol := func(a, b sheetCell) int { return a.at - b.at }
	for i := range s.rows {
		if !slices.IsSortedFunc(s.rows[i].cells, byCol) {
			slices.SortStableFunc(s.rows[i].cells, byCol)
		}
	}
}
