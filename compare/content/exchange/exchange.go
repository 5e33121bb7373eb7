package exchange

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"svod/compare/content"
	"svod/corpus/extract"
)

// A Format is a form of codebooks of another program.
type Format string

// The formats.
const (
	QDC        Format = "qdc"
	Quanteda   Format = "quanteda"
	LIWC       Format = "liwc"
	WordStat   Format = "wordstat"
	Yoshikoder Format = "yoshikoder"
)

type codec struct {
	format Format
	ext    string
	read   func(r *reader, text string) error
	write  func(w *writer) []byte
}

// formats lists what can be read and written. To add a format, write a file
// with the two functions and add a line.
var formats = []codec{
	{QDC, ".qdc", readQDC, writeQDC},
	{Quanteda, ".yaml", readQuanteda, writeQuanteda},
	{LIWC, ".dic", readLIWC, writeLIWC},
	{WordStat, ".cat", readWordStat, writeWordStat},
	{Yoshikoder, ".ykd", readYoshikoder, writeYoshikoder},
}

// Formats returns the formats by name.
func Formats() []string {
	var out []string
	for _, f := range formats {
		out = append(out, string(f.format))
	}
	return out
}

// FormatOf returns the format of a file by its name; YAML with «quanteda» in the
// name is quanteda's, as svod's own codebooks are YAML, too.
func FormatOf(name string) (Format, bool) {
	name = strings.ToLower(filepath.Base(name))
	ext := filepath.Ext(name)
	if ext == ".yml" {
		ext = ".yaml"
	}
	for _, f := range formats {
		if f.ext == ext && (f.format != Quanteda || strings.Contains(name, "quanteda")) {
			return f.format, true
		}
	}
	return "", false
}

// Detect tells the format of a file by its content; of plain text by its name.
func Detect(name string, data []byte) (Format, bool) {
	head := data[:min(len(data), 4096)]
	if text, ok := extract.Text(head); ok {
		head = []byte(text)
	}
	switch {
	case bytes.Contains(head, []byte("urn:QDA-XML:codebook")), bytes.Contains(head, []byte("<CodeBook")):
		return QDC, true
	case bytes.Contains(head, []byte("<dictionary")) && bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")):
		return Yoshikoder, true
	case bytes.HasPrefix(bytes.TrimSpace(head), []byte("%")):
		return LIWC, true
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return Quanteda, true
	}
	return FormatOf(name)
}

// A Loss is what a format could not hold, or hold as it was.
//
// Codes: operator (of the pattern, the obstacle); near (of the pattern: written
// as …); wildcard (of the pattern: * stands where the format has none);
// category-name (the name that was written); not, require, examples, tone,
// definition, color, heading, weights, id (of a category: what is left out); head (of
// the codebook: what is left out); unread (an entry that is no pattern here);
// condition, rule (an entry of LIWC or WordStat that depends on others); notes (a description whose
// patterns cannot be read, and why); set (a REFI-QDA set); category (a word whose category is nowhere).
type Loss struct {
	Line     int    // of the file that was read, from 1; 0 unknown
	Category string // its name
	Item     string // the pattern or entry, if it is one
	Code     string
	Args     []string
}

// Bounds of what is read.
const (
	mostBytes      = 16 << 20
	mostDepth      = 100
	mostCategories = 20_000
	mostEntries    = 500_000
)

// Read reads a codebook of another program. name is used in errors, which are
// of type *content.Error, with these codes beside its own: format (the format:
// the file is none), xml (the message), no-legend (of LIWC), too-many (the
// limit).
func Read(f Format, name string, data []byte) (*content.Codebook, []Loss, error) {
	r := &reader{name: name, cb: &content.Codebook{Unit: content.UnitDocument, Measure: content.Occurrences, Nested: content.All},
		ids: map[string]bool{}}
	if len(data) > mostBytes {
		return nil, nil, r.fail(0, "too-large", "16")
	}
	text, ok := extract.Text(data)
	if !ok {
		return nil, nil, r.fail(0, "format", string(f))
	}
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	i := slices.IndexFunc(formats, func(x codec) bool { return x.format == f })
	if i < 0 {
		return nil, nil, r.fail(0, "format", string(f))
	}
	if err := formats[i].read(r, text); err != nil {
		return nil, nil, err
	}
	cb, err := r.settle()
	return cb, r.losses, err
}

// Write writes a codebook for another program.
func Write(f Format, cb *content.Codebook) ([]byte, []Loss) {
	for _, x := range formats {
		if x.format == f {
			w := &writer{cb: cb}
			data := x.write(w)
			return data, w.losses
		}
	}
	return nil, nil
}
