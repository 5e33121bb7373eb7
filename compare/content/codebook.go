package content

import (
	"cmp"

	"svod/corpus/query"
)

// A Codebook is a set of categories and how they are counted.
type Codebook struct {
	Name       string
	Version    string
	Language   string // ru, kk, auto
	Unit       Unit
	Measure    Measure
	Nested     Nested
	Skip       []Skip
	Sets       map[string][]string
	Categories []*Category
	Variables  []Variable
	// Indicators are numbers that are drawn from reports: YAML as it stands in
	// the file. Package figures reads them.
	Indicators string

	File   string // as given to Load
	SHA256 string

	file *fileCodebook // where things stand
}

// title is the name, or that of the file.
func (cb *Codebook) title() string { return cmp.Or(cb.Name, cb.File) }

// All yields the categories, parents before their children.
func (cb *Codebook) All() func(yield func(*Category) bool) {
	return func(yield func(*Category) bool) {
		var walk func(cs []*Category) bool
		walk = func(cs []*Category) bool {
			for _, c := range cs {
				if !yield(c) || !walk(c.Children) {
					return false
				}
			}
			return true
		}
		walk(cb.Categories)
	}
}

// Category returns the category of an ID, nil if there is none.
func (cb *Codebook) Category(id string) *Category {
	for c := range cb.All() {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// A Category is what one looks for: patterns, of which any makes it.
type Category struct {
	ID         string
	Name       string
	Definition string
	Include    []string // examples of what belongs to it
	Exclude    []string // and of what doesn't
	Tone       string   // "+", "-", "0" or empty
	Any        []string // patterns
	Not        []string // a match that shares a word with one of these is none
	Require    []string // all must occur in Scope too
	Scope      query.Scope
	Children   []*Category

	// Heading is set of a category that only gathers its children: people who
	// code by hand give it to nothing.
	Heading bool
	// Weights are what other programs count a pattern for, by pattern. They are
	// kept for them; svod counts each match as one.
	Weights map[string]float64
	Color   string // #RRGGBB, in programs for coding by hand
	// GUID is how another program knows the category. Empty means the one that
	// is made of the ID.
	GUID string

	Level int // of the hierarchy, 0 outermost

	file *fileCategory // where things stand

	own   *query.Query   // of the category's patterns, nil if it has none
	query *query.Query   // with its children's
	any   []*query.Query // of each pattern
	not   []*query.Query
	all   []*query.Query // what it requires
}

// Query returns what finds the category, its children included.
func (c *Category) Query() *query.Query { return c.query }

// A Variable is a question of the coding form, which people answer.
type Variable struct {
	ID         string
	Name       string
	Definition string
	Type       string            // nominal, ordinal, interval, ratio, text; empty: nominal
	Values     map[string]string // what may be answered, and what it means; empty: anything
	Codes      []string          // the keys of Values as the file has them, which is the order of an ordinal variable
	Missing    string            // the answer that stands for none
	Category   string            // the ID of the category whose count may fill the answer in
}

// The types of variables, by the words that a codebook may use.
var variableTypes = map[string]string{
	"nominal": "nominal", "номинальная": "nominal", "ordinal": "ordinal", "порядковая": "ordinal",
	"interval": "interval", "интервальная": "interval", "ratio": "ratio", "количественная": "ratio", "text": "text", "текст": "text",
}

// A Measure is the unit of count: what a number in a table counts.
type Measure string

// The measures.
const (
	Presence    Measure = "presence" // units in which the category occurs
	Occurrences Measure = "occurrences"
	Words       Measure = "words" // matched words

	// Documents is what tests and shares are of besides; no codebook chooses it.
	Documents Measure = "documents"
)

// ParseMeasure returns the measure of a word: наличие, упоминания, слова, or the
// code word.
func ParseMeasure(s string) (Measure, bool) {
	m, ok := measures[s]
	return m, ok
}

var measures = map[string]Measure{
	"наличие": Presence, "presence": Presence, "вхождения": Occurrences, "упоминания": Occurrences, "occurrences": Occurrences,
	"слова": Words, "words": Words,
}

// Nested says what of overlapping matches counts.
type Nested string

// The rules.
const (
	Longest Nested = "longest"
	All     Nested = "all"
)

// ParseNested returns the rule of a word.
func ParseNested(s string) (Nested, bool) {
	n, ok := nestings[s]
	return n, ok
}

var nestings = map[string]Nested{"longest": Longest, "all": All, "длиннейшее": Longest, "все": All}

var tones = map[string]string{"+": "+", "-": "-", "−": "-", "–": "-", "0": "0"}

var languages = map[string]string{"auto": "auto", "ru": "ru", "kk": "kk", "en": "en"}

// IsTable reports whether the codebook was read from a table: what stands in it
// stands in rows and columns.
func (cb *Codebook) IsTable() bool { return cb.file != nil && cb.file.sheet }
