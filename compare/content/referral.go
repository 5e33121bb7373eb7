package content

import (
	"cmp"
	"slices"
	"strings"

	"svod/corpus/lazy"
)

// How Russian acts refer to others. Each expression ends where the act or the
// body is named, in the instrumental.
var (
	// «в порядке, установленном …», «полномочия, предусмотренные …»
	byParticiple = lazy.New(`(?i)(?:предусмотренн|установленн|определ[её]нн|утвержд[её]нн|определяем|устанавливаем|утверждаем|регулируем)\p{L}+\s+`)
	// «в порядке, который установлен …»
	byRelative = lazy.New(`(?i)котор\p{L}+\s+(?:предусмотрен|установлен|определ[её]н|утвержд[её]н|определя|устанавлива|утвержда|регулиру)(?:а|о|ы|ется|ются)?\s+`)
	// «Порядок … определяется …»
	byVerb = lazy.New(`(?i)(?:определя|устанавлива|регулиру|регламентиру|утвержда|предусматрива)(?:ется|ются)\s+|руководству(?:ется|ются)\s+|(?:предусмотрен|установлен|определ[её]н|утвержд[её]н)(?:а|о|ы)?\s+`)
	// «в соответствии с …»
	byAccord = lazy.New(`(?i)в\s+соответствии\s+со?\s+`)
	// «утверждает правила …»
	approving = lazy.New(`(?i)(?:^|\P{L})((?:утвержда|определя|устанавлива)(?:ет|ют)\s+)((?:его|ее|их|единый|единые|типов\p{L}+|общ\p{L}+|нов\p{L}+)?\s*` + regulating + `[^.;:]*)`)
	// «в установленном порядке»: by which act is not said.
	inSomeOrder = lazy.New(`(?i)в\s+(?:установленном|определенном)\s+порядке`)

	// The beginning of what is made the rule: the object of «утверждает», or
	// what stands before «определяемый».
	regulated = lazy.New(`(?i)(?:^|\P{L})((?:типов\p{L}+\s+)?` + regulating + `(?:[^.,;:()]|\([^)]*\))*),?\s*$`)
	inTheForm = lazy.New(`(?i)^форм(?:е|ах)\s`) // «в форме общества»: a shape, not a paper

	thisAct  = lazy.New(`(?i)настоящ`)
	internal = lazy.New(`(?i)^(?:устав|учредительн)`)
	ordering = lazy.New(`(?i)(?:порядк|порядок|услови|срок|размер)\p{L}*`)
	maker    = lazy.New(`(?i)^[^.;:()]{0,80}?,\s+(?:определ[её]нн|утвержд[её]нн|определяем|устанавливаем|утверждаем)\p{L}+\s+`)
	nextWord = lazy.New(`^\s+[\p{L}-]+`)
)

// regulating are the things that rules are made of.
const regulating = `(?:правил|порядок|порядк|положени|стандарт|перечень|перечн|форм|методик|инструкци|требовани|регламент|программ|норматив|критери|услови|тариф|ставк|размер|лимит|реестр)\p{L}*`

// refers is a quick look whether a text may refer to an act at all.
var refers = lazy.New(`[Сс]оответств|[Пп]редусм|становлен|пределен|пределён|тверждё|твержде|пределяе|станавлива|тверждае|пределяю|тверждаю|егулиру|егламентиру|уководству`)

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
	for _, re := range []*lazy.Regexp{byAccord, byVerb, byRelative, byParticiple} {
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
			if r := regulated.FindStringSubmatch(tail(s[:m[0]], 200)); r != nil && !inTheForm.MatchString(r[1]) {
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

// bodySubject is a body as the subject of a verb that follows it.
var bodySubject = lazy.New(`(?:(?:\p{L}+(?:ый|ий|ой|ое|ее|ые|ие|ая)\s+)*)(?:[Оо]рган|[Оо]рганы|Правительство|Президент|[Мм]инистерство|[Мм]инистерства|[Мм]инистр|[Мм]аслихат|[Мм]аслихаты|[Аа]кимат|[Аа]кимы?|[Аа]гентство|[Кк]омитет|[Сс]овет|[Пп]арламент|[Сс]уд|[Бб]анк)(?:\s[^.,;:()]*)?$`)

// regulatedSubject is a subject that is a rule itself: «Правила определяют …».
var regulatedSubject = lazy.New(`(?i)^` + regulating)

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
