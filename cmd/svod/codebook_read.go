package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"

	"svod/compare/content"
	"svod/compare/figures"
	"svod/corpus/extract"
)

// codebook reads a codebook, in YAML or as a table; what the file is is told by
// its bytes.
func (e *env) codebook(name string) (*content.Codebook, error) {
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	return readCodebook(context.Background(), name, data)
}

func readCodebook(ctx context.Context, name string, data []byte) (*content.Codebook, error) {
	rows, err := codebookRows(ctx, name, data)
	if err != nil {
		return nil, err
	}
	var cb *content.Codebook
	if rows != nil {
		cb, err = content.LoadTable(name, data, rows)
	} else {
		cb, err = content.Load(name, data)
	}
	if err == nil && cb.Indicators != "" {
		// What is wrong with them is said by any command that reads the codebook.
		_, err = indicators(name, data, rows, cb)
	}
	return cb, err
}

// indicators are those of a codebook that was read from data: from the file
// itself if it is YAML, so that errors have their places.
func indicators(name string, data []byte, rows [][]string, cb *content.Codebook) (*figures.Set, error) {
	if rows == nil {
		return figures.Load(name, data)
	}
	yaml := (&content.Codebook{Name: cb.Name, Version: cb.Version, Language: cb.Language, Indicators: cb.Indicators}).YAML()
	set, err := figures.Load(name, yaml)
	if wrong := (*figures.Error)(nil); errors.As(err, &wrong) {
		wrong.Line, wrong.Column = 0, 0 // of the cell of a table, not of the file
	}
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	set.SHA256 = hex.EncodeToString(sum[:])
	return set, nil
}

// indicatorSet reads the indicators of a codebook, in YAML or as a table. A
// codebook in YAML need have nothing else.
func (e *env) indicatorSet(ctx context.Context, name string) (*figures.Set, error) {
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	rows, err := codebookRows(ctx, name, data)
	if err != nil {
		return nil, err
	}
	if rows == nil {
		return figures.Load(name, data)
	}
	cb, err := content.LoadTable(name, data, rows)
	if err != nil {
		return nil, err
	}
	return indicators(name, data, rows, cb)
}

// codebookRows returns the rows of a codebook that is a table, nil if it is
// none.
func codebookRows(ctx context.Context, name string, data []byte) ([][]string, error) {
	if len(data) > largestList {
		return nil, &extract.Error{Name: name, Code: "too-large", Args: []string{"16 MB"}}
	}
	if isContainer(data) {
		fields, err := queryRows(ctx, name, data)
		if err != nil {
			return nil, err
		}
		return cellTexts(fields), nil
	}
	text, ok := extract.Text(data)
	if !ok {
		return nil, nil
	}
	head := text
	for range mostHeads {
		var line string
		line, head, _ = strings.Cut(head, "\n")
		for _, sep := range []byte{';', '\t', ','} {
			if _, ok := content.IsTable(cellTexts(split(strings.TrimRight(line, "\r"), sep))); ok {
				text = strings.ReplaceAll(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\r", "\n")
				return cellTexts(split(text, sep)), nil
			}
		}
	}
	return nil, nil
}

// mostHeads is how many lines may stand above the headings.
const mostHeads = 5

// isContainer tells a workbook or another office document.
func isContainer(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0"))
}

// cellTexts are the texts of cells, without what keeps a spreadsheet from
// calculating them.
func cellTexts(rows [][]field) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for k, f := range row {
			s := f.text
			if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
				s = rest
			}
			out[i][k] = s
		}
	}
	return out
}
