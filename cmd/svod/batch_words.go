package main

// batchWords are the headings and phrases of a batch's tables; {n}, {m} and
// {k} stand for what is put in.
type batchWords struct {
	Title, Summary, SummaryCaption, Occurrences, OccurrencesCaption, Queries, QueriesCaption, Documents, By string
	Number, Query, Name, Group, Note, Text, Understood, Remark, Norm, Language, File, Edition, Address      string
	Units, Norms, Mentions, Found, Total, NotAsked                                                          string
	Relaxed, AtLeast, Cut, Nothing, Repeats                                                                 string
	Asked, Faulty, Zero, TotalNote, NormsNote, NormNote, DocumentNote                                       string
	List, Program, Corpus, Options, AllNewest, Columns                                                      string
}

var batchTemplates = map[string]*batchWords{
	"ru": {
		Title: "Пакетный поиск: {n}", Summary: "Сводка", SummaryCaption: "Нормы по запросам и документам", Occurrences: "Упоминания", OccurrencesCaption: "Упоминания по запросам и документам",
		Queries: "Запросы", QueriesCaption: "Запросы: как поняты и что найдено", Documents: "Документы", By: "Нормы по запросам: {n}",
		Number: "№", Query: "Запрос", Name: "Название", Group: "Группа", Note: "Примечание", Text: "Запрос", Understood: "Понят как", Remark: "Замечания", Norm: "Норма №", Language: "Язык", File: "Файл", Edition: "Редакция",
		Units: "Норм", Norms: "Норм без повторов в редакциях", Mentions: "Упоминаний", Found: "Документов", Total: "Всего", NotAsked: "н/п",
		Relaxed: "по любым из слов: запрос кончается на «?»", AtLeast: "не меньше: просмотрены лучшие статьи", Cut: "показано норм: {n} из {m}", Nothing: "ничего не найдено", Repeats: "тот же запрос, что № {n}",
		Asked: "Запросов: {n}; нашли: {m}, ничего не нашли: {k}.", Faulty: "С ошибкой, не искали: {n}.", Zero: "Число в клетке – нормы, в которых найден запрос; «–» или 0 – искали и не нашли; «н/п» – условия самого запроса исключают документ; «н.д.» – запрос с ошибкой, его не искали.",
		TotalNote: "В строке «Всего» норма, найденная двумя запросами, считается дважды.",
		NormsNote: "Редакции акта – отдельные документы, и норма считается в каждой; столбец «без повторов» считает её один раз.",
		NormNote:  "Строк у запроса и документа столько, сколько норм в клетке сводки. Одинаковый «Норма №» – одна норма в нескольких редакциях.",
		List:      "Список запросов", Program: "Программа", Corpus: "Корпус", Options: "Параметры", Columns: "Столбцы с номерами – документы из таблицы «Документы».",
	},
	"kk": {
		Title: "Топтап іздеу: {n}", Summary: "Жиынтық", SummaryCaption: "Сұраулар мен құжаттар бойынша нормалар", Occurrences: "Аталуы", OccurrencesCaption: "Сұраулар мен құжаттар бойынша аталуы",
		Queries: "Сұраулар", QueriesCaption: "Сұраулар: қалай түсінілді және не табылды", Documents: "Құжаттар", By: "Сұраулар бойынша нормалар: {n}",
		Number: "Р/с №", Query: "Сұрау", Name: "Атауы", Group: "Топ", Note: "Ескертпе", Text: "Сұрау", Understood: "Түсінілуі", Remark: "Ескертулер", Norm: "Норма №", Language: "Тілі", File: "Файл", Edition: "Редакция",
		Units: "Нормалар", Norms: "Редакциялардағы қайталауларсыз нормалар", Mentions: "Аталуы", Found: "Құжаттар", Total: "Барлығы", NotAsked: "қ/ж",
		Relaxed: "кез келген сөзі бойынша: сұрау «?» белгісімен аяқталады", AtLeast: "кемінде: ең үздік баптар қаралды", Cut: "көрсетілген нормалар: {m} ішінен {n}", Nothing: "ештеңе табылған жоқ", Repeats: "№ {n} сұраумен бірдей",
		Asked: "Сұраулар: {n}; тапты: {m}, ештеңе таппады: {k}.", Faulty: "Қате, ізделмеді: {n}.", Zero: "Ұяшықтағы сан – сұрау табылған нормалар; «–» немесе 0 – ізделді, табылған жоқ; «қ/ж» – сұраудың өз шарттары құжатты шығарып тастайды; «д.ж.» – қате сұрау, ізделген жоқ.",
		TotalNote: "«Барлығы» жолында екі сұраумен табылған норма екі рет саналады.",
		NormsNote: "Актінің редакциялары – жеке құжаттар, норма әрқайсысында саналады; «қайталауларсыз» бағаны оны бір рет санайды.",
		NormNote:  "Сұрау мен құжаттың жолдары жиынтық ұяшығындағы нормалар санына тең. Бірдей «Норма №» – бірнеше редакциядағы бір норма.",
		List:      "Сұраулар тізімі", Program: "Бағдарлама", Corpus: "Корпус", Options: "Параметрлер", Columns: "Нөмірлі бағандар – «Құжаттар» кестесіндегі құжаттар.",
	},
	"en": {
		Title: "Batch search: {n}", Summary: "Summary", SummaryCaption: "Provisions by query and document", Occurrences: "Occurrences", OccurrencesCaption: "Occurrences by query and document",
		Queries: "Queries", QueriesCaption: "Queries: how they were understood and what was found", Documents: "Documents", By: "Provisions by query: {n}",
		Number: "No.", Query: "Query", Name: "Name", Group: "Group", Note: "Note", Text: "Query", Understood: "Understood as", Remark: "Remarks", Norm: "Norm no.", Language: "Language", File: "File", Edition: "Edition",
		Units: "Provisions", Norms: "Provisions, editions taken as one", Mentions: "Occurrences", Found: "Documents", Total: "Total", NotAsked: "excluded",
		Relaxed: "by any of the words: the query ends in “?”", AtLeast: "at least: the best articles were looked at", Cut: "provisions shown: {n} of {m}", Nothing: "nothing found", Repeats: "the same query as no. {n}",
		Asked: "Queries: {n}; found something: {m}, nothing: {k}.", Faulty: "Faulty and not asked: {n}.", Zero: "A cell counts the provisions in which the query was found; “–” or 0: searched, and nothing found; “excluded”: the query's own conditions leave the document out; “n/a”: the query is faulty and was not asked.",
		TotalNote: "In the row “Total” a provision that two queries found counts twice.",
		NormsNote: "Editions of an act are documents of their own, and a provision counts in each; the column “editions taken as one” counts it once.",
		NormNote:  "A query and a document have as many rows here as the cell of the summary says. The same “Norm no.” is one norm in several editions.",
		List:      "List of queries", Program: "Program", Corpus: "Corpus", Options: "Options", Columns: "The numbered columns are the documents of the table “Documents”.",
	},
}

func batchWordsOf(lang string) *batchWords {
	if w := batchTemplates[lang]; w != nil {
		return w
	}
	return batchTemplates["ru"]
}
