package extract

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strings"

	"svod/corpus"
)

// A page saved as one file («веб-архив») is a letter whose parts are the page
// and its pictures.
var (
	mhtStart = regexp.MustCompile(`(?i)^\s*[a-z][a-z-]*:[ \t]`)
	mhtType  = regexp.MustCompile(`(?im)^content-type:\s*(multipart/|text/html)`)
	mhtMIME  = regexp.MustCompile(`(?im)^mime-version:`)
)

const (
	mhtMaxParts = 1000
	mhtMaxDepth = 8 // multiparts in each other
)

// isMHT knows a saved page by the headers in front of it.
func isMHT(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf"))
	return mhtStart.Match(head) && mhtMIME.Match(head) && mhtType.Match(head)
}

// mhtLines reads the first page in the file that has a text. What is lost at
// the end of it is at most pictures.
func mhtLines(in *input) ([]corpus.Line, []corpus.Warning, error) {
	data := bytes.TrimLeft(bytes.TrimPrefix(in.data, []byte("\xef\xbb\xbf")), " \t\r\n")
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, nil, &Error{Code: "damaged", Args: []string{"mht"}, Err: err}
	}
	w := mhtWalk{left: mhtMaxParts}
	w.part(m.Header.Get, m.Body, 0)
	for _, p := range w.pages {
		lines, warnings, err := htmlText(in, pageText(p.data, p.charset))
		if e := (*Error)(nil); errors.As(err, &e) && e.Code == "empty" {
			continue
		}
		if w.cut {
			warnings = append(warnings, corpus.Warning{Code: "cut-short"})
		}
		return lines, warnings, err
	}
	if w.cut {
		return nil, nil, &Error{Code: "truncated", Args: []string{"mht"}}
	}
	if len(w.pages) == 0 {
		return nil, nil, &Error{Code: "format", Args: []string{"mail"}}
	}
	return nil, nil, &Error{Code: "empty"}
}

// An mhtWalk goes over the parts of a letter and keeps the pages among them.
type mhtWalk struct {
	pages []mhtPage
	left  int // parts that may still be read
	cut   bool
}

type mhtPage struct {
	data    []byte
	charset string
}

func (w *mhtWalk) part(header func(string) string, body io.Reader, depth int) {
	kind, params, _ := mime.ParseMediaType(header("Content-Type"))
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" && depth < mhtMaxDepth {
		for r := multipart.NewReader(body, params["boundary"]); w.left > 0; w.left-- {
			p, err := r.NextRawPart()
			if err != nil {
				w.cut = w.cut || !errors.Is(err, io.EOF)
				return
			}
			w.part(p.Header.Get, p, depth+1)
		}
		return
	}
	w.cut = w.cut || strings.HasPrefix(kind, "multipart/") && params["boundary"] == ""
	if kind != "text/html" && kind != "application/xhtml+xml" {
		return
	}
	coding := strings.ToLower(strings.TrimSpace(header("Content-Transfer-Encoding")))
	if coding == "base64" {
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, err := io.ReadAll(body)
	w.cut = w.cut || err != nil
	if coding == "quoted-printable" {
		data = unquote(data)
	}
	if len(data) > 0 {
		w.pages = append(w.pages, mhtPage{data, params["charset"]})
	}
}

var softBreak = regexp.MustCompile(`^=[ \t]*\r?\n`)

// unquote decodes quoted-printable. The library's decoder gives up at the
// first fault; browsers take a lonely «=» for what it is.
func unquote(data []byte) []byte {
	out := data[:0]
	for len(data) > 0 {
		i := bytes.IndexByte(data, '=')
		if i < 0 {
			return append(out, data...)
		}
		out = append(out, data[:i]...)
		data = data[i:]
		if b := softBreak.Find(data[:min(len(data), 80)]); b != nil {
			data = data[len(b):]
			continue
		}
		if len(data) > 2 && hexDigit(data[1]) < 16 && hexDigit(data[2]) < 16 {
			out = append(out, hexDigit(data[1])<<4|hexDigit(data[2]))
			data = data[3:]
			continue
		}
		out = append(out, '=')
		data = data[1:]
	}
	return out
}
