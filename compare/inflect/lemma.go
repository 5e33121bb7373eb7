package inflect

import (
	"strings"
	"unicode/utf8"

	"svod/corpus/words"
)

// Lemma returns the nominative singular of a phrase that stands in any case, by
// which its forms are told for the same. It is false where that is not known.
func Lemma(text, lang string) (string, bool) {
	if lang == "kk" {
		return kazakhLemma(text)
	}
	p := Parse(text, lang)
	if p.stays || p.guess {
		return "", false
	}
	form, other := p.render(Reading{}.bit())
	return form, form != "" && form == other
}

// nominative turns a phrase that was given in another case into the nominative:
// adjectives and their noun at its beginning, with a tail that stays. It is
// false where that is not so, or what the words are is not known.
func (r *reader) nominative(text string) (string, bool) {
	var adjectives []inflected
	for i, s := range r.slots {
		form := words.Fold(s.text)
		for _, n := range lemmas(form) {
			for _, reading := range n.as.list() {
				isPlural := reading.Plural
				out := []string{n.noun.forms[number(isPlural)][Nominative].form}
				fits := reading.Case != Nominative
				for k := len(adjectives) - 1; k >= 0 && fits; k-- {
					a := adjectives[k].adjective
					fits = words.Fold(a.form(n.noun.gender, isPlural, reading.Case, n.noun.life).form) == adjectives[k].form
					out = append([]string{a.form(n.noun.gender, isPlural, Nominative, n.noun.life).form}, out...)
				}
				if fits && !r.agreesLater(i+1, n.noun, reading) {
					return r.with(text, out), true
				}
			}
		}
		a, ok := adjectiveIn(form)
		if !ok {
			return "", false
		}
		adjectives = append(adjectives, inflected{a, form})
	}
	return "", false
}

// inflected is an adjective in some case.
type inflected struct {
	adjective
	form string
}

// agreesLater reports whether a word behind the noun is in its case too, as the
// participle of «лица, осуществляющего надзор» or a second noun.
func (r *reader) agreesLater(i int, n noun, reading Reading) bool {
	for ; i < len(r.slots); i++ {
		if !r.joined(i) {
			continue
		}
		form := r.slots[i].form
		if a, ok := adjectiveIn(form); ok && words.Fold(a.form(n.gender, reading.Plural, reading.Case, n.life).form) == form {
			return true
		}
		for _, l := range lemmas(form) {
			if l.as&inCase(reading.Case) != 0 {
				return true
			}
		}
	}
	return false
}

// with puts words in the place of the first ones of a phrase.
func (r *reader) with(text string, first []string) string {
	var b strings.Builder
	at := 0
	for i, form := range first {
		s := r.slots[i]
		b.WriteString(text[at:s.lo])
		b.WriteString(s.spell(form))
		at = s.lo + len(s.text)
	}
	b.WriteString(text[at:])
	return b.String()
}

// A lemma is a noun and what a form of it can be.
type lemma struct {
	noun noun
	as   readings
}

// lemmas finds the nouns that a form can be of.
func lemmas(form string) []lemma {
	var out []lemma
	seen := map[string]bool{}
	stem := form
	for range 4 {
		for _, end := range []string{"", "а", "я", "о", "е", "ь", "й", "ия", "ие"} {
			for _, c := range nounsOf(stem + end) {
				nominative := c.noun.forms[0][Nominative].form
				if c.noun.guess || c.plural || seen[nominative] {
					continue
				}
				if as := c.noun.reads(form); as != 0 {
					seen[nominative] = true
					out = append(out, lemma{c.noun, as})
				}
			}
		}
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
		if stem == "" {
			break
		}
	}
	return out
}

// reads returns what a folded form is of a noun.
func (n noun) reads(form string) readings {
	var out readings
	for i := range n.forms {
		for c := range n.forms[i] {
			if words.Fold(n.forms[i][c].form) == form {
				out |= Reading{Case: Case(c), Plural: i == 1}.set()
			}
		}
	}
	return out
}

// adjectiveIn reads a word as an adjective in any case.
func adjectiveIn(form string) (adjective, bool) {
	base, reflexive := strings.CutSuffix(form, "ся")
	for _, e := range modifiers {
		stem, ok := strings.CutSuffix(base, e.end)
		if !ok {
			continue
		}
		ends := []string{"ый", "ий"}
		if stressedAdjectives()[stem] || stressedHissing[stem] {
			ends = []string{"ой"}
		}
		for _, end := range ends {
			word := stem + end
			if reflexive {
				word += "ся"
			}
			a, _, ok := adjectiveOf(word)
			if !ok {
				continue
			}
			for g := range a.forms {
				for c := range a.forms[g] {
					if a.forms[g][c].form == form {
						return a, true
					}
				}
			}
		}
	}
	return adjective{}, false
}
