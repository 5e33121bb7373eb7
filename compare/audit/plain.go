package audit

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"

	"svod/corpus"
)

// tableCaption is how a table begins where a CSV file has several.
var tableCaption = regexp.MustCompile(`^(?:Таблица \d+|\d+-кесте|Table \d+|Рисунок \d+|\d+-сурет|Figure \d+)(?:[ .–]|$)`)

// readCSV reads the tables of a CSV file, as Excel or R have it.
func readCSV(data []byte) (*Page, error) {
	p := &Page{Format: "csv-plain"}
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	if r.Comma = ','; bytes.Count(text, []byte(";")) > bytes.Count(text, []byte(",")) {
		r.Comma = ';'
	}
	if marked || r.Comma == ';' {
		p.Format = "csv"
	}
	var g *gridder
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return p, nil
		}
		if err != nil {
			return nil, &UnfitError{"csv"}
		}
		var cells []corpus.Cell
		filled := 0
		for i, f := range record {
			if f != "" {
				filled = i + 1
			}
			cells = append(cells, corpus.Cell{Text: f})
		}
		switch {
		case filled == 0:
			continue
		case filled == 1 && tableCaption.MatchString(record[0]):
			g = p.grid()
			g.Caption = record[0]
			continue
		case g == nil:
			g = p.grid()
		}
		if err := g.add(cells[:filled], 0); err != nil {
			return nil, err
		}
	}
}

type jsonCell struct {
	Text       string
	Cols, Rows int
}

// readJSON reads the blocks of a report; JSON of another form is kept whole.
func readJSON(data []byte) (*Page, error) {
	p := &Page{Format: "json"}
	var doc struct {
		Blocks []struct {
			Type, Caption, Text string
			Head, Rows          [][]jsonCell
		}
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var all map[string]any
	if err := d.Decode(&all); err != nil {
		return nil, &UnfitError{"json"}
	}
	if _, ok := all["blocks"]; !ok || json.Unmarshal(data, &doc) != nil {
		delete(all, "recipe")
		p.data = all
		return p, nil
	}
	for _, b := range doc.Blocks {
		if b.Type == "paragraph" {
			p.Lines = append(p.Lines, b.Text)
			continue
		}
		g := p.grid()
		g.Caption = b.Caption
		for _, part := range [][][]jsonCell{b.Head, b.Rows} {
			g.open = nil
			for _, row := range part {
				cells := make([]corpus.Cell, len(row))
				for i, c := range row {
					cells[i] = corpus.Cell{Text: c.Text, Cols: c.Cols, Rows: c.Rows}
				}
				if err := g.add(cells, 0); err != nil {
					return nil, err
				}
			}
		}
	}
	return p, nil
}

// folded makes names comparable: case, spaces and ё don't count.
func folded(s string) string {
	return strings.ReplaceAll(strings.ToLower(tidy(s)), "ё", "е")
}
