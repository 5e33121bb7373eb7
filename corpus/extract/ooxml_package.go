package extract

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"
)

// maxPart is the size to which the parts of a document that are read may expand;
// the text of a code of 850 articles is 14 MB.
const maxPart = 256 << 20

// An ooxmlPackage is an office document as a set of named parts: a ZIP archive,
// or one XML file with the parts in it (flat OPC). Names have no slash in front
// and no capitals: Word does not tell them apart.
type ooxmlPackage struct {
	ctx   context.Context
	parts map[string]ooxmlPart
	types map[string]string // content types by part, and by extension: ".xml"
	left  int64             // bytes that parts may still expand to
	// damaged says that the archive's list of parts was missing, or that a
	// part broke off.
	damaged bool
}

// An ooxmlPart is one of: a file of the archive, bytes found without the
// archive's list, bytes of a flat document.
type ooxmlPart struct {
	file   *zip.File
	packed []byte // deflated
	plain  []byte
}

// A relation is what a part says of another.
type relation struct {
	id, kind, target string // kind is the last word of the type: "styles"
	external         bool
}

// openZipPackage opens an archive. One whose list of parts, which stands at its
// end, is missing or damaged is read from the front as far as it goes.
func openZipPackage(ctx context.Context, data []byte) (*ooxmlPackage, error) {
	p := &ooxmlPackage{ctx: ctx, parts: map[string]ooxmlPart{}, left: maxPart}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		p.damaged = true
		p.salvage(data)
	} else {
		for _, f := range z.File {
			p.add(f.Name, ooxmlPart{file: f})
		}
	}
	if len(p.parts) == 0 {
		return nil, &Error{Code: "truncated", Args: []string{"docx"}, Err: err}
	}
	b, err := p.part("[content_types].xml")
	if err != nil {
		return nil, err
	}
	p.readTypes(b)
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, "\\", "/")), "/"))
}

func (p *ooxmlPackage) add(name string, part ooxmlPart) {
	name = partName(name)
	if _, twice := p.parts[name]; !twice {
		p.parts[name] = part
	}
}

// salvage finds the parts of an archive by the headers in front of each.
func (p *ooxmlPackage) salvage(data []byte) {
	signature := []byte("PK\x03\x04")
	for i := bytes.Index(data, signature); i >= 0 && len(data)-i >= 30; {
		h := data[i:]
		method := binary.LittleEndian.Uint16(h[8:])
		size := int(binary.LittleEndian.Uint32(h[18:]))
		name := int(binary.LittleEndian.Uint16(h[26:]))
		start := i + 30 + name + int(binary.LittleEndian.Uint16(h[28:]))
		next := len(data)
		if start < len(data) {
			if n := bytes.Index(data[start:], signature); n >= 0 {
				next = start + n
			}
			// The size stands here, or behind the part; in the latter case
			// the part ends itself.
			body := data[start:]
			if size > 0 && size <= len(body) {
				body = body[:size]
				if n := bytes.Index(data[start+size:], signature); n >= 0 {
					next = start + size + n
				} else {
					next = len(data)
				}
			}
			switch method {
			case zip.Deflate:
				p.add(string(h[30:30+name]), ooxmlPart{packed: body})
			case zip.Store:
				p.add(string(h[30:30+name]), ooxmlPart{plain: body[:min(len(body), next-start)]})
			}
		}
		if next >= len(data) {
			return
		}
		i = next
	}
}

// has reports whether there is a part of the name.
func (p *ooxmlPackage) has(name string) bool {
	_, ok := p.parts[partName(name)]
	return ok
}

// part returns the bytes of a part, nil if it isn't there. Of one that breaks
// off, it returns what there is.
func (p *ooxmlPackage) part(name string) ([]byte, error) {
	part, ok := p.parts[partName(name)]
	var from io.Reader
	size := p.left
	switch {
	case !ok:
		return nil, nil
	case part.file == nil && part.packed == nil:
		return part.plain, nil
	case part.file == nil:
		from = flate.NewReader(bytes.NewReader(part.packed))
	default:
		f := part.file
		size = int64(f.UncompressedSize64)
		if size < 0 || size > p.left || size > 1<<20 && size/int64(f.CompressedSize64+1) > 400 {
			return nil, &Error{Code: "too-large", Args: []string{"256 MB"}}
		}
		rc, err := f.Open()
		if err != nil {
			p.damaged = true
			return nil, nil
		}
		defer rc.Close()
		from = rc
	}
	var b bytes.Buffer
	if part.file != nil {
		b.Grow(int(size) + bytes.MinRead)
	}
	// A part that is longer than the archive says is damaged; no more of it is read.
	n, err := b.ReadFrom(io.LimitReader(from, size+1))
	if n > p.left {
		return nil, &Error{Code: "too-large", Args: []string{"256 MB"}}
	}
	if err != nil || n > size {
		p.damaged = true
	}
	p.left -= n
	return b.Bytes()[:min(n, size)], nil
}

func (p *ooxmlPackage) readTypes(b []byte) {
	p.types = map[string]string{}
	for x := newXMLReader(p.ctx, b); x.next(); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "Override":
			p.types[partName(x.attr("PartName"))] = x.attr("ContentType")
		case "Default":
			p.types["."+strings.ToLower(x.attr("Extension"))] = x.attr("ContentType")
		}
	}
}

// typeOf returns the content type of a part.
func (p *ooxmlPackage) typeOf(name string) string {
	name = partName(name)
	if t, ok := p.types[name]; ok {
		return t
	}
	return p.types[path.Ext(name)]
}

// relations returns what a part is related to; those of the name "" are the
// document's own.
func (p *ooxmlPackage) relations(name string) []relation {
	dir, base := path.Split(partName(name))
	b, err := p.part(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil
	}
	var rels []relation
	for x := newXMLReader(p.ctx, b); x.next(); {
		if x.kind != xmlStart || x.name != "Relationship" {
			continue
		}
		r := relation{id: x.attr("Id"), kind: path.Base(x.attr("Type")), target: x.attr("Target"),
			external: x.attr("TargetMode") == "External"}
		if !r.external {
			if !strings.HasPrefix(r.target, "/") {
				r.target = path.Join(dir, r.target)
			}
			r.target = partName(r.target)
		}
		rels = append(rels, r)
	}
	return rels
}

// mainWordPart returns the name of the part with the text of a Word document:
// the one that the package names, else the first that says it is one, else the
// one of the usual name. It is "" for other packages.
func (p *ooxmlPackage) mainWordPart() string {
	isMain := func(name string) bool {
		t := p.typeOf(name)
		return strings.Contains(t, "wordprocessingml.") && strings.HasSuffix(t, ".main+xml") || strings.Contains(t, "ms-word.") && strings.HasSuffix(t, "main+xml")
	}
	for _, r := range p.relations("") {
		if r.kind == "officeDocument" && p.has(r.target) && (isMain(r.target) || strings.HasPrefix(r.target, "word/")) {
			return r.target
		}
	}
	first := ""
	for name := range p.parts {
		usual, _ := path.Match("word/document*.xml", name)
		if (usual || isMain(name)) && (first == "" || name < first) {
			first = name
		}
	}
	return first
}

// openFlatPackage finds the parts in a package of one XML file.
func openFlatPackage(ctx context.Context, data []byte) (*ooxmlPackage, error) {
	p := &ooxmlPackage{ctx: ctx, parts: map[string]ooxmlPart{}, types: map[string]string{}, left: maxPart}
	x := newXMLReader(ctx, data)
	for x.next() {
		if x.kind != xmlStart || x.name != "pkg:part" {
			continue
		}
		name := partName(x.attr("name"))
		p.types[name] = x.attr("contentType")
		for d := x.depth(); x.inside(d); {
			if x.kind != xmlStart {
				continue
			}
			from := x.at
			switch x.name {
			case "pkg:xmlData":
				x.skip()
				b := x.data[from:x.at]
				if n := bytes.LastIndex(b, []byte("</")); n >= 0 && !x.broken {
					b = b[:n]
				}
				p.add(name, ooxmlPart{plain: b})
			case "pkg:binaryData":
				b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(x.content())))
				if err != nil {
					p.damaged = true
				}
				p.add(name, ooxmlPart{plain: b})
			}
		}
	}
	if p.damaged = p.damaged || x.broken; len(p.parts) == 0 {
		return nil, &Error{Code: "damaged", Args: []string{"docx"}, Err: errors.New("no parts")}
	}
	return p, nil
}
