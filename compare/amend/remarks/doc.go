// Package remarks reads comparison tables that were made by others, and says
// where they are wrong or puts several of them together.
//
//	corpus.Source ─Read→ Tables (rows under known columns)
//	   ─Check→ Checked: does each row quote the law, and the draft, truly
//	   ─Merge→ Merged: the remarks of several authors in the order of the act
//
//	head.go    what columns are called
//	grid.go    merged cells put into columns; read.go: rows, groups, continued rows
//	element.go what people write for a provision, as references
//	law.go     an act as words with their provisions
//	quote.go   a cell as words with gaps; align.go lays it along the act
//	check.go   the findings of a row; draft.go: against a draft; order.go: among rows
//	merge.go   remarks put together
//	report.go, mergereport.go  both as tables
//
// Nothing is guessed about the law: a finding tells what stands here and what
// stands there, and a row that cannot be checked is told of.
package remarks
