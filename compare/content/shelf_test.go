package content

import (
	"bytes"
	"errors"
	"testing"

	"svod/compare/table"
	"svod/corpus"
)

// far is a shelf whose documents are not at hand.
type far struct {
	docs []*corpus.Document
	fail bool
}

func (f *far) Len() int { return len(f.docs) }

func (f *far) Document(i int) (*corpus.Document, error) {
	if f.fail {
		return nil, errors.New("the disk is gone")
	}
	return f.docs[i], nil
}

// Documents that are read again for their quotes give the same report, byte
// for byte, with the same explanations.
func TestFarShelf(t *testing.T) {
	docs := series(t, true)
	cb := mustLoad(t, tonedBook)
	opts := CountOptions{By: []string{"level"}, Levels: true, Trend: true}
	near, err := CountShelf(cb, Loaded(docs), opts)
	if err != nil {
		t.Fatal(err)
	}
	shelf := &far{docs: docs}
	lean, err := CountShelf(cb, shelf, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range lean.docs {
		if d.Root != nil {
			t.Fatal("a document is kept whole")
		}
	}
	for _, format := range []string{"html", "xlsx", "json", "docx"} {
		var a, b bytes.Buffer
		if err := errors.Join(table.Write(&a, format, near.Report()), table.Write(&b, format, lean.Report())); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s differs", format)
		}
	}
	if lean.Err() != nil {
		t.Error(lean.Err())
	}
	shelf.fail = true
	lean.reread = nil
	lean.Report()
	if lean.Err() == nil {
		t.Error("nobody was told that a document could not be read again")
	}
	if _, err := CountShelf(cb, shelf, opts); err == nil {
		t.Error("a shelf's error is lost")
	}
}
