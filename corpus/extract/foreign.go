package extract

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"net/http"
	"strings"
	"unicode/utf16"

	"svod/corpus"
)

// isForeign knows the files of other programs, which are recognised only to be
// refused by name.
func isForeign(data []byte) bool { return foreignError(data) != nil }

func refuse(in *input) ([]corpus.Line, []corpus.Warning, error) {
	return nil, nil, foreignError(in.data)
}

// signatures are what foreign files start with.
var signatures = []struct {
	start string
	what  func(data []byte) *Error
}{
	{oleSignature, ole2},
	{"PK\x03\x04", zipped},
	{"PK\x05\x06", zipped},
	{"Rar!\x1a\x07", is("rar")},
	{"7z\xbc\xaf\x27\x1c", is("7z")},
	{"AT&TFORM", is("djvu")},
	{"\x1f\x8b", is("gzip")},
	{"%!PS", is("postscript")},
	{"<", markup},
}

// foreignError says what a file is that is not read; nil when it may be read.
func foreignError(data []byte) *Error {
	head := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	head = bytes.TrimLeft(head[:min(len(head), 1<<16)], " \t\r\n")
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) || s.start == "<" && bytes.HasPrefix(head, []byte("<")) {
			return s.what(data)
		}
	}
	mime := http.DetectContentType(data)
	if mime == "image/bmp" && isText(data) {
		return nil // «BM» starts texts as well
	}
	switch kind, _, _ := strings.Cut(mime, "/"); kind {
	case "image", "audio", "video", "font":
		return is(kind)(data)
	}
	return nil
}

func is(kind string) func([]byte) *Error {
	return func([]byte) *Error { return &Error{Code: "format", Args: []string{kind}} }
}

// ole2 tells the files of older office programs by the streams in them. A
// document with a password is one too, whatever it is inside.
func ole2(data []byte) *Error {
	for _, s := range []struct{ stream, kind string }{
		{"EncryptedPackage", ""}, {"Workbook", "xls"}, {"Book", "xls"},
		{"PowerPoint Document", "ppt"}, {"VisioDocument", "vsd"}, {"__properties_version1.0", "msg"},
	} {
		if !bytes.Contains(data, utf16le(s.stream)) {
			continue
		}
		if s.kind == "" {
			return &Error{Code: "encrypted"}
		}
		return is(s.kind)(data)
	}
	return is("ole2")(data)
}

func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// zipped tells an archive by its parts: many formats are archives.
func zipped(data []byte) *Error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if z == nil {
		// The list of parts stands at the end of an archive.
		return &Error{Code: "truncated", Args: []string{"zip"}, Err: err}
	}
	kinds := map[string]string{
		"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "ppt/presentation.xml": "pptx", "word/document.xml": "docx",
	}
	for _, f := range z.File {
		if kind := kinds[f.Name]; kind != "" {
			return is(kind)(data)
		}
		if f.Name != "mimetype" {
			continue
		}
		head := data[:min(len(data), 200)]
		for _, k := range []struct{ mime, kind string }{
			{"opendocument.text", "odt"}, {"opendocument.spreadsheet", "ods"}, {"opendocument.presentation", "odp"}, {"epub", "epub"},
		} {
			if bytes.Contains(head, []byte(k.mime)) {
				return is(k.kind)(data)
			}
		}
	}
	return is("zip")(data)
}

// markup tells XML that is no page; pages are read.
func markup(data []byte) *Error {
	text, _ := decode(data[:min(len(data), 4096)], "")
	text = strings.TrimLeft(text, " \t\r\n\ufeff")
	low := strings.ToLower(text)
	if isHTML(data) || !strings.HasPrefix(low, "<?xml") && !strings.HasPrefix(low, "<svg") {
		return nil
	}
	for _, k := range []struct{ tag, kind string }{
		{"<svg", "image"}, {"<fictionbook", "fb2"}, {"<office:document", "odt"},
		{"<w:worddocument", "word-xml"}, {"<pkg:package", "word-xml"},
	} {
		if strings.Contains(low, k.tag) {
			return is(k.kind)(data)
		}
	}
	return is("xml")(data)
}
