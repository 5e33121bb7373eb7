package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/compare/table"
	"svod/corpus"
)

// KindOfCouncil is the attribute whose values are never summed: public councils
// (общественные советы) and the councils for interaction with NGOs are bodies
// of two kinds, and a sum of both is a number of nothing.
const KindOfCouncil = "вид_совета"

// A part is documents whose numbers may be added up: all, or those of one kind
// of councils.
type part struct {
	name   string // the kind, "" when there is one part
	groups []int  // places among the groups
	docs   []int  // places among the documents that were counted
	base   Group
}

// isKindOfCouncil recognises the attribute however it is spaced.
func isKindOfCouncil(key string) bool {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(key)) == KindOfCouncil
}

// keepApart decides whether there are kinds of councils that must not be
// summed. If nobody has asked to group by them, they are grouped by.
func (c *Counts) keepApart() {
	kinds := map[string]bool{}
	for _, d := range c.tallied {
		if k := Attribute(d.doc, KindOfCouncil); k != "" {
			kinds[k] = true
		}
	}
	if len(kinds) < 2 {
		return
	}
	c.apart = true
	if !slices.ContainsFunc(c.By, isKindOfCouncil) {
		c.By = append([]string{KindOfCouncil}, c.By...)
		c.auto = true
	}
}

// split makes the parts of the groups.
func (c *Counts) split() {
	at := map[string]int{}
	axis := slices.IndexFunc(c.By, isKindOfCouncil)
	for i, g := range c.Groups {
		name := ""
		if c.apart {
			name = g.Values[axis]
		}
		if _, ok := at[name]; !ok {
			at[name] = len(c.parts)
			c.parts = append(c.parts, part{name: name})
		}
		p := &c.parts[at[name]]
		p.groups = append(p.groups, i)
		p.base.Documents += g.Documents
		p.base.Units += g.Units
		p.base.Words += g.Words
	}
	of := make([]int, len(c.Groups))
	for i, p := range c.parts {
		for _, g := range p.groups {
			of[g] = i
		}
	}
	for i, d := range c.tallied {
		p := &c.parts[of[d.group]]
		p.docs = append(p.docs, i)
	}
}

// compared are the groups that are set side by side: those of each part, or of
// all where the kinds of councils themselves are compared, as somebody asked.
func (c *Counts) compared() []part {
	if !c.apart || c.auto || len(c.By) > 1 {
		return c.parts
	}
	whole := part{}
	for _, p := range c.parts {
		whole.groups = append(whole.groups, p.groups...)
		whole.docs = append(whole.docs, p.docs...)
	}
	slices.Sort(whole.docs)
	return []part{whole}
}

// kind says of what type the documents of a part are, "" if of several.
func (c *Counts) kind(p part) string {
	kind := ""
	for i, at := range p.docs {
		t := cmp.Or(c.tallied[at].doc.Meta.Type, "other")
		if i > 0 && t != kind {
			return ""
		}
		kind = t
	}
	return kind
}

// KindsApart makes a report of documents, or, where there are several kinds of
// councils among them, one after the other of each kind: their words are never
// summed.
func KindsApart(docs []*corpus.Document, lang string, report func([]*corpus.Document) *table.Report) *table.Report {
	kinds := Kinds(docs)
	if len(kinds) < 2 {
		return report(docs)
	}
	_, lang = wordPhrasesOf(lang, docs)
	t := countTemplate(lang)
	var whole *table.Report
	var data []any
	for _, kind := range append(kinds, Missing) {
		var some []*corpus.Document
		for _, d := range docs {
			if Attribute(d, KindOfCouncil) == kind {
				some = append(some, d)
			}
		}
		if len(some) == 0 {
			continue
		}
		name := cmp.Or(kind, t.NoValue)
		r := report(some)
		data = append(data, map[string]any{KindOfCouncil: kind, "result": r.Data})
		if whole == nil {
			whole = &table.Report{Title: r.Title, Language: r.Language, Blocks: []table.Block{table.Para(t.Apart)}}
		}
		whole.Blocks = append(append(whole.Blocks, table.Heading(2, with(t.Kind, name))), r.Blocks...)
	}
	whole.Data = map[string]any{"apart": data}
	return whole
}

// Kinds are the kinds of councils that documents are of.
func Kinds(docs []*corpus.Document) []string {
	var out []string
	for _, d := range docs {
		if k := Attribute(d, KindOfCouncil); k != Missing && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}
