package content

import "strings"

// phrases are the words of exported tables; {n} stands for a number or a name.
type phrases struct {
	// of the counts
	CountTitle, Shares, ByGroup, PerThousand, ShareOfDocuments, Quotes, CodebookTable string
	Category, Occurrences, Units, Documents, PercentDocuments, PerThousandWords       string
	Group, Document, Citation, Quote, ID, Name, Definition, Patterns, Not, Example    string
	Tone, Total, NoValue, Base, Source, Matched, Number, SheetQuotes                  string

	// of the record
	MadeCodebook, MadeUnit, MadeMeasure, MadeNested, MadeSkip, MadeBy, MadeDocument, MadeOptions string

	UnitNames    map[Unit]string
	MeasureNames map[Measure]string
	SkipNames    map[Skip]string
}

// templates holds the phrases of exported tables by language; a language that is
// missing has Russian ones.
var templates = map[string]*phrases{
	"ru": {
		CountTitle: "Контент-анализ: {n}", Shares: "Распределение упоминаний по категориям", ByGroup: "Категории по группам: {n}",
		PerThousand: "Категории по группам: упоминаний на 1 000 слов", ShareOfDocuments: "Категории по группам: доля документов",
		Quotes: "Иллюстративные высказывания", CodebookTable: "Кодификатор",
		Category: "Категория", Occurrences: "Упоминания", Units: "Единицы анализа", Documents: "Документы",
		PercentDocuments: "% документов", PerThousandWords: "На 1 000 слов", Group: "Группа", Document: "Документ",
		Citation: "Норма", Quote: "Цитата", ID: "Код", Name: "Название", Definition: "Определение", Patterns: "Шаблоны",
		Not: "Исключения", Example: "Примеры", Tone: "Тон", Total: "Всего", NoValue: "н.д.", Matched: "Слова",
		Base: "n = {n}", Source: "расчёт по кодификатору «{n}»", Number: "№", SheetQuotes: "Цитаты",

		MadeCodebook: "Кодификатор", MadeUnit: "Единица анализа", MadeMeasure: "Единица счёта", MadeNested: "Вложенные совпадения",
		MadeSkip: "Не учитывалось", MadeBy: "Группы", MadeDocument: "Документ", MadeOptions: "Параметры",
		UnitNames: map[Unit]string{UnitDocument: "документ", UnitSection: "раздел", UnitChapter: "глава", UnitArticle: "статья",
			UnitClause: "пункт", UnitSubclause: "подпункт", UnitPassage: "абзац", UnitSentence: "предложение"},
		MeasureNames: map[Measure]string{Presence: "наличие", Occurrences: "упоминания", Words: "слова"},
		SkipNames: map[Skip]string{SkipNotes: "сноски", SkipPreamble: "преамбула", SkipAppendices: "приложения", SkipTables: "таблицы",
			SkipHeadings: "заголовки", SkipRequisites: "реквизиты, подписи, оглавление"},
	},
	"kk": {
		CountTitle: "Контент-талдау: {n}", Shares: "Санаттар бойынша аталулардың бөлінуі", ByGroup: "Топтар бойынша санаттар: {n}",
		PerThousand: "Топтар бойынша санаттар: 1 000 сөзге шаққандағы аталуы", ShareOfDocuments: "Топтар бойынша санаттар: құжаттардың үлесі",
		Quotes: "Үзінділер", CodebookTable: "Кодификатор",
		Category: "Санат", Occurrences: "Аталуы", Units: "Талдау бірліктері", Documents: "Құжаттар",
		PercentDocuments: "Құжаттардың %-ы", PerThousandWords: "1 000 сөзге", Group: "Топ", Document: "Құжат",
		Citation: "Норма", Quote: "Үзінді", ID: "Код", Name: "Атауы", Definition: "Анықтамасы", Patterns: "Үлгілер",
		Not: "Ерекшеліктер", Example: "Мысалдар", Tone: "Реңк", Total: "Барлығы", NoValue: "д.ж.", Matched: "Сөздер",
		Base: "n = {n}", Source: "«{n}» кодификаторы бойынша есептелген", Number: "Р/с №", SheetQuotes: "Үзінділер",

		MadeCodebook: "Кодификатор", MadeUnit: "Талдау бірлігі", MadeMeasure: "Санау бірлігі", MadeNested: "Кірістірілген сәйкестіктер",
		MadeSkip: "Есепке алынбады", MadeBy: "Топтар", MadeDocument: "Құжат", MadeOptions: "Параметрлер",
		UnitNames: map[Unit]string{UnitDocument: "құжат", UnitSection: "бөлім", UnitChapter: "тарау", UnitArticle: "бап",
			UnitClause: "тармақ", UnitSubclause: "тармақша", UnitPassage: "абзац", UnitSentence: "сөйлем"},
		MeasureNames: map[Measure]string{Presence: "болуы", Occurrences: "аталуы", Words: "сөздер"},
		SkipNames: map[Skip]string{SkipNotes: "ескертулер", SkipPreamble: "кіріспе", SkipAppendices: "қосымшалар", SkipTables: "кестелер",
			SkipHeadings: "тақырыптар", SkipRequisites: "деректемелер, қолдар, мазмұны"},
	},
	"en": {
		CountTitle: "Content analysis: {n}", Shares: "Mentions by category", ByGroup: "Categories by group: {n}",
		PerThousand: "Categories by group: mentions per 1,000 words", ShareOfDocuments: "Categories by group: share of documents",
		Quotes: "Quotes", CodebookTable: "Codebook",
		Category: "Category", Occurrences: "Mentions", Units: "Units of analysis", Documents: "Documents",
		PercentDocuments: "% of documents", PerThousandWords: "Per 1,000 words", Group: "Group", Document: "Document",
		Citation: "Provision", Quote: "Quote", ID: "Code", Name: "Name", Definition: "Definition", Patterns: "Patterns",
		Not: "Exclusions", Example: "Examples", Tone: "Tone", Total: "Total", NoValue: "n/a", Matched: "Words",
		Base: "n = {n}", Source: "computed with the codebook “{n}”", Number: "No.", SheetQuotes: "Quotes",

		MadeCodebook: "Codebook", MadeUnit: "Unit of analysis", MadeMeasure: "Unit of count", MadeNested: "Nested matches",
		MadeSkip: "Left out", MadeBy: "Groups", MadeDocument: "Document", MadeOptions: "Options",
		UnitNames: map[Unit]string{UnitDocument: "document", UnitSection: "section", UnitChapter: "chapter", UnitArticle: "article",
			UnitClause: "clause", UnitSubclause: "subclause", UnitPassage: "passage", UnitSentence: "sentence"},
		MeasureNames: map[Measure]string{Presence: "presence", Occurrences: "mentions", Words: "words"},
		SkipNames: map[Skip]string{SkipNotes: "notes", SkipPreamble: "preamble", SkipAppendices: "appendices", SkipTables: "tables",
			SkipHeadings: "headings", SkipRequisites: "requisites, signatures, contents"},
	},
}

func phrasesOf(lang string) *phrases {
	if p := templates[lang]; p != nil {
		return p
	}
	return templates["ru"]
}

// with puts what {n} stands for into a phrase.
func with(phrase, n string) string { return strings.ReplaceAll(phrase, "{n}", n) }
