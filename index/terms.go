package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	bindex "github.com/blevesearch/bleve_index_api"

	"svod/corpus/words"
)

// A Term is a word of the corpus as its texts write it.
type Term struct {
	Form string // folded: lower case, ё is е
	// Articles is how many articles have the form; of an act without articles
	// its clauses are counted, of a report its passages.
	Articles int
}

// A lexicon is the words of the index for as long as it is read.
type lexicon struct{ r bindex.IndexReader }

// withLexicon runs f on the words of the index.
func (ix *Index) withLexicon(ctx context.Context, docs Docs, f func(*lexicon) error) error {
	return ix.read(ctx, docs, func(b bleve.Index) error { return lexiconOf(b, f) })
}

// lexiconOf runs f on the words of an open index.
func lexiconOf(b bleve.Index, f func(*lexicon) error) (err error) {
	inner, err := b.Advanced()
	if err != nil {
		return err
	}
	r, err := inner.Reader()
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	return f(&lexicon{r})
}

// articles counts the articles that have a form. What was removed from the
// corpus doesn't count, though its words stay in the dictionary for a while.
func (l *lexicon) articles(ctx context.Context, form string) (int, error) {
	return l.count(ctx, fieldForms, form)
}

// count is the number of articles that have a term.
func (l *lexicon) count(ctx context.Context, field, term string) (int, error) {
	p, err := l.r.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return int(p.Count()), p.Close()
}

// each calls f with the terms of a dictionary, in their order.
func each(d bindex.FieldDict, err error, f func(bindex.DictEntry) error) error {
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer d.Close()
	for {
		e, err := d.Next()
		if err != nil {
			return fmt.Errorf("%w: %w", errDamaged, err)
		}
		if e == nil {
			return nil
		}
		if err := f(*e); err != nil {
			return err
		}
	}
}

// stemOf is the stem of a single folded word, in the language it looks like.
func stemOf(form string) string { return words.Stem(form, words.Language(form)) }
