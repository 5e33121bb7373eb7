package apply

import (
	"crypto/sha256"
	"encoding/hex"

	"svod/corpus"
)

// build makes a document of the tree: its lines in their order, and the span
// of each unit and note among them.
func (t *tree) build() *corpus.Document {
	d := &corpus.Document{ID: t.old.ID, Meta: t.old.Meta, Root: t.root, Attributes: t.old.Attributes}
	src := &corpus.Source{Format: "text"}
	if t.old.Source != nil {
		*src = *t.old.Source
	}
	src.Lines = nil
	b := &builder{t: t}
	b.unit(t.root)
	src.Lines = b.lines
	d.Source = src
	d.CiteAs(t.old.Wording())
	return d
}

// identify gives a new text an identity of its own: it is no file, so the digest is
// that of its lines.
func identify(d *corpus.Document) {
	h := sha256.New()
	for _, l := range d.Source.Lines {
		h.Write([]byte(l.Text))
		h.Write([]byte{'\n'})
	}
	d.Source.SHA256 = hex.EncodeToString(h.Sum(nil))
	d.ID = d.Source.SHA256[:12]
}

type builder struct {
	t     *tree
	lines []corpus.Line
}

func (b *builder) unit(u *corpus.Unit) {
	lo := len(b.lines)
	pieces := b.t.pieces[u]
	for i := range u.Notes {
		u.Notes[i].Span = corpus.Span{}
	}
	own := func(after *corpus.Unit) {
		for _, p := range pieces {
			if p.after != after {
				continue
			}
			at := len(b.lines)
			for _, l := range p.lines {
				if l.Text != "" || l.Cells != nil {
					b.lines = append(b.lines, l)
				}
			}
			if p.note > 0 {
				u.Notes[p.note-1].Span = corpus.Span{Lo: at, Hi: len(b.lines)}
			}
		}
	}
	own(nil)
	kept := u.Units[:0:0]
	for _, k := range u.Units {
		at := len(b.lines)
		b.unit(k)
		if len(b.lines) > at { // a table without rows is none
			kept = append(kept, k)
		}
		own(k)
	}
	u.Units = kept
	u.Span = corpus.Span{Lo: lo, Hi: len(b.lines)}
}
