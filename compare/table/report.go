// Package table is where analyses and exporters meet: an analysis makes a
// Report, and Write puts it into a text, Markdown, HTML, CSV, XLSX, DOCX or
// JSON file.
package table

import "svod/compare/table/draw"

// A Report is a sequence of blocks under a title.
type Report struct {
	Title    string // printed first, and kept in the file's properties
	Language string // ru, kk, en: of headings and phrases
	Points   bool   // captions read «Таблица 1. …», not «Таблица 1 – …»
	Bare     bool   // XLSX has no sheet of contents: its first table sums up
	Blocks   []Block
	// Redline says that the blocks are a text with its changes: DOCX tracks
	// them, so that accepting or rejecting all gives one of two texts, and has
	// nothing in its body but the blocks; the other formats mark all of them.
	Redline bool
	Date    string // of the changes of a redline: 2021-01-03; "" if unknown
	// Act says that a redline is an act to be signed: DOCX has 14 points and
	// indents first lines.
	Act bool
	// Made says what the report was made from: inputs with their SHA-256,
	// options. It goes into the file (last lines, a sheet «Протокол расчёта»),
	// so that a table can be made again. No clock.
	Made []Fact
	// Summary is what the first sheet of XLSX says above the list of sheets:
	// what was done, to what. The version and the hashes are added.
	Summary []Fact
	// Recipe is the command that makes the report again, for explain and verify.
	Recipe *Recipe
	// Data, when not nil, is what the JSON writer writes instead of the
	// blocks: the stable form that other programs rely on.
	Data any
}

// A Fact is one line of a report's record: «кодификатор», «sample.yaml».
type Fact struct{ Name, Value string }

// A Block is one of *Paragraph, *Table, *Chart.
type Block interface{ block() }

// A Paragraph is a heading (Level 1–6) or a paragraph of text (Level 0).
type Paragraph struct {
	Level  int
	Runs   []Run
	Anchor string // the name that links «#name» point at, "" for none
	Look   Look
	// Outline is the level of a text that begins what a heading would, and
	// stands in Word's outline without looking like one; 0 for none.
	Outline int
	// End says in a redline that the end of the paragraph was inserted or
	// deleted: without it, the next one goes on in the same line.
	End     Mark
	Comment string // a remark at the margin, "" for none
}

// A Look is how a paragraph of a text looks, where that matters. Apart puts a
// space before it in an act.
type Look struct{ Bold, Italic, Centred, Left, Right, Red, Struck, Contents, Apart bool }

// A Table has a head that repeats on each page, and rows.
type Table struct {
	Caption string   // without «Таблица 1»: writers number tables in order
	Source  string   // «Источник: …», printed below; empty for none
	Base    string   // «n = 23», printed with Source
	Notes   []string // what a reader of the table must know, printed below it
	Sheet   string   // name of the sheet in XLSX; empty: from the caption
	Head    [][]Cell
	Rows    [][]Cell
	// Later, if not nil, makes the rows of a long table that few formats have:
	// when it is written, and not before. See Filled.
	Later     func() [][]Cell
	Changes   []Mark    // in a redline: of each row, whether it was inserted or deleted
	Widths    []float64 // relative widths of columns; nil: by content
	Landscape bool
	Fixed     int     // columns that stay in view in XLSX while others scroll
	FontSize  float64 // points; 0: the writer's default
	Whole     bool    // rows are not divided between pages, however high
	// Key is the column, from 1, whose texts name the rows, 0 for a table in
	// which nobody writes. Author are the columns, from 1, that are left to the
	// author: see Report.Keep.
	Key    int
	Author []int
	// Choices are offered in the author's columns of XLSX; he may write anything.
	Choices []string
	Strike  bool // deleted words are struck out, whatever the Printer says
	Use     Use
}

// A Chart shows one or more series over the same labels.
type Chart struct {
	Kind      ChartKind
	Caption   string // without «Рисунок 1»: writers number charts in order
	Source    string
	Base      string // «n = 23»
	Labels    []string
	Series    []Series
	Format    Format   // of the values, which are written on the chart
	Legend    []string // what marks in a heat map mean: «н.д. – нет данных»
	Landscape bool
	ByColumn  bool // shades of a heat map run from the least to the most of each column apart
}

// A ChartKind is what a chart looks like.
type ChartKind uint8

// The kinds of charts.
const (
	Bars      ChartKind = iota // horizontal bars, one for each label and series
	Stacked                    // bars whose series make up 100 %
	Lines                      // a line for each series over labels such as years
	HeatMap                    // rows are labels, columns are series
	Dots                       // a dot for each label with the median: values of bodies
	Diverging                  // stacked around the middle: answers from «плохо» to «хорошо»
)

// A Series is one set of values of a chart, one for each label.
type Series struct {
	Name   string
	Values []float64 // NaN where there is no data
	Texts  []string  // written instead of the values, if not nil: «да», «н.д.»
}

func (*Paragraph) block() {}
func (*Table) block()     {}
func (*Chart) block()     {}

// A Cell is a cell of a table. Text is in Runs; a run may hold newlines, which
// begin a new paragraph. A number is in Value when Format says so, and the
// writer prints it: numbers stay numbers in XLSX, and get a decimal comma in
// Russian text.
type Cell struct {
	Runs   []Run
	Value  float64
	Format Format
	Cols   int    // columns spanned, 0 means 1
	Rows   int    // rows spanned, 0 means 1; covered places hold no cell
	Link   string // href: an address of this report («#ст.5») or a URL
	Anchor string // the name that links «#name» point at, "" for none
	Head   bool   // a row's heading: bold, left
	Group  bool   // a heading of a group of rows: shaded, spans the table
	// Indent is the level of a row's label in a hierarchy, 0 outermost.
	Indent int
	Right  bool   // flush right, as the context before a word in a concordance
	Places int    // decimal places of FormatDecimal, 0: the writer's choice
	After  string // printed behind a number: the letters of a test, the count of a share; not in plain CSV
	Basis  Basis  // where the number comes from, nil if nowhere

	shade draw.Color // of a heat map's square
}

// A Format says how a cell's value is printed.
type Format uint8

// The formats of a cell.
const (
	FormatText        Format = iota // Runs are printed, Value is ignored
	FormatInteger                   // 1 234
	FormatDecimal                   // 12,35 (two places; three for |v| < 1)
	FormatPercent                   // Value 0.125 is printed 12,5 %
	FormatMissing                   // «н.д.»: no data; not zero
	FormatNone                      // «–»: the phenomenon is absent
	FormatProbability               // 0,034; below 0.001 «< 0,001»
)

// A Run is a stretch of text with one mark.
type Run struct {
	Text string
	Mark Mark
	Link string // href of these words, "" for none
}

// A Mark says what a run of text is.
type Mark uint8

// The marks of a run. Writers choose their look: in print bold for what
// changed, in redlines w:ins and w:del.
const (
	MarkNone     Mark = iota
	MarkBold          // emphasis
	MarkItalic        // captions, the program's remarks
	MarkInserted      // new words
	MarkDeleted       // words that are gone
	MarkMoved         // words that stand elsewhere too
	MarkMatch         // words that were searched for
	MarkSynonym       // words found for those that were searched for
	MarkMuted         // left out: «…», context
)

// Text returns a cell of plain text.
func Text(s string) Cell { return Cell{Runs: []Run{{Text: s}}} }

// Bold returns a cell of bold text.
func Bold(s string) Cell { return Cell{Runs: []Run{{Text: s, Mark: MarkBold}}} }

// Heads returns the cells of a head.
func Heads(ss ...string) []Cell {
	cs := make([]Cell, len(ss))
	for i, s := range ss {
		cs[i] = Bold(s)
	}
	return cs
}

// Int returns a cell of a whole number.
func Int(n int) Cell { return Cell{Value: float64(n), Format: FormatInteger} }

// Decimal returns a cell of a number with decimals.
func Decimal(v float64) Cell { return Cell{Value: v, Format: FormatDecimal} }

// Probability returns a cell of a p-value: 0,034, and «< 0,001» for less.
func Probability(p float64) Cell { return Cell{Value: p, Format: FormatProbability} }

// Percent returns a cell of a share: 0.125 is printed 12,5 %.
func Percent(v float64) Cell { return Cell{Value: v, Format: FormatPercent} }

// Missing returns a cell that says «н.д.»: there is no data.
func Missing() Cell { return Cell{Format: FormatMissing} }

// None returns a cell that says «–»: the phenomenon is absent.
func None() Cell { return Cell{Format: FormatNone} }

// Group returns the heading of a group of rows; it stands alone in its row.
func Group(s string) Cell { return Cell{Runs: []Run{{Text: s}}, Group: true} }

// Para returns a paragraph of plain text.
func Para(s string) *Paragraph { return &Paragraph{Runs: []Run{{Text: s}}} }

// Heading returns a heading of a level from 1 to 6.
func Heading(level int, s string) *Paragraph { return &Paragraph{Level: level, Runs: []Run{{Text: s}}} }
