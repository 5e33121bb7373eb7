package amend

import (
	"strings"
	"sync"
	"unicode/utf8"

	"svod/corpus"
)

// A noun is a word by which drafts name a level, a part of one, or what is
// said in words.
type noun0 struct {
	level  corpus.Kind // of a provision; 0 if it is none
	part   Part
	object Object // of what is quoted behind it
	by     bool   // the form says «by what»: пунктом, словами
	many   bool   // certainly several: пункты, слова
}

// nounForms are the nouns by their endings: stem, endings, and those that say
// «by what».
var nounForms0 = []struct {
	noun0
	stem, endings, by, many string
}{
	{noun0{level: corpus.KindAppendix}, "приложени", "е я ю и й ям ях", "ем ями", "й ям ях ями"},
	{noun0{level: corpus.KindSection}, "раздел", "- а у е ы ов ам ах", "ом ами", "ы ов ам ах ами"},
	{noun0{level: corpus.KindSubsection}, "подраздел", "- а у е ы ов ам ах", "ом ами", "ы ов ам ах ами"},
	{noun0{level: corpus.KindChapter}, "глав", "а ы е у - ам ах", "ой ами", "ам ах ами"},
	{noun0{level: corpus.KindParagraph}, "параграф", "- а у е ы ов ам ах", "ом ами", "ы ов ам ах ами"},
	{noun0{level: corpus.KindArticle}, "стат", "ья ьи ье ью ей ьям ьях", "ьей ьями", "ей ьям ьях ьями"},
	{noun0{level: corpus.KindClause}, "пункт", "- а у е ы ов ам ах", "ом ами", "ы ов ам ах ами"},
	{noun0{level: corpus.KindSubclause}, "подпункт", "- а у е ы ов ам ах", "ом ами", "ы ов ам ах ами"},
	{noun0{level: corpus.KindPart}, "част", "ь и ей ям ях", "ью ями", "ей ям ях ями"},
	{noun0{level: corpus.KindPassage}, "абзац", "- а у е ы ев ам ах", "ем ами", "ы ев ам ах ами"},
	{noun0{level: corpus.KindItem}, "букв", "а ы е у - ам ах", "ой ами", "ам ах ами"},
	{noun0{level: corpus.KindTable}, "таблиц", "а ы е у - ам ах", "ей ами", "ам ах ами"},
	{noun0{level: corpus.KindRow}, "строк", "а и е у - ам ах", "ой ами", "ам ах ами"},
	{noun0{level: corpus.KindRow}, "позици", "я и ю й ям ях", "ей ями", "й ям ях ями"},
	{noun0{level: corpus.KindPreamble}, "преамбул", "а ы е у", "ой", ""},
	{noun0{part: PartSentence}, "предложени", "е я ю и й ям ях", "ем ями", "й ям ях ями"},
	{noun0{part: PartHeading}, "заголов", "ок ка ку ке ки ков кам ках", "ком ками", "ки ков кам ках ками"},
	{noun0{part: PartHeading}, "наименовани", "е я ю и", "ем", ""},
	{noun0{part: PartHeading}, "названи", "е я ю и", "ем", ""},
	{noun0{part: PartNote}, "примечани", "е я ю и й ям ях", "ем ями", "й ям ях ями"},
	{noun0{object: Words}, "слов", "о а у е ам ах -", "ом ами", "ам ах ами"},
	{noun0{object: Words}, "аббревиатур", "а ы у е - ам", "ой ами", "ам ами"},
	{noun0{object: Words}, "словосочетани", "е я ю и й ям", "ем ями", "й ям ями"},
	{noun0{object: Words}, "фраз", "а ы у е - ам", "ой ами", "ам ами"},
	{noun0{object: Words}, "союз", "- а у", "ом ами", ""},
	{noun0{object: Words}, "предлог", "- а у", "ом ами", ""},
	{noun0{object: Figures}, "цифр", "а ы у е - ам ах", "ой ами", "ам ах ами"},
	{noun0{object: Figures}, "числ", "о а у е ам", "ом ами", "ам ами"},
	{noun0{object: Signs}, "знак", "- а у и ов ам", "ом ами", "и ов ам ами"},
}

// nouns are all forms of the nouns.
var nouns0 = sync.OnceValue(func() map[string]noun0 {
	m := map[string]noun0{}
	for _, f := range nounForms0 {
		many := strings.Fields(f.many)
		add := func(endings string, by bool) {
			for _, e := range strings.Fields(endings) {
				n := f.noun0
				n.by = by
				for _, x := range many {
					n.many = n.many || x == e
				}
				if _, ok := m[f.stem+strings.TrimPrefix(e, "-")]; !ok {
					m[f.stem+strings.TrimPrefix(e, "-")] = n
				}
			}
		}
		add(f.by, true)
		add(f.endings, false)
	}
	return m
})

// signs are the names of signs, which stand without quotes.
var signs0 = []struct{ stem, sign string }{
	{"точк", "."}, {"запят", ","}, {"двоеточи", ":"}, {"тире", "–"}, {"дефис", "-"}, {"многоточи", "…"},
}

// actNouns begin the names of acts.
var actNouns0 = []struct{ stem, kind string }{
	{"конституционн", "law"}, {"федеральн", "law"}, {"закон", "law"}, {"кодекс", "code"}, {"гражданск", "code"}, {"уголовн", "code"}, {"трудов", "code"},
	{"налогов", "code"}, {"земельн", "code"}, {"бюджетн", "code"}, {"предпринимательск", "code"}, {"экологическ", "code"}, {"административн", "code"}, {"водн", "code"}, {"лесн", "code"},
	{"семейн", "code"}, {"жилищн", "code"}, {"социальн", "code"}, {"арбитражн", "code"}, {"таможенн", "code"},
	{"конституци", "constitution"}, {"указ", "decree"}, {"постановлени", "resolution"}, {"распоряжени", "resolution"}, {"приказ", "order"}, {"решени", "decision"},
}

// actKind returns the type of act that begins with a word; an adjective does
// only before «кодекс» or «закон», which the caller sees.
func actKind0(word string) (kind string, adjective bool) {
	for _, a := range actNouns0 {
		rest, ok := strings.CutPrefix(word, a.stem)
		if !ok || utf8.RuneCountInString(rest) > 3 {
			continue
		}
		switch a.stem {
		case "закон", "кодекс", "конституци", "указ", "постановлени", "распоряжени", "приказ", "решени":
			if strings.HasPrefix(rest, "н") || strings.HasPrefix(rest, "ыв") {
				continue // «законных», «приказывает»
			}
			return a.kind, false
		}
		return a.kind, true
	}
	return "", false
}
