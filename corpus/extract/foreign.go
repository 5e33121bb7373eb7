package extract

import (
	"bytes"
	"context"
	"net/http"
	"strings"

	"svod/corpus"
)

// foreign are the formats that are recognised only to be refused by name.
var foreign = []struct{ name, magic string }{
	{"doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, // Word before 2007, and all else that is OLE2
	{"rtf", "{\\rtf"},
	{"zip", "PK\x03\x04"},
	{"zip", "PK\x05\x06"},
	{"rar", "Rar!"},
	{"7z", "7z\xbc\xaf"},
	{"djvu", "AT&TFORM"},
	{"gzip", "\x1f\x8b"},
}

// isForeign knows other programs' files: what is behind the zip formats is
// named by their parts, pictures and the like by their signatures.
func isForeign(data []byte) bool { return foreignName(data) != "" }

func foreignName(data []byte) string {
	for _, f := range foreign {
		if !bytes.HasPrefix(data, []byte(f.magic)) {
			continue
		}
		if f.name != "zip" {
			return f.name
		}
		for _, part := range []struct{ name, part string }{
			{"xlsx", "xl/workbook"}, {"pptx", "ppt/presentation"}, {"epub", "application/epub"},
			{"odt", "application/vnd.oasis.opendocument.text"}, {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
			{"docx-damaged", "word/"},
		} {
			if bytes.Contains(data, []byte(part.part)) {
				return part.name
			}
		}
		return "zip"
	}
	kind, _, _ := strings.Cut(http.DetectContentType(data), "/")
	switch kind {
	case "image", "audio", "video", "font":
		return kind
	}
	return ""
}

func refuse(_ context.Context, name string, data []byte) ([]corpus.Line, []corpus.Warning, error) {
	kind := foreignName(data)
	if kind == "docx-damaged" {
		return nil, nil, &Error{Name: name, Code: "truncated", Args: []string{"docx"}}
	}
	return nil, nil, &Error{Name: name, Code: "format", Args: []string{kind}}
}
