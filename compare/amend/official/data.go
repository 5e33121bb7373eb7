package official

import (
	"svod/compare"
)

// Data is the table as other programs read it.
type Data struct {
	Document compare.Document `json:"document"`
	Acts     []DataAct        `json:"acts"`
	Rows     []DataRow        `json:"rows"`
}

// A DataAct is an amended act: as the draft names it, and its text, if given.
type DataAct struct {
	Name     string            `json:"name"`
	Document *compare.Document `json:"document"`
}

// A DataRow is a row. Operations are numbered from 1, as «svod amend read» has
// them.
type DataRow struct {
	N          int             `json:"n"`
	Act        int             `json:"act"` // from 1; 0 if the draft does not tell
	Element    string          `json:"element"`
	Before     string          `json:"before"` // the cells as printed
	After      string          `json:"after"`
	Old        []compare.Place `json:"old"`
	New        []compare.Place `json:"new"`
	Operations []int           `json:"operations"`
	Unread     int             `json:"unread,omitempty"`
	Status     Status          `json:"status"`
	Why        string          `json:"why,omitempty"`
	Reason     string          `json:"reason"`
	Effect     string          `json:"effect,omitempty"`
}

func (t *Table) data() *Data {
	out := &Data{Document: compare.Named(t.Draft.Document), Acts: []DataAct{}, Rows: []DataRow{}}
	for i, a := range t.Draft.Acts {
		act := DataAct{Name: a.Name}
		if r := t.acts[i].r; r != nil {
			d := compare.Named(r.Old)
			act.Document = &d
		}
		out.Acts = append(out.Acts, act)
	}
	for i, r := range t.Rows {
		row := DataRow{N: i + 1, Act: r.Act + 1, Element: r.Element, Before: words(r.Before), After: words(r.After), Old: r.Old, New: r.New,
			Operations: []int{}, Unread: r.Unread, Status: r.Status, Why: r.Why, Reason: r.Reason, Effect: r.Effect}
		for _, op := range r.Operations {
			row.Operations = append(row.Operations, op+1)
		}
		if row.Old == nil {
			row.Old = []compare.Place{}
		}
		if row.New == nil {
			row.New = []compare.Place{}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
