package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"svod/corpus"
	"svod/corpus/parse"
)

// An Outcome says what became of a document that was added.
type Outcome string

// The outcomes of Add.
const (
	OutcomeAdded     Outcome = "added"     // new, and of no act that is here
	OutcomeEdition   Outcome = "edition"   // new: another edition of an act that is here
	OutcomeLanguage  Outcome = "language"  // new: the same act in another language
	OutcomeUnchanged Outcome = "unchanged" // the same file is here
	OutcomeReparsed  Outcome = "reparsed"  // the same file is here, but it now reads differently
)

// Added says what became of a document that was added.
type Added struct {
	Outcome Outcome
	Entry   Entry
	Others  []Entry // the act's other texts that are here, newest first
}

// Add puts a document and its original bytes into the corpus. When it returns
// without an error, the document is on disk.
//
// The same file again changes nothing, unless better rules read it
// differently: then its tree is replaced, and what the user has said about it
// stays.
func (s *Store) Add(ctx context.Context, d *corpus.Document, original []byte) (Added, error) {
	if d.ID == "" || d.Root == nil || d.Source == nil {
		return Added{}, errors.New("store: a document without ID, root or source")
	}
	p, err := encode(d, original)
	if err != nil {
		return Added{}, err
	}
	var added Added
	err = s.write(ctx, func(tx *sql.Tx) error {
		have, err := s.entries(ctx, tx, "WHERE d.id = ?", d.ID)
		if err != nil {
			return err
		}
		switch {
		case len(have) == 0:
			added.Outcome = OutcomeAdded
			err = p.insert(ctx, tx)
		default:
			added.Outcome, err = p.update(ctx, tx, have[0])
		}
		if err != nil {
			return err
		}
		if have, err = s.entries(ctx, tx, "WHERE d.id = ?", d.ID); err != nil {
			return err
		}
		added.Entry = have[0]
		added.Others, err = s.siblings(ctx, tx, have[0])
		return err
	})
	if err != nil {
		return Added{}, err
	}
	if added.Outcome == OutcomeAdded {
		for _, o := range added.Others {
			if o.Meta.Language == added.Entry.Meta.Language {
				added.Outcome = OutcomeEdition
				break
			}
			added.Outcome = OutcomeLanguage
		}
	}
	return added, nil
}

// write runs f in a transaction of the writer.
func (s *Store) write(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.w.BeginTx(ctx, nil)
	if err != nil {
		return s.damaged(err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return s.damaged(err)
	}
	return s.damaged(tx.Commit())
}

// A packed document is ready to be written: what takes time is done before
// the one writer is held.
type packed struct {
	d        *corpus.Document
	content  string // hash of the units
	parsed   []byte // JSON of Meta
	warnings []byte
	encoding string
	original []byte
	units    []row
	lines    []corpus.Line
}

// A row is a unit on its way into the table or out of it.
type row struct {
	ord     int // when it was read
	parent  int
	address corpus.Address
	unit    *corpus.Unit
}

func encode(d *corpus.Document, original []byte) (*packed, error) {
	p := &packed{d: d, lines: d.Source.Lines, units: flatten(d)}
	p.content = contentHash(p.units)
	var err error
	if p.parsed, err = json.Marshal(d.Meta); err != nil {
		return nil, err
	}
	if p.warnings, err = json.Marshal(d.Source.Warnings); err != nil {
		return nil, err
	}
	p.encoding, p.original = squeeze(original)
	return p, nil
}

// flatten returns the units in document order, the root first.
func flatten(d *corpus.Document) []row {
	rows := []row{{parent: -1, unit: d.Root}}
	ord := map[*corpus.Unit]int{d.Root: 0}
	parents := []*corpus.Unit{}
	var walk func(u *corpus.Unit)
	walk = func(u *corpus.Unit) {
		parents = append(parents, u)
		for _, c := range u.Units {
			ord[c] = len(rows)
			rows = append(rows, row{parent: ord[u], address: d.AddressOf(c), unit: c})
			walk(c)
		}
		parents = parents[:len(parents)-1]
	}
	walk(d.Root)
	return rows
}

// contentHash covers all that units say, but not where in the file they stand.
func contentHash(rows []row) string {
	h := sha256.New()
	for _, r := range rows {
		u := r.unit
		field(h, string(r.address), u.Kind.String(), u.Label, u.Num, u.Title, u.Text)
		if u.Repealed {
			field(h, "repealed")
		}
		for _, n := range u.Notes {
			field(h, "note", n.Text)
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// field hashes strings so that their borders count.
func field(w io.Writer, ss ...string) {
	for _, s := range ss {
		io.WriteString(w, s)
		w.Write([]byte{0})
	}
}

// entryHash covers all that an index of a document may hold.
func entryHash(content string, m corpus.Meta, attrs map[string]string) string {
	h := sha256.New()
	field(h, content, m.Title, m.Type, m.Number, m.Date, m.Body, m.Jurisdiction, m.Language, m.Edition)
	for _, k := range sortedKeys(attrs) {
		field(h, k, attrs[k])
	}
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// squeeze compresses bytes if a tenth is gained: text shrinks to a fifth,
// DOCX and PDF are compressed already.
func squeeze(b []byte) (encoding string, out []byte) {
	var buf bytes.Buffer
	w, _ := gzip.NewWriterLevel(&buf, gzip.BestSpeed)
	w.Write(b)
	w.Close()
	if buf.Len() < len(b)-len(b)/10 {
		return "gzip", buf.Bytes()
	}
	if b == nil {
		b = []byte{}
	}
	return "", b
}

func (p *packed) insert(ctx context.Context, tx *sql.Tx) error {
	src := p.d.Source
	_, err := tx.ExecContext(ctx, `INSERT INTO documents
		(id, sha256, file, format, title, type, number, date, body, jurisdiction, language, edition, origin,
		 parsed, warnings, parser, content, hash, number_key, title_key, file_key)
		VALUES (?, ?, ?, ?, '', '', '', '', '', '', '', '', '{}', ?, ?, ?, ?, '', '', '', ?)`,
		p.d.ID, src.SHA256, src.Name, src.Format, p.parsed, p.warnings, parse.Version, p.content, fileKey(src.Name))
	if err != nil {
		return err
	}
	for _, k := range sortedKeys(p.d.Attributes) {
		if _, err := tx.ExecContext(ctx, "INSERT INTO attributes VALUES (?, ?, ?)", p.d.ID, k, p.d.Attributes[k]); err != nil {
			return err
		}
	}
	if err := writeMeta(ctx, tx, p.d.ID, p.d.Meta); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO sources VALUES (?, ?, ?)", p.d.ID, p.encoding, p.original); err != nil {
		return err
	}
	return p.insertTree(ctx, tx)
}

// update replaces the tree of a document that is here, if it reads differently.
func (p *packed) update(ctx context.Context, tx *sql.Tx, have Entry) (Outcome, error) {
	var content, parsed string
	err := tx.QueryRowContext(ctx, "SELECT content, parsed FROM documents WHERE id = ?", have.ID).Scan(&content, &parsed)
	if err != nil {
		return "", err
	}
	if content == p.content && parsed == string(p.parsed) {
		if have.Parser != parse.Version {
			_, err = tx.ExecContext(ctx, "UPDATE documents SET parser = ? WHERE id = ?", parse.Version, have.ID)
		}
		return OutcomeUnchanged, err
	}
	for _, q := range []string{"DELETE FROM lines WHERE doc = ?", "DELETE FROM units WHERE doc = ?", "DELETE FROM notes WHERE doc = ?"} {
		if _, err := tx.ExecContext(ctx, q, have.ID); err != nil {
			return "", err
		}
	}
	_, err = tx.ExecContext(ctx, "UPDATE documents SET parsed = ?, warnings = ?, parser = ?, content = ? WHERE id = ?",
		p.parsed, p.warnings, parse.Version, p.content, have.ID)
	if err != nil {
		return "", err
	}
	if err := writeMeta(ctx, tx, have.ID, overlay(p.d.Meta, have.Meta)); err != nil {
		return "", err
	}
	return OutcomeReparsed, p.insertTree(ctx, tx)
}

func (p *packed) insertTree(ctx context.Context, tx *sql.Tx) error {
	id := p.d.ID
	lines := bulk{tx: tx, table: "lines", columns: 7}
	for i, l := range p.lines {
		style, err := omitEmpty(l.Style, l.Style == corpus.Style{})
		if err != nil {
			return err
		}
		cells, err := omitEmpty(l.Cells, l.Cells == nil)
		if err != nil {
			return err
		}
		if err := lines.add(ctx, id, i, l.Page, l.Text, style, l.Table, cells); err != nil {
			return err
		}
	}
	if err := lines.flush(ctx); err != nil {
		return err
	}
	units := bulk{tx: tx, table: "units", columns: 12}
	notes := bulk{tx: tx, table: "notes", columns: 6}
	for ord, r := range p.units {
		u := r.unit
		err := units.add(ctx, id, ord, r.parent, string(r.address), u.Kind.String(), u.Label, u.Num, u.Title, u.Text,
			u.Span.Lo, u.Span.Hi, u.Repealed)
		if err != nil {
			return err
		}
		for n, note := range u.Notes {
			if err := notes.add(ctx, id, ord, n, note.Text, note.Span.Lo, note.Span.Hi); err != nil {
				return err
			}
		}
	}
	return errors.Join(units.flush(ctx), notes.flush(ctx))
}

func omitEmpty(v any, empty bool) (string, error) {
	if empty {
		return "", nil
	}
	b, err := json.Marshal(v)
	return string(b), err
}

// bulk inserts many rows with few statements: a statement per row costs more
// than the row.
type bulk struct {
	tx      *sql.Tx
	table   string
	columns int
	args    []any
	stmt    *sql.Stmt // of a full load
}

const bulkRows = 50

func (b *bulk) add(ctx context.Context, args ...any) error {
	b.args = append(b.args, args...)
	if len(b.args) < bulkRows*b.columns {
		return nil
	}
	if b.stmt == nil {
		var err error
		if b.stmt, err = b.tx.PrepareContext(ctx, b.sql(bulkRows)); err != nil {
			return err
		}
	}
	_, err := b.stmt.ExecContext(ctx, b.args...)
	b.args = b.args[:0]
	return err
}

func (b *bulk) flush(ctx context.Context) error {
	var err error
	if len(b.args) > 0 {
		_, err = b.tx.ExecContext(ctx, b.sql(len(b.args)/b.columns), b.args...)
	}
	if b.stmt != nil {
		err = errors.Join(err, b.stmt.Close())
	}
	return err
}

func (b *bulk) sql(rows int) string {
	one := "(?" + strings.Repeat(", ?", b.columns-1) + ")"
	return "INSERT INTO " + b.table + " VALUES " + one + strings.Repeat(", "+one, rows-1)
}
