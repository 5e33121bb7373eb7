// Package corpus holds the nouns of svod: a file as it was read (Source), the
// act or report that it contains (Document), and the tree of its parts (Unit),
// each with an Address that names it and a Citation that one prints.
//
// The way of the data is
//
//	file → extract.File → Source → parse.Parse → Document → store, index, compare
//
// Nothing here reads or writes files, and nothing but the standard library is
// imported.
package corpus

// A Document is an act, a report or any other text, parsed into a tree.
//
// ID is the first 12 hex digits of the SHA-256 of the file's bytes.
type Document struct {
	ID     string
	Meta   Meta
	Source *Source
	Root   *Unit // of KindDocument

	// Attributes are what the user has said about the document: region, body,
	// level, year … Analyses group and filter by them.
	Attributes map[string]string

	addresses addresses // computed on first use
	wording   Wording   // set by CiteAs
}

// Meta is what a document says about itself. What it does not say is empty;
// nothing is guessed from other acts.
type Meta struct {
	Title        string // «Об общественных советах», without the kind of act
	Type         string // law, code, decree, resolution, order, decision, constitution, rules, report, other
	Number       string // "383-V"
	Date         string // 2015-11-02
	Body         string // who adopted it, as printed
	Jurisdiction string // KZ, RU, KG, BY or empty
	Language     string // ru, kk, en
	Edition      string // 2021-01-03: the text as of this date; empty when unknown

	// Origin tells for each field by its lower-case name where the value comes
	// from: "text", "file name", "notes" (then the edition is «не ранее»),
	// "json", "user". A field without a value may have the origin "absent".
	Origin map[string]string
}

// A Unit is a structural element of a document, from the whole down to an
// unnumbered paragraph. Its own text is its first paragraph; what follows
// without a number are passages among its children, in document order with
// the numbered ones.
//
// Label, Title and Text together are the unit's own words in the source,
// less its notes.
type Unit struct {
	Kind     Kind
	Label    string // as printed, with word and punctuation: «Статья 5-1.», «3)», «5-1-бап.», «§ 2.»
	Num      string // the number in the label, as printed: "5-1", "53¹", "IV", "первый", "а"
	Title    string // heading without its label
	Text     string // own first paragraph, without label and notes; rows: cells joined by tabs
	Notes    []Note
	Repealed bool // the unit stands in the text only by its number: «исключен», «утратил силу»
	Span     Span // lines of the source from the unit's first to its last, children and notes included
	Units    []*Unit
}

// A Note is an editorial remark that is not law: «Сноска. …», «(в ред. …)»,
// «Примечание ИЗПИ!». Span is the lines it fills; it is empty (Lo == Hi) for a
// note that stands inside a line of its unit's text.
type Note struct {
	Text string
	Span Span
}

// A Span is a half-open range of a Source's lines.
type Span struct{ Lo, Hi int }

// Empty reports whether the span holds no line.
func (s Span) Empty() bool { return s.Lo >= s.Hi }

// Walk calls f for u and every unit below it in document order, as long as f
// returns true.
func (u *Unit) Walk(f func(*Unit) bool) bool {
	if !f(u) {
		return false
	}
	for _, c := range u.Units {
		if !c.Walk(f) {
			return false
		}
	}
	return true
}

// Own returns heading, newline, own text: what comparisons and searches see of
// the unit itself. Either part may be missing.
func (u *Unit) Own() string {
	switch {
	case u.Title == "":
		return u.Text
	case u.Text == "":
		return u.Title
	}
	return u.Title + "\n" + u.Text
}
