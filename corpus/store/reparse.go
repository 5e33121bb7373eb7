package store

import (
	"context"
	"errors"
	"fmt"

	"svod/corpus"
	"svod/corpus/parse"
)

// Outdated returns the documents that were parsed by other rules than those of
// this program.
func (s *Store) Outdated(ctx context.Context) ([]Entry, error) {
	return s.entries(ctx, s.r, "WHERE d.parser <> ? ORDER BY d.id", parse.Version)
}

// Reparse reads the outdated documents anew from their stored bytes by read,
// which is extraction and parsing. What the user has said about them stays. A
// document that read refuses keeps its old tree; the errors are joined.
func (s *Store) Reparse(ctx context.Context, read func(ctx context.Context, name string, original []byte) (*corpus.Document, error)) (done int, err error) {
	old, err := s.Outdated(ctx)
	if err != nil {
		return 0, err
	}
	var failed []error
	for _, e := range old {
		b, err := s.Original(ctx, e.ID)
		if err == nil {
			var d *corpus.Document
			if d, err = read(ctx, e.File, b); err == nil {
				_, err = s.Add(ctx, d, b)
			}
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", e.File, err))
			continue
		}
		done++
	}
	return done, errors.Join(failed...)
}
