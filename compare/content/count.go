package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/query"
)

// CountOptions say how to count. The zero value counts each document apart.
type CountOptions struct {
	By       string // the attribute whose values make the groups; empty: each document is one
	Unit     Unit   // instead of the codebook's
	Language string // of the report: ru (also when empty), kk, en
	Quotes   int    // quotes of each category and group in the report; 0 means all
}

// Counts is how often the categories of a codebook occur.
type Counts struct {
	Codebook *Codebook
	Unit     Unit
	By       string
	Groups   []Group
	Rows     []Row // category by category in the codebook's order, in each the groups in theirs
	Totals   []Row // of each category over all groups

	docs     []*corpus.Document
	options  CountOptions
	citation map[evidenceKey]string
}

// A Group is the documents that are counted together, and the base of their
// numbers: how much there is to be counted in.
type Group struct {
	Name      string `json:"group"` // value of the attribute, or the document's ID
	Title     string `json:"title"` // for people
	Documents int    `json:"documents"`
	Units     int    `json:"units"`
	Words     int    `json:"words"`
}

// A Row is what was found of one category in one group.
type Row struct {
	Category    string     `json:"category"`
	Group       string     `json:"group"`
	Occurrences int        `json:"occurrences"`
	Units       int        `json:"units"`
	Documents   int        `json:"documents"`
	Words       int        `json:"words"` // matched
	Evidence    []Evidence `json:"evidence"`
}

// Value returns what the codebook's unit of count counts.
func (r Row) Value(m Measure) int {
	switch m {
	case Occurrences:
		return r.Occurrences
	case Words:
		return r.Words
	}
	return r.Units
}

// Evidence is a unit in which a category occurs. Matches are byte ranges in its
// text: heading, newline, own text.
type Evidence struct {
	Document string         `json:"document"`
	Address  corpus.Address `json:"address"`
	Text     string         `json:"text"`
	Matches  [][2]int       `json:"matches"`
}

type evidenceKey struct {
	document string
	address  corpus.Address
}

// Missing is the name of the group of documents that have no value of the
// attribute.
const Missing = ""

// Count counts the categories of cb in docs.
func Count(cb *Codebook, docs []*corpus.Document, opts CountOptions) *Counts {
	c := &Counts{Codebook: cb, Unit: cmp.Or(opts.Unit, cb.Unit), By: opts.By, docs: docs, options: opts, citation: map[evidenceKey]string{}}
	groupOf := map[string]int{}
	titles := names(docs)
	for i, d := range docs {
		name, title := d.ID, titles[i]
		if opts.By != "" {
			name = Attribute(d, opts.By)
			title = name
		}
		if _, ok := groupOf[name]; !ok {
			groupOf[name] = len(c.Groups)
			c.Groups = append(c.Groups, Group{Name: name, Title: title})
		}
	}
	if opts.By != "" {
		slices.SortStableFunc(c.Groups, func(a, b Group) int {
			// Documents without a value come last.
			return cmp.Or(cmp.Compare(b2i(a.Name == Missing), b2i(b.Name == Missing)), cmp.Compare(a.Name, b.Name))
		})
		for i, g := range c.Groups {
			groupOf[g.Name] = i
		}
	}
	var categories []*Category
	for cat := range cb.All() {
		categories = append(categories, cat)
		for _, g := range c.Groups {
			c.Rows = append(c.Rows, Row{Category: cat.ID, Group: g.Name, Evidence: []Evidence{}})
		}
	}
	for _, d := range docs {
		g := groupOf[d.ID]
		if opts.By != "" {
			g = groupOf[Attribute(d, opts.By)]
		}
		c.document(d, categories, g)
	}
	for i, cat := range categories {
		t := Row{Category: cat.ID}
		for _, r := range c.Rows[i*len(c.Groups) : (i+1)*len(c.Groups)] {
			t.Occurrences += r.Occurrences
			t.Units += r.Units
			t.Documents += r.Documents
			t.Words += r.Words
		}
		c.Totals = append(c.Totals, t)
	}
	return c
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// document adds one document to the rows of group g. Its texts are cut into
// words once for all categories.
func (c *Counts) document(d *corpus.Document, categories []*Category, g int) {
	group := &c.Groups[g]
	group.Documents++
	sentences := c.Unit == UnitSentence
	seen := map[int]bool{} // units of analysis with text
	found := make([]bool, len(categories))
	last := make([]int, len(categories)) // the unit of analysis that was counted last
	offset := 0                          // of sentences in the document
	for _, a := range articles(d, c.Unit.kind(), c.Codebook.Skip) {
		group.Words += a.text.Len()
		if sentences {
			group.Units += a.text.Sentences()
		} else {
			for _, p := range a.passages {
				if !seen[p.counted] {
					seen[p.counted] = true
					group.Units++
				}
			}
		}
		for i, cat := range categories {
			occurrences := distinct(cat.query.Occurrences(a.text), c.Codebook.Nested)
			if len(occurrences) == 0 {
				continue
			}
			row := &c.Rows[i*len(c.Groups)+g]
			row.Occurrences += len(occurrences)
			if !found[i] {
				found[i] = true
				row.Documents++
			}
			units := map[int]bool{}
			for _, o := range occurrences {
				if sentences {
					units[offset+a.text.Sentence(o[0])] = true
				} else {
					units[a.passages[o[0].Unit].counted] = true
				}
			}
			// A unit of analysis may stretch over several articles.
			n := 0
			for u := range units {
				if u != last[i] {
					n++
				}
			}
			row.Units += n
			last[i] = slices.Max(sortedInts(units))
			row.Words += c.evidence(d, a, row, occurrences)
		}
		offset += a.text.Sentences() + 1
	}
}

func sortedInts(m map[int]bool) []int {
	var is []int
	for i := range m {
		is = append(is, i)
	}
	slices.Sort(is)
	return is
}

// evidence adds the matched words to the row's evidence, one entry for each unit
// of the document, and returns their number.
func (c *Counts) evidence(d *corpus.Document, a article, row *Row, occurrences []query.Occurrence) int {
	var ms []query.Match
	for _, o := range occurrences {
		ms = append(ms, o...)
	}
	slices.SortFunc(ms, func(a, b query.Match) int {
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Lo, b.Lo), cmp.Compare(a.Hi, b.Hi))
	})
	ms = slices.Compact(ms)
	unit := -1
	for _, m := range ms {
		if m.Unit != unit {
			unit = m.Unit
			p := a.passages[unit]
			row.Evidence = append(row.Evidence, Evidence{Document: d.ID, Address: p.address, Text: a.text.Units()[unit].Text})
			key := evidenceKey{d.ID, p.address}
			if _, ok := c.citation[key]; !ok {
				c.citation[key] = d.ShortCitation(p.address, d.Meta.Language)
			}
		}
		e := &row.Evidence[len(row.Evidence)-1]
		e.Matches = append(e.Matches, [2]int{m.Lo, m.Hi})
	}
	return len(ms)
}

// distinct applies the rule for matches that overlap.
func distinct(os []query.Occurrence, nested Nested) []query.Occurrence {
	if nested == All || len(os) < 2 {
		return os
	}
	// The longest first, of equals that which begins first; then each that
	// shares no word with one taken before.
	order := slices.Clone(os)
	slices.SortStableFunc(order, func(a, b query.Occurrence) int { return cmp.Compare(len(b), len(a)) })
	taken := map[query.Match]bool{}
	var keep []query.Occurrence
	for _, o := range order {
		if slices.ContainsFunc(o, func(m query.Match) bool { return taken[m] }) {
			continue
		}
		for _, m := range o {
			taken[m] = true
		}
		keep = append(keep, o)
	}
	slices.SortStableFunc(keep, func(a, b query.Occurrence) int {
		return cmp.Or(cmp.Compare(a[0].Unit, b[0].Unit), cmp.Compare(a[0].Lo, b[0].Lo))
	})
	return keep
}

// Attribute returns what the user or the document itself says under a name:
// an attribute, else тип, язык, год, орган, юрисдикция from its meta data.
func Attribute(d *corpus.Document, name string) string {
	if v, ok := d.Attributes[name]; ok {
		return v
	}
	switch strings.ToLower(name) {
	case "тип", "вид", "type":
		return d.Meta.Type
	case "язык", "language":
		return d.Meta.Language
	case "орган", "body":
		return d.Meta.Body
	case "юрисдикция", "jurisdiction":
		return d.Meta.Jurisdiction
	case "редакция", "edition":
		return d.Meta.Edition
	case "год", "year":
		if len(d.Meta.Date) >= 4 {
			return d.Meta.Date[:4]
		}
	}
	return Missing
}
