package inflect

import (
	"strings"
	"unicode/utf8"
)

// An adjective is one, or a participle, an ordinal, a pronoun that is declined
// as one: by gender, with the plural as the fourth.
type adjective struct {
	forms [4][russian]cell
}

const plural = gender(3) // of adjectives

// An agreement is how an adjective in the nominative says its noun is.
type agreement struct {
	gender gender // or plural
}

// is tells whether a noun in the nominative agrees.
func (a agreement) is(g gender, isPlural bool) bool {
	if isPlural {
		return a.gender == plural
	}
	return a.gender == g
}

// form is the form of the adjective beside a noun.
func (a adjective) form(g gender, isPlural bool, c Case, l life) cell {
	if isPlural {
		g = plural
	}
	if c != Accusative || g == feminine || g == neuter {
		return a.forms[g][c]
	}
	nominative, genitive := a.forms[g][Nominative], a.forms[g][Genitive]
	switch l {
	case thing:
		return nominative
	case person:
		return genitive
	}
	nominative.other = genitive.form
	return nominative
}

// adjectiveOf reads a word as an adjective in the nominative. It goes by the
// ending alone, so that «решение» must be known for a noun before.
func adjectiveOf(word string) (adjective, agreement, bool) {
	if p, ok := pronouns()[word]; ok {
		return p.adjective, p.agreement, true
	}
	base, reflexive := strings.CutSuffix(word, "ся")
	if utf8.RuneCountInString(base) < 4 {
		return adjective{}, agreement{}, false
	}
	stem, end := base[:len(base)-4], base[len(base)-4:] // two letters
	last, _ := utf8.DecodeLastRuneInString(stem)
	g, ok := map[string]gender{"ый": masculine, "ой": masculine, "ий": masculine, "ая": feminine, "яя": feminine,
		"ое": neuter, "ее": neuter, "ые": plural, "ие": plural}[end]
	if !ok || reflexive && !strings.ContainsRune("щш", last) {
		return adjective{}, agreement{}, false
	}
	if end == "ой" && !stressedAdjectives()[stem] && !stressedHissing[stem] {
		return adjective{}, agreement{}, false // «уполномоченной» is no nominative
	}
	velar, hissing := strings.ContainsRune("гкх", last), strings.ContainsRune("жшчщ", last)
	var list string
	switch {
	case end == "ый" || end == "ые" || end == "ое" && !hissing && !velar || end == "ая" && !hissing && !velar || end == "ой" && !hissing && !velar:
		list = hardEndings
	case velar && (end == "ий" || end == "ая" || end == "ое" || end == "ие" || end == "ой"):
		list = velarEndings
	case hissing && stressedHissing[stem]:
		list = velarEndings
	case hissing && (end == "ий" || end == "ая" || end == "ее" || end == "ие"):
		list = hissingEndings
	case last == 'н' && (end == "ий" || end == "яя" || end == "ее" || end == "ие"):
		list = softEndings
	default:
		return adjective{}, agreement{}, false
	}
	a := adjectiveBy(stem, list, reflexive)
	// The masculine of «правовая» is not told by its ending.
	if list != hissingEndings && list != softEndings {
		ends := [2]string{"ый", "ой"}
		if list == velarEndings {
			ends[0] = "ий"
		}
		nominative := cell{form: stem + ends[0]}
		switch {
		case g == masculine:
			nominative.form = base
		case stressedAdjectives()[stem]:
			nominative.form = stem + ends[1]
		case strings.HasSuffix(stem, "ов") || strings.HasSuffix(stem, "ев"):
			nominative.other = stem + ends[1]
		}
		a.forms[masculine][Nominative] = nominative
	}
	return a, agreement{g}, true
}

// Endings by gender, in the order of the cases. The accusative of the masculine
// and plural is made by adjective.form.
const (
	hardEndings    = "ый ого ому - ым ом / ая ой ой ую ой ой / ое ого ому ое ым ом / ые ых ым - ыми ых"
	velarEndings   = "ий ого ому - им ом / ая ой ой ую ой ой / ое ого ому ое им ом / ие их им - ими их"
	hissingEndings = "ий его ему - им ем / ая ей ей ую ей ей / ее его ему ее им ем / ие их им - ими их"
	softEndings    = "ий его ему - им ем / яя ей ей юю ей ей / ее его ему ее им ем / ие их им - ими их"
	// «третий»: третьего
	thirdEndings = "ий ьего ьему - ьим ьем / ья ьей ьей ью ьей ьей / ье ьего ьему ье ьим ьем / ьи ьих ьим - ьими ьих"
)

// stressedHissing are the stems of «большой», «чужой».
var stressedHissing = map[string]bool{"больш": true, "чуж": true, "небольш": true}

func adjectiveBy(stem, list string, reflexive bool) adjective {
	var a adjective
	tail := ""
	if reflexive {
		tail = "ся"
	}
	for g, part := range strings.Split(list, " / ") {
		for c, e := range strings.Fields(part) {
			if e == "-" {
				continue
			}
			a.forms[g][c] = cell{form: stem + e + tail}
			if gender(g) == feminine && Case(c) == Instrumental {
				a.forms[g][c].also = []string{stem + strings.TrimSuffix(e, "й") + "ю" + tail}
			}
		}
	}
	return a
}

// isParticiple goes by what stands before the ending.
func isParticiple(word string) bool {
	stem := strings.TrimSuffix(word, "ся")
	if utf8.RuneCountInString(stem) < 5 {
		return false
	}
	return endsAny(stemOf(stem), "ющ", "ущ", "ащ", "ящ", "вш", "нн", "ем", "им", "ом", "т", "ш")
}

// stemOf takes the ending of an adjective in any case off.
func stemOf(word string) string {
	n := 2
	if endsAny(word, "его", "ого", "ему", "ому", "ими", "ыми") {
		n = 3
	}
	return word[:len(word)-2*n]
}
