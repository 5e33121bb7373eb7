// Package store keeps a corpus: documents with their trees, the bytes of the
// files they came from, and what the user has said about them.
//
// A corpus is a folder that holds «.svod», as a repository holds «.git»:
//
//	DIR/.svod/corpus.sqlite   everything (see schema.go for the tables)
//	DIR/.svod/index/          the full-text index; derived, may be deleted
//	DIR/.svod/synonyms.txt    the user's list of synonyms, if there is one
//
// It is one SQLite file so that R, Python or DBeaver open it too. A Store may
// be used by several goroutines, and several processes may open one corpus:
// there is one writer at a time, who never stops the readers.
//
// A document is added in one transaction, on disk before Add returns: what was
// reported as added survives whatever happens to the program next.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

const (
	folder = ".svod"
	file   = "corpus.sqlite"
)

// A Store is an open corpus.
type Store struct {
	dir  string
	path string
	w, r *sql.DB // one connection that writes, several that read

	preparing sync.Mutex // of what follows
	readers   readers    // see begin

	listed sync.Mutex // of what follows
	watch  *sql.Conn  // tells whether the file has changed
	number int64      // of its state when the list was read
	list   []Entry    // see List; nil before it was read
}

// Find returns the folder of the nearest corpus at start or above it, as git
// does, or ErrNoCorpus.
func Find(start string) (string, error) {
	dir, err := filepath.Abs(start)
	if err != nil {
		return "", err
	}
	for {
		if Exists(dir) {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", ErrNoCorpus
		}
		dir = up
	}
}

// Exists reports whether dir itself holds a corpus.
func Exists(dir string) bool {
	fi, err := os.Stat(filepath.Join(dir, folder, file))
	return err == nil && fi.Mode().IsRegular()
}

// Open opens the corpus of a folder, and makes one if there is none.
func Open(dir string) (*Store, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
		return nil, err
	}
	s := &Store{dir: dir, path: filepath.Join(dir, folder, file)}
	// An empty or foreign file is told apart before SQLite writes into it.
	if err := sniff(s.path); err != nil {
		return nil, err
	}
	if s.w, err = sql.Open("sqlite", dsn(s.path, "_txlock=immediate")); err != nil {
		return nil, err
	}
	s.w.SetMaxOpenConns(1)
	if s.r, err = sql.Open("sqlite", dsn(s.path, "_pragma=query_only(1)")); err != nil {
		s.w.Close()
		return nil, err
	}
	s.r.SetMaxOpenConns(2 + runtime.GOMAXPROCS(0))
	if err := s.migrate(context.Background()); err != nil {
		s.Close()
		return nil, s.damaged(err)
	}
	return s, nil
}

// Close closes the corpus.
func (s *Store) Close() error {
	var err error
	if s.watch != nil {
		err = s.watch.Close()
	}
	err = errors.Join(err, s.readers.close())
	return errors.Join(err, s.r.Close(), s.w.Close())
}

// Dir returns the corpus folder, the one that holds «.svod».
func (s *Store) Dir() string { return s.dir }

// IndexDir returns the folder for the full-text index of this corpus.
func (s *Store) IndexDir() string { return filepath.Join(s.dir, folder, "index") }

// SynonymsFile returns the file for the user's own synonyms. The store knows no
// more of it.
func (s *Store) SynonymsFile() string { return filepath.Join(s.dir, folder, "synonyms.txt") }

// Check reads the whole file and verifies it. It takes a while.
func (s *Store) Check(ctx context.Context) error {
	var answer string
	if err := s.r.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&answer); err != nil {
		return s.damaged(err)
	}
	if answer != "ok" {
		return &DamagedError{Path: s.path, Err: errors.New(answer)}
	}
	return nil
}

// dsn returns the data source name of a path with any letters in it.
//
// synchronous(FULL) syncs the write-ahead log at each commit, so that not even
// a power cut takes back a document that was reported as added. Committing is
// not where the time of adding goes.
func dsn(path string, more ...string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // file:///C:/…
	}
	opts := append([]string{
		"_pragma=busy_timeout(30000)",
		"_pragma=synchronous(FULL)",
		"_pragma=foreign_keys(1)",
	}, more...)
	return (&url.URL{Scheme: "file", Path: p}).String() + "?" + strings.Join(opts, "&")
}

// sniff refuses a file that is not SQLite's.
func sniff(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	var head [16]byte
	n, _ := f.Read(head[:])
	if n > 0 && string(head[:n]) != "SQLite format 3\x00"[:n] {
		return &DamagedError{Path: path, Err: errors.New("not an SQLite file")}
	}
	return nil
}

// migrate brings the file to the present schema, from nothing if need be.
func (s *Store) migrate(ctx context.Context) error {
	// Changing to WAL is not covered by busy_timeout.
	for wait := time.Millisecond; ; wait *= 2 {
		_, err := s.w.ExecContext(ctx, "PRAGMA journal_mode=WAL")
		if err == nil {
			break
		}
		if !busy(err) || wait > 10*time.Second {
			return err
		}
		time.Sleep(wait)
	}
	tx, err := s.w.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	have, err := schema(ctx, tx)
	if err != nil {
		return err
	}
	if have > len(migrations) {
		return &SchemaError{Have: have, Want: len(migrations)}
	}
	if have == len(migrations) {
		return nil
	}
	for i, m := range migrations[have:] {
		if _, err := tx.ExecContext(ctx, m); err != nil {
			return fmt.Errorf("schema %d: %w", have+i+1, err)
		}
	}
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO meta VALUES ('schema', ?)", len(migrations))
	if err != nil {
		return err
	}
	return tx.Commit()
}

var errForeign = errors.New("an SQLite file, but not a corpus")

// schema returns the schema's number, 0 for a new file.
func schema(ctx context.Context, tx *sql.Tx) (int, error) {
	var tables, n int
	err := tx.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(name = 'meta'), 0) FROM sqlite_master WHERE type = 'table'").Scan(&tables, &n)
	if err != nil || tables == 0 {
		return 0, err
	}
	if n == 0 {
		return 0, errForeign
	}
	err = tx.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = 'schema'").Scan(&n)
	return n, err
}
