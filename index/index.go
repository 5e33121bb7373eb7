// Package index finds provisions in a corpus: words, phrases, nearness, and
// addresses as lawyers say them.
//
// It keeps a bleve index beside the corpus, which proposes articles that may
// hold what is asked for, with a rank; it knows only which article has which
// stems and forms. What matches, and where, is decided by corpus/query, as it is
// in a content analysis: the numbers of a search and of a count agree. It is
// shown the words of the articles, which the index keeps in their places (see
// wordlist.go), or their texts, where a query looks at more than words. No text
// is kept twice: that of the hits that are shown is read from the store.
//
// The index is derived from the store and follows it by itself: Sync compares
// a hash of each document, and does what has changed. A missing, older or
// damaged index is built anew.
package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"

	"svod/corpus"
	"svod/corpus/store"
)

// Docs is what an index needs of a corpus; a *store.Store has it.
type Docs interface {
	// List returns all documents without their text. A document's Hash changes
	// when anything changes that an index may hold.
	List(ctx context.Context) ([]store.Entry, error)
	// Tree returns a document without the lines of its source.
	Tree(ctx context.Context, id string) (*corpus.Document, error)
	// Part returns the unit at ord with those after it, up to end, and the units
	// above it.
	Part(ctx context.Context, id string, ord, end int) (*store.Part, error)
	// Rows returns the units with ord in [from, to).
	Rows(ctx context.Context, id string, from, to int) ([]store.Row, error)
	// Under returns up to n units that have words and the parent, from ord on;
	// with n below zero the last before it.
	Under(ctx context.Context, id string, parent, ord, n int) ([]store.Row, error)
	// Bearing returns the documents in which an article may bear a number.
	Bearing(ctx context.Context, nums []string) (map[string]bool, error)
}

// An Index is the full-text index in a folder. It may be used by several
// goroutines; several processes may use one folder.
type Index struct {
	dir string

	mu     sync.Mutex
	reader bleve.Index // open for reading, or nil
	lists  wordLists
	acts   actList
	// segments are the files of the index that were found whole.
	segments segmentCheck
	opened   time.Time   // the reader
	idle     *time.Timer // lets go of it
	rebuilt  Reason
}

// A Reason says why an index was built anew.
type Reason string

// The reasons.
const (
	ReasonNone    Reason = ""
	ReasonMissing Reason = "missing" // there was none
	ReasonOlder   Reason = "older"   // other words or fields than this program's
	ReasonDamaged Reason = "damaged"
)

// ErrBusy says that another process has been writing the index for too long.
var ErrBusy = errors.New("the index is being written by another process")

// errDamaged says that the index cannot be read.
var errDamaged = errors.New("the index is damaged")

// Open returns the index in a folder. Nothing is read before it is needed.
func Open(dir string) (*Index, error) {
	return &Index{dir: dir, lists: wordLists{dir: dir}}, nil
}

// Close lets go of the folder.
func (ix *Index) Close() error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	return ix.closeReader()
}

func (ix *Index) closeReader() error {
	if ix.idle != nil {
		ix.idle.Stop()
	}
	if ix.reader == nil {
		return nil
	}
	b := ix.reader
	ix.reader = nil
	ix.lists.close()
	_, err := guarded(func() (struct{}, error) { return struct{}{}, b.Close() })
	return err
}

// Rebuilt says whether and why the last Sync, or a Search that met damage, built
// the index anew.
func (ix *Index) Rebuilt() Reason {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	return ix.rebuilt
}

// bleve waits for ever when another process holds the index, so every opening
// gives up after lockWait and is tried again, up to patience.
const lockWait = 250 * time.Millisecond

var patience = time.Minute

// open opens the folder for reading, and makes sure that it is whole.
func (ix *Index) open(ctx context.Context) (bleve.Index, error) {
	b, err := openBleve(ctx, ix.dir, false)
	if err != nil {
		return nil, err
	}
	_, err = guarded(func() (struct{}, error) { return struct{}{}, ix.segments.check(b) })
	if err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// openBleve opens the folder. It returns errDamaged when there is something
// that bleve cannot read, and os.ErrNotExist when there is nothing.
func openBleve(ctx context.Context, dir string, write bool) (b bleve.Index, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrPermission):
		return nil, err
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%w: %w", errDamaged, err) // not a folder
	case len(entries) == 0:
		return nil, os.ErrNotExist
	}
	config := map[string]any{"bolt_timeout": lockWait.String()}
	if !write {
		config["read_only"] = true
	}
	for start := time.Now(); ; {
		b, err = guarded(func() (bleve.Index, error) { return bleve.OpenUsing(dir, config) })
		switch {
		case err == nil:
			if err := complete(b, dir); err != nil {
				b.Close()
				return nil, err
			}
			return b, nil
		case !locked(err):
			return nil, fmt.Errorf("%w: %w", errDamaged, err)
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case time.Since(start) > patience:
			return nil, ErrBusy
		}
	}
}

// bleve passes over the state it wrote last, with a line in the log, when a
// file of it is damaged, and opens with an older one. So each batch has a
// number, which is kept in the index and, once the batch is written, in a file
// beside it: an index that is behind the file has lost something.
var numberKey = []byte("svod number")

func numberFile(dir string) string { return filepath.Join(dir, "number") }

func complete(b bleve.Index, dir string) error {
	want, err := readNumber(dir)
	switch {
	case errors.Is(err, os.ErrNotExist) || errors.Is(err, strconv.ErrSyntax):
		return nil // the first batch, or cut off by a crash while it was written
	case err != nil:
		return err
	}
	if have := number(b); have < want {
		return fmt.Errorf("%w: batch %d of %d", errDamaged, have, want)
	}
	return nil
}

func readNumber(dir string) (int, error) {
	text, err := os.ReadFile(numberFile(dir))
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(string(text))
}

func writeNumber(dir string, n int) error {
	return os.WriteFile(numberFile(dir), []byte(strconv.Itoa(n)), 0o666)
}

// number is that of the last batch in the index.
func number(b bleve.Index) int {
	v, _ := b.GetInternal(numberKey)
	n, _ := strconv.Atoi(string(v))
	return n
}

// locked tells bolt's giving up from damage.
func locked(err error) bool { return err != nil && err.Error() == "timeout" }

// guarded turns a panic of the library over damaged files into an error. Files
// are mapped into memory, so that a wrong number in one may lead anywhere: such
// a fault must be a panic, too, where Go would end the process.
func guarded[T any](f func() (T, error)) (v T, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errDamaged, r)
		}
	}()
	return f()
}
