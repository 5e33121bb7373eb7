package amend

import (
	"strings"
	"sync"

	"svod/corpus"
)

// A grammatical case of a Kazakh noun. It says what the noun does in an order:
// «5-бапта» is where, «5-бап» is what, «5-баппен» is by what.
type grammaticalCase uint8

const (
	nominative   grammaticalCase = iota
	genitive                     // баптың: what stands around
	dative                       // бапқа
	accusative                   // бапты
	locative                     // бапта
	attributive                  // баптағы: locative, beside what stands there
	ablative                     // баптан
	instrumental                 // баппен: by what
)

// A kazakhForm is what the ending of a noun says.
type kazakhForm struct {
	gcase grammaticalCase
	many  bool // тармақтар
	own   bool // тармағы: of what was named before
}

// kazakhEndings are the endings of nouns: plural, possession and case.
var kazakhEndings = sync.OnceValue(func() map[string]kazakhForm {
	cases := [...]string{
		nominative:   "-",
		genitive:     "тың тің дың дің ның нің",
		dative:       "қа ке ға ге на не",
		accusative:   "ты ті ды ді ны ні н",
		locative:     "та те да де нда нде",
		attributive:  "тағы тегі дағы дегі ндағы ндегі",
		ablative:     "тан тен дан ден нан нен",
		instrumental: "пен бен мен",
	}
	m := map[string]kazakhForm{}
	for _, plural := range strings.Fields("- лар лер дар дер тар тер") {
		for _, own := range strings.Fields("- ы і сы сі") {
			for c, endings := range cases {
				for _, e := range strings.Fields(endings) {
					f := kazakhForm{gcase: grammaticalCase(c), many: plural != "-", own: own != "-"}
					ending := strings.ReplaceAll(plural+own+e, "-", "")
					if _, ok := m[ending]; !ok {
						m[ending] = f
					}
				}
			}
		}
	}
	return m
})

// A kazakhNoun is a word by which drafts name a level, a part of one, or what
// is said in words.
type kazakhNoun struct {
	level  corpus.Kind // of a provision; 0 if it is none
	part   Part
	object Object // of what is quoted before it
}

// kazakhStems are the nouns of drafts, longer ones before their beginnings.
var kazakhStems = []struct {
	kazakhNoun
	stem string
}{
	{kazakhNoun{level: corpus.KindSubclause}, "тармақша"},
	{kazakhNoun{level: corpus.KindClause}, "тармақ"}, {kazakhNoun{level: corpus.KindClause}, "тармағ"},
	{kazakhNoun{level: corpus.KindArticle}, "бап"}, {kazakhNoun{level: corpus.KindArticle}, "баб"},
	{kazakhNoun{level: corpus.KindSubsection}, "бөлімше"},
	{kazakhNoun{level: corpus.KindSection}, "бөлім"},
	{kazakhNoun{level: corpus.KindPart}, "бөлік"}, {kazakhNoun{level: corpus.KindPart}, "бөліг"},
	{kazakhNoun{level: corpus.KindPassage}, "абзац"}, {kazakhNoun{level: corpus.KindPassage}, "азатжол"},
	{kazakhNoun{level: corpus.KindChapter}, "тарау"},
	{kazakhNoun{level: corpus.KindParagraph}, "параграф"},
	{kazakhNoun{level: corpus.KindAppendix}, "қосымша"},
	{kazakhNoun{level: corpus.KindTable}, "кесте"},
	{kazakhNoun{level: corpus.KindRow}, "жол"}, {kazakhNoun{level: corpus.KindRow}, "позиция"},
	{kazakhNoun{level: corpus.KindItem}, "әріп"}, {kazakhNoun{level: corpus.KindItem}, "әрп"},
	{kazakhNoun{level: corpus.KindPreamble}, "кіріспе"}, {kazakhNoun{level: corpus.KindPreamble}, "преамбула"},
	{kazakhNoun{level: corpus.KindContents}, "мазмұн"},
	{kazakhNoun{part: PartSentence}, "сөйлем"},
	{kazakhNoun{part: PartHeading}, "тақырып"}, {kazakhNoun{part: PartHeading}, "тақырыб"},
	{kazakhNoun{part: PartHeading}, "атау"},
	{kazakhNoun{part: PartNote}, "ескертпе"}, {kazakhNoun{part: PartNote}, "ескерту"},
	{kazakhNoun{object: Words}, "сөз"}, {kazakhNoun{object: Words}, "аббревиатура"}, {kazakhNoun{object: Words}, "тіркес"},
	{kazakhNoun{object: Figures}, "цифр"}, {kazakhNoun{object: Figures}, "сан"},
	{kazakhNoun{object: Signs}, "белгі"},
}

// lookKazakh looks up a folded word of any form.
func lookKazakh(word string) (kazakhNoun, kazakhForm, bool) {
	for _, k := range kazakhStems {
		if ending, ok := strings.CutPrefix(word, k.stem); ok {
			if f, ok := kazakhEndings()[ending]; ok {
				return k.kazakhNoun, f, true
			}
		}
	}
	return kazakhNoun{}, kazakhForm{}, false
}

// kazakhSigns are the names of signs. «Нүктелі үтір» and «қос нүкте» are two
// words.
var kazakhSigns = []struct{ before, stem, sign string }{
	{"нүктелі", "үтір", ";"}, {"қос", "нүкте", ":"}, {"көп", "нүкте", "…"},
	{"", "нүкте", "."}, {"", "үтір", ","}, {"", "сызықша", "–"}, {"", "дефис", "–"}, {"", "тире", "–"},
}

// kazakhActs are the nouns of acts.
var kazakhActs = []struct{ stem, kind string }{
	{"заң", "law"}, {"кодекс", "code"}, {"конституция", "constitution"}, {"жарлық", "decree"}, {"жарлығ", "decree"},
	{"қаулы", "resolution"}, {"бұйрық", "order"}, {"бұйрығ", "order"}, {"өкім", "order"}, {"шешім", "decision"},
}

// kazakhAct looks up the noun of one act, of any form.
func kazakhAct(word string) (kind string, f kazakhForm, ok bool) {
	for _, a := range kazakhActs {
		if ending, ok := strings.CutPrefix(word, a.stem); ok {
			if f, ok := kazakhEndings()[ending]; ok && !f.many {
				return a.kind, f, true
			}
		}
	}
	return "", kazakhForm{}, false
}

// kazakhApproved are the names of what acts approve, with the number that
// corpus gives to an appendix that calls itself so, "" if none.
var kazakhApproved = []struct{ stem, num string }{
	{"қағида", "правила"}, {"ереже", "положение"}, {"нұсқаулық", "инструкция"}, {"нұсқаулығ", "инструкция"},
	{"тәртіп", "порядок"}, {"тәртіб", "порядок"}, {"регламент", "регламент"}, {"әдістеме", "методика"},
	{"тізбе", "перечень"}, {"тізім", "перечень"}, {"стандарт", "стандарт"}, {"жарғы", "устав"},
	{"жоспар", ""}, {"бағдарлама", ""}, {"нысан", ""}, {"талап", ""}, {"талаб", ""}, {"құрам", ""}, {"норматив", ""}, {"норма", ""}, {"шарт", ""}, {"үлгі", ""}, {"көрсеткіш", ""}, {"көлем", ""}, {"мөлшер", ""}, {"тариф", ""}, {"ставка", ""}, {"сызба", ""}, {"кесте", ""}, {"номенклатура", ""},
}

func kazakhApprovedNoun(word string) (num string, f kazakhForm, ok bool) {
	for _, a := range kazakhApproved {
		if ending, ok := strings.CutPrefix(word, a.stem); ok {
			if f, ok := kazakhEndings()[ending]; ok {
				return a.num, f, true
			}
		}
	}
	return "", kazakhForm{}, false
}
