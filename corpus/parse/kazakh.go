package parse

import (
	"strings"
	"unicode/utf8"

	"svod/corpus/lazy"

	"svod/corpus"
)

// kazakhDivisions are the words of Kazakh headings, which follow their number:
// «5-1-бап. …», «2-тарау. …», «БІРІНШІ БӨЛІМ»; and of Kyrgyz ones, «1-берене».
var kazakhDivisions = []struct {
	word string
	kind corpus.Kind
}{
	{"бап", corpus.KindArticle},
	{"тарау", corpus.KindChapter},
	{"кіші бөлім", corpus.KindSubsection},
	{"бөлімше", corpus.KindSubsection},
	{"бөлім", corpus.KindSection},
	{"бөлік", corpus.KindPart},
	{"параграф", corpus.KindParagraph},
	{"берене", corpus.KindArticle}, // Kyrgyz from here on
	{"статья", corpus.KindArticle},
	{"глава", corpus.KindChapter},
	{"бөлүм", corpus.KindSection},
}

// kazakhParts are the parts of Kazakh codes that have names for numbers.
var kazakhParts = []string{"жалпы бөлік", "жалпы бөлім", "ерекше бөлік", "ерекше бөлім"}

// readKazakh recognises headings whose number comes first.
func readKazakh(s string) (label, bool) {
	if num, rest := scanRange(s, ""); num != "" && isHyphen(firstRune(rest)) { // «15–18-баптар алып тасталды»
		if tail, ok := cutWord(rest[1:], "баптар"); ok && isRepealed(trim(cutStop(tail))) {
			return after(s, cutStop(tail), corpus.KindArticle, num), true
		}
	}
	num, rest := scanDigits(s)
	if num == "" {
		switch firstFolded(s) {
		case 'ж', 'е', 'б', 'ү', 'т', 'а', 'с', 'о':
			for _, name := range kazakhParts {
				if rest, ok := cutFold(s, name); ok && strings.Trim(rest, ". ") == "" {
					return label{kind: corpus.KindPart, label: s, num: s[:strings.IndexByte(s, ' ')]}, true
				}
			}
			num, rest = scanOrdinal(s)
		case 'i', 'v', 'х', 'l', 'і':
			num, rest = scanRoman(s)
		}
		if num == "" {
			return label{}, false
		}
	}
	r, n := utf8.DecodeRuneInString(rest)
	hyphen := isHyphen(r) || r == '–'
	if !hyphen && !isSpace(r) {
		return label{}, false
	}
	body := trimLeft(rest[n:])
	for _, d := range kazakhDivisions {
		tail, ok := cutWord(body, d.word)
		if !ok {
			continue
		}
		l := after(s, cutStop(tail), d.kind, num)
		l.weak = weakHeading(s, tail)
		if !hyphen && !l.weak {
			l.weak = trim(tail) != "" && !strings.HasPrefix(trimLeft(tail), ".") && !allCaps(tail)
		}
		return l, true
	}
	return label{}, false
}

// kazakhPlace matches what makes of a number at the beginning of a line no
// label but the place that an order touches: «4) тармақша алып тасталсын»,
// «3) және 4) тармақшалар …».
var kazakhPlace = lazy.New(`^\)?(?:\s*(?:,|және|мен|[-–—])\s*(?:\d+(?:-\d+)*|\p{L})\))*\s*тармақша`)

// namesPlace reports whether the rest of a line, from the bracket behind its
// number on, is such a place.
func namesPlace(rest string) bool {
	return strings.Contains(rest[:min(len(rest), 120)], "тармақша") && kazakhPlace.MatchString(rest)
}
