package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"svod/corpus"
)

// An Entry is what a list of the corpus says about a document: all but its
// text.
type Entry struct {
	ID         string
	SHA256     string
	File       string // base name of the file
	Format     string
	Meta       corpus.Meta // the user's corrections included
	Attributes map[string]string
	Parser     int // version of the rules by which it was parsed
	// Hash changes when anything changes that an index of the document may
	// hold: its text, its metadata, its attributes.
	Hash string
}

const entryColumns = `d.id, d.sha256, d.file, d.format, d.title, d.type, d.number, d.date, d.body,
	d.jurisdiction, d.language, d.edition, d.origin, d.parser, d.hash,
	(SELECT json_group_object(key, value) FROM attributes WHERE doc = d.id)`

// List returns all documents by title, language, newest edition first. The
// maps in them are not to be changed.
func (s *Store) List(ctx context.Context) ([]Entry, error) {
	s.listed.Lock()
	defer s.listed.Unlock()
	// Each search asks for the list, and it seldom changes. The number is another
	// after each commit by whatever other connection, of any process.
	if s.watch == nil {
		conn, err := s.r.Conn(ctx)
		if err != nil {
			return nil, s.damaged(err)
		}
		s.watch = conn
	}
	var number int64
	if err := s.watch.QueryRowContext(ctx, "PRAGMA data_version").Scan(&number); err != nil {
		return nil, s.damaged(err)
	}
	if s.list == nil || number != s.number {
		list, err := s.entries(ctx, s.watch, "ORDER BY d.title, d.language DESC, d.edition DESC, d.id")
		if err != nil {
			return nil, err
		}
		s.list, s.number = list, number
	}
	return slices.Clone(s.list), nil
}

// entry returns what the last List said of a document, if it named it.
func (s *Store) entry(ctx context.Context, q querier, id string) (Entry, error) {
	s.listed.Lock()
	i := slices.IndexFunc(s.list, func(e Entry) bool { return e.ID == id })
	if i >= 0 {
		defer s.listed.Unlock()
		return s.list[i], nil
	}
	s.listed.Unlock()
	return s.one(ctx, q, id)
}

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// entries returns the documents that a clause of SQL selects.
func (s *Store) entries(ctx context.Context, q querier, clause string, args ...any) ([]Entry, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+entryColumns+" FROM documents d "+clause, args...)
	if err != nil {
		return nil, s.damaged(err)
	}
	defer rows.Close()
	var list []Entry
	for rows.Next() {
		var e Entry
		var origin, attrs string
		m := &e.Meta
		err := rows.Scan(&e.ID, &e.SHA256, &e.File, &e.Format, &m.Title, &m.Type, &m.Number, &m.Date, &m.Body,
			&m.Jurisdiction, &m.Language, &m.Edition, &origin, &e.Parser, &e.Hash, &attrs)
		if err != nil {
			return nil, s.damaged(err)
		}
		if err := json.Unmarshal([]byte(origin), &m.Origin); err != nil {
			return nil, &DamagedError{Path: s.path, Err: err}
		}
		if attrs != "{}" {
			if err := json.Unmarshal([]byte(attrs), &e.Attributes); err != nil {
				return nil, &DamagedError{Path: s.path, Err: err}
			}
		}
		list = append(list, e)
	}
	return list, s.damaged(rows.Err())
}

// TextSize returns the bytes of all units' words: what an index is made over.
func (s *Store) TextSize(ctx context.Context) (int64, error) {
	var n int64
	err := s.r.QueryRowContext(ctx, "SELECT coalesce(sum(length(CAST(title AS BLOB)) + length(CAST(text AS BLOB))), 0) FROM units").Scan(&n)
	return n, s.damaged(err)
}
