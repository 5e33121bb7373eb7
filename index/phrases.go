package index

import (
	"strings"
	"unicode/utf8"
)

// Phrases are two or three words side by side that may be a term: «общественный
// совет», «средства массовой информации», «қоғамдық кеңес». They are told by
// endings alone, without a dictionary, so that some are none; how often they
// occur shows which to offer.
//
//	A N      общественный совет          adjective, noun
//	A A N    местный исполнительный орган
//	N A N    член общественного совета
//	N N      срок рассмотрения           noun, noun in the genitive
//
// In Kazakh an adjective ends in -лық, -дық …, and of two nouns the second is
// possessive: кеңес төрағасы.

// A role is what a word may be in a phrase.
type role uint8

const (
	unknownRole role = iota
	noRole           // a verb, a preposition, a number
	adjective
	noun
	dependent // a noun that may depend on another
)

// phrase reports how many of the last words, by their roles, are phrases that
// end with the last of them: the two, the three.
func phrase(third, second, last role) (two, three bool) {
	if last != noun && last != dependent {
		return false, false
	}
	two = second == adjective || second >= noun && last == dependent
	return two, second == adjective && third >= adjective
}

// leastWord is the length, in letters, of a word that may be in a phrase.
const leastWord = 4

func roleOf(form, lang string) role {
	if utf8.RuneCountInString(form) < leastWord || helping[form] || !isWord(form) || lang == "en" {
		return noRole
	}
	adjectives, verbs, genitives := russianAdjectives, russianVerbs, russianGenitives
	if lang == "kk" {
		adjectives, verbs, genitives = kazakhAdjectives, kazakhVerbs, kazakhPossessives
	}
	switch {
	case lang == "ru" && endsIn(form, russianNouns):
		return dependent
	case endsIn(form, adjectives):
		return adjective
	case endsIn(form, verbs):
		return noRole
	case endsIn(form, genitives):
		return dependent
	}
	return noun
}

func endsIn(form string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}

// nominative reports whether an adjective is in the form that dictionaries
// have, or its plural.
func nominative(form string) bool { return endsIn(form, russianNominatives) }

var (
	// What ends as adjectives do and is a noun: решение, организаций.
	russianNouns       = strings.Fields("ение ание яние ствие тие ений аний яний ствий тий ций")
	russianNominatives = strings.Fields("ый ий ая яя ое ее ые ие")
	russianAdjectives  = strings.Fields("ый ий ой ая яя ое ее ые ие ого его ому ему ым им ую юю ых их ыми ими ей ском нном льном овом евом ивом чном рном тном дном")
	russianVerbs       = strings.Fields(`ть ться чь ает яет ует еет ают яют уют еют ется ются ится ятся утся лся лась лось лись
		водит осит авит ходит ведет ован ована овано ованы влен влена влено влены ржден рждена рждено рждены мотрен мотрена мотрено мотрены щен щена щено щены ившись авши вший`)
	russianGenitives  = strings.Fields("а я ы и ов ев ств ждан прав норм услуг мест служб земель")
	kazakhAdjectives  = strings.Fields("лық лік дық дік тық тік ғы гі қы кі сыз сіз лы лі")
	kazakhVerbs       = strings.Fields("ады еді йды йді тын тін ған ген қан кен атын етін ылу іліп ып іп у")
	kazakhPossessives = strings.Fields("ы і сы сі ының інің сының сінің ына іне сына сіне ын ін сын сін ында інде сында сінде ынан інен сынан сінен ары ері тары тері дары дері лары лері")
)

// helping words are in no phrase, though they end as adjectives and nouns do.
var helping = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`который которая которое которые которого которой которому которым которую которых которыми котором
		этот этого этой этому этим этих такой такого таких таким такие такая такое каждый каждого каждой каждому иной иного иных иным иные иное
		другой другого других другим другие свой своего своей своих своим свои свою своему весь всего всех всем всеми
		настоящий настоящего настоящему настоящим настоящей настоящих настоящая настоящее настоящие самого самой
		данный данного данной данных данным данные указанный указанного указанной указанных указанные указанным
		также если либо чтобы после перед между через более менее может могут должен должна должны должно вправе обязан обязаны обязана
		является являются были было была быть будет будут только случае случаях порядке соответствии течение отношении числе
		него неё нее ними нему этом того тому теми один одна одно одного одной
		және мен немесе осы сондай өзге болып табылады болады үшін туралы бойынша арқылы егер кейін дейін ғана тиіс емес жоқ бар барлық олар оның осындай мынадай`) {
		m[w] = true
	}
	return m
}()
