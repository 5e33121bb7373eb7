package store

import (
	"context"
	"slices"

	"svod/corpus"
)

// A Part is a unit with all that is below it and the chain of units above it,
// read without the rest of the document: a search looks at one article of a
// code at a time.
type Part struct {
	// Document holds the chain and the unit, and nothing else. It cites as the
	// whole would.
	Document *corpus.Document
	Unit     *corpus.Unit                    // the unit asked for
	Address  map[*corpus.Unit]corpus.Address // as in the whole document
}

// Part returns the unit at ord, its place in Document.All counted from 1, and
// the units after it up to, but not including, the one at end.
func (s *Store) Part(ctx context.Context, id string, ord, end int) (*Part, error) {
	tx, err := s.begin(ctx)
	if err != nil {
		return nil, s.damaged(err)
	}
	defer tx.Rollback()
	e, err := s.entry(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	rows, err := s.readUnits(ctx, tx, e.ID, whereRange, ord, max(end, ord+1))
	if err != nil {
		return nil, s.damaged(err)
	}
	if len(rows) == 0 || ord < 1 || rows[0].ord != ord {
		return nil, ErrNotFound
	}
	above, err := s.readRows(ctx, tx, e.ID, whereAbove, rows[0].parent)
	if err != nil {
		return nil, s.damaged(err)
	}
	p := &Part{Document: e.document(), Unit: rows[0].unit, Address: map[*corpus.Unit]corpus.Address{}}
	top, at := &corpus.Unit{Kind: corpus.KindDocument}, 0
	p.Document.Root = top
	for _, r := range above {
		if r.parent != at {
			break
		}
		p.Address[r.unit] = r.address
		top.Units = []*corpus.Unit{r.unit}
		top, at = r.unit, r.ord
	}
	if at != rows[0].parent {
		return nil, &DamagedError{Path: s.path, Err: ErrNotFound}
	}
	for i, r := range rows {
		p.Address[r.unit] = r.address
		up := top
		if k := r.parent - ord; i > 0 && k >= 0 && k < i {
			up = rows[k].unit
		}
		up.Units = append(up.Units, r.unit)
	}
	return p, nil
}

// A Row is a unit without what is below it.
type Row struct {
	Ord     int // place in Document.All, counted from 1
	Parent  int // ord of the parent, 0 for the document
	Address corpus.Address
	Kind    corpus.Kind
	Label   string
	Title   string
	Text    string
}

// Own returns heading, newline, own text, as corpus.Unit.Own does.
func (r *Row) Own() string { return (&corpus.Unit{Title: r.Title, Text: r.Text}).Own() }

const rowColumns = "ord, parent, address, kind, label, title, text"

// Rows returns the units of a document from ord from up to, but not including,
// ord to: the quickest way to much text.
func (s *Store) Rows(ctx context.Context, id string, from, to int) ([]Row, error) {
	return s.rows(ctx, "SELECT "+rowColumns+" FROM units WHERE doc = ? AND ord >= ? AND ord < ? ORDER BY ord", id, from, to)
}

// Under returns units that have words and stand right below the one at parent:
// the first n from ord on, or with n below zero the last before it; in order.
func (s *Store) Under(ctx context.Context, id string, parent, ord, n int) ([]Row, error) {
	const where = "SELECT " + rowColumns + " FROM units WHERE doc = ? AND parent = ? AND title || text <> '' AND "
	if n < 0 {
		rows, err := s.rows(ctx, where+"ord > ? AND ord < ? ORDER BY ord DESC LIMIT ?", id, parent, parent, ord, -n)
		slices.Reverse(rows)
		return rows, err
	}
	return s.rows(ctx, where+"ord >= ? ORDER BY ord LIMIT ?", id, parent, ord, n)
}

func (s *Store) rows(ctx context.Context, query string, args ...any) ([]Row, error) {
	rows, err := s.r.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, s.damaged(err)
	}
	defer rows.Close()
	var out []Row
	for rows.Next() {
		var r Row
		var kind string
		if err := rows.Scan(&r.Ord, &r.Parent, &r.Address, &kind, &r.Label, &r.Title, &r.Text); err != nil {
			return nil, s.damaged(err)
		}
		r.Kind, _ = corpus.ParseKind(kind)
		out = append(out, r)
	}
	return out, s.damaged(rows.Err())
}
