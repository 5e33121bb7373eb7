package amend

import (
	"slices"
	"strings"

	"svod/corpus"
)

// The words of Russian orders. Everything that the grammar understands is
// listed here, with the forms that it may stand in.

// A ruCase is a set of cases; nominative and accusative count as one.
type ruCase uint8

const (
	ruPlain ruCase = 1 << iota // кто, что
	ruGenitive
	ruDative
	ruInstrumental
	ruPrepositional
)

// A ruNoun is a form of a word that names a level or a part.
type ruNoun struct {
	lemma string
	level Level
	part  Part
	cases ruCase
	many  bool
}

// ruNouns are the forms of all nouns of levels and parts.
var ruNouns = map[string]ruNoun{}

// Paradigms: the endings in the order of the cases, singular then plural;
// forms of one case are joined by a stroke.
var (
	ruMasculine = [2][5]string{{"", "а", "у", "ом", "е"}, {"ы", "ов", "ам", "ами", "ах"}}
	ruSoft      = [2][5]string{{"ь", "я", "ю", "ем", "е"}, {"и", "ей", "ям", "ями", "ях"}}
	ruFeminine  = [2][5]string{{"а|у", "ы", "е", "ой|ою", "е"}, {"ы", "", "ам", "ами", "ах"}}
	ruVelar     = [2][5]string{{"а|у", "и", "е", "ой|ою", "е"}, {"и", "", "ам", "ами", "ах"}}
	ruThird     = [2][5]string{{"ь", "и", "и", "ью", "и"}, {"и", "ей", "ям", "ями", "ях"}}
	ruIa        = [2][5]string{{"я|ю", "и", "и", "ей|ею", "и"}, {"и", "й", "ям", "ями", "ях"}}
	ruStatya    = [2][5]string{{"ья|ью", "ьи", "ье", "ьей|ьею", "ье"}, {"ьи", "ей", "ьям", "ьями", "ьях"}}
	ruNeuter    = [2][5]string{{"е", "я", "ю", "ем", "и"}, {"я", "й", "ям", "ями", "ях"}}
)

func init() {
	add := func(n ruNoun, stem string, paradigm [2][5]string) {
		for many, endings := range paradigm {
			for c, list := range endings {
				for _, e := range strings.Split(list, "|") {
					f := ruNouns[stem+e]
					n.cases, n.many = f.cases|1<<c, f.many || many == 1
					if n.cases != 1<<c {
						n.many = false // «статьи» may be one
					}
					ruNouns[stem+e] = n
				}
			}
		}
	}
	level := func(kind corpus.Kind) Level { return Level{Step: corpus.Step{Kind: kind}} }
	for _, w := range []struct {
		lemma, stem string
		kind        corpus.Kind
		paradigm    [2][5]string
	}{
		{"статья", "стат", corpus.KindArticle, ruStatya},
		{"пункт", "пункт", corpus.KindClause, ruMasculine},
		{"подпункт", "подпункт", corpus.KindSubclause, ruMasculine},
		{"абзац", "абзац", corpus.KindPassage, [2][5]string{{"", "а", "у", "ем", "е"}, {"ы", "ев", "ам", "ами", "ах"}}},
		{"часть", "част", corpus.KindPart, ruThird},
		{"глава", "глав", corpus.KindChapter, ruFeminine},
		{"раздел", "раздел", corpus.KindSection, ruMasculine},
		{"подраздел", "подраздел", corpus.KindSubsection, ruMasculine},
		{"параграф", "параграф", corpus.KindParagraph, ruMasculine},
		{"приложение", "приложени", corpus.KindAppendix, ruNeuter},
		{"преамбула", "преамбул", corpus.KindPreamble, ruFeminine},
		{"оглавление", "оглавлени", corpus.KindContents, ruNeuter},
		{"буква", "букв", corpus.KindItem, ruFeminine},
		{"таблица", "таблиц", corpus.KindTable, [2][5]string{{"а|у", "ы", "е", "ей|ею", "е"}, {"ы", "", "ам", "ами", "ах"}}},
	} {
		add(ruNoun{lemma: w.lemma, level: level(w.kind)}, w.stem, w.paradigm)
	}
	for _, w := range []struct {
		lemma, stem string
		part        Part
		paradigm    [2][5]string
	}{
		{"заголовок", "заголов", PartHeading, [2][5]string{{"ок", "ка", "ку", "ком", "ке"}, {"ки", "ков", "кам", "ками", "ках"}}},
		{"наименование", "наименовани", PartHeading, ruNeuter},
		{"название", "названи", PartHeading, ruNeuter},
		{"предложение", "предложени", PartSentence, ruNeuter},
		{"примечание", "примечани", PartNote, ruNeuter},
	} {
		add(ruNoun{lemma: w.lemma, part: w.part}, w.stem, w.paradigm)
	}
	// What approved acts call themselves: see corpus.Resolve.
	for _, w := range []struct {
		lemma, stem string
		paradigm    [2][5]string
	}{
		{"положение", "положени", ruNeuter}, {"инструкция", "инструкци", ruIa}, {"порядок", "поряд", [2][5]string{{"ок", "ка", "ку", "ком", "ке"}, {"ки", "ков", "кам", "ками", "ках"}}},
		{"регламент", "регламент", ruMasculine}, {"методика", "методик", ruVelar}, {"перечень", "перечн", [2][5]string{{"", "я", "ю", "ем", "е"}, {"и", "ей", "ям", "ями", "ях"}}},
		{"стандарт", "стандарт", ruMasculine}, {"устав", "устав", ruMasculine},
	} {
		add(ruNoun{lemma: w.lemma, level: Level{Step: corpus.Step{Kind: corpus.KindAppendix, Nums: []string{w.lemma}}}}, w.stem, w.paradigm)
	}
	rules := ruNoun{lemma: "правила", level: Level{Step: corpus.Step{Kind: corpus.KindAppendix, Nums: []string{"правила"}}}, many: true}
	for c, f := range strings.Fields("правила правил правилам правилами правилах") {
		rules.cases = 1 << c
		ruNouns[f] = rules
	}
	list := ruNouns["перечня"]
	list.cases = ruPlain
	ruNouns["перечень"] = list
	// Levels that acts do not have by themselves.
	for _, w := range []struct {
		lemma, stem string
		paradigm    [2][5]string
	}{
		{"строка", "строк", ruVelar}, {"позиция", "позици", ruIa}, {"графа", "граф", ruFeminine}, {"группа", "групп", ruFeminine}, {"подгруппа", "подгрупп", ruFeminine},
		{"программа", "программ", ruFeminine}, {"подпрограмма", "подпрограмм", ruFeminine}, {"администратор", "администратор", ruMasculine},
		{"класс", "класс", ruMasculine}, {"подкласс", "подкласс", ruMasculine}, {"категория", "категори", ruIa}, {"специфика", "специфик", ruVelar},
		{"классификация", "классификаци", ruIa}, {"структура", "структур", ruFeminine}, {"форма", "форм", ruFeminine}, {"колонка", "колонк", ruVelar},
		{"столбец", "столбц", [2][5]string{{"", "а", "у", "ом", "е"}, {"ы", "ов", "ам", "ами", "ах"}}}, {"блок", "блок", ruMasculine},
		{"показатель", "показател", ruSoft}, {"мероприятие", "мероприяти", ruNeuter}, {"код", "код", ruMasculine},
	} {
		add(ruNoun{lemma: w.lemma, level: Level{Step: corpus.Step{Kind: corpus.KindRow}, Noun: w.lemma}}, w.stem, w.paradigm)
	}
}

// ruActs are the beginnings of the words for acts, and their types.
var ruActs = []struct{ stem, typ string }{
	{"закон", "law"}, {"кодекс", "code"}, {"конституци", "constitution"}, {"указ", "decree"}, {"постановлени", "resolution"}, {"приказ", "order"},
	{"решени", "decision"}, {"распоряжени", "order"},
}

// ruActEndings are the endings of those words.
var ruActEndings = set("- а у ом е ы ов ам ами ах я ю ем и й ям ями ях ей")

// ruAct returns the type of act that a word names.
func ruAct(form string) (typ string, ok bool) {
	for _, a := range ruActs {
		if ending, cut := strings.CutPrefix(form, a.stem); cut && (ending == "" || ruActEndings[ending]) {
			return a.typ, true
		}
	}
	return "", false
}

// ruPointers point at an act that was named before: «указанным приказом».
var ruPointers = []string{"указанн", "вышеуказанн", "названн", "данн", "упомянут", "вышеназванн", "этим", "этому", "этого", "нем", "этом", "куказанн", "квышеуказанн"}

func ruPointer(form string) bool { return hasStem(form, ruPointers) }

func hasStem(form string, stems []string) bool {
	for _, s := range stems {
		if strings.HasPrefix(form, s) {
			return true
		}
	}
	return false
}

// ruObjects are the nouns of words, figures and signs that are changed.
var ruObjects = func() map[string]Object {
	m := map[string]Object{}
	for object, forms := range map[Object]string{
		Words: "слово слова слов слову словам словом словами словосочетание словосочетания словосочетанием словосочетаниями аббревиатуру аббревиатуры аббревиатурой аббревиатурами " +
			"союз союза союзом предлог предлогом выражение выражением текст текстом буквы букву буквами фразу фразой обозначение обозначением",
		Figures: "цифра цифру цифры цифр цифрой цифрами цифре цифрам число числа числом числами",
		Signs:   "знак знака знаком знаки знаков знаками символ символом символы символами",
	} {
		for _, f := range strings.Fields(forms) {
			m[f] = object
		}
	}
	return m
}()

// ruSigns are the signs by name, in the cases in which orders have them.
var ruSigns = map[string]string{
	"точку": ".", "точкой": ".", "точки": ".", "точка": ".", "запятую": ",", "запятой": ",", "запятая": ",", "запятые": ",", "запятыми": ",",
	"двоеточие": ":", "двоеточием": ":", "двоеточия": ":", "тире": "–", "дефис": "-", "дефисом": "-",
}

// ruRestates, ruAdds … are the verbs.
var (
	ruRestates  = set("изложить изложив изложена изложены")
	ruAdds      = set("дополнить дополнив")
	ruReplaces  = set("заменить заменив")
	ruRemoves   = set("исключить исключив удалить удалив")
	ruRepeals   = set("признать признав")
	ruRenumbers = set("считать")
	ruSuspends  = set("приостановить")
)

func ruVerb(form string) bool {
	return ruRestates[form] || ruAdds[form] || ruReplaces[form] || ruRemoves[form] || ruRepeals[form] || ruRenumbers[form] || ruSuspends[form]
}

// ruMeans are the words by which one sees that a sentence wants a change, even
// if it is not understood.
func ruMeans(ts []token) bool {
	for i, t := range ts {
		if t.class != word {
			continue
		}
		switch {
		case ruRestates[t.form], ruAdds[t.form], ruReplaces[t.form], ruRemoves[t.form], ruSuspends[t.form], strings.HasPrefix(t.form, "утративш"):
			return true
		case ruObjects[t.form] != "" && i+1 < len(ts) && ts[i+1].class == quoted:
			return true
		case ruRenumbers[t.form] && slices.ContainsFunc(ts[i:], func(u token) bool { return u.class == word && ruNouns[u.form].cases == ruInstrumental }):
			return true
		case t.form == "внести":
			for _, u := range ts[i:] {
				if strings.HasPrefix(u.form, "изменени") || strings.HasPrefix(u.form, "дополнени") {
					return true
				}
			}
		}
	}
	return false
}

// ruStops end what belongs to a noun: nothing in the ruGenitive begins with them.
var ruStops = set("и в во на по после перед следующего следующей в соответственно согласно с к от до за порядковый")
