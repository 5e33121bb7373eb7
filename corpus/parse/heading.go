package parse

import (
	"strings"

	"svod/corpus"
)

// divisions are the words of headings above the article. In Kazakh the number
// comes first; the Kazakh words stand in kazakh.go.
var divisions = []struct {
	word string
	kind corpus.Kind
}{
	{"глава", corpus.KindChapter},
	{"раздел", corpus.KindSection},
	{"подраздел", corpus.KindSubsection},
	{"параграф", corpus.KindParagraph},
	{"§", corpus.KindParagraph},
	{"часть", corpus.KindPart},
	{"гл.", corpus.KindChapter}, // old acts
	{"разд.", corpus.KindSection},
}

// readHeading recognises «РАЗДЕЛ I. …», «Глава 2-1. …», «Глава первая», «§ 3. …», «Общая часть».
func readHeading(s string) (label, bool) {
	switch r := firstFolded(s); r {
	case 'г', 'р', 'п', '§', 'ч':
	case 'о':
		return readNamedPart(s)
	default:
		return label{}, false
	}
	for _, d := range divisions {
		rest, ok := cutWord(s, d.word)
		if !ok {
			// «РАЗДЕЛI» and «§1» are glued; the word must be in capitals then.
			if rest, ok = cutFold(s, d.word); !ok || !allCaps(s[:len(s)-len(rest)]) && d.word != "§" {
				continue
			}
			if num, _ := scanRoman(rest); num == "" && d.word != "§" {
				continue
			}
		}
		body := trimLeft(rest)
		num, tail := scanDigits(body)
		if _, whole := cutFold(s, d.word); !whole {
			num, tail = scanSpaced(body)
		}
		if num == "" {
			num, tail = scanRoman(body)
		}
		if num == "" {
			num, tail = scanOrdinal(body)
		}
		if num == "" {
			return label{}, false
		}
		l := after(s, cutStop(tail), d.kind, num)
		l.weak = weakDivision(s, tail, d.kind)
		return l, true
	}
	return label{}, false
}

// weakDivision is weakHeading for chapters and their kind, whose titles are
// often glued to the number: «РАЗДЕЛ IОСНОВНЫЕ ПОЛОЖЕНИЯ».
func weakDivision(s, tail string, kind corpus.Kind) bool {
	if kind == corpus.KindPart && !allCaps(s) && trim(cutStop(tail)) != "" {
		return true // «Часть вторая статьи 5 …»
	}
	return weakHeading(s, tail)
}

// namedParts are the parts of codes that have names for numbers.
var namedParts = []string{"общая часть", "особенная часть"}

func readNamedPart(s string) (label, bool) {
	for _, name := range namedParts {
		if rest, ok := cutFold(s, name); ok && trim(strings.Trim(rest, ". ")) == "" {
			return label{kind: corpus.KindPart, label: s, num: s[:strings.LastIndexByte(strings.TrimRight(s[:len(s)-len(rest)], " "), ' ')]}, true
		}
		if rest, ok := cutSpaced(s, strings.ReplaceAll(name, " ", "")); ok && trim(rest) == "" {
			return label{kind: corpus.KindPart, label: s, num: strings.Fields(name)[0]}, true
		}
	}
	return label{}, false
}

// readRoman recognises «II. Доходы», a heading where there are no articles.
func readRoman(s string) (label, bool) {
	num, rest := scanRoman(s)
	if num == "" || !strings.HasPrefix(rest, ".") {
		return label{}, false
	}
	rest = rest[1:]
	if t := trim(rest); t == "" || !startsUpper(t) || runeLen(t) > 200 || rest == t && !startsWithLetter(t) {
		return label{}, false
	}
	l := after(s, rest, corpus.KindSection, num)
	l.weak, l.roman = true, true
	return l, true
}

// titlesSection reports whether line i, «2. Порядок полива», is no clause but
// the title of a section, given the last clause and the last such section:
// clauses go on below it from those above, start anew, bear its own number or
// one below it («2.1.»).
func (p *parser) titlesSection(i int, clause, section []int) bool {
	l := &p.paras[i].label
	if len(l.value) != 1 || !strings.HasSuffix(l.label, ".") || !short(l.rest) || ends(l.rest, ",:") || !startsUpper(l.rest) || !follows(section, l.value) || i+1 == len(p.paras) {
		return false
	}
	next := &p.paras[i+1]
	if next.role != plain || next.label.kind != corpus.KindClause {
		return false
	}
	if v := next.label.value; len(v) == 2 && v[0] == l.value[0] && v[1] == 1 && strings.Contains(next.label.num, ".") {
		return true
	}
	if len(next.label.value) != 1 || short(next.label.rest) {
		return false
	}
	switch n := next.label.value[0]; {
	case n == l.value[0]:
		return len(section) > 0 || len(clause) == 0
	case n == 1:
		return len(section) > 0
	}
	return len(section) > 0 && !follows(clause, l.value) && follows(clause, next.label.value)
}

func firstFolded(s string) rune {
	for _, r := range s {
		return fold(r)
	}
	return 0
}
