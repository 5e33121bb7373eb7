package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"slices"

	"svod/compare/table"
)

// readFile reads a file that a report is made from: a codebook, a sheet of codes,
// answers. What was read goes into the report's recipe.
func (e *env) readFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	e.input(name, hex.EncodeToString(sum[:]))
	return data, nil
}

// input remembers what a report is made from, each thing once.
func (e *env) input(name, sum string) {
	if in := (table.Input{Name: name, SHA256: sum}); !slices.Contains(e.inputs, in) {
		e.inputs = append(e.inputs, in)
	}
}
