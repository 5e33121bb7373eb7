package content

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"svod/corpus/query"
)

// A Codebook is a set of categories and how they are counted.
type Codebook struct {
	Name       string
	Version    string
	Language   string // ru, kk, auto
	Unit       Unit
	Measure    Measure
	Nested     Nested
	Skip       []Skip
	Sets       map[string][]string
	Categories []*Category
	Variables  []Variable

	File   string // as given to Load
	SHA256 string
}

// title is the name, or that of the file.
func (cb *Codebook) title() string { return cmp.Or(cb.Name, cb.File) }

// A Category is what one looks for: patterns, of which any makes it.
type Category struct {
	ID         string
	Name       string
	Definition string
	Include    []string // examples of what belongs to it
	Exclude    []string // and of what doesn't
	Tone       string   // "+", "-", "0" or empty
	Any        []string // patterns
	Not        []string // a match that shares a word with one of these is none
	Require    []string // all must occur in Scope too
	Scope      query.Scope
	Children   []*Category

	Level int // of the hierarchy, 0 outermost

	own   *query.Query   // of the category's patterns, nil if it has none
	query *query.Query   // with its children's
	any   []*query.Query // of each pattern
}

// Query returns what finds the category, its children included.
func (c *Category) Query() *query.Query { return c.query }

// A Variable is a question of the coding form, which people answer.
type Variable struct {
	ID      string            `yaml:"id"`
	Name    string            `yaml:"name"`
	Type    string            `yaml:"type"`
	Values  map[string]string `yaml:"values"`
	Missing string            `yaml:"missing"`
}

// A Measure is the unit of count: what a number in a table counts.
type Measure string

// The measures.
const (
	Presence    Measure = "presence" // units in which the category occurs
	Occurrences Measure = "occurrences"
	Words       Measure = "words" // matched words
)

// Nested says what of overlapping matches counts.
type Nested string

// The rules.
const (
	Longest Nested = "longest"
	All     Nested = "all"
)

// An Error is a fault of a codebook, where it stands.
//
// Codes: encoding (not UTF-8); yaml (the message); field (the unknown key); value (key, value); id
// (missing or the doubled one); no-categories; cycle (the chain of ids); pattern, with
// the cause, a *query.SyntaxError, in Err.
type Error struct {
	File         string
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
	Err          error
}

func (e *Error) Error() string {
	s := fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Code)
	if len(e.Args) > 0 {
		s += ": " + strings.Join(e.Args, ", ")
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// text is a scalar of the file and where it stands.
type text struct {
	s            string
	line, column int
}

func (t *text) UnmarshalYAML(n ast.Node) error {
	tok := n.GetToken()
	t.line, t.column = tok.Position.Line, tok.Position.Column
	switch n := n.(type) {
	case *ast.StringNode:
		t.s = n.Value
		if q := tok.Origin; strings.HasPrefix(strings.TrimLeft(q, " \n"), `"`) || strings.HasPrefix(strings.TrimLeft(q, " \n"), "'") {
			t.column++
		}
	case *ast.LiteralNode:
		t.s = strings.TrimSpace(n.Value.Value)
	case *ast.NullNode:
	case ast.ScalarNode:
		t.s = tok.Value
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.StringType, Token: tok}
	}
	return nil
}

// texts is a list of scalars, or a scalar alone.
type texts []text

func (ts *texts) UnmarshalYAML(n ast.Node) error {
	nodes := []ast.Node{n}
	switch n := n.(type) {
	case *ast.SequenceNode:
		nodes = n.Values
	case *ast.NullNode:
		return nil
	}
	for _, n := range nodes {
		var t text
		if err := t.UnmarshalYAML(n); err != nil {
			return err
		}
		*ts = append(*ts, t)
	}
	return nil
}

func (ts texts) strings() []string {
	var ss []string
	for _, t := range ts {
		ss = append(ss, t.s)
	}
	return ss
}

type fileCodebook struct {
	Codebook   text             `yaml:"codebook"`
	Version    text             `yaml:"version"`
	Language   text             `yaml:"language"`
	Unit       text             `yaml:"unit"`
	Count      text             `yaml:"count"`
	Nested     text             `yaml:"nested"`
	Skip       texts            `yaml:"skip"`
	Sets       map[string]texts `yaml:"sets"`
	Categories []*fileCategory  `yaml:"categories"`
	Variables  []Variable       `yaml:"variables"`
}

type fileCategory struct {
	ID         text            `yaml:"id"`
	Name       text            `yaml:"name"`
	Definition text            `yaml:"definition"`
	Include    texts           `yaml:"include"`
	Exclude    texts           `yaml:"exclude"`
	Tone       text            `yaml:"tone"`
	Any        texts           `yaml:"any"`
	Not        texts           `yaml:"not"`
	Require    fileRequire     `yaml:"require"`
	Children   []*fileCategory `yaml:"children"`
}

type fileRequire struct {
	Scope text  `yaml:"scope"`
	All   texts `yaml:"all"`
}

// Load reads a codebook in YAML. name is used in errors and in the record of a
// run. All errors are of type *Error.
func Load(name string, data []byte) (*Codebook, error) {
	var f fileCodebook
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	if !utf8.Valid(data) {
		return nil, &Error{File: name, Code: "encoding"}
	}
	if err := unmarshal(data, &f); err != nil {
		return nil, yamlError(name, err)
	}
	sum := sha256.Sum256(data)
	cb := &Codebook{
		Name: f.Codebook.s, Version: f.Version.s, Language: f.Language.s, Sets: map[string][]string{},
		Variables: f.Variables, File: name, SHA256: hex.EncodeToString(sum[:]),
		Unit: UnitClause, Measure: Presence, Nested: Longest,
	}
	l := loader{name: name, cb: cb, byID: map[string]*compiling{}, sets: map[string]*query.Query{}}
	l.head(&f)
	for _, s := range sortedKeys(f.Sets) {
		l.set(s, f.Sets[s])
	}
	cb.Categories = l.categories(f.Categories, 0)
	if l.err == nil && len(cb.Categories) == 0 {
		l.fail(text{line: 1, column: 1}, "no-categories")
	}
	for c := range cb.All() {
		l.compile(c.ID)
	}
	if l.err != nil {
		return nil, l.err
	}
	return cb, nil
}

// unmarshal reads YAML. The library panics on some malformed files, as on a
// tag without a value; that is the file's fault, not the program's.
func unmarshal(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return yaml.UnmarshalWithOptions(data, to, yaml.Strict())
}

// All yields the categories, parents before their children.
func (cb *Codebook) All() func(yield func(*Category) bool) {
	return func(yield func(*Category) bool) {
		var walk func(cs []*Category) bool
		walk = func(cs []*Category) bool {
			for _, c := range cs {
				if !yield(c) || !walk(c.Children) {
					return false
				}
			}
			return true
		}
		walk(cb.Categories)
	}
}

func yamlError(name string, err error) *Error {
	e := &Error{File: name, Code: "yaml", Args: []string{err.Error()}, Err: err}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Args, e.Err = []string{y.GetMessage()}, nil
		if tok := y.GetToken(); tok != nil && tok.Position != nil {
			e.Line, e.Column = tok.Position.Line, tok.Position.Column
			var unknown *yaml.UnknownFieldError
			if errors.As(err, &unknown) {
				e.Code, e.Args = "field", []string{tok.Value}
			}
		}
	}
	return e
}

// loader turns the file into a codebook, and keeps the first fault.
type loader struct {
	name string
	cb   *Codebook
	byID map[string]*compiling
	sets map[string]*query.Query
	err  error
}

// compiling is a category on its way to a query; busy finds circles.
type compiling struct {
	file *fileCategory
	c    *Category
	busy bool
}

func (l *loader) fail(at text, code string, args ...string) {
	if l.err == nil {
		l.err = &Error{File: l.name, Line: at.line, Column: at.column, Code: code, Args: args}
	}
}

// head reads what stands above the categories.
func (l *loader) head(f *fileCodebook) {
	if !slices.Contains([]string{"", "auto", "ru", "kk", "en"}, f.Language.s) {
		l.fail(f.Language, "value", "language", f.Language.s)
	}
	if f.Unit.s != "" {
		u, ok := ParseUnit(f.Unit.s)
		if !ok {
			l.fail(f.Unit, "value", "unit", f.Unit.s)
		}
		l.cb.Unit = u
	}
	pick(l, f.Count, "count", &l.cb.Measure, map[string]Measure{
		"наличие": Presence, "presence": Presence, "вхождения": Occurrences, "упоминания": Occurrences, "occurrences": Occurrences,
		"слова": Words, "words": Words})
	pick(l, f.Nested, "nested", &l.cb.Nested, map[string]Nested{"longest": Longest, "all": All, "длиннейшее": Longest, "все": All})
	for _, t := range f.Skip {
		s, ok := skips[t.s]
		if !ok {
			l.fail(t, "value", "skip", t.s)
		}
		l.cb.Skip = append(l.cb.Skip, s)
	}
}

// pick sets a value from the words that a file may use for it.
func pick[T any](l *loader, t text, key string, to *T, from map[string]T) {
	if t.s == "" {
		return
	}
	v, ok := from[t.s]
	if !ok {
		l.fail(t, "value", key, t.s)
		return
	}
	*to = v
}

func (l *loader) set(name string, ts texts) {
	l.cb.Sets[name] = ts.strings()
	var qs []*query.Query
	for _, t := range ts {
		qs = append(qs, l.pattern(t, nil))
	}
	l.sets[name] = query.Any(qs...)
}

var scopes = map[string]query.Scope{
	"предложение": query.ScopeSentence, "sentence": query.ScopeSentence,
	"пункт": query.ScopeClause, "clause": query.ScopeClause,
	"статья": query.ScopeText, "article": query.ScopeText,
}

func (l *loader) categories(fs []*fileCategory, level int) []*Category {
	var cs []*Category
	for _, f := range fs {
		if f == nil {
			continue
		}
		c := &Category{
			ID: f.ID.s, Name: f.Name.s, Definition: f.Definition.s, Include: f.Include.strings(), Exclude: f.Exclude.strings(),
			Tone: f.Tone.s, Any: f.Any.strings(), Not: f.Not.strings(), Require: f.Require.All.strings(), Scope: query.ScopeClause, Level: level,
		}
		if c.Name == "" {
			c.Name = c.ID
		}
		switch {
		case c.ID == "":
			at := f.Name
			if at.line == 0 && len(f.Any) > 0 {
				at = f.Any[0]
			}
			l.fail(at, "id")
		case l.byID[c.ID] != nil:
			l.fail(f.ID, "id", c.ID)
		}
		if !slices.Contains([]string{"", "+", "-", "0"}, c.Tone) {
			l.fail(f.Tone, "value", "tone", c.Tone)
		}
		pick(l, f.Require.Scope, "scope", &c.Scope, scopes)
		l.byID[c.ID] = &compiling{file: f, c: c}
		c.Children = l.categories(f.Children, level+1)
		cs = append(cs, c)
	}
	return cs
}

// compile makes the query of a category.
func (l *loader) compile(id string) *query.Query {
	m := l.byID[id]
	if m == nil || l.err != nil {
		return nil
	}
	if m.c.query != nil {
		return m.c.query
	}
	if m.busy {
		l.fail(m.file.ID, "cycle", id)
		return nil
	}
	m.busy = true
	defer func() { m.busy = false }()
	c := m.c
	patterns := func(ts texts) []*query.Query {
		var qs []*query.Query
		for _, t := range ts {
			qs = append(qs, l.pattern(t, l.resolve))
		}
		return qs
	}
	if c.any = patterns(m.file.Any); len(c.any) > 0 {
		c.own = query.Requiring(query.Without(query.Any(c.any...), patterns(m.file.Not)...), c.Scope, patterns(m.file.Require.All)...)
	}
	both := []*query.Query{c.own}
	for _, child := range c.Children {
		both = append(both, l.compile(child.ID))
	}
	c.query = query.Any(both...)
	return c.query
}

// resolve finds sets and categories by name.
func (l *loader) resolve(ref string) (*query.Query, error) {
	if name, ok := strings.CutPrefix(ref, "@"); ok {
		return l.sets[name], nil
	}
	return l.compile(strings.TrimPrefix(ref, "#")), nil
}

func (l *loader) pattern(t text, resolve query.Resolver) *query.Query {
	if l.err != nil {
		return &query.Query{}
	}
	q, err := query.ParsePattern(t.s, l.cb.Language, resolve)
	if err != nil && l.err == nil {
		e := &Error{File: l.name, Line: t.line, Column: t.column, Code: "pattern", Args: []string{t.s}, Err: err}
		var se *query.SyntaxError
		if errors.As(err, &se) && se.Offset <= len(t.s) {
			e.Column += utf8.RuneCountInString(t.s[:se.Offset])
		}
		l.err = e
	}
	if q == nil {
		q = &query.Query{}
	}
	return q
}

func sortedKeys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
