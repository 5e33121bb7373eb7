package extract

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
)

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
