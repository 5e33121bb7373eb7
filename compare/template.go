package compare

import (
	"reflect"
	"strconv"

	"svod/corpus"
)

// A Template holds the heads and phrases of the table of changes. The zero
// value of a field means the phrase of the table's language, so that a user
// overrides what he wants. %s stands for a date or a provision, %d for a number.
type Template struct {
	Title string `yaml:"title"`

	Number  string `yaml:"number"` // heads of columns
	Element string `yaml:"element"`
	Before  string `yaml:"before"` // «Редакция до %s»
	After   string `yaml:"after"`
	Basis   string `yaml:"basis"`
	Comment string `yaml:"comment"`
	Remarks string `yaml:"remarks"`

	BeforeUnknown string `yaml:"before_unknown"` // heads where the date is not known for sure
	AfterUnknown  string `yaml:"after_unknown"`
	BeforeYear    string `yaml:"before_year"` // where only the year is known
	AfterYear     string `yaml:"after_year"`
	BeforeNot     string `yaml:"before_not_earlier"`
	AfterNot      string `yaml:"after_not_earlier"`

	Absent string    `yaml:"absent"`  // left cell of what was added
	Gone   [3]string `yaml:"removed"` // right cell of what was removed: he, she, it
	New    [3]string `yaml:"new"`     // behind a new element: «(новый)»
	Out    [3]string `yaml:"out"`     // behind a removed one
	Left   string    `yaml:"left_out"`
	Head   string    `yaml:"heading"` // behind an article of which only the heading changed

	Moved       string `yaml:"moved"` // comments
	Renumbered  string `yaml:"renumbered"`
	Numbers     string `yaml:"renumbered_many"`
	Split       string `yaml:"split"`
	Merged      string `yaml:"merged"`
	Rewritten   string `yaml:"rewritten"`
	Punctuation string `yaml:"punctuation"`
	NotesOnly   string `yaml:"notes_only"`
	Doubt       string `yaml:"doubt"`

	Summary    string            `yaml:"summary"` // paragraphs
	Counts     map[Change]string `yaml:"counts"`
	NoChange   string            `yaml:"no_change"`
	SkipNotes  string            `yaml:"skip_notes"`
	AddedUnits string            `yaml:"added_units"`
	GoneUnits  string            `yaml:"removed_units"`
	Reversed   string            `yaml:"reversed"`
	Marks      string            `yaml:"marks"`
	CheckHead  string            `yaml:"check_head"`
	CheckIntro string            `yaml:"check_intro"`
	CheckRow   string            `yaml:"check_row"`
	EditionOf  string            `yaml:"edition_of"`
	NotEarlier string            `yaml:"not_earlier"`
	NoDate     string            `yaml:"no_date"`

	Base     string `yaml:"base"` // several acts
	Nearest  string `yaml:"nearest"`
	None     string `yaml:"none"`
	Alone    string `yaml:"alone"`
	Dates    string `yaml:"dates"`
	ActsName string `yaml:"acts_title"`

	Redline string `yaml:"redline"` // the text with its changes
	MovedTo string `yaml:"moved_to"`

	Repeats      string `yaml:"repeats"` // duplicates
	RepeatsIntro string `yaml:"repeats_intro"`
	NoRepeats    string `yaml:"no_repeats"`
	Shares       string `yaml:"shares"`
	SharesNote   string `yaml:"shares_note"`
	Groups       string `yaml:"repeat_groups"`
	GroupsNote   string `yaml:"repeat_groups_note"`
	Parts        string `yaml:"repeat_parts"`
	PartsNote    string `yaml:"repeat_parts_note"`
	Act          string `yaml:"act"`
	Words        string `yaml:"words"`
	Provision    string `yaml:"provision"`
	ShareOfIt    string `yaml:"share_of_it"`
	ShareOfFirst string `yaml:"share_of_first"`
	StandsIn     string `yaml:"stands_in"`
	ShareOfPart  string `yaml:"share_of_part"`
	ShareOfWhole string `yaml:"share_of_whole"`
	First        string `yaml:"first"`
	SameWords    string `yaml:"same_words"`
	More         string `yaml:"more_rows"`
}

var templates = map[string]Template{
	"ru": {
		Title:  "Сравнительная таблица редакций",
		Number: "№", Element: "Структурный элемент", Basis: "Основание", Comment: "Комментарий", Remarks: "Примечание программы",
		Before: "Редакция до %s", After: "Редакция с изменениями на %s",
		BeforeUnknown: "Прежняя редакция (дата не указана)", AfterUnknown: "Новая редакция (дата не указана)",
		BeforeYear: "Редакция до изменений %s года", AfterYear: "Редакция %s года (день не указан)",
		BeforeNot: "Редакция до изменений (новая – не ранее %s)", AfterNot: "Редакция с изменениями (не ранее %s)",
		Absent: "Отсутствует",
		Gone:   [3]string{"Исключен", "Исключена", "Исключено"},
		New:    [3]string{"(новый)", "(новая)", "(новое)"},
		Out:    [3]string{"(исключен)", "(исключена)", "(исключено)"},
		Left:   "…", Head: "(заголовок)",
		Moved: "Место изменено: прежде %s", Renumbered: "Номер изменен: прежде %s", Numbers: "Номера изменены: %s",
		Split: "Разделено: прежде %s", Merged: "Объединено: прежде %s",
		Rewritten: "Изложено заново", Punctuation: "Изменены только знаки препинания",
		NotesOnly: "Изменены только сноски", Doubt: "Проверьте соответствие (сходство %s)",
		Summary: "Изменения по структурным элементам: %s.",
		Counts: map[Change]string{Changed: "изменено – %d", Added: "дополнено – %d", Removed: "исключено – %d", Moved: "перемещено – %d",
			Renumbered: "изменен номер – %d", Split: "разделено – %d", Merged: "объединено – %d", Unchanged: "без изменений – %d"},
		NoChange:   "Изменений в тексте не найдено.",
		SkipNotes:  "Элементов, у которых изменились только сноски, – %d; в таблицу они не включены.",
		AddedUnits: "Дополнено: %s.", GoneUnits: "Исключено: %s.",
		Reversed:  "Внимание: первая редакция новее второй; проверьте порядок файлов.",
		Marks:     "Слова, которых нет в другой редакции, выделены; «…» – текст опущен, он не изменился.",
		CheckHead: "Проверьте", CheckIntro: "Эти элементы сопоставлены по тексту без полной уверенности:",
		CheckRow: "%s ↔ %s, сходство %s", EditionOf: "%s, редакция %s (%s)", NotEarlier: "не ранее %s", NoDate: "без даты",
		Base: "Основа: %s", Nearest: "сходство %s", None: "близких норм не найдено", Alone: "Без соответствия: %s",
		Dates: "Внимание: редакции разных дат.", ActsName: "Сравнительная таблица актов",
		Repeats:      "Повторы в актах",
		RepeatsIntro: "Повторённым считается слово, которое стоит в отрывке из пяти и более слов, общем для двух норм (окончания не важны). Нормы короче десяти слов не сравниваются.",
		NoRepeats:    "Повторов не найдено.",
		Shares:       "Какая доля акта повторена в другом",
		SharesNote:   "Доля слов акта (строка), которые стоят в нормах, повторённых в другом акте (столбец); на пересечении акта с самим собой – повторы внутри него.",
		Groups:       "Нормы, которые повторяют друг друга", GroupsNote: "Выделены слова, которых нет в первой норме группы.",
		Parts: "Нормы, которые целиком вошли в более длинные", PartsNote: "Выделены слова, общие с короткой нормой.",
		Act: "Акт", Words: "Слов", Provision: "Норма", ShareOfIt: "Доля нормы, повторённая в первой", ShareOfFirst: "Доля первой, повторённая в норме",
		StandsIn: "Где повторена", ShareOfPart: "Какая доля нормы повторена", ShareOfWhole: "Какая это доля длинной", First: "первая", SameWords: "то же слово в слово", More: "Ещё строк: %d; все – в JSON.",
		Redline: "Текст с изменениями", MovedTo: "Место изменено: теперь %s",
	},
	"kk": {
		Title:  "Редакциялардың салыстырма кестесі",
		Number: "Р/с №", Element: "Құрылымдық элемент", Basis: "Негіз", Comment: "Түсініктеме", Remarks: "Бағдарламаның ескертпесі",
		Before: "%s дейінгі редакция", After: "%s өзгерістерімен редакция",
		BeforeUnknown: "Бұрынғы редакция (күні көрсетілмеген)", AfterUnknown: "Жаңа редакция (күні көрсетілмеген)",
		BeforeYear: "%s жылғы өзгерістерге дейінгі редакция", AfterYear: "%s жылғы редакция (күні көрсетілмеген)",
		BeforeNot: "Өзгерістерге дейінгі редакция (жаңасы %s-нан ерте емес)", AfterNot: "Өзгерістермен редакция (%s-нан ерте емес)",
		Absent: "Жоқ",
		Gone:   [3]string{"Алып тасталған", "Алып тасталған", "Алып тасталған"},
		New:    [3]string{"(жаңа)", "(жаңа)", "(жаңа)"},
		Out:    [3]string{"(алып тасталған)", "(алып тасталған)", "(алып тасталған)"},
		Left:   "…", Head: "(тақырыбы)",
		Moved: "Орны өзгертілген: бұрын %s", Renumbered: "Нөмірі өзгертілген: бұрын %s", Numbers: "Нөмірлері өзгертілген: %s",
		Split: "Бөлінген: бұрын %s", Merged: "Біріктірілген: бұрын %s",
		Rewritten: "Жаңа редакцияда жазылған", Punctuation: "Тек тыныс белгілері өзгертілген",
		NotesOnly: "Тек ескертулер өзгертілген", Doubt: "Сәйкестігін тексеріңіз (ұқсастығы %s)",
		Summary: "Құрылымдық элементтер бойынша өзгерістер: %s.",
		Counts: map[Change]string{Changed: "өзгертілген – %d", Added: "толықтырылған – %d", Removed: "алып тасталған – %d", Moved: "орны ауысқан – %d",
			Renumbered: "нөмірі өзгерген – %d", Split: "бөлінген – %d", Merged: "біріктірілген – %d", Unchanged: "өзгеріссіз – %d"},
		NoChange:   "Мәтінде өзгерістер табылмады.",
		SkipNotes:  "Тек ескертулері өзгерген элементтер – %d; олар кестеге енгізілмеді.",
		AddedUnits: "Толықтырылған: %s.", GoneUnits: "Алып тасталған: %s.",
		Reversed:  "Назар аударыңыз: бірінші редакция екіншісінен жаңа; файлдардың ретін тексеріңіз.",
		Marks:     "Екінші редакцияда жоқ сөздер ерекшеленген; «…» – өзгермеген мәтін түсірілген.",
		CheckHead: "Тексеріңіз", CheckIntro: "Мына элементтер мәтіні бойынша толық сенімсіз салыстырылған:",
		CheckRow: "%s ↔ %s, ұқсастығы %s", EditionOf: "%s, %s редакциясы (%s)", NotEarlier: "%s-нан ерте емес", NoDate: "күні жоқ",
		Base: "Негізі: %s", Nearest: "ұқсастығы %s", None: "жақын нормалар табылмады", Alone: "Сәйкестігі жоқ: %s",
		Dates: "Назар аударыңыз: редакциялардың күндері әртүрлі.", ActsName: "Актілердің салыстырма кестесі",
		Repeats:      "Актілердегі қайталаулар",
		RepeatsIntro: "Екі нормаға ортақ, бес және одан көп сөзден тұратын үзіндідегі сөз қайталанған деп саналады (жалғаулар ескерілмейді). Он сөзден қысқа нормалар салыстырылмайды.",
		NoRepeats:    "Қайталаулар табылмады.",
		Shares:       "Актінің қандай үлесі басқасында қайталанған",
		SharesNote:   "Басқа актіде (баған) қайталанған нормалардағы сөздердің акт (жол) сөздеріндегі үлесі; актінің өзімен қиылысында – оның ішіндегі қайталаулар.",
		Groups:       "Бірін-бірі қайталайтын нормалар", GroupsNote: "Топтың бірінші нормасында жоқ сөздер ерекшеленген.",
		Parts: "Ұзағырақ нормаларға тұтас енген нормалар", PartsNote: "Қысқа нормамен ортақ сөздер ерекшеленген.",
		Act: "Акт", Words: "Сөз", Provision: "Норма", ShareOfIt: "Норманың біріншіде қайталанған үлесі", ShareOfFirst: "Біріншінің нормада қайталанған үлесі",
		StandsIn: "Қайда қайталанған", ShareOfPart: "Норманың қандай үлесі қайталанған", ShareOfWhole: "Бұл ұзақ норманың қандай үлесі", First: "бірінші", SameWords: "сөзбе-сөз сол", More: "Тағы жолдар: %d; барлығы – JSON-да.",
		Redline: "Өзгерістері бар мәтін", MovedTo: "Орны өзгертілген: енді %s",
	},
	"en": {
		Title:  "Comparison of two editions",
		Number: "No.", Element: "Provision", Basis: "Amending act", Comment: "Comment", Remarks: "Remarks of the program",
		Before: "Text before %s", After: "Text as amended on %s",
		BeforeUnknown: "Earlier text (date not given)", AfterUnknown: "Later text (date not given)",
		BeforeYear: "Text before the changes of %s", AfterYear: "Text of %s (day not given)",
		BeforeNot: "Text before amendment (the new one not earlier than %s)", AfterNot: "Text as amended (not earlier than %s)",
		Absent: "None",
		Gone:   [3]string{"Deleted", "Deleted", "Deleted"},
		New:    [3]string{"(new)", "(new)", "(new)"},
		Out:    [3]string{"(deleted)", "(deleted)", "(deleted)"},
		Left:   "…", Head: "(heading)",
		Moved: "Moved: formerly %s", Renumbered: "Renumbered: formerly %s", Numbers: "Renumbered: %s",
		Split: "Split: formerly %s", Merged: "Merged: formerly %s",
		Rewritten: "Rewritten", Punctuation: "Only punctuation changed",
		NotesOnly: "Only editorial notes changed", Doubt: "Check this match (similarity %s)",
		Summary: "Changes by provision: %s.",
		Counts: map[Change]string{Changed: "changed – %d", Added: "added – %d", Removed: "deleted – %d", Moved: "moved – %d",
			Renumbered: "renumbered – %d", Split: "split – %d", Merged: "merged – %d", Unchanged: "unchanged – %d"},
		NoChange:   "No changes in the text were found.",
		SkipNotes:  "Provisions of which only editorial notes changed: %d; they are not in the table.",
		AddedUnits: "Added: %s.", GoneUnits: "Deleted: %s.",
		Reversed:  "Note: the first edition is newer than the second; check the order of the files.",
		Marks:     "Words that the other edition has not are marked; “…” stands for text left out, which did not change.",
		CheckHead: "To be checked", CheckIntro: "These provisions were matched by their text without full certainty:",
		CheckRow: "%s ↔ %s, similarity %s", EditionOf: "%s, edition of %s (%s)", NotEarlier: "not earlier than %s", NoDate: "no date",
		Base: "Base: %s", Nearest: "similarity %s", None: "no near provision found", Alone: "Without counterpart: %s",
		Dates: "Note: the editions are of different dates.", ActsName: "Comparison of acts",
		Repeats:      "Repetitions",
		RepeatsIntro: "A word is repeated if it stands in a run of five or more words that two provisions share (endings aside). Provisions of fewer than ten words are not compared.",
		NoRepeats:    "No repetitions were found.",
		Shares:       "Which share of an act another one repeats",
		SharesNote:   "The share of the words of the act (row) that stand in provisions which the other act (column) repeats; where an act meets itself, what it says twice.",
		Groups:       "Provisions that repeat each other", GroupsNote: "Words that the first of the group has not are marked.",
		Parts: "Provisions that stand whole in longer ones", PartsNote: "Words shared with the short provision are marked.",
		Act: "Act", Words: "Words", Provision: "Provision", ShareOfIt: "Share of it that the first repeats", ShareOfFirst: "Share of the first that it repeats",
		StandsIn: "Repeated in", ShareOfPart: "Share of it that is repeated", ShareOfWhole: "Share of the longer one", First: "first", SameWords: "the same, word for word", More: "%d more rows; all are in the JSON.",
		Redline: "Text with changes", MovedTo: "Moved: now %s",
	},
}

// TemplateFor returns the phrases of a language: ru, kk, en; Russian for others.
func TemplateFor(lang string) Template {
	if t, ok := templates[lang]; ok {
		return t
	}
	return templates["ru"]
}

// A noun is what a kind of unit is called when several are named together.
type noun struct {
	one, many string
	gender    int // 0 he, 1 she, 2 it
}

var nouns = map[string]map[corpus.Kind]noun{
	"ru": {
		corpus.KindAppendix: {"приложение", "приложения", 2}, corpus.KindPart: {"часть", "части", 1},
		corpus.KindSection: {"раздел", "разделы", 0}, corpus.KindSubsection: {"подраздел", "подразделы", 0},
		corpus.KindChapter: {"глава", "главы", 1}, corpus.KindParagraph: {"параграф", "параграфы", 0},
		corpus.KindArticle: {"статья", "статьи", 1}, corpus.KindClause: {"пункт", "пункты", 0},
		corpus.KindSubclause: {"подпункт", "подпункты", 0}, corpus.KindItem: {"буква", "буквы", 1},
		corpus.KindPassage: {"абзац", "абзацы", 0}, corpus.KindTable: {"таблица", "таблицы", 1},
		corpus.KindRow: {"строка", "строки", 1}, corpus.KindPreamble: {"преамбула", "преамбулы", 1},
		corpus.KindRequisite: {"реквизит", "реквизиты", 0}, corpus.KindSignature: {"подпись", "подписи", 1},
		corpus.KindContents: {"оглавление", "оглавления", 2},
	},
	"kk": {
		corpus.KindAppendix: {"қосымша", "қосымшалар", 0}, corpus.KindPart: {"бөлім", "бөлімдер", 0},
		corpus.KindSection: {"бөлім", "бөлімдер", 0}, corpus.KindSubsection: {"кіші бөлім", "кіші бөлімдер", 0},
		corpus.KindChapter: {"тарау", "тараулар", 0}, corpus.KindParagraph: {"параграф", "параграфтар", 0},
		corpus.KindArticle: {"бап", "баптар", 0}, corpus.KindClause: {"тармақ", "тармақтар", 0},
		corpus.KindSubclause: {"тармақша", "тармақшалар", 0}, corpus.KindItem: {"әріп", "әріптер", 0},
		corpus.KindPassage: {"абзац", "абзацтар", 0}, corpus.KindTable: {"кесте", "кестелер", 0},
		corpus.KindRow: {"жол", "жолдар", 0}, corpus.KindPreamble: {"кіріспе", "кіріспелер", 0},
		corpus.KindRequisite: {"деректеме", "деректемелер", 0}, corpus.KindSignature: {"қол", "қолдар", 0},
		corpus.KindContents: {"мазмұны", "мазмұны", 0},
	},
	"en": {
		corpus.KindAppendix: {"appendix", "appendices", 0}, corpus.KindPart: {"part", "parts", 0},
		corpus.KindSection: {"section", "sections", 0}, corpus.KindSubsection: {"subsection", "subsections", 0},
		corpus.KindChapter: {"chapter", "chapters", 0}, corpus.KindParagraph: {"paragraph", "paragraphs", 0},
		corpus.KindArticle: {"article", "articles", 0}, corpus.KindClause: {"clause", "clauses", 0},
		corpus.KindSubclause: {"subclause", "subclauses", 0}, corpus.KindItem: {"item", "items", 0},
		corpus.KindPassage: {"passage", "passages", 0}, corpus.KindTable: {"table", "tables", 0},
		corpus.KindRow: {"row", "rows", 0}, corpus.KindPreamble: {"preamble", "preambles", 0},
		corpus.KindRequisite: {"requisite", "requisites", 0}, corpus.KindSignature: {"signature", "signatures", 0},
		corpus.KindContents: {"contents", "contents", 0},
	},
}

func nounOf(lang string, k corpus.Kind) noun {
	ns, ok := nouns[lang]
	if !ok {
		ns = nouns["ru"]
	}
	return ns[k]
}

func itoa(n int) string { return strconv.Itoa(n) }

// with returns the template with the fields that another one fills.
func (t Template) with(o *Template) Template {
	if o == nil {
		return t
	}
	dst, src := reflect.ValueOf(&t).Elem(), reflect.ValueOf(o).Elem()
	for i := range dst.NumField() {
		if f := src.Field(i); !f.IsZero() {
			dst.Field(i).Set(f)
		}
	}
	return t
}
