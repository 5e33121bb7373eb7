package amend

import "svod/corpus"

// Read has two layers. This file is where they meet.
//
//	lines of the draft ─lay.go→ sentences ─a grammar→ orders ─read.go→ operations
//
// The layer below knows nothing of languages: it finds what is quoted, where
// sentences begin and end, what leads in to what by the draft's numbers, and
// which lines are new text. A grammar reads one sentence, word by word, and
// knows nothing of the lines around it.

// A grammar reads the tokens of one sentence, without the draft's own number
// before it and without the new text behind its colon. It must understand the
// whole sentence: if one word is left over it returns an order with a Why.
type grammar func(ts []token) order

// grammars are those of the languages that drafts are written in.
var grammars = map[string]grammar{"kk": readKazakh}

// An order is what one sentence says.
type order struct {
	// act is the act that the sentence names, nil if none: «Внести в Закон …
	// следующие изменения:», «в статье 5 Закона …».
	act *Act
	// leads says that the sentence orders nothing but says where the orders
	// below it do: «в статье 5:», «в Правилах, утвержденных указанным приказом:». They are
	// at where, whose levels stand below those that led in to the sentence.
	leads bool
	where []Where
	// deeds are what it orders, in order. «Слова «А», «Б» заменить соответственно словами «В», «Г»»
	// are two of them.
	deeds []deed
	// own says that the sentence speaks of the draft itself, or of who does what
	// when it is in force: neither an order nor unread.
	own bool
	why Why // what was not understood, "" if the sentence was
}

// A deed is one thing that is ordered. The fields are those of Operation.
type deed struct {
	kind   Kind
	object Object
	// act is the one that this deed alone names, where the sentence names several.
	act *Act
	// where is below the lead-ins of the sentence, nil for what they name itself.
	where      []Where
	old, new   string
	nums       []string
	added      corpus.Kind // of units that come, as the sentence names them
	side       Side
	everywhere bool
	cases      bool
	until      string // of Suspend: 2027-01-01
	// text says that the new text stands behind the sentence.
	text bool
	// appendix says that the new text is an appendix of the draft, and number
	// which: «согласно приложению 2 к настоящему решению».
	appendix bool
	number   string
	// list says that what is done is done to all that an appendix of the draft
	// lists: «признать утратившими силу приказы согласно перечню».
	list bool
}
