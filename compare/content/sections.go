package content

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"

	"svod/compare/norm"
	"svod/compare/table"
	"svod/corpus"
)

// SectionOptions say how the profiles, definitions and conflicts of acts look.
// The zero value serves.
type SectionOptions struct {
	Language string           // of headings: ru, kk, en; that of the documents if empty
	Template *SectionTemplate // overrides phrases; its empty fields stay
}

// A SectionTemplate holds the heads and phrases of these sections. The zero
// value of a field means the phrase of the table's language. {n} stands for a
// number or a name.
type SectionTemplate struct {
	Act        string `yaml:"act"`
	Provision  string `yaml:"provision"`
	Quote      string `yaml:"quote"`
	MoreRows   string `yaml:"more_rows"`
	Number     string `yaml:"number"`
	Source     string `yaml:"source"`
	Editions   string `yaml:"editions"`
	NoEdition  string `yaml:"no_edition"`
	NotEarlier string `yaml:"not_earlier"`
	Dates      string `yaml:"dates"` // behind Editions, where they differ

	Profile       string               `yaml:"profile"` // profiles
	ProfileTable  string               `yaml:"profile_table"`
	ProfileNote   string               `yaml:"profile_note"`
	Indicator     string               `yaml:"indicator"`
	Groups        map[string]string    `yaml:"indicator_groups"`
	Indicators    map[string]string    `yaml:"indicators"`
	Kinds         map[norm.Kind]string `yaml:"kinds"` // of norms, in cells
	Subjects      string               `yaml:"subjects"`
	SubjectsNote  string               `yaml:"subjects_note"`
	Subject       string               `yaml:"subject"`
	NoSubject     string               `yaml:"no_subject"`
	Deadlines     string               `yaml:"deadlines"`
	Deadline      string               `yaml:"deadline"`
	Class         string               `yaml:"class"`
	Mentions      string               `yaml:"mentions"`
	Mentioned     string               `yaml:"mentioned"`
	References    string               `yaml:"references"`
	Body          string               `yaml:"body"`
	What          string               `yaml:"what"`
	NormsAppendix string               `yaml:"norms_appendix"`
	KindOf        string               `yaml:"kind"`
	SizeAppendix  string               `yaml:"size_appendix"`
	Unit          string               `yaml:"unit"`
	Words         string               `yaml:"words"`

	Definitions     string `yaml:"definitions"` // definitions
	DefinitionsNote string `yaml:"definitions_note"`
	NoDefinitions   string `yaml:"no_definitions"`
	Shared          string `yaml:"shared_terms"`
	NoShared        string `yaml:"no_shared_terms"`
	Term            string `yaml:"term"`
	Remark          string `yaml:"remark"`
	SameText        string `yaml:"same_text"`
	SameWords       string `yaml:"same_words"`
	OtherText       string `yaml:"other_text"`
	NotDefined      string `yaml:"not_defined"`
	NearTerms       string `yaml:"near_terms"`
	OtherTerm       string `yaml:"other_term"`
	Why             string `yaml:"why"`
	OneAlias        string `yaml:"one_alias"`
	OnePart         string `yaml:"one_part"`
	Unused          string `yaml:"unused_terms"`
	AllTerms        string `yaml:"all_terms"`
	Definition      string `yaml:"definition"`
	Uses            string `yaml:"uses"`
	AliasOf         string `yaml:"alias_of"`
	ShortFor        string `yaml:"short_for"`

	Conflicts     string            `yaml:"conflicts"` // conflicts
	ConflictTable string            `yaml:"conflict_table"`
	ConflictsNote string            `yaml:"conflicts_note"`
	NoConflicts   string            `yaml:"no_conflicts"`
	First         string            `yaml:"first_provision"`
	Second        string            `yaml:"second_provision"`
	What2         string            `yaml:"differs_in"`
	Differs       map[string]string `yaml:"differences"`
	Against       string            `yaml:"against"` // {a}, {b}
	Likeness      string            `yaml:"likeness"`
	OtherDates    string            `yaml:"other_dates"`
	Check         string            `yaml:"check"`
}

var sectionTemplates = map[string]SectionTemplate{
	"ru": {
		Act: "Акт", Provision: "Норма", Quote: "Цитата", MoreRows: "Ещё строк: {n}; все – в JSON.", Number: "№", Source: "тексты актов, подсчёт программы",
		Editions: "Редакции: {n}.", NoEdition: "не указана", NotEarlier: "не ранее {n}", Dates: "Внимание: редакции разных дат; различия могут объясняться временем.",
		Profile: "Профили актов", ProfileTable: "Профили актов: показатели",
		ProfileNote: "За каждым числом – нормы: они перечислены в таблицах ниже и в JSON. Норма считается столько раз, сколько обязанностей, прав или запретов она содержит; перечень «обязан: 1) …; 2) …» – по числу его пунктов. Термины – по числу определений в тексте. Утратившие силу элементы в размер не входят.",
		Indicator:   "Показатель",
		Groups:      map[string]string{"size": "Размер", "norms": "Модальность норм", "times": "Сроки", "links": "Ссылки и термины"},
		Indicators: map[string]string{"section": "разделов", "chapter": "глав", "article": "статей", "clause": "пунктов (частей)", "subclause": "подпунктов", "item": "букв",
			"table": "таблиц", "appendix": "приложений", "words": "слов", "repealed": "исключено, утратило силу (элементов)",
			"obliged": "обязан, должен, подлежит", "entitled": "вправе, имеет право", "may": "может", "forbidden": "запрещается", "not_allowed": "не допускается, не подлежит",
			"not_entitled": "не вправе, не имеет права", "cannot": "не может, не должен", "not_obliged": "не обязан", "competence": "полномочия в настоящем времени («орган: утверждает …»)",
			"working_days": "в рабочих днях", "calendar_days": "в календарных днях", "days": "в днях (какие – не сказано)", "longer": "в часах, неделях, месяцах, годах", "by_date": "к дате («до 1 мая»)",
			"every": "периодически («ежегодно»)", "at_once": "незамедлительно",
			"acts_named": "других актов названо", "own_references": "ссылок на свои нормы", "referring": "отсылочных норм", "terms": "терминов определено"},
		Kinds: map[norm.Kind]string{norm.Obliged: "обязан", norm.Entitled: "вправе", norm.May: "может", norm.Forbidden: "запрещено", norm.NotAllowed: "не допускается",
			norm.NotEntitled: "не вправе", norm.Cannot: "не может", norm.NotObliged: "не обязан", Competence: "полномочие"},
		Subjects: "Кто обязан, вправе, не вправе", SubjectsNote: "Названы только те, кто назван в самой норме подлежащим (или словами, которые вводят перечень); в единственном числе.",
		Subject: "Субъект", NoSubject: "субъект не назван", Deadlines: "Сроки", Deadline: "Срок", Class: "Вид", Mentions: "Какие акты названы", Mentioned: "Названный акт",
		References: "Отсылочные нормы", Body: "Орган", What: "Какой акт", NormsAppendix: "Приложение. Нормы по модальности", KindOf: "Модальность",
		SizeAppendix: "Приложение. Из чего сложился размер", Unit: "Структурный элемент", Words: "Слов",

		Definitions: "Определения терминов", DefinitionsNote: "Слова, которых нет в первом из определений, выделены. Термины, которые различаются хотя бы словом, не объединяются.",
		NoDefinitions: "Определений не найдено (искали: «основные понятия», «под … понимается», «… признается», «… является», «… – это», «далее – …»).",
		Shared:        "Термины, определённые в нескольких актах", NoShared: "Нет терминов, которые определены в нескольких актах одними и теми же словами.",
		Term: "Термин", Remark: "Примечание программы", SameText: "определения совпадают", SameWords: "то же слово в слово", OtherText: "определения различаются", NotDefined: "не определён",
		NearTerms: "Близкие, но разные термины", OtherTerm: "Близкий термин", Why: "Чем близок",
		OneAlias: "сокращаются одинаково или одним из них назван другой", OnePart: "один термин начинается другим", Unused: "Определены, но в тексте акта не используются",
		AllTerms: "Все определения", Definition: "Определение", Uses: "Употреблений", AliasOf: "далее – {n}", ShortFor: "сокращение: {n}",

		Conflicts: "Проверьте: нормы об одном, которые различаются", ConflictTable: "Нормы об одном, которые различаются",
		ConflictsNote: "Программа не делает вывода о коллизии: она показывает пары близких по словам норм разных актов, которые различаются модальностью, числом, сроком или адресатом. Сверху – те, о сходстве предмета которых слова говорят увереннее.",
		NoConflicts:   "Среди близких норм различий в модальности, числах, сроках и адресатах не найдено (сравнено пар норм: {n}).",
		First:         "Норма", Second: "Норма другого акта", What2: "Что различается",
		Differs: map[string]string{ofModality: "модальность", ofDeadline: "срок", ofNumber: "число", ofAddressee: "адресат"}, Against: "«{a}» – «{b}»",
		Likeness: "сходство {n}", OtherDates: "редакции разных дат", Check: "проверьте",
	},
	"kk": {
		Act: "Акт", Provision: "Норма", Quote: "Үзінді", MoreRows: "Тағы жолдар: {n}; барлығы – JSON-да.", Number: "Р/с №", Source: "актілердің мәтіндері, бағдарламаның есебі",
		Editions: "Редакциялар: {n}.", NoEdition: "көрсетілмеген", NotEarlier: "{n} немесе одан кейінгі", Dates: "Назар аударыңыз: редакциялардың күндері әртүрлі; айырмашылықтар уақытқа байланысты болуы мүмкін.",
		Profile: "Актілердің бейіндері", ProfileTable: "Актілердің бейіндері: көрсеткіштер",
		ProfileNote: "Әр санның артында нормалар тұр: олар төмендегі кестелерде және JSON-да келтірілген. Норма қанша міндетті, құқықты немесе тыйымды қамтыса, сонша рет есептеледі; «міндетті: 1) …; 2) …» тізбесі – тармақшаларының саны бойынша. Күші жойылған элементтер көлемге кірмейді. Қазақ тіліндегі мәтінде нормалардың субъектілері анықталмайды.",
		Indicator:   "Көрсеткіш",
		Groups:      map[string]string{"size": "Көлемі", "norms": "Нормалардың модальдығы", "times": "Мерзімдер", "links": "Сілтемелер мен терминдер"},
		Indicators: map[string]string{"section": "бөлім", "chapter": "тарау", "article": "бап", "clause": "тармақ (бөлік)", "subclause": "тармақша", "item": "әріп",
			"table": "кесте", "appendix": "қосымша", "words": "сөз", "repealed": "алып тасталған, күші жойылған (элемент)",
			"obliged": "міндетті, тиіс", "entitled": "құқылы, құқығы бар", "may": "мүмкін, алады", "forbidden": "тыйым салынады", "not_allowed": "жол берілмейді",
			"not_entitled": "құқылы емес, құқығы жоқ", "cannot": "мүмкін емес, алмайды", "not_obliged": "міндетті емес", "competence": "осы шақтағы өкілеттіктер («орган: бекітеді …»)",
			"working_days": "жұмыс күндерімен", "calendar_days": "күнтізбелік күндермен", "days": "күндермен (қандай екені айтылмаған)", "longer": "сағат, апта, ай, жылмен", "by_date": "күнге дейін",
			"every": "мерзім сайын («жыл сайын»)", "at_once": "дереу",
			"acts_named": "басқа актілер аталған", "own_references": "өз нормаларына сілтемелер", "referring": "сілтеме нормалар", "terms": "терминдер анықталған"},
		Kinds: map[norm.Kind]string{norm.Obliged: "міндетті", norm.Entitled: "құқылы", norm.May: "мүмкін", norm.Forbidden: "тыйым салынады", norm.NotAllowed: "жол берілмейді",
			norm.NotEntitled: "құқылы емес", norm.Cannot: "мүмкін емес", norm.NotObliged: "міндетті емес", Competence: "өкілеттік"},
		Subjects: "Кім міндетті, құқылы, құқылы емес", SubjectsNote: "Норманың өзінде бастауыш болып тұрған субъектілер ғана аталған.",
		Subject: "Субъект", NoSubject: "субъект аталмаған", Deadlines: "Мерзімдер", Deadline: "Мерзім", Class: "Түрі", Mentions: "Қандай актілер аталған", Mentioned: "Аталған акт",
		References: "Сілтеме нормалар", Body: "Орган", What: "Қандай акт", NormsAppendix: "Қосымша. Модальдығы бойынша нормалар", KindOf: "Модальдығы",
		SizeAppendix: "Қосымша. Көлем неден құралды", Unit: "Құрылымдық элемент", Words: "Сөз",

		Definitions: "Терминдердің анықтамалары", DefinitionsNote: "Анықтамалардың біріншісінде жоқ сөздер ерекшеленген. Бір сөзі болса да басқа терминдер біріктірілмейді.",
		NoDefinitions: "Анықтамалар табылмады (ізделгені: «негізгі ұғымдар», «бұдан әрі – …»).",
		Shared:        "Бірнеше актіде анықталған терминдер", NoShared: "Бірнеше актіде бірдей сөздермен анықталған терминдер жоқ.",
		Term: "Термин", Remark: "Бағдарламаның ескертпесі", SameText: "анықтамалары бірдей", SameWords: "сөзбе-сөз сол", OtherText: "анықтамалары әртүрлі", NotDefined: "анықталмаған",
		NearTerms: "Жақын, бірақ әртүрлі терминдер", OtherTerm: "Жақын термин", Why: "Неге жақын",
		OneAlias: "бірдей қысқартылады немесе бірі екіншісімен аталған", OnePart: "бір термин екіншісінен басталады", Unused: "Анықталған, бірақ актінің мәтінінде қолданылмайды",
		AllTerms: "Барлық анықтамалар", Definition: "Анықтама", Uses: "Қолданылуы", AliasOf: "бұдан әрі – {n}", ShortFor: "қысқартылуы: {n}",

		Conflicts: "Тексеріңіз: бір мәселе туралы әртүрлі нормалар", ConflictTable: "Бір мәселе туралы әртүрлі нормалар",
		ConflictsNote: "Бағдарлама қайшылық туралы қорытынды жасамайды: ол әртүрлі актілердің сөздері жақын, бірақ модальдығы, саны, мерзімі немесе адресаты бөлек нормаларын көрсетеді. Жоғарыда – мәселесі бір екені сенімдірек жұптар.",
		NoConflicts:   "Жақын нормалардың арасында модальдық, сан, мерзім және адресат айырмашылықтары табылмады (салыстырылған жұптар: {n}).",
		First:         "Норма", Second: "Басқа актінің нормасы", What2: "Айырмашылығы",
		Differs: map[string]string{ofModality: "модальдық", ofDeadline: "мерзім", ofNumber: "сан", ofAddressee: "адресат"}, Against: "«{a}» – «{b}»",
		Likeness: "ұқсастығы {n}", OtherDates: "редакциялардың күндері әртүрлі", Check: "тексеріңіз",
	},
	"en": {
		Act: "Act", Provision: "Provision", Quote: "Quote", MoreRows: "{n} more rows; all are in the JSON.", Number: "No.", Source: "the acts' texts, counted by the program",
		Editions: "Editions: {n}.", NoEdition: "not given", NotEarlier: "not earlier than {n}", Dates: "Note: the editions are of different dates; differences may be due to time.",
		Profile: "Profiles of acts", ProfileTable: "Profiles of acts: indicators",
		ProfileNote: "Behind each number are provisions: the tables below and the JSON list them. A provision counts as often as it obliges, entitles or forbids; a list led in by “shall: 1) …; 2) …” by the number of its members. Repealed provisions are not part of the size.",
		Indicator:   "Indicator",
		Groups:      map[string]string{"size": "Size", "norms": "Modality", "times": "Deadlines", "links": "References and terms"},
		Indicators: map[string]string{"section": "sections", "chapter": "chapters", "article": "articles", "clause": "clauses", "subclause": "subclauses", "item": "items",
			"table": "tables", "appendix": "appendices", "words": "words", "repealed": "repealed (provisions)",
			"obliged": "shall (обязан, должен, подлежит)", "entitled": "is entitled (вправе, имеет право)", "may": "may (может)", "forbidden": "is forbidden (запрещается)", "not_allowed": "is not allowed (не допускается)",
			"not_entitled": "is not entitled (не вправе)", "cannot": "may not (не может, не должен)", "not_obliged": "is not obliged", "competence": "powers in the present tense (“the body: approves …”)",
			"working_days": "in working days", "calendar_days": "in calendar days", "days": "in days (of which kind is not said)", "longer": "in hours, weeks, months, years", "by_date": "by a date",
			"every": "periodical (“annually”)", "at_once": "at once",
			"acts_named": "other acts named", "own_references": "references to own provisions", "referring": "provisions that refer to other acts", "terms": "terms defined"},
		Kinds: map[norm.Kind]string{norm.Obliged: "shall", norm.Entitled: "is entitled", norm.May: "may", norm.Forbidden: "forbidden", norm.NotAllowed: "not allowed",
			norm.NotEntitled: "is not entitled", norm.Cannot: "may not", norm.NotObliged: "is not obliged", Competence: "power"},
		Subjects: "Who shall, may, may not", SubjectsNote: "Only those are named whom the provision itself has for its subject (or the words that lead its list in); in the singular.",
		Subject: "Subject", NoSubject: "no subject named", Deadlines: "Deadlines", Deadline: "Deadline", Class: "Kind", Mentions: "Acts named", Mentioned: "Act named",
		References: "Provisions that refer to other acts", Body: "Body", What: "Which act", NormsAppendix: "Appendix. Provisions by modality", KindOf: "Modality",
		SizeAppendix: "Appendix. What the size is made of", Unit: "Provision", Words: "Words",

		Definitions: "Definitions", DefinitionsNote: "Words that the first definition has not are marked. Terms that differ in a word are not merged.",
		NoDefinitions: "No definitions were found.",
		Shared:        "Terms that several acts define", NoShared: "No term is defined in several acts.",
		Term: "Term", Remark: "Remark of the program", SameText: "same definition", SameWords: "the same, word for word", OtherText: "definitions differ", NotDefined: "not defined",
		NearTerms: "Terms that are near but not the same", OtherTerm: "Near term", Why: "How near",
		OneAlias: "same short form, or one is called by the other's name", OnePart: "one begins with the other", Unused: "Defined, but not used in the act",
		AllTerms: "All definitions", Definition: "Definition", Uses: "Uses", AliasOf: "hereafter: {n}", ShortFor: "short form: {n}",

		Conflicts: "To be checked: provisions on one matter that differ", ConflictTable: "Provisions on one matter that differ",
		ConflictsNote: "The program does not conclude that there is a conflict: it shows pairs of provisions of different acts with similar words that differ in modality, number, deadline or addressee, the surest matches first.",
		NoConflicts:   "Near provisions show no differences in modality, numbers, deadlines and addressees (pairs compared: {n}).",
		First:         "Provision", Second: "Provision of the other act", What2: "Differs in",
		Differs: map[string]string{ofModality: "modality", ofDeadline: "deadline", ofNumber: "number", ofAddressee: "addressee"}, Against: "“{a}” – “{b}”",
		Likeness: "similarity {n}", OtherDates: "editions of different dates", Check: "to be checked",
	},
}

// SectionTemplateFor returns the phrases of a language: ru, kk, en; Russian for
// others.
func SectionTemplateFor(lang string) SectionTemplate {
	if t, ok := sectionTemplates[lang]; ok {
		return t
	}
	return sectionTemplates["ru"]
}

// with returns the template with the fields that another one fills.
func (t SectionTemplate) with(o *SectionTemplate) *SectionTemplate {
	if o != nil {
		dst, src := reflect.ValueOf(&t).Elem(), reflect.ValueOf(o).Elem()
		for i := range dst.NumField() {
			if f := src.Field(i); !f.IsZero() {
				dst.Field(i).Set(f)
			}
		}
	}
	return &t
}

// A sectionPrinter writes the sections' tables.
type sectionPrinter struct {
	*SectionTemplate
	docs  []*corpus.Document
	names []string
}

// report begins the report of a section.
func (o SectionOptions) report(docs []*corpus.Document, names []string) (*sectionPrinter, *table.Report) {
	lang := o.Language
	if lang == "" && len(docs) > 0 {
		lang = docs[0].Meta.Language
	}
	if _, ok := sectionTemplates[lang]; !ok {
		lang = "ru"
	}
	p := &sectionPrinter{SectionTemplateFor(lang).with(o.Template), docs, names}
	r := &table.Report{Language: lang}
	for _, d := range docs {
		f := table.Fact{Name: Title(d), Value: d.ID}
		if d.Source != nil {
			f = table.Fact{Name: d.Source.Name, Value: "sha256:" + d.Source.SHA256}
		}
		r.Made = append(r.Made, f)
	}
	return p, r
}

// editions says which edition of each act was taken, and warns where they are
// of different dates.
func (p *sectionPrinter) editions() string {
	var ss []string
	same := true
	for i, d := range p.docs {
		when := cmp.Or(date(d.Meta.Edition), p.NoEdition)
		if d.Meta.Origin["edition"] == "notes" {
			when = with(p.NotEarlier, when)
		}
		ss = append(ss, p.names[i]+" – "+when)
		same = same && d.Meta.Edition == p.docs[0].Meta.Edition
	}
	said := with(p.Editions, strings.Join(ss, "; "))
	if !same {
		said += " " + p.Dates
	}
	return said
}

func remark(s string) *table.Paragraph {
	return &table.Paragraph{Runs: []table.Run{{Text: s, Mark: table.MarkItalic}}}
}

// heading returns a table with its heads, columns for the acts last.
func (p *sectionPrinter) heading(caption string, before []string, widths []float64, acts float64) *table.Table {
	tab := &table.Table{Caption: caption, Landscape: true, FontSize: 9, Widths: widths, Head: [][]table.Cell{table.Heads(before...)}}
	if _, name, ok := strings.Cut(caption, ". "); ok { // «Приложение. …»
		tab.Sheet = name
	}
	for _, n := range p.names {
		if acts > 0 {
			tab.Head[0] = append(tab.Head[0], table.Bold(n))
			tab.Widths = append(tab.Widths, acts)
		}
	}
	return tab
}

func itoa(n int) string { return strconv.Itoa(n) }
