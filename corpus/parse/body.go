package parse

import (
	"regexp"
	"strings"

	"svod/corpus/lazy"
)

// bodies match who adopted an act: before its date in the requisite, before
// its words of command, in Kazakh before the year.
var bodies = []*regexp.Regexp{
	regexp.MustCompile(`^(?:\p{L}+ )?(?:[Пп]риказ|[Пп]остановление|[Рр]ешение|[Уу]каз|Закон|Кодекс|[Рр]аспоряжение) (.{3,200}?) от [«\d]`),
	regexp.MustCompile(`^(.{5,160}?)\s+(?:20|19)\d\d жылғы .*(?:қаулы|бұйр|шешім|жарлы)`),
	regexp.MustCompile(`^(.{5,400}?)[\s,–-]+(?:ПОСТАНОВЛЯЕТ|РЕШИЛ[АИ]?|РЕШАЕТ|ПОСТАНОВИЛ[АИ]?|ПРИКАЗЫВАЕТ|ҚАУЛЫ ЕТЕДІ|ШЕШТІ|ШЕШІМ ҚАБЫЛДАДЫ|п о с т а н о в л я е т|(?i:постановляет|постановил|решил[аи]?):?$)`),
}

// bodyLine matches a line of the head that is only the name of a body:
// «ПРАВИТЕЛЬСТВО ИВАНОВСКОЙ ОБЛАСТИ».
var bodyLine = lazy.New(`(?i)^(?:правительство|министерство|администрация|управление|департамент|комитет|агентство|совет|маслихат|акимат|аким|дума|государственный совет|\p{L}+ (?:област|район|город|сельск)\p{L}+ (?:маслихат|акимат|дума|совет|администрация)|глава \p{L}+ |служба|центральн\p{L}+ избирательн\p{L}+ комисси)`)

// councils match whose report it is: «Отчёт о деятельности Общественного
// совета города … за 2019 год».
var councils = lazy.New(`(?i)((?:общественн|попечительск|наблюдательн|экспертн|координационн|консультативн)\p{L}+ (?:совет|комисси|палат)\p{L}*.*?|(?:исполнительн\p{L}+ комитет|исполком|правлени|совет|комисси|комитет)\p{L}* .*?|(?:тоо|ао|гу|кгу|гкп|рго|оо|нпо|тсж|общественн\p{L}+ (?:фонд|объединени)\p{L}*) [«"].*?[»"])(?:\s+(?:за|по итогам|в|на|от|№)\s.*|\s*\(.*|\.?)$`)

// body returns who adopted the act or made the report, as printed.
func (p *parser) body(head []string, title, typ string) string {
	if typ == "report" {
		if m := councils.FindStringSubmatch(title); m != nil {
			return strings.Trim(trim(m[1]), ".,;")
		}
		return ""
	}
	for _, s := range head {
		if hasAny(s, names[:3]) {
			continue
		}
		for i, re := range bodies {
			m := re.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			b := m[1]
			if i == 2 {
				b = afterClauses(b)
			}
			if isState(b) || hasAny(b, preambles) || b == "" {
				continue // «Закон Республики Казахстан от …»
			}
			if i == 1 && strings.HasPrefix(b, "Қазақстан Республикасы") && isState(strings.TrimSuffix(strings.TrimSuffix(b, "ның"), "нің")) {
				continue
			}
			return trim(b)
		}
	}
	for i, s := range head {
		if i < 8 && allCaps(s) && bodyLine.MatchString(s) && !decrees.MatchString(s) {
			for _, t := range head[i+1:] { // the name of the body goes on
				if !allCaps(t) || printedType(t) != "" || decrees.MatchString(t) || isRequisite(t) || hasAny(t, names) || runeLen(s) > 160 {
					break
				}
				s += " " + t
			}
			return s
		}
	}
	return ""
}

// afterClauses drops the reasons that stand before the body in a preamble: «В
// соответствии со статьёй 27 Закона «О правовых актах» районный маслихат».
func afterClauses(s string) string {
	if i := strings.LastIndexAny(s, ",»\""); i >= 0 {
		s = strings.TrimLeft(s[i:], ",»\" ")
	}
	if !hasAny(s, preambles) {
		return s
	}
	// Nothing but words divides them: the body begins with its own noun.
	if m := bodyInside.FindStringIndex(s); m != nil {
		return trim(s[m[0]:])
	}
	return ""
}

var bodyInside = lazy.New(`(?:Правительство |[Аа]кимат |[Мм]аслихат |(?:\p{L}+ый |\p{L}+ий )?(?:\p{L}+ный |\p{L}+ской )?(?:маслихат|акимат|совет депутатов|комитет)|(?:\p{L}+ая )+(?:дума|администрация|комиссия)).{0,120}$`)
