package content

import (
	"cmp"
	"slices"

	"svod/compare/stat"
	"svod/corpus"
)

// CountOptions say how to count. The zero value counts each document apart, by
// the codebook's rules.
type CountOptions struct {
	By       []string // attributes whose values make the groups; none: each document is one
	Unit     Unit     // instead of the codebook's
	Measure  Measure  // likewise
	Nested   Nested   // likewise
	Skip     []Skip   // besides the codebook's
	Sections []Section

	Percent    Percent         // of the tables by groups
	Test       Measure         // what is tested: Documents, Units; empty: documents of groups, units of documents
	Correction stat.Correction // for many tests; empty means Holm's
	Trend      bool            // by year, though the documents are acts
	Levels     bool            // the table of units at all levels

	Quotes   int            // illustrative quotes of each category; 0 means three
	Language string         // of the report: ru (also when empty), kk, en
	Template *CountTemplate // phrases instead of the language's
}

// A Percent says what the per cents of a table by groups are of.
type Percent string

// The per cents.
const (
	OfDocuments Percent = "documents" // of each group's documents
	OfRow       Percent = "row"       // of the category in all groups
	OfColumn    Percent = "column"    // of all categories in the group
)

// Counts is how often the categories of a codebook occur.
type Counts struct {
	Codebook *Codebook
	Unit     Unit
	Measure  Measure
	Nested   Nested
	By       []string
	Groups   []Group
	Rows     []Row // category by category in the codebook's order, in each the groups in theirs
	Totals   []Row // of each category over all groups; over those of each kind of councils, if there are several

	categories []*Category
	tallied    []tallied
	members    [][]int // documents by group
	parts      []part
	tests      map[int][]comparison // by the first group of a part, once they are asked for
	apart      bool                 // there are several kinds of councils, which are not summed
	auto       bool                 // and nobody has asked to group by them
	options    CountOptions

	shelf   Shelf
	lean    bool               // documents are not at hand: docs are their heads, findings have no evidence
	docs    []*corpus.Document // as on the shelf
	counter *counter
	reread  []*reread // documents that were read again last
	err     error
}

// tallied is a document that was counted: all that statistics need of it.
type tallied struct {
	at    int // on the shelf
	doc   *corpus.Document
	name  string // for people
	group int
	Tally
}

// A Group is the documents that are counted together, and the base of their
// numbers: how much there is to be counted in.
type Group struct {
	Name      string   `json:"group"`            // value of the attribute, or the document's ID
	Title     string   `json:"title"`            // for people
	Values    []string `json:"values,omitempty"` // of the attributes
	Documents int      `json:"documents"`
	Units     int      `json:"units"`
	Words     int      `json:"words"`
}

// A Row is what was found of one category in one group.
type Row struct {
	Category    string     `json:"category"`
	Group       string     `json:"group"`
	Occurrences int        `json:"occurrences"`
	Units       int        `json:"units"`
	Documents   int        `json:"documents"`
	Words       int        `json:"words"`    // matched
	Evidence    []Evidence `json:"evidence"` // of rows of groups only
}

// Value returns what the unit of count counts.
func (r Row) Value(m Measure) int {
	switch m {
	case Occurrences:
		return r.Occurrences
	case Words:
		return r.Words
	}
	return r.Units
}

// Count counts the categories of cb in docs.
func Count(cb *Codebook, docs []*corpus.Document, opts CountOptions) *Counts {
	c, _ := CountShelf(cb, Loaded(docs), opts) // what is loaded can be read
	return c
}

// CountShelf is Count for documents that need not be at hand. The error is the
// shelf's.
func CountShelf(cb *Codebook, shelf Shelf, opts CountOptions) (*Counts, error) {
	c := &Counts{Codebook: cb, Unit: cmp.Or(opts.Unit, cb.Unit), Measure: cmp.Or(opts.Measure, cb.Measure), Nested: cmp.Or(opts.Nested, cb.Nested),
		By: opts.By, tests: map[int][]comparison{}, shelf: shelf, options: opts}
	c.categories = slices.Collect(cb.All())
	_, loaded := shelf.(Loaded)
	c.lean = !loaded
	c.counter = newCounter(c.categories, c.Unit, c.Nested, slices.Concat(cb.Skip, opts.Skip), opts.Sections)
	for i := range shelf.Len() {
		d, err := shelf.Document(i)
		if err != nil {
			return nil, err
		}
		t := c.counter.tally(d)
		if c.lean {
			d = head(d)
			for i := range t.Found {
				t.Found[i].Evidence = nil
			}
		}
		c.docs = append(c.docs, d)
		c.tallied = append(c.tallied, tallied{at: i, doc: d, Tally: t})
	}
	for i, name := range names(c.docs) {
		c.tallied[i].name = name
	}
	c.keepApart()
	c.group()
	c.split()
	c.sum()
	return c, nil
}

// sum makes the rows of the tallies.
func (c *Counts) sum() {
	n := len(c.Groups)
	c.Rows = make([]Row, len(c.categories)*n)
	for i, cat := range c.categories {
		for j, g := range c.Groups {
			c.Rows[i*n+j] = Row{Category: cat.ID, Group: g.Name, Evidence: []Evidence{}}
		}
	}
	for _, d := range c.tallied {
		for _, f := range d.Found {
			c.Rows[f.Category*n+d.group].add(f)
		}
	}
	for _, p := range c.parts {
		for i, cat := range c.categories {
			t := Row{Category: cat.ID, Group: p.name}
			for _, g := range p.groups {
				r := c.Rows[i*n+g]
				t.Occurrences += r.Occurrences
				t.Units += r.Units
				t.Documents += r.Documents
				t.Words += r.Words
			}
			c.Totals = append(c.Totals, t)
		}
	}
}

// add adds what was found in one document.
func (r *Row) add(f Finding) {
	r.Documents++
	r.Units += len(f.Units)
	r.Occurrences += f.Occurrences
	r.Words += f.Words
	r.Evidence = append(r.Evidence, f.Evidence...)
}
