package figures

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"svod/compare/yamlfile"
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
// Codes: those of yamlfile.Fault; no-indicators; id (missing, or the doubled
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

// fileSet is what is read of a codebook; its other parts are package content's.
type fileSet struct {
	Codebook   yamlfile.Text    `yaml:"codebook"`
	Version    yamlfile.Text    `yaml:"version"`
	Language   yamlfile.Text    `yaml:"language"`
	Indicators []*fileIndicator `yaml:"indicators"`
}

type fileIndicator struct {
	ID     yamlfile.Text  `yaml:"id"`
	Name   yamlfile.Text  `yaml:"name"`
	Unit   yamlfile.Text  `yaml:"unit"`
	Any    yamlfile.Texts `yaml:"any"`
	Not    yamlfile.Texts `yaml:"not"`
	Choose yamlfile.Text  `yaml:"choose"`
}

// Load reads the indicators of a codebook in YAML. name is used in errors and in
// the record of a run. All errors are of type *Error.
func Load(name string, data []byte) (*Set, error) {
	data = []byte(strings.TrimPrefix(string(data), "\ufeff"))
	var f fileSet
	err := yamlfile.ReadPart(data, &f)
	if bad := (*yamlfile.Fault)(nil); errors.As(err, &bad) {
		return nil, &Error{File: name, Line: bad.Line, Column: bad.Column, Code: bad.Code, Args: bad.Args}
	} else if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	l := loader{name: name, language: f.Language.S}
	s := &Set{Name: f.Codebook.S, Version: f.Version.S, File: name, SHA256: hex.EncodeToString(sum[:])}
	for _, fi := range f.Indicators {
		if fi != nil {
			s.Indicators = append(s.Indicators, l.indicator(fi, s.Indicators))
		}
	}
	if len(s.Indicators) == 0 {
		l.fail(yamlfile.Text{Line: 1, Column: 1}, "no-indicators")
	}
	if l.err != nil {
		return nil, l.err
	}
	return s, nil
}

// loader makes indicators of what the file says, and keeps the first fault.
type loader struct {
	name, language string
	err            error
}

func (l *loader) fail(at yamlfile.Text, code string, args ...string) {
	if l.err == nil {
		l.err = &Error{File: l.name, Line: at.Line, Column: at.Column, Code: code, Args: args}
	}
}

func (l *loader) indicator(f *fileIndicator, before []*Indicator) *Indicator {
	in := &Indicator{ID: f.ID.S, Name: f.Name.S, Unit: f.Unit.S, Any: f.Any.Strings(), Not: f.Not.Strings(), Percent: f.Unit.S == "%"}
	if in.Name == "" {
		in.Name = in.ID
	}
	switch {
	case in.ID == "":
		at := f.Name
		if at.Line == 0 && len(f.Any) > 0 {
			at = f.Any[0]
		}
		l.fail(at, "id")
	case slices.ContainsFunc(before, func(b *Indicator) bool { return b.ID == in.ID }):
		l.fail(f.ID, "id", in.ID)
	case len(f.Any) == 0:
		l.fail(f.ID, "no-patterns", in.ID)
	}
	choose, ok := choices[f.Choose.S]
	if !ok {
		l.fail(f.Choose, "value", "choose", f.Choose.S)
	}
	in.Choose = choose
	for _, t := range f.Any {
		in.any = append(in.any, l.pattern(t))
	}
	for _, t := range f.Not {
		in.not = append(in.not, l.query(t, t.S))
	}
	return in
}

// query parses a pattern. written is what the user wrote at t.
func (l *loader) query(t yamlfile.Text, pattern string) *query.Query {
	q, err := query.ParsePattern(pattern, l.language, nil)
	if err != nil {
		if l.err == nil {
			l.err = &Error{File: l.name, Line: t.Line, Column: t.Column, Code: "pattern", Args: []string{t.S}, Err: err}
		}
		return &query.Query{}
	}
	return q
}
