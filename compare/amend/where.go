package amend

import (
	"strings"

	"svod/corpus"
)

// A Where names provisions of the amended act, with all that led in to them:
// «в статье 5:» ⏎ «в пункте 2:» ⏎ «в подпунктах 3) и 4) слова …» is статья 5,
// пункт 2, подпункты 3) and 4).
type Where struct {
	Levels   []Level // outermost first; none: the act itself
	Part     Part    // "" for the whole
	Sentence int     // of PartSentence: which, from 1; -1 the last
	Text     string  // as printed where the order stands
}

// A Level is one step of a Where.
type Level struct {
	corpus.Step
	// Noun is what the draft calls a level that acts do not have by
	// themselves: «функциональная группа», «строка, порядковый номер». Its Kind is
	// KindRow.
	Noun  string
	Title string // «…» behind the number or noun, which tells it from its namesakes
}

// A Part is what of a provision is meant.
type Part string

// The parts.
const (
	PartHeading  Part = "heading"
	PartSentence Part = "sentence"
	PartNote     Part = "note" // the act's own «примечание»
)

// Reference is what corpus resolves in the act. Levels of no kind are left out.
func (w Where) Reference() corpus.Reference {
	var r corpus.Reference
	for _, l := range w.Levels {
		if l.Noun == "" {
			r.Steps = append(r.Steps, l.Step)
		}
	}
	return r
}

// Path writes the levels as an address is written: «ст.5/п.2/пп.3,4», with
// «ч.2» for a part that only the act can tell, and a level of no kind by its
// noun: «функциональная группа.07». It is "" for the act itself.
func (w Where) Path() string {
	steps := make([]string, 0, len(w.Levels))
	for _, l := range w.Levels {
		if l.Noun == "" {
			steps = append(steps, l.Step.String())
			continue
		}
		step := l.Noun
		if len(l.Nums) > 0 {
			step += "." + strings.Join(l.Nums, ",")
		}
		steps = append(steps, step)
	}
	return strings.Join(steps, "/")
}
