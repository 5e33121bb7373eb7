package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"svod/compare/table"
	"svod/corpus"
	"svod/corpus/store"
)

// readFile reads a file that a report is made from: a codebook, a sheet of codes,
// answers. What was read goes into the report's recipe.
func (e *env) readFile(name string) ([]byte, error) {
	if fi, err := os.Stat(name); err == nil && fi.IsDir() { // Windows has other words for it
		return nil, &fs.PathError{Op: "read", Path: name, Err: syscall.EISDIR}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	e.inputFile(name, data)
	return data, nil
}

// readSource is readFile for what has lines and tables: notes, tables that
// somebody made.
func (e *env) readSource(c *cli.Context, name string) (*corpus.Source, error) {
	data, err := e.readFile(name)
	if err != nil {
		return nil, err
	}
	x, err := e.reader(c, name)
	if err != nil {
		return nil, err
	}
	src, err := x.Bytes(c.Context, name, data)
	if err != nil {
		return nil, err
	}
	e.warn(c, name, src.Warnings)
	return src, nil
}

// inputFile remembers a file that was read.
func (e *env) inputFile(name string, data []byte) {
	e.input(table.Input{Name: name, SHA256: sha256Of(data)})
}

// inputEntry remembers a document of the corpus.
func (e *env) inputEntry(en store.Entry) {
	e.input(table.Input{Name: en.File, SHA256: en.SHA256, Corpus: true, Attributes: said(en)})
}

// input remembers what a report is made from, each thing once.
func (e *env) input(in table.Input) {
	if e.known == nil {
		e.known = map[table.Input]bool{}
	}
	if !e.known[in] {
		e.known[in] = true
		e.inputs = append(e.inputs, in)
	}
}

func sha256Of(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// said is a digest of what the user has said about a document, "" if nothing:
// its attributes, and requisites that he corrected.
func said(en store.Entry) string {
	m := en.Meta
	values := maps.Clone(en.Attributes)
	for key, value := range map[string]string{"title": m.Title, "type": m.Type, "number": m.Number, "date": m.Date, "body": m.Body,
		"jurisdiction": m.Jurisdiction, "language": m.Language, "edition": m.Edition} {
		if m.Origin[key] == "user" {
			if values == nil {
				values = map[string]string{}
			}
			values["="+key] = value
		}
	}
	if len(values) == 0 {
		return ""
	}
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(values)) {
		fmt.Fprintf(&b, "%q=%q\n", key, values[key])
	}
	return sha256Of([]byte(b.String()))[:16]
}
