package content

import "svod/corpus"

// wordPhrases are the words of tables about words: concordances, frequencies,
// keyness, collocations, measures, likeness. {n} stands for a number or a name.
type wordPhrases struct {
	Number, Document, Provision, Left, Match, Right, Total string
	Concordance, ConcordanceBase, ConcordanceNote, Sorted  string // {n} of Concordance is the query, of Sorted the keys
	ByDocument, Occurrences, Units, WordsBase              string
	Limited                                                string // {n} of {m}

	Frequencies, FrequenciesByGroup, Word, Stem, N, Documents, PerThousand, DP, Forms, Group, NoValue string
	Stems, Exact, ContentOnly, NoFunctionLeftOut, WithoutList, Least, FrequencyBase                   string
	DPNote, DPArticles, DPUndefined, PatternNote                                                      string

	Keyness, Others, Target, Reference, More, Fewer, KeyNote, KeyTests, KeyP, Correction, LogRatioNote, KeyBase string
	TargetDocuments, G2Two, G2Four, ChiSquare, LogRatio, P, PAdjusted                                           string
	Corrections                                                                                                 map[string]string

	Collocates, Collocate, Together, OnLeft, OnRight, Of, OfNode, WordsN, CollocateNote, CollocateBase string

	Diversity, Running, Different, DiversityNote, Undefined                                        string
	Readability, Sentences, ReadWords, Syllables, Long, PerSentence, PerWord, Flesch, Kincaid, LIX string
	ReadabilityNote, NotApplicable, NotRussian                                                     string

	Similarity, Pairs, A, B, Cosine, Jaccard, Bigrams, Common, OnlyA, OnlyB, Turning, SimilarityNote, NoTurning, NotLooked string
	Turns                                                                                                                  map[string]string

	Source string
	Reason map[string]string // of what is not defined
}

var wordTemplates = map[string]*wordPhrases{
	"ru": {
		Number: "№", Document: "Документ", Provision: "Норма", Left: "Слева", Match: "Слово", Right: "Справа", Total: "Всего",
		Concordance: "Контексты запроса «{n}»", ConcordanceBase: "упоминаний: {n}; единиц: {u}; документов: {d} из {all}",
		ConcordanceNote: "Слева и справа не больше {n} слов того же абзаца. Упоминания, у которых есть общее слово, – одно упоминание, самое длинное.",
		Sorted:          "Порядок строк: {n} (L – слова слева, R – справа, считая от найденного; 0 – само найденное).",
		ByDocument:      "Упоминания запроса «{n}» по документам", Occurrences: "Упоминания", Units: "Единицы", WordsBase: "Слов в документе",
		Limited: "Показано строк: {n} из {m}.",

		Frequencies: "Частоты слов", FrequenciesByGroup: "Частоты слов по группам: {n}", Word: "Слово", Stem: "Основа", N: "n", Documents: "Документы",
		PerThousand: "На 1 000 слов", DP: "DP", Forms: "Формы", Group: "Группа", NoValue: "н.д.",
		Stems: "Слова сосчитаны по основам; показана самая частая форма.", Exact: "Сосчитаны словоформы; регистр, ё и е не различаются.",
		ContentOnly: "Служебные слова и числа не показаны, но в число слов документов входят.", NoFunctionLeftOut: "Служебные слова сосчитаны наравне с другими.",
		WithoutList: "Не показаны слова из списка: {n}.", Least: "Показаны слова, которые встретились не меньше {n} раз.",
		FrequencyBase: "n = {d} (слов: {n}; разных: {t})",
		DPNote:        "DP – отклонение долей (Gries, 2008) по документам: 0 – слово распределено равномерно, близко к 1 – сосредоточено в одном.",
		DPArticles:    "DP – отклонение долей (Gries, 2008) по статьям и разделам документа: 0 – слово распределено равномерно, близко к 1 – сосредоточено в одном месте.",
		DPUndefined:   "DP не определён: у слов только одна часть.", PatternNote: "Сосчитаны шаблоны: {n}. Упоминания одного шаблона, у которых есть общее слово, – одно, самое длинное.",

		Keyness: "Ключевые слова: {a} (сравнение: {b})", Others: "остальные документы", Target: "Целевые тексты", Reference: "Тексты сравнения", More: "Чаще в целевых текстах ({n})", Fewer: "Реже, чем в текстах сравнения ({n})",
		KeyNote:      "G² (2) – логарифмическое правдоподобие по двум частотам (Rayson, Garside, 2000), G² (4) – по таблице 2 × 2 с остальными словами (Dunning, 1993), χ² – Пирсона по той же таблице без поправки Йейтса. Знак «минус»: слово реже, чем в текстах сравнения.",
		KeyP:         "p – по G² (4); если ожидаемая частота меньше 5 – по точному критерию Фишера.",
		Correction:   "Поправка на множественность: {c}; сравнений: {n}.",
		LogRatioNote: "log₂ – двоичный логарифм отношения относительных частот (Hardie, 2014); нулевая частота взята за 0,5.",
		KeyBase:      "слов: {a} и {b}; документов: {c} и {d}", TargetDocuments: "Документы", G2Two: "G² (2)", G2Four: "G² (4)", ChiSquare: "χ²", LogRatio: "log₂", P: "p", PAdjusted: "p с поправкой",
		Corrections: map[string]string{"none": "нет", "holm": "Холма", "bonferroni": "Бонферрони", "bh": "Бенджамини – Хохберга"},

		Collocates: "Сочетаемость: «{n}»", Collocate: "Слово", Together: "f(xy)", OnLeft: "Слева", OnRight: "Справа", Of: "f(y)", OfNode: "f(x)", WordsN: "N",
		CollocateNote: "f(xy) – встречи слова с «{q}» не дальше {w} слов в том же абзаце; каждое упоминание обоих входит в одну встречу. f(x) – упоминания «{q}», f(y) – слова, N – все слова. E = f(x)·f(y)/N. logDice = 14 + log₂(2·f(xy)/(f(x)+f(y))) (Rychlý, 2008); MI = log₂(f(xy)/E) (Church, Hanks, 1990); t = (f(xy)−E)/√f(xy); LL – логарифмическое правдоподобие по таблице 2 × 2 (Dunning, 1993).",
		CollocateBase: "f(x) = {x}; N = {n}; документов: {d}",

		Diversity: "Лексическое разнообразие", Running: "Слов", Different: "Разных", DiversityNote: "TTR – доля разных слов среди всех, зависит от длины текста; MATTR – средняя TTR скользящего окна в {n} слов (Covington, McFall, 2010), тексты разной длины сравнивают по ней. {k}",
		Undefined:   "не определён: {n}",
		Readability: "Удобочитаемость", Sentences: "Предложений, S", ReadWords: "Слов, W", Syllables: "Слогов, Y", Long: "Длинных слов, L", PerSentence: "W/S", PerWord: "Y/W",
		Flesch: "Флеш – Оборнева", Kincaid: "Флеш – Кинкейд (Оборнева)", LIX: "LIX",
		ReadabilityNote: "Флеш – Оборнева: 206,835 − 1,3·W/S − 60,1·Y/W (Оборнева, 2006): чем больше, тем легче; до 30 – очень трудно. Флеш – Кинкейд: 0,5·W/S + 8,4·Y/W − 15,59 – класс школы. LIX = W/S + 100·L/W (Björnsson, 1968): от 60 – «законы». Без заголовков, таблиц и чисел; слог – гласная, длинное слово – больше шести букв; пункт и подпункт – хотя бы одно предложение.",
		NotApplicable:   "н/п", NotRussian: "н/п – формулы Флеша составлены для русского языка и к тексту на другом языке неприменимы.",

		Similarity: "Сходство документов: {n}", Pairs: "Сходство пар документов", A: "Документ А", B: "Документ Б", Cosine: "Косинус", Jaccard: "Жаккар", Bigrams: "Жаккар, пары слов", Common: "Общих слов", OnlyA: "Только в А", OnlyB: "Только в Б",
		Turning:        "Чем различаются: модальность, числа, сроки",
		SimilarityNote: "Косинус – по частотам слов, Жаккар – по наборам разных слов и пар соседних слов. {k} Близкие по словам тексты могут обязывать к противоположному: смотрите последний столбец.",
		NoTurning:      "различий в модальности, числах и сроках не найдено", NotLooked: "не сравнивалось: тексты далеки",
		Turns: map[string]string{ofModality: "модальность", ofDeadline: "срок", ofNumber: "число", ofAddressee: "кому"},

		Source: "расчёт svod по текстам документов",
		Reason: map[string]string{"empty": "нет данных", "too-short": "текст короче окна", "above-base": "число больше своей базы", "no-variance": "все значения одинаковы", "one-group": "сравнивать не с чем"},
	},
	"kk": {
		Number: "Р/с №", Document: "Құжат", Provision: "Норма", Left: "Сол жағы", Match: "Сөз", Right: "Оң жағы", Total: "Барлығы",
		Concordance: "«{n}» сұрауының контекстері", ConcordanceBase: "аталуы: {n}; бірліктер: {u}; құжаттар: {all}-ден {d}",
		ConcordanceNote: "Екі жағынан сол абзацтың {n} сөзінен аспайды. Ортақ сөзі бар аталулар – бір аталу, ең ұзыны.",
		Sorted:          "Жолдардың реті: {n} (L – сол жақтағы, R – оң жақтағы сөздер; 0 – табылған сөздің өзі).",
		ByDocument:      "«{n}» сұрауының құжаттар бойынша аталуы", Occurrences: "Аталуы", Units: "Бірліктер", WordsBase: "Құжаттағы сөздер",
		Limited: "Көрсетілген жолдар: {m}-ден {n}.",

		Frequencies: "Сөздердің жиілігі", FrequenciesByGroup: "Топтар бойынша сөздердің жиілігі: {n}", Word: "Сөз", Stem: "Негіз", N: "n", Documents: "Құжаттар",
		PerThousand: "1 000 сөзге", DP: "DP", Forms: "Тұлғалары", Group: "Топ", NoValue: "д.ж.",
		Stems: "Сөздер негізі бойынша саналды; ең жиі тұлғасы көрсетілді.", Exact: "Сөз тұлғалары саналды; бас әріп ажыратылмайды.",
		ContentOnly: "Көмекші сөздер мен сандар көрсетілмеген, бірақ құжаттардың сөз санына кіреді.", NoFunctionLeftOut: "Көмекші сөздер басқалармен бірдей саналды.",
		WithoutList: "Тізімдегі сөздер көрсетілмеген: {n}.", Least: "Кемінде {n} рет кездескен сөздер көрсетілген.",
		FrequencyBase: "n = {d} (сөздер: {n}; әртүрлі: {t})",
		DPNote:        "DP – үлестердің ауытқуы (Gries, 2008), құжаттар бойынша: 0 – сөз біркелкі таралған, 1-ге жақын – бір құжатта жинақталған.",
		DPArticles:    "DP – үлестердің ауытқуы (Gries, 2008), құжаттың баптары мен бөлімдері бойынша: 0 – сөз біркелкі таралған, 1-ге жақын – бір жерде жинақталған.",
		DPUndefined:   "DP анықталмаған: бөлік біреу ғана.", PatternNote: "Саналған үлгілер: {n}. Бір үлгінің ортақ сөзі бар аталулары – бір аталу, ең ұзыны.",

		Keyness: "Кілт сөздер: {a} (салыстыру: {b})", Others: "қалған құжаттар", Target: "Зерттелетін мәтіндер", Reference: "Салыстыру мәтіндері", More: "Зерттелетін мәтіндерде жиірек ({n})", Fewer: "Салыстыру мәтіндеріне қарағанда сирек ({n})",
		KeyNote:      "G² (2) – екі жиілік бойынша логарифмдік шындыққа ұқсастық (Rayson, Garside, 2000), G² (4) – қалған сөздермен 2 × 2 кесте бойынша (Dunning, 1993), χ² – сол кесте бойынша Пирсон критерийі, Йейтс түзетуінсіз. «Минус» белгісі: сөз салыстыру мәтіндеріне қарағанда сирек.",
		KeyP:         "p – G² (4) бойынша; күтілетін жиілік 5-тен аз болса – Фишердің дәл критерийі бойынша.",
		Correction:   "Көп салыстыруға түзету: {c}; салыстырулар: {n}.",
		LogRatioNote: "log₂ – салыстырмалы жиіліктер қатынасының екілік логарифмі (Hardie, 2014); нөлдік жиілік 0,5 деп алынған.",
		KeyBase:      "сөздер: {a} және {b}; құжаттар: {c} және {d}", TargetDocuments: "Құжаттар", G2Two: "G² (2)", G2Four: "G² (4)", ChiSquare: "χ²", LogRatio: "log₂", P: "p", PAdjusted: "түзетілген p",
		Corrections: map[string]string{"none": "жоқ", "holm": "Холм", "bonferroni": "Бонферрони", "bh": "Бенджамини – Хохберг"},

		Collocates: "Тіркесімділік: «{n}»", Collocate: "Сөз", Together: "f(xy)", OnLeft: "Сол жақта", OnRight: "Оң жақта", Of: "f(y)", OfNode: "f(x)", WordsN: "N",
		CollocateNote: "f(xy) – сөздің «{q}» сөзімен сол абзацта {w} сөзден алыс емес кездесуі; екеуінің әр аталуы бір кездесуге кіреді. f(x) – «{q}» аталуы, f(y) – сөздің аталуы, N – барлық сөз. E = f(x)·f(y)/N. logDice = 14 + log₂(2·f(xy)/(f(x)+f(y))) (Rychlý, 2008); MI = log₂(f(xy)/E) (Church, Hanks, 1990); t = (f(xy)−E)/√f(xy); LL – 2 × 2 кесте бойынша логарифмдік шындыққа ұқсастық (Dunning, 1993).",
		CollocateBase: "f(x) = {x}; N = {n}; құжаттар: {d}",

		Diversity: "Лексикалық әртүрлілік", Running: "Сөздер", Different: "Әртүрлі", DiversityNote: "TTR – әртүрлі сөздердің үлесі, мәтіннің ұзындығына тәуелді; MATTR – {n} сөздік жылжымалы терезенің орташа TTR-і (Covington, McFall, 2010), ұзындығы әртүрлі мәтіндер сол бойынша салыстырылады. {k}",
		Undefined:   "анықталмаған: {n}",
		Readability: "Оқылымдылық", Sentences: "Сөйлемдер, S", ReadWords: "Сөздер, W", Syllables: "Буындар, Y", Long: "Ұзын сөздер, L", PerSentence: "W/S", PerWord: "Y/W",
		Flesch: "Флеш – Оборнева", Kincaid: "Флеш – Кинкейд (Оборнева)", LIX: "LIX",
		ReadabilityNote: "Флеш – Оборнева: 206,835 − 1,3·W/S − 60,1·Y/W (Оборнева, 2006): көп болса – жеңіл; 30-ға дейін – өте қиын. Флеш – Кинкейд: 0,5·W/S + 8,4·Y/W − 15,59 – мектеп сыныбы. LIX = W/S + 100·L/W (Björnsson, 1968): 60-тан бастап – «заңдар». Тақырыптарсыз, кестелерсіз және сандарсыз; буын – дауысты дыбыс, ұзын сөз – алты әріптен көп; тармақ пен тармақша – кемінде бір сөйлем.",
		NotApplicable:   "қ/ж", NotRussian: "қ/ж – Флеш формулалары орыс тіліне арналған, басқа тілдегі мәтінге қолданылмайды.",

		Similarity: "Құжаттардың ұқсастығы: {n}", Pairs: "Құжат жұптарының ұқсастығы", A: "А құжаты", B: "Б құжаты", Cosine: "Косинус", Jaccard: "Жаккар", Bigrams: "Жаккар, сөз жұптары", Common: "Ортақ сөздер", OnlyA: "Тек А-да", OnlyB: "Тек Б-да",
		Turning:        "Айырмашылығы: модальділік, сандар, мерзімдер",
		SimilarityNote: "Косинус – сөздердің жиілігі бойынша, Жаккар – әртүрлі сөздер мен көршілес сөз жұптарының жиыны бойынша. {k} Сөздері жақын мәтіндер қарама-қарсы міндеттеуі мүмкін: соңғы бағанды қараңыз.",
		NoTurning:      "модальділікте, сандарда және мерзімдерде айырмашылық табылмады", NotLooked: "салыстырылмады: мәтіндер алыс",
		Turns: map[string]string{ofModality: "модальділік", ofDeadline: "мерзім", ofNumber: "сан", ofAddressee: "кімге"},

		Source: "құжаттардың мәтіндері бойынша svod есебі",
		Reason: map[string]string{"empty": "деректер жоқ", "too-short": "мәтін терезеден қысқа", "above-base": "сан базасынан үлкен", "no-variance": "барлық мәндер бірдей", "one-group": "салыстыратын ештеңе жоқ"},
	},
	"en": {
		Number: "No.", Document: "Document", Provision: "Provision", Left: "Left", Match: "Word", Right: "Right", Total: "Total",
		Concordance: "Contexts of the query “{n}”", ConcordanceBase: "mentions: {n}; units: {u}; documents: {d} of {all}",
		ConcordanceNote: "At most {n} words of the same paragraph on each side. Mentions that share a word are one, the longest.",
		Sorted:          "Order of lines: {n} (L: words to the left, R: to the right, counted from the match; 0: the match itself).",
		ByDocument:      "Mentions of the query “{n}” by document", Occurrences: "Mentions", Units: "Units", WordsBase: "Words of the document",
		Limited: "Lines shown: {n} of {m}.",

		Frequencies: "Word frequencies", FrequenciesByGroup: "Word frequencies by group: {n}", Word: "Word", Stem: "Stem", N: "n", Documents: "Documents",
		PerThousand: "Per 1,000 words", DP: "DP", Forms: "Forms", Group: "Group", NoValue: "n/a",
		Stems: "Words are counted by stem; the commonest form is shown.", Exact: "Word forms are counted; case and ё/е are not told apart.",
		ContentOnly: "Function words and numbers are not shown, but are among the documents' words.", NoFunctionLeftOut: "Function words are counted like others.",
		WithoutList: "Not shown are the words of a list: {n}.", Least: "Shown are words that occur at least {n} times.",
		FrequencyBase: "n = {d} (words: {n}; different: {t})",
		DPNote:        "DP: deviation of proportions (Gries 2008) over the documents: 0 is an even spread, near 1 the word is in one document.",
		DPArticles:    "DP: deviation of proportions (Gries 2008) over the document's articles and sections: 0 is an even spread, near 1 the word is in one place.",
		DPUndefined:   "DP is not defined: there is one part only.", PatternNote: "Patterns counted: {n}. Mentions of one pattern that share a word are one, the longest.",

		Keyness: "Key words: {a} (reference: {b})", Others: "the other documents", Target: "Target texts", Reference: "Reference texts", More: "More frequent in the target texts ({n})", Fewer: "Less frequent than in the reference texts ({n})",
		KeyNote:      "G² (2): log-likelihood of the two frequencies (Rayson and Garside 2000); G² (4): of the 2 × 2 table with the other words (Dunning 1993); χ²: Pearson's of the same table, without Yates's correction. A minus: the word is rarer than in the reference texts.",
		KeyP:         "p is by G² (4); by Fisher's exact test where an expected count is below 5.",
		Correction:   "Correction for many tests: {c}; tests: {n}.",
		LogRatioNote: "log₂: binary logarithm of the ratio of relative frequencies (Hardie 2014); a frequency of 0 is taken for 0.5.",
		KeyBase:      "words: {a} and {b}; documents: {c} and {d}", TargetDocuments: "Documents", G2Two: "G² (2)", G2Four: "G² (4)", ChiSquare: "χ²", LogRatio: "log₂", P: "p", PAdjusted: "corrected p",
		Corrections: map[string]string{"none": "none", "holm": "Holm", "bonferroni": "Bonferroni", "bh": "Benjamini–Hochberg"},

		Collocates: "Collocates of “{n}”", Collocate: "Word", Together: "f(xy)", OnLeft: "Left", OnRight: "Right", Of: "f(y)", OfNode: "f(x)", WordsN: "N",
		CollocateNote: "f(xy): meetings of the word with “{q}” at most {w} words apart in one paragraph; each mention of either is in one meeting. f(x): mentions of “{q}”, f(y): of the word, N: all words. E = f(x)·f(y)/N. logDice = 14 + log₂(2·f(xy)/(f(x)+f(y))) (Rychlý 2008); MI = log₂(f(xy)/E) (Church and Hanks 1990); t = (f(xy)−E)/√f(xy); LL: log-likelihood of the 2 × 2 table (Dunning 1993).",
		CollocateBase: "f(x) = {x}; N = {n}; documents: {d}",

		Diversity: "Lexical diversity", Running: "Words", Different: "Different", DiversityNote: "TTR: share of different words among all, depends on length; MATTR: mean TTR of a moving window of {n} words (Covington and McFall 2010), by which texts of different lengths are compared. {k}",
		Undefined:   "not defined: {n}",
		Readability: "Readability", Sentences: "Sentences, S", ReadWords: "Words, W", Syllables: "Syllables, Y", Long: "Long words, L", PerSentence: "W/S", PerWord: "Y/W",
		Flesch: "Flesch–Oborneva", Kincaid: "Flesch–Kincaid (Oborneva)", LIX: "LIX",
		ReadabilityNote: "Flesch–Oborneva: 206.835 − 1.3·W/S − 60.1·Y/W (Oborneva 2006): the higher, the easier; below 30 very hard. Flesch–Kincaid: 0.5·W/S + 8.4·Y/W − 15.59, a grade of school. LIX = W/S + 100·L/W (Björnsson 1968): from 60 on “laws”. Without headings, tables and numbers; a syllable is a vowel, a long word has more than six letters; a clause is at least one sentence.",
		NotApplicable:   "n/a", NotRussian: "n/a: Flesch's formulas are for Russian and do not apply to a text in another language.",

		Similarity: "Likeness of documents: {n}", Pairs: "Likeness of pairs of documents", A: "Document A", B: "Document B", Cosine: "Cosine", Jaccard: "Jaccard", Bigrams: "Jaccard of word pairs", Common: "Words in common", OnlyA: "Only in A", OnlyB: "Only in B",
		Turning:        "What differs: modality, numbers, times",
		SimilarityNote: "Cosine: of word frequencies; Jaccard: of the sets of different words and of pairs of neighbours. {k} Texts of like words may oblige to the opposite: see the last column.",
		NoTurning:      "no difference of modality, numbers or times was found", NotLooked: "not compared: the texts are far apart",
		Turns: map[string]string{ofModality: "modality", ofDeadline: "time", ofNumber: "number", ofAddressee: "addressee"},

		Source: "computed by svod from the texts of the documents",
		Reason: map[string]string{"empty": "no data", "too-short": "the text is shorter than the window", "above-base": "a number above its base", "no-variance": "all values are the same", "one-group": "nothing to compare with"},
	},
}

// wordPhrasesOf chooses the language of a table: the one asked for, else that of
// the documents.
func wordPhrasesOf(lang string, docs []*corpus.Document) (*wordPhrases, string) {
	if lang == "" {
		lang = "ru"
		kazakh := 0
		for _, d := range docs {
			if d.Meta.Language == "kk" {
				kazakh++
			}
		}
		if kazakh > 0 && kazakh == len(docs) {
			lang = "kk"
		}
	}
	if p := wordTemplates[lang]; p != nil {
		return p, lang
	}
	return wordTemplates["ru"], "ru"
}
