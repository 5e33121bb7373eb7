package extract

import (
	"bytes"

	"svod/corpus"
)

// Word writes two kinds of plain XML: today's packages in one file, and the
// format of Word 2003, in which styles, text and footnotes are one tree and
// much is called as it is today.

const (
	flatSpace = "http://schemas.microsoft.com/office/2006/xmlPackage"
	word2003  = "http://schemas.microsoft.com/office/word/2003/wordml"
)

func isWordXML(data []byte) bool {
	head := utf8XML(data[:min(len(data), 8192)&^1]) // UTF-16 has two bytes a character
	return bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) &&
		(bytes.Contains(head, []byte(flatSpace)) || bytes.Contains(head, []byte(word2003)) && bytes.Contains(head, []byte("wordDocument")))
}

func wordXMLLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	if head := utf8XML(in.data[:min(len(in.data), 8192)&^1]); bytes.Contains(head, []byte(flatSpace)) {
		p, err := openFlatPackage(in.ctx, in.data)
		if err != nil {
			return nil, nil, err
		}
		return packageLines(in, p)
	}
	r := newDOCXReader(in)
	x := newXMLReader(in.ctx, in.data)
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:styles":
			r.styles = readStyles(x, nil)
		case "w:lists":
			r.numbering = readNumbering(x, r.styles)
		case "w:body":
			r.lines = append(r.lines, r.blocks(x, 0, nil)...)
		}
	}
	return r.result(x.broken)
}

// amlChanges are the tracked changes of Word 2003 by today's names.
var amlChanges = map[string]string{"Word.Insertion": "w:ins", "Word.Deletion": "w:del"}
