package extract

import (
	"bytes"
	"context"
	"strings"

	"svod/corpus"
)

// isDOC knows a document of Word 6 to 2003 by the stream that holds its text.
func isDOC(data []byte) bool {
	return bytes.HasPrefix(data, []byte(oleSignature)) && bytes.Contains(data, utf16le("WordDocument")) &&
		!bytes.Contains(data, utf16le("EncryptedPackage"))
}

// docLines reads a binary Word document. Its text lies in pieces anywhere in
// one stream (doc_piece.go); what the text looks like lies beside it, by
// position in that stream (doc_props.go) and by style (doc_style.go), and
// doc_look.go makes one of both. The body, the notes and the text boxes follow
// each other as one long text; doc_story.go reads a stretch of it.
func docLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	streams, err := docStreams(in.data)
	if err != nil {
		return nil, nil, err
	}
	if streams.main == nil {
		return nil, nil, ole2(in.data) // of another program, a document embedded in it
	}
	f, err := readFIB(streams, in.Password)
	if err != nil {
		return nil, nil, err
	}
	r := &docReader{ctx: in.ctx, original: in.Original, fib: f}
	r.fonts = f.fonts()
	r.readProps()
	if !r.readPieces() {
		code := "damaged"
		if streams.short {
			code = "truncated"
		}
		return nil, nil, &Error{Code: code, Args: []string{"doc"}}
	}
	r.styles = f.styles()
	r.numbering = r.readLists()
	if streams.short {
		r.warn("cut-short")
	}
	lines := r.body()
	return lines, r.warnings, r.ctx.Err()
}

// A docReader holds a document while its lines are read.
type docReader struct {
	ctx      context.Context
	original bool // the text before tracked changes
	fib      *docFIB
	fonts    []docFont
	pieces   []docPiece
	text     []uint16 // all stories; UTF-16
	chars    []docRun // looks of characters by their place in the stream
	paras    []docRun // the same for paragraphs
	styles   []*docStyle

	numbering *docxNumbering
	auto      docAutoNumber
	anchors   []docAnchor // notes and boxes, by the place they hang on
	tables    int
	depth     int // of stories within stories
	warnings  []corpus.Warning
}

// warn notes once that something could not be read.
func (r *docReader) warn(code string) {
	for _, w := range r.warnings {
		if w.Code == code {
			return
		}
	}
	r.warnings = append(r.warnings, corpus.Warning{Code: code})
}

// body reads the main text with what hangs on it, then the notes and boxes that
// hang nowhere.
func (r *docReader) body() []corpus.Line {
	r.anchors = r.findAnchors()
	lines := r.story(0, min(r.fib.lengths[storyMain], len(r.text)))
	for i := range r.anchors {
		lines = append(lines, r.hanging(&r.anchors[i])...)
	}
	return lines
}

// hanging returns the lines of a note or a text box, once.
func (r *docReader) hanging(a *docAnchor) []corpus.Line {
	if a.done || r.depth > 8 {
		return nil
	}
	a.done = true
	tables := r.tables
	r.depth++
	lines := r.story(a.lo, a.hi)
	r.depth--
	if !a.note {
		return lines
	}
	r.tables = tables
	for i, l := range lines {
		lines[i] = corpus.Line{Text: strings.ReplaceAll(l.Text, "\t", " "), Style: corpus.Style{Note: true}}
	}
	return lines
}
