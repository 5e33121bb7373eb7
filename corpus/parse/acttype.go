package parse

import (
	"strings"

	"svod/corpus/lazy"
)

// The type of an act is, in this order: the kind that it prints («ПРИКАЗ»,
// «Закон Республики Казахстан от …»), what its words of command say
// («РЕШИЛ:»), and what it calls itself («настоящий Закон»).

// types are the kinds of acts and the stems of their names.
var types = []struct{ stem, typ string }{
	{"конституционный закон", "law"}, {"федеральный закон", "law"}, {"закон", "law"}, {"кодекс", "code"}, {"указ ", "decree"},
	{"постановлени", "resolution"}, {"приказ", "order"}, {"решени", "decision"}, {"конституци", "constitution"},
	{"распоряжени", "order"}, {"правил", "rules"}, {"положени", "rules"}, {"регламент", "rules"}, {"инструкци", "rules"}, {"устав", "rules"},
}

// kinds match the kind of an act at the beginning of a line, in the nominative.
var kinds = lazy.New(`(?i)^(?:(?:совместный|нормативное|конституционный|федеральный|модельный|органический)\s+)*(закон|кодекс|указ|постановление|приказ|решение|распоряжение|конституция|правила|положение|регламент|инструкция|устав)(?:\s|$|\.$)`)

// kazakhKinds match the kind of an act at the end of a line: «… № 383-V ҚРЗ Заңы.»
var kazakhKinds = lazy.New(`(?i)(?:^|\s)(заң|мыйзам|токтом|буйру[кг]|кодекс|жарлы[қғ]|қаулы|бұйры[қғ]|шешім|өкім|конституция|ереже|қағидалар)(?:ы|і|и|у|сы|сі)?(?:\.|$|\. \p{Lu})`)

var kazakhTypes = map[string]string{"заң": "law", "мыйзам": "law", "токтом": "resolution", "буйрук": "order", "буйруг": "order", "кодекс": "code", "қаулы": "resolution", "бұйрық": "order", "бұйрығ": "order", "өкім": "order", "шешім": "decision",
	"жарлық": "decree", "жарлығ": "decree", "конституция": "constitution", "ереже": "rules", "қағидалар": "rules", "бұйры": "order", "жарлы": "decree", "қағида": "rules"}

// printedType returns the type of act that a line of the head names as the
// kind of the document: a line in capitals, or one with date or number.
func printedType(s string) string {
	s = joinSpaced(s)
	m := kinds.FindStringSubmatch(s)
	own := allCaps(s) || len(findDates(s)) > 0 || runeLen(s) < 60 && !ends(s, ",;:") || m != nil && allCaps(m[0]) // «УСТАВ общественного объединения …»
	if !own || runeLen(s) > 300 {
		return ""
	}
	if m != nil {
		rest := trim(s[len(m[0]):])
		if startsLower(rest) && !hasAny(rest, []string{"от ", "о ", "об ", "г. ", "№"}) && !allCaps(s) && m[1] != strings.ToUpper(m[1]) && len(findDates(s)) == 0 {
			return "" // «Решение принимается …»
		}
		return typeOf(strings.ToLower(m[1]) + " ")
	}
	if isCodeName(s) && strings.Contains(strings.ToLower(s), "кодекс") {
		return "code"
	}
	if m := kazakhKinds.FindStringSubmatch(s); m != nil && (allCaps(s) || strings.Contains(s, "№")) {
		return kazakhTypes[strings.ToLower(m[1])]
	}
	return ""
}

// typeOf returns the type of the noun that begins a text.
func typeOf(low string) string {
	for _, t := range types {
		if strings.HasPrefix(low, t.stem) {
			return t.typ
		}
	}
	return ""
}

// joinSpaced closes up letter-spaced words: «П Р И К А З».
func joinSpaced(s string) string {
	fields := strings.Fields(s)
	for _, f := range fields {
		if runeLen(f) > 1 {
			return s
		}
	}
	if len(fields) < 4 {
		return s
	}
	return strings.Join(fields, "")
}

// commandedType returns the type of act whose words of command these are.
func commandedType(s string) string {
	switch d := strings.ToUpper(joinSpaced(decrees.FindString(s))); {
	case d == "":
		return ""
	case strings.HasPrefix(d, "ПРИКАЗ"), strings.HasPrefix(d, "БҰЙЫР"), strings.HasPrefix(d, "РАСПОР"):
		return "order"
	case strings.HasPrefix(d, "РЕШ"), strings.HasPrefix(d, "ШЕШ"):
		return "decision"
	}
	return "resolution"
}

var selves = lazy.New(`(?i)(?:^|[^\p{L}])настоящ(?:ий|его|ему|им|ем|ей|ая|ую|ее|ие|их)\s+(конституционн\p{L}+ закон|федеральн\p{L}+ закон|закон|кодекс|указ(?:а|у|ом|е)?[ ,.]|постановлени|приказ|решени|конституци|распоряжени|правил|положени|регламент|инструкци|устав)|(?:^|[^\p{L}])осы\s+(заң|кодекс|қаулы|бұйры|шешім|жарлы|конституция|ереже|қағида)`)

// selfReference returns the type of act that a text calls itself: «настоящий
// Закон», «осы Заң».
func (p *parser) selfReference(s string) string {
	if !strings.Contains(s, "стоящ") && !strings.Contains(s, "сы ") {
		return ""
	}
	m := selves.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if m[2] != "" {
		return kazakhTypes[strings.ToLower(m[2])]
	}
	w := strings.ToLower(m[1]) + " "
	if strings.HasPrefix(w, "указ") {
		return "decree"
	}
	if strings.Contains(w, " закон") {
		return "law"
	}
	return typeOf(w)
}

// reportNames begin the names of what is no act.
var reportNames = []string{"отчет", "отчёт", "доклад", "протокол", "информация", "справка", "аналитическ", "итоги", "план ", "рекомендаци", "есеп", "баяндама", "хаттама"}

// actType returns the type of the document.
func (p *parser) actType(head []string, title string) string {
	if hasAny(title, reportNames) && p.articles == 0 {
		return "report"
	}
	for _, s := range head {
		if t := printedType(s); t != "" {
			return t
		}
	}
	for _, s := range head {
		if t := commandedType(s); t != "" {
			return t
		}
	}
	if t := p.commandInText(); t != "" {
		return t
	}
	if hasAny(title, []string{"о ратификации", "о присоединении республики"}) {
		return "law"
	}
	counts, best := map[string]int{}, ""
	for i, seen := 0, 0; i < len(p.paras) && seen < 400; i++ {
		if p.paras[i].role == caption && i > 0 && len(counts) > 0 {
			break
		}
		if t := p.selfReference(p.paras[i].Text); t != "" && p.paras[i].role != note {
			counts[t]++
			seen++
			if counts[t] > counts[best] {
				best = t
			}
		}
	}
	switch {
	case best != "" && (p.articles > 0 || counts[best] > 1 || !p.report):
		return best
	case p.report:
		return "report"
	}
	return "other"
}

// commandInText returns the type of the act whose command stands on a line of
// its own far below the head, as in the rulings of courts: «постановляет:».
func (p *parser) commandInText() string {
	if p.articles > 0 {
		return ""
	}
	for i := range p.paras {
		switch l := &p.paras[i]; {
		case l.role == caption:
			return ""
		case l.Table == 0 && runeLen(l.Text) < 60 && l.role != quoted:
			if t := commandedType(l.Text); t != "" {
				return t
			}
		}
	}
	return ""
}
