package content

import "github.com/goccy/go-yaml/ast"

// A Branch is a line of YAML that is nothing but an outline: a key with what is
// below it, or a word.
type Branch struct {
	Text   string
	Line   int
	Branch bool // it is a key
	Below  []Branch
}

// outline reads any YAML as an outline.
type outline []Branch

func (o *outline) UnmarshalYAML(n ast.Node) error {
	*o = branchesOf(n)
	return nil
}

// Outline reads YAML as an outline, as dictionaries of other programs are.
func Outline(name string, data []byte) ([]Branch, error) {
	var o outline
	if err := unmarshal(name, data, &o); err != nil {
		return nil, err
	}
	return o, nil
}

func branchesOf(n ast.Node) []Branch {
	var out []Branch
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			out = append(out, branchesOf(v)...)
		}
	case *ast.MappingValueNode:
		tok := n.Key.GetToken()
		out = append(out, Branch{Text: tok.Value, Line: tok.Position.Line, Branch: true, Below: branchesOf(n.Value)})
	case *ast.SequenceNode:
		for _, v := range n.Values {
			out = append(out, branchesOf(v)...)
		}
	case *ast.NullNode, nil:
	default:
		var t text
		if t.UnmarshalYAML(n) == nil {
			out = append(out, Branch{Text: t.S, Line: t.Line})
		}
	}
	return out
}

// YAMLString prints a string as a value, and YAMLKey as a key.
func YAMLString(s string) string { return scalar(s) }

// YAMLKey prints a string that a colon follows.
func YAMLKey(s string) string { return mapKey(s) }
