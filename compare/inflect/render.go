package inflect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// put returns what another phrase is at a place of this one, the likeliest
// first, and whether it is sure.
func (p Phrase) put(to Phrase, m match) ([]string, bool) {
	if p.stays || to.stays {
		// What does not change can only be put as it is. It is sure only of a
		// pair of which nothing changes.
		return []string{to.text}, p.stays && to.stays
	}
	sure := !to.guess
	var out []string
	list := m.readings.list()
	for _, c := range likeliest {
		for _, r := range list {
			if r.Case != c {
				continue
			}
			targets, known := p.across(to, r, m.alone)
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
func (p Phrase) across(to Phrase, r Reading, alone bool) (targets []Reading, sure bool) {
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
		if alone {
			return []Reading{bare}, sure
		}
		return []Reading{bare, r}, sure
	}
	return []Reading{r}, sure
}

// likeliest are the cases, the commonest in laws first.
var likeliest = []Case{Genitive, Nominative, Accusative, Instrumental, Dative, Prepositional, Locative, Ablative, Attributive}

// render writes the phrase in a reading, and as it may be instead. It is empty
// for a reading that the phrase has not.
func (p Phrase) render(bit int) (form, other string) {
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
