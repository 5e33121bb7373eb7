package survey

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// An Error is a fault of a map or of answers, where it stands.
//
// Codes: encoding; yaml (the message); field (the unknown key); value (key,
// value); id (missing or the doubled one); no-questions; no-columns, no-values
// (the question); unknown-question (key, ID); no-column (the column, those
// there are); empty (no answers); no-weights (the row); weight (row, value);
// target (question, what is wrong); twice (the respondent); no-pairs.
type Error struct {
	File         string
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.File, e.Line, e.Column, e.Code, strings.Join(e.Args, ", "))
}

// scalar is a value of the file and where it stands.
type scalar struct {
	s            string
	line, column int
}

func (t *scalar) UnmarshalYAML(n ast.Node) error {
	tok := n.GetToken()
	t.line, t.column = tok.Position.Line, tok.Position.Column
	switch n := n.(type) {
	case *ast.StringNode:
		t.s = n.Value
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

// scalars is a list, or one value alone.
type scalars []scalar

func (ts *scalars) UnmarshalYAML(n ast.Node) error {
	nodes := []ast.Node{n}
	switch n := n.(type) {
	case *ast.SequenceNode:
		nodes = n.Values
	case *ast.NullNode:
		return nil
	}
	for _, n := range nodes {
		var t scalar
		if err := t.UnmarshalYAML(n); err != nil {
			return err
		}
		*ts = append(*ts, t)
	}
	return nil
}

func (ts scalars) strings() []string {
	var ss []string
	for _, t := range ts {
		ss = append(ss, t.s)
	}
	return ss
}

// ordered is a mapping in the order of the file.
type ordered []struct{ key, value scalar }

func (o *ordered) UnmarshalYAML(n ast.Node) error {
	var entries []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		entries = n.Values
	case *ast.MappingValueNode:
		entries = []*ast.MappingValueNode{n}
	case *ast.NullNode:
		return nil
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.MappingType, Token: n.GetToken()}
	}
	for _, e := range entries {
		var key, value scalar
		if err := errors.Join(key.UnmarshalYAML(e.Key), value.UnmarshalYAML(e.Value)); err != nil {
			return err
		}
		*o = append(*o, struct{ key, value scalar }{key, value})
	}
	return nil
}

type fileSurvey struct {
	Survey    scalar             `yaml:"survey"`
	ID        scalar             `yaml:"id"`
	Weight    scalar             `yaml:"weight"`
	Sample    scalar             `yaml:"sample"`
	Missing   scalars            `yaml:"missing"`
	Banner    scalars            `yaml:"banner"`
	Targets   map[string]ordered `yaml:"targets"`
	Plan      map[string]ordered `yaml:"plan"`
	Questions []*fileQuestion    `yaml:"questions"`
}

type fileQuestion struct {
	ID        scalar  `yaml:"id"`
	Text      scalar  `yaml:"text"`
	Kind      scalar  `yaml:"type"`
	Column    scalars `yaml:"column"`
	Columns   scalars `yaml:"columns"`
	Separator scalar  `yaml:"separator"`
	Values    ordered `yaml:"values"`
	Missing   scalars `yaml:"missing"`
	Positive  scalars `yaml:"positive"`
	NPS       bool    `yaml:"nps"`
}

var kinds = map[string]Kind{
	"": Single, "single": Single, "один": Single, "multiple": Multiple, "несколько": Multiple, "scale": Scale, "шкала": Scale,
	"number": Number, "число": Number, "open": Open, "открытый": Open,
}

var samples = map[string]Sample{
	"": "", "probability": Probability, "вероятностная": Probability, "quota": Quota, "квотная": Quota,
	"convenience": Convenience, "стихийная": Convenience, "доступная": Convenience,
}

// Load reads the map of a survey in YAML. name is used in errors. All errors
// are of type *Error.
func Load(name string, data []byte) (*Survey, error) {
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	if !utf8.Valid(data) {
		return nil, &Error{File: name, Code: "encoding"}
	}
	var f fileSurvey
	if err := unmarshal(data, &f); err != nil {
		return nil, yamlError(name, err)
	}
	sum := sha256.Sum256(data)
	s := &Survey{Title: f.Survey.s, ID: f.ID.s, Weight: f.Weight.s, Missing: f.Missing.strings(), Banner: f.Banner.strings(),
		File: name, SHA256: hex.EncodeToString(sum[:])}
	l := loader{name: name, s: s}
	var ok bool
	if s.Sample, ok = samples[strings.ToLower(f.Sample.s)]; !ok {
		l.fail(f.Sample, "value", "sample", f.Sample.s)
	}
	for _, q := range f.Questions {
		if q != nil {
			l.question(q)
		}
	}
	if len(s.Questions) == 0 {
		l.fail(scalar{line: 1, column: 1}, "no-questions")
	}
	for _, b := range f.Banner {
		if s.question(b.s) == nil {
			l.fail(b, "unknown-question", "banner", b.s)
		}
	}
	s.Targets = l.targets("targets", f.Targets)
	s.Plan = l.targets("plan", f.Plan)
	if l.err != nil {
		return nil, l.err
	}
	return s, nil
}

// unmarshal reads YAML. The library panics on some malformed files; that is
// the file's fault, not the program's.
func unmarshal(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return yaml.UnmarshalWithOptions(data, to, yaml.Strict())
}

func yamlError(name string, err error) *Error {
	e := &Error{File: name, Code: "yaml", Args: []string{err.Error()}}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Args = []string{y.GetMessage()}
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

// loader keeps the first fault.
type loader struct {
	name string
	s    *Survey
	err  error
}

func (l *loader) fail(at scalar, code string, args ...string) {
	if l.err == nil {
		l.err = &Error{File: l.name, Line: at.line, Column: at.column, Code: code, Args: args}
	}
}

func (l *loader) question(f *fileQuestion) {
	q := &Question{ID: f.ID.s, Text: f.Text.s, Columns: append(f.Column.strings(), f.Columns.strings()...), Separator: f.Separator.s,
		Missing: f.Missing.strings(), Positive: f.Positive.strings(), NPS: f.NPS}
	var ok bool
	if q.Kind, ok = kinds[strings.ToLower(f.Kind.s)]; !ok {
		l.fail(f.Kind, "value", "type", f.Kind.s)
	}
	for _, v := range f.Values {
		value := Value{v.key.s, v.value.s}
		if value.Label == "" {
			value.Label = value.Code
		}
		if slices.ContainsFunc(q.Values, func(o Value) bool { return o.Code == value.Code }) {
			l.fail(v.key, "value", "values", value.Code)
		}
		q.Values = append(q.Values, value)
	}
	switch {
	case q.ID == "":
		l.fail(f.Text, "id")
	case l.s.question(q.ID) != nil:
		l.fail(f.ID, "id", q.ID)
	}
	if q.Text == "" {
		q.Text = q.ID
	}
	if len(q.Columns) == 0 {
		q.Columns = []string{q.ID}
	}
	switch {
	case q.Kind != Multiple && len(q.Columns) > 1, q.Kind == Multiple && len(q.Columns) > 1 && len(q.Values) > 0 && len(q.Values) != len(q.Columns):
		l.fail(f.ID, "no-columns", q.ID)
	case q.Kind == Multiple && len(q.Columns) > 1 && len(q.Values) == 0:
		for _, c := range q.Columns {
			q.Values = append(q.Values, Value{c, c})
		}
	}
	for _, p := range f.Positive {
		if len(q.Values) > 0 && q.value(p.s) < 0 { // else the answers will tell
			l.fail(p, "value", "positive", p.s)
		}
	}
	l.s.Questions = append(l.s.Questions, q)
}

func (l *loader) targets(key string, of map[string]ordered) []Target {
	var out []Target
	for _, q := range l.s.Questions { // in the order of the questions
		amounts, ok := of[q.ID]
		if !ok {
			continue
		}
		t := Target{Question: q.ID, Amounts: map[string]float64{}}
		for _, a := range amounts {
			n, ok := number(a.value.s)
			i := q.value(a.key.s)
			if len(q.Values) == 0 {
				i = 0 // values are known when the answers are read
			}
			if !ok || n < 0 || i < 0 {
				l.fail(a.key, "target", q.ID, a.key.s)
				continue
			}
			code := a.key.s
			if len(q.Values) > 0 {
				code = q.Values[i].Code
			}
			t.Amounts[code] = n
		}
		out = append(out, t)
		delete(of, q.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		l.fail(scalar{line: 1, column: 1}, "unknown-question", key, id)
	}
	return out
}
