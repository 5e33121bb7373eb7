// Package apply turns the text of an act and the operations of a draft into
// the text as it would read.
package apply

import (
	"svod/corpus"
)

// Options say which operations are applied. The zero value applies all.
type Options struct {
	// At applies only what is in force on a day, 2026-01-01.
	At string
	// Published is the day of the draft's first official publication, for
	// effects that count from it.
	Published string
	// Only, if not nil, tells by its place in Draft.Operations whether an
	// operation is to be applied.
	Only func(operation int) bool
}

// A Result is the new text of one act, and what became of each operation on it.
type Result struct {
	Old, New *corpus.Document
	Outcomes []Outcome // in the order of the draft
	// Sources tells for each unit of New that was made or changed by which
	// operations, as places in Draft.Operations.
	Sources map[corpus.Address][]int
	// Was tells for each unit of New that is one of Old, as it was, changed or
	// written anew under its number, what its address is there. Counted units
	// have other addresses when one before them comes or goes.
	Was map[corpus.Address]corpus.Address
}

// An Outcome is what became of an operation at one of the provisions that it
// names.
type Outcome struct {
	Operation int // place in Draft.Operations
	Where     int // place in Operation.Where
	Status    Status
	Code      Code             // why not, of Failed and Later
	Old       []corpus.Address // the units that were changed, removed or repealed, in Old
	New       []corpus.Address // what stands for them in New, and what was added
	// Candidates are the nearest to what was sought and not found, or found
	// several times, best first.
	Candidates []Candidate
}

// A Status is what became of an operation.
type Status string

// The statuses.
const (
	Done   Status = "done"
	Failed Status = "failed"
	Later  Status = "later" // not in force on the day
	Left   Status = "left"  // not chosen by Options.Only
)

// A Code says why an operation was not applied.
type Code string

// The codes.
const (
	NoUnit       Code = "no-unit"       // the act has no such provision
	SeveralUnits Code = "several-units" // it has several of that name
	NoWords      Code = "no-words"      // the words are not there
	SeveralWords Code = "several-words" // they stand there several times
	Exists       Code = "exists"        // what is to be added is there already
	Unsure       Code = "unsure"        // the words' case cannot be told
	NotYet       Code = "not-yet"       // it comes into force later
	NoDate       Code = "no-date"       // nothing tells when it comes into force
)

// A Candidate is a provision of the old text.
type Candidate struct {
	Address corpus.Address
	Text    string
	Score   float64 // how near it is, from 0 to 1
}
