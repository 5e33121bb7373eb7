// Package stat is the formulas of content analysis and of surveys: numbers in,
// numbers out. Each function names the source of its formula.
//
//	t, err := stat.Crosstab([][]float64{{40, 60}, {70, 30}})
//	p, err := t.P()                                  // of χ² 18.182
//	k, err := stat.Keyness(52, 50_000, 57, 75_000)   // two-cell G² 2.65
//
// A result that the numbers do not define is never NaN, and never 0: it comes
// with an [Undefined], whose reason callers put into words. What is smoothed,
// approximated or drawn by lot says so in its result.
package stat

import "fmt"

// Undefined is the error of a result that its numbers do not define.
//
// Reasons: empty (there is nothing to compute of); negative (a number below
// zero); not-finite (a number that is none); one-group (a comparison needs two
// rows and two columns that are not empty); no-variance (all values are the
// same); above-base (a count larger than its base); not-counts (whole numbers
// are needed); ragged (rows of different lengths); too-short (a text or a series
// has fewer values than the measure needs); too-large; out-of-range (a
// level, weight or window that cannot be).
type Undefined struct{ Reason string }

func (u *Undefined) Error() string { return fmt.Sprintf("stat: not defined: %s", u.Reason) }

func undefined(reason string) error { return &Undefined{reason} }
