package parse

import "svod/corpus"

// A label is what a line says about its own place: «Статья 5-1. Формы …» is
// an article numbered 5-1 with the words «Формы …» after it. A line without
// one has Kind KindDocument, the zero value.
type label struct {
	kind  corpus.Kind
	label string // as printed, with word and punctuation
	num   string
	rest  string // what follows on the line
	value []int  // the number's parts
	// weak labels may as well be a reference or a plain sentence («Статья 5
	// Закона …», «1.2 миллиона»). Their neighbours decide.
	weak bool
	// roman says that the label is a bare Roman figure («II. Доходы»), a
	// heading of reports and appendices only.
	roman bool
	// bare says that the full stop after a clause's number is missing: «4 Доход …».
	bare bool
}

// none reports whether the line has no label.
func (l label) none() bool { return l.kind == corpus.KindDocument }

// heading reports whether the label is that of a part, section, chapter or
// article, as opposed to numbered paragraphs.
func (l label) heading() bool { return corpus.KindPart <= l.kind && l.kind <= corpus.KindArticle }

// readers recognise labels, each in the file named after its construct. Each
// looks at the line alone.
var readers = []func(string) (label, bool){readNumber, readBracketed, readItem, readArticle, readKazakh, readHeading, readRoman}

// readLabel recognises the label of a line.
func readLabel(s string) label {
	for _, read := range readers {
		if l, ok := read(s); ok {
			l.value = numberValue(l.num)
			return l
		}
	}
	return label{}
}

// after makes a label of the beginning of s that ends where rest begins.
func after(s, rest string, kind corpus.Kind, num string) label {
	return label{kind: kind, label: trim(s[:len(s)-len(rest)]), num: num, rest: trim(rest)}
}
