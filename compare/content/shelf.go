package content

import (
	"slices"

	"svod/corpus"
)

// A Shelf has the documents that are counted, by their places. Documents that
// are not at hand are read one after the other, and again for what is quoted of
// them, so that counting ten thousand takes no more memory than one and what
// was found.
type Shelf interface {
	Len() int
	Document(i int) (*corpus.Document, error)
}

// Loaded is a shelf of documents that are in memory.
type Loaded []*corpus.Document

// Len returns the number of documents.
func (l Loaded) Len() int { return len(l) }

// Document returns a document.
func (l Loaded) Document(i int) (*corpus.Document, error) { return l[i], nil }

// Err is why a document could not be read again for its quotes, nil if all
// could.
func (c *Counts) Err() error { return c.err }

// kept is how many documents that were read again are kept: who asks for one
// place of a document asks for others.
const kept = 4

// A reread is a document with all that was found in it.
type reread struct {
	at  int
	doc *corpus.Document
	Tally
}

// again returns document i with its texts and the places of what was found.
func (c *Counts) again(i int) *reread {
	if !c.lean {
		return &reread{i, c.docs[i], c.tallied[i].Tally}
	}
	if at := slices.IndexFunc(c.reread, func(r *reread) bool { return r.at == i }); at >= 0 {
		return c.reread[at]
	}
	d, err := c.shelf.Document(i)
	if err != nil { // it was there a moment ago
		if c.err == nil {
			c.err = err
		}
		return &reread{at: i, doc: c.docs[i]}
	}
	r := &reread{i, d, c.counter.tally(d)}
	if len(c.reread) == kept {
		c.reread = slices.Delete(c.reread, 0, 1)
	}
	c.reread = append(c.reread, r)
	return r
}

// places are where a category occurs in a document.
func (c *Counts) places(d *tallied, cat int) []Evidence {
	if d.finding(cat) == nil {
		return nil
	}
	if f := c.again(d.at).finding(cat); f != nil {
		return f.Evidence
	}
	return nil
}

// head is what is kept of a document that is not at hand: what it is, without
// its text.
func head(d *corpus.Document) *corpus.Document {
	h := &corpus.Document{ID: d.ID, Meta: d.Meta, Attributes: d.Attributes}
	if d.Source != nil {
		h.Source = &corpus.Source{Name: d.Source.Name, SHA256: d.Source.SHA256, Format: d.Source.Format}
	}
	return h
}
