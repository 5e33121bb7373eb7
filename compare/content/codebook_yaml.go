package content

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

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

// pairs is a mapping of scalars in the order of the file.
type pairs []pair

type pair struct{ key, value text }

func (ps *pairs) UnmarshalYAML(n ast.Node) error {
	var nodes []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		nodes = n.Values
	case *ast.MappingValueNode:
		nodes = []*ast.MappingValueNode{n}
	case *ast.NullNode:
		return nil
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.MappingType, Token: n.GetToken()}
	}
	for _, n := range nodes {
		var p pair
		tok := n.Key.GetToken()
		p.key = text{tok.Value, tok.Position.Line, tok.Position.Column}
		if err := p.value.UnmarshalYAML(n.Value); err != nil {
			return err
		}
		*ps = append(*ps, p)
	}
	return nil
}

// The file as it is written: a codebook before anything is looked up.
type fileCodebook struct {
	Codebook   text            `yaml:"codebook"`
	Version    text            `yaml:"version"`
	Language   text            `yaml:"language"`
	Unit       text            `yaml:"unit"`
	Count      text            `yaml:"count"`
	Nested     text            `yaml:"nested"`
	Skip       texts           `yaml:"skip"`
	Sets       fileSets        `yaml:"sets"`
	Categories []*fileCategory `yaml:"categories"`
	Variables  []*fileVariable `yaml:"variables"`
	Indicators ast.Node        `yaml:"indicators"` // numbers drawn from reports: package figures reads them

	sheet bool // it is a table
}

// fileSets is the sets in the order of the file.
type fileSets []fileSet

type fileSet struct {
	name    text
	members texts
}

func (ss *fileSets) UnmarshalYAML(n ast.Node) error {
	var nodes []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		nodes = n.Values
	case *ast.MappingValueNode:
		nodes = []*ast.MappingValueNode{n}
	case *ast.NullNode:
		return nil
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.MappingType, Token: n.GetToken()}
	}
	for _, n := range nodes {
		tok := n.Key.GetToken()
		s := fileSet{name: text{tok.Value, tok.Position.Line, tok.Position.Column}}
		if err := s.members.UnmarshalYAML(n.Value); err != nil {
			return err
		}
		*ss = append(*ss, s)
	}
	return nil
}

type fileCategory struct {
	ID         text            `yaml:"id"`
	Name       text            `yaml:"name"`
	Definition text            `yaml:"definition"`
	Include    texts           `yaml:"include"`
	Exclude    texts           `yaml:"exclude"`
	Tone       text            `yaml:"tone"`
	Heading    text            `yaml:"heading"`
	Color      text            `yaml:"color"`
	GUID       text            `yaml:"guid"`
	Any        texts           `yaml:"any"`
	Weights    pairs           `yaml:"weights"`
	Not        texts           `yaml:"not"`
	Require    fileRequire     `yaml:"require"`
	Children   []*fileCategory `yaml:"children"`
}

type fileRequire struct {
	Scope text  `yaml:"scope"`
	All   texts `yaml:"all"`
}

type fileVariable struct {
	ID         text  `yaml:"id"`
	Name       text  `yaml:"name"`
	Definition text  `yaml:"definition"`
	Type       text  `yaml:"type"`
	Values     pairs `yaml:"values"`
	Missing    text  `yaml:"missing"`
	Category   text  `yaml:"category"`
}

// Bounds of a codebook. The library reads what is nested deeper in time that
// grows with its square.
const (
	mostBytes = 4 << 20
	mostDepth = 50
)

// readYAML reads the file without looking anything up.
func readYAML(name string, data []byte) (*fileCodebook, error) {
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	if len(data) > mostBytes {
		return nil, &Error{File: name, Code: "too-large", Args: []string{strconv.Itoa(mostBytes >> 20)}}
	}
	if !utf8.Valid(data) {
		return nil, &Error{File: name, Code: "encoding"}
	}
	f := &fileCodebook{}
	if err := unmarshal(data, f); err != nil {
		return nil, yamlError(name, err)
	}
	return f, nil
}

// unmarshal reads YAML. The library panics on some malformed files, as on a
// tag without a value; that is the file's fault, not the program's.
func unmarshal(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	if e := hostile(string(data)); e != nil {
		return e
	}
	return yaml.UnmarshalWithOptions(data, to, yaml.Strict())
}

// Hostile returns an error if reading a file of YAML might not end: too-deep,
// alias. Others that read YAML ask it, too.
func Hostile(data []byte) *Error { return hostile(string(data)) }

// hostile finds what is nested too deep, and the references of YAML, with which
// a small file becomes an endless one. Nobody means them: «*» begins a pattern.
func hostile(data string) *Error {
	flow, run, line := 0, 0, 0
	tokens := lexer.Tokenize(data)
	for i, t := range tokens {
		deep := false
		switch t.Type {
		case token.AliasType:
			return &Error{Line: t.Position.Line, Column: t.Position.Column, Code: "alias", Args: []string{strings.TrimSpace(t.Origin) + after(tokens, i)}}
		case token.SequenceStartType, token.MappingStartType:
			flow++
			deep = flow > mostDepth
		case token.SequenceEndType, token.MappingEndType:
			flow--
		case token.SequenceEntryType, token.MappingKeyType, token.TagType, token.AnchorType:
			if t.Position.Line != line {
				line, run = t.Position.Line, 0
			}
			run++
			deep = run > mostDepth
		}
		if deep {
			return &Error{Line: t.Position.Line, Column: t.Position.Column, Code: "too-deep", Args: []string{strconv.Itoa(mostDepth)}}
		}
	}
	return nil
}

// after is what stands behind a token.
func after(tokens token.Tokens, i int) string {
	if i+1 == len(tokens) {
		return ""
	}
	return tokens[i+1].Value
}

func yamlError(name string, err error) *Error {
	if e := (*Error)(nil); errors.As(err, &e) {
		e.File = name
		return e
	}
	e := &Error{File: name, Code: "yaml", Args: []string{err.Error()}, Err: err}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Args, e.Err = []string{y.GetMessage()}, nil
		if tok := y.GetToken(); tok != nil && tok.Position != nil {
			e.Line, e.Column = tok.Position.Line, tok.Position.Column
			var unknown *yaml.UnknownFieldError
			if errors.As(err, &unknown) {
				e.Code, e.Args, e.Known = "field", []string{tok.Value}, keys()
			}
		}
	}
	return e
}

// keys are the words that may stand before a colon.
func keys() []string {
	var out []string
	for _, of := range []any{fileCodebook{}, fileCategory{}, fileRequire{}, fileVariable{}} {
		t := reflect.TypeOf(of)
		for i := range t.NumField() {
			if k := t.Field(i).Tag.Get("yaml"); k != "" {
				out = append(out, k)
			}
		}
	}
	return out
}
