package inflect

import (
	"slices"
	"strings"
	"unicode"
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

// Find returns where a phrase stands in a text in any of its forms. The phrase
// is given in the nominative. lang is ru or kk.
func Find(text, phrase, lang string) []Form {
	p := phraseOf(phrase, lang)
	var out []Form
	for _, m := range p.find(text, lang) {
		out = append(out, Form{m.lo, m.hi, text[m.lo:m.hi], m.readings.list()})
	}
	return out
}

// Replace puts new in the place of old wherever it stands, in the case and
// number of each place, and returns the text and the places, with their offsets
// in the old one. Both are given in the nominative.
func Replace(text, old, new, lang string) (string, []Place) {
	from, to := phraseOf(old, lang), phraseOf(new, lang)
	var b strings.Builder
	var out []Place
	at := 0
	for _, m := range from.find(text, lang) {
		place := Place{Form: Form{m.lo, m.hi, text[m.lo:m.hi], m.readings.list()}}
		place.New, place.Sure = from.put(to, m.readings)
		if to.gender != from.gender && !from.kazakh && m.readings&anyPlural == 0 {
			place.Beside = m.beside
		}
		for i, form := range place.New {
			place.New[i] = capitalsOf(place.Text, old, form)
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

func phraseOf(text, lang string) phrase {
	if lang == "kk" {
		return kazakhPhrase(text)
	}
	return russianPhrase(text)
}

// A match is where a phrase stands.
type match struct {
	lo, hi   int
	readings readings
	beside   string // the word before that agrees with it
}

// find returns the matches, which do not overlap.
func (p phrase) find(text, lang string) []match {
	if len(p.slots) == 0 {
		return nil
	}
	return p.findIn(text, tokens(text, lang))
}

func (p phrase) findIn(text string, t []words.Word) []match {
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
		case !p.kazakh:
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
func (p phrase) edges(text string, m *match) bool {
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

// put returns what another phrase is in the readings of this one, the likeliest
// first, and whether it is sure.
func (p phrase) put(to phrase, rs readings) ([]string, bool) {
	if p.stays || to.stays {
		// What does not change can only be put as it is. It is sure only of a
		// pair of which nothing changes.
		return []string{to.text}, p.stays && to.stays
	}
	sure := !to.guess
	var out []string
	list := rs.list()
	for _, c := range likeliest {
		for _, r := range list {
			if r.Case != c {
				continue
			}
			targets, known := p.across(to, r)
			sure = sure && known
			for _, target := range targets {
				form, other := to.render(target.bit())
				for _, f := range []string{form, other} {
					if f != "" && !slices.Contains(out, f) {
						out = append(out, f)
					}
				}
			}
		}
	}
	if len(out) == 0 {
		return []string{to.text}, false
	}
	return out, sure && len(out) == 1
}

// across returns the readings of another phrase for one of this one. Phrases
// that were given in different numbers keep to that: «органы» for «орган».
func (p phrase) across(to phrase, r Reading) (targets []Reading, sure bool) {
	sure = p.plural == to.plural || r.Plural == p.plural
	r.Plural = r.Plural != p.plural != to.plural
	switch {
	case to.owned: // «басқарманың [комиссиясы]» has one possessive, not two
		sure = sure && (r.Owned || !p.owned)
		r.Owned = true
	case p.owned && r.Owned:
		// «[атқарушы органы]» may be somebody's, or have its possessive of itself.
		bare := r
		bare.Owned = false
		return []Reading{bare, r}, sure
	}
	return []Reading{r}, sure
}

// likeliest are the cases, the commonest in laws first.
var likeliest = []Case{Genitive, Nominative, Accusative, Instrumental, Dative, Prepositional, Locative, Ablative, Attributive}

// render writes the phrase in a reading, and as it may be instead. It is empty
// for a reading that the phrase has not.
func (p phrase) render(bit int) (form, other string) {
	var a, b strings.Builder
	at := 0
	for _, s := range p.slots {
		a.WriteString(p.text[at:s.lo])
		b.WriteString(p.text[at:s.lo])
		at = s.lo + len(s.text)
		if s.out == nil {
			a.WriteString(s.text)
			b.WriteString(s.text)
			continue
		}
		c, ok := s.out[bit]
		if !ok {
			return "", ""
		}
		a.WriteString(s.spell(c.form))
		if c.other == "" {
			c.other = c.form
		}
		b.WriteString(s.spell(c.other))
	}
	a.WriteString(p.text[at:])
	b.WriteString(p.text[at:])
	return a.String(), b.String()
}

// spell gives a form the capitals of the word: «Республики», «МЖӘ-ні».
func (s slot) spell(form string) string {
	if isAbbreviation(s.text) {
		return form
	}
	return capitalsOf(s.text, lower(s.text), form)
}

// capitalsOf writes a form with the capitals that a place has and the phrase, as
// it was given, has not: that of a sentence's first word, or of a heading's all.
func capitalsOf(place, given, form string) string {
	first, _ := letter(place)
	old, _ := letter(given)
	if !unicode.IsUpper(first) || unicode.IsUpper(old) {
		if unicode.IsUpper(first) && place == strings.ToUpper(place) && given != strings.ToUpper(given) && utf8.RuneCountInString(place) > 3 {
			return strings.ToUpper(form)
		}
		return form
	}
	if utf8.RuneCountInString(place) > 1 && place == strings.ToUpper(place) {
		return strings.ToUpper(form)
	}
	_, at := letter(form)
	r, n := utf8.DecodeRuneInString(form[at:])
	return form[:at] + string(unicode.ToUpper(r)) + form[at+n:]
}

// letter returns the first letter of a text and where it stands.
func letter(s string) (rune, int) {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return r, i
		}
	}
	return 0, 0
}
