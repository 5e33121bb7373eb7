package extract

import (
	"bytes"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"
)

// oleSignature starts the compound files of older office programs, each a small
// file system of streams.
const oleSignature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// docParts are the streams of a Word document.
type docParts struct {
	main  []byte // WordDocument: the header, the text, the pages of properties
	table [2][]byte
	data  []byte // Data: properties too long for their pages
	short bool   // a stream breaks off
}

// docStreams reads the streams that stand at the root: those of a document
// embedded in another stand in a folder.
func docStreams(data []byte) (*docParts, error) {
	c, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		code := "damaged"
		if e := (mscfb.Error{}); errors.As(err, &e) && e.Typ() == mscfb.ErrRead {
			code = "truncated"
		}
		return nil, &Error{Code: code, Args: []string{"doc"}, Err: err}
	}
	p := &docParts{}
	for _, f := range c.File {
		if len(f.Path) > 0 {
			continue
		}
		into := map[string]*[]byte{"WordDocument": &p.main, "0Table": &p.table[0], "1Table": &p.table[1], "Data": &p.data}[f.Name]
		if into == nil || *into != nil {
			continue
		}
		b, whole := readStream(f, len(data))
		*into = b
		p.short = p.short || !whole
	}
	return p, nil
}

// readStream reads a stream, or as much of it as there is. No stream is longer
// than the file, whatever its size is said to be.
func readStream(f *mscfb.File, most int) (b []byte, whole bool) {
	size := min(f.Size, int64(most))
	b = make([]byte, size)
	n := 0
	for n < len(b) {
		m, err := f.Read(b[n:min(n+4096, len(b))])
		n += m
		if err != nil && !errors.Is(err, io.EOF) || m == 0 {
			break
		}
	}
	return b[:n], int64(n) == f.Size
}
