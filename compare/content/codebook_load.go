package content

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus/query"
)

// Load reads a codebook in YAML. name is used in errors and in the record of a
// run. All errors are of type *Error; Faults returns them.
func Load(name string, data []byte) (*Codebook, error) {
	f, err := readYAML(name, data)
	if err != nil {
		return nil, err
	}
	return build(name, data, f)
}

// build makes a codebook of what stands in the file.
func build(name string, data []byte, f *fileCodebook) (*Codebook, error) {
	sum := sha256.Sum256([]byte(strings.TrimPrefix(string(data), "\ufeff")))
	cb := &Codebook{
		Name: f.Codebook.S, Version: f.Version.S, Language: f.Language.S, Sets: map[string][]string{},
		File: name, SHA256: hex.EncodeToString(sum[:]), file: f,
		Unit: UnitClause, Measure: Presence, Nested: Longest,
	}
	l := loader{name: name, cb: cb, byID: map[string]*compiling{}, sets: map[string]*query.Query{}}
	l.head(f)
	for _, s := range f.Sets {
		l.set(s)
	}
	cb.Categories = l.categories(f.Categories, 0)
	if len(l.errs) == 0 && len(cb.Categories) == 0 {
		l.fail(text{Line: 1, Column: 1}, "no-categories")
	}
	for c := range cb.All() {
		l.compile(c.ID)
	}
	l.variables(f.Variables, true)
	if f.Indicators != nil {
		cb.Indicators = unindent(f.Indicators.String())
	}
	if err := l.err(); err != nil {
		return nil, err
	}
	return cb, nil
}

// unindent takes from each line of a block the indent of the first.
func unindent(s string) string {
	s = strings.Trim(s, "\n")
	indent := s[:len(s)-len(strings.TrimLeft(s, " "))]
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(lines[i], indent), " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// loader turns the file into a codebook, and gathers its faults.
type loader struct {
	name string
	cb   *Codebook
	byID map[string]*compiling
	sets map[string]*query.Query
	path []string // the IDs of categories that are being compiled
	errs []*Error
}

// compiling is a category on its way to a query.
type compiling struct {
	file *fileCategory
	c    *Category
}

func (l *loader) fail(at text, code string, args ...string) *Error {
	e := &Error{File: l.name, Line: at.Line, Column: at.Column, Sheet: l.cb.file.sheet, Code: code, Args: args}
	l.errs = append(l.errs, e)
	return e
}

// err is the faults in the order of the file.
func (l *loader) err() error {
	slices.SortStableFunc(l.errs, func(a, b *Error) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) })
	switch len(l.errs) {
	case 0:
		return nil
	case 1:
		return l.errs[0]
	}
	errs := make([]error, len(l.errs))
	for i, e := range l.errs {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// head reads what stands above the categories.
func (l *loader) head(f *fileCodebook) {
	pick(l, f.Language, "language", &l.cb.Language, languages)
	if f.Unit.S != "" {
		u, ok := ParseUnit(f.Unit.S)
		if !ok {
			l.fail(f.Unit, "value", "unit", f.Unit.S).Known = sortedKeys(units)
		}
		l.cb.Unit = u
	}
	pick(l, f.Count, "count", &l.cb.Measure, measures)
	pick(l, f.Nested, "nested", &l.cb.Nested, nestings)
	for _, t := range f.Skip {
		var s Skip
		if pick(l, t, "skip", &s, skips); s != "" {
			l.cb.Skip = append(l.cb.Skip, s)
		}
	}
}

// pick sets a value from the words that a file may use for it.
func pick[T any](l *loader, t text, key string, to *T, from map[string]T) {
	if t.S == "" {
		return
	}
	v, ok := from[t.S]
	if !ok {
		l.fail(t, "value", key, t.S).Known = sortedKeys(from)
		return
	}
	*to = v
}

func (l *loader) set(s fileSet) {
	l.cb.Sets[s.name.S] = s.members.Strings()
	var qs []*query.Query
	for _, t := range s.members {
		qs = append(qs, l.pattern(t, nil))
	}
	l.sets[s.name.S] = query.Any(qs...)
}

var scopes = map[string]query.Scope{
	"предложение": query.ScopeSentence, "sentence": query.ScopeSentence,
	"пункт": query.ScopeClause, "clause": query.ScopeClause,
	"статья": query.ScopeText, "article": query.ScopeText,
}

var (
	yesNo = map[string]bool{"true": true, "да": true, "yes": true, "false": false, "нет": false, "no": false}
	color = lazy.New(`^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`)
	guid  = lazy.New(`^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)
)

func (l *loader) categories(fs []*fileCategory, level int) []*Category {
	var cs []*Category
	for _, f := range fs {
		if f == nil {
			continue
		}
		c := &Category{
			ID: f.ID.S, Name: f.Name.S, Definition: f.Definition.S, Include: f.Include.Strings(), Exclude: f.Exclude.Strings(),
			Any: f.Any.Strings(), Not: f.Not.Strings(), Require: f.Require.All.Strings(), Scope: query.ScopeClause, Level: level,
			Color: f.Color.S, GUID: f.GUID.S, file: f,
		}
		if c.Name == "" {
			c.Name = c.ID
		}
		switch {
		case c.ID == "":
			l.fail(f.at(), "id")
		case l.byID[c.ID] != nil:
			l.fail(f.ID, "id", c.ID)
		default:
			l.byID[c.ID] = &compiling{file: f, c: c}
		}
		pick(l, f.Tone, "tone", &c.Tone, tones)
		pick(l, f.Heading, "heading", &c.Heading, yesNo)
		pick(l, f.Require.Scope, "scope", &c.Scope, scopes)
		if c.Color != "" && !color.MatchString(c.Color) {
			l.fail(f.Color, "value", "color", c.Color)
		}
		if c.GUID != "" && !guid.MatchString(c.GUID) {
			l.fail(f.GUID, "value", "guid", c.GUID)
		}
		l.weights(c)
		c.Children = l.categories(f.Children, level+1)
		cs = append(cs, c)
	}
	return cs
}

// at is where a category begins, as far as it is known.
func (f *fileCategory) at() text {
	for _, t := range append(texts{f.ID, f.Name, f.Definition}, f.Any...) {
		if t.Line > 0 {
			return t
		}
	}
	if len(f.Children) > 0 && f.Children[0] != nil {
		return f.Children[0].at()
	}
	return text{}
}

// weights reads what the category's patterns weigh elsewhere.
func (l *loader) weights(c *Category) {
	for _, p := range c.file.Weights {
		w, err := strconv.ParseFloat(strings.Replace(p.Value.S, ",", ".", 1), 64)
		switch {
		case err != nil:
			l.fail(p.Value, "value", "weights", p.Value.S)
		case !slices.Contains(c.Any, p.Key.S):
			l.fail(p.Key, "value", "weights", p.Key.S).Known = c.Any
		default:
			if c.Weights == nil {
				c.Weights = map[string]float64{}
			}
			c.Weights[p.Key.S] = w
		}
	}
}

// variables reads the coding form; linked says that their categories are known.
func (l *loader) variables(fs []*fileVariable, linked bool) {
	seen := map[string]bool{}
	for _, f := range fs {
		if f == nil {
			continue
		}
		v := Variable{ID: f.ID.S, Name: cmp.Or(f.Name.S, f.ID.S), Definition: f.Definition.S, Missing: f.Missing.S,
			Category: strings.TrimPrefix(f.Category.S, "#")}
		if v.ID == "" {
			l.fail(f.Name, "variable")
		} else if seen[v.ID] {
			l.fail(f.ID, "variable", v.ID)
		}
		seen[v.ID] = true
		pick(l, f.Type, "type", &v.Type, variableTypes)
		for _, p := range f.Values {
			if v.Values == nil {
				v.Values = map[string]string{}
			}
			v.Values[p.Key.S] = p.Value.S
			v.Codes = append(v.Codes, p.Key.S)
		}
		if linked && v.Category != "" && l.byID[v.Category] == nil {
			l.fail(f.Category, "no-such-category", v.Category).Known = sortedKeys(l.byID)
		}
		l.cb.Variables = append(l.cb.Variables, v)
	}
}

// compile makes the query of a category.
func (l *loader) compile(id string) *query.Query {
	m := l.byID[id]
	if m == nil {
		return nil
	}
	if m.c.query != nil {
		return m.c.query
	}
	if i := slices.Index(l.path, id); i >= 0 {
		l.fail(m.file.ID, "cycle", append(slices.Clone(l.path[i:]), id)...)
		m.c.query = query.Any() // which finds nothing; and the circle is told once
		return m.c.query
	}
	l.path = append(l.path, id)
	defer func() { l.path = l.path[:len(l.path)-1] }()
	c := m.c
	patterns := func(ts texts) []*query.Query {
		var qs []*query.Query
		for _, t := range ts {
			qs = append(qs, l.pattern(t, l.resolve))
		}
		return qs
	}
	c.any, c.not, c.all = patterns(m.file.Any), patterns(m.file.Not), patterns(m.file.Require.All)
	if len(c.any) > 0 {
		c.own = query.Requiring(query.Without(query.Any(c.any...), c.not...), c.Scope, c.all...)
	}
	both := []*query.Query{c.own}
	for _, child := range c.Children {
		both = append(both, l.compile(child.ID))
	}
	if c.query == nil {
		c.query = query.Any(both...)
	}
	return c.query
}

// resolve finds sets and categories by name.
func (l *loader) resolve(ref string) (*query.Query, error) {
	if name, ok := strings.CutPrefix(ref, "@"); ok {
		return l.sets[name], nil
	}
	return l.compile(strings.TrimPrefix(ref, "#")), nil
}

// pattern reads one pattern; of a faulty one it returns what finds nothing.
func (l *loader) pattern(t text, resolve query.Resolver) *query.Query {
	if t.S == "" {
		l.fail(t, "empty-pattern")
		return query.Any()
	}
	if strings.ContainsFunc(t.S, unicode.IsControl) {
		l.fail(t, "control", strings.Map(visible, t.S))
		return query.Any()
	}
	q, err := query.ParsePattern(t.S, l.cb.Language, resolve)
	if err == nil {
		return q
	}
	e := l.fail(t, "pattern", t.S)
	e.Err = err
	var se *query.SyntaxError
	if errors.As(err, &se) {
		if se.Offset <= len(t.S) && !e.Sheet { // of a table, the cell is told
			e.Column += utf8.RuneCountInString(t.S[:se.Offset])
		}
		switch se.Code {
		case "no-set":
			e.Known = sortedKeys(l.sets)
		case "no-category":
			e.Known = sortedKeys(l.byID)
		}
	}
	return query.Any()
}

// visible shows a control character.
func visible(r rune) rune {
	if unicode.IsControl(r) {
		return '�'
	}
	return r
}

func sortedKeys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
