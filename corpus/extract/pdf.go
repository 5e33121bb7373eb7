package extract

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// PDF is read in these steps, a file each:
//
//	pdf_content.go    bytes of a content stream → tokens
//	pdf_cmap.go, pdf_glyph.go, pdf_font.go      codes of a font → text and widths
//	pdf_page.go       tokens → glyphs with their places, and ruled lines
//	pdf_marked.go, pdf_annotation.go    what producers say about the content, and what readers put on it
//	pdf_grid.go       ruled lines → cells of tables
//	pdf_line.go       glyphs → printed lines
//	pdf_note.go       footnotes
//	pdf_margin.go     headers, footers and page numbers found and left out
//	pdf_paragraph.go  printed lines → paragraphs
//	pdf_hyphen.go     words divided at the ends of lines
//
// Objects are the library's. Hostile files make it loop and ask for all memory,
// so all this runs in a worker process: see worker.go. What it refuses or reads
// badly goes further ways: see pdf_way.go.

func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// tryPage reads a page; one that is damaged comes back empty, so that the
// others are not lost with it.
func tryPage(n pageNode, number int, fonts map[string]*pdfFont) (p *pdfPage, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = &pdfPage{number: number, width: 595, height: 842}, fmt.Errorf("%v", r)
		}
	}()
	return readPage(n, number, fonts), nil
}

// maxObjects is the largest number of objects that PDF allows for. The library
// makes a table of whatever length the file claims.
const maxObjects = 8388607

// openPDF opens the file. The library insists on the first and last bytes of a
// perfect file; junk around them is cut off before.
func openPDF(data []byte, password string) (*pdf.Reader, error) {
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return nil, &Error{Code: "format", Args: []string{"pdf"}}
	}
	data = data[start:]
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if end < 0 || statedLength(data) > len(data) {
		return nil, &Error{Code: "truncated"}
	}
	tail := data[max(0, end-1024) : end+5]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return nil, &Error{Code: "truncated"}
	}
	xref, err := strconv.Atoi(strings.TrimSpace(string(bytes.TrimSuffix(tail[at+len("startxref"):], []byte("%%EOF")))))
	if err != nil {
		return nil, &Error{Code: "damaged", Err: errors.New("startxref is no number")}
	}
	if n := claimedObjects(data); n > maxObjects {
		return nil, &Error{Code: "damaged", Err: fmt.Errorf("it claims to have %d objects", n)}
	}
	if xref < 0 || xref >= len(data) {
		if bytes.Contains(data[end:], []byte(" obj")) || xref >= len(data) {
			return nil, &Error{Code: "truncated"}
		}
		return nil, &Error{Code: "damaged", Err: errors.New("startxref lies outside of the file")}
	}
	if circular(data, xref) {
		return nil, &Error{Code: "damaged", Err: errors.New("its tables of objects refer to each other in a circle")}
	}
	clean := make([]byte, 0, end+64)
	clean = append(clean, data[:end]...)
	copy(clean, "%PDF-1.7\n")
	clean = fmt.Appendf(clean, "\nstartxref\n%d\n%%%%EOF", xref)
	given := password != ""
	r, err := pdf.NewReaderEncrypted(bytes.NewReader(clean), int64(len(clean)), func() string {
		try := password
		password = "" // which ends the questions
		return try
	})
	switch {
	case err == nil:
		return r, nil
	case errors.Is(err, pdf.ErrInvalidPassword) && given:
		return nil, &Error{Code: "encrypted", Args: []string{"password"}}
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, &Error{Code: "encrypted"}
	case strings.Contains(err.Error(), "encryption"):
		// A newer cipher than the library's, or a password of another kind.
		return nil, &Error{Code: "encrypted", Err: err}
	}
	return nil, &Error{Code: "damaged", Err: err}
}

// statedLength is the length that a file made for the web states at its head: it
// has an end mark there too, which hides that the real one is missing. 0 if none.
func statedLength(data []byte) int {
	head := data[:min(len(data), 1024)]
	_, after, ok := bytes.Cut(head, []byte("/Linearized"))
	if !ok {
		return 0
	}
	dict, _, _ := bytes.Cut(after, []byte(">>"))
	_, length, _ := bytes.Cut(dict, []byte("/L "))
	n, _, _ := bytes.Cut(bytes.TrimLeft(length, " "), []byte("/"))
	f, err := strconv.Atoi(string(bytes.TrimSpace(n)))
	if err != nil {
		return 0
	}
	return f
}

// circular reports whether the chain of tables of objects that begins at an
// offset comes back to itself: the library would follow it for ever.
func circular(data []byte, offset int) bool {
	seen := map[int]bool{}
	for offset > 0 && offset < len(data) {
		if seen[offset] {
			return true
		}
		seen[offset] = true
		section := data[offset:]
		end := "stream"
		if bytes.HasPrefix(bytes.TrimLeft(section[:min(16, len(section))], " \r\n\t\x00"), []byte("xref")) {
			end = "startxref"
		}
		if i := bytes.Index(section, []byte(end)); i >= 0 {
			section = section[:i]
		}
		_, after, ok := bytes.Cut(section, []byte("/Prev"))
		if !ok {
			return false
		}
		offset = 0
		for _, c := range bytes.TrimLeft(after[:min(24, len(after))], " \r\n\t") {
			if c < '0' || c > '9' {
				break
			}
			offset = offset*10 + int(c-'0')
		}
	}
	return false
}

// claimedObjects is the largest /Size that the file states in clear.
func claimedObjects(data []byte) int {
	most := 0
	for rest := data; ; {
		_, after, ok := bytes.Cut(rest, []byte("/Size"))
		if !ok {
			return most
		}
		rest = after
		digits := bytes.TrimLeft(after[:min(24, len(after))], " \r\n\t")
		n := 0
		for _, c := range digits {
			if c < '0' || c > '9' || n > maxObjects {
				break
			}
			n = n*10 + int(c-'0')
		}
		most = max(most, n)
	}
}

// A pageNode is a page with what it inherits.
type pageNode struct {
	dict      pdf.Value
	resources pdf.Value
	box       pdf.Value
	crop      pdf.Value // the part of box that is shown
	rotate    int
}

// Limits of the page tree: beyond them the tree is a trap.
const (
	maxPages     = 1 << 16
	maxPageDepth = 64
)

// pageNodes walks the page tree. A node is known by the reference that its
// parent has for it: met twice, it is a circle.
func pageNodes(root pdf.Value) []pageNode {
	w := pageWalk{seen: map[string]bool{}}
	w.walk(root, pageNode{}, 0)
	return w.pages
}

type pageWalk struct {
	seen  map[string]bool
	pages []pageNode
}

func (w *pageWalk) walk(v pdf.Value, up pageNode, depth int) {
	if depth > maxPageDepth || len(w.pages) >= maxPages {
		return
	}
	here := up
	here.dict = v
	if r := v.Key("Resources"); !r.IsNull() {
		here.resources = r
	}
	if b := v.Key("MediaBox"); b.Len() == 4 {
		here.box = b
	}
	if b := v.Key("CropBox"); b.Len() == 4 {
		here.crop = b
	}
	if r := v.Key("Rotate"); r.Kind() == pdf.Integer {
		here.rotate = int(r.Int64())
	}
	kids := v.Key("Kids")
	if kids.Kind() != pdf.Array {
		if v.Kind() == pdf.Dict {
			w.pages = append(w.pages, here)
		}
		return
	}
	refs := references(kids)
	for i := 0; i < kids.Len(); i++ {
		if i < len(refs) {
			if w.seen[refs[i]] {
				continue
			}
			w.seen[refs[i]] = true
		}
		w.kid(kids, i, here, depth)
	}
}

// kid walks one kid; if its object can't be read the others still are.
func (w *pageWalk) kid(kids pdf.Value, i int, up pageNode, depth int) {
	n := len(w.pages)
	defer func() {
		if recover() != nil && len(w.pages) == n {
			w.pages = append(w.pages, pageNode{})
		}
	}()
	w.walk(kids.Index(i), up, depth+1)
}

// references returns the references in an array, as the library prints them,
// or nil if it holds anything else.
func references(array pdf.Value) []string {
	f := strings.Fields(strings.Trim(array.String(), "[]"))
	if len(f) != 3*array.Len() {
		return nil
	}
	refs := make([]string, array.Len())
	for i := range refs {
		refs[i] = f[3*i] + " " + f[3*i+1]
	}
	return refs
}

// mendCP1251 reads fonts that hide cp1251 behind a western encoding anew: when
// most letters of such fonts lie where cp1251 has the Cyrillic ones, it is that,
// for no western language has so many letters with accents.
func mendCP1251(fonts map[string]*pdfFont, pages []*pdfPage) {
	high, letters := 0, 0
	for _, f := range fonts {
		high += f.high
		letters += f.letters
	}
	if high < 3 || high*2 < letters {
		return
	}
	for _, p := range pages {
		for i := range p.glyphs {
			switch g := &p.glyphs[i]; {
			case g.font.unsure && g.font.tex:
				g.text = t2a[g.code]
			case g.font.unsure && g.code >= 0x80:
				g.text = cp1251[g.code]
			}
		}
	}
}
