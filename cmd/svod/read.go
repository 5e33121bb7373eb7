package main

import (
	"context"
	"os"

	"svod/corpus"
	"svod/corpus/extract"
	"svod/corpus/parse"
)

// A reading is a file with all that svod made of it.
type reading struct {
	name     string
	data     []byte
	doc      *corpus.Document
	problems []parse.Problem
}

// read takes a file through extraction and parsing.
func read(ctx context.Context, name string) (*reading, error) {
	fi, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if fi.Size() > extract.MaxSize {
		// File refuses it by size before reading it.
		_, err := extract.File(ctx, name)
		return nil, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	src, err := extract.Bytes(ctx, name, data)
	if err != nil {
		return nil, err
	}
	doc, problems := parse.Parse(src)
	return &reading{name: name, data: data, doc: doc, problems: problems}, nil
}
