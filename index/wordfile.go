package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Word lists lie one behind the other in a file beside bleve's:
//
//	.svod/index/words   for each list: its CRC-32, and the list
//
// The file only grows. Where the list of a document lies is kept in the index
// together with the document's hash, in the batch of its articles, and the file
// is on disk before that batch is: what is cut off by a crash is never pointed
// to. When more than half of the file is not pointed to any more, the index is
// made anew.

func wordFile(dir string) string { return filepath.Join(dir, "words") }

// wasteful reports whether most of the file is given up, live being the bytes of
// the lists that are not.
func wasteful(dir string, live int64) bool {
	fi, err := os.Stat(wordFile(dir))
	return err == nil && fi.Size() > 2*live+4<<20
}

// A place is what the index knows of a document that is wholly in it.
type place struct {
	hash string // of the document
	at   int64  // of its word list
	size int
}

// String is the place as it is kept.
func (p place) String() string { return fmt.Sprintf("%s %d %d", p.hash, p.at, p.size) }

// parsePlace reads a place. One that is cut off or of an older index has no
// hash, so that its document is indexed again.
func parsePlace(s string) (p place) {
	f := strings.Fields(s)
	if len(f) != 3 {
		return place{}
	}
	at, err1 := strconv.ParseInt(f[1], 10, 64)
	size, err2 := strconv.Atoi(f[2])
	if err1 != nil || err2 != nil || at < 0 || size < 0 {
		return place{}
	}
	return place{f[0], at, size}
}

// A wordWriter appends lists to the file.
type wordWriter struct {
	f   *os.File
	end int64
}

// appendTo opens the file of word lists, or makes it.
func appendTo(dir string) (*wordWriter, error) {
	f, err := os.OpenFile(wordFile(dir), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &wordWriter{f, end}, nil
}

// put writes a list and returns where it lies, without a hash.
func (w *wordWriter) put(list []byte) (place, error) {
	head := binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(list))
	p := place{at: w.end, size: len(list)}
	_, err := w.f.Write(append(head, list...))
	w.end += int64(len(head) + len(list))
	return p, err
}

// wordLists are the lists that were read, as far as they may be kept.
type wordLists struct {
	dir string

	mu   sync.Mutex
	open *os.File
	kept map[place]*wordList
	size int
}

// mostKept bounds the memory of the lists that are kept: those of some hundred
// codes.
const mostKept = 128 << 20

// get returns the list at a place.
func (w *wordLists) get(p place) (*wordList, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if l := w.kept[p]; l != nil {
		return l, nil
	}
	if w.open == nil {
		f, err := os.Open(wordFile(w.dir))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errDamaged, err)
		}
		w.open = f
	}
	f := w.open
	w.mu.Unlock()
	l, err := readWords(f, p)
	w.mu.Lock()
	if err != nil {
		return nil, err
	}
	if w.size += l.memory(); w.size > mostKept || w.kept == nil {
		w.kept, w.size = map[place]*wordList{}, l.memory()
	}
	w.kept[p] = l
	return l, nil
}

// close closes the file. The lists stay: a place is that of one text.
func (w *wordLists) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.open != nil {
		w.open.Close()
		w.open = nil
	}
}

// forget drops the lists, too: the index is made anew.
func (w *wordLists) forget() {
	w.close()
	w.kept, w.size = nil, 0
}

func readWords(f *os.File, p place) (*wordList, error) {
	fi, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if p.at+int64(p.size)+4 > fi.Size() {
		return nil, fmt.Errorf("%w: %s ends at %d", errDamaged, f.Name(), fi.Size())
	}
	b := make([]byte, 4+p.size)
	if _, err := f.ReadAt(b, p.at); err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if crc32.ChecksumIEEE(b[4:]) != binary.LittleEndian.Uint32(b) {
		return nil, fmt.Errorf("%w: word list at %d of %s", errDamaged, p.at, f.Name())
	}
	return decodeWords(string(b[4:]))
}
