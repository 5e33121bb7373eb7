package main

import (
	"context"

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
	data, err := extract.Read(name)
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
