package main

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/encoding/charmap"
)

// sheet reads a table that a report is made from, CSV or XLSX, as its rows. Of
// a workbook it is the first table. Excel in Russian writes semicolons and
// windows-1251, other programs commas.
func (e *env) sheet(c *cli.Context, name string) ([][]string, error) {
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	if strings.ToLower(filepath.Ext(name)) != ".csv" {
		x, err := e.reader(c, name)
		if err != nil {
			return nil, err
		}
		src, err := x.Bytes(c.Context, name, data)
		if err != nil {
			return nil, err
		}
		var rows [][]string
		for _, l := range src.Lines {
			if l.Table != 1 {
				continue
			}
			var row []string
			for _, cell := range l.Cells {
				row = append(row, cell.Text)
				for range max(cell.Cols, 1) - 1 {
					row = append(row, "")
				}
			}
			rows = append(rows, row)
		}
		return rows, nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		if data, err = charmap.Windows1251.NewDecoder().Bytes(data); err != nil {
			return nil, err
		}
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	switch {
	case bytes.Count(first, []byte("\t")) > 0:
		r.Comma = '\t'
	case bytes.Count(first, []byte(";")) >= bytes.Count(first, []byte(",")):
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, usage(e.tr("%s: таблица не читается (%v)", "%s: not a table that can be read (%v)", name, err),
			e.tr("Сохраните её из Excel как «CSV UTF-8» или XLSX", "Save it from Excel as “CSV UTF-8” or XLSX"))
	}
	return rows, nil
}
