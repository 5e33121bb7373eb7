package content

import (
	"reflect"

	"github.com/goccy/go-yaml"
)

// A Template holds the heads and phrases of the table by topic. The zero value
// of a field means the phrase of the table's language, so that a user overrides
// what he wants. {n} stands for a number, a name or a list.
type Template struct {
	Title      string `yaml:"title"`       // {topic}, {acts}
	About      string `yaml:"about"`       // the topic, when the codebook's name can be declined
	AboutVowel string `yaml:"about_vowel"` // «об открытости»
	OnName     string `yaml:"on"`          // when it can't
	Report     string `yaml:"report"`      // of the file

	Acts     string            `yaml:"acts"`          // {number}, {kind}
	StateOf  string            `yaml:"acts_of_state"` // {number}, {kind}, {state}
	Numbers  []string          `yaml:"numbers"`       // from two
	Kinds    map[string]string `yaml:"kinds"`         // of acts, "" for several kinds
	Kind     map[string]string `yaml:"kind"`          // of a single act
	Editions string            `yaml:"editions"`      // of one act
	States   map[string]string `yaml:"states"`

	Number        string    `yaml:"number"` // heads of columns
	Criterion     string    `yaml:"criterion"`
	Conclusions   []string  `yaml:"conclusions"` // that are offered
	Conclusion    string    `yaml:"conclusion"`
	NumberOf      string    `yaml:"number_of"` // requisites of an act
	DateOf        string    `yaml:"date_of"`
	NoNumber      string    `yaml:"no_number"`
	NoDate        string    `yaml:"no_date"`
	NoRequisites  string    `yaml:"no_requisites"`
	EditionOf     string    `yaml:"edition_of"`
	NotEarlier    string    `yaml:"not_earlier"`
	NoEdition     string    `yaml:"no_edition"`
	UnknownDate   string    `yaml:"unknown_date"`
	LanguageOf    string    `yaml:"language_of"`
	None          string    `yaml:"none"` // cells
	Tried         string    `yaml:"tried"`
	Pattern       string    `yaml:"pattern"` // for a regular expression
	More          string    `yaml:"more"`    // {n} is one of Norms
	Norms         [3]string `yaml:"norms"`   // 1 норма, 2 нормы, 5 норм; {n} the number
	Coverage      string    `yaml:"coverage"`
	DatesWarning  string    `yaml:"dates_warning"` // below the table
	Authors       string    `yaml:"authors"`
	OtherLanguage string    `yaml:"other_language"`

	Hints           string `yaml:"hints"`   // the program's own remarks
	HintOn          string `yaml:"hint_on"` // not the word of Criterion: Report.Keep knows rows by it
	Hint            string `yaml:"hint"`
	InAll           string `yaml:"in_all"`
	Nowhere         string `yaml:"nowhere"`
	MissingIn       string `yaml:"missing_in"`
	ModalityDiffers string `yaml:"modality_differs"`
	DeadlineDiffers string `yaml:"deadline_differs"`
	Alike           string `yaml:"alike"`
	DatesDiffer     string `yaml:"dates_differ"`

	Appendix   string `yaml:"appendix"`
	Act        string `yaml:"act"`
	Norm       string `yaml:"norm"`
	Modality   string `yaml:"modality"`
	Text       string `yaml:"text"`
	References string `yaml:"references"`
	Body       string `yaml:"body"`
	What       string `yaml:"what"`
	Wording    string `yaml:"wording"`
	Unnamed    string `yaml:"unnamed"`
	Source     string `yaml:"source"`
	Base       string `yaml:"base"`

	Modalities map[Modality]string `yaml:"modalities"`
	Languages  map[string]string   `yaml:"languages"`
}

var topicTemplates = map[string]Template{
	"ru": {
		Title: "Нормы {topic} в {acts}", About: "о {n}", AboutVowel: "об {n}", OnName: "по теме «{n}»", Report: "Сравнение актов по критериям",
		Acts: "{number} {kind}", StateOf: "{number} {kind} {state}",
		Numbers: []string{"двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати"},
		Kinds: map[string]string{"law": "законах", "code": "кодексах", "decree": "указах", "resolution": "постановлениях", "order": "приказах",
			"decision": "решениях", "constitution": "конституциях", "rules": "правилах", "report": "отчётах", "": "актах"},
		Kind: map[string]string{"law": "законе", "code": "кодексе", "decree": "указе", "resolution": "постановлении", "order": "приказе",
			"decision": "решении", "constitution": "конституции", "rules": "правилах", "report": "отчёте", "": "акте"},
		Editions: "{number} редакциях одного акта",
		States:   map[string]string{"KZ": "РК", "RU": "РФ", "BY": "Республики Беларусь", "KG": "Кыргызской Республики"},

		Number: "№", Criterion: "Критерий", Conclusion: "Вывод",
		Conclusions: []string{"общее", "различие", "пробел", "дублирование", "коллизия (проверить)"},
		NumberOf:    "№ {n}", DateOf: "от {n}", NoNumber: "№: нет в тексте", NoDate: "дата: нет в тексте", NoRequisites: "№ и дата: нет в тексте",
		EditionOf: "ред. {n}", NotEarlier: "ред. не ранее {n}", NoEdition: "редакция: нет в тексте", UnknownDate: "нет в тексте", LanguageOf: "язык: {n}",
		None: "нормы не выявлены", Tried: "искали: {n}", Pattern: "по образцу (регулярное выражение)",
		More: "ещё {n}", Norms: [3]string{"{n} норма", "{n} нормы", "{n} норм"}, Coverage: "Охват: норм / критериев",
		DatesWarning: "Внимание: редакции разных дат ({n}); различия могут объясняться временем, а не содержанием.",
		Authors: "Столбец «{n}» заполняет автор: {kinds}. " +
			"Что заметила программа, стоит отдельно, в следующей таблице: выводов она не делает; «ещё N норм» – в приложении, где приведены все нормы.",
		OtherLanguage: "Внимание: язык кодификатора – {book}, язык акта «{n}» – {act}; «нормы не выявлены» в его столбце значит лишь, что этих слов в нём нет.",

		Hints: "Подсказки программы", HintOn: "По критерию", Hint: "Подсказка", InAll: "нормы есть во всех актах", Nowhere: "нормы не выявлены ни в одном акте",
		MissingIn: "нормы не выявлены: {n}", ModalityDiffers: "модальность приведённых норм различается: {n}", DeadlineDiffers: "сроки приведённых норм различаются: {n}",
		Alike:       "тексты почти совпадают: {n}",
		DatesDiffer: "редакции разных дат",

		Appendix: "Приложение. Все выявленные нормы", Norm: "Норма", Modality: "Модальность", Text: "Текст нормы", Act: "Акт",
		References: "Отсылочные нормы", Body: "Орган", What: "Какой акт", Wording: "Слова нормы", Unnamed: "акт не назван", Source: "расчёт по кодификатору «{n}»", Base: "n = {n}",
		Modalities: map[Modality]string{Prohibited: "запрещено", Obliged: "обязан", Entitled: "вправе", May: "может",
			Prescribed: "предписано", Empowered: "полномочие", Defining: "определение", Neutral: "без модальности"},
		Languages: map[string]string{"ru": "русский", "kk": "казахский", "en": "английский"},
	},
	"kk": {
		Title: "{acts} {topic} нормалар", About: "«{n}» тақырыбы бойынша", AboutVowel: "«{n}» тақырыбы бойынша", OnName: "«{n}» тақырыбы бойынша", Report: "Актілерді өлшемшарттар бойынша салыстыру",
		Acts: "{number} {kind}", StateOf: "{state} {number} {kind}",
		Numbers: []string{"екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "он бір", "он екі"},
		Kinds: map[string]string{"law": "заңындағы", "code": "кодексіндегі", "decree": "жарлығындағы", "resolution": "қаулысындағы", "order": "бұйрығындағы",
			"decision": "шешіміндегі", "constitution": "конституциясындағы", "rules": "қағидаларындағы", "report": "есебіндегі", "": "актісіндегі"},
		Kind: map[string]string{"law": "заңындағы", "code": "кодексіндегі", "decree": "жарлығындағы", "resolution": "қаулысындағы", "order": "бұйрығындағы",
			"decision": "шешіміндегі", "constitution": "конституциясындағы", "rules": "қағидаларындағы", "report": "есебіндегі", "": "актісіндегі"},
		Editions: "бір актінің {number} редакциясындағы",
		States:   map[string]string{"KZ": "ҚР", "RU": "РФ", "BY": "Беларусь Республикасының", "KG": "Қырғыз Республикасының"},

		Number: "Р/с №", Criterion: "Өлшемшарт", Conclusion: "Қорытынды",
		Conclusions: []string{"ортақ", "айырмашылық", "олқылық", "қайталау", "қайшылық (тексеру)"},
		NumberOf:    "№ {n}", DateOf: "{n}", NoNumber: "№: мәтінде жоқ", NoDate: "күні: мәтінде жоқ", NoRequisites: "№ мен күні: мәтінде жоқ",
		EditionOf: "ред. {n}", NotEarlier: "ред. {n} немесе одан кейінгі", NoEdition: "редакциясы: мәтінде жоқ", UnknownDate: "мәтінде жоқ", LanguageOf: "тілі: {n}",
		None: "нормалар анықталмады", Tried: "ізделгені: {n}", Pattern: "үлгі бойынша (тұрақты өрнек)",
		More: "тағы {n}", Norms: [3]string{"{n} норма", "{n} норма", "{n} норма"}, Coverage: "Қамтылуы: нормалар / өлшемшарттар",
		DatesWarning: "Назар аударыңыз: редакциялардың күндері әртүрлі ({n}); айырмашылықтар мазмұнға емес, уақытқа байланысты болуы мүмкін.",
		Authors: "«{n}» бағанын автор толтырады: {kinds}. " +
			"Бағдарлама байқағаны бөлек, келесі кестеде: ол қорытынды жасамайды; «тағы N норма» барлық нормалар келтірілген қосымшада.",
		OtherLanguage: "Назар аударыңыз: кодификатордың тілі – {book}, «{n}» актісінің тілі – {act}; оның бағанындағы «нормалар анықталмады» тек осы сөздердің жоқтығын білдіреді.",

		Hints: "Бағдарламаның ескертпелері", HintOn: "Өлшемшарт бойынша", Hint: "Ескертпе", InAll: "нормалар барлық актілерде бар", Nowhere: "нормалар бірде-бір актіде анықталмады",
		MissingIn: "нормалар анықталмады: {n}", ModalityDiffers: "келтірілген нормалардың модальдығы әртүрлі: {n}", DeadlineDiffers: "келтірілген нормалардың мерзімдері әртүрлі: {n}",
		Alike:       "мәтіндері бірдей дерлік: {n}",
		DatesDiffer: "редакциялардың күндері әртүрлі",

		Appendix: "Қосымша. Анықталған барлық нормалар", Norm: "Норма", Modality: "Модальдығы", Text: "Норманың мәтіні", Act: "Акт",
		References: "Сілтеме нормалар", Body: "Орган", What: "Қандай акт", Wording: "Норманың сөздері", Unnamed: "акт аталмаған", Source: "«{n}» кодификаторы бойынша есептелген", Base: "n = {n}",
		Modalities: map[Modality]string{Prohibited: "тыйым салынған", Obliged: "міндетті", Entitled: "құқылы", May: "мүмкін",
			Prescribed: "белгіленген", Empowered: "өкілеттік", Defining: "анықтама", Neutral: "модальдықсыз"},
		Languages: map[string]string{"ru": "орыс", "kk": "қазақ", "en": "ағылшын"},
	},
	"en": {
		Title: "Provisions {topic} in {acts}", About: "on “{n}”", AboutVowel: "on “{n}”", OnName: "on “{n}”", Report: "Acts compared by criterion",
		Acts: "{number} {kind}", StateOf: "{number} {kind} of {state}",
		Numbers: []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
		Kinds: map[string]string{"law": "laws", "code": "codes", "decree": "decrees", "resolution": "resolutions", "order": "orders",
			"decision": "decisions", "constitution": "constitutions", "rules": "rules", "report": "reports", "": "acts"},
		Kind: map[string]string{"law": "a law", "code": "a code", "decree": "a decree", "resolution": "a resolution", "order": "an order",
			"decision": "a decision", "constitution": "a constitution", "rules": "rules", "report": "a report", "": "an act"},
		Editions: "{number} editions of one act",
		States:   map[string]string{"KZ": "Kazakhstan", "RU": "Russia", "BY": "Belarus", "KG": "Kyrgyzstan"},

		Number: "No.", Criterion: "Criterion", Conclusion: "Conclusion",
		Conclusions: []string{"common", "difference", "gap", "duplication", "conflict (to be checked)"},
		NumberOf:    "No. {n}", DateOf: "of {n}", NoNumber: "No.: not in the text", NoDate: "date: not in the text", NoRequisites: "No. and date: not in the text",
		EditionOf: "edition {n}", NotEarlier: "edition not earlier than {n}", NoEdition: "edition: not in the text", UnknownDate: "not in the text", LanguageOf: "language: {n}",
		None: "no provisions found", Tried: "tried: {n}", Pattern: "by a pattern (regular expression)",
		More: "{n} more", Norms: [3]string{"{n}", "{n}", "{n}"}, Coverage: "Coverage: provisions / criteria",
		DatesWarning: "Warning: the editions are of different dates ({n}); differences may be due to time, not to substance.",
		Authors: "The column “{n}” is the author's: {kinds}. " +
			"What the program noticed stands apart, in the next table: it draws no conclusions; “N more” are in the appendix, which lists all provisions.",
		OtherLanguage: "Warning: the language of the codebook is {book}, that of “{n}” is {act}; “no provisions found” in its column means only that it has not these words.",

		Hints: "Hints of the program", HintOn: "On the criterion", Hint: "Hint", InAll: "all acts have provisions", Nowhere: "no act has provisions",
		MissingIn: "no provisions found: {n}", ModalityDiffers: "the modality of the provisions quoted differs: {n}", DeadlineDiffers: "the deadlines of the provisions quoted differ: {n}",
		Alike:       "nearly the same text: {n}",
		DatesDiffer: "editions of different dates",

		Appendix: "Appendix. All provisions found", Norm: "Provision", Modality: "Modality", Text: "Text", Act: "Act",
		References: "Provisions that refer to other acts", Body: "Body", What: "Which act", Wording: "Words of the provision", Unnamed: "not named", Source: "computed with the codebook “{n}”", Base: "n = {n}",
		Modalities: map[Modality]string{Prohibited: "prohibited", Obliged: "obliged", Entitled: "entitled", May: "may",
			Prescribed: "prescribed", Empowered: "power", Defining: "definition", Neutral: "no modality"},
		Languages: map[string]string{"ru": "Russian", "kk": "Kazakh", "en": "English"},
	},
}

// TemplateFor returns the phrases of a language: ru, kk, en; Russian for others.
func TemplateFor(lang string) Template {
	if t, ok := topicTemplates[lang]; ok {
		return t
	}
	return topicTemplates["ru"]
}

// with returns the template with the fields that another one fills.
func (t Template) with(o *Template) *Template { return overridden(t, o) }

// overridden returns a template with the fields that another one fills; of a
// map, the keys.
func overridden[T any](t T, o *T) *T {
	if o == nil {
		return &t
	}
	dst, src := reflect.ValueOf(&t).Elem(), reflect.ValueOf(o).Elem()
	for i := range dst.NumField() {
		switch f := src.Field(i); {
		case f.IsZero():
		case f.Kind() == reflect.Map:
			m := reflect.MakeMap(f.Type())
			for _, from := range []reflect.Value{dst.Field(i), f} {
				for k, v := range from.Seq2() {
					m.SetMapIndex(k, v)
				}
			}
			dst.Field(i).Set(m)
		default:
			dst.Field(i).Set(f)
		}
	}
	return &t
}

// LoadTemplate reads a template in YAML: the phrases that a user wants
// otherwise. All errors are of type *Error.
func LoadTemplate(name string, data []byte) (*Template, error) {
	return loadTemplate[Template](name, data)
}

func loadTemplate[T any](name string, data []byte) (*T, error) {
	t := new(T)
	if err := unmarshal(name, data, t); err != nil {
		return nil, err
	}
	return t, nil
}

// TemplateText is the built-in template of a language as a file to edit.
func TemplateText(lang string) ([]byte, error) { return yaml.Marshal(TemplateFor(lang)) }
