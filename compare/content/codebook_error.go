package content

import (
	"errors"
	"fmt"
	"strings"
)

// An Error is a fault of a codebook, where it stands.
//
// Codes: encoding (not UTF-8); yaml (the message); alias (what was written);
// control (the pattern); too-large, too-deep (the limit); field (the unknown
// key); value (key, value); id (missing or the doubled one); variable (the same of
// variables); no-such-category (the ID); no-categories; cycle (the IDs from one
// to itself); empty-pattern; columns (what the head of a table has); row-kind
// (the word in the column of kinds); orphan (the row's ID, the parent that is
// nowhere); pattern, with the cause, a *query.SyntaxError, in Err.
type Error struct {
	File         string
	Line, Column int  // from 1, 0 unknown
	Sheet        bool // the file is a table: a row and a column of it
	Code         string
	Args         []string
	Known        []string // what could stand there instead, if it is a choice
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

// Faults returns all faults that Load found, in the order of the file.
func Faults(err error) []*Error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []*Error
		for _, err := range many.Unwrap() {
			out = append(out, Faults(err)...)
		}
		return out
	}
	var e *Error
	if errors.As(err, &e) {
		return []*Error{e}
	}
	return nil
}
