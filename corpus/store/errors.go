package store

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// ErrNoCorpus says that there is no corpus at a place nor above it.
var ErrNoCorpus = errors.New("no corpus here")

// ErrNotFound says that no document of the corpus fits.
var ErrNotFound = errors.New("no such document")

// An AmbiguousError says that several documents fit what was asked for.
type AmbiguousError struct {
	Name       string
	Candidates []Entry
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q fits %d documents", e.Name, len(e.Candidates))
}

// A SchemaError says that the corpus was written by a newer program.
type SchemaError struct{ Have, Want int }

func (e *SchemaError) Error() string {
	return fmt.Sprintf("the corpus has schema %d, this program knows %d", e.Have, e.Want)
}

// ErrFull says that there is no room on the disk.
var ErrFull = errors.New("the disk is full")

// A DamagedError says that the corpus file is damaged.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string { return e.Path + " is damaged: " + e.Err.Error() }

// Unwrap returns what SQLite said.
func (e *DamagedError) Unwrap() error { return e.Err }

// A ValueError says that a value does not fit its key.
type ValueError struct {
	Key, Value string
	Code       string // key, type, date, language, jurisdiction
}

func (e *ValueError) Error() string {
	return fmt.Sprintf("%s=%s: not a %s", e.Key, e.Value, e.Code)
}

// damaged gives SQLite's complaints about a broken file their type.
func (s *Store) damaged(err error) error {
	if errors.Is(err, errForeign) {
		return &DamagedError{Path: s.path, Err: err}
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
			return &DamagedError{Path: s.path, Err: err}
		case lib.SQLITE_FULL:
			return fmt.Errorf("%w: %w", ErrFull, err)
		}
	}
	return err
}

func busy(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff
	return code == lib.SQLITE_BUSY || code == lib.SQLITE_LOCKED
}
