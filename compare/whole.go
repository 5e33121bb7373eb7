package compare

import (
	"svod/compare/table"
	"svod/corpus"
)

// Whole returns a document as it is, line for line, as a report that has
// nothing but its text: headings, paragraphs with their look, tables. Its title is
// among them.
func Whole(d *corpus.Document) *table.Report {
	r := &table.Report{Language: d.Meta.Language, Redline: true, Date: d.Meta.Edition}
	if d.Source == nil {
		return r
	}
	w := &redliner{old: newEdition(d), new: newEdition(d)}
	rank := ranks(d)
	w.new.levels(rank)
	for i := range w.new.lines {
		s := corpus.Span{Lo: i, Hi: i + 1}
		w.strip(strip{s, s})
	}
	w.endTable()
	r.Blocks = w.blocks
	return r
}
