package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"svod/corpus"
)

// Entry returns what List says of one document, by an unambiguous prefix of
// its ID: ErrNotFound or *AmbiguousError otherwise.
func (s *Store) Entry(ctx context.Context, id string) (Entry, error) { return s.one(ctx, s.r, id) }

// one finds a document by a prefix of its ID.
func (s *Store) one(ctx context.Context, q querier, prefix string) (Entry, error) {
	prefix = strings.ToLower(prefix)
	if prefix == "" {
		return Entry{}, ErrNotFound
	}
	// IDs are of hex digits, so those with the prefix lie below prefix+"g".
	list, err := s.entries(ctx, q, "WHERE d.id >= ? AND d.id < ? ORDER BY d.id LIMIT 50", prefix, prefix+"g")
	switch {
	case err != nil:
		return Entry{}, err
	case len(list) == 0:
		return Entry{}, ErrNotFound
	case len(list) > 1:
		return Entry{}, &AmbiguousError{Name: prefix, Candidates: list}
	}
	return list[0], nil
}

// Get returns a document by an unambiguous prefix of its ID.
func (s *Store) Get(ctx context.Context, id string) (*corpus.Document, error) {
	return s.get(ctx, id, true)
}

// Tree is Get without the lines of the source, which take half of the time and
// of the memory.
func (s *Store) Tree(ctx context.Context, id string) (*corpus.Document, error) {
	return s.get(ctx, id, false)
}

func (s *Store) get(ctx context.Context, id string, lines bool) (*corpus.Document, error) {
	// One transaction, so that all tables are read as of one moment.
	tx, err := s.begin(ctx)
	if err != nil {
		return nil, s.damaged(err)
	}
	defer tx.Rollback()
	e, err := s.one(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	d := e.document()
	if lines {
		if err := readLines(ctx, tx, d); err != nil {
			return nil, s.damaged(err)
		}
	}
	rows, err := s.readUnits(ctx, tx, e.ID, whereAll)
	if err != nil {
		return nil, s.damaged(err)
	}
	if len(rows) == 0 {
		return nil, &DamagedError{Path: s.path, Err: fmt.Errorf("document %s has no units", e.ID)}
	}
	for i, r := range rows[1:] {
		if r.parent < 0 || r.parent > i {
			return nil, &DamagedError{Path: s.path, Err: fmt.Errorf("document %s, unit %d: parent %d", e.ID, i+1, r.parent)}
		}
		up := rows[r.parent].unit
		up.Units = append(up.Units, r.unit)
	}
	d.Root = rows[0].unit
	return d, nil
}

// document returns a document without its text.
func (e Entry) document() *corpus.Document {
	return &corpus.Document{
		ID: e.ID, Meta: e.Meta, Attributes: e.Attributes,
		Source: &corpus.Source{Name: e.File, Format: e.Format, SHA256: e.SHA256},
	}
}

func readLines(ctx context.Context, tx *sql.Tx, d *corpus.Document) error {
	src := d.Source
	var warnings []byte
	if err := tx.QueryRowContext(ctx, "SELECT warnings FROM documents WHERE id = ?", d.ID).Scan(&warnings); err != nil {
		return err
	}
	if err := json.Unmarshal(warnings, &src.Warnings); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, "SELECT page, text, style, tbl, cells FROM lines WHERE doc = ? ORDER BY n", d.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var l corpus.Line
		var style, cells sql.RawBytes
		if err := rows.Scan(&l.Page, &l.Text, &style, &l.Table, &cells); err != nil {
			return err
		}
		if len(style) > 0 {
			if err := json.Unmarshal(style, &l.Style); err != nil {
				return err
			}
		}
		if len(cells) > 0 {
			if err := json.Unmarshal(cells, &l.Cells); err != nil {
				return err
			}
		}
		src.Lines = append(src.Lines, l)
	}
	return rows.Err()
}

// readUnits reads the units that one of the conditions below selects, in order, with their
// notes, not yet put into one another.
func (s *Store) readUnits(ctx context.Context, tx *sql.Tx, id, where string, args ...any) ([]row, error) {
	out, err := s.readRows(ctx, tx, id, where, args...)
	if err != nil {
		return nil, err
	}
	byOrd := make(map[int]*corpus.Unit, len(out))
	for _, r := range out {
		byOrd[r.ord] = r.unit
	}
	notes, err := tx.StmtContext(ctx, s.readers.notes[where]).QueryContext(ctx, append([]any{id}, args...)...)
	if err != nil {
		return nil, err
	}
	defer notes.Close()
	for notes.Next() {
		var ord int
		var n corpus.Note
		if err := notes.Scan(&ord, &n.Text, &n.Span.Lo, &n.Span.Hi); err != nil {
			return nil, err
		}
		if u := byOrd[ord]; u != nil {
			u.Notes = append(u.Notes, n)
		}
	}
	return out, notes.Err()
}

// readRows is readUnits without the notes.
func (s *Store) readRows(ctx context.Context, tx *sql.Tx, id, where string, args ...any) ([]row, error) {
	rows, err := tx.StmtContext(ctx, s.readers.units[where]).QueryContext(ctx, append([]any{id}, args...)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []row
	for rows.Next() {
		r := row{unit: &corpus.Unit{}}
		var kind string
		u := r.unit
		err := rows.Scan(&r.ord, &r.parent, &r.address, &kind, &u.Label, &u.Num, &u.Title, &u.Text, &u.Span.Lo, &u.Span.Hi, &u.Repealed)
		if err != nil {
			return nil, err
		}
		var known bool
		if u.Kind, known = corpus.ParseKind(kind); !known {
			return nil, fmt.Errorf("document %s, unit %d: kind %q", id, r.ord, kind)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// The conditions by which units are read.
const (
	whereAll   = "TRUE"
	whereRange = "ord >= ? AND ord < ?"
	whereAbove = `ord IN (
		WITH RECURSIVE up (ord) AS (
			VALUES (?2)
			UNION ALL
			SELECT parent FROM units JOIN up USING (ord) WHERE doc = ?1 AND parent < up.ord)
		SELECT ord FROM up WHERE ord > 0)`
)

// readers are the statements that read units and notes, parsed but once for each
// connection.
type readers struct{ units, notes map[string]*sql.Stmt }

// begin begins a transaction that reads. The statements are prepared before, as
// that may need a connection of its own.
func (s *Store) begin(ctx context.Context) (*sql.Tx, error) {
	s.preparing.Lock()
	err := s.prepare(ctx)
	s.preparing.Unlock()
	if err != nil {
		return nil, err
	}
	return s.r.BeginTx(ctx, nil)
}

func (s *Store) prepare(ctx context.Context) error {
	if s.readers.units != nil {
		return nil
	}
	r := readers{map[string]*sql.Stmt{}, map[string]*sql.Stmt{}}
	for _, where := range []string{whereAll, whereRange, whereAbove} {
		var err1, err2 error
		r.units[where], err1 = s.r.PrepareContext(ctx, `SELECT ord, parent, address, kind, label, num, title, text, lo, hi, repealed
			FROM units WHERE doc = ? AND `+where+` ORDER BY ord`)
		r.notes[where], err2 = s.r.PrepareContext(ctx, "SELECT ord, text, lo, hi FROM notes WHERE doc = ? AND "+where+" ORDER BY ord, n")
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
	}
	s.readers = r
	return nil
}

func (r readers) close() error {
	var err error
	for where := range r.units {
		err = errors.Join(err, r.units[where].Close(), r.notes[where].Close())
	}
	return err
}

// Original returns the bytes of a document's file as they were added.
func (s *Store) Original(ctx context.Context, id string) ([]byte, error) {
	e, err := s.one(ctx, s.r, id)
	if err != nil {
		return nil, err
	}
	var encoding string
	var b []byte
	if err := s.r.QueryRowContext(ctx, "SELECT encoding, bytes FROM sources WHERE doc = ?", e.ID).Scan(&encoding, &b); err != nil {
		return nil, s.damaged(err)
	}
	switch encoding {
	case "":
		return b, nil
	case "gzip":
		r, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil, &DamagedError{Path: s.path, Err: err}
		}
		return io.ReadAll(r)
	}
	return nil, fmt.Errorf("document %s: unknown encoding %q", e.ID, encoding)
}

// All yields every document in List's order. A document that can't be read
// gives its error; the others follow.
func (s *Store) All(ctx context.Context) iter.Seq2[*corpus.Document, error] {
	return func(yield func(*corpus.Document, error) bool) {
		list, err := s.List(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, e := range list {
			d, err := s.Get(ctx, e.ID)
			if errors.Is(err, ErrNotFound) { // removed meanwhile
				continue
			}
			if !yield(d, err) {
				return
			}
		}
	}
}
