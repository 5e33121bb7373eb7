package inflect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// A Phrase is one as it was given, in the nominative, and what it is in other
// cases. Parse makes it; texts are searched faster by one than by its text.
type Phrase struct {
	text   string
	slots  []slot
	before string // signs before the first word: «(»
	after  string // and behind the last
	// plural is the number in which the phrase was given, gender and life those
	// of its first noun.
	plural bool
	gender gender
	life   life
	acts   bool // the noun is a person or a body, which does what verbs say
	owned  bool // of Kazakh: it was given with a possessive
	guess  bool // it is not known well enough
	stays  bool // no word of it changes, or it is not known which
	lang   string
}

// A slot is a word of a phrase.
type slot struct {
	text string
	lo   int    // where it stands in the phrase
	gap  string // signs between it and the word before
	form string // folded
	// forms are the readings of each folded form of a word that changes.
	forms map[string]readings
	// out are the forms by the bit of their reading.
	out map[int]cell
}

// russianPhrase reads a phrase in the nominative.
func russianPhrase(text string) Phrase {
	p, r := readPhrase(text)
	if !r.changes && len(p.slots) <= longest {
		// «уполномоченного органа»: whoever gives another case means all. Only
		// once: one guess may lead to the next and back again.
		if nominative, ok := r.nominative(p.text); ok {
			p, r = readPhrase(nominative)
		}
	}
	p.guess, p.plural, p.gender, p.life = r.guess, r.plural, r.gender, r.life
	p.stays, p.acts = !r.changes, r.life == person || bodies()[r.noun]
	return p
}

func readPhrase(text string) (Phrase, reader) {
	p := cutPhrase(text, "ru")
	r := reader{slots: p.slots}
	if len(p.slots) <= longest {
		r.read()
	}
	return p, r
}

// longest is how many words a phrase may have. More are a provision, which has
// no case.
const longest = 40

// cutPhrase cuts a phrase into words.
func cutPhrase(text, lang string) Phrase {
	text = strings.TrimSpace(text)
	p := Phrase{text: text, lang: lang}
	at := 0
	for _, w := range words.Split(text, lang) {
		if w.Part > 0 {
			continue
		}
		s := slot{text: text[w.Lo:w.Hi], lo: w.Lo, form: w.Form, gap: gapOf(text[at:w.Lo])}
		if len(p.slots) == 0 {
			p.before, s.gap = s.gap, ""
		}
		p.slots = append(p.slots, s)
		at = w.Hi
	}
	p.after = gapOf(text[at:])
	return p
}

// gapOf folds what stands between words: all white space is a space.
func gapOf(s string) string {
	if s == " " {
		return s
	}
	fields := strings.Fields(words.Fold(s))
	gap := strings.Join(fields, " ")
	if len(fields) == 0 {
		if s != "" {
			return " "
		}
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
		gap = " " + gap
	}
	if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) {
		gap += " "
	}
	return gap
}
