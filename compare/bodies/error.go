package bodies

import (
	"errors"
	"fmt"
	"strings"
	"svod/compare/yamlfile"
)

// An Error is a fault of a register, a study or a table of observations, where
// it stands.
//
// Codes: those of yamlfile.Fault; columns (what is missing);
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

// unmarshal reads YAML. The error is of type *Error.
func unmarshal(name string, data []byte, to any) error {
	err := yamlfile.Read(data, to)
	var f *yamlfile.Fault
	if errors.As(err, &f) {
		return &Error{File: name, Line: f.Line, Column: f.Column, Code: f.Code, Args: f.Args}
	}
	return err
}
