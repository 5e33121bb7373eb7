package content

import (
	"cmp"

	"svod/corpus/query"
)

// Programs for coding by hand have a name, a description and a colour of a
// category, and nothing of the rest. What they have no place for goes into
// their descriptions, as YAML, and comes back from there.

// Notes returns the ID of a category, its examples, tone and patterns as YAML.
func (c *Category) Notes() string {
	p := &yamlPrinter{}
	p.field(0, "id", c.ID)
	p.coding(0, c)
	return p.b.String()
}

// ReadNotes fills a category with what Notes returned. Patterns are not looked
// into.
func (c *Category) ReadNotes(notes string) error {
	f := &fileCategory{}
	if err := unmarshal(c.Name, []byte(notes), f); err != nil {
		return err
	}
	l := loader{cb: &Codebook{file: &fileCodebook{}}}
	c.ID, c.Include, c.Exclude = cmp.Or(f.ID.S, c.ID), f.Include.Strings(), f.Exclude.Strings()
	c.Any, c.Not, c.Require, c.Scope, c.file = f.Any.Strings(), f.Not.Strings(), f.Require.All.Strings(), query.ScopeClause, f
	pick(&l, f.Tone, "tone", &c.Tone, tones)
	pick(&l, f.Require.Scope, "scope", &c.Scope, scopes)
	l.weights(c)
	return l.err()
}

// Head returns all of a codebook but its categories as YAML.
func (cb *Codebook) Head() string {
	head := *cb
	head.Categories = nil
	return string(head.YAML())
}

// ReadHead returns a codebook without categories of what Head returned. Sets and
// variables are not looked into.
func ReadHead(head string) (*Codebook, error) {
	f, err := readYAML("", []byte(head))
	if err != nil {
		return nil, err
	}
	cb := &Codebook{Name: f.Codebook.S, Version: f.Version.S, Sets: map[string][]string{}, file: f,
		Unit: UnitClause, Measure: Presence, Nested: Longest}
	l := loader{cb: cb}
	l.head(f)
	for _, s := range f.Sets {
		cb.Sets[s.name.S] = s.members.Strings()
	}
	l.variables(f.Variables, false)
	if f.Indicators != nil {
		cb.Indicators = unindent(f.Indicators.String())
	}
	return cb, l.err()
}

// A Pattern is a pattern of a category as the file has it.
type Pattern struct {
	Text         string
	Query        *query.Query
	Line, Column int // from 1, 0 unknown
}

// Patterns returns the patterns of the category itself, without its children's.
func (c *Category) Patterns() []Pattern {
	out := make([]Pattern, len(c.any))
	for i, t := range c.file.Any {
		out[i] = Pattern{t.S, c.any[i], t.Line, t.Column}
	}
	return out
}
