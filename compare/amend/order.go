package amend

import "svod/corpus"

// Read has two layers. This file is where they meet.
//
//	lines of the draft ─lines.go→ sentences ─a grammar→ orders ─read.go→ operations
//
// The layer below knows nothing of languages: it finds what is quoted, where
// sentences begin and end, what leads in to what by the draft's numbers, and
// which lines are new text. A grammar reads one sentence, word by word, and
// knows nothing of the lines around it.

// A grammar reads one sentence and its tokens, without the draft's own number
// before it and without the new text behind its colon. It must understand the
// whole sentence: if one word is left over it returns an order with a Why. deep
// tells that clauses may lie in parts of articles, as they do in Russia.
type grammar func(s string, ts []token, deep bool) order

// A language is what Read must know of one.
type language struct {
	read grammar
	// listed reads a line of a list of what is repealed or suspended.
	listed func(s string) order
	// mayOrder reports quickly whether a line may be an order; true is no promise.
	mayOrder func(s string) bool
	// orders reports whether a sentence orders a change, as far as one can tell of one that
	// was not understood.
	orders func(ts []token) bool
	// effect reads when the draft comes into force; says is false of a sentence
	// that says nothing of that.
	effect func(s string) (f force, says bool)
	// titled reads the act that the title of a draft names, nil if none.
	titled func(title string) *Act
	// rank is the provision that a sentence names first, as far as one can tell of one that was not
	// understood; nil if one cannot.
	rank func(s string) []Level
	// changes reports whether an appendix of this title orders changes, or lists
	// acts and the changes to them.
	changes func(title string) bool
}

// A force is when a draft comes into force. unclear says that not all of it was
// understood.
type force struct {
	Effect
	except  []exception
	unclear bool
}

// An exception is what of a draft comes into force otherwise than the rest.
type exception struct {
	where  []Where
	effect Effect
}

// languageOf returns the language of a draft.
func languageOf(d *corpus.Document) language {
	if d.Meta.Language == "kk" {
		return kazakh
	}
	return russian
}

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
	// list says that the changes stand in an appendix of the draft, of this number
	// if it is told.
	list   bool
	number string
	why    Why // what was not understood, "" if the sentence was
}

// A deed is one thing that is ordered. The fields are those of Operation.
type deed struct {
	kind   Kind
	object Object
	// act is the one that this deed alone names, where the sentence names several.
	act *Act
	// where is below the lead-ins of the sentence, nil for what they name itself.
	where []Where
	// adds is the level of what is added, its numbers in nums.
	adds       Level
	old, new   string
	nums       []string
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
	// list says that what is done is done to all that is listed: in the lines
	// below, or if appendix is set in that of the draft: «признать утратившими силу
	// приказы согласно перечню».
	list bool
}
