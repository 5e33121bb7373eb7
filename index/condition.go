package index

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus/query"
	"svod/corpus/store"
)

// A Condition leaves some documents. Its text is the name by which a diagnosis
// speaks of it.
type Condition struct {
	Text      string   // «--where region=Астана»
	Field     string   // of the documents, as in a filter; "" if it is of none
	Documents []string // IDs
}

// A docCondition is one on documents, from the request or from the query.
type docCondition struct {
	text, field string
	keep        func([]store.Entry) []store.Entry
}

// conditions are all those that the search has on documents.
func (s *search) conditions() []docCondition {
	var out []docCondition
	for _, f := range s.filters {
		field := query.Field(f.Name)
		if keys := attributes(f.Name, field, s.all); len(keys) > 0 {
			field = keys[0]
		}
		out = append(out, docCondition{f.String(), field, func(list []store.Entry) []store.Entry {
			left, _ := filtered(list, s.all, []query.Filter{f}) // faults were told before
			return left
		}})
	}
	for _, c := range s.req.Conditions {
		out = append(out, docCondition{c.Text, c.Field, func(list []store.Entry) []store.Entry { return withIDs(list, c.Documents) }})
	}
	bare := Request{Documents: s.req.Documents, Type: s.req.Type, Language: s.req.Language, At: s.req.At, Attributes: s.req.Attributes}
	if bare.Documents != nil || bare.Type+bare.Language+bare.At != "" || len(bare.Attributes) > 0 {
		out = append(out, docCondition{keep: bare.documents})
	}
	return out
}

// withIDs leaves the documents with some IDs.
func withIDs(list []store.Entry, ids []string) []store.Entry {
	in := map[string]bool{}
	for _, id := range ids {
		in[id] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(e store.Entry) bool { return !in[e.ID] })
}

// mostValues is the number of values that are told.
const mostValues = 8

// values counts the values that documents have in the condition's field, the
// commonest first. Fields in which each document has its own are not told.
func (c docCondition) values(all []store.Entry) []ValueCount {
	at := map[string]int{}
	for _, e := range all {
		if v := valueIn(e, c.field); v != "" {
			at[v]++
		}
	}
	var out []ValueCount
	for v, n := range at {
		out = append(out, ValueCount{v, n})
	}
	slices.SortFunc(out, func(a, b ValueCount) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), strings.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), mostValues)]
}

// valueIn is a document's value in a field that many documents share; of dates
// the year.
func valueIn(e store.Entry, field string) string {
	if v, ok := e.Attributes[field]; ok {
		return v
	}
	year := func(date string) string { return date[:min(4, len(date))] }
	switch field {
	case query.FieldType:
		return e.Meta.Type
	case query.FieldLanguage:
		return e.Meta.Language
	case query.FieldJurisdiction:
		return e.Meta.Jurisdiction
	case query.FieldBody:
		return e.Meta.Body
	case query.FieldDate, "year":
		return year(e.Meta.Date)
	case query.FieldEdition:
		return year(e.Meta.Edition)
	}
	return ""
}
