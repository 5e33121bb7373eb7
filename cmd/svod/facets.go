package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/corpus/store"
	"svod/index"
)

// A facet says how what was found is spread over the values of one key.
type facet struct {
	Key    string       `json:"key"`
	Values []facetValue `json:"values"`
}

// A facetValue is one value; "" is that of the documents that have none.
type facetValue struct {
	Value       string `json:"value"`
	Occurrences int    `json:"occurrences"`
	Units       int    `json:"units"`
	Documents   int    `json:"documents"`
}

// facetKeys are the keys that every document has, with what they are called.
var facetKeys = []struct{ key, ru, kk, en string }{
	{"type", "вид", "түрі", "type"},
	{"body", "орган", "орган", "body"},
	{"year", "год", "жылы", "year"},
	{"language", "язык", "тілі", "language"},
	{"edition", "редакция", "редакциясы", "edition"},
	{"jurisdiction", "страна", "ел", "jurisdiction"},
	{"document", "документ", "құжат", "document"},
}

// facetsOf counts what the options ask for, nil when they ask for nothing. It
// counts all that was found, not only what is shown.
func (e *env) facetsOf(c *cli.Context, tallies []index.Tally, entries []store.Entry) ([]facet, error) {
	keys, err := e.askedKeys(c, entries)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	byID := map[string]store.Entry{}
	for _, en := range entries {
		byID[en.ID] = en
	}
	facets := []facet{}
	for _, k := range keys {
		at := map[string]*facetValue{}
		for _, t := range tallies {
			v := facetOf(byID[t.Document], k)
			if at[v] == nil {
				at[v] = &facetValue{Value: v}
			}
			at[v].Occurrences += t.Occurrences
			at[v].Units += t.Units
			at[v].Documents++
		}
		f := facet{Key: k, Values: []facetValue{}}
		for _, v := range at {
			f.Values = append(f.Values, *v)
		}
		slices.SortFunc(f.Values, func(a, b facetValue) int {
			return cmp.Or(cmp.Compare(b.Units, a.Units), strings.Compare(a.Value, b.Value))
		})
		facets = append(facets, f)
	}
	return facets, nil
}

// askedKeys are the keys of --by; with --facets those that most people ask
// for, and all attributes.
func (e *env) askedKeys(c *cli.Context, entries []store.Entry) ([]string, error) {
	own := map[string]bool{}
	for _, en := range entries {
		for k := range en.Attributes {
			own[k] = true
		}
	}
	attributes := slices.Sorted(maps.Keys(own))
	var keys []string
	for _, by := range c.StringSlice("by") {
		for _, k := range strings.Split(by, ",") {
			key := strings.TrimSpace(k)
			for _, f := range facetKeys {
				if low := strings.ToLower(key); low == f.ru || low == f.kk || low == f.key {
					key = f.key
				}
			}
			known := own[key] || slices.ContainsFunc(facetKeys, func(f struct{ key, ru, kk, en string }) bool { return f.key == key })
			if !known {
				var names []string
				for _, f := range facetKeys {
					names = append(names, f.key)
				}
				names = append(names, attributes...)
				return nil, usage(e.tr("признака «%s» нет ни у одного документа", "no document has the key %q", key),
					e.meant(key, names)+e.tr("Есть: ", "There are: ")+join(names)+e.tr("; свои: svod set ДОК признак=значение", "; your own: svod set DOC key=value"))
			}
			keys = append(keys, key)
		}
	}
	if c.Bool("facets") {
		keys = append(append(keys, "type", "body", "year", "language"), attributes...)
	}
	var once []string
	for _, k := range keys {
		if !slices.Contains(once, k) {
			once = append(once, k)
		}
	}
	return once, nil
}

// facetOf is a document's value of a key. The year is that of the adoption,
// unless an attribute says another: that which a report is about.
func facetOf(en store.Entry, key string) string {
	switch key {
	case "year":
		if y := en.Attributes["year"]; y != "" {
			return y
		}
		return en.Meta.Date[:min(4, len(en.Meta.Date))]
	case "document":
		return en.ID
	}
	return value(en, key)
}

// mostFacets is how many values of a key a terminal shows.
const mostFacets = 20

// terminalFacet prints the values of one key, those with the most provisions.
func (e *env) terminalFacet(a *answer, f facet) {
	w := selectionWordsOf(e.lang)
	fmt.Fprintf(e.stdout, "%s\n", fill(w.By, w.key(f.Key)))
	shown := f.Values[:min(len(f.Values), mostFacets)]
	for _, v := range shown {
		s := a.facetName(w, f.Key, v.Value) + ": " + e.tr("упоминаний: %d, норм: %d", "occurrences: %d, provisions: %d", v.Occurrences, v.Units)
		if f.Key != "document" {
			s += e.tr(", документов: %d", ", documents: %d", v.Documents)
		}
		for i, l := range wrap(s, e.width()-6) {
			fmt.Fprintf(e.stdout, "   %s%s\n", strings.Repeat(" ", 3*min(i, 1)), l)
		}
	}
	if left := len(f.Values) - len(shown); left > 0 {
		fmt.Fprintf(e.stdout, "   %s\n", e.tr("… ещё значений: %d; все – в файле: -o ФАЙЛ", "… %d values more; all are in a file: -o FILE", left))
	}
	fmt.Fprintln(e.stdout)
}
