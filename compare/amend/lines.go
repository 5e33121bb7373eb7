package amend

import (
	"regexp"
	"strings"
	"unicode"

	"svod/corpus"
)

// A line is one of the draft's, with the number that it bears there.
type line struct {
	corpus.Line
	at    corpus.Address
	kind  corpus.Kind // of its unit, or of the nearest above that is no passage
	level int         // of its number: 0 if it has none
	num   string
	rest  string // behind its number
	taken bool   // it belongs to an order that stands elsewhere
	text  bool   // it is new text, also of an order that was not understood
}

// Levels of the draft's numbers, the outermost first. What leads in without a
// number of its own stands one below the number before it.
const (
	levelArticle = 2 * (iota + 1)
	levelClause
	levelSubclause
	levelItem
)

var lineLabels = []struct {
	level int
	re    *regexp.Regexp
}{
	{levelArticle, regexp.MustCompile(`^(?:Статья|СТАТЬЯ)\s+(\d[\d\-–.¹²³⁴⁵⁶⁷⁸⁹⁰]*)(?:\.|\s|$)\s*`)},
	{levelArticle, regexp.MustCompile(`^(\d[\d-]*)\s*-\s*бап\s*(?:\.\s*|$)`)},
	{levelClause, regexp.MustCompile(`^(\d{1,3}(?:[-.]\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)\.(?:\s+|$)`)},
	{levelSubclause, regexp.MustCompile(`^(\d{1,3}(?:-\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)\)\s*`)},
	{levelItem, regexp.MustCompile(`^(\p{Cyrillic})\)\s+`)},
}

// linesOf lays the draft out in lines that know their units.
func linesOf(d *corpus.Document, startsPlace func(string) bool) []line {
	ls := make([]line, len(d.Source.Lines))
	for a, u := range d.All() {
		for i := u.Span.Lo; i < u.Span.Hi && i < len(ls); i++ {
			ls[i].at = a
			if u.Kind != corpus.KindPassage {
				ls[i].kind = u.Kind
			}
		}
	}
	for i := range ls {
		l := &ls[i]
		l.Line = d.Source.Lines[i]
		l.rest = strings.TrimSpace(l.Text)
		if l.Cells != nil || startsPlace(l.rest) {
			continue
		}
		for _, lb := range lineLabels {
			if m := lb.re.FindStringSubmatch(l.rest); m != nil && (len(m[0]) == len(l.rest) || strings.Trim(l.rest[len(m[0]):], "»”\";., ") != "") { // «7)»;» is the end of a line that was torn
				l.level, l.num, l.rest = lb.level, corpus.Number(m[1]), l.rest[len(m[0]):]
				break
			}
		}
	}
	return ls
}

// succeeds reports whether line k goes on with the numbers of the draft that
// are open at line i: its number is the next of its level.
func (r *reader) succeeds(k, i int) bool {
	l := &r.lines[k]
	for ; i >= 0; i-- {
		switch up := &r.lines[i]; {
		case up.level == 0, up.text: // new text has numbers of its own
		case up.level == l.level:
			return follows(up.num, l.num)
		case up.level < l.level: // its list would begin here
			return l.num == "1" || l.num == "а"
		}
	}
	return l.num == "1"
}

// follows reports whether a number comes next after another: 4 after 3, 3-1
// after 3, «б» after «а».
func follows(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if unicode.IsDigit(x[0]) && unicode.IsDigit(y[0]) {
		head, _, _ := strings.Cut(a, "-")
		return atoi(b) == atoi(head)+1 || strings.HasPrefix(b, a+"-") || a != head && b != a && strings.HasPrefix(b, head+"-")
	}
	return len(x) == 1 && len(y) == 1 && y[0] > x[0] && y[0] <= x[0]+2 // «й» may be left out
}

func startsLower(s string) bool {
	for _, c := range s {
		return unicode.IsLower(c)
	}
	return false
}
