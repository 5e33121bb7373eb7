package main

import (
	"context"
	"runtime/debug"

	"svod/compare/content"
	"svod/corpus"
	"svod/corpus/store"
)

// A corpusShelf reads documents of the corpus when they are counted, and again
// for their quotes.
type corpusShelf struct {
	ctx     context.Context
	st      *store.Store
	entries []store.Entry
}

func (s *corpusShelf) Len() int { return len(s.entries) }

func (s *corpusShelf) Document(i int) (*corpus.Document, error) {
	return s.st.Tree(s.ctx, s.entries[i].ID)
}

// heads are what the corpus says of its documents, without their texts.
func (s *corpusShelf) heads() []*corpus.Document {
	docs := make([]*corpus.Document, len(s.entries))
	for i, en := range s.entries {
		docs[i] = &corpus.Document{ID: en.ID, Meta: en.Meta, Attributes: en.Attributes, Source: &corpus.Source{Name: en.File, SHA256: en.SHA256}}
	}
	return docs
}

// fewEnough is how many documents of a corpus are counted in memory: to quote
// them takes no second reading.
const fewEnough = 500

// shelf has the documents named, or all of the corpus that --where and --at
// leave; heads is what is known of each without its text.
func (l *library) shelf(ctx context.Context, names []string) (shelf content.Shelf, heads []*corpus.Document, err error) {
	if len(names) == 0 {
		st, err := l.corpus()
		if err != nil {
			return nil, nil, err
		}
		entries, err := l.entries(ctx, st)
		if err != nil {
			return nil, nil, err
		}
		if len(entries) > fewEnough {
			// Documents come and go; what is kept of them is little.
			debug.SetGCPercent(40)
			s := &corpusShelf{ctx, st, entries}
			return s, s.heads(), nil
		}
	}
	docs, err := l.docs(ctx, names)
	return content.Loaded(docs), docs, err
}
