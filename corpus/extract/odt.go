package extract

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"svod/corpus"
)

// OpenDocument files are an archive of XML parts, or one XML file that holds
// them all (.fodt, .fods). Texts and spreadsheets are read by the same walk.

// isODT knows an OpenDocument text.
func isODT(data []byte) bool { return isODF(data, "text") }

// isODF knows an OpenDocument file of a kind by what it says of itself: the
// part mimetype stands first and uncompressed, or else in the list of parts.
func isODF(data []byte, kind string) bool {
	mime := []byte("application/vnd.oasis.opendocument." + kind)
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		head := data[:min(len(data), 200)]
		if bytes.Contains(head, []byte("mimetype")) {
			return bytes.Contains(head, mime)
		}
		if !bytes.Contains(data, []byte("META-INF/manifest.xml")) {
			return false
		}
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return false
		}
		manifest, _ := part(z, "META-INF/manifest.xml")
		return bytes.Contains(manifest, mime)
	}
	head := data[:min(len(data), 1<<14)]
	return bytes.Contains(head, []byte("<office:document")) && bytes.Contains(head, mime)
}

// odtLines reads an OpenDocument text as a reader sees it.
func odtLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	r, body, err := openODF(in)
	if err != nil {
		return nil, nil, err
	}
	if err := r.find(body, "text"); err != nil {
		return nil, nil, err
	}
	lines, err := r.blocks(odtPlace{}, 0)
	return lines, nil, err
}

// maxWithin is how deep tables, boxes and notes may lie in each other.
const maxWithin = 20

// An odtReader walks the tokens of a document once.
type odtReader struct {
	styles odtStyles
	lists  odtLists
	tokens *odtTokens
	tables int
	inCell int // the cells of tables that are open

	repeated int // bytes of text in rows and cells that are written once
}

// openODF reads the styles of an OpenDocument file and returns the part with
// its content.
func openODF(in *input) (*odtReader, []byte, error) {
	r := &odtReader{styles: odtStyles{}, lists: odtLists{styles: map[string]*odtListStyle{}}}
	r.tokens = &odtTokens{ctx: in.ctx, original: in.Original}
	content := in.data
	if bytes.HasPrefix(in.data, []byte("PK")) {
		z, err := zip.NewReader(bytes.NewReader(in.data), int64(len(in.data)))
		if err != nil {
			return nil, nil, zipError(in.data, "odt", err)
		}
		open, err := odfParts(z, in.Password)
		if err != nil {
			return nil, nil, err
		}
		if content, err = open("content.xml"); err != nil {
			return nil, nil, err
		}
		if content == nil {
			return nil, nil, &Error{Code: "damaged", Args: []string{"odt"}}
		}
		styles, err := open("styles.xml")
		if err != nil {
			return nil, nil, err
		}
		// The automatic styles of styles.xml are those of headers and footers, and
		// are called by the same names as those of the text.
		r.readStyles(styles, false)
	}
	r.readStyles(content, true)
	return r, content, nil
}

// find goes to the start of the element of office:body that holds the content.
func (r *odtReader) find(body []byte, name string) error {
	r.tokens.d = rawXML(body)
	for {
		t, err := r.tokens.next()
		if e := (*Error)(nil); errors.As(err, &e) && errors.Is(e.Err, io.EOF) {
			return &Error{Code: "damaged", Args: []string{"odt"}}
		}
		if err != nil {
			return err
		}
		if s, ok := t.(xml.StartElement); ok && s.Name.Space == "office" && s.Name.Local == name {
			return nil
		}
	}
}

func rawXML(b []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}

// An odtPlace says in what a paragraph stands.
type odtPlace struct {
	link  bool // a table of contents
	lists *odtNest
	look  docxLook // that paragraphs have before their own styles
}

// blocks reads paragraphs, lists and tables to the end of the element whose
// start was just read.
func (r *odtReader) blocks(at odtPlace, depth int) ([]corpus.Line, error) {
	if depth > maxWithin {
		return nil, r.skip()
	}
	at.lists = &odtNest{all: &r.lists}
	var lines []corpus.Line
	contents := 0 // the level at which a table of contents began
	for level := 1; level > 0; {
		t, err := r.tokens.next()
		if err != nil {
			return nil, err
		}
		var ls []corpus.Line
		switch t := t.(type) {
		case xml.EndElement:
			level--
			at.lists.end(level)
			if level < contents {
				contents = 0
			}
		case xml.StartElement:
			at.link = contents > 0
			switch t.Name.Local {
			case "p", "h":
				ls, err = r.paragraph(t, at, depth)
			case "table":
				ls, err = r.table(depth)
			case "text-box":
				ls, err = r.blocks(odtPlace{}, depth+1)
			case "index-title":
				ls, err = r.blocks(odtPlace{}, depth+1)
			case "list", "list-item", "list-header", "numbered-paragraph", "deleted":
				level++
				at.lists.start(t, level)
			default:
				if r.unseen(t) {
					err = r.skip()
					break
				}
				level++
				switch t.Name.Local {
				case "table-of-content", "illustration-index", "table-index", "object-index", "user-index":
					contents = level
				}
			}
			if err != nil {
				return nil, err
			}
		}
		lines = append(lines, ls...)
	}
	return lines, nil
}

// unseen knows the elements whose text is not on the page.
func (r *odtReader) unseen(s xml.StartElement) bool {
	if s.Name.Space == "svg" { // the title and description of a picture
		return true
	}
	switch s.Name.Local {
	case "annotation", "tracked-changes", "forms", "scripts", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls",
		"table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
		"user-index-source", "alphabetical-index-source", "bibliography-source", "alphabetical-index-auto-mark-file",
		"note-citation", "number", "script", "image", "object", "object-ole", "plugin", "applet", "floating-frame", "binary-data",
		"event-listeners", "glue-point", "image-map", "meta", "settings", "section-source", "change-info":
		return s.Name.Space != "text" || s.Name.Local != "meta" // text:meta only says what its text is
	case "section":
		return attr(s, "display") == "none" || attr(s, "display") == "condition" && attr(s, "is-hidden") == "true"
	case "hidden-text":
		return attr(s, "is-hidden") == "true"
	case "variable-set", "variable-get", "variable-input", "user-field-get", "user-field-input", "expression":
		return attr(s, "display") == "none"
	}
	return false
}

// skip passes over the rest of the element whose start was just read.
func (r *odtReader) skip() error {
	for depth := 1; depth > 0; {
		t, err := r.tokens.next()
		if err != nil {
			return err
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

// zipError is the Error for an archive whose list of parts, at its end, can't be
// read.
func zipError(data []byte, kind string, err error) error {
	code := "truncated"
	if bytes.Contains(data[max(0, len(data)-1<<16):], []byte("PK\x05\x06")) {
		code = "damaged"
	}
	return &Error{Code: code, Args: []string{kind}, Err: err}
}

// cutOff is the Error for a part that ends too early or breaks the rules of XML.
func cutOff(err error) error {
	var syntax *xml.SyntaxError
	if errors.Is(err, io.EOF) || errors.As(err, &syntax) && syntax.Msg == "unexpected EOF" {
		return &Error{Code: "truncated", Args: []string{"odt"}, Err: err}
	}
	return &Error{Code: "damaged", Args: []string{"odt"}, Err: err}
}
