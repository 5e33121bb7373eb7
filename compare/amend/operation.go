// Package amend knows amending acts: laws «О внесении изменений и дополнений»,
// whose text says what to change in the text of other acts.
//
//	draft amending act ─amend.Read→ Draft (operations) ─apply.Apply→ the law as it would read
//	two editions ─write.Write→ operations → the text of the act that turns one into the other
//
// Read never guesses: what it does not understand is listed as Unread.
package amend

import "svod/corpus"

// A Draft is an amending act as a list of operations.
type Draft struct {
	Document   *corpus.Document
	Acts       []Act       // that it amends, in the order in which it names them
	Operations []Operation // in the order of the draft
	Unread     []Unread
}

// An Act is one that a draft amends, as the draft names it. What it does not
// say is empty.
type Act struct {
	Place  corpus.Address // of the unit of the draft that names it
	Name   string         // as printed, without the list of publications
	Type   string         // law, code, decree …, as in corpus.Meta
	Title  string         // «Об общественных советах», without quotes
	Number string
	Date   string // 2015-11-02
	Body   string // who adopted it, as printed
}

// An Operation is one change that a draft orders. «В пунктах 1 и 2 слова «А»
// заменить словами «Б»» is one operation on two provisions; «слово «А»
// исключить, слово «Б» заменить словом «В»» are two operations.
type Operation struct {
	Place corpus.Address // of the unit of the draft that orders it
	Lines corpus.Span    // its lines in the draft: from the order to the end of the new text
	Text  string         // the order as printed, without what leads it in and without new units

	Act    int // index into Draft.Acts
	Kind   Kind
	Object Object
	Where  []Where // what it touches; of units that are added, what they are added to

	// Old are the words that give way: those that are replaced or removed.
	// Of words that are added, those beside which they are put.
	Old string
	// New are the words that come, or the new text of units, lines joined by
	// newlines, less the quotes around it.
	New string
	// Units is New as a tree. Numbers that the draft announces («дополнить
	// пунктами 3-1 и 3-2») are in Nums, as are the new ones of Renumber.
	Units []*corpus.Unit
	Nums  []string
	Side  Side

	// Everywhere says that the words change wherever they stand («по всему
	// тексту»), Cases that they do in whatever case («в соответствующих падежах»).
	Everywhere bool
	Cases      bool
	// Appendix is the unit of the draft that holds the new text, where the
	// order sends there: «согласно приложению 2 к настоящему решению».
	Appendix corpus.Address
	Until    string // of Suspend: the day to which, 2027-01-01; "" if not said
	Effect   Effect
	Doubts   []Doubt // what a person should look at, though it was understood
}

// A Kind is what an operation does.
type Kind string

// The kinds of operations.
const (
	Restate  Kind = "restate"  // изложить в следующей редакции
	Add      Kind = "add"      // дополнить
	Replace  Kind = "replace"  // слова … заменить словами …
	Remove   Kind = "remove"   // исключить
	Repeal   Kind = "repeal"   // признать утратившим силу
	Suspend  Kind = "suspend"  // приостановить действие
	Renumber Kind = "renumber" // пункт 3 считать пунктом 4
)

// An Object is what the kind is done to.
type Object string

// The objects of operations.
const (
	Units     Object = "unit"     // статьи, пункты, абзацы, приложения, or the act itself
	Words     Object = "words"    // слова
	Figures   Object = "figures"  // цифры
	Signs     Object = "signs"    // точка, запятая …
	Sentences Object = "sentence" // предложение
	Headings  Object = "heading"  // заголовок, наименование
	Rows      Object = "row"      // строки таблицы, позиции перечня
)

// A Side is where words go.
type Side string

// The sides. Words without one go to the end.
const (
	After  Side = "after"  // после слов «…» дополнить словами «…»
	Before Side = "before" // перед словами
	Start  Side = "start"  // в начале дополнить
	End    Side = "end"    // дополнить словами
)

// A Doubt is a code of what a reader noticed.
type Doubt string

// The doubts.
const (
	DoubtQuotes   Doubt = "quotes-unbalanced" // the end of the new text is a guess
	DoubtUnquoted Doubt = "quotes-missing"    // the new text stands without quotes
	DoubtNumbers  Doubt = "numbers-differ"    // the new text has other numbers than announced
	DoubtNoAct    Doubt = "no-act"            // no act was named; it is the one of the title
)

// An Unread is what Read did not understand: «не разобрано».
type Unread struct {
	Place corpus.Address
	Lines corpus.Span
	Text  string
	Why   Why
}

// Why is the code of a reason.
type Why string

// The reasons.
const (
	WhyWords    Why = "words"       // it orders a change, but says words that are not known
	WhyNoOrder  Why = "no-order"    // no order can be seen in it, where one was announced
	WhyNoVerb   Why = "no-verb"     // it names a provision, and not what to do with it
	WhyNumbers  Why = "numbers"     // there are as many old words or numbers as new ones wanted, and not given
	WhyNoText   Why = "no-text"     // it announces new text, and none follows
	WhyAppendix Why = "no-appendix" // the draft has no appendix of the number that it names
	WhyList     Why = "no-list"     // the list that it speaks of was not found
	WhyOther    Why = "other-text"  // it changes the text in another language only
	WhyTail     Why = "tail"        // only the beginning was understood
	WhyNoAct    Why = "no-act"      // it orders a change, and no act was named
	WhyEffect   Why = "effect"      // it says when the draft comes into force, and not all of it was understood
	WhyNoLead   Why = "no-lead"     // what leads in to it was not understood
)
