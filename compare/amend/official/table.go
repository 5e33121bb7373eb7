package official

import (
	"cmp"
	"slices"

	"svod/compare"
	"svod/compare/amend"
	"svod/compare/amend/apply"
	"svod/compare/table"
	"svod/corpus"
)

// Options say how the table is made. The zero value has a row for each changed
// provision, in the official form.
type Options struct {
	compare.Options
	// ByOperation has a row for each operation, in the order of the draft, with
	// what it does alone.
	ByOperation bool
	// Every changes words that stand several times in the place named wherever
	// they stand there: see apply.Options.
	Every bool
}

// A Table is a draft as rows of the comparison table.
type Table struct {
	Draft *amend.Draft
	Rows  []Row
	// Homeless are the reasons of the note that belong to no row.
	Homeless []Reason

	o     Options
	t     *compare.Template
	lang  string
	acts  []*act
	usual amend.Effect // of most operations
}

// A Row is a row of the table.
type Row struct {
	Act           int // place in Draft.Acts, -1 if the draft does not tell
	Element       string
	Before, After table.Cell
	Old, New      []compare.Place // the provisions in it
	Operations    []int           // places in Draft.Operations
	Unread        int             // place in Draft.Unread, from 1; 0 for none
	Status        Status
	Why           string // of what was not applied, as the table says it
	Reason        string
	Effect        string

	at float64 // where it stands among the rows of its act
}

// A Status says what a row is.
type Status string

// The statuses.
const (
	Changed    Status = "changed"     // the text is changed
	NotApplied Status = "not-applied" // some operation could not be carried out
	NotRead    Status = "not-read"    // the draft says something that was not understood
)

// Make makes the table of a draft. laws are the texts in force of its acts, nil
// for acts of which there is none. note may be nil.
func Make(d *amend.Draft, laws []*corpus.Document, note *Note, o Options) *Table {
	if o.Form == "" {
		o.Form = "draft"
	}
	t := &Table{Draft: d, o: o}
	t.t, t.lang = o.Words(d.Document)
	t.usual = usual(d.Operations)
	for i := range d.Acts {
		a := &act{Table: t, n: i}
		if i < len(laws) && laws[i] != nil {
			a.read(apply.Apply(laws[i], d, i, apply.Options{NoNotes: true, Every: o.Every}))
		}
		t.acts = append(t.acts, a)
	}
	if o.ByOperation {
		t.byOperation()
	} else {
		t.byUnit()
	}
	t.effects()
	if note != nil {
		t.reasons(note)
	}
	return t
}

// byUnit makes the rows of each act in the order of its text.
func (t *Table) byUnit() {
	for _, a := range t.acts {
		rows := a.changed()
		for i := range t.Draft.Operations {
			if t.Draft.Operations[i].Act == a.n {
				rows = append(rows, a.undone(i)...)
			}
		}
		slices.SortStableFunc(rows, func(x, y Row) int { return cmp.Compare(x.at, y.at) })
		rows = a.silent(rows)
		t.Rows = append(t.Rows, rows...)
		t.Rows = append(t.Rows, t.unread(a.n)...)
	}
	t.Rows = append(t.Rows, t.unread(-1)...)
}

// byOperation makes the rows of each operation in the order of the draft.
func (t *Table) byOperation() {
	for _, a := range t.acts {
		var rows []Row
		for i := range t.Draft.Operations {
			if op := &t.Draft.Operations[i]; op.Act == a.n {
				rows = append(rows, inDraft(a.operation(i), float64(op.Lines.Lo))...)
			}
		}
		for _, r := range t.unread(a.n) {
			rows = append(rows, inDraft([]Row{r}, float64(t.Draft.Unread[r.Unread-1].Lines.Lo))...)
		}
		slices.SortStableFunc(rows, func(x, y Row) int { return cmp.Compare(x.at, y.at) })
		t.Rows = append(t.Rows, rows...)
	}
	t.Rows = append(t.Rows, t.unread(-1)...)
}

func inDraft(rows []Row, at float64) []Row {
	for i := range rows {
		rows[i].at = at
	}
	return rows
}

// RepealsOnly reports whether a draft does nothing but repeal whole acts, for
// which no texts are needed.
func RepealsOnly(d *amend.Draft) bool {
	for i := range d.Operations {
		if o := &d.Operations[i]; o.Kind != amend.Repeal || len(o.Where) > 0 && len(o.Where[0].Levels) > 0 {
			return false
		}
	}
	return len(d.Operations) > 0
}

// Lacks reports whether rows of an act want its text.
func (t *Table) Lacks(act int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Act == act && r.Status == NotApplied && r.Why == t.t.Draft.NoAct })
}
