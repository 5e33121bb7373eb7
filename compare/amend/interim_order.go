package amend

import "svod/corpus"

// An order is what one sentence of a draft says. A grammar for each language
// reads it (readRussian, readKazakh); who owns the lines around it is read.go.
type order0 struct {
	acts   []Act   // that it names: «Внести в Закон …», «в Кодексе …:»
	where  []Where // where what follows is done, relative to what led in; nil: there
	follow bool    // orders of their own follow: the sentence leads in
	deeds  []deed0
}

// A deed is one thing that an order does.
type deed0 struct {
	Operation             // Kind, Object, Old, New, Side, Nums, Everywhere, Cases, Until
	here      bool        // Where is its own, relative to what led in; else that of the order
	text      bool        // new text follows in the next lines
	appendix  string      // new text is in this appendix of the draft: its number, "-" for the only one
	act       *Act        // that it repeals as a whole
	list      bool        // the acts that it repeals follow as a list
	added     corpus.Kind // of units that are added
}

// A grammar reads one sentence, whole or not at all: what it does not
// understand has a reason.
type grammar0 func(s string) (order0, Why)

// The reasons why a sentence was not understood.
const (
	WhyWords   Why = "words"   // it orders a change, but says words that are not known
	WhyNoText  Why = "no-text" // it announces new text, and none follows
	WhyNoAct   Why = "no-act"  // it orders a change, and no act was named
	WhyNoVerb  Why = "no-verb" // it names a provision, and not what to do with it
	WhyNumbers Why = "numbers" // as many old words or numbers as new ones are wanted
	WhyList    Why = "no-list" // the list that it speaks of was not found
	WhyTail    Why = "tail"    // only the beginning was understood
)

// The doubts.
const (
	DoubtQuotes   Doubt = "quotes-unbalanced" // the end of the new text is a guess
	DoubtUnquoted Doubt = "quotes-missing"    // the new text stands without quotes
	DoubtAppendix Doubt = "appendix-missing"  // the appendix with the new text is not there
	DoubtNumbers  Doubt = "numbers-differ"    // the new text has other numbers than announced
)
