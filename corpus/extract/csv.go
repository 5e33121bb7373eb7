package extract

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"svod/corpus"
)

// csvSample is how much of a file is looked at to tell a register from prose.
const csvSample = 1 << 16

// isCSV tells a register saved as text from prose with commas: its rows have as
// many columns each, and no space stands behind what sets these apart.
func isCSV(data []byte) bool {
	if !isText(data) {
		return false
	}
	text, _ := decode(data[:min(len(data), csvSample)], "")
	return delimiter(text, len(data) > csvSample) != 0
}

// csvLines reads a register as one table. Rows of one cell in front of the
// others are its title.
func csvLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	text, _ := decode(in.data, "")
	comma := delimiter(text[:min(len(text), csvSample)], len(text) > csvSample)
	if comma == 0 { // the whole text shows what its beginning did not
		return plain(text), nil, nil
	}
	s := &sheet{}
	records := newCSV(text, comma)
	for n := 0; ; n++ {
		if n%1024 == 0 && in.ctx.Err() != nil {
			return nil, nil, in.ctx.Err()
		}
		record, err := records.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, &Error{Code: "damaged", Args: []string{"csv"}, Err: err}
		}
		row := sheetRow{at: n}
		for i, f := range record {
			if f = trim(f); f != "" {
				row.cells = append(row.cells, sheetCell{at: i, text: f})
			}
		}
		if len(row.cells) > 0 {
			s.rows = append(s.rows, row)
		}
	}
	var w workbook
	w.block(s, s.rows)
	return w.lines, nil, nil
}

// newCSV reads the records of a text. A first line «sep=;» speaks to a program.
func newCSV(text string, comma rune) *csv.Reader {
	if first, rest, ok := strings.Cut(text, "\n"); ok && isSep(first) {
		text = rest
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	return r
}

func isSep(line string) bool {
	line = strings.TrimRight(line, "\r")
	return len(line) == len("sep=;") && strings.HasPrefix(strings.ToLower(line), "sep=")
}

// delimiter returns what sets the columns of a text apart, 0 if it is no
// register. Of a text that is cut, the last record doesn't count.
func delimiter(text string, cut bool) rune {
	if first, _, _ := strings.Cut(text, "\n"); isSep(first) {
		if d := rune(first[4]); strings.ContainsRune(";,\t|", d) {
			return d
		}
	}
	for _, c := range []struct {
		comma         rune
		columns, rows int // that it takes at least
	}{{';', 2, 3}, {';', 3, 2}, {'\t', 3, 2}, {',', 3, 3}, {',', 2, 5}} {
		if columns, rows := tabular(text, c.comma, cut); columns >= c.columns && rows >= c.rows {
			return c.comma
		}
	}
	return 0
}

// tabular counts the columns and rows of a text whose columns a character sets
// apart; none when that is not what it does.
func tabular(text string, comma rune, cut bool) (columns, rows int) {
	r := newCSV(text, comma)
	var widths []int
	marks, spaced, full, long := 0, 0, 0, 0
	for {
		record, err := r.Read()
		if err != nil {
			break
		}
		filled := 0
		for i, f := range record {
			if i > 0 {
				marks++
				// Behind a comma in prose stands a space, or the line's end.
				if strings.HasPrefix(f, " ") || strings.HasPrefix(f, "\u00a0") {
					spaced++
				}
			}
			if trim(f) != "" {
				filled++
			}
			if len(f) > 20_000 {
				long++
			}
		}
		if filled == 0 {
			continue
		}
		if filled > 1 {
			full++
		}
		widths = append(widths, len(record))
	}
	if cut && len(widths) > 0 {
		widths = widths[:len(widths)-1]
	}
	if len(widths) == 0 || long > 0 || spaced*5 > marks {
		return 0, 0
	}
	slices.Sort(widths)
	columns = widths[len(widths)-1]
	usual := 0
	for _, n := range widths {
		if n == columns {
			usual++
		}
	}
	// Few rows are shorter: some programs drop the empty cells at a row's end.
	// Most have text in two cells: lines that all end with a semicolon are a list.
	if usual*10 < len(widths)*9 || full*2 <= len(widths) {
		return 0, 0
	}
	return columns, len(widths)
}
