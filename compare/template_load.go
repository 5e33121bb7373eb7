package compare

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus/lazy"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A TemplateError is a fault of a template, where it stands.
//
// Codes: yaml (the message); encoding; field (the unknown key), kind (key,
// what is wanted: "text", "number", "list", "section", "yes-no"), value (key,
// the value), placeholder (key, the placeholder), verb (key, the verb), columns
// (no column of text). Allowed lists what could stand there.
type TemplateError struct {
	File         string
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
	Allowed      []string
}

func (e *TemplateError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.File, e.Line, e.Column, e.Code, strings.Join(e.Args, ", "))
}

// maxTemplate is more than any template needs.
const maxTemplate = 1 << 20

// LoadTemplate reads a user's template: what it doesn't say is as in the
// built-in form that it names, or in form and lang. name is used in errors,
// which are of type *TemplateError.
func LoadTemplate(name string, data []byte, form, lang string) (*Template, error) {
	l := &templateLoader{file: name}
	// Notepad may have saved it as «Unicode».
	data, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data[:min(len(data), maxTemplate)])
	if err != nil || !utf8.Valid(data) || slices.Contains(data, 0) || strings.ContainsRune(string(data), utf8.RuneError) {
		return nil, &TemplateError{File: name, Code: "encoding"}
	}
	file, err := parseYAML(data)
	if err != nil {
		return nil, l.yaml(err)
	}
	filled := false
	for _, doc := range file.Docs {
		if doc.Body != nil {
			filled = true
			l.walk("", doc.Body, reflect.TypeFor[Template](), "")
		}
	}
	if l.err != nil {
		return nil, l.err
	}
	if !filled {
		return TemplateFor(form, lang), nil
	}
	var head struct{ Form, Language string }
	if err := decodeYAML(data, &head); err != nil {
		return nil, l.yaml(err)
	}
	if head.Form != "" {
		form = head.Form
	}
	if head.Language != "" {
		lang = head.Language
	}
	t := TemplateFor(form, lang)
	if err := decodeYAML(data, t); err != nil {
		return nil, l.yaml(err)
	}
	if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Holds == "before" || c.Holds == "after" }) {
		return nil, &TemplateError{File: name, Code: "columns", Allowed: []string{"before", "after"}}
	}
	return t, nil
}

// parseYAML and decodeYAML catch panics of the library, which some malformed
// files cause: the file's fault, not the program's.
func parseYAML(data []byte) (f *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return parser.ParseBytes(data, 0)
}

func decodeYAML(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return yaml.Unmarshal(data, to)
}

// A templateLoader checks a template before it is decoded, and keeps the first
// fault.
type templateLoader struct {
	file string
	err  *TemplateError
}

func (l *templateLoader) yaml(err error) error {
	e := &TemplateError{File: l.file, Code: "yaml", Args: []string{err.Error()}}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Args = []string{y.GetMessage()}
		if t := y.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Column = t.Position.Line, t.Position.Column
		}
	}
	return e
}

func (l *templateLoader) fail(n ast.Node, code string, allowed []string, args ...string) {
	if l.err != nil {
		return
	}
	l.err = &TemplateError{File: l.file, Code: code, Args: args, Allowed: allowed}
	if t := n.GetToken(); t != nil && t.Position != nil {
		l.err.Line, l.err.Column = t.Position.Line, t.Position.Column
	}
}

// walk checks a node against the type that it is going to fill. tag is that of
// the field, key its name in the file.
func (l *templateLoader) walk(key string, n ast.Node, t reflect.Type, tag reflect.StructTag) {
	if l.err != nil {
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		m, ok := n.(ast.MapNode)
		if !ok {
			l.fail(n, "kind", fields(t), key, "section")
			return
		}
		for it := m.MapRange(); it.Next(); {
			name := it.Key().String()
			f, ok := fieldOf(t, name)
			if !ok {
				l.fail(it.Key(), "field", fields(t), name)
				return
			}
			l.walk(name, it.Value(), f.Type, f.Tag)
		}
	case reflect.Slice:
		s, ok := n.(*ast.SequenceNode)
		if !ok {
			l.fail(n, "kind", nil, key, "list")
			return
		}
		for _, v := range s.Values {
			l.walk(key, v, t.Elem(), tag)
		}
	case reflect.Float64:
		switch n := n.(type) {
		case *ast.IntegerNode, *ast.FloatNode:
			if s := n.String(); strings.HasPrefix(s, "-") || strings.Trim(s, "0.") == "" {
				l.fail(n, "value", nil, key, s)
			}
		default:
			l.fail(n, "kind", nil, key, "number")
		}
	case reflect.Bool:
		if _, ok := n.(*ast.BoolNode); !ok {
			l.fail(n, "kind", []string{"true", "false"}, key, "yes-no")
		}
	case reflect.String:
		l.text(key, n, tag)
	}
}

var (
	placeholders = lazy.New(`\{[^{}]*\}`)
	verbs        = lazy.New(`%[0-9.]*[sdvqf]`)
)

// text checks a phrase: nothing in it may stay unfilled in a table.
func (l *templateLoader) text(key string, n ast.Node, tag reflect.StructTag) {
	var s string
	switch n := n.(type) {
	case *ast.StringNode:
		s = n.Value
	case *ast.LiteralNode:
		s = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.NullNode:
		return
	default:
		l.fail(n, "kind", nil, key, "text")
		return
	}
	if one := tag.Get("one"); one != "" {
		if allowed := strings.Split(one, ","); !slices.Contains(allowed, s) {
			l.fail(n, "value", allowed, key, s)
		}
		return
	}
	var vars []string
	if v := tag.Get("vars"); v != "" {
		for name := range strings.SplitSeq(v, ",") {
			vars = append(vars, "{"+name+"}")
		}
	}
	for _, p := range placeholders.FindAllString(s, -1) {
		if !slices.Contains(vars, p) {
			l.fail(n, "placeholder", vars, key, p)
			return
		}
	}
	if v := verbs.FindString(s); v != "" {
		l.fail(n, "verb", vars, key, v)
	}
}

// fieldOf finds the field that a key of the file fills.
func fieldOf(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if f := t.Field(i); f.Tag.Get("yaml") == key {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

func fields(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		out = append(out, t.Field(i).Tag.Get("yaml"))
	}
	return out
}
