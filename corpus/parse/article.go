package parse

import (
	"strings"

	"svod/corpus"
)

// readArticle recognises «Статья 5-1. Заголовок», «Статья 53¹», «С т а т ь я  5»,
// «Статья IV».
func readArticle(s string) (label, bool) {
	rest, ok := cutWord(s, "статья")
	if !ok {
		if rest, ok = cutWord(s, "статьи"); ok { // «Статьи 15–18. Исключены»
			return readArticleRange(s, rest)
		}
		return readShortArticle(s)
	}
	body := trimLeft(rest)
	num, rest := scanDigits(body)
	if num == "" { // treaties and old acts: «Статья IV», «Статья первая»
		if num, rest = scanRoman(body); num == "" {
			num, rest = scanOrdinal(body)
		}
		if t := trimLeft(rest); num == "" || t != "" && t[0] != '.' {
			return label{}, false
		}
	}
	l := after(s, cutStop(rest), corpus.KindArticle, num)
	l.weak = weakHeading(s, rest)
	return l, true
}

// readShortArticle recognises «Ст. 3. …» and «Ст. 3-а. …» of old acts. Without
// the full stop and a capital after it this is a reference.
func readShortArticle(s string) (label, bool) {
	body, ok := strings.CutPrefix(s, "Ст.")
	if !ok {
		return label{}, false
	}
	num, rest := scanDigits(trimLeft(body))
	if t, ok := strings.CutPrefix(rest, "-"); ok && num != "" && wordLen(t) == len("а") {
		num, rest = num+rest[:1+len("а")], t[len("а"):]
	}
	t, ok := strings.CutPrefix(rest, ".")
	if num == "" || !ok || !startsUpper(trimLeft(t)) {
		return label{}, false
	}
	return after(s, t, corpus.KindArticle, num), true
}

// refersOn reports whether an article's number that ends a line is only a
// reference, which the next line goes on with: «Статья 3» ⏎ «настоящего Закона».
func (p *parser) refersOn(i int) bool {
	if p.paras[i].label.kind != corpus.KindArticle || p.paras[i].label.rest != "" || i+1 == len(p.paras) {
		return false
	}
	next := p.paras[i+1].Text
	return startsLower(next) && hasAny(next, references)
}

// readArticleRange recognises «Статьи 15–18. Исключены», one unit for all.
func readArticleRange(s, rest string) (label, bool) {
	num, tail := scanRange(trimLeft(rest), "")
	if num == "" || !isRepealed(trim(cutStop(tail))) {
		return label{}, false
	}
	return after(s, cutStop(tail), corpus.KindArticle, num), true
}

// cutStop removes the full stop after a number.
func cutStop(s string) string {
	t := trimLeft(s)
	if strings.HasPrefix(t, ".") {
		return t[1:]
	}
	return s
}

// references are the words after a number that show a line to speak of a
// provision rather than to begin it: «Статья 5 Закона …».
var references = []string{
	"закон", "кодекс", "конституц", "настоящ", "указанн", "данн", "правил", "положени", "устава", "договор", "приказ", "постановлени", "решени",
	"федеральн", "конвенц", "гражданск", "уголовн", "налогов", "трудов", "регламент", "инструкци", "осы заң", "заң", "кодекс",
}

// weakHeading reports whether what follows the number of a heading leaves it
// open whether it is one: no full stop after the number, but words.
func weakHeading(s, rest string) bool {
	if first := s[:2]; first >= "а" && first <= "я" {
		return true // «статья 5» in small letters
	}
	t := trimLeft(rest)
	switch {
	case t == "":
		return false
	case strings.HasPrefix(t, "."):
		return false
	case !startsUpper(t) && t[0] != '(':
		return true
	}
	return hasAny(t, references) || ends(t, ".;,:")
}
