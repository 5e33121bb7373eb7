package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"svod/corpus"
)

// maxPart is the size to which one part of a DOCX may expand; that of a code of
// 850 articles is 14 MB.
const maxPart = 256 << 20

// isDOCX knows a Word document by the part that holds its text.
func isDOCX(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("word/document"))
}

// docxLines reads the text of a Word document as a reader sees it: automatic
// numbers written out, inserted words kept and deleted ones left out, footnotes
// behind the paragraph that refers to them.
func docxLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	z, err := zip.NewReader(bytes.NewReader(in.data), int64(len(in.data)))
	if err != nil {
		return nil, nil, &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
	}
	main := ""
	for _, f := range z.File {
		if ok, _ := path.Match("word/document*.xml", f.Name); ok {
			main = f.Name
			break
		}
	}
	if main == "" {
		return nil, nil, &Error{Code: "damaged", Args: []string{"docx"}}
	}
	r := &docxReader{ctx: in.ctx, notes: map[string][]string{}}
	styles, err := part(z, "word/styles.xml")
	if err != nil {
		return nil, nil, err
	}
	r.styles = readStyles(styles)
	numbering, err := part(z, "word/numbering.xml")
	if err != nil {
		return nil, nil, err
	}
	r.numbering = readNumbering(numbering)
	for _, name := range []string{"footnotes", "endnotes"} {
		b, err := part(z, "word/"+name+".xml")
		if err != nil {
			return nil, nil, err
		}
		r.readNotes(strings.TrimSuffix(name, "s"), b)
	}
	body, err := part(z, main)
	if err != nil {
		return nil, nil, err
	}
	if err := r.read(body); err != nil {
		return nil, nil, err
	}
	return r.lines, nil, nil
}

// part returns the bytes of a part of the archive, nil if it isn't there.
func part(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if f.UncompressedSize64 > maxPart || f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/(f.CompressedSize64+1) > 400 {
			return nil, &Error{Code: "too-large", Args: []string{"256 MB"}}
		}
		rc, err := f.Open()
		if err != nil {
			return nil, &Error{Code: "damaged", Args: []string{"docx"}, Err: err}
		}
		defer rc.Close()
		// A part that is longer than the archive says is damaged; no more of it is read.
		var b bytes.Buffer
		b.Grow(int(f.UncompressedSize64) + bytes.MinRead)
		n, err := b.ReadFrom(io.LimitReader(rc, int64(f.UncompressedSize64)+1))
		if err != nil || n > int64(f.UncompressedSize64) {
			return nil, &Error{Code: "damaged", Args: []string{"docx"}, Err: err}
		}
		return b.Bytes(), nil
	}
	return nil, nil
}

// A docxReader walks the tokens of a document once.
type docxReader struct {
	ctx       context.Context
	styles    map[string]*docxStyle
	numbering *docxNumbering
	notes     map[string][]string // by kind and id: "footnote 2"
	lines     []corpus.Line
	tables    int
}

// read adds the lines of a document's body.
func (r *docxReader) read(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	closed := false
	for n := 0; ; n++ {
		if n%4096 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) && closed {
			return nil
		}
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		if e, ok := t.(xml.EndElement); ok && e.Name.Local == "document" {
			closed = true
		}
		s, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch s.Name.Local {
		case "p":
			ls, err := r.paragraph(d, 0)
			if err != nil {
				return err
			}
			r.lines = append(r.lines, ls...)
		case "tbl":
			if err := r.table(d); err != nil {
				return err
			}
		case "Fallback", "del", "moveFrom", "sectPr":
			if err := skip(d); err != nil {
				return err
			}
		}
	}
}

// skip passes over the rest of the element whose start was just read.
func skip(d *xml.Decoder) error {
	for depth := 1; depth > 0; {
		t, err := d.RawToken()
		if err != nil {
			return &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// attr returns the value of an attribute by its local name.
func attr(s xml.StartElement, name string) string {
	for _, a := range s.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether a switch such as <w:b/> is on.
func on(s xml.StartElement) bool {
	switch attr(s, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// readNotes keeps the paragraphs of footnotes or endnotes by their number.
func (r *docxReader) readNotes(kind string, b []byte) {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	id := ""
	for {
		t, err := d.RawToken()
		if err != nil {
			return
		}
		s, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case s.Name.Local == kind:
			id = attr(s, "id")
			if typ := attr(s, "type"); typ != "" && typ != "normal" {
				if skip(d) != nil {
					return
				}
			}
		case s.Name.Local == "p":
			ls, err := r.paragraph(d, 0)
			if err != nil {
				return
			}
			for _, l := range ls {
				r.notes[kind+" "+id] = append(r.notes[kind+" "+id], l.Text)
			}
		}
	}
}
