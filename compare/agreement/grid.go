package agreement

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"svod/corpus"
	"svod/corpus/extract"
)

// A grid is a sheet of a spreadsheet, or a CSV file: rows of cells.
type grid struct {
	name string // of the sheet, "" if the file has but one without a name
	rows []gridRow
}

type gridRow struct {
	n     int // 1-based, as a spreadsheet numbers it
	cells []string
}

// at is a cell without stray spaces; a column that is not there is empty.
func (r gridRow) at(col int) string {
	if col < 0 || col >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(r.cells[col], "\u00a0", " "))
}

// empty tells that a row has nothing in it.
func (r gridRow) empty() bool {
	for i := range r.cells {
		if r.at(i) != "" {
			return false
		}
	}
	return true
}

const (
	// largestFile is more than any team codes.
	largestFile = 64 << 20
	maxCells    = 5_000_000
	maxSpan     = 1000
)

// grids reads the sheets of a spreadsheet or CSV of any kind and encoding.
func grids(ctx context.Context, name string, data []byte) ([]grid, []corpus.Warning, error) {
	if len(data) > largestFile {
		return nil, nil, &extract.Error{Name: name, Code: "too-large", Args: []string{"64 MB"}}
	}
	src, err := extract.Reader{Grid: true, Hidden: true, NoOCR: true}.Bytes(ctx, name, data)
	if err != nil {
		return nil, nil, err
	}
	switch src.Format {
	case "xlsx", "ods":
		return sheetGrids(src), src.Warnings, nil
	case "csv", "text", "markdown", "json", "html": // what a CSV may look like
		if text, ok := extract.Text(data); ok {
			g, err := csvGrid(name, text)
			return []grid{g}, src.Warnings, err
		}
	}
	return nil, nil, &extract.Error{Name: name, Code: "format", Args: []string{src.Format}}
}

// sheetGrids takes the tables of a spreadsheet. What is merged is in each of its rows.
func sheetGrids(src *corpus.Source) []grid {
	var out []grid
	name, table, cells := "", 0, 0
	type span struct {
		rows int
		text string
	}
	open := map[int]span{}
	for _, l := range src.Lines {
		if l.Table == 0 {
			name = l.Text
			continue
		}
		if l.Table != table {
			table = l.Table
			out = append(out, grid{name: name})
			clear(open)
		}
		row := gridRow{n: l.Row}
		covered := func() {
			for s, ok := open[len(row.cells)]; ok; s, ok = open[len(row.cells)] {
				if s.rows == 1 {
					delete(open, len(row.cells))
				} else {
					open[len(row.cells)] = span{s.rows - 1, s.text}
				}
				row.cells = append(row.cells, s.text)
			}
		}
		for _, c := range l.Cells {
			covered()
			for n := range min(max(c.Cols, 1), maxSpan) {
				text := c.Text
				if n > 0 {
					text = ""
				}
				if c.Rows > 1 {
					open[len(row.cells)] = span{c.Rows - 1, text}
				}
				row.cells = append(row.cells, text)
			}
		}
		covered()
		if cells += len(row.cells); cells > maxCells {
			break
		}
		g := &out[len(out)-1]
		g.rows = append(g.rows, row)
	}
	return out
}

// csvGrid reads a CSV file. Excel's first line «sep=;» names the separator.
func csvGrid(name, text string) (grid, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	skipped := 0
	first, rest, _ := strings.Cut(text, "\n")
	sep := separator(first)
	if low := strings.ToLower(first); strings.HasPrefix(low, "sep=") && len(low) == 5 {
		sep, text, skipped = rune(low[4]), rest, 1
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = sep, true, -1
	var g grid
	cells := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return g, &extract.Error{Name: name, Code: "damaged", Args: []string{"csv"}, Err: err}
		}
		if cells += len(record); cells > maxCells {
			return g, &extract.Error{Name: name, Code: "too-large", Args: []string{"5 000 000"}}
		}
		line, _ := r.FieldPos(0)
		g.rows = append(g.rows, gridRow{n: line + skipped, cells: record})
	}
}

// separator is what sets the columns of a line apart. A comma is believed only
// where nothing else is: with semicolons it is decimal.
func separator(line string) rune {
	quoted := false
	bare := strings.Map(func(r rune) rune {
		if r == '"' {
			quoted = !quoted
		}
		if quoted {
			return -1
		}
		return r
	}, line)
	for _, sep := range ";\t" {
		if strings.ContainsRune(bare, sep) {
			return sep
		}
	}
	return ','
}
