package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"svod/corpus"
)

// readNumber recognises numbered paragraphs: «2-1. …» is a clause, «3-1) …» a
// subclause, in rules with decimal numbers «1.2. …» a clause, «1.2.3. …» a
// subclause, «1.2.3.4. …» an item.
func readNumber(s string) (label, bool) {
	num, rest := scanDigits(s)
	if num == "" || num[0] == '0' || figures(num) > 3 && strings.Contains(num, ".") { // 2006.29.12
		return label{}, false
	}
	if l, ok := readRange(s); ok {
		return l, true
	}
	t := trimLeft(rest)
	switch {
	case strings.HasPrefix(t, ")"):
		if namesPlace(t) {
			return label{}, false
		}
		return after(s, t[1:], corpus.KindSubclause, num), true
	case strings.HasPrefix(rest, "."):
		if len(rest) > 1 && isDigit(rest[1]) {
			return label{}, false // «30.12.2013 года»
		}
		l := after(s, rest[1:], corpus.KindClause, num)
		if strings.HasPrefix(l.rest, ")") { // «1.)»
			return after(s, trimLeft(rest[1:])[1:], corpus.KindSubclause, num), true
		}
		switch dots := strings.Count(num, "."); {
		case dots == 2:
			l.kind = corpus.KindSubclause
		case dots > 2:
			l.kind = corpus.KindItem
		}
		// «12. » before a small letter may be a date broken by typesetting;
		// a list goes on with it all the same, so only its neighbours tell.
		l.weak = l.rest == "" || strings.Count(num, ".") == 0 && figures(num) > 3
		return l, true
	case strings.Contains(num, ".") && isSpace(firstRune(rest)) && startsUpper(t):
		l := after(s, rest, corpus.KindClause, num)
		if strings.Count(num, ".") > 1 {
			l.kind = corpus.KindSubclause
		}
		l.weak = true
		return l, true
	case isSpace(firstRune(rest)) && startsWithLetter(t) && startsUpper(t) && figures(num) < 4 && runeLen(t) > 40:
		l := after(s, rest, corpus.KindClause, num)
		l.weak, l.bare = true, true
		return l, true
	}
	return label{}, false
}

// readBracketed recognises «(2-1) …», the parts of Kyrgyz codes; a list tells
// them from a remark in brackets.
func readBracketed(s string) (label, bool) {
	body, ok := strings.CutPrefix(s, "(")
	if !ok {
		return label{}, false
	}
	num, rest := scanDigits(body)
	t, ok := strings.CutPrefix(rest, ")")
	if num == "" || !ok || figures(num) > 3 || !startsUpper(trimLeft(t)) && !isRepealed(trim(t)) {
		return label{}, false
	}
	l := after(s, t, corpus.KindClause, num)
	l.weak = true
	return l, true
}

// figures counts the digits with which a number begins.
func figures(num string) int {
	return len(num) - len(strings.TrimLeft(num, "0123456789"))
}

// readRange recognises several repealed units in one line: «4) – 6)
// исключены», «2-1, 2-2. Исключены», «10) и 11) алып тасталды».
func readRange(s string) (label, bool) {
	for _, kind := range []corpus.Kind{corpus.KindSubclause, corpus.KindClause} {
		stop := map[corpus.Kind]string{corpus.KindSubclause: ")", corpus.KindClause: "."}[kind]
		num, rest := scanRange(s, stop)
		t, ok := strings.CutPrefix(trimLeft(rest), stop)
		if num != "" && ok && isRepealed(trim(t)) {
			return after(s, t, kind, num), true
		}
	}
	return label{}, false
}

// scanRange reads several numbers, «4) – 6)» up to the last stop, as the
// range that they make, 4–6, or the list if some between are not among them:
// «8), 12)» is 8, 12. It returns "" for a single number.
func scanRange(s, stop string) (num, rest string) {
	first, rest := scanDigits(s)
	lo, last, list := first, first, ""
	for last != "" {
		t := trimLeft(strings.TrimPrefix(trimLeft(rest), stop))
		tail := strings.TrimLeft(t, "-–—−,")
		if tail == t {
			if tail = strings.TrimPrefix(strings.TrimPrefix(t, "и "), "және "); tail == t {
				break
			}
		}
		n, after := scanDigits(trimLeft(tail))
		if n == "" {
			break
		}
		if isDash(firstRune(t)) || follows(numberValue(last), numberValue(n)) {
			last, rest = n, after
			continue
		}
		list += numberRange(lo, last) + ", "
		lo, last, rest = n, n, after
	}
	if last != first {
		return list + numberRange(lo, last), rest
	}
	// «Статьи 22-23» looks like an inserted article.
	from, to, ok := strings.Cut(first, "-")
	if stop == "" && ok && less(numberValue(from), numberValue(to)) {
		return from + "–" + to, rest
	}
	return "", s
}

func numberRange(lo, hi string) string {
	if lo == hi {
		return lo
	}
	return lo + "–" + hi
}

// readItem recognises «а) …», a single small letter and a bracket.
func readItem(s string) (label, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) || n == len(s) {
		return label{}, false
	}
	if in := inserted(s[n:]); in != "" { // «к(1)) …», «к(1) …»
		rest := strings.TrimPrefix(s[n+len(in):], ")")
		return after(s, rest, corpus.KindItem, s[:n+len(in)]), isSpace(firstRune(rest))
	}
	rest := s[n:]
	for i, d := range rest { // «о¹)», «о-1)»
		if _, ok := superscripts[d]; ok || isHyphen(d) || '0' <= d && d <= '9' {
			continue
		}
		if d != ')' {
			return label{}, false
		}
		if namesPlace(rest[i:]) {
			return label{}, false
		}
		return after(s, rest[i+1:], corpus.KindItem, s[:n+i]), true
	}
	return label{}, false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isDash(r rune) bool { return strings.ContainsRune("-–—−", r) }

// insertedAfter reports whether «46-1 Наниматель …» was inserted after clause
// 46 or 46-N: nothing else is written so.
func insertedAfter(clause []int, l label) bool {
	return len(l.value) == 2 && clause[0] == l.value[0] && strings.ContainsFunc(l.num, isHyphen)
}

// clauseAfter reports whether the next clause after line i is the one that
// comes after number v: then line i is a clause whose full stop is missing.
func (p *parser) clauseAfter(i int, v []int) bool {
	for end := min(len(p.paras), i+longest); i+1 < end; {
		i++
		switch l := p.paras[i].label; {
		case l.heading() && !l.weak:
			return false
		case l.kind == corpus.KindClause && !l.bare:
			return follows(v, l.value)
		}
	}
	return false
}
