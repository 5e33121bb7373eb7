// Package sheet reads the tables that people keep in spreadsheets: answers of a
// survey, codes, registers, as XLSX, ODS, or CSV of any kind and encoding.
package sheet

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"svod/corpus"
	"svod/corpus/extract"
)

// A Sheet is a sheet of a spreadsheet, or a CSV file.
type Sheet struct {
	Name string // "" of a file that has but one without a name
	Rows []Row
}

// A Row is a row of cells.
type Row struct {
	N     int // from 1, as a spreadsheet numbers it; a line of CSV
	Cells []string
}

// At is a cell without stray spaces; a column that is not there is empty.
func (r Row) At(col int) string {
	if col < 0 || col >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(r.Cells[col], "\u00a0", " "))
}

// Empty tells that a row has nothing in it.
func (r Row) Empty() bool {
	for i := range r.Cells {
		if r.At(i) != "" {
			return false
		}
	}
	return true
}

const (
	// largestFile is more than any team fills in.
	largestFile = 64 << 20
	maxSpan     = 1000
	// MaxCells is how many cells of a file are read.
	MaxCells = 5_000_000
)

// Read returns the sheets of a file with what its reader had to leave out.
// Errors are of type *extract.Error.
func Read(ctx context.Context, name string, data []byte) ([]Sheet, []corpus.Warning, error) {
	if len(data) > largestFile {
		return nil, nil, &extract.Error{Name: name, Code: "too-large", Args: []string{"64 MB"}}
	}
	src, err := extract.Reader{Grid: true, Hidden: true, NoOCR: true}.Bytes(ctx, name, data)
	if err != nil {
		return nil, nil, err
	}
	switch src.Format {
	case "xlsx", "ods":
		return tables(src), src.Warnings, nil
	case "csv", "text", "markdown", "json", "html": // what a CSV may look like
		if text, ok := extract.Text(data); ok {
			g, err := readCSV(name, text)
			return []Sheet{g}, src.Warnings, err
		}
	}
	return nil, nil, &extract.Error{Name: name, Code: "format", Args: []string{src.Format}}
}

// tables takes the tables of a spreadsheet. What is merged is in each of its rows.
func tables(src *corpus.Source) []Sheet {
	var out []Sheet
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
			out = append(out, Sheet{Name: name})
			clear(open)
		}
		row := Row{N: l.Row}
		covered := func() {
			for s, ok := open[len(row.Cells)]; ok; s, ok = open[len(row.Cells)] {
				if s.rows == 1 {
					delete(open, len(row.Cells))
				} else {
					open[len(row.Cells)] = span{s.rows - 1, s.text}
				}
				row.Cells = append(row.Cells, s.text)
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
					open[len(row.Cells)] = span{c.Rows - 1, text}
				}
				row.Cells = append(row.Cells, text)
			}
		}
		covered()
		if cells += len(row.Cells); cells > MaxCells {
			break
		}
		g := &out[len(out)-1]
		g.Rows = append(g.Rows, row)
	}
	return out
}

// readCSV reads a CSV file. Excel's first line «sep=;» names the separator.
func readCSV(name, text string) (Sheet, error) {
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
	var g Sheet
	cells := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return g, &extract.Error{Name: name, Code: "damaged", Args: []string{"csv"}, Err: err}
		}
		if cells += len(record); cells > MaxCells {
			return g, &extract.Error{Name: name, Code: "too-large", Args: []string{"5 000 000"}}
		}
		line, _ := r.FieldPos(0)
		g.Rows = append(g.Rows, Row{N: line + skipped, Cells: record})
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
