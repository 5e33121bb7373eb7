package corpus

// A Source is a file as extraction saw it: its lines in reading order, before
// anything is understood about them.
type Source struct {
	Name   string // base name of the file, as the user has it
	Format string // text, markdown, html, docx, pdf, json …
	SHA256 string // hex digest of the file's bytes
	Lines  []Line
	// Warnings are what the reader had to leave out or guess, as codes with
	// arguments; the command line puts them into words.
	Warnings []Warning
}

// A Warning is something a reader of files noticed but could live with.
type Warning struct {
	Code string // stable, lower case, hyphens: "pdf-no-text"
	Page int    // 1-based, 0 when unknown
	Args []string
}

// A Line is one paragraph of the source, or one row of a table.
//
// Text is what a careful reader sees, already in Unicode: superscript digits
// are superscript characters (53¹), automatic numbers are written out, soft
// hyphens and line breaks of the layout are gone. White space at both ends is
// trimmed; inside it stays as it is. A line is never empty: it has Text or Cells.
type Line struct {
	Text  string // for a row of a table: its cells joined by tabs
	Page  int    // 1-based, 0 when the format has no pages
	Style Style
	Table int    // 1-based number of the table the row belongs to, 0 outside tables
	Cells []Cell // the row's cells, nil outside tables
	Row   int    // the row's number in its sheet, where a reader was asked for it, else 0
}

// A Style is what the layout says about a line. Flags tell what holds for most
// of its letters. All are hints: no format is trusted to have them.
type Style struct {
	Heading int  `json:"heading,omitempty"` // 1–6 where the format marks headings, else 0
	Bold    bool `json:"bold,omitempty"`
	Italic  bool `json:"italic,omitempty"`
	Centred bool `json:"centred,omitempty"`
	Right   bool `json:"right,omitempty"`
	Red     bool `json:"red,omitempty"`  // the colour of editorial notes in state databases
	Note    bool `json:"note,omitempty"` // marked by the format as a note: footnote, class="note"
	Struck  bool `json:"struck,omitempty"`
	Link    bool `json:"link,omitempty"`   // a line of a table of contents: links to a place in the document
	Indent  int  `json:"indent,omitempty"` // leading indent in characters, where the format shows it
}

// A Cell is one cell of a table's row.
type Cell struct {
	Text string `json:"text"`           // paragraphs of the cell joined by newlines
	Cols int    `json:"cols,omitempty"` // columns spanned, 0 means 1
	Rows int    `json:"rows,omitempty"` // rows spanned, 0 means 1
}
