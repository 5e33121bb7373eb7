// Package extract turns a file into a corpus.Source: its lines in reading
// order, with what the layout says about them. A file is known by its content,
// never by its name.
//
// To add a format, write its file with a function of the type of format.lines
// and add a line to the table of formats.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus"
)

// MaxSize is the size of the largest file that is read, in bytes.
const MaxSize = 256 << 20

// An Error says why a file could not be read. The codes:
//
//	missing     there is no such file
//	permission  the system does not let us read it
//	directory   it is a folder
//	empty       it has no bytes, or no text
//	format      not a format that is read; Args[0] names what it is
//	no-text     pages without a text layer: a scan; Args[0] says why it was not
//	            recognised: tesseract or languages are missing, or it is blank;
//	            "pictures" if it is no PDF
//	garbage     its text layer is gibberish; Args as of no-text
//	truncated   the end of the file is missing
//	damaged     the file breaks the rules of its format
//	encrypted   a password is needed; Args[0] is "password" if the one given is
//	            wrong, "cipher" if the way of encryption is unknown
//	too-large   it is larger, deeper or expands further than the limit in Args[0]
//	timeout     reading took longer than the limit
//	memory      reading took more memory than the limit
type Error struct {
	Name string // the file
	Code string
	Args []string
	Err  error // what the system or a library said, if anything
}

func (e *Error) Error() string {
	s := e.Name + ": " + e.Code
	for _, a := range e.Args {
		s += " " + a
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns what the system or a library said.
func (e *Error) Unwrap() error { return e.Err }

// A format is one kind of file. match looks at the content alone; extensions
// are what such files are usually called.
type format struct {
	name       string
	extensions []string
	match      func(data []byte) bool
	lines      func(in *input) ([]corpus.Line, []corpus.Warning, error)
	// worker says that a hostile file of any size can make the reader loop, crash
	// or ask for all memory: it runs in a process of its own, see worker.go.
	worker bool
}

// inHost is the size in bytes of the largest file that a reader without worker
// set reads in this process. What such a reader takes grows with the file, so
// that small ones are harmless, and most are small: the start of a worker would
// take longer than reading them.
const inHost = 256 << 10

// An input is a file for a reader of lines, with what the Reader asks for.
type input struct {
	ctx  context.Context
	name string
	data []byte
	Reader
	// opened is set by a reader that only decrypts: what the file holds.
	opened []byte
	// nested reads a piece of the file that is in a format of its own; nil in
	// such a piece.
	nested func(*input) ([]corpus.Line, []corpus.Warning, error)

	// For readers in a worker; the functions may be nil.
	second  bool        // the format's first reader died of the file: begin with the second
	alive   func()      // to be called by readers at work for long
	turn    func()      // waits until memory for the second reader is free
	refused func(error) // what to say if the next way kills the worker
}

// formats are tried in this order: those with a signature first, plain text,
// which has none, last.
var formats = []format{
	{"pdf", []string{".pdf"}, isPDF, pdfLines, true},
	{"docx", []string{".docx", ".docm", ".dotx"}, isDOCX, docxLines, true},
	{"word-xml", []string{".xml"}, isWordXML, wordXMLLines, true},
	{"rtf", []string{".rtf"}, isRTF, rtfLines, true},
	{"mht", []string{".mht", ".mhtml"}, isMHT, mhtLines, false},
	{"odt", []string{".odt", ".fodt", ".ott"}, isODT, odtLines, true},
	{"doc", []string{".doc", ".dot"}, isDOC, docLines, true},
	{"xlsx", []string{".xlsx", ".xlsm", ".xltx"}, isXLSX, xlsxLines, true},
	{"ods", []string{".ods", ".fods", ".ots"}, isODS, odsLines, true},
	{"", nil, isForeign, refuse, false},
	{"json", []string{".json"}, isJSON, jsonLines, false},
	{"html", []string{".html", ".htm", ".xhtml"}, isHTML, htmlLines, false},
	{"csv", []string{".csv", ".tsv"}, isCSV, csvLines, false},
	{"markdown", []string{".md", ".markdown"}, isMarkdown, markdownLines, false},
	{"text", []string{".txt", ".text"}, isText, textLines, false},
}

// formatNamed returns the format of a name, nil if there is none.
func formatNamed(name string) *format {
	for i := range formats {
		if formats[i].name == name {
			return &formats[i]
		}
	}
	if name == lockedPackage.name {
		return &lockedPackage
	}
	return nil
}

// A Format is a kind of file that is read. Extensions say what such files are
// usually called; they may be called anything.
type Format struct {
	Name       string
	Extensions []string
}

// Formats returns the formats that are read.
func Formats() []Format {
	var fs []Format
	for _, f := range formats {
		if f.name != "" {
			fs = append(fs, Format{Name: f.name, Extensions: slices.Clone(f.extensions)})
		}
	}
	return fs
}

// A Reader reads files. The zero value is ready; its fields say what the user
// asks for beyond that.
type Reader struct {
	// Password opens encrypted files. Those that open without one are always read.
	Password string
	// Original takes the text before tracked changes; without it, they count as
	// accepted.
	Original bool
	// Progress is called while pages of a scan are recognised, which takes
	// seconds a page. It may be nil.
	Progress func(done, total int)
	// NoOCR leaves pages of scans out instead of recognising them.
	NoOCR bool
	// Grid takes each sheet of a spreadsheet as one table with all its columns,
	// for lists that are filled in by columns: no rows are its title. Lines have
	// the numbers of their rows.
	Grid bool
	// Hidden takes sheets, rows and columns that are hidden, too: a filter hides
	// rows of a table that is still there.
	Hidden bool
}

// File reads a file with a Reader's zero value.
func File(ctx context.Context, name string) (*corpus.Source, error) {
	return Reader{}.File(ctx, name)
}

// File reads a file.
func (r Reader) File(ctx context.Context, name string) (*corpus.Source, error) {
	data, err := Read(name)
	if err != nil {
		return nil, err
	}
	return r.Bytes(ctx, name, data)
}

// Read returns the bytes of a file, for Bytes; what stands in the way is an
// *Error.
func Read(name string) ([]byte, error) {
	fi, err := os.Stat(name)
	if err != nil {
		return nil, system(name, err)
	}
	switch {
	case fi.IsDir():
		return nil, &Error{Name: name, Code: "directory"}
	case !fi.Mode().IsRegular():
		return nil, &Error{Name: name, Code: "format", Args: []string{"device"}}
	case fi.Size() > MaxSize:
		return nil, &Error{Name: name, Code: "too-large", Args: []string{"256 MB"}}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, system(name, err)
	}
	return data, nil
}

// Bytes reads the bytes of a file of the name with a Reader's zero value.
func Bytes(ctx context.Context, name string, data []byte) (*corpus.Source, error) {
	return Reader{}.Bytes(ctx, name, data)
}

// Bytes reads the bytes of a file of the name.
func (r Reader) Bytes(ctx context.Context, name string, data []byte) (*corpus.Source, error) {
	if len(data) == 0 {
		return nil, &Error{Name: name, Code: "empty"}
	}
	if len(data) > MaxSize {
		return nil, &Error{Name: name, Code: "too-large", Args: []string{"256 MB"}}
	}
	content, err := r.open(ctx, data)
	if err != nil {
		return nil, named(name, r.asked(err))
	}
	for i := range formats {
		f := &formats[i]
		if !f.match(content) {
			continue
		}
		lines, warnings, err := f.read(&input{ctx: ctx, name: name, data: content, Reader: r, nested: nested})
		if err != nil {
			return nil, named(name, r.asked(err))
		}
		if lines = tidy(lines); len(lines) == 0 {
			return nil, &Error{Name: name, Code: "empty"}
		}
		sum := sha256.Sum256(data)
		return &corpus.Source{Name: filepath.Base(name), Format: f.name, SHA256: hex.EncodeToString(sum[:]),
			Lines: lines, Warnings: warnings}, nil
	}
	return nil, &Error{Name: name, Code: "format", Args: []string{"binary"}}
}

// asked says of a file that did not open that a password was given.
func (r Reader) asked(err error) error {
	var e *Error
	if errors.As(err, &e) && e.Code == "encrypted" && len(e.Args) == 0 && r.Password != "" {
		e.Args = []string{"password"}
	}
	return err
}

// read reads a file in the process that its format calls for.
func (f *format) read(in *input) ([]corpus.Line, []corpus.Warning, error) {
	if f.name == "" || !f.worker && len(in.data) <= inHost {
		return f.lines(in)
	}
	lines, warnings, err := runWorker(f, in)
	if f.name == "pdf" && errors.Is(err, errDied) {
		// Its second reader is made for such files.
		in.second = true
		if l, w, again := runWorker(f, in); again == nil || !errors.Is(again, errDied) && errorOf(again) != "damaged" {
			return l, w, again
		}
	}
	return lines, warnings, err
}

// nested reads a piece of a file by its content.
func nested(in *input) ([]corpus.Line, []corpus.Warning, error) {
	in.nested = nil
	for i := range formats {
		if formats[i].match(in.data) {
			return formats[i].read(in)
		}
	}
	return nil, nil, &Error{Code: "format", Args: []string{"binary"}}
}

// tidy keeps the promises that corpus.Line makes, whatever the reader: no line
// is empty, and none has the characters that only direct a layout or a printer.
func tidy(lines []corpus.Line) []corpus.Line {
	kept := lines[:0]
	for _, l := range lines {
		l.Text = trim(visible(l.Text, false))
		filled := false
		for i := range l.Cells {
			l.Cells[i].Text = trim(visible(l.Cells[i].Text, true))
			filled = filled || l.Cells[i].Text != ""
		}
		if l.Text != "" || filled {
			kept = append(kept, l)
		}
	}
	return kept
}

// visible drops what a reader can't see: soft hyphens, marks of byte order,
// control characters, bytes that are no characters. A line break is white
// space, unless it is kept.
func visible(s string, breaks bool) string {
	clean := utf8.ValidString(s)
	for i := 0; clean && i < len(s); i++ {
		c := s[i]
		clean = (c >= ' ' || c == '\t') && c != 0x7f && c != 0xc2 && c != 0xef // the first bytes of U+0080–U+00BF, U+F000–U+FFFF
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && breaks, r == '\t':
			return r
		case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85:
			return ' '
		case r < ' ', 0x7f <= r && r < 0xa0, r == 0xad, r == 0xfeff, r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// system is the Error for what the system said of a file.
func system(name string, err error) error {
	code := "damaged"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = "missing"
	case errors.Is(err, fs.ErrPermission):
		code = "permission"
	}
	return &Error{Name: name, Code: code, Err: err}
}

// named gives an error of a reader the file's name.
func named(name string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		e.Name = name
		return e
	}
	if errors.Is(err, context.Canceled) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return &Error{Name: name, Code: "timeout", Err: err}
	}
	return &Error{Name: name, Code: "damaged", Err: err}
}
