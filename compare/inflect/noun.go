package inflect

import (
	"strings"
	"unicode/utf8"
)

type gender uint8

const (
	masculine gender = iota
	feminine
	neuter
)

// A life tells whether the accusative is the genitive (animate) or the
// nominative.
type life uint8

const (
	thing life = iota
	person
	either // it is not known
)

// A cell is a form of a word.
type cell struct {
	form string
	also []string // what is written for it too: «организациею»
	// other is what it may be instead, where that is not known.
	other string
}

// A noun is a word in all its forms, singular and plural, in the order of
// the cases. Words of one number have the same forms for both.
type noun struct {
	gender gender
	life   life
	forms  [2][russian]cell
	guess  bool // its forms are not known well enough to be sure
}

// A declined says how a noun that is given in the nominative is declined.
type declined struct {
	gender   gender
	life     life
	stem     string // of the oblique cases, where it is not the word's own: отц
	zero     string // genitive plural without an ending, where a vowel comes in: сделок
	plural   string // nominative plural that is not regular: «доктора», «граждане»
	stressed bool   // the ending is: «отцом», not «месяцем»
	guess    bool
}

// decline makes all forms of a noun. The word is in lower case.
func (d declined) decline(word string) noun {
	n := noun{gender: d.gender, life: d.life, guess: d.guess}
	stem, end := word, ""
	if last, size := utf8.DecodeLastRuneInString(word); strings.ContainsRune("аеёийоьюя", last) {
		stem, end = word[:len(word)-size], string(last)
	}
	if d.stem != "" {
		stem = d.stem
	}
	var sg, pl [russian]string
	switch {
	case d.gender == masculine && end != "а" && end != "я":
		sg, pl = d.masculine(stem, end)
	case end == "а" || end == "я":
		sg, pl = d.feminine(stem, end)
	case end == "ь":
		sg, pl = third(stem)
	default:
		sg, pl = d.neuter(stem, end)
	}
	sg[Nominative] = word
	if d.plural != "" {
		pl[Nominative] = d.plural
	}
	for c := range russian {
		n.forms[0][c].form, n.forms[1][c].form = sg[c], pl[c]
	}
	switch {
	case d.gender == neuter, d.gender == masculine && end != "а" && end != "я":
		n.forms[0][Accusative] = d.accusative(sg[Nominative], sg[Genitive], d.gender == neuter)
	case end == "ь":
		n.forms[0][Accusative] = cell{form: word}
	default:
		if form := sg[Instrumental]; strings.HasSuffix(form, "й") {
			n.forms[0][Instrumental].also = []string{strings.TrimSuffix(form, "й") + "ю"}
		}
	}
	n.forms[1][Accusative] = d.accusative(pl[Nominative], pl[Genitive], false)
	return n
}

// accusative chooses the nominative or the genitive. Neuters have the first in
// the singular even of persons: «лицо».
func (d declined) accusative(nominative, genitive string, neuter bool) cell {
	switch {
	case d.life == thing || neuter:
		return cell{form: nominative}
	case d.life == person:
		return cell{form: genitive}
	}
	return cell{form: nominative, other: genitive}
}

// masculine declines «орган», «договор», «случай», «руководитель».
func (d declined) masculine(stem, end string) (sg, pl [russian]string) {
	last, _ := utf8.DecodeLastRuneInString(stem)
	switch end {
	case "й":
		sg = endings(stem, "й я ю - ем е")
		pl = endings(stem, "и ев ям - ями ях")
		if last == 'и' {
			sg[Prepositional] = stem + "и"
		}
		if d.stressed { // «заём»: its stem is «займ», so that this is «репьём»
			sg[Instrumental], pl[Genitive] = stem+"ём", stem+"ёв"
		}
	case "ь":
		sg = endings(stem, "ь я ю - ем е")
		pl = endings(stem, "и ей ям - ями ях")
		if d.stressed {
			sg[Instrumental] = stem + "ём"
		}
	default:
		sg = endings(stem, "- а у - ом е")
		pl = endings(stem, "ы ов ам - ами ах")
		if end == "о" || end == "е" { // «подмастерье» and the like are in tables
			break
		}
		if strings.ContainsRune("гкхжшчщ", last) {
			pl[Nominative] = stem + "и"
		}
		if strings.ContainsRune("жшчщ", last) {
			pl[Genitive] = stem + "ей"
		}
		if strings.ContainsRune("жшчщц", last) && !d.stressed {
			sg[Instrumental] = stem + "ем"
		}
		if last == 'ц' && !d.stressed {
			pl[Genitive] = stem + "ев"
		}
	}
	if citizens, ok := strings.CutSuffix(stem, "ин"); ok && d.life == person && (strings.HasSuffix(citizens, "ан") || strings.HasSuffix(citizens, "ян")) {
		pl = endings(citizens, "е - ам - ами ах") // «граждане», «россияне»
	}
	if d.zero != "" {
		pl[Genitive] = d.zero
	}
	return sg, pl
}

// feminine declines «норма», «единица», «доля», «комиссия».
func (d declined) feminine(stem, end string) (sg, pl [russian]string) {
	last, _ := utf8.DecodeLastRuneInString(stem)
	if end == "а" {
		sg = endings(stem, "а ы е у ой е")
		pl = endings(stem, "ы - ам - ами ах")
		if strings.ContainsRune("гкхжшчщ", last) {
			sg[Genitive], pl[Nominative] = stem+"и", stem+"и"
		}
		if strings.ContainsRune("жшчщц", last) && !d.stressed {
			sg[Instrumental] = stem + "ей"
		}
		pl[Genitive] = stem
	} else {
		sg = endings(stem, "я и е ю ей е")
		pl = endings(stem, "и ь ям - ями ях")
		switch {
		case last == 'и':
			sg[Dative], sg[Prepositional], pl[Genitive] = stem+"и", stem+"и", stem+"й"
		case strings.ContainsRune("аеоуыэюя", last):
			pl[Genitive] = stem + "й"
		}
		if d.stressed {
			sg[Instrumental] = stem + "ёй"
		}
	}
	if d.zero != "" {
		pl[Genitive] = d.zero
	}
	return sg, pl
}

// third declines «область», «вещь».
func third(stem string) (sg, pl [russian]string) {
	sg = endings(stem, "ь и и ь ью и")
	pl = endings(stem, "и ей ям - ями ях")
	if last, _ := utf8.DecodeLastRuneInString(stem); strings.ContainsRune("жшчщ", last) {
		pl[Dative], pl[Instrumental], pl[Prepositional] = stem+"ам", stem+"ами", stem+"ах"
	}
	return sg, pl
}

// neuter declines «право», «училище», «поле», «решение».
func (d declined) neuter(stem, end string) (sg, pl [russian]string) {
	last, _ := utf8.DecodeLastRuneInString(stem)
	switch {
	case end == "о" || strings.ContainsRune("жшчщц", last):
		sg = endings(stem, "- а у - ом е")
		pl = endings(stem, "а - ам - ами ах")
		if end == "е" {
			sg[Instrumental] = stem + "ем"
		}
		pl[Genitive] = stem
	default:
		sg = endings(stem, "е я ю - ем е")
		pl = endings(stem, "я ей ям - ями ях")
		switch last {
		case 'и':
			sg[Prepositional], pl[Genitive] = stem+"и", stem+"й"
		case 'ь':
			pl[Genitive] = strings.TrimSuffix(stem, "ь") + "ий"
		}
	}
	if d.zero != "" {
		pl[Genitive] = d.zero
	}
	return sg, pl
}

// endings puts each behind a stem; «-» is none.
func endings(stem, list string) (out [russian]string) {
	i := 0
	for e := range strings.FieldsSeq(list) {
		out[i] = stem + strings.TrimPrefix(e, "-")
		i++
	}
	return out
}

// dropped is the stem of a word that loses the vowel of its last syllable:
// «отец», «рынок», «уровень», «владелец», «заём».
func dropped(word string) string {
	rs := []rune(strings.TrimSuffix(word, "ь"))
	n := len(rs)
	if n < 3 {
		return word
	}
	before, vowel, last := rs[n-3], rs[n-2], rs[n-1]
	stem := string(rs[:n-2])
	switch {
	case vowel != 'о' && strings.ContainsRune("аеёийоуыэюя", before): // заём: займ
		stem += "й"
	case before == 'л' && vowel != 'о' && last != 'л': // владелец: владельц
		stem += "ь"
	}
	return stem + string(last)
}

// inserted is a genitive plural with a vowel between the last two consonants:
// «сделок», «копеек», «писем», «земель».
func inserted(word string) string {
	end, size := utf8.DecodeLastRuneInString(word)
	rs := []rune(word[:len(word)-size])
	n := len(rs)
	if n < 3 {
		return word
	}
	before, last := rs[n-2], rs[n-1]
	soft := ""
	if end == 'я' && last != 'н' || end == 'е' && !strings.ContainsRune("жшчщц", last) {
		soft = "ь"
	}
	switch {
	case before == 'ь' || before == 'й':
		return string(rs[:n-2]) + "е" + string(last) + soft
	case last == 'ь': // статья, семья
		return string(rs[:n-1]) + "ей"
	case last == 'к' && !strings.ContainsRune("жшчщц", before):
		return string(rs[:n-1]) + "о" + string(last)
	}
	return string(rs[:n-1]) + "е" + string(last) + soft
}
