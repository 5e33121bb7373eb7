package content

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"svod/corpus"
)

// Missing is the name of the group of documents that have no value of the
// attribute.
const Missing = ""

// group puts the documents into groups: each alone, or by their attributes.
func (c *Counts) group() {
	at := map[string]int{}
	of := make([]string, len(c.tallied)) // names of the documents' groups
	for i, d := range c.tallied {
		g := Group{Name: d.doc.ID, Title: d.name}
		if len(c.By) > 0 {
			for _, key := range c.By {
				g.Values = append(g.Values, Attribute(d.doc, key))
			}
			g.Name = strings.Join(g.Values, between)
			g.Title = g.Name
		}
		if of[i] = g.Name; at[g.Name] == 0 {
			c.Groups = append(c.Groups, g)
			at[g.Name] = len(c.Groups)
		}
	}
	if len(c.By) > 0 {
		slices.SortStableFunc(c.Groups, func(a, b Group) int { return slices.CompareFunc(a.Values, b.Values, compareValues) })
	}
	for i, g := range c.Groups {
		at[g.Name] = i
	}
	c.members = make([][]int, len(c.Groups))
	for i := range c.tallied {
		d := &c.tallied[i]
		d.group = at[of[i]]
		c.members[d.group] = append(c.members[d.group], i)
		g := &c.Groups[d.group]
		g.Documents++
		g.Units += d.Units
		g.Words += d.Words
	}
}

// between stands between the values of several attributes.
const between = "; "

// compareValues orders the values of an attribute; documents without one come
// last.
func compareValues(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == Missing:
		return 1
	case b == Missing:
		return -1
	}
	return cmp.Compare(a, b)
}

// Attribute returns what the user or the document itself says under a name:
// an attribute, else тип, язык, год, орган, юрисдикция from its meta data.
func Attribute(d *corpus.Document, name string) string {
	if v, ok := d.Attributes[name]; ok {
		return v
	}
	for _, key := range slices.Sorted(maps.Keys(d.Attributes)) { // вид-совета, год for year
		if isKindOfCouncil(name) && isKindOfCouncil(key) || isYear(name) && isYear(key) {
			return d.Attributes[key]
		}
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
	}
	if isYear(name) && len(d.Meta.Date) >= 4 {
		return d.Meta.Date[:4]
	}
	return Missing
}

func isYear(name string) bool {
	name = strings.ToLower(name)
	return name == "год" || name == "year"
}

// GroupsBy puts documents into groups by an attribute. Those without a value are
// in none.
func GroupsBy(docs []*corpus.Document, key string) (names []string, groups [][]*corpus.Document) {
	of := map[string][]*corpus.Document{}
	for _, d := range docs {
		v := Attribute(d, key)
		if v == Missing {
			continue
		}
		if of[v] == nil {
			names = append(names, v)
		}
		of[v] = append(of[v], d)
	}
	slices.SortFunc(names, compareValues)
	for _, n := range names {
		groups = append(groups, of[n])
	}
	return names, groups
}
