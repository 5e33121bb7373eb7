package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare"
	"svod/corpus"
)

// Definitions sets the terms that acts define side by side.
type Definitions struct {
	Documents []TopicDocument `json:"documents"`
	// Rows are the terms, those that several acts define first. Terms that
	// differ in a word are two: «общественный контроль» is not «общественный
	// контроль НПО».
	Rows []TermRow  `json:"rows"`
	Near []NearTerm `json:"near"`

	docs  []*corpus.Document
	names []string
}

// A TermRow is one term with its definitions in each document.
type TermRow struct {
	Term  string   `json:"term"`
	Cells [][]Term `json:"cells"`
	// Same says that all definitions have the same words. Of a term that one
	// place defines it is false.
	Same bool `json:"same"`
}

// A NearTerm is two terms of different acts that are nearly the same.
type NearTerm struct {
	A   TermPlace `json:"a"`
	B   TermPlace `json:"b"`
	Why string    `json:"why"` // alias: the same short form; part: one stands in the other
}

// A TermPlace is a term in one of the documents.
type TermPlace struct {
	Document int `json:"document"`
	Term
}

// FindDefinitions finds the terms that acts define.
func FindDefinitions(docs []*corpus.Document) *Definitions {
	t := &Definitions{docs: docs, names: names(docs), Rows: []TermRow{}, Near: []NearTerm{}}
	rows := map[string]*TermRow{}
	for i, d := range docs {
		t.Documents = append(t.Documents, topicDocument(d))
		for _, x := range termsOf(d, passagesOf(d)) {
			r := rows[x.key]
			if r == nil {
				r = &TermRow{Term: x.Term, Cells: make([][]Term, len(docs))}
				for k := range r.Cells {
					r.Cells[k] = []Term{}
				}
				rows[x.key] = r
			}
			// A definition in a list names its term in the nominative.
			if x.How == inList && r.how() != inList {
				r.Term = x.Term
			}
			r.Cells[i] = append(r.Cells[i], x)
		}
	}
	for _, r := range rows {
		all := r.all()
		r.Same = len(all) > 1 && !slices.ContainsFunc(all[1:], func(x Term) bool { return differ(all[0].Text, x.Text) })
		t.Rows = append(t.Rows, *r)
	}
	slices.SortFunc(t.Rows, func(a, b TermRow) int {
		return cmp.Or(-cmp.Compare(a.acts(), b.acts()), cmp.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term)))
	})
	t.near()
	return t
}

func (r *TermRow) all() []Term {
	var out []Term
	for _, c := range r.Cells {
		out = append(out, c...)
	}
	return out
}

// how returns how the row's name was found.
func (r *TermRow) how() string {
	for _, x := range r.all() {
		if x.Term == r.Term {
			return x.How
		}
	}
	return ""
}

func (r *TermRow) acts() int {
	n := 0
	for _, c := range r.Cells {
		if len(c) > 0 {
			n++
		}
	}
	return n
}

// differ reports whether two definitions differ in more than a reader would
// overlook: quotation marks, kinds of dashes, the sign at the end.
func differ(a, b string) bool {
	trim := func(s string) string { return strings.TrimRight(s, " .;") }
	return slices.ContainsFunc(compare.Diff(trim(a), trim(b)), func(e compare.Edit) bool { return e.Op != compare.Equal && !e.Cosmetic })
}

// near finds the terms of different acts that one might take for the same.
func (t *Definitions) near() {
	var all []TermPlace
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			for _, x := range c {
				if x.How != shortForm {
					all = append(all, TermPlace{i, x})
				}
			}
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.Document == b.Document || a.key == b.key {
				continue
			}
			why := ""
			switch {
			case a.aliasKey != "" && (a.aliasKey == b.aliasKey || a.aliasKey == b.key || within(a.aliasKey, b.key)), b.aliasKey != "" && (b.aliasKey == a.key || within(b.aliasKey, a.key)):
				why = "alias"
			case within(a.key, b.key), within(b.key, a.key):
				why = "part"
			default:
				continue
			}
			if a.Document > b.Document {
				t.Near = append(t.Near, NearTerm{b, a, why})
			} else {
				t.Near = append(t.Near, NearTerm{a, b, why})
			}
		}
	}
	slices.SortStableFunc(t.Near, func(x, y NearTerm) int {
		return cmp.Or(cmp.Compare(x.Why, y.Why), cmp.Compare(x.A.Term.Term, y.A.Term.Term), cmp.Compare(x.B.Term.Term, y.B.Term.Term), cmp.Compare(x.A.Document, y.A.Document),
			cmp.Compare(x.B.Document, y.B.Document))
	})
}

// within reports whether a term of two words or more begins another one.
func within(short, long string) bool {
	return strings.Contains(short, " ") && strings.HasPrefix(long, short+" ")
}
