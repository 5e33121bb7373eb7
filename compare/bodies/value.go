package bodies

import "svod/compare/table"

// A State is what a cell of the matrix says. The zero State is that nothing is
// known, which is not «нет».
type State uint8

// The states. Of an indicator that is a number, Yes means that it is known.
const (
	NoData State = iota
	No
	Partly
	Yes
	NotApplicable // said by people only; neither filled nor missing
)

var stateCodes = [...]string{"no-data", "no", "partly", "yes", "not-applicable"}

func (s State) String() string { return stateCodes[s] }

// MarshalText writes the code: yes, partly, no, no-data, not-applicable.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// score is what a state counts in an index.
func (s State) score() float64 {
	switch s {
	case Yes:
		return 1
	case Partly:
		return 0.5
	}
	return 0
}

// A Value is a cell of a matrix: of one body, by one indicator.
type Value struct {
	State       State
	Number      float64 // of a numeric indicator whose State is Yes
	Factors     []float64
	Mentions    int              // of the category, or of that which makes it «частично»
	Evidence    []table.Evidence // whose counts add up to Mentions, or where the number stands
	Observed    *Observation     // nil: found in documents
	Found       State            // what the documents say where there is an observation
	FoundNumber float64
	Differs     bool   // the observation says otherwise than the documents
	Year        string // of the document that a number is taken from
	Percent     bool
	Check       bool     // to be looked at
	stated      []string // the numbers, as documents print them
	part, of    *Value
}

// known tells whether the cell is filled.
func (v *Value) known() bool { return v.State != NoData && v.State != NotApplicable }
