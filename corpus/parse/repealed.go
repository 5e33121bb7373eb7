package parse

import "strings"

// repealWords open the text of a unit that is no longer there. Nouns before
// them («Пункт утратил силу», «Статья 30 исключена») are skipped.
var repealWords = []string{
	"исключен", "исключён", "утратил", "утративш", "признан утратившим", "признана утратившей", "признано утратившим", "признаны утратившими",
	"алып тасталды", "алынып тасталды", "алып тасталған", "күші жойылды", "күші жойылған", "отменен", "не действует",
	"күчүн жоготту", "күчүн жоготкон", "алынып салынды",
}

var repealNouns = []string{
	"статья", "статьи", "пункт", "подпункт", "часть", "части", "абзац", "глава", "раздел", "параграф", "приложение", "сноска", "буква",
	"бап", "тармақ", "тармақша", "тарау", "бөлім", "бөлік", "абзацы", "абзаца", "дефис", "пункты", "подпункты", "главы", "разделы",
}

// isRepealed reports whether the text of a unit says no more than that the
// unit is excluded or has lost its force.
func isRepealed(text string) bool {
	text = strings.TrimLeft(text, "([«\"–-— \u00a0")
	for range 6 { // «Пункт 5 статьи 30 исключен»: a few words at most
		if saysRepealed(text) {
			return true
		}
		word, rest, _ := strings.Cut(text, " ")
		if word == "" || !isRepealNoun(word) {
			return false
		}
		text = trimLeft(rest)
	}
	return false
}

// saysRepealed reports whether a text begins with one of repealWords and means
// it: law speaks of what is excluded and lost too, «исключение из реестра»,
// «исключен из числа членов», «утратил гражданство», «отменено решение суда».
func saysRepealed(text string) bool {
	for _, w := range repealWords {
		rest, ok := cutFold(text, w)
		if !ok {
			continue
		}
		end := wordLen(rest)
		tail := trimLeft(rest[end:])
		switch w {
		case "исключен", "исключён":
			return end <= len("ы") && !hasAny(tail, []string{"из ", "если ", "в случа"})
		case "отменен", "не действует":
			return end <= len("ы") && (!startsLower(tail) || isDash(firstRune(tail)) || hasAny(tail, repealers))
		case "утратил", "утративш":
			if w == "утративш" && !hasAny(rest, []string{"им", "ей"}) { // «Утратившие силу решения …»
				return false
			}
			return hasAny(tail, []string{"сил", "юридическ"})
		case "күші жойылды": // «… деп танылсын» orders it
			return !hasAny(tail, []string{"деп танылсын", "деп танылып"})
		}
		return true
	}
	return false
}

// repealers begin the words after «отменен»: by which act, since when.
var repealers = []string{"законом", "указом", "постановлением", "приказом", "решением", "федеральным", "распоряжением", "с 1", "с 2", "с 3", "в соответств"}

func isRepealNoun(word string) bool {
	if num, rest := scanDigits(word); num != "" {
		return rest == "" || rest == ")" || rest == "." || rest[0] == '-'
	}
	for _, n := range repealNouns {
		if rest, ok := cutFold(word, n); ok && rest == "" {
			return true
		}
	}
	_, rest := scanOrdinal(word)
	return rest == "" && word != ""
}

// isRepealedPart reports whether a paragraph holds the place of an unnumbered
// part or passage that is gone: «Часть. (Утратила силу - …)», «(Абзац утратил
// силу …)», «абзац исключен. - Федеральный закон …;». It must stay, or those
// after it would be counted wrongly.
func isRepealedPart(s string) bool {
	s = strings.TrimLeft(s, "( ")
	if runeLen(s) > 400 || !hasAny(s, repealedParts) || ends(s, ":") {
		return false
	}
	noun := wordLen(s)
	return isRepealNoun(s[:noun]) && isRepealed(strings.TrimLeftFunc(s[noun:], func(r rune) bool { return isSpace(r) || strings.ContainsRune(".;(", r) }))
}

var repealedParts = []string{"часть", "абзац", "бөлік", "дефис"}

// isStub reports whether the text of a unit only says when the unit will come
// into force: «5-4) вводится в действие с 01.01.2023 в соответствии с Законом …».
// Its words are a note; the next edition has the text.
func isStub(text string) bool {
	if strings.Contains(text, "бастап қолданысқа енгізіл") && strings.Contains(text, "Заң") && runeLen(text) < 200 {
		return isDigit(text[0]) || hasAny(text, []string{"қр ", "қазақстан "})
	}
	rest, ok := cutFold(text, "вводится в действие с")
	if !ok {
		if rest, ok = cutFold(text, "вступает в силу с"); !ok {
			return false
		}
	}
	date := trimLeft(rest) // editors put one space before it, or several
	num, _ := scanDigits(date)
	return num != "" && date != rest && (strings.Contains(date, "Законом") || strings.Contains(date, "№"))
}
