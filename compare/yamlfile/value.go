package yamlfile

import (
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// A Text is a scalar of a file, as it is written, and where it stands.
type Text struct {
	S            string
	Line, Column int // from 1
}

// UnmarshalYAML takes a scalar of any kind: «12» and «да» are what they say.
func (t *Text) UnmarshalYAML(n ast.Node) error {
	tok := n.GetToken()
	t.Line, t.Column = tok.Position.Line, tok.Position.Column
	switch n := n.(type) {
	case *ast.StringNode:
		t.S = n.Value
		if q := strings.TrimLeft(tok.Origin, " \n"); strings.HasPrefix(q, `"`) || strings.HasPrefix(q, "'") {
			t.Column++ // behind the quote
		}
	case *ast.LiteralNode:
		t.S = strings.TrimSpace(n.Value.Value)
	case *ast.NullNode:
	case ast.ScalarNode:
		t.S = tok.Value
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.StringType, Token: tok}
	}
	return nil
}

// Texts is a list of scalars, or a scalar alone.
type Texts []Text

// UnmarshalYAML takes either.
func (ts *Texts) UnmarshalYAML(n ast.Node) error {
	nodes := []ast.Node{n}
	switch n := n.(type) {
	case *ast.SequenceNode:
		nodes = n.Values
	case *ast.NullNode:
		return nil
	}
	for _, n := range nodes {
		var t Text
		if err := t.UnmarshalYAML(n); err != nil {
			return err
		}
		*ts = append(*ts, t)
	}
	return nil
}

// Strings returns the scalars without their places.
func (ts Texts) Strings() []string {
	var ss []string
	for _, t := range ts {
		ss = append(ss, t.S)
	}
	return ss
}

// Pairs is a mapping of scalars in the order of the file.
type Pairs []Pair

// A Pair is a key and its value.
type Pair struct{ Key, Value Text }

// UnmarshalYAML takes a mapping.
func (ps *Pairs) UnmarshalYAML(n ast.Node) error {
	return Each(n, func(key Text, value ast.Node) error {
		p := Pair{Key: key}
		if err := p.Value.UnmarshalYAML(value); err != nil {
			return err
		}
		*ps = append(*ps, p)
		return nil
	})
}

// Each calls f for the keys of a mapping in the order of the file.
func Each(n ast.Node, f func(key Text, value ast.Node) error) error {
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
		if err := f(Text{tok.Value, tok.Position.Line, tok.Position.Column}, n.Value); err != nil {
			return err
		}
	}
	return nil
}
