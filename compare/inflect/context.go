package inflect

import (
	"slices"
	"strings"
	"unicode/utf8"

	"svod/corpus/words"
)

// narrow leaves out the readings that what stands around a phrase forbids. It
// looks at agreeing words and a preposition before it, at a noun before that
// has the genitive beside it, and at a verb behind that makes it the subject.
// Where these tell nothing, all readings stay.
func (p Phrase) narrow(text string, t []words.Word, lo, hi int, rs readings) readings {
	k := lo - 1
	gap := func(i int) string { return gapOf(text[t[i].Hi:t[i+1].Lo]) }
	near := func(i int) bool { return i >= 0 && gap(i) == " " }
	for near(k) {
		form := t[k].Form
		if isPreposition(form) {
			return p.governed(form, rs)
		}
		m := p.modifier(form)
		postposed := k > 0 && strings.Contains(gap(k-1), ",") && isParticiple(form)
		switch {
		case postposed:
			// «убытки, причиненные [организации]»: it belongs to what is before.
		case m&rs != 0:
			rs &= m
			k--
			continue
		case isConjunction(form) && near(k-1) && p.modifier(t[k-1].Form)&rs != 0 && isPair(t[k-1].Form, t[lo].Form):
			k-- // «физических и [юридических лиц]»
			continue
		case passed[form], isAdverb(form) && (k < lo-1 || len(p.slots) > 1):
			k--
			continue
		}
		break
	}
	switch {
	case near(k) && !isConjunction(t[k].Form) && !including(t, k):
		if !p.preposed(t, k) {
			rs = rs.not(Prepositional)
		}
		switch {
		case genitiveAfter()[t[k].Form] && !p.participle(t, k, rs) && !given(text, t, k):
			return rs.only(Genitive)
		case objectAfter(t, k):
			return rs.not(Nominative)
		case nounLike(t[k].Form):
			rs = rs.notBoth() // «прав [граждан]»: a verb or a preposition would have the accusative
		}
	case p.opens(text, t, k+1):
		rs = rs.not(Prepositional)
	}
	if k >= 0 && strings.HasSuffix(gap(k), " - ") {
		rs = rs.not(Accusative) // «пашня – земельный участок»
	}
	return p.subject(text, t, k, hi, rs)
}

// governed keeps the cases of a preposition.
func (p Phrase) governed(preposition string, rs readings) readings {
	of := governs[preposition]
	switch preposition {
	case "по": // «по завершении», «по пятое число» are rare
		return rs.only(of...).only(Dative)
	case "в", "во":
		// «принять в [члены]» has the nominative, of persons in the plural.
		if people := (Reading{Case: Nominative, Plural: true}).set(); p.life != thing && rs&people != 0 {
			return rs.only(of...) | people
		}
	}
	return rs.only(of...)
}

// passed are words that may stand between a preposition and its noun and say
// nothing of the case.
var passed = setOf("его ее их двух трех четырех пяти шести семи восьми девяти десяти обоих обеих")

// including reports whether «в том числе» ends with a word.
func including(t []words.Word, k int) bool {
	return t[k].Form == "числе" && k > 0 && t[k-1].Form == "том"
}

// isPair reports whether two adjectives end alike.
func isPair(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeLastRuneInString(b)
	return x == y
}

// participle reports whether the noun before belongs to a participle of the
// phrase: «[созданные этими органами] организации».
func (p Phrase) participle(t []words.Word, k int, rs readings) bool {
	for i := k - 1; i >= 0 && i > k-14; i-- {
		if isParticiple(t[i].Form) && p.modifier(t[i].Form)&rs&^inCase(Genitive) != 0 {
			return true
		}
	}
	return false
}

// preposed reports whether a preposition may reach the phrase over words that
// belong to a participle between: «в [созданной государством] организации», or
// over another adjective: «в трудовом, коллективном [договорах]».
func (p Phrase) preposed(t []words.Word, k int) bool {
	for i := k; i > 0 && i > k-16; i-- {
		if slices.Contains(governs[t[i-1].Form], Prepositional) && endsAny(strings.TrimSuffix(t[i].Form, "ся"), "ом", "ем", "ой", "ей", "ых", "их") {
			return true
		}
	}
	return false
}
