package figures

import (
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

// An Indicator is a number that reports state.
type Indicator struct {
	ID      string
	Name    string
	Unit    string   // what it counts: «заседание», «тенге», «%»
	Any     []string // patterns
	Not     []string // a sentence or row in which one of these stands states nothing
	Choose  Choice
	Percent bool // a per cent is wanted, not a count: the unit is %

	any []pattern
	not []*query.Query
}

// A Choice is the rule by which one number is chosen among those that a
// document states.
type Choice string

// The rules.
const (
	ChooseTotal Choice = ""      // the one that says it is the total, else the first
	ChooseFirst Choice = "first" // in the order of the document
	ChooseLast  Choice = "last"
	ChooseMost  Choice = "most" // the greatest
	ChooseSum   Choice = "sum"  // of all: for reports that state their parts
)

var choices = map[string]Choice{"": ChooseTotal, "всего": ChooseTotal, "total": ChooseTotal, "первое": ChooseFirst, "first": ChooseFirst,
	"последнее": ChooseLast, "last": ChooseLast, "наибольшее": ChooseMost, "most": ChooseMost, "сумма": ChooseSum, "sum": ChooseSum}

// A Set is the indicators of a codebook.
type Set struct {
	Name       string
	Version    string
	Indicators []*Indicator
	File       string // as given to Load
	SHA256     string
}

// An Error is a fault in the indicators of a codebook, where it stands.
//
// Codes: encoding (not UTF-8); yaml (the message); no-indicators; id (missing, or the doubled
// one); no-patterns (the id); value (key, value); slot (the pattern: it has more than
// one place for a number, or nothing else); pattern, with the cause, a *query.SyntaxError, in Err.
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
	at := n.GetToken().Position
	t.line, t.column = at.Line, at.Column
	switch n := n.(type) {
	case *ast.StringNode:
		t.s = n.Value
	case *ast.LiteralNode:
		t.s = strings.TrimSpace(n.Value.Value)
	case *ast.NullNode:
	case ast.ScalarNode:
		t.s = n.GetToken().Value
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.StringType, Token: n.GetToken()}
	}
	return nil
}

// texts is a list of scalars, or a scalar alone.
type texts []text

func (ts *texts) UnmarshalYAML(n ast.Node) error {
	nodes := []ast.Node{n}
	if s, ok := n.(*ast.SequenceNode); ok {
		nodes = s.Values
	}
	for _, n := range nodes {
		var t text
		if err := t.UnmarshalYAML(n); err != nil {
			return err
		}
		if t.s != "" {
			*ts = append(*ts, t)
		}
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

// fileSet is what is read of a codebook; its other parts are package content's.
type fileSet struct {
	Codebook   text             `yaml:"codebook"`
	Version    text             `yaml:"version"`
	Language   text             `yaml:"language"`
	Indicators []*fileIndicator `yaml:"indicators"`
}

type fileIndicator struct {
	ID     text  `yaml:"id"`
	Name   text  `yaml:"name"`
	Unit   text  `yaml:"unit"`
	Any    texts `yaml:"any"`
	Not    texts `yaml:"not"`
	Choose text  `yaml:"choose"`
}

// Load reads the indicators of a codebook in YAML. name is used in errors and in
// the record of a run. All errors are of type *Error.
func Load(name string, data []byte) (*Set, error) {
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	if !utf8.Valid(data) {
		return nil, &Error{File: name, Code: "encoding"}
	}
	var f fileSet
	if err := unmarshal(data, &f); err != nil {
		return nil, yamlError(name, err)
	}
	sum := sha256.Sum256(data)
	l := loader{name: name, language: f.Language.s}
	s := &Set{Name: f.Codebook.s, Version: f.Version.s, File: name, SHA256: hex.EncodeToString(sum[:])}
	for _, fi := range f.Indicators {
		if fi != nil {
			s.Indicators = append(s.Indicators, l.indicator(fi, s.Indicators))
		}
	}
	if len(s.Indicators) == 0 {
		l.fail(text{line: 1, column: 1}, "no-indicators")
	}
	if l.err != nil {
		return nil, l.err
	}
	return s, nil
}

// unmarshal reads YAML. The library panics on some malformed files; that is the
// file's fault, not the program's.
func unmarshal(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return yaml.Unmarshal(data, to)
}

func yamlError(name string, err error) *Error {
	e := &Error{File: name, Code: "yaml", Args: []string{err.Error()}, Err: err}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Args, e.Err = []string{y.GetMessage()}, nil
		if tok := y.GetToken(); tok != nil && tok.Position != nil {
			e.Line, e.Column = tok.Position.Line, tok.Position.Column
		}
	}
	return e
}

// loader makes indicators of what the file says, and keeps the first fault.
type loader struct {
	name, language string
	err            error
}

func (l *loader) fail(at text, code string, args ...string) {
	if l.err == nil {
		l.err = &Error{File: l.name, Line: at.line, Column: at.column, Code: code, Args: args}
	}
}

func (l *loader) indicator(f *fileIndicator, before []*Indicator) *Indicator {
	in := &Indicator{ID: f.ID.s, Name: f.Name.s, Unit: f.Unit.s, Any: f.Any.strings(), Not: f.Not.strings(), Percent: f.Unit.s == "%"}
	if in.Name == "" {
		in.Name = in.ID
	}
	switch {
	case in.ID == "":
		at := f.Name
		if at.line == 0 && len(f.Any) > 0 {
			at = f.Any[0]
		}
		l.fail(at, "id")
	case slices.ContainsFunc(before, func(b *Indicator) bool { return b.ID == in.ID }):
		l.fail(f.ID, "id", in.ID)
	case len(f.Any) == 0:
		l.fail(f.ID, "no-patterns", in.ID)
	}
	choose, ok := choices[f.Choose.s]
	if !ok {
		l.fail(f.Choose, "value", "choose", f.Choose.s)
	}
	in.Choose = choose
	for _, t := range f.Any {
		in.any = append(in.any, l.pattern(t))
	}
	for _, t := range f.Not {
		in.not = append(in.not, l.query(t, t.s))
	}
	return in
}

// query parses a pattern. written is what the user wrote at t.
func (l *loader) query(t text, pattern string) *query.Query {
	q, err := query.ParsePattern(pattern, l.language, nil)
	if err != nil {
		if l.err == nil {
			l.err = &Error{File: l.name, Line: t.line, Column: t.column, Code: "pattern", Args: []string{t.s}, Err: err}
		}
		return &query.Query{}
	}
	return q
}
