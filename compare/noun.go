package compare

import (
	"strconv"

	"svod/corpus"
)

// A noun is what a kind of unit is called, alone and with numbers.
type noun struct {
	one, many string // статья, статьи
	few, five string // 2 статьи, 5 статей; in other languages many
	in        string // в статьях: where changes are; many if empty
	gender    int    // 0 he, 1 she, 2 it
}

// counted returns the form of the noun that goes with a number, and the number
// of the word that does: 0 singular, 1 plural.
func (w noun) counted(lang string, n int) (string, bool) {
	switch {
	case lang == "kk":
		return w.one, n == 1
	case lang == "en" && n == 1:
		return w.one, true
	case lang == "en":
		return w.many, false
	case n%10 == 1 && n%100 != 11:
		return w.one, true
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		return w.few, false
	}
	return w.five, false
}

// of returns the genitive: у 1 статьи, у 5 статей.
func (w noun) of(lang string, n int) string {
	switch {
	case lang == "kk", lang == "en" && n == 1:
		return w.one
	case lang == "en":
		return w.many
	case n%10 == 1 && n%100 != 11:
		return w.few
	}
	return w.five
}

var nouns = map[string]map[corpus.Kind]noun{
	"ru": {
		corpus.KindAppendix: {"приложение", "приложения", "приложения", "приложений", "приложениях", 2}, corpus.KindPart: {"часть", "части", "части", "частей", "частях", 1},
		corpus.KindSection: {"раздел", "разделы", "раздела", "разделов", "разделах", 0}, corpus.KindSubsection: {"подраздел", "подразделы", "подраздела", "подразделов", "подразделах", 0},
		corpus.KindChapter: {"глава", "главы", "главы", "глав", "главах", 1}, corpus.KindParagraph: {"параграф", "параграфы", "параграфа", "параграфов", "параграфах", 0},
		corpus.KindArticle: {"статья", "статьи", "статьи", "статей", "статьях", 1}, corpus.KindClause: {"пункт", "пункты", "пункта", "пунктов", "пунктах", 0},
		corpus.KindSubclause: {"подпункт", "подпункты", "подпункта", "подпунктов", "подпунктах", 0}, corpus.KindItem: {"буква", "буквы", "буквы", "букв", "буквах", 1},
		corpus.KindPassage: {"абзац", "абзацы", "абзаца", "абзацев", "абзацах", 0}, corpus.KindTable: {"таблица", "таблицы", "таблицы", "таблиц", "таблицах", 1},
		corpus.KindRow: {"строка", "строки", "строки", "строк", "строках", 1}, corpus.KindPreamble: {"преамбула", "преамбулы", "преамбулы", "преамбул", "преамбулах", 1},
		corpus.KindRequisite: {"реквизит", "реквизиты", "реквизита", "реквизитов", "реквизитах", 0}, corpus.KindSignature: {"подпись", "подписи", "подписи", "подписей", "подписях", 1},
		corpus.KindContents: {"оглавление", "оглавления", "оглавления", "оглавлений", "оглавлениях", 2},
	},
	"kk": {
		corpus.KindAppendix: {one: "қосымша", many: "қосымшалар", in: "қосымшаларда"}, corpus.KindPart: {one: "бөлім", many: "бөлімдер", in: "бөлімдерде"},
		corpus.KindSection: {one: "бөлім", many: "бөлімдер", in: "бөлімдерде"}, corpus.KindSubsection: {one: "кіші бөлім", many: "кіші бөлімдер", in: "кіші бөлімдерде"},
		corpus.KindChapter: {one: "тарау", many: "тараулар", in: "тарауларда"}, corpus.KindParagraph: {one: "параграф", many: "параграфтар", in: "параграфтарда"},
		corpus.KindArticle: {one: "бап", many: "баптар", in: "баптарда"}, corpus.KindClause: {one: "тармақ", many: "тармақтар", in: "тармақтарда"},
		corpus.KindSubclause: {one: "тармақша", many: "тармақшалар", in: "тармақшаларда"}, corpus.KindItem: {one: "әріп", many: "әріптер", in: "әріптерде"},
		corpus.KindPassage: {one: "абзац", many: "абзацтар", in: "абзацтарда"}, corpus.KindTable: {one: "кесте", many: "кестелер", in: "кестелерде"},
		corpus.KindRow: {one: "жол", many: "жолдар", in: "жолдарда"}, corpus.KindPreamble: {one: "кіріспе", many: "кіріспелер", in: "кіріспелерде"},
		corpus.KindRequisite: {one: "деректеме", many: "деректемелер", in: "деректемелерде"}, corpus.KindSignature: {one: "қол", many: "қолдар", in: "қолдарда"},
		corpus.KindContents: {one: "мазмұны", many: "мазмұны", in: "мазмұнында"},
	},
	"en": {
		corpus.KindAppendix: {one: "appendix", many: "appendices"}, corpus.KindPart: {one: "part", many: "parts"},
		corpus.KindSection: {one: "section", many: "sections"}, corpus.KindSubsection: {one: "subsection", many: "subsections"},
		corpus.KindChapter: {one: "chapter", many: "chapters"}, corpus.KindParagraph: {one: "paragraph", many: "paragraphs"},
		corpus.KindArticle: {one: "article", many: "articles"}, corpus.KindClause: {one: "clause", many: "clauses"},
		corpus.KindSubclause: {one: "subclause", many: "subclauses"}, corpus.KindItem: {one: "item", many: "items"},
		corpus.KindPassage: {one: "passage", many: "passages"}, corpus.KindTable: {one: "table", many: "tables"},
		corpus.KindRow: {one: "row", many: "rows"}, corpus.KindPreamble: {one: "preamble", many: "preambles"},
		corpus.KindRequisite: {one: "requisite", many: "requisites"}, corpus.KindSignature: {one: "signature", many: "signatures"},
		corpus.KindContents: {one: "contents", many: "contents"},
	},
}

// nounOf returns the word for a kind of unit.
func nounOf(lang string, k corpus.Kind) noun {
	ns, ok := nouns[lang]
	if !ok {
		ns = nouns["ru"]
	}
	return ns[k]
}

func itoa(n int) string { return strconv.Itoa(n) }
