package main

import (
	"strconv"
	"strings"

	"svod/corpus/store"
	"svod/index"
)

// selectionWords are the headings and phrases of «подборка норм»; {n}, {m} and
// {k} stand for what is put in.
type selectionWords struct {
	Title, Query, Understood, Filter, Totals, Folded, AtLeast, Relaxed, Question, Left, Skipped, NotSearched string
	By, NoValue, Documents, DocumentTable, Provisions, Edition, NotBefore, NoRequisites, ID                  string
	Synonyms, BySynonym, WithSynonyms, OnlySynonyms                                                          string
	Same, Amended, Elsewhere, Without                                                                        string
	Number, Act, Requisites, Provision, Path, Text, Occurrences, Shown, Other, Value, Date                   string
	Untitled, From, Total, Code, Address                                                                     string
	types, languages                                                                                         map[string]string
	keys                                                                                                     func(i int) string
}

var selectionTemplates = map[string]*selectionWords{
	"ru": {
		Title: "Подборка норм: {n}", Query: "Запрос", Understood: "Понят как", Filter: "Условия",
		Totals:  "Найдено: упоминаний – {n}, норм – {m}, документов – {k}.",
		Folded:  "Норма, которая есть в нескольких редакциях одного акта, приведена один раз, по новейшей; так взятых норм – {n}.",
		AtLeast: "Просмотрено не всё, а лучшее: настоящие числа больше.",
		Relaxed: "Всех слов запроса вместе нет ни в одной норме; приведены нормы с любыми из них.", Question: "Запрос – вопрос: приведены нормы с любыми из его слов, лучшие сначала.",
		Left: "В подборку не вошли: норм – {n} (показано {m}).", Skipped: "Пропущены первые {n}.",
		NotSearched: "Искали в тексте норм и в заголовках; сноски и примечания редакции не просматривались.",
		By:          "Найденное: {n}", NoValue: "не указано", Documents: "Документы", DocumentTable: "Найденное по документам", Provisions: "Нормы",
		Edition: "редакция от {n}", NotBefore: "редакция не ранее {n}", NoRequisites: "номера и даты в тексте нет", ID: "код {n}",
		Same: "Так же в редакциях: {n}.", Amended: "С другими словами в редакциях: {n}.", Elsewhere: "Под другим номером в редакциях: {n}.",
		Synonyms: "Синонимы", BySynonym: "Найдено по синониму: {n}.", WithSynonyms: "Найдены и синонимы: {n}.", OnlySynonyms: "Только по синонимам: норм – {n}.",
		Without: "Внимание: в более новой редакции ({n}) эта норма по запросу не найдена.",
		Number:  "№", Act: "Акт", Requisites: "Реквизиты", Provision: "Норма", Path: "Где стоит", Text: "Текст", Occurrences: "Упоминания", Shown: "В подборке", Other: "Другие редакции", Value: "Значение", Date: "Дата",
		Untitled: "Без заглавия", From: "от {n}", Total: "Всего", Code: "Код", Address: "Адрес",
		types: map[string]string{"law": "Закон", "code": "Кодекс", "decree": "Указ", "resolution": "Постановление", "order": "Приказ",
			"decision": "Решение", "constitution": "Конституция", "rules": "Правила", "report": "Отчет", "other": "Прочее"},
		languages: map[string]string{"ru": "русский", "kk": "казахский", "en": "английский"},
		keys:      func(i int) string { return facetKeys[i].ru },
	},
	"kk": {
		Title: "Нормалар іріктемесі: {n}", Query: "Сұрау", Understood: "Түсінілуі", Filter: "Шарттар",
		Totals:  "Табылды: аталуы – {n}, нормалар – {m}, құжаттар – {k}.",
		Folded:  "Бір актінің бірнеше редакциясында бар норма ең жаңасы бойынша бір рет берілді; осылай алынған нормалар – {n}.",
		AtLeast: "Барлығы емес, ең үздіктері қаралды: нақты сандар көбірек.",
		Relaxed: "Сұраудың барлық сөздері бірге бірде-бір нормада жоқ; олардың кез келгені бар нормалар берілді.", Question: "Сұрау – сауал: оның кез келген сөзі бар нормалар берілді, ең үздіктері бірінші.",
		Left: "Іріктемеге енбеген нормалар – {n} (көрсетілгені {m}).", Skipped: "Алғашқы {n} норма өткізілді.",
		NotSearched: "Нормалардың мәтіні мен тақырыптардан ізделді; сілтемелер мен редакция ескертпелері қаралған жоқ.",
		By:          "Табылғандар: {n}", NoValue: "көрсетілмеген", Documents: "Құжаттар", DocumentTable: "Құжаттар бойынша табылғандар", Provisions: "Нормалар",
		Edition: "{n} редакциясы", NotBefore: "{n} күнінен ерте емес редакция", NoRequisites: "мәтінде нөмірі мен күні жоқ", ID: "коды {n}",
		Same: "Мына редакцияларда да солай: {n}.", Amended: "Мына редакцияларда басқа сөздермен: {n}.", Elsewhere: "Мына редакцияларда басқа нөмірмен: {n}.",
		Synonyms: "Синонимдер", BySynonym: "Синоним бойынша табылды: {n}.", WithSynonyms: "Синонимдер де табылды: {n}.", OnlySynonyms: "Тек синонимдер бойынша табылған нормалар – {n}.",
		Without: "Назар аударыңыз: жаңа редакцияда ({n}) бұл норма сұрау бойынша табылған жоқ.",
		Number:  "Р/с №", Act: "Акт", Requisites: "Деректемелер", Provision: "Норма", Path: "Орны", Text: "Мәтін", Occurrences: "Аталуы", Shown: "Іріктемеде", Other: "Басқа редакциялар", Value: "Мәні", Date: "Күні",
		Untitled: "Тақырыбы жоқ", From: "{n}", Total: "Барлығы", Code: "Коды", Address: "Мекенжай",
		types: map[string]string{"law": "Заң", "code": "Кодекс", "decree": "Жарлық", "resolution": "Қаулы", "order": "Бұйрық",
			"decision": "Шешім", "constitution": "Конституция", "rules": "Қағидалар", "report": "Есеп", "other": "Басқа"},
		languages: map[string]string{"ru": "орыс", "kk": "қазақ", "en": "ағылшын"},
		keys:      func(i int) string { return facetKeys[i].kk },
	},
	"en": {
		Title: "Provisions found: {n}", Query: "Query", Understood: "Understood as", Filter: "Conditions",
		Totals:  "Found: {n} occurrences, {m} provisions, {k} documents.",
		Folded:  "A provision that several editions of one act have is given once, from the newest; taken so there are {n}.",
		AtLeast: "Not everything was looked at, only the best: the true numbers are larger.",
		Relaxed: "No provision has all words of the query; these have any of them.", Question: "The query is a question: these provisions have any of its words, the best first.",
		Left: "Left out: {n} provisions ({m} are shown).", Skipped: "The first {n} were skipped.",
		NotSearched: "The text of provisions and headings was searched; notes and editorial remarks were not.",
		By:          "Found: {n}", NoValue: "not given", Documents: "Documents", DocumentTable: "Found by document", Provisions: "Provisions",
		Edition: "edition of {n}", NotBefore: "edition not before {n}", NoRequisites: "the text has no number and date", ID: "ID {n}",
		Same: "The same in the editions: {n}.", Amended: "With other words in the editions: {n}.", Elsewhere: "Under another number in the editions: {n}.",
		Synonyms: "Synonyms", BySynonym: "Found by a synonym: {n}.", WithSynonyms: "Synonyms were found, too: {n}.", OnlySynonyms: "By synonyms only: {n} provisions.",
		Without: "Note: in a newer edition ({n}) this provision was not found by the query.",
		Number:  "No.", Act: "Act", Requisites: "Requisites", Provision: "Provision", Path: "Where it stands", Text: "Text", Occurrences: "Occurrences", Shown: "Shown", Other: "Other editions", Value: "Value", Date: "Date",
		Untitled: "Untitled", From: "of {n}", Total: "Total", Code: "ID", Address: "Address",
		types: map[string]string{"law": "Law", "code": "Code", "decree": "Decree", "resolution": "Resolution", "order": "Order",
			"decision": "Decision", "constitution": "Constitution", "rules": "Rules", "report": "Report", "other": "Other"},
		languages: map[string]string{"ru": "Russian", "kk": "Kazakh", "en": "English"},
		keys:      func(i int) string { return facetKeys[i].en },
	},
}

func selectionWordsOf(lang string) *selectionWords {
	if w := selectionTemplates[lang]; w != nil {
		return w
	}
	return selectionTemplates["ru"]
}

// fill puts values into a phrase, in the order of {n}, {m}, {k}.
func fill(phrase string, values ...string) string {
	for i, v := range values {
		phrase = strings.ReplaceAll(phrase, []string{"{n}", "{m}", "{k}"}[i], v)
	}
	return phrase
}

func fillInts(phrase string, values ...int) string {
	var ss []string
	for _, v := range values {
		ss = append(ss, strconv.Itoa(v))
	}
	return fill(phrase, ss...)
}

// key is what a key of facets is called.
func (w *selectionWords) key(key string) string {
	for i, f := range facetKeys {
		if f.key == key {
			return w.keys(i)
		}
	}
	return key
}

// facetName is how a value of a facet is printed.
func (a *answer) facetName(w *selectionWords, key, v string) string {
	switch {
	case v == "":
		return w.NoValue
	case key == "type" && w.types[v] != "":
		return w.types[v]
	case key == "language" && w.languages[v] != "":
		return w.languages[v]
	case key == "edition":
		return printDate(v)
	case key == "document":
		return w.actName(a.entries[v])
	}
	return v
}

// actName is a document's kind and title with its edition: «Закон «О садах»,
// редакция от 03.01.2021».
func (w *selectionWords) actName(en store.Entry) string {
	m := en.Meta
	s := w.Untitled + " (" + en.File + ")"
	if m.Title != "" {
		s = "«" + oneLine(m.Title) + "»"
		if t := w.types[m.Type]; t != "" && m.Type != "other" && !strings.Contains(strings.ToLower(m.Title), strings.ToLower(t)) {
			s = t + " " + s
		}
	}
	if ed := w.edition(en); ed != "" {
		s += ", " + ed
	}
	return s
}

// title is a document's title alone.
func (w *selectionWords) title(en store.Entry) string {
	if en.Meta.Title == "" {
		return w.Untitled + " (" + en.File + ")"
	}
	return oneLine(en.Meta.Title)
}

// longestHead is how much of a title stands in the head of a narrow column.
const longestHead = 60

// shortName is a title that is cut, with the edition.
func (w *selectionWords) shortName(en store.Entry) string {
	s := w.title(en)
	if r := []rune(s); len(r) > longestHead {
		s = strings.TrimSpace(string(r[:longestHead])) + "…"
	}
	if ed := w.edition(en); ed != "" {
		s += ", " + ed
	}
	return s
}

func (w *selectionWords) edition(en store.Entry) string {
	switch m := en.Meta; {
	case m.Edition == "":
		return ""
	case m.Origin["edition"] == "notes":
		return fill(w.NotBefore, printDate(m.Edition))
	default:
		return fill(w.Edition, printDate(m.Edition))
	}
}

// requisites are number, date and body, as far as the text prints them.
func (w *selectionWords) requisites(en store.Entry) string {
	m := en.Meta
	var parts []string
	if m.Number != "" {
		parts = append(parts, "№ "+m.Number)
	}
	if m.Date != "" {
		parts = append(parts, fill(w.From, printDate(m.Date)))
	}
	s := strings.Join(parts, " ")
	if s == "" {
		s = w.NoRequisites
	}
	if body := value(en, "body"); body != "" {
		s += "; " + body
	}
	return s + "; " + fill(w.ID, en.ID)
}

// editionsLine says what the act's other texts have of a norm.
func (w *selectionWords) editionsLine(o editionsOf, date func(string) string) string {
	var out []string
	for _, x := range []struct {
		phrase string
		of     []index.Other
	}{{w.Same, o.same}, {w.Elsewhere, o.elsewhere}, {w.Amended, o.amended}, {w.Without, o.without}} {
		var names []string
		for _, y := range x.of {
			name := date(y.Edition)
			if name == "" {
				name = y.Document
			}
			if x.phrase == w.Elsewhere {
				name += " – " + string(y.Address)
			}
			names = append(names, name)
		}
		if len(names) > 0 {
			out = append(out, fill(x.phrase, strings.Join(names, ", ")))
		}
	}
	return strings.Join(out, " ")
}

// printDate prints 2021-01-03 as 03.01.2021; a year stays a year.
func printDate(iso string) string {
	if p := strings.Split(iso, "-"); len(p) == 3 {
		return p[2] + "." + p[1] + "." + p[0]
	}
	return iso
}
