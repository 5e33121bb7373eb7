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

func firstFolded(s string) rune {
	for _, r := range s {
		return fold(r)
	}
	return 0
}
