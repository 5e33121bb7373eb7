package figures

import (
	"strings"

	"svod/corpus"
)

// A Finding is two numbers of a report that don't agree. It never says why.
type Finding struct {
	Document *corpus.Document
	Code     FindingCode
	Table    corpus.Address // "" for what stands in text
	Caption  string         // the line above the table
	Whole    Figure         // what the report states
	Parts    []Figure       // what was added up, or compared
	Computed float64        // from Parts
	Places   int            // decimals in which both are printed
	Percent  bool           // both are per cents
	// Odd is the index of the part without which the sum holds, -1 for none.
	Odd int
	// Quote is the sentence, for what stands in text; Matches are the numbers in it.
	Quote   string
	Matches [][2]int
	// Doubtful says that it is not sure that both numbers mean the same.
	Doubtful bool
}

// Difference is what was computed less what is stated.
func (f *Finding) Difference() float64 { return clean(f.Computed-f.Whole.Value, f.Places) }

// A FindingCode is a kind of finding.
type FindingCode string

// The kinds of findings.
const (
	FindingAcross FindingCode = "row-sum"    // the columns of a row don't add up to its total
	FindingDown   FindingCode = "column-sum" // the rows of a column don't
	FindingShare  FindingCode = "share"      // a per cent is not that of its count and base
	FindingSame   FindingCode = "same"       // one figure is given twice, with two values
	FindingText   FindingCode = "text"       // a sentence and a table give one figure differently
)

// A Sum is a sum that holds.
type Sum struct {
	Document *corpus.Document
	Code     FindingCode
	Table    corpus.Address
	Caption  string
	Whole    Figure
	Parts    []Figure
	Rounded  bool // but for rounding
}

// Checked is what was found in the tables of documents.
type Checked struct {
	Documents []*corpus.Document
	Tables    []int // with numbers that could be checked, by document
	Holds     []Sum
	Findings  []Finding
}

// Check adds up the tables of documents, and compares what they give twice.
func Check(docs []*corpus.Document) *Checked {
	c := &Checked{Documents: docs}
	for _, d := range docs {
		gs := grids(d)
		n := 0
		for _, g := range gs {
			found := len(c.Holds) + len(c.Findings)
			for _, r := range g.sums() {
				c.sum(r)
			}
			g.shares(c)
			if len(c.Holds)+len(c.Findings) > found {
				n++
			}
		}
		c.twice(d, gs)
		c.Tables = append(c.Tables, n)
	}
	return c
}

func (c *Checked) sum(r *relation) {
	code := FindingDown
	if r.across {
		code = FindingAcross
	}
	parts := make([]Figure, 0, len(r.parts))
	odd := -1
	for _, p := range r.parts {
		if v := r.cell(p); v.covered || v.value.kind != isNumber {
			continue
		}
		if p == r.odd() {
			odd = len(parts)
		}
		parts = append(parts, r.figure(p))
	}
	if r.state == fails {
		c.Findings = append(c.Findings, Finding{Document: r.g.doc, Code: code, Table: r.g.address, Caption: r.g.caption, Whole: r.figure(r.whole), Parts: parts,
			Computed: clean(r.sum, r.places), Places: r.places, Odd: odd})
		return
	}
	c.Holds = append(c.Holds, Sum{r.g.doc, code, r.g.address, r.g.caption, r.figure(r.whole), parts, r.state == rounded})
}

// figure is a part of the relation, or its whole, in its place.
func (r *relation) figure(k int) Figure {
	i, j := k, r.fixed
	if r.across {
		i, j = r.fixed, k
	}
	row, _ := r.g.rowLabel(i)
	column := strings.Join(r.g.label(j), ", ")
	f := r.g.figure(i, j)
	if r.across {
		f.Label, f.Of = column, row
	} else {
		f.Label, f.Of = row, column
	}
	return f
}

// figure is a cell in its place.
func (g *grid) figure(i, j int) Figure {
	r, c := g.rows[i], g.at(i, j)
	return Figure{Value: c.value.number, Text: one(c.text), Address: r.address, Line: r.line, Page: r.page}
}
