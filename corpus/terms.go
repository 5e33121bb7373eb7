package corpus

import "strings"

// terms is what an act calls its levels below the article.
//
//	usual      пункт 2, подпункт 3), буква а)       Kazakhstan, Belarus, acts without articles
//	federal    часть 2, пункт 3, подпункт «а»       laws of Russia and Kyrgyzstan
//	civil      пункт 2, подпункт 3                  Russia's Civil, Tax, Family and other codes
//	criminal   часть 2, пункт 3)                    Kazakhstan's УК, УПК, УИК
//	procedural часть 2, подпункт 3)                 Kazakhstan's ГПК, КоАП
type terms struct {
	scheme scheme
	state  string
}

type scheme uint8

const (
	usual scheme = iota
	federal
	civil
	criminal
	procedural
)

// A Wording is what an act calls its levels. Russian and Kyrgyz acts choose it by
// their text, so that a part of one cannot tell; the zero value is not known.
type Wording uint8

// Wording returns what the document calls its levels.
func (d *Document) Wording() Wording { return Wording(d.table().terms.scheme + 1) }

// CiteAs makes a part of a document cite as the whole does. It is to be called
// before anything else is asked of the part.
func (d *Document) CiteAs(w Wording) { d.wording = w }

// clausesAreParts reports whether «часть» is the name of a numbered clause.
func (t *terms) clausesAreParts() bool {
	return t.scheme == federal || t.scheme == criminal || t.scheme == procedural
}

// counts reports whether the unnumbered parts of a unit are counted as parts.
// Inside what is itself a part, and in Russian acts inside clauses, people
// count passages.
func (t *terms) counts(u *Unit) bool {
	switch t.scheme {
	case usual:
		return u.Kind >= KindArticle
	case criminal, procedural:
		return u.Kind == KindArticle || u.Kind == KindSubclause
	}
	return u.Kind == KindArticle
}

// chooseTerms looks at the act's jurisdiction and title. Russian and Kyrgyz
// acts differ among themselves, so what they call their own clauses decides.
func (d *Document) chooseTerms() terms {
	t := terms{state: d.Meta.Jurisdiction}
	if d.wording > 0 && d.wording <= Wording(procedural)+1 {
		t.scheme = scheme(d.wording - 1)
		return t
	}
	title := foldWord(d.Meta.Title)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(title, w) {
				return true
			}
		}
		return false
	}
	code := d.Meta.Type == "code" || has("кодекс")
	switch d.Meta.Jurisdiction {
	case "KZ":
		switch {
		case !code:
		case has("гражданский процессуальн", "гражданско-процессуальн", "административных правонарушениях", "азаматтық процестік", "әкімшілік құқық бұзушылық"):
			t.scheme = procedural
		case has("уголовн", "қылмыстық"):
			t.scheme = criminal
		}
	case "RU", "KG":
		switch parts, clauses := d.selfReferences(); {
		case parts > clauses:
			t.scheme = federal
		case clauses > parts:
			t.scheme = civil
		case code && has("гражданский кодекс", "налогов", "семейн", "земельн", "бюджетн"):
			t.scheme = civil
		default:
			t.scheme = federal
		}
	}
	return t
}

// selfReferences counts how often the act speaks of «части 2 настоящей статьи»
// and of «пункта 2 настоящей статьи».
func (d *Document) selfReferences() (parts, clauses int) {
	if d.Root == nil {
		return 0, 0
	}
	d.Root.Walk(func(u *Unit) bool {
		for rest := u.Text; ; {
			before, after, ok := strings.Cut(rest, " настоящей статьи")
			if !ok {
				return true
			}
			rest = after
			before = strings.TrimRight(before, "0123456789.-–, и"+superscripts)
			word := before[strings.LastIndexByte(before, ' ')+1:]
			switch {
			case strings.HasPrefix(word, "част"):
				parts++
			case strings.HasPrefix(word, "пункт"):
				clauses++
			}
		}
	})
	return parts, clauses
}

// A noun is a word of citations in the forms that they need.
type noun struct {
	one, of  string // пункт, пункта
	to       string // of appendices alone: «к приложению»
	many     string // пункты
	ofMany   string // пунктов
	short    string // п.; empty if there is no abbreviation
	feminine bool
}

// A possessed noun is a Kazakh one: тармақ, тармақтың, тармағы, тармағының.
type possessed struct{ one, of, its, ofIts, short string }

var russianNouns = [...]noun{
	KindDocument:   {one: "документ", of: "документа", short: "док."},
	KindRequisite:  {one: "реквизит", of: "реквизита"},
	KindPreamble:   {one: "преамбула", of: "преамбулы", feminine: true},
	KindContents:   {one: "оглавление", of: "оглавления"},
	KindSignature:  {one: "подпись", of: "подписи", feminine: true},
	KindAppendix:   {one: "приложение", of: "приложения", many: "приложения", ofMany: "приложений", to: "приложению", short: "прил."},
	KindPart:       {one: "часть", of: "части", many: "части", ofMany: "частей", short: "ч.", feminine: true},
	KindSection:    {one: "раздел", of: "раздела", many: "разделы", ofMany: "разделов", short: "разд."},
	KindSubsection: {one: "подраздел", of: "подраздела", many: "подразделы", ofMany: "подразделов", short: "подразд."},
	KindChapter:    {one: "глава", of: "главы", many: "главы", ofMany: "глав", short: "гл.", feminine: true},
	KindParagraph:  {one: "параграф", of: "параграфа", many: "параграфы", ofMany: "параграфов", short: "§"},
	KindArticle:    {one: "статья", of: "статьи", many: "статьи", ofMany: "статей", short: "ст.", feminine: true},
	KindClause:     {one: "пункт", of: "пункта", many: "пункты", ofMany: "пунктов", short: "п."},
	KindSubclause:  {one: "подпункт", of: "подпункта", many: "подпункты", ofMany: "подпунктов", short: "пп."},
	KindItem:       {one: "буква", of: "буквы", many: "буквы", ofMany: "букв", short: "б.", feminine: true},
	KindPassage:    {one: "абзац", of: "абзаца", many: "абзацы", ofMany: "абзацев", short: "абз."},
	KindTable:      {one: "таблица", of: "таблицы", many: "таблицы", ofMany: "таблиц", short: "табл.", feminine: true},
	KindRow:        {one: "строка", of: "строки", many: "строки", ofMany: "строк", short: "стр.", feminine: true},
}

var kazakhNouns = [...]possessed{
	KindDocument:   {"құжат", "құжаттың", "құжаты", "құжатының", "құжат"},
	KindRequisite:  {"деректеме", "деректеменің", "деректемесі", "деректемесінің", "деректеме"},
	KindPreamble:   {"кіріспе", "кіріспенің", "кіріспесі", "кіріспесінің", "кіріспе"},
	KindContents:   {"мазмұн", "мазмұнның", "мазмұны", "мазмұнының", "мазмұн"},
	KindSignature:  {"қолтаңба", "қолтаңбаның", "қолтаңбасы", "қолтаңбасының", "қолтаңба"},
	KindAppendix:   {"қосымша", "қосымшаның", "қосымшасы", "қосымшасының", "қос."},
	KindPart:       {"бөлік", "бөліктің", "бөлігі", "бөлігінің", "бөл."},
	KindSection:    {"бөлім", "бөлімнің", "бөлімі", "бөлімінің", "бөлім"},
	KindSubsection: {"кіші бөлім", "кіші бөлімнің", "кіші бөлімі", "кіші бөлімінің", "кіші бөлім"},
	KindChapter:    {"тарау", "тараудың", "тарауы", "тарауының", "тар."},
	KindParagraph:  {"параграф", "параграфтың", "параграфы", "параграфының", "пар."},
	KindArticle:    {"бап", "баптың", "бабы", "бабының", "б."},
	KindClause:     {"тармақ", "тармақтың", "тармағы", "тармағының", "т."},
	KindSubclause:  {"тармақша", "тармақшаның", "тармақшасы", "тармақшасының", "тш."},
	KindItem:       {"әріп", "әріптің", "әрпі", "әрпінің", "әріп"},
	KindPassage:    {"абзац", "абзацтың", "абзацы", "абзацының", "абз."},
	KindTable:      {"кесте", "кестенің", "кестесі", "кестесінің", "кесте"},
	KindRow:        {"жол", "жолдың", "жолы", "жолының", "жол"},
}

var englishNouns = [...]struct{ one, short string }{
	KindDocument: {"document", "doc."}, KindRequisite: {"requisite", "requisite"}, KindPreamble: {"preamble", "preamble"},
	KindContents: {"contents", "contents"}, KindSignature: {"signature", "signature"}, KindAppendix: {"appendix", "app."},
	KindPart: {"part", "pt."}, KindSection: {"section", "sec."}, KindSubsection: {"subsection", "subsec."},
	KindChapter: {"chapter", "ch."}, KindParagraph: {"paragraph", "§"}, KindArticle: {"article", "art."},
	KindClause: {"clause", "cl."}, KindSubclause: {"subclause", "subcl."}, KindItem: {"item", "item"},
	KindPassage: {"passage", "passage"}, KindTable: {"table", "table"}, KindRow: {"row", "row"},
}

// approvedNouns are what unnumbered appendices call themselves: «пункт 3
// Правил».
var approvedNouns = []struct {
	stem   string // of the folded Russian title
	ru     noun
	kkStem string
	kk     possessed
}{
	{"правила", noun{one: "Правила", of: "Правил", to: "Правилам"}, "қағидалар", possessed{"Қағидалар", "Қағидалардың", "Қағидалары", "Қағидаларының", "Қағидалар"}},
	{"положение", noun{one: "Положение", of: "Положения", to: "Положению"}, "ереже", possessed{"Ереже", "Ереженің", "Ережесі", "Ережесінің", "Ереже"}},
	{"инструкция", noun{one: "Инструкция", of: "Инструкции", to: "Инструкции"}, "нұсқаулық", possessed{"Нұсқаулық", "Нұсқаулықтың", "Нұсқаулығы", "Нұсқаулығының", "Нұсқаулық"}},
	{"порядок", noun{one: "Порядок", of: "Порядка", to: "Порядку"}, "тәртіп", possessed{"Тәртіп", "Тәртіптің", "Тәртібі", "Тәртібінің", "Тәртіп"}},
	{"регламент", noun{one: "Регламент", of: "Регламента", to: "Регламенту"}, "регламент", possessed{"Регламент", "Регламенттің", "Регламенті", "Регламентінің", "Регламент"}},
	{"методика", noun{one: "Методика", of: "Методики", to: "Методике"}, "әдістеме", possessed{"Әдістеме", "Әдістеменің", "Әдістемесі", "Әдістемесінің", "Әдістеме"}},
	{"перечень", noun{one: "Перечень", of: "Перечня", to: "Перечню"}, "тізбе", possessed{"Тізбе", "Тізбенің", "Тізбесі", "Тізбесінің", "Тізбе"}},
	{"стандарт", noun{one: "Стандарт", of: "Стандарта", to: "Стандарту"}, "стандарт", possessed{"Стандарт", "Стандарттың", "Стандарты", "Стандартының", "Стандарт"}},
	{"устав", noun{one: "Устав", of: "Устава", to: "Уставу"}, "жарғы", possessed{"Жарғы", "Жарғының", "Жарғысы", "Жарғысының", "Жарғы"}},
}

// approvedNoun returns which of approvedNouns an unnumbered appendix calls
// itself, -1 if none, or if another appendix does so too.
func (d *Document) approvedNoun(u *Unit) int {
	n := namesItself(u)
	if n < 0 || d.Root == nil {
		return -1
	}
	for _, c := range d.Root.Units {
		if c != u && c.Kind == KindAppendix && namesItself(c) == n {
			return -1
		}
	}
	return n
}

func namesItself(u *Unit) int {
	if u.Kind != KindAppendix || u.Num != "" {
		return -1
	}
	fields := strings.Fields(u.Title)
	if len(fields) == 0 {
		return -1
	}
	for i, n := range approvedNouns {
		switch foldWord(fields[0]) {
		case n.stem, n.kkStem:
			return i
		}
	}
	// Kazakh titles end with their noun: «… есебін жүргізу қағидалары».
	last := foldWord(strings.Trim(fields[len(fields)-1], ".»\""))
	for i, n := range approvedNouns {
		if last == foldWord(n.kk.its) {
			return i
		}
	}
	return -1
}
