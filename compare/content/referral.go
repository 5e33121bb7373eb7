package content

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// How Russian acts refer to others. Each expression ends where the act or the
// body is named, in the instrumental.
var (
	// «в порядке, установленном …», «полномочия, предусмотренные …»
	byParticiple = regexp.MustCompile(`(?i)(?:предусмотренн|установленн|определ[её]нн|утвержд[её]нн|определяем|устанавливаем|утверждаем|регулируем)\p{L}+\s+`)
	// «в порядке, который установлен …»
	byRelative = regexp.MustCompile(`(?i)котор\p{L}+\s+(?:предусмотрен|установлен|определ[её]н|утвержд[её]н|определя|устанавлива|утвержда|регулиру)(?:а|о|ы|ется|ются)?\s+`)
	// «Порядок … определяется …»
	byVerb = regexp.MustCompile(`(?i)(?:определя|устанавлива|регулиру|регламентиру|утвержда|предусматрива)(?:ется|ются)\s+|руководству(?:ется|ются)\s+|(?:предусмотрен|установлен|определ[её]н|утвержд[её]н)(?:а|о|ы)?\s+`)
	// «в соответствии с …»
	byAccord = regexp.MustCompile(`(?i)в\s+соответствии\s+со?\s+`)
	// «утверждает правила …»
	approving = regexp.MustCompile(`(?i)(?:^|\P{L})((?:утвержда|определя|устанавлива)(?:ет|ют)\s+)((?:его|ее|их|единый|единые|типов\p{L}+|общ\p{L}+|нов\p{L}+)?\s*` + regulating + `[^.;:]*)`)
	// «в установленном порядке»: by which act is not said.
	inSomeOrder = regexp.MustCompile(`(?i)в\s+(?:установленном|определенном)\s+порядке`)

	// The beginning of what is made the rule: the object of «утверждает», or
	// what stands before «определяемый».
	regulated = regexp.MustCompile(`(?i)(?:^|\P{L})((?:типов\p{L}+\s+)?` + regulating + `(?:[^.,;:()]|\([^)]*\))*),?\s*$`)
	inTheForm = regexp.MustCompile(`(?i)^форм(?:е|ах)\s`) // «в форме общества»: a shape, not a paper

	// The acts and bodies in the instrumental.
	qualifiers = `(?:(?:(?:их|его|ее|и\s+\(или\))\s+)?(?:\p{L}+(?:ыми|ими|ым|им|ой|ей)\s+)*?)`
	actNamed   = regexp.MustCompile(`(?i)^(` + qualifiers + `)(законодательством|законами|законом|кодексами|кодексом|актами|(?:правовым|законодательным|совместным)\s+актом|конституцией|правилами|положениями|положением|уставами|уставом|(?:учредительными|нормативными)\s+документами|стандартами|стандартом|указами|указом|постановлениями|постановлением|приказами|приказом|инструкциями|инструкцией|методикой|порядком|регламентами|регламентом|международными\s+договорами|международным\s+договором)(?:\P{L}|$)`)
	bodyNamed  = regexp.MustCompile(`(?i)^(` + qualifiers + `)(органами|органом|правительством|президентом|министерствами|министерством|министром|маслихатами|маслихатом|акиматами|акиматом|акимами|акимом|агентством|комитетом|банком|парламентом|руководителем|руководителями|советом)(?:\P{L}|$)`)
	// «пунктом 5 статьи 41 Закона …», «требованиями законодательства …»
	placeNamed = regexp.MustCompile(`^(?:(?:требованиями|положениями|нормами)\s(?:\p{L}+ого\s)*(?:законодательства|законов|Закона|Кодекса|кодекса|Правил|правил)|(?:(?:под)?пункт(?:ом|ами)|част(?:ью|ями)|стать(?:ей|ями))\s[^.;:]{0,80}?\s(?:Закона|Кодекса|Конституции|\p{Lu}\p{L}+(?:ого|его)\s+кодекса|кодекса))`)

	thisAct   = regexp.MustCompile(`(?i)настоящ`)
	internal  = regexp.MustCompile(`(?i)^(?:устав|учредительн)`)
	ordering  = regexp.MustCompile(`(?i)(?:порядк|порядок|услови|срок|размер)\p{L}*`)
	stateName = regexp.MustCompile(`^\s+(?:Республики\s+\p{Lu}\p{L}+|Российской\s+Федерации|Кыргызской\s+Республики|РК|РФ|КР)`)
	maker     = regexp.MustCompile(`(?i)^[^.;:()]{0,80}?,\s+(?:определ[её]нн|утвержд[её]нн|определяем|устанавливаем|утверждаем)\p{L}+\s+`)
	// «уполномоченным Правительством … органом»: the body is the other one.
	authorised = regexp.MustCompile(`(?i)^уполномоченн\p{L}+\s+(?:Правительством|Президентом)(?:\s+(?:Республики\s+\p{L}+|Российской\s+Федерации|Кыргызской\s+Республики))?\s+`)
	pronominal = regexp.MustCompile(`(?i)^(?:ними|ним|ней|этим|тем|таким|такими)\s`)
	// «законом от 5 июля …»: its name goes on, wherever it stands.
	numberedName = regexp.MustCompile(`^\s+от\s+\d`)
	nextWord     = regexp.MustCompile(`^\s+[\p{L}-]+`)
	nextPart     = regexp.MustCompile(`(?i)^\s*(?:и\s+\(или\)|,\s+а\s+также|,|и|или)\s+`)
)

// regulating are the things that rules are made of.
const regulating = `(?:правил|порядок|порядк|положени|стандарт|перечень|перечн|форм|методик|инструкци|требовани|регламент|программ|норматив|критери|услови|тариф|ставк|размер|лимит|реестр)\p{L}*`

// refers is a quick look whether a text may refer to an act at all.
var refers = regexp.MustCompile(`[Сс]оответств|[Пп]редусм|становлен|пределен|пределён|тверждё|твержде|пределяе|станавлива|тверждае|пределяю|тверждаю|егулиру|егламентиру|уководству`)

// A named thing is an act or a body that a text names from a place on.
type named struct {
	text string // in the nominative
	end  int
	body bool
	head string
}

// russianReferrals finds the references of a Russian text; lead are the words
// that lead it in, with its subject.
func russianReferrals(s, lead string) []referral {
	if !refers.MatchString(s) {
		return nil
	}
	s = strings.ReplaceAll(s, "\u00a0", "  ") // as many bytes
	var rs []referral
	add := func(lo, hi int, body, act string) {
		rs = append(rs, referral{lo, hi, body, act})
	}
	for _, re := range []*regexp.Regexp{byAccord, byVerb, byRelative, byParticiple} {
		for _, m := range re.FindAllStringIndex(s, -1) {
			if re == byVerb && negated(s[:m[0]]) {
				continue // «если иное не предусмотрено законом»
			}
			prefix := re == byParticiple && stands(s, m[0])
			n, ok := name(s, m[1], prefix)
			if !ok {
				continue
			}
			if prefix { // with what it qualifies
				n.end += len(nextWord.FindString(s[n.end:]))
			}
			rule := "" // what is regulated
			if r := regulated.FindStringSubmatch(s[:m[0]]); r != nil && !inTheForm.MatchString(r[1]) {
				rule = r[1]
			}
			switch {
			case !n.body && internal.MatchString(n.head) && !ordering.MatchString(tail(s[:m[0]], 60)):
			case !n.body:
				body, end := makerOf(s, n.end)
				add(m[0], end, body, n.text)
			case slices.ContainsFunc(rs, func(r referral) bool { return r.lo < m[0] && m[0] < r.hi }): // the maker of an act that was found
			case re == byAccord:
			case rule == "" && prefix && ordering.MatchString(s[m[1]:n.end]):
				add(m[0], n.end, n.text, "")
			case rule == "":
			case ordering.MatchString(rule) && len(strings.Fields(rule)) == 1:
				add(m[0], n.end, n.text, "") // «в порядке, определяемом …»: it is not named
			default:
				add(m[0], n.end, n.text, nominative(rule))
			}
		}
	}
	for _, m := range approving.FindAllStringSubmatchIndex(s, -1) {
		body := cmp.Or(strings.TrimSpace(lead), subjectOf(s[:m[2]]))
		if thisAct.MatchString(body) {
			continue
		}
		end := m[4] + len(strings.TrimRight(untilVerb(s[m[4]:m[5]]), " ,"))
		add(m[2], end, body, nominative(s[m[4]:end]))
	}
	for _, m := range inSomeOrder.FindAllStringIndex(s, -1) {
		add(m[0], m[1], "", "")
	}
	slices.SortStableFunc(rs, func(a, b referral) int { return cmp.Compare(a.lo, b.lo) })
	return rs
}

// makerOf reads who makes the act whose name ends at a place of s: «правилами
// …, утверждаемыми уполномоченным органом». It returns where that ends.
func makerOf(s string, at int) (string, int) {
	m := maker.FindStringIndex(s[at:])
	if m == nil {
		return "", at
	}
	if n, ok := name(s, at+m[1], false); ok && n.body {
		return n.text, n.end
	}
	return "", at
}

func negated(before string) bool { return strings.HasSuffix(strings.TrimRight(before, " "), " не") }

// stands reports whether the participle at a place of s stands before what it
// qualifies: «в установленном законом порядке».
func stands(s string, at int) bool {
	before := strings.TrimRight(s[:at], " \u00a0")
	return !strings.HasSuffix(before, ",") && !ordering.MatchString(tail(before, 12))
}

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
	calledByKind = regexp.MustCompile(`(?i)^(?:законодательством|закон(?:ом|ами)|кодекс(?:ом|ами)|конституцией)$`)
	namePart     = regexp.MustCompile(`^(?:\s+(?:Республики\s+\p{Lu}\p{L}+|Российской\s+Федерации|Кыргызской\s+Республики|РК|РФ|КР))?(?:\s+от\s+\d[\d.]*(?:\s+\p{L}+\s+\d{4}\s+(?:года|г\.))?(?:\s*(?:№|N)\s*[\p{L}\d/-]+)?)?`)
	nameGoesOn   = regexp.MustCompile(`^\s*(?:[«"“]|(?:об?о?|в\s+области|в\s+сфере)\s)`)
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

var dangling = regexp.MustCompile(`\s(?:и|или)$`)

// withoutQuotes blanks out what stands in quotation marks, byte for byte.
func withoutQuotes(s string) string {
	return quoted.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat("x", len(q)) })
}

var (
	quoted      = regexp.MustCompile(`«[^»]*»|"[^"]*"|“[^”]*”`)
	enumeration = regexp.MustCompile(`^,\s+[\p{L}-]+(?:ния|ции|ства|нга|ки)\P{L}`)
	conjunctive = regexp.MustCompile(`\s(?:и|или|и\s+\(или\))\s+`)
	pronoun     = regexp.MustCompile(`^(?:его|ее|их)\s+`)
	afterName   = regexp.MustCompile(`\s(?:посредством|исходя|по\s+согласованию|с\s+учетом|в\s+соответствии|не|может|могут|является|являются|вправе|обязан\p{L}*|должн\p{L}+|имеет|имеют|порядке|случаях|срок\p{L}*)(?:\s|$)`)
	// «… и онлайн-трансляцией»: another member of the sentence.
	otherMember = regexp.MustCompile(`\s(?:и|или)\s(?:\(или\)\s)?[\p{L}-]+(?:цией|нием|ством|ами|ями)(?:\s|$)`)
	anyWord     = regexp.MustCompile(`\s(?:и\s)?(\p{L}+)`)
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
	for _, re := range []*regexp.Regexp{afterName, otherMember} {
		if m := re.FindStringIndex(bare[:end]); m != nil {
			end = m[0]
		}
	}
	return s[:end]
}

// bodySubject is a body as the subject of a verb that follows it.
var bodySubject = regexp.MustCompile(`(?:(?:\p{L}+(?:ый|ий|ой|ое|ее|ые|ие|ая)\s+)*)(?:[Оо]рган|[Оо]рганы|Правительство|Президент|[Мм]инистерство|[Мм]инистерства|[Мм]инистр|[Мм]аслихат|[Мм]аслихаты|[Аа]кимат|[Аа]кимы?|[Аа]гентство|[Кк]омитет|[Сс]овет|[Пп]арламент|[Сс]уд|[Бб]анк)(?:\s[^.,;:()]*)?$`)

// regulatedSubject is a subject that is a rule itself: «Правила определяют …».
var regulatedSubject = regexp.MustCompile(`(?i)^` + regulating)

// subjectOf is the body in front of a verb, else the beginning of its sentence
// if that is nothing but a subject.
func subjectOf(s string) string {
	s = strings.TrimRight(s, " ")
	if m := bodySubject.FindString(s); m != "" && untilVerb(m) == m {
		return m
	}
	s = strings.TrimRight(untilVerb(s), " ")
	if m := bodySubject.FindString(s); m != "" {
		return strings.TrimSpace(m)
	}
	lo, _ := sentence(s, len(s))
	if words := strings.Fields(s[lo:]); len(words) > 6 || regulatedSubject.MatchString(s[lo:]) || strings.ContainsAny(s[lo:], ",;:()") {
		return ""
	}
	return s[lo:]
}

// tail is the last bytes of s, about n characters.
func tail(s string, n int) string {
	if len(s) > 2*n {
		s = s[len(s)-2*n:]
	}
	return s
}
