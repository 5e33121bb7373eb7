// Package figures reads the numbers of reports: what a report states of its
// meetings, members or recommendations, and whether its tables add up.
//
//	ins, err := figures.Load("codebook.yaml", data)   // its indicators
//	values := figures.Extract(doc, ins)               // what the report states, with the sentences
//	checked := figures.Check(docs)                    // which sums hold, and which don't
//
// # Numbers
//
// [Numbers] finds the quantities of a text: in digits with their thousands and
// decimals, in words, said twice as «12 (двенадцать)», with «тыс.» and «млн».
// What only looks like one is left out: years, dates, ordinals, numbers of acts,
// articles and protocols, labels of lists, ranges, telephones.
//
// # Indicators
//
// An indicator is a number that reports state. Its patterns are in the language
// of package query, with a place for the number:
//
//	{число} +2 заседание        a number, and the word next to it or next but one
//	охват /3 {число}            in either order
//	заседание                   without {число}: the number that counts these words,
//	                            «12 очередных заседаний», «количество заседаний: 12»
//
// Of several numbers that a report states all are listed. The one that says it
// is the total is chosen, else the first; an indicator may ask for another
// (choose). What is chosen among numbers that differ, or stands in a plan or a
// norm, is doubtful: a person has to look.
//
// # Tables
//
// [Check] reads tables as data. It finds rows and columns that by their words
// are totals, and what they are totals of; it says which sums hold, and by how
// much the others fail. It never says why. A table of many rows also teaches by
// itself: where a column is the sum of others in nearly all rows, it is a sum.
package figures
