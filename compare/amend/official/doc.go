// Package official makes the comparison table that goes with a draft of
// amendments: what each provision says now, what it would say, and why.
//
//	amend.Read, apply.Apply ─Make→ Table (rows) ─Report()→ table.Report
//
// The texts of an act before and after are laid along each other by what was
// done to them, not by how alike they are. Every operation that was carried out
// stands in a row, and every row has its operations; an order that could not be
// carried out, or was not understood, has a row of its own with its text.
//
//	act.go     rows of one act: its changed provisions, or an operation each
//	explain.go which operations are behind a row
//	undone.go  rows of what did not change the text
//	place.go   what provisions are called that the act does not have
//	note.go    an explanatory note as reasons by address; reason.go: whose they are
//	report.go  the table in its form
package official
