package inflect

import (
	"strings"
	"unicode/utf8"

	"svod/corpus/words"
)

// A Form is a phrase as it stands in a text, in whatever case.
type Form struct {
	Lo, Hi   int // its bytes
	Text     string
	Readings []Reading // what it can be there; none of a phrase that does not change
}

// A Place is where a phrase was replaced.
type Place struct {
	Form
	// New are the forms of the new phrase that may be meant, the likeliest
	// first. It is what Replace has put there.
	New []string
	// Sure is false where there are several, or the only one may be wrong.
	Sure bool
	// Beside is the word before it that agreed with the old phrase and does not
	// with the new one, which has another gender: «[данном] территории».
	Beside string
}

// Parse reads a phrase in the nominative. lang is ru or kk.
func Parse(text, lang string) Phrase {
	if lang == "kk" {
		return kazakhPhrase(text)
	}
	return russianPhrase(text)
}

// Find returns where a phrase stands in a text in any of its forms.
func Find(text, phrase, lang string) []Form { return Parse(phrase, lang).Find(text) }

// Find returns where the phrase stands in a text in any of its forms.
func (p Phrase) Find(text string) []Form {
	var out []Form
	for _, m := range p.find(text) {
		out = append(out, m.form(text))
	}
	return out
}

// Replace puts new in the place of old wherever it stands, in the case and
// number of each place, and returns the text and the places, with their offsets
// in the old one. Both are given in the nominative.
func Replace(text, old, new, lang string) (string, []Place) {
	return Parse(old, lang).Replace(text, Parse(new, lang))
}

// Replace puts another phrase in the place of this one wherever it stands.
func (p Phrase) Replace(text string, by Phrase) (string, []Place) {
	var b strings.Builder
	var out []Place
	at := 0
	for _, m := range p.find(text) {
		place := Place{Form: m.form(text)}
		place.New, place.Sure = p.put(by, m)
		for i, form := range place.New {
			place.New[i] = capitalsOf(place.Text, p.text, form)
		}
		if by.gender != p.gender && m.readings&anyPlural == 0 {
			place.Beside = m.beside
		}
		b.WriteString(text[at:m.lo])
		b.WriteString(place.New[0])
		at = m.hi
		out = append(out, place)
	}
	if out == nil {
		return text, nil
	}
	b.WriteString(text[at:])
	return b.String(), out
}

// A match is where a phrase stands.
type match struct {
	lo, hi   int
	readings readings
	beside   string // the word before that agrees with it
	alone    bool   // of a Kazakh phrase with a possessive: nobody before owns it
}

func (m match) form(text string) Form { return Form{m.lo, m.hi, text[m.lo:m.hi], m.readings.list()} }

// find returns the matches, which do not overlap.
func (p Phrase) find(text string) []match {
	if len(p.slots) == 0 {
		return nil
	}
	return p.findIn(text, tokens(text, p.lang))
}

func (p Phrase) findIn(text string, t []words.Word) []match {
	var out []match
	for i := 0; i+len(p.slots) <= len(t); i++ {
		readings, ok := p.slots[0].reads(t[i].Form)
		if !ok {
			continue
		}
		for k := 1; k < len(p.slots) && ok; k++ {
			if gapOf(text[t[i+k-1].Hi:t[i+k].Lo]) != p.slots[k].gap {
				ok = false
				break
			}
			more, is := p.slots[k].reads(t[i+k].Form)
			readings &= more
			ok = is && readings != 0
		}
		if !ok {
			continue
		}
		m := match{lo: t[i].Lo, hi: t[i+len(p.slots)-1].Hi, readings: readings}
		if !p.edges(text, &m) {
			continue
		}
		switch {
		case p.stays:
			m.readings = 0
		case p.lang == "kk":
			m.alone = p.owned && len(p.slots) > 1 && !kazakhOwner(t, i)
		default:
			m.readings = p.narrow(text, t, i, i+len(p.slots), readings)
			if i > 0 && p.modifier(t[i-1].Form)&m.readings != 0 && gapOf(text[t[i-1].Hi:t[i].Lo]) == " " {
				m.beside = text[t[i-1].Lo:t[i-1].Hi]
			}
		}
		out = append(out, m)
		i += len(p.slots) - 1
	}
	return out
}

// reads returns what a form of a text can be as this word; any, of a word that
// does not change.
func (s slot) reads(form string) (readings, bool) {
	if s.forms == nil {
		return ^readings(0), s.form == form
	}
	r, ok := s.forms[form]
	return r, ok
}

// edges matches the signs around a phrase.
func (p Phrase) edges(text string, m *match) bool {
	if p.before != "" {
		lo := back(text, m.lo, utf8.RuneCountInString(p.before))
		if words.Fold(text[lo:m.lo]) != p.before {
			return false
		}
		m.lo = lo
	}
	if p.after != "" {
		hi := ahead(text, m.hi, utf8.RuneCountInString(p.after))
		if words.Fold(text[m.hi:hi]) != p.after {
			return false
		}
		m.hi = hi
	}
	return true
}

func back(text string, at, runes int) int {
	for ; runes > 0 && at > 0; runes-- {
		_, n := utf8.DecodeLastRuneInString(text[:at])
		at -= n
	}
	return at
}

func ahead(text string, at, runes int) int {
	for ; runes > 0 && at < len(text); runes-- {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}

// tokens are the words of a text without the parts of compounds.
func tokens(text, lang string) []words.Word {
	all := words.Split(text, lang)
	out := all[:0]
	for _, w := range all {
		if w.Part == 0 {
			out = append(out, w)
		}
	}
	return out
}
