package corpus

import (
	"errors"
	"fmt"
	"unicode"
)

// A VerifyError is a place where the tree of a document does not fit its
// source.
type VerifyError struct {
	Code    string  // line-lost, line-twice, span-empty, span-outside, span-order, words-differ, no-tree
	Line    int     // 1-based line of the source
	Address Address // the unit, "" for the document itself
	Kind    Kind
}

// Error names the fault, the line and the unit.
func (e *VerifyError) Error() string {
	name := string(e.Address)
	if name == "" {
		name = e.Kind.String()
	}
	return fmt.Sprintf("%s: line %d, unit %s", e.Code, e.Line, name)
}

// Verify checks that nothing of the source is lost, doubled or out of order:
// each of its lines is among the own lines of exactly one unit or note, spans
// are nested and in order, and the label, heading, text and notes of a unit
// hold the very letters of its own lines. The error joins one VerifyError per
// fault, in the order of the document.
func (d *Document) Verify() error {
	v := verifier{d: d}
	if d.Source != nil {
		v.lines = len(d.Source.Lines)
	}
	switch {
	case d.Root == nil:
		v.fault("no-tree", 0, nil)
	case d.Root.Span.Lo != 0 || d.Root.Span.Hi != v.lines:
		v.fault("line-lost", min(d.Root.Span.Hi, v.lines), d.Root)
	default:
		v.owned = make([]bool, v.lines)
		v.unit(d.Root)
	}
	return errors.Join(v.errs...)
}

type verifier struct {
	d     *Document
	lines int
	owned []bool // lines of children and notes
	errs  []error
}

func (v *verifier) fault(code string, line int, u *Unit) {
	e := &VerifyError{Code: code, Line: line + 1}
	if u != nil {
		e.Address, e.Kind = v.d.AddressOf(u), u.Kind
	}
	v.errs = append(v.errs, e)
}

// unit checks u, whose span is known to lie within the source. It reports
// whether all below u has its lines, so that they can be told from u's own.
func (v *verifier) unit(u *Unit) (sound bool) {
	at := u.Span.Lo
	sound = true
	for _, c := range u.Units {
		switch {
		case c.Span.Empty():
			v.fault("span-empty", c.Span.Lo, c)
		case c.Span.Lo < u.Span.Lo || c.Span.Hi > u.Span.Hi:
			v.fault("span-outside", c.Span.Lo, c)
		case c.Span.Lo < at:
			v.fault("span-order", c.Span.Lo, c)
		default:
			at = c.Span.Hi
			sound = v.unit(c) && sound
			continue
		}
		sound = false
	}
	if !sound {
		return false // what follows would only repeat the fault
	}
	// The lines of children have been marked by them. Now the notes', then
	// what is left is the unit's own.
	for _, n := range u.Notes {
		if n.Span.Empty() {
			continue
		}
		if n.Span.Lo < u.Span.Lo || n.Span.Hi > u.Span.Hi {
			v.fault("span-outside", n.Span.Lo, u)
			return false
		}
		for i := n.Span.Lo; i < n.Span.Hi; i++ {
			if v.owned[i] {
				v.fault("line-twice", i, u)
				return false
			}
			v.owned[i] = true
		}
	}
	// The letters of own lines are taken away by those of the unit: what is
	// not naught at the end was lost or made up.
	letters := map[rune]int{}
	count := func(s string, n int) {
		for _, r := range s {
			if !unicode.IsSpace(r) {
				letters[r] += n
			}
		}
	}
	first := -1
	for i := u.Span.Lo; i < u.Span.Hi; i++ {
		if v.owned[i] {
			continue
		}
		v.owned[i] = true
		if first < 0 {
			first = i
		}
		count(v.d.Source.Lines[i].Text, 1)
	}
	if first < 0 {
		first = u.Span.Lo
	}
	for _, s := range []string{u.Label, u.Title, u.Text} {
		count(s, -1)
	}
	for _, n := range u.Notes {
		if n.Span.Empty() {
			count(n.Text, -1)
		}
	}
	for _, n := range letters {
		if n == 0 {
			continue
		}
		if u.Own() == "" && u.Label == "" && len(u.Notes) == 0 {
			v.fault("line-lost", first, u)
		} else {
			v.fault("words-differ", first, u)
		}
		break
	}
	return true
}
