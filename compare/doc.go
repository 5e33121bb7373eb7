// Package compare puts the provisions of legal acts side by side: two editions
// of one act (Compare), or several acts by content (Acts).
//
// # Two editions
//
// The way from two trees to rows:
//
//	tree.go    units become nodes: folded text, label, a vector of stems
//	align.go   siblings are paired in order: equal text, label, similar text
//	kindred.go what lost most of itself, but kept its place and some of its kids
//	moves.go   what is left is looked for anywhere else in the act
//	gaps.go    the few that are left between the same neighbours
//	split.go   one provision that became several, several that became one;
//	           descend.go: the words of an article that are a clause of it now
//	rows.go    every unit with words gets exactly one row, and its change
//	diff.go    inside a row: the words that were deleted and inserted;
//	           cells.go: in tables, cell by cell, numbers as numbers
//	announced.go what the notes of the new edition say was done (basis.go), and
//	           whether the rows show it
//	gather.go  rows of one clause or article become one row of a table
//	report.go  the table of changes that lawyers use: element.go names its rows,
//	           cell.go writes their texts, template.go has its forms and words
//	units.go   what became of each article, counted; crosswalk.go: where it went
//
// Numbers of provisions are strong evidence, because drafting rules forbid
// renumbering, but no proof: a pair is made by number only if the texts are
// alike. Alike means by words that are rare in the two acts: boilerplate, of
// which laws are full, weighs next to nothing.
//
// No pair is made silently. Row.MatchedBy says by what it was matched,
// Row.Score how alike the texts are, Row.Check that a person should look.
//
// # Several acts
//
//	acts.go        the provisions of a base, or groups of provisions, with the
//	               nearest ones of the other acts; Pairs for other analyses
//	duplicates.go  which provisions repeat each other, and which share of each
//	               act another one repeats; repeat.go finds them by rare runs
//	               of five words
//
// The result does not depend on the order of inputs: Compare(b, a) is the
// mirror of Compare(a, b). Units that differ only in quotation marks, kinds of
// dashes, spaces, ё, case or line ends are unchanged.
package compare
