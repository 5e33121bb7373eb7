package table

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// A Printer writes reports. Its zero value is ready; the fields are choices
// that few need.
type Printer struct {
	// Width is the width of the terminal in columns for the text format;
	// zero means 100.
	Width int
	// Color lets the text format use ANSI colours for marks.
	Color bool
	// Redline makes DOCX write inserted and deleted words as tracked changes
	// (w:ins, w:del), which Word can accept or reject.
	Redline bool
	// Strike strikes out deleted words in DOCX and XLSX. Otherwise they are
	// bold, as Kazakhstan's templates of comparison tables want it; where one
	// cell holds both old and new words, the old are always struck out.
	Strike bool
	// Chart is which chart of a report SVG and PNG show, from 1; 0 is the first.
	Chart int
}

type format struct {
	name  string
	ext   string // of files, "" when another format has it
	write func(*Printer, io.Writer, *Report) error
}

// formats lists what can be written. To add a format, write a file with a
// method of Printer and add a line.
var formats = []format{
	{"text", ".txt", (*Printer).text},
	{"md", ".md", (*Printer).markdown},
	{"html", ".html", (*Printer).html},
	{"csv", ".csv", (*Printer).csv},
	{"csv-plain", "", (*Printer).csvPlain},
	{"xlsx", ".xlsx", (*Printer).xlsx},
	{"docx", ".docx", (*Printer).docx},
	{"json", ".json", (*Printer).json},
}

// pictures lists in what a chart of a report can be written alone.
var pictures = []format{
	{"svg", ".svg", (*Printer).svg},
	{"png", ".png", (*Printer).png},
}

// A FormatError says that no writer has the name.
type FormatError struct{ Format string }

func (e *FormatError) Error() string { return fmt.Sprintf("table: unknown format %q", e.Format) }

// Write writes the report in a format of [Formats] or [Pictures] with a zero [Printer].
func Write(w io.Writer, format string, r *Report) error {
	return new(Printer).Write(w, format, r)
}

// Write writes the report in a format of [Formats], or a chart of it in one of
// [Pictures]. The same report gives the same bytes.
func (p *Printer) Write(w io.Writer, format string, r *Report) error {
	for _, f := range slices.Concat(formats, pictures) {
		if f.name == format {
			return f.write(p, w, r.in(format))
		}
	}
	return &FormatError{format}
}

// Formats returns the names of the formats in which any report can be written.
func Formats() []string { return names(formats) }

// Pictures returns the names of the formats in which a chart can be written
// alone. A report without charts gives a [*ChartError].
func Pictures() []string { return names(pictures) }

func names(fs []format) []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.name)
	}
	return out
}

// FormatOf returns the format that a file's extension means, "" for none.
func FormatOf(filename string) string {
	ext := strings.ToLower(filepath.Ext(filename))
	switch ext {
	case "":
		return ""
	case ".htm":
		ext = ".html"
	case ".markdown":
		ext = ".md"
	}
	for _, f := range slices.Concat(formats, pictures) {
		if f.ext == ext {
			return f.name
		}
	}
	return ""
}
