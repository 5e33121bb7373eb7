package content

import (
	"strings"

	"svod/corpus/lazy"
)

// A named thing is an act or a body that a text names from a place on.
type named struct {
	text string // in the nominative
	end  int
	body bool
	head string
}

// state is the name behind «Закон», «Правительство».
const state = `(?:Республики\s+\p{Lu}\p{L}+|Российской\s+Федерации|Кыргызской\s+Республики|РК|РФ|КР)`

var (
	// The acts and bodies in the instrumental.
	qualifiers = `(?:(?:(?:их|его|ее|и\s+\(или\))\s+)?(?:\p{L}+(?:ыми|ими|ым|им|ой|ей)\s+)*?)`
	actNamed   = lazy.New(`(?i)^(` + qualifiers + `)(` + alternatives(actNouns) + `|(?:правовым|законодательным|совместным)\s+актом|(?:учредительными|нормативными)\s+документами|международными\s+договорами|международным\s+договором)(?:\P{L}|$)`)
	bodyNamed  = lazy.New(`(?i)^(` + qualifiers + `)(` + alternatives(bodyNouns) + `)(?:\P{L}|$)`)
	// «пунктом 5 статьи 41 Закона …», «требованиями законодательства …»
	placeNamed = lazy.New(`^(?:(?:требованиями|положениями|нормами)\s(?:\p{L}+ого\s)*(?:законодательства|законов|Закона|Кодекса|кодекса|Правил|правил)|(?:(?:под)?пункт(?:ом|ами)|част(?:ью|ями)|стать(?:ей|ями))\s[^.;:]{0,80}?\s(?:Закона|Кодекса|Конституции|\p{Lu}\p{L}+(?:ого|его)\s+кодекса|кодекса))`)

	stateName = lazy.New(`^\s+` + state)
	// «уполномоченным Правительством … органом»: the body is the other one.
	authorised = lazy.New(`(?i)^уполномоченн\p{L}+\s+(?:Правительством|Президентом)(?:\s+` + state + `)?\s+`)
	pronominal = lazy.New(`(?i)^(?:ними|ним|ней|этим|тем|таким|такими)\s`)
	// «законом от 5 июля …»: its name goes on, wherever it stands.
	numberedName = lazy.New(`^\s+от\s+\d`)
	nextPart     = lazy.New(`(?i)^\s*(?:и\s+\(или\)|,\s+а\s+также|,|и|или)\s+`)
)

// name reads the act or the body that s names at a place: «Типовым положением о
// совете или положением о фонде». Of several it takes all; this act itself it
// passes over.
func name(s string, at int, prefix bool) (named, bool) {
	at += len(authorised.FindString(s[at:]))
	if pronominal.MatchString(s[at:]) {
		return named{}, false
	}
	if m := placeNamed.FindString(s[at:]); m != "" && !thisAct.MatchString(m) {
		end := at + len(m) + extentOf("законом", s[at+len(m):])
		return named{text: nominative(s[at:end]), end: end, head: "пункт"}, !thisAct.MatchString(s[at:end])
	}
	var n named
	for from := at; ; {
		m, body := nameAt(s[from:])
		if m == nil {
			break
		}
		end := from + m[5]
		noun := s[from+m[4] : end]
		if prefix && !numberedName.MatchString(s[end:]) {
			end += len(stateName.FindString(s[end:]))
		} else {
			end += extentOf(noun, s[end:])
		}
		first := n.text == ""
		switch {
		case thisAct.MatchString(s[from : from+m[5]]), !first && (n.body != body || internal.MatchString(noun)):
		case first:
			n = named{text: nominative(s[from:end]), end: end, body: body, head: noun}
		default:
			n.text, n.end = n.text+", "+nominative(s[from:end]), end
		}
		next := nextPart.FindString(s[end:])
		if next == "" {
			break
		}
		from = end + len(next)
	}
	n.text = pronoun.ReplaceAllString(n.text, "")
	if strings.EqualFold(n.text, "порядок") { // by which, the participle behind it says
		return n, false
	}
	return n, n.text != ""
}

// nameAt matches the words that an act or a body is named by, up to its noun.
func nameAt(s string) (m []int, body bool) {
	if m = actNamed.FindStringSubmatchIndex(s); m != nil {
		return m, false
	}
	m = bodyNamed.FindStringSubmatchIndex(s)
	return m, m != nil
}

var (
	// What is called by its kind alone: its name goes on with a state, a number, a
	// title or «о …», not with any other words.
	calledByKind = lazy.New(`(?i)^(?:законодательством|закон(?:ом|ами)|кодекс(?:ом|ами)|конституцией)$`)
	namePart     = lazy.New(`^(?:\s+` + state + `)?(?:\s+от\s+\d[\d.]*(?:\s+\p{L}+\s+\d{4}\s+(?:года|г\.))?(?:\s*(?:№|N)\s*[\p{L}\d/-]+)?)?`)
	nameGoesOn   = lazy.New(`^\s*(?:[«"“]|(?:об?о?|в\s+области|в\s+сфере)\s)`)
)

// extentOf is extent behind the noun that an act is named by.
func extentOf(noun, s string) int {
	if !calledByKind.MatchString(noun) {
		return extent(s)
	}
	n := len(namePart.FindString(s))
	if nameGoesOn.MatchString(s[n:]) {
		n += extent(s[n:])
	}
	return n
}

// extent is how much of s belongs to the name of an act or a body that s
// follows: «… Республики Казахстан о грантах и премиях».
func extent(s string) int {
	bare := withoutQuotes(s)
	for from := 0; ; {
		i := strings.IndexAny(bare[from:], ".,;:()–—")
		if i < 0 {
			break
		}
		if i += from; bare[i] == ',' && enumeration.MatchString(bare[i:]) && enumeration.MatchString(","+bare) {
			from = i + 1 // «правила формирования, предоставления и оценки …»
			continue
		}
		bare = bare[:i]
		break
	}
	if m := quoted.FindStringIndex(s[:len(bare)]); m != nil {
		bare = bare[:m[1]]
	}
	bare = untilVerb(bare)
	for _, m := range conjunctive.FindAllStringIndex(bare, -1) {
		if next, _ := nameAt(bare[m[1]:]); next != nil {
			bare = bare[:m[0]]
			break
		}
	}
	return len(dangling.ReplaceAllString(strings.TrimRight(bare, " \u00a0"), ""))
}

var dangling = lazy.New(`\s(?:и|или)$`)

// withoutQuotes blanks out what stands in quotation marks, byte for byte.
func withoutQuotes(s string) string {
	return quoted.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat("x", len(q)) })
}

var (
	quoted      = lazy.New(`«[^»]*»|"[^"]*"|“[^”]*”`)
	enumeration = lazy.New(`^,\s+[\p{L}-]+(?:ния|ции|ства|нга|ки)\P{L}`)
	conjunctive = lazy.New(`\s(?:и|или|и\s+\(или\))\s+`)
	pronoun     = lazy.New(`^(?:его|ее|их)\s+`)
	afterName   = lazy.New(`\s(?:посредством|исходя|по\s+согласованию|с\s+учетом|в\s+соответствии|не|может|могут|является|являются|вправе|обязан\p{L}*|должн\p{L}+|имеет|имеют|порядке|случаях|срок\p{L}*)(?:\s|$)`)
	// «… и онлайн-трансляцией»: another member of the sentence.
	otherMember = lazy.New(`\s(?:и|или)\s(?:\(или\)\s)?[\p{L}-]+(?:цией|нием|ством|ами|ями)(?:\s|$)`)
	anyWord     = lazy.New(`\s(?:и\s)?(\p{L}+)`)
)

// untilVerb cuts a stretch before what can't belong to a name: a verb, or
// another member of the sentence.
func untilVerb(s string) string {
	bare := withoutQuotes(s)
	end := len(s)
	for _, m := range anyWord.FindAllStringSubmatchIndex(bare, -1) {
		if presentVerbs()[strings.ToLower(bare[m[2]:m[3]])] {
			end = m[0]
			break
		}
	}
	for _, re := range []*lazy.Regexp{afterName, otherMember} {
		if m := re.FindStringIndex(bare[:end]); m != nil {
			end = m[0]
		}
	}
	return s[:end]
}
