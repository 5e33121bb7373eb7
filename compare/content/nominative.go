package content

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"svod/corpus/lazy"
)

// actNouns and bodyNouns are what acts and bodies are named by, in the
// instrumental, with the nominative.
var actNouns = map[string]string{
	"законодательством": "законодательство", "законом": "закон", "законами": "законы", "кодексом": "кодекс", "кодексами": "кодексы", "актами": "акты",
	"конституцией": "конституция", "правилами": "правила", "положением": "положение", "положениями": "положения", "уставом": "устав", "уставами": "уставы",
	"стандартом": "стандарт", "стандартами": "стандарты", "указом": "указ", "указами": "указы", "постановлением": "постановление",
	"постановлениями": "постановления", "приказом": "приказ", "приказами": "приказы", "инструкцией": "инструкция", "инструкциями": "инструкции",
	"методикой": "методика", "порядком": "порядок", "регламентом": "регламент", "регламентами": "регламенты",
}

var bodyNouns = map[string]string{
	"органом": "орган", "органами": "органы", "правительством": "правительство", "президентом": "президент", "министерством": "министерство",
	"министерствами": "министерства", "министром": "министр", "маслихатом": "маслихат", "маслихатами": "маслихаты", "акиматом": "акимат",
	"акиматами": "акиматы", "акимом": "аким", "акимами": "акимы", "агентством": "агентство", "комитетом": "комитет", "банком": "банк",
	"парламентом": "парламент", "руководителем": "руководитель", "руководителями": "руководители", "советом": "совет",
}

// otherNouns are named with them, or stand in other cases: the objects of
// «утверждает», «по форме», «в соответствии с пунктом 5».
var otherNouns = map[string]string{
	"актом": "акт", "документами": "документы", "договором": "договор", "договорами": "договоры", "требованиями": "требования", "перечнем": "перечень", "формой": "форма",
	"пунктом": "пункт", "пунктами": "пункты", "подпунктом": "подпункт", "подпунктами": "подпункты", "частью": "часть", "частями": "части",
	"статьей": "статья", "статьями": "статьи",
	"инструкцию": "инструкция", "методику": "методика", "форму": "форма", "программу": "программа", "ставку": "ставка",
	"форме": "форма", "правилам": "правила", "перечне": "перечень", "порядке": "порядок", "порядка": "порядок", "форм": "форма",
	"программе": "программа", "перечню": "перечень", "требованиям": "требования", "методике": "методика", "стандартам": "стандарты", "нормативам": "нормативы",
	"критериям": "критерии", "условиям": "условия", "условиях": "условия", "инструкции": "инструкция",
}

// nounNominative returns the nominative of a noun of these, "" for others.
func nounNominative(w string) string {
	w = strings.ToLower(w)
	return cmp.Or(actNouns[w], bodyNouns[w], otherNouns[w])
}

// alternatives makes a regular expression of the keys of a table, the longer
// first.
func alternatives(nouns map[string]string) string {
	keys := slices.SortedFunc(maps.Keys(nouns), func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return strings.Join(keys, "|")
}

var wordOrNot = lazy.New(`\p{L}+|\P{L}+`)

// nominative turns the name of an act or a body, up to its noun, from the
// instrumental into the nominative: «Типовым положением о совете» into «Типовое
// положение о совете». What it doesn't know stays as it is.
func nominative(s string) string {
	parts := wordOrNot.FindAllString(strings.TrimSpace(s), -1)
	noun := -1
	for i, w := range parts {
		if nounNominative(w) != "" {
			noun = i
			break
		}
	}
	if noun < 0 {
		return strings.TrimSpace(s)
	}
	name := likeCase(nounNominative(parts[noun]), parts[noun])
	for i, w := range parts[:noun] {
		parts[i] = adjective(w, parts[noun], name)
	}
	parts[noun] = name
	return strings.Join(parts, "")
}

// stressed are adjectives in -ой: трудовой, типовой, иной, другой.
var stressed = lazy.New(`(?i)^(?:трудов|типов|правов|отраслев|областн|городск|основн|ин|друг|сам|друж|род)$`)

// adjective puts an adjective in the instrumental into the nominative of its
// noun.
func adjective(w, noun, name string) string {
	for _, e := range []struct{ from, he, it string }{{"ыми", "ые", "ые"}, {"ими", "ие", "ие"}, {"ым", "ый", "ое"}, {"им", "ий", "ое"}} {
		stem, ok := strings.CutSuffix(w, e.from)
		if !ok || stem == "" {
			continue
		}
		it := e.it
		if e.from == "им" && strings.HasSuffix(stem, "ш") {
			it = "ее" // высшее
		}
		if stressed.MatchString(stem) && e.he != "ые" && e.he != "ие" {
			e.he = "ой"
		}
		if strings.HasSuffix(name, "о") || strings.HasSuffix(name, "е") {
			return stem + it
		}
		return stem + e.he
	}
	feminine := strings.HasSuffix(noun, "ией") || strings.HasSuffix(noun, "ой") || strings.HasSuffix(noun, "ей")
	if stem, ok := strings.CutSuffix(w, "ой"); ok && feminine {
		return stem + "ая"
	}
	return w
}

// likeCase gives a word a capital if the other has one.
func likeCase(word, other string) string {
	if other != strings.ToLower(other) {
		r := []rune(word)
		return strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return word
}
