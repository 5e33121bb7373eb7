// Package audit sets a file that svod made beside a report made anew: does the
// file still show what the analysis gives, cell by cell? And it finds the cell
// of a report that a person points at in a file, with the basis of its number.
//
// What the file shows is read back as any other document is, by corpus/extract;
// the report goes through the same writer and the same reader, so that both
// sides have been treated alike and what differs was changed.
package audit
