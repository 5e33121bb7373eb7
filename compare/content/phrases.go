package content

import "strings"

// phrases are the words of exported tables; {n} stands for a number or a name.
type phrases struct {
	// of the counts
	CountTitle, Shares, ByGroup, PerThousand, ShareOfDocuments, Quotes, CodebookTable string
	Category, Occurrences, Units, Documents, PercentDocuments, PerThousandWords       string
	Group, Document, Citation, Quote, ID, Name, Definition, Patterns, Not, Example    string
	Tone, Total, NoValue, Base, Source, Matched                                       string

	// of the topics
	TopicsReport, TopicsTitle, Number, Criterion, Conclusion, None, Tried, More, Coverage, CoverageCell string
	Hint, InAll, MissingIn, ModalityDiffers, DatesDiffer, DatesWarning                                  string
	Appendix, Norm, Modality, Text, Act, NotInText, NumberOf, DateOf, EditionOf                         string
	References, Body, What                                                                              string

	// of the record
	MadeCodebook, MadeUnit, MadeMeasure, MadeNested, MadeSkip, MadeBy, MadeDocument string

	UnitNames    map[Unit]string
	MeasureNames map[Measure]string
	Modalities   map[Modality]string
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
		Base:   "n = {n}",
		Source: "расчёт по кодификатору «{n}»",

		TopicsReport: "Сравнение актов по критериям", TopicsTitle: "Нормы по критериям кодификатора «{n}»", Number: "№", Criterion: "Критерий", Conclusion: "Вывод",
		None: "нормы не выявлены", Tried: "искали: {n}", More: "ещё {n}", Coverage: "Охват: норм / критериев",
		CoverageCell: "{n}", Hint: "Подсказка программы: {n}", InAll: "нормы есть во всех актах",
		MissingIn: "нормы не выявлены: {n}", ModalityDiffers: "модальность различается: {n}",
		DatesDiffer:  "редакции разных дат",
		DatesWarning: "Внимание: сравниваются редакции разных дат ({n}); различия могут объясняться временем, а не содержанием.",
		Appendix:     "Приложение. Все выявленные нормы", Norm: "Норма", Modality: "Модальность", Text: "Текст нормы", Act: "Акт",
		NotInText: "нет в тексте", NumberOf: "№ {n}", DateOf: "от {n}", EditionOf: "ред. {n}",
		References: "Отсылочные нормы", Body: "Орган", What: "Какой акт",

		MadeCodebook: "Кодификатор", MadeUnit: "Единица анализа", MadeMeasure: "Единица счёта", MadeNested: "Вложенные совпадения",
		MadeSkip: "Не учитывалось", MadeBy: "Группы", MadeDocument: "Документ",
		UnitNames: map[Unit]string{UnitDocument: "документ", UnitSection: "раздел", UnitChapter: "глава", UnitArticle: "статья",
			UnitClause: "пункт", UnitSubclause: "подпункт", UnitPassage: "абзац", UnitSentence: "предложение"},
		MeasureNames: map[Measure]string{Presence: "наличие", Occurrences: "упоминания", Words: "слова"},
		Modalities: map[Modality]string{Prohibited: "запрещено", Obliged: "обязан", Entitled: "вправе", May: "может",
			Prescribed: "предписано", Neutral: "без модальности"},
	},
	"en": {
		CountTitle: "Content analysis: {n}", Shares: "Mentions by category", ByGroup: "Categories by group: {n}",
		PerThousand: "Categories by group: mentions per 1,000 words", ShareOfDocuments: "Categories by group: share of documents",
		Quotes: "Quotes", CodebookTable: "Codebook",
		Category: "Category", Occurrences: "Mentions", Units: "Units of analysis", Documents: "Documents",
		PercentDocuments: "% of documents", PerThousandWords: "Per 1,000 words", Group: "Group", Document: "Document",
		Citation: "Provision", Quote: "Quote", ID: "Code", Name: "Name", Definition: "Definition", Patterns: "Patterns",
		Not: "Exclusions", Example: "Examples", Tone: "Tone", Total: "Total", NoValue: "n/a", Matched: "Words",
		Base: "n = {n}", Source: "computed with the codebook “{n}”",

		TopicsReport: "Acts compared by criterion", TopicsTitle: "Provisions by the criteria of the codebook “{n}”", Number: "No.", Criterion: "Criterion", Conclusion: "Conclusion",
		None: "no provisions found", Tried: "tried: {n}", More: "{n} more", Coverage: "Coverage: provisions / criteria",
		CoverageCell: "{n}", Hint: "Hint of the program: {n}", InAll: "all acts have provisions",
		MissingIn: "no provisions found: {n}", ModalityDiffers: "modality differs: {n}", DatesDiffer: "editions of different dates",
		DatesWarning: "Warning: the editions are of different dates ({n}); differences may be due to time, not to substance.",
		Appendix:     "Appendix. All provisions found", Norm: "Provision", Modality: "Modality", Text: "Text", Act: "Act",
		NotInText: "not in the text", NumberOf: "No. {n}", DateOf: "of {n}", EditionOf: "edition {n}",
		References: "Provisions that refer to other acts", Body: "Body", What: "Which act",

		MadeCodebook: "Codebook", MadeUnit: "Unit of analysis", MadeMeasure: "Unit of count", MadeNested: "Nested matches",
		MadeSkip: "Left out", MadeBy: "Groups", MadeDocument: "Document",
		UnitNames: map[Unit]string{UnitDocument: "document", UnitSection: "section", UnitChapter: "chapter", UnitArticle: "article",
			UnitClause: "clause", UnitSubclause: "subclause", UnitPassage: "passage", UnitSentence: "sentence"},
		MeasureNames: map[Measure]string{Presence: "presence", Occurrences: "mentions", Words: "words"},
		Modalities: map[Modality]string{Prohibited: "prohibited", Obliged: "obliged", Entitled: "entitled", May: "may",
			Prescribed: "prescribed", Neutral: "no modality"},
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
