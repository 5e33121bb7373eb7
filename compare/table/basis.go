package table

// A Basis knows where the number in a cell comes from. Analyses give one to
// each number they compute; explain prints it, and HTML shows it on a click.
type Basis interface{ Explain() Explanation }

// An Explanation is how a number came about: the evidence that adds up to it,
// or the numbers that it was computed of. An Explanation is its own Basis.
type Explanation struct {
	What    string     // what the number is: «Общественные слушания, Астана: упоминания»
	Value   Cell       // the number as the table prints it
	Formula string     // how it follows from Terms: «12 / 41»; "" for the sum of the items' counts
	Terms   []Term     // the numbers that the formula names
	Items   []Evidence // their counts add up to a number without a formula
	// What was looked for and where: that nothing was found is evidence too.
	Tried []string
	In    []string
}

// Explain makes an Explanation a Basis.
func (e Explanation) Explain() Explanation { return e }

// A Term is a number of a formula, with its own basis if it has one.
type Term struct {
	Name  string
	Value Cell
	Basis Basis
}

// An Evidence is a place in a document that makes Count of a number.
type Evidence struct {
	Document string   // for people: the name or the title
	Address  string   // ст.5/п.2
	Citation string   // п. 2 ст. 5
	Text     string   // of the unit
	Matches  [][2]int // byte ranges in Text
	Count    int
}
