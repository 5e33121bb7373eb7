package bodies

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"svod/compare/content"
)

// An Error is a fault of a register, a study or a table of observations, where
// it stands.
//
// Codes: encoding (not UTF-8); too-large, too-deep (the limit); alias (a reference of YAML); yaml (the message); field (the unknown key); columns (what is missing);
// value (key, value); empty; name (of a body without one); id (the doubled one,
// or empty); date (the text); dates (from, to: an end before its beginning);
// indicator, body, category, figure (the unknown one); type (indicator, what it
// lacks); missing (the index doesn't say what to do with missing values);
// weight (indicator, weight); doubled (body, indicator: two observations);
// mixed (attribute, its values: kinds of councils that would be counted together).
type Error struct {
	File         string
	Line, Column int // from 1, 0 unknown
	Code         string
	Args         []string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.File, e.Line, e.Column, e.Code, strings.Join(e.Args, ", "))
}

// largest is more than anybody writes by hand.
const largest = 4 << 20

// unmarshal reads YAML. The library panics on some malformed files; that is the
// file's fault, not the program's.
func unmarshal(name string, data []byte, to any) (err error) {
	if len(data) > largest {
		return &Error{File: name, Code: "too-large", Args: []string{strconv.Itoa(largest >> 20)}}
	}
	if !utf8.Valid(data) {
		return &Error{File: name, Code: "encoding"}
	}
	if e := content.Hostile(data); e != nil {
		return &Error{File: name, Line: e.Line, Column: e.Column, Code: e.Code, Args: e.Args}
	}
	defer func() {
		if r := recover(); r != nil {
			err = &Error{File: name, Code: "yaml", Args: []string{fmt.Sprint(r)}}
		}
	}()
	err = yaml.UnmarshalWithOptions([]byte(strings.TrimPrefix(string(data), "\ufeff")), to, yaml.Strict())
	if err == nil {
		return nil
	}
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
