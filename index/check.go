package index

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// bleve writes a checksum at the end of each of its segments and never looks at
// it. A bit that has flipped in one may hide an article, and who finds nothing
// trusts that there is nothing. So each segment is read once by each process
// that opens the index, before it is asked; it takes a millisecond for a few
// megabytes.
type segmentCheck struct {
	mu   sync.Mutex
	done map[string]bool // files that were right
}

// check reads the segments of an open index that were not read before.
func (c *segmentCheck) check(b bleve.Index) error {
	inner, err := b.Advanced()
	if err != nil {
		return err
	}
	r, err := inner.Reader()
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer r.Close()
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range snapshot.Segments() {
		file, ok := s.Segment().(interface{ Path() string })
		if !ok || c.done[file.Path()] {
			continue
		}
		if err := checkSegment(file.Path()); err != nil {
			return err
		}
		if c.done == nil {
			c.done = map[string]bool{}
		}
		c.done[file.Path()] = true
	}
	return nil
}

// forget is called when other files come under the names that were checked.
func (c *segmentCheck) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done = nil
}

// checkSegment compares the checksum in a file's last four bytes with that of
// the bytes before.
func checkSegment(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer f.Close()
	fi, err := f.Stat()
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	sum := crc32.NewIEEE()
	var want [4]byte
	if _, err = io.CopyBuffer(struct{ io.Writer }{sum}, io.LimitReader(f, fi.Size()-4), make([]byte, 1<<18)); err == nil {
		_, err = io.ReadFull(f, want[:])
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	if binary.BigEndian.Uint32(want[:]) != sum.Sum32() {
		return fmt.Errorf("%w: the checksum of %s", errDamaged, name)
	}
	return nil
}
