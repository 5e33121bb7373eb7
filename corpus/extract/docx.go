package extract

import (
	"bytes"
	"context"
	"slices"

	"svod/corpus"
)

// maxBlocks is how deep tables, text boxes and notes are read in each other.
const maxBlocks = 20

// isDOCX knows a Word document by the part that holds its text, whatever that
// is called.
func isDOCX(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return false
	}
	if bytes.Contains(data, []byte("word/document")) {
		return true
	}
	p, err := openZipPackage(context.Background(), data)
	return err == nil && p.mainWordPart() != ""
}

// docxLines reads the text of a Word document as a reader sees it: automatic
// numbers written out, inserted words kept and deleted ones left out (or the
// other way round), footnotes behind the paragraph that refers to them.
func docxLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	p, err := openZipPackage(in.ctx, in.data)
	if err != nil {
		return nil, nil, err
	}
	return packageLines(in, p)
}

func packageLines(in *input, p *ooxmlPackage) ([]corpus.Line, []corpus.Warning, error) {
	main := p.mainWordPart()
	if main == "" {
		return nil, nil, &Error{Code: "damaged", Args: []string{"docx"}}
	}
	body, err := p.part(main)
	if err != nil {
		return nil, nil, err
	}
	r := newDOCXReader(in)
	r.pkg, r.relations = p, p.relations(main)
	parts := map[string][]byte{}
	for _, rel := range r.relations {
		switch rel.kind {
		case "styles", "numbering", "theme", "footnotes", "endnotes":
			if parts[rel.kind], err = p.part(rel.target); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, kind := range []string{"styles", "numbering", "theme", "footnotes", "endnotes"} {
		if parts[kind] == nil { // relations are lost more often than parts
			if parts[kind], err = p.part("word/" + kind + ".xml"); err != nil {
				return nil, nil, err
			}
		}
	}
	r.theme = readTheme(newXMLReader(in.ctx, parts["theme"]))
	r.styles = readStyles(newXMLReader(in.ctx, parts["styles"]), r.theme)
	r.numbering = readNumbering(newXMLReader(in.ctx, parts["numbering"]), r.styles)
	r.findNotes("w:footnote", parts["footnotes"])
	r.findNotes("w:endnote", parts["endnotes"])

	x := newXMLReader(in.ctx, body)
	for x.next() {
		if x.kind == xmlStart && x.name == "w:body" {
			r.lines = append(r.lines, r.blocks(x, 0, nil)...)
		}
	}
	return r.result(x.broken || p.damaged)
}

// result is what was read. Of a damaged file, something must be left.
func (r *docxReader) result(damaged bool) ([]corpus.Line, []corpus.Warning, error) {
	if err := r.in.ctx.Err(); err != nil {
		return nil, nil, err
	}
	if len(r.lines) == 0 && r.pictures {
		return nil, nil, &Error{Code: "no-text", Args: []string{"pictures"}}
	}
	if damaged {
		if len(r.lines) == 0 {
			return nil, nil, &Error{Code: "truncated", Args: []string{"docx"}}
		}
		r.warn("file-damaged")
	}
	return r.lines, r.warnings, nil
}

// A docxReader walks the tags of a document once.
type docxReader struct {
	in        *input
	pkg       *ooxmlPackage
	relations []relation
	theme     map[string]string
	styles    *docxStyles
	numbering *docxNumbering
	notes     map[string]*xmlReader // those not shown yet, by kind and id: "w:footnote 2"
	fields    docxFields
	lines     []corpus.Line
	tables    int
	inCell    int  // the depth of cells that are being read
	pictures  bool // there are some
	warnings  []corpus.Warning
	warned    map[string]bool
}

// newDOCXReader returns a reader of a document without styles and lists.
func newDOCXReader(in *input) *docxReader {
	none := newXMLReader(in.ctx, nil)
	r := &docxReader{in: in, notes: map[string]*xmlReader{}, warned: map[string]bool{}}
	r.styles = readStyles(none, nil)
	r.numbering = readNumbering(none, r.styles)
	return r
}

// warn adds a warning once.
func (r *docxReader) warn(code string, args ...string) {
	if !r.warned[code] {
		r.warned[code] = true
		r.warnings = append(r.warnings, corpus.Warning{Code: code, Args: args})
	}
}

// unseen reports whether the content of an element is not part of the text in
// the wanted view: what was deleted or moved away, or, in the original view,
// what was inserted or moved here.
func (r *docxReader) unseen(name string) bool {
	switch name {
	case "w:del", "w:moveFrom":
		return !r.in.Original
	case "w:ins", "w:moveTo":
		return r.in.Original
	}
	return false
}

// blocks reads the paragraphs and tables inside the element whose start was
// just given: the body, a cell, a text box, a note. depth counts such elements.
// Those of a cell come with its properties; what the wanted view doesn't have
// is not read, so that its numbers don't count.
func (r *docxReader) blocks(x *xmlReader, depth int, cell *docxCell) []corpus.Line {
	if depth > maxBlocks {
		r.warn("too-deep")
		x.skip()
		return nil
	}
	var lines []corpus.Line
	// A paragraph whose mark is gone goes on in the next one.
	var p *docxPara
	finish := func() {
		if p != nil {
			lines = append(lines, r.finish(p, depth)...)
			p = nil
		}
	}
	for d := x.depth(); x.inside(d); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:p":
			if p == nil {
				p = &docxPara{}
			}
			if r.paragraph(x, p, depth); !p.joins {
				finish()
			}
		case "w:tbl":
			finish()
			lines = append(lines, r.table(x, depth)...)
		case "w:altChunk":
			finish()
			lines = append(lines, r.chunk(x)...)
		case "w:subDoc":
			r.warn("docx-subdocument")
		case "w:tcPr":
			if cell == nil {
				continue
			}
			if r.cellProps(x, cell); cell.gone {
				for x.inside(d) {
				}
				return nil
			}
		case "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr":
			x.skip()
		case "w:del", "w:moveFrom", "w:ins", "w:moveTo":
			if r.unseen(x.name) {
				x.skip()
			}
		}
	}
	finish()
	return lines
}

// findNotes remembers where each footnote or endnote begins. They are read when
// the text refers to them, so that their numbers count in order.
func (r *docxReader) findNotes(kind string, b []byte) {
	x := newXMLReader(r.in.ctx, b)
	for x.next() {
		if x.kind != xmlStart || x.name != kind {
			continue
		}
		id, typ := x.attr("id"), x.attr("type")
		if typ == "" || typ == "normal" {
			r.notes[kind+" "+id] = x.fork()
		}
		x.skip()
	}
}

// note returns the lines of a note, once: a note is printed where it is first
// referred to.
func (r *docxReader) note(key string, depth int) []corpus.Line {
	x := r.notes[key]
	if x == nil {
		return nil
	}
	delete(r.notes, key)
	return r.noteLines(x, depth)
}

// noteLines reads a note whose start was just given.
func (r *docxReader) noteLines(x *xmlReader, depth int) []corpus.Line {
	fields := r.fields
	r.fields = nil
	r.inCell++ // tables in notes are text
	lines := flattened(r.blocks(x, depth+1, nil))
	r.inCell--
	r.fields = fields
	for i := range lines {
		lines[i] = corpus.Line{Text: lines[i].Text, Style: corpus.Style{Note: true}}
	}
	return lines
}

// flattened makes a line of each cell, for places that have no room for tables.
func flattened(lines []corpus.Line) []corpus.Line {
	if !slices.ContainsFunc(lines, func(l corpus.Line) bool { return l.Cells != nil }) {
		return lines
	}
	var flat []corpus.Line
	for _, l := range lines {
		if l.Cells == nil {
			flat = append(flat, l)
			continue
		}
		for _, c := range l.Cells {
			if c.Text != "" {
				flat = append(flat, corpus.Line{Text: c.Text, Style: l.Style})
			}
		}
	}
	return flat
}

// chunk reads a part in another format that stands for a piece of the text.
func (r *docxReader) chunk(x *xmlReader) []corpus.Line {
	id := x.attr("id")
	x.skip()
	i := slices.IndexFunc(r.relations, func(rel relation) bool { return rel.id == id })
	if i < 0 || r.relations[i].external {
		r.warn("docx-chunk", id)
		return nil
	}
	name := r.relations[i].target
	data, err := r.pkg.part(name)
	if err != nil || len(data) == 0 || r.in.nested == nil {
		r.warn("docx-chunk", name)
		return nil
	}
	in := *r.in
	in.data = data
	lines, warnings, err := r.in.nested(&in)
	if err != nil {
		r.warn("docx-chunk", name)
		return nil
	}
	first := r.tables
	for i := range lines {
		if lines[i].Table > 0 {
			lines[i].Table += first
			r.tables = max(r.tables, lines[i].Table)
		}
	}
	r.warnings = append(r.warnings, warnings...)
	return lines
}
