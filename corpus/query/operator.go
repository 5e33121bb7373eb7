package query

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// keywords are operators by their canonical letters.
var keywords = map[string]lexKind{
	canonical("И"): lexAnd, canonical("AND"): lexAnd, canonical("ЖӘНЕ"): lexAnd,
	canonical("ИЛИ"): lexOr, canonical("OR"): lexOr, canonical("НЕМЕСЕ"): lexOr,
	canonical("НЕ"): lexNot, canonical("NOT"): lexNot, canonical("ЕМЕС"): lexNot,
}

var scopes = map[string]Scope{
	canonical("/с"): ScopeSentence, canonical("/s"): ScopeSentence,
	canonical("/п"): ScopeClause, canonical("/p"): ScopeClause,
	canonical("/ст"): ScopeText, canonical("/a"): ScopeText,
}

// twins are Cyrillic capitals that look like Latin ones. An operator may be
// typed with either: who switches the keyboard doesn't see which it was.
var twins = strings.NewReplacer("А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "К", "K", "М", "M", "О", "O", "Р", "P", "Т", "T", "Ә", "Ə")

func canonical(op string) string {
	if strings.HasPrefix(op, "/") {
		op = strings.ToUpper(op)
	}
	return twins.Replace(op)
}

// keyword is the operator that a word is. «HE» in Latin letters is НЕ only
// where something is written in Cyrillic ones.
func keyword(word, text string) (lexKind, bool) {
	k, ok := keywords[canonical(word)]
	if ok && word == "HE" {
		ok = strings.ContainsFunc(text, isCyrillic)
	}
	return k, ok
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// maxDistance keeps nearness within a line of a unit.
const maxDistance = 1000

func distance(op string) (int, error) {
	n, err := strconv.Atoi(op[1:])
	if err == nil && (n < 1 || n > maxDistance) {
		err = strconv.ErrRange
	}
	return n, err
}

// classify finds out what a word of the query is: an operator, a reference, or
// a word to be found. What is nearly an operator is an error: as a word it
// would be found, or not, without a sign that the search is another one.
func (l *lexeme) classify(text string) error {
	fail := func(code string, args ...string) error {
		return &SyntaxError{Offset: l.offset, Code: code, Args: args}
	}
	first, n := utf8.DecodeRuneInString(l.text)
	rest := l.text[n:]
	second, _ := utf8.DecodeRuneInString(rest)
	if k, ok := keyword(l.text, text); ok {
		l.kind = k
		return nil
	}
	if atLeastWord.MatchString(l.text) {
		if _, ok := times(l.text); !ok {
			return fail("bad-count", l.text, strconv.Itoa(maxTimes))
		}
		l.kind = lexAtLeast
		return nil
	}
	switch first {
	case '/', '+':
		if _, ok := scopes[canonical(l.text)]; ok {
			l.kind = lexSame
			return nil
		}
		if unicode.IsDigit(second) {
			digits := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsDigit))
			if after, _ := utf8.DecodeRuneInString(rest[digits:]); unicode.IsLetter(after) {
				return fail("glued-operator", l.text, l.text[:1+digits]+" "+rest[digits:])
			}
			if _, err := distance(l.text); err != nil {
				return fail("bad-distance", l.text, strconv.Itoa(maxDistance))
			}
			l.kind = lexNear
			return nil
		}
		if first == '/' && rest != "" && len(rest) <= 12 && strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
			return fail("no-operator", l.text)
		}
	case '@', '#':
		if rest != "" {
			l.kind = lexRef
		}
	default:
		// Other programs exclude a word so.
		if unicode.Is(unicode.Pd, first) && unicode.IsLetter(second) {
			return fail("minus", l.text, rest)
		}
	}
	return nil
}

// isMark tells what stands between the words of a text and is not looked for:
// «совет – это», «№ 5».
func isMark(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.Is(unicode.Pd, r) || strings.ContainsRune(".,;:…№§%•−", r) }) == ""
}

var glued = regexp.MustCompile(`(?i)^(.*\pL{3})([/+](?:\d+|ст|[спcsp]))$`)

// isOperand reports whether an operand may begin, or be, what is of a kind.
func isOperand(k lexKind) bool { return k == lexWord || k == lexPhrase || k == lexRef || k == lexOpen }

// amiss finds what only shows by what stands beside it: an operator glued to
// a word or cut in two, a distance behind a phrase.
func amiss(ls []lexeme) error {
	for i, l := range ls {
		if l.kind != lexWord {
			continue
		}
		if strings.HasPrefix(l.text, "~") && i > 0 && ls[i-1].kind == lexPhrase && ls[i-1].end == l.offset {
			return &SyntaxError{Offset: l.offset, Code: "phrase-distance", Args: []string{l.text}}
		}
		next := ls[i+1]
		if m := glued.FindStringSubmatch(l.text); m != nil && isOperand(next.kind) {
			return &SyntaxError{Offset: l.offset + len(m[1]), Code: "glued-operator", Args: []string{l.text, m[1] + " " + m[2]}}
		}
		if (l.text == "/" || l.text == "+") && next.kind == lexWord && strings.TrimLeftFunc(next.text, unicode.IsDigit) == "" {
			return &SyntaxError{Offset: l.offset, Code: "split-operator", Args: []string{l.text + " " + next.text, l.text + next.text}}
		}
	}
	return nil
}
